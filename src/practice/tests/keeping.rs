//! State kept between runs and between concurrent programs.

use super::*;
use crate::practice::PracticeError;

#[tokio::test]
async fn changes_survive_a_restart() {
    let rig = Rig::new([Person::new("eva").locked_at(start_of_test())]).await;
    let mut ldap = rig.operator().await;
    ldap.modify(&rig.dn("eva"), vec![replace("lockoutTime", "0")]).await.unwrap().success().unwrap();
    let again = || Practice::start(rig.folder.path(), Arc::clone(&rig.clock) as _, Options::default());
    let second = again().await.unwrap();
    assert!(!second.person("eva").unwrap().unwrap().has_lockout_time());
    assert!(second.person("jesrab01").unwrap().is_none(), "seeded only once");
    Practice::reset(rig.folder.path()).unwrap();
    let third = again().await.unwrap();
    assert!(third.person("eva").unwrap().is_none());
    assert!(third.person("jesrab01").unwrap().is_some());
}

#[tokio::test]
async fn concurrent_programs_lose_nothing() {
    let rig = Rig::new([]).await;
    let people: Vec<_> = (0..4).map(|n| format!("p{n}")).collect();
    for name in &people {
        rig.practice.add(Person::new(name)).unwrap();
    }
    // Each thread opens the file for itself, as another process would.
    std::thread::scope(|scope| {
        for name in &people {
            let folder = rig.folder.path();
            scope.spawn(move || {
                let store =
                    crate::practice::store::PracticeStore::open(folder, || unreachable!("it is there")).unwrap();
                for _ in 0..25 {
                    store.change(|state| state.account_mut(name).unwrap().person.bad_passwords += 1).unwrap();
                }
            });
        }
    });
    assert!(people.iter().all(|name| rig.person(name).bad_passwords == 25));
}

#[tokio::test]
async fn damaged_or_foreign_state_file_suggests_reset() {
    let rig = Rig::new([]).await;
    let file = rig.folder.path().join("practice.json");
    let whole = std::fs::read_to_string(&file).unwrap();
    let newer = whole.replace("\"version\": 1", "\"version\": 2");
    assert_ne!(newer, whole);
    for text in ["", "{", "{\"version\":0}", "{\"version\":1}", "[]", &newer] {
        std::fs::write(&file, text).unwrap();
        let error =
            Practice::start(rig.folder.path(), Arc::clone(&rig.clock) as _, Options::default()).await.err().unwrap();
        assert!(matches!(error, PracticeError::Unreadable { .. }), "{text}: {error}");
        assert!(error.to_string().contains("--demo-reset"), "{error}");
    }
    let result = rig.sign_in("CONTOSO\\operator", "x").await;
    assert_eq!(result.rc, 52, "and a running one says it is unavailable: {result}");
    Practice::reset(rig.folder.path()).unwrap();
    Practice::start(rig.folder.path(), Arc::clone(&rig.clock) as _, Options::default()).await.unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn state_file_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let rig = Rig::new([]).await;
    let mode = std::fs::metadata(rig.folder.path().join("practice.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
