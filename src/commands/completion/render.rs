//! The script, as it is, whatever the output: it is for a shell.

use super::Outcome;
use crate::view::document::AnyDocument;
use crate::view::{Render, View};

impl Render for Outcome {
    fn text(&self, _: &View<'_>) -> String {
        self.script.trim_end().to_owned()
    }

    fn is_verbatim(&self) -> bool {
        true
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        None
    }
}
