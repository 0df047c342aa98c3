//! Whether what is written to standard output reaches anybody.

use std::io;

use crate::domain::system_fault::SystemFault;

/// Whether standard output may have been closed when the process started, as by `>&-`.
///
/// The standard library then opens `/dev/null` before `main`, for reading and writing; a shell's `>/dev/null` is open for
/// writing only. Another program may start this one with `/dev/null` open for both, which cannot be told from a closed
/// one, and is no failure.
#[cfg(unix)]
fn may_be_closed() -> bool {
    use std::fs::{File, metadata};
    use std::os::fd::AsFd;
    use std::os::unix::fs::{FileTypeExt, MetadataExt};

    let output = io::stdout();
    let Ok(flags) = rustix::fs::fcntl_getfl(&output) else { return true };
    if !flags.contains(rustix::fs::OFlags::RDWR) {
        return false;
    }
    let there = output.as_fd().try_clone_to_owned().and_then(|output| File::from(output).metadata());
    let (Ok(there), Ok(null)) = (there, metadata("/dev/null")) else { return false };
    there.file_type().is_char_device() && there.rdev() == null.rdev()
}

/// Why standard output cannot be written to, such as a pipe without a reader. A full disk shows only on writing.
#[cfg(unix)]
pub(super) fn fault() -> Option<SystemFault> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    let output = io::stdout();
    if may_be_closed() {
        return Some(SystemFault::Closed);
    }
    if let Err(error) = rustix::io::write(&output, &[]) {
        return Some(io::Error::from(error).into());
    }
    let mut asked = [PollFd::new(&output, PollFlags::OUT)];
    let answered = poll(&mut asked, Some(&Timespec::default()));
    let is_closed = answered.is_ok() && asked[0].revents().intersects(PollFlags::ERR | PollFlags::NVAL);
    is_closed.then_some(SystemFault::Closed)
}

/// Why standard output cannot be written to: closed when the process started, it has no handle. Windows reports other failures
/// only on writing.
#[cfg(windows)]
pub(super) fn fault() -> Option<SystemFault> {
    use std::os::windows::io::AsRawHandle;

    io::stdout().as_raw_handle().is_null().then_some(SystemFault::Closed)
}
