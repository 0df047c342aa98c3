//! How a list was read, so that the operator notices a wrong column or letters that were read wrongly.

use crate::domain::bulk::input::{Input, InputFormat, Layout, TextEncoding};
use crate::text::{Message, Words, visible};
use crate::view::number;

/// `None`: nothing was read.
pub fn read(input: &Input, words: &Words) -> Option<String> {
    let InputFormat { encoding, layout } = input.format.as_ref()?;
    let n = number(input.entries.len() + input.repeated);
    let encoding = match encoding {
        TextEncoding::Utf8 => "UTF-8".to_owned(),
        TextEncoding::Utf16 => "UTF-16".to_owned(),
        TextEncoding::Utf16Unmarked => words.say(&Message::EncodingUnmarked),
        TextEncoding::Windows1252 => "Windows-1252".to_owned(),
    };
    let encoding = encoding.as_str();
    let (column, delimiter) = match layout {
        Layout::Names => return Some(words.say(&Message::InputReadNames { n, encoding })),
        Layout::Json => return Some(words.say(&Message::InputReadNames { n, encoding: "JSON" })),
        Layout::Table { column, delimiter } => (visible(column), *delimiter),
    };
    let Some(delimiter) = delimiter else {
        return Some(words.say(&Message::InputReadColumn { n, column: &column, encoding }));
    };
    let delimiter = match delimiter {
        ',' => words.say(&Message::DelimiterComma),
        ';' => words.say(&Message::DelimiterSemicolon),
        '\t' => words.say(&Message::DelimiterTab),
        other => other.to_string(),
    };
    Some(words.say(&Message::InputReadTable { n, column: &column, delimiter: &delimiter, encoding }))
}
