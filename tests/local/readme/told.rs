//! Whether a program said what a document says that it says. `…` alone on a line stands for any lines, within a line
//! for any text; a date or a time of day stands for any other, and the code in the document for the one that was sent.

use regex_lite::Regex;

use crate::pictures::times::masked;

/// Compares; the error shows the first difference and the whole output.
pub(crate) fn compare(document: &[String], program: &[String]) -> Result<(), String> {
    let mut furthest = 0;
    if lines_match(document, program, 0, &mut furthest) {
        return Ok(());
    }
    let says = document.get(furthest).map_or("(nothing more)", String::as_str);
    let all: String = program.iter().map(|line| format!("      | {line}\n")).collect();
    Err(format!("    what the document says and the program does not: {says}\n    all that the program said:\n{all}"))
}

/// `at` is how many lines of the document have been matched, `furthest` the most of them in any attempt.
fn lines_match(document: &[String], program: &[String], at: usize, furthest: &mut usize) -> bool {
    *furthest = at.max(*furthest);
    match (document.get(at).map(String::as_str), program) {
        (None, rest) => rest.is_empty(),
        (Some("…"), rest) => {
            (0..=rest.len()).any(|skipped| lines_match(document, &rest[skipped..], at + 1, furthest))
        }
        (Some(line), [first, rest @ ..]) => line_matches(line, first) && lines_match(document, rest, at + 1, furthest),
        (Some(_), []) => false,
    }
}

fn line_matches(document: &str, program: &str) -> bool {
    let (document, program) = (masked(document.trim_end()), masked(program.trim_end()));
    let parts: Vec<String> = document.split('…').map(regex_lite::escape).collect();
    Regex::new(&format!("^{}$", parts.join(".*"))).unwrap().is_match(&program)
}

/// The code in the document, an example, and the code that was really sent.
#[derive(Default)]
pub(crate) struct Code {
    example: Option<String>,
    sent: Option<String>,
}

impl Code {
    /// Takes down the code in that, if there is one.
    pub(crate) fn of_document(&mut self, lines: &[String]) {
        self.example = on_the_phone(&lines.join("\n")).or(self.example.take());
    }

    pub(crate) fn of_program(&mut self, shown: &str) {
        self.sent = on_the_phone(shown).or(self.sent.take());
    }

    /// What the document types, as it must be typed.
    pub(crate) fn to_program(&self, text: &str) -> String {
        Self::swap(text, self.example.as_deref(), self.sent.as_deref())
    }

    /// What the program showed, as the document shows it.
    pub(crate) fn to_document(&self, text: &str) -> String {
        Self::swap(text, self.sent.as_deref(), self.example.as_deref())
    }

    /// Also as it is read out, three digits at a time.
    fn swap(text: &str, from: Option<&str>, to: Option<&str>) -> String {
        let (Some(from), Some(to)) = (from, to) else { return text.to_owned() };
        let read_out = |code: &str| format!("{} {}", &code[..3], &code[3..]);
        text.replace(from, to).replace(&read_out(from), &read_out(to))
    }
}

/// The last code that the practice phone shows in that.
fn on_the_phone(text: &str) -> Option<String> {
    let code = Regex::new(r"(\d{6}) är din kod").unwrap();
    code.captures_iter(text).last().map(|found| found[1].to_owned())
}
