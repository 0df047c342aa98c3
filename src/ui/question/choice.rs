//! A choice among items: a menu, or on a plain terminal a numbered list.

use std::time::Instant;

use super::{Echo, Prompter, RawMode, dim, erase, no_answer, say};
use crate::ports::NoAnswer;
use crate::ui::keys::Key;
use crate::ui::menu::{self, Menu};
use crate::ui::{Prompt, wrapped};

impl Prompter<'_> {
    /// Asks for one of `items` and returns its index.
    pub(in crate::ui) fn choice(
        &mut self,
        prompt: &Prompt<'_>,
        items: &[String],
        usual: usize,
    ) -> Result<usize, NoAnswer> {
        if self.plain { self.typed_choice(prompt, items, usual) } else { self.menu(prompt, items, usual) }
    }

    fn menu(&mut self, prompt: &Prompt<'_>, items: &[String], usual: usize) -> Result<usize, NoAnswer> {
        let mut raw = RawMode::enter(!self.plain)?;
        self.keys.discard();
        let asked = wrapped(prompt.question, Some((self.size)().0));
        let ask = || say(&format!("{}\r\n", asked.replace('\n', "\r\n")));
        ask();
        let mut menu = Menu::new(items, usual);
        let mut drawn = String::new();
        let mut is_text = false;
        let ended = loop {
            let (columns, rows) = (self.size)();
            // Without the question and the line of the keys.
            let lines = menu.lines(usize::from(columns) - 1, usize::from(rows.saturating_sub(3)));
            say(&format!("{}{}\r\n", erase(&drawn, columns), lines.join("\r\n")));
            self.skip_habitual_enter();
            say(&format!("{}\r", dim(prompt.keys, columns)));
            drawn = lines.join("\n");
            let key = self.keys.next().map_err(no_answer);
            // The line break of an unmarked paste selects nothing.
            is_text = !self.keys.is_typed() && is_text;
            match key {
                Ok(Key::Terminate) => break Err(NoAnswer::Terminated),
                // A paste cannot answer a menu.
                Ok(_) if self.keys.are_pasting() => {}
                Ok(Key::Enter) if is_text => {}
                Ok(Key::Enter) => {
                    let rest = self.keys.discard_paste().map_err(no_answer);
                    break rest.map(|_| menu.chosen());
                }
                Ok(Key::Escape | Key::Char('q')) => break Err(NoAnswer::Back),
                Ok(Key::Interrupt | Key::EndOfInput) => break Err(NoAnswer::Cancelled),
                Ok(key @ (Key::Suspend | Key::Resumed)) => {
                    say("\x1b[J");
                    raw.suspend(self.keys, key);
                    ask();
                    drawn.clear();
                }
                Ok(key) if self.asks_for_help(key, !is_text) => {
                    let help = wrapped(prompt.help, Some(columns)).replace('\n', "\r\n");
                    say(&format!("{}{help}\r\n", erase(&format!("{asked}\n{drawn}"), columns)));
                    ask();
                    drawn.clear();
                }
                Ok(key) => {
                    is_text |= matches!(key, Key::Char(c) if !c.is_ascii_digit())
                        || matches!(key, Key::Unreadable | Key::Control);
                    if menu.press(key) && !is_text && self.keys.is_typed() && !self.keys.are_pending() {
                        self.answered.set(Some(Instant::now()));
                        break Ok(menu.chosen());
                    }
                }
                Err(error) => break Err(error),
            }
        };
        let columns = (self.size)().0;
        say(&erase(&drawn, columns));
        if let Ok(chosen) = ended {
            let answered = wrapped(&format!("{} {}", prompt.question, items[chosen]), Some(columns));
            say(&format!("{}{}\r\n", erase(&asked, columns), answered.replace('\n', "\r\n")));
        }
        ended
    }

    fn typed_choice(&mut self, prompt: &Prompt<'_>, items: &[String], usual: usize) -> Result<usize, NoAnswer> {
        let numbered = |n| menu::numbered(items, n, if n == usual { '*' } else { ' ' });
        let list: Vec<String> = (0..items.len()).map(numbered).collect();
        let asked = wrapped(&format!("{}\n{}", prompt.question, list.join("\n")), Some((self.size)().0));
        // One raw mode for all attempts, so that input typed between them is not echoed twice.
        let mut raw = RawMode::enter(!self.plain)?;
        say(&format!("{}\r\n", asked.replace('\n', "\r\n")));
        let question = format!("1–{} [{}]", items.len(), usual + 1);
        let number = Prompt { question: &question, ..*prompt };
        loop {
            let typed = match self.raw_line(&mut raw, &number, Echo::Shown) {
                Err(NoAnswer::Unreadable) => continue,
                typed => typed?,
            };
            if typed.trim().is_empty() {
                return Ok(usual);
            }
            if let Some(number) = typed.trim().parse().ok().filter(|number| (1..=items.len()).contains(number)) {
                return Ok(number - 1);
            }
        }
    }
}
