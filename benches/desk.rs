//! Fifty operators at once on one store: each sends a code and unlocks with it, in processes of their own, for some
//! seconds: at the pace of a busy desk, and one call after the other, which shows what ends it. The directory is the
//! practice directory, in one process and on one thread, and phones are folders. In PostgreSQL, beside `pgbench` with the
//! same transactions over as many connections; and in one SQLite file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use servicedesk::ports::Clock;
use servicedesk::practice::{Options as PracticeOptions, Person, Practice};

use crate::Options;
use crate::measure::percentile;
use crate::postgres::{Database, write};
use crate::table::{Goal, Table};

const OPERATORS: usize = 50;
/// Calls by one operator alone, for comparison.
const ALONE: usize = 20;
/// A desk is never as busy: a call takes minutes.
const PACE: Duration = Duration::from_secs(10);

/// What one step of a call does in the store, as `adapters/store` does it: under the desk's lock, and in two round
/// trips. A step signs in, and records an intent and an outcome beside what it does with the code.
const TRANSACTION: &str = r"BEGIN READ WRITE \; SELECT FROM store FOR UPDATE \;
    SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1 \;
    SELECT (SELECT hash FROM audit WHERE id = 1), coalesce((SELECT max(number) FROM audit_base), 0);
INSERT INTO audit (id, record, hash) SELECT coalesce(max(id), 0) + 1, repeat('x', 400), decode(repeat('00', 32), 'hex')
    FROM audit \; INSERT INTO writer (id, written) VALUES (int8send(:client_id), 1)
    ON CONFLICT (id) DO UPDATE SET written = excluded.written, at = excluded.at \; COMMIT;
";

struct Now;

impl Clock for Now {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

pub fn run(table: &mut Table, options: Options) {
    let time = Duration::from_secs(options.rounds(10, 60) as u64);
    let database = Database::make("desk");
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::new(folder.path(), &database.state(folder.path()));
    table.section(&format!("{OPERATORS} operators on one PostgreSQL"));
    let measured = desk.measure(table, time);
    pgbench(table, &database, folder.path(), time, &measured);

    let folder = tempfile::tempdir().unwrap();
    let state = format!("[state]\npath = '{}/state/state.db'\n", folder.path().display());
    table.section(&format!("{OPERATORS} operators on one SQLite file"));
    Desk::new(folder.path(), &state).measure(table, time);
}

/// A directory with a locked account for each operator, and a configuration for each.
struct Desk {
    folder: PathBuf,
    practice: Arc<Practice>,
}

/// What the operators did.
struct Measured {
    calls: f64,
    /// Transactions in the store for each call.
    records: f64,
}

fn caller(operator: usize) -> Person {
    let mobile = format!("070-174 {:02} {:02}", operator / 100, operator % 100);
    let person = Person::new(&format!("caller{operator:03}")).named("Eva", "Karlsson").department("Skola");
    person.mobile(&mobile).locked_at(Timestamp::now())
}

impl Desk {
    fn new(folder: &Path, state: &str) -> Self {
        let (sender, started) = std::sync::mpsc::channel();
        let place = folder.join("directory");
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let options = PracticeOptions { people: |_| Vec::new(), ..PracticeOptions::default() };
                sender.send(Arc::new(Practice::start(&place, Arc::new(Now), options).await.unwrap())).unwrap();
                std::future::pending::<()>().await;
            });
        });
        let practice = started.recv().unwrap();
        let access = practice.access();
        write(folder, "ca.pem", &access.ca_pem);
        write(folder, "password", &access.password);
        for operator in 0..OPERATORS {
            let text = format!(
                "[directory]\nservers = ['{}']\nca_file = '../ca.pem'\nuser = '{}'\npassword_file = '../password'\n\
                 [verification]\nresend_seconds = 0\nsends_per_hour = 100\nsends_per_day = 1000\n\
                 [sms]\nprovider = 'outbox'\noutbox = 'outbox'\n{state}",
                access.url, access.user
            );
            write(&folder.join(operator.to_string()), "config.toml", &text);
        }
        Self { folder: folder.to_owned(), practice }
    }

    fn run(&self, operator: usize, arguments: &[&str]) -> Output {
        let home = self.folder.join(operator.to_string());
        let mut command = Command::new(env!("CARGO_BIN_EXE_servicedesk"));
        command.arg("--config").arg(home.join("config.toml")).args(arguments).env_clear().env("HOME", home);
        command.env("LANG", "en_US.UTF-8").stdin(Stdio::null()).output().unwrap()
    }

    /// One call; `Err`: what the step that failed said.
    fn call(&self, operator: usize) -> Result<[Duration; 2], String> {
        self.practice.add(caller(operator)).unwrap();
        let account = format!("caller{operator:03}");
        let outbox = self.folder.join(operator.to_string()).join("outbox");
        let _ = fs::remove_dir_all(&outbox);
        let step = |arguments: &[&str]| {
            let start = Instant::now();
            let output = self.run(operator, arguments);
            match output.status.success() {
                true => Ok(start.elapsed()),
                false => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
            }
        };
        let sent = step(&["send-code", &account])?;
        let letter = fs::read_dir(outbox).unwrap().next().unwrap().unwrap();
        let letter: serde_json::Value = serde_json::from_slice(&fs::read(letter.path()).unwrap()).unwrap();
        let unlocked = step(&["unlock", &account, "--code", &letter["text"].as_str().unwrap()[..6]])?;
        Ok([sent, unlocked])
    }

    /// What all operators do in this time: one call after the other, or one that begins at some moment of each `pace`.
    fn work(&self, time: Duration, pace: Option<Duration>) -> Work {
        let start = Instant::now();
        let operator = |operator| {
            let (mut done, mut failed) = (Vec::new(), Vec::new());
            for round in 0.. {
                if let Some(pace) = pace {
                    let moment = f64::from(round) + f64::from(getrandom::u32().unwrap()) / f64::from(u32::MAX);
                    thread::sleep(pace.mul_f64(moment).saturating_sub(start.elapsed()));
                }
                if start.elapsed() >= time {
                    break;
                }
                match self.call(operator) {
                    Ok(steps) => done.push(steps),
                    Err(why) => failed.push(why),
                }
            }
            (done, failed)
        };
        let operator = &operator;
        let (done, failed): (Vec<_>, Vec<_>) = thread::scope(|scope| {
            let all: Vec<_> = (0..OPERATORS).map(|number| scope.spawn(move || operator(number))).collect();
            all.into_iter().map(|thread| thread.join().unwrap()).unzip()
        });
        Work { done: done.concat(), failed: failed.concat(), took: start.elapsed().as_secs_f64() }
    }

    fn measure(&self, table: &mut Table, time: Duration) -> Measured {
        let records = || {
            let verified = self.run(0, &["-o", "json", "audit", "verify"]);
            assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
            serde_json::from_slice::<serde_json::Value>(&verified.stdout).unwrap()["records"].as_i64().unwrap()
        };
        let alone: Vec<_> = (0..ALONE).map(|_| self.call(0).unwrap()).collect();
        self.work(3 * time, Some(PACE)).tell(table, &format!("a call in {PACE:?} each"), &alone);
        let (before, cpu) = (records(), Cpu::now());
        let work = self.work(time, None);
        let cpu = Cpu::now().since(&cpu);
        let records = (records() - before) as f64 / work.done.len() as f64;
        work.tell(table, "one call after the other", &alone);
        let a_call = |seconds: f64| seconds * 1e3 / work.done.len() as f64;
        table.number("CPU time of a call in its two processes", a_call(cpu.children), "ms", Goal::None);
        table.number("  in the directory", a_call(cpu.own), "ms", Goal::None);
        table.number("  elsewhere", a_call(cpu.machine - cpu.children - cpu.own), "ms", Goal::None);
        table.number("cores busy", 100.0 * cpu.machine / (cpu.machine + cpu.idle), "%", Goal::None);
        Measured { calls: work.calls(), records }
    }
}

