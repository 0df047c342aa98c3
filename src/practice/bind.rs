//! Signing in with a name and a password, and the effect of a wrong password on the account.

use super::domain;
use super::person::Lockout;
use super::refusal::{LdapAnswer, SignInFault};
use super::state::{PracticeState, StoredAccount, utf16};
use crate::domain::dn::Dn;
use crate::domain::hours::LogonHours;
use jiff::{SignedDuration, Timestamp};

/// A password that was right this many passwords ago is not counted as a wrong try: it is most often a device's (the
/// "N-2" rule; seen with Samba).
const FORGIVEN: usize = 2;

/// How long the previous password still signs in over the network (OldPasswordAllowedPeriod; seen with Samba).
const OLD_PASSWORD_ALLOWED: SignedDuration = SignedDuration::from_mins(60);

/// Signs in and returns the account's name.
pub(super) fn simple(state: &mut PracticeState, name: &str, password: &str, now: Timestamp) -> LdapAnswer<String> {
    let password = utf16(password);
    let account = find(state, name).cloned().ok_or(SignInFault::NoSuchUser)?;
    // The password of a locked account is neither judged nor counted.
    if account.is_locked(now) {
        return Err(SignInFault::Locked.into());
    }
    let knows = knows_password(state, &account, &password, now);
    let forgiven = state.passwords_ago(&account, &password).is_some_and(|ago| ago <= FORGIVEN);
    let name = account.person.account.clone();
    let Some(account) = state.account_mut(&name) else { return Err(SignInFault::NoSuchUser.into()) };
    if !knows {
        if !forgiven {
            account.count_wrong_password(now);
        }
        return Err(SignInFault::WrongPassword.into());
    }
    if let Some(why) = obstacle(account, now) {
        return Err(why.into());
    }
    account.person.bad_passwords = 0;
    account.person.last_logon = Some(now);
    if account.person.has_lockout_time() {
        account.person.lockout = Lockout::Cleared;
    }
    Ok(name)
}

fn knows_password(state: &PracticeState, account: &StoredAccount, password: &[u8], now: Timestamp) -> bool {
    let person = &account.person;
    let just_set =
        !person.must_change && person.password_set.is_some_and(|set| now.duration_since(set) < OLD_PASSWORD_ALLOWED);
    state.has_password(account, password) || (just_set && state.passwords_ago(account, password) == Some(1))
}

/// What keeps someone out who knows the password.
fn obstacle(account: &StoredAccount, now: Timestamp) -> Option<SignInFault> {
    if account.person.disabled {
        return Some(SignInFault::Disabled);
    }
    if account.is_expired(now) {
        return Some(SignInFault::AccountExpired);
    }
    if !LogonHours::from_bytes(account.person.logon_hours.as_ref().map_or(&[], |hours| hours)).allow(now) {
        return Some(SignInFault::Hours);
    }
    // A sign-in to the directory names no computer, and so none that is allowed (seen with Samba).
    if !account.person.workstations.is_empty() {
        return Some(SignInFault::Workstation);
    }
    let expires = account.password_expires()?;
    if account.person.must_change {
        return Some(SignInFault::MustChange);
    }
    (expires <= now).then_some(SignInFault::PasswordExpired)
}

/// The account that a name to sign in with means: `CONTOSO\account`, a UPN, the implicit UPN of every account, or a
/// distinguished name (MS-ADTS 5.1.1.1.1).
fn find<'a>(state: &'a PracticeState, name: &str) -> Option<&'a StoredAccount> {
    if let Some((domain, account)) = name.split_once('\\') {
        return state.account(account).filter(|_| domain.eq_ignore_ascii_case(domain::NETBIOS));
    }
    if name.contains('=') {
        let dn = Dn::parse(name)?;
        return state.accounts.iter().find(|account| account.dn() == dn);
    }
    let (account, suffix) = name.rsplit_once('@')?;
    let has_upn = |account: &&StoredAccount| {
        account.person.upn.as_ref().is_some_and(|upn| upn.to_lowercase() == name.to_lowercase())
    };
    let is_ours = [domain::DNS, domain::NETBIOS].iter().any(|ours| suffix.eq_ignore_ascii_case(ours));
    state.accounts.iter().find(has_upn).or_else(|| state.account(account).filter(|_| is_ours))
}
