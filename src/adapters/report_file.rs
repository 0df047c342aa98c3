//! The report of a run over many accounts as a file: CSV or JSON Lines, by its extension. Each row is written whole and
//! at once, so that a killed run has reported what it did. Never overwrites an existing file, which may be the only
//! record of an earlier run.

use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::private_file;
use crate::domain::bulk::{ReportRow, RowResult};
use crate::ports::{ReportError, ReportFault, ReportWriter};
use crate::text::{defused, escaped, without_controls};

/// A report that is being written.
pub struct ReportFile<F = File> {
    path: PathBuf,
    file: F,
    form: ReportFormat,
    /// The first error; nothing is written after it.
    failed: Option<io::Error>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ReportFormat {
    Csv,
    JsonLines,
}

/// A file, or a test's stand-in for one.
pub trait Storage: Write {
    /// Returns when everything written has reached the disk.
    ///
    /// # Errors
    /// The system's.
    fn sync(&mut self) -> io::Result<()>;
}

impl Storage for File {
    fn sync(&mut self) -> io::Result<()> {
        match self.sync_all() {
            // A pipe or a terminal cannot be synced.
            Err(error) if error.kind() == ErrorKind::InvalidInput => Ok(()),
            synced => synced,
        }
    }
}

/// Creates the report in `path`, readable by its owner only: it shows who was locked out, and when.
///
/// # Errors
/// [`ReportError`]; no file was created.
pub fn create(path: &Path) -> Result<ReportFile, ReportError> {
    let error = |fault| ReportError { path: path.to_owned(), fault };
    let form = ReportFormat::of(path).ok_or_else(|| error(ReportFault::Ending))?;
    let file = private_file::create(path).map_err(|why| match why.kind() {
        ErrorKind::AlreadyExists => error(ReportFault::Exists),
        _ => error(ReportFault::Unwritable(why.into())),
    })?;
    Ok(ReportFile::begin(path.to_owned(), file, form))
}

impl ReportFormat {
    fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "jsonl" => Some(Self::JsonLines),
            _ => None,
        }
    }

    fn row(self, record: &ReportRow<'_>) -> io::Result<Vec<u8>> {
        match self {
            Self::Csv => cells(record.cells().iter().map(String::as_str)),
            Self::JsonLines => {
                let mut line = escaped(serde_json::to_string(record)?);
                line.push('\n');
                Ok(line.into_bytes())
            }
        }
    }
}

fn cells<'a>(cells: impl Iterator<Item = &'a str>) -> io::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells.map(|cell| without_controls(&defused(cell)).into_owned()))?;
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

impl<F: Storage> ReportFile<F> {
    fn begin(path: PathBuf, file: F, form: ReportFormat) -> Self {
        let mut report = Self { path, file, form, failed: None };
        if form == ReportFormat::Csv {
            report.write(cells(ReportRow::FIELDS.into_iter()));
        }
        report
    }

    /// Writes a row in one piece, so that no reader sees half of one.
    fn write(&mut self, bytes: io::Result<Vec<u8>>) {
        if self.failed.is_none() {
            self.failed = bytes.and_then(|bytes| self.file.write_all(&bytes)).err();
        }
    }
}

impl<F: Storage> ReportWriter for ReportFile<F> {
    fn row(&mut self, row: &RowResult) {
        self.write(self.form.row(&row.record()));
    }

