//! The documents are true: what they show of the program is what it does, and what they point at is there. They are
//! README.md, the desk's guide README.sv.md, CONTRIBUTING.md, SECURITY.md, CHANGELOG.md and the manual pages of section 7,
//! `man/*.7.md` and `man/sv/*.7.md`.
//!
//! - A `console` block is run in bash, in an empty home: `$ ` begins a command, `> ` goes on with one.
//! - A `<pre>` block is a call at a terminal: `$ ` begins a command, **bold** is typed, *italic* is typed unseen.
//! - `toml` is a configuration that the program takes, also with every commented key set.
//! - What a table quotes, after its heading “what it says” or “Det står”, stands among the program's sentences.
//! - `powershell` is not run either, but what it calls is taken: after `servicedesk ` up to a `|`, without spaces in quotes.
//! - `sh` and `text` are not run: they need a server, an installation or much time.

mod block;
mod call;
mod shell;
mod told;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use regex_lite::Regex;
use servicedesk::cli::Cli;
use servicedesk::config::{Environment, Overrides, Settings};

use self::block::{Block, blocks};

const ENGLISH: &str = "C.UTF-8";
const SWEDISH: &str = "sv_SE.UTF-8";

/// A document, and the language in which its reader runs the program.
struct Document {
    path: PathBuf,
    locale: &'static str,
    text: String,
}

/// Every document.
fn documents() -> Vec<Document> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let named = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"].map(|name| (root.join(name), ENGLISH));
    let mut paths: Vec<(PathBuf, &str)> = named.into_iter().chain([(root.join("README.sv.md"), SWEDISH)]).collect();
    for (folder, locale) in [("man", ENGLISH), ("man/sv", SWEDISH)] {
        let files = fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path());
        paths.extend(files.filter(|path| path.extension().is_some_and(|end| end == "md")).map(|path| (path, locale)));
    }
    let read = |(path, locale)| Document { text: fs::read_to_string(&path).unwrap(), path, locale };
    paths.into_iter().map(read).collect()
}

/// Runs the blocks of the documents that `chosen` takes.
fn run_all(chosen: impl Fn(&str) -> bool) {
    let documents = documents().into_iter().filter(|document| chosen(document.path.to_str().unwrap()));
    documents.for_each(|document| run(&document.path, &document.text, document.locale));
}

fn run(path: &Path, document: &str, locale: &str) {
    let run = |block: Block| match block.language.as_str() {
        "console" => shell::run(&block, locale),
        // A seat that waits in vain panics.
        "pre" => catch_unwind(|| call::run(&block, locale)).unwrap_or_else(|why| {
            let why = why.downcast_ref::<String>().map_or("it broke off", String::as_str);
            Err(format!("line {}: {}", block.line, why.replace("\\r\\n", "\n      | ")))
        }),
        "toml" => configured(&block),
        "powershell" => called(&block),
        // Rights in a database: tests/live/postgres/rights.rs gives them.
        "sql" | "sh" | "text" => Ok(()),
        other => Err(format!("line {}: nobody checks a block of {other:?}", block.line)),
    };
    let wrong: Vec<String> = blocks(document).into_iter().filter_map(|block| run(block).err()).collect();
    assert!(wrong.is_empty(), "{}\n{}", path.display(), wrong.join("\n"));
}

/// Calls in another shell, by their options.
fn called(block: &Block) -> Result<(), String> {
    let call = Regex::new(r"(?:^|\| )(servicedesk [^|]+)").unwrap();
    for found in block.lines.iter().filter_map(|line| call.captures(line)) {
        let words: Vec<OsString> = found[1].split_whitespace().map(OsString::from).collect();
        Cli::read(&words).map_err(|error| format!("line {}: {}: {error}", block.line, &found[1]))?;
    }
    Ok(())
}

/// A configuration as it stands there, and with everything set that is there for the choosing.
fn configured(block: &Block) -> Result<(), String> {
    let choice = Regex::new(r"(?m)^# (\w+ = )").unwrap();
    let text = block.lines.join("\n");
    for text in [text.clone(), choice.replace_all(&text, "$1").into_owned()] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        fs::write(&path, text).unwrap();
        let overrides = Overrides { config: Some(path), ..Overrides::default() };
        Settings::load(&overrides, &Environment::default(), None).map_err(|e| format!("line {}: {e}", block.line))?;
    }
    Ok(())
}

#[test]
fn readme_transcripts_are_current() {
    run_all(|path| path.ends_with("README.md"));
}

#[test]
fn guide_transcripts_are_current() {
    run_all(|path| path.ends_with("README.sv.md"));
}

#[test]
fn manual_transcripts_are_current() {
    run_all(|path| path.ends_with(".7.md"));
}

#[test]
fn every_block_is_checked() {
    run_all(|path| ["CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"].iter().any(|name| path.ends_with(name)));
}

#[test]
fn links_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let link = Regex::new(r"\]\(([^)#]*)(?:#([^)]*))?\)").unwrap();
    let path = Regex::new(r"`((?:src|tests|man|completions|benches)/[\w./-]+)`").unwrap();
    for document in documents() {
        let folder = document.path.parent().unwrap();
        for found in link.captures_iter(&document.text).filter(|found| !found[1].contains("://")) {
            let target = if found[1].is_empty() { document.path.clone() } else { folder.join(&found[1]) };
            assert!(target.exists(), "{:?}: {} is not there", document.path, &found[1]);
            let Some(anchor) = found.get(2) else { continue };
            let anchors = anchors(&fs::read_to_string(&target).unwrap());
            assert!(anchors.contains(anchor.as_str()), "{:?}: no heading is #{}", document.path, anchor.as_str());
        }
        for found in path.captures_iter(&document.text) {
            assert!(root.join(&found[1]).exists(), "{:?}: {} is not there", document.path, &found[1]);
        }
    }
}

/// The anchors that a forge makes of a document's headings.
fn anchors(document: &str) -> BTreeSet<String> {
    let headings = document.lines().filter_map(|line| line.strip_prefix('#').map(|line| line.trim_matches(['#', ' '])));
    let anchor = |heading: &str| {
        let kept = heading.chars().filter(|sign| sign.is_alphanumeric() || " -_".contains(*sign));
        kept.collect::<String>().to_lowercase().replace(' ', "-")
    };
    headings.map(anchor).collect()
}

/// The first cells of all tables with that heading, each “quote” in them cut at its `…`.
fn quoted(document: &str, heading: &str) -> Vec<String> {
    let quote = Regex::new("[“”]([^“”]+)”").unwrap();
    let tables = document.split(heading).skip(1);
    let rows = tables.flat_map(|table| table.lines().skip(2).take_while(|line| line.starts_with('|')));
    let cells = rows.map(|row| row.split('|').nth(1).unwrap());
    let quotes = cells.flat_map(|cell| quote.captures_iter(cell).map(|found| found[1].to_owned()));
    quotes.flat_map(|quote| quote.split('…').map(|part| part.trim().to_owned()).collect::<Vec<_>>()).collect()
}

#[test]
fn quoted_messages_exist() {
    let (english, swedish) = (include_str!("../../src/text/en.ftl"), include_str!("../../src/text/sv.ftl"));
    let mut count = 0;
    for document in documents() {
        for (heading, sentences) in [("| what it says |", english), ("| Det står |", swedish)] {
            for part in quoted(&document.text, heading) {
                assert!(sentences.contains(&part), "{:?}: the program does not say: {part}", document.path);
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count}");
}
