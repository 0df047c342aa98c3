//! Active Directory's complexity rule: three of five kinds of character, and no part of the person's name. Windows and
//! Samba classify some characters differently. Where a server's answer is not known, the result is unknown, not a
//! guess.
//!
//! Sources: Windows, "Password must meet complexity requirements" and MS-SAMR 3.1.1.7.2; Samba, observed with 4.17 and
//! 4.24 and compared with the servers by `tests/samba/agreement.rs`.

/// The kind of domain controllers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Microsoft's, and the practice directory.
    Windows,
    /// Samba's, which ignores names and takes any other character for the fifth kind.
    Samba,
}

/// How many of the five kinds of character occur: capitals, small letters, digits, symbols and others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CharacterKinds {
    /// Kinds that certainly occur.
    pub found: u8,
    /// Further kinds that may occur, in characters that servers classify differently.
    pub doubtful: u8,
}

impl CharacterKinds {
    /// How many kinds the directory requires.
    pub const NEEDED: u8 = 3;
    const ALL: u8 = 5;

    /// Counts the kinds in a password like a server of that dialect.
    pub fn of(password: &str, dialect: Dialect) -> Self {
        let (mut seen, mut doubtful) = (0_u8, 0_u8);
        for character in password.chars() {
            match kind(character, dialect) {
                Some(CharacterKind::Doubtful) => doubtful = doubtful.saturating_add(1),
                Some(kind) => seen |= 1 << kind as u8,
                None => {}
            }
        }
        // At most five bits are ever set.
        let found = seen.count_ones().to_le_bytes()[0];
        Self { found, doubtful: doubtful.min(Self::ALL - found) }
    }

    /// Whether they are enough; `None` when that depends on how the server classifies a character.
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
    Capital,
    Small,
    Digit,
    Symbol,
    Other,
    Doubtful,
}

fn kind(character: char, dialect: Dialect) -> Option<CharacterKind> {
    match (character, dialect) {
        ('0'..='9', _) => Some(CharacterKind::Digit),
        ('A'..='Z', _) => Some(CharacterKind::Capital),
        ('a'..='z', _) => Some(CharacterKind::Small),
        ('!'..='~', _) => Some(CharacterKind::Symbol),
        // Samba ignores spaces and control characters. Windows' documentation does not mention them.
        ('\0'..='\x7f', Dialect::Samba) => None,
        _ => Some(match (case(character), dialect) {
            (Some(kind), _) if has_old_case(character) => kind,
            (Some(_), _) => CharacterKind::Doubtful,
            (None, Dialect::Samba) => CharacterKind::Other,
            // A space, an emoji, a currency sign, a combining mark, ª.
            (None, Dialect::Windows)
                if !character.is_alphabetic() || character.is_lowercase() || character.is_uppercase() =>
            {
                CharacterKind::Doubtful
            }
            (None, Dialect::Windows) => CharacterKind::Other,
        }),
    }
}

/// Returns the case of a letter that has a single letter in the other case. `ß` has two, so it has no case.
fn case(character: char) -> Option<CharacterKind> {
    fn changes(character: char, mut other: impl Iterator<Item = char>) -> bool {
        other.next().is_some_and(|first| first != character) && other.next().is_none()
    }
    if changes(character, character.to_lowercase()) {
        Some(CharacterKind::Capital)
    } else if changes(character, character.to_uppercase()) {
        Some(CharacterKind::Small)
    } else {
        None
    }
}

/// Whether every server knows the letter's case: western and central European letters, Greek and Cyrillic. Servers'
/// tables are older than current Unicode.
fn has_old_case(character: char) -> bool {
    matches!(character,
        '\u{c0}'..='\u{12f}' | '\u{132}'..='\u{17e}' // Latin-1, Latin Extended-A; not İ and ı
        | '\u{386}'..='\u{3ce}' // Greek
        | '\u{401}'..='\u{40c}' | '\u{40e}'..='\u{44f}' | '\u{451}'..='\u{45c}' // Cyrillic
    )
}

/// Returns the parts of a name that the password contains, in any case: the whole account name or a part of the display
/// name, of at least three characters.
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
