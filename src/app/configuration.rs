//! Runs `config`. It does not wait for settings that can be used.

use std::path::PathBuf;
use std::rc::Rc;

use super::finish::{self, RunError};
use super::wiring::GatewayUse;
use super::{Process, wiring};
use crate::adapters::directory::{First, password_from_file};
use crate::adapters::secret_file;
use crate::adapters::tls::Trust;
use crate::adapters::whole_file::{self, Readers};
use crate::cli::Global;
use crate::commands::Failure;
use crate::commands::config::{
    Args, Change, Changed, Checked, ConfigPath, Example, Paths, SetArgs, Shown, ShownOrigin, ShownSetting, Subcommand,
    UnsetArgs, Whose,
};
use crate::config::{self, Draft, Fault, KEYS, Origin, Problem, Problems, Settings, Written, edit};
use crate::exit::Exit;
use crate::text::{DeskDetails, HelpTexts, Message, Words};
use crate::view::{Render, overruled};

/// Columns of a comment in the example.
const COLUMNS: usize = 80;

pub(super) fn run(process: &Process, global: &Global, args: &Args) -> Exit {
    let settings = wiring::settings(process, global, None);
    let language = global.lang.or(settings.as_ref().ok().and_then(|settings| settings.language.value().copied()));
    let words = Rc::new(process.words(language));
    let outcome = match &args.command {
        Subcommand::Show(args) => {
            settings.map_err(RunError::from).and_then(|settings| show(&settings, args.key.as_deref()))
        }
        Subcommand::Example => Ok(boxed(Example(example(&HelpTexts::with_manual(process.language(language)))))),
        Subcommand::Check => {
            settings.map_err(RunError::from).and_then(|settings| check(process, global, &settings, &words))
        }
        Subcommand::Path => Ok(boxed(paths(process, global))),
        Subcommand::Set(args) => set(process, global, args, &words).map(boxed),
        Subcommand::Unset(args) => unset(process, global, args, &words).map(boxed),
    };
    let desk = DeskDetails::default();
    match outcome {
        Ok(outcome) => {
            let view = finish::view(process, global, &desk, &[], &words);
            finish::finished(process, global, &view, &*outcome)
        }
        Err(stop) => finish::stopped(process, global, &words, stop),
    }
}

fn boxed(outcome: impl Render + 'static) -> Box<dyn Render> {
    Box::new(outcome)
}

/// The settings; with `key` only that one, or those of that table.
fn show(settings: &Settings, key: Option<&str>) -> Result<Box<dyn Render>, RunError> {
    let is_in = |name: &str, table: &str| name.strip_prefix(table).is_some_and(|rest| rest.starts_with('.'));
    let shown = |Written { key, shown, origin, enforced }: Written| {
        let origin = match origin {
            Origin::Default if shown.is_none() => ShownOrigin::NotSet,
            Origin::Default => ShownOrigin::Default,
            place => ShownOrigin::Place(place.to_string()),
        };
        ShownSetting { key, value: shown, origin, enforced }
    };
    let chosen = settings.all().into_iter().filter(|one| key.is_none_or(|key| one.key == key || is_in(one.key, key)));
    let chosen: Vec<ShownSetting> = chosen.map(shown).collect();
    match key.filter(|_| chosen.is_empty()) {
        Some(key) => Err(unknown(key).into()),
        None => Ok(boxed(Shown(chosen))),
    }
}

fn unknown(key: &str) -> Failure {
    if KEYS.iter().any(|known| known.table() == key) {
        return Failure::SettingIsTable { table: key.to_owned() };
    }
    Failure::NoSuchSetting { key: key.to_owned(), meant: Settings::nearest(key) }
}

/// Every setting with its explanation, in comments.
fn example(texts: &HelpTexts) -> String {
    let options = || textwrap::Options::new(COLUMNS).initial_indent("# ").subsequent_indent("# ");
    let comment = |text: &str| textwrap::fill(text, options());
    let mut lines = Vec::new();
    let mut table = "";
    for key in KEYS {
        if key.table() != table {
            table = key.table();
            let about = texts.about(&format!("config-{table}")).map(|about| comment(&about));
            lines.extend([String::new(), about.unwrap_or_default(), format!("#[{table}]")]);
        }
        let about = texts.key(key.path).map(|text| comment(&text));
        lines.extend([String::new(), about.unwrap_or_default()]);
        lines.push(format!("#{} = {}", key.name(), key.default.unwrap_or(key.example)));
    }
    lines.join("\n").trim_start().to_owned() + "\n"
}

