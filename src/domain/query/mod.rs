//! Parses what an operator types to name an account.

mod copied;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::account::AccountName;
use super::invisible::is_invisible;
use super::personal_number::PersonalNumber;
use super::phone::{Phone, plain_digit};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Query {
    /// `CONTOSO\jesrab01`, with the domain's NetBIOS name.
    InDomain {
        domain: String,
        name: AccountName,
    },
    /// A user principal name or mail address.
    Address(String),
    /// A phone number in a notation that no user name has.
    Phone(Phone),
    /// Digits: a user name, as pupils have, or a phone number. A match by either counts.
    NameOrPhone {
        name: AccountName,
        phone: Phone,
    },
    /// One or more words: a user name, or else part of a person's name.
    Words(String),
    PersonalNumber(PersonalNumber),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAQuery {
    #[error("nothing to look for")]
    Empty,
    /// Longer than any name or address.
    #[error("too long to be a name, an address or a number")]
    TooLong,
    /// Control characters, as pasted by mistake.
    #[error("characters that no name has")]
    Characters,
    /// A domain without a name, or an invalid user name.
    #[error("not a user name")]
    Name,
}

impl Query {
    /// In characters.
    pub const LONGEST: usize = 256;
    /// The fewest digits at the end of a phone number that are looked for.
    const LAST_DIGITS: usize = 4;

    /// Parses what was typed.
    ///
    /// # Errors
    /// [`NotAQuery`] when no account can match.
    pub fn parse(text: &str) -> Result<Self, NotAQuery> {
        let text = copied::bare(&plain(text));
        // Alone or beside a name: it is to be shown nowhere.
        let number = PersonalNumber::parse(&text).or_else(|| text.split_whitespace().find_map(PersonalNumber::parse));
        if let Some(number) = number {
            return Ok(Self::PersonalNumber(number));
        }
        Ok(match Self::of_account(&text)? {
            Self::Words(words) => match (AccountName::parse(&words), Phone::parse(&words)) {
                (Ok(name), Ok(phone)) => Self::NameOrPhone { name, phone },
                (Err(_), Ok(phone)) => Self::Phone(phone),
                (_, Err(_)) => Self::Words(words),
            },
            other => other,
        })
    }

    /// Parses the name of an account, never a phone number: for lists of accounts and audit records.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn of_account(text: &str) -> Result<Self, NotAQuery> {
        let text = &plain(text);
        let text = text.trim();
        if text.is_empty() {
            return Err(NotAQuery::Empty);
        }
        if text.chars().count() > Self::LONGEST {
            return Err(NotAQuery::TooLong);
        }
        if text.contains(char::is_control) {
            return Err(NotAQuery::Characters);
        }
        if let Some((domain, name)) = text.split_once('\\') {
            let name = AccountName::parse(name.trim()).map_err(|_| NotAQuery::Name)?;
            if domain.trim().is_empty() {
                return Err(NotAQuery::Name);
            }
            return Ok(Self::InDomain { domain: domain.trim().to_owned(), name });
        }
        if text.contains('@') && !text.contains(' ') {
            return Ok(Self::Address(text.to_owned()));
        }
        Ok(Self::Words(text.split_whitespace().collect::<Vec<_>>().join(" ")))
    }

    /// The account that a name from elsewhere may mean: as [`of_account`](Self::of_account), but what cannot be looked for
    /// is left out of it.
    pub fn nearest(text: &str) -> Self {
        let usable: String = text.chars().filter(|letter| !letter.is_control()).take(Self::LONGEST).collect();
        Self::of_account(&usable).unwrap_or(Self::Words(usable))
    }

    pub fn phone(&self) -> Option<&Phone> {
        match self {
            Self::Phone(phone) | Self::NameOrPhone { phone, .. } => Some(phone),
            Self::InDomain { .. } | Self::Address(_) | Self::Words(_) | Self::PersonalNumber(_) => None,
        }
    }

    /// What may be a mistyped user name.
    pub fn user_name(&self) -> Option<&str> {
        match self {
            Self::InDomain { name, .. } | Self::NameOrPhone { name, .. } => Some(name.as_str()),
            // A person's name has no digits, and a user name no words.
            Self::Words(words) => Some(words.as_str()).filter(|words| !words.contains(' ') || has_digit(words)),
            Self::Address(_) | Self::Phone(_) | Self::PersonalNumber(_) => None,
        }
    }

    /// What may be a person's name: `eva.karlsson` too, as in an address.
    pub fn person_name(&self) -> Option<String> {
        match self {
            Self::Words(words) if !has_digit(words) => Some(words.replace('.', " ").trim().to_owned()),
            _ => None,
        }
        .filter(|name| !name.is_empty())
    }

    /// The digits of what may be the end of a phone number.
    pub fn last_digits(&self) -> Option<String> {
        let Self::Words(words) = self else { return None };
        let digits: String = words.chars().filter(char::is_ascii_digit).collect();
        let is_number = words.chars().all(|c| c.is_ascii_digit() || " -/.".contains(c));
        (is_number && (Self::LAST_DIGITS..=15).contains(&digits.len())).then_some(digits)
    }
}

