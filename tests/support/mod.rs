//! What both test binaries use: suites that every directory and every store has to pass, and ways to run the program.

pub(crate) mod contract;
pub(crate) mod desk;
pub(crate) mod directory;
pub(crate) mod elks;
pub(crate) mod program;
pub(crate) mod schema;
pub(crate) mod seat;
pub(crate) mod store;
