//! Each failure's name, as scripts and the audit trail see it. Stable: renaming one breaks scripts.

use super::{Failure, NotHelpful};
use crate::commands::audit::ArchiveRefusal;
use crate::domain::failure_kind::FailureKind;
use crate::domain::limits::{SendLimit, Share};
use crate::domain::unreadable::UnreadableReason;
use crate::domain::warnings::MobileDoubt;
use crate::ports::{
    ChangeRefusal, DirectoryError, DiscoveryFault, KeyringError, NoAnswer, PartialChange, ReadOnlyKind, SmsError,
    StoreRefusal, WriteError,
};

impl Failure {
    /// The name scripts and the audit trail see. Stable.
    pub fn kind(&self) -> FailureKind {
        match self {
            Self::NoSuchAccount { .. } | Self::NoSuchPersonalNumber => FailureKind::NoSuchAccount,
            Self::OnlySimilar { .. } => FailureKind::OnlySimilar,
            Self::SeveralAccounts { .. } => FailureKind::SeveralAccounts,
            Self::AccountUnreadable(entry) => match entry.why {
                UnreadableReason::Hidden(_) => FailureKind::AccountUnreadable,
                UnreadableReason::OddName => FailureKind::OddUserName,
            },
            Self::Protected { .. } => FailureKind::Protected,
            Self::WouldNotHelp { because, .. } => match because {
                NotHelpful::Disabled => FailureKind::AccountDisabled,
                NotHelpful::AccountExpired => FailureKind::AccountExpired,
                NotHelpful::SmartcardRequired => FailureKind::SmartcardRequired,
            },
            Self::MayNotChange { .. } => FailureKind::NoRight,
            Self::AnotherReset { .. } => FailureKind::HalfwayAnotherReset,
            Self::MustChangeShutsOut { .. } => FailureKind::MustChangeShutsOut,
            Self::NoMobileForPassword { .. } => FailureKind::NoMobile,
            Self::NoMobile { because, .. } => because.kind(),
            Self::NoSuchMobile { .. } => FailureKind::NoSuchMobile,
            Self::NoVoucher { why, .. } => why.kind(),
            Self::MobileNotSettled { because, .. } => match because {
                MobileDoubt::ChangedSinceLockout { .. } => FailureKind::MobileChangedSinceLockout,
                MobileDoubt::ChangedLately { .. } => FailureKind::MobileChangedLately,
                MobileDoubt::Unknown => FailureKind::MobileChangeUnknown,
            },
            Self::NotVerified { .. } | Self::VerificationEnded { .. } => FailureKind::NotVerified,
            Self::IdentifiedByNotAllowed => FailureKind::IdentifiedByNotAllowed,
            Self::Code(refusal) => refusal.kind(),
            Self::SendLimit { not_yet, .. } => match not_yet.limit {
                SendLimit::Gap => FailureKind::SendTooSoon,
                SendLimit::Hour(Share::Account) => FailureKind::SendLimitHour,
                SendLimit::Hour(Share::Number) => FailureKind::NumberLimitHour,
                SendLimit::Day(Share::Account) => FailureKind::SendLimitDay,
                SendLimit::Day(Share::Number) => FailureKind::NumberLimitDay,
            },
            Self::PasswordRefused(_) => FailureKind::PasswordRefused,
            Self::OnlyGenerated { .. } => FailureKind::OnlyGenerated,
            Self::NothingToGenerate => FailureKind::NothingToGenerate,
            Self::NowhereToShow => FailureKind::NowhereToShow,
            Self::NotWritten(_) => FailureKind::NotWritten,
            Self::NotAPassword => FailureKind::NotAPassword,
            Self::NotACode => FailureKind::NotACode,
            Self::NotANumber { .. } => FailureKind::NotANumber,
            Self::NotAQuery { .. } => FailureKind::NotAQuery,
            Self::Bulk(refusal) => refusal.kind(),
            Self::Directory(error) => directory_kind(error),
            Self::Change { error, .. } => change_kind(error),
            Self::LockedAgain { .. } => FailureKind::LockedAgain,
            Self::NotReadBack { .. } => FailureKind::NotReadBack,
            Self::Sms(error) => match error {
                SmsError::NoGateway => FailureKind::NoSmsGateway,
                SmsError::Unreachable { .. } | SmsError::Untrusted { .. } => FailureKind::SmsUnreachable,
                SmsError::Proxy { .. } => FailureKind::SmsProxy,
                SmsError::Redirected { .. } => FailureKind::SmsRedirected,
                SmsError::WrongAnswer { .. } => FailureKind::SmsWrongAnswer,
                SmsError::Busy { .. } => FailureKind::SmsBusy,
                SmsError::Refused { .. } => FailureKind::SmsRefused,
                SmsError::Unclear { .. } => FailureKind::SmsUnclear,
            },
            Self::BreachedList(_) => FailureKind::BreachedList,
            Self::Store(_) => FailureKind::Store,
            Self::StoreRefused { why, .. } => match why {
                StoreRefusal::Newer { .. } => FailureKind::StoreNewer,
                StoreRefusal::NoKey { .. } => FailureKind::NoDeskKey,
                StoreRefusal::OtherKey { .. } => FailureKind::OtherDeskKey,
                StoreRefusal::Exposed { .. } => FailureKind::StoreExposed,
                StoreRefusal::UnusableKey { .. } | StoreRefusal::KeyIsFolder { .. } => FailureKind::UnusableDeskKey,
            },
            Self::NotRecorded { .. } => FailureKind::NotRecorded,
            Self::NobodyKnows { .. } => FailureKind::GeneratedNotShown,
            Self::SmsUnverified => FailureKind::SmsUnverified,
            Self::PasswordNotSent { .. } => FailureKind::GeneratedNotSent,
            Self::PasswordMayBeSent { .. } => FailureKind::GeneratedMayBeSent,
            Self::Keyring { error, .. } => match error {
                KeyringError::Absent => FailureKind::KeyringAbsent,
                KeyringError::Locked => FailureKind::KeyringLocked,
                KeyringError::Slow => FailureKind::KeyringSlow,
                KeyringError::NoEntry => FailureKind::NotInKeyring,
                KeyringError::Refused(_) => FailureKind::KeyringRefused,
            },
            Self::NoOperatorName { .. } => FailureKind::NoUserName,
            Self::NoSuchSetting { .. } | Self::SettingIsTable { .. } => FailureKind::NoSuchSetting,
            Self::ConfigNotWritten { .. } => FailureKind::ConfigurationNotWritten,
            Self::ConfigExists { .. } => FailureKind::ConfigurationExists,
            Self::PracticeConfiguresNothing => FailureKind::PracticeConfiguresNothing,
            Self::UserIsSet { .. } => FailureKind::UserIsSet,
            Self::PracticeKeepsNothing => FailureKind::PracticeKeepsNothing,
            Self::TicketKeepsNothing => FailureKind::TicketKeepsNothing,
            Self::NotForScripts => FailureKind::NotForScripts,
            Self::NoAnswer { why: NoAnswer::Cancelled | NoAnswer::Back | NoAnswer::Terminated, .. }
            | Self::EndedBetweenCalls
            | Self::NotTried { .. } => FailureKind::Cancelled,
            Self::NoAnswer { .. } => FailureKind::NoAnswer,
            Self::NoRandomness => FailureKind::NoRandomness,
            Self::NoResources(_) => FailureKind::NoResources,
            Self::ClockBefore1970 => FailureKind::ClockBefore1970,
            Self::TimeLimit(_) => FailureKind::TimeLimit,
            Self::Archive { why, .. } => match why {
                ArchiveRefusal::NoLimit => FailureKind::ArchiveNoLimit,
                ArchiveRefusal::Exists => FailureKind::ArchiveExists,
                ArchiveRefusal::Unwritable(_) => FailureKind::ArchiveUnwritable,
                ArchiveRefusal::Unreadable(_) => FailureKind::ArchiveUnreadable,
                ArchiveRefusal::BrokenTrail { .. } => FailureKind::TrailBroken,
                ArchiveRefusal::NoProof(_) => FailureKind::ArchiveNoProof,
                ArchiveRefusal::MustBeKept => FailureKind::MustBeKept,
                ArchiveRefusal::OpenIntents { .. } => FailureKind::OpenIntents,
                ArchiveRefusal::Halfway => FailureKind::HalfwayArchive,
            },
        }
    }
}

