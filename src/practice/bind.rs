//! Signing in with a name and a password, and what a wrong password does to the account.

use super::domain;
use super::person::Lockout;
use super::refusal::{Answer, SignIn};
use super::state::{Account, State, utf16};
use crate::domain::dn::Dn;
use crate::domain::hours::LogonHours;
use jiff::{SignedDuration, Timestamp};

/// A wrong password that was right this many passwords ago is not held against the account: it is
/// most often a device that has not been told (the "N-2" rule; seen with Samba).
const FORGIVEN: usize = 2;

/// How long the password before the current one still signs in over the network
/// (OldPasswordAllowedPeriod; seen with Samba over LDAPS).
const OLD_PASSWORD_ALLOWED: SignedDuration = SignedDuration::from_mins(60);

/// Signs someone in and says who it was, by account name.
pub(super) fn simple(state: &mut State, name: &str, password: &str, now: Timestamp) -> Answer<String> {
    let password = utf16(password);
    let account = find(state, name).cloned().ok_or_else(|| SignIn::NoSuchUser.refused())?;
    // Nothing is told or counted about the password of a locked account.
    if account.is_locked(now) {
        return Err(SignIn::Locked.refused());
    }
    let knows = knows_password(state, &account, &password, now);
    let forgiven = state.passwords_ago(&account, &password).is_some_and(|ago| ago <= FORGIVEN);
    let name = account.person.account.clone();
    let Some(account) = state.account_mut(&name) else { return Err(SignIn::NoSuchUser.refused()) };
    if !knows {
        if !forgiven {
            account.count_wrong_password(now);
        }
        return Err(SignIn::WrongPassword.refused());
    }
    if let Some(why) = obstacle(account, now) {
        return Err(why.refused());
    }
    account.person.bad_passwords = 0;
    account.person.last_logon = Some(now);
    if account.person.has_lockout_time() {
        account.person.lockout = Lockout::Cleared;
    }
    Ok(name)
}

fn knows_password(state: &State, account: &Account, password: &[u8], now: Timestamp) -> bool {
    let person = &account.person;
    let just_set =
        !person.must_change && person.password_set.is_some_and(|set| now.duration_since(set) < OLD_PASSWORD_ALLOWED);
    state.has_password(account, password) || (just_set && state.passwords_ago(account, password) == Some(1))
}

/// What keeps someone out who knows the password. They may be told, for they do.
fn obstacle(account: &Account, now: Timestamp) -> Option<SignIn> {
    if account.person.disabled {
        return Some(SignIn::Disabled);
    }
    if account.is_expired(now) {
        return Some(SignIn::AccountExpired);
    }
    if !LogonHours::from_bytes(account.person.logon_hours.as_ref().map_or(&[], |hours| hours)).allow(now) {
        return Some(SignIn::Hours);
    }
    // Whoever signs in to the directory itself names no computer, and so none of those (seen with Samba).
    if !account.person.workstations.is_empty() {
        return Some(SignIn::Workstation);
    }
    let expires = account.password_expires()?;
    if account.person.must_change {
        return Some(SignIn::MustChange);
    }
    (expires <= now).then_some(SignIn::PasswordExpired)
}

/// The account that a name to sign in with means: `CONTOSO\account`, a UPN, the UPN that every
/// account has by itself, or a distinguished name (MS-ADTS 5.1.1.1.1).
fn find<'a>(state: &'a State, name: &str) -> Option<&'a Account> {
    if let Some((domain, account)) = name.split_once('\\') {
        return state.account(account).filter(|_| domain.eq_ignore_ascii_case(domain::NETBIOS));
    }
    if name.contains('=') {
        let dn = Dn::parse(name)?;
        return state.accounts.iter().find(|account| account.dn() == dn);
    }
    let (account, suffix) = name.rsplit_once('@')?;
    let has_upn =
        |account: &&Account| account.person.upn.as_ref().is_some_and(|upn| upn.to_lowercase() == name.to_lowercase());
    let is_ours = [domain::DNS, domain::NETBIOS].iter().any(|ours| suffix.eq_ignore_ascii_case(ours));
    state.accounts.iter().find(has_upn).or_else(|| state.account(account).filter(|_| is_ours))
}
