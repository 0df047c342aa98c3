//! Thousands of passwords under many rules, and the number of bits by hand.

use std::cell::Cell;
use std::collections::{BTreeSet, HashMap};
use std::convert::Infallible;

use proptest::prelude::*;

use super::*;
use crate::domain::policy::tests::WINDOWS;
use crate::domain::policy::{AppliedPolicy, DirectoryPolicy, LocalRules, PersonNames, judge};

fn counter(seed: u64) -> impl FnMut(&mut [u8]) -> Result<(), Infallible> {
    let mut state = seed;
    move |buffer| {
        for byte in buffer {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = state.to_be_bytes()[0];
        }
        Ok(())
    }
}

fn usual() -> GeneratorRequirements<'static> {
    GeneratorRequirements { min_length: 8, max_length: 256, uppercase: 1, digits: 1, forbidden: "åäöÅÄÖ" }
}

fn many(kind: GeneratedKind, wanted: &GeneratorRequirements<'_>, number: usize) -> Vec<GeneratedPassword> {
    let mut fill = counter(7);
    (0..number).map(|_| generate(kind, wanted, &mut fill, |_| Ok(true)).unwrap().unwrap()).collect()
}

fn one(kind: GeneratedKind, wanted: &GeneratorRequirements<'_>) -> Option<GeneratedPassword> {
    generate(kind, wanted, counter(7), |_| Ok(true)).unwrap()
}

#[test]
fn kinds_have_names_on_the_command_line() {
    assert_eq!(GeneratedKind::ALL.map(GeneratedKind::name), ["words", "random"]);
}

#[test]
fn words_look_like_words() {
    let shape = regex_lite::Regex::new("^[A-Z][a-z]{3,5}-[a-z]{4,6}-[a-z]{4,6}-[0-9]{3}$").unwrap();
    for made in many(GeneratedKind::Words, &usual(), 100) {
        assert!(shape.is_match(made.password.expose()), "{}", made.password.expose());
    }
}

#[test]
fn words_are_short_or_few_where_there_is_little_room() {
    for (most, shape) in [
        (24, "^[A-Z][a-z]{3,5}-[a-z]{4,6}-[a-z]{4,6}-[0-9]{3}$"),
        (23, "^[A-Z][a-z]{3}-[a-z]{4}-[a-z]{4}-[a-z]{4}-[0-9]{3}$"),
        (22, "^[A-Z][a-z]{3,4}-[a-z]{4,5}-[a-z]{4,5}-[0-9]{4}$"),
        (20, "^[A-Z][a-z]{3}-[a-z]{4}-[a-z]{4}-[0-9]{5}$"),
        (19, "^[A-Z][a-z]{3,4}-[a-z]{4,5}-[0-9]{7}$"),
        (16, "^[A-Z][a-z]{3,4}-[0-9]{10}$"),
        (15, "^[A-Z][a-z]{3}-[0-9]{10}$"),
    ] {
        let shape = regex_lite::Regex::new(shape).unwrap();
        for made in many(GeneratedKind::Words, &GeneratorRequirements { max_length: most, ..usual() }, 10) {
            assert!(shape.is_match(made.password.expose()), "{most}: {}", made.password.expose());
            assert!(made.password.expose().len() <= most && made.bits >= 40, "{most}: {}", made.bits);
        }
    }
    for most in 15..=40 {
        for least in [most / 2, most - 1, most] {
            let wanted = GeneratorRequirements { min_length: least, max_length: most, ..usual() };
            let made = one(GeneratedKind::Words, &wanted).unwrap_or_else(|| panic!("{wanted:?}"));
            assert!((least..=most).contains(&made.password.expose().len()), "{}: {wanted:?}", made.password.expose());
        }
    }
    // 372 words of four letters and 9 digits are 2³⁸ of them.
    assert!(one(GeneratedKind::Words, &GeneratorRequirements { max_length: 14, ..usual() }).is_none());
}

