//! Wraps lines to the width of a terminal.

/// Breaks lines between words. Not at hyphens, which may be part of a password or an option.
pub fn wrapped(text: &str, width: Option<u16>) -> String {
    match width {
        Some(width) if width > 0 => {
            // Continuation lines keep the indent.
            let fill = |line: &str| {
                let indent = &line[..line.len() - line.trim_start().len()];
                textwrap::fill(line, options(width.into()).subsequent_indent(indent))
            };
            text.split('\n').map(fill).collect::<Vec<_>>().join("\n")
        }
        _ => text.to_owned(),
    }
}

/// The same for one line, with continuation lines indented.
pub(super) fn hanging(line: &str, width: usize, indent: &str) -> Vec<String> {
    let lines = textwrap::wrap(line, options(width).subsequent_indent(indent));
    lines.into_iter().map(|line| line.into_owned()).collect()
}

fn options<'a>(width: usize) -> textwrap::Options<'a> {
    textwrap::Options::new(width).word_splitter(textwrap::WordSplitter::NoHyphenation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_stays_in_one_piece() {
        assert_eq!(wrapped("Lösenordet: Tegel-lampa-sork-472", Some(24)), "Lösenordet:\nTegel-lampa-sork-472");
    }
}
