//! Selects audit records. Reads no store.

use jiff::Timestamp;

use super::{Action, AuditRecord};

/// Selects the records that match all of these.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordFilter {
    /// The account, by name or objectGUID.
    pub account: Option<String>,
    /// The operator, by name in any spelling, SID or user name on the computer.
    pub operator: Option<String>,
    /// The actions; empty: all.
    pub actions: Vec<Action>,
    /// The earliest time.
    pub since: Option<Timestamp>,
    /// The end, exclusive.
    pub until: Option<Timestamp>,
    /// The case number.
    pub ticket: Option<String>,
}

impl RecordFilter {
    /// Whether the record matches.
    pub fn takes(&self, record: &AuditRecord) -> bool {
        let AuditRecord { at, who, act, ticket, .. } = record;
        let is = |wanted: &Option<String>, names: &[&str]| {
            wanted.as_ref().is_none_or(|wanted| names.iter().any(|name| same(name, wanted)))
        };
        let is_operator = |wanted: &str| {
            same_operator(&who.directory, wanted)
                || same(&who.system, wanted)
                || who.sid.as_deref().is_some_and(|sid| same(sid, wanted))
        };
        is(&self.account, &[&act.account, &act.account_id])
            && self.operator.as_deref().is_none_or(is_operator)
            && (self.actions.is_empty() || self.actions.contains(&act.action))
            && self.since.is_none_or(|since| *at >= since)
            && self.until.is_none_or(|until| *at < until)
            && is(&self.ticket, &[ticket.as_deref().unwrap_or_default()])
    }
}

/// Whether two spellings may mean the same person. Some records only have the name that the operator typed, and
/// different kinds of spelling cannot be compared without the directory: then the names alone decide.
pub(super) fn same_operator(one: &str, other: &str) -> bool {
    let (one, other) = (Spelled::read(one), Spelled::read(other));
    let apart =
        |one: Option<&str>, other: Option<&str>| matches!((one, other), (Some(one), Some(other)) if !same(one, other));
    same(one.name, other.name) && !one.name.is_empty() && !apart(one.short, other.short) && !apart(one.dns, other.dns)
}

/// An operator's name in parts.
struct Spelled<'a> {
    name: &'a str,
    /// The domain's short (NetBIOS) name.
    short: Option<&'a str>,
    /// The domain's DNS name, or the suffix of a user principal name.
    dns: Option<&'a str>,
}

impl<'a> Spelled<'a> {
    fn read(text: &'a str) -> Self {
        if let Some((domain, name)) = text.split_once('\\') {
            // It may be the short or the DNS name; only a DNS name has dots.
            let (dns, short) = if domain.contains('.') { (Some(domain), None) } else { (None, Some(domain)) };
            return Self { name, short, dns };
        }
        // Of a DN, `CN=anna,OU=…`, the entry's own value comes closest to a name.
        if let Some((name, domain)) = text.rsplit_once('@').filter(|_| !text.contains('=')) {
            return Self { name, short: None, dns: Some(domain) };
        }
        let own = text.split_once('=').map_or(text, |(_, rest)| rest.split(',').next().unwrap_or(rest));
        Self { name: own.trim(), short: None, dns: None }
    }
}

/// Compares names like the directory does.
fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
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
            act: Act {
                action: Action::Unlock,
                account_id: "7b2f".into(),
                account: "åsaöbe01".into(),
                number: None,
                number_mark: None,
                identified_by: None,
                delivery: None,
                reason: None,
            },
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
            RecordFilter { operator: Some(wanted.to_owned()), ..RecordFilter::default() }.takes(record)
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
        let takes = |filter: RecordFilter| filter.takes(&record());
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
