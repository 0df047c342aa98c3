//! The advice where a caller cannot be helped from here: the same on the card, in a call and in a refusal.

use crate::domain::dead_end::DeadEnd;
use crate::text::{Message, Words};

pub(crate) fn advice(dead_end: DeadEnd, words: &Words) -> String {
    let said = said(dead_end, words);
    if dead_end.is_of_mobile() { format!("{} {said}", words.say(&Message::NoCodePossible)) } else { said }
}

/// The advice without why no code can be sent.
pub(crate) fn said(dead_end: DeadEnd, words: &Words) -> String {
    let who = &words.escalation();
    words.say(&match dead_end {
        DeadEnd::OwnAccount => Message::AdviceOwnAccount,
        DeadEnd::Protected => Message::AdviceProtected { who },
        DeadEnd::NoRight => Message::AdviceNoRight { who },
        DeadEnd::Disabled => Message::AdviceDisabled { who },
        DeadEnd::AccountExpired => Message::AdviceExpired { who },
        DeadEnd::SmartcardRequired => Message::AdviceSmartcard { who },
        DeadEnd::NoMobile => Message::AdviceNoMobile { who },
        DeadEnd::MobileHidden => Message::AdviceMobileHidden { who },
        DeadEnd::MobileUnreadable => Message::AdviceMobileUnreadable { who },
        DeadEnd::MobileLandline => Message::AdviceLandline { who },
    })
}
