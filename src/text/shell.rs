//! Quotes a word of a suggested command, so that what is pasted into a shell means the same word.

use std::borrow::Cow;

#[derive(Debug, Clone, Copy)]
pub(super) enum Quoting {
    /// sh and what is like it (POSIX, 2.2).
    Posix,
    /// PowerShell, and cmd where one notation serves both.
    Windows,
}

impl Quoting {
    /// Returns the shell of the platform.
    pub(super) fn here() -> Self {
        if cfg!(windows) { Self::Windows } else { Self::Posix }
    }

    /// Returns the word as it is written in a command. One that begins with `-` still reads as an option.
    pub(super) fn quoted(self, word: &str) -> Cow<'_, str> {
        let is_plain = |c: char| c.is_alphanumeric() || "_-.:/@".contains(c) || self.takes(c);
        // PowerShell reads `@name` as a variable.
        if !word.is_empty() && !word.starts_with('@') && word.chars().all(is_plain) {
            return Cow::Borrowed(word);
        }
        Cow::Owned(match self {
            Self::Posix => format!("'{}'", word.replace('\'', r"'\''")),
            // Double quotes serve both shells, but PowerShell reads these characters in them.
            Self::Windows if !word.contains(['$', '`', '"']) && !word.contains(QUOTES) => format!("\"{word}\""),
            // PowerShell alone: every kind of single quote ends the word, unless doubled (about_Quoting_Rules).
            Self::Windows => powershell_literal(word),
        })
    }

    fn takes(self, c: char) -> bool {
        match self {
            Self::Posix => "%+=,".contains(c),
            Self::Windows => c == '\\',
        }
    }
}

/// Returns a word of a command for a Windows computer, on whatever system this is.
pub fn windows_word(word: &str) -> Cow<'_, str> {
    Quoting::Windows.quoted(word)
}

/// Returns the word as a string of PowerShell, in which nothing is replaced (about_Quoting_Rules).
pub fn powershell_literal(word: &str) -> String {
    let doubled = |c: char| std::iter::repeat_n(c, if SINGLE.contains(&c) { 2 } else { 1 });
    format!("'{}'", word.chars().flat_map(doubled).collect::<String>())
}

/// PowerShell reads typographic quotes like straight ones.
const SINGLE: [char; 5] = ['\'', '‘', '’', '‚', '‛'];
const QUOTES: [char; 3] = ['“', '”', '„'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_a_shell_would_read_are_quoted() {
        for (word, posix, windows) in [
            ("jesrab01", "jesrab01", "jesrab01"),
            ("åsa.öberg@contoso.se", "åsa.öberg@contoso.se", "åsa.öberg@contoso.se"),
            ("Eva Karlsson", "'Eva Karlsson'", "\"Eva Karlsson\""),
            ("d'arcy", r"'d'\''arcy'", "\"d'arcy\""),
            ("$(reboot)", "'$(reboot)'", "'$(reboot)'"),
            ("it's $5", r"'it'\''s $5'", "'it''s $5'"),
            ("it’s $5", "'it’s $5'", "'it’’s $5'"),
            ("“x”", "'“x”'", "'“x”'"),
            ("a`b", "'a`b'", "'a`b'"),
            ("a;b&c|d", "'a;b&c|d'", "\"a;b&c|d\""),
            ("@array", "'@array'", "\"@array\""),
            ("~root", "'~root'", "\"~root\""),
            (r"CONTOSO\eva", r"'CONTOSO\eva'", r"CONTOSO\eva"),
            ("a,b", "a,b", "\"a,b\""),
            ("", "''", "\"\""),
        ] {
            assert_eq!(Quoting::Posix.quoted(word), posix, "{word}");
            assert_eq!(Quoting::Windows.quoted(word), windows, "{word}");
        }
    }

    #[test]
    fn powershell_string_cannot_be_left() {
        for (word, literal) in [("evaand01", "'evaand01'"), ("d'arcy; x", "'d''arcy; x'"), ("$x’`\"", "'$x’’`\"'")]
        {
            assert_eq!(powershell_literal(word), literal);
        }
    }

    /// A real shell takes each quoted word for the word.
    #[cfg(unix)]
    #[test]
    fn sh_reads_quoted_words_back() {
        for word in ["a b", "it's", "$HOME", "`id`", "a\\b", "\"", "*", "!x", "#", "-n", "a\nb", "(", "å'ä"] {
            let script = format!("printf %s {}", Quoting::Posix.quoted(word));
            let output = std::process::Command::new("sh").args(["-c", &script]).output().unwrap();
            assert_eq!(String::from_utf8(output.stdout).unwrap(), word);
        }
    }
}
