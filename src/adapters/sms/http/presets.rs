//! Descriptions of gateways that come with the program: `sms.preset`.
//!
//! `presets/` has a table for `[sms.http]` a gateway, with the address of its documentation.

#[cfg(test)]
mod tests;

use toml::{Table, Value};

use crate::config::{Preset, Problem};

/// Keys of a table that are rules: one of the administrator's takes the place of the preset's.
const RULES: [&str; 5] = ["success", "queued", "id", "reason", "delivery"];

/// The preset's table, with what the administrator's own table has laid over it. Tables are merged key by key; anything
/// else replaces the preset's.
///
/// # Errors
/// [`Problem::Missing`]: only the gateway's owner knows the value of this key.
pub(in super::super) fn with_preset(preset: Preset, own: Option<&Table>) -> Result<Table, Problem> {
    let mut table = text(preset).parse().unwrap_or_default();
    if let Some(own) = own {
        lay_over(&mut table, own, &RULES);
    }
    for &(path, key) in assigned(preset) {
        if table.get("json").and_then(|json| json.get(path)).is_none() {
            return Err(Problem::Missing { key });
        }
    }
    Ok(table)
}

/// The members of `json` that a gateway assigns to each customer.
fn assigned(preset: Preset) -> &'static [(&'static str, &'static str)] {
    match preset {
        Preset::Link => {
            &[("platformId", "sms.http.json.platformId"), ("platformPartnerId", "sms.http.json.platformPartnerId")]
        }
        _ => &[],
    }
}

fn lay_over(table: &mut Table, own: &Table, whole: &[&str]) {
    for (key, value) in own {
        match (table.get_mut(key), value) {
            (Some(Value::Table(under)), Value::Table(over)) if !whole.contains(&key.as_str()) => {
                lay_over(under, over, &[]);
            }
            _ => {
                table.insert(key.clone(), value.clone());
            }
        }
    }
}

fn text(preset: Preset) -> &'static str {
    match preset {
        Preset::GatewayApi => include_str!("presets/gatewayapi.toml"),
        Preset::Infobip => include_str!("presets/infobip.toml"),
        Preset::Link => include_str!("presets/link.toml"),
        Preset::PlaySms => include_str!("presets/playsms.toml"),
        Preset::Sinch => include_str!("presets/sinch.toml"),
        Preset::SmsEagle => include_str!("presets/smseagle.toml"),
        Preset::Telia => include_str!("presets/telia.toml"),
        Preset::Vonage => include_str!("presets/vonage.toml"),
    }
}
