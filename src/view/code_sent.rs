//! That a code was sent, and to whom.

use crate::text::{Message, Words};

/// `manager`: the name of the manager who vouches, with what to tell the caller. `until`: as a clock shows it.
pub(crate) fn code_sent(manager: Option<&str>, to: &str, until: &str, queued: bool, words: &Words) -> Vec<String> {
    let Some(name) = manager else {
        let message = if queued { Message::CodeQueued { to, until } } else { Message::CodeSent { to, until } };
        return vec![words.say(&message)];
    };
    let sent = match queued {
        true => Message::CodeQueued { to, until },
        false => Message::CodeSentManager { name, to, until },
    };
    vec![words.say(&sent), words.say(&Message::SayManager { name })]
}
