//! Which accounts of a directory no code can reach, and which numbers several have. Takes one account after another and
//! keeps of each only what the report may need, so that a large directory fits in memory.

use std::collections::HashMap;

use super::account::{RegisteredNumbers, Unreachable};
use super::named_enum::kinds_of;
use super::phone::{NotMobile, Phone};

/// An account, as a report names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holder {
    /// The user name; the DN where that cannot be read.
    pub account: Box<str>,
    pub display_name: Option<Box<str>>,
    pub department: Option<Box<str>>,
}

/// What is wrong with the numbers of one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberFinding {
    pub holder: Holder,
    pub problem: NumberProblem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberProblem {
    /// No code can be sent.
    Unreachable(Unreachable),
    /// Others have the number too.
    Shared {
        /// Masked.
        number: String,
        /// How many others.
        others: usize,
        /// The first of them by name.
        named: Vec<Box<str>>,
    },
}

kinds_of! {
    /// What is wrong with the numbers. What a failure or a warning of a caller has a name for has that name.
    pub enum NumberProblemKind of NumberProblem {
        NoMobile = "no_mobile" if Self::Unreachable(Unreachable::Missing),
        MobileHidden = "mobile_hidden" if Self::Unreachable(Unreachable::Hidden),
        MobileUnreadable = "mobile_unreadable" if Self::Unreachable(Unreachable::Unreadable(_)),
        MobileIsLandline = "mobile_is_landline" if Self::Unreachable(Unreachable::NotMobile(NotMobile::Landline)),
        MobileHasWrongLength = "mobile_has_wrong_length" if Self::Unreachable(Unreachable::NotMobile(
            NotMobile::TooShort { .. } | NotMobile::TooLong { .. } | NotMobile::ForeignLength(_)
        )),
        MobileIsMachine = "mobile_is_machine" if Self::Unreachable(Unreachable::NotMobile(NotMobile::MachineToMachine)),
        MobileIsPager = "mobile_is_pager" if Self::Unreachable(Unreachable::NotMobile(NotMobile::Pager)),
        MobileIsService = "mobile_is_service" if Self::Unreachable(Unreachable::NotMobile(NotMobile::Service)),
        MobileShared = "mobile_shared" if Self::Shared { .. },
    }
}

/// The most others that are named of those who share a number.
const NAMED: usize = 5;

/// A survey under way.
#[derive(Debug, Default)]
pub struct NumberSurvey {
    holders: Vec<Holder>,
    /// Each number's digits, and who has it, by place in `holders`.
    numbers: HashMap<Box<str>, Vec<u32>>,
    unreachable: Vec<NumberFinding>,
    read: usize,
}

/// A finished survey.
#[derive(Debug, Default)]
pub struct SurveyedNumbers {
    /// How many accounts were read.
    pub read: usize,
    /// By account; a number of several accounts, after all that cannot be reached, by number.
    pub findings: Vec<NumberFinding>,
}

impl NumberSurvey {
    pub fn add(&mut self, holder: Holder, numbers: &RegisteredNumbers) {
        self.read += 1;
        let RegisteredNumbers { mobile, others, .. } = numbers;
        if let Err(why) = mobile.reach() {
            self.unreachable.push(NumberFinding { holder: holder.clone(), problem: NumberProblem::Unreachable(why) });
        }
        let reachable = mobile.reachable().into_iter().chain(others.iter().map(|number| &number.phone));
        let place = u32::try_from(self.holders.len()).unwrap_or(u32::MAX);
        let mut has_any = false;
        for phone in reachable {
            has_any = true;
            self.numbers.entry(phone.e164().into()).or_default().push(place);
        }
        if has_any {
            self.holders.push(holder);
        }
    }

