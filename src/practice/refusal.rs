//! Active Directory's refusals, word for word where clients look at the words: the eight hex digits in front tell them
//! apart (MS-ADTS 3.1.1.3.1.9). Windows ends its texts with a NUL, and so do these. The password refusals have Samba's
//! wording, which says which rule it was.

use ldap3_proto::proto::{LdapResult, LdapResultCode as Code};

/// The outcome of an operation: something, or a refusal.
pub(super) type LdapAnswer<T> = Result<T, LdapResult>;

pub(super) fn result(code: Code, message: impl Into<String>) -> LdapResult {
    LdapResult { code, matcheddn: String::new(), message: message.into(), referral: Vec::new() }
}

pub(super) fn success() -> LdapResult {
    result(Code::Success, "")
}

/// A refusal in the form of the LDAP front end.
fn ldap_error(code: Code, number: u32, dsid: &str, comment: &str) -> LdapResult {
    result(code, format!("{number:08X}: LdapErr: DSID-{dsid}, comment: {comment}, data 0, v4563\0"))
}

/// Why a sign-in was refused: the `data` of result 49.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SignInFault {
    NoSuchUser = 0x525,
    WrongPassword = 0x52e,
    Hours = 0x530,
    Workstation = 0x531,
    PasswordExpired = 0x532,
    Disabled = 0x533,
    AccountExpired = 0x701,
    MustChange = 0x773,
    Locked = 0x775,
}

impl From<SignInFault> for LdapResult {
    fn from(why: SignInFault) -> Self {
        let data = why as u32;
        let text =
            format!("80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data {data:x}, v4563\0");
        result(Code::InvalidCredentials, text)
    }
}

pub(super) fn sign_in_first() -> LdapResult {
    let comment = "In order to perform this operation a successful bind must be completed on the connection.";
    ldap_error(Code::OperationsError, 0x4dc, "0C090A5C", comment)
}

/// A password sent in the clear.
pub(super) fn not_in_the_clear() -> LdapResult {
    let comment =
        "The server requires binds to turn on integrity checking if SSL\\TLS are not already active on the connection";
    ldap_error(Code::StrongerAuthRequired, 0x2028, "0C090256", comment)
}

/// A way of signing in that is not offered here.
pub(super) fn only_simple() -> LdapResult {
    ldap_error(Code::AuthMethodNotSupported, 0x2027, "0C0904B8", "Invalid Authentication method")
}

pub(super) fn protocol(comment: &str) -> LdapResult {
    ldap_error(Code::ProtocolError, 0x57, "0C090D0A", comment)
}

/// A critical control that this directory does not know, or whose value makes no sense.
pub(super) fn unknown_control() -> LdapResult {
    ldap_error(Code::UnavailableCriticalExtension, 0x57, "0C090D4D", "Error processing control")
}

pub(super) fn no_such_attribute(name: &str) -> LdapResult {
    ldap_error(Code::NoSuchAttribute, 0x57, "0C090FB2", &format!("No such attribute: {name}"))
}

/// No such entry; `matched` is the nearest existing one above it.
pub(super) fn no_such_object(matched: String) -> LdapResult {
    let problem = "problem 2001 (NO_OBJECT), data 0, best match of";
    let text = format!("0000208D: NameErr: DSID-0310028F, {problem}:\n\t'{matched}'\n\0");
    LdapResult { matcheddn: matched, ..result(Code::NoSuchObject, text) }
}

pub(super) fn bad_name(name: &str) -> LdapResult {
    let problem = "problem 2006 (BAD_NAME), data 8350, best match of";
    result(Code::InvalidDNSyntax, format!("0000208F: NameErr: DSID-0310022D, {problem}:\n\t'{name}'\n\0"))
}

pub(super) fn no_right() -> LdapResult {
    let text = "00002098: SecErr: DSID-031514A0, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0\n\0";
    result(Code::InsufficentAccessRights, text)
}

/// A value that the directory will not store; `number` is the Windows error.
pub(super) fn unwilling(number: u32) -> LdapResult {
    let text = format!("{number:08X}: SvcErr: DSID-031A1254, problem 5003 (WILL_NOT_PERFORM), data 0\n\0");
    result(Code::UnwillingToPerform, text)
}

/// A value that is not of the attribute's syntax.
pub(super) fn bad_syntax(name: &str) -> LdapResult {
    let problem = "problem 1006 (INVALID_ATT_SYNTAX), data 0, Att 0";
    let text = format!("00000057: AtrErr: DSID-03151DE2, #1:\n\t0: 00000057: DSID-03151DE2, {problem} ({name})\n\0");
    result(Code::InvalidAttributeSyntax, text)
}

/// tokenGroups requested of more than one entry.
pub(super) fn only_in_base_search() -> LdapResult {
    let text = "00002120: SvcErr: DSID-03140442, problem 5012 (DIR_ERROR), data 0\n\0";
    result(Code::OperationsError, text)
}

/// The state file could not be read or written.
pub(super) fn unavailable(reason: &dyn std::error::Error) -> LdapResult {
    result(Code::Unavailable, format!("000020EF: {reason}"))
}

/// The old password of a change is wrong.
pub(super) fn wrong_old_password() -> LdapResult {
    constraint(0x56, "check_password_restrictions: The old password specified doesn't match!")
}

/// A locked account's password can be reset, not changed.
pub(super) fn locked_out() -> LdapResult {
    result(Code::ConstraintViolation, "00000775: Password change not permitted, account locked out!")
}

pub(super) fn constraint(number: u32, rule: &str) -> LdapResult {
    result(Code::ConstraintViolation, format!("{number:08X}: Constraint violation - {rule}"))
}

/// How a controller with policy hints refuses a reset, whether or not they were sent.
pub(super) fn unwilling_password(rule: &str) -> LdapResult {
    result(Code::UnwillingToPerform, format!("0000052D: Unwilling to perform - {rule}"))
}
