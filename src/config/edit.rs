//! Changes one key in the text of a configuration file, and leaves all else as it is.

use std::ops::Range;

use toml_edit::{Array, Document, DocumentMut, Item, Table, Value};

use super::keys::KEYS;

/// The ways to understand a value that was typed, the likeliest first: as in the file, as text, as a list.
pub fn readings(typed: &str) -> Vec<Value> {
    let separator = if typed.contains(['=', ';']) { ';' } else { ',' };
    let list: Array = typed.split(separator).map(str::trim).filter(|item| !item.is_empty()).collect();
    let as_in_file = typed.trim().parse::<Value>().ok();
    as_in_file.into_iter().chain([Value::from(typed), Value::from(list)]).collect()
}

/// A text in the notation of the file.
pub fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// A list of texts in the notation of the file.
pub fn quoted_list(items: impl IntoIterator<Item = String>) -> String {
    Value::from(items.into_iter().collect::<Array>()).to_string()
}

/// Sets a key, `key` or `section.key`. `None` if the text is no TOML, or has something else than a table in its place.
pub fn set(text: &str, key: &str, value: Value) -> Option<String> {
    change(text, key, |table, name| {
        match table.get_mut(name).and_then(Item::as_value_mut) {
            Some(former) => {
                // With the comment behind it.
                let decor = former.decor().clone();
                *former = value;
                *former.decor_mut() = decor;
            }
            None => drop(table.insert(name, Item::Value(value))),
        }
    })
}

/// Removes a key with the comment right above it. What a blank line parts from it stays, and so does a setting that is
/// commented out, or what the file begins with. `None` as for [`set`].
pub fn unset(text: &str, key: &str) -> Option<String> {
    match lines_of(text, key) {
        Some(lines) => Some(format!("{}{}", &text[..lines.start], &text[lines.end..])),
        None => change(text, key, |table, name| drop(table.remove(name))),
    }
}

