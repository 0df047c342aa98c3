//! Whether a text fits one SMS, and the nearest text that needs no other alphabet: 160 characters of the GSM 7-bit alphabet, or else 70 UCS-2 characters (3GPP TS 23.038).

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::invisible::is_invisible;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmsEncoding {
    /// 7 bits per character; `€ [ ] { } ~ ^ \ |` take two.
    Gsm7,
    /// 16 bits per character.
    Ucs2,
}

const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENDED: &str = "€[]{}~^\\|\u{c}";

pub fn encoding(text: &str) -> SmsEncoding {
    if text.chars().all(is_gsm7) { SmsEncoding::Gsm7 } else { SmsEncoding::Ucs2 }
}

fn is_gsm7(c: char) -> bool {
    BASIC.contains(c) || EXTENDED.contains(c)
}

/// Writes `text` in the GSM 7-bit alphabet: signs that word processors put in become the plain ones, and a letter loses a
/// mark that the alphabet does not have. One other sign would leave 70 characters for the whole message.
///
/// Returns `None` when there is no such text.
pub fn in_gsm7(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    for c in ComposingNormalizerBorrowed::new_nfc().normalize(text).chars() {
        match c {
            c if is_gsm7(c) => plain.push(c),
            c if is_invisible(c) => {}
            c if c.is_whitespace() => plain.push(' '),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            '\u{2018}'..='\u{201b}' | '\u{b4}' | '`' => plain.push('\''),
            '\u{201c}'..='\u{201f}' | '«' | '»' => plain.push('"'),
            '…' => plain.push_str("..."),
            '·' | '•' => plain.push('-'),
            // Sami and Polish letters whose mark is a part of them.
            'Đ' => plain.push('D'),
            'đ' => plain.push('d'),
            'Ŋ' => plain.push('N'),
            'ŋ' => plain.push('n'),
            'Ŧ' => plain.push('T'),
            'ŧ' => plain.push('t'),
            'Ł' => plain.push('L'),
            'ł' => plain.push('l'),
            _ => {
                let letter =
                    DecomposingNormalizerBorrowed::new_nfd().normalize(c.encode_utf8(&mut [0; 4])).chars().next();
                plain.push(letter.filter(|letter| is_gsm7(*letter))?);
            }
        }
    }
    Some(plain)
}

pub fn fits_one_sms(text: &str) -> bool {
    match encoding(text) {
        SmsEncoding::Gsm7 => text.chars().map(|c| if EXTENDED.contains(c) { 2 } else { 1 }).sum::<usize>() <= 160,
        SmsEncoding::Ucs2 => text.encode_utf16().count() <= 70,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_fits_seven_bits() {
        assert_eq!(encoding("Säg den bara till servicedesk: Åsa, Örjan & é"), SmsEncoding::Gsm7);
        assert_eq!(encoding("snäll 🙂"), SmsEncoding::Ucs2);
        assert_eq!(encoding("typographic ’"), SmsEncoding::Ucs2);
    }

    #[test]
    fn other_signs_become_the_nearest_ones() {
        for (text, plain) in [
            ("Mjölby kommun, 0142-36 6000", Some("Mjölby kommun, 0142-36 6000")),
            ("0142\u{2011}36\u{a0}6000", Some("0142-36 6000")),
            ("0142 – 36 6000\u{200b}", Some("0142 - 36 6000")),
            ("“Servicedesk” …", Some("\"Servicedesk\" ...")),
            ("Váhtjer / Gällivare", Some("Vahtjer / Gällivare")),
            ("Kárášjohka, Đerdap, Łódź", Some("Karasjohka, Derdap, Lodz")),
            ("A\u{308}lvkarleby", Some("Älvkarleby")),
            ("ring ☎ 6000", None),
            ("Москва", None),
        ] {
            assert_eq!(in_gsm7(text).as_deref(), plain, "{text}");
        }
    }

    #[test]
    fn how_much_fits() {
        assert!(fits_one_sms(&"a".repeat(160)));
        assert!(!fits_one_sms(&"a".repeat(161)));
        assert!(fits_one_sms(&"€".repeat(80)));
        assert!(!fits_one_sms(&"€".repeat(81)));
        assert!(!fits_one_sms(&"’".repeat(71)));
    }
}
