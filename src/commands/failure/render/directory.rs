//! The directory's failures: unreachable, sign-in refused, no usable answer.

use super::{certificate, ticket};
use crate::commands::failure::kind::directory_kind;
use crate::domain::failure_kind::FailureKind;
use crate::exit::Exit;
use crate::ports::{DirectoryError, DiscoveryFault, ReadOnlyKind, ServerFault, SignInRefusal};
use crate::text::{Message, Words};
use crate::view::FailureText;

pub(super) fn describe(kind: FailureKind, error: &DirectoryError, words: &Words) -> FailureText {
    let say = |message: Message<'_>, hint: Message<'_>, exit, detail| FailureText {
        detail,
        ..FailureText::new(kind, &message, &hint, exit, words)
    };
    match error {
        DirectoryError::Undiscovered { domain, why } => {
            let (message, hint, detail) = match why {
                DiscoveryFault::NoSuchDomain { zone } => {
                    (Message::NoSuchDomain { domain, zone }, Message::UndiscoveredHint, None)
                }
                DiscoveryFault::NoControllers => (Message::NoControllers { domain }, Message::UndiscoveredHint, None),
                DiscoveryFault::NoAnswer { text } => {
                    (Message::DnsUnreachable { domain }, Message::DirectoryUnreachableHint, Some(text.clone()))
                }
            };
            say(message, hint, Exit::Unavailable, detail)
        }
        DirectoryError::Unreachable { tried } => {
            let busy = |why: &ServerFault| matches!(why, ServerFault::Busy { .. });
            let detail = tried.iter().find_map(|(_, why)| why.text()).map(str::to_owned);
            let outside = |why: &ServerFault| matches!(why, ServerFault::OutsideDomain { .. });
            let certificate = tried.iter().find_map(|(_, why)| certificate::hint(why));
            let certificate = certificate.map(|hint| words.say(&hint));
            // It has been sent the password: nothing may be said of what was not sent.
            let hint = if tried.iter().any(|(_, why)| busy(why)) {
                Message::DirectoryBusyHint
            } else if let Some(hint) = &certificate {
                Message::NothingSentHint { hint }
            } else if tried.iter().any(|(_, why)| outside(why)) {
                Message::UndiscoveredHint
            } else {
                Message::DirectoryUnreachableHint
            };
            say(Message::DirectoryUnreachable { servers: &each_reach(tried, words) }, hint, Exit::Unavailable, detail)
        }
        DirectoryError::SignIn { server, user, refusal, text } => {
            let why = words.say(&sign_in(*refusal));
            let message = Message::SignIn { user, server, why: &why };
            say(message, sign_in_hint(*refusal), Exit::NotAllowed, Some(text.clone()))
        }
        DirectoryError::Ticket { server, fault, text } => {
            let exit = if fault.may_pass() { Exit::Unavailable } else { Exit::NotAllowed };
            let hint = words.say(&ticket::hint(fault));
            let message = ticket::message(fault, server, words);
            FailureText { detail: Some(text.clone()), ..FailureText::said(kind, message, hint, exit) }
        }
        DirectoryError::TimedOut { server } => {
            say(Message::DirectorySilent { server }, Message::DirectoryTryAgainHint, Exit::Unavailable, None)
        }
        DirectoryError::Lost { server, text } => {
            let detail = Some(text.clone());
            say(Message::DirectoryLost { server }, Message::DirectoryTryAgainHint, Exit::Unavailable, detail)
        }
        DirectoryError::NotLdap { server } => {
            say(Message::DirectoryNotLdap { server }, Message::DirectoryTryAgainHint, Exit::Unavailable, None)
        }
        DirectoryError::TooLarge { server } => {
            say(Message::DirectoryTooLarge { server }, Message::DirectoryTooLargeHint, Exit::Unavailable, None)
        }
        // referral, noSuchObject, invalidDNSyntax: no entry where the search begins.
        DirectoryError::Refused { server, code: code @ (10 | 32 | 34), text } => {
            let detail = Some(format!("{code}: {text}"));
            say(Message::DirectoryNoPlace { server }, Message::DirectoryNoPlaceHint, Exit::Usage, detail)
        }
        DirectoryError::Refused { server, code, text } => {
            let detail = Some(format!("{code}: {text}"));
            let (hint, exit) = match code {
                // insufficientAccessRights
                50 => (Message::DirectoryReadRightsHint, Exit::NotAllowed),
                _ => (Message::DirectoryTryAgainHint, Exit::Unavailable),
            };
            say(Message::DirectoryRefused { server }, hint, exit, detail)
        }
        DirectoryError::Busy { server, answer, text } => {
            let detail = Some(text.clone()).filter(|text| !text.is_empty());
            say(Message::DirectoryBusy { server, answer }, Message::DirectoryBusyHint, Exit::Unavailable, detail)
        }
        DirectoryError::ReadOnly { server, kind, others } => {
            let (message, hint) = match kind {
                ReadOnlyKind::Controller => (Message::DirectoryReadOnly { server }, Message::DirectoryReadOnlyHint),
                ReadOnlyKind::GlobalCatalogue { port } => {
                    let port = i64::from(*port);
                    (Message::GlobalCatalogue { server, port }, Message::GlobalCatalogueHint)
                }
            };
            let text = say(message, hint, Exit::Unavailable, None);
            let message = [text.message, each_reach(others, words)].join(" ").trim_end().to_owned();
            FailureText { message, ..text }
        }
        DirectoryError::Malformed { server, attribute } => {
            let message = Message::DirectoryMalformed { server, attribute };
            say(message, Message::DirectoryReadRightsHint, Exit::NotAllowed, None)
        }
        DirectoryError::NoSuchGroup { name } => {
            say(Message::NoSuchGroup { name }, Message::NoSuchGroupHint, Exit::Usage, None)
        }
        DirectoryError::NotASecurityGroup { name } => {
            say(Message::NotASecurityGroup { name }, Message::NotASecurityGroupHint, Exit::Usage, None)
        }
        DirectoryError::NoSuchUnit { dn } => {
            say(Message::NoSuchUnit { dn }, Message::NoSuchUnitHint, Exit::Usage, None)
        }
        DirectoryError::Gone => say(Message::AccountGone, Message::AccountGoneHint, Exit::NotFound, None),
    }
}

