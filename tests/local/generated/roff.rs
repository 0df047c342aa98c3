//! A manual page as man(7) wants it. Knows no sentence.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

/// A manual page.
pub(crate) struct Page {
    pub(crate) name: String,
    pub(crate) section: u8,
    /// Whether the page needs tbl(1).
    has_tables: bool,
    body: String,
}

/// Columns of a page's first line on a terminal of 80.
const HEADER_COLUMNS: usize = 78;

/// Columns that a line of [`Page::verbatim`] may take, so that it fits a terminal of 80.
pub(crate) const VERBATIM_COLUMNS: usize = 71;

impl Page {
    /// `manual` is the title at the top of the page.
    pub(crate) fn new(name: &str, section: u8, manual: &str) -> Self {
        let mut body = String::new();
        let (title, version) = (escaped(&name.to_uppercase()), env!("CARGO_PKG_VERSION"));
        // The title stands on both sides of it.
        let manual = if 2 * (name.len() + 5) + manual.width() < HEADER_COLUMNS { manual } else { " " };
        writeln!(body, ".TH {title} {section} \"\" \"servicedesk {version}\" \"{}\"", escaped(manual)).unwrap();
        // Words are never parted: the rules for that would be those of another language.
        body.push_str(".nh\n.ad l\n");
        Self { name: name.to_owned(), section, has_tables: false, body }
    }

    pub(crate) fn file_name(&self) -> String {
        format!("{}.{}", self.name, self.section)
    }

    pub(crate) fn text(self) -> String {
        let preprocessor = if self.has_tables { "t " } else { "" };
        // manconv(1): so it does not matter in which folder the page lies.
        format!("'\\\" {preprocessor}-*- coding: UTF-8 -*-\n{}", self.body)
    }

    pub(crate) fn heading(&mut self, heading: &str) {
        writeln!(self.body, ".SH {}", escaped(heading)).unwrap();
    }

    /// A line to go on from.
    pub(crate) fn line(&mut self, text: &str) {
        writeln!(self.body, "{}", escaped(text)).unwrap();
    }

    pub(crate) fn bold(&mut self, text: &str) {
        writeln!(self.body, "\\fB{}\\fR", escaped(text)).unwrap();
    }

    /// Text in paragraphs, parted by empty lines.
    pub(crate) fn paragraphs(&mut self, text: &str) {
        for paragraph in text.split("\n\n") {
            writeln!(self.body, ".PP\n{}", escaped(&paragraph.replace('\n', " "))).unwrap();
        }
    }

    /// A term and its description.
    pub(crate) fn item(&mut self, name: &str, lines: &[&str]) {
        let lines = lines.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("\n.br\n");
        writeln!(self.body, ".TP\n\\fB{}\\fR\n{lines}", escaped(name)).unwrap();
    }

    /// Lines as they are.
    pub(crate) fn verbatim(&mut self, text: &str) {
        let too_wide = text.lines().find(|line| line.width() > VERBATIM_COLUMNS);
        assert!(too_wide.is_none(), "{}: over {VERBATIM_COLUMNS} columns: {too_wide:?}", self.name);
        writeln!(self.body, ".PP\n.nf\n.RS 2\n{}\n.RE\n.fi", escaped(text.trim_end())).unwrap();
    }

    /// A heading below another.
    pub(crate) fn subheading(&mut self, heading: &str) {
        writeln!(self.body, ".SS {}", escaped(heading)).unwrap();
    }

    /// A request or macro with its arguments, or a line of text: roff as it is.
    pub(crate) fn roff(&mut self, line: &str) {
        writeln!(self.body, "{line}").unwrap();
    }

    /// A table for tbl(1): how each column is aligned (`l`, `c` or `r`), and rows of roff, the first one of headings.
    pub(crate) fn table(&mut self, alignments: &str, rows: &[Vec<String>]) {
        self.has_tables = true;
        let columns = |font: &str| alignments.chars().map(|sign| format!("{sign}{font}")).collect::<Vec<_>>().join(" ");
        let rows: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
        let (headings, rows) = (columns("b"), rows.join("\n"));
        writeln!(self.body, ".PP\n.TS\n{headings}\n{}.\n{rows}\n.TE", columns("")).unwrap();
    }
}

/// Signs that would mean something to roff, or come out as others than those that are typed (groff_man_style(7)).
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for (n, line) in text.lines().enumerate() {
        if n > 0 {
            escaped.push('\n');
        }
        if line.starts_with(['.', '\'']) {
            escaped.push_str("\\&");
        }
        let mut in_word = 0;
        for sign in line.chars() {
            // A word longer than most of a line may be broken without a hyphen.
            in_word = if sign == ' ' { 0 } else { in_word + 1 };
            if in_word > 60 && in_word % 20 == 1 {
                escaped.push_str("\\:");
            }
            match sign {
                '\\' => escaped.push_str("\\[rs]"),
                '-' => escaped.push_str("\\-"),
                '\'' => escaped.push_str("\\[aq]"),
                '"' => escaped.push_str("\\[dq]"),
                '^' => escaped.push_str("\\[ha]"),
                '~' => escaped.push_str("\\[ti]"),
                '`' => escaped.push_str("\\[ga]"),
                sign => escaped.push(sign),
            }
        }
    }
    escaped
}

#[test]
fn literal_text_is_escaped() {
    assert_eq!(escaped(".\\a-'~\n'b"), "\\&.\\[rs]a\\-\\[aq]\\[ti]\n\\&\\[aq]b");
    assert_eq!(escaped(&"0".repeat(64)), [&"0".repeat(60), "\\:", "0000"].concat());
}
