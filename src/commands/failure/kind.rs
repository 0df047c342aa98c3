//! Each failure's name, as scripts and the audit trail see it. Stable: renaming one breaks scripts.

use super::{Failure, NotHelpful, Unreachable};
use crate::commands::audit::ArchiveRefusal;
use crate::domain::limits::{SendLimit, Share};
use crate::domain::unreadable::UnreadableReason;
use crate::domain::warnings::MobileDoubt;
use crate::ports::{
    ChangeRefusal, DirectoryError, DiscoveryFault, KeyringError, NoAnswer, PartialChange, ReadOnlyKind, SmsError,
    StoreRefusal, WriteError,
};

impl Failure {
    /// The name scripts and the audit trail see. Stable.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NoSuchAccount { .. } | Self::NoSuchPersonalNumber => "no_such_account",
            Self::OnlySimilar { .. } => "only_similar",
            Self::SeveralAccounts { .. } => "several_accounts",
            Self::AccountUnreadable(entry) => match entry.why {
                UnreadableReason::Hidden(_) => "account_unreadable",
                UnreadableReason::OddName => "odd_user_name",
            },
            Self::Protected { .. } => "protected",
            Self::WouldNotHelp { because, .. } => match because {
                NotHelpful::Disabled => "account_disabled",
                NotHelpful::AccountExpired => "account_expired",
                NotHelpful::SmartcardRequired => "smartcard_required",
            },
            Self::MayNotChange { .. } => "no_right",
            Self::AnotherReset { .. } => "halfway_another_reset",
            Self::MustChangeShutsOut { .. } => "must_change_shuts_out",
            Self::NoMobileForPassword { .. } => "no_mobile",
            Self::NoMobile { because, .. } => match because {
                Unreachable::Missing => "no_mobile",
                Unreachable::Unreadable(_) => "mobile_unreadable",
                Unreachable::NotMobile(what) => what.name(),
            },
            Self::NoSuchMobile { .. } => "no_such_mobile",
            Self::MobileNotSettled { because, .. } => match because {
                MobileDoubt::ChangedSinceLockout { .. } => "mobile_changed_since_lockout",
                MobileDoubt::ChangedLately { .. } => "mobile_changed_lately",
                MobileDoubt::Unknown => "mobile_change_unknown",
            },
            Self::NotVerified { .. } => "not_verified",
            Self::IdentifiedByNotAllowed => "identified_by_not_allowed",
            Self::Code(refusal) => refusal.name(),
            Self::SendLimit { not_yet, .. } => match not_yet.limit {
                SendLimit::Gap => "send_too_soon",
                SendLimit::Hour(Share::Account) => "send_limit_hour",
                SendLimit::Hour(Share::Number) => "number_limit_hour",
                SendLimit::Day(Share::Account) => "send_limit_day",
                SendLimit::Day(Share::Number) => "number_limit_day",
            },
            Self::PasswordRefused(_) => "password_refused",
            Self::NothingToGenerate => "nothing_to_generate",
            Self::NowhereToShow => "nowhere_to_show",
            Self::NotWritten(_) => "not_written",
            Self::NotAPassword => "not_a_password",
            Self::NotACode => "not_a_code",
            Self::NotANumber { .. } => "not_a_number",
            Self::NotAQuery { .. } => "not_a_query",
            Self::Bulk(refusal) => refusal.name(),
            Self::Directory(error) => directory_kind(error),
            Self::Change { error, .. } => change_kind(error),
            Self::LockedAgain { .. } => "locked_again",
            Self::NotReadBack { .. } => "not_read_back",
            Self::Sms(error) => match error {
                SmsError::NoGateway => "no_sms_gateway",
                SmsError::Unreachable { .. } | SmsError::Untrusted { .. } => "sms_unreachable",
                SmsError::Proxy { .. } => "sms_proxy",
                SmsError::Redirected { .. } => "sms_redirected",
                SmsError::WrongAnswer { .. } => "sms_wrong_answer",
                SmsError::Busy { .. } => "sms_busy",
                SmsError::Refused { .. } => "sms_refused",
                SmsError::Unclear { .. } => "sms_unclear",
            },
            Self::BreachedList(_) => "breached_list",
            Self::Store(_) => "store",
            Self::StoreRefused { why, .. } => match why {
                StoreRefusal::Newer { .. } => "store_newer",
                StoreRefusal::NoKey { .. } => "no_desk_key",
                StoreRefusal::OtherKey { .. } => "other_desk_key",
                StoreRefusal::Exposed { .. } => "store_exposed",
                StoreRefusal::UnusableKey { .. } | StoreRefusal::KeyIsFolder { .. } => "unusable_desk_key",
            },
            Self::NotRecorded { .. } => "not_recorded",
            Self::NobodyKnows { .. } => "generated_not_shown",
            Self::SmsUnverified => "sms_unverified",
            Self::PasswordNotSent { .. } => "generated_not_sent",
            Self::PasswordMayBeSent { .. } => "generated_may_be_sent",
            Self::Keyring { error, .. } => match error {
                KeyringError::Absent => "keyring_absent",
                KeyringError::Locked => "keyring_locked",
                KeyringError::Slow => "keyring_slow",
                KeyringError::NoEntry => "not_in_keyring",
                KeyringError::Refused(_) => "keyring_refused",
            },
            Self::PracticeKeepsNothing => "practice_keeps_nothing",
            Self::TicketKeepsNothing => "ticket_keeps_nothing",
            Self::NotForScripts => "not_for_scripts",
            Self::NoAnswer { why: NoAnswer::Cancelled | NoAnswer::Back | NoAnswer::Terminated, .. }
            | Self::EndedBetweenCalls => "cancelled",
            Self::NoAnswer { .. } => "no_answer",
            Self::NoRandomness => "no_randomness",
            Self::NoResources(_) => "no_resources",
            Self::ClockBefore1970 => "clock_before_1970",
            Self::TimeLimit(_) => "time_limit",
            Self::Archive { why, .. } => match why {
                ArchiveRefusal::NoLimit => "archive_no_limit",
                ArchiveRefusal::Exists => "archive_exists",
                ArchiveRefusal::Unwritable(_) => "archive_unwritable",
                ArchiveRefusal::Unreadable(_) => "archive_unreadable",
                ArchiveRefusal::BrokenTrail { .. } => "trail_broken",
                ArchiveRefusal::NoProof(_) => "archive_no_proof",
                ArchiveRefusal::MustBeKept => "must_be_kept",
                ArchiveRefusal::OpenIntents { .. } => "open_intents",
                ArchiveRefusal::Halfway => "halfway_archive",
            },
        }
    }
}