/// Why each server could not be used.
fn each_reach(tried: &[(String, ServerFault)], words: &Words) -> String {
    let each = tried.iter().map(|(server, why)| words.say(&Message::ServerReach { server, why: &reach(why, words) }));
    each.collect::<Vec<_>>().join(" ")
}

/// The failure in a few words, to show beside the server's name.
pub(crate) fn why(error: &DirectoryError, words: &Words) -> String {
    match error {
        DirectoryError::Unreachable { tried } => tried.last().map(|(_, why)| reach(why, words)).unwrap_or_default(),
        DirectoryError::SignIn { refusal, .. } => {
            words.say(&Message::EachSignIn { why: &words.say(&sign_in(*refusal)) })
        }
        DirectoryError::TimedOut { .. } => reach(&ServerFault::TimedOut, words),
        DirectoryError::Lost { .. } => reach(&ServerFault::HungUp, words),
        DirectoryError::NotLdap { .. } => reach(&ServerFault::NotLdap, words),
        DirectoryError::Busy { answer, .. } => words.say(&Message::EachBusy { answer }),
        DirectoryError::Gone => words.say(&Message::EachNoAccount),
        other => describe(directory_kind(other), other, words).message,
    }
}

/// Why a server could not be used.
pub fn reach(why: &ServerFault, words: &Words) -> String {
    words.say(&match why {
        ServerFault::NoSuchHost => Message::ReachNoSuchHost,
        ServerFault::Refused => Message::ReachRefused,
        ServerFault::NoRoute => Message::ReachNoRoute,
        ServerFault::TimedOut => Message::ReachSilent,
        ServerFault::Slow => Message::ReachSlow,
        ServerFault::OutsideDomain { domain } => Message::ReachOutsideDomain { domain },
        ServerFault::HungUp => Message::ReachHungUp,
        ServerFault::Busy { answer, .. } => Message::ReachBusy { answer },
        ServerFault::Certificate(fault) => return certificate::why(fault, words),
        ServerFault::WrongName { expected } => Message::ReachWrongName { expected },
        ServerFault::NoEncryption => Message::ReachNoEncryption,
        ServerFault::System(fault) => return words.fault(*fault) + ".",
        ServerFault::NotLdap => Message::ReachNotLdap,
        ServerFault::OldTls => Message::ReachOldTls,
        ServerFault::OldCiphers => Message::ReachOldCiphers,
        ServerFault::TlsEnded { .. } => Message::ReachTlsEnded,
        ServerFault::NotTls { .. } => Message::ReachNotTls,
        ServerFault::NoAuthorities => Message::ReachNoAuthorities,
        ServerFault::Other(_) => Message::ReachOther,
    })
}

fn sign_in(refusal: SignInRefusal) -> Message<'static> {
    match refusal {
        SignInRefusal::WrongNameOrPassword => Message::SignInWrong,
        SignInRefusal::Hours => Message::SignInHours,
        SignInRefusal::Workstation => Message::SignInWorkstation,
        SignInRefusal::PasswordExpired => Message::SignInPasswordExpired,
        SignInRefusal::Disabled => Message::SignInDisabled,
        SignInRefusal::AccountExpired => Message::SignInAccountExpired,
        SignInRefusal::MustChangePassword => Message::SignInMustChange,
        SignInRefusal::Locked => Message::SignInLocked,
        SignInRefusal::EncryptionRequired => Message::SignInEncryption,
        SignInRefusal::Ticket => Message::SignInTicket,
        SignInRefusal::Other => Message::SignInOther,
    }
}

/// What the operator does about it. Only a wrong password is a reason to check the password.
fn sign_in_hint(refusal: SignInRefusal) -> Message<'static> {
    match refusal {
        SignInRefusal::WrongNameOrPassword => Message::SignInHint,
        SignInRefusal::Hours => Message::SignInHoursHint,
        SignInRefusal::Workstation => Message::SignInWorkstationHint,
        SignInRefusal::PasswordExpired | SignInRefusal::MustChangePassword => Message::SignInChangeHint,
        SignInRefusal::Disabled => Message::SignInDisabledHint,
        SignInRefusal::AccountExpired => Message::SignInAccountExpiredHint,
        SignInRefusal::Locked => Message::SignInLockedHint,
        SignInRefusal::EncryptionRequired => Message::SignInEncryptionHint,
        SignInRefusal::Ticket => Message::TicketFailedHint,
        SignInRefusal::Other => Message::SignInOtherHint,
    }
}
