//! The built program at a real terminal: keys, screen, and the terminal's state afterwards.

mod calls;
mod choices;
mod delivery;
mod init;
mod keys;
mod looks;
mod questions;
mod signals;
mod typed;
mod waits;
