//! What may have been done in spite of a failure. The one answer to that: the step in the audit log, whether the owner is
//! told, and which of two failures is reported come from it, and the exit code agrees with it.

use super::Failure;
use crate::commands::audit::ArchiveRefusal;
use crate::commands::bulk::Refusal as BulkRefusal;
use crate::ports::{PartialChange, SmsError, WriteError};

/// What a failure left behind in the directory, at the SMS gateway or in the audit log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::commands) enum Effect {
    Nothing,
    /// Not what was asked, but a step towards it: the old password is in force.
    StepOnly,
    /// It was asked for, and may have been done.
    Possible,
    Done,
}

impl Failure {
    /// What may have been done. A failure that cannot tell is [`Effect::Possible`].
    pub(in crate::commands) fn effect(&self) -> Effect {
        match self {
            Self::Change { error, .. } => of_write(error),
            Self::NobodyKnows { cause, .. } => cause.effect(),
            Self::LockedAgain { .. }
            | Self::NotReadBack { .. }
            | Self::NotRecorded { .. }
            | Self::AnotherReset { .. }
            | Self::PasswordNotSent { .. }
            | Self::PasswordMayBeSent { .. } => Effect::Done,
            Self::Sms(error) => match error {
                SmsError::Unclear { .. } => Effect::Possible,
                SmsError::NoGateway
                | SmsError::Unreachable { .. }
                | SmsError::Untrusted { .. }
                | SmsError::Proxy { .. }
                | SmsError::Redirected { .. }
                | SmsError::WrongAnswer { .. }
                | SmsError::Busy { .. }
                | SmsError::Refused { .. } => Effect::Nothing,
            },
            Self::Bulk(refusal) => match refusal {
                BulkRefusal::CutShort => Effect::Possible,
                BulkRefusal::Input { .. }
                | BulkRefusal::NoReason
                | BulkRefusal::OnlyForMany { .. }
                | BulkRefusal::OnlyForOne { .. }
                | BulkRefusal::TooMany { .. }
                | BulkRefusal::Spray(_)
                | BulkRefusal::Report(_) => Effect::Nothing,
            },
            Self::Archive { why, .. } => match why {
                ArchiveRefusal::Halfway => Effect::Done,
                ArchiveRefusal::NoLimit
                | ArchiveRefusal::Exists
                | ArchiveRefusal::Unwritable(_)
                | ArchiveRefusal::Unreadable(_)
                | ArchiveRefusal::BrokenTrail { .. }
                | ArchiveRefusal::NoProof(_)
                | ArchiveRefusal::MustBeKept
                | ArchiveRefusal::OpenIntents { .. } => Effect::Nothing,
            },
            Self::NoSuchAccount { .. }
            | Self::SeveralAccounts { .. }
            | Self::OnlySimilar { .. }
            | Self::NoSuchPersonalNumber
            | Self::AccountUnreadable(_)
            | Self::Protected { .. }
            | Self::WouldNotHelp { .. }
            | Self::MayNotChange { .. }
            | Self::MustChangeShutsOut { .. }
            | Self::NoMobile { .. }
            | Self::NoSuchMobile { .. }
            | Self::NoMobileForPassword { .. }
            | Self::NoVoucher { .. }
            | Self::MobileNotSettled { .. }
            | Self::NotVerified { .. }
            | Self::VerificationEnded { .. }
            | Self::IdentifiedByNotAllowed
            | Self::Code(_)
            | Self::SendLimit { .. }
            | Self::PasswordRefused(_)
            | Self::OnlyGenerated { .. }
            | Self::NothingToGenerate
            | Self::NowhereToShow
            | Self::NotWritten(_)
            | Self::NotAPassword
            | Self::NotACode
            | Self::NotANumber { .. }
            | Self::NotAQuery { .. }
            | Self::Directory(_)
            | Self::BreachedList(_)
            | Self::Store(_)
            | Self::StoreRefused { .. }
            | Self::SmsUnverified
            | Self::Keyring { .. }
            | Self::NoOperatorName { .. }
            | Self::NoSuchSetting { .. }
            | Self::SettingIsTable { .. }
            | Self::ConfigNotWritten { .. }
            | Self::ConfigExists { .. }
            | Self::PracticeConfiguresNothing
            | Self::UserIsSet { .. }
            | Self::PracticeKeepsNothing
            | Self::TicketKeepsNothing
            | Self::NotForScripts
            | Self::NoAnswer { .. }
            | Self::EndedBetweenCalls
            | Self::NotTried { .. }
            | Self::NoRandomness
            | Self::NoResources(_)
            | Self::ClockBefore1970
            | Self::TimeLimit(_) => Effect::Nothing,
        }
    }

