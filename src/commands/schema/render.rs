//! The schemas, from the types that are serialised.

use serde_json::{Value, json};

use super::{DescribedCommand, Description};
use crate::commands::{
    audit, bulk, check_policy, config, doctor, init, login, logout, lookup, reset, send_code, unlock, version, whoami,
};
use crate::view::document::{AnyDocument, DocumentType, SCHEMA, generator};
use crate::view::{FailureDocument, Render, View};

/// What each command writes. A new command names the types of its documents here.
fn documents(command: DescribedCommand) -> Vec<DocumentType> {
    match command {
        DescribedCommand::Lookup => vec![
            DocumentType::of::<lookup::render::LookupDocument>(),
            DocumentType::of::<lookup::each_server::render::EachServerDocument>(),
            DocumentType::of::<lookup::render::locked::LockedDocument>(),
            DocumentType::of::<lookup::render::numbers::NumbersDocument>(),
        ],
        DescribedCommand::SendCode => vec![DocumentType::of::<send_code::render::SendCodeDocument>()],
        DescribedCommand::Unlock => vec![
            DocumentType::of::<unlock::render::UnlockDocument>(),
            DocumentType::of::<bulk::render::json::ManyDocument<'_>>(),
            DocumentType::of::<bulk::render::json::EndLine>(),
        ],
        DescribedCommand::Reset => vec![DocumentType::of::<reset::render::ResetDocument>()],
        DescribedCommand::CheckPolicy => vec![
            DocumentType::of::<check_policy::render::CheckPolicyDocument>(),
            DocumentType::of::<check_policy::render::requirements::RequirementsDocument>(),
            DocumentType::of::<check_policy::render::json_lines::LineDocument>(),
        ],
        DescribedCommand::AuditShow => vec![DocumentType::of::<audit::render::AuditShowDocument>()],
        DescribedCommand::AuditVerify => vec![
            DocumentType::of::<audit::render::verify::AuditVerifyDocument>(),
            DocumentType::of::<audit::render::archive::AuditVerifyArchiveDocument>(),
        ],
        DescribedCommand::AuditExport => vec![DocumentType::of::<audit::render::export::ExportDocument>()],
        DescribedCommand::AuditResolve => vec![DocumentType::of::<audit::render::resolve::AuditResolveDocument>()],
        DescribedCommand::AuditArchive => vec![DocumentType::of::<audit::render::archive::AuditArchiveDocument>()],
        DescribedCommand::AuditIndex => vec![DocumentType::of::<audit::render::index::AuditIndexDocument>()],
        DescribedCommand::Login => vec![DocumentType::of::<login::render::LoginDocument>()],
        DescribedCommand::Logout => vec![DocumentType::of::<logout::render::LogoutDocument>()],
        DescribedCommand::Whoami => vec![DocumentType::of::<whoami::render::WhoamiDocument>()],
        DescribedCommand::Doctor => vec![DocumentType::of::<doctor::render::DoctorDocument>()],
        DescribedCommand::Init => {
            vec![DocumentType::of::<init::render::InitDocument>(), DocumentType::of::<doctor::render::DoctorDocument>()]
        }
        DescribedCommand::ConfigShow => vec![DocumentType::of::<config::render::document::ShowDocument>()],
        DescribedCommand::ConfigExample => vec![DocumentType::of::<config::render::document::ExampleDocument>()],
        DescribedCommand::ConfigCheck => vec![DocumentType::of::<config::render::document::CheckDocument>()],
        DescribedCommand::ConfigPath => vec![DocumentType::of::<config::render::document::PathDocument>()],
        DescribedCommand::ConfigSet | DescribedCommand::ConfigUnset => {
            vec![DocumentType::of::<config::render::document::ChangeDocument>()]
        }
        DescribedCommand::Version => vec![DocumentType::of::<version::render::VersionDocument>()],
    }
}