    fn finish(&mut self) -> Result<(), ReportError> {
        let finished = match self.failed.take() {
            Some(error) => Err(error),
            None => self.file.flush().and_then(|()| self.file.sync()),
        };
        finished.map_err(|why| ReportError { path: self.path.clone(), fault: ReportFault::Unwritable(why.into()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::bulk::input::Input;
    use crate::domain::bulk::{InputRow, RowOutcome};
    use crate::domain::system_fault::SystemFault;

    fn row(account: &str) -> RowResult {
        let row = InputRow { typed: account.to_uppercase(), line: Some(2) };
        let server = Some("dc1".to_owned());
        RowResult { row, account: Some(account.to_owned()), outcome: RowOutcome::Unlocked, detail: None, server }
    }

    #[test]
    fn rows_can_be_read_as_they_come() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.CSV");
        let mut report = create(&path).unwrap();
        let now = || std::fs::read_to_string(&path).unwrap();
        assert_eq!(now(), "account,outcome,detail,asked,line,server\n");
        report.row(&row("eva1"));
        assert_eq!(now().lines().last(), Some("eva1,unlocked,,EVA1,2,dc1"));
        report.row(&row("bo \"2\""));
        assert_eq!(now().lines().last(), Some("\"bo \"\"2\"\"\",unlocked,,\"BO \"\"2\"\"\",2,dc1"));
        assert_eq!(report.finish(), Ok(()));
    }

    #[test]
    fn report_is_a_valid_list_of_accounts() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["report.jsonl", "report.csv"] {
            let path = folder.path().join(name);
            let mut report = create(&path).unwrap();
            ["eva1", "bo2"].iter().for_each(|account| report.row(&row(account)));
            assert_eq!(report.finish(), Ok(()));
            let input = Input::parse(std::fs::read(&path).unwrap()).unwrap();
            let typed: Vec<_> = input.entries.iter().map(|entry| entry.row.typed.as_str()).collect();
            assert_eq!(typed, ["eva1", "bo2"], "{name}");
        }
    }

    #[test]
    fn no_cell_is_a_formula() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.csv");
        let mut report = create(&path).unwrap();
        for account in ["=cmd|' /c calc'!a1", "+1", "-1", "@sum(a1)", "\t=1", "\r=1"] {
            report.row(&row(account));
        }
        let text = std::fs::read(&path).unwrap();
        let mut reader = csv::Reader::from_reader(text.as_slice());
        let records: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), 6);
        for record in records {
            assert!(record[0].starts_with('\'') && record[3].starts_with('\''), "{record:?}");
        }
    }

    #[test]
    fn nothing_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.jsonl");
        std::fs::write(&path, "earlier").unwrap();
        assert_eq!(create(&path).err().map(|error| error.fault), Some(ReportFault::Exists));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "earlier");
    }

    #[test]
    fn unknown_extension_or_folder_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let fault = |name: &str| create(&folder.path().join(name)).err().map(|error| error.fault);
        for name in ["report", "report.txt", "report.csv.gz", ".csv"] {
            assert_eq!(fault(name), Some(ReportFault::Ending), "{name}");
        }
        assert!(matches!(fault("nowhere/report.csv"), Some(ReportFault::Unwritable(_))));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.csv");
        create(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    /// Has room for so many bytes, and counts the attempts to write more.
    struct Disk {
        room: usize,
        refused: usize,
        broken: bool,
    }

    impl Write for Disk {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.room < bytes.len() {
                self.refused += 1;
                return Err(ErrorKind::StorageFull.into());
            }
            self.room -= bytes.len();
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Storage for Disk {
        fn sync(&mut self) -> io::Result<()> {
            if self.broken { Err(io::Error::other("broken")) } else { Ok(()) }
        }
    }

    #[test]
    fn full_disk_is_reported_at_the_end() {
        let disk = Disk { room: 100, refused: 0, broken: false };
        let mut report = ReportFile::begin("r.csv".into(), disk, ReportFormat::Csv);
        (0..100).for_each(|_| report.row(&row("eva1")));
        assert_eq!(report.file.refused, 1, "no row after one that is missing");
        let ReportError { path, fault } = report.finish().unwrap_err();
        assert_eq!(path, Path::new("r.csv"));
        assert!(matches!(fault, ReportFault::Unwritable(SystemFault::DiskFull)));
    }

    #[test]
    fn unsynced_report_is_an_error() {
        let disk = Disk { room: 1000, refused: 0, broken: true };
        let mut report = ReportFile::begin("r.jsonl".into(), disk, ReportFormat::JsonLines);
        report.row(&row("eva1"));
        assert!(report.finish().is_err());
    }
}
