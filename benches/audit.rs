//! `audit show` and `audit verify`, beside bare SHA-256 of the same bytes, in a log of a million records or as many as
//! asked for: in an SQLite file, and in PostgreSQL.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use servicedesk::adapters::store::Store;
use servicedesk::adapters::system::SystemRandom;
use servicedesk::domain::audit::ChainHash;
use servicedesk::ports::{ReadRecords, SearchRecords};
use sha2::{Digest, Sha256};

use crate::Options;
use crate::measure::{self, median, servicedesk, time};
use crate::postgres::{Database, write};
use crate::table::{Goal, Table};

/// One call: who signed in, and what was done for whom, as the program records it.
const CALL: [(&str, &str); 7] = [
    ("sign_in", "done"),
    ("send_code", "intent"),
    ("send_code", "done"),
    ("verify_code", "intent"),
    ("verify_code", "done"),
    ("unlock", "intent"),
    ("unlock", "done"),
];

/// What is asked for. The accounts and tickets are in the middle of the log; `reset` was never done.
const QUERIES: &[(&str, &[&str])] = &[
    ("the newest page", &[]),
    ("--account, by name", &["--account", "{account}"]),
    ("--account, by objectGUID", &["--account", "{guid}"]),
    ("--account that nobody has", &["--account", "nobody01"]),
    ("--operator", &["--operator", "op07"]),
    ("--operator --action, none", &["--operator", "op07", "--action", "reset"]),
    ("--action", &["--action", "unlock"]),
    ("--action that was never done", &["--action", "reset"]),
    ("--ticket", &["--ticket", "{ticket}"]),
    ("--until, in the middle", &["--until", "{middle}"]),
    ("--account --since --until", &["--account", "{account}", "--since", "2015-01-01", "--until", "{middle}"]),
    ("--before, in the middle", &["--before", "{half}"]),
    ("--all", &["--all"]),
];

