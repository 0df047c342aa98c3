//! The questions in their order: the directory, who signs in, whom to trust (`trust.rs`), the gateway
//! (`gateway.rs`), the desk, the store.

use std::path::PathBuf;
use std::rc::Rc;

use super::draft::{Entries, NewFile};
use super::trust::Looked;
use super::{Target, name_of, place};
use crate::adapters::directory::KERBEROS_BUILT_IN;
use crate::app::finish::RunError;
use crate::commands::Failure;
use crate::commands::init::{Args, InitPrompts, LineQuestion, SignInWay};
use crate::config::{Problems, Settings, with_domain};
use crate::domain::password::Password;
use crate::domain::secret_entry::{SecretEntry, SecretKind};
use crate::ports::{KeyringError, NoAnswer};
use crate::practice::Practice;
use crate::text::{Message, Words};
use crate::view::misconfigured;

/// What is done after the file is written.
#[derive(Debug, Default)]
pub(super) struct Answers {
    /// The secrets to keep in the keyring.
    pub(super) to_keep: Vec<SecretKind>,
    /// The operator's name, for the keyring.
    pub(super) user: Option<String>,
    /// Where a test message goes.
    pub(super) send_to: Option<String>,
    /// Whether each operator stores the gateway's secret in a keyring of their own.
    pub(super) operators_keep_secret: bool,
}

pub(super) struct Asking<'a> {
    pub(super) target: &'a Target<'a>,
    pub(super) args: &'a Args,
    pub(super) prompts: &'a InitPrompts<'a>,
    pub(super) words: &'a Rc<Words>,
    pub(super) entries: Entries,
    /// What was seen of the controllers, with the configuration that named them.
    pub(super) seen: Vec<(String, Rc<Looked>)>,
}

