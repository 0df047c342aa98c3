//! How long one operation may take as a whole, and how much of its answer is taken: a server that sends a little now and
//! then, or without end, must neither keep the operator waiting nor fill the memory.

use std::future::{Future, pending};
use std::time::Duration;

use ldap3::LdapError;
use ldap3::asn1::{PL, StructureTag};
use tokio::time::{Instant, timeout_at};

/// The most entries that a search for few asks for. Numbers are sifted after the search, so more are requested than are
/// shown.
const FEW: i32 = 100;
/// How many times as long as one answer a list may take, all its pages together.
const LIST_TIMES: u32 = 20;
/// How many times as long a server may think about a page: some find all entries of a list before they send the first
/// (Samba takes some ten seconds for 100,000).
const PAGE_TIMES: u32 = 4;
/// Octets that each element of an answer takes beside its value.
const OVERHEAD: usize = 16;

/// What is left of one operation's time and room.
pub(super) struct Limits {
    /// The most entries that the server is asked for; 0: no limit (RFC 4511, 4.5.1.4).
    pub(super) requested: i32,
    /// The longest wait for the next message.
    silence: Duration,
    deadline: Instant,
    entries: usize,
    octets: usize,
}

impl Limits {
    /// For a search for a few entries. Samba sends more of them than it is asked for.
    pub(super) fn few(answer: Duration) -> Self {
        Self { requested: FEW, silence: answer, deadline: Instant::now() + answer, entries: 10_000, octets: 64 << 20 }
    }

    /// For one page, whose size is the limit.
    pub(super) fn page(answer: Duration) -> Self {
        Self { requested: 0, ..Self::few(answer) }
    }

    /// For a search that may find every account of a large domain.
    pub(super) fn list(answer: Duration) -> Self {
        Self {
            requested: 0,
            silence: answer,
            deadline: Instant::now() + answer * LIST_TIMES,
            entries: 1_000_000,
            octets: 512 << 20,
        }
    }

    /// The same, page by page.
    pub(super) fn pages(answer: Duration) -> Self {
        Self { silence: answer * PAGE_TIMES, ..Self::list(answer) }
    }

    /// Waits for the next message.
    ///
    /// # Errors
    /// Those of `message`; [`LdapError::Timeout`] when it does not come in time, or the operation takes too long.
    pub(super) async fn wait<T>(&self, message: impl Future<Output = Result<T, LdapError>>) -> Result<T, LdapError> {
        let now = Instant::now();
        if now >= self.deadline {
            // A message that is there already does not count.
            return timeout_at(self.deadline, pending()).await?;
        }
        timeout_at(self.deadline.min(now + self.silence), message).await?
    }

    /// Makes room for one message of the answer; `false`: there is none left.
    pub(super) fn take(&mut self, message: &StructureTag) -> bool {
        let left = self.entries.checked_sub(1).zip(self.octets.checked_sub(size(message)));
        left.map(|left| (self.entries, self.octets) = left).is_some()
    }
}

fn size(element: &StructureTag) -> usize {
    OVERHEAD
        + match &element.payload {
            PL::P(value) => value.len(),
            PL::C(elements) => elements.iter().map(size).sum(),
        }
}

#[cfg(test)]
mod tests {
    use ldap3::asn1::TagClass;

    use super::*;

    const ANSWER: Duration = Duration::from_millis(5);

    /// Messages come all the time, so only the deadline of the whole can end this.
    #[tokio::test]
    async fn answer_that_never_ends_is_cut() {
        for limits in [Limits::few(ANSWER), Limits::list(ANSWER)] {
            let (began, long) = (Instant::now(), Duration::from_secs(60));
            while began.elapsed() < long && limits.wait(async { Ok(()) }).await.is_ok() {}
            assert!(began.elapsed() < long, "it goes on");
        }
    }

    #[tokio::test]
    async fn silence_ends_a_list_before_its_deadline() {
        let limits = Limits::list(ANSWER);
        let silent = limits.wait(pending::<Result<(), _>>()).await;
        assert!(matches!(silent, Err(LdapError::Timeout { .. })), "{silent:?}");
        let second = Duration::from_secs(1);
        let (list, pages) = (Limits::list(second), Limits::pages(second));
        assert_eq!((list.silence, pages.silence), (second, second * 4));
        assert!([list, pages].iter().all(|long| long.deadline > Instant::now() + second * 10));
    }

    fn message(octets: usize) -> StructureTag {
        let value = |octets| StructureTag { class: TagClass::Universal, id: 4, payload: PL::P(vec![0; octets]) };
        StructureTag { class: TagClass::Application, id: 4, payload: PL::C(vec![value(octets), value(0)]) }
    }

    #[test]
    fn entries_and_octets_are_counted() {
        let mut limits = Limits::few(ANSWER);
        let small = message(1);
        assert_eq!((0..20_000).take_while(|_| limits.take(&small)).count(), 10_000);
        let (mut limits, large) = (Limits::few(ANSWER), message(1 << 20));
        assert_eq!((0..100).take_while(|_| limits.take(&large)).count(), 63);
        assert!(!limits.take(&large), "and it stays so");
    }
}
