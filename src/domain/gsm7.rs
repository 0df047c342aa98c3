//! Whether a text fits one SMS: 160 characters of the GSM 7-bit alphabet, or else 70 UCS-2 characters (3GPP TS 23.038).

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
    let fits = |c: char| BASIC.contains(c) || EXTENDED.contains(c);
    if text.chars().all(fits) { SmsEncoding::Gsm7 } else { SmsEncoding::Ucs2 }
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
    fn how_much_fits() {
        assert!(fits_one_sms(&"a".repeat(160)));
        assert!(!fits_one_sms(&"a".repeat(161)));
        assert!(fits_one_sms(&"€".repeat(80)));
        assert!(!fits_one_sms(&"€".repeat(81)));
        assert!(!fits_one_sms(&"’".repeat(71)));
    }
}
