//! Where the program looks for its configuration and keeps its state.

use std::fs;

use super::program::{drive, home};

#[test]
fn computer_and_user_configuration_are_found() {
    let home = home();
    let asked = || home.run("lookup evaand01 --no-input").err;
    let mine = drive().join("users").join(user()).join("AppData/Roaming/servicedesk/config");
    let ours = drive().join("ProgramData/servicedesk");
    for folder in [&mine, &ours] {
        let _ = fs::remove_dir_all(folder);
    }
    let said = asked();
    assert!(said.contains("directory.servers"), "{said}");
    assert!(said.contains(r"C:\ProgramData\servicedesk\config.toml"), "{said}");
    for (folder, value) in [(&ours, "ours"), (&mine, "mine")] {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join("config.toml"), format!("[directory]\nservers = \"{value}\"\n")).unwrap();
        let said = asked();
        assert!(said.contains(value), "{said}");
        let place = if value == "ours" {
            r"C:\ProgramData\servicedesk\config.toml:2"
        } else {
            r"\AppData\Roaming\servicedesk\config\config.toml:2"
        };
        assert!(said.contains(place), "{said}");
    }
    for folder in [&mine, &ours] {
        fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn state_is_in_local_app_data() {
    home().run("--demo lookup jesrab01");
    assert!(drive().join("users").join(user()).join("AppData/Local/servicedesk/data/practice").is_dir());
}

/// Windows' user has the name of this computer's.
fn user() -> String {
    let users = fs::read_dir(drive().join("users")).unwrap().map(|entry| entry.unwrap().file_name());
    users.map(|name| name.into_string().unwrap()).find(|name| name != "Public").unwrap()
}
