//! What the operator says to the caller: how it is put together. The sentences stand in the texts.

use crate::text::{DeskDetails, Message, Words};

/// `" on Mjölnet and Webmail"`, or nothing where the configuration names no services.
pub(super) fn on_services(desk: &DeskDetails, words: &Words) -> String {
    match joined(&desk.services, words, true) {
        services if services.is_empty() => services,
        services => format!(" {}", words.say(&Message::OnServices { services: &services })),
    }
}

/// The desk's numbers, where the configuration has any.
pub(super) fn call_us(desk: &DeskDetails, words: &Words) -> Option<String> {
    let extension = desk.extension.as_ref().map(|extension| words.say(&Message::Extension { extension }));
    let numbers: Vec<String> = extension.into_iter().chain(desk.phone.clone()).collect();
    let numbers = joined(&numbers, words, false);
    (!numbers.is_empty()).then(|| words.say(&Message::SayCallUs { numbers: &numbers }))
}

/// "a, b and c", or "a, b or c".
pub(super) fn joined(items: &[String], words: &Words, and: bool) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            let (first, last) = (first.join(", "), last.as_str());
            words.say(&if and { Message::And { first: &first, last } } else { Message::Or { first: &first, last } })
        }
    }
}
