//! Resets and changes, with policy hints and without.

use super::*;
use ldap3::controls::RawControl;

const START: &str = "Start-Value-11";
const EARLIER: [&str; 2] = ["Second-Last-22", "Third-Last-33"];

fn eva() -> Person {
    Person::new("evakar01").named("Eva", "Karlsson").password(START, &EARLIER)
}

fn hints(oid: &str, crit: bool) -> RawControl {
    RawControl { ctype: oid.into(), crit, val: Some(vec![0x30, 3, 2, 1, 1]) }
}

const HINTS: &str = "1.2.840.113556.1.4.2239";
const HINTS_DEPRECATED: &str = "1.2.840.113556.1.4.2066";

#[tokio::test]
async fn reset_ignores_history_and_age() {
    for policy_hints in [true, false] {
        let rig = Rig::with_policy_hints(policy_hints, [eva()]).await;
        let (mut ldap, dn) = (rig.operator().await, rig.dn("evakar01"));
        for password in [START, EARLIER[0], "Good-Value-44", "Blåbär-Ö-31"] {
            ldap.modify(&dn, vec![reset_to(password)]).await.unwrap().success().unwrap();
            assert!(rig.practice.has_password("evakar01", password).unwrap());
            assert_eq!(rig.person("evakar01").password_set, Some(start_of_test()));
            assert_eq!(rig.refusal_of("CONTOSO\\evakar01", password).await, None);
        }
    }
}

#[tokio::test]
async fn reset_obeys_length_and_complexity() {
    for (policy_hints, rc, how) in [(true, 53, "Unwilling to perform"), (false, 19, "Constraint violation")] {
        let rig = Rig::with_policy_hints(policy_hints, [eva()]).await;
        let (mut ldap, dn) = (rig.operator().await, rig.dn("evakar01"));
        for (password, why) in [
            ("Ab1-", "the password is too short. It should be equal to or longer than 8 characters!"),
            ("", "the password is too short. It should be equal to or longer than 8 characters!"),
            ("abcdefghijkl", "the password does not meet the complexity criteria!"),
            ("ABCDEFG1", "the password does not meet the complexity criteria!"),
            ("xKarlsson-7", "the password does not meet the complexity criteria!"),
            ("EVAKAR01-x", "the password does not meet the complexity criteria!"),
        ] {
            let result = ldap.modify(&dn, vec![reset_to(password)]).await.unwrap();
            assert_eq!(result.rc, rc, "{password}: {result}");
            assert_eq!(result.text, format!("0000052D: {how} - check_password_restrictions: {why}"));
        }
        assert!(rig.practice.has_password("evakar01", START).unwrap());
    }
}

#[tokio::test]
async fn reset_with_hints_obeys_history() {
    let rig = Rig::new([eva()]).await;
    let (mut ldap, dn) = (rig.operator().await, rig.dn("evakar01"));
    for oid in [HINTS, HINTS_DEPRECATED] {
        for (password, why) in
            [(START, "(previous password)!"), (EARLIER[0], "(in history)!"), (EARLIER[1], "(in history)!")]
        {
            let result = ldap.with_controls(hints(oid, true)).modify(&dn, vec![reset_to(password)]).await.unwrap();
            assert_eq!(result.rc, 53, "{result}");
            let text = "0000052D: Unwilling to perform - check_password_restrictions: the password was already used";
            assert_eq!(result.text, format!("{text} {why}"));
        }
    }
    ldap.with_controls(hints(HINTS, true))
        .modify(&dn, vec![reset_to("Good-Value-44")])
        .await
        .unwrap()
        .success()
        .unwrap();
    let result = ldap.with_controls(hints(HINTS, false)).modify(&dn, vec![reset_to("Good-Value-55")]).await.unwrap();
    assert_eq!(result.rc, 53);
    assert!(result.text.ends_with("password is too young to change!"), "{result}");
    ldap.modify(&dn, vec![replace("pwdLastSet", "0")]).await.unwrap().success().unwrap();
    ldap.with_controls(hints(HINTS, true))
        .modify(&dn, vec![reset_to("Good-Value-55")])
        .await
        .unwrap()
        .success()
        .unwrap();
}

#[tokio::test]
async fn require_change_with_hints_needs_its_own_modify() {
    let rig = Rig::new([eva(), Person::new("school").special_policy("Skolan")]).await;
    let mut ldap = rig.operator().await;
    for account in ["evakar01", "school"] {
        let together = vec![reset_to("Good-Value-44"), replace("lockoutTime", "0"), replace("pwdLastSet", "0")];
        let result = ldap.with_controls(hints(HINTS, true)).modify(&rig.dn(account), together).await.unwrap();
        assert_eq!(result.rc, 53, "{account}");
        assert!(result.text.ends_with("password is too young to change!"), "{result}");
        let two = vec![reset_to("Good-Value-44"), replace("lockoutTime", "0")];
        ldap.with_controls(hints(HINTS, true)).modify(&rig.dn(account), two).await.unwrap().success().unwrap();
    }
}