fn directory_kind(error: &DirectoryError) -> &'static str {
    match error {
        DirectoryError::Undiscovered { why, .. } => match why {
            DiscoveryFault::NoSuchDomain { .. } => "no_such_domain",
            DiscoveryFault::NoControllers => "no_controllers",
            DiscoveryFault::NoAnswer { .. } => "dns_unreachable",
        },
        DirectoryError::Unreachable { .. } => "directory_unreachable",
        DirectoryError::SignIn { .. } => "sign_in_refused",
        DirectoryError::Ticket { fault, .. } => fault.name(),
        DirectoryError::TimedOut { .. } => "directory_silent",
        DirectoryError::Lost { .. } => "directory_lost",
        DirectoryError::NotLdap { .. } => "directory_not_ldap",
        DirectoryError::TooLarge { .. } => "directory_answer_too_large",
        DirectoryError::Refused { .. } => "directory_refused",
        DirectoryError::Busy { .. } => "directory_busy",
        DirectoryError::ReadOnly { kind: ReadOnlyKind::Controller, .. } => "read_only_controller",
        DirectoryError::ReadOnly { kind: ReadOnlyKind::GlobalCatalogue { .. }, .. } => "global_catalogue",
        DirectoryError::Malformed { .. } => "directory_malformed",
        DirectoryError::NoSuchGroup { .. } => "no_such_group",
        DirectoryError::NotASecurityGroup { .. } => "not_a_security_group",
        DirectoryError::NoSuchUnit { .. } => "no_such_unit",
        DirectoryError::Gone => "account_gone",
    }
}

fn change_kind(error: &WriteError) -> &'static str {
    match error {
        WriteError::NotSent(error) => directory_kind(error),
        WriteError::Protected(_) => "protected",
        WriteError::Refused { refusal, .. } => match refusal {
            ChangeRefusal::NoRight => "no_right",
            ChangeRefusal::History => "password_used_before",
            ChangeRefusal::Locked => "account_locked",
            ChangeRefusal::TooYoung => "password_too_young",
            ChangeRefusal::TooShort { .. } | ChangeRefusal::TooSimple | ChangeRefusal::Rules => {
                "password_refused_by_directory"
            }
            ChangeRefusal::OwnChangeDenied => "own_change_denied",
            ChangeRefusal::Gone => "account_gone",
            ChangeRefusal::Unwilling => "change_refused",
        },
        WriteError::NoAnswer { .. } => "may_have_changed",
        WriteError::Partial { state, .. } => match state {
            PartialChange::RandomPassword => "halfway_random_password",
            PartialChange::AnotherReset => "halfway_another_reset",
            PartialChange::OldOrRandom => "halfway_old_or_random",
            PartialChange::RandomOrWanted => "halfway_random_or_wanted",
            PartialChange::OldPasswordMustChange => "halfway_old_password_must_change",
            PartialChange::WithoutMustChange => "halfway_without_must_change",
        },
    }
}
