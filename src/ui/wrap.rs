//! Wraps lines to the width of a terminal.

/// Breaks lines between words. Not at hyphens, which may be part of a password or an option.
pub fn wrapped(text: &str, width: Option<u16>) -> String {
    match width {
        Some(width) if width > 0 => {
            let options = textwrap::Options::new(width.into()).word_splitter(textwrap::WordSplitter::NoHyphenation);
            // Continuation lines keep the indent.
            let fill = |line: &str| {
                let indent = &line[..line.len() - line.trim_start().len()];
                textwrap::fill(line, options.clone().subsequent_indent(indent))
            };
            text.split('\n').map(fill).collect::<Vec<_>>().join("\n")
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_stays_in_one_piece() {
        assert_eq!(wrapped("Lösenordet: Tegel-lampa-sork-472", Some(24)), "Lösenordet:\nTegel-lampa-sork-472");
    }
}
