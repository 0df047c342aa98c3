//! Whole commands for one caller on a real controller: who vouches for them, and who is told of a change; and
//! the report of numbers. The built program is run, as an operator
//! would.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;
use servicedesk::practice::Person;
use tempfile::TempDir;

use super::controller::Samba;
use crate::support::contract::{TestServer, unique};
use crate::support::program::write_private;
use crate::support::schema;

/// A desk on a controller, with a folder as gateway.
struct Desk(TempDir);

impl Desk {
    fn new(samba: &Samba, verification: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        write_private(desk.0.path(), "password", &samba.lab.operator_password);
        let settings = samba.settings();
        let text = format!(
            "language = 'sv'\n[directory]\nservers = ['{}']\ntls_name = '{}'\nca_file = '{}'\nuser = '{}'\n\
             password_file = 'password'\ntimeout_seconds = 60\nmobile_attribute = ['mobile', 'otherMobile']\n\
             [sms]\nprovider = 'outbox'\noutbox = 'outbox'\n[state]\npath = 'state/state.db'\n\
             [desk]\nphone = '0142-36 6000'\n[verification]\nallow_identified_by = true\n{verification}\n",
            settings.servers[0],
            samba.lab.tls_name,
            samba.lab.ca_file.display(),
            samba.lab.operator_user,
        );
        write_private(desk.0.path(), "config.toml", &text);
        desk
    }

    /// The document that a command writes, and its exit code.
    fn json(&self, arguments: &[&str]) -> (Value, i32) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_servicedesk"));
        let arguments = [&["-o", "json"], arguments].concat();
        command.arg("--config").arg(self.0.path().join("config.toml")).args(&arguments);
        let run = command.env("HOME", self.0.path()).stdin(Stdio::null()).output().unwrap();
        schema::check(&arguments, &String::from_utf8_lossy(&run.stdout));
        let document = serde_json::from_slice(&run.stdout).unwrap_or_else(|error| panic!("{error}: {run:?}"));
        (document, run.status.code().unwrap())
    }

    /// The messages that left, as receiver and text, the oldest first.
    fn messages(&self) -> Vec<(String, String)> {
        let Ok(entries) = std::fs::read_dir(self.0.path().join("outbox")) else { return Vec::new() };
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let read = |path| serde_json::from_slice::<Value>(&std::fs::read(path).unwrap()).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        paths.into_iter().map(read).map(|letter| (text(&letter["to"]), text(&letter["text"]))).collect()
    }
}

const IDENTIFIED: [&str; 2] = ["--identified-by", "Legitimation"];

/// The controller dates the number of an account that was just made, so it is new.
#[tokio::test]
async fn owner_is_told_at_a_number_that_is_not_new() {
    let samba = Samba::start("hints").await;
    let person = Person::new(&unique("told-")).mobile("070-174 06 44");
    samba.add(person.clone()).await;
    let reset = [&["reset", &person.account, "--generate", "--no-must-change"], &IDENTIFIED[..]].concat();
    let desk = Desk::new(&samba, "");
    let (answer, exit) = desk.json(&reset);
    assert_eq!((exit, &answer["owner_notice"]["state"]), (0, &"not_sent".into()), "{answer}");
    assert_eq!(answer["owner_notice"]["reason"], "number_new");
    assert_eq!(desk.messages(), []);

    let desk = Desk::new(&samba, "mobile_age_days = 0");
    let (answer, exit) = desk.json(&reset);
    assert_eq!((exit, &answer["owner_notice"]["state"]), (0, &"sent".into()), "{answer}");
    let [(to, text)] = &desk.messages()[..] else { panic!("{:?}", desk.messages()) };
    assert!(to == "+46701740644" && text.starts_with("Ditt lösenord byttes av servicedesk "), "{to} {text}");
    assert!(text.ends_with(". Var det inte du, ring 0142-36 6000."), "{text}");
    samba.end().await;
}

