//! `[sms]` with its secret, checked when the gateway is built, so that no caller waits on the phone for a spelling
//! mistake.

use std::fmt;
use std::path::PathBuf;

use reqwest::RequestBuilder;
use serde::Deserialize;
use url::Url;
use zeroize::Zeroizing;

use super::http::{HttpTemplate, TemplateError, with_preset};
use crate::adapters::secret_file;
use crate::config::{Fault, Optional, Problem, Setting, SmsSection, Unfit, is_loopback};

#[derive(Clone)]
pub struct GatewaySettings {
    pub section: SmsSection,
    pub secret: Option<Secret>,
    /// The gateway's description: the preset's and that of `[sms.http]`.
    pub http: Option<HttpTemplate>,
    /// Where the wait that a busy gateway asks for is kept; `None`: only for this run.
    pub wait_file: Option<PathBuf>,
}

/// The secret of an account at a gateway. Does not print.
#[derive(Clone)]
pub struct Secret(pub Zeroizing<String>);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Our name and secret at a gateway that needs both.
pub(super) struct Login {
    pub(super) user: String,
    pub(super) secret: Secret,
}

impl Login {
    pub(super) fn new(settings: &GatewaySettings) -> Result<Self, Problem> {
        Ok(Self { user: settings.user()?, secret: settings.secret()? })
    }

    /// Adds `Authorization: Basic` (RFC 7617).
    pub(super) fn basic(&self, request: RequestBuilder) -> RequestBuilder {
        request.basic_auth(&self.user, Some(self.secret.0.as_str()))
    }
}

impl GatewaySettings {
    /// Reads the secret's file and the gateway's description.
    ///
    /// # Errors
    /// [`Problem`] when the secret cannot be read or the table is not what the gateway takes.
    pub fn read(section: &SmsSection) -> Result<Self, Problem> {
        let secret = section.secret_file.get().map(secret_file::read_setting).transpose()?.map(Secret);
        let own = section.http.value();
        let table = match section.preset_in_force() {
            Some(preset) => Some(with_preset(preset, own)?),
            None => own.cloned(),
        };
        let http = table.map(|mut table| {
            // An address of the administrator's takes the place of the preset's.
            if section.url.get().is_some() && own.is_none_or(|own| !own.contains_key("url")) {
                table.remove("url");
            }
            let table = HttpTemplate::deserialize(table);
            table.map_err(|error| match section.http.get() {
                Some(setting) => unusable_table(setting, error.message()),
                None => section.http.unfit(Unfit::Other(error.message().to_owned())),
            })
        });
        Ok(Self { section: section.clone(), secret, http: http.transpose()?, wait_file: None })
    }

    /// The user name, for a gateway that needs one.
    pub(super) fn user(&self) -> Result<String, Problem> {
        let user = self.section.user.require()?;
        // RFC 7617: the colon ends the user name.
        if user.contains(':') { Err(unsendable(&self.section.user)) } else { Ok(user.clone()) }
    }

    pub(super) fn secret(&self) -> Result<Secret, Problem> {
        let file = &self.section.secret_file;
        let secret = self.secret.clone().filter(|secret| !secret.0.is_empty());
        let secret = secret.ok_or(Problem::Missing { key: file.key() })?;
        if secret.0.contains(char::is_control) { Err(unsendable(file)) } else { Ok(secret) }
    }

