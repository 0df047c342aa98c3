//! The kinds of commands, for the run around them.

/// What kind of command it is, where that affects the run around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// Read-only, so it may run without a record.
    Reads,
    /// Read-only, and waits for lines on standard input: only ending at once can interrupt that.
    ReadsLines,
    /// Helps callers, and may send an SMS.
    HelpsCaller,
    /// Changes many accounts, so a second Ctrl-C may be needed.
    ChangesMany,
    /// Writes only the audit log.
    Records,
}

impl Nature {
    pub fn only_reads(self) -> bool {
        matches!(self, Self::Reads | Self::ReadsLines)
    }

    pub fn may_send(self) -> bool {
        self == Self::HelpsCaller
    }
}
