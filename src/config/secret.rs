//! Names that stand for secrets, whose values are never shown.

/// Parts of such names, as other programs' configurations have them.
const SECRETS: [&str; 9] =
    ["password", "passwd", "lösenord", "secret", "token", "credential", "api_key", "apikey", "private_key"];

/// A list of leaked passwords is no secret.
const PUBLIC: &str = "breached_passwords";

/// Whether the last part of a key says that its value is a secret, or a secret's place.
pub(super) fn looks_secret(key: &str) -> bool {
    let name = key.rsplit('.').next().unwrap_or(key).to_lowercase();
    !name.starts_with(PUBLIC) && SECRETS.iter().any(|secret| name.contains(secret))
}
