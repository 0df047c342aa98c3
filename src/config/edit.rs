//! Changes one key in the text of a configuration file, and leaves all else as it is.

use toml_edit::{Array, DocumentMut, Item, Table, Value};

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

/// Removes a key. `None` as for [`set`].
pub fn unset(text: &str, key: &str) -> Option<String> {
    change(text, key, |table, name| drop(table.remove(name)))
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
        let windows = FILE.replace('\n', "\r\n");
        assert_eq!(set(&windows, "language", "'en'".parse().unwrap()).unwrap(), windows.replace("'sv'", "'en'"));
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