#[tokio::test]
async fn hints_are_understood_or_refused() {
    let rig = Rig::new([eva()]).await;
    let without = Rig::without_hints([eva()]).await;
    let (mut ldap, dn) = (rig.operator().await, rig.dn("evakar01"));
    for (val, rc) in [(None, 12), (Some(b"xx".to_vec()), 12), (Some(vec![0x30, 3, 2, 1, 0]), 0)] {
        let control = RawControl { ctype: HINTS.into(), crit: true, val };
        let result = ldap.with_controls(control).modify(&dn, vec![reset_to(EARLIER[0])]).await.unwrap();
        assert_eq!(result.rc, rc, "{result}");
    }
    let mut ldap = without.operator().await;
    for (crit, rc) in [(true, 12), (false, 0)] {
        let result = ldap.with_controls(hints(HINTS, crit)).modify(&dn, vec![reset_to(EARLIER[0])]).await.unwrap();
        assert_eq!(result.rc, rc, "{result}");
        assert_eq!(without.practice.has_password("evakar01", EARLIER[0]).unwrap(), !crit);
    }
}

#[tokio::test]
async fn modify_is_atomic() {
    let rig = Rig::without_hints([eva().locked_at(start_of_test())]).await;
    let (mut ldap, dn) = (rig.operator().await, rig.dn("evakar01"));
    let all = |password| vec![replace("lockoutTime", "0"), replace("pwdLastSet", "0"), reset_to(password)];
    assert_eq!(ldap.modify(&dn, all("short")).await.unwrap().rc, 19);
    assert!(rig.person("evakar01").has_lockout_time());
    assert!(!rig.person("evakar01").must_change);
    ldap.modify(&dn, all("Good-Value-44")).await.unwrap().success().unwrap();
    assert!(!rig.person("evakar01").has_lockout_time());
    assert!(rig.person("evakar01").must_change);
    assert_eq!(rig.refusal_of("CONTOSO\\evakar01", "Good-Value-44").await.as_deref(), Some("773"));
}

#[tokio::test]
async fn set_then_change_obeys_the_history() {
    let rig = Rig::without_hints([eva()]).await;
    let (mut ldap, dn) = (rig.operator().await, rig.dn("evakar01"));
    ldap.modify(&dn, vec![reset_to("Random-Value-99")]).await.unwrap().success().unwrap();
    let result = ldap.modify(&dn, change("Random-Value-99", "Good-Value-44")).await.unwrap();
    assert_eq!(result.rc, 19);
    assert!(result.text.ends_with("password is too young to change!"), "{result}");
    ldap.modify(&dn, vec![replace("pwdLastSet", "0")]).await.unwrap().success().unwrap();
    for used in [START, EARLIER[0], EARLIER[1]] {
        let result = ldap.modify(&dn, change("Random-Value-99", used)).await.unwrap();
        assert_eq!(result.rc, 19);
        let text =
            "0000052D: Constraint violation - check_password_restrictions: the password was already used (in history)!";
        assert_eq!(result.text, text);
    }
    ldap.modify(&dn, change("Random-Value-99", "Good-Value-44")).await.unwrap().success().unwrap();
    assert_eq!(rig.refusal_of("CONTOSO\\evakar01", "Good-Value-44").await, None);
    assert!(!rig.person("evakar01").must_change, "a change satisfies the demand for one");
}

#[tokio::test]
async fn history_has_an_end() {
    // Skolan remembers five: the current one and four before it.
    let rig =
        Rig::without_hints([Person::new("school").special_policy("Skolan").password("Value-number-0", &[])]).await;
    let (mut ldap, dn) = (rig.operator().await, rig.dn("school"));
    for n in 1..=5 {
        let step = change(&format!("Value-number-{}", n - 1), &format!("Value-number-{n}"));
        ldap.modify(&dn, step).await.unwrap().success().unwrap();
    }
    assert_eq!(ldap.modify(&dn, change("Value-number-5", "Value-number-1")).await.unwrap().rc, 19);
    ldap.modify(&dn, change("Value-number-5", "Value-number-0")).await.unwrap().success().unwrap();
}

