//! Filters audit records. No I/O.

use jiff::Timestamp;

use super::{Action, AuditRecord, RecordFields};
use crate::domain::identity::same_name;

/// All given criteria must match.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordFilter {
    /// The account's name or objectGUID.
    pub account: Option<String>,
    /// The objectGUIDs of the accounts that had that name: a renamed account stays the same.
    pub account_ids: Vec<String>,
    /// The operator's directory name in any spelling, SID, or system user.
    pub operator: Option<String>,
    /// Empty: any action.
    pub actions: Vec<Action>,
    /// Inclusive.
    pub since: Option<Timestamp>,
    /// Exclusive.
    pub until: Option<Timestamp>,
    /// The case number.
    pub ticket: Option<String>,
}

impl RecordFilter {
    /// The names by which an operator's records can be looked up.
    pub fn operator_names(operator: &str) -> [&str; 2] {
        [operator_name(operator), operator]
    }

    /// Whether the account had the name that was asked for.
    pub fn matches_name(&self, account: &str) -> bool {
        self.account.as_ref().is_some_and(|wanted| same_name(account, wanted))
    }

    pub fn matches(&self, record: &AuditRecord) -> bool {
        self.matches_fields(&record.fields())
    }

    /// The same for a record of which only the fields that are looked for were read.
    pub fn matches_fields(&self, record: &RecordFields<'_>) -> bool {
        let RecordFields { at, who, act, ticket, .. } = record;
        let is = |wanted: &Option<String>, names: &[&str]| {
            wanted.as_ref().is_none_or(|wanted| names.iter().any(|name| same_name(name, wanted)))
        };
        let is_operator = |wanted: &str| {
            same_operator(&who.directory, wanted)
                || same_name(&who.system, wanted)
                || who.sid.as_deref().is_some_and(|sid| same_name(sid, wanted))
        };
        let is_id = self.account_ids.iter().any(|id| same_name(id, &act.account_id));
        // What a sign-in names is the operator.
        let has_account = self.account.is_none() || !act.account_id.is_empty();
        has_account
            && (is_id || is(&self.account, &[&act.account, &act.account_id]))
            && self.operator.as_deref().is_none_or(is_operator)
            && (self.actions.is_empty() || self.actions.contains(&act.action))
            && self.since.is_none_or(|since| *at >= since)
            && self.until.is_none_or(|until| *at < until)
            && is(&self.ticket, &[ticket.as_deref().unwrap_or_default()])
    }
}

/// Whether two spellings may be the same person. Records hold the sign-in name when the directory was not asked. Two
/// forms cannot be mapped to each other without the directory; then the names alone decide.
pub(super) fn same_operator(one: &str, other: &str) -> bool {
    let (one, other) = (SpelledOperator::parse(one), SpelledOperator::parse(other));
    let differ =
        |one: Option<&str>, other: Option<&str>| one.zip(other).is_some_and(|(one, other)| !same_name(one, other));
    same_name(one.name, other.name)
        && !one.name.is_empty()
        && !differ(one.short, other.short)
        && !differ(one.dns, other.dns)
}

/// The operator's own name, whatever domain it is spelled with.
pub(super) fn operator_name(spelled: &str) -> &str {
    SpelledOperator::parse(spelled).name
}

/// An operator's name in parts.
struct SpelledOperator<'a> {
    name: &'a str,
    /// The domain's NetBIOS name, in `DOMAIN\name`.
    short: Option<&'a str>,
    /// The domain part of a user principal name.
    dns: Option<&'a str>,
}

