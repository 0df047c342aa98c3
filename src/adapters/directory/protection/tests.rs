//! What protects an account, and that an unclear answer does.

use std::collections::HashMap;

use ldap3::{LdapResult, SearchEntry};

use super::*;
use crate::adapters::directory::errors;
use crate::domain::sid::Sid;

const HEAD: &str = "DC=example,DC=com";

fn sid(rid: u32) -> Sid {
    Sid::parse(&format!("S-1-5-21-1-2-3-{rid}")).unwrap()
}

fn entry(attributes: &[(&str, &str)], sid: Option<Sid>) -> LdapEntry {
    let attrs = attributes.iter().map(|(name, value)| (name.to_string(), vec![value.to_string()])).collect();
    let bin_attrs = sid.iter().map(|sid| ("objectSid".to_owned(), vec![sid.bytes().to_vec()]));
    SearchEntry { dn: format!("CN=Eva,OU=Staff,{HEAD}"), attrs, bin_attrs: bin_attrs.collect() }.into()
}

fn eva(attributes: &[(&str, &str)]) -> LdapEntry {
    let named = [("sAMAccountName", "evaand01"), ("userPrincipalName", "eva@example.com")];
    entry(&[&named, attributes].concat(), Some(sid(1001)))
}

/// The operator is number 1002, and `anna` a supervisor.
fn rules(unit: Option<&str>) -> ProtectionRules {
    let root = SearchEntry {
        dn: String::new(),
        attrs: HashMap::new(),
        bin_attrs: [(TOKEN.to_owned(), vec![sid(1002).bytes().to_vec()])].into(),
    };
    ProtectionRules {
        groups: Groups::of(vec![(sid(2000), "Chefer".to_owned())], vec![]),
        units: ProtectedUnits::of(unit.as_slice()),
        reader: OperatorToken::from_root(Some(&root.into())),
        operators: Some(vec!["anna".to_owned()]),
    }
}

#[test]
fn certain_reason_is_given_before_an_unknown() {
    let plain = || Membership::Token(vec![sid(513)]);
    let hidden = Some(Readable { admin_count: false, groups: true });
    let all = Some(Readable::ALL);
    let unit = format!("OU=Staff,{HEAD}");
    let (member, in_unit) = (Protection::MemberOf("Chefer".to_owned()), Protection::InProtectedUnit(unit.clone()));
    let (eva_plain, anna) = (eva(&[]), entry(&[("sAMAccountName", "anna")], Some(sid(1001))));
    let (own, nameless) = (entry(&[], Some(sid(1002))), entry(&[("sAMAccountName", "evaand01")], None));
    let odd = LdapEntry::from(SearchEntry { dn: "Eva".to_owned(), attrs: HashMap::new(), bin_attrs: HashMap::new() });
    let token = |rid| Membership::Token(vec![sid(513), sid(rid)]);
    let (admin, other_count) = (eva(&[("adminCount", "1")]), eva(&[("adminCount", "0")]));
    for (entry, readable, membership, unit, expected) in [
        (&eva_plain, all, plain(), None, None),
        (&eva_plain, all, Membership::Clear, None, None),
        (&eva_plain, all, plain(), Some("OU=Else,DC=example,DC=com"), None),
        (&other_count, hidden, plain(), None, None),
        (&admin, None, Membership::Unreadable, None, Some(Protection::AdminCount)),
        (&eva_plain, None, token(2000), None, Some(member.clone())),
        (&eva_plain, None, token(512), None, Some(Protection::MemberOf("Domain Admins".to_owned()))),
        (&eva_plain, None, Membership::Unreadable, Some(&*unit), Some(in_unit)),
        (&own, None, Membership::Unreadable, None, Some(Protection::OwnAccount)),
        (&anna, None, Membership::Unreadable, None, Some(Protection::Supervisor)),
        (&odd, all, plain(), Some(&*unit), Some(Protection::Unknown("distinguishedName"))),
        (&eva_plain, all, Membership::Unreadable, None, Some(Protection::Unknown(TOKEN))),
        (&nameless, all, plain(), None, Some(Protection::Unknown("objectSid"))),
        (&eva_plain, hidden, plain(), None, Some(Protection::Unknown("adminCount"))),
        (&eva_plain, None, plain(), None, Some(Protection::Unknown(ACCESS_LIST))),
    ] {
        assert_eq!(rules(unit).decide(entry, readable, &membership), expected, "{membership:?} {readable:?} {unit:?}");
    }
}

