//! Which intents nothing answers, as the records themselves tell. Judges nothing, and reads no more of a record than that.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{Step, StoredRecord};

/// The numbers of intents that no record answers, as far as the trail has been read.
#[derive(Debug, Default)]
pub struct UnconcludedIntents(BTreeSet<i64>);

/// What of a record matters here; what a later version adds does not.
#[derive(Deserialize)]
struct ConclusionFields {
    step: Step,
    intent: Option<i64>,
}

impl UnconcludedIntents {
    /// Takes the next record.
    pub fn learn(&mut self, stored: &StoredRecord) {
        let Ok(told) = serde_json::from_str::<ConclusionFields>(&stored.text) else { return };
        if told.step == Step::Intent {
            self.0.insert(stored.number);
        }
        if let Some(intent) = told.intent {
            self.0.remove(&intent);
        }
    }

    /// Whether nothing answers this one.
    pub fn holds(&self, number: i64) -> bool {
        self.0.contains(&number)
    }

    /// All of them, oldest first.
    pub fn numbers(&self) -> impl Iterator<Item = i64> {
        self.0.iter().copied()
    }
}
