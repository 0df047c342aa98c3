//! `unlock` for many accounts: looks them up, plans, confirms and executes.

use std::collections::HashSet;
use std::future::Future;
use std::path::{Path, PathBuf};

use super::{
    AccountSource, BulkOptions, Outcome, Progress, Refusal, Request, RunObserver, StopSignal, UnlockOptions, unlock_all,
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

/// What the operator is shown and asked.
pub trait BulkPrompts {
    fn show_plan(&self, plan: &BulkPlan);

    /// Shows a row as soon as it is settled, where the rows are wanted one by one.
    fn show_row(&self, row: &RowResult);

    /// Warns of a possible password spray. `accepted`: the operator accepts the risk.
    fn warn_of_spray(&self, spray: &PasswordSpray, accepted: bool);

    /// Asks which of the accounts that can be unlocked are to be; returns their rows.
    ///
    /// # Errors
    /// [`NoAnswer`].
    fn choose(&self, plan: &BulkPlan) -> Result<Vec<usize>, NoAnswer>;

    /// Asks whether to unlock this many accounts.
    ///
    /// # Errors
    /// [`NoAnswer`].
    fn confirm(&self, accounts: usize) -> Result<bool, NoAnswer>;
}

/// Creates a report file.
pub type BeginReport = dyn Fn(&Path) -> Result<Box<dyn ReportWriter>, ReportError>;

pub struct BulkContext<'a, D, R> {
    pub directory: &'a D,
    pub trail: &'a AuditTrail<'a, R>,
    pub operator: &'a dyn Operator,
    pub prompts: &'a dyn BulkPrompts,
    pub clock: &'a dyn Clock,
    pub begin_report: &'a BeginReport,
    pub stop: &'a StopSignal,
}

/// Unlocks the requested accounts. `signed_in` records the sign-in while they are looked up.
///
/// # Errors
/// [`Failure`] before any change; later ones are part of the outcome.
pub async fn run<D: FindAccountsInBulk + UnlockInBulk, R: Records>(
    request: Request,
    context: &BulkContext<'_, D, R>,
    progress: &mut dyn Progress,
    signed_in: impl Future<Output = Result<(), StoreError>>,
) -> Result<Outcome, Failure> {
    let Request { options, input, all_controllers } = request;
    let looked_up = context.clock.now();
    let unanswered = async {
        signed_in.await?;
        context.trail.unanswered(None).await
    };
    let (plan, unanswered) = tokio::join!(look_up(&options.source, input, context.directory), unanswered);
    let unanswered = unanswered?;
    let mut plan = plan?;
    warn_of_unanswered(unanswered, &plan, context.operator);
    let spray = PasswordSpray::detect(plan.to_unlock());

    if let (Some(spray), true) = (&spray, options.dry_run || options.accept_risk) {
        context.prompts.warn_of_spray(spray, options.accept_risk);
    }
    if options.dry_run {
        let mut report = RowReport::begin(&options, context)?;
        plan.rows.iter().enumerate().for_each(|(index, row)| report.write(index, &row.result));
        return Ok(Outcome { report: report.finish(), ..Outcome::planned(plan) });
    }
    if let (Some(spray), false) = (spray, options.accept_risk) {
        return Err(Refusal::Spray(spray).into());
    }
    if options.choose {
        choose(&mut plan, context)?;
    }
    confirm(&options, &plan, context)?;

    let mut report = RowReport::begin(&options, context)?;
    for (index, row) in plan.rows.iter().enumerate() {
        // The others are written once they are settled.
        if !row.result.is_to_be_unlocked() && !row.result.repeats() {
            report.write(index, &row.result);
        }
    }
    let BulkOptions { reason, concurrency, max_failures, accept: accepted, .. } = options;
    let options = UnlockOptions { reason, concurrency, max_failures, looked_up };
    let accounts = plan.take_accounts();
    let mut settled = |index: usize, change: &RowChange| report.write(index, &plan.rows[index].result.after(change));
    let mut observer = RunObserver { progress, settled: &mut settled, stop: context.stop };
    let executed = unlock_all(accounts, &options, context.directory, context.trail, context.clock, &mut observer).await;
    let repeated = plan.repeated;
    let rows = plan.finished(executed.results);
    rows.iter().enumerate().for_each(|(index, row)| report.write(index, row));
    let (stopped_by, report) = (executed.abort, report.finish());
    Ok(Outcome { rows, repeated, dry_run: false, stopped_by, report, others_unread: all_controllers, accepted })
}

