//! The municipality's rules for passwords: the configured ones, with its banned words from their file and its own
//! names.

use std::path::Path;

use crate::config::{Problem, Settings, read_file_at_most};
use crate::domain::policy::LocalRules;
use crate::domain::policy::banned::{BannedWords, BannedWordsScope, Term, WordsFault};

/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 4 << 20;

/// The rules, with the file of banned words read.
///
/// # Errors
/// [`Problem::WordsFile`].
pub fn load(settings: &Settings) -> Result<LocalRules, Problem> {
    let policy = &settings.password_policy;
    if policy.banned_words == BannedWordsScope::Off {
        return Ok(LocalRules { banned_words: None, ..policy.rules.clone() });
    }
    let mut words = match policy.banned_words_file.get() {
        None => vec![],
        Some(file) => read(&file.value).map_err(|fault| Problem::WordsFile {
            key: file.key,
            origin: file.origin.clone(),
            path: file.value.clone(),
            fault,
        })?,
    };
    words.extend(names(settings));
    let banned_words = match policy.banned_words {
        BannedWordsScope::On => BannedWords::with(words),
        _ => BannedWords::only(words),
    };
    Ok(LocalRules { banned_words: Some(banned_words), ..policy.rules.clone() })
}

/// The names of the organisation, its services and its domain, whole and word by word, without those that are too short
/// or too long for a term.
fn names(settings: &Settings) -> Vec<Term> {
    let named = settings.desk.organisation.value().into_iter().chain(&settings.desk.services.value);
    let mut words: Vec<String> = vec![];
    for name in named {
        let parts = || name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        words.extend(parts().map(str::to_owned));
        words.push(parts().collect());
    }
    let domain = settings.directory.domain.value().into_iter().flat_map(|domain| domain.split('.'));
    let base = settings.directory.base.value().into_iter().flat_map(|base| base.split(','));
    let components = base.filter_map(|part| part.trim().split_once('=').filter(|(kind, _)| is_dc(kind)));
    words.extend(domain.chain(components.map(|(_, name)| name.trim())).map(str::to_owned));
    words.iter().flat_map(|word| Term::parse(word)).collect()
}

/// Whether this is the attribute of a domain component (RFC 4519, 2.4).
fn is_dc(attribute: &str) -> bool {
    attribute.trim().eq_ignore_ascii_case("dc")
}

/// The words in `path`, one a line; blank lines are skipped, and comments: from a `#` that begins the line or follows a
/// space. Within a word it is part of the word. A line that cannot be a term is refused, not skipped.
fn read(path: &Path) -> Result<Vec<Term>, WordsFault> {
    let bytes = read_file_at_most(MAX_BYTES, path).map_err(WordsFault::Unreadable)?;
    let text = decode(&bytes.ok_or(WordsFault::TooLarge)?).map_err(|line| WordsFault::NotText { line })?;
    let lines = text.lines().zip(1..).map(|(text, line)| (without_comment(text).trim(), line));
    lines
        .filter(|(text, _)| !text.is_empty())
        .map(|(text, line)| Term::parse(text).map_err(|why| WordsFault::NotATerm { line, why }))
        .collect()
}

fn without_comment(line: &str) -> &str {
    let begins = |at: &usize| line[..*at].chars().next_back().is_none_or(char::is_whitespace);
    let comment = line.match_indices('#').map(|(at, _)| at).find(begins);
    &line[..comment.unwrap_or(line.len())]
}

/// The text without a byte order mark, or the line where decoding fails.
fn decode(bytes: &[u8]) -> Result<String, usize> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => decode_utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => decode_utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] | rest => match std::str::from_utf8(rest) {
            Ok(text) => Ok(text.to_owned()),
            Err(error) => Err(rest[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1),
        },
    }
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, usize> {
    let (pairs, odd) = bytes.as_chunks();
    let mut text = String::with_capacity(bytes.len());
    for character in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        text.push(character.map_err(|_| last_line(&text))?);
    }
    if odd.is_empty() { Ok(text) } else { Err(last_line(&text)) }
}

