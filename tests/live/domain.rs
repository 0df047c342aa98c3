//! A domain of two joined controllers, found by its own DNS, and the built binary: one that is behind, dead, silent or
//! late, and the PDC emulator gone. What one of them has comes to the other only when a test says so.
//!
//! Needs the lab that `tests/run` starts (`SERVICEDESK_LAB` names its folder), and a program that is built with Kerberos.

mod desk;
mod lab;

use serde_json::{Value, json};

use self::desk::{Desk, Run, lines};
use self::lab::Domain;
use self::lab::Server::{self, Bdc, Pdc};

const SITE: &str = "Skolan";
const UNLOCK: &str = "--identified-by passport";

/// A controller's entry in a document.
fn of(servers: &Value, server: Server) -> &Value {
    let servers = servers.as_array().unwrap();
    servers.iter().find(|one| one["server"] == server.host().as_str()).unwrap_or_else(|| panic!("{servers:?}"))
}

/// The `locked_on` field of a plain lookup.
fn locked_on(desk: &Desk<'_>, account: &str) -> Value {
    desk.json(&format!("lookup {account}")).1["accounts"][0]["locked_on"].take()
}

#[test]
fn reads_use_site_and_writes_use_pdc_emulator() {
    let domain = Domain::shared();
    let account = domain.account("found");
    domain.lock(Pdc, &account);
    let desk = domain.desk(SITE);
    assert_eq!(locked_on(&desk, &account), json!([Pdc.host()]), "the nearest has not heard");
    let (exit, answer) = desk.json(&format!("unlock {account} {UNLOCK}"));
    assert_eq!((exit, &answer["outcome"], &answer["server"]), (0, &"unlocked".into(), &Pdc.host().into()), "{answer}");
    assert!(domain.locked(Pdc, &account).is_empty());
    let (pdc, bdc) = (Pdc.host(), Bdc.host());
    let expected = [
        format!("sign_in done {bdc}"),
        format!("sign_in done {pdc}"),
        "unlock intent".into(),
        format!("unlock done {pdc}"),
    ];
    assert_eq!(desk.trail(), expected);
}

#[test]
fn lock_on_one_controller_is_found_and_cleared() {
    let domain = Domain::shared();
    let account = domain.account("apart");
    domain.lock(Bdc, &account);
    let desk = domain.desk(SITE);
    let (exit, answer) = desk.json(&format!("lookup {account} --each-server"));
    assert_eq!((exit, &answer["locked_on"]), (0, &json!([Bdc.host()])), "{answer}");
    let (pdc, bdc) = (of(&answer["servers"], Pdc), of(&answer["servers"], Bdc));
    assert_eq!(
        (&pdc["pdc_emulator"], &pdc["locked"], &pdc["bad_password_count"]),
        (&json!(true), &json!(false), &json!(0))
    );
    assert_eq!(
        (&bdc["pdc_emulator"], &bdc["locked"], &bdc["bad_password_count"]),
        (&json!(false), &json!(true), &json!(3))
    );
    assert_eq!((&pdc["last_bad_password"], &bdc["locked_since"]), (&Value::Null, &bdc["last_bad_password"]));
    // The number of the attribute and of the controller, as a real one keeps them.
    assert_eq!(answer["lock_origin"], json!({"server": Bdc.host(), "evidence": "replication_metadata"}));

    // The lock spreads; where it arose stays known.
    domain.replicate(Bdc, &account);
    let (_, answer) = desk.json(&format!("lookup {account} --each-server"));
    assert_eq!(answer["locked_on"].as_array().unwrap().len(), 2, "{answer}");
    assert_eq!(answer["lock_origin"]["server"], Bdc.host(), "{answer}");
    assert_eq!(of(&answer["servers"], Pdc)["bad_password_count"], 0, "tries do not spread");

    // Unlocks on the PDC emulator; nothing replicates yet.
    let (exit, answer) = desk.json(&format!("unlock {account} {UNLOCK}"));
    assert_eq!((exit, &answer["outcome"]), (0, &"unlocked".into()), "{answer}");
    let again = desk.run(&format!("unlock {account} {UNLOCK}"));
    assert!(again.out.contains(&format!("servicedesk unlock {account} --everywhere")), "{again:?}");
    assert_eq!(domain.locked(Bdc, &account), [account.as_str()]);
    let (exit, answer) = desk.json(&format!("unlock {account} {UNLOCK} --everywhere"));
    let everywhere = &answer["everywhere"];
    assert_eq!((exit, &answer["was_locked"], &everywhere["complete"]), (0, &json!(true), &json!(true)), "{answer}");
    assert_eq!(everywhere["unlocked_on"], json!([Bdc.host()]), "{answer}");
    assert!(domain.locked(Bdc, &account).is_empty());
    let (exit, answer) = desk.json(&format!("unlock {account} {UNLOCK} --everywhere"));
    assert_eq!((exit, &answer["was_locked"]), (0, &json!(false)), "{answer}");
}

