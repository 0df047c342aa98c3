//! What result codes and Active Directory's diagnostic texts mean (RFC 4511 appendix A; MS-ADTS 3.1.1.3.1.9). Texts
//! begin with a Win32 error code in eight hexadecimal digits.

use ldap3::{LdapError, LdapResult};

use super::result_code::{self, CONSTRAINT_VIOLATION, UNWILLING_TO_PERFORM};
use crate::adapters::plain_text;
use crate::ports::{
    ChangeRefusal, DirectoryError, PartialChange, ReadOnlyKind, ServerFault, SignInRefusal, WriteError,
};

/// What the directory answers, or why it does not.
pub(crate) type Result<T, E = DirectoryError> = std::result::Result<T, E>;

/// What a controller answers that has trouble of its own, which is no fault of the request's (RFC 4511 appendix A).
const OPERATIONS_ERROR: &str = "1 operations error";
const OTHER: &str = "80 other";
const UNWILLING: &str = "53 unwilling to perform";

fn trouble(code: u32) -> Option<&'static str> {
    match code {
        // Windows says so of a connection whose sign-in it no longer knows (ERROR_NOT_AUTHENTICATED), too.
        result_code::OPERATIONS_ERROR => Some(OPERATIONS_ERROR),
        result_code::TIME_LIMIT_EXCEEDED => Some("3 time limit exceeded"),
        result_code::BUSY => Some("51 busy"),
        result_code::UNAVAILABLE => Some("52 unavailable"),
        result_code::OTHER => Some(OTHER),
        _ => None,
    }
}

/// The same for a search: its limits are the controller's own, and nothing about a search can be forbidden but the
/// entries it would find.
fn search_trouble(code: u32) -> Option<&'static str> {
    match code {
        result_code::SIZE_LIMIT_EXCEEDED => Some("4 size limit exceeded"),
        result_code::ADMIN_LIMIT_EXCEEDED => Some("11 administrative limit exceeded"),
        UNWILLING_TO_PERFORM => Some(UNWILLING),
        _ => trouble(code),
    }
}

/// The same for a bind: a wrong name or password has its own code (49).
fn bind_trouble(code: u32) -> Option<&'static str> {
    match code {
        result_code::PROTOCOL_ERROR => Some("2 protocol error"),
        result_code::ADMIN_LIMIT_EXCEEDED => Some("11 administrative limit exceeded"),
        UNWILLING_TO_PERFORM => Some(UNWILLING),
        _ => trouble(code),
    }
}

/// Why a controller cannot be signed in to.
pub(crate) enum ConnectError {
    /// The next one may be usable.
    Unusable(ServerFault),
    /// The next one would say the same.
    Refused(DirectoryError),
}

impl From<ServerFault> for ConnectError {
    fn from(reach: ServerFault) -> Self {
        Self::Unusable(reach)
    }
}

pub(crate) fn unreachable(server: &str, reach: ServerFault) -> DirectoryError {
    DirectoryError::Unreachable { tried: vec![(server.to_owned(), reach)] }
}

pub(crate) fn sign_in(server: &str, user: &str, result: &LdapResult) -> ConnectError {
    if let Some(answer) = busy(result) {
        return ConnectError::Unusable(ServerFault::Busy { answer, text: result.text.clone() });
    }
    let refusal = match result.rc {
        result_code::INVALID_CREDENTIALS => match sign_in_reason(&result.text).as_deref() {
            Some("525" | "52e") | None => SignInRefusal::WrongNameOrPassword,
            Some("530") => SignInRefusal::Hours,
            Some("531") => SignInRefusal::Workstation,
            Some("532") => SignInRefusal::PasswordExpired,
            Some("533") => SignInRefusal::Disabled,
            Some("701") => SignInRefusal::AccountExpired,
            Some("773") => SignInRefusal::MustChangePassword,
            Some("775") => SignInRefusal::Locked,
            Some(_) => SignInRefusal::Other,
        },
        result_code::STRONGER_AUTH_REQUIRED | result_code::CONFIDENTIALITY_REQUIRED => {
            SignInRefusal::EncryptionRequired
        }
        _ => SignInRefusal::Other,
    };
    ConnectError::Refused(DirectoryError::SignIn {
        server: server.to_owned(),
        user: user.to_owned(),
        refusal,
        text: result.text.clone(),
    })
}

/// The answer to a bind from a controller that is in trouble: another one can judge the operator.
fn busy(result: &LdapResult) -> Option<&'static str> {
    match result.rc {
        // ERROR_NO_LOGON_SERVERS: it reaches no controller that can check the password.
        result_code::INVALID_CREDENTIALS if sign_in_reason(&result.text).as_deref() == Some("51f") => {
            Some("51f no logon servers")
        }
        code => bind_trouble(code),
    }
}

/// The `data` code of a refused bind, in small letters.
fn sign_in_reason(text: &str) -> Option<String> {
    let (_, after) = text.split_once("data ")?;
    after.split([',', ' ', '\0']).next().map(str::to_ascii_lowercase)
}

