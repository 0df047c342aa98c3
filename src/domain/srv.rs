//! Orders servers by the priority and weight of their DNS SRV records (RFC 2782). Queries nothing.

/// An SRV record: one server of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Srv {
    /// The priority; lower ones are tried first.
    pub priority: u16,
    /// The server's relative share of clients among those of its priority.
    pub weight: u16,
    /// The port.
    pub port: u16,
    /// The server's full name, without the trailing dot.
    pub target: String,
}

/// Returns the records in the order to try them. `below(n)` returns a random number below `n`, each equally likely.
pub fn in_order(mut records: Vec<Srv>, mut below: impl FnMut(u64) -> u64) -> Vec<Srv> {
    // Records with weight 0 come first in their priority, as RFC 2782 requires, so that they are seldom drawn.
    records.sort_by_key(|record| (record.priority, record.weight));
    let mut ordered = Vec::with_capacity(records.len());
    while let Some(first) = records.first() {
        let priority = first.priority;
        let equals = records.iter().take_while(|record| record.priority == priority);
        let sum: u64 = equals.clone().map(|record| u64::from(record.weight)).sum();
        let drawn = if equals.count() > 1 { below(sum + 1) } else { 0 };
        let mut running = 0;
        let at = records.iter().position(|record| {
            running += u64::from(record.weight);
            running >= drawn
        });
        ordered.push(records.remove(at.unwrap_or(0)));
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn srv(priority: u16, weight: u16, target: &str) -> Srv {
        Srv { priority, weight, port: 389, target: target.to_owned() }
    }

    fn names(records: Vec<Srv>, below: impl FnMut(u64) -> u64) -> Vec<String> {
        in_order(records, below).into_iter().map(|record| record.target).collect()
    }

    #[test]
    fn a_lower_priority_goes_first_whatever_is_drawn() {
        let records = || vec![srv(10, 900, "far"), srv(0, 1, "near"), srv(5, 0, "between")];
        assert_eq!(names(records(), |_| 0), ["near", "between", "far"]);
        assert_eq!(names(records(), |bound| bound - 1), ["near", "between", "far"]);
    }

    #[test]
    fn a_weight_is_a_share() {
        let records = || vec![srv(0, 0, "none"), srv(0, 25, "quarter"), srv(0, 75, "most")];
        let first = |drawn: u64| names(records(), move |bound| drawn.min(bound - 1))[0].clone();
        let mut shares = std::collections::BTreeMap::new();
        for drawn in 0..=100 {
            *shares.entry(first(drawn)).or_insert(0) += 1;
        }
        assert_eq!(shares, [("most".to_owned(), 75), ("none".to_owned(), 1), ("quarter".to_owned(), 25)].into());
    }

    #[test]
    fn nothing_is_drawn_for_one() {
        assert_eq!(names(vec![srv(0, 100, "only")], |_| unreachable!()), ["only"]);
        assert!(names(vec![], |_| unreachable!()).is_empty());
    }

    proptest! {
        #[test]
        fn each_is_there_once_and_no_priority_is_passed(
            records in proptest::collection::vec((0_u16..4, any::<u16>()), 0..12),
            draws in proptest::collection::vec(any::<u64>(), 12),
        ) {
            let records: Vec<Srv> =
                records.into_iter().enumerate().map(|(n, (p, w))| srv(p, w, &n.to_string())).collect();
            let mut draws = draws.into_iter();
            let ordered = in_order(records.clone(), |bound| draws.next().unwrap_or(0) % bound);
            prop_assert!(ordered.is_sorted_by_key(|record| record.priority));
            let sorted = |mut all: Vec<Srv>| { all.sort_by(|a, b| a.target.cmp(&b.target)); all };
            prop_assert_eq!(sorted(ordered), sorted(records));
        }
    }
}
