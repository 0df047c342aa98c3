//! Reports during calls: what was done on standard output, what failed on standard error. Asks nothing.

use std::io;

use jiff::SignedDuration;
use zeroize::Zeroizing;

use super::{CallChange, CallSummary, CallerIdentity, ChangeEnd, Done, ReportCalls};
use crate::commands::caller::all_controllers::{AllControllers, render as all_controllers};
use crate::commands::caller::render::sign_in;
use crate::commands::check_policy::{PasswordRequirements, render::requirements::caller_sentence};
use crate::commands::failure::render::describe;
use crate::commands::reset::{self as reset_command, render as reset};
use crate::commands::unlock::render as unlock;
use crate::commands::unlock::watch::render as watch;
use crate::commands::{CodeRefusal, Failure};
use crate::domain::after_unlock::{AfterUnlock, UnlockedAccount};
use crate::domain::audit::Action;
use crate::ports::Clock;
use crate::text::{DeskDetails, Message, Words};
use crate::ui::{Console, Style};
use crate::view::caller_script;

pub struct CallReporter<'a> {
    pub console: &'a dyn Console,
    pub words: &'a Words,
    pub clock: &'a dyn Clock,
    pub desk: &'a DeskDetails,
    pub verbose: bool,
    pub style: Style,
    /// The style of standard output.
    pub out_style: Style,
}

impl ReportCalls for CallReporter<'_> {
    fn requirements(&self, requirements: &PasswordRequirements) {
        let sentence = caller_sentence(requirements, self.words);
        let said = self.words.say(&Message::SayAloud { sentence: &sentence });
        let said = caller_script::wrapped(&said, self.console.width(), self.style, self.words);
        said.lines().for_each(|line| self.console.err(line));
    }

    fn done(&self, done: &Done<'_>) {
        let mut written = self.write(&self.text(done));
        if let Done::NewPassword(outcome) = done {
            written = written.and(self.show(outcome));
        }
        let Err(error) = written else { return };
        let why = self.words.fault(error.into());
        self.console.err(&self.words.say(&match done {
            Done::NewPassword(outcome) if outcome.generated.is_some() => {
                Message::GeneratedSetNotShown { account: &outcome.account }
            }
            Done::KeptPassword { unlocked: true, .. } | Done::NewPassword(_) => {
                Message::ResultOfChangeNotWritten { why: &why }
            }
            _ => Message::ResultNotWritten { why: &why },
        }));
    }

    fn summary(&self, summary: &CallSummary<'_>) {
        let text =
            caller_script::wrapped(&self.case(summary).join("\n"), self.console.width(), self.out_style, self.words);
        if self.console.out(&format!("{text}\n")).is_err() {
            self.console.err(&text);
        }
    }

    fn broken_off_after_change(&self) {
        self.console.err(&self.words.say(&Message::BrokenOffAfterChange));
    }

    fn code_ended(&self, refusal: CodeRefusal) {
        self.console.err(&self.words.say(&match refusal {
            CodeRefusal::Wrong { .. } | CodeRefusal::NoTriesLeft => Message::CodeEndedWrong,
            CodeRefusal::Expired => Message::CodeEndedExpired,
            _ => Message::CodeEnded,
        }));
    }

    fn waiting(&self, left: Option<SignedDuration>) {
        let left = left.map(|left| (left.as_millis().max(0) + 999) / 1000);
        let shown = left.map(|left| self.words.say(&Message::WaitNewCode { left: &left.to_string() }));
        self.console.working(shown.as_deref());
    }

    fn failed(&self, failure: &Failure) {
        let text = describe(failure, self.words, self.clock.now());
        for line in text.lines(self.verbose, self.style, self.words) {
            self.console.err(&line);
        }
    }
}

