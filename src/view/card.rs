//! One account for the operator: the verdict and what to do, then the facts behind it.

use jiff::Timestamp;

use super::alternatives;
use super::caller_script;
use super::dead_end;
use super::phone;
use super::warnings::sentence;
use crate::config::CardFact;
use crate::domain::account::{Account, Lock, LockEnd, Mobile, Protection};
use crate::domain::dead_end::DeadEnd;
use crate::domain::hours::LogonHours;
use crate::domain::last_sign_in::LastSignIn;
use crate::domain::phone::SmsReach;
use crate::domain::policy::{AppliedPolicy, PolicySource};
use crate::domain::restrictions::CurrentRestrictions;
use crate::domain::verdict::{Advice, Caution, Obstacle, Verdict};
use crate::domain::warnings::{Warning, closed_until};
use crate::ports::CardSubject;
use crate::text::{Message, Words, visible};
use crate::ui::Style;
use crate::ui::table::{Cell, Pairs, alert};

/// How the next step is phrased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phrasing {
    /// As a command to type.
    Command,
    /// As something that this run continues with.
    InCall,
}

/// The room for a card.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) width: Option<u16>,
    /// The most lines; `None`: any number.
    pub(crate) most: Option<usize>,
}

/// The card as text. Leaves out the last of `facts` that do not fit.
pub(crate) fn card(
    subject: CardSubject<'_>,
    facts: &[CardFact],
    words: &Words,
    now: Timestamp,
    size: Size,
    style: Style,
    phrasing: Phrasing,
) -> String {
    let verdict = Verdict::with_warnings(subject.account, subject.warnings, now);
    let with = |facts| pairs(subject, &verdict, facts, words, now, phrasing).to_text(size.width, style);
    let fits = |text: &String| size.most.is_none_or(|most| text.lines().count() <= most);
    (0..=facts.len()).rev().map(|n| with(&facts[..n])).find(fits).unwrap_or_else(|| with(&[]))
}

pub(crate) fn pairs(
    subject: CardSubject<'_>,
    verdict: &Verdict,
    facts: &[CardFact],
    words: &Words,
    now: Timestamp,
    phrasing: Phrasing,
) -> Pairs {
    let CardSubject { account, warnings, .. } = subject;
    let read = account.controller_time(now);
    let mut card = Pairs::default();
    let mut row = |label: Message<'_>, value: Cell| card.push(words.say(&label), value);
    row(Message::CardWhy, why(account, verdict, words));
    let differs = warnings.iter().any(|warning| matches!(warning, Warning::ServersDisagree(_)));
    let again = warnings.iter().any(|warning| matches!(warning, Warning::LockedAgain { .. }));
    let next = match (verdict.advice, phrasing) {
        (Advice::UnlockOrReset, phrasing) if again => {
            let account = account.name.as_str();
            let act = match phrasing {
                Phrasing::Command => Message::DoUnlockAndWatch { account },
                Phrasing::InCall => Message::DoHereUnlockAndWatch,
            };
            format!("{} {}", words.say(&act), words.say(&Message::SayOldPassword))
        }
        (Advice::UnlockOrReset, Phrasing::Command) if differs => {
            words.say(&Message::DoUnlockOrResetEverywhere { account: account.name.as_str() })
        }
        _ => next(subject, verdict, words, now, phrasing),
    };
    let mut lines = vec![next];
    // These do not lift limits on hours and computers.
    if matches!(verdict.advice, Advice::UnlockOrReset | Advice::WaitOrReset | Advice::Reset | Advice::RegisterMobile) {
        let restrictions = CurrentRestrictions::of(account, now);
        lines.extend(caller_script::hours(&restrictions, words));
        lines.extend(caller_script::computers(&restrictions, words));
    }
    row(Message::CardNext, lines.join(" ").into());
    // Warnings about the kind of number are shown in the row of the number.
    let (about_number, others): (Vec<_>, Vec<_>) =
        warnings.iter().partition(|warning| matches!(warning, Warning::NotMobile(_) | Warning::Foreign(_)));
    // So are other numbers, which are no cause for alarm.
    let others: Vec<_> = others.into_iter().filter(|warning| !matches!(warning, Warning::OtherMobiles(_))).collect();
    let sentences = |grave: bool| {
        let those = others.iter().filter(|warning| warning.is_grave() == grave);
        those.map(|warning| sentence(warning, words, now)).collect::<Vec<_>>().join("\n")
    };
    let (grave, notes) = (sentences(true), sentences(false));
    if !grave.is_empty() {
        row(Message::CardGrave, alert(grave));
    }
    if !notes.is_empty() {
        row(Message::CardSigns, notes.into());
    }
    if let Some(at) = subject.verified {
        row(Message::CardVerified, words.say(&Message::VerifiedAt { when: &words.past(at, now) }).into());
    }
    let account_names = std::iter::once(account.name.as_str()).chain(account.upn.as_deref());
    row(Message::CardAccount, visible(&account_names.collect::<Vec<_>>().join("  ")).into());
    row(Message::CardName, visible(&account.display_name).into());
    let mobile = mobile(account, words, read);
    row(Message::CardMobile, if about_number.is_empty() { mobile.into() } else { alert(mobile) });
    let lock = lock(&account.lock, words, read);
    row(Message::CardLock, if matches!(account.lock, Lock::Locked { .. }) { alert(lock) } else { lock.into() });
    for (label, value) in facts.iter().filter_map(|known| fact(*known, account, words, now)) {
        row(label, value);
    }
    card
}

