//! `send-code`: sends a code to the registered mobile, and verifies what the caller reads back.

pub(in crate::commands) mod render;

use clap::{ValueEnum, value_parser};
use jiff::Timestamp;

use super::caller::identity_proof::read_code;
use super::caller::{AccountQuery, CallerAccount, CallerContext, Ports, SentCode, resolve_account};
use super::{Failure, Nature};
use crate::domain::audit::Action;
use crate::domain::code::Code;
use crate::domain::phone::Phone;
use crate::domain::restrictions::CurrentRestrictions;
use crate::domain::warnings::Warning;
use crate::ports::{CardSubject, DeliveryState, FindAccounts, Notice, Operator};

#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[arg(value_name = "ACCOUNT")]
    pub(crate) account: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) verify: Option<String>,
    #[arg(long, value_name = "DIGITS", conflicts_with = "verify")]
    pub(crate) to: Option<String>,
    #[arg(long, value_enum, value_name = "WHO", conflicts_with_all = ["verify", "to"])]
    pub(crate) via: Option<CodeReceiver>,
    #[arg(
        long,
        value_name = "SECONDS",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "60",
        value_parser = value_parser!(u16).range(1..=600),
        conflicts_with = "verify"
    )]
    pub(crate) wait_delivered: Option<u16>,
}

/// Who gets the code, other than the owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CodeReceiver {
    /// Their manager, who vouches for them.
    Manager,
}

pub struct Request {
    account: AccountQuery,
    /// The code to verify; `None`: one is sent.
    verify: Option<Code>,
    /// The last digits of the registered number that the code goes to; `None`: the one in use.
    to: Option<String>,
    via: Option<CodeReceiver>,
    /// For how many seconds to wait until the gateway says that the code arrived.
    wait_delivered: Option<u16>,
}

impl Args {
    /// Reads the account, and a code to verify.
    pub fn read(&self, operator: &dyn Operator) -> Result<Request, Failure> {
        let account = AccountQuery::read(&self.account)?;
        let verify = self.verify.as_deref().map(|given| read_code(given, "--verify", operator, false)).transpose()?;
        Ok(Request { account, verify, to: self.to.clone(), via: self.via, wait_delivered: self.wait_delivered })
    }
}

impl Request {
    pub const NATURE: Nature = Nature::HelpsCaller;

    /// Sends a code and, on a terminal, asks for it; or verifies the given one.
    pub async fn run<P: Ports>(
        self,
        directory: &impl FindAccounts,
        context: &CallerContext<'_, P>,
    ) -> Result<Outcome, Failure> {
        let mut caller = CallerAccount::from(self.account.resolve_whole(directory).await?);
        if self.verify.is_some() {
            context.use_proving_number(&mut caller, true, directory).await?;
        }
        let CallerAccount { mut account, mut via } = caller;
        // Without any number, the refusal below says so.
        if let Some(digits) = self.to.as_ref().filter(|_| account.mobile.reachable().is_some()) {
            let chosen = account.number_ending(digits).cloned().map_err(|why| Failure::NoSuchMobile {
                account: account.name.to_string(),
                why,
                registered: account.reachable_numbers().map(Phone::masked).collect(),
            });
            let chosen = context.refusing_action(Action::SendCode, &account, chosen).await?;
            account.use_number(&chosen);
        }
        context.warn_of_history(&account).await?;
        if self.verify.is_none() {
            // Before the manager is looked up: a caller who cannot be helped is not told which manager is missing.
            let in_reach = resolve_account::in_reach(&account, context.clock.now());
            context.refusing_action(Action::SendCode, &account, in_reach).await?;
        }
        if self.via == Some(CodeReceiver::Manager) {
            let manager = context.voucher(&account, directory).await;
            via = Some(context.refusing_action(Action::SendCode, &account, manager).await?);
        }
        let via = via.as_ref();
        let mut outcome = Outcome {
            account: account.name.to_string(),
            sent: false,
            verified: false,
            manager: via.map(|manager| (manager.name.to_string(), manager.display_name.clone())),
            to: via.unwrap_or(&account).mobile.phone().map(Phone::masked).unwrap_or_default(),
            message_id: None,
            expires: None,
            queued: false,
            delivery: None,
            warnings: vec![],
            restrictions: CurrentRestrictions::of(&account, context.clock.now()),
        };
        if let Some(code) = &self.verify {
            context.check_code(&account, via, code, false).await?;
            outcome.verified = true;
            return Ok(outcome);
        }
        // With --wait-delivered the operator asks for the code once it has arrived.
        let interactive = context.operator.can_answer() && self.wait_delivered.is_none();
        outcome.warnings = context.warnings(&account).await?;
        if interactive {
            let instead = match via {
                Some(_) => None,
                None => context.voucher_instead(&account, directory).await,
            };
            let (account, warnings, voucher) = (&account, outcome.warnings.as_slice(), via.or(instead.as_ref()));
            context.operator.tell(&Notice::Account(CardSubject { account, warnings, voucher, verified: None }));
        } else if context.trusted(&account, via).is_ok() {
            context.operator.tell(&Notice::Warnings(&outcome.warnings));
        }
        match via {
            Some(manager) => context.warn_of_manager(manager),
            None => outcome.warnings.extend(context.tell_sharing(&account, directory).await),
        }
        let sent = match interactive {
            true => context.send_and_tell(&account, via).await?,
            false => Some(context.send_code(&account, via).await?),
        };
        if let Some(SentCode { to, message_id, expires, queued }) = sent {
            outcome = Outcome { sent: true, to, message_id, expires: Some(expires), queued, ..outcome };
        }
        if let Some(seconds) = self.wait_delivered {
            let id = outcome.message_id.as_deref();
            outcome.delivery = Some(context.wait_delivered(&account, via, id, seconds).await?);
        }
        if interactive {
            context.ask_for_code(&account, via).await?;
            outcome.verified = true;
        }
        Ok(outcome)
    }
}

#[derive(Debug)]
pub struct Outcome {
    pub account: String,
    pub sent: bool,
    pub verified: bool,
    /// The manager who vouches, by user name and name.
    pub manager: Option<(String, String)>,
    pub to: String,
    pub message_id: Option<String>,
    pub expires: Option<Timestamp>,
    /// The gateway will deliver it later.
    pub queued: bool,
    /// How far the message has come, if that was waited for.
    pub delivery: Option<DeliveryState>,
    pub warnings: Vec<Warning>,
    pub restrictions: CurrentRestrictions,
}
