//! Text, JSON and CSV of bulk outcomes.

use insta::assert_snapshot;
use jiff::tz::TimeZone;

use super::json::{csv, document};
use super::*;
use crate::domain::bulk::input::RowFault;
use crate::domain::bulk::{InputRow, RowDetail};
use crate::domain::system_fault::SystemFault;
use crate::ports::{DirectoryError, ReportError, ReportFault};
use crate::text::{DeskDetails, Language};
use crate::ui::{Output, Style};

fn row(line: usize, typed: &str, outcome: RowOutcome, detail: Option<RowDetail>) -> RowResult {
    let found = !matches!(outcome, RowOutcome::NotFound | RowOutcome::Ambiguous);
    let account = found.then(|| typed.to_lowercase());
    let server = (outcome == RowOutcome::Unlocked).then(|| "dc1".to_owned());
    RowResult { row: InputRow { typed: typed.into(), line: Some(line) }, account, outcome, detail, server }
}

/// One row of each outcome and detail.
fn every_row() -> Vec<RowResult> {
    let details = [RowDetail::Refused { code: 53 }, RowDetail::LockedAgain, RowDetail::NotTried, RowDetail::Gone];
    let faults = [
        RowFault::TooLong,
        RowFault::Characters,
        RowFault::NotAName,
        RowFault::NoAccount,
        RowFault::SeveralAccounts,
        RowFault::NotJson,
        RowFault::Cells,
        RowFault::OpenQuote,
    ];
    let plain = RowOutcome::ALL.map(|outcome| (outcome, None));
    let failed = details.map(|detail| (RowOutcome::Failed, Some(detail)));
    let faulty = faults.map(|why| (RowOutcome::NotFound, Some(RowDetail::NotAnAccount(why))));
    let others =
        [RowDetail::NotRecorded, RowDetail::SameAs { row: 0 }].map(|detail| (RowOutcome::Unlocked, Some(detail)));
    let unknown = RowDetail::ProtectionUnknown { attribute: "adminCount" };
    let protected = [RowDetail::OwnAccount, RowDetail::Supervisor, unknown];
    let protected = protected.map(|detail| (RowOutcome::Protected, Some(detail)));
    let all = plain.into_iter().chain(failed).chain(faulty).chain(others).chain(protected).enumerate();
    all.map(|(n, (outcome, detail))| row(n + 1, &format!("Acc{n:02}"), outcome, detail)).collect()
}

fn outcome(rows: Vec<RowResult>) -> Outcome {
    Outcome {
        rows,
        repeated: 0,
        dry_run: false,
        stopped_by: None,
        report: None,
        others_unread: false,
        accepted: vec![],
    }
}

static DESK: DeskDetails =
    DeskDetails { organisation: None, phone: None, extension: None, services: Vec::new(), selfservice_url: None };

fn view(verbose: bool, words: &Words) -> View<'_> {
    let now = "2026-05-04T12:17:00Z".parse().unwrap();
    View { output: Output::Table, width: None, style: Style::default(), verbose, now, desk: &DESK, card: &[], words }
}

fn words(language: Language) -> Words {
    Words::new(language, TimeZone::get("Europe/Stockholm").unwrap())
}

fn swedish(outcome: &Outcome) -> String {
    outcome.text(&view(false, &words(Language::Swedish)))
}

