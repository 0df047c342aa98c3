//! What result codes and Active Directory's diagnostic texts mean.
//!
//! Sources: RFC 4511 appendix A; MS-ADTS 3.1.1.3.1.9 (bind failures); Win32 error codes, which
//! Active Directory puts as eight hexadecimal digits at the head of its texts.

use ldap3::{LdapError, LdapResult};

use crate::ports::{ChangeRefusal, DirectoryError, SignInRefusal, WriteError};

/// A refused bind. `None` when the server could not judge it and another one may.
pub(super) fn sign_in(server: &str, user: &str, result: &LdapResult) -> Option<DirectoryError> {
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
        // busy, unavailable: ask the next one.
        51 | 52 => return None,
        _ => SignInRefusal::Other,
    };
    Some(DirectoryError::SignIn {
        server: server.to_owned(),
        user: user.to_owned(),
        refusal,
        text: result.text.clone(),
    })
}

/// The `data` code of a refused bind.
fn sign_in_reason(text: &str) -> Option<&str> {
    let (_, after) = text.split_once("data ")?;
    after.split([',', ' ', '\0']).next()
}

/// A question that was not answered.
pub(super) fn reading(server: &str, error: LdapError) -> DirectoryError {
    let server = server.to_owned();
    match error {
        LdapError::Timeout { .. } => DirectoryError::TimedOut { server },
        LdapError::LdapResult { result } => refused(&server, &result),
        other => DirectoryError::Lost { server, text: other.to_string() },
    }
}

/// A question the server would not answer.
pub(super) fn refused(server: &str, result: &LdapResult) -> DirectoryError {
    DirectoryError::Refused { server: server.to_owned(), code: result.rc, text: result.text.clone() }
}

/// A change that got no answer. Only an operation that never left is surely not done.
pub(super) fn writing(server: &str, error: LdapError) -> WriteError {
    match error {
        LdapError::OpSend { .. } => WriteError::NotSent(reading(server, error)),
        _ => WriteError::NoAnswer { server: server.to_owned() },
    }
}

/// A change that the server refused.
pub(super) fn change(server: &str, result: &LdapResult) -> WriteError {
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

/// Whether a change was refused because the password it gave as the old one is not.
pub(super) fn is_wrong_old_password(error: &WriteError) -> bool {
    // ERROR_INVALID_PASSWORD.
    matches!(error, WriteError::Refused { text, .. } if win32(text) == Some(0x56))
}

/// The Win32 error at the head of a diagnostic text.
fn win32(text: &str) -> Option<u32> {
    u32::from_str_radix(text.get(..8)?, 16).ok()
}
