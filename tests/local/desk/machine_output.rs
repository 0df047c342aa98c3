//! What scripts see of every command: documents, tables for other programs, error kinds and exit codes, besides what
//! changes in the directory and in the trail. The wording is left out: it may change, these may not.
//!
//! The files in `machine_output/` hold the commands, each followed by what came of it. To add a case, write the
//! command; then `UPDATE=1 cargo test --test local machine_output`, and read the difference before it is committed.
//!
//! `desk NAME` opens a desk of its own · `set`, `unset` its settings · `file` a file in its folder · `pipe` what the
//! next command finds on standard input, line | line · `terminal` the next command is at one, where nobody answers ·
//! `output` where its result cannot be written · `wait` seconds · `gateway` and `keyring` how they answer · `sql` on the
//! store · `$` a command, with `{folder}` and `{code}`.

use std::path::Path;

use regex_lite::Regex;
use serde_json::Value;
use servicedesk::ports::KeyringError;
use servicedesk::practice::{Lockout, Person, Place};

use super::fixture::domain::srv;
use super::fixture::names::{NameServer, Says as Names};
use super::fixture::people::{ago, bo, eva, eva_with_a_past};
use super::fixture::{Says, StandardOutput, TestDesk};

fn open(name: &str) -> (TestDesk, Option<NameServer>) {
    let desk = TestDesk::configured;
    let locked = |n: i64, minutes| Person::new(&format!("skola{n:02}")).locked_at(ago(minutes));
    let alone = match name {
        "demo" => TestDesk::demo(),
        "empty" => desk(),
        "eva" => desk().with(eva()),
        "eva with a past" => desk().with(eva_with_a_past()),
        "eva with a past, no hints" => TestDesk::with_controller(false).with(eva_with_a_past()),
        "eva who may not change it" => desk().with(Person { cannot_change_password: true, ..eva() }),
        "eva and bo" => desk().with(eva()).with(bo()),
        "eva and bo with one mobile" => desk().with(eva()).with(bo().mobile("070-174 06 31")),
        "six locked" => (0..6).fold(desk(), |desk, n| desk.with(locked(n, 60 * (n + 1)))),
        "thirty locked at once" => (0..30).fold(desk(), |desk, n| desk.with(locked(n, 10))),
        "all kinds" => desk()
            .with(eva())
            .with(bo())
            .with(Person { disabled: true, ..Person::new("perols01").named("Per", "Olsson").locked_at(ago(200)) })
            .with(Person { protected: true, ..Person::new("rutros01").named("Rut", "Rosén").locked_at(ago(300)) })
            .with(Person { hidden: vec!["adminCount".into()], ..Person::new("dolhid01").locked_at(ago(350)) })
            .with(Person::new("evakar01").named("Eva", "Karlsson").mobile("070-174 06 40"))
            .with(Person::new("evakar02").named("Eva", "Karlsson").mobile("070-174 06 40").locked_at(ago(400))),
        "odd ones" => desk()
            .with(Person { place: Place::Users, ..eva() })
            .with(Person { hidden: vec!["userAccountControl".into()], ..bo() })
            .with(Person { hidden: vec!["mobile".into()], ..Person::new("gommob01").mobile("070-174 06 41") })
            .with(Person {
                mobile_changed: Some(ago(5)),
                ..Person::new("nymob01").mobile("070-174 06 42").locked_at(ago(9))
            }),
        "two controllers" => return two_controllers(),
        _ => panic!("no such desk: {name}"),
    };
    (alone, None)
}

/// Eva is locked on the second one alone, which has heard that she must change her password.
fn two_controllers() -> (TestDesk, Option<NameServer>) {
    let mut desk = TestDesk::configured().with(Person { lockout: Lockout::Never, bad_passwords: 0, ..eva() });
    let other = desk.second_controller(0);
    other.add(Person { must_change: true, ..eva() }).unwrap();
    let (first, second) = ("dc1.ad.contoso.example", "dc2.ad.contoso.example");
    let names = NameServer::start([
        (
            "_ldap._tcp.dc._msdcs.ad.contoso.example",
            Names::Servers(vec![srv(1, first, &desk.practice()), srv(0, second, &other)]),
        ),
        ("_ldap._tcp.pdc._msdcs.ad.contoso.example", Names::Servers(vec![srv(0, first, &desk.practice())])),
    ]);
    desk.domain(&names);
    (desk, Some(names))
}

