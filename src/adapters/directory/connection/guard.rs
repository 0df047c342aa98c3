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

#[cfg(test)]
mod tests {
    use super::*;

    fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
        let content = parts.concat();
        [&[tag, 0x84], &u32::try_from(content.len()).unwrap().to_be_bytes()[..], &content].concat()
    }

    fn message(id: u8, operation: u8, parts: &[&[u8]], more: &[u8]) -> Vec<u8> {
        tlv(SEQUENCE, &[&[INTEGER, 1, id], &tlv(operation, parts), more])
    }

    const DONE: &[u8] = b"\x0a\x01\x00\x04\x00\x04\x00";

    fn entry_of(dn: &[u8], attributes: &[u8]) -> Vec<u8> {
        message(1, ENTRY, &[&tlv(OCTETS, &[dn]), &tlv(SEQUENCE, &[attributes])], b"")
    }

    fn with_controls(control: &[u8]) -> Vec<u8> {
        message(1, SEARCH_DONE, &[DONE], &tlv(CONTROLS, &[&tlv(SEQUENCE, &[control])]))
    }

    /// What servers send, by the case that ldap3 or lber would not survive.
    #[test]
    fn checks_form() {
        let attribute = |name: &[u8], values: &[u8]| tlv(SEQUENCE, &[&tlv(OCTETS, &[name]), values]);
        let values = tlv(SET, &[&tlv(OCTETS, &[b"\xff\x00"]), &tlv(OCTETS, &[b""])]);
        let deep = (0..9).fold(Vec::new(), |inner, _| tlv(SEQUENCE, &[&inner]));
        let extended = |more: &[u8]| message(1, EXTENDED_ANSWER, &[DONE, more], b"");
        let cases: &[(&str, bool, Vec<u8>)] = &[
            ("done", true, message(1, SEARCH_DONE, &[DONE], b"")),
            ("refused, with a text", true, message(1, MODIFY_ANSWER, &[b"\x0a\x01\x32\x04\x00\x04\x03no\0"], b"")),
            ("an entry", true, entry_of(b"CN=Eva", &attribute(b"sn", &values))),
            ("the root entry, empty", true, entry_of(b"", b"")),
            ("an attribute without values", true, entry_of(b"", &attribute(b"sn", &tlv(SET, &[])))),
            ("a reference", true, message(1, REFERENCE, &[b"\x04\x06ldap:/"], b"")),
            ("a bind with credentials", true, message(1, BIND_ANSWER, &[DONE, b"\x87\x02\xff\xff"], b"")),
            ("an extended answer", true, extended(b"\x8a\x031.2\x8b\x01\xff")),
            ("a referral", true, message(1, SEARCH_DONE, &[DONE, b"\xa3\x02\x04\x00"], b"")),
            ("an extension of the protocol", true, message(1, SEARCH_DONE, &[DONE, b"\x89\x01\x00"], b"")),
            ("a control", true, with_controls(b"\x04\x031.2\x01\x01\xff\x04\x01\xff")),
            ("a control of a name alone", true, with_controls(b"\x04\x031.2")),
            ("no parts", false, tlv(SEQUENCE, &[])),
            ("an ID alone", false, tlv(SEQUENCE, &[b"\x02\x01\x01"])),
            ("no ID", false, tlv(SEQUENCE, &[&tlv(SEARCH_DONE, &[DONE])])),
            ("a negative ID", false, message(0x80, SEARCH_DONE, &[DONE], b"")),
            ("another operation", false, message(1, 0x79, &[DONE], b"")),
            ("a request", false, message(1, SEARCH, &[DONE], b"")),
            ("a result without parts", false, message(1, SEARCH_DONE, &[], b"")),
            ("a result code alone", false, message(1, MODIFY_ANSWER, &[b"\x0a\x01\x00"], b"")),
            ("a result code of no octets", false, message(1, MODIFY_ANSWER, &[b"\x0a\x00\x04\x00\x04\x00"], b"")),
            ("a result code too long", false, message(1, MODIFY_ANSWER, &[b"\x0a\x05\x01\0\0\0\0\x04\0\x04\0"], b"")),
            ("a result code as a number", false, message(1, MODIFY_ANSWER, &[b"\x02\x01\x00\x04\x00\x04\x00"], b"")),
            ("a text that is none", false, message(1, SEARCH_DONE, &[b"\x0a\x01\x00\x04\x00\x04\x01\xff"], b"")),
            ("a referral that is no list", false, message(1, SEARCH_DONE, &[DONE, b"\x83\x01a"], b"")),
            ("a referral in another place", false, message(1, SEARCH_DONE, &[DONE, b"\x43\x00"], b"")),
            ("a name that is no text", false, extended(b"\x8a\x01\xff")),
            ("credentials that are constructed", false, message(1, BIND_ANSWER, &[DONE, b"\xa7\x00"], b"")),
            ("a reference that is no text", false, message(1, REFERENCE, &[b"\x04\x01\xff"], b"")),
            ("an entry without attributes", false, message(1, ENTRY, &[b"\x04\x00"], b"")),
            ("a DN that is no text", false, entry_of(b"\xff", b"")),
            ("an attribute's name that is no text", false, entry_of(b"", &attribute(b"\xff", &values))),
            ("an attribute without a set", false, entry_of(b"", &tlv(SEQUENCE, &[b"\x04\x02sn"]))),
            ("a value that is constructed", false, entry_of(b"", &attribute(b"sn", b"\x31\x02\x24\x00"))),
            ("controls that are no list", false, message(1, SEARCH_DONE, &[DONE], b"\x80\x00")),
            ("an empty control", false, with_controls(b"")),
            ("a control's name that is no text", false, with_controls(b"\x04\x01\xff")),
            ("a criticality of no octets", false, with_controls(b"\x04\x031.2\x01\x00")),
            ("a control with something else", false, with_controls(b"\x04\x031.2\x02\x01\x00")),
            ("more after the controls", false, message(1, SEARCH_DONE, &[DONE], b"\xa0\x00\x04\x00")),
            ("a child longer than its parent", false, message(1, SEARCH_DONE, &[DONE, b"\x89\x05"], b"")),
            ("a high tag number", false, message(1, SEARCH_DONE, &[DONE, b"\x9f\x01\x00"], b"")),
            ("depth", false, message(1, SEARCH_DONE, &[DONE, &tlv(0xa9, &[&deep])], b"")),
        ];
        for (name, is_ldap, bytes) in cases {
            assert_eq!(check(bytes).is_ok(), *is_ldap, "{name}: {bytes:02x?}");
        }
    }

    #[test]
    fn size_has_a_limit() {
        assert_eq!(size(b""), Ok(None));
        assert_eq!(size(b"\x30\x84\x01\0\0"), Ok(None));
        assert_eq!(size(b"\x30\x84\x00\xff\xff\xf0"), Ok(Some(LARGEST - 10)));
        assert_eq!(size(b"\x30\x84\x01\0\0\0"), Err(Malformed));
        assert_eq!(size(b"HTTP/1.1 400"), Err(Malformed));
    }

    /// A guard that has seen these requests, sent octet by octet.
    fn guard(requests: &[(u8, u8)]) -> Guard {
        let mut guard = Guard::default();
        for (id, operation) in requests {
            for octet in message(*id, *operation, &[b"\x04\x03abc"], b"") {
                guard.note(&[octet]).unwrap();
            }
        }
        guard
    }

    #[test]
    fn admits_answers_to_what_was_asked() {
        let found = entry_of(b"", b"");
        let done = |id, operation| message(id, operation, &[DONE], b"");
        let refused = |guard: &mut Guard, bytes: &[u8]| guard.admit(bytes).unwrap_err().kind();
        let mut guard = guard(&[(1, SEARCH), (2, MODIFY), (3, ABANDON)]);
        guard.admit(&found).unwrap();
        guard.admit(&done(2, MODIFY_ANSWER)).unwrap();
        guard.admit(&found).unwrap();
        guard.admit(&done(1, SEARCH_DONE)).unwrap();
        for (name, answer) in [
            ("again", found),
            ("already answered", done(2, MODIFY_ANSWER)),
            ("never answered", done(3, SEARCH_DONE)),
            ("never asked", done(4, SEARCH_DONE)),
        ] {
            assert_eq!(refused(&mut guard, &answer), ErrorKind::InvalidData, "{name}");
        }
    }

    #[test]
    fn answer_must_fit_request() {
        let answers =
            [(BIND, BIND_ANSWER), (SEARCH, SEARCH_DONE), (MODIFY, MODIFY_ANSWER), (EXTENDED, EXTENDED_ANSWER)];
        for (request, expected) in answers {
            for (_, answer) in answers {
                let admitted = guard(&[(1, request)]).admit(&message(1, answer, &[DONE], b""));
                assert_eq!(admitted.is_ok(), answer == expected, "{request:02x} {answer:02x}");
            }
        }
    }

    /// In the form of RFC 4511 and in that of Windows.
    #[test]
    fn notice_of_disconnection_ends_the_connection() {
        let oid = b"\x8a\x161.3.6.1.4.1.1466.20036";
        let notices = [
            message(0, EXTENDED_ANSWER, &[b"\x0a\x01\x34\x04\x00\x04\x00", oid], b""),
            message(0, EXTENDED_ANSWER, &[b"\x0a\x01\x34\x04\x00\x04\x00"], oid),
        ];
        for notice in notices {
            assert_eq!(guard(&[]).admit(&notice).unwrap_err().kind(), ErrorKind::ConnectionAborted);
        }
        let other = message(0, SEARCH_DONE, &[DONE], b"");
        assert_eq!(guard(&[]).admit(&other).unwrap_err().kind(), ErrorKind::InvalidData);
    }
}
