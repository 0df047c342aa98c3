//! What is told while calls go on: what was done on standard output, what failed on standard error. Asks nothing.

use zeroize::Zeroizing;

use super::{Console, Output, Style, aloud, demands, failed, render, servers, told, wrapped};
use crate::commands::Failure;
use crate::commands::assist::{Done, Telling};
use crate::commands::check_policy::Demands;
use crate::commands::everywhere::Everywhere;
use crate::ports::Clock;
use crate::text::{DeskDetails, Message, Words};

/// Tells an operator who carries calls.
pub struct CallTelling<'a> {
    /// Where they sit.
    pub console: &'a dyn Console,
    /// In their language.
    pub words: &'a Words,
    /// The time, for times that are told.
    pub clock: &'a dyn Clock,
    /// What callers are told about the desk.
    pub desk: &'a DeskDetails,
    /// They asked to be told more.
    pub verbose: bool,
    /// On standard error.
    pub style: Style,
}

impl Telling for CallTelling<'_> {
    fn requirements(&self, demands: &Demands) {
        let sentence = demands::spoken(demands, self.words);
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
        let told = told(failure, self.words, self.clock.now());
        let (_, lines) = failed(&told, Output::Table, self.verbose, self.style, self.words);
        for line in lines {
            self.console.err(&line);
        }
    }
}

impl CallTelling<'_> {
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
                lines.extend(everywhere.iter().flat_map(|everywhere| servers::told(everywhere, account, self.words)));
                let agree = everywhere.is_none_or(Everywhere::agree);
                let on = aloud::where_to(restrictions, self.desk, self.words);
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
                lines.extend(aloud::hours(restrictions, self.words));
                lines.extend(aloud::computers(restrictions, self.words).filter(|_| !names_them));
                lines.extend(then.map(say));
                lines
            }
            Done::NewPassword(outcome) => {
                let everywhere = outcome.everywhere.iter();
                let told = everywhere.flat_map(|everywhere| servers::told(everywhere, &outcome.account, self.words));
                let mut text = render::new_password(outcome, self.console.width(), self.words);
                told.for_each(|line| text.extend(["\n", line.as_str()]));
                return text;
            }
            Done::Advice { at_the_workplace, restrictions, must_change, behind } => {
                let (desk, words) = (self.desk, self.words);
                let mut lines = render::sign_in_with_new(restrictions, *must_change, *at_the_workplace, desk, words);
                lines.extend(behind.then(|| say(Message::SayInAWhile)));
                lines
            }
        };
        lines.extend(aloud::call_us(self.desk, self.words));
        lines.join("\n")
    }
}
