//! The message and hint of each finding.

use jiff::{SignedDuration, Timestamp};

use crate::commands::Failure;
use crate::commands::audit::render::verify as trail;
use crate::commands::doctor::{Check, CheckName, Finding, Grant};
use crate::commands::failure::render::{self as failure, describe, reach};
use crate::commands::whoami::{CredentialSource, render as sign_in};
use crate::domain::account::Protection;
use crate::domain::secret_entry::KeyringKind;
use crate::ports::{AcceptsChanges, Credit, FileOwnership, KeyringError, ServerFault, SmsError, UnreadCertificates};
use crate::text::{Message, Words, windows_word};
use crate::view::number;

pub(super) struct Sentence {
    pub(super) message: String,
    /// Only where something needs attention.
    pub(super) hint: Option<String>,
    /// The server's words, for `-v`.
    pub(super) detail: Option<String>,
    /// The command that delegates the missing right, for the hint.
    pub(super) grant: Option<String>,
}

pub(super) fn sentence(check: &Check, words: &Words, now: Timestamp) -> Sentence {
    if let Finding::Misconfigured { message, hint } = &check.finding {
        return Sentence { message: message.clone(), hint: Some(hint.clone()), detail: None, grant: None };
    }
    if let Finding::Failed(failure) = &check.finding {
        let text = describe(failure, words, now);
        let hint = match failure {
            // The usual hint is about identifying a caller.
            Failure::Sms(SmsError::Unreachable { .. } | SmsError::Busy { .. } | SmsError::WrongAnswer { .. }) => {
                words.say(&Message::DoctorGatewayHint)
            }
            _ => text.hint,
        };
        return Sentence { message: text.message, hint: Some(hint), detail: text.detail, grant: None };
    }
    let detail = match &check.finding {
        Finding::NotReached(why) | Finding::NoSignIn(why) | Finding::LogServerAway { why, .. } => {
            why.text().map(str::to_owned)
        }
        _ => None,
    };
    let hint = hint(check).filter(|_| check.needs_attention());
    let (hint, grant) = match &check.grant {
        Some(grant) => (Some(Message::DoctorGrantHint), Some(dsacls(grant))),
        None => (hint, None),
    };
    Sentence { message: message(check, words, now), hint: hint.map(|hint| words.say(&hint)), detail, grant }
}

/// The command for the administrator, on Windows. The operators' group is for them to fill in.
fn dsacls(Grant { object, right, is_for_users }: &Grant) -> String {
    let below = if *is_for_users { " /I:S" } else { "" };
    format!("dsacls {}{below} /G {}", windows_word(object), windows_word(&format!("GROUP:{right}")))
}

