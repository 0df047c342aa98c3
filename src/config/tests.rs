//! What the tests of the settings share: the interface's example, a computer with files, and ways to read.

mod enforced;
mod files;
mod keys;
mod layers;
mod property;
mod values;

use std::ffi::OsString;
use std::fs;
use std::time::Duration;

use jiff::SignedDuration;
use tempfile::TempDir;

use super::*;
use crate::domain::limits::CodeLimits;
use crate::domain::must_change::MustChangePolicy;
use crate::domain::policy::LocalRules;

/// The interface's example, without what this version refuses.
const EXAMPLE: &str = r#"
language = "sv"                                   # default: the terminal's

[directory]
servers = ["ldaps://dc1.ad.example.se", "ldaps://dc2.ad.example.se"]   # tried in order; or:
domain = "ad.example.se"                          # controllers found by DNS SRV
base = "DC=ad,DC=example,DC=se"                   # default: what the server names
ca_file = "/etc/servicedesk/ca.pem"               # default: the system's trusted certificates
tls_name = "dc1.ad.example.se"                    # when servers are named by address
bind = "simple"                                   # or "kerberos"
user = 'EXAMPLE\operator1'
password_file = "/run/secrets/operator1"          # default: the keyring; refused if others can read it
timeout_seconds = 5
history = "required"                              # or "off"
mobile_attribute = "mobile"                       # where the registered number is kept

[sms]
provider = "kannel"                               # kannel | 46elks | twilio | http | outbox
url = "http://127.0.0.1:13013/cgi-bin/sendsms"
sender = "Servicedesk"
user = "desk"
secret_file = "/run/secrets/kannel"               # default: the keyring
outbox = "/var/spool/outbox"                      # for "outbox": a directory, one JSON file a message {"to","text","at"}
default_country = "SE"
ca_file = "/etc/servicedesk/sms.pem"
timeout_seconds = 7

[sms.http]
method = "POST"
form.to = "{{ to }}"

[verification]
code_lifetime_seconds = 300
attempts = 3
resend_seconds = 30
sends_per_hour = 5                                # per account and per number, over the whole desk
sends_per_day = 10
wrong_codes_per_day = 10
lockout_minutes = 60
resets_per_day = 2
window_seconds = 900
allow_identified_by = false
mobile_age_days = 14
require_settled_mobile = false
supervisors = []

[password_policy]                                 # on top of what the domain demands
min_length = 8
uppercase = 1
digits = 1
forbidden_characters = "åäöÅÄÖ"
breached_passwords_file = "/srv/pwnedpasswords.txt"

[reset]
must_change = true

[protected]
groups = ["Domain Admins", "Enterprise Admins"]   # members are never touched, nor is any account with adminCount=1
units = ["OU=IT,DC=ad,DC=example,DC=se"]          # nor is any account below

[state]
path = "/var/lib/servicedesk/state.db"            # SQLite file; default: the user's state folder

[audit]
syslog = false

[desk]                                            # what is said to callers
organisation = "Mjölby kommun"
services = ["Mjölnet", "Webmail"]
extension = "6000"
phone = "0142-36 6000"
"#;

fn environment(variables: &[(&str, &str)]) -> Environment {
    Environment::new(variables.iter().map(|(name, value)| (OsString::from(name), OsString::from(value))))
}

/// What one file says, at a place where there is none.
fn read(text: &str) -> Result<Settings, Problems> {
    let document = TomlFile::parse(Path::new("/etc/config.toml"), text).map_err(Problems)?;
    read_layers(&Overrides::default(), &Environment::default(), &[document])
}

fn read_environment(variables: &[(&str, &str)]) -> Result<Settings, Problems> {
    read_layers(&Overrides::default(), &environment(variables), &[])
}

fn read_layers(
    overrides: &Overrides,
    environment: &Environment,
    documents: &[TomlFile<'_>],
) -> Result<Settings, Problems> {
    Settings::read(Layers { overrides, environment, documents, computer: None, named: false, computer_path: None })
}

/// A computer with the two places where files are looked for.
struct Computer {
    root: TempDir,
}

impl Computer {
    fn new() -> Self {
        Self { root: tempfile::tempdir().unwrap() }
    }

    fn folders(&self) -> Folders {
        Folders { user_config: Some(self.root.path().join("user")), system_config: self.root.path().join("system") }
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.root.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    fn load(&self, overrides: &Overrides, variables: &[(&str, &str)]) -> Result<Settings, Problems> {
        Settings::load(overrides, &environment(variables), Some(&self.folders()))
    }
}

fn from_file(path: &Path, line: usize) -> Origin {
    Origin::File { path: path.to_owned(), line }
}

/// What is wrong with one file, a line each.
fn complaints(text: &str) -> Vec<String> {
    read(text).map_or_else(|problems| problems.0.iter().map(ToString::to_string).collect(), |_| Vec::new())
}

fn complaints_about(variables: &[(&str, &str)]) -> Vec<String> {
    read_environment(variables)
        .map_or_else(|problems| problems.0.iter().map(ToString::to_string).collect(), |_| Vec::new())
}