    pub fn finish(self) -> SurveyedNumbers {
        let Self { holders, numbers, unreachable: mut findings, read } = self;
        findings.sort_by(|one, other| one.holder.cmp(&other.holder));
        let mut shared: Vec<(Box<str>, Vec<u32>)> =
            numbers.into_iter().filter(|(_, places)| places.len() > 1).collect();
        shared.sort();
        for (number, places) in shared {
            let mut sharing: Vec<&Holder> =
                places.iter().filter_map(|place| holders.get(usize::try_from(*place).ok()?)).collect();
            sharing.sort();
            let number = Phone::parse(&number).map(|phone| phone.masked()).unwrap_or_default();
            for holder in &sharing {
                let others = sharing.iter().filter(|other| other.account != holder.account);
                let named = others.clone().take(NAMED).map(|other| other.account.clone()).collect();
                let problem = NumberProblem::Shared { number: number.clone(), others: others.count(), named };
                findings.push(NumberFinding { holder: (*holder).clone(), problem });
            }
        }
        SurveyedNumbers { read, findings }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::NumberAttribute;
    use crate::domain::phone::{CallingCode, NotAPhone};
    use crate::domain::warnings::Warning;

    fn holder(account: &str) -> Holder {
        Holder { account: account.into(), display_name: None, department: None }
    }

    fn survey(people: &[(&str, &[&str])]) -> SurveyedNumbers {
        let mut survey = NumberSurvey::default();
        for (account, values) in people {
            let values = values.iter().map(|value| (*value).to_owned()).collect();
            survey.add(holder(account), &RegisteredNumbers::read(&[NumberAttribute { values, changed: None }]));
        }
        survey.finish()
    }

    #[test]
    fn accounts_that_no_code_reaches_and_shared_numbers() {
        let found = survey(&[
            ("fine", &["070-174 06 01"]),
            ("none", &[]),
            ("two", &["070-174 06 05 / 070-174 06 11"]),
            ("words", &["ring växeln"]),
            ("one", &["+46 70 174 06 11"]),
            ("landline", &["0142-36 60 00"]),
            // A landline that many have reaches nobody, and is no shared mobile.
            ("landline2", &["0142-36 60 00"]),
            ("short", &["070-174 06 0"]),
        ]);
        let told: Vec<String> = found
            .findings
            .iter()
            .map(|NumberFinding { holder, problem }| match problem {
                NumberProblem::Unreachable(_) => format!("{}: {}", holder.account, problem.name()),
                NumberProblem::Shared { number, others, named } => {
                    format!("{}: {number} with {others}: {}", holder.account, named.join(" "))
                }
            })
            .collect();
        assert_eq!(
            told,
            [
                "landline: mobile_is_landline",
                "landline2: mobile_is_landline",
                "none: no_mobile",
                "short: mobile_has_wrong_length",
                "words: mobile_unreadable",
                "one: *********11 with 1: two",
                "two: *********11 with 1: one",
            ]
        );
        assert_eq!(found.read, 8);
    }

    #[test]
    fn many_who_share_are_counted_and_some_named() {
        let names: Vec<String> = (0..20).map(|n| format!("user{n:02}")).collect();
        let people: Vec<(&str, &[&str])> = names.iter().map(|name| (name.as_str(), &["0701740611"][..])).collect();
        let found = survey(&people);
        let NumberProblem::Shared { others, named, .. } = &found.findings[0].problem else { panic!() };
        assert_eq!((*others, named.join(" ").as_str()), (19, "user01 user02 user03 user04 user05"));
        assert_eq!(found.findings.len(), 20);
    }

    #[test]
    fn unreachable_number_has_one_name() {
        for what in [
            NotMobile::Landline,
            NotMobile::TooShort { missing: 1 },
            NotMobile::TooLong { extra: 1 },
            NotMobile::ForeignLength(CallingCode(47)),
            NotMobile::MachineToMachine,
            NotMobile::Pager,
            NotMobile::Service,
        ] {
            let why = Unreachable::NotMobile(what);
            assert_eq!(NumberProblem::Unreachable(why).name(), why.kind().name(), "{what:?}");
            assert_eq!(Warning::NotMobile(what).name(), why.kind().name(), "{what:?}");
        }
        for why in [Unreachable::Missing, Unreachable::Unreadable(NotAPhone::Characters)] {
            assert_eq!(NumberProblem::Unreachable(why).name(), why.kind().name(), "{why:?}");
        }
    }
}