    /// Whether something was done, or may have been.
    pub(in crate::commands) fn left_something(&self) -> bool {
        self.effect() != Effect::Nothing
    }
}

fn of_write(error: &WriteError) -> Effect {
    match error {
        WriteError::NotSent(_) | WriteError::Protected(_) | WriteError::Refused { .. } => Effect::Nothing,
        WriteError::NoAnswer { .. } => Effect::Possible,
        WriteError::Partial { state, .. } => match state {
            PartialChange::RandomPassword
            | PartialChange::AnotherReset
            | PartialChange::RandomOrWanted
            | PartialChange::WithoutMustChange => Effect::Done,
            PartialChange::OldOrRandom => Effect::Possible,
            PartialChange::OldPasswordMustChange => Effect::StepOnly,
        },
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::tz::TimeZone;

    use super::*;
    use crate::commands::failure::{SendFailure, render};
    use crate::domain::account::Protection;
    use crate::exit::Exit;
    use crate::ports::{ChangeRefusal, DirectoryError, SmsRefusal, StoreError, StoreFault};
    use crate::text::{Language, Words};

    fn name() -> String {
        "evaand01".to_owned()
    }

    fn store() -> StoreError {
        StoreError { place: "state.db".to_owned(), fault: StoreFault::Unexpected, text: String::new() }
    }

    /// Failures of everything that leaves something behind, and of what comes close to it.
    fn failures() -> Vec<Failure> {
        let host = || "sms.contoso.example".to_owned();
        let no_answer = || WriteError::NoAnswer { server: "dc1".to_owned() };
        let states = [
            PartialChange::RandomPassword,
            PartialChange::AnotherReset,
            PartialChange::OldOrRandom,
            PartialChange::RandomOrWanted,
            PartialChange::OldPasswordMustChange,
            PartialChange::WithoutMustChange,
        ];
        let partial = states.map(|state| WriteError::Partial { state, cause: Box::new(no_answer()) });
        let refused = |refusal| WriteError::Refused { server: "dc1".to_owned(), refusal, code: 53, text: name() };
        let changes = partial.into_iter().chain([
            no_answer(),
            WriteError::NotSent(DirectoryError::TimedOut { server: "dc1".to_owned() }),
            WriteError::Protected(Protection::OwnAccount),
            refused(ChangeRefusal::History),
            refused(ChangeRefusal::NoRight),
            refused(ChangeRefusal::Unwilling),
        ]);
        let messages = [
            SmsError::Unclear { host: host(), text: name(), redirect: None },
            SmsError::Unclear { host: host(), text: name(), redirect: Some(host()) },
            SmsError::NoGateway,
            SmsError::Unreachable { host: host(), text: name() },
            SmsError::Proxy { host: host(), proxy: host(), text: name() },
            SmsError::Redirected { host: host(), to: host() },
            SmsError::WrongAnswer { host: host(), status: 404 },
            SmsError::Busy { host: host(), status: 503, wait: None },
            SmsError::Refused { host: host(), refusal: SmsRefusal::Other, status: 400, text: name() },
        ];
        let archives = [ArchiveRefusal::Halfway, ArchiveRefusal::MustBeKept, ArchiveRefusal::OpenIntents { n: 1 }];
        let failures = changes.map(|error| Failure::Change { account: name(), error }).chain([
            Failure::NobodyKnows { account: name(), cause: Box::new(Failure::LockedAgain { account: name() }) },
            Failure::LockedAgain { account: name() },
            Failure::NotReadBack { account: name(), password_set: false, error: DirectoryError::Gone },
            Failure::NotRecorded { account: name(), error: store() },
            Failure::AnotherReset { account: name(), by: None },
            Failure::PasswordNotSent { account: name(), because: SendFailure::Trail(store()) },
            Failure::PasswordMayBeSent { account: name(), host: host(), text: name() },
            Failure::Bulk(BulkRefusal::CutShort),
            Failure::Bulk(BulkRefusal::NoReason),
            Failure::Directory(DirectoryError::Gone),
            Failure::Store(store()),
            Failure::OnlyGenerated { account: name() },
            Failure::VerificationEnded { account: name() },
        ]);
        let archives = archives.map(|why| Failure::Archive { file: "records.jsonl".into(), why });
        failures.chain(messages.map(Failure::Sms)).chain(archives).collect()
    }

    #[test]
    fn exit_code_says_whether_something_may_have_been_done() {
        let words = Words::new(Language::English, TimeZone::UTC);
        for failure in failures() {
            let exit = render::describe(&failure, &words, Timestamp::UNIX_EPOCH).exit;
            assert_eq!(exit == Exit::Partly, failure.left_something(), "{failure:?}");
        }
    }
}
