//! What a run leaves on its streams: the outcome on standard output, in the form asked for; and how
//! a failure is shown.

use jiff::Timestamp;
use serde_json::json;

use super::{
    Output, Style, Told, aloud, bulk, card, csv, demands, json, rule_results, servers, sign_in, spelled, table, trail,
    unreadable, watching,
};
use crate::commands::everywhere::Everywhere;
use crate::commands::lookup::Seen;
use crate::commands::{Outcome, SentPassword, check_policy, lookup, reset, send_code, unlock};
use crate::domain::bulk::{BulkMatch, RowOutcome, decide_row};
use crate::domain::must_change::MustChange;
use crate::domain::policy::PolicyRule;
use crate::domain::restrictions::{CurrentRestrictions, SignInFrom};
use crate::domain::unreadable::UnreadableAccount;
use crate::domain::verdict::Advice;
use crate::domain::warnings::Warning;
use crate::exit::Exit;
use crate::text::{DeskDetails, Message, Words, escaped, visible};

/// How things are shown.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The form.
    pub output: Output,
    /// The width of the terminal, if it is one.
    pub width: Option<u16>,
    /// On standard output.
    pub style: Style,
    /// With what is fine as well, where there may be much of it.
    pub verbose: bool,
    /// The time now.
    pub now: Timestamp,
    /// What callers are told about the desk.
    pub desk: &'a DeskDetails,
}

impl Shown<'_> {
    /// Whether it is shown at once, and not kept or handed on.
    pub(super) fn is_terminal(&self) -> bool {
        self.width.is_some()
    }
}

/// An outcome as text for standard output, and the exit code.
pub fn show(outcome: &Outcome, shown: Shown<'_>, words: &Words) -> (String, Exit) {
    let text = match (shown.output, outcome) {
        // Written as they came, in a form of their own.
        (_, Outcome::CheckedLines(_) | Outcome::Exported(_)) => String::new(),
        (Output::Json, Outcome::Bulk(outcome)) => escaped(format!("{}\n", bulk::document(outcome))),
        (Output::Csv, Outcome::Bulk(outcome)) => bulk::csv(outcome, shown.is_terminal()).unwrap_or_default(),
        (Output::Json, outcome) => escaped(format!("{}\n", json::document(outcome, words))),
        (Output::Csv, outcome) => csv::text(&json::document(outcome, words), shown.is_terminal()).unwrap_or_default(),
        (Output::Table, Outcome::Locked(outcome)) if shown.width.is_none() && outcome.is_empty() => String::new(),
        (Output::Table, outcome) => format!("{}\n", wrapped(&people(outcome, shown, words), shown.width)),
    };
    let exit = match outcome {
        Outcome::CheckPolicy(outcome) if !outcome.report.acceptable() => Exit::Refused,
        Outcome::Verified(verified) if verified.fault.is_some() => Exit::Refused,
        Outcome::CheckedLines(lines) if lines.acceptable < lines.read => Exit::Refused,
        Outcome::Bulk(outcome) => bulk::exit(outcome),
        Outcome::EachServer(outcome) => servers::exit(outcome),
        Outcome::Lookup(outcome) if outcome.is_name_and_number => Exit::NotFound,
        Outcome::Lookup(outcome) if !outcome.unreadable.is_empty() => Exit::Partly,
        Outcome::Locked(outcome) if !outcome.unreadable.is_empty() => Exit::Partly,
        Outcome::Unlock(unlock::Outcome { everywhere: Some(everywhere), .. })
        | Outcome::Reset(reset::Outcome { everywhere: Some(everywhere), .. })
            if !everywhere.is_complete() =>
        {
            Exit::Partly
        }
        Outcome::Unlock(unlock::Outcome { watched: Some(watched), .. }) if !watched.is_open() => Exit::Partly,
        _ => Exit::Done,
    };
    (text, exit)
}

/// Lines broken between words, so that a terminal does not break them within one; nor at a hyphen,
/// which may be part of a password or an option.
pub fn wrapped(text: &str, width: Option<u16>) -> String {
    match width {
        Some(width) if width > 0 => {
            let options = textwrap::Options::new(width.into()).word_splitter(textwrap::WordSplitter::NoHyphenation);
            // What is set in stays so where it goes on.
            let fill = |line: &str| {
                let indent = &line[..line.len() - line.trim_start().len()];
                textwrap::fill(line, options.clone().subsequent_indent(indent))
            };
            text.split('\n').map(fill).collect::<Vec<_>>().join("\n")
        }
        _ => text.to_owned(),
    }
}