/// The lines that have nothing but the key, its value and its comments; `None` if others share them.
fn lines_of(text: &str, key: &str) -> Option<Range<usize>> {
    let document = Document::parse(text).ok()?;
    let (section, name) = key.split_once('.').map_or((None, key), |(section, name)| (Some(section), name));
    let (key, item) = match section {
        None => document.as_table().get_key_value(name)?,
        Some(section) => document.get(section)?.as_table()?.get_key_value(name)?,
    };
    let (key, value) = (key.span()?, item.as_value()?.span()?);
    let start = text[..key.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[value.end..].find('\n').map_or(text.len(), |at| value.end + at + 1);
    let behind = text[value.end..end].trim();
    let is_alone = !text[start..key.start].contains(['{', '=', ',']) && (behind.is_empty() || behind.starts_with('#'));
    is_alone.then(|| comment_above(text, start)..end)
}

/// Where the comment begins that is right above a line.
fn comment_above(text: &str, line: usize) -> usize {
    let mut start = line;
    for above in text[..line].split_inclusive('\n').rev() {
        let Some(comment) = above.trim_start().strip_prefix('#') else { return start };
        let is_setting = comment.trim().parse::<DocumentMut>().is_ok_and(|document| !document.is_empty());
        if is_setting {
            return start;
        }
        start -= above.len();
    }
    // Or else it may be about the whole file.
    line
}

/// Whether the text sets the key.
pub fn is_set(text: &str, key: &str) -> bool {
    let Ok(document) = text.parse::<DocumentMut>() else { return false };
    match key.split_once('.') {
        None => document.contains_key(key),
        Some((section, name)) => {
            document.get(section).and_then(Item::as_table_like).is_some_and(|table| table.contains_key(name))
        }
    }
}

/// Whether the program knows the key.
pub fn is_key(key: &str) -> bool {
    KEYS.iter().any(|known| known.path == key)
}

fn change(text: &str, key: &str, work: impl FnOnce(&mut dyn toml_edit::TableLike, &str)) -> Option<String> {
    let mut document = text.parse::<DocumentMut>().ok()?;
    match key.split_once('.') {
        None => work(document.as_table_mut(), key),
        Some((section, name)) => {
            let table = document.entry(section).or_insert_with(|| Item::Table(Table::new()));
            work(table.as_table_like_mut()?, name);
        }
    }
    let changed = document.to_string();
    Some(if text.contains("\r\n") { changed.replace("\r\n", "\n").replace('\n', "\r\n") } else { changed })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# Ours.\nlanguage = 'sv'\n\n[directory] # Where.\n# The first is asked first.\nservers = ['ldaps://dc1'] # old\n\n[desk]\nphone = '1'\n";

    fn changed(key: &str, value: &str) -> String {
        set(FILE, key, value.parse().unwrap()).unwrap()
    }

    #[test]
    fn all_else_stays() {
        assert_eq!(changed("directory.servers", "['ldaps://dc2']"), FILE.replace("dc1", "dc2"));
        assert_eq!(changed("language", "'en'"), FILE.replace("'sv'", "'en'"));
        assert_eq!(changed("desk.extension", "'6000'"), format!("{FILE}extension = '6000'\n"));
        assert_eq!(changed("state.path", "'/srv/a'"), format!("{FILE}\n[state]\npath = '/srv/a'\n"));
        assert_eq!(unset(FILE, "desk.phone").unwrap(), FILE.replace("phone = '1'\n", ""));
        assert_eq!(unset(FILE, "desk.extension").unwrap(), FILE);
        let servers = "# The first is asked first.\nservers = ['ldaps://dc1'] # old\n";
        assert_eq!(unset(FILE, "directory.servers").unwrap(), FILE.replace(servers, ""));
        assert_eq!(unset(FILE, "language").unwrap(), FILE.replace("language = 'sv'\n", ""), "the file's own comment");
        let windows = FILE.replace('\n', "\r\n");
        assert_eq!(set(&windows, "language", "'en'".parse().unwrap()).unwrap(), windows.replace("'sv'", "'en'"));
    }

    #[test]
    fn comment_that_does_not_belong_to_the_key_stays() {
        let file = "[desk]\n# Ours, since May.\n\n#extension = '6000'\n# Who is called.\n# By day.\nphone = [\n  '1', # a\n]\n# End.\n";
        let phone = "# Who is called.\n# By day.\nphone = [\n  '1', # a\n]\n";
        assert_eq!(unset(file, "desk.phone").unwrap(), file.replace(phone, ""));
        let windows = file.replace('\n', "\r\n");
        assert_eq!(unset(&windows, "desk.phone").unwrap(), file.replace(phone, "").replace('\n', "\r\n"));
        assert_eq!(unset("# A.\ndesk.phone = '1'\nb = 2", "desk.phone").unwrap(), "# A.\nb = 2");
        assert_eq!(unset("a = 1\ndesk = { phone = '1', x = 2 }\n", "desk.phone").unwrap(), "a = 1\ndesk = { x = 2 }\n");
        assert_eq!(unset("[sms]\nurl = ''\n[sms.http]\na = 1\n", "sms.http").unwrap(), "[sms]\nurl = ''\n");
    }

    #[test]
    fn other_notations_are_kept() {
        assert_eq!(set("desk.phone = '1'\n", "desk.phone", Value::from("2")).unwrap(), "desk.phone = \"2\"\n");
        assert_eq!(
            set("desk = { phone = '1' }\n", "desk.phone", Value::from("2")).unwrap(),
            "desk = { phone = \"2\" }\n"
        );
        assert_eq!(set("desk = 1\n", "desk.phone", Value::from("2")), None);
        assert_eq!(set("desk = ", "desk.phone", Value::from("2")), None);
        assert_eq!(set("", "language", Value::from("sv")).unwrap(), "language = \"sv\"\n");
    }

    #[test]
    fn typed_value_has_several_readings() {
        let read = |typed| readings(typed).iter().map(|value| value.to_string().trim().to_owned()).collect::<Vec<_>>();
        assert_eq!(read("6000"), ["6000", "\"6000\"", "[\"6000\"]"]);
        assert_eq!(read("a, b"), ["\"a, b\"", "[\"a\", \"b\"]"]);
        assert_eq!(read("OU=IT,DC=se; OU=X,DC=se")[1], "[\"OU=IT,DC=se\", \"OU=X,DC=se\"]");
        assert_eq!(read(r"EXAMPLE\a")[0], r"'EXAMPLE\a'");
    }
}