#[test]
fn words_without_digits_end_with_a_word() {
    // Exactly four words of at most six letters, and three separators.
    let wanted = GeneratorRequirements { max_length: 27, digits: 0, forbidden: "0123456789", ..usual() };
    assert_eq!(words::recipe(&wanted, 1 << 41).unwrap().space(), 1556_u128.pow(4));
    let shape = regex_lite::Regex::new("^[A-Z][a-z]{3,5}(-[a-z]{4,6}){3}$").unwrap();
    for made in many(GeneratedKind::Words, &wanted, 10) {
        assert!(shape.is_match(made.password.expose()), "{}", made.password.expose());
    }
}

#[test]
fn random_looks_like_nothing_else() {
    for made in many(GeneratedKind::Random, &usual(), 100) {
        let text = made.password.expose();
        assert_eq!(text.len(), 12);
        assert!(!text.contains(['0', 'O', 'o', '1', 'l', 'I']), "{text}");
        assert!(text.chars().all(|c| c.is_ascii_alphanumeric()), "{text}");
    }
}

#[test]
fn bits_by_hand() {
    // 1556³ · 10³ / 2 = 1.9 · 10¹², between 2⁴⁰ and 2⁴¹.
    assert_eq!(one(GeneratedKind::Words, &usual()).unwrap().bits, 40);
    // 12! / (3! 3! 6!) = 18480 orders of 3 capitals, 3 digits and 6 small letters: 18480 · 24⁹ · 8³ / 2.
    let space = 18_480 * 24_u128.pow(9) * 8_u128.pow(3);
    assert_eq!(random::recipe(&usual(), 1).unwrap().space(), space);
    assert_eq!(one(GeneratedKind::Random, &usual()).unwrap().bits, (space / 2).ilog2());
    assert_eq!((space / 2).ilog2(), 63);
    assert_eq!([random::choose(5, 0), random::choose(5, 2), random::choose(5, 5), random::choose(2, 3)], [1, 10, 1, 0]);
    // More than can be counted is counted as what fits.
    assert_eq!(one(GeneratedKind::Random, &GeneratorRequirements { min_length: 100, ..usual() }).unwrap().bits, 126);
}

/// Draws with every possible run of choices: how often each password comes.
fn every(recipe: &impl Recipe) -> HashMap<String, usize> {
    let mut found = HashMap::new();
    let mut choices: Vec<(usize, usize)> = Vec::new();
    loop {
        let mut turn = 0;
        let text = recipe.draw(&mut |n| {
            if turn == choices.len() {
                choices.push((0, n));
            }
            turn += 1;
            Ok::<_, Infallible>(choices[turn - 1].0)
        });
        *found.entry(text.unwrap().to_string()).or_default() += 1;
        while choices.pop_if(|(choice, n)| *choice + 1 == *n).is_some() {}
        match choices.last_mut() {
            Some((choice, _)) => *choice += 1,
            None => return found,
        }
    }
}

#[test]
fn as_many_as_were_counted_and_each_as_likely() {
    fn check(recipe: &impl Recipe) {
        let found = every(recipe);
        assert_eq!(found.len() as u128, recipe.space());
        assert_eq!(found.values().collect::<BTreeSet<_>>().len(), 1);
    }
    let all_but = |kept: &str| ('!'..='~').filter(|c| !kept.contains(*c)).collect::<String>();
    for kept in ["aekotAEKOT-123", "aekotAEKOT123", "aekotAEKOT-"] {
        let forbidden = all_but(kept);
        let wanted = GeneratorRequirements { min_length: 9, digits: 0, forbidden: &forbidden, ..usual() };
        check(&words::recipe(&wanted, 1).unwrap());
    }
    let forbidden = all_but("aBC2");
    check(&random::of_length(7, &GeneratorRequirements { forbidden: &forbidden, ..usual() }).unwrap());
}

