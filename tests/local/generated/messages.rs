//! The list of messages in `src/text/messages.rs`, from the Fluent files.
//!
//! Both languages must have the same messages with the same arguments. An argument is text unless a comment in `en.ftl`,
//! `# $n (Number)`, says otherwise.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Comment, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

const HEADER: &str = "\
//! Every message, by name. Generated from `sv.ftl` and `en.ftl`; edit those.
//!
//! `UPDATE=1 cargo test --test local generated::` writes this file.

use super::message::messages;

messages! {
";

/// The generated file.
pub(crate) fn source() -> String {
    list(include_str!("../../../src/text/en.ftl"), include_str!("../../../src/text/sv.ftl"))
        .unwrap_or_else(|problem| panic!("{problem}"))
}

/// The Rust text, or the faults of the Fluent files.
fn list(english: &str, swedish: &str) -> Result<String, String> {
    let (english, swedish) = (parse("en.ftl", english)?, parse("sv.ftl", swedish)?);
    let (in_english, in_swedish) = (by_id("en.ftl", &english)?, by_id("sv.ftl", &swedish)?);
    for (id, message) in &in_english {
        let Some(translation) = in_swedish.get(id) else { return Err(format!("{id} is in en.ftl but not in sv.ftl")) };
        let arguments = [message, translation].map(|message| message.arguments.iter().collect::<BTreeSet<_>>());
        if let [english, swedish] = arguments
            && english != swedish
        {
            return Err(format!("{id} has the arguments {english:?} in en.ftl but {swedish:?} in sv.ftl"));
        }
    }
    if let Some(id) = in_swedish.keys().find(|id| !in_english.contains_key(*id)) {
        return Err(format!("{id} is in sv.ftl but not in en.ftl"));
    }
    let lines = english.iter().map(Item::line).collect::<Result<String, String>>()?;
    Ok(format!("{HEADER}{lines}}}\n"))
}

enum Item<'a> {
    Section(&'a str),
    Message(Message<'a>),
}

struct Message<'a> {
    id: &'a str,
    /// In order of appearance.
    arguments: Vec<&'a str>,
    /// Comment lines that declare the type of an argument.
    types: Vec<&'a str>,
}

fn parse<'a>(file: &str, text: &'a str) -> Result<Vec<Item<'a>>, String> {
    let resource = parser::parse(text).map_err(|(_, errors)| match errors.first() {
        Some(error) => format!("{file}:{}: {error}", 1 + text[..error.pos.start].matches('\n').count()),
        None => format!("{file} is not Fluent"),
    })?;
    let mut items = vec![];
    for entry in resource.body {
        match entry {
            Entry::GroupComment(comment) => items.extend(comment.content.first().map(|title| Item::Section(title))),
            Entry::Message(message) => {
                let id = message.id.name;
                let pattern = message.value.ok_or_else(|| format!("{file}: {id} has no text"))?;
                let mut arguments = vec![];
                collect(&pattern, &mut arguments).map_err(|problem| format!("{file}: {id} {problem}"))?;
                items.push(Item::Message(Message { id, arguments, types: types(message.comment) }));
            }
            Entry::Term(term) => return Err(format!("{file}: -{} is a term; write it out instead", term.id.name)),
            _ => {}
        }
    }
    Ok(items)
}

fn types(comment: Option<Comment<&str>>) -> Vec<&str> {
    let lines = comment.map(|comment| comment.content).unwrap_or_default();
    lines.into_iter().filter(|line| line.starts_with('$')).collect()
}

/// Adds the arguments in `pattern` to `found`.
fn collect<'a>(pattern: &Pattern<&'a str>, found: &mut Vec<&'a str>) -> Result<(), &'static str> {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (inner, variants) = match expression {
            Expression::Inline(inner) => (inner, &[][..]),
            Expression::Select { selector, variants } => (selector, &variants[..]),
        };
        // `SHELL($x)` quotes an argument for a shell.
        let quoted = match inner {
            InlineExpression::FunctionReference { id, arguments } if id.name == "SHELL" => arguments.positional.first(),
            _ => None,
        };
        match quoted.unwrap_or(inner) {
            InlineExpression::VariableReference { id } if found.contains(&id.name) => {}
            InlineExpression::VariableReference { id } => found.push(id.name),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            _ => return Err("uses more than text and arguments; the program reads each message alone"),
        }
        variants.iter().try_for_each(|variant| collect(&variant.value, found))?;
    }
    Ok(())
}