/// A failure: what goes to standard output (a document, for scripts) and to standard error.
pub fn failed(
    told: &Told,
    output: Output,
    verbose: bool,
    style: Style,
    words: &Words,
) -> (Option<String>, Vec<String>) {
    let document = (output == Output::Json)
        .then(|| json!({"error": {"kind": told.kind, "message": told.message, "hint": told.hint}}))
        .map(|document| escaped(format!("{document}\n")));
    // Several faults of a configuration come as several lines.
    let mut lines: Vec<String> = told.message.lines().map(|message| error(message, style, words)).collect();
    if told.exit == Exit::Cancelled {
        // What the operator wanted is no error, and they know what to do.
        lines = vec![told.message.clone()];
    } else {
        lines.push(words.say(&Message::Hint { hint: &told.hint }));
    }
    if let Some(detail) = told.detail.as_ref().filter(|_| verbose) {
        lines.push(words.say(&Message::Detail { detail }));
    }
    (document, lines)
}

fn error(message: &str, style: Style, words: &Words) -> String {
    let line = words.say(&Message::Error { message });
    match line.split_once(": ") {
        Some((label, rest)) => format!("{} {rest}", style.alert(&format!("{label}:"))),
        None => line,
    }
}

fn people(outcome: &Outcome, shown: Shown<'_>, words: &Words) -> String {
    match outcome {
        Outcome::Lookup(outcome) => found(outcome, shown, words),
        Outcome::EachServer(outcome) => servers::people(outcome, shown, words),
        Outcome::Locked(outcome) => locked(outcome, shown, words),
        Outcome::SendCode(outcome) => sent(outcome, shown, words),
        Outcome::Unlock(outcome) => match &outcome.watched {
            // What was done before was told before.
            Some(watched) => watching::told(watched, &outcome.account, shown, words).join("\n"),
            None => unlocked(outcome, shown, words),
        },
        Outcome::Bulk(outcome) => bulk::people(outcome, shown, words),
        Outcome::Reset(outcome) => was_reset(outcome, shown, words),
        Outcome::CheckPolicy(outcome) => checked(outcome, shown, words),
        Outcome::CheckedLines(_) | Outcome::Exported(_) => String::new(),
        Outcome::Demands(outcome) => demands::shown(outcome, shown, words),
        Outcome::Audit(outcome) => trail::records(outcome, shown, words),
        Outcome::Verified(outcome) => trail::verified(outcome, words),
        Outcome::Resolved(outcome) => trail::resolved(outcome, shown, words),
        Outcome::Login(outcome) => sign_in::kept(outcome, words),
        Outcome::Logout(outcome) => sign_in::forgotten(outcome, words),
        Outcome::Whoami(outcome) => sign_in::known(outcome, shown, words),
    }
}

fn found(outcome: &lookup::Outcome, shown: Shown<'_>, words: &Words) -> String {
    if let ([], [entry]) = (outcome.accounts.as_slice(), outcome.unreadable.as_slice()) {
        return unreadable::card(entry, words).to_text(shown.width, shown.style);
    }
    if let ([Seen { account, verdict, warnings, .. }], []) =
        (outcome.accounts.as_slice(), outcome.unreadable.as_slice())
    {
        let card = card::pairs(account, verdict, warnings, words, outcome.now, card::Next::Command);
        let mut text = card.to_text(shown.width, shown.style);
        // One controller was asked, and a lock takes time to spread.
        if verdict.advice == Advice::NothingWrong && outcome.controllers > 1 {
            text.push('\n');
            text.push_str(&words.say(&Message::AskEachServer { account: account.name.as_str() }));
        }
        return text;
    }
    let header = [Message::CardAccount, Message::CardName, Message::CardDepartment, Message::CardWhy];
    let header: Vec<String> = header.iter().map(|label| words.say(label)).collect();
    let rows: Vec<Vec<table::Cell>> = outcome
        .accounts
        .iter()
        .map(|Seen { account, verdict, .. }| {
            vec![
                account.name.as_str().into(),
                visible(&account.display_name).into(),
                visible(account.department.as_deref().unwrap_or_default()).into(),
                card::why(account, verdict, words),
            ]
        })
        .chain(outcome.unreadable.iter().map(|entry| {
            vec![
                visible(entry.name_or_dn()).into(),
                visible(entry.display_name.as_deref().unwrap_or_default()).into(),
                visible(entry.department.as_deref().unwrap_or_default()).into(),
                unreadable::why(entry, words),
            ]
        }))
        .collect();
    let n = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let mut text = words.say(&Message::SeveralMatch { n });
    text.push('\n');
    text.push_str(&table::rows(&header, rows, shown.width, shown.style));
    if outcome.more {
        text.push('\n');
        text.push_str(&words.say(&Message::MoreMatch));
    }
    if outcome.accounts.iter().any(|seen| seen.warnings.iter().any(|sign| matches!(sign, Warning::NumberShared(_)))) {
        text.push('\n');
        text.push_str(&shown.style.alert(&words.say(&Message::SignSharedByMany)));
    }
    text
}

