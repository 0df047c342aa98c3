//! Where standard output leads: whether anyone can read it. Writes nothing.

use std::io;

/// Whether it was closed when the process began, as by `>&-`.
///
/// The standard library opens `/dev/null` in its place before `main`, for reading and writing. A shell's `>/dev/null`
/// is open for writing only. What another program has opened both ways and handed over cannot be told from a closed one,
/// and counts as that: nobody reads it either.
#[cfg(unix)]
pub(super) fn is_closed() -> bool {
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

/// Whether it takes what is written, as far as that is known before: it may be written to, and no pipe without a
/// reader. That a disk is full shows only when something is written to it.
#[cfg(unix)]
pub(super) fn takes() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    let output = io::stdout();
    if rustix::io::write(&output, &[]).is_err() {
        return false;
    }
    let mut asked = [PollFd::new(&output, PollFlags::OUT)];
    let answered = poll(&mut asked, Some(&Timespec::default()));
    answered.is_err() || !asked[0].revents().intersects(PollFlags::ERR | PollFlags::NVAL)
}

/// Whether it was closed when the process began: there is no handle then.
#[cfg(windows)]
pub(super) fn is_closed() -> bool {
    use std::os::windows::io::AsRawHandle;

    io::stdout().as_raw_handle().is_null()
}

/// Whether it takes what is written; Windows tells only when something is written.
#[cfg(windows)]
pub(super) fn takes() -> bool {
    true
}