#[tokio::test]
async fn change_needs_old_password_and_no_right() {
    let rig = Rig::new([eva(), Person { protected: true, must_change: true, ..Person::new("rut") }]).await;
    let mut ldap = rig.operator().await;
    let result = ldap.modify(&rig.dn("evakar01"), change("Wrong-Guess-1", "Good-Value-44")).await.unwrap();
    assert_eq!(result.rc, 19);
    assert!(result.text.starts_with("00000056: "), "{result}");
    assert_eq!(rig.person("evakar01").bad_passwords, 1, "a guess is a guess");
    ldap.modify(&rig.dn("rut"), change(Person::PASSWORD, "Good-Value-44")).await.unwrap().success().unwrap();
}

#[tokio::test]
async fn locked_account_allows_reset_but_not_change() {
    let rig = Rig::new([eva().locked_at(start_of_test())]).await;
    let (mut ldap, dn) = (rig.operator().await, rig.dn("evakar01"));
    for old in [START, "Wrong-Guess-1"] {
        let result = ldap.modify(&dn, change(old, "Good-Value-44")).await.unwrap();
        assert_eq!(result.rc, 19);
        assert!(result.text.starts_with("00000775: "), "{result}");
    }
    ldap.modify(&dn, vec![reset_to("Good-Value-44")]).await.unwrap().success().unwrap();
    assert!(rig.person("evakar01").has_lockout_time(), "a reset does not unlock");
}

#[tokio::test]
async fn special_policy_applies() {
    let rig = Rig::new([Person::new("school").special_policy("Skolan")]).await;
    let (mut ldap, dn) = (rig.operator().await, rig.dn("school"));
    let result = ldap.modify(&dn, vec![reset_to("Nine-chr1")]).await.unwrap();
    assert!(result.text.ends_with("longer than 10 characters!"), "{result}");
    ldap.modify(&dn, vec![reset_to("Ten-chars1")]).await.unwrap().success().unwrap();
    ldap.modify(&dn, change("Ten-chars1", "Ten-chars2")).await.unwrap().success().unwrap();
}

#[tokio::test]
async fn malformed_passwords() {
    let rig = Rig::new([eva()]).await;
    let (mut ldap, dn) = (rig.operator().await, rig.dn("evakar01"));
    let values = |values: &[&[u8]]| values.iter().map(|value| value.to_vec()).collect::<HashSet<_>>();
    let unquoted: Vec<u8> = "Good-Value-44".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let odd = [quoted("Good-Value-44"), b"x".to_vec()].concat();
    let odd_within = [b"\"\0x".to_vec(), quoted("Good-Value-44")[2..].to_vec()].concat();
    let one_quote = &quoted("Good-Value-44")[..28];
    for value in [&unquoted, b"\"Good-Value-44\"".as_slice(), &odd, &odd_within, one_quote, b"", b"\"", b"\"\0"] {
        let change = vec![Mod::Replace("unicodePwd".into(), values(&[value]))];
        let result = ldap.modify(&dn, change).await.unwrap();
        assert_eq!((result.rc, &result.text[..8]), (53, "0000001F"), "{result}");
    }
    let good = quoted("Good-Value-44");
    for shape in [
        vec![Mod::Add("unicodePwd".into(), values(&[&good]))],
        vec![Mod::Delete("unicodePwd".into(), values(&[&good]))],
        vec![Mod::Delete("unicodePwd".into(), HashSet::new())],
        vec![Mod::Replace("unicodePwd".into(), HashSet::new())],
        vec![Mod::Replace("unicodePwd".into(), values(&[&good, &quoted("Good-Value-55")]))],
        vec![reset_to("Good-Value-44"), reset_to("Good-Value-55")],
        [change(START, "Good-Value-44"), vec![reset_to("Good-Value-55")]].concat(),
    ] {
        let result = ldap.modify(&dn, shape).await.unwrap();
        assert_eq!((result.rc, &result.text[..8]), (53, "00002081"), "{result}");
    }
    // Half a surrogate pair is a password like another: AD looks at units, not characters.
    let half = [quoted("Good-Value-44\u{1}")[..28].to_vec(), vec![0, 0xd8, b'"', 0]].concat();
    ldap.modify(&dn, vec![Mod::Replace("unicodePwd".into(), values(&[&half]))]).await.unwrap().success().unwrap();
}

#[tokio::test]
async fn no_password_is_kept_or_shown() {
    let rig = Rig::new([eva()]).await;
    rig.operator().await.modify(&rig.dn("evakar01"), vec![reset_to("Good-Value-44")]).await.unwrap().success().unwrap();
    for entry in std::fs::read_dir(rig.folder.path()).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        assert!(![START, EARLIER[0], "Good-Value-44"].iter().any(|password| text.contains(password)));
    }
    let entry = rig.entry("evakar01", &["*", "unicodePwd"]).await;
    assert!(!entry.attrs.contains_key("unicodePwd") && !entry.bin_attrs.contains_key("unicodePwd"));
}
