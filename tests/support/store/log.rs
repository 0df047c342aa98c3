//! The audit log over years: the index beside it, verification of a part, and archives of its beginning.

use std::path::Path;

use jiff::SignedDuration;
use servicedesk::adapters::archive_file::Archives;
use servicedesk::commands::Failure;
use servicedesk::commands::audit::{
    self, ArchiveProof, ArchiveRefusal, ArchiveRequest, Archived, Outcome, Page, Scope, Verified,
};
use servicedesk::domain::audit::{
    Action, Actor, Anchor, ArchiveFault, AuditRecord, ChainFault, RecordFilter, SEGMENT, Step,
};
use servicedesk::ports::{AuditTrail, Clock, ReadRecords, Records, RemoveArchived, SearchRecords};
use tempfile::TempDir;

use super::{TestStore, at, at_once, record};

/// Records in the middle of whose second segment a year ends.
const MANY: i64 = 2 * SEGMENT as i64 + 500;

/// A record of a log in which five people work, names change and clocks differ.
fn varied(n: i64) -> AuditRecord {
    let action = Action::ALL[usize::try_from(n * 7 % 9).unwrap()];
    let step = [Step::Done, Step::Intent, Step::Refused][usize::try_from(n % 3).unwrap()];
    let mut record = record(step);
    record.at = at(n * 60 - n % 5 * 600);
    record.act.action = action;
    let person = n * n % 97;
    record.act.account_id = if action == Action::SignIn { String::new() } else { format!("0000-{person}") };
    // In the middle, person 1 gets the name that person 2 had.
    let named = if person == 2 && n > MANY / 2 { 1 } else { person };
    record.act.account = format!("Åsa{named}");
    record.who = Actor {
        directory: [r"CONTOSO\anna", "Bo", "cia@contoso.example"][usize::try_from(n % 3).unwrap()].into(),
        sid: (n % 4 == 0).then(|| format!("S-1-5-{}", n % 3)),
        system: format!("user{}", n % 5),
        machine: "m".into(),
    };
    record.ticket = (n % 11 == 0).then(|| format!("INC-{}", n / 100));
    record
}

/// Appends [`MANY`] records; each third is an intent, of which the last few hundred are open.
async fn filled(store: &impl Records) {
    let answered = |n: i64| (n % 3 == 2 && n < MANY - 400).then(|| n - 1);
    let all: Vec<AuditRecord> = (1..=MANY).map(|n| AuditRecord { intent: answered(n), ..varied(n) }).collect();
    for some in all.chunks(1000) {
        store.append_all(some).await.unwrap();
    }
}

async fn indexed(store: &impl SearchRecords) -> i64 {
    while store.index_next().await.unwrap().is_some() {}
    store.indexed().await.unwrap()
}

async fn verified(store: &(impl Records + ReadRecords + SearchRecords), scope: Scope) -> Verified {
    audit::verify(&scope, store, &|_, _| ()).await.unwrap()
}

fn filters() -> Vec<RecordFilter> {
    let text = |text: &str| Some(text.to_owned());
    let base = RecordFilter::default;
    let mut filters = vec![base()];
    for account in ["åsa1", "ÅSA2", "0000-4", "nobody"] {
        filters.push(RecordFilter { account: text(account), ..base() });
    }
    for operator in ["anna", r"contoso\ANNA", r"FABRIKAM\anna", "bo", "cia", "user3", "s-1-5-1"] {
        filters.push(RecordFilter { operator: text(operator), ..base() });
        filters.push(RecordFilter { operator: text(operator), actions: vec![Action::SendTrial], ..base() });
    }
    filters.push(RecordFilter { actions: vec![Action::SignIn], ..base() });
    filters.push(RecordFilter { actions: vec![Action::Archive], ..base() });
    filters.push(RecordFilter { ticket: text("inc-12"), account: text("åsa4"), ..base() });
    for (since, until) in [(0, 60_000), (60_000, 130_000), (250_000, 999_999)] {
        let within = RecordFilter { since: Some(at(since)), until: Some(at(until)), ..base() };
        filters.push(RecordFilter { operator: text("bo"), ..within.clone() });
        filters.push(within);
    }
    filters
}

