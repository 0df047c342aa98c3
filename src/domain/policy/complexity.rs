//! Active Directory's own complexity rule: three of five kinds of character, and no part of the
//! person's name (MS-SAMR 3.1.1.7.2; "Password must meet complexity requirements").

/// What keeps a password from meeting the complexity rule, if anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complexity {
    /// How many of the five kinds occur: capitals, small letters, digits, symbols, other letters.
    pub kinds: u8,
    /// The part of the account's name or display name that the password contains.
    pub name_part: Option<String>,
}

impl Complexity {
    /// How many kinds the directory asks for.
    pub const KINDS_NEEDED: u8 = 3;

    /// Measures `password` against an account's name and display name.
    pub fn of(password: &str, account_name: &str, display_name: &str) -> Self {
        Self {
            kinds: kinds(password),
            name_part: name_parts(account_name, display_name)
                .into_iter()
                .find(|part| password.to_lowercase().contains(&part.to_lowercase())),
        }
    }

    /// Whether enough kinds of character occur.
    pub fn enough_kinds(&self) -> bool {
        self.kinds >= Self::KINDS_NEEDED
    }
}

fn kinds(password: &str) -> u8 {
    let has = |kind: fn(char) -> bool| u8::from(password.chars().any(kind));
    has(|c| c.is_ascii_digit())
        + has(char::is_uppercase)
        + has(char::is_lowercase)
        + has(|c| c.is_ascii() && !c.is_ascii_alphanumeric())
        + has(|c| c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase())
}

/// The pieces of a name that may not occur: the whole account name, and each piece of the display
/// name; shorter than three characters is never looked for.
fn name_parts(account_name: &str, display_name: &str) -> Vec<String> {
    std::iter::once(account_name)
        .chain(display_name.split([',', '.', '-', '_', ' ', '#', '\t']))
        .filter(|part| part.chars().count() >= 3)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_of_five_kinds() {
        for (password, kinds) in [("ABCDEFG1", 2), ("Abcdefg1", 3), ("abcdefgh", 1), ("abc def1", 3), ("Åbcdef12", 3)]
        {
            assert_eq!(Complexity::of(password, "", "").kinds, kinds, "{password}");
        }
    }

    #[test]
    fn name_parts_in_any_case() {
        let part = |password| Complexity::of(password, "jesrab01", "Jesper Råberg-Ek").name_part;
        assert_eq!(part("xJESPERx1"), Some("Jesper".into()));
        assert_eq!(part("xråberg1"), Some("Råberg".into()));
        assert_eq!(part("JesRab01!"), Some("jesrab01".into()));
        assert_eq!(part("Ek1234567"), None, "two characters are never looked for");
    }
}