/// No password of the operator's is anywhere, and the lock is on one alone.
#[test]
fn call_with_ticket_needs_no_password() {
    let domain = Domain::shared();
    let account = domain.account("ticket");
    domain.lock(Bdc, &account);
    let desk = domain.desk(SITE).with_ticket();
    assert_eq!(locked_on(&desk, &account), json!([Bdc.host()]));
    let (exit, answer) = desk.json(&format!("unlock {account} {UNLOCK} --everywhere"));
    let everywhere = &answer["everywhere"];
    assert_eq!((exit, &everywhere["unlocked_on"]), (0, &json!([Bdc.host()])), "{answer}");
    assert!(domain.locked(Bdc, &account).is_empty());

    let reset = format!("reset {account} {UNLOCK} --password-stdin --no-must-change -o json");
    let answer = Run::from(desk.start(&reset, "Gurka-Moln-73").wait_with_output().unwrap()).document();
    assert_eq!(answer["outcome"], "reset", "{answer}");
    let operator = r"TWO\operator1";
    let records = desk.records();
    assert!(records.iter().all(|record| record["operator"] == operator), "{records:?}");
    assert_eq!(desk.trail().last(), Some(&format!("reset done {}", Pdc.host())));
}

#[test]
fn reset_waits_for_replication() {
    let domain = Domain::shared();
    let account = domain.account("reset");
    domain.lock(Bdc, &account);
    let reset = format!("reset {account} {UNLOCK} --everywhere --password-stdin --no-must-change -o json");
    let hurried = domain.desk(SITE).patient(2);
    let behind = Run::from(hurried.start(&reset, "Gurka-Moln-71").wait_with_output().unwrap());
    let answer = behind.document();
    let same = &answer["everywhere"]["same_password"];
    assert_eq!((behind.exit, &answer["outcome"], same), (7, &json!("reset"), &json!(false)), "{answer}");
    assert_eq!(answer["everywhere"]["unlocked_on"], json!([Bdc.host()]), "the lock need not wait for replication");

    let desk = domain.desk(SITE);
    let mut other = desk.start(&reset, "Gurka-Moln-72");
    while other.try_wait().unwrap().is_none() {
        domain.replicate(Pdc, &account);
    }
    let settled = Run::from(other.wait_with_output().unwrap());
    let answer = settled.document();
    assert_eq!((settled.exit, &answer["everywhere"]["same_password"]), (0, &json!(true)), "{answer}");
}

