//! An import only ever points down: who may use whom inside the crate. The compiler does not check
//! this within one crate.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The files of a command that say how its outcome is shown.
const RENDER: &str = "render";

/// Each part of the library, and the parts it may import.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("exit", &[]),
    ("ports", &["domain"]),
    ("text", &["domain"]),
    ("commands", &["ports", "domain"]),
    (RENDER, &["commands", "view", "ui", "config", "text", "ports", "domain", "exit"]),
    ("adapters", &["ports", "config", "domain", "text"]),
    ("practice", &["ports", "domain"]),
    ("config", &["domain", "text"]),
    ("ui", &["ports", "domain", "text"]),
    ("view", &["ui", "config", "ports", "domain", "text", "exit"]),
    ("cli", &["commands", "ui", "text"]),
    ("app", &["cli", "config", "adapters", "practice", "commands", "view", "ui", "ports", "domain", "text", "exit"]),
];

/// What only some part may name, because it is that part's technology.
const BELONGS_TO: &[(&str, &[&str])] = &[
    ("ldap3::", &["adapters", "practice"]),
    ("ldap3_proto::", &["adapters", "practice"]),
    ("libgssapi::", &["adapters"]),
    ("cross_krb5::", &["adapters"]),
    ("simple_dns::", &["adapters"]),
    ("rusqlite::", &["adapters"]),
    ("zbus::", &["adapters"]),
    ("keyring_core::", &["adapters"]),
    ("dialoguer::", &["ui"]),
    ("toml_edit::", &["config"]),
    ("tokio_postgres::", &["adapters"]),
    ("reqwest::", &["adapters"]),
    ("tracing::", &["adapters", "app"]),
    ("crossterm::", &["ui"]),
    ("comfy_table::", &["ui"]),
    ("indicatif::", &["ui"]),
    ("fluent_bundle::", &["text"]),
    ("anyhow::", &["app"]),
    ("std::env::var", &["adapters"]),
    ("Timestamp::now", &["adapters"]),
    ("SystemTime::now", &["adapters"]),
];

fn sources() -> BTreeMap<PathBuf, String> {
    fn walk(folder: &Path, found: &mut BTreeMap<PathBuf, String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.insert(path.clone(), std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found
}

/// The part a file belongs to: its first folder or its own name below `src`; among the commands, whether it or its
/// folder is named [`RENDER`].
fn part(path: &Path) -> String {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let names: Vec<&str> =
        below.iter().map(|name| name.to_str().unwrap()).map(|name| name.trim_end_matches(".rs")).collect();
    let part = if names[0] == "commands" && names.contains(&RENDER) { RENDER } else { names[0] };
    part.to_owned()
}

/// The code of a file without comments and without its own tests, which may use anything.
fn code(text: &str) -> String {
    let shipped = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    shipped.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn is_test(path: &Path) -> bool {
    path.components().any(|folder| folder.as_os_str() == "tests")
        || ["tests.rs", "fake.rs", "presets.rs"].iter().any(|name| path.ends_with(name))
}

#[test]
fn imports_point_down() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    let mut wrong = BTreeSet::new();
    for (path, text) in sources().iter().filter(|(path, _)| !is_test(path)) {
        let part = part(path);
        if part == "main" || part == "lib" {
            continue;
        }
        let Some(may_use) = allowed.get(part.as_str()) else { panic!("{part} is in no list: give it a place") };
        for used in code(text).split("crate::").skip(1) {
            let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if used != part && !may_use.contains(&used.as_str()) {
                wrong.insert(format!("{} uses {used}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_technology_is_used_in_one_module() {
    let mut wrong = BTreeSet::new();
    for (path, text) in sources().iter().filter(|(path, _)| !is_test(path)) {
        let part = part(path);
        for (name, homes) in BELONGS_TO {
            if part != "main" && code(text).contains(name) && !homes.contains(&part.as_str()) {
                wrong.insert(format!("{} names {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The folders of the directory adapter, lowest first.
const DIRECTORY: [&str; 4] = ["connection", "protection", "read", "write"];

#[test]
fn imports_inside_directory_adapter_point_down() {
    let mut wrong = BTreeSet::new();
    for (path, text) in sources() {
        let folders: Vec<&str> = path.components().filter_map(|part| part.as_os_str().to_str()).collect();
        let Some(at) = folders.windows(2).position(|pair| pair == ["adapters", "directory"]) else { continue };
        let Some(own) = DIRECTORY.iter().position(|folder| folders[at + 2] == *folder) else { continue };
        for above in &DIRECTORY[own + 1..] {
            if code(&text).contains(&format!("directory::{above}")) {
                wrong.insert(format!("{} uses {above}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_file_has_a_module_comment() {
    let silent: Vec<PathBuf> =
        sources().into_iter().filter(|(_, text)| !text.starts_with("//!")).map(|(path, _)| path).collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn each_path_in_the_map_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let map = std::fs::read_to_string(root.join("lib.rs")).unwrap();
    let list: Vec<&str> = map
        .lines()
        .skip_while(|line| !line.ends_with("# Where to change what"))
        .map_while(|line| line.strip_prefix("//!"))
        .collect();
    let list = list.join("\n");
    // By turns outside and inside backquotes.
    let quoted = list.split('`').skip(1).step_by(2);
    let paths: Vec<&str> = quoted.filter(|quoted| quoted.contains('/') && !quoted.contains('*')).collect();
    assert!(paths.len() > 50, "{paths:?}");
    let missing: Vec<_> = paths.into_iter().filter(|path| !root.join(path).exists()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_message_is_used() {
    let sources = sources();
    let (list, text) = sources.iter().find(|(path, _)| path.ends_with("src/text/messages.rs")).unwrap();
    let messages = text.lines().filter_map(|line| line.strip_suffix("\";")?.trim_start().split(' ').next());
    let messages: Vec<&str> = messages.collect();
    assert!(messages.len() > 300, "{}", messages.len());
    let shipped: Vec<String> = sources.iter().filter(|(path, _)| *path != list).map(|(_, text)| code(text)).collect();
    let used: BTreeSet<&str> = shipped
        .iter()
        .flat_map(|code| code.split("Message::").skip(1))
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap())
        .collect();
    let unused: Vec<&&str> = messages.iter().filter(|message| !used.contains(**message)).collect();
    assert!(unused.is_empty(), "no code uses these messages in src/text/*.ftl: {unused:?}");
}
