//! An entry with too few readable attributes, as text.

use crate::domain::unreadable::{UnreadableAccount, UnreadableReason};
use crate::text::{Message, Words, visible};
use crate::ui::table::{Cell, Pairs, alert};

/// Why its state is unknown.
pub(crate) fn why(entry: &UnreadableAccount, words: &Words) -> Cell {
    let attributes = entry.attributes().join(", ");
    alert(words.say(&match entry.why {
        UnreadableReason::Hidden(_) => Message::WhyStateHidden { attributes: &attributes },
        UnreadableReason::OddName => Message::WhyOddName,
    }))
}

pub(crate) fn card(entry: &UnreadableAccount, words: &Words) -> Pairs {
    let attributes = entry.attributes().join(", ");
    let mut card = Pairs::default();
    let mut row = |label: Message<'_>, value: Cell| card.push(words.say(&label), value);
    row(Message::CardWhy, why(entry, words));
    row(
        Message::CardNext,
        words
            .say(&match entry.why {
                UnreadableReason::Hidden(_) => Message::DoGetReadRight { attributes: &attributes },
                UnreadableReason::OddName => Message::DoRenameAccount,
            })
            .into(),
    );
    if let Some(name) = &entry.name {
        row(Message::CardAccount, visible(name).into());
    }
    if let Some(name) = &entry.display_name {
        row(Message::CardName, visible(name).into());
    }
    if let Some(department) = &entry.department {
        row(Message::CardDepartment, visible(department).into());
    }
    row(Message::CardPlace, visible(&entry.dn).into());
    card
}
