//! An entry that is there, and of which too little may be read to say what state its account is in. It is shown as what
//! it is, and never acted on.

/// Such an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableAccount {
    /// sAMAccountName as it is kept, where it may be read.
    pub name: Option<String>,
    /// Where it stands in the directory.
    pub dn: String,
    /// The name shown to people.
    pub display_name: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// What keeps it from being an account like others.
    pub why: UnreadableReason,
}

/// Why too little is known of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnreadableReason {
    /// This operator may not read these attributes, or they hold what they never do.
    Hidden(Vec<&'static str>),
    /// Its user name has signs that no user name may have. It could be taken for another's address.
    OddName,
}

impl UnreadableAccount {
    /// The user name; where it may not be read, the DN.
    pub fn shown_name(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.dn)
    }

    /// The attributes that are the matter.
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
