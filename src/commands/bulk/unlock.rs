//! `unlock` for many accounts: looks them all up, decides, says what is to be done, asks, and has it done. How it is
//! done is `act`'s.

use std::collections::HashSet;
use std::future::Future;
use std::path::{Path, PathBuf};

use super::{
    AbortReason, Asked, Orders, Outcome, Progress, Refusal, Request, Source, Stop, StoppedBy, Watch, unlock_all,
};
use crate::commands::Failure;
use crate::domain::audit::AuditRecord;
use crate::domain::bulk::input::{Input, InputEntry};
use crate::domain::bulk::{BulkPlan, InputRow, PasswordSpray, RowChange, RowResult};
use crate::domain::query::Query;
use crate::ports::{
    AuditTrail, Clock, FindAccountsInBulk, NoAnswer, Notice, Operator, Records, ReportError, ReportWriter, StoreError,
    UnlockInBulk,
};

/// The operator of a run over many accounts, as it needs them.
pub trait Talk {
    /// What is to be done.
    fn plan(&self, plan: &BulkPlan);

    /// It looks as if someone is guessing passwords; whether that is accepted.
    fn spray(&self, spray: &PasswordSpray, accepted: bool);

    /// Whether to unlock so many.
    ///
    /// # Errors
    /// [`NoAnswer`].
    fn confirm(&self, accounts: usize) -> Result<bool, NoAnswer>;
}

/// Begins a report in a file.
pub type BeginReport = dyn Fn(&Path) -> Result<Box<dyn ReportWriter>, ReportError>;

/// What a run is handed.
pub struct BulkContext<'a, D, R> {
    /// The directory.
    pub directory: &'a D,
    /// The audit trail.
    pub trail: &'a AuditTrail<'a, R>,
    /// Whether there is anyone to ask.
    pub operator: &'a dyn Operator,
    /// What they are told and asked.
    pub talk: &'a dyn Talk,
    /// The time.
    pub clock: &'a dyn Clock,
    /// Begins the file that keeps the rows.
    pub begin_report: &'a BeginReport,
    /// May ask the run to end.
    pub stop: &'a Stop,
}

/// Unlocks what is asked for, once what `begun` stands for is recorded, which is done while the accounts are looked up.
///
/// # Errors
/// [`Failure`]: nothing has changed then. What fails later is in the outcome.
pub async fn run<D: FindAccountsInBulk + UnlockInBulk, R: Records>(
    request: Request,
    context: &BulkContext<'_, D, R>,
    progress: &mut dyn Progress,
    begun: impl Future<Output = Result<(), StoreError>>,
) -> Result<Outcome, Failure> {
    let Request { asked, input, everywhere } = request;
    let looked_up = context.clock.now();
    let unanswered = async {
        begun.await?;
        context.trail.unanswered(None).await
    };
    let (plan, unanswered) = tokio::join!(look_up(&asked.source, input, context.directory), unanswered);
    let unanswered = unanswered?;
    let mut plan = plan?;
    tell_unanswered(unanswered, &plan, context.operator);
    let spray = PasswordSpray::detect(plan.to_unlock());

    if let (Some(spray), true) = (&spray, asked.dry_run || asked.accept_risk) {
        context.talk.spray(spray, asked.accept_risk);
    }
    if asked.dry_run {
        let mut kept = Kept::begin(&asked, context)?;
        plan.rows.iter().enumerate().for_each(|(place, row)| kept.row(place, &row.result));
        return Ok(Outcome { report: kept.finish(), ..Outcome::planned(plan) });
    }
    if let (Some(spray), false) = (spray, asked.accept_risk) {
        return Err(Refusal::Spray(spray).into());
    }
    agree(&asked, &plan, context)?;

    let mut kept = Kept::begin(&asked, context)?;
    for (place, row) in plan.rows.iter().enumerate() {
        // The others are kept as they are settled.
        if !row.result.is_to_be_unlocked() && !row.result.repeats() {
            kept.row(place, &row.result);
        }
    }
    let orders = Orders {
        reason: asked.reason.clone(),
        concurrency: asked.concurrency,
        max_failures: asked.max_failures,
        looked_up,
    };
    let accounts = plan.take_accounts();
    let mut settled = |place: usize, done: &RowChange| kept.row(place, &plan.rows[place].result.after(done));
    let mut watch = Watch { progress, settled: &mut settled, stop: context.stop };
    let acted = unlock_all(accounts, &orders, context.directory, context.trail, context.clock, &mut watch).await;
    let repeated = plan.repeated;
    let rows = plan.finished(acted.results);
    rows.iter().enumerate().for_each(|(place, row)| kept.row(place, row));
    let stopped_by = acted.abort.map(|abort| match abort {
        AbortReason::Stopped => StoppedBy::Interrupt,
        AbortReason::Failures => StoppedBy::Failures { in_a_row: asked.max_failures },
        AbortReason::Directory(error) => StoppedBy::Directory(error),
        AbortReason::Store(error) => StoppedBy::Store(error),
    });
    Ok(Outcome { rows, repeated, dry_run: false, stopped_by, report: kept.finish(), others_unread: everywhere })
}

