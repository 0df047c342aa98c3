//! A trail of thirty records that somebody edits by hand, with SQLite and knowing how it is hashed. `audit verify` finds
//! it and names the record; what only somebody who kept an anchor can find is said.

use std::fs;
use std::path::PathBuf;

use rusqlite::{Connection, params};
use serde_json::Value;
use servicedesk::domain::audit::ChainHash;

use crate::support::desk::Desk;

/// A copy of the desk's state.
struct State {
    folder: PathBuf,
    store: Connection,
}

/// An edit, the fault that is found, and the record that it names.
struct Case {
    what: &'static str,
    edit: fn(&State) -> &State,
    kind: &'static str,
    record: Option<i64>,
}

/// One who can write the store's file alone.
const BY_THE_HEAD: &[Case] = &[
    case("who", |s| s.set(8, "who.directory", "'CONTOSO\\bo'"), "changed", 8),
    case("whose computer account", |s| s.set(8, "who.system", "'bo'"), "changed", 8),
    case("where", |s| s.set(8, "who.machine", "'disk-9'"), "changed", 8),
    case("whom", |s| s.set(10, "act.account", "'boberg01'"), "changed", 10),
    case("whom, by identifier", |s| s.set(10, "act.account_id", "'0'"), "changed", 10),
    case("what", |s| s.set(13, "act.action", "'unlock'"), "changed", 13),
    case("when", |s| s.set(3, "at", "'2026-01-01T00:00:00Z'"), "changed", 3),
    case("which server", |s| s.set(8, "server", "'dc9'"), "changed", 8),
    case("how it ended", |s| s.set(11, "step", "'failed'"), "changed", 11),
    case("what it answers", |s| s.set(11, "intent", "7"), "changed", 11),
    case("why", |s| s.set(19, "act.reason", "'Semester'"), "changed", 19),
    case("which case", |s| s.set(7, "ticket", "'INC-9'"), "changed", 7),
    case("which number", |s| s.set(2, "act.number", "'*********99'"), "changed", 2),
    case("which number, by its hash", |s| s.set(2, "act.number_mark", "'0'"), "changed", 2),
    case("which way a password went", |s| s.set(13, "act.delivery", "'screen'"), "changed", 13),
    case("that the caller showed ID", |s| s.set(7, "act.identified_by", "'körkort'"), "changed", 7),
    case("a space", |s| s.sql("UPDATE audit SET record = record || ' ' WHERE id = 12"), "changed", 12),
    case("nothing left of a record", |s| s.sql("UPDATE audit SET record = '' WHERE id = 12"), "changed", 12),
    case("one of a later program", |s| s.set(12, "act.action", "'grant'"), "changed", 12),
    case("a hash", |s| s.sql("UPDATE audit SET hash = randomblob(32) WHERE id = 9"), "changed", 9),
    case("no hash", |s| s.sql("UPDATE audit SET hash = x'' WHERE id = 30"), "changed", 30),
    case("the store's id", |s| s.sql("UPDATE store SET id = randomblob(16)"), "changed", 1),
    case("the first gone", |s| s.sql("DELETE FROM audit WHERE id = 1"), "missing", 1),
    case("one gone", |s| s.sql("DELETE FROM audit WHERE id = 15"), "missing", 15),
    case("several gone", |s| s.sql("DELETE FROM audit WHERE id BETWEEN 12 AND 14"), "missing", 12),
    case("one gone and those after it moved up", |s| s.moved("DELETE FROM audit WHERE id = 15", 15, -1), "missing", 15),
    case("the last gone", |s| s.sql("DELETE FROM audit WHERE id = 30"), "truncated", 30),
    case("the last five gone", |s| s.sql("DELETE FROM audit WHERE id > 25"), "truncated", 26),
    case("all gone", |s| s.sql("DELETE FROM audit"), "truncated", 1),
    case("an old copy of the store", State::old_store, "truncated", 24),
    case("numbers moved on", |s| s.moved("", 20, 1), "missing", 20),
    case("numbers from nought", |s| s.moved("", 1, -1), "inserted", 0),
    case("two exchanged", |s| s.sql(EXCHANGED), "reordered", 3),
    case("the texts of two exchanged", |s| s.sql(TEXTS_EXCHANGED), "reordered", 3),
    case(
        "one twice",
        |s| s.moved("", 4, 1).sql("INSERT INTO audit SELECT 4, record, hash FROM audit WHERE id = 3"),
        "inserted",
        4,
    ),
    case(
        "the last once more",
        |s| s.sql("INSERT INTO audit SELECT 31, record, hash FROM audit WHERE id = 30"),
        "changed",
        31,
    ),
    case("an invented one among them", |s| s.moved("", 12, 1).sql(INVENTED).hash_anew(12, 12), "changed", 13),
    case("one and its hash", |s| s.set(8, "act.account", "'boberg01'").hash_anew(8, 8), "changed", 9),
    case("the last and its hash", |s| s.set(30, "ticket", "'INC-9'").hash_anew(30, 30), "rewritten", 30),
    case("one and every hash after it", |s| s.set(8, "act.account", "'boberg01'").hash_anew(8, 30), "rewritten", 30),
    case(
        "the last replaced by invented ones",
        |s| s.sql("DELETE FROM audit WHERE id > 28").sql(TWO_INVENTED).hash_anew(29, 30),
        "rewritten",
        30,
    ),
    case("an intent no longer listed as open", |s| s.sql("DELETE FROM open_intent"), "listed_otherwise", 25),
    case("an answered one listed as open", |s| s.sql("INSERT INTO open_intent VALUES (7, '')"), "listed_otherwise", 7),
];

