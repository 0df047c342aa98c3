//! Turns a page of Markdown, as a forge shows it, into one that man shows.
//!
//! The first heading is `name - what it is for`; the text below it is the description. A table that fits a terminal of
//! 80 columns stays a table; a wider one has two columns and becomes a list of items.

use std::mem::take;

use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use unicode_width::UnicodeWidthStr;

use super::roff::{Page, escaped};

/// Columns that a table may take, beside the margins of a terminal of 80.
const TABLE_COLUMNS: usize = 70;

/// Space that tbl(1) leaves between two columns.
const GAP: usize = 3;

/// Words that man wants and Markdown does not have.
pub(crate) struct Words {
    /// The title at the top of the page.
    pub(crate) manual: String,
    pub(crate) name: String,
    pub(crate) description: String,
}

/// Returns the page that `markdown` describes.
pub(crate) fn page(name: &str, section: u8, markdown: &str, words: &Words) -> Page {
    let page = Page::new(name, section, &words.manual);
    let mut writer = Writer { page, words, text: Text::default(), block: None, lists: vec![], table: None };
    Parser::new_ext(markdown, Options::ENABLE_TABLES).for_each(|event| writer.event(event));
    writer.page
}

/// Text that runs on: as roff, and as it is read.
#[derive(Default)]
struct Text {
    roff: String,
    plain: String,
    /// The fonts in use around the next word, the innermost last.
    fonts: Vec<char>,
    /// Where the links lead that are open.
    links: Vec<String>,
}

impl Text {
    fn push(&mut self, text: &str) {
        self.roff.push_str(&escaped(text));
        self.plain.push_str(text);
    }

    fn begin(&mut self, font: char) {
        self.fonts.push(font);
        self.roff.push_str(&format!("\\f{font}"));
    }

    fn end(&mut self) {
        self.fonts.pop();
        self.roff.push_str(&format!("\\f{}", self.fonts.last().unwrap_or(&'R')));
    }
}

#[derive(Default)]
struct Table {
    alignments: String,
    rows: Vec<Vec<Text>>,
}

struct Writer<'w> {
    page: Page,
    words: &'w Words,
    text: Text,
    /// The code block that is open.
    block: Option<String>,
    /// The number of the next item of each list that is open; `None` for bullets.
    lists: Vec<Option<u64>>,
    table: Option<Table>,
}

