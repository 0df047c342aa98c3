//! Controllers that do not answer, and sign-ins that are refused.

use std::net::{Shutdown, TcpListener, TcpStream};
use std::time::{Duration, SystemTime};
use std::{io, thread};

use insta::assert_snapshot;

use super::fixture::Answer::{CtrlC, Secret};
use super::fixture::people::eva;
use super::fixture::{TestDesk, kind};

fn desk() -> TestDesk {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("directory.timeout_seconds", "5");
    desk
}

/// Takes connections and never says a word.
fn silent() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("ldaps://{}", listener.local_addr().unwrap());
    (listener, url)
}

#[test]
fn second_server_answers_for_silent_first() {
    let mut desk = desk();
    let (_listener, silent) = silent();
    let url = desk.practice().access().url.clone();
    desk.set("directory.servers", &format!("[\"{silent}\", \"{url}\"]"));
    assert_snapshot!(desk.run("lookup evaand01 -o csv"), @r#"
    err Obs: 127.0.0.1 gick inte att använda: den svarade inte genast. Nästa server används.
    out asked,line,failure,account,upn,dn,display_name,mail,department,title,manager,manager_dn,office,telephone,mobile,mobile_registered,mobile_changed,mobile_shared_with,other_mobiles,locked,locked_since,unlocks_at,locked_in_future,locked_on,bad_password_count,last_bad_password,disabled,smartcard_required,account_expired,account_expires,protected,protected_by,unlock_outcome,advice,warnings,password_last_set,password_expires,password_expired,password_never_expires,must_change_password,may_change_password,policy.source,policy.readable,policy.min_length,policy.max_length,policy.complexity,policy.contains_name,policy.history,policy.min_age_seconds,policy.max_age_seconds,policy.lockout_threshold,policy.lockout_seconds,last_sign_in,last_sign_in_replicated,logon_hours_restricted,outside_logon_hours,logon_allowed_from,logon_allowed_until,workstations,resets_last_day,wrong_codes_last_day,verified_at,verification_closed_until,unfinished_action,unfinished_by,unfinished_at,unreadable,not_asked,unreadable_attributes
    out ,,,evaand01,evaand01@contoso.example,"CN=Eva Andersson evaand01,OU=Staff,DC=ad,DC=contoso,DC=example",Eva Andersson,evaand01@contoso.example,,,,,,,*********31,true,2025-03-30T12:17:00Z,,,true,2026-05-04T12:07:00Z,,false,,5,2026-05-04T12:07:00Z,false,false,false,,false,,would_unlock,unlock_or_reset,,2026-04-04T12:17:00Z,2026-10-01T12:17:00Z,false,false,false,true,domain,true,8,256,true,true,12,86400,15552000,5,,,,false,false,,,,0,0,,,,,,,mobile_shared_with,
    exit 0
    "#);
    assert_snapshot!(desk.run("lookup evaand01 -q -o csv"), @r#"
    out asked,line,failure,account,upn,dn,display_name,mail,department,title,manager,manager_dn,office,telephone,mobile,mobile_registered,mobile_changed,mobile_shared_with,other_mobiles,locked,locked_since,unlocks_at,locked_in_future,locked_on,bad_password_count,last_bad_password,disabled,smartcard_required,account_expired,account_expires,protected,protected_by,unlock_outcome,advice,warnings,password_last_set,password_expires,password_expired,password_never_expires,must_change_password,may_change_password,policy.source,policy.readable,policy.min_length,policy.max_length,policy.complexity,policy.contains_name,policy.history,policy.min_age_seconds,policy.max_age_seconds,policy.lockout_threshold,policy.lockout_seconds,last_sign_in,last_sign_in_replicated,logon_hours_restricted,outside_logon_hours,logon_allowed_from,logon_allowed_until,workstations,resets_last_day,wrong_codes_last_day,verified_at,verification_closed_until,unfinished_action,unfinished_by,unfinished_at,unreadable,not_asked,unreadable_attributes
    out ,,,evaand01,evaand01@contoso.example,"CN=Eva Andersson evaand01,OU=Staff,DC=ad,DC=contoso,DC=example",Eva Andersson,evaand01@contoso.example,,,,,,,*********31,true,2025-03-30T12:17:00Z,,,true,2026-05-04T12:07:00Z,,false,,5,2026-05-04T12:07:00Z,false,false,false,,false,,would_unlock,unlock_or_reset,,2026-04-04T12:17:00Z,2026-10-01T12:17:00Z,false,false,false,true,domain,true,8,256,true,true,12,86400,15552000,5,,,,false,false,,,,0,0,,,,,,,mobile_shared_with,
    exit 0
    "#);
}

/// It restarts, or too many wait there.
#[test]
fn controller_that_turns_away_for_an_instant_is_tried_again() {
    let mut desk = desk();
    let controller = desk.practice().access().url.trim_start_matches("ldaps://").to_owned();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    desk.set("directory.servers", &format!("[\"ldaps://{}\"]", listener.local_addr().unwrap()));
    thread::spawn(move || {
        for (number, here) in listener.incoming().enumerate().map(|(number, here)| (number, here.unwrap())) {
            if number < 2 {
                continue;
            }
            let there = TcpStream::connect(&controller).unwrap();
            for (mut from, mut to) in [(here.try_clone().unwrap(), there.try_clone().unwrap()), (there, here)] {
                thread::spawn(move || {
                    let _ = io::copy(&mut from, &mut to);
                    let _ = to.shutdown(Shutdown::Write);
                });
            }
        }
    });
    let ran = desk.run("lookup evaand01");
    assert!(ran.contains("Eva Andersson") && !ran.contains("Obs"), "{ran}");
}

/// A silent server slows lookups down once in five minutes only.
#[test]
fn silent_server_is_skipped_for_five_minutes() {
    let mut desk = desk();
    let (listener, silent) = silent();
    listener.set_nonblocking(true).unwrap();
    let url = desk.practice().access().url.clone();
    desk.set("directory.servers", &format!("[\"{silent}\", \"{url}\"]"));
    let tried = |desk: &mut TestDesk, command: &str| desk.run(command).contains("den svarade inte genast");
    assert!(tried(&mut desk, "lookup evaand01"));
    while listener.accept().is_ok() {}

    // Long: the other is waited for.
    desk.set("directory.timeout_seconds", "60");
    assert!(!tried(&mut desk, "lookup evaand01") && listener.accept().is_err());
    desk.set("directory.timeout_seconds", "5");
    assert!(tried(&mut desk, "unlock evaand01 --no-input"), "a change goes where it counts");
    let kept = desk.path("cache/silent").join(format!("127.0.0.1_{}", listener.local_addr().unwrap().port()));
    let file = std::fs::File::open(kept).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_secs(5 * 60)).unwrap();
    assert!(tried(&mut desk, "lookup evaand01"));
}

#[test]
fn second_server_answers_for_dead_first() {
    let mut desk = desk().in_english();
    let url = desk.practice().access().url.clone();
    desk.set("directory.servers", &format!("[\"ldaps://127.0.0.1:1\", \"{url}\"]"));
    desk.run("send-code evaand01");
    assert_snapshot!(desk.run("unlock evaand01 --code {code}"), @"
    err Warning: 127.0.0.1 could not be used: it refuses connections. Using the next one.
    out Unlocked: Eva Andersson (evaand01). Checked: the account is no longer locked.
    out Say: “Your account is now unlocked and you can sign in now, with the same password as before.”
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn unreachable_servers_are_reported() {
    let mut desk = desk();
    let (_listener, silent) = silent();
    desk.set("directory.servers", &format!("[\"{silent}\", \"ldaps://127.0.0.1:1\", \"ldaps://finns.inte.invalid\"]"));
    assert_snapshot!(desk.run("unlock evaand01"), @"
    err Fel: Katalogen gick inte att nå: 127.0.0.1: den svarar inte. 127.0.0.1: den tar inte emot anslutningar. finns.inte.invalid: namnet finns inte.
    err Gör så här: Inget är ändrat. Försök igen; går det inte, säg till katalogens och nätverkets administratörer.
    exit 6
    ");
    assert_snapshot!(desk.run("lookup evaand01 --server ldaps://127.0.0.1:1 -o json"), @r#"
    out {"schema": 1,
    out  "error":
    out   {"kind": "directory_unreachable", "exit_code": 6, "message": "…", "hint": "…", "tries_left": null,
    out    "retry_at": null, "candidates": []}}
    err Fel: Katalogen gick inte att nå: 127.0.0.1: den tar inte emot anslutningar.
    err Gör så här: Inget är ändrat. Försök igen; går det inte, säg till katalogens och nätverkets administratörer.
    exit 6
    "#);
}

#[test]
fn starttls_connects() {
    let mut desk = desk();
    let url = desk.practice().access().starttls_url.clone();
    desk.set("directory.servers", &format!("[\"{url}\"]"));
    assert!(desk.run("lookup evaand01").ends_with("exit 0"));
}

#[test]
fn wrong_operator_password_is_reported() {
    let mut desk = desk();
    desk.write_private("password", "Fel-losen-1");
    assert_snapshot!(desk.run("unlock evaand01 -v"), @r"
    err Fel: Kontot CONTOSO\operator kunde inte logga in i katalogen (127.0.0.1): fel användarnamn eller lösenord.
    err Gör så här: Spara rätt lösenord: servicedesk login. Är det sparat i en fil, eller är användarnamnet fel, be den som sköter programmet att rätta det (directory.password_file, directory.user). Försök inte många gånger: då låses ditt konto.
    err Detalj: 80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data 52e, v4563\u{0}
    exit 4
    ");
    assert_eq!(kind(&desk.run("lookup evaand01 -o json --lang en")), ("sign_in_refused", 4));
}

#[test]
fn operator_password_is_prompted_for() {
    let mut desk = desk();
    desk.unset("directory.password_file").keyring();
    assert_snapshot!(desk.terminal([Secret("Practice-makes-42")]).run("lookup evaand01 -o csv"), @r#"
    ask Lösenord för CONTOSO\operator i katalogen (127.0.0.1) ‹a secret›
    out asked,line,failure,account,upn,dn,display_name,mail,department,title,manager,manager_dn,office,telephone,mobile,mobile_registered,mobile_changed,mobile_shared_with,other_mobiles,locked,locked_since,unlocks_at,locked_in_future,locked_on,bad_password_count,last_bad_password,disabled,smartcard_required,account_expired,account_expires,protected,protected_by,unlock_outcome,advice,warnings,password_last_set,password_expires,password_expired,password_never_expires,must_change_password,may_change_password,policy.source,policy.readable,policy.min_length,policy.max_length,policy.complexity,policy.contains_name,policy.history,policy.min_age_seconds,policy.max_age_seconds,policy.lockout_threshold,policy.lockout_seconds,last_sign_in,last_sign_in_replicated,logon_hours_restricted,outside_logon_hours,logon_allowed_from,logon_allowed_until,workstations,resets_last_day,wrong_codes_last_day,verified_at,verification_closed_until,unfinished_action,unfinished_by,unfinished_at,unreadable,not_asked,unreadable_attributes
    out ,,,evaand01,evaand01@contoso.example,"CN=Eva Andersson evaand01,OU=Staff,DC=ad,DC=contoso,DC=example",Eva Andersson,evaand01@contoso.example,,,,,,,*********31,true,2025-03-30T12:17:00Z,,,true,2026-05-04T12:07:00Z,,false,,5,2026-05-04T12:07:00Z,false,false,false,,false,,would_unlock,unlock_or_reset,,2026-04-04T12:17:00Z,2026-10-01T12:17:00Z,false,false,false,true,domain,true,8,256,true,true,12,86400,15552000,5,,,,false,false,,,,0,0,,,,,,,mobile_shared_with locked_on,
    exit 0
    "#);
    assert_snapshot!(desk.terminal([CtrlC]).run("lookup evaand01"), @r"
    ask Lösenord för CONTOSO\operator i katalogen (127.0.0.1) ‹^C›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
    assert_snapshot!(desk.terminal([Secret(""), CtrlC]).run("lookup evaand01"), @r"
    ask Lösenord för CONTOSO\operator i katalogen (127.0.0.1) ‹nothing›
    err Ett lösenord är minst ett tecken och har inga styrtecken. Försök igen.
    ask Lösenord för CONTOSO\operator i katalogen (127.0.0.1) ‹^C›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
    assert_snapshot!(desk.run("lookup evaand01"), @r"
    err Fel: Saknas både i nyckelringen och som fil: lösenordet för CONTOSO\operator i katalogen. Inget är ändrat.
    err Gör så här: Spara det i nyckelringen: servicedesk login directory. Eller ange en fil med directory.password_file.
    exit 2
    ");
}

#[test]
fn missing_search_base_is_reported() {
    let mut desk = desk();
    desk.set("directory.base", "\"OU=Finns inte,DC=ad,DC=contoso,DC=example\"");
    assert_snapshot!(desk.run("lookup evaand01 -v"), @r"
    err Fel: Platsen att söka under finns inte på 127.0.0.1.
    err Gör så här: Inget är ändrat. Kontrollera --under, eller directory.base i inställningarna: ett DN, till exempel OU=Skola,DC=ad,DC=example,DC=se.
    err Detalj: 32: 0000208D: NameErr: DSID-0310028F, problem 2001 (NO_OBJECT), data 0, best match of:\u{a}\u{9}'DC=ad,DC=contoso,DC=example'\u{a}\u{0}
    exit 2
    ");
}
