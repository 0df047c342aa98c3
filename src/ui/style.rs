//! The one colour: what the operator has to see first. Never alone: the words say the same.

/// How text is set off on one stream.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Style {
    pub(super) color: bool,
}

impl Style {
    /// With colours or without.
    pub fn new(color: bool) -> Self {
        Self { color }
    }

    /// What is wrong, or refused.
    pub(crate) fn alert(self, text: &str) -> String {
        // Bold red: the colour that the tables' library gives such a cell.
        if self.color { format!("\x1b[38;5;9m\x1b[1m{text}\x1b[0m") } else { text.to_owned() }
    }
}