/// Looks up and decides on every account.
async fn look_up(
    source: &AccountSource,
    input: Option<Input>,
    directory: &impl FindAccountsInBulk,
) -> Result<BulkPlan, Failure> {
    let under = match source {
        AccountSource::AllLocked { under } => under.as_deref(),
        AccountSource::Arguments(_) | AccountSource::File(_) | AccountSource::Stdin => None,
    };
    let Some(input) = input else {
        let found = directory.all_locked(under).await?;
        let entries = found.iter().map(|account| {
            let typed = account.name_or_dn().to_owned();
            InputEntry { query: Ok(Query::Words(typed.clone())), row: InputRow { typed, line: None } }
        });
        let input = Input { entries: entries.collect(), repeated: 0, format: None };
        return Ok(BulkPlan::new(input, found.into_iter().map(|account| vec![account])));
    };
    let queries: Vec<Query> = input.entries.iter().filter_map(|entry| entry.query.clone().ok()).collect();
    let found = directory.find_each(&queries).await?;
    Ok(BulkPlan::new(input, found))
}

/// Warns if accounts have intents without an outcome.
fn warn_of_unanswered(unanswered: Vec<(i64, AuditRecord)>, plan: &BulkPlan, operator: &dyn Operator) {
    let ids: HashSet<String> = unanswered.into_iter().map(|(_, record)| record.act.account_id).collect();
    let accounts: HashSet<_> = plan.rows.iter().filter_map(|row| Some(row.account.as_ref()?.id)).collect();
    match accounts.iter().filter(|id| ids.contains(&id.to_string())).count() {
        0 => {}
        accounts => operator.tell(&Notice::UnansweredOf { accounts }),
    }
}

/// Leaves what the operator ticks. What must not be unlocked is shown, and cannot be ticked.
fn choose<D, R>(plan: &mut BulkPlan, context: &BulkContext<'_, D, R>) -> Result<(), Failure> {
    let no_answer = |why| Failure::NoAnswer { why, option: "--from" };
    if plan.to_unlock().next().is_none() {
        return Ok(());
    }
    if !context.operator.can_answer() {
        return Err(no_answer(NoAnswer::NoTerminal));
    }
    context.prompts.show_plan(plan);
    let chosen = context.prompts.choose(plan).map_err(no_answer)?;
    if chosen.is_empty() {
        return Err(no_answer(NoAnswer::Cancelled));
    }
    plan.keep(&chosen);
    Ok(())
}

fn confirm<D, R>(options: &BulkOptions, plan: &BulkPlan, context: &BulkContext<'_, D, R>) -> Result<(), Failure> {
    let accounts = plan.to_unlock().count();
    if accounts == 0 || options.yes {
        return Ok(());
    }
    if !options.choose {
        context.prompts.show_plan(plan);
    }
    if accounts > options.max {
        return Err(Refusal::TooMany { accounts, most: options.max }.into());
    }
    let no_answer = |why| Failure::NoAnswer { why, option: "--yes" };
    if !context.operator.can_answer() {
        return Err(no_answer(NoAnswer::NoTerminal));
    }
    match context.prompts.confirm(accounts) {
        Ok(true) => Ok(()),
        Ok(false) => Err(no_answer(NoAnswer::Cancelled)),
        Err(why) => Err(no_answer(why)),
    }
}

/// The rows as they are settled: shown, and in the report file, if any. Each once.
struct RowReport<'a> {
    prompts: &'a dyn BulkPrompts,
    file: Option<(PathBuf, Box<dyn ReportWriter>)>,
    written: HashSet<usize>,
}

impl<'a> RowReport<'a> {
    fn begin<D, R>(options: &BulkOptions, context: &BulkContext<'a, D, R>) -> Result<Self, Failure> {
        let file = match &options.report {
            Some(path) => Some((path.clone(), (context.begin_report)(path).map_err(Refusal::Report)?)),
            None => None,
        };
        Ok(Self { prompts: context.prompts, file, written: HashSet::new() })
    }

    fn write(&mut self, index: usize, row: &RowResult) {
        if !self.written.insert(index) {
            return;
        }
        self.prompts.show_row(row);
        if let Some((_, file)) = &mut self.file {
            file.row(row);
        }
    }

    fn finish(self) -> Option<Result<PathBuf, ReportError>> {
        let (path, mut file) = self.file?;
        Some(file.finish().map(|()| path))
    }
}