/// One who spoils the file beside it, too.
const BY_THE_RECORDS: &[Case] = &[
    case("the head of another trail", |s| s.head(&format!("30:{}", "0".repeat(32))), "rewritten", 30),
    case("a head that was further on", |s| s.head(&format!("31:{}", "0".repeat(32))), "truncated", 31),
    Case { what: "no head", edit: State::without_head, kind: "head_gone", record: None },
    Case { what: "an empty head", edit: |s| s.head(""), kind: "head_gone", record: None },
];

/// One who makes the store and its head anew, so that both agree.
const BY_THE_ANCHOR: &[Case] = &[
    case(
        "everything made anew",
        |s| s.set(8, "act.account", "'boberg01'").hash_anew(8, 30).head_anew(),
        "rewritten",
        30,
    ),
    case("the end made anew", |s| s.sql("DELETE FROM audit WHERE id > 25").head_anew(), "truncated", 26),
    case("an old copy of all", |s| s.old_store().head_anew(), "truncated", 24),
    case(
        "another store",
        |s| s.sql("UPDATE store SET id = randomblob(16)").hash_anew(1, 30).head_anew(),
        "rewritten",
        30,
    ),
    case("nothing left", |s| s.sql("DELETE FROM audit").without_head(), "truncated", 1),
];

const EXCHANGED: &str = "UPDATE audit SET id = -id WHERE id IN (3, 5); UPDATE audit SET id = 8 + id WHERE id < 0";
const TEXTS_EXCHANGED: &str = "CREATE TEMP TABLE two AS SELECT id, record FROM audit WHERE id IN (3, 5);
    UPDATE audit SET record = (SELECT record FROM two WHERE two.id = 8 - audit.id) WHERE id IN (3, 5)";
const INVENTED: &str =
    "INSERT INTO audit SELECT 12, json_set(record, '$.ticket', 'INC-9'), x'' FROM audit WHERE id = 8";
const TWO_INVENTED: &str =
    "INSERT INTO audit SELECT 28 + id, json_set(record, '$.ticket', 'INC-9'), x'' FROM audit WHERE id < 3";

const fn case(what: &'static str, edit: fn(&State) -> &State, kind: &'static str, record: i64) -> Case {
    Case { what, edit, kind, record: Some(record) }
}

impl State {
    fn sql(&self, sql: &str) -> &Self {
        self.store.execute_batch(sql).unwrap();
        self
    }

    fn set(&self, record: i64, field: &str, value: &str) -> &Self {
        self.sql(&format!("UPDATE audit SET record = json_set(record, '$.{field}', {value}) WHERE id = {record}"))
    }

    /// After `sql`, gives the records from `first` on other numbers.
    fn moved(&self, sql: &str, first: i64, by: i64) -> &Self {
        self.sql(sql).sql(&format!(
            "UPDATE audit SET id = -id - 1 WHERE id >= {first}; UPDATE audit SET id = -id - 1 + {by} WHERE id < 0"
        ))
    }

