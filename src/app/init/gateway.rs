//! The gateway: which, and what it needs.

use super::ask::{Answers, Asking};
use crate::app::finish::RunError;
use crate::app::wiring;
use crate::commands::Failure;
use crate::commands::init::{LineQuestion, NO_GATEWAY};
use crate::config::{Preset, Problem, Provider};
use crate::domain::phone::Phone;
use crate::domain::secret_entry::SecretKind;
use crate::text::Message;

/// The gateway that writes to a folder, and the folder's usual name, beside the configuration.
const OUTBOX: &str = "outbox";

impl Asking<'_> {
    /// The gateway, and what it needs: it says so itself.
    pub(super) fn gateway(&mut self, answers: &mut Answers) -> Result<(), RunError> {
        if let Some(typed) = &self.args.send_to {
            Phone::parse(typed).map_err(|_| Failure::NotANumber { typed: typed.clone() })?;
            answers.send_to = Some(typed.clone());
        }
        let Some(name) = self.gateway_name()? else { return Ok(()) };
        let is_preset = Preset::all().iter().any(|(preset, _)| *preset == name);
        self.entries.text(if is_preset { "sms.preset" } else { "sms.provider" }, &name);
        let given = [
            ("sms.url", &self.args.gateway_url),
            ("sms.user", &self.args.gateway_user),
            ("sms.sender", &self.args.sender),
        ];
        for (key, given) in given {
            self.entries.text(key, given.as_deref().unwrap_or_default());
        }
        if let Some(path) = &self.args.secret_file {
            let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            self.entries.text("sms.secret_file", &path.display().to_string());
        }
        self.settings().map_err(|problems| self.named(problems, None))?;
        if !self.prompts.can_ask() {
            if name == OUTBOX {
                self.entries.text("sms.outbox", OUTBOX);
            }
            self.tell_operators_secret();
            return Ok(());
        }
        while let Some(key) = self.missing_of_gateway(answers)? {
            let (question, proposal, option) = match key {
                "sms.url" if name == "kannel" => (Message::AskInitUrl, "http://127.0.0.1:13013/cgi-bin/sendsms", ""),
                "sms.url" => (Message::AskInitUrl, "", "--gateway-url"),
                "sms.user" => (Message::AskInitGatewayUser, "", "--gateway-user"),
                "sms.sender" => (Message::AskInitSender, "Servicedesk", "--sender"),
                "sms.outbox" => (Message::AskInitOutbox, OUTBOX, "--gateway"),
                "sms.secret_file" => {
                    self.gateway_secret(answers)?;
                    continue;
                }
                _ => break,
            };
            let value = self.line(key, question, proposal, option)?;
            if value.is_empty() {
                break;
            }
            self.entries.text(key, &value);
            if let Err(problems) = self.settings() {
                self.ask_again(problems, false, &question)?;
                self.entries.remove(key);
            }
        }
        self.tell_operators_secret();
        // Without the secret no message is sent.
        let has_secret = !answers.operators_keep_secret || answers.to_keep.contains(&SecretKind::Sms);
        while answers.send_to.is_none() && !self.args.no_check && has_secret {
            let help = self.prompts.say(&Message::ExplainInitSendTo);
            let question = Message::AskInitSendTo;
            let number = self.prompts.line(&LineQuestion { question, help, proposal: "", option: "--send-to" })?;
            if number.is_empty() {
                break;
            }
            match Phone::parse(&number) {
                Ok(_) => answers.send_to = Some(number),
                Err(_) => self.prompts.reject(&self.prompts.say(&Message::InitNoNumber)),
            }
        }
        Ok(())
    }

    /// Says what operators do who may not read the file with the secret that the computer's configuration names.
    fn tell_operators_secret(&self) {
        if self.target.is_computers() && self.entries.has("sms.secret_file") {
            self.prompts.tell(&self.prompts.say(&Message::InitSecretForOperators));
        }
    }

    fn gateway_name(&self) -> Result<Option<String>, Failure> {
        let none = NO_GATEWAY.to_owned();
        let given = match &self.args.gateway {
            Some(name) => name.clone(),
            // Practice needs no options, and sends nothing.
            None if !self.prompts.can_ask() && self.target.practice.is_some() => OUTBOX.to_owned(),
            None if !self.prompts.can_ask() => none,
            None => {
                let presets = Preset::all().iter().map(|(name, _)| *name);
                let names = Provider::names().filter(|name| *name != "http").chain(presets);
                let mut items: Vec<String> = vec![self.prompts.say(&Message::InitNoGateway)];
                items.extend(names.map(str::to_owned));
                let chosen = self.prompts.pick(&Message::AskInitGateway, &items, 0, "--gateway")?;
                if chosen == 0 { none } else { items.swap_remove(chosen) }
            }
        };
        Ok(Some(given).filter(|given| given != NO_GATEWAY))
    }

    /// The next key that the gateway lacks.
    fn missing_of_gateway(&self, answers: &Answers) -> Result<Option<&'static str>, RunError> {
        let settings = self.settings()?;
        let is_kept = answers.to_keep.contains(&SecretKind::Sms) || answers.operators_keep_secret;
        let has_secret = is_kept || self.entries.has("sms.secret_file");
        // The secret last: a gateway that needs one says nothing else without.
        let lacks = |secret| match wiring::gateway_problem(self.target.process, &settings, secret) {
            Some(Problem::Missing { key }) => Some(key),
            _ => None,
        };
        Ok(lacks(true).or_else(|| lacks(false).filter(|_| !has_secret)))
    }

    fn gateway_secret(&mut self, answers: &mut Answers) -> Result<(), RunError> {
        let has_keyring = self.has_keyring();
        // The administrator's own keyring does not matter to operators.
        let may_be_kept = self.target.practice.is_none() && (has_keyring || self.target.is_computers());
        let in_keyring = may_be_kept && {
            let items = [Message::InitInKeyring, Message::InitInFile].map(|item| self.prompts.say(&item));
            self.prompts.pick(&Message::AskInitSecretPlace, &items, 0, "--secret-file")? == 0
        };
        if in_keyring && self.target.is_computers() {
            answers.operators_keep_secret = true;
            self.prompts.tell(&self.prompts.say(&Message::InitOperatorsKeep));
        }
        if in_keyring && has_keyring {
            answers.to_keep.push(SecretKind::Sms);
        }
        if in_keyring {
            return Ok(());
        }
        let file = self.secret_file(None, "sms-secret", &Message::AskInitGatewaySecret, "--secret-file")?;
        self.entries.text("sms.secret_file", &file);
        Ok(())
    }
}
