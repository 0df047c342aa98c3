//! Checks the SMS gateway: reachability, credentials and credit, and optionally sends a test message.

use jiff::SignedDuration;

use super::{Check, CheckName, Finding};
use crate::commands::Failure;
use crate::commands::perform::{Performed, perform};
use crate::domain::audit::{Act, Action};
use crate::domain::code::HashKey;
use crate::domain::phone::Phone;
use crate::ports::{
    AuditTrail, Credit, GatewayHealth, GatewayKind, InspectGateway, Records, Sms, SmsError, SmsGateway, SmsRefusal,
    SmsText,
};

/// How long a test message stays deliverable.
const VALID: SignedDuration = SignedDuration::from_mins(10);

/// Checks the gateway. `preset`: whose description it has. `code_is_optional`: callers may be identified without one.
pub async fn gateway(
    gateway: Option<&impl InspectGateway>,
    preset: Option<&str>,
    code_is_optional: bool,
) -> Vec<Check> {
    let broken = |name, error: SmsError| Check {
        stops_calls: !code_is_optional,
        ..Check::broken(name, Finding::Failed(Failure::Sms(error)))
    };
    let Some(gateway) = gateway else { return vec![broken(CheckName::Gateway, SmsError::NoGateway)] };
    let GatewayHealth { mut place, kind, proves_success } = match gateway.look().await {
        Ok(gateway) => gateway,
        Err(error @ SmsError::Refused { refusal: SmsRefusal::Credentials, .. }) => {
            return vec![broken(CheckName::Credentials, error)];
        }
        Err(error) => {
            return vec![
                broken(CheckName::Gateway, error),
                Check::unchecked(CheckName::Credentials, CheckName::Gateway),
            ];
        }
    };
    if let Some(preset) = preset {
        place = format!("{place} (sms.preset {preset})");
    }
    let answers = |place| match proves_success {
        true => Check::fine(CheckName::Gateway, Finding::GatewayAnswers { place }),
        false => Check::warning(CheckName::Gateway, Finding::GatewayUnproved { place }),
    };
    match kind {
        GatewayKind::Screen => vec![Check::fine(CheckName::Gateway, Finding::GatewayScreen)],
        GatewayKind::Folder => vec![Check::fine(CheckName::Gateway, Finding::GatewayFolder { place })],
        GatewayKind::Answers => vec![answers(place), Check::fine(CheckName::Credentials, Finding::KnownUntold)],
        GatewayKind::Knows(credit) => {
            let mut checks = vec![answers(place), Check::fine(CheckName::Credentials, Finding::Known)];
            checks.extend(credit.map(|amount| credit_check(amount, code_is_optional)));
            checks
        }
    }
}

/// Warns when the credit lasts for about a hundred messages: below 100 crowns, or 10 of other currencies.
fn credit_check(credit: Credit, code_is_optional: bool) -> Check {
    let low = match credit.currency.to_ascii_uppercase().as_str() {
        "SEK" | "NOK" | "DKK" => 10_000,
        _ => 1_000,
    };
    let amount = credit.hundredths;
    let finding = Finding::Credit(credit);
    match amount {
        ..=0 => Check { stops_calls: !code_is_optional, ..Check::broken(CheckName::Credit, finding) },
        _ if amount < low => Check::warning(CheckName::Credit, finding),
        _ => Check::fine(CheckName::Credit, finding),
    }
}

/// Sends and records a test message.
pub async fn test_message<R: Records>(
    to: &Phone,
    gateway: &impl SmsGateway,
    key: &HashKey,
    trail: &AuditTrail<'_, R>,
) -> Check {
    let act = Act {
        number: Some(to.masked()),
        number_mark: Some(key.number_hash(to).short()),
        ..Act::new(Action::SendTrial, String::new(), String::new())
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
        Ok(queued) => Check::fine(CheckName::TestMessage, Finding::TestSent { to: to.masked(), queued }),
        Err(failure) => Check::broken(CheckName::TestMessage, Finding::Failed(failure)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::CheckState;
    use super::*;

    #[test]
    fn low_credit() {
        let state = |hundredths, currency: &str| {
            credit_check(Credit { hundredths, currency: currency.to_owned() }, false).state
        };
        assert_eq!((state(9_999, "SEK"), state(10_000, "SEK")), (CheckState::Warning, CheckState::Fine));
        assert_eq!((state(999, "EUR"), state(1_000, "USD")), (CheckState::Warning, CheckState::Fine));
        assert_eq!((state(0, "SEK"), state(-5, "EUR")), (CheckState::Broken, CheckState::Broken));
    }
}