    /// The sender, if networks take it (3GPP TS 23.040, 9.1.2.5: at most 11 characters).
    pub(super) fn sender(&self) -> Result<String, Problem> {
        let sender = self.section.sender.require()?;
        let digits = sender.strip_prefix('+').unwrap_or(sender);
        let number = (3..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        let name = (1..=11).contains(&sender.len())
            && sender.trim() == sender
            && sender.bytes().all(|b| b.is_ascii_alphanumeric() || b == b' ');
        if number || name { Ok(sender.clone()) } else { Err(self.section.sender.unfit(Unfit::Sender)) }
    }

    /// The address, or else `default`.
    pub(super) fn url(&self, default: Option<&str>) -> Result<Url, Problem> {
        match (self.section.url.value(), default) {
            (None, Some(default)) => self.safe_url(default),
            _ => self.safe_url(self.section.url.require()?.as_str()),
        }
    }

    /// Reads an address that a secret and a code may be sent to.
    pub(super) fn safe_url(&self, text: &str) -> Result<Url, Problem> {
        let unfit = |why: String| self.section.url.unfit(Unfit::Other(format!("sms.url {why}")));
        let no_url = |why: &dyn fmt::Display| unfit(format!("is not an http or https address: {why}"));
        let url = Url::parse(text).map_err(|error| no_url(&error))?;
        if url.host().is_none() {
            return Err(no_url(&"no host"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(unfit("holds a user name or password".to_owned()));
        }
        match url.scheme() {
            "https" => Ok(url),
            "http" if url.host().as_ref().is_some_and(is_loopback) => Ok(url),
            "http" => Err(self.section.url.unfit(Unfit::NeedsHttps)),
            other => Err(no_url(&other)),
        }
    }

    /// The problem that the table `[sms.http]` does not work.
    pub(super) fn template_problem(&self, error: TemplateError) -> Problem {
        self.section.http.unfit(Unfit::Other(error.to_string()))
    }
}

/// The problem of a table that the library does not read. A name that is not known is told like that of any setting.
fn unusable_table<T>(table: &Setting<T>, message: &str) -> Problem {
    let unknown = message.strip_prefix("unknown field `").and_then(|rest| rest.split_once('`'));
    match unknown {
        Some((name, _)) => Problem::Key {
            key: format!("{}.{name}", table.key),
            origin: table.origin.clone(),
            fault: Fault::Unknown { meant: None },
        },
        None => table.unfit(Unfit::Other(message.to_owned())),
    }
}

fn unsendable<T>(setting: &Optional<T>) -> Problem {
    setting.unfit(Unfit::Other(format!("{} holds characters that cannot be sent", setting.key())))
}

#[cfg(test)]
mod tests {
    use super::super::fake::{SECRET, set, settings, why};
    use super::*;
    use crate::config::Provider;

    #[test]
    fn plain_http_stays_on_this_computer() {
        let settings = settings(Provider::Kannel, "");
        let safe_url = |url: &str| settings.safe_url(url).map_err(|problem| why(&problem));
        for url in [
            "http://127.0.0.1:13013/cgi-bin/sendsms",
            "http://127.9.9.9/",
            "http://[::1]:8080/",
            "http://localhost/x",
            "http://LocalHost/x",
            "https://gateway.example.se/",
            "https://10.0.0.1/",
        ] {
            assert!(safe_url(url).is_ok(), "{url}");
        }
        for url in [
            "http://gateway.example.se/",
            "http://10.0.0.1/",
            "http://127.0.0.1.example.se/",
            "http://localhost.example.se/",
            "http://0.0.0.0/",
            "http://[::ffff:127.0.0.1]/",
        ] {
            assert_eq!(safe_url(url), Err(("sms.url".to_owned(), "https is needed".to_owned())), "{url}");
        }
        for url in ["gateway.example.se", "ftp://gateway.example.se/", "file:///etc/passwd", "https://", ""] {
            let (_, text) = safe_url(url).unwrap_err();
            assert!(text.starts_with("sms.url is not an http or https address: "), "{url}: {text}");
        }
        let (_, text) = safe_url("https://me:hemlig@gateway.example.se/").unwrap_err();
        assert_eq!(text, "sms.url holds a user name or password");
    }

    #[test]
    fn senders_that_networks_take() {
        let sender = |text: &str| {
            let mut settings = settings(Provider::Kannel, "");
            settings.section.sender = set("sms.sender", Some(text.to_owned()));
            settings.sender().map_err(|problem| why(&problem).1)
        };
        for text in ["Servicedesk", "IT desk 1", "+46701740605", "71120", "46701740605", "A"] {
            assert_eq!(sender(text), Ok(text.to_owned()), "{text}");
        }
        for text in
            ["", " ", "Servicedesk1", "Växeln", "IT-desk", "+46 70 174", "+12", "a\nb", " desk", "+1234567890123456"]
        {
            assert_eq!(sender(text), Err("not a sender".to_owned()), "{text}");
        }
    }

    #[test]
    fn unsendable_login_is_found_early() {
        let mut settings = settings(Provider::Kannel, "");
        settings.section.user = set("sms.user", Some("a:b".to_owned()));
        settings.secret = Some(Secret(Zeroizing::new("line\nbreak".into())));
        let unsendable = |key: &str| (key.to_owned(), format!("{key} holds characters that cannot be sent"));
        assert_eq!(settings.user().map_err(|problem| why(&problem)), Err(unsendable("sms.user")));
        assert_eq!(settings.secret().err().map(|problem| why(&problem)), Some(unsendable("sms.secret_file")));
        settings.section.user = set("sms.user", None);
        settings.secret = None;
        assert_eq!(settings.user(), Err(Problem::Missing { key: "sms.user" }));
        assert_eq!(settings.secret().err(), Some(Problem::Missing { key: "sms.secret_file" }));
    }

    #[test]
    fn secrets_do_not_print() {
        let settings = settings(Provider::Kannel, "");
        assert!(!format!("{:?}", settings.secret).contains(SECRET));
    }
}