#[test]
fn operators_are_protected_only_where_that_is_set() {
    let rules = ProtectionRules { operators: None, ..rules(None) };
    for entry in [entry(&[], Some(sid(1002))), entry(&[("sAMAccountName", "anna")], None)] {
        assert_eq!(rules.decide(&entry, Some(Readable::ALL), &Membership::Clear), None);
    }
}

/// A controller that reaches no global catalogue refuses the token. Every token holds the primary group.
#[test]
fn token_that_was_not_given_hides_groups() {
    let answered = |rc| {
        let (matched, text) = (String::new(), String::new());
        errors::refused("dc1", &LdapResult { rc, matched, text, refs: vec![], ctrls: vec![] })
    };
    let with = |sids: Vec<Vec<u8>>| {
        let bin_attrs = [(TOKEN.to_owned(), sids)].into();
        Some(SearchEntry { dn: String::new(), attrs: HashMap::new(), bin_attrs }.into())
    };
    let unreadable = Membership::Unreadable;
    for (read, expected) in [
        (Err(answered(1)), unreadable.clone()),
        (Err(answered(50)), unreadable.clone()),
        (Ok(None), unreadable.clone()),
        (Ok(with(vec![])), unreadable.clone()),
        (Ok(with(vec![sid(513).bytes().to_vec(), vec![1]])), unreadable),
        (Ok(with(vec![sid(513).bytes().to_vec()])), Membership::Token(vec![sid(513)])),
    ] {
        assert_eq!(token::membership(read).unwrap(), expected);
    }
    assert!(token::membership(Err(answered(51))).is_err(), "another controller may tell");
}

/// A group that comes with the domain: its name, SID and the groups it is in.
fn group(name: &str, sid: Option<Sid>, outer: &[&str]) -> LdapEntry {
    let dn = |name: &str| format!("CN={name},{HEAD}");
    let (cut, outer): (Vec<_>, Vec<_>) = outer.iter().partition(|name| **name == "…");
    let attribute = if cut.is_empty() { "memberOf" } else { "memberOf;range=0-1499" };
    SearchEntry {
        dn: dn(name),
        attrs: [(attribute.to_owned(), outer.into_iter().copied().map(dn).collect())].into(),
        bin_attrs: sid.iter().map(|sid| ("objectSid".to_owned(), vec![sid.bytes().to_vec()])).collect(),
    }
    .into()
}

#[test]
fn primary_group_is_clear_if_all_above_it_are() {
    let builtin = |rid: u32| Sid::parse(&format!("S-1-5-32-{rid}"));
    let users = |outer: &[&str]| group("Domain Users", Some(sid(513)), outer);
    let outer = |sid, outer: &[&str]| group("Users", sid, outer);
    for (rid, groups, is_clear) in [
        (513, vec![users(&[])], true),
        (513, vec![users(&["Users"]), outer(builtin(545), &[])], true),
        (513, vec![users(&["Users"]), outer(builtin(545), &["Domain Users"])], true),
        (514, vec![users(&[])], false),
        (545, vec![users(&["Users"]), outer(builtin(545), &[])], false),
        (513, vec![users(&["Others"])], false),
        (513, vec![users(&["…"])], false),
        (513, vec![users(&["Users"]), outer(None, &[])], false),
        (513, vec![users(&["Users"]), outer(builtin(544), &[])], false),
        (513, vec![users(&["Users"]), outer(Some(sid(2000)), &[])], false),
        (513, vec![users(&["Users"]), outer(builtin(545), &["Inner"]), group("Inner", builtin(544), &[])], false),
    ] {
        let dns: Vec<_> = groups.iter().map(|group| (group.dn.clone(), group.all("memberOf").to_vec())).collect();
        let groups = Groups::of(vec![(sid(2000), "Chefer".to_owned())], groups);
        assert_eq!(groups.primary_is_clear(rid), is_clear, "{rid}: {dns:?}");
    }
}
