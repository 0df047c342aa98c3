//! The rights that servicedesk-setup(7) gives the operators' role are enough, and no more than it says.

use servicedesk::adapters::store::{PostgresSettings, Store};
use servicedesk::adapters::system::SystemRandom;
use servicedesk::domain::audit::{AuditRecord, Step};
use servicedesk::ports::{AccountHistory, Codes, Records};

use super::server::Database;
use crate::support::store::{TestStore, at, bond, record};

#[tokio::test]
async fn documented_database_rights_suffice() {
    let page = include_str!("../../../man/servicedesk-setup.7.md");
    let (_, rights) = page.split_once("```sql\n").unwrap();
    let (rights, _) = rights.split_once("```").unwrap();
    let database = Database::new().await;
    drop(database.open().await);
    let role = format!("operators_{}", database.name);
    let password = &database.lab.password;
    database.by_hand(&format!("CREATE ROLE {role} LOGIN PASSWORD '{password}'")).await.unwrap();
    database.by_hand(&rights.replace("TO servicedesk;", &format!("TO {role};"))).await.unwrap();

    let settings = || PostgresSettings { user: role.clone(), ..database.settings(&database.machine) };
    let store = Store::server(settings(), &SystemRandom).await.unwrap();
    store.append_all(&[record(Step::Intent), AuditRecord { intent: Some(1), ..record(Step::Done) }]).await.unwrap();
    let limits = servicedesk::domain::limits::CodeLimits::default();
    let bond = bond("anna", 1);
    store.issue(&bond, bond.number, &limits, at(0)).await.unwrap();
    store.begin_attempt(&bond, &limits, at(1)).await.unwrap();
    store.consume(1, at(2)).await.unwrap();
    store.reopen(bond.account).await.unwrap();
    store.verification_state(&bond, &limits, at(3)).await.unwrap();
    store.recent_activity(bond.account, &limits, at(3)).await.unwrap();
    store.close().await;

    for sql in [
        "DELETE FROM audit",
        "UPDATE audit SET record = ''",
        "TRUNCATE audit",
        "DROP TRIGGER audit_changes_nothing ON audit",
        "ALTER TABLE audit DISABLE TRIGGER ALL",
        "DELETE FROM code",
        "DELETE FROM attempt",
    ] {
        let error = database.by_hand(&format!("SET ROLE {role}; {sql}")).await.unwrap_err();
        assert!(error.contains("permission denied") || error.contains("must be owner"), "{sql}: {error}");
    }
}
