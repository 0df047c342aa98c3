//! A desk as it is left behind, and what must hold there whatever was going on: all seen from outside.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::PathBuf;

use rusqlite::Connection;
use serde_json::Value;
use servicedesk::practice::Person;

use super::flow::Flow;
use super::strace::Point;
use crate::support::desk::Desk;
use crate::support::program::Run;

pub(super) struct Aftermath<'a> {
    pub(super) desk: Desk,
    pub(super) arguments: &'a str,
    flow: &'a Flow,
    point: String,
    people: Vec<Person>,
    letters: Vec<String>,
    used: i64,
    issued: i64,
}

impl fmt::Display for Aftermath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}", self.flow.name, self.point)
    }
}

/// The state once more: what looks at it here must not put it in order for the program.
struct Copy(PathBuf);

impl Copy {
    fn store(&self) -> Option<Connection> {
        let store = Connection::open(self.0.join("state.db")).ok()?;
        store.table_exists(None, "audit").unwrap().then_some(store)
    }

    fn records(&self) -> Vec<Value> {
        let Some(store) = self.store() else { return Vec::new() };
        let mut all = store.prepare("SELECT record FROM audit ORDER BY id").unwrap();
        let all = all.query_map([], |row| row.get::<_, String>(0)).unwrap();
        all.map(|record| serde_json::from_str(&record.unwrap()).unwrap()).collect()
    }

    /// The numbers of intents that nothing answers, by the records themselves.
    fn open(&self) -> BTreeSet<i64> {
        let mut open = BTreeSet::new();
        for (record, number) in self.records().iter().zip(1..) {
            if record["step"] == "intent" {
                open.insert(number);
            }
            record["intent"].as_i64().map(|intent| open.remove(&intent));
        }
        open
    }

    fn codes(&self, state: &str) -> i64 {
        let Some(store) = self.store() else { return 0 };
        let sql = format!("SELECT count(*) FROM code WHERE state {state}");
        store.query_row(&sql, [], |row| row.get(0)).unwrap()
    }
}

impl<'a> Aftermath<'a> {
    /// Takes down how the desk is before anything happens.
    pub(super) fn at(desk: Desk, flow: &'a Flow, arguments: &'a str, point: &Point) -> Self {
        let mut left = Self {
            desk,
            arguments,
            flow,
            point: point.to_string(),
            people: Vec::new(),
            letters: Vec::new(),
            used: 0,
            issued: 0,
        };
        left.people = left.people_now();
        left.letters = left.letters();
        let copy = left.copy("before");
        (left.used, left.issued) = (copy.codes("= 'used'"), copy.codes("<> 'withdrawn'"));
        left
    }

    /// The command, with what makes the trouble.
    pub(super) fn begin(&self, starter: &[String]) -> Run {
        let run = self.desk.run_under(starter, self.arguments);
        self.copy("after");
        run
    }

    /// Whatever changed, and whatever left, is in the trail as something that was going to be done.
    pub(super) fn nothing_is_unrecorded(&self) {
        let records = self.after().records();
        let intended = |actions: &[&str], account: &str| {
            let of = |record: &&Value| {
                let act = &record["act"];
                record["step"] == "intent" && act["account"] == account && actions.iter().any(|a| act["action"] == *a)
            };
            records.iter().filter(of).count()
        };
        for (before, now) in self.people.iter().zip(self.people_now()) {
            let account = before.account.as_str();
            let opened = before.has_lockout_time() && !now.has_lockout_time();
            assert!(!opened || intended(&["unlock", "reset"], account) > 0, "{self}: {account} opened, {records:?}");
            let set = is_set(before, &now);
            assert!(!set || intended(&["reset"], account) > 0, "{self}: a password set, {records:?}");
        }
        let letters = self.letters().len();
        let sends = intended(&["send_code", "send_password", "tell_owner"], "evaand01");
        assert!(letters <= sends, "{self}: {letters} letters, {records:?}");
        let used = self.after().codes("= 'used'");
        assert!(used <= i64::try_from(intended(&["verify_code"], "evaand01")).unwrap(), "{self}: {records:?}");
        self.trail_holds("after");
    }

    /// Results come last, except that the owner is told after them.
    pub(super) fn nothing_is_claimed_too_early(&self, run: &Run) {
        let after = self.after();
        let records = after.records();
        let is_told_of = |number: &i64| records[usize::try_from(*number).unwrap() - 1]["act"]["action"] == "tell_owner";
        assert!(run.out.is_empty() || after.open().iter().all(is_told_of), "{self}: {run:?}");
    }

