//! The operator: what they are asked and told while a command runs.

use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::domain::account::Account;
use crate::domain::audit::{AuditRecord, Delivery};
use crate::domain::must_change::CallerPlace;
use crate::domain::password::{InvisibleCharacters, Password};
use crate::domain::phone::Phone;
use crate::domain::policy::PolicyReport;
use crate::domain::secret_entry::SecretEntry;
use crate::domain::warnings::{MobileDoubt, Warning};
use crate::ports::{ChangeRefusal, FollowDelivery};

/// Asks the operator and tells them things.
pub trait Operator {
    /// Whether questions can be asked: there is a terminal and `--no-input` is not set.
    fn can_answer(&self) -> bool;

    fn confirm(&self, question: &Question<'_>) -> Result<bool, NoAnswer>;

    /// Asks who is calling. The answer may be a code typed in the wrong place.
    fn ask_caller(&self, whom: CallerPrompt<'_>) -> Result<Zeroizing<String>, NoAnswer>;

    /// Asks which account is the caller's. Returns its index, or `None` for none of them.
    fn choose_account(&self, accounts: &[Account]) -> Result<Option<usize>, NoAnswer>;

    /// Asks what the caller wants. `usual` is what most likely helps, and alone offers to watch the account; `pointless`
    /// is why keeping the password does not.
    fn choose_help(&self, usual: CallerChoice, pointless: Option<WhyUnhelpful>) -> Result<CallerChoice, NoAnswer>;

    /// Asks where the caller is.
    fn ask_place(&self) -> Result<CallerPlace, NoAnswer>;

    /// Asks which of the account's other `numbers` is right. Returns its index, or `None` for none of them.
    fn choose_number(&self, numbers: &[Phone]) -> Result<Option<usize>, NoAnswer>;

    /// Asks how the caller gets a generated password; `to`: the number that an SMS would go to.
    fn choose_delivery(&self, to: &Phone, usual: Delivery) -> Result<Delivery, NoAnswer>;

    /// Asks for the code that the caller reads back. Echoed, since the operator hears it anyway.
    /// Meanwhile shows what `delivery` says of the message.
    fn ask_code(&self, delivery: Option<&dyn FollowDelivery>) -> Result<Zeroizing<String>, NoAnswer>;

    /// Asks how the caller was identified without a code; `None`: not at all.
    fn ask_identification(&self) -> Result<Option<String>, NoAnswer>;

    /// Asks for a new password once, without echo, or to generate one.
    fn ask_new_password(&self) -> Result<NewPasswordAnswer, NoAnswer>;

    /// Asks for the new password again. Returns whether it is the same, and tells the operator if it is not; also `false` if
    /// they step back.
    fn repeat_password(&self, first: &Password) -> Result<bool, NoAnswer>;

    /// Asks for the operator's own name in the directory at `place`; an empty answer means `former`.
    fn ask_own_name(&self, place: &str, former: Option<&str>) -> Result<String, NoAnswer>;

    /// Asks for a secret to store, once, without echo.
    fn ask_secret(&self, entry: &SecretEntry) -> Result<Password, NoAnswer>;

    /// Asks for a password to check, once, without echo.
    fn ask_password_once(&self) -> Result<Password, NoAnswer>;

    /// Reads a secret from the next line of standard input, without its line break.
    fn piped_line(&self) -> Result<Zeroizing<String>, NoAnswer>;

    /// Reads a secret from the last line of standard input. Only empty lines may follow, so that a list of secrets is not
    /// taken for its first.
    fn last_piped_line(&self) -> Result<Zeroizing<String>, NoAnswer> {
        let line = self.piped_line()?;
        // No secret, which is what is wrong then.
        if line.is_empty() {
            return Ok(line);
        }
        loop {
            match self.piped_line() {
                Ok(blank) if blank.trim().is_empty() => {}
                Err(NoAnswer::NothingPiped) => return Ok(line),
                _ => return Err(NoAnswer::MoreLines),
            }
        }
    }

    /// Whether standard output can be written to, as far as known in advance.
    fn can_be_shown(&self) -> bool {
        true
    }

    /// Tells the operator something at once.
    fn tell(&self, notice: &Notice<'_>);
}

/// What a card is about.
#[derive(Debug, Clone, Copy)]
pub struct CardSubject<'a> {
    pub account: &'a Account,
    pub warnings: &'a [Warning],
    /// The manager who can vouch for the caller, where no code reaches a phone of the caller's own.
    pub voucher: Option<&'a Account>,
    /// When the caller was verified, if that is to be shown and still holds.
    pub verified: Option<Timestamp>,
}

/// Which caller the operator is asked for.
#[derive(Debug, Clone, Copy)]
pub enum CallerPrompt<'a> {
    /// That of the call which has begun, whose account is not found yet. `ticket`: the case number noted for it.
    Current { ticket: Option<&'a str> },
    /// The next one. An empty answer means that there is none.
    Next,
}

#[derive(Debug)]
pub enum Question<'a> {
    SendCode {
        account: &'a Account,
        /// The answer that Enter gives.
        usual: bool,
        /// Whether no leads to a choice among other registered numbers.
        has_others: bool,
    },
    /// Whether the caller reads back a code that was sent `at` that time, before this call about the account.
    UseCode {
        account: &'a Account,
        /// The manager it went to.
        manager: Option<&'a Account>,
        /// Why the manager's number may be new.
        doubt: Option<MobileDoubt>,
        at: Timestamp,
        expires: Timestamp,
        /// Whether nothing speaks against the caller.
        usual: bool,
    },
    /// Whether the code goes to the manager, who vouches for the caller.
    SendCodeToManager {
        account: &'a Account,
        manager: &'a Account,
        /// Why the manager's number may be new.
        doubt: Option<MobileDoubt>,
    },
    TryAgain,
    /// Whether the caller who read back a code `at` that time is still on the line.
    SameCall {
        at: Timestamp,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallerChoice {
    KeepPassword,
    NewPassword,
    /// Keep the password, and see whether something locks the account again.
    Watch,
}

/// Why keeping the password does not help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyUnhelpful {
    NotLocked,
    /// Nobody knows it.
    PasswordUnknown,
    /// The password has expired or must be changed, and the owner may not change it.
    MustChange,
}

#[derive(Debug)]
pub enum NewPasswordAnswer {
    Typed(Password),
    Generate,
}

/// What the operator is told while a command runs.
#[derive(Debug)]
pub enum Notice<'a> {
    Account(CardSubject<'a>),
    /// The account in a guided call.
    Caller(CardSubject<'a>),
    Warnings(&'a [Warning]),
    /// The number of the manager who is to vouch is or may be new.
    ManagerDoubt(MobileDoubt),
    SecretHides(&'a InvisibleCharacters),
    MoreAccounts,
    /// Nobody matches what was typed; similar ones can be chosen.
    OnlySimilar {
        query: &'a str,
    },
    /// A code was typed where a name belongs. It was not searched for.
    CodeAsName,
    NobodyNamed,
    /// A case number was typed alone. It is for the call that begins.
    TicketNoted {
        ticket: &'a str,
    },
    /// The number is too new to receive a code. The caller must be identified in another way.
    NoCodeForNewMobile,
    /// No code is to be sent: the caller has another number, perhaps.
    NumberDeclined,
    /// The newest intent for this account that has no conclusion.
    Unanswered(&'a AuditRecord),
    /// The number of accounts to unlock that have an intent without a conclusion.
    UnansweredOf {
        accounts: usize,
    },
    CodeSent {
        /// The manager it went to, who vouches for the caller.
        via: Option<&'a Account>,
        /// Masked number.
        to: &'a str,
        expires: Timestamp,
        /// The gateway cannot deliver it at the moment.
        queued: bool,
    },
    CodeMayBeSent {
        /// Masked number.
        to: &'a str,
    },
    /// Not six digits. No attempt was used.
    NotACode,
    WrongCode {
        left: u32,
    },
    CodeForAnotherAccount {
        left: u32,
    },
    /// A newer code has replaced this one.
    CodeReplaced {
        left: u32,
    },
    VerificationClosed {
        until: Timestamp,
    },
    /// This operator has opened the account's verification again.
    VerificationReopened,
    /// The account's password was reset this often within a day.
    ManyResets {
        n: u32,
    },
    NotYet {
        again: Timestamp,
    },
    Verified,
    /// The password breaks rules. Nothing was set.
    PasswordBreaksRules(&'a PolicyReport),
    /// The password that was set was generated: one of at least 2^`bits`.
    PasswordMade {
        bits: u32,
    },
    /// Only a generated password may be set: refused ones may have pushed old ones out of the history.
    OnlyGenerated,
    /// No generated password can meet all rules. One must be typed.
    NoPasswordToMake,
    /// The directory refused the password.
    PasswordNotTaken {
        account: &'a Account,
        refusal: ChangeRefusal,
        /// A random password that nobody knows is set until one is accepted. Otherwise nothing changed.
        halfway: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoAnswer {
    /// The operator pressed Ctrl-C.
    #[error("cancelled")]
    Cancelled,
    /// The operator pressed Escape: one step back, or cancelled where there is none.
    #[error("one step back")]
    Back,
    /// The process was told to end (SIGTERM, SIGHUP).
    #[error("terminated")]
    Terminated,
    /// There is no terminal, or `--no-input` is set.
    #[error("no terminal to ask on")]
    NoTerminal,
    #[error("what was typed cannot be decoded")]
    Unreadable,
    #[error("standard input has ended")]
    NothingPiped,
    #[error("standard input has more lines than expected")]
    MoreLines,
    #[error("standard input is not usable text")]
    NotText,
}
