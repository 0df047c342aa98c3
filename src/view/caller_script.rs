//! Composes what the operator says to the caller.

use crate::domain::restrictions::{CurrentRestrictions, SignInFrom};
use crate::text::{DeskDetails, Message, Words, visible};
use crate::ui::{self, Style};

/// Wraps `text` to the width of a terminal, so that what the operator says to the caller stands out.
pub(crate) fn wrapped(text: &str, width: Option<u16>, style: Style, words: &Words) -> String {
    let opening = words.say(&Message::SayAloud { sentence: "" });
    let opening = opening.split_inclusive(':').next().unwrap_or_default();
    let line = |line: &str| {
        let wrapped = ui::wrapped(line, width);
        match line.starts_with(opening) {
            true => wrapped.lines().map(|line| style.spoken(line)).collect::<Vec<_>>().join("\n"),
            false => wrapped,
        }
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// `" on Mjölnet and Webmail"`, or nothing where the configuration names no services.
pub(crate) fn on_services(desk: &DeskDetails, words: &Words) -> String {
    match services(desk, words) {
        services if services.is_empty() => services,
        services => format!(" {}", words.say(&Message::OnServices { services: &services })),
    }
}

/// `"Mjölnet and Webmail"`, or nothing where the configuration names no services.
pub(crate) fn services(desk: &DeskDetails, words: &Words) -> String {
    joined(&desk.services, words, true)
}

/// `" at one of the computers A and B"` where the account is limited to some, else as [`on_services`].
pub(crate) fn where_to(restrictions: &CurrentRestrictions, desk: &DeskDetails, words: &Words) -> String {
    let computers = restrictions.computers.join(", ");
    let computers = visible(&computers);
    let at = match restrictions.computers.as_slice() {
        [] => return on_services(desk, words),
        [_] => Message::AtComputer { computer: &computers },
        _ => Message::AtComputers { computers: &computers },
    };
    format!(" {}", words.say(&at))
}

/// When the caller may sign in, if not now.
pub(crate) fn hours(restrictions: &CurrentRestrictions, words: &Words) -> Option<String> {
    match restrictions.allowed_from {
        SignInFrom::Now => None,
        SignInFrom::At(begin) => {
            Some(words.say(&Message::DoWaitForHours { when: &words.when(begin, restrictions.read_at) }))
        }
        SignInFrom::Never => Some(words.say(&Message::DoNeverHours)),
    }
}

/// The computers that the account is limited to.
pub(crate) fn computers(restrictions: &CurrentRestrictions, words: &Words) -> Option<String> {
    let computers = restrictions.computers.join(", ");
    (!computers.is_empty()).then(|| words.say(&Message::DoOnlyComputers { computers: &visible(&computers) }))
}

/// The desk's numbers, if configured.
pub(crate) fn call_us(desk: &DeskDetails, words: &Words) -> Option<String> {
    let extension = desk.extension.as_ref().map(|extension| words.say(&Message::Extension { extension }));
    let numbers: Vec<String> = extension.into_iter().chain(desk.phone.clone()).collect();
    let numbers = joined(&numbers, words, false);
    (!numbers.is_empty()).then(|| words.say(&Message::SayCallUs { numbers: &numbers }))
}

/// Where the caller can do the same without the desk, if that is configured and they have a mobile for its code.
pub(crate) fn next_time(has_mobile: bool, desk: &DeskDetails, words: &Words) -> Option<String> {
    let url = desk.selfservice_url.as_deref().filter(|_| has_mobile)?;
    Some(words.say(&Message::SayNextTime { url }))
}

/// "a, b and c", or "a, b or c".
pub(crate) fn joined(items: &[String], words: &Words, and: bool) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            let (first, last) = (first.join(", "), last.as_str());
            words.say(&if and { Message::And { first: &first, last } } else { Message::Or { first: &first, last } })
        }
    }
}
