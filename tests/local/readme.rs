//! The documents are true: what they show of the program is what it does, and what they point at is there.
//!
//! - A `console` block is run in bash, in an empty home: `$ ` begins a command.
//! - A `<pre>` block is a call at a terminal: `$ ` begins a command, **bold** is typed, *italic* is typed unseen.
//! - `toml` is a configuration that the program takes, also with every commented key set.
//! - What a table quotes, after its heading “what it says”, stands among the program's sentences.
//! - `powershell` is not run either, but what it calls is taken: after `servicedesk ` up to a `|`, without spaces in quotes.
//! - `sh` and `text` are not run: they need a server, an installation or much time.

mod block;
mod call;
mod shell;
mod told;

use std::ffi::OsString;
use std::panic::catch_unwind;
use std::path::Path;

use regex_lite::Regex;
use servicedesk::cli::Cli;
use servicedesk::config::{Environment, Overrides, Settings};

use self::block::{Block, blocks};

const README: &str = include_str!("../../README.md");
const GUIDE: &str = include_str!("../../README.sv.md");

fn run(document: &str, locale: &str) {
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
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
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
        std::fs::write(&path, text).unwrap();
        let overrides = Overrides { config: Some(path), ..Overrides::default() };
        Settings::load(&overrides, &Environment::default(), None).map_err(|e| format!("line {}: {e}", block.line))?;
    }
    Ok(())
}

#[test]
fn readme_shows_what_the_program_does() {
    run(README, "C.UTF-8");
}

#[test]
fn the_desks_guide_shows_what_the_program_does() {
    run(GUIDE, "sv_SE.UTF-8");
}

#[test]
fn what_they_point_at_is_there() {
    let link = Regex::new(r"\]\(([^)#]+)(#[^)]*)?\)").unwrap();
    let path = Regex::new(r"`((?:src|tests|man|completions|benches)/[\w./-]+)`").unwrap();
    for document in [README, GUIDE] {
        let links = link.captures_iter(document).chain(path.captures_iter(document)).map(|found| found[1].to_owned());
        for path in links.filter(|link| !link.contains("://")) {
            assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path).exists(), "{path} is not there");
        }
    }
}

/// The first cells of the table with that heading, each “quote” in them cut at its `…`.
fn quoted(document: &str, heading: &str) -> Vec<String> {
    let (_, table) = document.split_once(heading).expect(heading);
    let quote = Regex::new("[“”]([^“”]+)”").unwrap();
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let cells = rows.map(|row| row.split('|').nth(1).unwrap());
    let quotes = cells.flat_map(|cell| quote.captures_iter(cell).map(|found| found[1].to_owned()));
    quotes.flat_map(|quote| quote.split('…').map(|part| part.trim().to_owned()).collect::<Vec<_>>()).collect()
}

#[test]
fn what_they_quote_is_what_the_program_says() {
    let (english, swedish) = (include_str!("../../src/text/en.ftl"), include_str!("../../src/text/sv.ftl"));
    for (document, heading, sentences) in [(README, "| what it says |", english), (GUIDE, "| Det står |", swedish)] {
        let quoted = quoted(document, heading);
        assert!(quoted.len() > 15, "{quoted:?}");
        for part in quoted {
            assert!(sentences.contains(&part), "the program does not say: {part}");
        }
    }
}
