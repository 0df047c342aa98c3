//! Runs `doctor`: makes every check whose dependencies work. Only Ctrl-C and an unusable practice directory end it early.

use std::cell::Cell;
use std::rc::Rc;

use super::finish::{self, RunError};
use super::interrupt::Interruption;
use super::panic::RunProgress;
use super::trail::Forwarding;
use super::wiring::GatewayUse;
use super::{Process, interrupt, secrets, trail, wiring};
use crate::adapters::directory::{DirectorySettings, First, LdapControllers, LdapDirectory, ticket};
use crate::adapters::keyring;
use crate::adapters::store::{ExistingStore, Store};
use crate::cli::Global;
use crate::commands::doctor::{
    self, Args, Check, CheckName, CheckState, ControllerChecks, Diagnosis, Finding, OperatorSignIn, TerminalFacts,
};
use crate::commands::{Failure, sign_in};
use crate::config::{Overruled, Preset, Problems, Settings};
use crate::domain::must_change::MustChangePolicy;
use crate::domain::phone::Phone;
use crate::domain::secret_entry::SecretKind;
use crate::exit::Exit;
use crate::ports::{AuditTrail, NoAnswer};
use crate::practice::Practice;
use crate::text::{DeskDetails, Message, Words};
use crate::ui::{Waiting, is_dumb};
use crate::view::{FailureText, misconfigured};

pub(super) async fn run(
    process: &Process,
    global: &Global,
    progress: &RunProgress,
    args: &Args,
    interrupted: impl AsyncFnMut(),
) -> Exit {
    let settings = wiring::settings(process, global, None);
    let words = Rc::new(match &settings {
        Ok(settings) => process.words(global.lang.or(settings.language.value().copied())),
        Err(_) => super::unsettled_words(process, global),
    });
    let _ = progress.words.set(Rc::clone(&words));
    let written = settings.as_ref().map(|settings| settings.written.clone()).unwrap_or_default();
    let to = match args.send_to.as_deref().map(|typed| Phone::parse(typed).map_err(|_| typed)).transpose() {
        Ok(to) => to,
        Err(typed) => {
            let failure = Failure::NotANumber { typed: typed.to_owned() };
            return finish::stopped(process, global, &words, failure.into());
        }
    };
    let sends = Cell::new(false);
    let mut examination = Examination { process, global, progress, words: &words, sends: &sends, checks: Vec::new() };
    let work = async {
        let waiting = Waiting { console: &*process.console, words: &words, quiet: global.quiet };
        let all = examination.all(settings, args.account.as_deref(), to);
        Ok(Box::pin(waiting.during(Message::WaitDoctor, all)).await)
    };
    let notice = || {
        if !global.quiet {
            process.console.err(&words.say(&Message::WaitForEnd));
        }
    };
    let how =
        Interruption { in_progress: &|| sends.get(), notice: &notice, break_off: &|| false, can_be_cut_short: false };
    match interrupt::until(work, interrupted, how).await {
        Ok(Ok(())) => {}
        Ok(Err(stop)) => return finish::stopped(process, global, &words, stop),
        Err(failure) => return finish::stopped(process, global, &words, failure.into()),
    }
    let desk = DeskDetails::default();
    let view = finish::view(process, global, &desk, &[], &words);
    let plain = global.plain || is_dumb(&process.variables);
    let diagnosis = Diagnosis { checks: &examination.checks, written: &written, plain, quiet: global.quiet };
    finish::finished(process, global, &view, &diagnosis)
}

struct Examination<'a> {
    process: &'a Process,
    global: &'a Global,
    progress: &'a RunProgress,
    words: &'a Rc<Words>,
    /// Whether a test message is under way, whose intent must be concluded.
    sends: &'a Cell<bool>,
    checks: Vec<Check>,
}