impl CallReporter<'_> {
    fn write(&self, text: &str) -> io::Result<()> {
        let text = Zeroizing::new(caller_script::wrapped(text, self.console.width(), self.out_style, self.words));
        self.console.out(&Zeroizing::new([text.as_str(), "\n"].concat()))
    }

    /// Shows a generated password until the operator has read it out, so that it is not left for the next caller.
    fn show(&self, outcome: &reset_command::Outcome) -> io::Result<()> {
        let lines = Zeroizing::new(reset::shown(outcome, self.console.width(), self.words));
        if lines.is_empty() {
            return Ok(());
        }
        let text = Zeroizing::new(lines.join("\n"));
        match self.console.show_until_read(&text, &self.words.say(&Message::AskPasswordRead)) {
            Some(is_erased) => {
                if is_erased {
                    self.console.err(&self.words.say(&Message::PasswordErased));
                }
                Ok(())
            }
            None => self.write(&text),
        }
    }

    /// Three lines to copy into the case.
    fn case(&self, summary: &CallSummary<'_>) -> [String; 3] {
        let CallSummary { account, ticket, identity, changes, operator } = summary;
        let (words, now) = (self.words, self.clock.now());
        let (name, account) = (account.display_name.as_str(), account.name.as_str());
        let who = words.say(&match ticket {
            Some(ticket) => Message::SummaryOfCase { ticket, name, account },
            None => Message::SummaryOfCall { name, account },
        });
        let identity = match identity {
            CallerIdentity::Code { number, at } => {
                words.say(&Message::SummaryVerified { number, at: &words.clock(*at, now) })
            }
            CallerIdentity::Manager { manager, number, at } => {
                let at = &words.clock(*at, now);
                words.say(&Message::SummaryVouched { manager, number, at })
            }
            CallerIdentity::Otherwise(how) => words.say(&Message::SummaryIdentified { how }),
            CallerIdentity::Unverified => words.say(&Message::SummaryUnverified),
        };
        let change = |CallChange { what, at, end }: &CallChange| {
            let at = &words.clock(*at, now);
            if *end == ChangeEnd::Lost {
                return words.say(&Message::SummaryLost { at });
            }
            let what = words.say(&match what {
                Action::Reset => Message::SummaryReset { at },
                Action::SendPassword => Message::SummaryPasswordSent { at },
                _ => Message::SummaryUnlocked { at },
            });
            match end {
                ChangeEnd::Unclear => words.say(&Message::SummaryUnclear { what: &what }),
                ChangeEnd::OldGone => words.say(&Message::SummaryOldGone { what: &what }),
                ChangeEnd::Done | ChangeEnd::Lost => what,
            }
        };
        let changes: Vec<String> = changes.iter().map(change).collect();
        let done = match changes.as_slice() {
            [] => words.say(&Message::SummaryUnchanged),
            changes => words.say(&Message::SummaryBy { what: &changes.join(". "), operator }),
        };
        [who, identity, done]
    }

    fn text(&self, done: &Done<'_>) -> String {
        let words = self.words;
        let (mut lines, has_mobile) = match done {
            Done::KeptPassword { account, restrictions, unlocked, everywhere } => {
                let has_mobile = account.mobile.reachable().is_some();
                let (name, password) = (account.display_name.as_str(), &account.password);
                let account = account.name.as_str();
                let on = &caller_script::where_to(restrictions, self.desk, words);
                let services = &caller_script::services(self.desk, words);
                let after = AfterUnlock::of(&UnlockedAccount {
                    password,
                    // No other choice than a new one is given then.
                    password_unknown: false,
                    can_be_reset: true,
                    within_hours: restrictions.within_hours(),
                    was_unlocked: *unlocked,
                    controllers_agree: everywhere.is_none_or(AllControllers::agree),
                });
                let next = match after {
                    AfterUnlock::PasswordToKeep | AfterUnlock::NewPassword | AfterUnlock::HandOver => {
                        Some(Message::DoReset { account })
                    }
                    AfterUnlock::WaitForHours => None,
                    AfterUnlock::ChangeAtSignIn => Some(Message::SayMustChange),
                    AfterUnlock::TryNow => Some(unlock::try_now(restrictions, on, services)),
                    AfterUnlock::TrySoon => Some(Message::TrySoon { on }),
                    AfterUnlock::TryAgain => Some(Message::SayTryAgain),
                };
                let mut lines = vec![unlock::done(*unlocked, name, account, words)];
                lines.extend(all_controllers::sentences(*everywhere, account, words));
                lines.extend(sign_in(restrictions, next.as_ref(), words));
                (lines, has_mobile)
            }
            Done::NewPassword(outcome) => {
                let mut lines = reset::done(outcome, words);
                let all = outcome.everywhere.as_ref();
                lines.extend(all_controllers::sentences(all, &outcome.account, words));
                return lines.join("\n");
            }
            Done::Watched { account, watched } => {
                // The desk's number was told with the unlock.
                return watch::sentences(watched, account.name.as_str(), self.style, words).join("\n");
            }
            Done::Advice(outcome) => {
                let mut lines = reset::sign_in_with_new(outcome, self.desk, words);
                lines.extend((!outcome.is_everywhere()).then(|| words.say(&Message::SayInAWhile)));
                (lines, outcome.has_mobile)
            }
        };
        lines.extend(caller_script::call_us(self.desk, words));
        lines.extend(caller_script::next_time(has_mobile, self.desk, words));
        lines.join("\n")
    }
}