/// Reads what other commands read, but nothing over the network, and no keyring.
fn check(
    process: &Process,
    global: &Global,
    settings: &Settings,
    words: &Rc<Words>,
) -> Result<Box<dyn Render>, RunError> {
    if !global.practises() {
        let mut problems = Vec::new();
        let mut keep = |result: Result<(), Problems>| problems.extend(result.err().map(|found| found.0));
        keep(wiring::place(process, settings, None, First::Nearest).map(drop));
        keep(password_from_file(settings).map(drop).map_err(Problems::from));
        keep(wiring::PasswordRules::load(settings).map(drop));
        let authorities = [&settings.sms.ca_file, &settings.state.ca_file, &settings.audit.ca_file];
        for file in authorities.into_iter().filter(|file| file.get().is_some()) {
            keep(Trust::read(file).map(drop).map_err(Problems::from));
        }
        if let Some(file) = settings.state.password_file.get() {
            keep(secret_file::read_setting(file).map(drop).map_err(Problems::from));
        }
        match wiring::gateway(process, settings, GatewayUse::SendsNothing, words) {
            Err(RunError::Setup(found)) => keep(Err(found)),
            Err(other) => return Err(other),
            Ok(_) => {}
        }
        if !problems.is_empty() {
            let mut each: Vec<Problem> = Vec::new();
            // The gateway reads its certificates, too.
            problems.concat().into_iter().for_each(|problem| {
                if !each.contains(&problem) {
                    each.push(problem);
                }
            });
            return Err(Problems(each).into());
        }
    }
    for key in settings.overruled.iter().filter(|_| !global.quiet) {
        process.console.err(&words.say(&Message::Warning { message: &overruled(key, words) }));
    }
    Ok(boxed(Checked { files: settings.files.clone(), set: settings.written.len() }))
}

fn paths(process: &Process, global: &Global) -> Paths {
    let target = target(process, global, false).ok();
    let computers = process.folders.computer();
    let strongest = match wiring::named_config(process, global) {
        Some(path) => Some((path, Whose::Named)),
        None => process.folders.user().map(|path| (path, Whose::User)),
    };
    let files = strongest.into_iter().chain([(computers, Whose::Computer)]);
    let path = |(path, whose): (PathBuf, Whose)| {
        let (exists, is_target) = (path.exists(), target.as_ref() == Some(&path));
        ConfigPath { path, whose, exists, is_target }
    };
    Paths(files.map(path).collect())
}

/// The file that a change goes to: the named one, or else the user's, or the computer's for root.
pub(super) fn target(process: &Process, global: &Global, computer: bool) -> Result<PathBuf, RunError> {
    if global.practises() {
        return Err(Failure::PracticeConfiguresNothing.into());
    }
    let (computers, user) = (process.folders.computer(), process.folders.user());
    Ok(match wiring::named_config(process, global) {
        _ if computer => computers,
        Some(named) => named,
        None if process.is_root => computers,
        None => user.unwrap_or(computers),
    })
}

fn set(process: &Process, global: &Global, args: &SetArgs, words: &Words) -> Result<Changed, RunError> {
    let SetArgs { key, value, computer } = args;
    let (key, value, computer) = (key.as_str(), value.as_str(), *computer);
    let file = EditedFile::open(process, global, key, computer)?;
    let mut refused = None;
    for reading in edit::readings(value) {
        let Some(text) = edit::set(&file.text, key, reading) else { continue };
        let draft = Draft { path: file.path.clone(), text };
        let settings = match file.assess(&draft) {
            Ok(settings) => settings,
            Err(problems) => {
                let of_another_kind = |problem: &Problem| matches!(problem, Problem::Key { key: at, fault: Fault::Invalid { .. }, .. } if at == key);
                let is_kind = problems.iter().all(of_another_kind);
                // The first reading is the likeliest.
                let problems = refused.get_or_insert(problems);
                if is_kind {
                    continue;
                }
                return Err(Problems(std::mem::take(problems)).into());
            }
        };
        let InForce { shown, overruled_by } = file.in_force(key, value, settings.as_ref());
        file.write(&draft)?;
        file.warn_of_others(settings.as_ref(), words);
        let change = Change::Set(shown);
        return Ok(Changed { file: file.path, key: key.to_owned(), change, overruled_by });
    }
    Err(Problems(refused.unwrap_or(file.problems)).into())
}

