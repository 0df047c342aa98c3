//! Failures of unlocking many accounts: why a run was refused, what ended it, and what is wrong with its report.

use jiff::Timestamp;

use super::directory;
use crate::commands::bulk::Refusal;
use crate::commands::bulk::render::{self as bulk, fault_text};
use crate::commands::failure::kind::directory_kind;
use crate::domain::bulk::input::{InputFault, MAX_BYTES};
use crate::domain::failure_kind::FailureKind;
use crate::exit::Exit;
use crate::ports::{DirectoryError, ReportError, ReportFault};
use crate::text::{Message, Words};
use crate::view::{FailureText, number};

pub(super) fn describe(kind: FailureKind, refusal: &Refusal, words: &Words, now: Timestamp) -> FailureText {
    let say = |message: Message<'_>, hint: Message<'_>, exit| FailureText::new(kind, &message, &hint, exit, words);
    match refusal {
        Refusal::Input { path, fault } => {
            let place = match path {
                Some(path) => path.display().to_string(),
                None => words.say(&Message::StandardInput),
            };
            let why = &input(fault, words);
            let hint = match fault {
                InputFault::Unreadable(_) => Message::InputUnreadableHint,
                _ => Message::InputUnusableHint,
            };
            say(Message::InputUnusable { place: &place, why }, hint, Exit::Usage)
        }
        Refusal::NoReason => say(Message::NoReason, Message::NoReasonHint, Exit::Usage),
        Refusal::OnlyForMany { option } => say(Message::OnlyForMany { option }, Message::OnlyForManyHint, Exit::Usage),
        Refusal::OnlyForOne { option } => say(Message::OnlyForOne { option }, Message::OnlyForOneHint, Exit::Usage),
        Refusal::TooMany { accounts, most } => {
            let n = number(*accounts);
            let message = Message::TooManyAccounts { n, most: number(*most) };
            say(message, Message::TooManyAccountsHint { n }, Exit::Refused)
        }
        Refusal::Spray(spray) => {
            let (message, hint) = bulk::spray(spray, false, words, now);
            let message = words.say(&Message::NothingUnlocked { message: &message });
            FailureText::said(kind, message, hint, Exit::Refused)
        }
        Refusal::CutShort => say(Message::BulkCutShort, Message::BulkCutShortHint, Exit::Partly),
        Refusal::Report(error) => {
            let path = &error.path.display().to_string();
            match &error.fault {
                ReportFault::Ending => say(Message::ReportEnding { path }, Message::ReportEndingHint, Exit::Usage),
                ReportFault::Exists => say(Message::ReportExists { path }, Message::ReportExistsHint, Exit::Usage),
                ReportFault::Unwritable(fault) => {
                    let why = &words.fault(*fault);
                    say(Message::ReportUnwritable { path, why }, Message::ReportUnwritableHint, Exit::Usage)
                }
            }
        }
    }
}

/// What ended a run of many in the middle.
pub(in crate::commands) fn stopped_by(error: &DirectoryError, words: &Words) -> String {
    let cause = directory::describe(directory_kind(error), error, words).message;
    words.say(&Message::BulkStoppedDirectory { cause: &cause })
}

/// What is wrong with the report of a run that is done all the same.
pub(in crate::commands) fn report(error: &ReportError, words: &Words) -> String {
    let why = match &error.fault {
        ReportFault::Unwritable(fault) => words.fault(*fault),
        // Found before anything is done.
        ReportFault::Ending | ReportFault::Exists => String::new(),
    };
    words.say(&Message::BulkReportFailed { path: &error.path.display().to_string(), why: &why })
}

