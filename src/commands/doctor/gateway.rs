//! The SMS gateway: whether it is there, knows us and has credit; and, when asked for, whether a message leaves.

use jiff::SignedDuration;

use super::{Check, Finding, Name};
use crate::commands::Failure;
use crate::commands::perform::{Performed, perform};
use crate::domain::audit::{Act, Action};
use crate::domain::code::HashKey;
use crate::domain::phone::Phone;
use crate::ports::{
    AuditTrail, Credit, GatewayHealth, GatewayKind, InspectGateway, Records, Sms, SmsError, SmsGateway, SmsRefusal,
    SmsText,
};

/// How long a test message is worth delivering.
const VALID: SignedDuration = SignedDuration::from_mins(10);

/// Looks at the gateway. `another_way`: callers may be identified without a code.
pub async fn gateway(gateway: Option<&impl InspectGateway>, another_way: bool) -> Vec<Check> {
    let broken = |name, error: SmsError| Check {
        stops_calls: !another_way,
        ..Check::broken(name, Finding::Failed(Failure::Sms(error)))
    };
    let Some(gateway) = gateway else { return vec![broken(Name::Gateway, SmsError::NoGateway)] };
    let GatewayHealth { place, kind } = match gateway.look().await {
        Ok(gateway) => gateway,
        Err(error @ SmsError::Refused { refusal: SmsRefusal::Credentials, .. }) => {
            return vec![broken(Name::Credentials, error)];
        }
        Err(error) => {
            return vec![broken(Name::Gateway, error), Check::unchecked(Name::Credentials, Name::Gateway)];
        }
    };
    match kind {
        GatewayKind::Screen => vec![Check::fine(Name::Gateway, Finding::GatewayScreen)],
        GatewayKind::Folder => vec![Check::fine(Name::Gateway, Finding::GatewayFolder { place })],
        GatewayKind::Answers => vec![
            Check::fine(Name::Gateway, Finding::GatewayAnswers { place }),
            Check::fine(Name::Credentials, Finding::KnownUntold),
        ],
        GatewayKind::Knows(credit) => {
            let mut checks = vec![
                Check::fine(Name::Gateway, Finding::GatewayAnswers { place }),
                Check::fine(Name::Credentials, Finding::Known),
            ];
            checks.extend(credit.map(|credit| left(credit, another_way)));
            checks
        }
    }
}

/// What is left is told of when it is no more than some hundred messages cost: 100 crowns, or 10 of what is worth more.
fn left(credit: Credit, another_way: bool) -> Check {
    let few = match credit.currency.to_ascii_uppercase().as_str() {
        "SEK" | "NOK" | "DKK" => 10_000,
        _ => 1_000,
    };
    let is = credit.hundredths;
    let finding = Finding::Credit(credit);
    match is {
        ..=0 => Check { stops_calls: !another_way, ..Check::broken(Name::Credit, finding) },
        _ if is < few => Check::warning(Name::Credit, finding),
        _ => Check::fine(Name::Credit, finding),
    }
}

/// Sends a message that only shows that messages arrive, with a record of it.
pub async fn trial<R: Records>(
    to: &Phone,
    gateway: &impl SmsGateway,
    key: &HashKey,
    trail: &AuditTrail<'_, R>,
) -> Check {
    let act = Act {
        action: Action::SendTrial,
        account_id: String::new(),
        account: String::new(),
        number: Some(to.masked()),
        number_mark: Some(key.number_hash(to).short()),
        identified_by: None,
        delivery: None,
        reason: None,
    };
    let sms = Sms { to, text: SmsText::TestMessage, valid: VALID };
    let performed = perform(trail, act, async |receipt| {
        (gateway.send(receipt, &sms).await.map(|sent| sent.queued).map_err(Failure::Sms), None)
    });
    let sent = match performed.await {
        Ok(Performed { result, recorded: Ok(()) }) => result,
        Ok(Performed { recorded: Err(error), .. }) | Err(error) => Err(error.into()),
    };
    match sent {
        Ok(queued) => Check::fine(Name::TestMessage, Finding::TestSent { to: to.masked(), queued }),
        Err(failure) => Check::broken(Name::TestMessage, Finding::Failed(failure)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::State;
    use super::*;

    #[test]
    fn how_much_is_little() {
        let state =
            |hundredths, currency: &str| left(Credit { hundredths, currency: currency.to_owned() }, false).state;
        assert_eq!((state(9_999, "SEK"), state(10_000, "SEK")), (State::Warning, State::Fine));
        assert_eq!((state(999, "EUR"), state(1_000, "USD")), (State::Warning, State::Fine));
        assert_eq!((state(0, "SEK"), state(-5, "EUR")), (State::Broken, State::Broken));
    }
}
