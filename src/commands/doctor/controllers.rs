//! The controllers before a sign-in: whether each is reached, its certificate and its clock.

use jiff::{SignedDuration, Timestamp};

use super::{Check, Finding, Name};
use crate::commands::Failure;
use crate::ports::{Clock, ControllerFacts, ControllerHealth, InspectControllers, ServerFault};

/// A certificate that ends so soon is told of, in days: long enough to get another without haste.
const SOON: i64 = 30;

/// So far off, a clock is told of.
const FAR: SignedDuration = SignedDuration::from_mins(1);

/// What Kerberos bears (RFC 4120, 8.2).
const TOO_FAR: SignedDuration = SignedDuration::from_mins(5);

/// What was seen of the controllers.
#[derive(Debug)]
pub struct Looked {
    /// What was found.
    pub checks: Vec<Check>,
    /// Those that answered, in the order in which they are tried.
    pub shown: Vec<(String, ControllerFacts)>,
    /// The settings name them, in this order.
    pub are_listed: bool,
}

/// Looks at every controller. `kerberos`: the operator signs in with a ticket, for which clocks must agree.
pub async fn controllers(directory: &impl InspectControllers, clock: &dyn Clock, kerberos: bool) -> Looked {
    let found = match directory.look(clock).await {
        Ok(found) => found,
        Err(error) => {
            let check = Check::stops_calls(Name::Controllers, Finding::Failed(Failure::Directory(error)));
            return Looked { checks: vec![check], shown: vec![], are_listed: false };
        }
    };
    let (n, are_listed) = (found.each.len(), found.domain.is_none());
    let mut checks = vec![Check::fine(
        Name::Controllers,
        match found.domain {
            Some(domain) => Finding::Discovered { domain, n },
            None => Finding::Listed { n },
        },
    )];
    if let Some(site) = found.unknown_site {
        checks.push(Check::warning(Name::Controllers, Finding::UnknownSite { site }));
    }
    let one_is_enough = found.each.iter().any(|controller| controller.shown.is_ok());
    checks.extend(found.each.iter().flat_map(|one| each(one, one_is_enough, clock.now(), kerberos)));
    let shown = found.each.into_iter().filter_map(|one| Some((one.server, one.shown.ok()?))).collect();
    Looked { checks, shown, are_listed }
}

fn each(
    ControllerHealth { server, shown }: &ControllerHealth,
    one_is_enough: bool,
    now: Timestamp,
    kerberos: bool,
) -> Vec<Check> {
    let broken = |name, reach: &ServerFault| Check {
        stops_calls: !one_is_enough,
        ..Check::broken(name, Finding::NotReached(reach.clone()))
    };
    let checks = match shown {
        Ok(shown) => {
            [Check::fine(Name::Reach, Finding::Answers), certificate(shown, now), clock(shown.clock_ahead, kerberos)]
        }
        Err(reach @ (ServerFault::Untrusted | ServerFault::WrongName { .. } | ServerFault::CertificateTime)) => [
            Check::fine(Name::Reach, Finding::Answers),
            broken(Name::Certificate, reach),
            Check::unchecked(Name::Clock, Name::Certificate),
        ],
        Err(reach) => [
            broken(Name::Reach, reach),
            Check::unchecked(Name::Certificate, Name::Reach),
            Check::unchecked(Name::Clock, Name::Reach),
        ],
    };
    // Before a ticket no certificate is shown.
    let told = checks.into_iter().filter(|check| !kerberos || check.name != Name::Certificate);
    told.map(|check| check.on(server)).collect()
}

fn certificate(shown: &ControllerFacts, now: Timestamp) -> Check {
    let Some(until) = shown.certificate_until else {
        return Check::warning(Name::Certificate, Finding::CertificateUnreadable);
    };
    let days = until.duration_since(now).as_hours() / 24;
    let finding = Finding::Certificate { until, days };
    if days < SOON { Check::warning(Name::Certificate, finding) } else { Check::fine(Name::Certificate, finding) }
}

fn clock(ahead: Option<SignedDuration>, kerberos: bool) -> Check {
    match ahead {
        None => Check::warning(Name::Clock, Finding::ClockUntold),
        Some(ahead) if ahead.abs() <= FAR => Check::fine(Name::Clock, Finding::ClockRight),
        Some(ahead) if ahead.abs() > TOO_FAR && kerberos => {
            Check::stops_calls(Name::Clock, Finding::ClockOff { ahead })
        }
        Some(ahead) => Check::warning(Name::Clock, Finding::ClockOff { ahead }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::State;
    use super::*;

    #[test]
    fn how_far_off_a_clock_may_be() {
        let state = |seconds, kerberos| clock(Some(SignedDuration::from_secs(seconds)), kerberos).state;
        for seconds in [0, 60, -60] {
            assert_eq!(state(seconds, true), State::Fine, "{seconds}");
        }
        for seconds in [61, -61, 300, -300] {
            assert_eq!(state(seconds, true), State::Warning, "{seconds}");
        }
        // A password is taken whatever the time.
        for (kerberos, expected) in [(true, State::Broken), (false, State::Warning)] {
            assert_eq!((state(301, kerberos), state(-301, kerberos)), (expected, expected));
        }
    }

    #[test]
    fn a_certificate_that_ends() {
        let now: Timestamp = "2026-05-04T12:00:00Z".parse().unwrap();
        let state = |until: &str| {
            let certificate_until = Some(until.parse().unwrap());
            let shown = ControllerFacts { certificate_until, clock_ahead: None, settings_dn: None, policy_hints: true };
            certificate(&shown, now).state
        };
        assert_eq!(state("2026-06-03T12:00:00Z"), State::Fine);
        assert_eq!(state("2026-06-03T11:59:59Z"), State::Warning);
        assert_eq!(state("2026-05-04T12:00:01Z"), State::Warning);
    }
}