    pub(super) fn exit_tells_what_became_of_it(&self, run: &Run) {
        let changed = self.people.iter().zip(self.people_now()).any(|(before, now)| *before != now)
            || self.letters.len() != self.letters().len();
        let open = !self.after().open().is_empty();
        match run.exit {
            Some(0) => assert!(!open, "{self}: {run:?}"),
            Some(6) => assert!(!changed, "{self}: {run:?}"),
            Some(7) => assert!(changed, "{self}: {run:?}"),
            _ => panic!("{self}: {run:?}"),
        }
    }

    /// The next runs are not hindered, say what may have happened, and settle it.
    pub(super) fn everything_can_go_on(&self) {
        self.is_resolved();
        (self.flow.again)(self);
        let now = self.copy("now");
        assert_eq!(now.open(), self.after().open(), "{self}");
        self.trail_holds("now");
    }

    /// Repeats the command, which reports acts without an outcome.
    pub(super) fn the_same_again(&self) -> Run {
        let run = self.desk.run(self.arguments);
        let told = run.err.contains("Utfallet är inte antecknat, så det kan ha gjorts");
        assert_eq!(told, !self.after().open().is_empty(), "{self}: {run:?}");
        run
    }

    /// Ten minutes later `audit resolve` finds the directory's state for each intent.
    fn is_resolved(&self) {
        let open = self.after().open();
        if open.is_empty() {
            return;
        }
        let later = ["faketime", "--exclude-monotonic", "-f", "+10m"].map(str::to_owned);
        let copy = self.copy("resolved");
        let run = self.in_copy("resolved", &later, "audit resolve -o json");
        assert_eq!(run.exit, Some(0), "{self}: {run:?}");
        let document: Value = serde_json::from_str(&run.out).unwrap();
        let resolved = document["resolved"].as_array().unwrap();
        let numbers: BTreeSet<i64> = resolved.iter().map(|one| one["intent"].as_i64().unwrap()).collect();
        assert_eq!(numbers, open, "{self}: {run:?}");
        for one in resolved {
            let account = one["account"].as_str().unwrap();
            let before = self.people.iter().find(|person| person.account == account).unwrap();
            let now = self.desk.person(account);
            let finding = match one["action"].as_str().unwrap() {
                "unlock" if now.has_lockout_time() => "locked_now",
                "unlock" => "open_now",
                "reset" if now.must_change => "must_change_now",
                "reset" if is_set(before, &now) => "password_set_since",
                "reset" => "password_as_before",
                _ => "not_known",
            };
            assert_eq!(one["finding"], finding, "{self}: {run:?}");
        }
        assert!(copy.open().is_empty(), "{self}");
    }

    pub(super) fn code_was_used(&self) -> bool {
        self.after().codes("= 'used'") > self.used
    }

    pub(super) fn code_was_issued(&self) -> bool {
        self.after().codes("<> 'withdrawn'") > self.issued
    }

    pub(super) fn has_another_password(&self) -> bool {
        is_set(&self.people[0], &self.desk.person("evaand01"))
    }

    /// The texts in the outbox, oldest first.
    pub(super) fn letters(&self) -> Vec<String> {
        let Ok(letters) = fs::read_dir(self.desk.home().0.path().join("outbox")) else { return Vec::new() };
        let mut paths: Vec<_> = letters.map(|letter| letter.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
        paths.sort();
        let letter = |path: &PathBuf| serde_json::from_slice::<Value>(&fs::read(path).unwrap()).unwrap();
        paths.iter().map(|path| letter(path)["text"].as_str().unwrap().to_owned()).collect()
    }

    fn people_now(&self) -> Vec<Person> {
        // A code may end as the names do.
        let is_account = |word: &&str| word.ends_with("01") && word.starts_with(char::is_alphabetic);
        let accounts = self.arguments.split(' ').filter(is_account);
        accounts.map(|account| self.desk.person(account)).collect()
    }

    fn trail_holds(&self, copy: &str) {
        let run = self.in_copy(copy, &[], "audit verify");
        assert_eq!(run.exit, Some(0), "{self}, {copy}: {run:?}");
    }

    fn in_copy(&self, copy: &str, starter: &[String], arguments: &str) -> Run {
        let state = format!("SERVICEDESK_STATE_PATH={}", self.folder(copy).join("state.db").display());
        let starter: Vec<String> = ["env".to_owned(), state].into_iter().chain(starter.iter().cloned()).collect();
        self.desk.run_under(&starter, arguments)
    }

    fn folder(&self, copy: &str) -> PathBuf {
        self.desk.home().0.path().join(copy)
    }

    fn copy(&self, name: &str) -> Copy {
        self.desk.copy("state", &self.folder(name));
        Copy(self.folder(name))
    }

    fn after(&self) -> Copy {
        Copy(self.folder("after"))
    }
}

fn is_set(before: &Person, now: &Person) -> bool {
    (before.password_set, before.must_change) != (now.password_set, now.must_change)
}
