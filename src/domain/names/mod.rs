//! Names as they are heard on the telephone: whether an account's name may be the one that was typed, and how near it is.
//! [`spellings`](spelling) lists how a name may be written, for searches; what a search finds is judged here, since
//! servers compare by rules of their own: to Windows å is a, to Samba it is not.

mod letters;
mod slip;
mod spelling;

pub use slip::{is_slip, slips};
pub use spelling::{folded_spellings, sounding_spellings};

/// How near a name is to what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same, whatever the case.
    Same,
    /// The same without the marks on letters: å, ä and a; ö and o; é and e; ü and u.
    Folded,
    /// It sounds the same.
    Sound,
}

/// The names of an account's owner, as far as the directory has them.
#[derive(Debug, Clone, Copy, Default)]
pub struct PersonName<'a> {
    pub display: Option<&'a str>,
    pub given: Option<&'a str>,
    pub surname: Option<&'a str>,
    /// The entry's own name.
    pub entry: Option<&'a str>,
}

impl PersonName<'_> {
    /// How near a whole name is: the display name, the given name, the surname, or the last two in either order.
    pub fn likeness(&self, typed: &str) -> Option<Likeness> {
        self.nearest(typed, |typed, name| typed == name)
    }

    /// How near a name is that may go on after what was typed. Sound is not compared: more letters change it.
    pub fn likeness_of_part(&self, typed: &str) -> Option<Likeness> {
        self.nearest(typed, |typed, name| name.starts_with(typed)).filter(|likeness| *likeness < Likeness::Sound)
    }

    fn nearest(&self, typed: &str, matches: fn(&str, &str) -> bool) -> Option<Likeness> {
        let is = |as_compared: fn(&str) -> String, matches: &dyn Fn(&str, &str) -> bool| {
            let one = |typed: &str, name: Option<&str>| name.is_some_and(|name| matches(typed, &as_compared(name)));
            let typed = as_compared(typed);
            [self.display, self.given, self.surname, self.entry].iter().any(|name| one(&typed, *name))
                || splits(&typed).any(|(given, surname)| one(given, self.given) && one(surname, self.surname))
        };
        if is(letters::lowercase, &matches) {
            Some(Likeness::Same)
        } else if is(letters::folded, &matches) {
            Some(Likeness::Folded)
        } else {
            is(letters::sound, &letters::sounds_alike).then_some(Likeness::Sound)
        }
    }
}

/// The ways to take words for a given name and a surname.
pub fn splits(words: &str) -> impl Iterator<Item = (&str, &str)> {
    let pairs = words.match_indices(' ').map(|(at, _)| (&words[..at], &words[at + 1..]));
    pairs.flat_map(|(first, last)| [(first, last), (last, first)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn likeness(typed: &str, given: &str, surname: &str) -> Option<Likeness> {
        let display = format!("{given} {surname}");
        PersonName { display: Some(&display), given: Some(given), surname: Some(surname), entry: None }.likeness(typed)
    }

    #[test]
    fn names_are_recognised_as_heard() {
        use Likeness::{Folded, Same, Sound};
        for (typed, given, surname, near) in [
            ("åke ÖBERG", "Åke", "Öberg", Some(Same)),
            ("Öberg Åke", "Åke", "Öberg", Some(Same)),
            ("Anna Maria Berg", "Anna Maria", "Berg", Some(Same)),
            ("Ake Oberg", "Åke", "Öberg", Some(Folded)),
            ("Oberg", "Åke", "Öberg", Some(Folded)),
            ("Raberg", "Jesper", "Råberg", Some(Folded)),
            ("Anna-Lena Ek", "Anna Lena", "Ek", Some(Folded)),
            ("Rosen", "Rut", "Rosén", Some(Folded)),
            ("Muller", "Eva", "Müller", Some(Folded)),
            ("Eva Ericsson", "Eva", "Eriksson", Some(Sound)),
            ("Erixon", "Eva", "Eriksson", Some(Sound)),
            ("Jonson", "Karin", "Jonsson", Some(Sound)),
            ("Johnsson", "Karin", "Jönsson", Some(Sound)),
            ("Carlsson", "Eva", "Karlsson", Some(Sound)),
            ("Becman", "Eva", "Beckman", Some(Sound)),
            ("Sakrisson", "Eva", "Zackrisson", Some(Sound)),
            ("Aleksander", "Alexander", "Ek", Some(Sound)),
            ("Sophia Walter", "Sofia", "Valter", Some(Sound)),
            ("Tomas", "Thomas", "Ek", Some(Sound)),
            ("Petersson", "Eva", "Pettersson", Some(Sound)),
            ("Gustavson", "Eva", "Gustafsson", Some(Sound)),
            ("Jalmar", "Hjalmar", "Ek", Some(Sound)),
            ("Dal", "Malin", "Dahl", Some(Sound)),
            ("Nesstrom", "Eva", "Näsström", Some(Sound)),
            ("Christer", "Krister", "Ek", Some(Sound)),
            ("Cederberg", "Eva", "Sederberg", Some(Sound)),
            ("Lindquist", "Eva", "Lindkvist", Some(Sound)),
            ("Johansson", "Karin", "Jonsson", None),
            ("Karlsson", "Eva", "Larsson", None),
            ("Eva", "Ewert", "Ek", None),
            ("Eva Karlsson", "Eva", "Ek", None),
            ("Eva Karlsson", "Per", "Karlsson", None),
            ("Berg", "Eva", "Borg", None),
        ] {
            assert_eq!(likeness(typed, given, surname), near, "{typed}: {given} {surname}");
        }
    }

    #[test]
    fn part_begins_a_name() {
        let asa = PersonName { given: Some("Åsa"), surname: Some("Öström"), ..PersonName::default() };
        for (typed, near) in [
            ("Öst", Some(Likeness::Same)),
            ("ås öst", Some(Likeness::Same)),
            ("ost", Some(Likeness::Folded)),
            ("ström", None),
            ("Åsa Öz", None),
        ] {
            assert_eq!(asa.likeness_of_part(typed), near, "{typed}");
        }
    }

    #[test]
    fn name_that_may_not_be_read_is_not_judged_alike() {
        assert_eq!(PersonName::default().likeness("Eva"), None);
        assert_eq!(PersonName::default().likeness_of_part("Eva"), None);
    }

    proptest! {
        #[test]
        fn every_name_is_the_same_as_itself(given in "[\\pL]{1,12}", surname in "[\\pL -]{1,16}[\\pL]") {
            prop_assert_eq!(likeness(&format!("{given} {surname}"), &given, &surname), Some(Likeness::Same));
        }

        #[test]
        fn whole_name_is_also_a_part(typed in "[a-zåäöé]{1,4}", surname in "[a-zåäöé -]{1,4}") {
            let person = PersonName { surname: Some(&surname), ..PersonName::default() };
            if let Some(likeness @ (Likeness::Same | Likeness::Folded)) = person.likeness(&typed) {
                prop_assert!(person.likeness_of_part(&typed).is_some_and(|part| part <= likeness));
            }
        }
    }
}
