//! Compares generated files with the committed ones, or writes them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use regex_lite::Regex;
use servicedesk::text::Language;

use super::{completions, manual, messages};

/// The languages, and the folder of each below `man` and `completions`.
const LANGUAGES: [(Language, &str); 2] = [(Language::English, ""), (Language::Swedish, "sv")];

/// The folders that hold nothing else.
const FOLDERS: [&str; 7] =
    ["man/man1", "man/man5", "man/man7", "man/sv/man1", "man/sv/man5", "man/sv/man7", "completions"];

const MESSAGES: &str = "src/text/messages.rs";

/// Every file by its path in the repository.
fn generated() -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::from([(MESSAGES.into(), messages::source())]);
    for (language, folder) in LANGUAGES {
        let man = Path::new("man").join(folder);
        let topics = manual::topics(language, &Path::new(env!("CARGO_MANIFEST_DIR")).join(&man));
        for page in manual::pages(language).into_iter().chain(topics) {
            files.insert(man.join(format!("man{}", page.section)).join(page.file_name()), page.text());
        }
        let scripts = completions::scripts(language).into_iter();
        files.extend(scripts.map(|(name, text)| (Path::new("completions").join(folder).join(name), text)));
    }
    files
}

/// Adds the file at `path`, or every file below it, to `found`.
fn committed(path: &Path, found: &mut BTreeMap<PathBuf, String>) {
    if let Ok(entries) = fs::read_dir(path) {
        entries.for_each(|entry| committed(&entry.unwrap().path(), found));
    } else if let Ok(text) = fs::read_to_string(path) {
        found.insert(path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_owned(), text);
    }
}

#[test]
fn every_named_page_exists() {
    let generated = generated();
    let pages: BTreeSet<String> = generated
        .keys()
        .filter_map(|path| path.file_name()?.to_str()?.rsplit_once('.').map(|(name, n)| format!("{name}({n})")))
        .collect();
    let named = Regex::new(r"servicedesk[\w-]*\(\d\)").unwrap();
    for (path, text) in generated.iter().filter(|(path, _)| path.starts_with("man")) {
        for page in named.find_iter(&text.replace("\\-", "-")) {
            assert!(pages.contains(page.as_str()), "{path:?} names {}", page.as_str());
        }
    }
}

#[test]
fn committed_files_are_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let generated = generated();
    if std::env::var_os("UPDATE").is_some() {
        for folder in FOLDERS {
            let _ = fs::remove_dir_all(root.join(folder));
        }
        for (path, text) in &generated {
            fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs::write(root.join(path), text).unwrap();
        }
    }
    let mut found = BTreeMap::new();
    FOLDERS.iter().chain([&MESSAGES]).for_each(|path| committed(&root.join(path), &mut found));
    let differs = |path: &&PathBuf| found.get(*path) != generated.get(*path);
    let old: Vec<&PathBuf> = found.keys().chain(generated.keys()).filter(differs).collect();
    assert!(old.is_empty(), "run: UPDATE=1 cargo test --test local generated::\n{old:#?}");
}
