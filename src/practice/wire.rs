//! LDAP messages on a connection. ldap3_proto treats every value in a filter as text; other bytes, such as an objectGUID,
//! are passed on in filter notation, `\` and two digits each (RFC 4515, 3).

use ldap3_lber::parse::{DEFAULT_MAX_BER_DEPTH, Parser};
use ldap3_lber::structure::{PL, StructureTag};
use ldap3_proto::LdapCodec;
use ldap3_proto::proto::LdapMsg;
use std::io;
use tokio_util::bytes::{Buf, BytesMut};
use tokio_util::codec::{Decoder, Encoder};

/// The longest message taken. A search for many accounts at once can be long; Windows takes 10 MB.
const LONGEST_MESSAGE: usize = 1 << 20;
/// Where a message has what is asked, and a search its filter (RFC 4511 4.1.1, 4.5.1).
const REQUEST: usize = 1;
const SEARCH: u64 = 3;
const FILTER: usize = 6;

#[derive(Default)]
pub(super) struct LdapWire(LdapCodec);

impl Decoder for LdapWire {
    type Item = LdapMsg;
    type Error = io::Error;

    fn decode(&mut self, buffer: &mut BytesMut) -> io::Result<Option<LdapMsg>> {
        if buffer.len() > LONGEST_MESSAGE {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let (mut message, rest) = match Parser::new(DEFAULT_MAX_BER_DEPTH).parse(buffer) {
            Ok((rest, message)) => (message, rest.len()),
            Err(error) if error.is_incomplete() => return Ok(None),
            Err(_) => return Err(io::ErrorKind::InvalidData.into()),
        };
        buffer.advance(buffer.len() - rest);
        if let Some(filter) = filter(&mut message) {
            spell(filter);
        }
        LdapMsg::try_from(message).map(Some).map_err(io::Error::other)
    }
}

impl Encoder<LdapMsg> for LdapWire {
    type Error = io::Error;

    fn encode(&mut self, message: LdapMsg, buffer: &mut BytesMut) -> io::Result<()> {
        self.0.encode(message, buffer)
    }
}

fn filter(message: &mut StructureTag) -> Option<&mut StructureTag> {
    let PL::C(message) = &mut message.payload else { return None };
    let request = message.get_mut(REQUEST).filter(|request| request.id == SEARCH)?;
    let PL::C(search) = &mut request.payload else { return None };
    search.get_mut(FILTER)
}

fn spell(part: &mut StructureTag) {
    match &mut part.payload {
        PL::C(parts) => parts.iter_mut().for_each(spell),
        PL::P(value) if std::str::from_utf8(value).is_err() => {
            *value = value.iter().flat_map(|byte| format!("\\{byte:02x}").into_bytes()).collect();
        }
        PL::P(_) => {}
    }
}

/// Whether a value in a filter stands for these bytes.
pub(super) fn stands_for(value: &str, bytes: &[u8]) -> bool {
    let spelled = value.as_bytes().chunks(3).map(|byte| match byte {
        [b'\\', digits @ ..] => u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok(),
        _ => None,
    });
    spelled.eq(bytes.iter().copied().map(Some)) || value.as_bytes() == bytes
}
