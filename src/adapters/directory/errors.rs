//! What result codes and Active Directory's diagnostic texts mean (RFC 4511 appendix A; MS-ADTS 3.1.1.3.1.9). Texts
//! begin with a Win32 error code in eight hexadecimal digits.

use ldap3::{LdapError, LdapResult};

use crate::adapters::plain_text;
use crate::ports::{
    ChangeRefusal, DirectoryError, PartialChange, ReadOnlyKind, ServerFault, SignInRefusal, WriteError,
};

/// What the directory answers, or why it does not.
pub(crate) type Result<T, E = DirectoryError> = std::result::Result<T, E>;

/// The answer to a change from a controller that only reads.
const REFERRAL: u32 = 10;

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
        49 => match sign_in_reason(&result.text) {
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
        8 | 13 => SignInRefusal::EncryptionRequired,
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
        51 => Some("51 busy"),
        52 => Some("52 unavailable"),
        80 => Some("80 other"),
        // ERROR_NO_LOGON_SERVERS: it reaches no controller that can check the password.
        49 if sign_in_reason(&result.text) == Some("51f") => Some("51f no logon servers"),
        _ => None,
    }
}

/// The `data` code of a refused bind.
fn sign_in_reason(text: &str) -> Option<&str> {
    let (_, after) = text.split_once("data ")?;
    after.split([',', ' ', '\0']).next()
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

pub(crate) fn refused(server: &str, result: &LdapResult) -> DirectoryError {
    DirectoryError::Refused { server: server.to_owned(), code: result.rc, text: result.text.clone() }
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

/// Whether another controller may make the change.
pub(crate) fn is_read_only(error: &WriteError) -> bool {
    match error {
        WriteError::NotSent(error) => matches!(error, DirectoryError::ReadOnly { .. }),
        // Left by an earlier change, which this one was to finish.
        WriteError::Partial { state: PartialChange::RandomPassword, cause } => is_read_only(cause),
        _ => false,
    }
}

pub(crate) fn change(server: &str, result: &LdapResult) -> WriteError {
    if result.rc == REFERRAL {
        return read_only(server, ReadOnlyKind::Controller);
    }
    let refusal = match (result.rc, win32(&result.text)) {
        (50, _) => ChangeRefusal::NoRight,
        (32, _) => ChangeRefusal::Gone,
        // ERROR_PASSWORD_RESTRICTION: the one code for every rule. Samba adds which one.
        (19 | 53, Some(0x52d)) if result.text.contains("already used") => ChangeRefusal::History,
        (19 | 53, Some(0x52d)) if result.text.contains("too young") => ChangeRefusal::TooYoung,
        (19 | 53, Some(0x52d)) if result.text.contains("too short") => {
            let mut numbers = result.text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok());
            ChangeRefusal::TooShort { least: numbers.next_back() }
        }
        (19 | 53, Some(0x52d)) if result.text.contains("complexity") => ChangeRefusal::TooSimple,
        (19 | 53, Some(0x52d)) => ChangeRefusal::Rules,
        (19 | 53, Some(0x775)) => ChangeRefusal::Locked,
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
