//! Measures the time from the program's start to its first question, and the network's share, on a pseudo-terminal with
//! a local practice directory. `cargo bench --bench startup`.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

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
use servicedesk::practice::{Access, Options, Practice};

const ROUNDS: usize = 41;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let access = &directory(folder.path().join("directory"));
    let runtime = runtime();
    configure(folder.path(), access);

    let (mut whole, mut network) = (vec![], vec![]);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        runtime.block_on(LdapDirectory::connect(settings(access), password(access), &SystemRandom)).unwrap();
        network.push(start.elapsed());
        whole.push(first_question(folder.path(), &["--config", "config.toml"]));
    }
    let practising: Vec<Duration> = (0..ROUNDS).map(|_| first_question(folder.path(), &["--demo"])).collect();
    let (whole, network) = (median(whole), median(network));
    println!("{ROUNDS} rounds, medians:");
    println!("to the first question     {whole:>10.2?}");
    println!("of which connect and bind {network:>10.2?}");
    println!("beyond the network        {:>10.2?}", whole.saturating_sub(network));
    println!("with --demo, in all       {:>10.2?}", median(practising));
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// A practice directory that runs until this process ends.
fn directory(folder: PathBuf) -> Access {
    let (give, take) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        runtime().block_on(async {
            let practice = Practice::start(&folder, Arc::new(SystemClock), Options::default()).await.unwrap();
            give.send(practice.access().clone()).unwrap();
            std::future::pending::<()>().await;
        });
    });
    take.recv().unwrap()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Time from the start of the process to the question for the caller.
fn first_question(folder: &Path, arguments: &[&str]) -> Duration {
    let mut command = Command::new(env!("CARGO_BIN_EXE_servicedesk"));
    command.args(arguments).current_dir(folder).env("HOME", folder).env("LANG", "sv_SE.UTF-8").env("TERM", "xterm");
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
