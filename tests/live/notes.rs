//! What the scripts in `tests/lab` tell of the servers that they started, and accounts that are added there.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::support::program::write_private;

/// The lab's notes about a server. Without a running lab the test fails with the command that starts it.
pub(crate) fn notes<T: DeserializeOwned>(name: &str) -> T {
    let path = folder().join(name).with_extension("json");
    let text = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}: run tests/lab/up", path.display()));
    serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Where the lab keeps its notes.
pub(crate) fn folder() -> PathBuf {
    std::env::var_os("SERVICEDESK_LAB").expect("SERVICEDESK_LAB is not set: run tests/run").into()
}

/// Adds a caller to a domain; `more` is LDIF, and what the tools read is kept in `folder`.
pub(crate) fn add_caller(domain: &Value, folder: &Path, account: &str, number: &str, password: &str, more: &str) {
    let text = |name: &str| domain[name].as_str().unwrap();
    let quoted: Vec<u8> = format!("\"{password}\"").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let entry = format!(
        "dn: CN={account},{}\nobjectClass: user\nsAMAccountName: {account}\ndisplayName: Asa Test\n\
         mobile: {number}\nuserAccountControl: 512\nunicodePwd:< file://{}\n{more}",
        text("staff_ou"),
        write_private(folder, "quoted-password", quoted).display()
    );
    let mut add = Command::new("ldapadd")
        .args(["-H", text("ldaps_url"), "-D", text("admin_dn"), "-y"])
        .arg(write_private(folder, "admin-password", text("admin_password")))
        // The certificate names the host, the lab goes by address: setting the stage needs no proof.
        .env("LDAPTLS_REQCERT", "never")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    add.stdin.take().unwrap().write_all(entry.as_bytes()).unwrap();
    assert!(add.wait().unwrap().success(), "ldapadd");
}
