//! Tells the owner of an account by SMS that it was changed, or may have been, after the caller has been told. Whatever
//! becomes of the message, the change stays.

pub(in crate::commands) mod render;

use jiff::{SignedDuration, Timestamp};

use super::{CallerContext, Ports};
use crate::commands::{Effect, Failure};
use crate::domain::account::Account;
use crate::domain::audit::Action;
use crate::domain::owner_notice::{NoNumberToTell, OwnerEvent, number_to_tell};
use crate::domain::phone::Phone;
use crate::ports::{AcceptedSms, Sms, SmsError, SmsGateway, SmsText};

/// How long the gateway may try to deliver the message: a phone may be off for a while. Every gateway takes this much.
const VALID: SignedDuration = SignedDuration::from_hours(4);

/// A change that the owner is to be told of.
#[derive(Debug)]
pub struct OwnerNews {
    /// As it was before the change: an unlock makes no number older.
    account: Account,
    event: OwnerEvent,
    at: Timestamp,
    /// The number that a generated password was sent to.
    password_at: Option<Phone>,
}

/// What the owner is to be told, and how that went.
#[derive(Debug, Default)]
pub struct OwnerTelling {
    /// Taken when the owner is told.
    pub news: Option<Box<OwnerNews>>,
    pub notice: Option<OwnerNotice>,
}

impl OwnerTelling {
    /// Whether the audit log lacks how the message ended.
    pub(in crate::commands) fn is_unrecorded(&self) -> bool {
        matches!(self.notice, Some(OwnerNotice::Unclear(Failure::NotRecorded { .. })))
    }
}

/// An outcome whose account's owner may be to be told of it.
pub trait TellsOwner {
    fn owner(&mut self) -> &mut OwnerTelling;
}

/// How the owner was told.
#[derive(Debug)]
pub enum OwnerNotice {
    /// `to`: masked. `queued`: the gateway will deliver it later.
    Sent {
        to: String,
        queued: bool,
    },
    /// A generated password went to their number, and its message says what was done.
    InPasswordSms,
    /// It may have been sent, or its outcome is not recorded.
    Unclear(Failure),
    NotSent(NoOwnerNotice),
}

/// Why the owner was not told.
#[derive(Debug)]
pub enum NoOwnerNotice {
    NoNumber(NoNumberToTell),
    Failed(Failure),
}

impl NoOwnerNotice {
    /// The name in JSON and the audit log.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NoNumber(why) => why.name(),
            Self::Failed(failure) => failure.kind().name(),
        }
    }
}

/// Reports to the operator whether the owner was told.
pub trait ReportOwnerNotice {
    /// `in_document`: scripts read it in the command's document.
    fn told(&self, notice: &OwnerNotice, in_document: bool);
}

/// What a failed change may have left behind that the owner is to be told of; `None`: nothing.
fn left_behind(action: Action, failure: &Failure) -> Option<OwnerEvent> {
    let (done, possible) = match action {
        Action::Reset => (OwnerEvent::PasswordReset, OwnerEvent::PossibleReset),
        Action::Unlock => (OwnerEvent::Unlock, OwnerEvent::PossibleUnlock),
        _ => return None,
    };
    match failure.effect() {
        Effect::Nothing | Effect::StepOnly => None,
        Effect::Possible => Some(possible),
        Effect::Done => Some(done),
    }
}

