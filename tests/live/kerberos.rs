//! Signing in with a Kerberos ticket: the built binary before real domain controllers and their KDC.
//!
//! Needs the laboratory that `tests/run` starts (`SERVICEDESK_LAB` names its folder), and a program that is built with
//! Kerberos.

mod lab;
mod wire;

use std::io::ErrorKind;
use std::iter;
use std::net::{SocketAddr, TcpListener, UdpSocket};

use self::lab::Case;
use self::wire::Wire;

const FORGOTTEN: &str = "Vinter-Ljus-23";
const WANTED: &str = "Gurka-Moln-7";

/// A whole call without a password of the operator's anywhere.
fn a_call(domain: &str, digits: u32) {
    let case = Case::with_caller(domain, digits, FORGOTTEN, "");
    let account = &*case.account;
    for _ in 0..10 {
        case.lets_in("not-the-password");
    }
    let (exit, answer) = case.json(&["lookup", account], "");
    assert_eq!((exit, &answer["accounts"][0]["locked"]), (0, &true.into()), "{answer}");
    let identified = ["--identified-by", "visade legitimation"];
    let (exit, answer) = case.json(&[&["unlock", account][..], &identified].concat(), "");
    assert_eq!((exit, &answer["outcome"]), (0, &"unlocked".into()), "{answer}");
    assert!(case.lets_in(FORGOTTEN));

    let reset = [&["reset", account, "--password-stdin", "--no-must-change"][..], &identified].concat();
    let (exit, answer) = case.json(&reset, WANTED);
    assert_eq!((exit, &answer["outcome"]), (0, &"reset".into()), "{answer}");
    assert!(case.lets_in(WANTED) && !case.lets_in(FORGOTTEN));
    let (_, trail) = case.json(&["audit", "show"], "");
    let operator = r"CONTOSO\operator1";
    let records = trail["records"].as_array().unwrap();
    assert!(!records.is_empty() && records.iter().all(|record| record["operator"] == operator), "{trail}");
}

#[test]
fn stock_call() {
    a_call("stock", 651);
}

#[test]
fn hints_call() {
    a_call("hints", 652);
}

#[test]
fn whoami_names_ticket_owner() {
    let case = Case::open("hints");
    let (exit, answer) = case.json(&["whoami"], "");
    let told = [&answer["user"], &answer["password_from"]].map(|value| value.as_str().unwrap());
    assert_eq!((exit, told), (0, ["operator1@AD.CONTOSO.EXAMPLE", "ticket"]), "{answer}");
    assert!(answer["ticket_expires"].is_string(), "{answer}");
    let (_, table, _) = case.run(&["whoami"], "");
    assert!(table.contains("Kerberosbiljett  gäller till"), "{table}");
}

#[test]
fn login_stores_no_password_with_ticket() {
    let case = Case::open("stock");
    for command in ["login", "logout"] {
        let (exit, kind, told) = case.failure(&[command]);
        assert_eq!((exit, &*kind), (2, "ticket_keeps_nothing"));
        assert!(told.contains("kinit"), "{told}");
    }
}

#[test]
fn missing_ticket_is_reported() {
    let case = Case::open("stock");
    case.forget_ticket();
    let (exit, kind, told) = case.failure(&["lookup", "operator1"]);
    assert_eq!((exit, &*kind), (4, "no_ticket"));
    assert!(told.contains("Du har ingen Kerberosbiljett.") && told.contains("kinit"), "{told}");
}

#[test]
fn expired_ticket_is_reported() {
    let mut case = Case::open("stock");
    case.clock("+11h");
    let (exit, kind, told) = case.failure(&["lookup", "operator1"]);
    assert_eq!((exit, &*kind), (4, "ticket_expired"));
    assert!(told.contains("har gått ut"), "{told}");
}

#[test]
fn clock_ahead_is_reported() {
    let mut case = Case::open("stock");
    case.clock("+20m");
    let (exit, kind, told) = case.failure(&["lookup", "operator1"]);
    assert_eq!((exit, &*kind), (4, "clock_differs"));
    assert!(told.contains("20 minuter före klockan i dc1.ad.contoso.example"), "{told}");
}

