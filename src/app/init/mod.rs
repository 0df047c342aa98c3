//! Runs `init`: asks, writes the configuration at the end and as a whole, and lets `doctor` try it.
//!
//! Until everything is answered nothing is written, so Ctrl-C leaves nothing behind.

mod ask;
mod draft;
mod gateway;
mod place;
mod trust;

use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::finish::{self, RunError};
use super::panic::RunProgress;
use super::{Process, configuration, doctor, wiring, with_settings};
use crate::adapters::whole_file::{self, Readers};
use crate::cli::{DeskCommand, Global};
use crate::commands::init::{Args, InitPrompts, Outcome};
use crate::commands::{Failure, doctor as doctor_command, login};
use crate::config::{Draft, Environment, Overrides, Problems, Settings};
use crate::domain::system_fault::SystemFault;
use crate::exit::Exit;
use crate::practice::Practice;
use crate::text::{DeskDetails, HelpTexts, Message, Words};
use ask::{Answers, Asking};

/// The name of the configuration in practice, beside what practice keeps.
const PRACTISED: &str = "init.toml";

pub(super) async fn run(
    process: &Process,
    global: &Global,
    progress: &RunProgress,
    args: &Args,
    mut interrupted: impl AsyncFnMut(),
) -> Exit {
    let words = Rc::new(process.words(global.lang));
    let _ = progress.words.set(Rc::clone(&words));
    let written = Box::pin(set_up(process, global, args, &words, &mut interrupted)).await;
    let InitResult { outcome, answers, practice } = match written {
        Ok(written) => written,
        Err(stop) => return finish::stopped(process, global, &words, stop),
    };
    if args.no_check {
        let desk = DeskDetails::default();
        return finish::finished(process, global, &finish::view(process, global, &desk, &[], &words), &outcome);
    }
    for path in std::iter::once(&outcome.path).chain(&outcome.others).filter(|_| !global.quiet) {
        process.console.err(&words.say(&Message::InitWritten { file: &path.display().to_string() }));
    }
    // The file that was written is tried, and not the practice directory's own settings.
    let named = practice.is_some() || global.config.is_some();
    let config = named.then(|| outcome.path.clone());
    let global = Global { config, demo: false, demo_reset: false, ..global.clone() };
    for what in answers.to_keep {
        let args = login::Args {
            what,
            password_stdin: false,
            user: answers.user.clone(),
            written: Some(outcome.path.clone()),
        };
        let login = DeskCommand::Login(args);
        let kept = Box::pin(with_settings(process, &global, progress, Some(&login), &mut interrupted)).await;
        // One that is cancelled says so itself.
        if kept != Exit::Done && kept != Exit::Cancelled {
            let file = &outcome.path.display().to_string();
            process.console.err(&words.say(&Message::InitNotTried { file }));
        }
        if kept != Exit::Done {
            return kept;
        }
    }
    let args = doctor_command::Args { account: None, send_to: answers.send_to };
    Box::pin(doctor::run(process, &global, progress, &args, interrupted)).await
}

struct InitResult {
    outcome: Outcome,
    answers: Answers,
    /// Runs until the configuration has been tried.
    practice: Option<Practice>,
}

async fn set_up(
    process: &Process,
    global: &Global,
    args: &Args,
    words: &Rc<Words>,
    interrupted: impl AsyncFnMut(),
) -> Result<InitResult, RunError> {
    let practice = wiring::practice(process, global).await?;
    let path = match practice {
        Some(_) => process.practice_folder()?.join(PRACTISED),
        None => configuration::target(process, global, false)?,
    };
    let operator = wiring::operator(process, global, &[], words);
    let texts = HelpTexts::with_manual(process.language(global.lang));
    let prompts = InitPrompts::new(&operator, texts);
    let target = Target { process, global, path: &path, practice: practice.as_ref() };
    // Nobody answers twenty questions in vain.
    whole_file::check_writable(&path).map_err(|fault| not_written(&path, fault))?;
    let (entries, seen) = (draft::Entries::default(), Vec::new());
    let mut asking = Asking { target: &target, args, prompts: &prompts, words, entries, seen };
    let answers = asking.all(interrupted).await?;
    let text = target.file(&asking.entries, words);
    target.settings(text.clone()).map_err(|problems| asking.named(problems, None))?;
    let others = write_all(&target, &asking.entries, &text)?;
    Ok(InitResult { outcome: Outcome { path, others }, answers, practice })
}