pub(super) fn directory_kind(error: &DirectoryError) -> FailureKind {
    match error {
        DirectoryError::Undiscovered { why, .. } => match why {
            DiscoveryFault::NoSuchDomain { .. } => FailureKind::NoSuchDomain,
            DiscoveryFault::NoControllers => FailureKind::NoControllers,
            DiscoveryFault::NoAnswer { .. } => FailureKind::DnsUnreachable,
        },
        DirectoryError::Unreachable { .. } => FailureKind::DirectoryUnreachable,
        DirectoryError::SignIn { .. } => FailureKind::SignInRefused,
        DirectoryError::Ticket { fault, .. } => fault.kind(),
        DirectoryError::TimedOut { .. } => FailureKind::DirectorySilent,
        DirectoryError::Lost { .. } => FailureKind::DirectoryLost,
        DirectoryError::NotLdap { .. } => FailureKind::DirectoryNotLdap,
        DirectoryError::TooLarge { .. } => FailureKind::DirectoryAnswerTooLarge,
        DirectoryError::Refused { .. } => FailureKind::DirectoryRefused,
        DirectoryError::Busy { .. } => FailureKind::DirectoryBusy,
        DirectoryError::ReadOnly { kind: ReadOnlyKind::Controller, .. } => FailureKind::ReadOnlyController,
        DirectoryError::ReadOnly { kind: ReadOnlyKind::GlobalCatalogue { .. }, .. } => FailureKind::GlobalCatalogue,
        DirectoryError::Malformed { .. } => FailureKind::DirectoryMalformed,
        DirectoryError::NoSuchGroup { .. } => FailureKind::NoSuchGroup,
        DirectoryError::NotASecurityGroup { .. } => FailureKind::NotASecurityGroup,
        DirectoryError::NoSuchUnit { .. } => FailureKind::NoSuchUnit,
        DirectoryError::Gone => FailureKind::AccountGone,
    }
}