/// Setting a password and demanding a change are rights of their own: who may unlock may not have them.
#[tokio::test]
async fn dry_run_of_a_reset_knows_the_rights() {
    const RESET_PASSWORD: &str = "00299570-246d-11d0-a768-00aa006e0529";
    const PASSWORD_SET: &str = "bf967a0a-0de6-11d0-a285-00aa003049e2";
    let samba = Samba::start("hints").await;
    let desk = Desk::new(&samba, "");
    let dry_run = |person: &Person| {
        desk.json(&[&["reset", &person.account, "--generate", "--dry-run"], &IDENTIFIED[..]].concat())
    };
    for denied in ["", &format!("(OD;;CR;{RESET_PASSWORD};;AU)"), &format!("(OD;;WP;{PASSWORD_SET};;AU)")] {
        let person = Person::new(&unique("rights-"));
        samba.add(person.clone()).await;
        if denied.is_empty() {
            let (answer, exit) = dry_run(&person);
            assert_eq!((exit, &answer["outcome"]), (0, &"would_reset".into()), "{answer}");
            continue;
        }
        let (dn, _) = samba.look_up(&person.account, "cn").await;
        samba.grant(&dn, denied);
        let (answer, exit) = dry_run(&person);
        assert_eq!((exit, &answer["error"]["kind"]), (4, &"no_right".into()), "{denied}: {answer}");
    }
    samba.end().await;
}

/// `manager` is a DN, which the controller keeps up to date.
#[tokio::test]
async fn manager_vouches_for_caller() {
    let samba = Samba::start("hints").await;
    let manager = Person::new(&unique("boss-")).named("Karin", "Bergman").mobile("070-174 06 45");
    samba.add(manager.clone()).await;
    let person = Person { manager: Some(manager.account.clone()), ..Person::new(&unique("vouched-")) };
    samba.add(person.clone()).await;
    let desk = Desk::new(&samba, "manager = true");
    let (answer, exit) = desk.json(&["send-code", &person.account, "--via", "manager"]);
    assert_eq!((exit, &answer["manager"]), (0, &manager.account.as_str().into()), "{answer}");
    let [(to, text)] = &desk.messages()[..] else { panic!("{:?}", desk.messages()) };
    assert_eq!(to, "+46701740645");
    let code = text[..6].to_owned();
    // A code to the manager is none to the owner, and the reset is recorded as the manager's word.
    let reset = ["reset", &person.account, "--generate", "--no-must-change", "--code", &code];
    let (answer, exit) = desk.json(&reset);
    assert_eq!((exit, &answer["outcome"]), (0, &"reset".into()), "{answer}");
    assert_eq!(answer["owner_notice"]["reason"], "no_mobile");
    let (records, _) = desk.json(&["audit", "show", "--action", "reset"]);
    let told = records["records"].as_array().unwrap();
    assert!(!told.is_empty() && told.iter().all(|record| record["vouched_by"] == manager.account), "{records}");

    // Both at one number.
    let shared = Person { manager: Some(manager.account.clone()), ..Person::new(&unique("shared-")) };
    samba.add(shared.clone().mobile("070-174 06 45")).await;
    let (answer, exit) = desk.json(&["send-code", &shared.account, "--via", "manager"]);
    assert_eq!((exit, &answer["error"]["kind"]), (5, &"manager_same_number".into()), "{answer}");
    // An administrator.
    samba.mark_as_administrator(&manager.account).await;
    let (answer, exit) = desk.json(&["send-code", &person.account, "--via", "manager"]);
    assert_eq!((exit, &answer["error"]["kind"]), (5, &"manager_protected".into()), "{answer}");
    samba.end().await;
}

/// Read page by page below a unit that other tests use too.
#[tokio::test]
async fn report_finds_those_whom_no_code_reaches() {
    let samba = Samba::start("hints").await;
    let person = |name: &str| Person::new(&unique(name));
    // No other test has this number.
    let digits = format!("+4670{:07}", std::process::id() % 10_000_000);
    let none = person("none-");
    let landline = person("landline-").mobile("0142-36 60 00");
    let (one, other) = (person("one-").mobile(&digits), Person { other_mobiles: vec![digits], ..person("other-") });
    for person in [&none, &landline, &one, &other] {
        samba.add(person.clone()).await;
    }
    let desk = Desk::new(&samba, "");
    let (answer, exit) = desk.json(&["lookup", "--numbers", "--under", &samba.staff()]);
    assert_eq!(exit, 0, "{answer}");
    let reason = |person: &Person| {
        let rows = answer["accounts"].as_array().unwrap().iter();
        rows.filter(|row| row["account"] == person.account).map(|row| row["reason"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(reason(&none), ["no_mobile"]);
    assert_eq!(reason(&landline), ["mobile_is_landline"]);
    assert_eq!((reason(&one), reason(&other)), (vec!["mobile_shared".into()], vec!["mobile_shared".into()]));
    assert!(answer["read"].as_u64().unwrap() >= 4, "{answer}");
    let (answer, exit) = desk.json(&["lookup", "--numbers", "--under", "OU=Nowhere,DC=ad,DC=contoso,DC=example"]);
    assert_eq!((exit, &answer["error"]["kind"]), (2, &"directory_refused".into()), "{answer}");
    samba.end().await;
}
