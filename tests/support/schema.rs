//! Every document that a test makes the program write is as `servicedesk schema` says.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ffi::{OsStr, OsString};

use jsonschema::Validator;
use serde_json::Value;
use servicedesk::commands::schema::{DescribedCommand, Description};

thread_local! {
    /// By command; making one takes longer than a test.
    static VALIDATORS: RefCell<HashMap<Option<&'static str>, Validator>> = RefCell::default();
}

/// Validates what the program wrote for these arguments, if that is JSON.
#[track_caller]
pub(crate) fn check<A: AsRef<OsStr>>(arguments: &[A], output: &str) {
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.as_ref().to_str()).collect();
    let Some(lines) = form(&words) else { return };
    if ["schema", "completion"].iter().any(|verbatim| words.contains(verbatim)) || output.is_empty() {
        return;
    }
    let command = command(&words);
    for document in serde_json::Deserializer::from_str(output).into_iter::<Value>() {
        let document = document.unwrap_or_else(|error| panic!("{words:?}: {error}: {output}"));
        assert_eq!(document["schema"], 1, "{words:?}: {document}");
        validate(command, lines, &document, &words);
    }
}

/// Whether JSON was asked for, and whether in lines.
fn form(words: &[&str]) -> Option<bool> {
    let asks = |form: &str| {
        words.iter().any(|word| [format!("-o{form}"), format!("--output={form}")].contains(&(*word).to_owned()))
            || words.windows(2).any(|pair| ["-o", "--output"].contains(&pair[0]) && pair[1] == form)
    };
    let exports =
        words.contains(&"export") && !asks("csv") && !words.windows(2).any(|pair| pair == ["--format", "csv"]);
    let in_lines = asks("jsonl") || exports || words.contains(&"--each-line");
    (in_lines || asks("json")).then_some(in_lines)
}

/// The command that the words name.
fn command(words: &[&str]) -> Option<DescribedCommand> {
    let named = |name: &str| DescribedCommand::ALL.into_iter().find(|command| command.name() == name);
    let within = |pair: &[&str]| ["audit", "config"].contains(&pair[0]).then(|| format!("{}-{}", pair[0], pair[1]));
    let inner = words.windows(2).filter_map(within).find_map(|name| named(&name));
    inner.or_else(|| words.iter().find_map(|word| named(word)))
}

#[track_caller]
fn validate(command: Option<DescribedCommand>, lines: bool, document: &Value, words: &[&str]) {
    VALIDATORS.with_borrow_mut(|validators| {
        let validator = validators.entry(command.map(DescribedCommand::name)).or_insert_with(|| {
            let mut schema = Description { command }.schema();
            close(&mut schema, None);
            for line in schema["anyOf"].as_array_mut().unwrap() {
                // The row alone.
                if let Some(row) = line.get("allOf").and_then(|all| all.get(0)).cloned() {
                    *line = row;
                }
            }
            jsonschema::validator_for(&schema).unwrap()
        });
        if validator.is_valid(document) {
            return;
        }
        let mut row = document.clone();
        if lines {
            row.as_object_mut().unwrap().remove("schema");
        }
        let mut errors = validator.iter_errors(&row).map(|error| error.to_string());
        if let Some(error) = errors.next() {
            panic!("{words:?}: {error}\n{document}");
        }
    });
}

/// Allows no field that is not described. Others must allow them, as new ones may come.
fn close(schema: &mut Value, name: Option<&str>) {
    match schema {
        Value::Object(object) => {
            if object.contains_key("properties") {
                object.insert("additionalProperties".to_owned(), false.into());
            }
            if name == Some("$defs") {
                object.values_mut().for_each(|definition| close(definition, None));
            } else {
                object.iter_mut().for_each(|(name, inner)| close(inner, Some(name)));
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| close(value, None)),
        _ => {}
    }
}

/// The arguments of a command line whose words are split at spaces.
pub(crate) fn words(arguments: &str) -> Vec<OsString> {
    arguments.split_whitespace().map(OsString::from).collect()
}
