//! The predictor and a real controller, asked about the same thousands of passwords: they never
//! disagree. Passwords are reset, which asks for length and kinds of character and not for history,
//! so that history never decides.

use std::collections::BTreeMap;

use futures_util::{StreamExt, stream};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRng, TestRunner};
use servicedesk::adapters::directory::LdapDirectory;
use servicedesk::adapters::system::SystemRandom;
use servicedesk::domain::account::Account;
use servicedesk::domain::password::Password;
use servicedesk::domain::policy::{LocalRules, PersonNames, PolicyRule, PolicySource, UncheckedRule, judge};
use servicedesk::domain::query::Query;
use servicedesk::ports::FindAccounts;
use servicedesk::practice::Person;

use super::{Samba, quoted, replace};
use crate::support::contract::{TestServer, password, unique};

/// For each of two controllers and three policies.
const CASES: usize = 600;

macro_rules! controller {
    ($name:ident) => {
        mod $name {
            use super::*;

            #[tokio::test]
            async fn prediction_agrees_under_domain_policy() {
                agree(stringify!($name), None).await;
            }

            #[tokio::test]
            async fn prediction_agrees_under_longer_policy() {
                agree(stringify!($name), Some(Samba::READABLE)).await;
            }

            #[tokio::test]
            async fn prediction_agrees_under_unreadable_policy() {
                agree(stringify!($name), Some(Samba::UNREADABLE)).await;
            }
        }
    };
}
controller!(stock);
controller!(hints);

async fn agree(controller: &str, special: Option<&str>) {
    let samba = Samba::start(controller).await;
    let name = unique("agree-");
    let person = Person {
        name: format!("Eva Åkesson-Karlsson {name}"),
        display_name: Some("Eva Åkesson-Karlsson".to_owned()),
        special_policy: special.map(str::to_owned),
        ..Person::new(&name)
    };
    samba.add(person).await;
    let account = as_administrator(&samba, &name).await;
    let least = account.policy.known().expect("an administrator reads every policy").min_length;
    let passwords = some_passwords(&name, least.try_into().unwrap());

    let answers: Vec<_> = stream::iter(&passwords)
        .map(|text| {
            let (mut ldap, dn) = (samba.administrator.clone(), account.dn.clone());
            async move {
                let change = vec![replace("unicodePwd", quoted(text))];
                let answer = ldap.modify(&dn, change).await.unwrap();
                assert!(answer.rc == 0 || answer.text.starts_with("0000052D"), "{text:?}: {answer:?}");
                answer
            }
        })
        .buffered(16)
        .collect()
        .await;

    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (text, answer) in passwords.iter().zip(&answers) {
        let predicted = predict(text, &account);
        *seen.entry(predicted).or_default() += 1;
        let agreed = match predicted {
            "accepted" => answer.rc == 0,
            "unknown" => true,
            refused => answer.rc != 0 && answer.text.contains(refused),
        };
        assert!(agreed, "{controller}: {text:?}: predicted {predicted}, but {answer:?}");
    }
    // Each answer was really tried, and the predictor does not hide behind not knowing.
    for answer in ["accepted", TOO_SHORT, NOT_COMPLEX] {
        assert!(seen.get(answer).is_some_and(|n| *n > CASES / 20), "{controller}: {seen:?}");
    }
    assert!(seen.get("unknown").is_none_or(|n| *n < CASES / 20), "{controller}: {seen:?}");
    samba.end().await;
}

/// What Samba says of a password that is refused.
const TOO_SHORT: &str = "the password is too short";
const NOT_COMPLEX: &str = "does not meet the complexity criteria";

