//! The program as it is built for Windows, under Wine: streams, encodings, folders, keyring, keys, Ctrl-C. What Wine
//! does otherwise than Windows is said where it matters. Built and run by `tests/run-windows`.

mod encodings;
mod folders;
mod keyring;
mod keys;
mod program;
mod store;
mod streams;
