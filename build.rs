//! Names the commit that a release is built from, for `servicedesk version`, and makes it smaller.
//!
//! A package sets `SERVICEDESK_COMMIT`; otherwise git is asked, but only for a release: a development build would be
//! compiled anew after every commit.

use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-env-changed=SERVICEDESK_COMMIT");
    let given = std::env::var("SERVICEDESK_COMMIT").ok().filter(|commit| !commit.is_empty());
    let is_release = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
    if let Some(commit) = given.or_else(|| is_release.then(head).flatten()) {
        println!("cargo:rustc-env=SERVICEDESK_COMMIT={commit}");
    }
    if is_release && has_packed_relocations() {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    // Without it, Cargo runs this again after a change of any file.
    println!("cargo:rerun-if-changed=build.rs");
}

/// Whether this computer's glibc, and so any newer one, loads programs whose relocations are packed: from 2.36 on.
fn has_packed_relocations() -> bool {
    let target = |name| std::env::var(name).unwrap_or_default();
    if target("CARGO_CFG_TARGET_ENV") != "gnu" || target("TARGET") != target("HOST") {
        return false;
    }
    let version = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok().map(|output| output.stdout);
    let version = version.and_then(|text| String::from_utf8(text).ok()).unwrap_or_default();
    let minor = version.trim().strip_prefix("glibc 2.").and_then(|minor| minor.split('.').next()?.parse().ok());
    minor.is_some_and(|minor: u32| minor >= 36)
}

/// The commit that is checked out; `None` where this folder is not a repository of its own, as in a published crate.
fn head() -> Option<String> {
    if !Path::new(".git").exists() {
        return None;
    }
    // The log of HEAD changes with every commit and checkout.
    println!("cargo:rerun-if-changed={}", git(&["rev-parse", "--git-path", "logs/HEAD"])?);
    git(&["rev-parse", "HEAD"])
}

fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (output.status.success() && !text.is_empty()).then_some(text)
}
