//! Whom a servicedesk keeps away from, and whom it may help.

use servicedesk::demo::{Person, Place};
use servicedesk::domain::account::Protection;

use super::*;

pub async fn by_admin_count(ground: &impl Ground) {
    let directory = ground.desk().await;
    let rut = added(ground, &directory, Person { protected: true, ..someone() }).await;
    assert_eq!(rut.protected, Some(Protection::AdminCount));
}

pub async fn by_membership(ground: &impl Ground) {
    let group = unique("Chefer (1) ");
    let directory =
        ground.desk_with(ground.settings_protecting(&["Enterprise Admins", &group.to_uppercase()], false)).await;
    ground.add_group(&group, &[]).await;
    let rut = added(ground, &directory, someone().group(&group)).await;
    assert_eq!(rut.protected, Some(Protection::MemberOf(group.to_uppercase())));
    assert_eq!(directory.read_again(&rut).await.unwrap().protected, rut.protected);
}

pub async fn by_membership_through_groups(ground: &impl Ground) {
    let [outer, middle, inner] = ["outer-", "middle-", "inner-"].map(unique);
    ground.add_group(&outer, &[]).await;
    ground.add_group(&middle, &[&outer]).await;
    ground.add_group(&inner, &[&middle]).await;
    let directory = ground.desk_with(ground.settings_protecting(&[&outer], true)).await;
    let rut = added(ground, &directory, someone().group(&inner)).await;
    assert_eq!(rut.protected, Some(Protection::MemberOf(outer)));
}

/// Nobody's memberOf names their primary group.
pub async fn by_primary_group(ground: &impl Ground) {
    let directory = ground.desk_with(ground.settings_protecting(&["Domain Users"], true)).await;
    let eva = added(ground, &directory, someone()).await;
    assert_eq!(eva.protected, Some(Protection::MemberOf("Domain Users".into())));
}

pub async fn not_by_a_group_one_is_not_in(ground: &impl Ground) {
    let [theirs, hers] = ["theirs-", "hers-"].map(unique);
    ground.add_group(&theirs, &[]).await;
    ground.add_group(&hers, &[]).await;
    let directory = ground.desk_with(ground.settings_protecting(&[&theirs], true)).await;
    let surname = unique("Karlsson");
    ground.add(Person::new(&unique("anna-")).named("Anna", &surname).group(&theirs)).await;
    ground.add(Person::new(&unique("eva-")).named("Eva", &surname).group(&hers)).await;
    let found = find(&directory, &surname).await;
    let protected: Vec<_> = found.accounts.iter().map(|account| account.protected.clone()).collect();
    assert_eq!(protected, [Some(Protection::MemberOf(theirs)), None]);
}

pub async fn a_group_that_is_not_there(ground: &impl Ground) {
    let missing = unique("missing-");
    let eva = someone();
    ground.add(eva.clone()).await;
    let query = Query::parse(&eva.account).unwrap();
    let directory = ground.desk_with(ground.settings_protecting(&["Domain Admins", &missing], true)).await;
    match directory.find(&query).await {
        Err(DirectoryError::NoSuchGroup { name }) => assert_eq!(name, missing),
        other => panic!("{other:?}"),
    }
    let directory = ground.desk_with(ground.settings_protecting(&["Domain Admins", &missing], false)).await;
    assert_eq!(only(&directory, &eva.account).await.protected, None);
}

pub async fn rights_inside_and_outside(ground: &impl Ground) {
    let directory = ground.desk().await;
    assert!(added(ground, &directory, someone()).await.may_unlock);
    let outside = added(ground, &directory, Person { place: Place::Users, ..someone() }).await;
    assert!(!outside.may_unlock);
}
