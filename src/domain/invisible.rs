//! Invisible characters: they hide differences, reverse text or move the cursor. Classifies single characters, whatever
//! their context.

/// Whether a character is invisible: a control character (C0, DEL, C1), a line separator, a direction mark, or one that
/// Unicode has programs ignore (Default_Ignorable_Code_Point, and the interlinear marks U+FFF9 to U+FFFB). Format
/// characters with a glyph, as in Arabic, are visible.
pub fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a character looks blank but is not the space that a keyboard types, such as U+00A0.
pub fn is_unusual_space(character: char) -> bool {
    character == '\u{2800}' || (character.is_whitespace() && character != ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_act_or_hide_are_unseen() {
        for unseen in
            "\0\n\u{1b}\u{7f}\u{9b}\u{ad}\u{61c}\u{200b}\u{200e}\u{2028}\u{202e}\u{2066}\u{fe0f}\u{feff}".chars()
        {
            assert!(is_invisible(unseen), "{unseen:?}");
        }
        for seen in " aÅ漢😀\u{301}\u{a0}\u{600}".chars() {
            assert!(!is_invisible(seen), "{seen:?}");
        }
    }

    #[test]
    fn odd_blanks_are_not_the_space_key() {
        assert!("\u{a0}\u{2003}\u{202f}\u{3000}\u{2800}\t".chars().all(is_unusual_space));
        assert!(!is_unusual_space(' ') && !is_unusual_space('a'));
    }
}