fn by_id<'a>(file: &str, items: &'a [Item<'a>]) -> Result<BTreeMap<&'a str, &'a Message<'a>>, String> {
    let mut found = BTreeMap::new();
    for item in items {
        if let Item::Message(message) = item
            && found.insert(message.id, message).is_some()
        {
            return Err(format!("{} is twice in {file}", message.id));
        }
    }
    Ok(found)
}

impl Item<'_> {
    fn line(&self) -> Result<String, String> {
        match self {
            Self::Section(title) => Ok(format!("    // {title}\n")),
            Self::Message(message) => message.line(),
        }
    }
}

impl Message<'_> {
    fn line(&self) -> Result<String, String> {
        let numbers = self.types.iter().map(|line| self.number(line)).collect::<Result<Vec<_>, _>>()?;
        let kind = |argument| if numbers.contains(argument) { "i64" } else { "&'a str" };
        let fields: Vec<String> = self.arguments.iter().map(|name| format!("{name}: {}", kind(name))).collect();
        let fields = if fields.is_empty() { String::new() } else { format!(" {{ {} }}", fields.join(", ")) };
        Ok(format!("    {}{fields} = \"{}\";\n", self.variant(), self.id))
    }

    /// The argument that a comment declares to be a number.
    fn number<'b>(&self, line: &'b str) -> Result<&'b str, String> {
        match line.split_once(' ') {
            Some((name, "(Number)")) if self.arguments.contains(&&name[1..]) => Ok(&name[1..]),
            Some((name, "(Number)")) => Err(format!("en.ftl: {} has no argument {name}", self.id)),
            _ => Err(format!("en.ftl: {}: “{line}” is no type: write “$name (Number)”, or nothing for text", self.id)),
        }
    }

    /// `no-such-account` as `NoSuchAccount`.
    fn variant(&self) -> String {
        let word = |word: &str| word[..1].to_uppercase() + &word[1..];
        self.id.split('-').map(word).collect()
    }
}

#[test]
fn list_has_line_for_each_message() {
    let english =
        "## Times\n# $n (Number)\nago = { $n ->\n    [one] a { $unit }\n   *[other] { $n }\n    }\nin-now = now\n";
    let text = list(english, "in-now = nu\nago = { $unit } { $n }\n").unwrap();
    let lines = "    // Times\n    Ago { n: i64, unit: &'a str } = \"ago\";\n    InNow = \"in-now\";\n}\n";
    assert_eq!(text.strip_prefix(HEADER), Some(lines));
}

#[test]
fn list_refuses_faulty_files() {
    for (english, swedish, problem) in [
        ("a = A\nb = B\n", "a = A\n", "b is in en.ftl but not in sv.ftl"),
        ("a = A\n", "a = A\nb = B\n", "b is in sv.ftl but not in en.ftl"),
        ("a = A\na = B\n", "a = A\n", "a is twice in en.ftl"),
        ("a = { $x }\n", "a = { $y }\n", r#"a has the arguments {"x"} in en.ftl but {"y"} in sv.ftl"#),
        ("# $x (Integer)\na = { $x }\n", "a = { $x }\n", "en.ftl: a: “$x (Integer)” is no type"),
        ("# $y (Number)\na = { $x }\n", "a = { $x }\n", "en.ftl: a has no argument $y"),
        ("a = { LOUD($x) }\n", "a = A\n", "en.ftl: a uses more than text and arguments"),
        ("a = { b }\n", "a = A\n", "en.ftl: a uses more than text and arguments"),
        ("a = A\n", "a = A\nb = {\n", "sv.ftl:3: Expected"),
    ] {
        let found = list(english, swedish).unwrap_err();
        assert!(found.starts_with(problem), "{found}");
    }
}
