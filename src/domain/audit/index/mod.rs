//! The index beside the log: which records name an account, an operator, an action or a ticket. No I/O.
//!
//! It follows from the records and is no part of the chain; `audit verify` compares it with them. [`SEGMENT`] records
//! at a time are indexed, so that adding a record costs nothing and a log of any age can be indexed in steps. What is
//! not indexed yet is searched by reading it.

mod segment;
mod term;

pub use segment::{IndexRow, PackedSegment, Posting, Segment, SegmentBuilder};
pub use term::IndexTerm;

/// Records per segment: read in some milliseconds while they wait to be indexed, and few segments in ten million.
pub const SEGMENT: u32 = 2048;