/// A fact and its label; `None` where there is nothing to say.
fn fact(fact: CardFact, account: &Account, words: &Words, now: Timestamp) -> Option<(Message<'static>, Cell)> {
    let read = account.controller_time(now);
    let text = |label, value: &Option<String>| Some((label, visible(value.as_ref()?).into()));
    match fact {
        CardFact::Title => text(Message::CardTitle, &account.title),
        CardFact::Department => text(Message::CardDepartment, &account.department),
        CardFact::Manager => text(Message::CardManager, &account.manager_name()),
        CardFact::Office => text(Message::CardOffice, &account.office),
        CardFact::Telephone => text(Message::CardTelephone, &account.telephone),
        CardFact::Mail if account.mail == account.upn => None,
        CardFact::Mail => text(Message::CardMail, &account.mail),
        CardFact::WrongPasswords => {
            (account.password.wrong_tries > 0).then(|| (Message::CardTries, tries(account, words, read).into()))
        }
        CardFact::Password => Some((Message::CardPassword, password(account, words, read).into())),
        CardFact::Expires => {
            let end = words.when(account.expires?, read);
            let near = account.expired(now) || account.expires_soon(now);
            Some((Message::CardExpires, if near { alert(end) } else { end.into() }))
        }
        CardFact::Hours => {
            let hours = &account.sign_in.hours;
            let text = hours.are_limited().then(|| hours_text(hours, words, read))?;
            Some((Message::CardHours, if hours.allow(read) { text.into() } else { alert(text) }))
        }
        CardFact::Computers => {
            let computers = account.sign_in.workstations.join(", ");
            let text = || words.say(&Message::OnlyComputers { computers: &visible(&computers) }).into();
            (!computers.is_empty()).then(|| (Message::CardComputers, text()))
        }
        CardFact::LastSignIn => {
            let LastSignIn { at, is_here } = account.last_sign_in?;
            let text = match is_here {
                true => words.say(&Message::SignedInHere { when: &words.past(at, read) }),
                false => words.say(&Message::SignedInReplicated { when: &words.date(at) }),
            };
            Some((Message::CardLastSignIn, text.into()))
        }
        CardFact::Policy => Some((Message::CardPolicy, policy(&account.policy, words).into())),
    }
}

/// A sentence for each obstacle.
pub(crate) fn why(account: &Account, verdict: &Verdict, words: &Words) -> Cell {
    let mut sentences: Vec<String> = verdict
        .obstacles
        .iter()
        .map(|obstacle| {
            words.say(&match obstacle {
                Obstacle::Disabled => Message::WhyDisabled,
                Obstacle::AccountExpired => Message::WhyAccountExpired,
                Obstacle::Locked => Message::WhyLocked,
                Obstacle::PasswordExpired => Message::WhyPasswordExpired,
                Obstacle::PasswordUnknown => Message::WhyPasswordUnknown,
                Obstacle::MustChange => Message::WhyMustChange,
                Obstacle::OwnChangeDenied => Message::WhyOwnChangeDenied,
                Obstacle::OutsideHours => Message::WhyOutsideHours,
                Obstacle::SmartcardRequired => Message::WhySmartcard,
            })
        })
        .collect();
    if verdict.advice == Advice::NothingWrong {
        sentences.push(words.say(&Message::WhyNothing));
    }
    sentences.extend(verdict.cautions.iter().map(|caution| {
        words.say(&match caution {
            Caution::SomeComputers => Message::WhySomeComputers,
            Caution::ExpiresSoon => Message::WhyEndsSoon,
            Caution::IneffectiveMustChange => Message::WhyDemandWithoutEffect,
            Caution::OwnChangeUnknown => Message::WhyOwnChangeUnknown,
        })
    }));
    if let Some(why) = &account.protected {
        sentences.push(why_protected(why, words));
    }
    let sentences = sentences.join(" ");
    if verdict.obstacles.is_empty() && verdict.cautions.is_empty() { sentences.into() } else { alert(sentences) }
}