/// The numbers of the records, the page before, and how many accounts had the name.
type Shown = (Vec<i64>, Option<i64>, usize);

/// Compares pages, and shows the first numbers of the first that differ.
fn assert_same(one: &[Shown], other: &[Shown]) {
    assert_eq!(one.len(), other.len());
    for (n, (one, other)) in one.iter().zip(other).enumerate() {
        let first = one.0.iter().zip(&other.0).find(|(one, other)| one != other);
        assert!(one == other, "page {n}: {first:?}, {} and {} records", one.0.len(), other.0.len());
    }
}

async fn shown(store: &(impl Records + ReadRecords + SearchRecords)) -> Vec<Shown> {
    let mut all = Vec::new();
    for filter in filters() {
        for (last, before, with_all) in
            [(5, None, false), (100, Some(3000), false), (40, Some(2049), true), (9999, None, true)]
        {
            let page = Page { last, before, all: with_all };
            let Outcome { records, older, accounts, .. } = audit::show(&filter, &page, store).await.unwrap();
            all.push((records.into_iter().map(|(number, _)| number).collect(), older, accounts.len()));
        }
    }
    all
}

pub async fn index_finds_what_reading_finds<S: TestStore>() {
    let fixture = S::new().await;
    // Ends its indexer with it.
    filled(&fixture.open().await).await;
    let store = fixture.open().await;
    fixture.by_hand("DELETE FROM audit_index; DELETE FROM audit_segment").await.unwrap();
    let read = shown(&store).await;
    // With a part of the log indexed, too: a name may have been given anew after it.
    assert_eq!(store.index_next().await.unwrap(), Some(i64::from(SEGMENT)));
    assert_same(&shown(&store).await, &read);
    assert_eq!(indexed(&store).await, 2 * i64::from(SEGMENT));
    assert_same(&shown(&store).await, &read);
    assert_eq!(verified(&store, Scope::default()).await.fault, None);
    // The test itself: something is found, also by pages, and a name has been two accounts.
    assert!(read.iter().filter(|(numbers, ..)| !numbers.is_empty()).count() > read.len() / 2);
    assert!(read.iter().any(|(_, older, _)| older.is_some()) && read.iter().any(|(.., accounts)| *accounts == 2));
}

pub async fn parallel_indexers_make_one_index<S: TestStore>() {
    let fixture = S::new().await;
    // Ends its indexer with it.
    filled(&fixture.open().await).await;
    let store = fixture.open().await;
    fixture.by_hand("DELETE FROM audit_index; DELETE FROM audit_segment").await.unwrap();
    at_once(8, async |_| indexed(&fixture.open().await).await);
    assert_eq!(store.indexed().await.unwrap(), 2 * i64::from(SEGMENT));
    assert_eq!(verified(&store, Scope::default()).await.fault, None);
}

pub async fn altered_index_is_found<S: TestStore>() {
    let second = i64::from(SEGMENT) + 1;
    for sql in [
        "DELETE FROM audit_index WHERE segment = 4096 AND term = (SELECT max(term) FROM audit_index)",
        "UPDATE audit_index SET term = term + 2 WHERE segment = 4096",
        "UPDATE audit_segment SET latest = latest - 1 WHERE last = 4096",
        "UPDATE audit_index SET postings = (SELECT postings FROM audit_index WHERE segment = 2048 LIMIT 1)
         WHERE segment = 4096",
    ] {
        let fixture = S::new().await;
        let store = fixture.open().await;
        filled(&store).await;
        indexed(&store).await;
        fixture.by_hand(sql).await.unwrap();
        let fault = verified(&store, Scope::default()).await.fault;
        assert_eq!(fault, Some(ChainFault::IndexedOtherwise { number: second }), "{sql}");
    }
}

