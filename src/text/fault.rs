//! The operating system's errors in words: the end of a sentence, without a full stop.

use super::{Message, Words};
use crate::domain::system_fault::SystemFault;

impl Words {
    /// Why the operating system did not do what it was asked.
    pub fn fault(&self, fault: SystemFault) -> String {
        self.say(&match fault {
            SystemFault::Missing => Message::FaultMissing,
            SystemFault::NoRight => Message::FaultNoRight,
            SystemFault::Exists => Message::FaultExists,
            SystemFault::IsFolder => Message::FaultIsFolder,
            SystemFault::NotAFolder => Message::FaultNotAFolder,
            SystemFault::NotAFile => Message::FaultNotAFile,
            SystemFault::IsLink => Message::FaultIsLink,
            SystemFault::DiskFull => Message::FaultDiskFull,
            SystemFault::ReadOnly => Message::FaultReadOnly,
            SystemFault::Device => Message::FaultDevice,
            SystemFault::Closed => Message::OutputClosed,
            SystemFault::TooManyFiles => Message::FaultTooManyFiles,
            SystemFault::NoMemory => Message::FaultNoMemory,
            SystemFault::TooManyThreads => Message::FaultTooManyThreads,
            SystemFault::Unexpected(None) => Message::FaultUnexpected,
            SystemFault::Unexpected(Some(number)) => Message::FaultUnexpectedNumber { n: number.into() },
        })
    }
}