impl Writer<'_> {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.block {
                Some(block) => block.push_str(&text),
                None => self.text.push(&text),
            },
            Event::Code(text) => {
                self.text.begin('B');
                self.text.push(&text);
                self.text.end();
            }
            Event::SoftBreak => self.text.push(" "),
            Event::HardBreak => self.text.roff.push_str("\n.br\n"),
            Event::Html(text) if text.trim_start().starts_with("<!--") => {}
            other => panic!("{}: no manual page shows {other:?}", self.page.name),
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Paragraph if self.lists.is_empty() => self.page.roff(".PP"),
            Tag::Strong => self.text.begin('B'),
            Tag::Emphasis => self.text.begin('I'),
            Tag::Link { dest_url, .. } => {
                if is_page(&dest_url) {
                    self.text.begin('B');
                }
                self.text.links.push(dest_url.into_string());
            }
            Tag::CodeBlock(_) => self.block = Some(String::new()),
            Tag::List(first) => {
                self.flush();
                if !self.lists.is_empty() {
                    self.page.roff(".RS 2");
                }
                self.lists.push(first);
            }
            Tag::Item => match self.lists.last_mut() {
                Some(Some(number)) => {
                    self.page.roff(&format!(".IP {number}. 4"));
                    *number += 1;
                }
                _ => self.page.roff(".IP \\(bu 2"),
            },
            Tag::Table(alignments) => {
                let alignment = |alignment: Alignment| match alignment {
                    Alignment::Right => 'r',
                    Alignment::Center => 'c',
                    Alignment::Left | Alignment::None => 'l',
                };
                self.table = Some(Table { alignments: alignments.into_iter().map(alignment).collect(), rows: vec![] });
            }
            Tag::TableHead | Tag::TableRow => self.table.as_mut().unwrap().rows.push(vec![]),
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell | Tag::HtmlBlock => {}
            other => panic!("{}: no manual page shows {other:?}", self.page.name),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::Paragraph | TagEnd::Item => self.flush(),
            TagEnd::Strong | TagEnd::Emphasis => self.text.end(),
            TagEnd::Link => {
                let target = self.text.links.pop().unwrap();
                if is_page(&target) {
                    self.text.end();
                } else if target.contains("://") {
                    self.text.push(&format!(" <{target}>"));
                }
            }
            TagEnd::CodeBlock => self.page.verbatim(&self.block.take().unwrap()),
            TagEnd::List(_) => {
                self.lists.pop();
                if !self.lists.is_empty() {
                    self.page.roff(".RE");
                }
            }
            TagEnd::TableCell => {
                let cell = take(&mut self.text);
                self.table.as_mut().unwrap().rows.last_mut().unwrap().push(cell);
            }
            TagEnd::Table => self.end_table(),
            _ => {}
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let heading = take(&mut self.text).plain;
        match level {
            HeadingLevel::H1 => {
                let name = format!("{} - ", self.page.name);
                assert!(heading.starts_with(&name), "{heading:?} does not begin with {name:?}");
                self.page.heading(&self.words.name);
                self.page.line(&heading);
                self.page.heading(&self.words.description);
            }
            HeadingLevel::H2 => self.page.heading(&heading.to_uppercase()),
            _ => self.page.subheading(&heading),
        }
    }

    /// Writes the text that has been read.
    fn flush(&mut self) {
        let text = take(&mut self.text);
        if !text.roff.is_empty() {
            self.page.roff(&text.roff);
        }
    }

    fn end_table(&mut self) {
        let Table { alignments, rows } = self.table.take().unwrap();
        let columns = alignments.len();
        let widest = |column: usize| rows.iter().map(|row| row[column].plain.width()).max().unwrap_or(0);
        if (0..columns).map(widest).sum::<usize>() + (columns - 1) * GAP <= TABLE_COLUMNS {
            let rows: Vec<Vec<String>> =
                rows.into_iter().map(|row| row.into_iter().map(|cell| cell.roff).collect()).collect();
            return self.page.table(&alignments, &rows);
        }
        assert_eq!(columns, 2, "{}: too wide for 80 columns: {:?}", self.page.name, rows[0][0].plain);
        for row in &rows[1..] {
            let name = row[0].roff.replace("\\fR", "\\fB");
            self.page.roff(&format!(".TP\n\\fB{name}\\fR\n{}", row[1].roff));
        }
    }
}

/// Whether a link leads to another manual page.
fn is_page(target: &str) -> bool {
    let (file, _) = target.split_once('#').unwrap_or((target, ""));
    let name = file.rsplit('/').next().unwrap_or(file).trim_end_matches(".md");
    name.starts_with("servicedesk") && name.ends_with(|sign: char| sign.is_ascii_digit())
}

#[cfg(test)]
fn body(markdown: &str) -> String {
    let words = Words { manual: "M".into(), name: "NAME".into(), description: "DESCRIPTION".into() };
    let text = page("p", 7, &format!("# p - a page\n\n{markdown}"), &words).text();
    text.split_once(".SH DESCRIPTION\n").unwrap().1.to_owned()
}

#[test]
fn text_keeps_fonts_and_link_targets() {
    assert_eq!(body("**Bold `code` bold** _it_"), ".PP\n\\fBBold \\fBcode\\fB bold\\fR \\fIit\\fR\n");
    assert_eq!(body("[servicedesk(1)](man1/servicedesk.1)"), ".PP\n\\fBservicedesk(1)\\fR\n");
    assert_eq!(body("[servicedesk-a(7)](servicedesk-a.7.md#b)"), ".PP\n\\fBservicedesk\\-a(7)\\fR\n");
    assert_eq!(body("[list](https://a.example) [x](#x)"), ".PP\nlist <https://a.example> x\n");
}

#[test]
fn lists_nest_and_count() {
    assert_eq!(body("- a\n  1. b\n  2. c\n"), ".IP \\(bu 2\na\n.RS 2\n.IP 1. 4\nb\n.IP 2. 4\nc\n.RE\n");
}

#[test]
fn wide_table_becomes_list() {
    assert_eq!(body("| a | b |\n|---|--:|\n| `c` | 1 |\n"), ".PP\n.TS\nlb rb\nl r.\na\tb\n\\fBc\\fR\t1\n.TE\n");
    let wide = ["w"; TABLE_COLUMNS / 2 + 1].join(" ");
    assert_eq!(body(&format!("| a | b |\n|---|---|\n| c | {wide} |\n")), format!(".TP\n\\fBc\\fR\n{wide}\n"));
}