pub async fn partial_verification_rests_on_its_anchor<S: TestStore>() {
    let fixture = S::new().await;
    let store = fixture.open().await;
    filled(&store).await;
    indexed(&store).await;
    let link = store.after(2999, 1).await.unwrap()[0].link.unwrap();
    let since = |number| Scope { anchor: None, since: Some(Anchor::new(number, &link)) };
    let part = verified(&store, since(3000)).await;
    assert_eq!((part.number, part.since, part.fault), (MANY, Some(3000), None));
    assert!(matches!(verified(&store, since(2999)).await.fault, Some(ChainFault::Rewritten { number: 2999, .. })));
    assert!(matches!(verified(&store, since(MANY + 9)).await.fault, Some(ChainFault::Truncated { last: MANY, .. })));
    // What comes before it is not looked at, what comes after is.
    fixture.unlocks_the_trail().await;
    // It is the same trigger in PostgreSQL.
    let _ = fixture.by_hand("DROP TRIGGER audit_changes_nothing").await;
    for (number, fault) in [(2000, None), (4000, Some(ChainFault::Changed { number: 4000 }))] {
        let hash = format!("UPDATE audit SET hash = (SELECT hash FROM audit WHERE id = 1) WHERE id = {number}");
        fixture.by_hand(&hash).await.unwrap();
        assert_eq!(verified(&store, since(3000)).await.fault, fault);
        assert!(verified(&store, Scope::default()).await.fault.is_some());
    }
}

struct Noon;

impl Clock for Noon {
    fn now(&self) -> jiff::Timestamp {
        at(999_999_999)
    }
}

fn request(folder: &TempDir, name: &str, until: i64, remove: bool) -> ArchiveRequest {
    ArchiveRequest { file: folder.path().join(name), before: at(until * 60), keep: None, remove }
}

async fn archived(
    request: &ArchiveRequest,
    store: &(impl Records + ReadRecords + SearchRecords + RemoveArchived),
) -> Result<Archived, ArchiveRefusal> {
    let who = record(Step::Done).who;
    let trail = AuditTrail::new(store, &Noon, who, None);
    match audit::archive(request, store, &trail, &Archives, Noon.now(), &|_, _| ()).await {
        Ok(archived) => Ok(archived),
        Err(Failure::Archive { why, .. }) => Err(why),
        Err(failure) => panic!("{failure:?}"),
    }
}

async fn proven(file: &Path, store: &(impl Records + ReadRecords + SearchRecords)) -> ArchiveProof {
    audit::prove(file, None, jiff::Timestamp::MAX, store, &Archives).await.unwrap()
}

/// Answers the intents, which an archive must not hide.
async fn answered(store: &impl Records) {
    let open = store.unanswered(None).await.unwrap();
    let ends: Vec<AuditRecord> = open
        .into_iter()
        .map(|(number, record)| AuditRecord { intent: Some(number), step: Step::Resolved, ..record })
        .collect();
    store.append_all(&ends).await.unwrap();
}

