//! Several accounts at once.

use super::*;

/// A word in a list is a whole user name: a typing error shows nobody else.
#[test]
fn several_accounts_are_looked_up_each_by_its_name() {
    let mut desk = TestDesk::demo();
    let run = desk.run("lookup jesrab01 nobody99 perols01@contoso.example -o csv -q");
    let rows: Vec<&str> = run.lines().filter(|line| line.starts_with("out ") && !line.contains("asked,")).collect();
    assert!(rows[0].starts_with("out jesrab01,,,jesrab01,"), "{run}");
    assert!(rows[1].starts_with("out nobody99,,no_such_account,,"), "{run}");
    assert!(rows[2].starts_with("out perols01@contoso.example,,,perols01,"), "{run}");
    assert!(rows.len() == 3 && run.ends_with("exit 7"), "{run}");

    assert!(desk.run("lookup jesrab01 evakar02 -q").ends_with("exit 0"));
    assert!(desk.run("lookup nobody98 nobody99 -q").ends_with("exit 3"));
    // Words without a digit are one name.
    assert!(desk.run("lookup Eva Karlsson -o json").contains("evakar02"));

    // A user name without one is taken for a name, unless each word is a user name and nobody has the name.
    let both = desk.run("lookup jesrab01 mmeyers");
    assert!(both.contains("jesrab01  Jesper Råberg") && both.contains("mmeyers   Mia Meyers"), "{both}");
    assert!(both.ends_with("exit 0"), "{both}");
    for neither in ["jesrab01 nobody", "mmeyers nobody", "meyers nobody"] {
        assert!(desk.run(&format!("lookup {neither} -q")).ends_with("exit 3"), "{neither}");
    }

    // A part of a name finds nobody here.
    let listed = desk
        .piped(["account;x", "karlsson;x", "evakar01;x", "0701740606;x", "EVAKAR02;x"])
        .run("lookup --from - -o csv -q");
    let rows: Vec<&str> = listed.lines().filter(|line| line.starts_with("out ") && !line.contains("asked,")).collect();
    assert!(rows[0].starts_with("out karlsson,2,no_such_account,,"), "{listed}");
    assert!(rows[1].starts_with("out evakar01,3,,evakar01,"), "{listed}");
    assert!(rows[2].starts_with("out 0701740606,4,no_such_account,,"), "{listed}");
    assert!(rows[3].starts_with("out EVAKAR02,5,,evakar02,"), "{listed}");
}

#[test]
fn several_accounts_are_lines_as_they_are_found() {
    let mut desk = TestDesk::demo();
    let run = desk.run("lookup jesrab01 nobody99 -o jsonl -q");
    let out: String = run.lines().filter_map(|line| line.strip_prefix("out ")).collect();
    let lines = serde_json::Deserializer::from_str(&out).into_iter::<serde_json::Value>();
    let lines: Vec<serde_json::Value> = lines.map(Result::unwrap).collect();
    let told: Vec<String> = lines.iter().map(|line| format!("{} {}", line["asked"], line["failure"])).collect();
    assert_eq!(told, [r#""jesrab01" null"#, r#""nobody99" "no_such_account""#], "{run}");
    let run = desk.run("lookup mmeyers jesrab01 -o jsonl -q");
    assert!(run.contains(r#""asked": "mmeyers""#) && run.contains(r#""asked": "jesrab01""#), "{run}");
    assert!(desk.run("lookup --from nowhere.txt -o jsonl").contains(r#""kind": "input""#));
    assert!(desk.run("lookup --from x --each-server").ends_with("exit 2"));
}
