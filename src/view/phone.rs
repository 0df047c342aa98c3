//! What a registered number is that is no mobile, and which country a foreign one is of, in words.

use super::number;
use crate::domain::phone::{CallingCode, NotAPhone, NotMobile};
use crate::text::{Message, Words};

pub(crate) fn not_mobile(what: NotMobile, words: &Words) -> String {
    words.say(&match what {
        NotMobile::Landline => Message::NotMobileLandline,
        NotMobile::TooShort { missing } => Message::NotMobileShort { n: number(missing) },
        NotMobile::TooLong { extra } => Message::NotMobileLong { n: number(extra) },
        NotMobile::ForeignLength(code) => {
            return words.say(&Message::NotMobileForeign { country: &country(code, words) });
        }
        NotMobile::MachineToMachine => Message::NotMobileMachine,
        NotMobile::Pager => Message::NotMobilePager,
        NotMobile::Service => Message::NotMobileService,
    })
}

pub(crate) fn unreadable(why: NotAPhone, words: &Words) -> String {
    words.say(&match why {
        NotAPhone::Characters => Message::UnreadableCharacters,
        NotAPhone::Start => Message::UnreadableStart,
        NotAPhone::Length => Message::UnreadableLength,
        NotAPhone::Country => Message::UnreadableCountry,
        NotAPhone::Several => Message::UnreadableSeveral,
    })
}

pub(crate) fn country(code: CallingCode, words: &Words) -> String {
    words.say(&Message::Country { code: code.0.into() })
}
