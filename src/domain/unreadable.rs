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

    /// Returns the attributes concerned.
    pub fn attributes(&self) -> &[&'static str] {
        match &self.why {
            UnreadableReason::Hidden(attributes) => attributes,
            UnreadableReason::OddName => &["sAMAccountName"],
        }
    }
}
