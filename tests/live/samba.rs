//! The directory contract over real Samba controllers: `stock`, without the policy hints control, and
//! `hints`, with it. `hardened` is for what only a hardened domain shows. Needs the laboratory (`tests/run` starts it); SERVICEDESK_LAB names its folder.

mod agreement;
mod caller;
mod controller;
mod hardened;
mod selfmade;
mod server;

use servicedesk::domain::account::Protection;
use servicedesk::domain::query::Query;
use servicedesk::ports::{DirectoryError, FindAccounts};

use self::controller::{Samba, quoted, replace};
use crate::support::contract::{TestServer, only, someone, unique};

/// The contract and Samba's own tests on one controller.
macro_rules! controller {
    ($name:ident) => {
        mod $name {
            use super::*;

            async fn start() -> Samba {
                Samba::start(stringify!($name)).await
            }
            crate::contract!(start);

            #[tokio::test]
            async fn unreadable_group_protects() {
                through_groups_that_may_not_be_read(start().await).await;
            }

            #[tokio::test]
            async fn distribution_group_cannot_protect() {
                distribution_group_is_refused(start().await).await;
            }
        }
    };
}
controller!(stock);
controller!(hints);

/// One group hides its memberships, the other hides itself; the token has both.
async fn through_groups_that_may_not_be_read(samba: Samba) {
    let names = [unique("hides-"), unique("hidden-")];
    for name in &names {
        samba.add_group(name, &["Domain Admins"]).await;
    }
    let [hides, hidden] = [samba.look_up(&names[0], "cn").await.0, samba.look_up(&names[1], "cn").await.0];
    samba.deny_reading(&hides, "bf967991-0de6-11d0-a285-00aa003049e2", "AU");
    samba.grant(&hidden, &format!("(D;;RPLCLORC;;;{})", samba.operators().await));
    let outer = unique("outer-");
    samba.add_group(&outer, &[&names[0]]).await;
    for group in [&names[0], &names[1], &outer] {
        let person = someone().group(group);
        samba.add(person.clone()).await;
        let found = only(&samba.desk().await, &person.account).await;
        assert_eq!(found.protected, Some(Protection::MemberOf("Domain Admins".into())), "{group}");
    }
    samba.end().await;
}

async fn distribution_group_is_refused(samba: Samba) {
    let (name, person) = (unique("list-"), someone());
    samba.add_group(&name, &[]).await;
    samba.modify(&samba.look_up(&name, "cn").await.0, replace("groupType", "2")).await;
    samba.add(person.clone()).await;
    let desk = samba.desk_with(samba.settings_protecting(&[&name], true)).await;
    let query = Query::parse(&person.account).unwrap();
    let found = desk.find(&query).await;
    assert!(matches!(&found, Err(DirectoryError::NotASecurityGroup { name: told }) if *told == name), "{found:?}");
    samba.end().await;
}
