//! A connection that is cut where a test wants it: between the program and the server's socket, where all of it can be read.

use std::io::{ErrorKind, Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use servicedesk::adapters::store::PostgresSettings;
use servicedesk::config::Server;
use tempfile::TempDir;

/// When the connection is cut.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    Never,
    /// Before the server hears of the commit.
    BeforeCommit,
    /// After it has committed and before it can say so.
    AfterCommit,
}

pub struct Line {
    folder: TempDir,
    cut: Arc<Mutex<Cut>>,
    flights: Arc<AtomicU32>,
}

impl Line {
    /// To the server whose socket is in `folder`.
    pub fn to(server: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let listener = UnixListener::bind(folder.path().join(".s.PGSQL.5432")).unwrap();
        let (cut, flights) = (Arc::new(Mutex::new(Cut::Never)), Arc::new(AtomicU32::new(0)));
        let line = Self { folder, cut: Arc::clone(&cut), flights: Arc::clone(&flights) };
        let server = server.join(".s.PGSQL.5432");
        std::thread::spawn(move || {
            for program in listener.incoming().map_while(Result::ok) {
                let (server, cut, flights) = (server.clone(), Arc::clone(&cut), Arc::clone(&flights));
                std::thread::spawn(move || carry(program, &server, &cut, &flights));
            }
        });
        line
    }

    /// The way to the same database over this line.
    pub fn settings(&self, settings: PostgresSettings) -> PostgresSettings {
        let folder: PathBuf = self.folder.path().to_owned();
        PostgresSettings { server: Server::Socket(folder), ..settings }
    }

    /// The next connection that commits is cut; later ones are not.
    pub fn cut(&self, cut: Cut) {
        *self.cut.lock().unwrap() = cut;
    }

    pub fn is_cut(&self) -> bool {
        *self.cut.lock().unwrap() == Cut::Never
    }

    /// How often the program has waited for an answer since this was last asked.
    pub fn flights(&self) -> u32 {
        self.flights.swap(0, Ordering::SeqCst)
    }
}

fn carry(mut program: UnixStream, server: &Path, cut: &Mutex<Cut>, flights: &Arc<AtomicU32>) {
    // A server that has been stopped ends the connection, as it would without us.
    let Ok(mut server) = UnixStream::connect(server) else { return };
    let (mut back, mut to) = (server.try_clone().unwrap(), program.try_clone().unwrap());
    let answered = Arc::new(Mutex::new(true));
    let has_answered = Arc::clone(&answered);
    let silent = Arc::new(Mutex::new(false));
    let is_silent = Arc::clone(&silent);
    let answers = std::thread::spawn(move || {
        let mut buffer = [0; 65536];
        while let Ok(n @ 1..) = back.read(&mut buffer) {
            *has_answered.lock().unwrap() = true;
            if !*is_silent.lock().unwrap() && to.write_all(&buffer[..n]).is_err() {
                break;
            }
        }
        let _ = to.shutdown(Shutdown::Both);
    });
    let mut buffer = [0; 65536];
    loop {
        let n = match program.read(&mut buffer) {
            Ok(0) => break,
            Ok(n) => n,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(_) => break,
        };
        if std::mem::take(&mut *answered.lock().unwrap()) {
            flights.fetch_add(1, Ordering::SeqCst);
        }
        let mut cut = cut.lock().unwrap();
        let commits = buffer[..n].windows(7).any(|bytes| bytes == b"COMMIT\0");
        if commits && *cut != Cut::Never {
            if *cut == Cut::AfterCommit {
                *silent.lock().unwrap() = true;
                server.write_all(&buffer[..n]).unwrap();
                // It hangs up when all is done, for the program has said all it has to say.
                server.shutdown(Shutdown::Write).unwrap();
                answers.join().unwrap();
            }
            *cut = Cut::Never;
            let _ = server.shutdown(Shutdown::Both);
            let _ = program.shutdown(Shutdown::Both);
            return;
        }
        drop(cut);
        if server.write_all(&buffer[..n]).is_err() {
            break;
        }
    }
    let _ = server.shutdown(Shutdown::Both);
}