/// Why this program does not change the account.
fn why_protected(why: &Protection, words: &Words) -> String {
    words.say(&match why {
        Protection::AdminCount => Message::WhyAdministrator,
        Protection::MemberOf(group) => Message::WhyMember { group },
        Protection::InProtectedUnit(unit) => Message::WhyBelow { unit },
        Protection::OwnAccount => Message::WhyOwn,
        Protection::Supervisor => Message::WhySupervisor,
        Protection::Unknown(attribute) => Message::WhyUnknown { attribute },
    })
}

/// The one thing to do.
fn next(subject: CardSubject<'_>, verdict: &Verdict, words: &Words, now: Timestamp, phrasing: Phrasing) -> String {
    let CardSubject { account, warnings, voucher, .. } = subject;
    let closed_until = closed_until(warnings);
    // Never advise a reset that would be refused.
    let can_be_reset = account.can_be_reset() && closed_until.is_none();
    if let (Advice::WaitForHours, Some(hours)) =
        (verdict.advice, caller_script::hours(&CurrentRestrictions::of(account, now), words))
    {
        return hours;
    }
    let dead_end = DeadEnd::of(account, now);
    let account = account.name.as_str();
    let closed = closed_until
        .map(|until| words.say(&Message::DoVerificationClosed { until: &words.clock(until, now) }))
        .map(|advice| alternatives::with_supervisor(advice, words))
        .unwrap_or_default();
    let advice = match (dead_end, voucher.filter(|_| closed_until.is_none())) {
        (None, _) => closed,
        (Some(dead_end), None) => dead_end::advice(dead_end, words),
        (Some(dead_end), Some(manager)) => {
            let (manager, advice) = (manager.display_name.as_str(), &dead_end::said(dead_end, words));
            words.say(&match phrasing {
                Phrasing::Command => Message::DoVouch { manager, account, advice },
                Phrasing::InCall => Message::DoHereVouch { manager, advice },
            })
        }
    };
    let advice = advice.as_str();
    let say = words.say(&Message::SayMustChange);
    let say = say.as_str();
    let any_will_do = !verdict.obstacles.contains(&Obstacle::OwnChangeDenied);
    words.say(&match verdict.advice {
        Advice::NothingWrong if !can_be_reset => Message::DoTryAgain { advice },
        Advice::ChangeAtSignIn if !can_be_reset => Message::DoChangeAtSignInOnly { say, advice },
        Advice::CheckComputer if !can_be_reset => Message::DoCheckComputerOnly { advice },
        Advice::WaitForHours => Message::DoNeverHours,
        Advice::ChangeAtSignIn if phrasing == Phrasing::InCall => Message::DoHereChangeAtSignIn { say },
        Advice::CheckComputer if phrasing == Phrasing::InCall => Message::DoHereCheckComputer,
        Advice::UnlockOrReset if phrasing == Phrasing::InCall => Message::DoHereUnlockOrReset,
        Advice::Reset if any_will_do && phrasing == Phrasing::InCall => Message::DoHereSetNew,
        Advice::Reset if any_will_do => Message::DoSetNew { account },
        Advice::Reset if phrasing == Phrasing::InCall => Message::DoHereReset,
        Advice::NothingWrong if phrasing == Phrasing::InCall => Message::DoHereNothing,
        Advice::UnlockOrReset => Message::DoUnlockOrReset { account },
        Advice::ChangeAtSignIn => Message::DoChangeAtSignIn { say, account },
        Advice::CheckComputer => Message::DoCheckComputer { account },
        Advice::Reset => Message::DoReset { account },
        Advice::WaitOrReset => Message::DoWaitOrReset { account },
        Advice::NothingWrong => Message::DoNothing { account },
        Advice::EnableElsewhere
        | Advice::ExtendElsewhere
        | Advice::RegisterMobile
        | Advice::Escalate
        | Advice::WaitForVerification => return advice.to_owned(),
    })
}

