//! Finds phone numbers in text as people write it in an address book.
//!
//! Two numbers never merge into one: text that may be several numbers is not read as one.

use super::{NotAPhone, Phone, SmsReach};

/// The longest Swedish number without country code, except machine-to-machine (PTS, "Telefoninummerplan").
const LONGEST_SWEDISH: usize = 9;

/// Returns every number in a text, in order. Ignores words, brackets and invisible characters around them.
pub fn numbers_in(text: &str) -> Vec<Phone> {
    runs(text).iter().flat_map(|run| split_at_slashes(run)).flat_map(numbers_of).collect()
}

/// Parses a text that is exactly one number.
pub(super) fn single_number(text: &str) -> Result<Phone, NotAPhone> {
    if text.chars().filter_map(plain).any(|c| !is_within_number(c)) {
        return Err(NotAPhone::Characters);
    }
    let runs = runs(text);
    let groups = runs.first().map_or(&[][..], Vec::as_slice);
    match split_at_slashes(groups).as_slice() {
        [part] => match numbers_of(part).as_slice() {
            [phone] => number(part).map(|_| phone.clone()),
            [] => number(part).and(Err(NotAPhone::Length)),
            _ => Err(NotAPhone::Several),
        },
        [] => number(&[]),
        _ => Err(NotAPhone::Several),
    }
}

/// Consecutive digits.
struct DigitGroup {
    digits: String,
    /// Follows a plus sign, so a number begins here.
    plus: bool,
    /// `(0)`, which is not dialled after a country code.
    trunk: bool,
    /// Follows a slash.
    slash: bool,
    /// Follows a bracket that opens.
    bracket: bool,
}

/// Converts a digit of another script to ASCII; `None` for all other characters.
pub(in crate::domain) fn plain_digit(c: char) -> Option<char> {
    plain(c).filter(char::is_ascii_digit)
}

