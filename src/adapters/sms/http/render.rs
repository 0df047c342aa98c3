//! Fills templates in, with the escaping of each place: JSON as a tree whose texts are filled in one by one, XML
//! escaped value by value, forms and addresses encoded afterwards.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value as Filled};
use serde_json::{Map, Value};

/// The name under which templates are escaped for XML.
const XML: &str = "xml";

/// An error in a template.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("sms.http.{place}: {text}")]
pub(in super::super) struct TemplateError {
    /// The key below `[sms.http]`.
    pub(super) place: String,
    /// What is wrong.
    pub(super) text: String,
}

impl TemplateError {
    pub(super) fn new(place: &str, text: impl ToString) -> Self {
        Self { place: place.to_owned(), text: text.to_string() }
    }
}

pub(super) struct Renderer {
    environment: Environment<'static>,
}

impl Renderer {
    pub(super) fn new() -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|name| if name == XML { AutoEscape::Html } else { AutoEscape::None });
        environment.add_filter("int", int);
        environment.add_filter("string", |value: Filled| value.to_string());
        Self { environment }
    }

    pub(super) fn text(&self, place: &str, source: &str, variables: &Value) -> Result<String, TemplateError> {
        let context = Filled::from(Serde(variables));
        self.environment.render_named_str("text", source, context).map_err(|error| TemplateError::new(place, error))
    }

    /// A document whose values are escaped.
    pub(super) fn xml(&self, source: &str, variables: &Value) -> Result<String, TemplateError> {
        let context = Filled::from(Serde(variables));
        self.environment.render_named_str(XML, source, context).map_err(|error| TemplateError::new(XML, error))
    }

    /// A tree, each of its texts filled in.
    pub(super) fn tree(&self, place: &str, tree: &Value, variables: &Value) -> Result<Value, TemplateError> {
        match tree {
            Value::String(source) => self.leaf(place, source, variables),
            Value::Array(items) => {
                let filled =
                    items.iter().enumerate().map(|(n, item)| self.tree(&format!("{place}.{n}"), item, variables));
                filled.collect::<Result<Vec<_>, _>>().map(Value::Array)
            }
            Value::Object(members) => {
                let mut filled = Map::new();
                for (name, member) in members {
                    let value = self.tree(&format!("{place}.{name}"), member, variables)?;
                    if !value.is_null() {
                        filled.insert(name.clone(), value);
                    }
                }
                Ok(Value::Object(filled))
            }
            other => Ok(other.clone()),
        }
    }

    fn leaf(&self, place: &str, source: &str, variables: &Value) -> Result<Value, TemplateError> {
        let Some(expression) = alone(source) else { return self.text(place, source, variables).map(Value::String) };
        let context = Filled::from(Serde(variables));
        let value = self.environment.compile_expression(expression).and_then(|expression| expression.eval(context));
        let value = value.map_err(|error| TemplateError::new(place, error))?;
        if value.is_undefined() {
            return Err(TemplateError::new(place, "undefined value"));
        }
        serde_json::to_value(value).map_err(|error| TemplateError::new(place, error))
    }
}

/// The expression in a text that is one `{{ … }}` and nothing else.
fn alone(source: &str) -> Option<&str> {
    let expression = source.trim().strip_prefix("{{")?.strip_suffix("}}")?;
    (!expression.contains("{{") && !expression.contains("}}")).then_some(expression)
}

fn int(value: &Filled) -> Result<i64, Error> {
    let text = value.to_string();
    text.parse().map_err(|_| Error::new(ErrorKind::InvalidOperation, "not a whole number"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn variables() -> Value {
        json!({"text": "a<b>\"&'\\ {{ secret }}\n", "to_digits": "46701740605", "ttl_minutes": 5, "unicode": false})
    }

    #[test]
    fn a_tree_keeps_its_shape() {
        let tree = json!({
            "text": "{{ text }}", "to": [{"msisdn": "{{ to_digits | int }}"}], "ttl": "{{ ttl_minutes }}",
            "name": "{{ ttl_minutes | string }}", "mixed": "+{{ to_digits }}", "fixed": [1, true, "x"],
            "coding": "{{ 'UNICODE' if unicode else none }}",
        });
        assert_eq!(
            Renderer::new().tree("json", &tree, &variables()),
            Ok(json!({
                "text": "a<b>\"&'\\ {{ secret }}\n", "to": [{"msisdn": 46_701_740_605_i64}], "ttl": 5,
                "name": "5", "mixed": "+46701740605", "fixed": [1, true, "x"],
            }))
        );
    }

    #[test]
    fn xml_is_escaped() {
        let filled = Renderer::new().xml("<t a=\"{{ text }}\">{{ text }}</t>", &variables()).unwrap();
        let text = "a&lt;b&gt;&quot;&amp;&#x27;\\ {{ secret }}\n";
        assert_eq!(filled, format!("<t a=\"{text}\">{text}</t>"));
    }

    #[test]
    fn undefined_variables_are_errors() {
        let renderer = Renderer::new();
        for source in
            ["{{ secret }}", "x {{ secret }}", "{{ text", "{{ text|lower }}", "{{ text | int }}", "{{ 1 if unicode }}"]
        {
            let error = renderer.tree("json.a", &json!({ "b": source }), &variables()).unwrap_err();
            assert_eq!(error.place, "json.a.b", "{source}");
            assert!(!error.text.contains("a<b>"), "{source}");
        }
    }
}
