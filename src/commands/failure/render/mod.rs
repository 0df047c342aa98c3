//! Describes a failure: what failed and on what, what to do next, and the exit code. One exhaustive match, so that a new
//! failure cannot be forgotten.

mod archive;
mod bulk;
mod certificate;
mod change;
mod directory;
mod keyring;
mod sms;
mod store;
mod ticket;
mod voucher;

use jiff::Timestamp;

pub(in crate::commands) use bulk::{report, stopped_by};
pub(in crate::commands) use certificate::{content, hint as certificate_hint};
pub use directory::reach;
pub(crate) use directory::why;
pub(in crate::commands) use keyring::secret;
pub use keyring::why as keyring;

use super::{CodeRefusal, Failure, NotHelpful, SendFailure, TimeLimitFault};
use crate::domain::account::{Account, NotANumberOf, Unreachable};
use crate::domain::dead_end::DeadEnd;
use crate::domain::limits::{SendLimit, Share};
use crate::domain::query::Query;
use crate::domain::unreadable::UnreadableReason;
use crate::domain::warnings::MobileDoubt;
use crate::exit::Exit;
use crate::ports::NoAnswer;
use crate::text::{Message, Words};
use crate::view::{FailureText, candidate, dead_end, list_fault, number, phone, rule_results};

