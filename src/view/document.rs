//! What a command writes for scripts: a type that gives the JSON, its JSON Schema, and the columns of CSV.
//!
//! Every field is always there. `null` means that there is none, or never was one; [`Document`]s that may lack something
//! for another reason name it in `unreadable` or `not_asked`. Times are RFC 3339 in UTC, to the second.

use std::borrow::Cow;

use jiff::Timestamp;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::csv;

/// The version of all documents. It grows when a field, a name or a meaning goes; not when one is added.
pub const SCHEMA: u32 = 1;

/// The `schema` of a document.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct SchemaVersion;

impl Serialize for SchemaVersion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(SCHEMA)
    }
}

impl JsonSchema for SchemaVersion {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "SchemaVersion".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "The version of all documents.", "const": SCHEMA })
    }
}

/// A document that a command writes. Its first field is `schema: SchemaVersion`.
pub trait Document: Serialize + JsonSchema {
    /// The field whose elements are the rows of CSV and JSON Lines. `None`: the document is one row.
    const ROWS: Option<&'static str> = None;
}

/// The type of a document.
#[derive(Clone, Copy)]
pub struct DocumentType {
    schema: fn(&mut SchemaGenerator) -> Schema,
    rows: Option<&'static str>,
}

impl DocumentType {
    pub const fn of<D: Document>() -> Self {
        Self { schema: |generator| generator.subschema_for::<D>(), rows: D::ROWS }
    }

    /// Adds the document's definition to `generator`, and returns the reference to it.
    pub fn define(self, generator: &mut SchemaGenerator) -> Value {
        (self.schema)(generator).to_value()
    }

    /// Returns the schema of its rows, from its `definition` in `root`.
    pub fn row_schema(self, definition: &Value, root: &Value) -> Option<Value> {
        Some(fields(definition, root)?.get(self.rows?)?.get("items")?.clone())
    }

    /// The columns of CSV, as paths of one or two names.
    fn columns(self) -> Vec<Vec<String>> {
        let mut generator = generator();
        let definition = self.define(&mut generator);
        let root = json!({ "$defs": generator.take_definitions(true) });
        let row = self.row_schema(&definition, &root).unwrap_or(definition);
        let mut columns = Vec::new();
        for (name, schema) in fields(&row, &root).into_iter().flatten().filter(|(name, _)| *name != "schema") {
            match fields(schema, &root) {
                Some(inner) => columns.extend(inner.keys().map(|inner| vec![name.clone(), inner.clone()])),
                None => columns.push(vec![name.clone()]),
            }
        }
        columns
    }
}

/// A generator of the dialect that the documents are described in.
pub fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().for_serialize().into_generator()
}

/// The fields of an object's schema, also where it may be `null` instead.
fn fields<'a>(schema: &'a Value, root: &'a Value) -> Option<&'a Map<String, Value>> {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return fields(root.pointer(reference.strip_prefix('#')?)?, root);
    }
    if let Some(one_of) = schema.get("anyOf").and_then(Value::as_array) {
        return one_of.iter().find_map(|schema| fields(schema, root));
    }
    schema.get("properties")?.as_object()
}

/// A document of any type.
pub struct AnyDocument {
    value: Value,
    kind: DocumentType,
}

impl AnyDocument {
    pub fn of<D: Document>(document: &D) -> Self {
        // Texts, numbers and lists always have a JSON form.
        Self { value: serde_json::to_value(document).unwrap_or_default(), kind: DocumentType::of::<D>() }
    }

    /// The document on a line.
    pub fn json(&self) -> String {
        format!("{}\n", self.value)
    }

    /// Its rows, a line each. One that has no rows is a line itself.
    pub fn lines(&self) -> String {
        match self.rows() {
            None => self.json(),
            Some(rows) => rows.iter().map(line).collect(),
        }
    }

    /// Its rows, under a header that depends on the document's type alone.
    pub fn csv(&self, terminal: bool) -> String {
        let rows = self.rows().unwrap_or_else(|| std::slice::from_ref(&self.value));
        csv::text(&self.kind.columns(), rows, terminal).unwrap_or_default()
    }

    fn rows(&self) -> Option<&[Value]> {
        self.value.get(self.kind.rows?)?.as_array().map(Vec::as_slice)
    }
}

/// A row of JSON Lines.
pub fn line(row: &impl Serialize) -> String {
    #[derive(Serialize)]
    struct Line<'a, T> {
        schema: SchemaVersion,
        #[serde(flatten)]
        row: &'a T,
    }
    let line = serde_json::to_string(&Line { schema: SchemaVersion, row });
    format!("{}\n", line.unwrap_or_default())
}

/// A time, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time(pub Timestamp);

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.strftime("%Y-%m-%dT%H:%M:%SZ"))
    }
}

impl JsonSchema for Time {
    fn schema_name() -> Cow<'static, str> {
        "Time".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "format": "date-time",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize, JsonSchema)]
    struct Inner {
        source: Option<String>,
        readable: bool,
    }

    #[derive(Serialize, JsonSchema)]
    struct Row {
        account: String,
        policy: Option<Inner>,
        at: Option<Time>,
        mail: Option<String>,
    }

    #[derive(Serialize, JsonSchema)]
    struct Rows {
        schema: SchemaVersion,
        accounts: Vec<Row>,
        more: bool,
    }

    impl Document for Rows {
        const ROWS: Option<&'static str> = Some("accounts");
    }

    fn rows(accounts: Vec<Row>) -> AnyDocument {
        AnyDocument::of(&Rows { schema: SchemaVersion, accounts, more: false })
    }

    #[test]
    fn columns_do_not_depend_on_the_data() {
        let header = "account,policy.source,policy.readable,at,mail\n";
        assert_eq!(rows(vec![]).csv(false), header);
        let policy = Some(Inner { source: Some("x,y".into()), readable: true });
        let at = Some(Time("2026-05-04T12:17:00.25Z".parse().unwrap()));
        let two = vec![
            Row { account: "a".into(), policy: None, at: None, mail: None },
            Row { account: "=cmd()".into(), policy, at, mail: Some("m".into()) },
        ];
        let document = rows(two);
        assert_eq!(document.csv(false), format!("{header}a,,,,\n'=cmd(),\"x,y\",true,2026-05-04T12:17:00Z,m\n"));
        assert_eq!(document.lines().lines().count(), 2);
        assert!(document.lines().starts_with(r#"{"schema":1,"account":"a","policy":null,"#), "{}", document.lines());
    }

    #[test]
    fn every_document_has_its_version() {
        assert_eq!(rows(vec![]).json(), "{\"schema\":1,\"accounts\":[],\"more\":false}\n");
        assert_eq!(rows(vec![]).lines(), "");
    }
}