#[test]
fn every_number_is_as_likely() {
    for n in [1, 3, 10, 24, 1556] {
        let mut next = 0..=u16::MAX;
        let mut counts = vec![0; n];
        let mut fill =
            |buffer: &mut [u8]| next.next().map(|number: u16| buffer.copy_from_slice(&number.to_be_bytes())).ok_or(());
        while let Ok(number) = below(n, &mut fill) {
            counts[number] += 1;
        }
        assert!(counts.iter().all(|count| *count == 65_536 / n), "{n}: {counts:?}");
    }
}

#[test]
fn contradicting_requirements_give_no_password() {
    let digits = GeneratorRequirements { forbidden: "0123456789", ..usual() };
    let letters: String = ('a'..='z').chain('A'..='Z').collect();
    let letters = GeneratorRequirements { forbidden: &letters, ..usual() };
    let too_short = GeneratorRequirements { max_length: 11, ..usual() };
    let capitals = GeneratorRequirements { uppercase: 200, ..usual() };
    for kind in GeneratedKind::ALL {
        for wanted in [digits, letters, too_short] {
            assert!(one(kind, &wanted).is_none(), "{kind:?}: {wanted:?}");
        }
        assert!(
            one(kind, &GeneratorRequirements { digits: 0, ..digits }).is_some(),
            "{kind:?}: none wanted, none there"
        );
    }
    // Three capitals and three digits leave no room for a small letter.
    assert!(random::of_length(6, &usual()).is_none() && random::of_length(7, &usual()).is_some());
    assert!(one(GeneratedKind::Words, &capitals).is_none());
    assert_eq!(
        one(GeneratedKind::Random, &capitals).unwrap().password.expose().matches(char::is_uppercase).count(),
        200
    );
}

#[test]
fn as_many_draws_as_the_promise_needs() {
    for kind in GeneratedKind::ALL {
        let draws = |accepted: fn(u32) -> bool| {
            let asked = Cell::new(0);
            let made = generate(kind, &usual(), counter(7), |_| {
                asked.set(asked.get() + 1);
                Ok(accepted(asked.get()))
            });
            (made.unwrap().is_some(), asked.get())
        };
        assert_eq!(draws(|_| true), (true, 18));
        assert_eq!(draws(|draw| draw > 1), (true, 20));
        assert_eq!(draws(|draw| draw % 10 > 0), (true, 23));
        assert_eq!(draws(|draw| draw % 2 > 0), (false, DRAWS));
        assert_eq!(draws(|_| false), (false, DRAWS));
    }
}

#[test]
fn only_an_acceptable_one_is_made() {
    for seed in 0..100 {
        let vowel = |password: &Password| password.expose().starts_with(['A', 'E', 'I', 'O', 'U']);
        let made = generate(GeneratedKind::Words, &usual(), counter(seed), |password| Ok(!vowel(password)));
        assert!(!vowel(&made.unwrap().unwrap().password));
    }
}

#[test]
fn failure_is_passed_on() {
    assert_eq!(generate(GeneratedKind::Words, &usual(), |_| Err("fill"), |_| Ok(true)).unwrap_err(), "fill");
    let fill = |buffer: &mut [u8]| {
        buffer.fill(0);
        Ok(())
    };
    assert_eq!(generate(GeneratedKind::Words, &usual(), fill, |_| Err("accept")).unwrap_err(), "accept");
}

#[test]
fn room_for_all_of_it_from_the_start() {
    let mut fill = counter(3);
    let words = words::recipe(&GeneratorRequirements { uppercase: 2, ..usual() }, 1 << 60).unwrap();
    let random = random::recipe(&GeneratorRequirements { min_length: 40, ..usual() }, 1).unwrap();
    for _ in 0..200 {
        let text = words.draw(&mut |n| below(n, &mut fill)).unwrap();
        // A text that had grown would have twice the room that was asked for, or the next power of two.
        assert!(text.capacity() == 4 * 6 + 4 + 3 || text.capacity() == 5 * 6 + 5 + 3, "{}", text.capacity());
        assert_eq!(random.draw(&mut |n| below(n, &mut fill)).unwrap().capacity(), 40);
    }
}

