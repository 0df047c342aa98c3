//! One connection to the server: how it is opened and secured, and how a statement is put. What is said over it, is
//! for others.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_postgres::config::SslMode;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Client, Config, NoTls, Row};
use tokio_rustls::TlsConnector;

use super::{Place, PostgresSettings};
use crate::adapters::directory::{Trust, client_config};

/// How long it may take to be connected and let in.
const CONNECTING: Duration = Duration::from_secs(5);

/// How long one flight may take: longer than the server itself lets it take.
const FLIGHT: Duration = Duration::from_secs(7);

/// How long a server is waited for that has been told goodbye.
const FAREWELL: Duration = Duration::from_millis(300);

/// What the server sees to. It waits as long for others as SQLite does; who vanishes in the middle of a transaction
/// does not hold up the desk; a record has reached the disk when it is said to be kept.
const SESSION: &str = "-c lock_timeout=5s -c statement_timeout=6s -c idle_in_transaction_session_timeout=3s \
                       -c synchronous_commit=on -c default_transaction_isolation=read\\ committed";

/// What asks for TLS (PostgreSQL's manual, 55.7, `SSLRequest`).
const SSL_REQUEST: [u8; 8] = [0, 0, 0, 8, 4, 210, 22, 47];

/// Why something was not done.
#[derive(Debug)]
pub(super) enum Failed {
    /// The connection is no more, or nothing is heard over it.
    Lost(String),
    /// The server is there and says no.
    Refused { text: String, code: Option<SqlState> },
}

impl Failed {
    /// What was found is not what this program wrote.
    pub(super) fn unexpected(what: &str) -> Self {
        Self::Refused { text: what.to_owned(), code: None }
    }

    pub(super) fn text(self) -> String {
        match self {
            Self::Lost(text) | Self::Refused { text, .. } => text,
        }
    }
}

impl From<tokio_postgres::Error> for Failed {
    fn from(error: tokio_postgres::Error) -> Self {
        if let Some(said) = error.as_db_error() {
            let text = format!("{} (SQLSTATE {})", said.message(), said.code().code());
            let is_farewell = [
                SqlState::ADMIN_SHUTDOWN,
                SqlState::CRASH_SHUTDOWN,
                SqlState::CANNOT_CONNECT_NOW,
                SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
                SqlState::IDLE_SESSION_TIMEOUT,
            ]
            .contains(said.code());
            return if is_farewell {
                Self::Lost(text)
            } else {
                Self::Refused { text, code: Some(said.code().clone()) }
            };
        }
        let cause = std::error::Error::source(&error);
        let text = cause.map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"));
        match error.is_closed() || cause.is_some_and(|cause| cause.is::<io::Error>()) {
            true => Self::Lost(text),
            false => Self::Refused { text, code: None },
        }
    }
}

/// Whatever leads to the server. One type for all, for the library makes its code anew for each.
trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}

impl<S: AsyncRead + AsyncWrite + Unpin + Send> Stream for S {}

/// A value with its type, so that a statement needs no flight of its own to be prepared.
pub(super) type Value = (Box<dyn ToSql + Sync>, Type);

pub(super) fn bigint(value: i64) -> Value {
    (Box::new(value), Type::INT8)
}

pub(super) fn bytes(value: &[u8]) -> Value {
    (Box::new(value.to_vec()), Type::BYTEA)
}

pub(super) fn text(value: &str) -> Value {
    (Box::new(value.to_owned()), Type::TEXT)
}

/// A connection that is let in. Dropped, it is cut, and what was not committed is undone.
pub(super) struct Connection {
    client: Client,
    _task: Cut,
}

/// What carries a connection, and is ended with it: what hangs would hold the desk's lock as long as it does.
struct Cut(JoinHandle<()>);

impl Drop for Cut {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Connection {
    pub(super) async fn open(settings: &PostgresSettings) -> Result<Self, Failed> {
        match timeout(CONNECTING, Self::open_now(settings)).await {
            Ok(opened) => opened,
            Err(_) => Err(Failed::Lost("no answer within 5 seconds".to_owned())),
        }
    }