/// Finds every account, and decides on each.
async fn look_up(
    source: &Source,
    input: Option<Input>,
    directory: &impl FindAccountsInBulk,
) -> Result<BulkPlan, Failure> {
    let under = match source {
        Source::AllLocked { under } => under.as_deref(),
        Source::Named(_) | Source::File(_) | Source::Piped => None,
    };
    let Some(input) = input else {
        let found = directory.all_locked(under).await?;
        let entries = found.iter().map(|account| {
            let typed = account.name_or_dn().to_owned();
            InputEntry { query: Ok(Query::Words(typed.clone())), row: InputRow { typed, line: None } }
        });
        let input = Input { entries: entries.collect(), repeated: 0 };
        return Ok(BulkPlan::new(input, found.into_iter().map(|account| vec![account])));
    };
    let queries: Vec<Query> = input.entries.iter().filter_map(|entry| entry.query.clone().ok()).collect();
    let found = directory.find_each(&queries).await?;
    Ok(BulkPlan::new(input, found))
}

/// Tells the operator for how many of the accounts something was begun that may have been done.
fn tell_unanswered(unanswered: Vec<(i64, AuditRecord)>, plan: &BulkPlan, operator: &dyn Operator) {
    if unanswered.is_empty() {
        return;
    }
    let ids: HashSet<String> = unanswered.into_iter().map(|(_, record)| record.act.account_id).collect();
    let accounts: HashSet<_> = plan.rows.iter().filter_map(|row| Some(row.account.as_ref()?.id)).collect();
    match accounts.iter().filter(|id| ids.contains(&id.to_string())).count() {
        0 => {}
        accounts => operator.tell(&Notice::UnansweredOf { accounts }),
    }
}

/// Whether the operator wants it, knowing how many there are.
fn agree<D, R>(asked: &Asked, plan: &BulkPlan, context: &BulkContext<'_, D, R>) -> Result<(), Failure> {
    let accounts = plan.to_unlock().count();
    if accounts == 0 || asked.yes {
        return Ok(());
    }
    context.talk.plan(plan);
    if accounts > asked.max {
        return Err(Refusal::TooMany { accounts, most: asked.max }.into());
    }
    let silence = |why| Failure::NoAnswer { why, option: "--yes" };
    if !context.operator.can_answer() {
        return Err(silence(NoAnswer::NoTerminal));
    }
    match context.talk.confirm(accounts) {
        Ok(true) => Ok(()),
        Ok(false) => Err(silence(NoAnswer::Cancelled)),
        Err(why) => Err(silence(why)),
    }
}

/// The file that keeps the rows, each once; or none.
struct Kept {
    report: Option<(PathBuf, Box<dyn ReportWriter>)>,
    places: HashSet<usize>,
}

impl Kept {
    fn begin<D, R>(asked: &Asked, context: &BulkContext<'_, D, R>) -> Result<Self, Failure> {
        let report = match &asked.report {
            Some(path) => Some((path.clone(), (context.begin_report)(path).map_err(Refusal::Report)?)),
            None => None,
        };
        Ok(Self { report, places: HashSet::new() })
    }

    fn row(&mut self, place: usize, row: &RowResult) {
        if let Some((_, report)) = &mut self.report
            && self.places.insert(place)
        {
            report.row(row);
        }
    }

    fn finish(self) -> Option<Result<PathBuf, ReportError>> {
        let (path, mut report) = self.report?;
        Some(report.finish().map(|()| path))
    }
}
