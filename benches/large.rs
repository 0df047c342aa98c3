//! Look-ups, lists and the survey of numbers in a domain of 100,000 accounts on a real domain controller, beside
//! `ldapsearch` with the same filters and credentials. Makes the domain if it does not run, which takes minutes once, and
//! leaves it running: `tests/lab/samba stop large` deletes it.

use std::path::Path;
use std::process::Command;

use servicedesk::adapters::directory::filters;
use servicedesk::domain::query::Query;

use crate::Options;
use crate::lab::{self, Lab};
use crate::lookup::ATTRIBUTES;
use crate::measure::{self, Run, median};
use crate::table::{Goal, Table};

/// Stored attributes, which are what is compared of many.
const STORED: &[&str] = &[
    "objectGUID",
    "sAMAccountName",
    "displayName",
    "givenName",
    "sn",
    "mobile",
    "otherMobile",
    "telephoneNumber",
    "otherTelephone",
];
/// What a list of locked accounts needs of each.
const OF_LOCKED: &[&str] =
    &["objectGUID", "sAMAccountName", "displayName", "lockoutTime", "memberOf", "nTSecurityDescriptor"];

/// A look-up and the searches that it takes: those by index, or, when these match nobody, also those without.
enum Needs {
    /// By what names one account: everything is read at once.
    One,
    Index,
    EveryAccount,
}

/// What is typed, and what `ldapsearch` is given.
const QUERIES: &[(&str, &str, Needs, f64)] = &[
    ("a user name", "annkar01", Needs::One, 1.1),
    ("a mail address", "annkar01@contoso.example", Needs::One, 1.1),
    ("a surname with 20 hits", "Blixtberg", Needs::Index, 1.3),
    ("a surname with 1,500 hits", "Karlsson", Needs::Index, 1.3),
    ("a name with many hits", "Anna Karlsson", Needs::Index, 1.3),
    ("a part of a name", "Blixtb", Needs::EveryAccount, 1.3),
    ("a name as heard", "Anna Blixberg", Needs::EveryAccount, 1.3),
    ("a name as heard, 1,500 hits", "Karlson", Needs::EveryAccount, 1.3),
    ("a user name with one slip", "annkaro1", Needs::EveryAccount, 1.1),
    ("a number", "070-010 47 29", Needs::Index, 1.1),
    ("the last digits of a number", "4729", Needs::EveryAccount, 1.1),
];

pub fn run(table: &mut Table, options: Options) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/large_domain");
    let made = Command::new(script).env("LAB_ROOT", lab::folder()).status().unwrap();
    assert!(made.success(), "benches/large_domain: {made}");
    let folder = tempfile::tempdir().unwrap();
    let (lab, folder) = (&Lab::of("large"), folder.path());
    let mut memory = 0;
    table.section("100,000 accounts, beside ldapsearch");
    for (what, typed, needs, most) in QUERIES {
        let mut ours = lab.servicedesk(&lab.ldaps_url, folder);
        ours.args(["-o", "json", "lookup", typed]);
        let [at_once, then] = filters(&Query::parse(typed).unwrap(), "ad.contoso.example");
        let (filters, attributes) = match needs {
            Needs::One => (at_once, ATTRIBUTES),
            Needs::Index => (at_once, STORED),
            Needs::EveryAccount => (then, STORED),
        };
        let mut other = ldapsearch(lab, folder, &filters, attributes);
        // Several matches have an exit code of their own.
        let goal = Goal::AtMost(*most);
        // Samba reads everybody in seconds.
        let rounds = if matches!(needs, Needs::EveryAccount) { options.rounds(2, 21) } else { options.rounds(7, 61) };
        memory = memory.max(compare(table, what, &mut ours, &mut other, rounds, goal));
    }
    let many: [(&str, &[&str], &str, &[&str]); 2] = [
        ("20,000 locked accounts", &["lookup", "--locked"], "(lockoutTime>=1)", OF_LOCKED),
        ("the numbers of everybody", &["lookup", "--numbers"], "", STORED),
    ];
    for (what, arguments, condition, attributes) in many {
        let mut ours = lab.servicedesk(&lab.ldaps_url, folder);
        ours.args(["-o", "json"]).args(arguments);
        let filter = format!("{PERSON}{condition})");
        let mut other = ldapsearch(lab, folder, &[filter], attributes);
        memory = memory.max(compare(table, what, &mut ours, &mut other, options.rounds(1, 5), Goal::AtMost(1.1)));
    }
    table.number("peak memory", memory.into(), "MB", Goal::AtMost(64.0));
}

/// Returns the program's peak memory in megabytes.
fn compare(table: &mut Table, what: &str, ours: &mut Command, other: &mut Command, rounds: usize, goal: Goal) -> u32 {
    // In turns, so that other load affects both alike. The first of each, with cold caches, does not count.
    let runs: Vec<(Run, Run)> =
        (0..=rounds).map(|_| (measure::run(ours, &[0, 3]), measure::run(other, &[0]))).skip(1).collect();
    let time = |of: fn(&(Run, Run)) -> Run| median(runs.iter().map(|pair| of(pair).time).collect());
    table.beside(what, time(|pair| pair.0), time(|pair| pair.1), goal);
    runs.iter().map(|pair| pair.0.memory).max().unwrap()
}

/// What filters of look-ups begin with, or end with where there is no index for them.
const PERSON: &str = "(&(objectCategory=person)(objectClass=user)";
const AMONG_ALL: &str = "(!(!(&(objectCategory=person)(objectClass=user)))))";

/// One search for what any of the filters finds, in pages of a thousand, as the program reads them.
fn ldapsearch(lab: &Lab, folder: &Path, filters: &[String], attributes: &[&str]) -> Command {
    let condition = |filter: &String| {
        let by_index = filter.strip_prefix(PERSON).and_then(|rest| rest.strip_suffix(')'));
        let among_all = || filter.strip_prefix("(&")?.strip_suffix(AMONG_ALL);
        by_index.or_else(among_all).unwrap().to_owned()
    };
    let any: String = filters.iter().map(condition).collect();
    let is_by_index = filters.iter().all(|filter| filter.starts_with(PERSON));
    // An alternative of whole filters takes Samba 24 seconds.
    let filter = if is_by_index { format!("{PERSON}(|{any}))") } else { format!("(&(|{any}){AMONG_ALL}") };
    let mut command = lab.openldap_as_operator("ldapsearch", &lab.ldaps_url, folder);
    command
        .args(["-LLL", "-b", &lab.base_dn, "-E", "pr=1000/noprompt"])
        // The part of the access list that a look-up requests.
        .args(["-E", "1.2.840.113556.1.4.801=::MAMCAQQ="])
        .arg(filter)
        .args(attributes);
    command
}
