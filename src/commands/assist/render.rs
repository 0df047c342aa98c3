//! Reports during calls: what was done on standard output, what failed on standard error. Asks nothing.

use zeroize::Zeroizing;

use super::{Done, ReportCalls};
use crate::commands::Failure;
use crate::commands::caller::all_controllers::{AllControllers, render as all_controllers};
use crate::commands::caller::render::sign_in;
use crate::commands::check_policy::{PasswordRequirements, render::requirements::caller_sentence};
use crate::commands::failure::render::describe;
use crate::commands::reset::render as reset;
use crate::commands::unlock::render as unlock;
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
        // It may hold a generated password.
        let text = Zeroizing::new(self.text(done));
        let text = Zeroizing::new(caller_script::wrapped(&text, self.console.width(), self.out_style, self.words));
        let text = Zeroizing::new([text.as_str(), "\n"].concat());
        let Err(error) = self.console.out(&text) else { return };
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

    fn failed(&self, failure: &Failure) {
        let text = describe(failure, self.words, self.clock.now());
        for line in text.lines(self.verbose, self.style, self.words) {
            self.console.err(&line);
        }
    }
}

impl CallReporter<'_> {
    fn text(&self, done: &Done<'_>) -> String {
        let words = self.words;
        let mut lines = match done {
            Done::KeptPassword { account, restrictions, unlocked, everywhere } => {
                let (name, password) = (account.display_name.as_str(), &account.password);
                let account = account.name.as_str();
                let on = &caller_script::where_to(restrictions, self.desk, words);
                let next = match unlocked {
                    _ if password.prevents_sign_in() => Some(Message::DoReset { account }),
                    // Nothing lets them in before.
                    _ if !restrictions.within_hours() => None,
                    _ if password.change_required() => Some(Message::SayMustChange),
                    true if everywhere.is_none_or(AllControllers::agree) => Some(Message::TryNow { on }),
                    true => Some(Message::TrySoon { on }),
                    false => Some(Message::SayTryAgain),
                };
                let mut lines = vec![unlock::done(*unlocked, name, account, words)];
                lines.extend(all_controllers::sentences(*everywhere, account, words));
                lines.extend(sign_in(restrictions, next.as_ref(), words));
                lines
            }
            Done::NewPassword(outcome) => {
                // It may hold a generated password: the lines are not kept.
                let mut lines = Zeroizing::new(reset::done(outcome, self.console.width(), words));
                let all = outcome.everywhere.as_ref();
                lines.extend(all_controllers::sentences(all, &outcome.account, words));
                return lines.join("\n");
            }
            Done::Advice { at_the_workplace, outcome } => {
                let must_change = outcome.must_change.is_required();
                let place = *at_the_workplace;
                let mut lines = reset::sign_in_with_new(&outcome.restrictions, must_change, place, self.desk, words);
                lines.extend((!outcome.is_everywhere()).then(|| words.say(&Message::SayInAWhile)));
                lines
            }
        };
        lines.extend(caller_script::call_us(self.desk, words));
        lines.join("\n")
    }
}