    /// As the program would have done it, had the records been these.
    fn hash_anew(&self, first: i64, last: i64) -> &Self {
        let before = "SELECT hash FROM audit WHERE id = ?1";
        let store = || self.store.query_row("SELECT id FROM store", [], |row| row.get::<_, Vec<u8>>(0)).unwrap();
        let before = self.store.query_row(before, [first - 1], |row| row.get(0)).map(ChainHash::from_bytes);
        let mut link = before.unwrap_or_else(|_| ChainHash::initial(&store()));
        for number in first..=last {
            let sql = "SELECT record FROM audit WHERE id = ?1";
            let text: String = self.store.query_row(sql, [number], |row| row.get(0)).unwrap();
            link = link.next(number, &text);
            let sql = "UPDATE audit SET hash = ?2 WHERE id = ?1";
            self.store.execute(sql, params![number, link.bytes()]).unwrap();
        }
        self
    }

    fn head(&self, text: &str) -> &Self {
        fs::write(self.folder.join("state.head"), text).unwrap();
        self
    }

    fn head_anew(&self) -> &Self {
        let sql = "SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1";
        let last = self.store.query_row(sql, [], |row| Ok((row.get::<_, i64>(0)?, ChainHash::from_bytes(row.get(1)?))));
        let (number, link) = last.unwrap();
        self.head(&format!("{number}:{link}\n"))
    }

    fn without_head(&self) -> &Self {
        fs::remove_file(self.folder.join("state.head")).unwrap();
        self
    }

    /// As the store was, word for word, when it had 23 records.
    fn old_store(&self) -> &Self {
        self.sql("DELETE FROM audit WHERE id > 23; DELETE FROM open_intent")
    }
}

/// Thirty records of every kind; the intent that is number 25 has no outcome.
fn desk() -> Desk {
    let desk = Desk::new();
    // Its records would only move the numbers of the others.
    desk.limit("notify = \"off\"");
    ["boberg01", "carcar01", "dandah01"].iter().for_each(|account| desk.lock(account));
    let done = |arguments: &str| {
        let run = desk.run(arguments);
        assert_eq!(run.exit, Some(0), "{arguments}: {run:?}");
    };
    done("send-code evaand01 --ticket INC-1");
    done(&format!("unlock evaand01 --code {} --ticket INC-2", &desk.newest_letter()[..6]));
    done("reset evaand01 --generate");
    done("reset evaand01 --generate --deliver sms");
    done("unlock boberg01 carcar01 dandah01 --reason Helg --yes");
    desk.gate.close();
    let mut running = desk.start("reset evaand01 --generate", "");
    desk.gate.reached();
    running.0.kill().unwrap();
    running.ended();
    desk.gate.open();
    (0..5).for_each(|_| done("lookup evaand01"));
    desk
}

/// In a copy of the desk's state.
fn edited(desk: &Desk, case: Option<&Case>, anchored: bool) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("state");
    desk.copy("state", &folder);
    let state = format!("SERVICEDESK_STATE_PATH={}", folder.join("state.db").display());
    let verify = |options: &str| {
        let run = desk.run_under(&["env".to_owned(), state.clone()], &format!("audit verify -o json {options}"));
        let found: Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(run.exit, Some(if found["intact"] == true { 0 } else { 5 }), "{run:?}");
        found
    };
    let anchor = if anchored { format!("--anchor {}", verify("")["anchor"].as_str().unwrap()) } else { String::new() };
    if let Some(case) = case {
        let store = Connection::open(folder.join("state.db")).unwrap();
        let state = State { folder, store };
        (case.edit)(state.sql("DROP TRIGGER audit_changes_nothing; DROP TRIGGER audit_loses_nothing"));
        if anchored {
            assert_eq!(verify("")["intact"], true, "{}: without the anchor nobody finds it", case.what);
        }
    }
    verify(&anchor)
}

#[test]
fn each_kind_of_edit_is_detected() {
    let desk = desk();
    let untouched = edited(&desk, None, false);
    assert_eq!((&untouched["intact"], &untouched["records"]), (&true.into(), &30.into()), "{untouched}");
    let mut wrong = Vec::new();
    for (cases, anchored) in [(BY_THE_HEAD, false), (BY_THE_RECORDS, false), (BY_THE_ANCHOR, true)] {
        for case in cases {
            let fault = edited(&desk, Some(case), anchored)["fault"].take();
            let record = case.record.map_or(Value::Null, Value::from);
            if (&fault["kind"], &fault["record"]) != (&case.kind.into(), &record) {
                wrong.push(format!("{}: {fault}", case.what));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
