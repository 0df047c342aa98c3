//! Whom to trust: shows the controllers' certificates, to be compared, and asks.

use std::rc::Rc;

use super::ask::Asking;
use super::draft::NewFile;
use super::name_of;
use crate::adapters::directory::{DirectorySettings, First, LdapControllers, SentCertificate};
use crate::adapters::tls::Trust;
use crate::app::finish::RunError;
use crate::app::interrupt;
use crate::commands::init::certificate_lines;
use crate::commands::{Failure, describe, reach};
use crate::config::Problems;
use crate::ports::{ControllerHealth, DomainControllers, InspectControllers, ServerFault};
use crate::text::Message;
use crate::ui::Waiting;

/// A controller, and the certificates that it sent, its own first.
type SentBy = (String, Result<Vec<SentCertificate>, ServerFault>);

type Seen = (DomainControllers, Vec<SentBy>);

/// What was seen, or why no controller was found.
pub(super) type Looked = Result<Seen, Failure>;

impl Asking<'_> {
    /// Shows the controllers and their certificates, and asks whom to trust.
    pub(super) async fn trust(&mut self, mut interrupted: impl AsyncFnMut()) -> Result<(), RunError> {
        if let Some(file) = &self.args.ca_file {
            let path = std::path::absolute(file).unwrap_or_else(|_| file.clone());
            self.ca_file(&path.display().to_string()).map_err(|problems| self.named(problems, None))?;
        }
        if let Some(pins) = &self.args.certificate_sha256 {
            self.entries.list("directory.certificate_sha256", pins.clone());
        }
        self.settings().map_err(|problems| self.named(problems, None))?;
        if let Some(practice) = self.target.practice.filter(|_| !self.prompts.can_ask()) {
            if self.args.ca_file.is_none() && self.args.certificate_sha256.is_none() {
                self.save_authority(practice.access().ca_pem.clone().into_bytes());
            }
            return Ok(());
        }
        if self.args.ca_file.is_some() || self.args.certificate_sha256.is_some() || !self.prompts.can_ask() {
            return Ok(());
        }
        loop {
            let looked = self.looked(&mut interrupted).await?;
            match &*looked {
                Ok((found, chains)) => return self.show_and_choose(found, chains),
                Err(failure) => {
                    let text = describe(failure, self.words, self.target.process.clock.now());
                    self.prompts.tell(&text.message);
                }
            }
            let question = Message::AskInitServers;
            let servers = self.line("directory.servers", question, "", "--server")?;
            if servers.is_empty() {
                // The rest can be answered all the same, and doctor says what is wrong.
                return Ok(());
            }
            let url =
                |server: &str| if server.contains("://") { server.to_owned() } else { format!("ldaps://{server}") };
            self.entries.list("directory.servers", servers.split(',').map(|server| url(server.trim())).collect());
            if let Err(problems) = self.settings() {
                self.ask_again(problems, false, &question)?;
                self.entries.remove("directory.servers");
            }
        }
    }

    /// Saves the certificate of the authority to trust beside the configuration.
    fn save_authority(&mut self, content: Vec<u8>) {
        let (path, content) = (self.target.beside("ca.cer"), zeroize::Zeroizing::new(content));
        self.entries.text("directory.ca_file", &name_of(&path));
        self.entries.files.push(NewFile { path, content, is_secret: false });
    }

    /// Looks at the controllers, or remembers what was seen before a step back.
    async fn looked(&mut self, interrupted: impl AsyncFnMut()) -> Result<Rc<Looked>, RunError> {
        let configured = self.target.file(&self.entries, self.words);
        let known = self.seen.iter().rev().find(|(of, _)| *of == configured);
        if let Some((_, looked)) = known.filter(|_| self.prompts.repeats()) {
            return Ok(Rc::clone(looked));
        }
        let looked = Rc::new(self.look(interrupted).await?);
        self.seen.push((configured, Rc::clone(&looked)));
        Ok(looked)
    }

    /// Looks at the controllers. The inner failure is that none is found.
    async fn look(&self, interrupted: impl AsyncFnMut()) -> Result<Looked, RunError> {
        let (process, words) = (self.target.process, self.words);
        let settings = self.settings()?;
        let ldap = DirectorySettings::read(&settings, &process.resolver, First::Nearest).map_err(Problems::from)?;
        let looking = LdapControllers { settings: &ldap, by_ticket: false, random: &*process.random };
        let waiting = Waiting { console: &*process.console, words, quiet: self.target.global.quiet };
        let work = async {
            let both = async { (looking.look(&*process.clock).await, looking.chains().await) };
            let (found, chains) = waiting.during(Message::WaitDoctor, both).await;
            Ok((found?, chains?))
        };
        match interrupt::at_once(work, interrupted).await {
            Err(failure @ Failure::NoAnswer { .. }) => Err(failure.into()),
            seen => Ok(seen),
        }
    }

    fn show_and_choose(&mut self, found: &DomainControllers, chains: &[SentBy]) -> Result<(), RunError> {
        found.each.iter().for_each(|controller| self.show_controller(controller));
        let mut usable = Vec::new();
        for (server, chain) in chains {
            let Ok(chain) = chain else { continue };
            // What is trusted below is always shown: here, unless it was with the reason why it is not trusted.
            let shows = |controller: &ControllerHealth| match &controller.shown {
                Err(ServerFault::Certificate(fault)) => {
                    [&fault.certificate].into_iter().eq(chain.iter().map(|c| &c.shown))
                }
                _ => false,
            };
            if !found.each.iter().any(shows) {
                self.prompts.tell(&self.prompts.say(&Message::InitChain { server }));
                let lines = certificate_lines(chain.iter().map(|certificate| &certificate.shown), self.words);
                lines.iter().for_each(|line| self.prompts.tell(line));
            }
            usable.push(chain.as_slice());
        }
        if usable.is_empty() {
            return Ok(());
        }
        let is_trusted = found.each.iter().any(|controller| controller.shown.is_ok());
        self.prompts.tell(&self.prompts.say(&Message::InitCompare));
        self.choose_trust(&usable, is_trusted)
    }

    fn show_controller(&self, ControllerHealth { server, shown }: &ControllerHealth) {
        let line = match shown {
            Ok(_) => self.prompts.say(&Message::InitTrusted { server }),
            Err(fault @ (ServerFault::Certificate(_) | ServerFault::WrongName { .. })) => {
                self.prompts.say(&Message::InitUntrusted { server, why: &reach(fault, self.words) })
            }
            Err(fault) => self.prompts.say(&Message::InitUnreached { server, why: &reach(fault, self.words) }),
        };
        self.prompts.tell(&line);
    }

    /// Sets the file with the authority, if it can be used. The computer's configuration gets a copy beside it: not every
    /// operator may read what root can.
    fn ca_file(&mut self, path: &str) -> Result<(), Problems> {
        self.entries.text("directory.ca_file", path);
        let settings = self.settings()?;
        let file = settings.directory.ca_file.require()?;
        Trust::read(&settings.directory.ca_file)?;
        if !self.target.is_computers() || file.parent() == self.target.path.parent() {
            return Ok(());
        }
        let content = std::fs::read(file).unwrap_or_default();
        // Also in UTF-16.
        let text: Vec<u8> = content.iter().copied().filter(|byte| *byte != 0).collect();
        if content.is_empty() || String::from_utf8_lossy(&text).contains("PRIVATE KEY") {
            let file = &file.display().to_string();
            self.prompts.tell(&self.prompts.say(&Message::InitCaFileStays { file }));
            return Ok(());
        }
        let extension = file.extension().map_or("pem".into(), |extension| extension.to_string_lossy());
        let copy = self.target.beside(&format!("ca.{extension}"));
        let saved = name_of(&copy);
        self.prompts.tell(&self.prompts.say(&Message::InitCaFileSaved { file: &saved }));
        self.entries.text("directory.ca_file", &saved);
        self.entries.files.push(NewFile { path: copy, content: zeroize::Zeroizing::new(content), is_secret: false });
        Ok(())
    }

    fn choose_trust(&mut self, chains: &[&[SentCertificate]], is_trusted: bool) -> Result<(), RunError> {
        #[derive(Clone, Copy, PartialEq)]
        enum Trusted {
            System,
            Root,
            File,
            Pins,
        }
        let roots = chains.iter().filter_map(|chain| chain.iter().skip(1).find(|certificate| certificate.is_root()));
        let mut roots: Vec<&SentCertificate> = roots.collect();
        roots.dedup_by_key(|root| root.shown.sha256);
        let mut ways = Vec::new();
        if is_trusted {
            ways.push((Trusted::System, Message::InitTrustSystem));
        }
        if let [_] = roots[..] {
            ways.push((Trusted::Root, Message::InitTrustRoot));
        }
        ways.push((Trusted::File, Message::InitTrustFile));
        ways.push((Trusted::Pins, Message::InitTrustPins));
        let items: Vec<String> = ways.iter().map(|(_, item)| self.prompts.say(item)).collect();
        let chosen = self.prompts.pick(&Message::AskInitTrust, &items, 0, "--ca-file")?;
        match ways.get(chosen).map(|(way, _)| *way) {
            Some(Trusted::Root) => {
                let content = roots.first().map(|root| root.der.clone()).unwrap_or_default();
                self.save_authority(content);
            }
            Some(Trusted::File) => loop {
                let question = Message::AskInitCaFile;
                let path = self.line("directory.ca_file", question, "", "--ca-file")?;
                match self.ca_file(&path) {
                    Ok(()) => break,
                    Err(problems) => self.ask_again(problems, false, &question)?,
                }
                self.entries.remove("directory.ca_file");
            },
            Some(Trusted::Pins) => {
                let pins = chains.iter().filter_map(|chain| chain.first());
                let mut pins: Vec<String> = pins.map(|certificate| certificate.shown.sha256.to_string()).collect();
                pins.sort();
                pins.dedup();
                self.entries.list("directory.certificate_sha256", pins);
            }
            Some(Trusted::System) | None => {}
        }
        Ok(())
    }
}
