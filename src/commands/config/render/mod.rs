//! The settings and their files, for people.

pub(in crate::commands) mod document;

use super::{Change, Changed, Checked, ConfigPath, Example, Paths, Shown, ShownOrigin, ShownSetting, Whose};
use crate::text::{Message, visible};
use crate::ui::table;
use crate::view::document::{AnyDocument, SchemaVersion};
use crate::view::{Render, View, number};
use document::{ChangeDocument, CheckDocument, ExampleDocument, PathDocument, ShowDocument};

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

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        Some(AnyDocument::of(&ShowDocument::of(&self.0)))
    }
}

impl Render for Example {
    fn text(&self, _: &View<'_>) -> String {
        self.0.trim_end().to_owned()
    }

    fn is_verbatim(&self) -> bool {
        true
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        Some(AnyDocument::of(&ExampleDocument { schema: SchemaVersion, example: self.0.clone() }))
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

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        Some(AnyDocument::of(&CheckDocument::of(self)))
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

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        Some(AnyDocument::of(&PathDocument::of(&self.0)))
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

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        Some(AnyDocument::of(&ChangeDocument::of(self)))
    }

    fn changed(&self) -> bool {
        self.change != Change::NotSet
    }
}
