//! Controllers that take no changes: what goes on to another, what that costs, and what is said when there is none.

use std::cell::RefCell;
use std::rc::Rc;

use servicedesk::ports::{ChangeAccounts, PartialChange, ReadOnlyKind};
use servicedesk::practice::Person;

use super::proxy::{Fault, Operation, Proxy};
use super::*;

const CURRENT: &str = "Current-Value-11";
const WANTED: &str = "Good-Value-44";

/// As a read-only domain controller: it reads, and refers every change to another.
pub fn refer(operation: Operation) -> Fault {
    let text = "0000202B: RefErr: DSID-0310078E, data 0, 1 access points";
    if operation == Operation::Modify { Fault::Answered(10, text) } else { Fault::Pass }
}

type Moves = Rc<RefCell<Vec<ReadOnlyKind>>>;

/// The operator, signed in by these proxies in turn, and the moves that are reported.
async fn desk(server: &impl TestServer, proxies: &[&Proxy]) -> (LdapDirectory<'static>, Moves) {
    let directory = server.desk_with(Proxy::in_turn(proxies)).await;
    let moves = Moves::default();
    let told = Rc::clone(&moves);
    directory.report_moves(move |moved| told.borrow_mut().push(moved.kind));
    (directory, moves)
}

async fn locked(server: &impl TestServer) -> Account {
    let person = Person { password_set: Some(Timestamp::now() - DAY * 3), ..someone().password(CURRENT, &[]) };
    let account = added(server, &server.desk().await, person).await;
    server.lock(&account).await;
    account
}

/// Why nothing could be changed.
#[track_caller]
fn kind<T: std::fmt::Debug>(result: Result<T, WriteError>) -> ReadOnlyKind {
    match result {
        Err(WriteError::NotSent(DirectoryError::ReadOnly { kind, .. })) => kind,
        other => panic!("{other:?}"),
    }
}

pub async fn unlock_goes_on_to_writable_controller(server: &impl TestServer) {
    let eva = locked(server).await;
    let (first, second) = (Proxy::deciding(server, refer).await, Proxy::deciding(server, |_| Fault::Pass).await);
    let (directory, moves) = desk(server, &[&first, &second]).await;
    directory.unlock(&receipt().await, &eva).await.unwrap();
    assert!(!server.facts(&eva).await.is_locked());
    assert_eq!(*moves.borrow(), [ReadOnlyKind::Controller]);
    // The writable one was asked whether the account is protected, and stays in use.
    directory.unlock(&receipt().await, &eva).await.unwrap();
    assert_eq!((first.count(Operation::Modify), second.count(Operation::Modify)), (1, 2));
    assert!(second.asked().iter().position(|asked| *asked == Operation::Search).is_some_and(|at| at == 1));
    assert_eq!(moves.borrow().len(), 1);
}

pub async fn reset_goes_on_to_writable_controller(server: &impl TestServer) {
    let eva = locked(server).await;
    let (first, second) = (Proxy::deciding(server, refer).await, Proxy::deciding(server, |_| Fault::Pass).await);
    let (directory, moves) = desk(server, &[&first, &second]).await;
    let wanted = password(WANTED);
    let set = directory.set_password(&receipt().await, &eva, &new_password(&wanted, false)).await.unwrap();
    assert_eq!(set.history, history_of(server));
    assert_eq!(server.refusal_of(eva.name.as_str(), WANTED).await, None);
    assert_eq!((first.count(Operation::Modify), moves.borrow().len()), (1, 1));
}

/// A random password stands already; the other controller gets the wanted one over it.
pub async fn reset_referred_midway_is_finished(server: &impl TestServer) {
    if server.has_policy_hints() {
        return;
    }
    let mut modifies = 0;
    let rule = move |operation| {
        modifies += usize::from(operation == Operation::Modify);
        if modifies < 2 { Fault::Pass } else { refer(operation) }
    };
    let eva = locked(server).await;
    let (first, second) = (Proxy::deciding(server, rule).await, Proxy::deciding(server, |_| Fault::Pass).await);
    let (directory, _) = desk(server, &[&first, &second]).await;
    let wanted = password(WANTED);
    directory.set_password(&receipt().await, &eva, &new_password(&wanted, false)).await.unwrap();
    assert_eq!(server.refusal_of(eva.name.as_str(), WANTED).await, None);
    assert_eq!(second.count(Operation::Modify), 1, "not reset anew");

    // Without another, the random password is reported.
    let eva = locked(server).await;
    let mut modifies = 0;
    let rule = move |operation| {
        modifies += usize::from(operation == Operation::Modify);
        if modifies < 2 { Fault::Pass } else { refer(operation) }
    };
    let (directory, _) = desk(server, &[&Proxy::deciding(server, rule).await]).await;
    let result = directory.set_password(&receipt().await, &eva, &new_password(&wanted, false)).await;
    let is_partial = matches!(result, Err(WriteError::Partial { state: PartialChange::RandomPassword, .. }));
    assert!(is_partial, "{result:?}");
}

pub async fn change_without_writable_controller_is_not_made(server: &impl TestServer) {
    let eva = locked(server).await;
    let (first, second) = (Proxy::deciding(server, refer).await, Proxy::deciding(server, refer).await);
    let (directory, moves) = desk(server, &[&first, &second]).await;
    assert_eq!(kind(directory.unlock(&receipt().await, &eva).await), ReadOnlyKind::Controller);
    assert!(server.facts(&eva).await.is_locked());
    assert_eq!(moves.borrow().len(), 1, "to the second");
    // The password is not sent around again for each change.
    let binds = first.count(Operation::Bind) + second.count(Operation::Bind);
    assert_eq!(kind(directory.unlock(&receipt().await, &eva).await), ReadOnlyKind::Controller);
    assert_eq!(first.count(Operation::Bind) + second.count(Operation::Bind), binds);
}

/// Nothing is sent to it that it would refuse.
pub async fn global_catalogue_only_reads(server: &impl TestServer) {
    let eva = locked(server).await;
    let catalogue = Proxy::global_catalogue(server.settings()).await;
    let writable = Proxy::deciding(server, |_| Fault::Pass).await;
    let (directory, moves) = desk(server, &[&catalogue, &writable]).await;
    assert_eq!(directory.read_again(&eva).await.unwrap().id, eva.id);
    directory.unlock(&receipt().await, &eva).await.unwrap();
    assert!(!server.facts(&eva).await.is_locked());
    assert_eq!((catalogue.count(Operation::Modify), writable.count(Operation::Modify)), (0, 1));
    assert_eq!(*moves.borrow(), [ReadOnlyKind::GlobalCatalogue { port: 3269 }]);

    let (directory, _) = desk(server, &[&catalogue]).await;
    let refused = directory.unlock(&receipt().await, &eva).await;
    assert_eq!(kind(refused), ReadOnlyKind::GlobalCatalogue { port: 3269 });
}
