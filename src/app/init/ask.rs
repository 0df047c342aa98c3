//! The questions in their order: the directory, who signs in, whom to trust (`trust.rs`), the gateway
//! (`gateway.rs`), the desk, the store.

use std::path::PathBuf;
use std::rc::Rc;

use super::Target;
use super::draft::{Entries, NewFile};
use crate::adapters::directory::KERBEROS_BUILT_IN;
use crate::app::finish::RunError;
use crate::commands::Failure;
use crate::commands::init::{Args, InitPrompts, SignInWay};
use crate::config::{Problems, Settings};
use crate::domain::password::Password;
use crate::domain::secret_entry::{SecretEntry, SecretKind};
use crate::ports::KeyringError;
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
}

pub(super) struct Asking<'a> {
    pub(super) target: &'a Target<'a>,
    pub(super) args: &'a Args,
    pub(super) prompts: &'a InitPrompts<'a>,
    pub(super) words: &'a Rc<Words>,
    pub(super) entries: Entries,
}

impl Asking<'_> {
    pub(super) async fn all(&mut self, interrupted: impl AsyncFnMut()) -> Result<Answers, RunError> {
        let mut answers = Answers::default();
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

    /// The answer to a question: the option, or else what the operator types. Without a terminal it is empty.
    fn optional(&self, given: Option<&String>, question: &Message<'_>, proposal: &str) -> Result<String, Failure> {
        match given {
            Some(given) => Ok(given.clone()),
            None if self.prompts.can_ask() => self.prompts.line(question, proposal, ""),
            None => Ok(proposal.to_owned()),
        }
    }

    /// The domain, until it is one. In practice there is one controller.
    fn directory(&mut self) -> Result<(), RunError> {
        if let Some(practice) = self.target.practice {
            let access = practice.access();
            self.entries.list("directory.servers", vec![access.url.clone()]);
            self.entries.text("directory.tls_name", &access.tls_name);
            self.prompts.tell(&self.prompts.say(&Message::InitPractice { server: &access.url }));
            return Ok(());
        }
        if let Some(servers) = &self.target.global.server {
            self.entries.list("directory.servers", servers.split(',').map(|url| url.trim().to_owned()).collect());
        }
        loop {
            let has_servers = self.target.global.server.is_some();
            let domain = match &self.args.domain {
                Some(domain) => domain.clone(),
                None if has_servers => return Ok(()),
                None => self.prompts.line(&Message::AskInitDomain, &self.proposed_domain(), "--domain")?,
            };
            self.entries.text("directory.domain", &domain);
            match self.settings() {
                Ok(settings) if settings.directory.domain.get().is_some() => return Ok(()),
                Ok(_) if has_servers => return Ok(()),
                Ok(_) => {}
                Err(problems) if self.args.domain.is_some() || !self.prompts.can_ask() => return Err(problems.into()),
                Err(problems) => self.show(&problems),
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
                let practised = self.target.practice.map(|practice| practice.access().user.clone());
                let user = match &self.args.user {
                    Some(user) => user.clone(),
                    None => {
                        let proposal = practised.unwrap_or_default();
                        self.prompts.line(&Message::AskInitUser, &proposal, "--user")?
                    }
                };
                self.entries.text("directory.user", &user);
                let question = Message::AskInitPassword { user: &user };
                let file =
                    self.secret_file(self.args.password_file.as_ref(), "password", &question, "--password-file")?;
                self.entries.text("directory.password_file", &file);
            }
        }
        Ok(way)
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
        let secret: Password = self.prompts.secret(question, option)?;
        let content = zeroize::Zeroizing::new(format!("{}\n", secret.expose()).into_bytes());
        self.entries.files.push(NewFile { path: self.target.beside(name), content, is_secret: true });
        Ok(name.to_owned())
    }

    fn desk(&mut self) -> Result<(), RunError> {
        let args = self.args;
        let organisation = self.optional(args.organisation.as_ref(), &Message::AskInitOrganisation, "")?;
        let services = args.services.as_ref().map(|services| services.join(", "));
        let services = self.optional(services.as_ref(), &Message::AskInitServices, "")?;
        let phone = self.optional(args.phone.as_ref(), &Message::AskInitPhone, "")?;
        let extension = self.optional(args.extension.as_ref(), &Message::AskInitExtension, "")?;
        self.entries.text("desk.organisation", &organisation);
        let services = services.split(',').map(|service| service.trim().to_owned());
        self.entries.list("desk.services", services.filter(|service| !service.is_empty()).collect());
        self.entries.text("desk.phone", &phone);
        self.entries.text("desk.extension", &extension);
        Ok(())
    }

    fn store(&mut self) -> Result<(), RunError> {
        if self.target.practice.is_some() {
            self.entries.text("state.path", "init.db");
            return Ok(());
        }
        let place = match &self.args.store {
            Some(place) => place.clone(),
            None if !self.prompts.can_ask() => return Ok(()),
            None => {
                let ways = [Message::InitStoreOwn, Message::InitStoreFile, Message::InitStoreServer];
                let items = ways.map(|item| self.prompts.say(&item));
                match self.prompts.pick(&Message::AskInitStore, &items, 0, "--store")? {
                    0 => return Ok(()),
                    1 => self.prompts.line(&Message::AskInitStorePath, "/var/lib/servicedesk/state.db", "--store")?,
                    _ => self.prompts.line(&Message::AskInitStoreUrl, "", "--store")?,
                }
            }
        };
        self.entries.text(if place.contains("://") { "state.url" } else { "state.path" }, &place);
        Ok(())
    }

    pub(super) fn settings(&self) -> Result<Settings, Problems> {
        self.target.settings(self.target.file(&self.entries, self.words))
    }

    pub(super) fn show(&self, problems: &Problems) {
        self.prompts.tell(&misconfigured(problems, self.words).message);
    }
}