fn message(check: &Check, words: &Words, now: Timestamp) -> String {
    words.say(&match &check.finding {
        Finding::Failed(_) | Finding::Misconfigured { .. } => return String::new(),
        Finding::NotBefore(first) => {
            let (what, first) = (words.say(&subject(check.name)), words.say(&subject(*first)));
            return words.say(&Message::DoctorNotBefore { what: &what, first: &first });
        }
        Finding::Settings { files, set } => {
            let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
            let (n, files) = (number(*set), names.join(", "));
            return words.say(&match names.is_empty() {
                true => Message::DoctorSettingsElsewhere { n },
                false => Message::DoctorSettingsRead { n, files: &files },
            });
        }
        Finding::Enforced { file, names } => {
            let (file, names) = (file.display().to_string(), names.join(", "));
            return words.say(&Message::DoctorEnforced { file: &file, names: &names });
        }
        Finding::Overruled { place, key, file } => {
            let file = file.display().to_string();
            return words.say(&Message::ProblemEnforced { place, key, file: &file });
        }
        Finding::PracticeSettings => Message::DoctorPractice,
        Finding::NoConfiguration { looked_for } => {
            let files: Vec<String> = looked_for.iter().map(|file| file.display().to_string()).collect();
            return words.say(&Message::DoctorNoConfiguration { files: &files.join(", ") });
        }
        Finding::Discovered { domain, n } => Message::DoctorDiscovered { domain, n: number(*n) },
        Finding::Listed { n } => Message::DoctorListed { n: number(*n) },
        Finding::UnknownSite { site } => Message::UnknownSite { site },
        Finding::Answers => Message::DoctorAnswers,
        Finding::NotReached(why) => return reach(why, words),
        Finding::NoSignIn(why) => return words.say(&Message::DoctorNoSignIn { why: &reach(why, words) }),
        Finding::Certificate { until, certificate } => {
            let (days, certificate) = (words.days(now, *until), failure::content(certificate, words));
            let until = words.clock(*until, now);
            let message = Message::DoctorCertificate { until: &until, days, certificate: &certificate };
            return words.say(&message);
        }
        Finding::PinnedCertificate(certificate) => {
            return words.say(&Message::DoctorPinned { certificate: &failure::content(certificate, words) });
        }
        Finding::CertificatesUnread(UnreadCertificates { file, numbers }) => {
            let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
            return words.say(&Message::CertificatesUnread { file, numbers: &numbers.join(", ") });
        }
        Finding::CertificateUnreadable => Message::DoctorCertificateUnreadable,
        Finding::ClockOff { ahead } => return clock(*ahead, words),
        Finding::ClockRight => Message::DoctorClockRight,
        Finding::ClockUntold => Message::DoctorClockUntold,
        Finding::NoChanges(AcceptsChanges::GlobalCatalogue) => Message::DoctorGlobalCatalogue,
        Finding::NoChanges(AcceptsChanges::ReadOnly | AcceptsChanges::Yes) => Message::DoctorReadOnly,
        Finding::PdcIsFirst { server } => Message::DoctorPdcFirst { server },
        Finding::PdcIsNotFirst { server, first } => Message::DoctorPdcNotFirst { server, first },
        Finding::PdcElsewhere { name } => Message::DoctorPdcElsewhere { name },
        Finding::PdcUntold => Message::DoctorPdcUntold,
        Finding::SignedIn { user, server, user_source, source } => {
            let user = &sign_in::user(user, *user_source, words);
            let source_text = sign_in::source(*source, now, words);
            return words.say(&match source {
                CredentialSource::Ticket { .. } => {
                    Message::DoctorSignedInByTicket { user, server, ticket: &source_text }
                }
                _ => Message::DoctorSignedIn { user, server, source: &source_text },
            });
        }
        Finding::Searched => Message::DoctorSearched,
        Finding::OwnPassword { expires: None } => Message::DoctorOwnPasswordStays,
        Finding::OwnPassword { expires: Some(expires) } => {
            return words.say(&Message::DoctorOwnPassword { when: &words.when(*expires, now) });
        }
        Finding::PolicyHints => Message::DoctorPolicyHints,
        Finding::SetThenChange => Message::DoctorSetThenChange,
        Finding::HistoryOff => Message::DoctorHistoryOff,
        Finding::ProtectedExist { n } => Message::DoctorProtectedExist { n: number(*n) },
        Finding::SupervisorsExist { n } => Message::DoctorSupervisorsExist { n: number(*n) },
        Finding::SupervisorMissing { name } => Message::DoctorSupervisorMissing { name },
        Finding::NoAccount => Message::DoctorNoAccount,
        Finding::Account { account, name, is_chosen: false } => Message::DoctorAccountFound { account, name },
        Finding::Account { account, name, is_chosen: true } => Message::DoctorAccountChosen { account, name },
        Finding::Readable { n } => Message::DoctorReadable { n: number(*n) },
        Finding::Unreadable { attributes } => {
            return words.say(&Message::DoctorUnreadable { attributes: &attributes.join(", ") });
        }
        Finding::NoSuchAttribute { attribute, .. } => Message::DoctorNoSuchAttribute { attribute },
        Finding::Protected { account, why: Protection::Unknown(attribute) } => {
            Message::DoctorProtectionUnknown { account, attribute }
        }
        Finding::Protected { account, why: Protection::OwnAccount } => Message::DoctorProtectedOwn { account },
        Finding::Protected { account, why: Protection::Supervisor } => Message::DoctorProtectedSupervisor { account },
        Finding::Protected { account, .. } => Message::DoctorProtected { account },
        Finding::MayUnlock(true) => Message::DoctorMayUnlock,
        Finding::MayUnlock(false) => Message::DoctorMayNotUnlock,
        Finding::MayReset(true) => Message::DoctorMayReset,
        Finding::MayReset(false) => Message::DoctorMayNotReset,
        Finding::MayResetUntold => Message::DoctorMayResetUntold,
        Finding::MayRequireChange(true) => Message::DoctorMayDemand,
        Finding::MayRequireChange(false) => Message::DoctorMayNotDemand,
        Finding::Rules { pso: None } => Message::DoctorRulesDomain,
        Finding::Rules { pso: Some(name) } => Message::DoctorRulesPso { name },
        Finding::RulesUnreadable { pso } => Message::DoctorRulesUnreadable { name: pso },
        Finding::GatewayAnswers { place } => Message::DoctorGatewayAnswers { place },
        Finding::GatewayUnproved { place } => Message::DoctorGatewayUnproved { place },
        Finding::GatewayFolder { place } => Message::DoctorGatewayFolder { place },
        Finding::GatewayScreen => Message::DoctorGatewayScreen,
        Finding::Known => Message::DoctorKnown,
        Finding::KnownUntold => Message::DoctorKnownUntold,
        Finding::Credit(Credit { hundredths, currency }) => {
            let minus = if *hundredths < 0 { "-" } else { "" };
            let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
            return words.say(&Message::DoctorCredit { sum: &format!("{minus}{whole}.{rest:02}"), currency });
        }
        Finding::TestSent { to, queued: false } => Message::DoctorTestSent { to },
        Finding::TestSent { to, queued: true } => Message::DoctorTestQueued { to },
        Finding::StoreReady { place } => Message::DoctorStoreReady { place },
        Finding::StoreToBeMade { place, is_older: false } => Message::DoctorStoreToBeMade { place },
        Finding::StoreToBeMade { place, is_older: true } => Message::DoctorStoreOlder { place },
        Finding::StorePrivate(FileOwnership { mode, is_own }) => {
            let mode = format!("{mode:03o}");
            let mode = mode.as_str();
            return words.say(&match is_own {
                true => Message::DoctorStoreOwn { mode },
                false => Message::DoctorStoreOfRoot { mode },
            });
        }
        Finding::LimitsOfOneUser { place } => Message::DoctorLimitsOfOneUser { place },
        Finding::TrailHolds { records } => Message::DoctorTrailHolds { n: *records },
        Finding::TrailBroken(fault) => return trail::fault_text(*fault, words),
        Finding::OpenIntents { n } => Message::DoctorOpenIntents { n: number(*n) },
        Finding::LogServer { server } => Message::DoctorLogServer { server },
        Finding::LogServerAway { server, why } => {
            return words.say(&Message::LogServerAway { server, why: &reach(why, words) });
        }
        Finding::KeyringNotNeeded => Message::DoctorKeyringNotNeeded,
        Finding::KeyringHas(KeyringKind::System) => Message::DoctorKeyringHas,
        Finding::KeyringHas(KeyringKind::Kernel) => Message::DoctorKernelKeyringHas,
        Finding::KeyringAsks(error) => {
            return words.say(&Message::KeyringAskInstead { why: &failure::keyring(error, words) });
        }
        Finding::NoTerminal => Message::DoctorNoTerminal,
        Finding::Terminal { columns: None } => Message::DoctorTerminal,
        Finding::Terminal { columns: Some(n) } => Message::DoctorTerminalWide { n: i64::from(*n) },
        Finding::Narrow { columns } => Message::DoctorNarrow { n: i64::from(*columns) },
        Finding::NotUtf8 => Message::DoctorNotUtf8,
    })
}