#[test]
fn counts_come_before_rows() {
    assert_snapshot!(swedish(&outcome(every_row())), @r"
    30 konton:
     Upplåsta                      2
     Upplåsta, inte kontrollerade  1
     Oklart, inget svar            1
     Ska låsas upp                 1
     Inte låsta                    1
     Hittas inte                   9
     Oklart vilket                 1
     Skyddade                      4
     Inaktiverade                  1
     Har gått ut                   1
     Loggar in med kort            1
     Läget får inte läsas          1
     Behörighet saknas             1
     Inte upplåsta                 5
     Står flera gånger             1

     Rad  Konto  Läge
     2    acc01  oklart: gick inte att kontrollera; se efter med lookup
     3    acc02  oklart: inget svar kom; se efter med lookup
     6    Acc05  hittas inte; kontrollera stavningen
     7    Acc06  flera konton stämmer; skriv användarnamnet
     8    acc07  skyddat; lämna över till den som sköter kontona
     9    acc08  inaktiverat; lämna över till den som sköter kontona
     10   acc09  har gått ut; lämna över till den som sköter kontona
     11   acc10  loggar in med kort; lämna över till den som sköter kontona
     12   acc11  du får inte läsa kontots läge; inget görs
     13   acc12  du får inte låsa upp det; lämna över till den som sköter kontona
     14   acc13  inte upplåst
     15   acc14  katalogen nekade (LDAP 53)
     16   acc15  låstes igen; något använder ett gammalt lösenord
     17   acc16  inte påbörjat
     18   acc17  finns inte längre
     19   Acc18  längre än något namn
     20   Acc19  tecken som inget namn har
     21   Acc20  kan inte vara ett användarnamn eller en adress; telefonnummer söks inte i en lista
     22   Acc21  inget konto står på raden
     23   Acc22  flera konton står på raden
     24   Acc23  inte JSON
     25   Acc24  raden har fler celler än rubriken; sätt citattecken runt den cell som har ett skiljetecken
     26   Acc25  ett citattecken har slagit ihop flera rader
     27   acc26  upplåst, men saknas i loggen; anteckna det i ärendet
     29   acc28  ditt eget; be en kollega eller en annan servicedesk om hjälp
     30   acc29  skyddat, tillhör en ansvarig (verification.supervisors); lämna över till den som sköter kontona
     31   acc30  det går inte att avgöra om det är skyddat: du får inte läsa adminCount; inget görs
    Kör samma kommando igen när hindret är borta: det som är klart görs inte om.
    ");
    assert_snapshot!(outcome(every_row()).text(&view(true, &words(Language::English))), @r"
    30 accounts:
     Unlocked                 2
     Unlocked, not confirmed  1
     Unclear, no answer       1
     To be unlocked           1
     Not locked               1
     Not found                9
     Several matches          1
     Protected                4
     Disabled                 1
     Expired                  1
     Smart card only          1
     No permission to read    1
     No permission to unlock  1
     Not unlocked             5
     Listed several times     1

     Line  Account  State
     1     acc00    unlocked
     2     acc01    unclear: could not be confirmed; check with lookup
     3     acc02    unclear: no answer; check with lookup
     4     acc03    to be unlocked
     5     acc04    not locked, nothing to do
     6     Acc05    not found; check the spelling
     7     Acc06    several accounts match; give the user name
     8     acc07    protected; hand over to the people who manage the accounts
     9     acc08    disabled; hand over to the people who manage the accounts
     10    acc09    expired; hand over to the people who manage the accounts
     11    acc10    signs in with a smart card; hand over to the people who manage the accounts
     12    acc11    you may not read its state; nothing is done
     13    acc12    you may not unlock it; hand over to the people who manage the accounts
     14    acc13    not unlocked
     15    acc14    the directory refused (LDAP 53)
     16    acc15    locked again; something is using an old password
     17    acc16    not started
     18    acc17    no longer there
     19    Acc18    too long for a name
     20    Acc19    characters that no name has
     21    Acc20    not a user name or an address; phone numbers are not searched for in a list
     22    Acc21    no account on this line
     23    Acc22    several accounts on this line
     24    Acc23    not JSON
     25    Acc24    more cells than the first line has; quote the cell that has a separator in it
     26    Acc25    a quotation mark joins several rows
     27    acc26    unlocked, but not recorded in the audit log; note it in the case
     28    acc27    the same account as earlier in the list: unlocked
     29    acc28    your own; ask a colleague or another desk for help
     30    acc29    protected (supervisor in verification.supervisors); hand over to the people who manage the accounts
     31    acc30    may be protected: you may not read adminCount; nothing is done
    When the problem is fixed, run the same command again: accounts already done are skipped.
    ");
}

#[test]
fn no_rows_when_all_is_done() {
    let rows = (1..=3).map(|n| row(n, &format!("a{n}"), RowOutcome::Unlocked, None)).collect();
    let report = Some(Ok("/tmp/r.csv".into()));
    assert_snapshot!(swedish(&Outcome { report, repeated: 2, ..outcome(rows) }), @"
    3 konton:
     Upplåsta           3
     Står flera gånger  2
    Alla rader finns i /tmp/r.csv.
    ");
    assert_snapshot!(swedish(&outcome(vec![])), @"Inga konton.");
}

#[test]
fn only_text_is_cut() {
    let rows = (1..=10_000).map(|n| row(n, &format!("a{n}"), RowOutcome::NotFound, None)).collect();
    let outcome = outcome(rows);
    let text = swedish(&outcome);
    assert!(text.lines().count() < 60 && text.contains("… och 9950 till"), "{text}");
    assert_eq!(csv(&outcome, false).unwrap().lines().count(), 10_001);
    assert_eq!(document(&outcome).matches("not_found").count(), 10_001);
    assert!(outcome.text(&view(true, &words(Language::Swedish))).lines().count() > 10_000);
}

#[test]
fn abort_reasons() {
    let with = |stopped_by| {
        let rows = vec![row(1, "a1", RowOutcome::Failed, Some(RowDetail::NotTried))];
        swedish(&Outcome { stopped_by: Some(stopped_by), ..outcome(rows) })
    };
    assert_snapshot!(with(AbortReason::Failures { in_a_row: 10 }), @"
    1 konto:
     Inte upplåsta  1

     Rad  Konto  Läge
     1    a1     inte påbörjat
    Stannade efter 10 misslyckanden i rad. Resten är inte påbörjade.
    Kör samma kommando igen när hindret är borta: det som är klart görs inte om.
    ");
    assert_snapshot!(with(AbortReason::Interrupt).lines().nth(5).unwrap_or_default(), @"Avbrutet. Det som var på väg är avslutat, resten är inte påbörjat.");
    let silent = AbortReason::Directory(DirectoryError::TimedOut { server: "dc1".into() });
    assert_snapshot!(with(silent).lines().nth(5).unwrap_or_default(), @"Stannade: dc1 svarade inte i tid.");
    let fault = ReportFault::Unwritable(SystemFault::DiskFull);
    let report = Some(Err(ReportError { path: "r.csv".into(), fault }));
    assert_snapshot!(swedish(&Outcome { report, dry_run: true, ..outcome(vec![]) }), @"
    Inga konton.
    Inget är ändrat (--dry-run).
    Rapporten r.csv är inte hel: disken är full. Upplåsningarna påverkas inte.
    ");
}

#[test]
fn json_and_csv() {
    let rows = vec![
        row(2, "Eva1", RowOutcome::Unlocked, None),
        row(3, "=1+1", RowOutcome::NotFound, Some(RowDetail::NotAnAccount(RowFault::NotAName))),
    ];
    let outcome = Outcome { stopped_by: Some(AbortReason::Interrupt), repeated: 1, ..outcome(rows) };
    let document: serde_json::Value = serde_json::from_str(&document(&outcome)).unwrap();
    assert_snapshot!(format!("{document:#}"), @r#"
    {
      "schema": 1,
      "results": [
        {
          "account": "eva1",
          "outcome": "unlocked",
          "detail": null,
          "asked": "Eva1",
          "line": 2,
          "server": "dc1"
        },
        {
          "account": "=1+1",
          "outcome": "not_found",
          "detail": "not_a_query",
          "asked": "=1+1",
          "line": 3,
          "server": null
        }
      ],
      "summary": {
        "unlocked": 1,
        "not_read_back": 0,
        "may_have_changed": 0,
        "would_unlock": 0,
        "not_locked": 0,
        "not_found": 1,
        "ambiguous": 0,
        "protected": 0,
        "disabled": 0,
        "account_expired": 0,
        "smartcard_required": 0,
        "unreadable": 0,
        "no_right": 0,
        "failed": 0,
        "repeated": 1
      },
      "dry_run": false,
      "stopped_by": "cancelled",
      "report": null
    }
    "#);
    assert_snapshot!(csv(&outcome, false).unwrap(), @"
    account,outcome,detail,asked,line,server
    eva1,unlocked,,Eva1,2,dc1
    '=1+1,not_found,not_a_query,'=1+1,3,
    ");
}

#[test]
fn spray_warning_names_security_contact() {
    let from: Timestamp = "2026-05-04T05:02:10Z".parse().unwrap();
    for (seconds, minutes) in [(40, "en minut"), (61, "2 minuter"), (300, "5 minuter")] {
        let (words, found) = (
            words(Language::Swedish),
            PasswordSpray { accounts: 300, from, to: from + SignedDuration::from_secs(seconds) },
        );
        let now = view(false, &words).now;
        let (message, hint) = spray(&found, false, &words, now);
        assert!(message.contains(&format!("300 konton låstes inom {minutes}, från kl. 07.02.")), "{message}");
        assert!(hint.contains("säkerhetsansvarig") && hint.contains("--accept-risk"), "{hint}");
        let (_, hint) = spray(&found, true, &words, now);
        assert!(hint.contains("säkerhetsansvarig") && !hint.contains("--accept-risk"), "{hint}");
    }
}

#[test]
fn question_states_count() {
    assert_eq!(question(1, &words(Language::Swedish)), "Låsa upp 1 konto?");
    assert_eq!(question(4711, &words(Language::English)), "Unlock 4711 accounts?");
}
