//! What records are looked up by, as numbers: a kind and a value in any spelling that counts as the same.

use super::super::filter::operator_name;
use super::super::{Action, RecordFields};
use crate::domain::identity::folded;

/// A hash of a kind and a value. Two values may share one: what is found is compared with what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndexTerm(pub i64);

impl IndexTerm {
    /// Records that this program cannot read.
    pub const UNREADABLE: Self = Self(0);

    /// An account's name or objectGUID.
    pub fn account(name: &str) -> Self {
        Self::of(b'a', &folded(name))
    }

    /// A name in the directory, a SID, or a user of a computer.
    pub fn operator(name: &str) -> Self {
        Self::of(b'o', &folded(name))
    }

    pub fn action(action: Action) -> Self {
        Self::of(b'x', action.name())
    }

    pub fn ticket(ticket: &str) -> Self {
        Self::of(b't', &folded(ticket))
    }

    /// FNV-1a in 64 bits: stable, and quick for short texts.
    fn of(kind: u8, value: &str) -> Self {
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        let hash = [kind].into_iter().chain(value.bytes()).fold(0xcbf2_9ce4_8422_2325, step);
        // 0 is taken.
        Self((hash | 1).cast_signed())
    }
}

/// The terms of one record after the other. Those that follow each other mostly have the same operator and account, so
/// the last ones are remembered.
#[derive(Debug, Default)]
pub(super) struct TermReader {
    action: Option<(Action, IndexTerm)>,
    directory: Remembered,
    system: Remembered,
    sid: Remembered,
    account_id: Remembered,
    account: Remembered,
    ticket: Remembered,
}

#[derive(Debug, Default)]
struct Remembered(Option<(String, IndexTerm)>);

impl Remembered {
    fn term(&mut self, value: &str, of: impl FnOnce(&str) -> IndexTerm) -> IndexTerm {
        if let Some((last, term)) = &self.0
            && last == value
        {
            return *term;
        }
        let term = of(value);
        self.0 = Some((value.to_owned(), term));
        term
    }
}

impl TermReader {
    /// Gives the terms of a record. Some may be the same.
    pub(super) fn each(&mut self, record: &RecordFields<'_>, mut give: impl FnMut(IndexTerm)) {
        let (who, act) = (&record.who, &record.act);
        let action = match self.action {
            Some((last, term)) if last == act.action => term,
            _ => IndexTerm::action(act.action),
        };
        self.action = Some((act.action, action));
        give(action);
        // The name may come in any spelling, the user of the computer is often the same.
        give(self.directory.term(&who.directory, |name| IndexTerm::operator(operator_name(name))));
        give(self.system.term(&who.system, IndexTerm::operator));
        if let Some(sid) = &who.sid {
            give(self.sid.term(sid, IndexTerm::operator));
        }
        // A sign-in has no account; its name is the operator's.
        if !act.account_id.is_empty() {
            give(self.account_id.term(&act.account_id, IndexTerm::account));
            give(self.account.term(&act.account, IndexTerm::account));
        }
        if let Some(ticket) = &record.ticket {
            give(self.ticket.term(ticket, IndexTerm::ticket));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// They are stored.
    #[test]
    fn terms_do_not_change_between_versions() {
        assert_eq!(IndexTerm::account("jesrab01").0, -5_748_237_567_009_501_367);
        assert_eq!(IndexTerm::action(Action::Unlock).0, 8_469_030_376_490_639_967);
    }

    #[test]
    fn one_value_in_several_spellings_is_one_term() {
        assert_eq!(IndexTerm::account("ÅSAÖBE01"), IndexTerm::account("a\u{30a}sao\u{308}be01"));
        assert_eq!(IndexTerm::ticket("INC-1"), IndexTerm::ticket("inc-1"));
        assert_ne!(IndexTerm::ticket("anna"), IndexTerm::operator("anna"));
    }
}