/// How a word is heard on a bad line: voiced like unvoiced, m like n, f like s, double like single.
fn heard(word: &str) -> String {
    let mut heard: Vec<char> = word
        .chars()
        .map(|c| match c {
            'b' => 'p',
            'd' => 't',
            'g' => 'k',
            'f' | 'v' => 's',
            'm' => 'n',
            'y' => 'i',
            other => other,
        })
        .collect();
    heard.dedup();
    if heard.last() == Some(&'e') {
        heard.pop();
        heard.push('a');
    }
    heard.into_iter().collect()
}

#[test]
fn the_list_of_words() {
    let words: Vec<&str> = words::LIST.lines().collect();
    assert_eq!(words.len(), 1556);
    assert!(words.is_sorted_by(|one, next| one < next), "sorted, and none twice");
    let spelling =
        // The letters of sounds that can be written in other ways, and those that sound otherwise than they are
        // written: ng in "vagn", j in "torg", nothing in "sorbet".
        regex_lite::Regex::new(
            "[^abdefghijklmnoprstuvy]|ii|uu|sj|tj|hj|^lj|^dj|^kj|sk[eiy]|^[kg][eiy]|tion|.g[nm]|[lr]g$|^orgel$|sorbet|debut",
        );
    let spelling = spelling.unwrap();
    for word in &words {
        assert!((4..=6).contains(&word.len()) && !spelling.is_match(word), "{word}");
    }
    let heard: BTreeSet<String> = words.iter().map(|word| heard(word)).collect();
    assert_eq!(heard.len(), words.len(), "two words sound alike");
    // The program's own words for signs: read out, they would be taken for the sign.
    for sign in ["punkt", "plus", "stor", "noll", "nolla", "etta", "femma", "sexa", "sjua", "fyra", "hundra"] {
        assert!(!words.contains(&sign), "{sign}");
    }
}

proptest! {
    #[test]
    fn every_rule_is_kept(
        seed: u64,
        min_length in 0_u32..40,
        domain_length in 0_u32..20,
        uppercase in 0_u32..6,
        digits in 0_u32..6,
        forbidden in "[-a-hA-H0-4._åäö]{0,6}",
        max_length in 40_u32..80,
        random: bool,
    ) {
        let mut rules = LocalRules::default();
        (rules.min_length, rules.uppercase, rules.digits) = (min_length, uppercase, digits);
        (rules.forbidden_characters, rules.max_length) = (forbidden, max_length);
        let policy = AppliedPolicy::Known(DirectoryPolicy { min_length: domain_length, ..WINDOWS });
        let names = PersonNames { account: "annlam01", display: "Ann Lampa-Ring" };
        let wanted = GeneratorRequirements {
            min_length: usize::try_from(min_length.max(domain_length)).unwrap(),
            max_length: usize::try_from(max_length).unwrap(),
            uppercase: usize::try_from(uppercase).unwrap(),
            digits: usize::try_from(digits).unwrap(),
            forbidden: &rules.forbidden_characters,
        };
        let kind = if random { GeneratedKind::Random } else { GeneratedKind::Words };
        let unnamed = PersonNames { account: "", display: "" };
        let mut draws = 0;
        let made = generate(kind, &wanted, counter(seed), |password| {
            draws += 1;
            // All but names holds for every draw.
            assert!(judge(password, &rules, Some((&policy, unnamed))).acceptable(), "{}", password.expose());
            Ok(draws % 10 > 0 && judge(password, &rules, Some((&policy, names))).acceptable())
        });
        let made = made.unwrap().expect("some password keeps these rules");
        prop_assert!(judge(&made.password, &rules, Some((&policy, names))).acceptable());
        prop_assert!(made.bits >= kind.least_bits());
    }
}