fn predict(text: &str, account: &Account) -> &'static str {
    let names = PersonNames { account: account.name.as_str(), display: &account.display_name };
    let report = judge(&password(text), &LocalRules::default(), Some((&account.policy, names)));
    let broken = |rule| {
        report
            .rule_results
            .iter()
            .any(|ruling| ruling.source != PolicySource::Local && ruling.rule == rule && !ruling.ok)
    };
    let others = |rule| rule != PolicyRule::MinLength && rule != PolicyRule::Complexity;
    let other = report
        .rule_results
        .iter()
        .find(|ruling| ruling.source != PolicySource::Local && !ruling.ok && others(ruling.rule));
    assert!(other.is_none(), "{text:?}: Samba has no such rule: {other:?}");
    // In the order in which the server looks.
    if broken(PolicyRule::MinLength) {
        TOO_SHORT
    } else if broken(PolicyRule::Complexity) {
        NOT_COMPLEX
    } else if report.unknown.contains(&UncheckedRule::Complexity) {
        "unknown"
    } else {
        "accepted"
    }
}

async fn as_administrator(samba: &Samba, name: &str) -> Account {
    let (user, secret) = samba.administrator();
    let settings = servicedesk::adapters::directory::DirectorySettings { user, ..samba.settings() };
    let directory = LdapDirectory::connect(settings, password(&secret), &SystemRandom).await.unwrap();
    directory.find(&Query::parse(name).unwrap()).await.unwrap().accounts.remove(0)
}

/// The same ones every time.
fn some_passwords(account: &str, least: usize) -> Vec<String> {
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(Default::default()));
    let strategy = passwords(account, least);
    let mut some = vec![];
    while some.len() < CASES {
        let text = strategy.new_tree(&mut runner).unwrap().current();
        if Password::parse(text.clone()).is_ok() {
            some.push(text);
        }
    }
    some
}

/// 1 to 300 characters of every sort; many at the edge of the shortest length, many of few kinds.
fn passwords(account: &str, least: usize) -> impl Strategy<Value = String> {
    let names = [account, "Eva", "åkesson", "KARLSSON", "Åkesson-Karlsson", "eva åkesson"].map(str::to_owned);
    let marked =
        ["e\u{301}", "a\u{30a}", "A\u{308}", "o\u{308}", "n\u{303}", "\u{200d}", "\u{fe0f}"].map(str::to_owned);
    let astral = prop::char::ranges(vec!['\u{10000}'..='\u{1fbff}', '\u{20000}'..='\u{2fa1d}'].into());
    let piece = prop_oneof![
        4 => "[ -~]{1,8}",
        2 => "[a-z]{1,6}",
        2 => "[A-Z]{1,6}",
        2 => "[0-9]{1,6}",
        1 => "[!-/:-@\\[-`{-~]{1,4}",
        1 => "[ \u{a0}\u{3000}\t]{1,3}".prop_filter("no control", |text| !text.contains(char::is_control)),
        2 => "[åäöÅÄÖéÉüÜßøØæÆñÑçÇœŒžŽşŞğĞıİſªºµ]{1,4}",
        1 => "[α-ωΑ-ΡΣ-Ωа-яА-ЯёЁ]{1,4}",
        1 => "[中文字جあアกก़한]{1,3}",
        1 => prop::sample::select(names.to_vec()),
        1 => prop::sample::select(marked.to_vec()),
        1 => prop::collection::vec(prop::char::range('\u{1f300}', '\u{1faff}'), 1..4).prop_map(String::from_iter),
        1 => astral.prop_map(String::from),
    ];
    let joined = prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat());
    let few_kinds =
        prop_oneof!["[a-z]{1,24}", "[A-Z0-9]{1,24}", "[a-z ]{1,24}", "[a-zåäö]{1,24}", "[a-z😀]{1,24}", "[A-Z-]{1,24}"];
    // To within a unit of the shortest, the last character of one unit or of two.
    let edge = ("[a-zA-Z0-9-]{40}", any::<bool>(), 0..3_usize).prop_map(move |(text, pair, more)| {
        let units = (least + more).saturating_sub(1);
        let end = if pair { "😀" } else { "x" };
        format!("{}{end}", &text[..units.saturating_sub(if pair { 2 } else { 1 })])
    });
    let long = ("[a-zA-Z0-9 åäö😀]{1,10}", 1..300_usize)
        .prop_map(|(text, length)| text.chars().cycle().take(length).collect::<String>());
    prop_oneof![6 => joined, 3 => few_kinds, 3 => edge, 2 => long, 1 => any::<char>().prop_map(|c| format!("Abcdefghijklmn{c}"))]
}
