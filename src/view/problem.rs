//! Configuration problems as text: file, line, key, the value found and the one expected.

use super::{FailureText, list_fault, number};
use crate::config::{
    CaFault, Expected, Fault, Form, Found, Origin, Overruled, Problem, Problems, ReadFault, SecretFault, Unfit,
    environment_name,
};
use crate::domain::failure_kind::FailureKind;
use crate::domain::policy::banned::{NotATerm, WordsFault};
use crate::exit::Exit;
use crate::text::{Message, Words};

/// All problems, as one failure.
pub fn misconfigured(problems: &Problems, words: &Words) -> FailureText {
    let sentences: Vec<String> = problems.0.iter().map(|problem| sentence(problem, words)).collect();
    if let Some(fault) = problems.0.iter().filter_map(Problem::system_fault).find(|fault| fault.is_of_computer()) {
        let message = Message::NoResources { why: &words.fault(fault) };
        return FailureText::new(
            FailureKind::NoResources,
            &message,
            &Message::NoResourcesHint,
            Exit::Unavailable,
            words,
        );
    }
    FailureText::said(FailureKind::Configuration, sentences.join("\n"), words.say(&Message::SetupHint), Exit::Usage)
}

/// The warning about a setting that an enforced one overrules.
pub fn overruled(Overruled { key, origin, file }: &Overruled, words: &Words) -> String {
    let (place, file) = (origin.to_string(), file.display().to_string());
    words.say(&Message::ProblemEnforced { place: &place, key, file: &file })
}

fn sentence(problem: &Problem, words: &Words) -> String {
    match problem {
        Problem::Unreadable { path, why, named_by } => {
            let path = path.display().to_string();
            let why = unreadable(*why, words);
            let sentence = words.say(&Message::ProblemUnreadable { path: &path, why: &why });
            match named_by {
                Some(origin) => words.say(&Message::ProblemNamedBy { problem: &sentence, origin: &origin.to_string() }),
                None => sentence,
            }
        }
        Problem::Syntax { path, line, column, message } => {
            let place = format!("{}:{line}:{column}", path.display());
            words.say(&Message::ProblemSyntax { place: &place, message })
        }
        Problem::Key { key, origin, fault } => at_key(key, origin, fault, words),
        Problem::Missing { key } => words.say(&Message::ProblemMissing { key, variable: &environment_name(key) }),
        Problem::SecretFile { key, origin, path, fault } => {
            let (place, path) = (origin.to_string(), path.display().to_string());
            let (place, path) = (place.as_str(), path.as_str());
            match fault {
                SecretFault::Exposed { mode } => {
                    let mode = format!("{mode:03o}");
                    words.say(&Message::ProblemSecretExposed { place, key, path, mode: &mode })
                }
                SecretFault::Empty => words.say(&Message::ProblemSecretEmpty { place, key, path }),
                SecretFault::SeveralLines => words.say(&Message::ProblemSecretLines { place, key, path }),
                SecretFault::ControlCharacter => words.say(&Message::ProblemSecretControl { place, key, path }),
                SecretFault::NotText => words.say(&Message::ProblemSecretNotText { place, key, path }),
                SecretFault::Unreadable(fault) => {
                    let why = &words.fault(*fault);
                    words.say(&Message::ProblemSecretUnreadable { place, key, path, why })
                }
            }
        }
        Problem::BreachedList { key, origin, path, fault } => {
            let (place, path) = (origin.to_string(), path.display().to_string());
            let why = list_fault::why(fault, words);
            words.say(&Message::ProblemBreachedList { place: &place, key, path: &path, why: &why })
        }
        Problem::WordsFile { key, origin, path, fault } => {
            let (place, path) = (origin.to_string(), path.display().to_string());
            let why = unusable_words(fault, words);
            words.say(&Message::ProblemWords { place: &place, key, path: &path, why: &why })
        }
        Problem::CaFile { key, origin, path, fault } => {
            let (place, path) = (origin.to_string(), path.display().to_string());
            let why = unusable_authorities(fault, words);
            words.say(&Message::ProblemWords { place: &place, key, path: &path, why: &why })
        }
        Problem::NoStateFolder => words.say(&Message::NoStateFolder),
    }
}