fn last_line(text: &str) -> usize {
    text.matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use crate::config::{Environment, Overrides};

    fn words(bytes: &[u8]) -> Result<Vec<String>, String> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        let words = read(file.path()).map_err(|error| error.to_string())?;
        Ok(words.iter().map(|term| term.as_str().to_owned()).collect())
    }

    #[test]
    fn encodings_of_common_editors() {
        let text = "# våra ord\r\n\r\n  Mjölnet \r\nSvartån runt\n  # slut";
        let expected = Ok(vec!["Mjölnet".to_owned(), "Svartån runt".to_owned()]);
        let with_mark = format!("\u{feff}{text}");
        let utf16 = |unit: fn(u16) -> [u8; 2]| with_mark.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        assert_eq!(words(text.as_bytes()), expected);
        assert_eq!(words(with_mark.as_bytes()), expected);
        assert_eq!(words(&utf16(u16::to_le_bytes)), expected);
        assert_eq!(words(&utf16(u16::to_be_bytes)), expected);
        assert_eq!(words(b""), Ok(vec![]));
    }

    #[test]
    fn a_comment_begins_the_line_or_follows_a_space() {
        let text = "Kvast # vår\nSvartån runt\t#1\n\u{a0}# Kvast\nC#dur #  \nMjöl#net\nLax##\n";
        assert_eq!(words(text.as_bytes()).unwrap(), ["Kvast", "Svartån runt", "C#dur", "Mjöl#net", "Lax##"]);
        assert_eq!(words(b"Kvast\nMBK # vi\n").unwrap_err(), "line 2: fewer than 4 characters");
    }

    #[test]
    fn invalid_text_and_terms_are_refused() {
        for (bytes, complaint) in [
            (&b"Sverige\nMj\xf6lnet\n"[..], "line 2 is neither UTF-8 nor UTF-16"),
            (b"\xff\xfeS\0t\0e\0n\0\n\0\0\xd8", "line 2 is neither UTF-8 nor UTF-16"),
            (b"\xff\xfeS\0t\0e\0n\0s", "line 1 is neither UTF-8 nor UTF-16"),
            (b"# ord\n\nMBK\n", "line 3: fewer than 4 characters"),
            (b"Sverige\nOmsorgsforvaltningen\n", "line 2: more than 16 characters"),
            (b"S\0t\0e\0n\0", "line 1: a control character"),
        ] {
            assert_eq!(words(bytes).unwrap_err(), complaint);
        }
    }

    #[test]
    fn file_size_is_limited() {
        let file = |bytes: usize| format!("Mjolnet\n{}", "#".repeat(bytes - 8));
        assert_eq!(words(file(4 << 20).as_bytes()), Ok(vec!["Mjolnet".to_owned()]));
        assert_eq!(words(file((4 << 20) + 1).as_bytes()).unwrap_err(), "larger than 4 MiB");
        assert!(read(Path::new("/")).is_err());
    }

    fn settings(toml: &str) -> Settings {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(toml.as_bytes()).unwrap();
        let overrides = Overrides { config: Some(file.path().to_owned()), ..Overrides::default() };
        Settings::load(&overrides, &Environment::new([]), None).unwrap()
    }

    #[test]
    fn organisations_names_are_banned() {
        let settings = settings(
            "[desk]\norganisation = 'Mjölby kommun'\nservices = ['Mjölnet', 'Mitt IT-stöd', 'Barn- och utbildningsportalen']\n\
             [directory]\nbase = 'OU=Personal, dc=intra ,DC=osby,DC=se'\nservers = ['ldaps://dc1']\ndomain = 'ad.kinda.se'\n",
        );
        let words: Vec<String> = names(&settings).iter().map(|term| term.as_str().to_owned()).collect();
        let expected = ["Mjölby", "kommun", "Mjölbykommun", "Mjölnet", "Mjölnet", "Mitt", "stöd", "MittITstöd", "Barn"];
        assert_eq!(words[..9], expected);
        assert_eq!(words[9..], ["kinda", "intra", "osby"]);
    }

    #[test]
    fn scope_chooses_the_words() {
        let rules = |scope: &str| {
            let text = format!("[desk]\norganisation = 'Mjölby kommun'\n[password_policy]\nbanned_words = '{scope}'\n");
            load(&settings(&text)).unwrap().banned_words
        };
        assert!(rules("on").is_some_and(|words| words.has_shipped()));
        assert!(rules("names").is_some_and(|words| !words.has_shipped() && !words.is_empty()));
        assert_eq!(rules("off"), None);
        let unread = "[password_policy]\nbanned_words = 'off'\nbanned_words_file = '/nowhere/words.txt'\n";
        assert!(load(&settings(unread)).is_ok());
    }
}
