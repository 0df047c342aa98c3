//! The SMS that carries a code: what it is for, and that only the servicedesk they themselves
//! called may hear it.

use zeroize::Zeroizing;

use super::{Message, Words};
use crate::domain::code::Code;
use crate::domain::gsm7::fits_one_sms;

/// What callers are told about the desk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeskDetails {
    /// The organisation.
    pub organisation: Option<String>,
    /// The number callers ring.
    pub phone: Option<String>,
}

impl Words {
    /// The message, as complete as one SMS allows.
    pub fn code_message(&self, code: &Code, desk: &DeskDetails) -> Zeroizing<String> {
        let phone = desk.phone.as_ref().map(|phone| format!(" ({phone})")).unwrap_or_default();
        let organisation = desk.organisation.as_ref().map(|name| format!(" {name}")).unwrap_or_default();
        let attempts = [(phone.as_str(), organisation.as_str()), (phone.as_str(), ""), ("", "")];
        let text = |(phone, organisation)| {
            Zeroizing::new(self.say(&Message::SmsCode { code: code.expose(), phone, organisation }))
        };
        attempts.into_iter().map(text).find(|text| fits_one_sms(text)).unwrap_or_else(|| text(("", "")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use jiff::tz::TimeZone;

    fn message(language: Language, organisation: &str) -> String {
        let desk = DeskDetails { organisation: Some(organisation.into()), phone: Some("0142-36 6000".into()) };
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

    #[test]
    fn a_long_name_gives_way() {
        let text = message(Language::Swedish, &"Kommunalförbundet ".repeat(5));
        assert!(fits_one_sms(&text) && text.contains("0142-36 6000"), "{text}");
    }
}
