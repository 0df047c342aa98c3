//! The random interim password of set-then-change, and the next choice that replaces it.

use std::cell::Cell;

use servicedesk::domain::account::Lock;
use servicedesk::ports::{NoRandomness, PartialChange};

use super::proxy::{Fault, Operation, Proxy};
use super::resetting::{CURRENT, EARLIER, WANTED, eva, lets_in, refused, set};
use super::*;

/// Counts the bytes drawn.
struct Counting(Cell<usize>);

impl Random for Counting {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoRandomness> {
        self.0.set(self.0.get() + buffer.len());
        SystemRandom.fill(buffer)
    }
}

/// Draws a password with `eva` in it first.
struct NamingEva(Cell<usize>);

impl Random for NamingEva {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoRandomness> {
        // For each of the forty characters a class (0: small letters, while there are any left) and a place in
        // it: those of e, v and a.
        let number = match self.0.get() {
            at if at % 2 == 0 => 0,
            at @ ..80 => [4, 19, 0][at / 2 % 3],
            at => at * 7 % 24,
        };
        buffer.copy_from_slice(&u16::try_from(number).unwrap().to_be_bytes());
        self.0.set(self.0.get() + 1);
        Ok(())
    }
}

async fn counting_desk<'a>(server: &impl TestServer, random: &'a Counting) -> LdapDirectory<'a> {
    LdapDirectory::connect(server.settings(), server.password(), random).await.unwrap()
}

/// On the same connection, from the random password that stands: no other one is set.
pub async fn next_choice_finishes(server: &impl TestServer) {
    for must_change in [false, true] {
        let random = Counting(Cell::new(0));
        let directory = counting_desk(server, &random).await;
        let eva = added(server, &directory, eva()).await;
        assert_eq!(refused(server, set(&directory, &eva, EARLIER[0], must_change).await), ChangeRefusal::History);
        let drawn = random.0.get();
        assert_eq!(drawn > 0, !server.has_policy_hints());
        assert_eq!(refused(server, set(&directory, &eva, EARLIER[1], must_change).await), ChangeRefusal::History);
        assert_eq!(set(&directory, &eva, WANTED, must_change).await.unwrap().history, history_of(server));
        assert_eq!(random.0.get(), drawn);

        assert_eq!(directory.read_again(&eva).await.unwrap().password.must_change, must_change);
        lets_in(server, &eva, WANTED, must_change).await;
    }
}

pub async fn next_choice_finishes_after_lockout(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, eva()).await;
    assert_eq!(refused(server, set(&directory, &eva, CURRENT, false).await), ChangeRefusal::History);
    server.lock(&eva).await;
    set(&directory, &eva, WANTED, false).await.unwrap();
    assert_eq!(directory.read_again(&eva).await.unwrap().lock, Lock::Open);
    lets_in(server, &eva, WANTED, false).await;
}

/// Windows refuses a password with a part of its owner's name in it, random or not. Samba does not.
pub async fn random_password_avoids_name(server: &impl TestServer) {
    let random = NamingEva(Cell::new(0));
    let directory = LdapDirectory::connect(server.settings(), server.password(), &random).await.unwrap();
    let eva = added(server, &directory, eva()).await;
    set(&directory, &eva, WANTED, false).await.unwrap();
    // The draws that any password takes (18), and those that make up for the one with the name in it.
    assert_eq!(random.0.get(), if server.has_policy_hints() { 0 } else { (18 + 2) * 80 });
}

/// A colleague replaces the random password.
pub async fn next_choice_finishes_after_other_reset(server: &impl TestServer) {
    let directory = server.desk().await;
    let colleague = server.desk().await;
    let eva = added(server, &directory, eva()).await;
    assert_eq!(refused(server, set(&directory, &eva, CURRENT, false).await), ChangeRefusal::History);
    set(&colleague, &eva, "Colleague-Value-5", false).await.unwrap();
    let eva = directory.read_again(&eva).await.unwrap();
    set(&directory, &eva, WANTED, false).await.unwrap();
    lets_in(server, &eva, WANTED, false).await;
}

/// A colleague sets one while it is being set: theirs holds, and is not taken for a random one. With hints there is no
/// in between.
pub async fn concurrent_reset_is_detected(server: &impl TestServer) {
    if server.has_policy_hints() {
        return;
    }
    let mut modifies = 0;
    let proxy = Proxy::deciding(server, move |operation| {
        modifies += i32::from(operation == Operation::Modify);
        if operation == Operation::Modify && modifies == 2 { Fault::Held } else { Fault::Pass }
    })
    .await;
    let directory = server.desk_with(proxy.settings.clone()).await;
    let colleague = server.desk().await;
    let eva = added(server, &directory, eva()).await;
    let other = async {
        proxy.held().await;
        set(&colleague, &eva, "Colleague-Value-5", false).await.unwrap();
        proxy.release();
    };
    let (lost, ()) = tokio::join!(set(&directory, &eva, WANTED, true), other);
    assert!(matches!(lost, Err(WriteError::Partial { state: PartialChange::AnotherReset, .. })), "{lost:?}");
    assert_eq!(server.refusal_of(eva.name.as_str(), "Colleague-Value-5").await, None);
    // A later reset starts from the beginning.
    let eva = directory.read_again(&eva).await.unwrap();
    set(&directory, &eva, WANTED, false).await.unwrap();
    lets_in(server, &eva, WANTED, false).await;
}

/// The random password of one is not tried on another.
pub async fn random_password_is_per_account(server: &impl TestServer) {
    let proxy = Proxy::deciding(server, |_| Fault::Pass).await;
    let directory = server.desk_with(proxy.settings.clone()).await;
    let modifies = || proxy.asked().iter().filter(|asked| **asked == Operation::Modify).count();
    let first = added(server, &directory, eva()).await;
    let second = added(server, &directory, eva()).await;
    assert_eq!(refused(server, set(&directory, &first, CURRENT, false).await), ChangeRefusal::History);
    let before = modifies();
    set(&directory, &second, WANTED, false).await.unwrap();
    assert_eq!(modifies() - before, if server.has_policy_hints() { 1 } else { 2 });
    set(&directory, &first, WANTED, false).await.unwrap();
    for account in [&first, &second] {
        assert_eq!(server.refusal_of(account.name.as_str(), WANTED).await, None);
    }
}
