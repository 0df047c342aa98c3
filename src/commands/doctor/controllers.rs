//! Checks the controllers before a sign-in: reachability, certificate and clock.

use jiff::{SignedDuration, Timestamp};

use super::{Check, CheckName, Finding};
use crate::commands::Failure;
use crate::ports::{AcceptsChanges, Clock, ControllerFacts, ControllerHealth, InspectControllers, ServerFault};

/// Validity left below which a certificate is a warning: enough time to renew it.
const EXPIRES_SOON: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Clock skew above which to warn.
const SKEW_WARNING: SignedDuration = SignedDuration::from_mins(1);

/// Clock skew that Kerberos tolerates (RFC 4120, 8.2).
const MAX_SKEW: SignedDuration = SignedDuration::from_mins(5);

#[derive(Debug)]
pub struct ControllerChecks {
    pub checks: Vec<Check>,
    /// Those that answered, in the order they are tried.
    pub reachable: Vec<(String, ControllerFacts)>,
    /// Whether the settings list them.
    pub are_listed: bool,
}

impl ControllerChecks {
    /// The controllers that answered, but were `passed_over` when the operator signed in.
    /// `told`: the checks so far.
    pub fn without_sign_in(&self, passed_over: &[(String, ServerFault)], told: &[Check]) -> Vec<Check> {
        let answers = |server: &String| self.reachable.iter().any(|(reachable, _)| reachable == server);
        // Another of the same name may not have been reached at all.
        let is_told = |why: &ServerFault| {
            told.iter().any(|check| matches!(&check.finding, Finding::NotReached(reach) if reach == why))
        };
        passed_over
            .iter()
            .filter(|(server, why)| answers(server) && *why != ServerFault::Slow && !is_told(why))
            .map(|(server, why)| Check::broken(CheckName::SignIn, Finding::NoSignIn(why.clone())).on(server))
            .collect()
    }
}

/// Checks every controller. `kerberos`: the operator signs in with a ticket, which requires clocks to agree.
pub async fn controllers(directory: &impl InspectControllers, clock: &dyn Clock, kerberos: bool) -> ControllerChecks {
    let found = match directory.look(clock).await {
        Ok(found) => found,
        Err(error) => {
            let check = Check::stops_calls(CheckName::Controllers, Finding::Failed(Failure::Directory(error)));
            return ControllerChecks { checks: vec![check], reachable: vec![], are_listed: false };
        }
    };
    let (n, are_listed) = (found.each.len(), found.domain.is_none());
    let mut checks = vec![Check::fine(
        CheckName::Controllers,
        match found.domain {
            Some(domain) => Finding::Discovered { domain, n },
            None => Finding::Listed { n },
        },
    )];
    if let Some(site) = found.unknown_site {
        checks.push(Check::warning(CheckName::Controllers, Finding::UnknownSite { site }));
    }
    if let Some(unread) = found.unread {
        checks.push(Check::warning(CheckName::Certificate, Finding::CertificatesUnread(unread)));
    }
    let any_works = found.each.iter().any(|controller| controller.shown.is_ok());
    let takes_changes =
        |one: &ControllerHealth| one.shown.as_ref().is_ok_and(|shown| shown.changes == AcceptsChanges::Yes);
    let any_takes_changes = found.each.iter().any(takes_changes);
    for one in &found.each {
        checks.extend(controller(one, any_works, clock.now(), kerberos));
        checks.extend(changes(one, any_takes_changes));
    }
    let reachable = found.each.into_iter().filter_map(|one| Some((one.server, one.shown.ok()?))).collect();
    ControllerChecks { checks, reachable, are_listed }
}

fn controller(
    ControllerHealth { server, shown }: &ControllerHealth,
    any_works: bool,
    now: Timestamp,
    kerberos: bool,
) -> Vec<Check> {
    let broken = |name, reach: &ServerFault| Check {
        stops_calls: !any_works,
        ..Check::broken(name, Finding::NotReached(reach.clone()))
    };
    let checks = match shown {
        Ok(shown) => [
            Check::fine(CheckName::Reach, Finding::Answers),
            certificate(shown, now),
            clock(shown.clock_ahead, kerberos),
        ],
        Err(reach @ (ServerFault::Certificate(_) | ServerFault::WrongName { .. })) => [
            Check::fine(CheckName::Reach, Finding::Answers),
            broken(CheckName::Certificate, reach),
            Check::unchecked(CheckName::Clock, CheckName::Certificate),
        ],
        Err(reach) => [
            broken(CheckName::Reach, reach),
            Check::unchecked(CheckName::Certificate, CheckName::Reach),
            Check::unchecked(CheckName::Clock, CheckName::Reach),
        ],
    };
    // With Kerberos, no certificate is presented.
    let checks = checks.into_iter().filter(|check| !kerberos || check.name != CheckName::Certificate);
    checks.map(|check| check.on(server)).collect()
}

/// Reports a controller that refuses changes. It is enough that another takes them.
fn changes(ControllerHealth { server, shown }: &ControllerHealth, any_takes_changes: bool) -> Option<Check> {
    let why = shown.as_ref().ok().map(|shown| shown.changes).filter(|why| *why != AcceptsChanges::Yes)?;
    let check = match any_takes_changes {
        true => Check::warning(CheckName::Changes, Finding::NoChanges(why)),
        false => Check::stops_calls(CheckName::Changes, Finding::NoChanges(why)),
    };
    Some(check.on(server))
}

