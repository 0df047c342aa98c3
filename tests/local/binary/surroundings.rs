//! Languages, homes, and what the environment says.

use crate::support::program::{Home, Run};

#[test]
fn language_follows_option_and_environment() {
    let home = Home::new();
    let (swedish, english) = ("Inget konto stämmer", "No account matches");
    for (variables, options, said) in [
        (&[("LANG", "sv_SE.UTF-8")][..], "", swedish),
        (&[("LANG", "sv")], "", swedish),
        (&[("LANG", "C")], "", english),
        (&[("LANG", "")], "", english),
        (&[("LANG", "de_DE.UTF-8")], "", english),
        (&[("LANG", "en_US.UTF-8"), ("LC_ALL", "sv_SE.UTF-8")], "", swedish),
        (&[("LANG", "sv_SE.UTF-8"), ("LC_MESSAGES", "en_GB")], "", english),
        (&[("LANG", "sv_SE.UTF-8"), ("LC_ALL", "")], "", swedish),
        (&[("LANG", "C"), ("SERVICEDESK_LANG", "sv")], "", swedish),
        (&[("LANG", "sv_SE.UTF-8"), ("SERVICEDESK_LANG", "sv")], "--lang en", english),
    ] {
        let mut command = home.command(&format!("--demo {options} lookup finns-inte"));
        let run: Run = command.env_remove("LANG").envs(variables.iter().copied()).output().unwrap().into();
        assert!(run.err.contains(said), "{variables:?} {options}: {run:?}");
    }
}

#[test]
fn empty_environment_suffices() {
    let home = Home::new();
    // Not even a home. Nothing that is kept: the system would name one all the same.
    let run = |arguments: &str| -> Run { home.command(arguments).env_clear().output().unwrap().into() };
    assert_eq!(run("--version").exit, Some(0));
    let run = run("check-policy");
    assert!(run.exit == Some(2) && run.err.contains("--password-stdin"), "{run:?}");
}

#[test]
fn state_files_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    home.run("--demo send-code jesrab01");
    let folder = home.0.path().join(".local/state/servicedesk/practice");
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.iter().any(|path| path.ends_with("state.db")), "{files:?}");
    for file in files {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}

#[test]
fn missing_configuration_names_expected_paths() {
    let home = Home::new();
    let run = home.run("lookup evaand01");
    let own = home.0.path().join(".config/servicedesk/config.toml");
    assert!(run.exit == Some(2) && run.err.contains(own.to_str().unwrap()), "{run:?}");
    assert!(run.err.contains("/etc/servicedesk/config.toml"), "{run:?}");
    let named = home.run("--config /dev/null lookup evaand01");
    assert!(named.exit == Some(2) && !named.err.contains("/etc/servicedesk"), "{named:?}");
}

#[test]
fn parallel_runs_share_store() {
    let home = Home::new();
    let start = || home.command("--demo unlock perols01").spawn().unwrap();
    let both: Vec<_> = (0..4).map(|_| start()).collect();
    for child in both {
        let run = Run::from(child.wait_with_output().unwrap());
        assert_eq!(run.exit, Some(5), "{run:?}");
    }
    let shown = home.run("--demo audit show -o json");
    let document: serde_json::Value = serde_json::from_str(&shown.out).unwrap();
    // Each signed in and was refused.
    assert_eq!(document["records"].as_array().unwrap().len(), 8);
    let verified = home.run("--demo audit verify");
    assert_eq!(verified.exit, Some(0), "{verified:?}");
}