/// Returns what is checked, as part of a sentence.
fn subject(name: CheckName) -> Message<'static> {
    match name {
        CheckName::Settings => Message::DoctorTheSettings,
        CheckName::Reach | CheckName::Changes => Message::DoctorTheServer,
        CheckName::Certificate => Message::DoctorTheCertificate,
        CheckName::Clock => Message::DoctorTheClock,
        CheckName::SignIn => Message::DoctorTheSignIn,
        CheckName::Account
        | CheckName::Attributes
        | CheckName::Unlock
        | CheckName::Reset
        | CheckName::MustChange
        | CheckName::PasswordRules => Message::DoctorTheRights,
        CheckName::Controllers
        | CheckName::PdcEmulator
        | CheckName::Search
        | CheckName::OwnPassword
        | CheckName::History
        | CheckName::Protected
        | CheckName::Supervisors => Message::DoctorTheDirectory,
        CheckName::Gateway => Message::DoctorTheGateway,
        CheckName::Credentials | CheckName::Credit => Message::DoctorTheCredentials,
        CheckName::TestMessage => Message::DoctorTheTest,
        CheckName::Store | CheckName::StoreFiles | CheckName::Limits | CheckName::Trail | CheckName::OpenIntents => {
            Message::DoctorTheStore
        }
        CheckName::LogServer => Message::DoctorTheLogServer,
        CheckName::Keyring => Message::DoctorTheKeyring,
        CheckName::Terminal => Message::DoctorTheTerminal,
    }
}