/// The ticket for the directory was got before the clock was put back.
#[test]
fn clock_behind_is_reported() {
    let mut case = Case::open("hints");
    assert_eq!(case.run(&["lookup", "operator1"], "").0, 0);
    case.clock("-20m");
    let (exit, kind, told) = case.failure(&["lookup", "operator1"]);
    assert_eq!((exit, &*kind), (4, "clock_differs"));
    assert!(told.contains("20 minuter efter klockan i dc2.ad.contoso.example"), "{told}");
}

#[test]
fn unknown_principal_is_reported() {
    let case = Case::open("stock");
    case.configure(&format!("ldap://{}", case.address()), "ldap.ad.contoso.example", "");
    let (exit, kind, told) = case.failure(&["lookup", "operator1"]);
    assert_eq!((exit, &*kind), (4, "server_unknown_to_kdc"));
    assert!(told.contains("heter ldap.ad.contoso.example. Servern kallar sig själv dc1.ad.contoso.example."), "{told}");
}

/// The other controller has a domain of the same name and keys of its own.
#[test]
fn server_of_another_domain_is_reported() {
    let (case, other) = (Case::open("stock"), Case::open("hints"));
    case.configure(&format!("ldap://{}", other.address()), case.name(), "");
    let (exit, kind, told) = case.failure(&["lookup", "operator1"]);
    assert_eq!((exit, &*kind), (4, "ticket_for_other_server"));
    assert!(told.contains("kallar sig själv dc2.ad.contoso.example"), "{told}");
}

#[test]
fn missing_kdc_is_reported() {
    let case = Case::open("stock");
    case.kdc(Some("127.0.0.1:1"));
    let (exit, kind, told) = case.failure(&["lookup", "operator1"]);
    assert_eq!((exit, &*kind), (6, "kdc_unreachable"));
    assert!(told.contains("krb5.conf"), "{told}");
    case.kdc(None);
    assert_eq!(case.failure(&["lookup", "operator1"]).1, "kdc_unreachable", "nor is any known");
}

/// A port that is silent over UDP and TCP. It must be free for both.
fn silent() -> ((UdpSocket, TcpListener), SocketAddr) {
    let pair = || {
        let over_tcp = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = over_tcp.local_addr().unwrap();
        match UdpSocket::bind(address) {
            Ok(over_udp) => Some(((over_udp, over_tcp), address)),
            Err(error) if error.kind() == ErrorKind::AddrInUse => None,
            Err(error) => panic!("{address}: {error}"),
        }
    };
    iter::repeat_with(pair).flatten().next().unwrap()
}

/// Kerberos would ask it again and again for half a minute.
#[test]
fn silent_kdc_times_out() {
    let case = Case::open("stock");
    case.configure(&format!("ldap://{}", case.address()), case.name(), "timeout_seconds = 5");
    let (_silent, address) = silent();
    case.kdc(Some(&address.to_string()));
    let (exit, _, told) = case.run(&["lookup", "operator1", "-v"], "");
    assert_eq!(exit, 6);
    assert!(told.contains("Ingen Kerberosserver (KDC) svarade") && told.contains("no answer in time"), "{told}");
}

#[test]
fn ldap_traffic_is_encrypted() {
    let case = Case::with_caller("stock", 653, FORGOTTEN, "");
    let (wire, port) = Wire::before(&format!("{}:389", case.address()));
    case.configure(&format!("ldap://127.0.0.1:{port}"), case.name(), "");
    let identified = ["--identified-by", "visade legitimation", "--password-stdin"];
    let (exit, answer) = case.json(&[&["reset", &*case.account][..], &identified].concat(), WANTED);
    assert_eq!((exit, &answer["outcome"]), (0, &"reset".into()), "{answer}");
    let passed = wire.passed();
    assert_eq!(passed.len(), 1, "one connection");
    let (asked, answered) = &passed[0];
    let utf16: Vec<u8> = WANTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let has = |all: &[u8], part: &[u8]| all.windows(part.len()).any(|window| window == part);
    assert!(has(asked, b"GSSAPI") && answered.len() > 2000, "it went this way");
    for part in [case.account.as_bytes(), b"070-174", b"sAMAccountName", b"Asa Test", WANTED.as_bytes(), &utf16] {
        assert!(!has(asked, part) && !has(answered, part), "{}", String::from_utf8_lossy(part));
    }
}