/// Converts a character that numbers are written with to its plain form; `None` for an invisible one.
pub(in crate::domain) fn plain(c: char) -> Option<char> {
    let digit = |zero: u32| char::from_digit((c as u32).saturating_sub(zero), 10);
    match c {
        // Soft hyphen, direction marks and joiners (Unicode category Cf).
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => None,
        '\u{660}'..='\u{669}' => digit(0x660),
        '\u{6f0}'..='\u{6f9}' => digit(0x6f0),
        '\u{ff10}'..='\u{ff19}' => digit(0xff10),
        '\u{ff0b}' | '\u{fe62}' => Some('+'),
        '\u{ff08}' => Some('('),
        '\u{ff09}' => Some(')'),
        '\u{ff0f}' | '\u{2044}' | '\u{2215}' => Some('/'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => Some('-'),
        '\u{ff0e}' | '\u{b7}' => Some('.'),
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        _ if c.is_whitespace() => Some(' '),
        _ => Some(c),
    }
}

fn is_within_number(c: char) -> bool {
    matches!(c, '0'..='9' | '+' | '(' | ')' | '/' | '-' | '.' | ' ')
}

/// Returns runs of groups separated only by characters that may occur within a number.
fn runs(text: &str) -> Vec<Vec<DigitGroup>> {
    let (mut runs, mut run, mut before) = (vec![], vec![], ' ');
    let (mut plus, mut slash, mut bracket) = (false, false, false);
    for c in text.chars().filter_map(plain) {
        match c {
            '0'..='9' => {
                match run.last_mut() {
                    Some(DigitGroup { digits, .. }) if before.is_ascii_digit() => digits.push(c),
                    _ => {
                        let bracket = before == '(';
                        run.push(DigitGroup { digits: c.to_string(), plus, trunk: false, slash, bracket });
                    }
                }
                bracket |= before == '(';
                (plus, slash) = (false, false);
            }
            ')' => {
                if let Some(group) = run.last_mut().filter(|group| bracket && group.digits == "0") {
                    group.trunk = true;
                }
                bracket = false;
            }
            '+' => plus = true,
            '/' => slash = true,
            c if is_within_number(c) => bracket = false,
            _ => {
                runs.extend((!run.is_empty()).then(|| std::mem::take(&mut run)));
                (plus, slash, bracket) = (false, false, false);
            }
        }
        before = c;
    }
    runs.extend((!run.is_empty()).then_some(run));
    runs
}

/// Splits at each slash that follows a number. Other slashes are part of a number: `070/1740605`.
fn split_at_slashes(run: &[DigitGroup]) -> Vec<&[DigitGroup]> {
    let (mut parts, mut start) = (vec![], 0);
    for (index, _) in run.iter().enumerate().filter(|(_, group)| group.slash) {
        if start < index && split(&run[start..index]).is_some() {
            parts.push(&run[start..index]);
            start = index;
        }
    }
    parts.extend((start < run.len()).then(|| &run[start..]));
    parts
}

fn numbers_of(groups: &[DigitGroup]) -> Vec<Phone> {
    if let Some(numbers) = split(groups) {
        return numbers;
    }
    let (mut numbers, mut start) = (vec![], 0);
    while start < groups.len() {
        let ends = (start + 1..=groups.len()).rev();
        let mobile = |phone: &Phone| phone.reach() == SmsReach::SwedishMobile;
        // A mobile has a fixed length, so the rest is another number. Other numbers may use all groups.
        let found = ends.clone().find_map(|end| Some((number(&groups[start..end]).ok().filter(mobile)?, end)));
        let whole = || Some((number(&groups[start..]).ok()?, groups.len()));
        let longest = || ends.clone().find_map(|end| Some((usual_number(&groups[start..end])?, end)));
        match found.or_else(whole).or_else(longest) {
            Some((phone, end)) => {
                numbers.push(phone);
                start = end;
            }
            // A digit too many, perhaps of the number before.
            None if start > 0 && !numbers.is_empty() && !groups[start].bracket => return vec![],
            None => start += 1,
        }
    }
    numbers
}

/// Splits groups into as few numbers as possible; `None` where some would be left.
fn split(groups: &[DigitGroup]) -> Option<Vec<Phone>> {
    let count = groups.len();
    // The split of the groups from each index on.
    let mut from: Vec<Option<Vec<Phone>>> = vec![None; count + 1];
    from[count] = Some(vec![]);
    for start in (0..count).rev() {
        let begins = |end: usize| end == count || groups[end].may_start_number();
        from[start] = (start + 1..=count).rev().filter(|end| begins(*end)).find_map(|end| {
            let rest = from[end].as_ref()?;
            Some([&[usual_number(&groups[start..end])?], rest.as_slice()].concat())
        });
    }
    from.swap_remove(0).filter(|numbers| !numbers.is_empty())
}

/// Reads the groups as one number of a usual length.
fn usual_number(groups: &[DigitGroup]) -> Option<Phone> {
    let is_usual = |phone: &Phone| !phone.is_swedish() || phone.significant().len() <= LONGEST_SWEDISH;
    number(groups).ok().filter(is_usual)
}

/// Reads the groups as one number.
fn number(groups: &[DigitGroup]) -> Result<Phone, NotAPhone> {
    // Longer than any number.
    if groups.iter().map(|group| group.digits.len()).sum::<usize>() > 20 {
        return Err(NotAPhone::Length);
    }
    if groups.iter().skip(1).any(|group| group.plus) {
        return Err(NotAPhone::Characters);
    }
    let plus = groups.first().is_some_and(|group| group.plus);
    let digits = |trunk: bool| -> String {
        let dialled = groups.iter().enumerate().filter(|(index, group)| trunk || *index == 0 || !group.trunk);
        dialled.map(|(_, group)| group.digits.as_str()).collect()
    };
    let all = digits(true);
    if plus || all.starts_with("00") {
        Phone::from_digits(plus, &digits(false))
    } else {
        Phone::from_digits(false, &all)
    }
}

impl DigitGroup {
    fn may_start_number(&self) -> bool {
        self.plus || self.digits.starts_with('0') || self.digits.starts_with("46")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<String> {
        numbers_in(text).iter().map(|phone| phone.e164().to_owned()).collect()
    }

    #[test]
    fn finds_every_number_that_a_text_holds() {
        for (text, numbers) in [
            ("(+46) 70-174 06 05", &["+46701740605"][..]),
            ("070-174 06 05 (privat)", &["+46701740605"]),
            ("Privat: 070-174 06 05", &["+46701740605"]),
            ("070-1740612 / 070-1740605", &["+46701740612", "+46701740605"]),
            ("070-1740612/070-1740605", &["+46701740612", "+46701740605"]),
            ("0701740612 0701740605", &["+46701740612", "+46701740605"]),
            ("070-174 06 12, 070-174 06 05", &["+46701740612", "+46701740605"]),
            ("070-174 06 12; +46 (0)70 174 06 05", &["+46701740612", "+46701740605"]),
            ("070-174 06 12 och 070-174 06 05", &["+46701740612", "+46701740605"]),
            ("+46701740612+46701740605", &["+46701740612", "+46701740605"]),
            ("+47 406 12 345 070-174 06 05", &["+4740612345", "+46701740605"]),
            ("070-174 06 12\n070-174 06 05", &["+46701740612", "+46701740605"]),
            ("\u{202a}070-174 06 05\u{202c}", &["+46701740605"]),
            ("070\u{a0}\u{2013}\u{a0}174\u{a0}06\u{a0}05", &["+46701740605"]),
            ("０７０－１７４０６０５", &["+46701740605"]),
            ("٠٧٠١٧٤٠٦٠٥", &["+46701740605"]),
            ("۰۷۰۱۷۴۰۶۰۵", &["+46701740605"]),
            ("070/1740605", &["+46701740605"]),
            ("070 / 174 06 05", &["+46701740605"]),
            ("070／174·06．05", &["+46701740605"]),
            ("＋47 406 12 345", &["+4740612345"]),
            ("+47 (0)406 12 345", &["+4740612345"]),
            ("+47（0）406 12 345", &["+4740612345"]),
            ("+47 (406) 12 345", &["+4740612345"]),
            ("070 174 (0) 605", &["+46701740605"]),
            ("+47 406 12 345\n12 345", &["+4740612345"]),
            ("+47 406 12 345 ankn 12", &["+4740612345"]),
            ("070-174 06 05 (2)", &["+46701740605"]),
            ("070-174 06 05 ankn 123", &["+46701740605"]),
            ("08-465 004 00 / 01", &["+46846500400"]),
            ("08-46500400/01", &["+46846500400"]),
            ("+47 406 12 345 / 12 345", &["+4740612345"]),
            ("0719 123 456 7890", &["+467191234567890"]),
            ("073-812 30 50 1", &[]),
            ("073-812-30-50-1", &[]),
            ("+46 73 812 30 50 1", &[]),
            ("+46 730 00 00 00 0", &[]),
            ("ankn 6000", &[]),
            ("0701740612070174060512", &[]),
            ("saknas", &[]),
            ("", &[]),
        ] {
            assert_eq!(read(text), numbers, "{text}");
        }
    }

    /// One number, as its digits and in a writing of it.
    fn written() -> impl Strategy<Value = (String, String)> {
        let start = prop::sample::select(vec!["0", "+46", "+46 (0)", "(+46) ", "0046", "46", "+46 0", "（＋46）"]);
        let between =
            prop::collection::vec(prop::sample::select(vec!["", " ", "-", "\u{2013}", "\u{a0}", ".", "\u{200b}"]), 8);
        let number = (prop::sample::select(vec!["70", "72", "73", "76", "79"]), "[0-9]{7}");
        (start, between, number).prop_map(|(start, between, (prefix, rest))| {
            let number = format!("{prefix}{rest}");
            let between = between.into_iter().chain([""]);
            let written = number.chars().zip(between).map(|(digit, between)| format!("{digit}{between}"));
            (format!("+46{number}"), format!("{start}{}", written.collect::<String>()))
        })
    }

    /// Signs at the ends that end nothing would make the next number a part of this one.
    fn around() -> impl Strategy<Value = String> {
        "[a-zåäö,:;\\[\\]]{0,3}[ ]?[(\u{202a}\u{202c}]{0,2}"
    }

    proptest! {
        #[test]
        fn a_number_is_found_however_it_is_written((number, writing) in written(), before in around(), after in around()) {
            let text = format!("{before}{writing}{after} ");
            prop_assert_eq!(read(&text), [number], "{}", text);
        }

        #[test]
        fn two_numbers_are_two(
            one in written(), other in written(), between in prop::sample::select(vec![" / ", "/", ", ", "; ", " och ", " ", "\n"]),
        ) {
            let text = format!("{}{between}{}", one.1, other.1);
            let numbers = read(&text);
            prop_assert!(numbers.contains(&one.0) && numbers.contains(&other.0), "{}: {:?}", text, numbers);
            prop_assert!(Phone::parse(&text).is_err(), "{}", text);
        }

        #[test]
        fn any_text_is_survived(text in "[0-9+()/. (0)+-]{0,80}|\\PC{0,40}") {
            for phone in numbers_in(&text) {
                prop_assert_eq!(Phone::parse(phone.e164()), Ok(phone));
            }
            if let Ok(phone) = Phone::parse(&text) {
                prop_assert_eq!(numbers_in(&text), [phone]);
            }
        }
    }
}
