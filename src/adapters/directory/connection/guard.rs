//! Checks each message of a server before the LDAP library reads it (RFC 4511, 4.1.1). A malformed message ends the
//! connection.
//!
//! The library, ldap3 0.12.1, panics on what it does not expect: `decode_inner` (protocol.rs), `parse_controls`,
//! `From<Tag> for LdapResultExt`, `parse_refs`, `SearchEntry::construct`, the parsers of control values, and
//! `LdapConnAsync::turn` on the answer to another operation than the one asked. Its parser, lber 0.5.1, calls itself for
//! each level of nesting until the stack overflows, and takes a child that is longer than its parent for a message of
//! which more is to come. It reads a result code of no octets, or of five that end in zeros, as success.

use std::collections::HashMap;
use std::io::{self, ErrorKind};

use super::ber::{Element, Elements, INTEGER, Malformed, OCTETS, SEQUENCE, sizes, text};

/// The largest message of a server, in octets. A page of entries is one message for each entry; the largest attributes
/// asked for are access lists, of at most 64 KiB, and lists of groups.
const LARGEST: usize = 16 << 20;
/// The deepest nesting. An entry has five levels.
const DEPTH: usize = 8;

const ENUMERATED: u8 = 0x0a;
const BOOLEAN: u8 = 0x01;
const SET: u8 = 0x31;
const CONTROLS: u8 = 0xa0;
const REFERRAL: u8 = 0xa3;
const SASL_CREDENTIALS: u8 = 0x87;
const EXTENDED_NAME: u8 = 0x8a;
const EXTENDED_VALUE: u8 = 0x8b;

const BIND: u8 = 0x60;
const BIND_ANSWER: u8 = 0x61;
const UNBIND: u8 = 0x42;
const SEARCH: u8 = 0x63;
const ENTRY: u8 = 0x64;
const SEARCH_DONE: u8 = 0x65;
const REFERENCE: u8 = 0x73;
const MODIFY: u8 = 0x66;
const MODIFY_ANSWER: u8 = 0x67;
const ABANDON: u8 = 0x50;
const EXTENDED: u8 = 0x77;
const EXTENDED_ANSWER: u8 = 0x78;

/// The message ID of what the server says unasked: that it ends the connection (RFC 4511, 4.4).
const UNASKED: u32 = 0;

impl From<Malformed> for io::Error {
    fn from(_: Malformed) -> Self {
        ErrorKind::InvalidData.into()
    }
}

/// A message's ID and the tag of its operation.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Label {
    id: u32,
    operation: u8,
}

/// The size of the message that begins `bytes`, of which more may be to come; `None` until it is known.
pub(super) fn size(bytes: &[u8]) -> Result<Option<usize>, Malformed> {
    match (bytes.first(), sizes(bytes)?) {
        (Some(&SEQUENCE) | None, None) => Ok(None),
        (Some(&SEQUENCE), Some((_, size))) if size <= LARGEST => Ok(Some(size)),
        _ => Err(Malformed),
    }
}

/// Checks the form of a whole message.
pub(super) fn check(message: &[u8]) -> Result<Label, Malformed> {
    Elements(message).check_nesting(DEPTH)?;
    let mut parts = Elements(Elements(message).take(SEQUENCE)?);
    let id = parts.take_number(INTEGER)?;
    let Element { tag: operation, content } = parts.next()?.ok_or(Malformed)?;
    let label = Label { id, operation };
    if id == UNASKED && operation == EXTENDED_ANSWER {
        // Windows puts its name where the controls belong.
        return Ok(label);
    }
    match operation {
        ENTRY => entry(content)?,
        REFERENCE => texts(content)?,
        BIND_ANSWER | SEARCH_DONE | MODIFY_ANSWER | EXTENDED_ANSWER => result(content)?,
        _ => return Err(Malformed),
    }
    if !parts.0.is_empty() {
        controls(parts.take(CONTROLS)?)?;
    }
    parts.end()?;
    Ok(label)
}

/// RFC 4511, 4.5.2.
fn entry(content: &[u8]) -> Result<(), Malformed> {
    let mut parts = Elements(content);
    parts.take_text(OCTETS)?;
    let mut attributes = Elements(parts.take(SEQUENCE)?);
    while !attributes.0.is_empty() {
        let mut attribute = Elements(attributes.take(SEQUENCE)?);
        attribute.take_text(OCTETS)?;
        let mut values = Elements(attribute.take(SET)?);
        while !values.0.is_empty() {
            values.take(OCTETS)?;
        }
        attribute.end()?;
    }
    parts.end()
}