    async fn open_now(settings: &PostgresSettings) -> Result<Self, Failed> {
        let lost = |error: io::Error| Failed::Lost(error.to_string());
        let stream: Box<dyn Stream> = match &settings.place {
            Place::Tls { host, port, trust } => {
                let stream = connected(host, *port).await.map_err(lost)?;
                Box::new(secured(stream, host, trust).await.map_err(lost)?)
            }
            Place::Loopback { host, port } => Box::new(connected(host, *port).await.map_err(lost)?),
            #[cfg(unix)]
            Place::Socket { folder, port } => {
                let socket = tokio::net::UnixStream::connect(folder.join(format!(".s.PGSQL.{port}"))).await;
                Box::new(socket.map_err(lost)?)
            }
            #[cfg(not(unix))]
            Place::Socket { .. } => return Err(lost(io::ErrorKind::Unsupported.into())),
        };
        Self::let_in(stream, settings).await
    }

    async fn let_in(stream: Box<dyn Stream>, settings: &PostgresSettings) -> Result<Self, Failed> {
        let mut config = Config::new();
        config.user(&settings.user).dbname(&settings.database).application_name("servicedesk").options(SESSION);
        // The stream is as safe as it is to be already.
        config.ssl_mode(SslMode::Disable);
        if let Some(password) = &settings.password {
            config.password(password.as_bytes());
        }
        let (client, connection) = config.connect_raw(stream, NoTls).await?;
        let task = tokio::spawn(async move {
            // Whoever waits for an answer hears of it.
            let _ = connection.await;
        });
        Ok(Self { client, _task: Cut(task) })
    }

    /// Takes leave of the server, which would else note a connection that broke.
    pub(super) async fn close(self) {
        let Self { client, _task: mut carrier } = self;
        drop(client);
        // Nobody waits for a server that does not hear it.
        let _ = timeout(FAREWELL, &mut carrier.0).await;
    }

    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Asks or tells something. What is asked for at once, with `join`, flies together and is done in that order.
    pub(super) async fn ask(&self, sql: &str, values: &[Value]) -> Result<Vec<Row>, Failed> {
        let values: Vec<(&(dyn ToSql + Sync), Type)> = values.iter().map(|(v, t)| (&**v, t.clone())).collect();
        Ok(self.client.query_typed(sql, &values).await?)
    }

    /// Does several statements without values.
    pub(super) async fn execute(&self, sql: &str) -> Result<(), Failed> {
        Ok(self.client.batch_execute(sql).await?)
    }
}

/// Sees to it that nobody waits for ever for an answer.
pub(super) async fn flight<T>(answer: impl Future<Output = Result<T, Failed>>) -> Result<T, Failed> {
    timeout(FLIGHT, answer).await.unwrap_or_else(|_| Err(Failed::Lost("no answer within 7 seconds".to_owned())))
}

async fn connected(host: &str, port: u16) -> io::Result<TcpStream> {
    let stream = TcpStream::connect((bare(host), port)).await?;
    // Each flight is waited for: nothing is gained by holding one back.
    stream.set_nodelay(true)?;
    Ok(stream)
}

async fn secured(
    mut stream: TcpStream,
    host: &str,
    trust: &Trust,
) -> io::Result<tokio_rustls::client::TlsStream<TcpStream>> {
    let config = client_config(trust).map_err(|why| io::Error::other(format!("{why:?}")))?;
    let name = ServerName::try_from(bare(host).to_owned()).map_err(io::Error::other)?;
    stream.write_all(&SSL_REQUEST).await?;
    if stream.read_u8().await? != b'S' {
        return Err(io::Error::other("the server has no TLS (ssl = on)"));
    }
    TlsConnector::from(Arc::clone(&config)).connect(name, stream).await
}

/// Without the brackets that an address of version 6 has in a URL.
fn bare(host: &str) -> &str {
    host.trim_start_matches('[').trim_end_matches(']')
}
