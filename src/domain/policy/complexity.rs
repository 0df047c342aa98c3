//! Active Directory's complexity rule: three of five character categories, and no part of the person's name. Windows
//! and Samba differ; where a server's reading of a character is unknown, the result says so.
//!
//! Sources: Windows, "Password must meet complexity requirements" and MS-SAMR 3.1.1.7.2; Samba, observed with 4.17 and
//! 4.24 and compared with real servers by `tests/live/samba/agreement.rs`.

/// The directory software.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Microsoft's, and the practice directory.
    Windows,
    /// Ignores names, and counts all other characters as the fifth category.
    Samba,
}

/// The number of character categories found: upper case, lower case, digits, symbols, others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CharacterKinds {
    /// Certainly found.
    pub found: u8,
    /// Possible further ones, in characters that servers may classify differently.
    pub doubtful: u8,
}

impl CharacterKinds {
    /// Categories required.
    pub const NEEDED: u8 = 3;
    const ALL: u8 = 5;

    pub fn of(password: &str, dialect: Dialect) -> Self {
        let (mut seen, mut doubtful) = (0_u8, 0_u8);
        for character in password.chars() {
            match kind(character, dialect) {
                Some(CharacterKind::Doubtful) => doubtful = doubtful.saturating_add(1),
                Some(kind) => seen |= 1 << kind as u8,
                None => {}
            }
        }
        // At most five bits are set.
        let found = seen.count_ones().to_le_bytes()[0];
        Self { found, doubtful: doubtful.min(Self::ALL - found) }
    }

    /// Whether there are enough; `None` when it depends on the server's reading of a character.
    pub fn enough(self) -> Option<bool> {
        match (self.found, self.found + self.doubtful) {
            (Self::NEEDED.., _) => Some(true),
            (_, Self::NEEDED..) => None,
            _ => Some(false),
        }
    }
}

#[derive(Clone, Copy)]
enum CharacterKind {
    Uppercase,
    Lowercase,
    Digit,
    Symbol,
    Other,
    Doubtful,
}

fn kind(character: char, dialect: Dialect) -> Option<CharacterKind> {
    match (character, dialect) {
        ('0'..='9', _) => Some(CharacterKind::Digit),
        ('A'..='Z', _) => Some(CharacterKind::Uppercase),
        ('a'..='z', _) => Some(CharacterKind::Lowercase),
        ('!'..='~', _) => Some(CharacterKind::Symbol),
        // A space is in neither list; Samba ignores it.
        ('\0'..='\x7f', Dialect::Samba) => None,
        ('\0'..='\x7f', Dialect::Windows) => Some(CharacterKind::Doubtful),
        _ => Some(match (case(character), dialect) {
            (Some(kind), _) if has_established_case(character) => kind,
            (Some(_), _) => CharacterKind::Doubtful,
            (None, Dialect::Samba) => CharacterKind::Other,
            // An emoji, a currency sign, a combining mark, ª.
            (None, Dialect::Windows)
                if !character.is_alphabetic() || character.is_lowercase() || character.is_uppercase() =>
            {
                CharacterKind::Doubtful
            }
            (None, Dialect::Windows) => CharacterKind::Other,
        }),
    }
}

/// By its single counterpart in the other case. `ß` becomes two letters, so it has none.
fn case(character: char) -> Option<CharacterKind> {
    fn changes(character: char, mut other: impl Iterator<Item = char>) -> bool {
        other.next().is_some_and(|first| first != character) && other.next().is_none()
    }
    if changes(character, character.to_lowercase()) {
        Some(CharacterKind::Uppercase)
    } else if changes(character, character.to_uppercase()) {
        Some(CharacterKind::Lowercase)
    } else {
        None
    }
}

/// Whether all servers agree on the character's case: western and central European letters, Greek, Cyrillic. Servers'
/// tables are older than current Unicode.
fn has_established_case(character: char) -> bool {
    matches!(character,
        '\u{c0}'..='\u{12f}' | '\u{132}'..='\u{17e}' // Latin-1, Latin Extended-A; not İ and ı
        | '\u{386}'..='\u{3ce}' // Greek
        | '\u{401}'..='\u{40c}' | '\u{40e}'..='\u{44f}' | '\u{451}'..='\u{45c}' // Cyrillic
    )
}

/// Returns the parts of a name in the password, ignoring case: the account name, or a word of the display name. Parts
/// under three characters are skipped.
pub fn name_parts(password: &str, account_name: &str, display_name: &str) -> Vec<String> {
    let password = zeroize::Zeroizing::new(password.to_lowercase());
    std::iter::once(account_name)
        .chain(display_name.split([',', '.', '-', '_', ' ', '#', '\t']))
        .filter(|part| part.chars().count() >= 3)
        .filter(|part| password.contains(&part.to_lowercase()))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_of_five_kinds() {
        for dialect in [Dialect::Windows, Dialect::Samba] {
            for (password, found) in
                [("ABCDEFG1", 2), ("Abcdefg1", 3), ("abcdefgh", 1), ("abc-def1", 3), ("Åbcdef12", 3), ("ÅÄÖåäö", 2)]
            {
                assert_eq!(CharacterKinds::of(password, dialect), CharacterKinds { found, doubtful: 0 }, "{password}");
            }
        }
    }

    #[test]
    fn disputed_characters_make_complexity_unknown() {
        assert_eq!(
            CharacterKinds::of("a😀😀😀😀😀😀", Dialect::Windows),
            CharacterKinds { found: 1, doubtful: 4 },
            "of five kinds"
        );
        let enough = |password, dialect| CharacterKinds::of(password, dialect).enough();
        // Seen with Samba: a space is nothing, an emoji is the fifth kind.
        assert_eq!(enough("Abcdef g", Dialect::Samba), Some(false));
        assert_eq!(enough("Abcdef😀", Dialect::Samba), Some(true));
        assert_eq!(enough("Abcdef g", Dialect::Windows), None);
        assert_eq!(enough("Abcdef😀", Dialect::Windows), None);
        assert_eq!(enough("Abcdef1😀", Dialect::Windows), Some(true), "there are three without it");
        assert_eq!(enough("abcdef😀", Dialect::Windows), Some(false), "there are two even with it");
        assert_eq!(enough("Abcdef中", Dialect::Windows), Some(true));
        assert_eq!(enough("Abcdefª", Dialect::Windows), None, "small, with no capital");
        assert_eq!(enough("Abcdef𝐀", Dialect::Windows), None, "a capital, with no small letter");
        assert_eq!(enough("abc1\u{1c5}", Dialect::Samba), None, "a case that came late to Unicode");
    }

    #[test]
    fn name_parts_in_any_case() {
        let parts = |password| name_parts(password, "jesrab01", "Jesper Råberg-Ek");
        assert_eq!(parts("xJESPERx1"), ["Jesper"]);
        assert_eq!(parts("xråbergJesRab01!"), ["jesrab01", "Råberg"]);
        assert_eq!(parts("Ek1234567"), [""; 0], "two characters are never looked for");
    }
}
