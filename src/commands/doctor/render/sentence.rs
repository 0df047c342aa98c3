//! The message and hint of each finding.

use jiff::{SignedDuration, Timestamp};

use crate::commands::Failure;
use crate::commands::audit::render::verify as trail;
use crate::commands::doctor::{Check, CheckName, Finding};
use crate::commands::failure::render::{self as failure, describe, reach};
use crate::commands::whoami::{CredentialSource, render as sign_in};
use crate::domain::account::Protection;
use crate::domain::secret_entry::KeyringKind;
use crate::ports::{Credit, KeyringError, ServerFault, SmsError};
use crate::text::{Message, Words};
use crate::view::number;

pub(super) struct Sentence {
    pub(super) message: String,
    /// Only where something needs attention.
    pub(super) hint: Option<String>,
    /// The server's words, for `-v`.
    pub(super) detail: Option<String>,
}

pub(super) fn sentence(check: &Check, words: &Words, now: Timestamp) -> Sentence {
    if let Finding::Misconfigured { message, hint } = &check.finding {
        return Sentence { message: message.clone(), hint: Some(hint.clone()), detail: None };
    }
    if let Finding::Failed(failure) = &check.finding {
        let text = describe(failure, words, now);
        let hint = match failure {
            // The usual hint is about identifying a caller.
            Failure::Sms(SmsError::Unreachable { .. } | SmsError::Busy { .. }) => {
                words.say(&Message::DoctorGatewayHint)
            }
            _ => text.hint,
        };
        return Sentence { message: text.message, hint: Some(hint), detail: text.detail };
    }
    let hint = hint(check).filter(|_| check.needs_attention());
    Sentence { message: message(check, words, now), hint: hint.map(|hint| words.say(&hint)), detail: None }
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
        Finding::Discovered { domain, n } => Message::DoctorDiscovered { domain, n: number(*n) },
        Finding::Listed { n } => Message::DoctorListed { n: number(*n) },
        Finding::UnknownSite { site } => Message::UnknownSite { site },
        Finding::Answers => Message::DoctorAnswers,
        Finding::NotReached(why) => return reach(why, words),
        Finding::Certificate { until, days } => {
            return words.say(&Message::DoctorCertificate { until: &words.clock(*until, now), days: *days });
        }
        Finding::CertificateUnreadable => Message::DoctorCertificateUnreadable,
        Finding::ClockOff { ahead } => return clock(*ahead, words),
        Finding::ClockRight => Message::DoctorClockRight,
        Finding::ClockUntold => Message::DoctorClockUntold,
        Finding::PdcIsFirst { server } => Message::DoctorPdcFirst { server },
        Finding::PdcIsNotFirst { server, first } => Message::DoctorPdcNotFirst { server, first },
        Finding::PdcElsewhere { name } => Message::DoctorPdcElsewhere { name },
        Finding::PdcUntold => Message::DoctorPdcUntold,
        Finding::SignedIn { user, server, source } => {
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
        Finding::NoAccount => Message::DoctorNoAccount,
        Finding::Account { account, name } => Message::DoctorAccountFound { account, name },
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
        Finding::LimitsOfOneUser { place } => Message::DoctorLimitsOfOneUser { place },
        Finding::TrailHolds { records } => Message::DoctorTrailHolds { n: *records },
        Finding::TrailBroken(fault) => return trail::fault_text(*fault, words),
        Finding::OpenIntents { n } => Message::DoctorOpenIntents { n: number(*n) },
        Finding::LogServer { server } => Message::DoctorLogServer { server },
        Finding::LogServerAway { server, why } => Message::LogServerAway { server, why },
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
        CheckName::Reach => Message::DoctorTheServer,
        CheckName::Certificate => Message::DoctorTheCertificate,
        CheckName::Clock => Message::DoctorTheClock,
        CheckName::SignIn => Message::DoctorTheSignIn,
        CheckName::Account
        | CheckName::Unlock
        | CheckName::Reset
        | CheckName::MustChange
        | CheckName::PasswordRules => Message::DoctorTheRights,
        CheckName::Controllers
        | CheckName::PdcEmulator
        | CheckName::Search
        | CheckName::OwnPassword
        | CheckName::History => Message::DoctorTheDirectory,
        CheckName::Gateway => Message::DoctorTheGateway,
        CheckName::Credentials | CheckName::Credit => Message::DoctorTheCredentials,
        CheckName::TestMessage => Message::DoctorTheTest,
        CheckName::Store | CheckName::Limits | CheckName::Trail | CheckName::OpenIntents | CheckName::LogServer => {
            Message::DoctorTheStore
        }
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
        Finding::NotReached(why) => match why {
            ServerFault::NoSuchHost => Message::DoctorNameHint,
            ServerFault::OutsideDomain { .. } => Message::UndiscoveredHint,
            ServerFault::Untrusted
            | ServerFault::WrongName { .. }
            | ServerFault::CertificateTime
            | ServerFault::Other(_) => Message::DoctorCertificateHint,
            ServerFault::Refused
            | ServerFault::TimedOut
            | ServerFault::Slow
            | ServerFault::HungUp
            | ServerFault::NoEncryption
            | ServerFault::NotLdap => Message::DoctorNetworkHint,
        },
        Finding::Certificate { .. } | Finding::CertificateUnreadable => Message::DoctorRenewHint,
        Finding::ClockOff { .. } | Finding::ClockUntold => Message::DoctorClockHint,
        Finding::PdcIsNotFirst { server, .. } => Message::DoctorPdcHint { server },
        Finding::PdcElsewhere { name } => Message::DoctorPdcHint { server: name },
        Finding::PdcUntold => Message::DirectoryReadRightsHint,
        Finding::OwnPassword { .. } => Message::DoctorOwnPasswordHint,
        Finding::Protected { why: Protection::Unknown("nTSecurityDescriptor"), .. } => {
            Message::DoctorReadAccessListHint
        }
        Finding::Protected { why: Protection::Unknown(attribute), .. } => {
            Message::DoctorProtectionUnknownHint { attribute }
        }
        Finding::Protected { .. } => Message::DoctorProtectedHint,
        Finding::MayUnlock(_) => Message::DoctorUnlockHint,
        Finding::MayReset(_) => Message::DoctorResetHint,
        Finding::MayResetUntold => Message::DoctorResetUntoldHint,
        Finding::MayRequireChange(_) => Message::DoctorDemandHint,
        Finding::RulesUnreadable { .. } => Message::DoctorRulesHint,
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