/// RFC 4511, 4.1.9, with what binds and extended operations add.
fn result(content: &[u8]) -> Result<(), Malformed> {
    let mut parts = Elements(content);
    parts.take_number(ENUMERATED)?;
    parts.take_text(OCTETS)?;
    parts.take_text(OCTETS)?;
    while let Some(Element { tag, content }) = parts.next()? {
        match tag {
            REFERRAL => texts(content)?,
            EXTENDED_NAME => drop(text(content)?),
            SASL_CREDENTIALS | EXTENDED_VALUE => {}
            // The library goes by the number alone.
            other if matches!(other & 0x1f, 3 | 7 | 10 | 11) => return Err(Malformed),
            _ => {}
        }
    }
    Ok(())
}

fn texts(content: &[u8]) -> Result<(), Malformed> {
    let mut parts = Elements(content);
    while !parts.0.is_empty() {
        parts.take_text(OCTETS)?;
    }
    Ok(())
}

/// RFC 4511, 4.1.11.
fn controls(content: &[u8]) -> Result<(), Malformed> {
    let mut controls = Elements(content);
    while !controls.0.is_empty() {
        let mut parts = Elements(controls.take(SEQUENCE)?);
        parts.take_text(OCTETS)?;
        if parts.0.first() == Some(&BOOLEAN) && parts.take(BOOLEAN)?.len() != 1 {
            return Err(Malformed);
        }
        if !parts.0.is_empty() {
            parts.take(OCTETS)?;
        }
        parts.end()?;
    }
    Ok(())
}

/// What is under way on one connection.
#[derive(Default)]
pub(super) struct Guard {
    /// The operation of each request that awaits its last answer.
    asked: HashMap<u32, u8>,
    /// The first octets of the request that is being sent, until its operation is known.
    head: Vec<u8>,
    /// How many octets of a request are still to be sent.
    left: usize,
}

impl Guard {
    /// Takes note of what is about to be sent, cut anywhere.
    pub(super) fn note(&mut self, mut sent: &[u8]) -> Result<(), Malformed> {
        while let [first, rest @ ..] = sent {
            if self.left > 0 {
                let skipped = self.left.min(sent.len());
                self.left -= skipped;
                sent = &sent[skipped..];
                continue;
            }
            self.head.push(*first);
            sent = rest;
            if let Some((Label { id, operation }, size)) = head(&self.head)? {
                self.left = size.saturating_sub(self.head.len());
                self.head.clear();
                if !matches!(operation, UNBIND | ABANDON) {
                    self.asked.insert(id, operation);
                }
            }
        }
        Ok(())
    }

    /// Checks a whole message of the server: its form, and whether it answers a request.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidData`] when it does not; [`ErrorKind::ConnectionAborted`] when the server says that it ends
    /// the connection.
    pub(super) fn admit(&mut self, message: &[u8]) -> io::Result<()> {
        let Label { id, operation } = check(message)?;
        if id == UNASKED {
            let ends = operation == EXTENDED_ANSWER;
            return Err(if ends { ErrorKind::ConnectionAborted } else { ErrorKind::InvalidData }.into());
        }
        match (self.asked.get(&id), operation) {
            (Some(&SEARCH), ENTRY | REFERENCE) => {}
            (Some(&SEARCH), SEARCH_DONE)
            | (Some(&BIND), BIND_ANSWER)
            | (Some(&MODIFY), MODIFY_ANSWER)
            | (Some(&EXTENDED), EXTENDED_ANSWER) => drop(self.asked.remove(&id)),
            _ => return Err(Malformed.into()),
        }
        Ok(())
    }
}

/// The label and the size of the request that begins with `bytes`; `None` while these are too few.
fn head(bytes: &[u8]) -> Result<Option<(Label, usize)>, Malformed> {
    let Some((header, size)) = sizes(bytes)? else { return Ok(None) };
    let inside = &bytes[header..];
    let Some((_, id)) = sizes(inside)? else { return Ok(None) };
    let Some(&operation) = inside.get(id) else { return Ok(None) };
    let id = Elements(&inside[..id]).take_number(INTEGER)?;
    Ok(Some((Label { id, operation }, size)))
}
