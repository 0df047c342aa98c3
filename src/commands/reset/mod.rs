//! `reset`: set a new password and unlock the account. A password used before is refused.

mod dry_run;
mod new_password;
mod password_sms;
mod prompt;
pub(in crate::commands) mod render;
mod set;

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::caller::all_controllers::AllControllers;
use super::caller::dry_run::Recording;
use super::caller::{
    AccountQuery, CallerAccount, CallerContext, IdentityArgs, IdentityClaim, OwnerTelling, Ports, TellsOwner,
    resolve_account,
};
use super::{Failure, Nature, Rules, check_policy};
use crate::domain::account::Account;
use crate::domain::audit::{Action, Delivery};
use crate::domain::generator::GeneratedKind;
use crate::domain::must_change::{CallerPlace, MustChange, MustChangePolicy, MustChangeRequest, WouldShutOut};
use crate::domain::named_enum::named_enum;
use crate::domain::password::Password;
use crate::domain::phone::Phone;
use crate::domain::restrictions::CurrentRestrictions;
use crate::ports::{
    ChangeAccounts, FindAccounts, HistoryCheck, NoAnswer, Operator, QueryControllers, Random, UnlockOnController,
};
pub use dry_run::PlannedReset;
use new_password::ChosenPassword;
pub use password_sms::SentPassword;
pub(super) use set::Setter;

/// Whose password, and where the new one comes from.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[arg(value_name = "ACCOUNT")]
    pub(crate) account: String,
    #[command(flatten)]
    pub(crate) identity: IdentityArgs,
    #[arg(long, conflicts_with = "generate")]
    pub(crate) password_stdin: bool,
    #[arg(long, requires = "password_stdin")]
    pub(crate) as_is: bool,
    #[arg(
        long,
        value_name = "KIND",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = GeneratedKind::Words.name(),
        value_parser = PossibleValuesParser::new(GeneratedKind::ALL.map(GeneratedKind::name)).map(kind),
    )]
    pub(crate) generate: Option<GeneratedKind>,
    #[arg(
        long,
        value_enum,
        value_name = "WAY",
        default_value_t,
        requires = "generate",
        conflicts_with = "password_stdin"
    )]
    pub(crate) deliver: Delivery,
    #[arg(long)]
    pub(crate) everywhere: bool,
    #[arg(long, overrides_with = "no_must_change")]
    pub(crate) must_change: bool,
    #[arg(long)]
    pub(crate) no_must_change: bool,
    #[arg(long, value_enum, value_name = "PLACE")]
    pub(crate) caller_at: Option<CallerPlace>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

impl ValueEnum for CallerPlace {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// The parser lets no other name through.
fn kind(name: String) -> GeneratedKind {
    GeneratedKind::ALL.into_iter().find(|kind| kind.name() == name).unwrap_or(GeneratedKind::Words)
}

/// Where the new password comes from.
enum PasswordSource {
    /// The operator types it on the terminal, or has one generated there.
    Prompt,
    Piped(Password),
    Generated(GeneratedKind),
}

impl Args {
    /// Reads the account, a code and a password. `must_change` and `everywhere` combine the options and the settings.
    ///
    /// # Errors
    /// [`Failure`] for what cannot be read, an empty standard input, or a missing terminal.
    pub fn read(
        &self,
        must_change: MustChangePolicy,
        everywhere: bool,
        operator: &dyn Operator,
    ) -> Result<Request, Failure> {
        let account = AccountQuery::read(&self.account)?;
        let claim = self.identity.read(operator, self.password_stdin)?;
        let (must_change, place) = (self.must_change(must_change), self.caller_at);
        let plan = Plan { deliver: self.deliver, must_change, place, everywhere };
        Ok(Request { account, claim, source: self.source(operator)?, plan })
    }