pub async fn archive_replaces_what_it_proves<S: TestStore>() {
    let fixture = S::new().await;
    let store = fixture.open().await;
    filled(&store).await;
    indexed(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let first = request(&folder, "first.jsonl", 3000, false);
    let made = archived(&first, &store).await.unwrap();
    let last = made.proof.as_ref().unwrap().end.0;
    assert_eq!((last, made.removed), (2999, 0));
    assert_eq!(store.after(0, 1).await.unwrap()[0].number, 1, "nothing is removed unasked");
    assert_eq!(archived(&first, &store).await.unwrap_err(), ArchiveRefusal::Exists);

    let remove = ArchiveRequest { remove: true, ..first.clone() };
    let kept = ArchiveRequest { keep: Some(SignedDuration::MAX), ..remove.clone() };
    assert_eq!(archived(&kept, &store).await.unwrap_err(), ArchiveRefusal::MustBeKept);
    let earlier = ArchiveRequest { before: at(60), ..remove.clone() };
    assert_eq!(archived(&earlier, &store).await.unwrap_err(), ArchiveRefusal::MustBeKept, "the file has younger ones");
    let open = store.unanswered(None).await.unwrap().iter().filter(|(number, _)| *number <= last).count();
    assert_eq!(open, 0);
    assert_eq!(archived(&remove, &store).await.unwrap().removed, last);
    let oldest = &store.after(0, 1).await.unwrap()[0];
    assert_eq!(oldest.number, last + 1);
    assert!(fixture.by_hand("DELETE FROM audit").await.unwrap_err().contains("only ever added to"));

    // The chain goes on, is proven, and everything that is left is found.
    store.append(&record(Step::Done)).await.unwrap();
    assert!(!S::found_strange(&store));
    let after = verified(&store, Scope::default()).await;
    assert_eq!((after.fault, after.base.map(|(number, _)| number)), (None, Some(last)));
    let by_index = shown(&store).await;
    fixture.by_hand("DELETE FROM audit_index; DELETE FROM audit_segment").await.unwrap();
    assert_same(&shown(&store).await, &by_index);
    assert_eq!(indexed(&store).await, last, "too few for a segment");
    assert_eq!(verified(&store, Scope::default()).await.fault, None);

    // A second archive goes on from the first, and both are proven by what is left.
    answered(&store).await;
    let second = request(&folder, "second.jsonl", MANY * 2, true);
    let made = archived(&second, &store).await.unwrap();
    assert_eq!(made.removed, MANY, "up to the record of the first archive, which is younger");
    assert_eq!(verified(&store, Scope::default()).await.fault, None);
    for (file, after) in [(&first.file, 0), (&second.file, last)] {
        let proof = proven(file, &store).await;
        assert_eq!((proof.fault, proof.after), (None, after), "{file:?}");
    }
    let other = S::new().await;
    // Test stores may have the same id.
    let fault = proven(&first.file, &other.open().await).await.fault;
    assert!(matches!(fault, Some(ArchiveFault::OtherStore | ArchiveFault::NotInChain { .. })), "{fault:?}");
}

pub async fn removal_is_continued_after_interruption<S: TestStore>() {
    let fixture = S::new().await;
    let store = fixture.open().await;
    filled(&store).await;
    indexed(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let first = request(&folder, "first.jsonl", 3000, false);
    let end = archived(&first, &store).await.unwrap().proof.unwrap().end;
    // As far as a run comes that is killed before it removes anything.
    let trail = AuditTrail::new(&store, &Noon, record(Step::Done).who, None);
    let mut act = record(Step::Done).act;
    act.action = Action::Archive;
    act.reason = Some(Anchor::new(end.0, &end.1).to_string());
    let receipt = trail.intend(act).await.unwrap();
    store.set_base(&receipt, end).await.unwrap();
    drop(receipt);
    assert_eq!(verified(&store, Scope::default()).await.fault, None);
    assert_eq!(proven(&first.file, &store).await.fault, None);
    let again = ArchiveRequest { remove: true, ..first };
    assert_eq!(archived(&again, &store).await.unwrap().removed, end.0);
    assert_eq!(store.after(0, 1).await.unwrap()[0].number, end.0 + 1);
    assert_eq!(verified(&store, Scope::default()).await.fault, None);
}

pub async fn base_without_record_is_found<S: TestStore>() {
    let fixture = S::new().await;
    let store = fixture.open().await;
    filled(&store).await;
    let sql = "INSERT INTO audit_base (number, hash) SELECT id, hash FROM audit WHERE id = 2000;
               DELETE FROM audit WHERE id <= 2000; DELETE FROM audit_index; DELETE FROM audit_segment";
    fixture.by_hand(sql).await.unwrap();
    let fault = verified(&store, Scope::default()).await.fault;
    assert_eq!(fault, Some(ChainFault::Missing { first: 1, last: 2000 }));
}