fn unset(process: &Process, global: &Global, args: &UnsetArgs, words: &Words) -> Result<Changed, RunError> {
    let UnsetArgs { key, computer } = args;
    let (key, computer) = (key.as_str(), *computer);
    let file = EditedFile::open(process, global, key, computer)?;
    if !edit::is_set(&file.text, key) {
        return match file.problems.is_empty() {
            true => Ok(Changed { file: file.path, key: key.to_owned(), change: Change::NotSet, overruled_by: None }),
            false => Err(Problems(file.problems).into()),
        };
    }
    let text = edit::unset(&file.text, key).unwrap_or_default();
    let draft = Draft { path: file.path.clone(), text };
    let settings = file.assess(&draft).map_err(Problems)?;
    file.write(&draft)?;
    file.warn_of_others(settings.as_ref(), words);
    Ok(Changed { file: file.path, key: key.to_owned(), change: Change::Removed, overruled_by: None })
}

/// What became of a value that was written.
struct InForce {
    /// The value; `None`: it may be a secret.
    shown: Option<String>,
    /// What is stronger than the file.
    overruled_by: Option<String>,
}

/// The file that is changed.
struct EditedFile<'a> {
    process: &'a Process,
    global: &'a Global,
    path: PathBuf,
    text: String,
    /// What is wrong before the change.
    problems: Vec<Problem>,
}

impl<'a> EditedFile<'a> {
    fn open(process: &'a Process, global: &'a Global, key: &str, computer: bool) -> Result<Self, RunError> {
        if !edit::is_key(key) {
            return Err(unknown(key).into());
        }
        let path = target(process, global, computer)?;
        let text = config::text_of(&path).map_err(Problems::from)?.unwrap_or_default();
        let draft = Draft { path: path.clone(), text: text.clone() };
        let problems = wiring::settings_with(process, global, None, Some(&draft)).err().map(|found| found.0);
        Ok(Self { process, global, path, text, problems: problems.unwrap_or_default() })
    }

    /// The settings with the changed file; `None` if something else is wrong, as it was before.
    ///
    /// # Errors
    /// What the change would make wrong.
    fn assess(&self, draft: &Draft) -> Result<Option<Settings>, Vec<Problem>> {
        let problems = match wiring::settings_with(self.process, self.global, None, Some(draft)) {
            Ok(settings) => return Ok(Some(settings)),
            Err(problems) => problems.0,
        };
        let is_new = |problem: &Problem| !self.problems.iter().any(|former| is_same(former, problem));
        let new: Vec<Problem> = problems.into_iter().filter(is_new).collect();
        if new.is_empty() { Ok(None) } else { Err(new) }
    }

    /// What became of the `typed` value of a key.
    fn in_force(&self, key: &str, typed: &str, settings: Option<&Settings>) -> InForce {
        let Some(settings) = settings else { return InForce { shown: Some(typed.to_owned()), overruled_by: None } };
        let overruled = settings.overruled.iter().find(|overruled| overruled.key == key);
        let overruled_by = overruled.map(|overruled| overruled.file.display().to_string());
        let Some(Written { origin, shown, .. }) = settings.written.iter().find(|written| written.key == key) else {
            return InForce { shown: Some(typed.to_owned()), overruled_by };
        };
        let is_this_file = matches!(origin, Origin::File { path, .. } if *path == self.path);
        InForce {
            shown: shown.as_ref().map(|shown| if is_this_file { shown.clone() } else { typed.to_owned() }),
            overruled_by: overruled_by.or_else(|| (!is_this_file).then(|| origin.to_string())),
        }
    }

    /// Warns if something else is wrong, as it was before.
    fn warn_of_others(&self, settings: Option<&Settings>, words: &Words) {
        if settings.is_none() && !self.global.quiet {
            let message = words.say(&Message::ConfigStillWrong);
            self.process.console.err(&words.say(&Message::Warning { message: &message }));
        }
    }

    fn write(&self, draft: &Draft) -> Result<(), Failure> {
        let is_computers = draft.path == self.process.folders.computer();
        let readers = if is_computers { Readers::Everyone } else { Readers::Owner };
        let written = whole_file::replace(&draft.path, draft.text.as_bytes(), readers);
        written.map_err(|fault| Failure::ConfigNotWritten { path: draft.path.clone(), fault })
    }
}

/// Whether it is the same problem, perhaps on another line.
fn is_same(one: &Problem, other: &Problem) -> bool {
    match (one, other) {
        (Problem::Key { key, fault, .. }, Problem::Key { key: other_key, fault: other_fault, .. }) => {
            key == other_key && fault == other_fault
        }
        (one, other) => one == other,
    }
}
