//! What kind of command one is, for the run around it.

/// What a command does, as far as the run around it depends on that. Each command says it beside its `Request`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// Changes nothing and tells nobody anything, so that it may go on without a record.
    Reads,
    /// The same, waiting for standard input line by line: Ctrl-C can end that in no other way than at once.
    ReadsLines,
    /// Helps one caller after another: an SMS may leave.
    HelpsCaller,
    /// Changes so many accounts that a second Ctrl-C may be wanted.
    ChangesMany,
    /// Writes nothing but the audit trail.
    Records,
}

impl Nature {
    /// Whether the command is read-only.
    pub fn only_reads(self) -> bool {
        matches!(self, Self::Reads | Self::ReadsLines)
    }

    /// Whether an SMS may leave.
    pub fn may_send(self) -> bool {
        self == Self::HelpsCaller
    }
}
