//! `-vv` and `SERVICEDESK_LOG`: what was asked of which server, and never a secret. Every transcript is searched for
//! passwords and codes; what else may not be there, is looked for here.

use regex_lite::Regex;

use super::fixture::people::{eva, eva_with_a_past};
use super::fixture::{Says, TestDesk};

const MOBILE: &str = "070-174 06 31";

/// The lines of the log, without times.
fn lines(transcript: &str) -> Vec<String> {
    let line = Regex::new(r"^err \d+\.\d{3} s  (.*) \(\d+\.\d ms\)$").unwrap();
    transcript.lines().filter_map(|text| Some(line.captures(text)?[1].to_owned())).collect()
}

fn assert_tells_no_secret(lines: &[String], secrets: &[&str]) {
    assert!(!lines.is_empty());
    let number: String = MOBILE.chars().filter(char::is_ascii_digit).skip(1).collect();
    for line in lines {
        let digits: String = line.chars().filter(char::is_ascii_digit).collect();
        assert!(!digits.contains(&number), "{line}");
        for secret in secrets {
            assert!(!line.contains(secret), "{line}");
        }
    }
}

#[test]
fn reset_logs_each_request_without_secrets() {
    let mut desk = TestDesk::configured().with(eva());
    desk.gateway(Says::Answer("202 Accepted", "0: Accepted for delivery"));
    let sent = lines(&desk.run("send-code 070-1740631 -vv"));
    let piped = desk.piped(["Gurka-Moln-73"]).run("reset evaand01 --password-stdin --code {code} -vv");
    assert!(piped.ends_with("exit 0"), "{piped}");
    let made = desk.run("reset evaand01 --generate --deliver sms -vv");
    let (password, code) = (desk.password_on_the_phone(), desk.newest_code());
    for lines in [&sent, &lines(&piped), &lines(&made)] {
        let secrets =
            ["Gurka-Moln-73", &password, &code, "Practice-makes-42", "Gateway-hemligt-9", "Mjölby", "Vinter-Ljus"];
        assert_tells_no_secret(lines, &secrets);
    }
    let starts = |lines: &[String], start: &str| lines.iter().any(|line| line.starts_with(start));
    for start in [
        "127.0.0.1  connect port ",
        "127.0.0.1  tls: done",
        r"127.0.0.1  bind simple CONTOSO\operator: code 0",
        "127.0.0.1  search base=\"\" scope=base filter=(objectClass=*) attributes=",
        "store  write: done",
    ] {
        assert!(starts(&sent, start) && starts(&lines(&piped), start), "{start}\n{sent:#?}");
    }
    assert!(sent.iter().any(|line| line.contains("  POST: HTTP 202") || line.contains("  GET: HTTP 202")), "{sent:#?}");
    assert!(sent.iter().any(|line| line.contains("(mobile=…)") && line.contains("entries 1")), "{sent:#?}");
    let unit = "OU=Staff,DC=ad,DC=contoso,DC=example";
    let modify = format!("127.0.0.1  modify dn=\"CN=Eva Andersson evaand01,{unit}\" ");
    assert!(lines(&piped).iter().any(|line| line.starts_with(&modify) && line.ends_with("code 0")), "{piped}");
}

#[test]
fn refused_requests_log_result_codes() {
    let mut desk = TestDesk::configured().with(eva_with_a_past());
    desk.write_private("password", "Fel-losen-1");
    let log = lines(&desk.run("lookup evaand01 -vv"));
    assert_tells_no_secret(&log, &["Fel-losen-1"]);
    assert!(log.iter().any(|line| line == r"127.0.0.1  bind simple CONTOSO\operator: code 49"), "{log:#?}");
    desk.set("directory.servers", "[\"ldaps://127.0.0.1:1\"]");
    let log = lines(&desk.run("lookup evaand01 -vv"));
    assert!(log.iter().any(|line| line.starts_with("127.0.0.1  connect port 1: failed")), "{log:#?}");
}

#[test]
fn variable_chooses_level() {
    let mut desk = TestDesk::demo();
    let told = |desk: &mut TestDesk, value: &str, options: &str| {
        desk.variable("SERVICEDESK_LOG", value);
        lines(&desk.run(&format!("lookup jesrab01 -o json {options}")))
    };
    assert!(told(&mut desk, "", "").is_empty() && told(&mut desk, "", "-v").is_empty());
    assert!(told(&mut desk, "off", "-vv").is_empty() && told(&mut desk, "0", "-vv").is_empty());
    let connections = told(&mut desk, "info", "-q");
    assert!(connections.iter().any(|line| line.contains("  bind ")), "{connections:#?}");
    assert!(!connections.iter().any(|line| line.contains("  search ")), "{connections:#?}");
    for value in ["1", "debug", "yes"] {
        assert!(told(&mut desk, value, "").iter().any(|line| line.contains("  search ")), "{value}");
    }
}
