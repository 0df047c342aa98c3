//! What callers get by SMS: a code, with what it is for and that only the servicedesk they
//! themselves called may hear it; or a new password, with who sent it. No links: both must look
//! like nothing that a stranger sends.

use zeroize::Zeroizing;

use super::{Message, Words};
use crate::domain::code::Code;
use crate::domain::gsm7::fits_one_sms;
use crate::domain::password::Password;

/// What callers are told about the desk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeskDetails {
    /// The organisation.
    pub organisation: Option<String>,
    /// The number callers ring.
    pub phone: Option<String>,
    /// The number they ring inside the organisation.
    pub extension: Option<String>,
    /// What a password is good for.
    pub services: Vec<String>,
}

impl Words {
    /// The message that brings a code, as complete as one SMS allows.
    pub fn code_message(&self, code: &Code, desk: &DeskDetails) -> Zeroizing<String> {
        let code = code.expose();
        as_complete_as_fits(desk, |phone, organisation| self.say(&Message::SmsCode { code, phone, organisation }))
    }

    /// The message that brings a password, as complete as one SMS allows. The password has the last
    /// line to itself: nothing can be taken for a part of it, and a locked phone seldom shows so much.
    pub fn password_message(&self, password: &Password, must_change: bool, desk: &DeskDetails) -> Zeroizing<String> {
        let password = password.expose();
        let change = if must_change { format!(" {}", self.say(&Message::SmsPasswordChange)) } else { String::new() };
        as_complete_as_fits(desk, |phone, organisation| {
            self.say(&Message::SmsPassword { password, change: &change, phone, organisation })
        })
    }

    /// The message that only shows that messages arrive.
    pub fn trial_message(&self, desk: &DeskDetails) -> String {
        let say = |phone: &str, organisation: &str| self.say(&Message::SmsTrial { phone, organisation });
        as_complete_as_fits(desk, say).to_string()
    }
}

/// What `say` makes of the desk's phone and organisation; either gives way where both are too long.
fn as_complete_as_fits(desk: &DeskDetails, say: impl Fn(&str, &str) -> String) -> Zeroizing<String> {
    let phone = desk.phone.as_ref().map(|phone| format!(" ({phone})")).unwrap_or_default();
    let organisation = desk.organisation.as_ref().map(|name| format!(" {name}")).unwrap_or_default();
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
    fn one_sms_that_says_what_it_is_for() {
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
    fn a_password_has_the_last_line_to_itself() {
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
    fn a_long_password_is_still_one_sms() {
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
    fn a_long_name_gives_way() {
        let text = message(Language::Swedish, &"Kommunalförbundet ".repeat(5));
        assert!(fits_one_sms(&text) && text.contains("0142-36 6000"), "{text}");
    }
}