/// A request that was not answered.
pub(crate) fn reading(server: &str, error: LdapError) -> DirectoryError {
    let server = server.to_owned();
    match error {
        LdapError::Timeout { .. } => DirectoryError::TimedOut { server },
        LdapError::LdapResult { result } => refused(&server, &result),
        other => DirectoryError::Lost { server, text: plain_text(&other) },
    }
}

/// What a refused search means.
pub(crate) fn refused(server: &str, result: &LdapResult) -> DirectoryError {
    let (server, text) = (server.to_owned(), result.text.clone());
    match search_trouble(result.rc) {
        Some(answer) => DirectoryError::Busy { server, answer, text },
        None => DirectoryError::Refused { server, code: result.rc, text },
    }
}

/// Whether a controller refuses only what it would compute: one that reaches no global catalogue refuses an access
/// token, and gives all else. One that is overloaded gives nothing.
pub(crate) fn is_refused_token(error: &DirectoryError) -> bool {
    match error {
        DirectoryError::Refused { .. } => true,
        DirectoryError::Busy { answer, .. } => [OPERATIONS_ERROR, OTHER, UNWILLING].contains(answer),
        _ => false,
    }
}

/// A change that got no answer. It is certainly not done only if it was never sent.
pub(crate) fn writing(server: &str, error: LdapError) -> WriteError {
    match error {
        LdapError::OpSend { .. } => WriteError::NotSent(reading(server, error)),
        _ => WriteError::NoAnswer { server: server.to_owned() },
    }
}

/// The controller takes no changes, so this one was certainly not made.
pub(crate) fn read_only(server: &str, kind: ReadOnlyKind) -> WriteError {
    WriteError::NotSent(DirectoryError::ReadOnly { server: server.to_owned(), kind, others: vec![] })
}

/// Why a change was certainly not made, where another controller may make it.
pub(crate) fn unsent(error: &WriteError) -> Option<&DirectoryError> {
    match error {
        WriteError::NotSent(error) => Some(error),
        // Left by an earlier change, which this one was to finish.
        WriteError::Partial { state: PartialChange::RandomPassword, cause } => unsent(cause),
        _ => None,
    }
}

/// Whether only a controller that takes changes may make this one.
pub(crate) fn is_read_only(error: &WriteError) -> bool {
    matches!(unsent(error), Some(DirectoryError::ReadOnly { .. }))
}

pub(crate) fn change(server: &str, result: &LdapResult) -> WriteError {
    // A controller that only reads.
    if result.rc == result_code::REFERRAL {
        return read_only(server, ReadOnlyKind::Controller);
    }
    // Nothing was done, whatever the trouble: a modify that is answered with any error has changed nothing, as it is
    // atomic (RFC 4511, 4.6; MS-ADTS 3.1.1.5.1: an update is a transaction). That holds for operationsError and other,
    // too: what cannot be known is only a change that is not answered.
    if let Some(answer) = trouble(result.rc) {
        let (server, text) = (server.to_owned(), result.text.clone());
        return WriteError::NotSent(DirectoryError::Busy { server, answer, text });
    }
    let refusal = match (result.rc, win32(&result.text)) {
        (result_code::INSUFFICIENT_ACCESS_RIGHTS, _) => ChangeRefusal::NoRight,
        (result_code::NO_SUCH_OBJECT, _) => ChangeRefusal::Gone,
        // ERROR_PASSWORD_RESTRICTION: the one code for every rule. Samba adds which one.
        (CONSTRAINT_VIOLATION | UNWILLING_TO_PERFORM, Some(0x52d)) if result.text.contains("already used") => {
            ChangeRefusal::History
        }
        (CONSTRAINT_VIOLATION | UNWILLING_TO_PERFORM, Some(0x52d)) if result.text.contains("too young") => {
            ChangeRefusal::TooYoung
        }
        (CONSTRAINT_VIOLATION | UNWILLING_TO_PERFORM, Some(0x52d)) if result.text.contains("too short") => {
            let mut numbers = result.text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok());
            ChangeRefusal::TooShort { least: numbers.next_back() }
        }
        (CONSTRAINT_VIOLATION | UNWILLING_TO_PERFORM, Some(0x52d)) if result.text.contains("complexity") => {
            ChangeRefusal::TooSimple
        }
        (CONSTRAINT_VIOLATION | UNWILLING_TO_PERFORM, Some(0x52d)) => ChangeRefusal::Rules,
        (CONSTRAINT_VIOLATION | UNWILLING_TO_PERFORM, Some(0x775)) => ChangeRefusal::Locked,
        _ => ChangeRefusal::Unwilling,
    };
    WriteError::Refused { server: server.to_owned(), refusal, code: result.rc, text: result.text.clone() }
}

/// Whether a change was refused because its old password is wrong.
pub(crate) fn is_wrong_old_password(error: &WriteError) -> bool {
    // ERROR_INVALID_PASSWORD.
    matches!(error, WriteError::Refused { text, .. } if win32(text) == Some(0x56))
}

/// The Win32 error at the head of a diagnostic text.
fn win32(text: &str) -> Option<u32> {
    u32::from_str_radix(text.get(..8)?, 16).ok()
}
