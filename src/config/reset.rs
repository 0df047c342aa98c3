//! `[reset]`: what a reset does unless the command line decides.

use super::kind;
use super::origin::Setting;
use super::reader::SettingsReader;
use crate::domain::must_change::MustChangePolicy;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reset {
    /// Whether a new password must be changed at the next sign-in, unless the command line decides.
    pub must_change: Setting<MustChangePolicy>,
}

impl Reset {
    pub(super) fn read(reader: &mut SettingsReader<'_>) -> Self {
        Self { must_change: reader.or("reset.must_change", MustChangePolicy::AtWorkplace, kind::must_change) }
    }
}
