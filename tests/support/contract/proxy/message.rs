//! LDAP messages as the proxy reads, makes and passes them.

use tokio_util::bytes::{BufMut, Bytes, BytesMut};
use tokio_util::codec::{Decoder, Encoder};

use super::Operation;

/// One LDAP message, undecoded.
pub(super) struct Message(pub(super) Bytes);

impl Message {
    /// The message ID, which an answer shares with its request. It fits one length byte here.
    pub(super) fn number(&self) -> i64 {
        let rest = self.content();
        rest[2..2 + usize::from(rest[1])].iter().fold(0, |number, byte| number << 8 | i64::from(*byte))
    }

    pub(super) fn tag(&self) -> u8 {
        let rest = self.content();
        rest[2 + usize::from(rest[1])]
    }

    pub(super) fn operation(&self) -> Operation {
        match self.tag() {
            0x60 => Operation::Bind,
            0x63 => Operation::Search,
            0x66 => Operation::Modify,
            _ => Operation::Other,
        }
    }

    /// The answer to it, which is a result and nothing else: its tag is the next one, and of a search, which entries
    /// may answer as well, the one after (RFC 4511 4.1.9, 4.5.2).
    pub(super) fn answer(&self, code: u8, text: &str) -> Self {
        let result = [&[0x0a, 1, code, 4, 0, 4, u8::try_from(text.len()).unwrap()], text.as_bytes()].concat();
        let rest = self.content();
        let number = &rest[..2 + usize::from(rest[1])];
        let tag = self.tag() + if self.operation() == Operation::Search { 2 } else { 1 };
        let head = [number, &[tag, u8::try_from(result.len()).unwrap()]].concat();
        let length = u8::try_from(head.len() + result.len()).unwrap();
        assert!(length < 0x80, "too long for the short form");
        Self([&[0x30, length], &*head, &*result].concat().into())
    }

    /// Unbind and abandon are not answered.
    pub(super) fn wants_answer(&self) -> bool {
        !matches!(self.tag(), 0x42 | 0x50)
    }

    /// The message with nothing in its operation.
    pub(super) fn emptied(&self) -> Self {
        let rest = self.content();
        let label = &rest[..3 + usize::from(rest[1])];
        let size = u8::try_from(label.len() + 1).unwrap();
        Self([&[0x30, size], label, &[0]].concat().into())
    }

    /// An entry in answer to this search (RFC 4511 4.5.2), with one attribute of `size` octets.
    pub(super) fn entry(&self, size: usize) -> Self {
        let attribute = element(0x30, &[element(4, b"cn"), element(0x31, &element(4, &vec![b'x'; size]))].concat());
        let entry = element(0x64, &[element(4, b"CN=x"), element(0x30, &attribute)].concat());
        let number = element(2, &self.number().to_be_bytes()[4..]);
        Self(element(0x30, &[number, entry].concat()).into())
    }

    fn content(&self) -> &[u8] {
        let (header, _) = sizes(&self.0).unwrap();
        &self.0[header..]
    }
}

/// One element (BER), its length in four octets.
fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&[tag, 0x84][..], &length, content].concat()
}

/// The sizes of a message's header and content (BER, definite lengths: RFC 4511 5.1).
fn sizes(bytes: &[u8]) -> Option<(usize, usize)> {
    let first = usize::from(*bytes.get(1)?);
    if first < 0x80 {
        return Some((2, first));
    }
    let count = first & 0x7f;
    let length = bytes.get(2..2 + count)?.iter().fold(0, |length, byte| length << 8 | usize::from(*byte));
    Some((2 + count, length))
}

pub(super) struct Messages;

impl Decoder for Messages {
    type Item = Message;
    type Error = std::io::Error;

    fn decode(&mut self, buffer: &mut BytesMut) -> Result<Option<Message>, Self::Error> {
        Ok(sizes(buffer)
            .map(|(header, content)| header + content)
            .filter(|size| buffer.len() >= *size)
            .map(|size| Message(buffer.split_to(size).freeze())))
    }
}

impl Encoder<Message> for Messages {
    type Error = std::io::Error;

    fn encode(&mut self, message: Message, buffer: &mut BytesMut) -> Result<(), Self::Error> {
        buffer.put(message.0);
        Ok(())
    }
}
