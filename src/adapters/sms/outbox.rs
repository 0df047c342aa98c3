//! A folder as gateway: one JSON file a message, for another program to send.
//!
//! The files hold codes and passwords, so only their owner may read them. A file with a name in `.json` is complete.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;
use serde::Serialize;
use zeroize::Zeroizing;

use super::OutgoingSms;
use crate::adapters::{plain_text, private_file};
use crate::ports::{AcceptedSms, SmsError};

/// Distinguishes files that one process writes at the same instant.
static COUNT: AtomicU32 = AtomicU32::new(0);

pub(super) struct Outbox {
    folder: PathBuf,
}

#[derive(Serialize)]
struct Letter<'a> {
    to: &'a str,
    text: &'a str,
    at: Timestamp,
}

impl Outbox {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The folder's path for people.
    pub(super) fn name(&self) -> String {
        self.folder.display().to_string()
    }

    /// Writes a message. Its name begins with the time, so that names sort as messages came.
    pub(super) fn put(&self, message: &OutgoingSms<'_>, now: Timestamp) -> Result<AcceptedSms, SmsError> {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let time = now.strftime("%Y%m%dT%H%M%S.%9fZ");
        let name = format!("{time}-{count:06}-{}.json", std::process::id());
        let letter = Letter { to: message.to.e164(), text: message.text, at: now };
        let written = serde_json::to_vec(&letter).map_err(io::Error::from).map(Zeroizing::new);
        match written.and_then(|bytes| self.write(&name, &bytes)) {
            Ok(()) => Ok(AcceptedSms { message_id: Some(name), queued: false }),
            Err(error) => Err(self.unreachable(&error)),
        }
    }

    /// Checks that a message could be written. Leaves nothing behind.
    pub(super) fn test_write(&self) -> Result<(), SmsError> {
        private_file::test_write(&self.folder).map_err(|error| self.unreachable(&error))
    }

    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        private_file::make_folder(&self.folder)?;
        let aside = self.folder.join(format!(".{name}.new"));
        let written = private_file::create(&aside).and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
        let moved = written.and_then(|()| fs::rename(&aside, self.folder.join(name)));
        if moved.is_err() {
            // A half-written file that cannot be removed does no harm.
            let _ = fs::remove_file(&aside);
        }
        moved
    }

    /// Nothing was sent.
    fn unreachable(&self, error: &io::Error) -> SmsError {
        SmsError::Unreachable { host: self.name(), text: plain_text(error) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Gateway;
    use super::super::fake::{self, Calendar, FakeWords, TEXT, built, set, settings};
    use super::*;
    use crate::config::{Problem, Provider};
    use std::path::Path;

    fn gateway(folder: &Path) -> Gateway<FakeWords, Calendar> {
        let mut settings = settings(Provider::Outbox, "");
        settings.section.outbox = set("sms.outbox", Some(folder.to_owned()));
        Gateway::new(&settings, FakeWords::default(), Calendar::default()).unwrap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[tokio::test]
    async fn one_file_a_message_in_order() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("a/outbox");
        let gateway = gateway(&folder);
        let mut sent = Vec::new();
        for _ in 0..12 {
            sent.push(fake::send_by(&gateway).await.unwrap().message_id.unwrap());
        }
        assert_eq!(names(&folder), sent);
        assert!(sent[0].starts_with("20260102T030405.000006000Z-"), "{}", sent[0]);
        let letter: serde_json::Value = serde_json::from_slice(&fs::read(folder.join(&sent[0])).unwrap()).unwrap();
        assert_eq!(
            letter,
            serde_json::json!({"to": "+46701740605", "text": TEXT, "at": "2026-01-02T03:04:05.000006Z"})
        );
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn only_the_owner_reads_it() {
        use std::os::unix::fs::PermissionsExt;
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("outbox");
        let name = fake::send_by(&gateway(&folder)).await.unwrap().message_id.unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        assert_eq!(mode(&folder.join(name)), 0o600);
    }

    #[tokio::test]
    async fn unusable_folder_is_unreachable() {
        let place = tempfile::NamedTempFile::new().unwrap();
        let gateway = gateway(&place.path().join("outbox"));
        let refused = fake::send_by(&gateway).await;
        assert!(matches!(refused, Err(SmsError::Unreachable { .. })), "{refused:?}");
    }

    #[test]
    fn outbox_folder_is_required() {
        assert_eq!(built(&settings(Provider::Outbox, "")), Some(Problem::Missing { key: "sms.outbox" }));
    }
}