/// Those who are locked: for people as a table, for the next program as a name a line.
fn locked(outcome: &lookup::Locked, shown: Shown<'_>, words: &Words) -> String {
    let accounts = &outcome.accounts;
    if shown.width.is_none() {
        let names = accounts.iter().map(|account| account.name.as_str());
        return names
            .chain(outcome.unreadable.iter().map(UnreadableAccount::name_or_dn))
            .collect::<Vec<_>>()
            .join("\n");
    }
    if outcome.is_empty() {
        return words.say(&Message::NobodyLocked);
    }
    let header = [Message::CardAccount, Message::CardName, Message::CardLock, Message::CardTries, Message::CardWhy];
    let header = header.map(|label| words.say(&label));
    let locked = accounts.iter().map(|account| {
        let since = account.locked_since.map(|since| words.when(since, outcome.now)).unwrap_or_default();
        let state = match decide_row(&[BulkMatch::Account(account.clone())]) {
            (RowOutcome::WouldUnlock, _) => words.say(&Message::LockedCanUnlock).into(),
            (other, detail) => table::alert(bulk::decided(other, detail, words)),
        };
        vec![
            visible(account.name.as_str()).into(),
            visible(account.display_name.as_deref().unwrap_or_default()).into(),
            since.into(),
            account.wrong_tries.to_string().into(),
            state,
        ]
    });
    let others = outcome.unreadable.iter().map(|entry| {
        let (name, name_or_dn) = (entry.display_name.as_deref().unwrap_or_default(), entry.name_or_dn());
        let nothing = String::new;
        vec![
            visible(name_or_dn).into(),
            visible(name).into(),
            nothing().into(),
            nothing().into(),
            unreadable::why(entry, words),
        ]
    });
    let rows: Vec<Vec<table::Cell>> = locked.chain(others).collect();
    table::rows(&header, rows, shown.width, shown.style)
}

fn sent(outcome: &send_code::Outcome, shown: Shown<'_>, words: &Words) -> String {
    let account = outcome.account.as_str();
    if outcome.verified {
        return words.say(&Message::Verified { account });
    }
    let mut lines = vec![];
    if outcome.queued {
        lines.push(words.say(&Message::CodeQueued { to: &outcome.to }));
    }
    if let Some(expires) = outcome.expires {
        lines.push(words.say(&Message::CodeSent { to: &outcome.to, until: &words.clock(expires, shown.now) }));
    }
    lines.push(words.say(&Message::VerifyLater { account }));
    lines.extend(aloud::hours(&outcome.restrictions, words));
    lines.extend(aloud::computers(&outcome.restrictions, words));
    lines.join("\n")
}

pub(super) fn unlocked(outcome: &unlock::Outcome, shown: Shown<'_>, words: &Words) -> String {
    let (name, account) = (outcome.display_name.as_str(), outcome.account.as_str());
    let agree = outcome.everywhere.as_ref().is_none_or(Everywhere::agree);
    let restrictions = &outcome.restrictions;
    let on = aloud::where_to(restrictions, shown.desk, words);
    let on = on.as_str();
    let say = words.say(&Message::SayMustChange);
    let say = say.as_str();
    let first = match outcome.unlocked {
        true => Message::Unlocked { name, account },
        false => Message::NothingToUnlock { name, account },
    };
    let then = match outcome.unlocked {
        _ if outcome.shut_out && outcome.can_be_reset => Some(Message::DoReset { account }),
        _ if outcome.shut_out => Some(Message::DoEscalate),
        // Nothing else lets them in before.
        _ if !restrictions.within_hours() => None,
        _ if outcome.change_required && outcome.can_be_reset => Some(Message::DoChangeAtSignIn { say, account }),
        _ if outcome.change_required => Some(Message::DoChangeAtSignInOnly { say }),
        true if agree => Some(Message::TryNow { on }),
        true => Some(Message::TrySoon { on }),
        false if outcome.can_be_reset => Some(Message::TryAgainOrReset { account }),
        false => Some(Message::DoTryAgain),
    };
    let names_them = matches!(then, Some(Message::TryNow { .. } | Message::TrySoon { .. }));
    let mut lines = vec![words.say(&first)];
    lines.extend(aloud::hours(restrictions, words));
    lines.extend(aloud::computers(restrictions, words).filter(|_| !names_them));
    lines.extend(then.map(|then| words.say(&then)));
    lines.extend(outcome.everywhere.iter().flat_map(|everywhere| servers::told(everywhere, account, words)));
    if !outcome.was_locked && outcome.everywhere.is_none() && outcome.controllers > 1 {
        lines.push(words.say(&Message::UnlockOnEachServer { account }));
    }
    lines.join("\n")
}