impl<'a> SpelledOperator<'a> {
    fn parse(text: &'a str) -> Self {
        if let Some((domain, name)) = text.split_once('\\') {
            // Either domain name may precede the backslash; only the DNS name has dots.
            let (dns, short) = if domain.contains('.') { (Some(domain), None) } else { (None, Some(domain)) };
            return Self { name, short, dns };
        }
        // Of a DN (`CN=anna,OU=…`), the value of the first attribute comes closest to a user name.
        if let Some((name, domain)) = text.rsplit_once('@').filter(|_| !text.contains('=')) {
            return Self { name, short: None, dns: Some(domain) };
        }
        let own = text.split_once('=').map_or(text, |(_, rest)| rest.split(',').next().unwrap_or(rest));
        Self { name: own.trim(), short: None, dns: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit::{Act, Actor, Step};

    fn record() -> AuditRecord {
        AuditRecord {
            at: "2026-05-04T12:17:00Z".parse().unwrap(),
            who: Actor {
                directory: r"CONTOSO\Anna".into(),
                sid: None,
                system: "ann01".into(),
                machine: "disk-7".into(),
            },
            act: Act::new(Action::Unlock, "7b2f".into(), "åsaöbe01".into()),
            step: Step::Done,
            intent: None,
            reason: None,
            server: None,
            ticket: Some("INC-1".into()),
        }
    }

    fn by(directory: &str, sid: Option<&str>) -> AuditRecord {
        let who = Actor { directory: directory.into(), sid: sid.map(Into::into), ..record().who };
        AuditRecord { who, ..record() }
    }

    #[test]
    fn operator_is_found_in_every_spelling() {
        let is = |record: &AuditRecord, wanted: &str| {
            RecordFilter { operator: Some(wanted.to_owned()), ..RecordFilter::default() }.matches(record)
        };
        let spelled =
            ["anna", r"contoso\ANNA", "anna@ad.contoso.example", "CN=Anna,OU=Staff,DC=ad,DC=contoso,DC=example"];
        let sid = "S-1-5-21-1-2-3-1104";
        for one in spelled {
            for other in spelled {
                assert!(is(&by(one, None), other), "{one}, {other}");
            }
            assert!(is(&by(one, Some(sid)), "s-1-5-21-1-2-3-1104"), "{one}");
            for stranger in [sid, "anna2", r"CONTOSO\an", "", "@", r"CONTOSO\"] {
                assert!(!is(&by(one, None), stranger), "{one}, {stranger}");
            }
        }
        assert!(!is(&by(r"CONTOSO\anna", None), r"FABRIKAM\anna"));
        assert!(!is(&by("anna@contoso.example", None), "anna@fabrikam.example"));
    }

    #[test]
    fn record_must_match_all_of_a_filter() {
        let text = |text: &str| Some(text.to_owned());
        let time = |text: &str| Some(text.parse().unwrap());
        let base = RecordFilter::default;
        let takes = |filter: RecordFilter| filter.matches(&record());
        assert!(takes(base()));
        for account in ["åsaöbe01", "ÅSAÖBE01", "7B2F"] {
            assert!(takes(RecordFilter { account: text(account), ..base() }), "{account}");
        }
        for operator in [r"contoso\anna", "anna", "ANN01"] {
            assert!(takes(RecordFilter { operator: text(operator), ..base() }), "{operator}");
        }
        assert!(takes(RecordFilter { actions: vec![Action::Reset, Action::Unlock], ..base() }));
        assert!(takes(RecordFilter {
            since: time("2026-05-04T12:17:00Z"),
            until: time("2026-05-04T12:17:01Z"),
            ..base()
        }));
        assert!(takes(RecordFilter { ticket: text("inc-1"), ..base() }));

        assert!(!takes(RecordFilter { account: text("åsa"), ..base() }));
        assert!(!takes(RecordFilter { operator: text("disk-7"), ..base() }));
        assert!(!takes(RecordFilter { actions: vec![Action::Reset], ..base() }));
        assert!(!takes(RecordFilter { since: time("2026-05-04T12:17:01Z"), ..base() }));
        assert!(!takes(RecordFilter { until: time("2026-05-04T12:17:00Z"), ..base() }));
        assert!(!takes(RecordFilter { ticket: text("INC-2"), ..base() }));
        assert!(!takes(RecordFilter { ticket: text("INC-1"), operator: text("bo"), ..base() }));
    }
}
