//! The one table that `cargo bench` prints: what was measured, beside what, and what was wanted. A goal that is not
//! reached is marked and repeated at the end; it fails nothing.

use std::time::Duration;

/// What is wanted of a figure, in its own unit.
#[derive(Clone, Copy)]
pub enum Goal {
    None,
    AtMost(f64),
    AtLeast(f64),
}

#[derive(Default)]
pub struct Table {
    goals: usize,
    missed: Vec<String>,
    section: String,
}

impl Table {
    pub fn section(&mut self, title: &str) {
        title.clone_into(&mut self.section);
        println!("\n{title:<52} {:>11} {:>11} {:>7}   wanted", "servicedesk", "beside it", "ratio");
    }

    /// A time, of which at most so many seconds are wanted.
    pub fn time(&mut self, what: &str, time: Duration, goal: Goal) {
        self.print(what, &seconds(time), "", None, time.as_secs_f64(), goal, |wanted| {
            seconds(Duration::from_secs_f64(wanted))
        });
    }

    /// A time beside that of another program in the same run. The goal is for their ratio.
    pub fn beside(&mut self, what: &str, ours: Duration, other: Duration, goal: Goal) {
        let ratio = ratio(ours, other);
        self.print(what, &seconds(ours), &seconds(other), Some(ratio), ratio, goal, |wanted| format!("{wanted:.2}"));
    }

    /// A number with its unit.
    pub fn number(&mut self, what: &str, number: f64, unit: &str, goal: Goal) {
        let text = |number: f64| format!("{} {unit}", short(number)).trim_end().to_owned();
        self.print(what, &text(number), "", None, number, goal, text);
    }

    /// A ratio of totals that no single pair of times shows.
    pub fn ratio(&mut self, what: &str, ratio: f64, goal: Goal) {
        self.print(what, "", "", Some(ratio), ratio, goal, |wanted| format!("{wanted:.2}"));
    }

    #[allow(clippy::too_many_arguments, reason = "the columns of a row")]
    fn print(
        &mut self,
        what: &str,
        ours: &str,
        other: &str,
        ratio: Option<f64>,
        figure: f64,
        goal: Goal,
        text: impl Fn(f64) -> String,
    ) {
        let (wanted, reached) = match goal {
            Goal::None => (String::new(), true),
            Goal::AtLeast(least) => (format!("at least {}", text(least)), figure >= least),
            Goal::AtMost(most) => (format!("at most {}", text(most)), figure <= most),
        };
        self.goals += usize::from(!wanted.is_empty());
        if !reached {
            self.missed.push(format!("{}: {what}: {}, wanted {wanted}", self.section, text(figure)));
        }
        let ratio = ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        let mark = if reached { "" } else { "  not reached" };
        let row = format!("  {what:<50} {ours:>11} {other:>11} {ratio:>7}   {wanted}{mark}");
        println!("{}", row.trim_end());
    }
}

impl Drop for Table {
    fn drop(&mut self) {
        println!("\n{} of {} goals reached.", self.goals - self.missed.len(), self.goals);
        for missed in &self.missed {
            println!("  {missed}");
        }
    }
}

pub fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

fn seconds(time: Duration) -> String {
    format!("{time:.2?}")
}

fn short(number: f64) -> String {
    if number >= 100.0 { format!("{number:.0}") } else { format!("{number:.2}") }
}
