//! A generated password spelled out for reading aloud. Typed passwords are never shown.

use crate::domain::password::Password;
use crate::domain::spelling::{self, SpelledCharacter};
use crate::text::{Message, Words, visible};
use crate::ui::{Style, table};

/// A row for each group of characters.
pub(crate) fn aloud(password: &Password, words: &Words, width: Option<u16>) -> String {
    let rows: Vec<Vec<String>> = spelling::groups(password)
        .into_iter()
        .map(|group| {
            let names: Vec<String> = group.characters().map(|spoken| name(spoken, words)).collect();
            vec![visible(group.text()).into_owned(), names.join(", ")]
        })
        .collect();
    table::rows(&[], rows, width, Style::default())
}

/// The name of a character that is not a capital.
pub(crate) fn sign(sign: char, words: &Words) -> String {
    name(SpelledCharacter { character: sign, capital: false }, words)
}

fn name(spoken: SpelledCharacter, words: &Words) -> String {
    let name =
        words.say(&Message::Spelled { code: u32::from(spoken.character).into(), sign: &spoken.character.to_string() });
    if !spoken.capital {
        return name;
    }
    let letter = spoken.character.to_uppercase().to_string();
    words.say(&Message::SpelledCapital { letter: &letter, name: &name })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use insta::assert_snapshot;
    use jiff::tz::TimeZone;
    use std::collections::BTreeSet;

    fn words(language: Language) -> Words {
        Words::new(language, TimeZone::UTC)
    }

    fn read(password: &str, language: Language, width: Option<u16>) -> String {
        aloud(&Password::parse(password.to_owned()).unwrap(), &words(language), width)
    }

    #[test]
    fn in_swedish() {
        assert_snapshot!(read("Tegel-lampa-472", Language::Swedish, None), @"
        Tegel-  stort T som i Tore, Erik, Gustav, Erik, Ludvig, bindestreck
        lampa-  Ludvig, Adam, Martin, Petter, Adam, bindestreck
        472     fyra, sjua, tvåa
        ");
        assert_snapshot!(read("xK4mÅ! ~é", Language::Swedish, None), @"
        xK4mÅ!  Xerxes, stort K som i Kalle, fyra, Martin, stort Å som i Åke, utropstecken
                mellanslag
        ~       tilde
        é       é
        ");
    }

    #[test]
    fn in_english() {
        assert_snapshot!(read("Tegel.lampa.905", Language::English, None), @"
        Tegel.  capital T as in Tango, Echo, Golf, Echo, Lima, full stop
        lampa.  Lima, Alfa, Mike, Papa, Alfa, full stop
        905     nine, zero, five
        ");
    }

    #[test]
    fn on_a_narrow_terminal() {
        let text = read("Pumpa-frukt-rymlig-386", Language::Swedish, Some(60));
        assert!(text.lines().all(|line| line.chars().count() <= 60), "{text}");
        assert_snapshot!(text, @"
        Pumpa-   stort P som i Petter, Urban, Martin, Petter,
                 Adam, bindestreck
        frukt-   Filip, Rudolf, Urban, Kalle, Tore, bindestreck
        rymlig-  Rudolf, Yngve, Martin, Ludvig, Ivar, Gustav,
                 bindestreck
        386      trea, åtta, sexa
        ");
    }

    #[test]
    fn every_sign_of_the_keyboard_has_a_name_of_its_own() {
        for language in [Language::Swedish, Language::English] {
            let words = words(language);
            let warnings: Vec<char> = (' '..='~').filter(|c| !c.is_ascii_uppercase()).chain("åäö".chars()).collect();
            let names: BTreeSet<String> = warnings
                .iter()
                .map(|sign| name(SpelledCharacter { character: *sign, capital: false }, &words))
                .collect();
            assert_eq!(names.len(), warnings.len(), "{language:?}");
            assert!(names.iter().all(|name| name.chars().count() > 2), "{language:?}: {names:?}");
            for letter in 'a'..='z' {
                let name = name(SpelledCharacter { character: letter, capital: false }, &words);
                assert_eq!(name.chars().next().map(|c| c.to_ascii_lowercase()), Some(letter), "{language:?}");
            }
        }
    }
}