#[test]
fn broken_connection_is_reopened_with_ticket() {
    let case = Case::with_caller("stock", 654, FORGOTTEN, "");
    // After the three answers to the bind, in the middle of the first question's.
    let (wire, port) = Wire::breaking(&format!("{}:389", case.address()), 1000, || {});
    case.configure(&format!("ldap://127.0.0.1:{port}"), case.name(), "");
    let (exit, answer) = case.json(&["lookup", &case.account], "");
    assert_eq!((exit, &answer["accounts"][0]["account"]), (0, &(&*case.account).into()), "{answer}");
    let passed = wire.passed();
    assert_eq!(passed.len(), 2);
    assert!(passed[0].1.len() >= 1000, "it broke after the bind: {}", passed[0].1.len());
}

/// The audit trail has the operator's name from the beginning.
#[test]
fn ticket_of_another_user_is_not_used() {
    let case = Case::with_caller("stock", 657, FORGOTTEN, "");
    let take_over = case.take_over(FORGOTTEN);
    let (wire, port) = Wire::breaking(&format!("{}:389", case.address()), 1000, take_over);
    case.configure(&format!("ldap://127.0.0.1:{port}"), case.name(), "");
    let (exit, kind, _) = case.failure(&["lookup", &case.account]);
    assert_eq!((exit, &*kind), (4, "no_ticket"));
    assert_eq!(wire.passed().len(), 2, "it tried to go on");
    assert_eq!(case.json(&["whoami"], "").1["user"], format!("{}@AD.CONTOSO.EXAMPLE", case.account));
}

#[test]
fn silent_server_is_passed_over() {
    let case = Case::open("stock");
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let servers = format!("ldap://{}', 'ldap://{}", silent.local_addr().unwrap(), case.address());
    case.configure(&servers, case.name(), "timeout_seconds = 20");
    let (exit, _, told) = case.run(&["lookup", "operator1"], "");
    assert!(exit == 0 && told.contains("127.0.0.1 gick inte att använda: den svarade inte genast."), "{told}");
}

#[test]
fn each_server_is_signed_in_to_with_ticket() {
    let case = Case::with_caller("stock", 655, FORGOTTEN, "");
    let (_, port) = Wire::before(&format!("{}:389", case.address()));
    let servers = format!("ldap://{}', 'ldap://127.0.0.1:{port}", case.address());
    case.configure(&servers, case.name(), "");
    let (exit, answer) = case.json(&["lookup", &case.account, "--each-server"], "");
    assert_eq!(exit, 0, "{answer}");
    let servers = answer["servers"].as_array().unwrap();
    assert!(servers.len() == 2 && servers.iter().all(|server| server["message"].is_null()), "{answer}");
}

/// Questions and answers that are longer than what is sealed in one piece. The LDAP library's own sealing waits for
/// ever for the rest of such an answer.
#[test]
fn long_messages_span_several_tokens() {
    let other_numbers: String = (0..6000).map(|n| format!("otherTelephone: 0142-36 {n:04} the exchange\n")).collect();
    let case = Case::with_caller("stock", 656, FORGOTTEN, &other_numbers);
    let (wire, port) = Wire::before(&format!("{}:389", case.address()));
    case.configure(&format!("ldap://127.0.0.1:{port}"), case.name(), "");
    let (exit, answer) = case.json(&["lookup", &case.account], "");
    assert_eq!((exit, &answer["accounts"][0]["account"]), (0, &(&*case.account).into()), "{answer}");
    assert!(wire.passed()[0].1.len() > 150_000, "a long answer: {}", wire.passed()[0].1.len());

    let unknown = (0..4000).map(|n| format!("nobody-of-that-name-{n}"));
    let list: Vec<_> = unknown.chain([case.account.clone()]).collect();
    let command = ["unlock", "--from", "-", "--reason", "prov", "--dry-run", "--max", "5000", "--yes"];
    let (exit, answer) = case.json(&command, &list.join("\n"));
    let summary = &answer["summary"];
    assert_eq!((&summary["not_locked"], &summary["not_found"]), (&1.into(), &4000.into()), "{exit} {summary}");
    assert!(wire.passed()[1].0.len() > 150_000, "long questions: {}", wire.passed()[1].0.len());
}