pub fn run(table: &mut Table, options: Options) {
    // Whole calls: no intent is open.
    let count = options.records - options.records % 7;
    let folder = tempfile::tempdir().unwrap();
    let rounds = options.rounds(7, 21);
    table.section(&format!("The log of {count} records in an SQLite file"));
    sqlite(table, folder.path(), count, rounds);
    table.section(&format!("The log of {count} records in PostgreSQL"));
    postgres(table, folder.path(), &Database::make("audit"), count, rounds);
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

fn sqlite(table: &mut Table, folder: &Path, count: i64, rounds: usize) {
    let path = folder.join("state/state.db");
    let id = runtime().block_on(Store::file(&path, &SystemRandom).unwrap().store_id()).unwrap();
    let mut file = rusqlite::Connection::open(&path).unwrap();
    let transaction = file.transaction().unwrap();
    let mut insert = transaction.prepare("INSERT INTO audit (id, record, hash) VALUES (?1, ?2, ?3)").unwrap();
    let mut last = ChainHash::initial(&id);
    for number in 1..=count {
        let text = text(number, count);
        last = last.next(number, &text);
        insert.execute(rusqlite::params![number, text, last.bytes()]).unwrap();
    }
    drop(insert);
    transaction.commit().unwrap();
    drop(file);
    fs::write(path.with_extension("head"), format!("{count}:{last}\n")).unwrap();
    let config = write(folder, "sqlite.toml", "[state]\npath = 'state/state.db'\n");
    let slow = median_of(3, || show(&config, &["--account", &account(count / 2)]));
    let store = Store::file(&path, &SystemRandom).unwrap();
    let start = Instant::now();
    while runtime().block_on(store.index_next()).unwrap().is_some() {}
    tell_indexed(table, count, start.elapsed(), slow);
    drop(store);
    measure(table, &config, count, rounds);
}

/// In a database of its own.
fn postgres(table: &mut Table, folder: &Path, database: &Database, count: i64, rounds: usize) {
    let config = write(folder, "postgres.toml", &database.state(folder));
    let verify = output(&config, &["-o", "json", "audit", "verify"]);
    let id = serde_json::from_slice::<serde_json::Value>(&verify).unwrap()["store"].as_str().unwrap().to_owned();
    let bytes: Vec<u8> = (0..id.len()).step_by(2).map(|at| u8::from_str_radix(&id[at..at + 2], 16).unwrap()).collect();
    let mut last = ChainHash::initial(&bytes);
    let mut rows = |to: &mut dyn Write| {
        for number in 1..=count {
            let text = text(number, count);
            last = last.next(number, &text);
            writeln!(to, "{number}\t{}\t\\\\x{last}", text.replace('\\', "\\\\")).unwrap();
        }
    };
    database.psql("COPY audit (id, record, hash) FROM STDIN", Some(&mut rows));
    database.psql("VACUUM ANALYZE audit", None);
    write(&folder.join(".local/state/servicedesk"), &format!("{id}.head"), &format!("{count}:{last}\n"));
    let slow = median_of(3, || show(&config, &["--account", &account(count / 2)]));
    let start = Instant::now();
    output(&config, &["audit", "index"]);
    tell_indexed(table, count, start.elapsed(), slow);
    database.psql("VACUUM ANALYZE audit_index, audit_segment", None);
    let mut psql = database.command("psql", &["-At", "-c", "SELECT id, key_check FROM store"]);
    table.time("psql with one query", median_of(rounds, || time(&mut psql)), Goal::None);
    let verified = measure(table, &config, count, rounds);
    // What the server and the way to it take at least, on the same computer.
    let copy = "COPY (SELECT id, record, hash FROM audit ORDER BY id) TO STDOUT (FORMAT binary)";
    let mut psql = database.command("psql", &["-q", "-c", copy]);
    table.beside("  beside psql that only reads it", verified, median_of(3, || time(&mut psql)), Goal::None);
}

fn tell_indexed(table: &mut Table, count: i64, time: Duration, before: Duration) {
    table.number("records indexed", count as f64 / time.as_secs_f64(), "a second", Goal::None);
    table.time("audit show --account, before they were", before, Goal::None);
}

/// Returns the time of `audit verify`.
fn measure(table: &mut Table, config: &Path, count: i64, rounds: usize) -> Duration {
    let middle = 2 * (count / 4);
    for (what, filter) in QUERIES {
        let filled = |argument: &&str| {
            let argument = argument.replace("{account}", &account(middle)).replace("{guid}", &guid(middle));
            let argument = argument.replace("{ticket}", &format!("INC-{}", middle / 7));
            argument.replace("{middle}", &at(middle, count)[..10]).replace("{half}", &middle.to_string())
        };
        let filter: Vec<String> = filter.iter().map(filled).collect();
        let filter: Vec<&str> = filter.iter().map(String::as_str).collect();
        let time = median_of(rounds, || show(config, &filter));
        table.time(&format!("audit show, {what}"), time, Goal::AtMost(0.030));
    }
    // In turns, so that other load affects both alike.
    let (mut ours, mut bare, mut memory) = (vec![], vec![], 0);
    for _ in 0..3 {
        let verified = measure::run(&mut command(config, &["audit", "verify"]), &[0]);
        memory = memory.max(verified.memory);
        ours.push(verified.time);
        bare.push(bare_hashes(count));
    }
    let verified = median(ours);
    table.beside("audit verify, beside bare SHA-256", verified, median(bare), Goal::AtMost(2.0));
    table.number("  its peak memory", memory.into(), "MB", Goal::AtMost(64.0));
    verified
}

/// The limit: the chain's hashes over texts that are in memory, a page at a time.
fn bare_hashes(count: i64) -> Duration {
    let (mut time, mut hash) = (Duration::ZERO, [0; 32]);
    let mut number = 0;
    while number < count {
        let page: Vec<String> = (number + 1..=count.min(number + 2000)).map(|number| text(number, count)).collect();
        let start = Instant::now();
        for text in &page {
            number += 1;
            let next = Sha256::new().chain_update([1]).chain_update(hash).chain_update(number.to_be_bytes());
            hash = next.chain_update(text).finalize().into();
        }
        time += start.elapsed();
    }
    assert_ne!(hash, [0; 32]);
    time
}

fn show(config: &Path, filter: &[&str]) -> Duration {
    time(&mut command(config, &[&["audit", "show"], filter].concat()))
}

fn command(config: &Path, arguments: &[&str]) -> Command {
    let mut command = servicedesk();
    command.arg("--config").arg(config).args(arguments).env_clear().env("HOME", config.parent().unwrap());
    command.env("LANG", "en_US.UTF-8").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn output(config: &Path, arguments: &[&str]) -> Vec<u8> {
    let output = command(config, arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn median_of(rounds: usize, mut time: impl FnMut() -> Duration) -> Duration {
    median((0..rounds).map(|_| time()).collect())
}

/// 40,000 accounts call in an order that repeats no neighbours.
fn person(number: i64) -> i64 {
    (number / 7).wrapping_mul(7919) % 40_000
}

fn account(number: i64) -> String {
    format!("person{:05}", person(number))
}

fn guid(number: i64) -> String {
    format!("{:08x}-4a1c-4bb6-9d55-1f2e3d4c5b6a", person(number))
}

/// From 2016 on, over ten years.
fn at(number: i64, count: i64) -> String {
    let second = 1_451_606_400 + (315_000_000 * number).checked_div(count).unwrap();
    jiff::Timestamp::from_second(second).unwrap().to_string()
}

/// A record as the program writes it.
fn text(number: i64, count: i64) -> String {
    let (action, step) = CALL[usize::try_from(number % 7).unwrap()];
    let (operator, at) = (number / 7 % 12, at(number, count));
    let (account, guid, number_mark) = match action {
        "sign_in" => (format!(r"CONTOSO\\op{operator:02}"), String::new(), ""),
        _ => (account(number), guid(number), r#","number":"*********31","number_mark":"30521ff8195f618b""#),
    };
    let intent =
        if step == "done" && action != "sign_in" { format!(r#","intent":{}"#, number - 1) } else { String::new() };
    let ticket = number / 7;
    format!(
        r#"{{"at":"{at}","who":{{"directory":"CONTOSO\\op{operator:02}","system":"op{operator:02}","machine":"disk-{operator}","sid":"S-1-5-21-2127521184-1604012920-1887927527-11{operator:02}"}},"act":{{"action":"{action}","account_id":"{guid}","account":"{account}"{number_mark}}},"step":"{step}"{intent},"server":"dc1.ad.contoso.example","ticket":"INC-{ticket}"}}"#
    )
}
