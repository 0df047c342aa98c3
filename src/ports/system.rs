//! Clock, random numbers, waiting, and the operating system's errors.

use std::io::{self, ErrorKind};
use std::time::Duration;

use futures_util::future::LocalBoxFuture;
use jiff::Timestamp;

use crate::domain::system_fault::SystemFault;

pub trait Clock {
    /// Returns the current time, UTC.
    fn now(&self) -> Timestamp;
}

/// Waits.
pub trait Pause {
    /// Completes after `span`.
    fn pause(&self, span: Duration) -> LocalBoxFuture<'_, ()>;
}

/// A cryptographically secure random number generator.
pub trait Random {
    /// Fills `buffer` with random bytes.
    ///
    /// # Errors
    /// [`NoRandomness`]; nothing secret may then be generated.
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoRandomness>;
}

/// The operating system gave no random bytes.
#[derive(Debug, thiserror::Error)]
#[error("no random bytes from the operating system")]
pub struct NoRandomness;

impl From<&io::Error> for SystemFault {
    fn from(error: &io::Error) -> Self {
        let number = error.raw_os_error();
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::PermissionDenied => Self::NoRight,
            ErrorKind::AlreadyExists => Self::Exists,
            ErrorKind::IsADirectory => Self::IsFolder,
            ErrorKind::NotADirectory => Self::NotAFolder,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::DiskFull,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::StaleNetworkFileHandle => Self::Device,
            ErrorKind::BrokenPipe => Self::Closed,
            ErrorKind::OutOfMemory => Self::NoMemory,
            _ => number.and_then(by_number).unwrap_or(Self::Unexpected(number)),
        }
    }
}

impl From<io::Error> for SystemFault {
    fn from(error: io::Error) -> Self {
        Self::from(&error)
    }
}

/// The errors that the standard library has no stable kind for.
#[cfg(unix)]
fn by_number(number: i32) -> Option<SystemFault> {
    use rustix::io::Errno;
    Some(match Errno::from_raw_os_error(number) {
        Errno::MFILE | Errno::NFILE => SystemFault::TooManyFiles,
        // What pthread_create answers at a limit on threads or processes.
        Errno::AGAIN => SystemFault::TooManyThreads,
        Errno::LOOP => SystemFault::IsLink,
        Errno::IO => SystemFault::Device,
        _ => return None,
    })
}

/// System error codes of Windows.
#[cfg(windows)]
fn by_number(number: i32) -> Option<SystemFault> {
    Some(match number {
        // ERROR_TOO_MANY_OPEN_FILES, WSAEMFILE
        4 | 10024 => SystemFault::TooManyFiles,
        // ERROR_CRC, ERROR_GEN_FAILURE, ERROR_IO_DEVICE
        23 | 31 | 1117 => SystemFault::Device,
        _ => return None,
    })
}

impl<C: Clock + ?Sized> Clock for &C {
    fn now(&self) -> Timestamp {
        (**self).now()
    }
}

impl<C: Clock + ?Sized> Clock for std::sync::Arc<C> {
    fn now(&self) -> Timestamp {
        (**self).now()
    }
}
