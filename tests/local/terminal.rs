//! The built program at a real terminal: what is typed, what shows, and how the terminal is left.

mod calls;
mod choices;
mod keys;
mod looks;
mod signals;
mod typed;
mod waits;
