//! Describes a failure: what failed and on what, what to do next, and the exit code. One exhaustive match, so that a new
//! failure cannot be forgotten.

mod archive;
mod bulk;
mod certificate;
mod change;
mod code;
mod directory;
mod keyring;
mod matches;
mod mobile;
mod password;
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

use super::{Failure, TimeLimitFault};
use crate::exit::Exit;
use crate::ports::NoAnswer;
use crate::text::{Message, Words};
use crate::view::{FailureText, list_fault, rule_results};

pub fn describe(failure: &Failure, words: &Words, now: Timestamp) -> FailureText {
    let kind = failure.kind();
    let say = |message: Message<'_>, hint: Message<'_>, exit| FailureText::new(kind, &message, &hint, exit, words);
    match failure {
        Failure::NoSuchAccount { query, searched_domain: None } => {
            say(Message::NoSuchAccount { query }, Message::NoSuchAccountHint, Exit::NotFound)
        }
        Failure::NoSuchAccount { query, searched_domain: Some(here) } => {
            say(Message::OtherDomain { query, here }, Message::OtherDomainHint, Exit::NotFound)
        }
        Failure::SeveralAccounts { query, accounts, unreadable, more } => {
            matches::several(kind, query, accounts, unreadable, *more, words, now)
        }
        Failure::OnlySimilar { query, accounts, more } => matches::similar(kind, query, accounts, *more, words, now),
        Failure::NoSuchPersonalNumber => {
            say(Message::NoSuchPersonalNumber, Message::NoSuchPersonalNumberHint, Exit::NotFound)
        }
        Failure::AccountUnreadable(entry) => matches::unreadable(kind, entry, words),
        Failure::Protected { account, why } => change::protected(kind, account, why, words),
        Failure::WouldNotHelp { account, because } => change::would_not_help(kind, account, *because, words),
        Failure::MayNotChange { account } => change::no_right(kind, account, words),
        Failure::AnotherReset { account, by } => change::another_reset(kind, account, by.as_ref(), words),
        Failure::MustChangeShutsOut { account } => {
            say(Message::MustChangeShutsOut { account }, Message::MustChangeShutsOutHint, Exit::Refused)
        }
        Failure::NoMobile { account, because, manager_declined } => {
            mobile::none(kind, account, *because, *manager_declined, words)
        }
        Failure::NoSuchMobile { account, why, registered } => mobile::no_such(kind, account, *why, registered, words),
        Failure::NoVoucher { account, why } => voucher::describe(kind, account, *why, words),
        Failure::NoMobileForPassword { account } => {
            say(Message::NoMobileForPassword { account }, Message::NoMobileForPasswordHint, Exit::Refused)
        }
        Failure::MobileNotSettled { account, because } => mobile::not_settled(kind, account, because, words, now),
        Failure::NotVerified { account } => {
            say(Message::NotVerified { account }, Message::NotVerifiedHint { account }, Exit::Refused)
        }
        Failure::VerificationEnded { account } => {
            say(Message::VerificationEnded { account }, Message::VerificationEndedHint, Exit::Refused)
        }
        Failure::IdentifiedByNotAllowed => {
            say(Message::IdentifiedByNotAllowed, Message::IdentifiedByNotAllowedHint, Exit::Refused)
        }
        Failure::Code(refusal) => code::describe(kind, *refusal, words, now),
        Failure::SendLimit { account, not_yet, code_out, to_manager } => {
            code::send_limit(kind, account, not_yet, *code_out, *to_manager, words, now)
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
        Failure::Bulk(refusal) => bulk::describe(kind, refusal, words, now),
        Failure::Directory(error) => directory::describe(kind, error, words),
        Failure::Change { account, error } => change::describe(kind, account, error, words),
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
            let described = sms::describe(kind, error, words);
            FailureText { retry_at: sms::retry_at(error, now), ..described }
        }
        Failure::BreachedList(error) => {
            let (path, why) = (error.path.display().to_string(), list_fault::why(&error.fault, words));
            let message = Message::BreachedListFailed { path: &path, why: &why };
            say(message, Message::BreachedListFailedHint, Exit::Unavailable)
        }
        Failure::Store(error) => store::failed(kind, error, words),
        Failure::StoreRefused { place, why } => store::refused(kind, place, why, words),
        Failure::NotRecorded { account, error } => {
            let described = say(Message::NotRecorded { account }, Message::NotRecordedHint, Exit::Partly);
            FailureText { detail: Some(error.to_string()), ..described }
        }
        Failure::NobodyKnows { account, cause } => password::nobody_knows(kind, account, cause, words, now),
        Failure::SmsUnverified => say(Message::SmsUnverified, Message::SmsUnverifiedHint, Exit::Refused),
        Failure::PasswordNotSent { account, because } => password::not_sent(kind, account, because, words),
        Failure::PasswordMayBeSent { account, host, text } => {
            let message = Message::PasswordMayBeSent { account, host };
            let described = say(message, Message::PasswordMayBeSentHint { account }, Exit::Partly);
            FailureText { detail: Some(text.clone()), ..described }
        }
        Failure::Keyring { entry, error } => keyring::describe(kind, entry, error, words),
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
        Failure::Archive { file, why } => archive::describe(kind, file, why, words),
    }
}