fn change_kind(error: &WriteError) -> FailureKind {
    match error {
        WriteError::NotSent(error) => directory_kind(error),
        WriteError::Protected(_) => FailureKind::Protected,
        WriteError::Refused { refusal, .. } => match refusal {
            ChangeRefusal::NoRight => FailureKind::NoRight,
            ChangeRefusal::History => FailureKind::PasswordUsedBefore,
            ChangeRefusal::Locked => FailureKind::AccountLocked,
            ChangeRefusal::TooYoung => FailureKind::PasswordTooYoung,
            ChangeRefusal::TooShort { .. } | ChangeRefusal::TooSimple | ChangeRefusal::Rules => {
                FailureKind::PasswordRefusedByDirectory
            }
            ChangeRefusal::OwnChangeDenied => FailureKind::OwnChangeDenied,
            ChangeRefusal::Gone => FailureKind::AccountGone,
            ChangeRefusal::Unwilling => FailureKind::ChangeRefused,
        },
        WriteError::NoAnswer { .. } => FailureKind::MayHaveChanged,
        WriteError::Partial { state, .. } => match state {
            PartialChange::RandomPassword => FailureKind::HalfwayRandomPassword,
            PartialChange::AnotherReset => FailureKind::HalfwayAnotherReset,
            PartialChange::OldOrRandom => FailureKind::HalfwayOldOrRandom,
            PartialChange::RandomOrWanted => FailureKind::HalfwayRandomOrWanted,
            PartialChange::OldPasswordMustChange => FailureKind::HalfwayOldPasswordMustChange,
            PartialChange::WithoutMustChange => FailureKind::HalfwayWithoutMustChange,
        },
    }
}
