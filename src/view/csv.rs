//! Rows of documents as comma-separated values. Nested fields are named `outer.inner`.

use std::borrow::Cow;

use serde_json::Value;

use crate::text::{defused, visible, without_controls};

/// Formats rows under a header, escaped for a terminal. Elsewhere they are exact but for control characters, which a
/// terminal would act on when the file is shown there. The errors are the writer's; a string has none.
pub(crate) fn text(columns: &[Vec<String>], rows: &[Value], terminal: bool) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns.iter().map(|path| path.join(".")))?;
    for row in rows {
        let value = |path: &Vec<String>| path.iter().try_fold(row, |value, name| value.get(name));
        let cells = columns.iter().map(|path| value(path).map(cell).unwrap_or_default());
        writer.write_record(cells.map(|cell| shown(&cell, terminal).into_owned()))?;
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A cell, escaped for a terminal.
pub(crate) fn shown(cell: &str, terminal: bool) -> Cow<'_, str> {
    if terminal { visible(cell) } else { without_controls(cell) }
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
    fn cells_steer_no_terminal_and_are_almost_exact_elsewhere() {
        let row = json!({"name": "a\u{1b}[31m\u{202e}b"});
        let text = |terminal| text(&[vec!["name".to_owned()]], std::slice::from_ref(&row), terminal).unwrap();
        assert_eq!(text(true), "name\na\\u{1b}[31m\\u{202e}b\n");
        assert_eq!(text(false), "name\na\\u{1b}[31m\u{202e}b\n");
    }
}
