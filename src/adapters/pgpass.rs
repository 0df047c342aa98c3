//! Passwords in the file where PostgreSQL's own programs look for them (its manual, 34.16, "The Password File").
//! Read only when others cannot read it.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;

use zeroize::Zeroizing;

use super::secret_file;
use crate::config::{SecretFault, check_ordinary};

/// The connection that a password is looked up for.
#[derive(Debug, Clone, Copy)]
pub struct PgpassKey<'a> {
    /// The server's name or address; `localhost` for a socket.
    pub host: &'a str,
    pub port: u16,
    pub database: &'a str,
    pub user: &'a str,
}

/// The password in the first line that fits; `None` when there is no such line, or no file.
///
/// # Errors
/// [`SecretFault`].
pub fn read(path: &Path, wanted: PgpassKey<'_>) -> Result<Option<Zeroizing<String>>, SecretFault> {
    if path.exists() {
        check_ordinary(path).map_err(SecretFault::Unreadable)?;
    }
    let text = match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        file => secret_file::text(file?)?,
    };
    Ok(text.lines().filter(|line| !line.starts_with('#')).find_map(|line| password(line, wanted)))
}

/// The password in `host:port:database:user:password`, if the first four fit. Each may be `*`.
fn password(line: &str, wanted: PgpassKey<'_>) -> Option<Zeroizing<String>> {
    let port = wanted.port.to_string();
    let mut rest = line;
    for asked in [wanted.host, &port, wanted.database, wanted.user] {
        let (field, after) = field(rest);
        if rest.len() == after.len() || !(field.as_str() == asked || field.as_str() == "*") {
            return None;
        }
        rest = after;
    }
    Some(field(rest).0).filter(|password| !password.is_empty())
}

/// The text up to the next `:`, and what follows it. A `\` escapes the next character.
fn field(text: &str) -> (Zeroizing<String>, &str) {
    let mut field = Zeroizing::new(String::with_capacity(text.len()));
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            ':' => return (field, &text[at + 1..]),
            '\\' => field.extend(characters.next().map(|(_, next)| next)),
            other => field.push(other),
        }
    }
    (field, "")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn file(text: &str, mode: u32) -> tempfile::NamedTempFile {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        std::fs::set_permissions(file.path(), std::fs::Permissions::from_mode(mode)).unwrap();
        file
    }

    fn found(text: &str) -> Option<String> {
        let wanted = PgpassKey { host: "db", port: 5432, database: "desk", user: "anna" };
        read(file(text, 0o600).path(), wanted).unwrap().map(|password| password.as_str().to_owned())
    }

    #[test]
    fn the_first_line_that_fits() {
        let text = "# db:5432:desk:anna:no\ndb:5433:desk:anna:no\ndb:*:desk:anna:yes\n*:*:*:*:later\n";
        assert_eq!(found(text).as_deref(), Some("yes"));
        assert_eq!(found("db:5432:desk:anna:a\\:b\\\\c:rest\n").as_deref(), Some("a:b\\c"));
        for nothing in ["", "db:5432:desk:anna", "db:5432:desk:anna:", "db:5432:desk:bo:x", "anna"] {
            assert_eq!(found(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn nobody_else_may_read_it() {
        let wanted = PgpassKey { host: "db", port: 5432, database: "desk", user: "anna" };
        assert!(matches!(read(file("x", 0o644).path(), wanted), Err(SecretFault::Exposed { mode: 0o644 })));
        assert!(read(Path::new("/nowhere/pgpass"), wanted).unwrap().is_none());
    }
}
