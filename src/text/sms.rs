//! The texts of SMS messages: a code, a new password, a notice of a change, a test. They contain no links, so that none looks like phishing.

use jiff::Timestamp;
use zeroize::Zeroizing;

use super::{Message, Words};
use crate::domain::code::Code;
use crate::domain::gsm7::{fits_one_sms, in_gsm7};
use crate::domain::owner_notice::OwnerEvent;
use crate::domain::password::Password;

/// What callers are told about the desk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeskDetails {
    pub organisation: Option<String>,
    pub phone: Option<String>,
    /// The phone number inside the organisation.
    pub extension: Option<String>,
    /// The services that the password gives access to.
    pub services: Vec<String>,
    /// Where callers can do the same without the desk.
    pub selfservice_url: Option<String>,
}

impl Words {
    /// Returns the SMS with a code.
    pub fn code_message(&self, code: &Code, desk: &DeskDetails) -> Zeroizing<String> {
        let code = code.expose();
        fitting(desk, |phone, organisation| self.say(&Message::SmsCode { code, phone, organisation }))
    }

    /// Returns the SMS with a code for the manager of `name`. A name that does not fit is left out for the user name.
    pub fn vouching_message(&self, code: &Code, name: &str, account: &str, desk: &DeskDetails) -> Zeroizing<String> {
        let (code, name) = (code.expose(), plain(name));
        let message = |name: &str| {
            fitting(desk, |phone, organisation| self.say(&Message::SmsVouching { code, name, phone, organisation }))
        };
        let named = message(&name);
        if fits_one_sms(&named) { named } else { message(account) }
    }

    /// Returns the SMS with a password, alone on the last line: nothing can be mistaken for a part of it, and a locked
    /// phone seldom shows that much.
    pub fn password_message(&self, password: &Password, must_change: bool, desk: &DeskDetails) -> Zeroizing<String> {
        let password = password.expose();
        let change = if must_change { format!(" {}", self.say(&Message::SmsPasswordChange)) } else { String::new() };
        fitting(desk, |phone, organisation| {
            self.say(&Message::SmsPassword { password, change: &change, phone, organisation })
        })
    }

    /// Returns the SMS that tells an owner that their account was changed `at` that time.
    pub fn owner_message(&self, event: OwnerEvent, at: Timestamp, desk: &DeskDetails) -> String {
        // It arrives within hours, so the date says nothing.
        let at = &self.clock(at, at);
        // A number that does not fit is of no use to a reader who has to call it.
        let desk_itself = self.say(&Message::SmsOwnerDesk);
        let phone = desk.phone.as_ref().map_or(desk_itself, |phone| plain(phone));
        let say = |_: &str, organisation: &str| {
            self.say(&match event {
                OwnerEvent::PasswordReset => Message::SmsOwnerReset { at, phone: &phone, organisation },
                OwnerEvent::PossibleReset => Message::SmsOwnerMaybeReset { at, phone: &phone, organisation },
                OwnerEvent::Unlock => Message::SmsOwnerUnlock { at, phone: &phone, organisation },
                OwnerEvent::PossibleUnlock => Message::SmsOwnerMaybeUnlock { at, phone: &phone, organisation },
            })
        };
        fitting(desk, say).to_string()
    }

    pub fn trial_message(&self, desk: &DeskDetails) -> String {
        let say = |phone: &str, organisation: &str| self.say(&Message::SmsTrial { phone, organisation });
        fitting(desk, say).to_string()
    }
}

/// As the alphabet of SMS has it.
fn plain(text: &str) -> String {
    in_gsm7(text).unwrap_or_else(|| text.to_owned())
}