impl Examination<'_> {
    async fn all(
        &mut self,
        settings: Result<Settings, Problems>,
        account: Option<&str>,
        to: Option<Phone>,
    ) -> Result<(), RunError> {
        let (process, practises) = (self.process, self.global.practises());
        if self.global.demo_reset {
            super::practice::reset(process)?;
        }
        self.add([doctor::terminal(terminal_facts(process))]);
        let settings = match settings {
            Ok(settings) => settings,
            Err(problems) => {
                self.add([self.misconfigured(CheckName::Settings, &problems)]);
                self.no_settings(account, to.as_ref());
                return Ok(());
            }
        };
        let names_directory = settings.directory.servers.get().is_some() || settings.directory.domain.get().is_some();
        if !practises && settings.files.is_empty() && !names_directory {
            let looked_for = process.folders.files().collect();
            self.add([Check::stops_calls(CheckName::Settings, Finding::NoConfiguration { looked_for })]);
            self.no_settings(account, to.as_ref());
            return Ok(());
        }
        let (files, set) = (settings.files.clone(), settings.written.len());
        let read = if practises { Finding::PracticeSettings } else { Finding::Settings { files, set } };
        self.add([Check::fine(CheckName::Settings, read)]);
        self.add(settings.enforced.iter().filter(|enforced| !enforced.names.is_empty()).map(|enforced| {
            let (file, names) = (enforced.file.clone(), enforced.names.clone());
            Check::fine(CheckName::Settings, Finding::Enforced { file, names })
        }));
        self.add(settings.overruled.iter().map(|Overruled { key, origin, file }| {
            let (place, file) = (origin.to_string(), file.clone());
            Check::warning(CheckName::Settings, Finding::Overruled { place, key, file })
        }));
        let practice = wiring::practice(process, self.global).await?;
        self.keyring(&settings);
        let rules = wiring::PasswordRules::load(&settings).map_err(RunError::from);
        if let Some(rules) = self.or_found(CheckName::PasswordRules, rules)? {
            self.add(doctor::password_rules(&rules.rules(), &*process.random));
        }
        // A test message is sent only after its intent is recorded. Nothing else makes a store.
        let store = match to {
            Some(_) => {
                wiring::store(process, &settings, practises).await.map(|store| ExistingStore::Open(Box::new(store)))
            }
            None => wiring::existing_store(process, &settings, practises).await,
        };
        let store = match self.or_found(CheckName::Store, store)? {
            Some(ExistingStore::Open(store)) => Some(*store),
            Some(ExistingStore::ToBeMade { place, is_older }) => {
                self.add([doctor::store_to_be_made(&place, is_older)]);
                None
            }
            None => None,
        };
        if let Some(store) = store.as_ref().filter(|_| !self.global.quiet) {
            trail::report_new_key(store, &*process.console, self.words);
        }
        let forwarding = match &store {
            _ if practises => Ok(None),
            Some(store) => trail::forward(&settings, store),
            None => trail::probe(&settings),
        };
        let forwarding = self.or_found(CheckName::LogServer, forwarding.map_err(RunError::from))?.flatten();
        let place = wiring::place(process, &settings, practice.as_ref(), First::PdcEmulator).map_err(RunError::from);
        let ldap = self.or_found(CheckName::Controllers, place)?;
        let used = if practises { GatewayUse::Practice } else { GatewayUse::Sends };
        let gateway = wiring::gateway(process, &settings, used, self.words);
        let gateway = self.or_found(CheckName::Gateway, gateway)?;

        let kerberos = !practises && settings.directory.by_ticket();
        let preset = settings.sms.preset_in_force().filter(|_| !practises).map(Preset::name);
        let code_is_optional = settings.verification.allow_identified_by.value;
        let (inspected, mut sms) = tokio::join!(
            async {
                let ldap = ldap.as_ref()?;
                let controllers = LdapControllers { settings: ldap, by_ticket: kerberos, random: &*process.random };
                Some(doctor::controllers(&controllers, &*process.clock, kerberos).await)
            },
            async {
                match &gateway {
                    Some(gateway) => doctor::gateway(gateway.as_ref(), preset, code_is_optional).await,
                    None => vec![],
                }
            },
        );
        let user = match &ldap {
            // Without a ticket there is no sign-in to record.
            Some(ldap) if kerberos => ticket(ldap).await.ok().and_then(|ticket| ticket.principal),
            Some(ldap) if ldap.user.is_empty() => secrets::operator_name(process, &settings).ok(),
            Some(ldap) => Some(ldap.user.clone()),
            None => None,
        };
        let user = user.unwrap_or_default();
        let trail = store.as_ref().map(|store| wiring::trail(process, self.global, self.progress, store, &user));
        if let (Some(ldap), Some(mut inspected)) = (ldap, inspected) {
            self.add(std::mem::take(&mut inspected.checks));
            self.directory(&settings, practice.as_ref(), ldap, &inspected, account, trail.as_ref()).await?;
        } else {
            self.add([Check::unchecked(CheckName::Account, CheckName::Controllers)]);
        }
        if let Some(to) = to {
            let works = gateway.is_some() && sms.iter().all(|check| check.state != CheckState::Broken);
            sms.push(match (gateway.flatten().filter(|_| works), &store, &trail) {
                (Some(gateway), Some(store), Some(trail)) => {
                    self.sends.set(true);
                    let sent = doctor::test_message(&to, &gateway, store.key(), trail).await;
                    self.sends.set(false);
                    sent
                }
                (Some(_), ..) => Check::unchecked(CheckName::TestMessage, CheckName::Store),
                (None, ..) => Check::unchecked(CheckName::TestMessage, CheckName::Gateway),
            });
        }
        self.add(sms);
        drop(trail);
        let is_own = settings.state.path.value().is_none() && settings.state.database.get().is_none();
        if let Some(folder) = process.state.as_ref().filter(|_| is_own && !practises) {
            self.add([doctor::limits_of_one_user(&folder.join("state.db").display().to_string())]);
        }
        if let Some(store) = store {
            self.add(doctor::store(&store.place(), &store, &*process.clock).await);
            trail::report_head_trouble(&store, &*process.console, self.words);
            store.after_records(None);
            store.close().await;
        }
        if let Some((server, sent)) = forwarding.map(Forwarding::finish) {
            self.add([doctor::log_server(&server, sent)]);
        }
        Ok(())
    }

    /// Signs in and makes the checks that require it.
    async fn directory(
        &mut self,
        settings: &Settings,
        practice: Option<&Practice>,
        mut ldap: DirectorySettings,
        inspected: &ControllerChecks,
        account: Option<&str>,
        trail: Option<&AuditTrail<'_, Store>>,
    ) -> Result<(), RunError> {
        let process = self.process;
        let no_rights = [Check::unchecked(CheckName::Account, CheckName::SignIn)];
        if inspected.reachable.is_empty() {
            self.add([Check::unchecked(CheckName::SignIn, CheckName::Controllers)]);
            self.add(no_rights);
            return Ok(());
        }
        let operator = wiring::operator(process, self.global, &[], self.words);
        let credentials = wiring::credentials(process, settings, practice, &mut ldap, &operator).await;
        let Some((credentials, source)) = self.or_found(CheckName::SignIn, credentials)? else {
            self.add(no_rights);
            return Ok(());
        };
        let (user, history_required) = (ldap.user.clone(), ldap.history_required);
        let groups = if ldap.protected.must_exist { ldap.protected.names.len() } else { 0 };
        let protected = groups + ldap.protected_units.len();
        let connected = LdapDirectory::connect(ldap, credentials, &*process.random).await;
        let known = match &connected {
            Ok(directory) => directory.operator().await.ok(),
            Err(_) => None,
        };
        if let (Some(trail), Some(known)) = (trail, &known) {
            trail.identify_operator(known);
        }
        if let Some(trail) = trail
            && let Err(error) = sign_in::record(connected.as_ref().map(LdapDirectory::server), trail).await
        {
            self.add([Check::not_recorded(error)]);
        }
        let directory = match connected {
            Ok(directory) => directory,
            Err(error) => {
                self.add([Check::stops_calls(CheckName::SignIn, Finding::Failed(error.into()))]);
                self.add(no_rights);
                return Ok(());
            }
        };
        self.add(inspected.without_sign_in(directory.passed_over(), &self.checks));
        let server = directory.server();
        let signed_in = known.and_then(|known| known.account);
        let own = signed_in.as_deref().unwrap_or(&user);
        let supervisors = &*settings.verification.supervisors.value;
        let who = OperatorSignIn {
            user: &user,
            account: own,
            server: &server,
            user_source: wiring::user_source(settings, self.global.practises()),
            source,
            history_required,
            protected,
            supervisors,
        };
        let operator = doctor::operator(who, &directory, inspected, &*process.clock).await;
        let cannot_search = operator.iter().any(|check| check.stops_calls);
        self.add(operator);
        if cannot_search {
            self.add([Check::unchecked(CheckName::Account, CheckName::Search)]);
            return Ok(());
        }
        self.add(
            doctor::account(account, &directory, settings.reset.must_change.value != MustChangePolicy::Never).await,
        );
        Ok(())
    }

    /// Nothing else can be checked without usable settings.
    fn no_settings(&mut self, account: Option<&str>, to: Option<&Phone>) {
        let rest = [CheckName::Controllers, CheckName::Gateway, CheckName::Store, CheckName::Keyring];
        let asked = [account.map(|_| CheckName::Account), to.map(|_| CheckName::TestMessage)];
        let rest = rest.into_iter().chain(asked.into_iter().flatten());
        self.add(rest.map(|name| Check::unchecked(name, CheckName::Settings)));
    }

    fn keyring(&mut self, settings: &Settings) {
        let has_none = settings.directory.by_ticket() || settings.directory.password_file.get().is_some();
        let is_needed = !self.global.practises() && !has_none;
        // Without a configured user, the name comes first.
        let entry = is_needed.then(|| match settings.directory.user.get() {
            Some(_) => keyring::entry(settings, SecretKind::Directory),
            None => keyring::operator_name_entry(settings),
        });
        let entry = entry.transpose();
        self.add([match entry {
            Ok(entry) => doctor::keyring(entry.as_ref(), &*self.process.keyring),
            Err(_) => Check::unchecked(CheckName::Keyring, CheckName::Settings),
        }]);
    }

    fn add(&mut self, checks: impl IntoIterator<Item = Check>) {
        self.checks.extend(checks);
    }

    /// Returns the value, or adds a check that reports why there is none. Cancelling still ends the run.
    fn or_found<T>(&mut self, name: CheckName, result: Result<T, RunError>) -> Result<Option<T>, RunError> {
        let check = match result {
            Ok(there) => return Ok(Some(there)),
            Err(RunError::Setup(problems)) => self.misconfigured(name, &problems),
            Err(RunError::Failure(failure)) => match failure {
                Failure::NoAnswer { why: NoAnswer::Cancelled | NoAnswer::Back | NoAnswer::Terminated, .. } => {
                    return Err(failure.into());
                }
                failure => Check::stops_calls(name, Finding::Failed(failure)),
            },
            Err(stop) => return Err(stop),
        };
        self.add([check]);
        Ok(None)
    }

    fn misconfigured(&self, name: CheckName, problems: &Problems) -> Check {
        let FailureText { message, hint, .. } = misconfigured(problems, self.words);
        Check::stops_calls(name, Finding::Misconfigured { message, hint })
    }
}

fn terminal_facts(process: &Process) -> TerminalFacts {
    // Windows terminals need no setting.
    let is_utf8 = cfg!(windows) || process.is_utf8();
    TerminalFacts { is_terminal: process.console.is_interactive(), columns: process.console.width(), is_utf8 }
}
