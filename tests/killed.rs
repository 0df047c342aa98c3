//! The built program killed at any instant, and on a disk that fills up at any instant. Needs strace and faketime.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod binary {
    #[allow(dead_code, reason = "this needs a part of it")]
    mod desk;
    mod killed;
    #[allow(dead_code, reason = "this needs a part of it")]
    mod program;
}