fn was_reset(outcome: &reset::Outcome, shown: Shown<'_>, words: &Words) -> String {
    let mut lines = vec![new_password(outcome, shown.width, words)];
    let (restrictions, must_change) = (&outcome.restrictions, outcome.demand.is_required());
    lines.extend(sign_in_with_new(restrictions, must_change, None, shown.desk, words));
    if outcome.everywhere.as_ref().is_some_and(|everywhere| !everywhere.agree()) {
        lines.push(words.say(&Message::SayInAWhile));
    }
    let everywhere = outcome.everywhere.iter();
    lines.extend(everywhere.flat_map(|everywhere| servers::told(everywhere, &outcome.account, words)));
    lines.join("\n")
}

/// When, where and how a caller signs in with a new password.
pub(super) fn sign_in_with_new(
    restrictions: &CurrentRestrictions,
    must_change: bool,
    at_the_workplace: Option<bool>,
    desk: &DeskDetails,
    words: &Words,
) -> Vec<String> {
    let on = aloud::where_to(restrictions, desk, words);
    let on = on.as_str();
    let say = match at_the_workplace {
        _ if restrictions.allowed_from == SignInFrom::Never => None,
        Some(true) if must_change && restrictions.within_hours() => Some(Message::SayRestartMustChange),
        _ if must_change => Some(Message::ResetSayMustChange),
        _ if !restrictions.within_hours() => None,
        Some(true) => Some(Message::SayAtTheWorkplace { on }),
        Some(false) => Some(Message::SayElsewhere { on }),
        None => Some(Message::ResetSay { on }),
    };
    let names_them = !must_change && restrictions.within_hours();
    let mut lines: Vec<String> = aloud::hours(restrictions, words).into_iter().collect();
    lines.extend(aloud::computers(restrictions, words).filter(|_| !names_them));
    lines.extend(say.map(|say| words.say(&say)));
    lines
}

/// What was done, without what the caller is told.
pub(super) fn new_password(outcome: &reset::Outcome, width: Option<u16>, words: &Words) -> String {
    let mut lines = vec![words.say(&Message::ResetDone { name: &outcome.display_name, account: &outcome.account })];
    if outcome.unlocked {
        lines.push(words.say(&Message::ResetUnlocked));
    }
    if let Some(password) = &outcome.generated {
        lines.push(words.say(&Message::ResetGenerated { password: password.expose() }));
        lines.push(spelled::aloud(password, words, width));
    }
    if let Some(SentPassword { to, queued }) = &outcome.sent {
        lines.push(words.say(&if *queued { Message::PasswordQueued { to } } else { Message::PasswordSent { to } }));
    }
    match outcome.demand {
        MustChange::Required | MustChange::NotRequested => {}
        MustChange::RequiredUnverified => {
            lines.push(words.say(&Message::ResetChangeUnseen { account: &outcome.account }))
        }
        MustChange::NeverExpires => lines.push(words.say(&Message::ResetChangeWithoutEffect)),
        MustChange::OwnChangeDenied => lines.push(words.say(&Message::ResetChangeDenied)),
    }
    if outcome.history == crate::ports::HistoryCheck::Off {
        lines.push(words.say(&Message::ResetHistoryOff));
    }
    lines.join("\n")
}

fn checked(outcome: &check_policy::Outcome, shown: Shown<'_>, words: &Words) -> String {
    let report = &outcome.report;
    let rows: Vec<Vec<table::Cell>> = report
        .rule_results
        .iter()
        // Nobody needs to hear that a password is not too long.
        .filter(|ruling| ruling.rule != PolicyRule::MaxLength || !ruling.ok)
        .map(|ruling| {
            let answer = match ruling.ok {
                true => words.say(&Message::RuleOk).into(),
                false => table::alert(words.say(&Message::RuleBroken)),
            };
            vec![
                answer,
                rule_results::source(&ruling.source, words).into(),
                rule_results::sentence(ruling, words).into(),
            ]
        })
        .collect();
    let verdict = match report.acceptable() {
        true => words.say(&Message::PolicyAccepted),
        false => shown.style.alert(&words.say(&Message::PolicyRefused)),
    };
    let mut lines = vec![verdict, table::rows(&[], rows, shown.width, shown.style)];
    lines.extend(report.unknown.iter().map(|unknown| rule_results::unknown(*unknown, outcome.policy.as_ref(), words)));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_stays_in_one_piece() {
        assert_eq!(wrapped("Lösenordet: Tegel-lampa-sork-472", Some(24)), "Lösenordet:\nTegel-lampa-sork-472");
    }
}
