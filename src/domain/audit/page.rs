//! Consecutive records whose texts are one piece of memory: a long log is read without a string for each record.

use super::{ChainHash, SEGMENT, StoredRecord};

/// Bytes of the texts of a segment, as they mostly are.
const TEXTS: usize = 1 << 20;

/// Records in the order in which they were read.
#[derive(Debug)]
pub struct RecordPage {
    texts: String,
    /// Of each record its number, the end of its text, and its hash.
    records: Vec<(i64, usize, Option<ChainHash>)>,
}

impl Default for RecordPage {
    fn default() -> Self {
        // Each time that they grow they are copied.
        Self { texts: String::with_capacity(TEXTS), records: Vec::with_capacity(SEGMENT as usize) }
    }
}

impl RecordPage {
    /// Adds a record.
    pub fn push(&mut self, StoredRecord { number, text, link }: StoredRecord<&str>) {
        self.texts.push_str(text);
        self.records.push((number, self.texts.len(), link));
    }

    /// The number of the last record; `None` when there is no record.
    pub fn last(&self) -> Option<i64> {
        self.records.last().map(|(number, ..)| *number)
    }

    pub fn iter(&self) -> impl Iterator<Item = StoredRecord<&str>> {
        let mut start = 0;
        self.records.iter().map(move |(number, end, link)| {
            let text = self.texts.get(start..*end).unwrap_or_default();
            start = *end;
            StoredRecord { number: *number, text, link: *link }
        })
    }
}
