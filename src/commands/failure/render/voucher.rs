//! Why no manager can vouch for a caller.

use crate::domain::failure_kind::FailureKind;
use crate::domain::voucher::NoVoucher;
use crate::exit::Exit;
use crate::text::{Message, Words};
use crate::view::{FailureText, alternatives};

pub(super) fn describe(kind: FailureKind, account: &str, why: NoVoucher, words: &Words) -> FailureText {
    let message = match why {
        NoVoucher::NotAllowed => Message::ManagerNotAllowed,
        NoVoucher::NoManager => Message::NoManager { account },
        NoVoucher::Unreadable => Message::ManagerUnreadable { account },
        NoVoucher::Themselves => Message::ManagerIsOwner { account },
        NoVoucher::Operator => Message::ManagerIsOperator { account },
        NoVoucher::Protected => Message::ManagerProtected { account },
        NoVoucher::Disabled => Message::ManagerDisabled { account },
        NoVoucher::Expired => Message::ManagerExpired { account },
        NoVoucher::NoMobile => Message::ManagerNoMobile { account },
        NoVoucher::SameNumber => Message::ManagerSameNumber { account },
        NoVoucher::NumberNew => Message::ManagerMobileNew { account },
    };
    let hint = match why {
        NoVoucher::Operator => words.say(&Message::ManagerIsOperatorHint),
        NoVoucher::NotAllowed => alternatives::with_identification(words.say(&Message::ManagerNotAllowedHint), words),
        _ => alternatives::with_identification(words.say(&Message::NoVoucherHint), words),
    };
    FailureText::said(kind, words.say(&message), hint, Exit::Refused)
}
