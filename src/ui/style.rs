//! The one colour, for what the operator must see first. The text always says the same.

/// The use of colour on one stream.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Style {
    pub(super) color: bool,
}

impl Style {
    pub fn new(color: bool) -> Self {
        Self { color }
    }

    /// Sets off what the operator reads aloud.
    pub(crate) fn spoken(self, text: &str) -> String {
        if self.color { format!("\x1b[1m{text}\x1b[0m") } else { text.to_owned() }
    }

    /// Highlights a problem or a refusal.
    pub(crate) fn alert(self, text: &str) -> String {
        // Bold red, as comfy_table writes it.
        if self.color { format!("\x1b[38;5;9m\x1b[1m{text}\x1b[0m") } else { text.to_owned() }
    }
}
