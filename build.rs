//! Names the commit that a release is built from, for `servicedesk version`.
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
    // Without it, Cargo runs this again after a change of any file.
    println!("cargo:rerun-if-changed=build.rs");
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
