//! What the configuration says of the gateway, and every reason why that will not do. Found when
//! the gateway is built, so that no caller waits on the phone for a spelling mistake.

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use url::{Host, Url};
use zeroize::Zeroizing;

use super::http::HttpTemplate;

/// Which gateway, and how it is spoken to: the keys of `[sms]`, read but not yet judged.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The kind of gateway.
    pub provider: Provider,
    /// Where it is. 46elks and Twilio have a default.
    pub url: Option<String>,
    /// Shown as sender: at most 11 letters, digits and spaces, or a number.
    pub sender: Option<String>,
    /// Our name at the gateway.
    pub user: Option<String>,
    /// Our secret there.
    pub secret: Option<Secret>,
    /// The folder of `outbox`.
    pub outbox: Option<PathBuf>,
    /// How `http` speaks: the table `[sms.http]`.
    pub http: Option<HttpTemplate>,
    /// PEM file with the only certificates to trust; without it, the system's.
    pub ca_file: Option<PathBuf>,
    /// The longest wait for an answer, connecting included.
    pub timeout: Duration,
}

/// A kind of gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provider {
    /// Kannel's `sendsms`.
    Kannel,
    /// 46elks.
    Elks,
    /// Twilio.
    Twilio,
    /// Any other gateway over HTTP, described by `[sms.http]`.
    Http,
    /// A folder: one JSON file a message.
    Outbox,
}

/// The secret of an account at a gateway. Does not print.
#[derive(Clone)]
pub struct Secret(pub Zeroizing<String>);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// A key of `[sms]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Url,
    Sender,
    User,
    Secret,
    Outbox,
    Http,
    CaFile,
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Url => "sms.url",
            Self::Sender => "sms.sender",
            Self::User => "sms.user",
            Self::Secret => "sms.secret_file",
            Self::Outbox => "sms.outbox",
            Self::Http => "sms.http",
            Self::CaFile => "sms.ca_file",
        })
    }
}

/// Why a gateway can't be built. Never holds a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// The provider needs this key.
    #[error("{0} is missing")]
    Missing(Key),
    /// The value holds characters that can't be sent: control characters, or `:` in a user name.
    #[error("{0} holds characters that cannot be sent")]
    Unusable(Key),
    /// Not an address of the web.
    #[error("sms.url is not an http or https address: {0}")]
    NotAUrl(String),
    /// Plain HTTP would carry the secret and the codes readable over the network.
    #[error("sms.url: {0} needs https; plain http is for this computer only")]
    PlainHttp(String),
    /// An address is shown and logged, so it is no place for a secret.
    #[error("sms.url holds a user name or password")]
    UrlWithCredentials,
    /// The sender is neither 1–11 letters, digits and spaces nor a number.
    #[error("sms.sender is neither 1 to 11 letters, digits and spaces nor a number")]
    Sender,
    /// The certificates can't be read.
    #[error("sms.ca_file {}: {text}", path.display())]
    CaFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        text: String,
    },
    /// This computer has no certificates to trust, or TLS can't be set up.
    #[error("TLS for SMS gateway: {0}")]
    Tls(String),
    /// The template does not work.
    #[error("sms.http.{place}: {text}")]
    Template {
        /// The key below `[sms.http]`.
        place: String,
        /// What is wrong there.
        text: String,
    },
}

impl SettingsError {
    /// The key to look at.
    pub fn key(&self) -> Key {
        match self {
            Self::Missing(key) | Self::Unusable(key) => *key,
            Self::NotAUrl(_) | Self::PlainHttp(_) | Self::UrlWithCredentials => Key::Url,
            Self::Sender => Key::Sender,
            Self::CaFile { .. } | Self::Tls(_) => Key::CaFile,
            Self::Template { .. } => Key::Http,
        }
    }
}

impl Settings {
    /// The user name, for a provider that can't do without.
    pub(super) fn user(&self) -> Result<String, SettingsError> {
        let user = self.user.clone().filter(|user| !user.is_empty()).ok_or(SettingsError::Missing(Key::User))?;
        // RFC 7617: the colon ends the user name.
        if user.contains(|c: char| c.is_control() || c == ':') {
            Err(SettingsError::Unusable(Key::User))
        } else {
            Ok(user)
        }
    }

