//! The computer's own file, /etc/servicedesk/config.toml, against everything that an operator can set around the program.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::program::{Home, Run};

/// An operator's home on a computer whose /etc has this in it, in a mount namespace of the run's own.
struct Computer {
    home: Home,
}

impl Computer {
    fn with(text: &str) -> Self {
        let computer = Self { home: Home::new() };
        computer.write("etc/servicedesk/config.toml", text);
        computer
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn command(&self, arguments: &str) -> Command {
        let etc = self.path("etc").display().to_string();
        let mount = "mount --bind \"$0\" /etc && exec \"$@\"";
        let starter = ["unshare", "--map-root-user", "--mount", "--", "sh", "-c", mount, &etc].map(str::to_owned);
        let mut command = self.home.command_under(&starter, arguments);
        command.env("PATH", std::env::var_os("PATH").unwrap());
        command
    }

    fn run(&self, arguments: &str, variables: &[(&str, &Path)]) -> Run {
        self.command(arguments).envs(variables.iter().copied()).output().unwrap().into()
    }
}

/// The output without this run's paths.
fn said(computer: &Computer, run: &Run) -> String {
    run.err.replace(&format!("{}/", computer.home.0.path().display()), "")
}

#[test]
fn environment_cannot_move_store() {
    let computer = Computer::with("[desk]\nphone = '1'\n");
    let elsewhere = computer.path("elsewhere.db");
    let text = format!("[state]\npath = '{}'\n", elsewhere.display());
    computer.write(".config/servicedesk/config.toml", &text);
    computer.write("named.toml", &text);
    let named = computer.path("named.toml");
    let away = computer.path("away");
    let moved = ["XDG_CONFIG_DIRS", "SERVICEDESK_SYSTEM_CONFIG", "SERVICEDESK_CONFIG_DIR", "PROGRAMDATA"];
    let moved = moved.map(|name| (name, away.as_path()));
    let no_effect =
        "state.path har ingen verkan här. Det bestäms i /etc/servicedesk/config.toml för alla på den här datorn.";
    for (arguments, variables, place) in [
        ("audit show", vec![], ".config/servicedesk/config.toml:2"),
        ("audit show", vec![("SERVICEDESK_CONFIG", named.as_path())], "named.toml:2"),
        ("audit show --config named.toml", vec![], "named.toml:2"),
    ] {
        let mut command = computer.command(arguments);
        let variables = variables.into_iter().chain(moved);
        let run: Run = command.current_dir(computer.home.0.path()).envs(variables).output().unwrap().into();
        assert_eq!(run.exit, Some(0), "{run:?}");
        assert!(said(&computer, &run).contains(&format!("Obs: {place}: {no_effect}")), "{run:?}");
        assert!(!elsewhere.exists(), "{arguments}");
    }
    let run = computer.run("audit show --all -o json", &[("SERVICEDESK_STATE_PATH", &elsewhere)]);
    assert!(run.err.contains(&format!("SERVICEDESK_STATE_PATH: {no_effect}")), "{run:?}");
    assert!(run.out.starts_with('{') && !elsewhere.exists(), "{run:?}");
    assert!(computer.path(".local/state/servicedesk/state.db").exists());
}

#[test]
fn unenforced_setting_may_be_overridden() {
    let computer = Computer::with("[enforced]\nkeys = []\n");
    let elsewhere = computer.path("elsewhere.db");
    let run = computer.run("audit show", &[("SERVICEDESK_STATE_PATH", &elsewhere)]);
    assert!(run.exit == Some(0) && run.err.is_empty() && elsewhere.exists(), "{run:?}");
}

#[test]
fn option_against_enforced_setting_is_refused() {
    let computer = Computer::with("[enforced]\nkeys = ['reset.must_change']\n");
    let run = computer.run("reset evaand01 --generate --no-must-change", &[]);
    assert_eq!(run.exit, Some(2), "{run:?}");
    let no_effect =
        "--no-must-change: reset.must_change har ingen verkan här. Det bestäms i /etc/servicedesk/config.toml";
    assert!(run.err.contains(no_effect), "{run:?}");
}

#[test]
fn invalid_enforced_file_stops_all_but_practice() {
    let computer = Computer::with("[verification\n");
    computer.write("named.toml", "[desk]\nphone = '1'\n");
    let named = computer.path("named.toml").display().to_string();
    for arguments in ["audit show", "lookup evaand01", &format!("--config {named} audit show")] {
        let run = computer.run(arguments, &[]);
        assert!(run.exit == Some(2) && run.err.contains("/etc/servicedesk/config.toml:1"), "{arguments}: {run:?}");
    }
    assert_eq!(computer.run("--demo whoami", &[]).exit, Some(0));
}