fn input(fault: &InputFault, words: &Words) -> String {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    words.say(&match fault {
        InputFault::Unreadable(fault) => return words.fault(*fault) + ".",
        InputFault::TooLarge => {
            Message::InputTooLarge { megabytes: i64::try_from(MAX_BYTES >> 20).unwrap_or(i64::MAX) }
        }
        InputFault::NoAccountColumn => Message::InputNoColumn,
        InputFault::SeveralAccountColumns { first, second } => {
            return words.say(&Message::InputSeveralColumns { first, second });
        }
        InputFault::OpenQuote { line } => Message::InputOpenQuote { line: number(*line) },
        InputFault::NothingUsable { rows, line: Some(line), why } => {
            let why = words.say(&fault_text(*why));
            return words.say(&Message::InputNothing { n: number(*rows), line: number(*line), why: &why });
        }
        InputFault::NothingUsable { why, .. } => {
            return words.say(&Message::InputNothingHere { why: &words.say(&fault_text(*why)) });
        }
    })
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use insta::assert_snapshot;
    use jiff::tz::TimeZone;

    use super::*;
    use crate::commands::Failure;
    use crate::domain::bulk::input::RowFault;
    use crate::domain::system_fault::SystemFault;
    use crate::text::Language;

    fn every_refusal() -> Vec<Refusal> {
        let faults = [
            InputFault::Unreadable(SystemFault::Missing),
            InputFault::TooLarge,
            InputFault::NoAccountColumn,
            InputFault::SeveralAccountColumns { first: "Konto".into(), second: "Användarnamn".into() },
            InputFault::OpenQuote { line: 3 },
            InputFault::NothingUsable { rows: 1, line: Some(2), why: RowFault::NotJson },
            InputFault::NothingUsable { rows: 9, line: None, why: RowFault::NoAccount },
        ];
        let reports = [ReportFault::Ending, ReportFault::Exists, ReportFault::Unwritable(SystemFault::ReadOnly)];
        let report = |fault| Refusal::Report(ReportError { path: "report.csv".into(), fault });
        let path = |n: usize| (n > 0).then(|| "/tmp/list.txt".into());
        let inputs = faults.into_iter().enumerate().map(|(n, fault)| Refusal::Input { path: path(n), fault });
        let others = [
            Refusal::NoReason,
            Refusal::OnlyForMany { option: "--report" },
            Refusal::OnlyForOne { option: "--code" },
            Refusal::TooMany { accounts: 4711, most: 50 },
            Refusal::CutShort,
        ];
        inputs.chain(others).chain(reports.into_iter().map(report)).collect()
    }

    fn shown(language: Language) -> String {
        let (words, now) = (Words::new(language, TimeZone::UTC), Timestamp::UNIX_EPOCH);
        every_refusal().into_iter().fold(String::new(), |mut text, refusal| {
            let told = super::super::describe(&Failure::Bulk(refusal), &words, now);
            writeln!(text, "{}: {}\n  {} {:?}", told.kind.name(), told.message, told.hint, told.exit).unwrap();
            text
        })
    }

    #[test]
    fn every_refusal_says_what_to_do() {
        assert_snapshot!(shown(Language::Swedish), @r#"
        input: Listan på standard in går inte att använda: den finns inte. Inget är ändrat.
          Kontrollera filens namn, och att du får läsa den. Usage
        input: Listan /tmp/list.txt går inte att använda: den är större än 64 MB. Inget är ändrat.
          Skriv ett konto per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username, eller JSON. Usage
        input: Listan /tmp/list.txt går inte att använda: första raden har flera kolumner, men ingen heter Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username. Inget är ändrat.
          Skriv ett konto per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username, eller JSON. Usage
        input: Listan /tmp/list.txt går inte att använda: två kolumner kan säga vilket kontot är, Konto och Användarnamn. Ta bort den ena. Inget är ändrat.
          Skriv ett konto per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username, eller JSON. Usage
        input: Listan /tmp/list.txt går inte att använda: citattecknet som börjar på rad 3 tar aldrig slut. Inget är ändrat.
          Skriv ett konto per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username, eller JSON. Usage
        input: Listan /tmp/list.txt går inte att använda: inget av det kan vara ett konto (en rad). Rad 2: inte JSON. Inget är ändrat.
          Skriv ett konto per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username, eller JSON. Usage
        input: Listan /tmp/list.txt går inte att använda: inget av det kan vara ett konto: inget konto står på raden. Inget är ändrat.
          Skriv ett konto per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username, eller JSON. Usage
        no_reason: Orsaken måste anges när flera konton låses upp. Inget är ändrat.
          Skriv --reason och orsaken, till exempel --reason "Lösenorden gick ut över helgen". Den antecknas i loggen. Usage
        only_for_many: --report gäller bara när flera konton låses upp. Inget är ändrat.
          Ta bort flaggan, eller ange en lista med --from. Usage
        only_for_one: --code gäller bara när ett konto låses upp. Inget är ändrat.
          Ta bort flaggan, eller lås upp ett konto i taget. Usage
        too_many: 4711 konton skulle låsas upp; fler än 50 görs inte utan --yes. Inget är ändrat.
          Se efter med --dry-run att det är rätt konton. Ska alla 4711 låsas upp, kör igen med --yes. Refused
        cut_short: Avbrutet mitt i: en del konton kan vara upplåsta, och loggen säger inte allt om hur det gick.
          Kör samma kommando igen: det som är upplåst görs inte om. Se också servicedesk audit show. Partly
        report_file: Rapporten report.csv kan vara CSV eller JSON Lines, och namnet säger inte vilket. Inget är ändrat.
          Låt namnet sluta på .csv eller .jsonl. Usage
        report_file: Filen report.csv finns redan och skrivs inte över. Inget är ändrat.
          Välj ett annat namn till --report, eller flytta undan filen. Usage
        report_file: Rapporten report.csv går inte att skriva: den är skrivskyddad. Inget är ändrat.
          Välj en mapp som finns och går att skriva i. Usage
        "#);
        assert_snapshot!(shown(Language::English), @r#"
        input: The list on standard input cannot be used: it does not exist. Nothing has changed.
          Check the file name, and that you may read the file. Usage
        input: The list /tmp/list.txt cannot be used: it is larger than 64 MB. Nothing has changed.
          Write one account per line, CSV with the header account, username, sAMAccountName, UserPrincipalName, mail, Konto or Användarnamn, or JSON. Usage
        input: The list /tmp/list.txt cannot be used: the first line has several columns, and none is called account, username, sAMAccountName, UserPrincipalName, mail, Konto or Användarnamn. Nothing has changed.
          Write one account per line, CSV with the header account, username, sAMAccountName, UserPrincipalName, mail, Konto or Användarnamn, or JSON. Usage
        input: The list /tmp/list.txt cannot be used: two columns may name the account, Konto and Användarnamn. Remove one of them. Nothing has changed.
          Write one account per line, CSV with the header account, username, sAMAccountName, UserPrincipalName, mail, Konto or Användarnamn, or JSON. Usage
        input: The list /tmp/list.txt cannot be used: the quotation mark that begins on line 3 is never closed. Nothing has changed.
          Write one account per line, CSV with the header account, username, sAMAccountName, UserPrincipalName, mail, Konto or Användarnamn, or JSON. Usage
        input: The list /tmp/list.txt cannot be used: nothing in it can be an account (one line). Line 2: not JSON. Nothing has changed.
          Write one account per line, CSV with the header account, username, sAMAccountName, UserPrincipalName, mail, Konto or Användarnamn, or JSON. Usage
        input: The list /tmp/list.txt cannot be used: nothing in it can be an account: no account on this line. Nothing has changed.
          Write one account per line, CSV with the header account, username, sAMAccountName, UserPrincipalName, mail, Konto or Användarnamn, or JSON. Usage
        no_reason: Unlocking several accounts needs a reason. Nothing has changed.
          Give the reason with --reason, such as --reason "Passwords expired over the holiday". It is recorded in the audit log. Usage
        only_for_many: --report is only for unlocking several accounts. Nothing has changed.
          Leave the option out, or give a list with --from. Usage
        only_for_one: --code is only for unlocking one account. Nothing has changed.
          Leave the option out, or unlock one account at a time. Usage
        too_many: 4711 accounts would be unlocked; more than 50 require --yes. Nothing has changed.
          Check with --dry-run that they are the right ones. To unlock all 4711, run it again with --yes. Refused
        cut_short: Interrupted: some accounts may be unlocked, and the audit log does not have every outcome.
          Run the same command again: accounts already unlocked are skipped. See also servicedesk audit show. Partly
        report_file: The report report.csv can be CSV or JSON Lines, but its name does not say which. Nothing has changed.
          Use a name that ends in .csv or .jsonl. Usage
        report_file: The file report.csv already exists and is not overwritten. Nothing has changed.
          Choose another name for --report, or move the file away. Usage
        report_file: The report report.csv cannot be written: it is read-only. Nothing has changed.
          Choose a folder that exists and that you may write to. Usage
        "#);
    }
}
