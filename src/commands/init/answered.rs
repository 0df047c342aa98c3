//! The answers so far. After a step back the questions are gone through again, and all but the last are answered from here.

use std::cell::{Cell, RefCell};

use crate::domain::password::Password;

#[derive(Clone)]
pub(super) enum Answer {
    Line(String),
    /// The index of an item.
    Item(usize),
    Secret(Password),
}

#[derive(Default)]
pub(super) struct Answered {
    answers: RefCell<Vec<Answer>>,
    /// How many of them were given since the last step back.
    at: Cell<usize>,
    /// The answer that was taken back, until the question is asked again.
    former: RefCell<Option<Answer>>,
    repeats: Cell<bool>,
}

impl Answered {
    /// Whether no question comes before the next.
    pub(super) fn is_first(&self) -> bool {
        self.answers.borrow().is_empty()
    }

    /// Whether a question is yet to come that was answered before.
    pub(super) fn is_known(&self) -> bool {
        self.at.get() < self.answers.borrow().len()
    }

    /// Whether nothing was asked since the last step back.
    pub(super) fn repeats(&self) -> bool {
        self.repeats.get()
    }

    /// The next answer, if it is known.
    pub(super) fn next(&self) -> Option<Answer> {
        let answer = self.answers.borrow().get(self.at.get()).cloned()?;
        self.at.set(self.at.get() + 1);
        Some(answer)
    }

    /// The answer to the question that is asked again.
    pub(super) fn former(&self) -> Option<Answer> {
        self.repeats.set(false);
        self.former.take()
    }

    pub(super) fn keep(&self, answer: Answer) {
        let mut answers = self.answers.borrow_mut();
        answers.push(answer);
        self.at.set(answers.len());
    }

    /// Takes the last answer back: it will not do, and the same question follows.
    pub(super) fn reject(&self) {
        self.answers.borrow_mut().pop();
        self.at.set(self.answers.borrow().len());
    }

    /// Goes one question back and begins anew; `false` where there is none.
    pub(super) fn step_back(&self) -> bool {
        let Some(former) = self.answers.borrow_mut().pop() else { return false };
        self.former.replace(Some(former));
        self.at.set(0);
        self.repeats.set(true);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(answer: Option<Answer>) -> Option<usize> {
        answer.map(|answer| if let Answer::Item(n) = answer { n } else { panic!("no item") })
    }

    #[test]
    fn step_back_repeats_all_answers_but_the_last() {
        let answered = Answered::default();
        assert!(answered.is_first() && !answered.step_back(), "there is no question before the first");
        for n in [1, 2, 3] {
            assert_eq!(item(answered.next()), None);
            answered.keep(Answer::Item(n));
        }
        assert!(answered.step_back() && answered.is_known() && answered.repeats());
        assert_eq!([answered.next(), answered.next(), answered.next()].map(item), [Some(1), Some(2), None]);
        assert!(!answered.is_known() && answered.repeats());
        assert_eq!((item(answered.former()), answered.repeats()), (Some(3), false));
        answered.keep(Answer::Item(4));
        answered.reject();
        assert_eq!(item(answered.next()), None, "a rejected answer is not repeated");
        answered.keep(Answer::Item(5));
        assert!(answered.step_back() && answered.step_back());
        assert_eq!([answered.next(), answered.next()].map(item), [Some(1), None]);
        assert_eq!(item(answered.former()), Some(2));
    }
}
