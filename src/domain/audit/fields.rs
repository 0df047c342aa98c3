//! What the index, the list of open intents and the archive read of a record, without copying its texts.

use std::borrow::Cow;

use jiff::Timestamp;
use serde::Deserialize;

use super::{Action, Step};

/// A record's fields that are looked for; unknown fields are ignored.
#[derive(Debug, Deserialize)]
pub struct RecordFields<'a> {
    pub at: Timestamp,
    #[serde(borrow)]
    pub who: ActorFields<'a>,
    #[serde(borrow)]
    pub act: ActFields<'a>,
    pub step: Step,
    #[serde(default)]
    pub intent: Option<i64>,
    #[serde(default)]
    pub ticket: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct ActorFields<'a> {
    #[serde(borrow)]
    pub directory: Cow<'a, str>,
    #[serde(borrow)]
    pub system: Cow<'a, str>,
    #[serde(default)]
    pub sid: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct ActFields<'a> {
    pub action: Action,
    #[serde(borrow)]
    pub account_id: Cow<'a, str>,
    #[serde(borrow)]
    pub account: Cow<'a, str>,
    #[serde(default)]
    pub reason: Option<String>,
}

impl<'a> RecordFields<'a> {
    /// Reads a record; `None` when it is none.
    pub fn read(text: &'a str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}