/// Calls that were made at once. Each is the times of its two steps.
struct Work {
    done: Vec<[Duration; 2]>,
    failed: Vec<String>,
    /// Seconds.
    took: f64,
}

impl Work {
    /// A second.
    fn calls(&self) -> f64 {
        self.done.len() as f64 / self.took
    }

    fn tell(&self, table: &mut Table, what: &str, alone: &[[Duration; 2]]) {
        table.number(&format!("{what}: calls"), self.calls(), "a second", Goal::None);
        table.number("  that failed", self.failed.len() as f64, "", Goal::AtMost(0.0));
        self.failed.iter().take(3).for_each(|why| println!("    {why}"));
        for (at, step) in ["send-code", "unlock --code"].into_iter().enumerate() {
            let of =
                |calls: &[[Duration; 2]], percent| percentile(calls.iter().map(|steps| steps[at]).collect(), percent);
            let alone = of(alone, 50);
            table.beside(&format!("  {step}, median, beside it alone"), of(&self.done, 50), alone, Goal::None);
            table.beside(&format!("  {step}, 99 %, beside it alone"), of(&self.done, 99), alone, Goal::AtMost(3.0));
        }
    }
}

/// As many connections that each do the transactions of a step, again and again.
fn pgbench(table: &mut Table, database: &Database, folder: &Path, time: Duration, measured: &Measured) {
    let each_step = (measured.records / 2.0).round() as usize;
    let script = write(folder, "step.sql", &TRANSACTION.repeat(each_step));
    let (clients, seconds) = (OPERATORS.to_string(), time.as_secs().to_string());
    for (what, connect) in [("a connection for each step", true), ("one connection each", false)] {
        let mut pgbench = database.command("pgbench", &["-n", "-c", &clients, "-j", "2", "-T", &seconds, "-f"]);
        pgbench.arg(&script).args(connect.then_some("-C"));
        let output = pgbench.stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let output = String::from_utf8_lossy(&output.stdout).into_owned();
        let tps = output.lines().find_map(|line| line.strip_prefix("tps = ")).unwrap();
        let tps: f64 = tps.split_whitespace().next().unwrap().parse().unwrap();
        table.number(&format!("pgbench, {what}"), tps, "steps/s", Goal::None);
        table.ratio("  the calls' steps to these", measured.calls * 2.0 / tps, Goal::AtLeast(0.5));
    }
}

/// CPU time in seconds since the start.
struct Cpu {
    own: f64,
    children: f64,
    machine: f64,
    idle: f64,
}

impl Cpu {
    fn now() -> Self {
        // In hundredths of a second; see proc(5).
        let numbers = |text: &str| -> Vec<f64> {
            text.split_whitespace()
                .filter_map(|number| number.parse::<f64>().ok())
                .map(|number| number / 100.0)
                .collect()
        };
        let own = fs::read_to_string("/proc/self/stat").unwrap();
        let own = numbers(own.rsplit(") ").next().unwrap());
        let machine = numbers(fs::read_to_string("/proc/stat").unwrap().lines().next().unwrap());
        Self {
            own: own[10] + own[11],
            children: own[12] + own[13],
            machine: machine[0] + machine[1] + machine[2] + machine[5] + machine[6],
            idle: machine[3] + machine[4],
        }
    }

    fn since(&self, before: &Self) -> Self {
        Self {
            own: self.own - before.own,
            children: self.children - before.children,
            machine: self.machine - before.machine,
            idle: self.idle - before.idle,
        }
    }
}
