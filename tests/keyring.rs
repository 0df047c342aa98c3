//! The built program with a real keyring: gnome-keyring on a session bus of its own. Also with one that is locked, one
//! that never answers, the kernel's where there is no desktop, and none. Needs D-Bus, gnome-keyring and strace.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod binary {
    #[allow(dead_code, reason = "keyrings need a part of it")]
    mod desk;
    mod keyring;
    #[allow(dead_code, reason = "keyrings need a part of it")]
    mod program;
}
