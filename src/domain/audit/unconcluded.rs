//! Finds the intents without a concluding record, from the records alone.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{RecordFields, Step, StoredRecord};

/// Numbers of intents not concluded by any record read so far.
#[derive(Debug, Default)]
pub struct UnconcludedIntents(BTreeSet<i64>);

/// The fields that matter here, of a record that has no others that this program knows.
#[derive(Deserialize)]
struct ConclusionFields {
    step: Step,
    intent: Option<i64>,
}

impl UnconcludedIntents {
    /// Adds the next record. `fields`: `None` when it cannot be read as a whole.
    pub fn add<T: AsRef<str>>(&mut self, stored: &StoredRecord<T>, fields: Option<&RecordFields<'_>>) {
        let read = || serde_json::from_str(stored.text.as_ref()).ok();
        let known = fields.map(|fields| ConclusionFields { step: fields.step, intent: fields.intent });
        let Some(fields) = known.or_else(read) else { return };
        if fields.step == Step::Intent {
            self.0.insert(stored.number);
        }
        if let Some(intent) = fields.intent {
            self.0.remove(&intent);
        }
    }

    pub fn contains(&self, number: i64) -> bool {
        self.0.contains(&number)
    }

    /// Returns the numbers, oldest first.
    pub fn numbers(&self) -> impl Iterator<Item = i64> {
        self.0.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `audit` warns of: an act that was begun and of which nobody knows how it ended.
    #[test]
    fn intent_is_open_until_a_record_answers_it() {
        let mut open = UnconcludedIntents::default();
        let texts = [
            r#"{"step":"intent"}"#,
            r#"{"step":"intent","added_later":1}"#,
            r#"{"step":"refused"}"#,
            r#"{"step":"done","intent":1}"#,
            "not a record",
            r#"{"step":"intent"}"#,
        ];
        for (number, text) in (1..).zip(texts) {
            open.add(&StoredRecord { number, text: text.to_owned(), link: None }, None);
        }
        assert_eq!(open.numbers().collect::<Vec<_>>(), [2, 6]);
        assert!(open.contains(2) && !open.contains(1) && !open.contains(3));
    }
}
