//! Faults of the list of leaked passwords: the end of a sentence that begins with its path.

use crate::domain::breached::ListFault;
use crate::text::{Message, Words};

pub(crate) fn why(fault: &ListFault, words: &Words) -> String {
    match fault {
        ListFault::Unreadable(fault) => words.say(&Message::ListUnreadable { why: &words.fault(*fault) }),
        ListFault::NotAFile => words.say(&Message::ListNotAFile),
        ListFault::Empty => words.say(&Message::ListEmpty),
        ListFault::Compressed => words.say(&Message::ListCompressed),
        ListFault::NotAList => words.say(&Message::ListNotAList),
        ListFault::Malformed { at } => words.say(&Message::ListMalformed { at: &at.to_string() }),
        ListFault::NotOrdered { at } => words.say(&Message::ListNotOrdered { at: &at.to_string() }),
        ListFault::Incomplete => words.say(&Message::ListIncomplete),
        ListFault::Hole => words.say(&Message::ListHole),
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;
    use std::path::Path;

    use insta::assert_snapshot;
    use jiff::Timestamp;
    use jiff::tz::TimeZone;

    use super::*;
    use crate::commands::{Failure, describe};
    use crate::config::{Origin, Problem, Problems};
    use crate::domain::system_fault::SystemFault;
    use crate::ports::BreachedError;
    use crate::text::Language;
    use crate::view::{FailureText, misconfigured};

    const LANGUAGES: [Language; 2] = [Language::Swedish, Language::English];

    fn every_fault() -> Vec<ListFault> {
        vec![
            ListFault::Unreadable(SystemFault::NoRight),
            ListFault::NotAFile,
            ListFault::Empty,
            ListFault::Compressed,
            ListFault::NotAList,
            ListFault::Malformed { at: 28_869_235_712 },
            ListFault::NotOrdered { at: 50 },
            ListFault::Incomplete,
            ListFault::Hole,
        ]
    }

    fn shown(text: &FailureText) -> String {
        format!("{}\n{}\n{} {:?}", text.message, text.hint, text.kind.name(), text.exit)
    }

    #[test]
    fn in_the_configuration() {
        let path = Path::new("/srv/pwnedpasswords.txt").to_owned();
        let problems = Problems(
            every_fault()
                .into_iter()
                .map(|fault| Problem::BreachedList {
                    key: "password_policy.breached_passwords_file",
                    origin: Origin::File { path: "/etc/config.toml".into(), line: 7 },
                    path: path.clone(),
                    fault,
                })
                .collect(),
        );
        let mut seen = String::new();
        for language in LANGUAGES {
            let text = misconfigured(&problems, &Words::new(language, TimeZone::UTC));
            writeln!(seen, "{}", shown(&text)).unwrap();
        }
        assert_snapshot!(seen, @"
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt går inte att läsa: du har inte behörighet.
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt är ingen fil.
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt är tom.
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt är komprimerad; packa upp den först.
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt börjar inte med en SHA-1- eller NTLM-hash, som listan från Have I Been Pwned gör.
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt är skadad vid byte 28869235712: där står ingen rad HASH:ANTAL; hämta den på nytt.
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt är inte ordnad efter hash (vid byte 50); hämta den som är det.
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt är inte hel: början eller slutet saknas; hämta den på nytt.
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt är inte hel: en del i mitten saknas; hämta den på nytt.
        Rätta det som står ovan och kör igen. Inget är ändrat.
        configuration Usage
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt cannot be read: permission is denied.
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt is not a file.
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt is empty.
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt is compressed; unpack it first.
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt does not begin with a SHA-1 or NTLM hash, as the list of Have I Been Pwned does.
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt is damaged at byte 28869235712: there should be a line HASH:COUNT; download it again.
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt is not ordered by hash (at byte 50); download the one that is.
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt is incomplete: its beginning or its end is missing; download it again.
        /etc/config.toml:7: password_policy.breached_passwords_file: /srv/pwnedpasswords.txt is incomplete: a part in the middle is missing; download it again.
        Correct the errors above and run again. Nothing has changed.
        configuration Usage
        ");
    }

    #[test]
    fn while_a_password_is_checked() {
        let mut seen = String::new();
        for language in LANGUAGES {
            let error = BreachedError {
                path: "/srv/pwnedpasswords.txt".into(),
                fault: ListFault::Unreadable(SystemFault::Device),
            };
            let text = describe(&Failure::from(error), &Words::new(language, TimeZone::UTC), Timestamp::UNIX_EPOCH);
            writeln!(seen, "{}", shown(&text)).unwrap();
        }
        assert_snapshot!(seen, @"
        Det går inte att se om lösenordet är läckt: listan /srv/pwnedpasswords.txt går inte att läsa: disken eller nätverksenheten ger fel. Inget är ändrat.
        Försök igen. Går det inte, säg till den som sköter programmet (password_policy.breached_passwords_file).
        breached_list Unavailable
        Could not check whether the password has leaked: the list /srv/pwnedpasswords.txt cannot be read: the disk or the network drive reports an error. Nothing has changed.
        Try again; if that fails, tell the administrator of servicedesk (password_policy.breached_passwords_file).
        breached_list Unavailable
        ");
    }
}