pub fn describe(failure: &Failure, words: &Words, now: Timestamp) -> FailureText {
    let kind = failure.kind();
    let say = |message: Message<'_>, hint: Message<'_>, exit| FailureText::new(kind, &message, &hint, exit, words);
    let candidates = |accounts: &[Account]| accounts.iter().map(|one| candidate::document(one, now)).collect();
    match failure {
        Failure::NoSuchAccount { query, searched_domain: None } => {
            say(Message::NoSuchAccount { query }, Message::NoSuchAccountHint, Exit::NotFound)
        }
        Failure::NoSuchAccount { query, searched_domain: Some(here) } => {
            say(Message::OtherDomain { query, here }, Message::OtherDomainHint, Exit::NotFound)
        }
        Failure::SeveralAccounts { query, accounts, unreadable, more } => {
            // A name that could be a number would match the same accounts again.
            let typed = |a: &Account| match (&a.upn, Query::parse(a.name.as_str())) {
                (Some(upn), Ok(query)) if query.phone().is_some() => upn.clone(),
                _ => a.name.to_string(),
            };
            let names: Vec<String> = accounts
                .iter()
                .map(|a| match &a.department {
                    Some(department) => format!("{} ({}, {department})", typed(a), a.display_name),
                    None => format!("{} ({})", typed(a), a.display_name),
                })
                .chain(unreadable.iter().map(|entry| match &entry.display_name {
                    Some(name) => format!("{} ({name})", entry.name_or_dn()),
                    None => entry.name_or_dn().to_owned(),
                }))
                .collect();
            let n = number(accounts.len() + unreadable.len());
            let names = names.join("; ");
            let names = names.as_str();
            let (message, hint) = match more {
                true => (Message::TooManyMatch { n, query }, Message::TooManyMatchHint { accounts: names }),
                false => (Message::SeveralAccounts { n, query }, Message::SeveralAccountsHint { accounts: names }),
            };
            FailureText { candidates: candidates(accounts), ..say(message, hint, Exit::NotFound) }
        }
        Failure::OnlySimilar { query, accounts, more } => {
            let hint = if *more { Message::SomeAreSimilarHint } else { Message::OnlySimilarHint };
            let choices = accounts.iter().map(|account| candidate::line(account, words, now)).collect();
            let text = say(Message::NoSuchAccount { query }, hint, Exit::NotFound);
            FailureText { candidates: candidates(accounts), choices, ..text }
        }
        Failure::NoSuchPersonalNumber => {
            say(Message::NoSuchPersonalNumber, Message::NoSuchPersonalNumberHint, Exit::NotFound)
        }
        Failure::AccountUnreadable(entry) => {
            let (account, dn) = (entry.name_or_dn(), entry.dn.as_str());
            let attributes = entry.attributes().join(", ");
            let attributes = attributes.as_str();
            let (message, hint) = match entry.why {
                UnreadableReason::Hidden(_) => (
                    Message::AccountUnreadable { account, attributes },
                    Message::AccountUnreadableHint { attributes, dn },
                ),
                UnreadableReason::OddName => (Message::OddUserName { account }, Message::OddUserNameHint { dn }),
            };
            say(message, hint, Exit::NotAllowed)
        }
        Failure::Protected { account, why } => change::protected(kind, account, why, words),
        Failure::WouldNotHelp { account, because } => {
            let (message, dead_end) = match because {
                NotHelpful::Disabled => (Message::UselessDisabled { account }, DeadEnd::Disabled),
                NotHelpful::AccountExpired => (Message::UselessExpired { account }, DeadEnd::AccountExpired),
                NotHelpful::SmartcardRequired => (Message::UselessSmartcard { account }, DeadEnd::SmartcardRequired),
            };
            FailureText::said(kind, words.say(&message), dead_end::advice(dead_end, words), Exit::Refused)
        }
        Failure::MayNotChange { account } => change::no_right(kind, account, words),
        Failure::AnotherReset { account, by } => change::another_reset(failure.kind(), account, by.as_ref(), words),
        Failure::MustChangeShutsOut { account } => {
            say(Message::MustChangeShutsOut { account }, Message::MustChangeShutsOutHint, Exit::Refused)
        }
        Failure::NoMobile { account, because, manager_declined } => {
            let (what, dead_end) = match because {
                Unreachable::Missing => (String::new(), DeadEnd::NoMobile),
                Unreachable::Unreadable(why) => (phone::unreadable(*why, words), DeadEnd::MobileUnreadable),
                Unreachable::NotMobile(what) => (phone::not_mobile(*what, words), DeadEnd::of_not_mobile(*what)),
            };
            let what = what.as_str();
            let message = match because {
                Unreachable::Missing => Message::NoMobile { account },
                Unreachable::Unreadable(_) => Message::MobileIsUnreadable { account, what },
                Unreachable::NotMobile(_) => Message::MobileIsNotMobile { account, what },
            };
            let otherwise = if *manager_declined { Message::NoMobileNorManagerHint } else { Message::NoMobileHint };
            let hint = format!("{} {}", dead_end::advice(dead_end, words), words.say(&otherwise));
            FailureText::said(kind, words.say(&message), hint, Exit::Refused)
        }
        Failure::NoSuchMobile { account, why, registered } => {
            let numbers = registered.join(", ");
            match why {
                NotANumberOf::None => {
                    let hint = Message::NoSuchMobileHint { numbers: &numbers };
                    say(Message::NoSuchMobile { account }, hint, Exit::Refused)
                }
                NotANumberOf::Several => {
                    say(Message::SeveralSuchMobiles { account }, Message::SeveralSuchMobilesHint, Exit::Refused)
                }
            }
        }
        Failure::NoVoucher { account, why } => voucher::describe(kind, account, *why, words),
        Failure::NoMobileForPassword { account } => {
            say(Message::NoMobileForPassword { account }, Message::NoMobileForPasswordHint, Exit::Refused)
        }
        Failure::MobileNotSettled { account, because } => {
            let (at, settled) = match because {
                MobileDoubt::ChangedLately { at, settled } => (words.when(*at, now), words.when(*settled, now)),
                MobileDoubt::ChangedSinceLockout { at } => (words.when(*at, now), String::new()),
                MobileDoubt::Unknown => (String::new(), String::new()),
            };
            let (when, settled) = (at.as_str(), settled.as_str());
            let (message, hint) = match because {
                MobileDoubt::ChangedLately { .. } => {
                    (Message::MobileNew { account, when }, Message::MobileNewHint { settled })
                }
                MobileDoubt::ChangedSinceLockout { .. } => {
                    (Message::MobileNewSinceLockout { account, when }, Message::MobileNewSinceLockoutHint)
                }
                MobileDoubt::Unknown => (Message::MobileAgeUnknown { account }, Message::MobileAgeUnknownHint),
            };
            let retry_at = match because {
                MobileDoubt::ChangedLately { settled, .. } => Some(*settled),
                MobileDoubt::ChangedSinceLockout { .. } | MobileDoubt::Unknown => None,
            };
            FailureText { retry_at, ..say(message, hint, Exit::Refused) }
        }
        Failure::NotVerified { account } => {
            say(Message::NotVerified { account }, Message::NotVerifiedHint { account }, Exit::Refused)
        }
        Failure::VerificationEnded { account } => {
            say(Message::VerificationEnded { account }, Message::VerificationEndedHint, Exit::Refused)
        }
        Failure::IdentifiedByNotAllowed => {
            say(Message::IdentifiedByNotAllowed, Message::IdentifiedByNotAllowedHint, Exit::Refused)
        }
        Failure::Code(refusal) => {
            let until = refusal.until().map(|until| words.when(until, now)).unwrap_or_default();
            let (message, hint) = code(*refusal, &until);
            let (tries_left, retry_at) = (refusal.tries_left(), refusal.until());
            FailureText { tries_left, retry_at, ..say(message, hint, Exit::Refused) }
        }
        Failure::SendLimit { account, not_yet, code_out, to_manager } => {
            let again = &words.soon(not_yet.again, now);
            let message = match not_yet.limit {
                SendLimit::Gap => Message::SendLimitGap { account },
                SendLimit::Hour(Share::Account) => Message::SendLimitHour { account },
                SendLimit::Hour(Share::Number) if *to_manager => Message::ManagerLimitHour { account },
                SendLimit::Hour(Share::Number) => Message::NumberLimitHour { account },
                SendLimit::Day(Share::Account) => Message::SendLimitDay { account },
                SendLimit::Day(Share::Number) if *to_manager => Message::ManagerLimitDay { account },
                SendLimit::Day(Share::Number) => Message::NumberLimitDay { account },
            };
            let hint = match code_out {
                true => Message::SendLimitHint { again },
                // The one that was sent is of no use.
                false => Message::CodeNotYet { again },
            };
            FailureText { retry_at: Some(not_yet.again), ..say(message, hint, Exit::Refused) }
        }
        Failure::OnlyGenerated { account } => {
            say(Message::OnlyGenerated { account }, Message::OnlyGeneratedHint { account }, Exit::Refused)
        }
        Failure::PasswordRefused(report) => {
            let rules = rule_results::broken(report, words).join("; ");
            say(Message::PasswordRefused { rules: &rules }, Message::PasswordRefusedHint, Exit::Refused)
        }
        Failure::NothingToGenerate => say(Message::NothingToGenerate, Message::NothingToGenerateHint, Exit::Usage),
        Failure::NowhereToShow => say(Message::NowhereToShow, Message::NowhereToShowHint, Exit::Unavailable),
        Failure::NotWritten(fault) => {
            let message = Message::ResultNotWritten { why: &words.fault(*fault) };
            say(message, Message::ResultNotWrittenHint, Exit::Unavailable)
        }
        Failure::NotAPassword => say(Message::NotAPassword, Message::NotAPasswordHint, Exit::Usage),
        Failure::NotACode => say(Message::NotACode, Message::NotACodeHint, Exit::Usage),
        Failure::NotANumber { typed } => say(Message::NotANumber { typed }, Message::NotANumberHint, Exit::Usage),
        Failure::NotAQuery { query } => say(Message::NotAQuery { query }, Message::NotAQueryHint, Exit::Usage),
        Failure::Bulk(refusal) => bulk::describe(failure.kind(), refusal, words, now),
        Failure::Directory(error) => directory::describe(failure.kind(), error, words),
        Failure::Change { account, error } => change::describe(failure.kind(), account, error, words),
        Failure::LockedAgain { account } => {
            say(Message::LockedAgain { account }, Message::LockedAgainHint { account }, Exit::Partly)
        }
        Failure::NotReadBack { account, password_set, error } => {
            let message = if *password_set {
                Message::ResetNotReadBack { account }
            } else {
                Message::UnlockNotReadBack { account }
            };
            let described = say(message, Message::NotReadBackHint { account }, Exit::Partly);
            FailureText { detail: Some(error.to_string()), ..described }
        }
        Failure::Sms(error) => {
            let described = sms::describe(failure.kind(), error, words);
            FailureText { retry_at: sms::retry_at(error, now), ..described }
        }
        Failure::BreachedList(error) => {
            let (path, why) = (error.path.display().to_string(), list_fault::why(&error.fault, words));
            let message = Message::BreachedListFailed { path: &path, why: &why };
            say(message, Message::BreachedListFailedHint, Exit::Unavailable)
        }
        Failure::Store(error) => store::failed(failure.kind(), error, words),
        Failure::StoreRefused { place, why } => store::refused(failure.kind(), place, why, words),
        Failure::NotRecorded { account, error } => {
            let described = say(Message::NotRecorded { account }, Message::NotRecordedHint, Exit::Partly);
            FailureText { detail: Some(error.to_string()), ..described }
        }
        Failure::NobodyKnows { account, cause } => {
            let because = describe(cause, words, now);
            let lost = words.say(&Message::GeneratedNotShown { account });
            let message = format!("{}\n{lost}", because.message);
            let another = words.say(&Message::GeneratedNotShownHint { account });
            // The other causes' hints are for a caller who has been told the password.
            let hint = match &**cause {
                Failure::NotRecorded { .. } => format!("{another} {}", because.hint),
                _ => another,
            };
            FailureText { kind: failure.kind(), message, hint, exit: Exit::Partly, ..because }
        }
        Failure::SmsUnverified => say(Message::SmsUnverified, Message::SmsUnverifiedHint, Exit::Refused),
        Failure::PasswordNotSent { account, because } => {
            let (cause, hint, detail) = match because {
                SendFailure::Sms(error) => {
                    let cause = sms::describe(failure.kind(), error, words).message;
                    (cause, Message::PasswordNotSentHint { account }, error.to_string())
                }
                // Setting another password would need the audit log as well.
                SendFailure::Trail(error) => {
                    let cause = words.say(&Message::PasswordNotSentUnrecorded { place: &error.place });
                    (cause, store::hint(error), error.text.clone())
                }
            };
            let described = say(Message::PasswordNotSent { account }, hint, Exit::Partly);
            FailureText { message: format!("{cause}\n{}", described.message), detail: Some(detail), ..described }
        }
        Failure::PasswordMayBeSent { account, host, text } => {
            let message = Message::PasswordMayBeSent { account, host };
            let described = say(message, Message::PasswordMayBeSentHint { account }, Exit::Partly);
            FailureText { detail: Some(text.clone()), ..described }
        }
        Failure::Keyring { entry, error } => keyring::describe(failure.kind(), entry, error, words),
        Failure::NoOperatorName { place } => say(Message::NoUserName { place }, Message::NoUserNameHint, Exit::Usage),
        Failure::SettingIsTable { table } => {
            say(Message::SettingIsTable { table }, Message::SettingIsTableHint { table }, Exit::Usage)
        }
        Failure::NoSuchSetting { key, meant: Some(meant) } => {
            say(Message::NoSuchSetting { key }, Message::NoSuchSettingMeant { meant }, Exit::Usage)
        }
        Failure::NoSuchSetting { key, meant: None } => {
            say(Message::NoSuchSetting { key }, Message::NoSuchSettingHint, Exit::Usage)
        }
        Failure::ConfigNotWritten { path, fault } => {
            let (file, why) = (path.display().to_string(), words.fault(*fault));
            let message = Message::ConfigNotWritten { file: &file, why: &why };
            say(message, Message::ConfigNotWrittenHint, Exit::Unavailable)
        }
        Failure::ConfigExists { path } => {
            let file = path.display().to_string();
            say(Message::ConfigAlreadyExists { file: &file }, Message::ConfigAlreadyExistsHint, Exit::Usage)
        }
        Failure::PracticeConfiguresNothing => {
            say(Message::PracticeConfiguresNothing, Message::PracticeKeepsNothingHint, Exit::Usage)
        }
        Failure::UserIsSet { place } => say(Message::UserIsSet { place }, Message::UserIsSetHint, Exit::Usage),
        Failure::PracticeKeepsNothing => {
            say(Message::PracticeKeepsNothing, Message::PracticeKeepsNothingHint, Exit::Usage)
        }
        Failure::TicketKeepsNothing => say(Message::TicketKeepsNothing, Message::TicketKeepsNothingHint, Exit::Usage),
        Failure::NotForScripts => say(Message::NotForScripts, Message::NotForScriptsHint, Exit::Usage),
        Failure::NoAnswer { why, option } => match why {
            NoAnswer::Cancelled | NoAnswer::Back | NoAnswer::Terminated => {
                say(Message::Cancelled, Message::CancelledHint, Exit::Cancelled)
            }
            NoAnswer::NoTerminal => say(Message::NoTerminal, Message::UseOptionHint { option }, Exit::Usage),
            NoAnswer::Unreadable => say(Message::TypedUnreadable, Message::UseOptionHint { option }, Exit::Usage),
            NoAnswer::NothingPiped => say(Message::NothingPiped { option }, Message::PipeHint, Exit::Usage),
            NoAnswer::MoreLines => say(Message::MoreLinesPiped { option }, Message::PipeHint, Exit::Usage),
            NoAnswer::NotText => say(Message::NotTextPiped { option }, Message::PipeHint, Exit::Usage),
        },
        Failure::NotTried { file } => {
            let file = &file.display().to_string();
            say(Message::InitCancelled { file }, Message::InitCancelledHint, Exit::Cancelled)
        }
        Failure::EndedBetweenCalls => say(Message::EndedBetweenCalls, Message::CancelledHint, Exit::Cancelled),
        Failure::NoRandomness => say(Message::NoRandomness, Message::NoRandomnessHint, Exit::Internal),
        Failure::NoResources(fault) => {
            let message = Message::NoResources { why: &words.fault(*fault) };
            say(message, Message::NoResourcesHint, Exit::Unavailable)
        }
        Failure::ClockBefore1970 => {
            let date = now.strftime("%Y-%m-%d").to_string();
            say(Message::ClockBefore1970 { date: &date }, Message::ClockBefore1970Hint, Exit::Unavailable)
        }
        Failure::TimeLimit(fault) => {
            let clock = |at| words.stamp(at, now);
            let message = match fault {
                TimeLimitFault::BeyondCalendar { option } => words.say(&Message::TimeBeyondCalendar { option }),
                TimeLimitFault::SinceInFuture { since } => {
                    words.say(&Message::SinceInFuture { since: &clock(*since), now: &clock(now) })
                }
                TimeLimitFault::SinceAfterUntil { since, until } => {
                    words.say(&Message::SinceAfterUntil { since: &clock(*since), until: &clock(*until) })
                }
            };
            FailureText { message, ..say(Message::TimeLimitHint, Message::TimeLimitHint, Exit::Usage) }
        }
        Failure::Archive { file, why } => archive::describe(failure.kind(), file, why, words),
    }
}

