//! What an operator types to say which account is meant.

use super::account::AccountName;
use super::phone::Phone;

/// One way to point at an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Query {
    /// `CONTOSO\jesrab01`: this user name in this domain.
    InDomain {
        /// The domain's short (NetBIOS) name.
        domain: String,
        /// The user name.
        name: AccountName,
    },
    /// `jesrab01@ad.contoso.example` or a mail address.
    Address(String),
    /// A phone number in any writing.
    Phone(Phone),
    /// One word or several: a user name if there is such a one, else (part of) a person's name.
    Words(String),
}

/// Why a text points at nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAQuery {
    /// Nothing was typed.
    #[error("nothing to look for")]
    Empty,
    /// Longer than any name or address.
    #[error("too long to be a name, an address or a number")]
    TooLong,
    /// A control character, as a slip with pasting gives.
    #[error("characters that no name has")]
    Characters,
    /// A domain without a name, or a name no user has.
    #[error("not a user name")]
    Name,
}

impl Query {
    /// The longest text looked for, in characters.
    pub const LONGEST: usize = 256;

    /// Reads what was typed.
    ///
    /// # Errors
    /// [`NotAQuery`] when no account could ever match.
    pub fn parse(text: &str) -> Result<Self, NotAQuery> {
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
        if let Ok(phone) = Phone::parse(text) {
            return Ok(Self::Phone(phone));
        }
        if text.contains('@') && !text.contains(' ') {
            return Ok(Self::Address(text.to_owned()));
        }
        Ok(Self::Words(text.split_whitespace().collect::<Vec<_>>().join(" ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_operators_type() {
        let words = |text: &str| Query::Words(text.into());
        let name = |text| AccountName::parse(text).unwrap();
        for (typed, query) in [
            ("jesrab01", words("jesrab01")),
            (r"contoso\mmeyers", Query::InDomain { domain: "contoso".into(), name: name("mmeyers") }),
            ("mmeyers@contoso.com", Query::Address("mmeyers@contoso.com".into())),
            ("070-174 06 05", Query::Phone(Phone::parse("+46701740605").unwrap())),
            ("  Eva   Karlsson ", words("Eva Karlsson")),
            ("Åsa *)(", words("Åsa *)(")),
        ] {
            assert_eq!(Query::parse(typed), Ok(query), "{typed}");
        }
    }

    #[test]
    fn what_points_at_nothing() {
        assert_eq!(Query::parse("  "), Err(NotAQuery::Empty));
        assert_eq!(Query::parse(r"contoso\"), Err(NotAQuery::Name));
        assert_eq!(Query::parse(r"\jesrab01"), Err(NotAQuery::Name));
        assert_eq!(Query::parse("jes\u{1b}[31m"), Err(NotAQuery::Characters));
        assert_eq!(Query::parse(&"x".repeat(257)), Err(NotAQuery::TooLong));
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in "\\PC*") {
            let _ = Query::parse(&text);
        }
    }
}
