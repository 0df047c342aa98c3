//! Finds open intents, those that no later record concludes, by reading the records in order.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{Step, StoredRecord};

/// The numbers of the open intents among the records read so far.
#[derive(Debug, Default)]
pub struct UnconcludedIntents(BTreeSet<i64>);

/// The fields of a record that matter here. Ignores fields that later versions add.
#[derive(Deserialize)]
struct ConclusionFields {
    step: Step,
    intent: Option<i64>,
}

impl UnconcludedIntents {
    /// Reads the next record.
    pub fn learn(&mut self, stored: &StoredRecord) {
        let Ok(told) = serde_json::from_str::<ConclusionFields>(&stored.text) else { return };
        if told.step == Step::Intent {
            self.0.insert(stored.number);
        }
        if let Some(intent) = told.intent {
            self.0.remove(&intent);
        }
    }

    /// Whether this intent is open.
    pub fn holds(&self, number: i64) -> bool {
        self.0.contains(&number)
    }

    /// The open intents, oldest first.
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
            open.learn(&StoredRecord { number, text: text.to_owned(), link: None });
        }
        assert_eq!(open.numbers().collect::<Vec<_>>(), [2, 6]);
        assert!(open.holds(2) && !open.holds(1) && !open.holds(3));
    }
}
