//! The few LDAP messages before a connection is sealed: the steps of the bind, and reading the root entry. Nothing else
//! is sent in the clear.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use ldap3_proto::LdapCodec;
use ldap3_proto::proto::{
    LdapBindCred, LdapBindRequest, LdapDerefAliases, LdapFilter, LdapMsg, LdapOp, LdapResultCode, LdapSearchRequest,
    LdapSearchScope, SaslCredentials,
};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_util::codec::Framed;

use crate::ports::ServerFault;

/// A connection on which a bind is under way.
pub(super) struct BindWire {
    frames: Framed<TcpStream, LdapCodec>,
    limit: Duration,
    last: i32,
}

pub(super) struct BindAnswer {
    pub(super) code: u32,
    pub(super) text: String,
    pub(super) token: Option<Vec<u8>>,
}

impl BindWire {
    /// `limit` is the longest wait for any one answer.
    pub(super) fn new(stream: TcpStream, limit: Duration) -> Self {
        Self { frames: Framed::new(stream, LdapCodec::default()), limit, last: 0 }
    }

    pub(super) async fn bind(&mut self, token: Vec<u8>) -> Result<BindAnswer, ServerFault> {
        let credentials = SaslCredentials { mechanism: "GSSAPI".to_owned(), credentials: token };
        let cred = LdapBindCred::SASL(credentials);
        self.send(LdapOp::BindRequest(LdapBindRequest { version: 3, dn: String::new(), cred })).await?;
        match self.next().await? {
            LdapOp::BindResponse(answer) => {
                let (code, text) = (code(answer.res.code), answer.res.message);
                Ok(BindAnswer { code, text, token: answer.saslcreds })
            }
            _ => Err(ServerFault::Other("not the answer to a bind".to_owned())),
        }
    }

    /// One value each of attributes of the root entry (RFC 4512, 5.1). Not authenticated.
    pub(super) async fn root<const N: usize>(&mut self, names: [&str; N]) -> Result<[Option<String>; N], ServerFault> {
        self.send(LdapOp::SearchRequest(LdapSearchRequest {
            base: String::new(),
            scope: LdapSearchScope::Base,
            aliases: LdapDerefAliases::Never,
            sizelimit: 0,
            timelimit: 0,
            typesonly: false,
            filter: LdapFilter::Present("objectClass".to_owned()),
            attrs: names.iter().map(|&name| name.to_owned()).collect(),
        }))
        .await?;
        let LdapOp::SearchResultEntry(entry) = self.next().await? else { return Ok([const { None }; N]) };
        let value = |name: &str| {
            let attribute = entry.attributes.iter().find(|attribute| attribute.atype.eq_ignore_ascii_case(name))?;
            String::from_utf8(attribute.vals.first()?.clone()).ok()
        };
        Ok(names.map(value))
    }

    /// The connection, if everything on it has been read.
    pub(super) fn into_inner(self) -> Result<TcpStream, ServerFault> {
        let parts = self.frames.into_parts();
        // Anything left was sent in the clear and must not be taken for sealed data.
        if parts.read_buf.is_empty() { Ok(parts.io) } else { Err(ServerFault::NoEncryption) }
    }

    async fn send(&mut self, op: LdapOp) -> Result<(), ServerFault> {
        self.last += 1;
        let message = LdapMsg { msgid: self.last, op, ctrl: vec![] };
        match timeout(self.limit, self.frames.send(message)).await {
            Ok(sent) => sent.map_err(|_| ServerFault::HungUp),
            Err(_) => Err(ServerFault::TimedOut),
        }
    }

    async fn next(&mut self) -> Result<LdapOp, ServerFault> {
        match timeout(self.limit, self.frames.next()).await {
            Ok(Some(Ok(message))) if message.msgid == self.last => Ok(message.op),
            Ok(Some(Ok(_))) => Err(ServerFault::Other("an answer to nothing that was asked".to_owned())),
            Ok(Some(Err(_)) | None) => Err(ServerFault::HungUp),
            Err(_) => Err(ServerFault::TimedOut),
        }
    }
}

fn code(code: LdapResultCode) -> u32 {
    u32::try_from(code as i64).unwrap_or(u32::MAX)
}
