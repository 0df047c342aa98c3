//! Outcomes as comma-separated values: the list in the JSON document, or the document itself. Nested fields are named
//! `outer.inner`.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::text::{defused, visible};

/// Formats a document, escaped for a terminal and exact elsewhere. The errors are the writer's; a string has none.
pub(crate) fn text(document: &Value, terminal: bool) -> Result<String, csv::Error> {
    let list = ["checks", "servers", "accounts", "rules", "records", "resolved", "settings", "files"]
        .iter()
        .find_map(|name| document.get(name)?.as_array());
    let rows: Vec<Map<String, Value>> = match list {
        Some(list) => list.iter().map(flat).collect(),
        None => vec![flat(document)],
    };
    let mut header: Vec<&String> = Vec::new();
    for name in rows.iter().flat_map(Map::keys) {
        if !header.contains(&name) {
            header.push(name);
        }
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    if !header.is_empty() {
        writer.write_record(&header)?;
    }
    for row in &rows {
        writer.write_record(
            header.iter().map(|name| shown(&row.get(*name).map(cell).unwrap_or_default(), terminal).into_owned()),
        )?;
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A cell, escaped for a terminal.
pub(crate) fn shown(cell: &str, terminal: bool) -> Cow<'_, str> {
    if terminal { visible(cell) } else { Cow::Borrowed(cell) }
}

fn flat(value: &Value) -> Map<String, Value> {
    let mut flat = Map::new();
    for (name, value) in value.as_object().into_iter().flatten() {
        match value {
            Value::Object(inner) => {
                flat.extend(inner.iter().map(|(inner, value)| (format!("{name}.{inner}"), value.clone())));
            }
            other => {
                flat.insert(name.clone(), other.clone());
            }
        }
    }
    flat
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => defused(text).into_owned(),
        Value::Array(values) => values.iter().map(cell).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn rows_of_a_list() {
        let document = json!({"accounts": [
            {"account": "a", "policy": {"source": "domain"}, "mail": null},
            {"account": "=cmd()", "policy": {"source": "x,y", "readable": false}, "mail": "m"},
        ]});
        assert_eq!(
            text(&document, false).unwrap(),
            "account,policy.source,mail,policy.readable\na,domain,,\n'=cmd(),\"x,y\",m,false\n"
        );
    }

    #[test]
    fn cells_steer_no_terminal_and_stay_exact_elsewhere() {
        let document = json!({"name": "a\u{1b}[31m\u{202e}b"});
        assert_eq!(text(&document, true).unwrap(), "name\na\\u{1b}[31m\\u{202e}b\n");
        assert_eq!(text(&document, false).unwrap(), "name\na\u{1b}[31m\u{202e}b\n");
    }
}
