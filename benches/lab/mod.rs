//! The lab's domain controllers: address, credentials, and commands that sign in to one.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

/// A controller as described by `tests/lab/samba start`.
#[derive(Deserialize)]
pub struct Lab {
    pub name: String,
    pub address: String,
    pub ldaps_url: String,
    pub tls_name: String,
    pub ca_file: PathBuf,
    pub base_dn: String,
    pub admin_dn: String,
    pub admin_password: String,
    pub operator_user: String,
    pub operator_password: String,
    pub staff_ou: String,
}

impl Lab {
    pub fn of(name: &str) -> Self {
        let file = folder().join(format!("{name}.json"));
        let text =
            fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}; start the lab: tests/lab/up", file.display()));
        serde_json::from_slice(&text).unwrap()
    }

    /// A controller in its initial state.
    pub fn anew(name: &str) -> Self {
        let status = Command::new(script("samba")).args(["start", name]).env("LAB_ROOT", folder()).status().unwrap();
        assert!(status.success(), "tests/lab/samba start {name}: {status}");
        Self::of(name)
    }

    /// servicedesk, configured in `folder` for this controller at `url`.
    pub fn servicedesk(&self, url: &str, folder: &Path) -> Command {
        let config = folder.join(format!("{}.toml", url.rsplit(['/', ':']).next().unwrap()));
        let password = secret(folder, "operator", &self.operator_password);
        let text = format!(
            "[directory]\nservers = ['{url}']\ntls_name = '{}'\nbase = '{}'\nca_file = '{}'\nuser = '{}'\n\
             password_file = '{}'\n[state]\npath = '{}'\n",
            self.tls_name,
            self.base_dn,
            self.ca_file.display(),
            self.operator_user,
            password.display(),
            folder.join("state.db").display()
        );
        fs::write(&config, text).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_servicedesk"));
        command.arg("--config").arg(config);
        command
    }

    /// One of OpenLDAP's tools, signed in as the operator.
    pub fn openldap_as_operator(&self, tool: &str, url: &str, folder: &Path) -> Command {
        let mut command = self.openldap(tool, url);
        command.args(["-D", &self.operator_user, "-y"]).arg(secret(folder, "operator", &self.operator_password));
        command
    }

    /// Checks the certificate except for its name, which OpenLDAP takes from the address.
    pub fn openldap(&self, tool: &str, url: &str) -> Command {
        let mut command = Command::new(tool);
        command.env("LDAPTLS_CACERT", &self.ca_file).env("LDAPTLS_REQCERT", "allow").args(["-x", "-H", url]);
        command
    }
}

/// Restarts the lab's servers, installing what they need.
pub fn up() {
    run("install");
    run("up");
}

pub fn down() {
    run("down");
}

fn run(name: &str) {
    let status = Command::new(script(name)).env("LAB_ROOT", folder()).status().unwrap();
    assert!(status.success(), "tests/lab/{name}: {status}");
}

pub fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lab").join(name)
}

/// The folder with the descriptions that `tests/lab/up` wrote.
pub fn folder() -> PathBuf {
    std::env::var_os("SERVICEDESK_LAB")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target/lab"), PathBuf::from)
}

pub fn secret(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    path
}