fn clock(ahead: SignedDuration, words: &Words) -> String {
    let span = words.span(ahead.abs());
    words.say(&match ahead.is_negative() {
        true => Message::DoctorClockBehind { span: &span },
        false => Message::DoctorClockAhead { span: &span },
    })
}

fn hint(check: &Check) -> Option<Message<'_>> {
    Some(match &check.finding {
        Finding::UnknownSite { .. } => Message::DoctorSiteHint,
        Finding::NotReached(why) | Finding::NoSignIn(why) => match why {
            ServerFault::NoSuchHost => Message::DoctorNameHint,
            ServerFault::OutsideDomain { .. } => Message::UndiscoveredHint,
            ServerFault::Busy { .. } => Message::DirectoryBusyHint,
            other => failure::certificate_hint(other).unwrap_or(Message::DoctorNetworkHint),
        },
        Finding::Certificate { .. } | Finding::CertificateUnreadable => Message::DoctorRenewHint,
        Finding::CertificatesUnread(_) => Message::DoctorCertificatesUnreadHint,
        Finding::ClockOff { .. } | Finding::ClockUntold => Message::DoctorClockHint,
        Finding::NoConfiguration { .. } => Message::DoctorNoConfigurationHint,
        Finding::NoChanges(AcceptsChanges::GlobalCatalogue) => Message::DoctorGlobalCatalogueHint,
        Finding::NoChanges(_) => Message::DoctorReadOnlyHint,
        Finding::SupervisorMissing { .. } => Message::DoctorSupervisorHint,
        Finding::NoAccount => Message::DoctorNoAccountHint,
        Finding::NoSuchAttribute { key, .. } => Message::DoctorNoSuchAttributeHint { key },
        Finding::PdcIsNotFirst { server, .. } => Message::DoctorPdcHint { server },
        Finding::PdcElsewhere { name } => Message::DoctorPdcHint { server: name },
        Finding::PdcUntold => Message::DirectoryReadRightsHint,
        Finding::OwnPassword { .. } => Message::DoctorOwnPasswordHint,
        // The missing right is named on its own.
        Finding::Protected { why: Protection::Unknown(_), .. } => return None,
        Finding::Protected { .. } => Message::DoctorProtectedHint,
        Finding::MayResetUntold => Message::DoctorResetUntoldHint,
        Finding::GatewayUnproved { .. } => Message::DoctorGatewayUnprovedHint,
        Finding::Credit(_) => Message::DoctorCreditHint,
        Finding::LimitsOfOneUser { .. } => Message::DoctorLimitsHint,
        Finding::TrailBroken(_) => Message::AuditFaultHint,
        Finding::OpenIntents { .. } => Message::DoctorOpenIntentsHint,
        Finding::LogServerAway { .. } => Message::DoctorLogServerHint,
        Finding::KeyringAsks(error) => {
            let key = "directory.password_file";
            match error {
                KeyringError::Locked => Message::KeyringLockedHint { key },
                _ => Message::KeyringSlowHint { key },
            }
        }
        Finding::Narrow { .. } => Message::DoctorNarrowHint,
        Finding::NotUtf8 => Message::DoctorNotUtf8Hint,
        _ => return None,
    })
}
