//! Tells the owner of an account by SMS that it was changed, after the caller has been told. Whatever becomes of the
//! message, the change stays.

pub(in crate::commands) mod render;

use jiff::{SignedDuration, Timestamp};

use super::{CallerContext, Ports};
use crate::commands::Failure;
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
    fn told(&self, notice: &OwnerNotice);
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
        let news = self.notify.covers(event).then(|| {
            let (account, password_at) = (account.clone(), password_at.cloned());
            Box::new(OwnerNews { account, event, at: self.clock.now(), password_at })
        });
        OwnerTelling { news, notice: None }
    }

    /// Tells the owner, if that is still to be done, and the operator how it went.
    pub async fn tell_owner(&self, telling: &mut OwnerTelling) {
        let Some(news) = telling.news.take() else { return };
        let notice = Box::pin(self.told(&news)).await.unwrap_or_else(OwnerNotice::NotSent);
        self.owner_reporter.told(&notice);
        telling.notice = Some(notice);
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
            Err(failure @ (Failure::NotRecorded { .. } | Failure::Sms(SmsError::Unclear { .. }))) => {
                Ok(OwnerNotice::Unclear(failure))
            }
            Err(failure) => Err(NoOwnerNotice::Failed(failure)),
        }
    }
}
