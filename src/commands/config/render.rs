//! The settings and their files, for people and for scripts.

use serde_json::{Value, json};

use super::{Change, Changed, Checked, ConfigPath, Example, Paths, Shown, ShownOrigin, ShownSetting, Whose};
use crate::text::{Message, visible};
use crate::ui::table;
use crate::view::{Render, View, number};

/// What stands for a value that may be a secret.
const HIDDEN: &str = "…";

impl Render for Shown {
    fn text(&self, view: &View<'_>) -> String {
        let header = [Message::ConfigKey, Message::ConfigValue, Message::ConfigOrigin].map(|name| view.say(&name));
        let row = |setting: &ShownSetting| {
            let hidden = || match setting.origin {
                ShownOrigin::NotSet => view.say(&Message::ConfigUnset),
                _ => HIDDEN.to_owned(),
            };
            let value = setting.value.clone().unwrap_or_else(hidden);
            let origin = match &setting.origin {
                ShownOrigin::NotSet => String::new(),
                ShownOrigin::Default => view.say(&Message::ConfigDefault),
                ShownOrigin::Place(place) => place.clone(),
            };
            [setting.key.to_owned(), value, origin].map(|cell| visible(&cell).into_owned()).to_vec()
        };
        table::rows_or_lines(&header, self.0.iter().map(row).collect(), view.width, view.style)
    }

    fn json(&self, _: &View<'_>) -> Value {
        let setting = |ShownSetting { key, value, origin, enforced }: &ShownSetting| {
            let origin = match origin {
                ShownOrigin::NotSet => None,
                ShownOrigin::Default => Some("default"),
                ShownOrigin::Place(place) => Some(place.as_str()),
            };
            json!({ "key": key, "value": value, "origin": origin, "enforced": enforced })
        };
        json!({ "settings": self.0.iter().map(setting).collect::<Vec<_>>() })
    }
}

impl Render for Example {
    fn text(&self, _: &View<'_>) -> String {
        self.0.trim_end().to_owned()
    }

    fn is_verbatim(&self) -> bool {
        true
    }

    fn json(&self, _: &View<'_>) -> Value {
        json!({ "example": self.0 })
    }
}

impl Render for Checked {
    fn text(&self, view: &View<'_>) -> String {
        let read = |file: &std::path::PathBuf| {
            view.say(&Message::ConfigRead { file: &file.display().to_string(), n: number(self.set) })
        };
        let mut lines: Vec<String> = self.files.iter().map(read).collect();
        if lines.is_empty() {
            lines.push(view.say(&Message::ConfigNone));
        }
        lines.push(view.say(&Message::ConfigValid));
        lines.join("\n")
    }

    fn json(&self, _: &View<'_>) -> Value {
        let files: Vec<String> = self.files.iter().map(|file| file.display().to_string()).collect();
        json!({ "valid": true, "files": files, "set": self.set })
    }
}

impl Render for Paths {
    fn text(&self, view: &View<'_>) -> String {
        let row = |ConfigPath { path, whose, exists, is_target }: &ConfigPath| {
            let whose = match whose {
                Whose::User => Message::ConfigYours,
                Whose::Computer => Message::ConfigComputers,
                Whose::Named => Message::ConfigNamed,
            };
            let state = if *exists { Message::ConfigExists } else { Message::ConfigMissing };
            let written = is_target.then_some(Message::ConfigWritten);
            let facts = [whose, state].into_iter().chain(written).map(|fact| view.say(&fact));
            vec![visible(&path.display().to_string()).into_owned(), facts.collect::<Vec<_>>().join(", ")]
        };
        table::rows(&[], self.0.iter().map(row).collect(), None, view.style)
    }

    fn json(&self, _: &View<'_>) -> Value {
        let path = |ConfigPath { path, whose, exists, is_target }: &ConfigPath| {
            let whose = match whose {
                Whose::User => "user",
                Whose::Computer => "computer",
                Whose::Named => "named",
            };
            json!({ "path": path.display().to_string(), "whose": whose, "exists": exists, "target": is_target })
        };
        json!({ "files": self.0.iter().map(path).collect::<Vec<_>>() })
    }
}

impl Render for Changed {
    fn text(&self, view: &View<'_>) -> String {
        let (key, file) = (self.key.as_str(), self.file.display().to_string());
        let file = file.as_str();
        let done = view.say(&match &self.change {
            Change::Set(value) => Message::ConfigWasSet { file, key, value: value.as_deref().unwrap_or(HIDDEN) },
            Change::Removed => Message::ConfigWasUnset { file, key },
            Change::NotSet => Message::ConfigWasNotSet { file, key },
        });
        let overruled = self.overruled_by.as_ref().map(|origin| view.say(&Message::ConfigNoEffect { key, origin }));
        std::iter::once(done).chain(overruled).collect::<Vec<_>>().join("\n")
    }

    fn json(&self, _: &View<'_>) -> Value {
        let (outcome, value) = match &self.change {
            Change::Set(value) => ("set", value.as_deref()),
            Change::Removed => ("removed", None),
            Change::NotSet => ("not_set", None),
        };
        json!({
            "outcome": outcome,
            "key": self.key,
            "value": value,
            "file": self.file.display().to_string(),
            "overruled_by": self.overruled_by,
        })
    }

    fn changed(&self) -> bool {
        self.change != Change::NotSet
    }
}
