//! What `doctor` found, as scripts read it.

use serde_json::{Value, json};

use super::{Diagnosis, Examined, sentence};
use crate::commands::doctor::State;
use crate::config::Written;
use crate::view::View;

pub(super) fn document(diagnosis: &Diagnosis<'_>, view: &View<'_>) -> Value {
    let check = |one: &Examined| {
        let sentence = sentence(one, view.words, view.now);
        json!({
            "check": one.name().name(),
            "on": one.on(),
            "state": one.state().name(),
            "stops_calls": one.stops_calls(),
            "message": sentence.message,
            "hint": sentence.hint,
        })
    };
    let mut found: Vec<&Examined> = diagnosis.found.iter().collect();
    // As people see it.
    found.sort_by_key(|one| one.name().group() as u8);
    let setting = |Written { key, shown, origin, enforced }: &Written| json!({ "key": key, "value": shown, "origin": origin.to_string(), "enforced": enforced });
    json!({
        "checks": found.into_iter().map(check).collect::<Vec<_>>(),
        "summary": {
            "calls_can_be_done": diagnosis.calls_can_be_done(),
            "fine": diagnosis.count(State::Fine),
            "warning": diagnosis.count(State::Warning),
            "broken": diagnosis.count(State::Broken),
            "unchecked": diagnosis.count(State::Unchecked),
        },
        "settings": diagnosis.written.iter().map(setting).collect::<Vec<_>>(),
    })
}