fn hours_text(hours: &LogonHours, words: &Words, now: Timestamp) -> String {
    match (hours.next_allowed(now), hours.next_denied(now)) {
        (Some(begin), _) => words.say(&Message::HoursFrom { when: &words.when(begin, now) }),
        (None, Some(end)) => words.say(&Message::HoursUntil { when: &words.when(end, now) }),
        (None, None) => words.say(&Message::HoursNever),
    }
}

fn mobile(account: &Account, words: &Words, now: Timestamp) -> String {
    let number = match &account.mobile {
        Mobile::Missing => return words.say(&Message::MobileMissing),
        Mobile::Hidden => return words.say(&Message::MobileHidden),
        Mobile::Unreadable(why) => {
            return words.say(&Message::MobileUnreadable { what: &phone::unreadable(*why, words) });
        }
        Mobile::Registered(phone) => match (phone.masked().as_str(), phone.reach()) {
            (masked, SmsReach::SwedishMobile) => masked.to_owned(),
            (masked, SmsReach::Never(what)) => {
                words.say(&Message::MobileNotMobile { masked, what: &phone::not_mobile(what, words) })
            }
            (masked, SmsReach::Foreign(code)) => {
                words.say(&Message::MobileForeign { masked, country: &phone::country(code, words) })
            }
        },
    };
    let number = match account.mobile_changed {
        Some(changed) => words.say(&Message::MobileChanged { number: &number, when: &words.past(changed, now) }),
        None => number,
    };
    if account.other_mobiles.is_empty() {
        return number;
    }
    let others: Vec<String> = account.other_mobiles.iter().map(|other| other.phone.masked()).collect();
    words.say(&Message::MobileOthers { number: &number, others: &others.join(", ") })
}

fn lock(lock: &Lock, words: &Words, now: Timestamp) -> String {
    let (since, opens) = match lock {
        Lock::Open => return words.say(&Message::LockOpen),
        Lock::Lapsed { since } => {
            return words.say(&Message::LockLapsed { when: &words.past(*since, now) });
        }
        Lock::Locked { since, opens } => (since, opens),
    };
    let lock = match since {
        Some(since) => words.say(&Message::LockSince { when: &words.past(*since, now) }),
        None => words.say(&Message::LockNow),
    };
    let lock = lock.as_str();
    words.say(&match opens {
        LockEnd::At(at) => return words.say(&Message::LockOpensAt { lock, when: &words.when(*at, now) }),
        LockEnd::OnlyManually => Message::LockOpensByHand { lock },
        LockEnd::Unknown => Message::LockOpensUnknown { lock },
    })
}

fn tries(account: &Account, words: &Words, now: Timestamp) -> String {
    let n = account.password.wrong_tries.into();
    match account.password.last_wrong_try {
        Some(last) => words.say(&Message::TriesLast { n, when: &words.past(last, now) }),
        None => words.say(&Message::Tries { n }),
    }
}

fn password(account: &Account, words: &Words, now: Timestamp) -> String {
    let set = match account.password.last_set {
        Some(set) => set,
        None if account.password.must_change => return words.say(&Message::PasswordNeverSet),
        None => return "–".to_owned(),
    };
    let set = words.say(&Message::PasswordSet { when: &words.past(set, now) });
    match account.password.expires {
        Some(end) if account.password.expired => {
            words.say(&Message::PasswordExpired { set: &set, when: &words.when(end, now) })
        }
        Some(end) => words.say(&Message::PasswordExpires { set: &set, when: &words.when(end, now) }),
        None => words.say(&Message::PasswordNeverExpires { set: &set }),
    }
}

fn policy(policy: &AppliedPolicy, words: &Words) -> String {
    let policy = match policy {
        AppliedPolicy::Known(policy) => policy,
        AppliedPolicy::Unreadable { pso } => return words.say(&Message::PolicyUnreadable { name: pso }),
    };
    let source = match &policy.source {
        PolicySource::Pso(name) => words.say(&Message::PolicyPso { name }),
        PolicySource::Local | PolicySource::Domain => words.say(&Message::PolicyDomain),
    };
    let line = words.say(&Message::PolicyLine {
        source: &source,
        length: policy.min_length.into(),
        history: policy.history.into(),
    });
    let line = line.as_str();
    match (policy.complexity, policy.refuses_names()) {
        (true, true) => words.say(&Message::PolicyComplexNames { line }),
        (true, false) => words.say(&Message::PolicyComplex { line }),
        (false, _) => line.to_owned(),
    }
}
