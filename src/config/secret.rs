//! Which names stand for secrets: their values are not shown, and not taken from where they do not belong.

/// Parts of such names, as they are seen in the configurations of other programs.
const SECRETS: [&str; 9] =
    ["password", "passwd", "lösenord", "secret", "token", "credential", "api_key", "apikey", "private_key"];

/// Passwords that everybody knows are no secret, and a list of them is no place for one.
const PUBLIC: &str = "breached_passwords";

/// Whether the last word of a key says that its value is a secret, or where one is.
pub(super) fn looks_secret(key: &str) -> bool {
    let name = key.rsplit('.').next().unwrap_or(key).to_lowercase();
    !name.starts_with(PUBLIC) && SECRETS.iter().any(|secret| name.contains(secret))
}
