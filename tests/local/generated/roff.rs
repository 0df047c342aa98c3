//! A manual page as man(7) wants it. Knows no sentence.

use std::fmt::Write;

/// A manual page.
pub(crate) struct Page {
    pub(crate) name: String,
    pub(crate) section: u8,
    body: String,
}

impl Page {
    /// `manual` is what stands at the top of the page.
    pub(crate) fn new(name: &str, section: u8, manual: &str) -> Self {
        let mut body = String::new();
        // manconv(1): so it does not matter in which folder the page lies.
        body.push_str("'\\\" -*- coding: UTF-8 -*-\n");
        let (title, version) = (escaped(&name.to_uppercase()), env!("CARGO_PKG_VERSION"));
        writeln!(body, ".TH {title} {section} \"\" \"servicedesk {version}\" \"{}\"", escaped(manual)).unwrap();
        // Words are never parted: the rules for that would be those of another language.
        body.push_str(".nh\n.ad l\n");
        Self { name: name.to_owned(), section, body }
    }

    pub(crate) fn file_name(&self) -> String {
        format!("{}.{}", self.name, self.section)
    }

    pub(crate) fn text(self) -> String {
        self.body
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

    /// A name, and what it is, in lines.
    pub(crate) fn item(&mut self, name: &str, lines: &[&str]) {
        let lines = lines.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("\n.br\n");
        writeln!(self.body, ".TP\n\\fB{}\\fR\n{lines}", escaped(name)).unwrap();
    }

    /// Lines as they are.
    pub(crate) fn verbatim(&mut self, text: &str) {
        writeln!(self.body, ".PP\n.nf\n.RS\n{}\n.RE\n.fi", escaped(text.trim_end())).unwrap();
    }
}

/// Signs that would mean something to roff, or come out as others than those that are typed (groff_man_style(7)).
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for (n, line) in text.lines().enumerate() {
        if n > 0 {
            escaped.push('\n');
        }
        if line.starts_with(['.', '\'']) {
            escaped.push_str("\\&");
        }
        for sign in line.chars() {
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
fn what_is_typed_comes_out_as_typed() {
    assert_eq!(escaped(".\\a-'~\n'b"), "\\&.\\[rs]a\\-\\[aq]\\[ti]\n\\&\\[aq]b");
}
