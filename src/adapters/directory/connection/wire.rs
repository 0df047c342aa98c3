//! The few LDAP messages before a connection is encrypted: StartTLS, the steps of a bind by ticket, and reading the root
//! entry. Nothing else is sent in the clear.

use std::io::{self, ErrorKind};
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use ldap3_proto::LdapCodec;
use ldap3_proto::proto::{
    LdapBindCred, LdapBindRequest, LdapDerefAliases, LdapExtendedRequest, LdapFilter, LdapMsg, LdapOp, LdapResultCode,
    LdapSearchRequest, LdapSearchScope, SaslCredentials,
};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout_at};
use tokio_util::bytes::BytesMut;
use tokio_util::codec::{Decoder, Encoder, Framed};

use super::guard;
use crate::ports::ServerFault;

/// LDAP StartTLS (RFC 4511, 4.14.1).
const START_TLS: &str = "1.3.6.1.4.1.1466.20037";

/// A connection that is not encrypted yet.
pub(super) struct Wire {
    frames: Framed<TcpStream, GuardedCodec>,
    limit: Duration,
    /// When the exchange under way must be over.
    deadline: Instant,
    last: i32,
}

pub(super) struct BindAnswer {
    pub(super) code: u32,
    pub(super) text: String,
    pub(super) token: Option<Vec<u8>>,
}

impl Wire {
    /// `limit` is the longest time for asking for TLS, for all steps of the bind, and for reading the root entry.
    pub(super) fn new(stream: TcpStream, limit: Duration) -> Self {
        Self { frames: Framed::new(stream, GuardedCodec::default()), limit, deadline: Instant::now() + limit, last: 0 }
    }

    /// Begins the time of the bind, or of reading the root entry.
    pub(super) fn begin(&mut self) {
        self.deadline = Instant::now() + self.limit;
    }

    /// Asks for TLS, which may begin if this succeeds.
    pub(super) async fn start_tls(&mut self) -> Result<(), ServerFault> {
        self.send(LdapOp::ExtendedRequest(LdapExtendedRequest { name: START_TLS.to_owned(), value: None })).await?;
        match self.next().await? {
            LdapOp::ExtendedResponse(answer) if answer.res.code == LdapResultCode::Success => Ok(()),
            _ => Err(ServerFault::NoEncryption),
        }
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
            _ => Err(ServerFault::NotLdap),
        }
    }

    /// One value each of attributes of the root entry (RFC 4512, 5.1). Not authenticated.
    pub(super) async fn root<const N: usize>(&mut self, names: [&str; N]) -> Result<[Option<String>; N], ServerFault> {
        self.begin();
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
        match timeout_at(self.deadline, self.frames.send(message)).await {
            Ok(sent) => sent.map_err(|_| ServerFault::HungUp),
            Err(_) => Err(ServerFault::TimedOut),
        }
    }

    async fn next(&mut self) -> Result<LdapOp, ServerFault> {
        match timeout_at(self.deadline, self.frames.next()).await {
            Ok(Some(Ok(message))) if message.msgid == self.last => Ok(message.op),
            Ok(Some(Ok(_))) => Err(ServerFault::NotLdap),
            Ok(Some(Err(error))) if error.kind() == ErrorKind::InvalidData => Err(ServerFault::NotLdap),
            Ok(Some(Err(_)) | None) => Err(ServerFault::HungUp),
            Err(_) => Err(ServerFault::TimedOut),
        }
    }
}

fn code(code: LdapResultCode) -> u32 {
    u32::try_from(code as i64).unwrap_or(u32::MAX)
}

/// Reads checked messages alone.
#[derive(Default)]
struct GuardedCodec(LdapCodec);

impl Decoder for GuardedCodec {
    type Item = LdapMsg;
    type Error = io::Error;

    fn decode(&mut self, buffer: &mut BytesMut) -> io::Result<Option<LdapMsg>> {
        let Some(message) = guard::size(buffer)?.and_then(|size| buffer.get(..size)) else { return Ok(None) };
        guard::check(message)?;
        self.0.decode(buffer).map_err(|_| ErrorKind::InvalidData.into())
    }
}

impl Encoder<LdapMsg> for GuardedCodec {
    type Error = io::Error;

    fn encode(&mut self, message: LdapMsg, buffer: &mut BytesMut) -> io::Result<()> {
        self.0.encode(message, buffer)
    }
}

#[cfg(test)]
mod tests {
    use ldap3_proto::proto::{LdapBindResponse, LdapResult};
    use tokio::net::TcpListener;

    use super::*;

    /// A server that always wants one more step.
    #[tokio::test]
    async fn bind_without_end_is_cut() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let stream = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (server, _) = listener.accept().await.unwrap();
        tokio::spawn(async move {
            let mut frames = Framed::new(server, LdapCodec::default());
            while let Some(Ok(request)) = frames.next().await {
                let code = LdapResultCode::SaslBindInProgress;
                let (matcheddn, message) = (String::new(), String::new());
                let res = LdapResult { code, matcheddn, message, referral: vec![] };
                let op = LdapOp::BindResponse(LdapBindResponse { res, saslcreds: None });
                frames.send(LdapMsg { op, ctrl: vec![], ..request }).await.unwrap();
            }
        });
        let mut wire = Wire::new(stream, Duration::from_millis(20));
        wire.begin();
        let began = Instant::now();
        let ended = loop {
            match wire.bind(vec![]).await {
                Ok(_) if began.elapsed() < Duration::from_secs(60) => {}
                answer => break answer.map(|answer| answer.code),
            }
        };
        assert_eq!(ended, Err(ServerFault::TimedOut));
    }
}
