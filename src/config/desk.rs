//! `[desk]`: the desk's details for callers.

use url::Url;

use super::kind;
use super::origin::{Optional, Setting};
use super::reader::SettingsReader;
use crate::text::DeskDetails;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    pub organisation: Optional<String>,
    /// The services that a password gives access to.
    pub services: Setting<Vec<String>>,
    /// The phone number inside the organisation.
    pub extension: Optional<String>,
    pub phone: Optional<String>,
    /// Where callers can do the same without the desk.
    pub selfservice_url: Optional<Url>,
    /// Who takes over what cannot be done from here.
    pub escalation: Optional<String>,
}

impl From<&Desk> for DeskDetails {
    fn from(desk: &Desk) -> Self {
        Self {
            organisation: desk.organisation.value().cloned(),
            phone: desk.phone.value().cloned(),
            extension: desk.extension.value().cloned(),
            services: desk.services.value.clone(),
            selfservice_url: desk.selfservice_url.value().map(spoken),
        }
    }
}

impl Desk {
    pub(super) fn read(reader: &mut SettingsReader<'_>) -> Self {
        Self {
            organisation: reader.optional("desk.organisation", kind::sms_line),
            services: reader.or("desk.services", Vec::new(), kind::list(kind::line)),
            extension: reader.optional("desk.extension", kind::line),
            phone: reader.optional("desk.phone", kind::sms_line),
            selfservice_url: reader.optional("desk.selfservice_url", kind::http_url),
            escalation: reader.optional("desk.escalation", kind::line),
        }
    }
}

/// An address without the slash that a host alone gets, as it is read out.
fn spoken(url: &Url) -> String {
    let text = url.as_str();
    text.strip_suffix('/').filter(|_| url.path() == "/" && url.query().is_none()).unwrap_or(text).to_owned()
}
