//! A database of its own in the lab's PostgreSQL, removed when it is dropped.

use std::fs;
use std::io::{BufWriter, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::lab;

/// Writes what a command reads.
pub type Input<'a> = &'a mut dyn FnMut(&mut dyn Write);

pub struct Database {
    notes: serde_json::Value,
    pub name: String,
}

impl Database {
    pub fn make(what: &str) -> Self {
        let notes = fs::read(lab::folder().join("postgres-shared.json")).unwrap();
        let notes = serde_json::from_slice(&notes).unwrap();
        let database = Self { notes, name: format!("bench_{what}_{}", std::process::id()) };
        database.psql_in("postgres", &format!("CREATE DATABASE {}", database.name), None);
        database
    }

    fn note(&self, name: &str) -> &str {
        self.notes[name].as_str().unwrap()
    }

    /// The section `[state]` of a configuration in this folder, with the files that it names.
    pub fn state(&self, folder: &Path) -> String {
        write(folder, "store-password", self.note("password"));
        format!(
            "[state]\nurl = 'postgres://{}@{}/{}'\npassword_file = '{folder}/store-password'\nca_file = '{}'\n\
             key_file = '{folder}/desk.key'\n",
            self.note("user"),
            self.note("address"),
            self.name,
            self.note("ca_file"),
            folder = folder.display()
        )
    }

    pub fn psql(&self, sql: &str, input: Option<Input<'_>>) {
        self.psql_in(&self.name, sql, input);
    }

    fn psql_in(&self, database: &str, sql: &str, input: Option<Input<'_>>) {
        let mut psql = self.command("psql", &["-q", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", sql]);
        let mut child = psql.env("PGHOST", self.note("socket_folder")).stdin(Stdio::piped()).spawn().unwrap();
        let mut stdin = BufWriter::new(child.stdin.take().unwrap());
        if let Some(input) = input {
            input(&mut stdin);
        }
        drop(stdin);
        assert!(child.wait().unwrap().success(), "{sql}");
    }

    /// One of PostgreSQL's programs, over an encrypted connection.
    pub fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).env("PGHOST", self.note("address")).env("PGUSER", self.note("user"));
        command.env("PGDATABASE", &self.name).env("PGPASSWORD", self.note("password"));
        command.env("PGSSLMODE", "verify-full").env("PGSSLROOTCERT", self.note("ca_file")).stdout(Stdio::null());
        command
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.psql_in("postgres", &format!("DROP DATABASE {}", self.name), None);
    }
}

/// Writes a file that its owner alone can read.
pub fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    fs::create_dir_all(folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    path
}