/// Returns a message that fits in one SMS. Leaves out the organisation, and then the phone, if they make it too long.
fn fitting(desk: &DeskDetails, say: impl Fn(&str, &str) -> String) -> Zeroizing<String> {
    let phone = desk.phone.as_ref().map(|phone| format!(" ({})", plain(phone))).unwrap_or_default();
    let organisation = desk.organisation.as_ref().map(|name| format!(" {}", plain(name))).unwrap_or_default();
    let attempts = [(phone.as_str(), organisation.as_str()), (phone.as_str(), ""), ("", "")];
    let text = |(phone, organisation)| Zeroizing::new(say(phone, organisation));
    attempts.into_iter().map(text).find(|text| fits_one_sms(text)).unwrap_or_else(|| text(("", "")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use jiff::tz::TimeZone;

    fn message(language: Language, organisation: &str) -> String {
        let desk = DeskDetails {
            organisation: Some(organisation.into()),
            phone: Some("0142-36 6000".into()),
            ..DeskDetails::default()
        };
        let code = Code::parse("483920").unwrap();
        Words::new(language, TimeZone::UTC).code_message(&code, &desk).to_string()
    }

    #[test]
    fn code_fits_one_sms() {
        assert_eq!(
            message(Language::Swedish, "Mjölby kommun"),
            "483920 är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk \
             om du själv har ringt dit (0142-36 6000). Mjölby kommun"
        );
        assert!(fits_one_sms(&message(Language::English, "Mjölby kommun")));
    }

    fn password_message(language: Language, password: &str, must_change: bool, organisation: &str) -> String {
        let desk = DeskDetails {
            organisation: Some(organisation.into()),
            phone: Some("0142-36 6000".into()),
            ..DeskDetails::default()
        };
        let password = Password::parse(password.to_owned()).unwrap();
        Words::new(language, TimeZone::UTC).password_message(&password, must_change, &desk).to_string()
    }

    #[test]
    fn password_is_alone_on_last_line() {
        assert_eq!(
            password_message(Language::Swedish, "Tegel-lampa-sork-472", true, "Mjölby kommun"),
            "Här är det nya lösenordet som du bad servicedesk om (0142-36 6000). Byt det när du loggar in. \
             Mjölby kommun\nTegel-lampa-sork-472"
        );
        assert_eq!(
            password_message(Language::English, "Tegel-lampa-sork-472", false, "Mjölby kommun"),
            "Here is the new password that you asked the servicedesk for (0142-36 6000). \
             Mjölby kommun\nTegel-lampa-sork-472"
        );
    }

    #[test]
    fn long_password_fits_one_sms() {
        let password = "Tegel-lampa-sork-karta-mugg-strand-9472x";
        assert_eq!(password.len(), 40);
        for language in [Language::Swedish, Language::English] {
            let text = password_message(language, password, true, "Mjölby kommun");
            assert!(fits_one_sms(&text) && text.contains("Mjölby kommun"), "{text}");
            let text = password_message(language, password, true, &"Kommunalförbundet ".repeat(5));
            assert!(fits_one_sms(&text) && text.contains("0142-36 6000"), "{text}");
            assert!(text.ends_with(&format!("\n{password}")), "{text}");
        }
    }

    #[test]
    fn code_for_a_manager_says_for_whom_it_is() {
        let desk = DeskDetails {
            organisation: Some("Mjölby kommun".into()),
            phone: Some("0142-36 6000".into()),
            ..DeskDetails::default()
        };
        let code = Code::parse("483920").unwrap();
        let message = |language, name: &str| {
            Words::new(language, TimeZone::UTC).vouching_message(&code, name, "evaand01", &desk).to_string()
        };
        let swedish = message(Language::Swedish, "Eva Andersson");
        assert_eq!(
            swedish,
            "483920 är en kod för Eva Andersson, som inte kan logga in. Säg den bara till den du känner igen på rösten, \
             eller ring servicedesk (0142-36 6000). Mjölby kommun"
        );
        for language in [Language::Swedish, Language::English] {
            for name in ["Eva Andersson", "Anna-Karin Söderström Bergqvist", &"Abdulrahman ".repeat(9), "Váhtjer Ŋ – Ω"]
            {
                let text = message(language, name);
                assert!(fits_one_sms(&text), "{text}");
                assert!(text.contains(&plain(name)) || text.contains("evaand01"), "{text}");
            }
        }
    }

    #[test]
    fn owner_is_told_when_and_whom_to_call() {
        let desk = |phone: Option<&str>, organisation: &str| DeskDetails {
            organisation: Some(organisation.into()),
            phone: phone.map(Into::into),
            ..DeskDetails::default()
        };
        let at = "2026-05-04T16:24:31Z".parse().unwrap();
        let told =
            |language, event, desk: &DeskDetails| Words::new(language, TimeZone::UTC).owner_message(event, at, desk);
        let mjolby = &desk(Some("0142-36 6000"), "Mjölby kommun");
        assert_eq!(
            told(Language::Swedish, OwnerEvent::PasswordReset, mjolby),
            "Ditt lösenord byttes av servicedesk kl. 16.24. Var det inte du, ring 0142-36 6000. Mjölby kommun"
        );
        assert_eq!(
            told(Language::Swedish, OwnerEvent::Unlock, &desk(None, "Mjölby kommun")),
            "Ditt konto låstes upp av servicedesk kl. 16.24. Var det inte du, ring servicedesk. Mjölby kommun"
        );
        assert_eq!(
            told(Language::English, OwnerEvent::PasswordReset, mjolby),
            "16:24: your password was changed by the servicedesk. If that was not you, call 0142-36 6000. Mjölby kommun"
        );
        assert_eq!(
            told(Language::Swedish, OwnerEvent::PossibleReset, mjolby),
            "Ditt lösenord kan ha bytts av servicedesk kl. 16.24. Har du inte bett om det, ring 0142-36 6000. Mjölby kommun"
        );
        assert_eq!(
            told(Language::English, OwnerEvent::PossibleUnlock, mjolby),
            "16:24: your account may have been unlocked by the servicedesk. If you did not ask for that, call \
             0142-36 6000. Mjölby kommun"
        );
        let desk = desk(Some("0142-36 6000"), &"Kommunalförbundet ".repeat(5));
        for event in
            [OwnerEvent::PasswordReset, OwnerEvent::PossibleReset, OwnerEvent::Unlock, OwnerEvent::PossibleUnlock]
        {
            let long = told(Language::English, event, &desk);
            assert!(fits_one_sms(&long) && long.ends_with("call 0142-36 6000."), "{long}");
        }
    }

    /// One sign outside the GSM alphabet would leave no room for phone and organisation.
    #[test]
    fn signs_outside_the_alphabet_leave_nothing_out() {
        let desk = DeskDetails {
            organisation: Some("Gällivare – Váhtjer".into()),
            phone: Some("0142\u{2011}36\u{a0}6000".into()),
            ..DeskDetails::default()
        };
        let code = Code::parse("483920").unwrap();
        let text = Words::new(Language::Swedish, TimeZone::UTC).code_message(&code, &desk);
        assert!(text.ends_with("(0142-36 6000). Gällivare - Vahtjer"), "{}", *text);
        assert!(fits_one_sms(&text));
    }

    #[test]
    fn long_organisation_is_left_out() {
        let text = message(Language::Swedish, &"Kommunalförbundet ".repeat(5));
        assert!(fits_one_sms(&text) && text.contains("0142-36 6000"), "{text}");
    }
}