fn code(refusal: CodeRefusal, until: &str) -> (Message<'_>, Message<'_>) {
    match refusal {
        CodeRefusal::Wrong { left } => (Message::CodeWrong, Message::CodeWrongHint { left: left.into() }),
        CodeRefusal::ForAnotherAccount { left } => {
            (Message::CodeForAnother, Message::CodeForAnotherHint { left: left.into() })
        }
        CodeRefusal::Replaced { left } => (Message::CodeReplaced, Message::CodeReplacedHint { left: left.into() }),
        CodeRefusal::Closes { .. } => (Message::CodeCloses { until }, Message::VerificationClosedHint),
        CodeRefusal::Closed { .. } => (Message::VerificationClosed { until }, Message::VerificationClosedHint),
        CodeRefusal::Expired => (Message::CodeExpired, Message::NewCodeHint),
        CodeRefusal::Used => (Message::CodeUsed, Message::NewCodeHint),
        CodeRefusal::NoTriesLeft => (Message::CodeNoTries, Message::NewCodeHint),
        CodeRefusal::NoneSent => (Message::CodeNoneSent, Message::SendCodeHint),
        CodeRefusal::ManagerChanged => (Message::CodeManagerChanged, Message::CodeManagerChangedHint),
        CodeRefusal::NumberChanged => (Message::CodeNumberChanged, Message::CodeNumberChangedHint),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::{DirectoryError, PartialChange, StoreError, StoreFault, WriteError};
    use crate::text::Language;

    /// Nobody can be told a password that was lost, whatever else is known of the account.
    #[test]
    fn lost_password_is_replaced_and_not_tried() {
        let words = Words::new(Language::English, jiff::tz::TimeZone::UTC);
        let account = || "evaand01".to_owned();
        let silent = || WriteError::NoAnswer { server: "dc1".to_owned() };
        let states = [
            PartialChange::RandomPassword,
            PartialChange::OldOrRandom,
            PartialChange::RandomOrWanted,
            PartialChange::OldPasswordMustChange,
            PartialChange::WithoutMustChange,
        ];
        let partial = states.map(|state| WriteError::Partial { state, cause: Box::new(silent()) });
        let changes = partial.into_iter().chain([silent()]);
        let causes = changes.map(|error| Failure::Change { account: account(), error }).chain([
            Failure::LockedAgain { account: account() },
            Failure::NotReadBack { account: account(), password_set: true, error: DirectoryError::Gone },
        ]);
        let hint = "Set another password now: servicedesk reset evaand01. \
                    Until then the caller may not be able to sign in.";
        let lost = |cause| Failure::NobodyKnows { account: account(), cause: Box::new(cause) };
        for cause in causes {
            let described = describe(&lost(cause), &words, Timestamp::UNIX_EPOCH);
            assert_eq!((described.hint.as_str(), described.exit), (hint, Exit::Partly), "{}", described.message);
        }
        let error =
            StoreError { place: "state.db".to_owned(), fault: StoreFault::Unexpected, text: "disk full".to_owned() };
        let unrecorded = Failure::NotRecorded { account: account(), error };
        let described = describe(&lost(unrecorded), &words, Timestamp::UNIX_EPOCH);
        assert_eq!(described.hint, format!("{hint} {}", words.say(&Message::NotRecordedHint)));
    }
}