impl Description {
    /// Returns the schema of every document and line.
    pub fn schema(&self) -> Value {
        let commands = self.command.map_or_else(|| DescribedCommand::ALL.to_vec(), |command| vec![command]);
        let documents = commands.into_iter().flat_map(documents).chain([DocumentType::of::<FailureDocument>()]);
        let mut generator = generator();
        let defined: Vec<(DocumentType, Value)> =
            documents.map(|document| (document, document.define(&mut generator))).collect();
        let mut schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": match self.command {
                Some(command) => format!("servicedesk {}", command.name().replace("audit-", "audit ").replace("config-", "config ")),
                None => "servicedesk".to_owned(),
            },
            "$defs": generator.take_definitions(true),
        });
        let lines = defined.iter().filter_map(|(document, definition)| document.row_schema(definition, &schema));
        let lines = lines.map(|row| {
            json!({
                "description": "A line of -o jsonl.",
                "allOf": [row],
                "properties": { "schema": { "const": SCHEMA } },
                "required": ["schema"],
            })
        });
        let lines: Vec<Value> = lines.collect();
        schema["anyOf"] = defined.into_iter().map(|(_, definition)| definition).chain(lines).collect();
        schema
    }
}

impl Render for Description {
    fn text(&self, _: &View<'_>) -> String {
        format!("{:#}", self.schema())
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        None
    }

    fn json(&self, _: &View<'_>) -> String {
        format!("{}\n", self.schema())
    }

    fn lines(&self, view: &View<'_>) -> String {
        self.json(view)
    }

    fn csv(&self, view: &View<'_>) -> String {
        self.json(view)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every() -> Value {
        Description { command: None }.schema()
    }

    /// Records that `audit export` repeats as they were written.
    const VERBATIM: [&str; 3] = ["Actor", "Act", "ExportedRecord"];

    #[test]
    fn every_field_is_always_there() {
        let schema = every();
        let definitions = schema["$defs"].as_object().unwrap();
        let objects = definitions.iter().filter(|(name, _)| !VERBATIM.contains(&name.as_str()));
        let mut objects: Vec<(&String, &Value)> =
            objects.filter(|(_, definition)| definition.get("properties").is_some()).collect();
        objects.sort_by_key(|(name, _)| name.as_str());
        assert!(objects.len() > 30, "{objects:?}");
        for (name, definition) in objects {
            let fields: Vec<&String> = definition["properties"].as_object().unwrap().keys().collect();
            let mut required: Vec<&str> =
                definition["required"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
            required.sort_by_key(|one| fields.iter().position(|name| name == one));
            assert_eq!(fields, required, "{name}");
        }
    }

    #[test]
    fn every_document_has_its_version_first() {
        for command in DescribedCommand::ALL {
            for document in documents(command) {
                let mut generator = generator();
                let definition = document.define(&mut generator);
                let definitions = generator.take_definitions(true);
                let name = definition["$ref"].as_str().unwrap().trim_start_matches("#/$defs/");
                let objects = match definitions[name].get("anyOf") {
                    Some(variants) => variants.as_array().unwrap().clone(),
                    None => vec![definitions[name].clone()],
                };
                for object in objects {
                    assert_eq!(object["properties"].as_object().unwrap().keys().next().unwrap(), "schema", "{name}");
                }
            }
        }
    }

    #[test]
    fn names_of_types_are_not_used_twice() {
        let schema = every();
        let twice = |name: &&String| name.ends_with(|c: char| c.is_ascii_digit());
        assert_eq!(schema["$defs"].as_object().unwrap().keys().find(twice), None);
    }

    #[test]
    fn values_are_enumerated() {
        let schema = every();
        for (name, value) in [
            ("FailureKind", "no_such_account"),
            ("RowOutcome", "may_have_changed"),
            ("Advice", "unlock_or_reset"),
            ("WarningKind", "mobile_shared"),
            ("Action", "send_code"),
        ] {
            assert!(schema["$defs"][name]["enum"].as_array().unwrap().contains(&value.into()), "{name}");
        }
    }
}
