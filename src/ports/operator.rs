//! The person at the servicedesk: what they are asked and told while a command runs.

use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::domain::account::Account;
use crate::domain::audit::AuditRecord;
use crate::domain::password::{InvisibleCharacters, Password};
use crate::domain::policy::PolicyReport;
use crate::domain::secret_entry::SecretEntry;
use crate::domain::warnings::Warning;
use crate::ports::ChangeRefusal;

/// Asks and tells the operator.
pub trait Operator {
    /// Whether there is anyone to ask: a terminal, and asking is allowed.
    fn can_answer(&self) -> bool;

    /// A question with yes or no.
    ///
    /// # Errors
    /// [`NoAnswer`] when no answer came.
    fn confirm(&self, question: &Question<'_>) -> Result<bool, NoAnswer>;

    /// Who is calling, as typed: it may be a code that was typed in the wrong place. After a call an empty answer
    /// means that there is no other.
    ///
    /// # Errors
    /// [`NoAnswer`].
    fn ask_caller(&self, after_a_call: bool) -> Result<Zeroizing<String>, NoAnswer>;

    /// Which of these accounts is the caller's, from 0; `None`: none of them.
    ///
    /// # Errors
    /// [`NoAnswer`].
    fn choose_account(&self, accounts: &[Account]) -> Result<Option<usize>, NoAnswer>;

    /// What the caller wants. `usual` is what most likely helps; `pointless` is why keeping the password does not.
    ///
    /// # Errors
    /// [`NoAnswer`].
    fn choose_help(&self, usual: CallerChoice, pointless: Option<WhyUnhelpful>) -> Result<CallerChoice, NoAnswer>;

    /// What the caller reads back, as typed. Shown while typed: the operator hears it anyway.
    ///
    /// # Errors
    /// [`NoAnswer`].
    fn ask_code(&self) -> Result<Zeroizing<String>, NoAnswer>;

    /// How the caller was identified without a code, in the operator's words; `None`: not at all.
    ///
    /// # Errors
    /// [`NoAnswer`].
    fn ask_identification(&self) -> Result<Option<String>, NoAnswer>;

    /// A new password, typed twice without echo until both are the same; or the wish to have one made.
    ///
    /// # Errors
    /// [`NoAnswer`].
    fn ask_new_password(&self) -> Result<NewPasswordAnswer, NoAnswer>;

    /// A secret to keep, typed once without echo.
    ///
    /// # Errors
    /// [`NoAnswer`].
    fn ask_secret(&self, entry: &SecretEntry) -> Result<Password, NoAnswer>;

    /// A password to look at, typed once without echo.
    ///
    /// # Errors
    /// [`NoAnswer`].
    fn ask_password_once(&self) -> Result<Password, NoAnswer>;

    /// The next line of standard input, without its line break: a secret a script hands over.
    ///
    /// # Errors
    /// [`NoAnswer::NothingPiped`] at its end.
    fn piped_line(&self) -> Result<Zeroizing<String>, NoAnswer>;

    /// Whether what is shown as the result can reach anyone, as far as that is known before.
    fn can_be_shown(&self) -> bool {
        true
    }

    /// Something the operator needs to know now.
    fn tell(&self, notice: &Notice<'_>);
}

/// A question with yes or no.
#[derive(Debug)]
pub enum Question<'a> {
    /// Send a code to this account's registered number?
    SendCode(&'a Account),
    /// Try what failed again?
    TryAgain,
    /// Is the caller at the workplace, where a computer can be started on its network?
    AtTheWorkplace,
}

/// What a caller who cannot sign in may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallerChoice {
    /// Keep the password and unlock the account.
    KeepPassword,
    /// Set a new password and unlock the account.
    NewPassword,
}

/// Why keeping the password does not let the caller in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyUnhelpful {
    /// There is no lock to end.
    NotLocked,
    /// The password has run out or must be changed, and its owner may not.
    MustChange,
}

/// What the operator answers when a new password is asked for.
#[derive(Debug)]
pub enum NewPasswordAnswer {
    /// This one.
    Typed(Password),
    /// The program is to make one.
    Generate,
}

/// Something to know while a command runs.
#[derive(Debug)]
pub enum Notice<'a> {
    /// Whose account is at hand, and what speaks against a caller.
    Account(&'a Account, &'a [Warning]),
    /// The same in a guided call, where the next step follows by itself.
    Caller(&'a Account, &'a [Warning]),
    /// What speaks against a caller, beside what was told.
    Warnings(&'a [Warning]),
    /// What nobody sees of a secret that is kept all the same.
    SecretHides(&'a InvisibleCharacters),
    /// There are more accounts than were shown.
    MoreAccounts,
    /// A code was typed where a name belongs; it was not looked for.
    CodeAsName,
    /// Nothing was typed where a name belongs.
    NobodyNamed,
    /// No code may go to the number, for it is not settled; the caller is to be identified another way.
    NoCodeForNewMobile,
    /// Something was begun for this account, and nothing says how it ended: the newest of it, with its number.
    Unanswered(&'a AuditRecord),
    /// The same of so many of the accounts that are to be unlocked.
    UnansweredOf {
        /// How many.
        accounts: usize,
    },
    /// The caller read back a code a while ago, which is enough.
    StillVerified,
    /// A code is on its way.
    CodeSent {
        /// To this number, masked.
        to: &'a str,
        /// Good until then.
        expires: Timestamp,
        /// The gateway can't deliver just now.
        queued: bool,
    },
    /// The code may have been sent.
    CodeMayBeSent {
        /// To this number, masked.
        to: &'a str,
    },
    /// What was typed is not six digits; no try was used.
    NotACode,
    /// The code was wrong.
    WrongCode {
        /// Tries left.
        left: u32,
    },
    /// The code belongs to another caller of this operator.
    CodeForAnotherAccount {
        /// Tries left.
        left: u32,
    },
    /// The code was this caller's, until a newer one was sent.
    CodeReplaced {
        /// Tries left.
        left: u32,
    },
    /// The account's verification is closed.
    VerificationClosed {
        /// Until then.
        until: Timestamp,
    },
    /// It was closed, and this operator has opened it again.
    VerificationReopened,
    /// The account has got this many new passwords in a day.
    ManyResets {
        /// So many.
        n: u32,
    },
    /// The limits allow no new code before this time.
    NotYet {
        /// When the next may be sent.
        again: Timestamp,
    },
    /// The caller is who they say.
    Verified,
    /// The password breaks these rules; nothing was set.
    PasswordBreaksRules(&'a PolicyReport),
    /// The password that was set is one the program made: one of at least 2 to the power of `bits`.
    PasswordMade {
        /// How random it is.
        bits: u32,
    },
    /// No password can be made that keeps all rules: one must be typed.
    NoPasswordToMake,
    /// The directory did not take the password.
    PasswordNotTaken {
        /// Whose.
        account: &'a Account,
        /// Why.
        refusal: ChangeRefusal,
        /// A random one that nobody knows is set until another is taken; else nothing changed.
        halfway: bool,
    },
}

/// Why no answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoAnswer {
    /// The operator pressed Ctrl-C or Escape.
    #[error("cancelled")]
    Cancelled,
    /// There is no terminal, or asking was forbidden.
    #[error("no terminal to ask on")]
    NoTerminal,
    /// What was typed cannot be decoded.
    #[error("what was typed cannot be decoded")]
    Unreadable,
    /// Standard input ended.
    #[error("standard input has ended")]
    NothingPiped,
    /// Standard input is not text, or longer than any secret.
    #[error("standard input is not usable text")]
    NotText,
}
