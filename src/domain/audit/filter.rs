//! Which records someone wants to see. Finds nothing itself.

use jiff::Timestamp;

use super::{Action, Record};

/// Which records are wanted: those that fit everything that is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this account, by name or lasting identifier.
    pub account: Option<String>,
    /// By this operator: the name in the directory, with or without its domain, or the user of the computer.
    pub operator: Option<String>,
    /// Of these kinds; none: of every kind.
    pub actions: Vec<Action>,
    /// Not before this.
    pub since: Option<Timestamp>,
    /// Before this.
    pub until: Option<Timestamp>,
    /// With this case number.
    pub ticket: Option<String>,
}

impl Filter {
    /// Whether the record is wanted.
    pub fn takes(&self, record: &Record) -> bool {
        let Record { at, who, act, ticket, .. } = record;
        let is = |wanted: &Option<String>, names: &[&str]| {
            wanted.as_ref().is_none_or(|wanted| names.iter().any(|name| same(name, wanted)))
        };
        let bare = who.directory.rsplit('\\').next().unwrap_or_default();
        let bare = bare.split('@').next().unwrap_or_default();
        is(&self.account, &[&act.account, &act.account_id])
            && is(&self.operator, &[&who.directory, bare, &who.system])
            && (self.actions.is_empty() || self.actions.contains(&act.action))
            && self.since.is_none_or(|since| *at >= since)
            && self.until.is_none_or(|until| *at < until)
            && is(&self.ticket, &[ticket.as_deref().unwrap_or_default()])
    }
}

/// As the directory compares names.
fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit::{Act, Step, Who};

    fn record() -> Record {
        Record {
            at: "2026-05-04T12:17:00Z".parse().unwrap(),
            who: Who { directory: r"CONTOSO\Anna".into(), system: "ann01".into(), machine: "disk-7".into() },
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

    #[test]
    fn everything_that_is_asked_must_fit() {
        let text = |text: &str| Some(text.to_owned());
        let time = |text: &str| Some(text.parse().unwrap());
        let base = Filter::default;
        let takes = |filter: Filter| filter.takes(&record());
        assert!(takes(base()));
        for account in ["åsaöbe01", "ÅSAÖBE01", "7B2F"] {
            assert!(takes(Filter { account: text(account), ..base() }), "{account}");
        }
        for operator in [r"contoso\anna", "anna", "ANN01"] {
            assert!(takes(Filter { operator: text(operator), ..base() }), "{operator}");
        }
        assert!(takes(Filter { actions: vec![Action::Reset, Action::Unlock], ..base() }));
        assert!(takes(Filter { since: time("2026-05-04T12:17:00Z"), until: time("2026-05-04T12:17:01Z"), ..base() }));
        assert!(takes(Filter { ticket: text("inc-1"), ..base() }));

        assert!(!takes(Filter { account: text("åsa"), ..base() }));
        assert!(!takes(Filter { operator: text("disk-7"), ..base() }));
        assert!(!takes(Filter { actions: vec![Action::Reset], ..base() }));
        assert!(!takes(Filter { since: time("2026-05-04T12:17:01Z"), ..base() }));
        assert!(!takes(Filter { until: time("2026-05-04T12:17:00Z"), ..base() }));
        assert!(!takes(Filter { ticket: text("INC-2"), ..base() }));
        assert!(!takes(Filter { ticket: text("INC-1"), operator: text("bo"), ..base() }));
    }
}
