//! The program's size, its start, and the way to the first question on a pseudo-terminal with a local practice directory;
//! how much of that is the network.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use expectrl::{Expect, Session};
use servicedesk::adapters::directory::{DirectorySettings, LdapDirectory, ProtectedGroups, UnresponsiveControllers};
use servicedesk::adapters::system::{SystemClock, SystemRandom};
use servicedesk::adapters::tls::Trust;
use servicedesk::domain::password::Password;
use servicedesk::practice::{Access, Options as PracticeOptions, Practice};

use crate::Options;
use crate::measure::{at_home, median, pairs, servicedesk, time};
use crate::table::{Goal, Table};

pub fn run(table: &mut Table, options: Options) {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let rounds = options.rounds(21, 61);
    table.section("Start");
    let size = fs::metadata(env!("CARGO_BIN_EXE_servicedesk")).unwrap().len();
    table.number("the program", size as f64 / 1e6, "MB", Goal::AtMost(13.0));
    let (mut ours, mut ldapsearch) = (servicedesk(), Command::new("ldapsearch"));
    ours.arg("--version");
    ldapsearch.arg("-VV");
    let (ours, other) = pairs(rounds, || time(&mut ours), || time(&mut ldapsearch));
    table.beside("--version, beside ldapsearch -VV", ours, other, Goal::AtMost(0.8));
    let mut lookup = at_home(folder);
    lookup.args(["--demo", "lookup", "jesrab01"]);
    // The first run makes the practice directory.
    time(&mut lookup);
    let lookup = median((0..rounds).map(|_| time(&mut lookup)).collect());
    table.time("--demo lookup", lookup, Goal::AtMost(0.020));
    let practising = median((0..rounds).map(|_| first_question(folder, &["--demo"])).collect());
    table.time("--demo, to the first question", practising, Goal::AtMost(0.020));

    let access = &directory(folder.join("directory"));
    let runtime = runtime();
    configure(folder, access);
    let connect = || {
        let start = Instant::now();
        runtime.block_on(LdapDirectory::connect(settings(access), password(access), &SystemRandom)).unwrap();
        start.elapsed()
    };
    let (whole, network) = pairs(rounds, || first_question(folder, &["--config", "config.toml"]), connect);
    table.beside("to the first question, beside connect and bind", whole, network, Goal::None);
    table.time("  beyond the network", whole.saturating_sub(network), Goal::AtMost(0.020));
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// A practice directory that runs until this process ends.
fn directory(folder: PathBuf) -> Access {
    let (give, take) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        runtime().block_on(async {
            let practice = Practice::start(&folder, Arc::new(SystemClock), PracticeOptions::default()).await.unwrap();
            give.send(practice.access().clone()).unwrap();
            std::future::pending::<()>().await;
        });
    });
    take.recv().unwrap()
}

/// Time from the start of the process to the question for the caller.
fn first_question(folder: &Path, arguments: &[&str]) -> Duration {
    let mut command = at_home(folder);
    command.args(arguments);
    let start = Instant::now();
    let mut session = Session::spawn(command).unwrap();
    session.expect("Vem ringer").unwrap();
    let time = start.elapsed();
    session.get_process_mut().exit(true).unwrap();
    time
}

fn configure(folder: &Path, access: &Access) {
    fs::write(folder.join("ca.pem"), &access.ca_pem).unwrap();
    fs::write(folder.join("password"), access.password.as_str()).unwrap();
    fs::set_permissions(folder.join("password"), fs::Permissions::from_mode(0o600)).unwrap();
    let text = format!(
        "[directory]\nservers = ['{}']\ntls_name = '{}'\nca_file = 'ca.pem'\nuser = '{}'\npassword_file = 'password'\n\
         [state]\npath = 'state.db'\n",
        access.url, access.tls_name, access.user
    );
    fs::write(folder.join("config.toml"), text).unwrap();
}

fn settings(access: &Access) -> DirectorySettings {
    DirectorySettings {
        servers: vec![access.url.parse().unwrap()],
        domain: None,
        trust: Trust::Pem(access.ca_pem.clone()),
        tls_name: Some(access.tls_name.clone()),
        user: access.user.clone(),
        base: None,
        timeout: Duration::from_secs(5),
        history_required: true,
        mobile_attributes: vec!["mobile".into()],
        search_attributes: vec![],
        protected: ProtectedGroups { names: vec![], must_exist: false },
        protected_units: vec![],
        protected_operators: None,
        unresponsive: UnresponsiveControllers::default(),
    }
}

fn password(access: &Access) -> Password {
    Password::parse(access.password.clone()).unwrap()
}
