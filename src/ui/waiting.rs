//! Progress shown during long waits. Wraps the ports, so that commands are not aware of it.

use std::future::Future;
use std::pin::pin;
use std::time::Duration;

use jiff::SignedDuration;

use super::Console;
use crate::domain::account::Account;
use crate::domain::bulk::{BulkAccount, BulkMatch};
use crate::domain::number_survey::SurveyedNumbers;
use crate::domain::phone::Phone;
use crate::domain::query::Query;
use crate::domain::warnings::NumberSharing;
use crate::ports::{
    AcceptedSms, ChangeAccounts, Clock, ControllerAnswer, ControllerScope, DeliveryState, DirectoryError, FindAccounts,
    FindAccountsInBulk, FollowDelivery, FoundAccounts, NewPassword, PasswordSet, QueryControllers, Receipt, Sms,
    SmsError, SmsGateway, SurveyNumbers, UnlockInBulk, UnlockOnController, WriteError,
};
use crate::text::{Message, Words};

/// Delay before a wait is shown.
const DELAY: Duration = Duration::from_millis(300);

/// The interval between redraws.
const TICK: Duration = Duration::from_millis(120);

/// Shows the operator what the program waits for.
#[derive(Clone, Copy)]
pub struct Waiting<'a> {
    pub console: &'a dyn Console,
    pub words: &'a Words,
    pub quiet: bool,
}

impl<'a> Waiting<'a> {
    /// Runs `work`, and shows `what` while it takes long.
    pub async fn during<T>(self, what: Message<'_>, work: impl Future<Output = T>) -> T {
        if self.quiet {
            return work.await;
        }
        let mut work = pin!(work);
        if let Ok(done) = tokio::time::timeout(DELAY, &mut work).await {
            return done;
        }
        let what = self.words.say(&what);
        let _clear = ClearOnDrop(self.console);
        loop {
            self.console.working(Some(&what));
            if let Ok(done) = tokio::time::timeout(TICK, &mut work).await {
                return done;
            }
        }
    }

    pub fn around<P>(self, port: P) -> Waited<'a, P> {
        Waited { port, waiting: self }
    }
}

/// Clears the progress line however the wait ends.
struct ClearOnDrop<'a>(&'a dyn Console);

impl Drop for ClearOnDrop<'_> {
    fn drop(&mut self) {
        self.0.working(None);
    }
}

/// A port that shows a wait for each call.
pub struct Waited<'a, P> {
    port: P,
    waiting: Waiting<'a>,
}

impl<P> Waited<'_, P> {
    /// The port itself, for calls beside one that already shows a wait.
    pub fn port(&self) -> &P {
        &self.port
    }
}

impl<D: FindAccounts> FindAccounts for Waited<'_, D> {
    async fn find(&self, query: &Query) -> Result<FoundAccounts, DirectoryError> {
        self.waiting.during(Message::WaitSearch, self.port.find(query)).await
    }

    async fn read_again(&self, account: &Account) -> Result<Account, DirectoryError> {
        self.waiting.during(Message::WaitSearch, self.port.read_again(account)).await
    }

    async fn manager(&self, account: &Account) -> Result<Option<Account>, DirectoryError> {
        self.waiting.during(Message::WaitSearch, self.port.manager(account)).await
    }

    async fn accounts_with_number(&self, account: &Account) -> Result<NumberSharing, DirectoryError> {
        self.waiting.during(Message::WaitSearch, self.port.accounts_with_number(account)).await
    }
}

impl<D: QueryControllers> QueryControllers for Waited<'_, D> {
    fn controllers(&self) -> usize {
        self.port.controllers()
    }

    async fn query_all(
        &self,
        account: &Account,
        among: ControllerScope,
        clock: &dyn Clock,
        stop_when: &dyn Fn(&[ControllerAnswer]) -> bool,
    ) -> Vec<ControllerAnswer> {
        self.waiting.during(Message::WaitEach, self.port.query_all(account, among, clock, stop_when)).await
    }

    async fn query_responsive(&self, account: &Account, clock: &dyn Clock) -> Vec<ControllerAnswer> {
        self.waiting.during(Message::WaitEach, self.port.query_responsive(account, clock)).await
    }
}

