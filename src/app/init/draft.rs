//! The configuration that `init` makes: keys and values, and the file's text.

use std::path::PathBuf;

use crate::config::{KEYS, edit};
use crate::text::HelpTexts;

/// Columns of a comment.
const COLUMNS: usize = 100;

/// What is decided so far.
#[derive(Debug, Default)]
pub(super) struct Entries {
    /// Keys with their values in TOML.
    values: Vec<(&'static str, String)>,
    /// Files to be written beside it, with their content and whether only the owner may read them.
    pub(super) files: Vec<NewFile>,
    /// The user name in the directory, where there is one.
    pub(super) user: String,
}

pub(super) struct NewFile {
    pub(super) path: PathBuf,
    pub(super) content: zeroize::Zeroizing<Vec<u8>>,
    pub(super) is_secret: bool,
}

/// Never shows a content.
impl std::fmt::Debug for NewFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("NewFile").field(&self.path).finish()
    }
}

impl Entries {
    pub(super) fn text(&mut self, key: &'static str, text: &str) {
        if !text.is_empty() {
            self.toml(key, edit::quoted(text));
        }
    }

    pub(super) fn list(&mut self, key: &'static str, items: Vec<String>) {
        if !items.is_empty() {
            self.toml(key, edit::quoted_list(items));
        }
    }

    /// A list of what was typed with commas.
    pub(super) fn listed(&mut self, key: &'static str, typed: &str) {
        let items = typed.split(',').map(|item| item.trim().to_owned());
        self.list(key, items.filter(|item| !item.is_empty()).collect());
    }

    fn toml(&mut self, key: &'static str, value: String) {
        self.values.retain(|(other, _)| *other != key);
        self.values.push((key, value));
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.values.iter().any(|(set, _)| *set == key)
    }

    pub(super) fn remove(&mut self, key: &'static str) {
        self.values.retain(|(other, _)| *other != key);
    }

    /// The file, with each key explained.
    pub(super) fn file(&self, head: &str, texts: &HelpTexts) -> String {
        let options = || textwrap::Options::new(COLUMNS).initial_indent("# ").subsequent_indent("# ");
        let mut text = textwrap::fill(head, options()) + "\n";
        let mut table = "";
        for key in KEYS {
            let Some((_, value)) = self.values.iter().find(|(set, _)| *set == key.path) else { continue };
            if key.table() != table {
                table = key.table();
                text.push_str(&format!("\n[{table}]\n"));
            }
            if let Some(about) = texts.key(key.path) {
                text.push_str(&(textwrap::fill(&about, options()) + "\n"));
            }
            text.push_str(&format!("{} = {value}\n", key.name()));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn file_has_tables_in_order_and_says_what_keys_mean() {
        let mut entries = Entries::default();
        entries.text("desk.phone", "0142-36 6000");
        entries.text("directory.user", r"EXAMPLE\operator1");
        entries.text("directory.domain", "a.example.se");
        entries.text("directory.domain", "ad.example.se");
        entries.text("desk.extension", "");
        let text = entries.file("Head.", &HelpTexts::with_manual(Language::English));
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("# ") && !line.is_empty()).collect();
        assert_eq!(
            lines,
            [
                "[directory]",
                "domain = \"ad.example.se\"",
                r"user = 'EXAMPLE\operator1'",
                "[desk]",
                "phone = \"0142-36 6000\""
            ]
        );
        assert!(text.starts_with("# Head.\n") && text.matches("\n# ").count() >= 4, "{text}");
    }
}