/// Writes the files, the configuration last, so that it never names one that is not there. Returns the others.
///
/// # Errors
/// [`Failure::ConfigNotWritten`]; nothing new is left then.
fn write_all(target: &Target<'_>, entries: &draft::Entries, text: &str) -> Result<Vec<PathBuf>, RunError> {
    let path = target.path;
    let mut others = Vec::new();
    let former = (path.exists() && target.practice.is_none()).then(|| unused_name(path));
    let readers = |is_secret| if is_secret { Readers::Owner } else { Readers::Everyone };
    let mut all = || {
        for file in &entries.files {
            others.push(file.path.clone());
            write(&file.path, &file.content, readers(file.is_secret))?;
        }
        if let Some(former) = &former {
            others.push(former.clone());
            let text = whole_file::read(path).map_err(|fault| not_written(path, fault))?;
            write(former, &text, Readers::Owner)?;
        }
        write(path, text.as_bytes(), readers(!target.is_computers()))
    };
    let written = all();
    if written.is_err() && target.practice.is_none() {
        for file in &others {
            // What cannot be removed does no harm.
            let _ = std::fs::remove_file(file);
        }
    }
    written.map(|()| others).map_err(RunError::from)
}

/// The name that an existing file is kept under: the first that is free, so that no earlier one is lost.
fn unused_name(path: &Path) -> PathBuf {
    let numbered = |n: u32| path.with_extension(if n == 1 { "toml.old".to_owned() } else { format!("toml.old.{n}") });
    (1..u32::MAX).map(numbered).find(|name| !is_there(name)).unwrap_or_else(|| numbered(u32::MAX))
}

/// Whether there is anything, be it a link that leads nowhere.
fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The name of a file, as the configuration beside it names it.
fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn write(path: &Path, content: &[u8], readers: Readers) -> Result<(), Failure> {
    whole_file::replace(path, content, readers).map_err(|fault| not_written(path, fault))
}

fn not_written(path: &Path, fault: SystemFault) -> Failure {
    Failure::ConfigNotWritten { path: path.to_owned(), fault }
}

/// Where the configuration goes, and what applies beside it.
struct Target<'a> {
    process: &'a Process,
    global: &'a Global,
    path: &'a Path,
    practice: Option<&'a Practice>,
}

impl Target<'_> {
    /// A configuration that is there is replaced only if the operator says so.
    fn may_be_replaced(&self, args: &Args, prompts: &InitPrompts<'_>) -> Result<(), Failure> {
        if self.practice.is_some() || args.replace || !self.path.exists() {
            return Ok(());
        }
        let file = self.path.display().to_string();
        if !prompts.can_ask() {
            return Err(Failure::ConfigExists { path: self.path.to_owned() });
        }
        let items = [Message::InitKeep, Message::InitReplace].map(|item| prompts.say(&item));
        match prompts.pick(&Message::AskInitReplace { file: &file }, &items, 0, "--replace")? {
            0 => Err(Failure::ConfigExists { path: self.path.to_owned() }),
            _ => Ok(()),
        }
    }

    /// Whether all operators of the computer use it.
    fn is_computers(&self) -> bool {
        self.path == self.process.folders.computer()
    }

    /// A path beside the configuration that nothing has yet: another configuration may name what is there. In practice
    /// the one from the last time.
    fn beside(&self, name: &str) -> PathBuf {
        let (stem, extension) = name.split_once('.').map_or((name, ""), |(stem, extension)| (stem, extension));
        let dot = if extension.is_empty() { "" } else { "." };
        let numbered = |n: u32| self.path.with_file_name(format!("{stem}-{n}{dot}{extension}"));
        let first = self.path.with_file_name(name);
        let is_free = |path: &PathBuf| self.practice.is_some() || !is_there(path);
        std::iter::once(first.clone()).chain((2..u32::MAX).map(numbered)).find(is_free).unwrap_or(first)
    }

    fn file(&self, entries: &draft::Entries, words: &Words) -> String {
        let texts = HelpTexts::with_manual(self.process.language(self.global.lang));
        entries.file(&words.say(&Message::InitHead), &texts)
    }

    /// The settings with this text as the file.
    fn settings(&self, text: String) -> Result<Settings, Problems> {
        let draft = Draft { path: self.path.to_owned(), text };
        if self.practice.is_some() {
            let overrides = Overrides { config: Some(draft.path.clone()), ..Overrides::default() };
            return Settings::load_draft(&overrides, &Environment::default(), None, Some(&draft));
        }
        wiring::settings_with(self.process, self.global, None, Some(&draft))
    }
}