impl Asking<'_> {
    /// Asks everything. Escape leads one question back.
    pub(super) async fn all(&mut self, mut interrupted: impl AsyncFnMut()) -> Result<Answers, RunError> {
        loop {
            self.entries = Entries::default();
            match self.once(&mut interrupted).await {
                Err(RunError::Failure(Failure::NoAnswer { why: NoAnswer::Back, .. })) if self.prompts.step_back() => {}
                ended => return ended,
            }
        }
    }

    async fn once(&mut self, interrupted: impl AsyncFnMut()) -> Result<Answers, RunError> {
        let mut answers = Answers::default();
        self.target.may_be_replaced(self.args, self.prompts)?;
        self.directory()?;
        let way = self.sign_in(&mut answers)?;
        if way != SignInWay::Ticket {
            self.trust(interrupted).await?;
        }
        self.gateway(&mut answers)?;
        self.desk()?;
        self.store()?;
        Ok(answers)
    }

    /// Asks for the value of a key.
    pub(super) fn line(
        &self,
        key: &str,
        question: Message<'_>,
        proposal: &str,
        option: &'static str,
    ) -> Result<String, Failure> {
        self.prompts.line(&LineQuestion { question, help: self.prompts.about(key), proposal, option })
    }

    /// Sets a key that may be left out: to the option, or else to what the operator answers, until it will do.
    fn optional(
        &mut self,
        key: &'static str,
        given: Option<&str>,
        question: &Message<'_>,
        set: fn(&mut Entries, &'static str, &str),
    ) -> Result<(), RunError> {
        loop {
            let value = match given {
                Some(given) => given.to_owned(),
                None if self.prompts.can_ask() => self.line(key, *question, "", "")?,
                None => return Ok(()),
            };
            set(&mut self.entries, key, &value);
            let Err(problems) = self.settings() else { return Ok(()) };
            self.ask_again(problems, given.is_some(), question)?;
            self.entries.remove(key);
        }
    }

    /// Says why an answer will not do, so that the question can be asked again.
    ///
    /// # Errors
    /// The problems, if another answer would not help: an option is wrong, or something that is not asked for.
    pub(super) fn ask_again(
        &self,
        mut problems: Problems,
        is_given: bool,
        question: &Message<'_>,
    ) -> Result<(), RunError> {
        if is_given || !self.prompts.can_ask() || place::is_elsewhere(&mut problems, self.target.path) {
            return Err(self.named(problems, None).into());
        }
        let problems = self.named(problems, Some(&self.prompts.say(question)));
        self.prompts.reject(&misconfigured(&problems, self.words).message);
        Ok(())
    }

    /// The problems, with the options and the question in place of lines of a file that is not written yet.
    pub(super) fn named(&self, problems: Problems, question: Option<&str>) -> Problems {
        place::named(problems, self.target.path, self.args, self.target.global.server.is_some(), question)
    }

    /// The domain, until it is one. In practice there is one controller.
    fn directory(&mut self) -> Result<(), RunError> {
        if let Some(practice) = self.target.practice {
            let access = practice.access();
            self.entries.list("directory.servers", vec![access.url.clone()]);
            self.entries.text("directory.tls_name", &access.tls_name);
            let file = &self.target.path.display().to_string();
            self.prompts.tell(&self.prompts.say(&Message::InitPractice { file, server: &access.url }));
            return Ok(());
        }
        if let Some(servers) = &self.target.global.server {
            self.entries.list("directory.servers", servers.split(',').map(|url| url.trim().to_owned()).collect());
        }
        let has_servers = self.target.global.server.is_some();
        if has_servers && self.args.domain.is_none() {
            return Ok(self.settings().map(drop).map_err(|problems| self.named(problems, None))?);
        }
        loop {
            let question = Message::AskInitDomain;
            let domain = match &self.args.domain {
                Some(domain) => domain.clone(),
                None => self.line("directory.domain", question, &self.proposed_domain(), "--domain")?,
            };
            self.entries.text("directory.domain", &domain);
            match self.settings() {
                Ok(settings) if has_servers || settings.directory.domain.get().is_some() => return Ok(()),
                Ok(_) => self.prompts.reject(&self.prompts.say(&Message::InitNoDomain)),
                Err(problems) => {
                    self.ask_again(problems, self.args.domain.is_some(), &question)?;
                    self.entries.remove("directory.domain");
                }
            }
        }
    }

    /// The domain of the computer, where it is known.
    fn proposed_domain(&self) -> String {
        let variable = self.target.process.variable("USERDNSDOMAIN").and_then(|domain| domain.to_str());
        let named = self.target.process.machine.split_once('.').map(|(_, domain)| domain);
        variable.or(named).unwrap_or_default().to_lowercase()
    }

    fn sign_in(&mut self, answers: &mut Answers) -> Result<SignInWay, RunError> {
        let way = self.way()?;
        match way {
            SignInWay::Ticket => self.entries.text("directory.bind", "kerberos"),
            SignInWay::Keyring => {
                answers.user.clone_from(&self.args.user);
                if self.prompts.can_ask() {
                    answers.to_keep.push(SecretKind::Directory);
                }
            }
            SignInWay::File => {
                self.user()?;
                let user = self.entries.user.clone();
                let question = Message::AskInitPassword { user: &user };
                let file =
                    self.secret_file(self.args.password_file.as_ref(), "password", &question, "--password-file")?;
                self.entries.text("directory.password_file", &file);
            }
        }
        Ok(way)
    }

    /// The user name, until it is one.
    fn user(&mut self) -> Result<(), RunError> {
        let access = self.target.practice.map(Practice::access);
        let practised = access.map(|access| access.user.clone()).unwrap_or_default();
        let domain = match access {
            Some(access) => Some(access.base.replace("DC=", "").replace(',', ".")),
            None => self.settings().ok().and_then(|settings| settings.directory.domain.value().cloned()),
        };
        loop {
            let question = Message::AskInitUser;
            let user = match &self.args.user {
                Some(user) => user.clone(),
                None if access.is_some() && !self.prompts.can_ask() => practised.clone(),
                None => self.line("directory.user", question, &practised, "--user")?,
            };
            let completed = with_domain(&user, domain.as_deref());
            if let Some(user) = &completed {
                self.prompts.tell(&self.prompts.say(&Message::UserCompleted { user }));
            }
            let user = completed.unwrap_or(user);
            self.entries.text("directory.user", &user);
            self.entries.user = user;
            match self.settings() {
                Ok(_) if self.entries.has("directory.user") => return Ok(()),
                Ok(_) => self.prompts.reject(&self.prompts.say(&Message::NotAUserName)),
                Err(problems) => {
                    self.ask_again(problems, self.args.user.is_some(), &question)?;
                    self.entries.remove("directory.user");
                }
            }
        }
    }

    fn way(&self) -> Result<SignInWay, Failure> {
        if self.target.practice.is_some() {
            // The keyring is for real passwords.
            return Ok(SignInWay::File);
        }
        let has_file = self.args.password_file.is_some();
        match self.args.sign_in {
            Some(way) => return Ok(way),
            None if has_file => return Ok(SignInWay::File),
            None if !self.prompts.can_ask() => return Ok(SignInWay::Keyring),
            None => {}
        }
        let mut ways = vec![(SignInWay::Keyring, Message::InitByKeyring), (SignInWay::File, Message::InitByFile)];
        if KERBEROS_BUILT_IN {
            ways.push((SignInWay::Ticket, Message::InitByTicket));
        }
        let items: Vec<String> = ways.iter().map(|(_, item)| self.prompts.say(item)).collect();
        let usual = if self.has_keyring() { 0 } else { 1 };
        let chosen = self.prompts.pick(&Message::AskInitSignIn, &items, usual, "--sign-in")?;
        Ok(ways.get(chosen).map_or(SignInWay::Keyring, |(way, _)| *way))
    }

    pub(super) fn has_keyring(&self) -> bool {
        let any = SecretEntry { what: SecretKind::Directory, user: String::new(), place: "init".to_owned() };
        !matches!(self.target.process.keyring.read(&any), Err(KeyringError::Absent))
    }

    /// The path of a file with a secret: the one that is there, or a new one beside the configuration.
    pub(super) fn secret_file(
        &mut self,
        given: Option<&PathBuf>,
        name: &str,
        question: &Message<'_>,
        option: &'static str,
    ) -> Result<String, Failure> {
        if let Some(path) = given {
            return Ok(std::path::absolute(path).unwrap_or_else(|_| path.clone()).display().to_string());
        }
        let practised = self.target.practice.filter(|_| option == "--password-file" && !self.prompts.can_ask());
        let secret = match practised.map(|practice| Password::parse(practice.access().password.clone())) {
            Some(Ok(secret)) => secret,
            _ => self.prompts.secret(question, option)?,
        };
        let content = zeroize::Zeroizing::new(format!("{}\n", secret.expose()).into_bytes());
        let path = self.target.beside(name);
        let name = name_of(&path);
        self.entries.files.push(NewFile { path, content, is_secret: true });
        Ok(name)
    }

    fn desk(&mut self) -> Result<(), RunError> {
        let args = self.args;
        let services = args.services.as_ref().map(|services| services.join(", "));
        self.optional("desk.organisation", args.organisation.as_deref(), &Message::AskInitOrganisation, Entries::text)?;
        self.optional("desk.services", services.as_deref(), &Message::AskInitServices, Entries::listed)?;
        self.optional("desk.phone", args.phone.as_deref(), &Message::AskInitPhone, Entries::text)?;
        self.optional("desk.extension", args.extension.as_deref(), &Message::AskInitExtension, Entries::text)
    }

    fn store(&mut self) -> Result<(), RunError> {
        if self.target.practice.is_some() {
            self.entries.text("state.path", "init.db");
            return Ok(());
        }
        if let Some(place) = &self.args.store {
            self.entries.text(Self::store_key(place), place);
            return Ok(self.settings().map(drop).map_err(|problems| self.named(problems, None))?);
        }
        if !self.prompts.can_ask() {
            return Ok(());
        }
        let ways = [Message::InitStoreOwn, Message::InitStoreFile, Message::InitStoreServer];
        let items = ways.map(|item| self.prompts.say(&item));
        let (key, question, proposal) = match self.prompts.pick(&Message::AskInitStore, &items, 0, "--store")? {
            0 => return Ok(()),
            1 => ("state.path", Message::AskInitStorePath, "/var/lib/servicedesk/state.db"),
            _ => ("state.url", Message::AskInitStoreUrl, ""),
        };
        loop {
            let place = self.line(key, question, proposal, "--store")?;
            let key = Self::store_key(&place);
            self.entries.text(key, &place);
            match self.settings() {
                Ok(_) => return Ok(()),
                Err(problems) => self.ask_again(problems, false, &question)?,
            }
            self.entries.remove(key);
        }
    }

    fn store_key(place: &str) -> &'static str {
        if place.contains("://") { "state.url" } else { "state.path" }
    }

    pub(super) fn settings(&self) -> Result<Settings, Problems> {
        self.target.settings(self.target.file(&self.entries, self.words))
    }
}
