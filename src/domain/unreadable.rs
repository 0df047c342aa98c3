//! Accounts of which the operator may read too little. Shown, but never acted on.

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableAccount {
    /// The sAMAccountName as stored, if readable.
    pub name: Option<String>,
    pub dn: String,
    pub display_name: Option<String>,
    pub department: Option<String>,
    pub why: UnreadableReason,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnreadableReason {
    /// These attributes are unreadable or malformed.
    Hidden(Vec<&'static str>),
    /// The user name has characters that no user name may have. It could be mistaken for another account's address.
    OddName,
}

impl UnreadableAccount {
    /// Returns the user name, or the DN where it may not be read.
    pub fn name_or_dn(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.dn)
    }

    pub fn attributes(&self) -> &[&'static str] {
        match &self.why {
            UnreadableReason::Hidden(attributes) => attributes,
            UnreadableReason::OddName => &["sAMAccountName"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entry_is_shown_by_what_may_be_read_with_what_may_not() {
        let entry = |name: Option<&str>, why| UnreadableAccount {
            name: name.map(Into::into),
            dn: "CN=x".into(),
            display_name: None,
            department: None,
            why,
        };
        let hidden = entry(None, UnreadableReason::Hidden(vec!["userAccountControl"]));
        assert_eq!((hidden.name_or_dn(), hidden.attributes()), ("CN=x", &["userAccountControl"][..]));
        let odd = entry(Some("a@b"), UnreadableReason::OddName);
        assert_eq!((odd.name_or_dn(), odd.attributes()), ("a@b", &["sAMAccountName"][..]));
    }
}