    /// Where the password comes from; reads it from standard input if asked to.
    fn source(&self, operator: &dyn Operator) -> Result<PasswordSource, Failure> {
        let silence = |why| Failure::NoAnswer { why, option: "--password-stdin" };
        if self.password_stdin {
            let line = operator.last_piped_line().map_err(silence)?;
            let chosen = check_policy::piped(line, self.as_is);
            return chosen.map(PasswordSource::Piped).map_err(|_| Failure::NotAPassword);
        }
        if let Some(kind) = self.generate {
            if self.deliver == Delivery::Screen && !self.dry_run {
                can_be_shown(operator)?;
            }
            return Ok(PasswordSource::Generated(kind));
        }
        // A dry run asks for none.
        if self.dry_run || operator.can_answer() {
            Ok(PasswordSource::Prompt)
        } else {
            Err(silence(NoAnswer::NoTerminal))
        }
    }

    /// Whether the password must be changed at the next sign-in, if the options say.
    pub fn wants_change(&self) -> Option<bool> {
        (self.must_change || self.no_must_change).then_some(self.must_change)
    }

    /// Who wants that; `in_force` combines the options and the settings.
    fn must_change(&self, in_force: MustChangePolicy) -> MustChangeRequest {
        if self.wants_change().is_some() {
            MustChangeRequest::Explicit(in_force == MustChangePolicy::Always)
        } else {
            MustChangeRequest::Default { policy: in_force, place: self.caller_at }
        }
    }
}

pub struct Plan {
    /// How the caller receives a generated password. The operator chooses where they are asked for one.
    pub deliver: Delivery,
    pub must_change: MustChangeRequest,
    /// Where the caller is, if known.
    pub place: Option<CallerPlace>,
    /// Whether the other controllers of the site are unlocked and compared.
    pub everywhere: bool,
}

impl Plan {
    /// Whether this account's password must be changed at the next sign-in.
    fn must_change(&self, account: &Account) -> Result<MustChange, Failure> {
        let shuts_out = |WouldShutOut| Failure::MustChangeShutsOut { account: account.name.to_string() };
        self.must_change.on(account).map_err(shuts_out)
    }

    /// The plan for a caller at `place`.
    pub(super) fn at(self, place: Option<CallerPlace>) -> Self {
        Self { must_change: self.must_change.at(place), place: place.or(self.place), ..self }
    }
}

pub struct Request {
    account: AccountQuery,
    claim: IdentityClaim,
    source: PasswordSource,
    plan: Plan,
}

impl Request {
    pub const NATURE: Nature = Nature::HelpsCaller;

    /// Sets a new password for a verified caller.
    ///
    /// # Errors
    /// [`Failure`]; a failed change says what state the account is in.
    pub async fn run<P: Ports>(
        self,
        directory: &(impl FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController),
        context: &CallerContext<'_, P>,
        rules: &Rules<'_>,
    ) -> Result<Outcome, Failure> {
        let Prepared { mut caller, to, given } = self.prepare(directory, context, rules, Recording::Refusals).await?;
        let Self { claim, mut plan, .. } = self;
        let warnings = context.introduce(&caller.account, caller.via.as_ref(), &claim, directory).await?;
        let proof = context.proof(&mut caller, Action::Reset, &claim, &warnings, directory).await?;
        let account = caller.account;
        // The caller may have been verified in another way than was planned.
        let phone_is_proved = if to.is_none() || proof.is_of_phone() { Ok(()) } else { Err(Failure::SmsUnverified) };
        context.refusing(context.act(Action::Reset, &account, Some(&proof)), phone_is_proved).await?;
        if plan.must_change.depends_on_place() && context.operator.can_answer() {
            let no_answer = |why| Failure::NoAnswer { why, option: "--caller-at" };
            plan = plan.at(Some(context.operator.ask_place().map_err(no_answer)?));
        }
        // The password goes where the code went: the operator may have chosen another of the numbers.
        let to = to.and_then(|_| account.mobile.reachable().cloned());
        let setter = Setter { proof: &proof, plan: &plan, rules, directory, context };
        setter.set_new(&account, given, to.as_ref()).await
    }