/// Executes one line and returns its result.
fn step(at: &mut Option<(TestDesk, Option<NameServer>)>, line: &'static str) -> String {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    if word == "desk" {
        *at = Some(open(rest));
        return String::new();
    }
    let (desk, _) = at.as_mut().expect("no desk is open");
    let (first, second) = rest.split_once(' ').unwrap_or((rest, ""));
    match word {
        "set" => drop(desk.set(first, &second.replace("{url}", &desk.practice().access().url))),
        "unset" => drop(desk.unset(first)),
        "configuration" => drop(desk.configuration(rest)),
        "variable" => drop(desk.variable(first, second)),
        "file" => desk.write_private(first, &second.replace("\\n", "\n")),
        "pipe" => drop(desk.piped(rest.split(" | "))),
        "terminal" => drop(desk.terminal([])),
        "wait" => drop(desk.wait(rest.parse().unwrap())),
        "keyring" => match rest {
            "absent" => drop(desk.keyring_is(KeyringError::Absent)),
            "locked" => drop(desk.keyring_is(KeyringError::Locked)),
            "slow" => drop(desk.keyring_is(KeyringError::Slow)),
            "refuses" => drop(desk.keyring_is(KeyringError::Refused("no".into()))),
            _ => drop(desk.keyring()),
        },
        "output" => drop(desk.output(if rest == "full" { StandardOutput::Full } else { StandardOutput::Closed })),
        "gateway" => match rest.split_once(" | ") {
            Some((status, body)) => drop(desk.gateway(Says::Answer(status, body))),
            None => drop(desk.gateway_at(rest)),
        },
        "sql" => desk.spoil(rest),
        "$" => return run(desk, rest),
        _ => panic!("no such step: {line}"),
    }
    String::new()
}

fn run(desk: &mut TestDesk, command: &str) -> String {
    let folder = desk.path("");
    let transcript = desk.run(&command.replace("{folder}", folder.to_str().unwrap()));
    let out: Vec<&str> = transcript.lines().filter_map(|line| line.strip_prefix("out ")).collect();
    let others = transcript.lines().filter(|line| ["dir ", "log ", "exit "].iter().any(|head| line.starts_with(head)));
    // Without one of these it is for people.
    let for_scripts = ["-o", "--output", "export", "--each-line"].iter().any(|option| command.contains(option));
    let document = if for_scripts { shown(&out.join("\n")) } else { String::new() };
    let lines = document.lines().map(|line| format!("| {line}")).chain(others.map(str::to_owned));
    varying(&lines.map(|line| line + "\n").collect::<String>())
}

/// A document on a line, a table as it is, without their words.
fn shown(text: &str) -> String {
    let documents = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    if let Ok(mut documents) = documents.collect::<Result<Vec<_>, _>>() {
        documents.iter_mut().for_each(hush);
        return documents.iter().map(|document| format!("{document}\n")).collect();
    }
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut rows = reader.records().map(|row| row.map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>()));
    let Some(Ok(head)) = rows.next() else { return text.to_owned() };
    let Ok(mut rows) = rows.collect::<Result<Vec<_>, _>>() else { return text.to_owned() };
    for (n, _) in head.iter().enumerate().filter(|(_, name)| WORDS.contains(&name.as_str())) {
        rows.iter_mut().for_each(|row| "…".clone_into(&mut row[n]));
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    std::iter::once(head).chain(rows).for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// The fields for people.
const WORDS: [&str; 2] = ["message", "hint"];

fn hush(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(words) if WORDS.contains(&name.as_str()) => "…".clone_into(words),
                    _ => hush(value),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(hush),
        _ => {}
    }
}

/// Replaces values that differ between runs.
fn varying(text: &str) -> String {
    let guid = Regex::new("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").unwrap();
    let hash = Regex::new("[0-9a-f]{32,64}").unwrap();
    hash.replace_all(&guid.replace_all(text, "‹guid›"), "‹hash›").into_owned()
}

fn compare(name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/local/desk/machine_output").join(name);
    let committed = std::fs::read_to_string(&path).unwrap();
    let result = |line: &&str| ["| ", "dir ", "log ", "exit "].iter().any(|head| line.starts_with(head));
    let steps: &'static str = committed.clone().leak();
    let (mut at, mut text) = (None, String::new());
    for line in steps.lines().filter(|line| !result(line)) {
        text.push_str(&format!("{line}\n"));
        if !line.is_empty() && !line.starts_with('#') {
            text.push_str(&step(&mut at, line));
        }
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &text).unwrap();
    } else if let Some((n, (old, new))) = committed.lines().zip(text.lines()).enumerate().find(|(_, (a, b))| a != b) {
        // From a little before the difference: a document is one long line.
        let same = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).count();
        let [old, new] =
            [old, new].map(|line| line.chars().skip(same.saturating_sub(40)).take(160).collect::<String>());
        panic!("{name}, line {}; run: UPDATE=1 cargo test --test local machine_output\n-{old}\n+{new}", n + 1);
    }
    assert!(text == std::fs::read_to_string(&path).unwrap(), "{name} ends otherwise");
}

#[test]
fn lookup() {
    compare("lookup.txt");
}

#[test]
fn codes() {
    compare("codes.txt");
}

#[test]
fn unlock() {
    compare("unlock.txt");
}

#[test]
fn bulk() {
    compare("bulk.txt");
}

#[test]
fn reset() {
    compare("reset.txt");
}

#[test]
fn check_policy() {
    compare("check_policy.txt");
}

#[test]
fn audit() {
    compare("audit.txt");
}

#[test]
fn desk() {
    compare("desk.txt");
}

#[test]
fn command_line_mistakes_are_explained() {
    compare("mistakes.txt");
}
