//! `[sms]`: the gateway.

use std::path::PathBuf;
use std::time::Duration;

use url::Url;

use super::kind::{self, Word};
use super::origin::{Optional, Setting};
use super::reader::SettingsReader;

#[derive(Debug, Clone, PartialEq)]
pub struct SmsSection {
    pub provider: Optional<Provider>,
    /// For [`Provider::Http`], which it implies: a description that comes with the program.
    pub preset: Optional<Preset>,
    /// The gateway's `http` or `https` address, without a user or a secret.
    pub url: Optional<Url>,
    /// The sender. The adapter checks it.
    pub sender: Optional<String>,
    pub user: Optional<String>,
    /// A file with the secret; else the keyring.
    pub secret_file: Optional<PathBuf>,
    /// For [`Provider::Outbox`]: the folder.
    pub outbox: Optional<PathBuf>,
    /// The country of a number without a country code.
    pub default_country: Setting<Country>,
    /// Certificates to trust; else the system's.
    pub ca_file: Optional<PathBuf>,
    /// The longest wait for an answer: 1 to 60 s.
    pub timeout: Setting<Duration>,
    /// For [`Provider::Http`]: the gateway's description, or what differs from the preset's, as written. The adapter
    /// reads it.
    pub http: Optional<toml::Table>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provider {
    Kannel,
    Elks,
    Twilio,
    /// Any other over HTTP, described by a preset or in `[sms.http]`.
    Http,
    Outbox,
}

impl Provider {
    /// The providers' names in the configuration.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::WORDS.iter().map(|(name, _)| *name)
    }
}

impl Word for Provider {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("kannel", Self::Kannel),
        ("46elks", Self::Elks),
        ("twilio", Self::Twilio),
        ("http", Self::Http),
        ("outbox", Self::Outbox),
    ];
}

/// A gateway that the program has a description of. The adapter has the descriptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    GatewayApi,
    Infobip,
    Link,
    PlaySms,
    Sinch,
    SmsEagle,
    Telia,
    Vonage,
}

impl Word for Preset {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("gatewayapi", Self::GatewayApi),
        ("infobip", Self::Infobip),
        ("link", Self::Link),
        ("playsms", Self::PlaySms),
        ("sinch", Self::Sinch),
        ("smseagle", Self::SmsEagle),
        ("telia", Self::Telia),
        ("vonage", Self::Vonage),
    ];
}

impl Preset {
    /// The presets with their names.
    pub fn all() -> &'static [(&'static str, Self)] {
        Self::WORDS
    }

    /// Its name in the configuration.
    pub fn name(self) -> &'static str {
        Self::WORDS.iter().find(|(_, preset)| *preset == self).map_or("", |(name, _)| name)
    }
}

/// A country whose numbers can be parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Country {
    Se,
}

impl Word for Country {
    const WORDS: &'static [(&'static str, Self)] = &[("SE", Self::Se)];
}

impl SmsSection {
    /// The provider: the one named, or the one that a preset implies.
    pub fn provider_in_force(&self) -> Option<Provider> {
        self.provider.value().copied().or_else(|| self.preset.value().map(|_| Provider::Http))
    }

    /// The preset, where it is used: another provider has its own description.
    pub fn preset_in_force(&self) -> Option<Preset> {
        self.preset.value().copied().filter(|_| self.provider_in_force() == Some(Provider::Http))
    }

    pub(super) fn read(reader: &mut SettingsReader<'_>) -> Self {
        Self {
            provider: reader.optional("sms.provider", kind::word),
            preset: reader.optional("sms.preset", kind::word),
            url: reader.optional("sms.url", kind::http_url),
            sender: reader.optional("sms.sender", kind::line),
            user: reader.optional("sms.user", kind::line),
            secret_file: reader.optional("sms.secret_file", kind::path),
            outbox: reader.optional("sms.outbox", kind::path),
            default_country: reader.or("sms.default_country", Country::Se, kind::word),
            ca_file: reader.optional("sms.ca_file", kind::path),
            timeout: reader.or("sms.timeout_seconds", Duration::from_secs(10), kind::timeout(1..=60)),
            http: reader.optional("sms.http", kind::table),
        }
    }
}
