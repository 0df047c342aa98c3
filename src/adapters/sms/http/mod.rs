//! Any gateway over HTTP that the configuration describes in `[sms.http]`.
//!
//! `template` the table · `templated` makes the request · `render` fills texts in · `judge` reads the
//! answer. `presets/` holds working tables for the gateways that Swedish municipalities have.

mod judge;
#[cfg(test)]
mod presets;
mod render;
mod template;
mod templated;

use serde_json::json;
use url::Url;

use super::settings::{Settings, SettingsError, safe_url};
use render::{Fault, Renderer};
pub use template::{Auth, Class, Failure, HttpTemplate, Method, Pick, Rule};
pub(super) use templated::Templated;

/// The gateway's address: `sms.http.url`, where the user may be named, or else `sms.url`.
pub(super) fn address(settings: &Settings) -> Result<Url, SettingsError> {
    let Some(source) = settings.http.as_ref().and_then(|template| template.url.as_deref()) else {
        let plain = settings.url.as_deref().unwrap_or_default();
        // Read as an address somewhere before, the braces may be escaped by now.
        if plain.contains("{{") || plain.contains("%7B%7B") {
            return Err(Fault::new("url", "an address with {{ … }} belongs here, not in sms.url").into());
        }
        return settings.url(None);
    };
    let variables =
        if template::uses(source, "user") { json!({ "user": encoded(&settings.user()?) }) } else { json!({}) };
    safe_url(&Renderer::new().text("url", source, &variables)?)
}

/// A text as one segment of a path (RFC 3986, 2.3).
fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}

impl From<Fault> for SettingsError {
    fn from(fault: Fault) -> Self {
        Self::Template { place: fault.place, text: fault.text }
    }
}
