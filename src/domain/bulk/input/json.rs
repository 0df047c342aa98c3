//! Reads accounts from JSON: one object per line, one document with a list, or a sequence of such values.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::format::rank;
use super::{InputEntry, RowFault};

/// The accounts that one value names.
#[derive(PartialEq)]
enum Item {
    Account(String),
    Nothing,
    /// Fields that are as good name different accounts.
    Ambiguous,
    Many(Vec<Item>),
}

/// Returns every account named. Values may span lines until the first syntax error; after that, each line is parsed
/// alone, so that one bad value does not hide the rest.
pub(super) fn entries(text: &str) -> Vec<InputEntry> {
    let (mut entries, mut rest, mut line, mut to_the_end) = (vec![], text, 1, true);
    loop {
        let trimmed = rest.trim_start();
        line += rest[..rest.len() - trimmed.len()].matches('\n').count();
        rest = trimmed;
        if rest.is_empty() {
            return entries;
        }
        let end = rest.find('\n').unwrap_or(rest.len());
        let within = if to_the_end { rest } else { &rest[..end] };
        let mut values = serde_json::Deserializer::from_str(within).into_iter::<Item>();
        let taken = match rest.starts_with(['{', '[']).then(|| values.next()).flatten() {
            Some(Ok(item)) => {
                let taken = values.byte_offset();
                item.add_to(&mut entries, &rest[..end.min(taken)], line);
                taken
            }
            Some(Err(_)) if to_the_end => {
                to_the_end = false;
                continue;
            }
            _ => {
                if !rest.starts_with('#') {
                    entries.push(InputEntry::faulty(&rest[..end], Some(line), RowFault::NotJson));
                }
                end
            }
        };
        line += rest[..taken].matches('\n').count();
        rest = &rest[taken..];
    }
}

impl Item {
    fn add_to(self, entries: &mut Vec<InputEntry>, shown: &str, line: usize) {
        match self {
            Self::Account(typed) => entries.push(InputEntry::new(typed.trim(), Some(line))),
            Self::Nothing => entries.push(InputEntry::faulty(shown, Some(line), RowFault::NoAccount)),
            Self::Ambiguous => entries.push(InputEntry::faulty(shown, Some(line), RowFault::SeveralAccounts)),
            Self::Many(items) => {
                entries.extend(items.into_iter().enumerate().map(|(n, item)| match item {
                    // The line within a document is unknown.
                    Self::Account(typed) => InputEntry::new(typed.trim(), None),
                    Self::Ambiguous => InputEntry::faulty(&format!("[{n}]"), None, RowFault::SeveralAccounts),
                    Self::Nothing | Self::Many(_) => InputEntry::faulty(&format!("[{n}]"), None, RowFault::NoAccount),
                }));
            }
        }
    }
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ItemVisitor)
    }
}

struct ItemVisitor;

impl<'de> Visitor<'de> for ItemVisitor {
    type Value = Item;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an account")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Item, A::Error> {
        // With how well the field tells the account; a list is better than any.
        let (mut found, mut best) = (Item::Nothing, usize::MAX);
        while let Some(name) = map.next_key::<String>()? {
            let (item, rank) = if ["accounts", "results"].contains(&name.to_lowercase().as_str()) {
                (map.next_value()?, 0)
            } else if let Some(rank) = rank(&name) {
                let Value::String(account) = map.next_value()? else { continue };
                (Item::Account(account), rank + 1)
            } else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            if rank < best {
                (found, best) = (item, rank);
            } else if rank == best && item != found {
                found = Item::Ambiguous;
            }
        }
        Ok(found)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Item, A::Error> {
        let mut items = vec![];
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Item::Many(items))
    }

    fn visit_str<E>(self, text: &str) -> Result<Item, E> {
        Ok(Item::Account(text.to_owned()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Item, E> {
        Ok(Item::Nothing)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Item, E> {
        Ok(Item::Nothing)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Item, E> {
        Ok(Item::Nothing)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Item, E> {
        Ok(Item::Nothing)
    }

    fn visit_unit<E>(self) -> Result<Item, E> {
        Ok(Item::Nothing)
    }
}
