//! What is told while calls go on: what was done on standard output, what failed on standard error. Asks nothing.

use zeroize::Zeroizing;

use super::{Done, ReportCalls};
use crate::commands::Failure;
use crate::commands::caller::all_controllers::{AllControllers, render as all_controllers};
use crate::commands::check_policy::{Demands, render::requirements};
use crate::commands::failure::render::describe;
use crate::commands::reset::render as reset;
use crate::ports::Clock;
use crate::text::{DeskDetails, Message, Words};
use crate::ui::{Console, Style, wrapped};
use crate::view::caller_script;

/// Tells an operator who carries calls.
pub struct CallReporter<'a> {
    pub console: &'a dyn Console,
    pub words: &'a Words,
    pub clock: &'a dyn Clock,
    pub desk: &'a DeskDetails,
    /// They asked to be told more.
    pub verbose: bool,
    pub style: Style,
}

impl ReportCalls for CallReporter<'_> {
    fn requirements(&self, demands: &Demands) {
        let sentence = requirements::spoken(demands, self.words);
        self.console.err(&self.words.say(&Message::SayAloud { sentence: &sentence }));
    }

    fn done(&self, done: &Done<'_>) {
        // It may hold the password that was made.
        let text = Zeroizing::new(self.text(done));
        let text = Zeroizing::new(wrapped(&text, self.console.width()));
        let text = Zeroizing::new([text.as_str(), "\n"].concat());
        let Err(error) = self.console.out(&text) else { return };
        let why = error.to_string();
        self.console.err(&self.words.say(&match done {
            Done::NewPassword(outcome) if outcome.generated.is_some() => {
                Message::GeneratedSetNotShown { account: &outcome.account }
            }
            Done::Kept { unlocked: true, .. } | Done::NewPassword(_) => Message::ResultOfChangeNotWritten { why: &why },
            _ => Message::ResultNotWritten { why: &why },
        }));
    }

    fn failed(&self, failure: &Failure) {
        let told = describe(failure, self.words, self.clock.now());
        for line in told.lines(self.verbose, self.style, self.words) {
            self.console.err(&line);
        }
    }
}

impl CallReporter<'_> {
    fn text(&self, done: &Done<'_>) -> String {
        let say = |message| self.words.say(&message);
        let mut lines = match done {
            Done::Kept { account, restrictions, unlocked, everywhere } => {
                let (name, password) = (account.display_name.as_str(), &account.password);
                let account = account.name.as_str();
                let mut lines = vec![say(match unlocked {
                    true => Message::Unlocked { name, account },
                    false => Message::NothingToUnlock { name, account },
                })];
                lines.extend(
                    everywhere
                        .iter()
                        .flat_map(|everywhere| all_controllers::sentences(everywhere, account, self.words)),
                );
                let agree = everywhere.is_none_or(AllControllers::agree);
                let on = caller_script::where_to(restrictions, self.desk, self.words);
                let on = on.as_str();
                let then = match unlocked {
                    _ if password.prevents_sign_in() => Some(Message::DoReset { account }),
                    // Nothing else lets them in before.
                    _ if !restrictions.within_hours() => None,
                    _ if password.change_required() => Some(Message::SayMustChange),
                    true if agree => Some(Message::TryNow { on }),
                    true => Some(Message::TrySoon { on }),
                    false => Some(Message::SayTryAgain),
                };
                let names_them = matches!(then, Some(Message::TryNow { .. } | Message::TrySoon { .. }));
                lines.extend(caller_script::hours(restrictions, self.words));
                lines.extend(caller_script::computers(restrictions, self.words).filter(|_| !names_them));
                lines.extend(then.map(say));
                lines
            }
            Done::NewPassword(outcome) => {
                let everywhere = outcome.everywhere.iter();
                let told = everywhere
                    .flat_map(|everywhere| all_controllers::sentences(everywhere, &outcome.account, self.words));
                let mut text = reset::done(outcome, self.console.width(), self.words);
                told.for_each(|line| text.extend(["\n", line.as_str()]));
                return text;
            }
            Done::Advice { at_the_workplace, restrictions, must_change, behind } => {
                let (desk, words) = (self.desk, self.words);
                let mut lines = reset::sign_in_with_new(restrictions, *must_change, *at_the_workplace, desk, words);
                lines.extend(behind.then(|| say(Message::SayInAWhile)));
                lines
            }
        };
        lines.extend(caller_script::call_us(self.desk, self.words));
        lines.join("\n")
    }
}