/// Stops controllers, so all of it is one test; the domain is everybody else's in between.
#[test]
fn call_survives_dead_silent_or_late_controller() {
    let domain = Domain::alone();
    let [first, second, third, fourth] = ["dead", "gone", "silent", "late"].map(|what| domain.account(what));
    let desk = domain.desk(SITE);
    let (pdc, bdc) = (Pdc.host(), Bdc.host());

    domain.lock(Pdc, &first);
    domain.kill(Bdc);
    let run = desk.run(&format!("lookup {first}"));
    assert!(run.exit == 0 && run.err.contains(&format!("{bdc} gick inte att använda: den tar inte emot")), "{run:?}");
    let (exit, answer) = desk.json(&format!("lookup {first} --each-server"));
    assert_eq!((exit, &of(&answer["servers"], Bdc)["reached"]), (7, &json!(false)), "{answer}");
    let (exit, answer) = desk.json(&format!("unlock {first} {UNLOCK} --everywhere"));
    let everywhere = &answer["everywhere"];
    assert_eq!((exit, &answer["outcome"], &everywhere["complete"]), (7, &json!("unlocked"), &json!(false)), "{answer}");
    assert_eq!(of(&everywhere["servers"], Bdc)["message"], "den tar inte emot anslutningar.", "{answer}");
    domain.revive(Bdc);

    domain.lock(Bdc, &second);
    domain.kill(Pdc);
    let run = desk.run(&format!("unlock {second} {UNLOCK}"));
    assert!(run.exit == 0 && run.err.contains(&format!("{pdc} är domänens PDC")), "{run:?}");
    domain.lock(Bdc, &second);
    let (exit, answer) = desk.json(&format!("unlock {second} {UNLOCK} --everywhere"));
    assert_eq!((exit, &answer["outcome"], &answer["server"]), (7, &json!("unlocked"), &json!(bdc)), "{answer}");
    assert_eq!(of(&answer["everywhere"]["servers"], Pdc)["reached"], false, "it decides, wherever it is: {answer}");
    domain.revive(Pdc);

    // It is also the first name server.
    let hurried = domain.desk(SITE).patient(4);
    domain.lock(Bdc, &third);
    domain.halt(Pdc);
    let run = hurried.run(&format!("lookup {third}"));
    assert!(run.exit == 0 && run.out.contains("JA, sedan"), "{run:?}");
    let run = hurried.run(&format!("unlock {third} {UNLOCK} --everywhere"));
    assert!(run.exit == 7 && run.out.contains(&format!("{pdc}: den svarar inte.")), "{run:?}");
    domain.resume(Pdc);
    assert!(domain.locked(Bdc, &third).is_empty());

    domain.make_late(Bdc, 180);
    domain.lock(Bdc, &fourth);
    let run = desk.run(&format!("lookup {fourth} --each-server"));
    assert!(run.exit == 0 && run.out.contains(&format!("{bdc}: klockan går 3 minuter efter")), "{run:?}");
    let (_, answer) = desk.json(&format!("lookup {fourth} --each-server"));
    let ahead = |server| of(&answer["servers"], server)["clock_ahead_seconds"].as_i64().unwrap();
    assert!((-182..=-178).contains(&ahead(Bdc)) && (-2..=2).contains(&ahead(Pdc)), "{answer}");
    domain.kill(Bdc);
    domain.revive(Bdc);
}

/// The PDC emulator dies in the middle of many, and the other, which has not heard of any unlock, goes on.
#[test]
fn bulk_unlock_survives_dead_pdc_emulator() {
    let domain = Domain::alone();
    let what = format!("many{}y", std::process::id());
    let accounts = domain.add_locked(&what, 600);
    let desk = domain.desk(SITE);
    let report = desk.path("report.jsonl");
    let command = format!(
        "unlock --from - --reason test --yes --accept-risk --max 1000 --concurrency 2 --report {}",
        report.display()
    );
    let mut run = desk.start(&command, &accounts.join("\n"));
    while domain.locked(Pdc, &what).len() == accounts.len() && run.try_wait().unwrap().is_none() {}
    domain.kill(Pdc);
    let run = Run::from(run.wait_with_output().unwrap());
    domain.revive(Pdc);

    let (left_on_pdc, left_on_bdc) = (domain.locked(Pdc, &what), domain.locked(Bdc, &what));
    let unlocked_by_pdc = accounts.len() - left_on_pdc.len();
    assert!((1..accounts.len()).contains(&unlocked_by_pdc), "it died before or after: {unlocked_by_pdc}");
    // Unlocks that were not read back are repeated on the other controller.
    assert_eq!(run.exit, 0, "{run:?}");
    let rows = lines(&report);
    assert!(rows.len() == accounts.len() && rows.iter().all(|row| row["outcome"] == "unlocked"), "{rows:?}");
    let done: Vec<Value> = desk.records().into_iter().filter(|record| record["step"] == "done").collect();
    let done: Vec<&Value> = done.iter().filter(|record| record["action"] == "unlock").collect();
    assert_eq!(done.len(), accounts.len());
    for record in done {
        let left = if record["server"] == Pdc.host() { &left_on_pdc } else { &left_on_bdc };
        assert!(!left.iter().any(|account| record["account"] == account.as_str()), "still locked there: {record}");
    }
}
