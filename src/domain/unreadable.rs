//! An entry that exists but of which the operator may read too little to know the state of its account. It is shown and
//! never changed.

/// An entry of which too little can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableAccount {
    /// sAMAccountName as stored, where it can be read.
    pub name: Option<String>,
    /// Its distinguished name.
    pub dn: String,
    /// The name shown to people.
    pub display_name: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Why it cannot be treated as an account.
    pub why: UnreadableReason,
}

/// Why an entry cannot be treated as an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnreadableReason {
    /// The operator may not read these attributes, or their values are invalid.
    Hidden(Vec<&'static str>),
    /// Its user name has characters that user names cannot have, and could be taken for another account's address.
    OddName,
}

impl UnreadableAccount {
    /// The user name, or the DN where the name cannot be read.
    pub fn shown_name(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.dn)
    }

    /// The attributes that cause it.
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
        assert_eq!((hidden.shown_name(), hidden.attributes()), ("CN=x", &["userAccountControl"][..]));
        let odd = entry(Some("a@b"), UnreadableReason::OddName);
        assert_eq!((odd.shown_name(), odd.attributes()), ("a@b", &["sAMAccountName"][..]));
    }
}