    /// Finds the account and checks everything that needs no caller. Records a refusal, unless it is a dry run.
    async fn prepare<P: Ports>(
        &self,
        directory: &impl FindAccounts,
        context: &CallerContext<'_, P>,
        rules: &Rules<'_>,
        recording: Recording,
    ) -> Result<Prepared, Failure> {
        let Self { account, claim, source, plan } = self;
        let mut caller = CallerAccount::from(account.resolve_whole(directory).await?);
        context.use_proving_number(&mut caller, claim.code.is_some(), directory).await?;
        let CallerAccount { account, via } = &caller;
        context.warn_of_history(account).await?;
        let allowed = resolve_account::in_reach(account, context.clock.now());
        let allowed = allowed.and_then(|()| plan.must_change(account).map(drop));
        context.refusing_planned(recording, Action::Reset, account, allowed).await?;
        // An SMS that cannot be sent must not cost the caller a code, or their present password.
        let to = match plan.deliver {
            Delivery::Sms => {
                let number = match via {
                    Some(_) => Err(Failure::SmsUnverified),
                    None => password_sms::number(account, claim.identified_by.is_some(), context),
                };
                Some(context.refusing_planned(recording, Action::Reset, account, number).await?.clone())
            }
            Delivery::Screen => None,
        };
        // A password that breaks a rule must not cost the caller a code.
        let given = match source {
            PasswordSource::Piped(password) => Some(ChosenPassword::from(password.clone())),
            PasswordSource::Generated(kind) => {
                Some(ChosenPassword::generate(*kind, Some(account), rules, context.random)?)
            }
            PasswordSource::Prompt => None,
        };
        if let Some(given) = &given {
            let report = rules.judge(&given.password, Some(account))?;
            let kept = if report.acceptable() { Ok(()) } else { Err(Failure::PasswordRefused(report)) };
            context.refusing_planned(recording, Action::Reset, account, kept).await?;
            if !given.is_generated() {
                let allowed = new_password::may_be_chosen(account, context).await;
                context.refusing_planned(recording, Action::Reset, account, allowed).await?;
            }
        }
        Ok(Prepared { caller, to, given })
    }
}

/// An account that may be reset, before its caller is verified.
struct Prepared {
    caller: CallerAccount,
    /// The number that a generated password goes to.
    to: Option<Phone>,
    given: Option<ChosenPassword>,
}

/// Checks that a password can be generated by the default method that follows the desk's own rules.
///
/// # Errors
/// As a reset would fail.
pub(super) fn can_generate(rules: &Rules<'_>, random: &dyn Random) -> Result<(), Failure> {
    ChosenPassword::generate(GeneratedKind::Words, None, rules, random).map(drop)
}

/// Refuses to generate a password that nobody could see, which would shut its owner out.
fn can_be_shown(operator: &dyn Operator) -> Result<(), Failure> {
    if operator.can_be_shown() { Ok(()) } else { Err(Failure::NowhereToShow) }
}

named_enum! {
    pub enum ResetOutcome {
        Reset = "reset",
        /// Of a dry run.
        WouldReset = "would_reset",
    }
}

#[derive(Debug)]
pub struct Outcome {
    pub account: String,
    pub display_name: String,
    /// It was locked and was read back as unlocked.
    pub unlocked: bool,
    /// Whether it must be changed at the next sign-in, and why not if that was wanted.
    pub must_change: MustChange,
    /// Where the caller is, if known.
    pub place: Option<CallerPlace>,
    /// Whether the self-service page could send the caller a code.
    pub has_mobile: bool,
    pub restrictions: CurrentRestrictions,
    pub history: HistoryCheck,
    /// A generated password, to be shown once.
    pub generated: Option<Password>,
    /// Where a generated password was sent.
    pub sent: Option<SentPassword>,
    pub everywhere: Option<AllControllers>,
    pub owner: OwnerTelling,
}

impl TellsOwner for Outcome {
    fn owner(&mut self) -> &mut OwnerTelling {
        &mut self.owner
    }
}

impl Outcome {
    /// Whether the caller can sign in at any controller, as far as that is known.
    pub(super) fn is_everywhere(&self) -> bool {
        self.everywhere.as_ref().is_none_or(AllControllers::agree)
    }
}
