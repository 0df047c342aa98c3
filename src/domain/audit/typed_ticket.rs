//! A case number typed beside a caller's name: `#4711 jesrab01`, or `jesrab01 #4711`.

use super::free_text;

/// Splits what was typed into the case number, without its `#`, and the rest.
pub fn split_ticket(typed: &str) -> (Option<String>, &str) {
    let typed = typed.trim();
    let (first, after) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    if let Some(ticket) = ticket(first) {
        return (Some(ticket), after.trim());
    }
    let (before, last) = typed.rsplit_once(char::is_whitespace).unwrap_or(("", typed));
    match ticket(last) {
        Some(ticket) => (Some(ticket), before.trim()),
        None => (None, typed),
    }
}

fn ticket(word: &str) -> Option<String> {
    free_text(word.strip_prefix('#')?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_number_stands_before_or_after_the_name() {
        for (typed, ticket, rest) in [
            ("jesrab01", None, "jesrab01"),
            ("  Eva Karlsson ", None, "Eva Karlsson"),
            ("#4711 Eva Karlsson", Some("4711"), "Eva Karlsson"),
            ("Eva Karlsson  #INC-4711", Some("INC-4711"), "Eva Karlsson"),
            ("#4711", Some("4711"), ""),
            ("#", None, "#"),
            ("eva# karlsson", None, "eva# karlsson"),
            ("eva#ext#@contoso.se", None, "eva#ext#@contoso.se"),
            ("", None, ""),
        ] {
            assert_eq!(split_ticket(typed), (ticket.map(str::to_owned), rest), "{typed}");
        }
    }
}
