//! Any gateway over HTTP that the configuration describes, with `sms.preset` or in `[sms.http]`.
//!
//! `template` is the table · `templated` makes the request · `render` fills templates in · `interpret` reads the
//! answer · `presets` tables for gateways that Swedish municipalities use.

mod delivery;
mod interpret;
mod presets;
mod render;
mod template;
mod templated;

use serde_json::json;
use url::Url;

use super::settings::GatewaySettings;
use crate::config::Problem;
pub(super) use presets::with_preset;
use render::Renderer;
pub(super) use render::TemplateError;
pub(super) use template::HttpTemplate;
pub(super) use templated::Templated;

/// The gateway's address: `sms.http.url`, where the user may be named, or else `sms.url`.
pub(super) fn address(template: &HttpTemplate, settings: &GatewaySettings) -> Result<Url, Problem> {
    let problem = |error| settings.template_problem(error);
    let Some(source) = &template.url else {
        let plain = settings.section.url.value().map_or("", Url::as_str);
        // As part of an address, braces are escaped.
        if plain.contains("{{") || plain.contains("%7B%7B") {
            let error = TemplateError::new("url", "an address with {{ … }} belongs here, not in sms.url");
            return Err(problem(error));
        }
        return settings.url(None);
    };
    let variables =
        if template::uses(source, "user") { json!({ "user": encoded(&settings.user()?) }) } else { json!({}) };
    settings.safe_url(&Renderer::new().text("url", source, &variables).map_err(problem)?)
}

/// A text as one segment of a path (RFC 3986, 2.3).
fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}