fn at_key(key: &str, origin: &Origin, fault: &Fault, words: &Words) -> String {
    let place = origin.to_string();
    let place = place.as_str();
    // For a variable, name the variable to use.
    let name = |key: &str| match origin {
        Origin::Environment { .. } => environment_name(key),
        _ => key.to_owned(),
    };
    match fault {
        Fault::Unknown { meant } => {
            let problem = words.say(&Message::ProblemUnknown { place, key });
            match meant {
                Some(meant) => words.say(&Message::ProblemMeant { problem: &problem, meant: &name(meant) }),
                None => problem,
            }
        }
        Fault::Secret { instead } => {
            let problem = words.say(&Message::ProblemSecret { place, key });
            match instead {
                Some(instead) => words.say(&Message::ProblemUseInstead { problem: &problem, instead: &name(instead) }),
                None => problem,
            }
        }
        Fault::Invalid { found, expected } => words.say(&Message::ProblemInvalid {
            place,
            key,
            found: &describe(found, words),
            expected: &wanted(expected, words),
        }),
        Fault::Enforced { file } => {
            words.say(&Message::ProblemEnforced { place, key, file: &file.display().to_string() })
        }
        Fault::Unfit(unfit) => {
            let why = words.say(&match unfit {
                Unfit::NeedsHttps => Message::UnfitHttps,
                Unfit::Sender => Message::UnfitSender,
                Unfit::NoRoom { least, most } => {
                    Message::UnfitNoRoom { least: i64::from(*least), most: i64::from(*most) }
                }
                Unfit::NeverNew => Message::UnfitNeverNew,
                Unfit::NoLog => Message::UnfitNoLog,
                Unfit::StoreTls => Message::UnfitStoreTls,
                Unfit::StoreOption { name } => Message::UnfitStoreOption { name },
                Unfit::NoKerberos => Message::UnfitNoKerberos,
                Unfit::KerberosAddress => Message::UnfitKerberosAddress,
                Unfit::Port { address, port, is_tls_port: true, right } => {
                    Message::UnfitTlsPort { address, port: i64::from(*port), right }
                }
                Unfit::Port { address, port, is_tls_port: false, right } => {
                    Message::UnfitPlainPort { address, port: i64::from(*port), right }
                }
                Unfit::BesideKerberos => Message::UnfitBesideKerberos,
                Unfit::BesidePin => Message::UnfitBesidePin,
                Unfit::Other(why) => Message::UnfitOther { why },
            });
            words.say(&Message::ProblemUnfit { place, key, why: &why })
        }
    }
}

fn unreadable(why: ReadFault, words: &Words) -> String {
    match why {
        ReadFault::System(fault) => words.fault(fault),
        ReadFault::TooLarge => words.say(&Message::ProblemTooLarge),
        ReadFault::NotUtf8 { line } => words.say(&Message::ProblemNotUtf8 { line: number(line) }),
    }
}

fn unusable_words(fault: &WordsFault, words: &Words) -> String {
    words.say(&match fault {
        WordsFault::Unreadable(fault) => return words.fault(*fault),
        WordsFault::TooLarge => Message::WordsTooLarge,
        WordsFault::NotText { line } => Message::WordsNotText { line: number(*line) },
        WordsFault::NotATerm { line, why } => {
            let line = number(*line);
            match why {
                NotATerm::TooShort => Message::WordsTooShort { line },
                NotATerm::TooLong => Message::WordsTooLong { line },
                NotATerm::ControlCharacter => Message::WordsControl { line },
            }
        }
    })
}

fn unusable_authorities(fault: &CaFault, words: &Words) -> String {
    words.say(&match fault {
        CaFault::Unreadable(fault) => return words.fault(*fault),
        CaFault::TooLarge => Message::CaTooLarge,
        CaFault::NoCertificate => Message::CaNoCertificate,
        CaFault::PrivateKey => Message::CaPrivateKey,
        CaFault::Request => Message::CaRequest,
        CaFault::Pkcs12 => Message::CaPkcs12,
        CaFault::Damaged { number: n } => Message::CaDamaged { n: number(*n) },
    })
}

fn describe(found: &Found, words: &Words) -> String {
    let form = words.say(&match found.form {
        Form::Text => Message::FormText,
        Form::Integer => Message::FormInteger,
        Form::Float => Message::FormFloat,
        Form::Boolean => Message::FormBoolean,
        Form::Time => Message::FormTime,
        Form::List => Message::FormList,
        Form::Table => Message::FormTable,
    });
    match &found.shown {
        Some(shown) => words.say(&Message::FormShown { form: &form, shown }),
        None => form,
    }
}

fn wanted(expected: &Expected, words: &Words) -> String {
    words.say(&match expected {
        Expected::Text => Message::WantText,
        Expected::Line => Message::WantLine,
        Expected::SmsLine => Message::WantSmsLine,
        Expected::Utf8 => Message::WantUtf8,
        Expected::Boolean => Message::WantBoolean,
        Expected::Integer { min, max } => Message::WantInteger { min: (*min).into(), max: (*max).into() },
        Expected::OneOf(choices) => return words.say(&Message::WantOneOf { words: &choices.join(", ") }),
        Expected::List => Message::WantList,
        Expected::SomeList => Message::WantSomeList,
        Expected::Table => Message::WantTable,
        Expected::SmallerNumber => Message::WantSmaller,
        Expected::Path => Message::WantPath,
        Expected::Server => Message::WantServer,
        Expected::Syslog => Message::WantSyslog,
        Expected::HttpUrl => Message::WantHttp,
        Expected::PostgresUrl => Message::WantPostgres,
        Expected::HostName => Message::WantHost,
        Expected::DistinguishedName => Message::WantDn,
        Expected::OperatorName => Message::WantOperatorName,
        Expected::Fingerprint => Message::WantFingerprint,
        Expected::AttributeName => Message::WantAttribute,
    })
}