    /// The secret, for a provider that can't do without.
    pub(super) fn secret(&self) -> Result<Secret, SettingsError> {
        let secret = self.secret.clone().filter(|secret| !secret.0.is_empty());
        let secret = secret.ok_or(SettingsError::Missing(Key::Secret))?;
        if secret.0.contains(char::is_control) { Err(SettingsError::Unusable(Key::Secret)) } else { Ok(secret) }
    }

    /// The sender, if networks will take it (3GPP TS 23.040, 9.1.2.5: at most 11 characters).
    pub(super) fn sender(&self) -> Result<String, SettingsError> {
        let sender = self.sender.as_deref().ok_or(SettingsError::Missing(Key::Sender))?;
        let digits = sender.strip_prefix('+').unwrap_or(sender);
        let number = (3..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        let name = (1..=11).contains(&sender.len())
            && sender.trim() == sender
            && sender.bytes().all(|b| b.is_ascii_alphanumeric() || b == b' ');
        if number || name { Ok(sender.to_owned()) } else { Err(SettingsError::Sender) }
    }

    /// The address, or else `default`.
    pub(super) fn url(&self, default: Option<String>) -> Result<Url, SettingsError> {
        let text = self.url.clone().or(default).ok_or(SettingsError::Missing(Key::Url))?;
        safe_url(&text)
    }
}

/// Reads an address to which a secret and a code may go.
pub(super) fn safe_url(text: &str) -> Result<Url, SettingsError> {
    let url = Url::parse(text).map_err(|error| SettingsError::NotAUrl(error.to_string()))?;
    let Some(host) = url.host() else { return Err(SettingsError::NotAUrl("no host".to_owned())) };
    if !url.username().is_empty() || url.password().is_some() {
        return Err(SettingsError::UrlWithCredentials);
    }
    match url.scheme() {
        "https" => Ok(url),
        "http" if is_loopback(&url) => Ok(url),
        "http" => Err(SettingsError::PlainHttp(host.to_string())),
        other => Err(SettingsError::NotAUrl(other.to_owned())),
    }
}

/// Whether an address is on this very computer.
pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name.eq_ignore_ascii_case("localhost"),
        Some(Host::Ipv4(address)) => IpAddr::V4(address).is_loopback(),
        Some(Host::Ipv6(address)) => IpAddr::V6(address).is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_stays_on_this_computer() {
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
            assert!(matches!(safe_url(url), Err(SettingsError::PlainHttp(_))), "{url}");
        }
        for url in ["gateway.example.se", "ftp://gateway.example.se/", "file:///etc/passwd", "https://", ""] {
            assert!(matches!(safe_url(url), Err(SettingsError::NotAUrl(_))), "{url}");
        }
        assert_eq!(safe_url("https://me:hemlig@gateway.example.se/"), Err(SettingsError::UrlWithCredentials));
    }

    #[test]
    fn senders_that_networks_take() {
        let sender = |text: &str| {
            Settings { sender: Some(text.into()), ..super::super::stand_in::settings(Provider::Kannel, "") }.sender()
        };
        for text in ["Servicedesk", "IT desk 1", "+46701740605", "71120", "46701740605", "A"] {
            assert_eq!(sender(text), Ok(text.to_owned()), "{text}");
        }
        for text in
            ["", " ", "Servicedesk1", "Växeln", "IT-desk", "+46 70 174", "+12", "a\nb", " desk", "+1234567890123456"]
        {
            assert_eq!(sender(text), Err(SettingsError::Sender), "{text}");
        }
    }

    #[test]
    fn what_can_not_be_sent_is_found_early() {
        let mut settings = super::super::stand_in::settings(Provider::Kannel, "");
        settings.user = Some("a:b".into());
        settings.secret = Some(Secret(Zeroizing::new("line\nbreak".into())));
        assert_eq!(settings.user(), Err(SettingsError::Unusable(Key::User)));
        assert_eq!(settings.secret().err(), Some(SettingsError::Unusable(Key::Secret)));
        settings.user = Some(String::new());
        settings.secret = None;
        assert_eq!(settings.user().map_err(|e| e.key().to_string()), Err("sms.user".into()));
        assert_eq!(settings.secret().err().map(|e| e.to_string()).as_deref(), Some("sms.secret_file is missing"));
    }

    #[test]
    fn secrets_do_not_print() {
        let settings = super::super::stand_in::settings(Provider::Kannel, "");
        assert!(!format!("{settings:?}").contains(super::super::stand_in::SECRET));
    }
}
