//! What SQLite's errors mean for the store.

use std::path::Path;

use rusqlite::{Error, ErrorCode};

use crate::domain::system_fault::SystemFault;
use crate::ports::{StoreError, StoreFault};

/// The error of the store at `path`.
pub(super) fn store_error(path: &Path, error: &Error) -> StoreError {
    let fault = match fault(error) {
        StoreFault::CannotOpen if path.is_dir() => StoreFault::System(SystemFault::IsFolder),
        other => other,
    };
    StoreError { place: path.display().to_string(), fault, text: error.to_string() }
}

fn fault(error: &Error) -> StoreFault {
    let code = match error {
        Error::SqliteFailure(failure, _) => failure.code,
        // A value that this program did not write.
        Error::FromSqlConversionFailure(..)
        | Error::InvalidColumnType(..)
        | Error::IntegralValueOutOfRange(..)
        | Error::ToSqlConversionFailure(_)
        | Error::QueryReturnedNoRows => return StoreFault::Damaged,
        _ => return StoreFault::Unexpected,
    };
    match code {
        ErrorCode::DiskFull => StoreFault::System(SystemFault::DiskFull),
        ErrorCode::ReadOnly => StoreFault::System(SystemFault::ReadOnly),
        ErrorCode::PermissionDenied => StoreFault::System(SystemFault::NoRight),
        ErrorCode::OutOfMemory => StoreFault::System(SystemFault::NoMemory),
        ErrorCode::SystemIoFailure => StoreFault::System(SystemFault::Device),
        ErrorCode::CannotOpen => StoreFault::CannotOpen,
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreFault::Busy,
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => StoreFault::Damaged,
        // A missing table or column.
        ErrorCode::Unknown => StoreFault::Damaged,
        _ => StoreFault::Unexpected,
    }
}