fn has_digit(words: &str) -> bool {
    words.contains(|c: char| c.is_ascii_digit())
}

/// Removes invisible characters, which copying adds, composes letters with their marks, and converts digits to ASCII, so
/// that names are read like phone numbers.
fn plain(text: &str) -> String {
    let is_kept = |c: &char| c.is_control() || !is_invisible(*c);
    let kept: String = text.chars().filter(is_kept).map(|c| plain_digit(c).unwrap_or(c)).collect();
    ComposingNormalizerBorrowed::new_nfc().normalize(&kept).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn query_is_parsed_as_operators_type_it() {
        let words = |text: &str| Query::Words(text.into());
        let name = |text| AccountName::parse(text).unwrap();
        let either = |text| Query::NameOrPhone { name: name(text), phone: Phone::parse(text).unwrap() };
        for (typed, query) in [
            ("jesrab01", words("jesrab01")),
            (r"contoso\mmeyers", Query::InDomain { domain: "contoso".into(), name: name("mmeyers") }),
            ("mmeyers@contoso.com", Query::Address("mmeyers@contoso.com".into())),
            ("+46 70-174 06 05", Query::Phone(Phone::parse("+46701740605").unwrap())),
            ("070/1740605", Query::Phone(Phone::parse("+46701740605").unwrap())),
            ("0805121234", either("0805121234")),
            ("070-174 06 05", either("070-174 06 05")),
            ("\u{202a}0805121234\u{202c}", either("0805121234")),
            ("\u{feff}jes\u{ad}rab01\u{200b}", words("jesrab01")),
            ("０８０５１２１２３４", either("0805121234")),
            ("198805121234", words("198805121234")),
            ("  Eva   Karlsson ", words("Eva Karlsson")),
            ("Åsa *)(", words("Åsa *)(")),
            ("A\u{30a}sa", words("Åsa")),
            ("Nilsson, Pelle", words("Nilsson Pelle")),
            ("Pelle Nilsson <pelnil01@contoso.com>", Query::Address("pelnil01@contoso.com".into())),
            ("\"Nilsson, Pelle\" < pelnil01@contoso.com >", Query::Address("pelnil01@contoso.com".into())),
            ("Eva Karlsson (evakar02)", words("evakar02")),
            ("evakar02 (Eva Karlsson)", words("evakar02")),
            ("\"Karlsson, Eva\" (Skola 3)", words("Karlsson Eva")),
            ("Eva Karlsson (", words("Eva Karlsson (")),
            ("(IT)", words("(IT)")),
            ("“Pelle Nilsson”.", words("Pelle Nilsson")),
            ("MailTo:mmeyers@contoso.com", Query::Address("mmeyers@contoso.com".into())),
            ("Meyers <sip:mmeyers@contoso.com>", Query::Address("mmeyers@contoso.com".into())),
            ("tel:+46-70-174 06 05", Query::Phone(Phone::parse("+46701740605").unwrap())),
            ("contoso/mmeyers", Query::InDomain { domain: "contoso".into(), name: name("mmeyers") }),
            ("Teknik / Gata", words("Teknik / Gata")),
            ("eva.karlsson", words("eva.karlsson")),
            ("0611", words("0611")),
            ("Eva 880512-1236.", Query::PersonalNumber(PersonalNumber::parse("19880512-1236").unwrap())),
            ("198805121236", Query::PersonalNumber(PersonalNumber::parse("19880512-1236").unwrap())),
        ] {
            assert_eq!(Query::parse(typed), Ok(query), "{typed}");
        }
    }

    #[test]
    fn account_name_is_never_a_phone_number() {
        for typed in ["0805121234", "070-174 06 05", "+46701740605", "jesrab01"] {
            assert_eq!(Query::of_account(typed), Ok(Query::Words(typed.into())), "{typed}");
        }
        assert_eq!(Query::of_account("\u{200e}０８05121234"), Ok(Query::Words("0805121234".into())));
        assert_eq!(Query::of_account("a@contoso.com"), Ok(Query::Address("a@contoso.com".into())));
    }

    #[test]
    fn text_that_can_match_no_account_is_rejected() {
        assert_eq!(Query::parse("  "), Err(NotAQuery::Empty));
        assert_eq!(Query::parse(r"contoso\"), Err(NotAQuery::Name));
        assert_eq!(Query::parse(r"\jesrab01"), Err(NotAQuery::Name));
        assert_eq!(Query::parse("jes\u{1b}[31m"), Err(NotAQuery::Characters));
        assert_eq!(Query::parse(&"x".repeat(257)), Err(NotAQuery::TooLong));
        assert!(Query::parse(&"å".repeat(256)).is_ok());
    }

    #[test]
    fn name_from_elsewhere_is_cut_to_what_can_be_looked_for() {
        for name in ["op\u{0}erator1", "operator1", r"CONTOSO\operator1", "operator1@contoso.com"] {
            let usable: String = name.chars().filter(|letter| !letter.is_control()).collect();
            assert_eq!(Ok(Query::nearest(name)), Query::of_account(&usable), "{name:?}");
        }
        assert_eq!(Query::nearest(&"A".repeat(70_000)), Query::Words("A".repeat(Query::LONGEST)));
        assert_eq!(Query::nearest("\n"), Query::Words(String::new()));
    }

    #[test]
    fn number_is_looked_for_where_one_was_typed() {
        let number = Phone::parse("0805121234").unwrap();
        for typed in ["0805121234", "+46 805 12 12 34"] {
            assert_eq!(Query::parse(typed).unwrap().phone(), Some(&number), "{typed}");
        }
        for typed in [r"contoso\mmeyers", "a@contoso.com", "Eva Karlsson"] {
            assert_eq!(Query::parse(typed).unwrap().phone(), None, "{typed}");
        }
    }

    #[test]
    fn words_say_what_they_may_be() {
        for (typed, user_name, person, digits) in [
            ("jesrab01", true, false, None),
            ("jesrab 01", true, false, None),
            ("mmeyers", true, true, None),
            ("Eva Karlsson", false, true, None),
            ("eva.karlsson", true, true, None),
            (r"contoso\mmeyers", true, false, None),
            ("a@contoso.com", false, false, None),
            ("0611", true, false, Some("0611")),
            ("06 11", true, false, Some("0611")),
            ("701740611", true, false, Some("701740611")),
            ("611", true, false, None),
            ("0701740611", true, false, None),
        ] {
            let query = Query::parse(typed).unwrap();
            assert_eq!(query.user_name().is_some(), user_name, "{typed}");
            assert_eq!(query.person_name().is_some(), person, "{typed}");
            assert_eq!(query.last_digits().as_deref(), digits, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in "\\PC*") {
            if let Ok(query) = Query::of_account(&text) {
                prop_assert_eq!(query.phone(), None);
            }
            let _ = Query::parse(&text);
        }
    }
}