impl<P: Ports> CallerContext<'_, P> {
    /// What the owner is to be told of `event`; `None` if they are not, as configured. `password_at`: the number that a
    /// generated password was sent to.
    pub(in crate::commands) fn owner_news(
        &self,
        account: &Account,
        event: OwnerEvent,
        password_at: Option<&Phone>,
    ) -> OwnerTelling {
        // It says more than what earlier attempts left behind.
        self.owed_news.borrow_mut().take_if(|owed| owed.event <= event);
        let news = self.notify.covers(event).then(|| {
            let (account, password_at) = (account.clone(), password_at.cloned());
            Box::new(OwnerNews { account, event, at: self.clock.now(), password_at })
        });
        OwnerTelling { news, notice: None }
    }

    /// Keeps what the owner is to be told of although the change failed, and returns why it did.
    pub(in crate::commands) fn owing_news(&self, account: &Account, action: Action, failure: Failure) -> Failure {
        if let Some(event) = left_behind(action, &failure)
            && self.owed_news.borrow().as_ref().is_none_or(|owed| owed.event <= event)
        {
            let telling = self.owner_news(account, event, None);
            self.owed_news.replace(telling.news);
        }
        failure
    }

    /// Whether the owner is still to be told of a change that failed.
    pub fn owes_news(&self) -> bool {
        self.owed_news.borrow().is_some()
    }

    /// Tells the owner of a change that failed, if that is still to be done, and the operator how it went.
    pub async fn tell_owed(&self) {
        let owed = self.owed_news.take();
        if let Some(news) = owed {
            self.tell(&news, false).await;
        }
    }

    /// Tells the owner, if that is still to be done, and the operator how it went.
    pub async fn tell_owner(&self, telling: &mut OwnerTelling) {
        if let Some(news) = telling.news.take() {
            telling.notice = Some(self.tell(&news, true).await);
        }
    }

    async fn tell(&self, news: &OwnerNews, in_document: bool) -> OwnerNotice {
        let notice = Box::pin(self.told(news)).await.unwrap_or_else(OwnerNotice::NotSent);
        self.owner_reporter.told(&notice, in_document);
        notice
    }

    async fn told(&self, news: &OwnerNews) -> Result<OwnerNotice, NoOwnerNotice> {
        let OwnerNews { account, event, at, password_at } = news;
        let number = number_to_tell(account, self.mobile, *at).map_err(NoOwnerNotice::NoNumber);
        if let (Ok(number), Some(password_at)) = (&number, password_at)
            && *number == password_at
        {
            return Ok(OwnerNotice::InPasswordSms);
        }
        let number = number.and_then(|number| match self.sms.is_configured() {
            true => Ok(number),
            false => Err(NoOwnerNotice::Failed(SmsError::NoGateway.into())),
        });
        let number = match number {
            Ok(number) => number,
            Err(why) => {
                // That nobody told them belongs in the log, but its absence is no failure of the change.
                let _ = self.trail.refuse(self.act(Action::TellOwner, account, None), why.name()).await;
                return Err(why);
            }
        };
        let mut with_number = account.clone();
        with_number.use_number(number);
        let act = self.act(Action::TellOwner, &with_number, None);
        let sms = Sms { to: number, text: SmsText::OwnerNotice { event: *event, at: *at }, valid: VALID };
        let performed =
            self.perform(act, async |receipt| (self.sms.send(receipt, &sms).await.map_err(Failure::Sms), None)).await;
        let sent = performed.map_err(Failure::Store).and_then(|performed| performed.state_first(account.name.as_str()));
        match sent {
            Ok(AcceptedSms { queued, .. }) => Ok(OwnerNotice::Sent { to: number.masked(), queued }),
            Err(failure) if failure.left_something() => Ok(OwnerNotice::Unclear(failure)),
            Err(failure) => Err(NoOwnerNotice::Failed(failure)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::{DirectoryError, PartialChange, StoreError, StoreFault, WriteError};

    #[test]
    fn owner_is_told_of_what_a_failed_change_left_behind() {
        let account = || "evaand01".to_owned();
        let no_answer = || WriteError::NoAnswer { server: "dc1".into() };
        let change = |error| Failure::Change { account: account(), error };
        let partial = |state| change(WriteError::Partial { state, cause: Box::new(no_answer()) });
        let error = || StoreError { place: "state.db".into(), fault: StoreFault::Unexpected, text: String::new() };
        let (done, possible) = (Some(OwnerEvent::PasswordReset), Some(OwnerEvent::PossibleReset));
        for (failure, expected) in [
            (Failure::LockedAgain { account: account() }, done),
            (Failure::NotReadBack { account: account(), password_set: true, error: DirectoryError::Gone }, done),
            (Failure::NotRecorded { account: account(), error: error() }, done),
            (Failure::AnotherReset { account: account(), by: None }, done),
            (Failure::NobodyKnows { account: account(), cause: Box::new(change(no_answer())) }, possible),
            (change(no_answer()), possible),
            (partial(PartialChange::RandomPassword), done),
            (partial(PartialChange::RandomOrWanted), done),
            (partial(PartialChange::WithoutMustChange), done),
            (partial(PartialChange::OldOrRandom), possible),
            (partial(PartialChange::OldPasswordMustChange), None),
            (change(WriteError::NotSent(DirectoryError::Gone)), None),
            (Failure::Store(error()), None),
        ] {
            assert_eq!(left_behind(Action::Reset, &failure), expected, "{failure:?}");
        }
        let unlock = left_behind(Action::Unlock, &Failure::LockedAgain { account: account() });
        assert_eq!(unlock, Some(OwnerEvent::Unlock));
        assert_eq!(left_behind(Action::Unlock, &change(no_answer())), Some(OwnerEvent::PossibleUnlock));
    }
}
