//! `send-code`: send a code to the registered mobile, and verify what the caller reads back.

use jiff::Timestamp;

use super::grounds::read_code;
use super::verification::Dispatch;
use super::{Failure, Verification, target};
use crate::domain::audit::Action;
use crate::domain::code::Code;
use crate::domain::phone::Phone;
use crate::domain::query::Query;
use crate::domain::restrictions::CurrentRestrictions;
use crate::domain::warnings::Warning;
use crate::ports::{Codes, FindAccounts, Notice, Operator, Records, SmsGateway};

/// To whom, or what to verify.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[arg(value_name = "ACCOUNT")]
    pub(crate) account: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) verify: Option<String>,
}

impl Args {
    /// The code to verify, if one was given.
    ///
    /// # Errors
    /// [`Failure::NotACode`], or the silence of standard input.
    pub fn read(&self, operator: &dyn Operator) -> Result<Option<Code>, Failure> {
        self.verify.as_deref().map(|given| read_code(given, "--verify", operator)).transpose()
    }
}

/// Sends a code and, on a terminal, asks for it; or verifies `code`.
///
/// # Errors
/// [`Failure`].
pub async fn run<C: Codes, S: SmsGateway, R: Records>(
    typed: &str,
    query: &Query,
    code: Option<&Code>,
    directory: &impl FindAccounts,
    verification: &Verification<'_, C, S, R>,
) -> Result<Outcome, Failure> {
    let account = target::exactly_one(directory, typed, query).await?;
    verification.warn_of_history(&account).await?;
    let mut outcome = Outcome {
        account: account.name.to_string(),
        sent: false,
        verified: false,
        to: account.mobile.phone().map(Phone::masked).unwrap_or_default(),
        message_id: None,
        expires: None,
        queued: false,
        warnings: vec![],
        restrictions: CurrentRestrictions::of(&account, verification.clock.now()),
    };
    if let Some(code) = code {
        verification.check(&account, code).await?;
        outcome.verified = true;
        return Ok(outcome);
    }
    if let Err(failure) = target::in_reach(&account, verification.clock.now()) {
        let act = verification.act(Action::SendCode, &account, None);
        return Err(verification.refused(act, failure).await);
    }
    let interactive = verification.operator.can_answer();
    outcome.warnings = verification.warnings(&account);
    if interactive {
        verification.operator.tell(&Notice::Account(&account, &outcome.warnings));
    } else if verification.trusted(&account).is_ok() {
        verification.operator.tell(&Notice::Warnings(&outcome.warnings));
    }
    outcome.warnings.extend(verification.tell_sharing(&account, directory).await);
    let dispatch = if interactive {
        verification.send_and_tell(&account).await?
    } else {
        Some(verification.send(&account).await?)
    };
    if let Some(Dispatch { to, message_id, expires, queued }) = dispatch {
        outcome = Outcome { sent: true, to, message_id, expires: Some(expires), queued, ..outcome };
    }
    if interactive {
        verification.ask_for_code(&account).await?;
        outcome.verified = true;
    }
    Ok(outcome)
}

/// What was sent or verified.
#[derive(Debug)]
pub struct Outcome {
    /// Whose account.
    pub account: String,
    /// A code was sent.
    pub sent: bool,
    /// The caller is verified.
    pub verified: bool,
    /// The number, masked.
    pub to: String,
    /// The gateway's name for the message.
    pub message_id: Option<String>,
    /// When the code ends.
    pub expires: Option<Timestamp>,
    /// The gateway could not deliver just now.
    pub queued: bool,
    /// What speaks against the caller, asked for before a code was sent.
    pub warnings: Vec<Warning>,
    /// When and where the caller may sign in.
    pub restrictions: CurrentRestrictions,
}