fn certificate(shown: &ControllerFacts, now: Timestamp) -> Check {
    let Some(certificate) = shown.certificate.clone() else {
        return Check::warning(CheckName::Certificate, Finding::CertificateUnreadable);
    };
    if shown.certificate_is_pinned {
        return Check::fine(CheckName::Certificate, Finding::PinnedCertificate(certificate));
    }
    let Some(until) = certificate.content.as_ref().map(|content| content.until) else {
        return Check::warning(CheckName::Certificate, Finding::CertificateUnreadable);
    };
    let finding = Finding::Certificate { until, certificate };
    if until.duration_since(now) < EXPIRES_SOON {
        Check::warning(CheckName::Certificate, finding)
    } else {
        Check::fine(CheckName::Certificate, finding)
    }
}

fn clock(ahead: Option<SignedDuration>, kerberos: bool) -> Check {
    match ahead {
        None => Check::warning(CheckName::Clock, Finding::ClockUntold),
        Some(ahead) if ahead.abs() <= SKEW_WARNING => Check::fine(CheckName::Clock, Finding::ClockRight),
        Some(ahead) if ahead.abs() > MAX_SKEW && kerberos => {
            Check::stops_calls(CheckName::Clock, Finding::ClockOff { ahead })
        }
        Some(ahead) => Check::warning(CheckName::Clock, Finding::ClockOff { ahead }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::CheckState;
    use super::*;
    use crate::domain::fingerprint::Fingerprint;
    use crate::ports::{CertificateContent, PresentedCertificate};

    #[test]
    fn clock_skew_limits() {
        let state = |seconds, kerberos| clock(Some(SignedDuration::from_secs(seconds)), kerberos).state;
        for seconds in [0, 60, -60] {
            assert_eq!(state(seconds, true), CheckState::Fine, "{seconds}");
        }
        for seconds in [61, -61, 300, -300] {
            assert_eq!(state(seconds, true), CheckState::Warning, "{seconds}");
        }
        // Passwords work at any skew.
        for (kerberos, expected) in [(true, CheckState::Broken), (false, CheckState::Warning)] {
            assert_eq!((state(301, kerberos), state(-301, kerberos)), (expected, expected));
        }
    }

    fn facts(changes: AcceptsChanges) -> ControllerFacts {
        ControllerFacts {
            certificate: None,
            certificate_is_pinned: false,
            clock_ahead: None,
            settings_dn: None,
            policy_hints: true,
            changes,
        }
    }

    #[test]
    fn controllers_without_sign_in() {
        let reachable = ["dc1", "dc2"].map(|name| (name.to_owned(), facts(AcceptsChanges::Yes)));
        let told = [Check::broken(CheckName::Reach, Finding::NotReached(ServerFault::Refused)).on("dc3")];
        let checks = ControllerChecks { checks: vec![], reachable: reachable.to_vec(), are_listed: true };
        let busy = ServerFault::Busy { answer: "51 busy", text: String::new() };
        let passed_over = [
            ("dc1".to_owned(), busy),
            ("dc2".to_owned(), ServerFault::Slow),
            ("dc2".to_owned(), ServerFault::Refused),
            ("dc3".to_owned(), ServerFault::Refused),
        ];
        let found = checks.without_sign_in(&passed_over, &told);
        let found = found.iter().map(|check| (check.on.as_deref(), check.state, check.stops_calls));
        assert_eq!(found.collect::<Vec<_>>(), [(Some("dc1"), CheckState::Broken, false)]);
    }

    #[test]
    fn controllers_that_refuse_changes() {
        let state = |changes, any| {
            let health = ControllerHealth { server: "dc".to_owned(), shown: Ok(facts(changes)) };
            super::changes(&health, any).map(|check| (check.state, check.stops_calls))
        };
        assert_eq!(state(AcceptsChanges::Yes, true), None);
        for refuses in [AcceptsChanges::ReadOnly, AcceptsChanges::GlobalCatalogue] {
            assert_eq!(state(refuses, true), Some((CheckState::Warning, false)));
            assert_eq!(state(refuses, false), Some((CheckState::Broken, true)));
        }
    }

    #[test]
    fn certificate_expiry() {
        let now: Timestamp = "2026-05-04T12:00:00Z".parse().unwrap();
        let validity = |until: &str, certificate_is_pinned| {
            let content = CertificateContent {
                subject: String::new(),
                issuer: String::new(),
                names: vec![],
                from: now,
                until: until.parse().unwrap(),
            };
            let presented = PresentedCertificate { sha256: Fingerprint([0; 32]), content: Some(content) };
            let shown =
                ControllerFacts { certificate: Some(presented), certificate_is_pinned, ..facts(AcceptsChanges::Yes) };
            certificate(&shown, now).state
        };
        let state = |until| validity(until, false);
        assert_eq!(state("2026-06-03T12:00:00Z"), CheckState::Fine);
        assert_eq!(state("2026-06-03T11:59:59Z"), CheckState::Warning);
        assert_eq!(state("2026-05-04T12:00:01Z"), CheckState::Warning);
        assert_eq!(validity("2009-05-04T12:00:00Z", true), CheckState::Fine);
    }
}
