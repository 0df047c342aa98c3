//! The built program as other programs see it: streams, exit codes, surroundings and signals.

mod configuration;
mod edited;
mod enforced;
mod free_text;
mod init;
mod interrupts;
mod limits;
mod lines;
mod many;
mod secrets;
mod store;
mod streams;
mod surroundings;
mod wait_delivered;