impl<D: UnlockOnController> UnlockOnController for Waited<'_, D> {
    async fn unlock_on(
        &self,
        receipt: &Receipt,
        account: &Account,
        there: &ControllerAnswer,
    ) -> Result<(), WriteError> {
        let what = Message::WaitUnlock { account: account.name.as_str() };
        self.waiting.during(what, self.port.unlock_on(receipt, account, there)).await
    }
}

impl<D: FindAccountsInBulk> FindAccountsInBulk for Waited<'_, D> {
    async fn find_each(&self, queries: &[Query]) -> Result<Vec<Vec<BulkMatch>>, DirectoryError> {
        self.waiting.during(Message::WaitSearch, self.port.find_each(queries)).await
    }

    async fn all_locked(&self, under: Option<&str>) -> Result<Vec<BulkMatch>, DirectoryError> {
        self.waiting.during(Message::WaitSearch, self.port.all_locked(under)).await
    }

    async fn read_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<BulkMatch>>, DirectoryError> {
        self.port.read_each(accounts).await
    }

    async fn check_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<BulkMatch>>, DirectoryError> {
        self.port.check_each(accounts).await
    }

    async fn locked_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<bool>>, DirectoryError> {
        self.port.locked_each(accounts).await
    }

    async fn read_back(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<bool>>, DirectoryError> {
        self.port.read_back(accounts).await
    }
}

impl<D: SurveyNumbers> SurveyNumbers for Waited<'_, D> {
    async fn survey_numbers(&self, under: Option<&str>) -> Result<SurveyedNumbers, DirectoryError> {
        self.waiting.during(Message::WaitSearch, self.port.survey_numbers(under)).await
    }
}

/// Bulk unlocks show their own progress.
impl<D: UnlockInBulk> UnlockInBulk for Waited<'_, D> {
    async fn unlock_one(&self, receipt: &Receipt, account: &BulkAccount) -> Result<String, WriteError> {
        self.port.unlock_one(receipt, account).await
    }

    async fn reopen(&self, time: u32) -> Result<(), DirectoryError> {
        self.port.reopen(time).await
    }
}

impl<D: ChangeAccounts> ChangeAccounts for Waited<'_, D> {
    async fn unlock(&self, receipt: &Receipt, account: &Account) -> Result<String, WriteError> {
        let what = Message::WaitUnlock { account: account.name.as_str() };
        self.waiting.during(what, self.port.unlock(receipt, account)).await
    }

    async fn set_password(
        &self,
        receipt: &Receipt,
        account: &Account,
        new: &NewPassword<'_>,
    ) -> Result<PasswordSet, WriteError> {
        let what = Message::WaitPassword { account: account.name.as_str() };
        self.waiting.during(what, self.port.set_password(receipt, account, new)).await
    }
}

impl<G: SmsGateway> SmsGateway for Waited<'_, G> {
    fn is_configured(&self) -> bool {
        self.port.is_configured()
    }

    fn ready(&self) -> Result<(), SmsError> {
        self.port.ready()
    }

    async fn send(&self, receipt: &Receipt, sms: &Sms<'_>) -> Result<AcceptedSms, SmsError> {
        let to = Phone::masked(sms.to);
        self.waiting.during(Message::WaitSms { to: &to }, self.port.send(receipt, sms)).await
    }

    fn tells_delivery(&self) -> bool {
        self.port.tells_delivery()
    }

    fn follow(&self, message_id: &str, to: &Phone) -> Option<Box<dyn FollowDelivery + '_>> {
        self.port.follow(message_id, to)
    }

    async fn delivery(&self, message_id: &str, to: &Phone, within: SignedDuration) -> Result<DeliveryState, SmsError> {
        self.waiting.during(Message::WaitDelivery, self.port.delivery(message_id, to, within)).await
    }
}
