//! `[protected]`: accounts that are never touched.

use super::kind;
use super::origin::Setting;
use super::reader::SettingsReader;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protected {
    /// Groups whose members are protected, beside a domain's built-in administrators. May be empty.
    pub groups: Setting<Vec<String>>,
    /// DNs of units whose accounts are protected.
    pub units: Setting<Vec<String>>,
    /// Whether the operator's own account and the supervisors' are protected.
    pub operators: Setting<bool>,
}

impl Protected {
    pub(super) fn read(reader: &mut SettingsReader<'_>) -> Self {
        let default = vec!["Domain Admins".to_owned(), "Enterprise Admins".to_owned()];
        Self {
            groups: reader.or("protected.groups", default, kind::groups),
            units: reader.or("protected.units", Vec::new(), kind::units),
            operators: reader.or("protected.operators", true, kind::boolean),
        }
    }
}
