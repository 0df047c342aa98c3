//! One connection to the server: how it is opened and secured, and how a statement is run over it.

use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::TryStreamExt;
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_postgres::config::SslMode;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Client, Column, Config, NoTls};
use tokio_rustls::TlsConnector;

use super::PostgresSettings;
use crate::adapters::store::session::{SqlRow, SqlValue, Statement, Unexpected};
use crate::adapters::tls::{Trust, client_config, in_words, reach};
use crate::adapters::trace::TracedRequest;
use crate::adapters::without_brackets;
use crate::config::Server;
use crate::domain::audit::{ChainHash, RecordPage, StoredRecord};
use crate::domain::system_fault::SystemFault;
use crate::ports::{ServerFault, StoreError, StoreFault};

/// How long connecting and signing in may take.
const CONNECTING: Duration = Duration::from_secs(5);

/// How long one round trip may take: longer than the server itself lets a statement take.
const ROUND_TRIP: Duration = Duration::from_secs(7);

/// How long closing a connection may take.
const CLOSING: Duration = Duration::from_millis(300);

/// What the server enforces: it waits for others as long as SQLite does, a client that vanishes in the middle of a
/// transaction does not block the desk, and a record has reached the disk when COMMIT answers.
const SESSION: &str = "-c lock_timeout=5s -c statement_timeout=6s -c idle_in_transaction_session_timeout=3s \
                       -c synchronous_commit=on -c default_transaction_isolation=read\\ committed";

/// What asks for TLS (PostgreSQL's manual, 55.7, `SSLRequest`).
const SSL_REQUEST: [u8; 8] = [0, 0, 0, 8, 4, 210, 22, 47];

/// Why a statement was not run.
#[derive(Debug)]
pub(super) enum QueryError {
    /// The connection is closed, or no answer came over it.
    Lost(DatabaseFault),
    /// The server answered that it will not.
    Refused { trouble: DatabaseFault, code: Option<SqlState> },
}

/// What went wrong, and the server's or the system's own text for it.
#[derive(Debug)]
pub(super) struct DatabaseFault {
    pub(super) fault: StoreFault,
    pub(super) text: String,
}

impl DatabaseFault {
    pub(super) fn unexpected(text: String) -> Self {
        Self { fault: StoreFault::Unexpected, text }
    }

    /// The error of the store on this server.
    pub(super) fn at(self, server: &PostgresSettings) -> StoreError {
        StoreError { place: server.to_string(), fault: self.fault, text: self.text }
    }
}

impl QueryError {
    pub(super) fn trouble(self) -> DatabaseFault {
        match self {
            Self::Lost(trouble) | Self::Refused { trouble, .. } => trouble,
        }
    }
}

/// No answer for longer than the limit, in words for `-v`.
fn silent(text: &str) -> QueryError {
    QueryError::Lost(DatabaseFault { fault: StoreFault::Server(ServerFault::TimedOut), text: text.to_owned() })
}

/// The connection could not be opened or secured, or it broke.
fn lost(error: io::Error) -> QueryError {
    let fault = StoreFault::Server(reach(&error));
    QueryError::Lost(DatabaseFault { fault, text: in_words(error).to_string() })
}

/// What the server's answer means (PostgreSQL's manual, appendix A).
fn fault(code: &SqlState) -> StoreFault {
    match *code {
        SqlState::ADMIN_SHUTDOWN
        | SqlState::CRASH_SHUTDOWN
        | SqlState::CANNOT_CONNECT_NOW
        | SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT
        | SqlState::IDLE_SESSION_TIMEOUT => StoreFault::ShuttingDown,
        SqlState::INVALID_PASSWORD | SqlState::INVALID_AUTHORIZATION_SPECIFICATION => StoreFault::SignInRefused,
        SqlState::INVALID_CATALOG_NAME => StoreFault::NoSuchDatabase,
        SqlState::INSUFFICIENT_PRIVILEGE => StoreFault::NoRight,
        SqlState::TOO_MANY_CONNECTIONS => StoreFault::TooManySessions,
        SqlState::READ_ONLY_SQL_TRANSACTION => StoreFault::Standby,
        SqlState::LOCK_NOT_AVAILABLE | SqlState::QUERY_CANCELED => StoreFault::Busy,
        SqlState::DISK_FULL => StoreFault::System(SystemFault::DiskFull),
        SqlState::OUT_OF_MEMORY => StoreFault::System(SystemFault::NoMemory),
        _ => StoreFault::Unexpected,
    }
}

impl From<tokio_postgres::Error> for QueryError {
    fn from(error: tokio_postgres::Error) -> Self {
        if let Some(said) = error.as_db_error() {
            let text = format!("{} (SQLSTATE {})", said.message(), said.code().code());
            let trouble = DatabaseFault { fault: fault(said.code()), text };
            return match trouble.fault {
                StoreFault::ShuttingDown => Self::Lost(trouble),
                _ => Self::Refused { trouble, code: Some(said.code().clone()) },
            };
        }
        let cause = std::error::Error::source(&error);
        let text = cause.map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"));
        let broken = cause.and_then(|cause| cause.downcast_ref::<io::Error>());
        match broken.map(reach).or(error.is_closed().then_some(ServerFault::HungUp)) {
            Some(why) => Self::Lost(DatabaseFault { fault: StoreFault::Server(why), text }),
            None => Self::Refused { trouble: DatabaseFault::unexpected(text), code: None },
        }
    }
}

impl From<Unexpected> for DatabaseFault {
    fn from(unexpected: Unexpected) -> Self {
        Self { fault: StoreFault::Damaged, text: unexpected.to_string() }
    }
}

impl From<Unexpected> for QueryError {
    fn from(unexpected: Unexpected) -> Self {
        Self::Refused { trouble: unexpected.into(), code: None }
    }
}

/// Any stream to the server. One type for all of them, because the library is compiled anew for each.
trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}

impl<S: AsyncRead + AsyncWrite + Unpin + Send> Stream for S {}

/// A connection that is signed in. Dropping it cuts it, and rolls back what was not committed.
pub(super) struct ServerConnection {
    client: Client,
    _task: AbortOnDrop,
}

/// The task that carries a connection. One that hangs would hold the desk's lock.
struct AbortOnDrop(JoinHandle<()>);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl ServerConnection {
    pub(super) async fn open(settings: &PostgresSettings) -> Result<Self, QueryError> {
        let asked = TracedRequest::connection(settings, || format!("connect {}", settings.user));
        match timeout(CONNECTING, Self::open_now(settings)).await {
            Ok(opened) => opened.inspect(|_| asked.ended("done")),
            Err(_) => Err(silent("no answer within 5 seconds")),
        }
    }

    async fn open_now(settings: &PostgresSettings) -> Result<Self, QueryError> {
        let port = settings.port;
        let stream: Box<dyn Stream> = match &settings.server {
            Server::Tls(host) => {
                let stream = connected(host, port).await.map_err(lost)?;
                Box::new(secured(stream, host, &settings.trust).await.map_err(lost)?)
            }
            Server::Loopback(host) => Box::new(connected(host, port).await.map_err(lost)?),
            #[cfg(unix)]
            Server::Socket(folder) => {
                let socket = tokio::net::UnixStream::connect(folder.join(format!(".s.PGSQL.{port}"))).await;
                Box::new(socket.map_err(lost)?)
            }
            #[cfg(not(unix))]
            Server::Socket(_) => return Err(lost(io::ErrorKind::Unsupported.into())),
        };
        Self::let_in(stream, settings).await
    }

    async fn let_in(stream: Box<dyn Stream>, settings: &PostgresSettings) -> Result<Self, QueryError> {
        let mut config = Config::new();
        config.user(&settings.user).dbname(&settings.database).application_name("servicedesk").options(SESSION);
        // The stream is encrypted already where it must be.
        config.ssl_mode(SslMode::Disable);
        if let Some(password) = &settings.password {
            config.password(password.as_bytes());
        }
        let (client, connection) = config.connect_raw(stream, NoTls).await?;
        let task = tokio::spawn(async move {
            // The waiting request gets its error.
            let _ = connection.await;
        });
        Ok(Self { client, _task: AbortOnDrop(task) })
    }

    /// Signs out, so that the server does not log a broken connection.
    pub(super) async fn close(self) {
        let Self { client, _task: mut carrier } = self;
        drop(client);
        // A server that does not answer is not waited for.
        let _ = timeout(CLOSING, &mut carrier.0).await;
    }

    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Runs a statement. Those that are run at once, with `join`, travel together and are done in that order. The
    /// values have types, so that no round trip is needed to prepare it.
    pub(super) async fn run(&self, statement: &Statement) -> Result<Vec<SqlRow>, QueryError> {
        let values: Vec<_> = statement.values.iter().map(parameter).collect();
        let rows = self.client.query_typed(&statement.sql, &values).await?;
        rows.iter().map(row).collect()
    }

    /// Runs a query for records of the trail (number, text and hash) and takes them as they come.
    pub(super) async fn page(&self, query: &Statement) -> Result<RecordPage, QueryError> {
        let rows = self.client.query_typed_raw(&query.sql, query.values.iter().map(parameter)).await?;
        let mut rows = pin!(rows);
        let mut page = RecordPage::default();
        while let Some(row) = rows.try_next().await? {
            let (text, link) = (row.try_get::<_, &str>(1)?, row.try_get::<_, &[u8]>(2)?.try_into().ok());
            page.push(StoredRecord { number: row.try_get(0)?, text, link: link.map(ChainHash::from_bytes) });
        }
        Ok(page)
    }

    /// Runs several statements without values.
    pub(super) async fn execute(&self, sql: &str) -> Result<(), QueryError> {
        Ok(self.client.batch_execute(sql).await?)
    }
}

fn parameter(value: &SqlValue) -> (&(dyn ToSql + Sync), Type) {
    match value {
        SqlValue::Null => (&None::<&str>, Type::TEXT),
        SqlValue::Int(value) => (value, Type::INT8),
        SqlValue::Text(text) => (text, Type::TEXT),
        SqlValue::Bytes(bytes) => (bytes, Type::BYTEA),
    }
}

fn row(row: &tokio_postgres::Row) -> Result<SqlRow, QueryError> {
    let value = |(index, column): (usize, &Column)| {
        let value = match *column.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(index)?.map(SqlValue::Int),
            Type::TEXT => row.try_get::<_, Option<String>>(index)?.map(SqlValue::Text),
            Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(index)?.map(SqlValue::Bytes),
            // Taking a lock answers nothing, and giving it back whether it was held.
            Type::VOID | Type::BOOL => None,
            ref other => return Err(Unexpected(format!("column {index} is of type {other}")).into()),
        };
        Ok(value.unwrap_or(SqlValue::Null))
    };
    row.columns().iter().enumerate().map(value).collect::<Result<_, _>>().map(SqlRow)
}

/// Fails when no answer comes in time.
pub(super) async fn with_timeout<T>(answer: impl Future<Output = Result<T, QueryError>>) -> Result<T, QueryError> {
    timeout(ROUND_TRIP, answer).await.unwrap_or_else(|_| Err(silent("no answer within 7 seconds")))
}

async fn connected(host: &str, port: u16) -> io::Result<TcpStream> {
    let stream = TcpStream::connect((without_brackets(host), port)).await?;
    // Every round trip is waited for: delaying a packet gains nothing.
    stream.set_nodelay(true)?;
    Ok(stream)
}

async fn secured(
    mut stream: TcpStream,
    host: &str,
    trust: &Trust,
) -> io::Result<tokio_rustls::client::TlsStream<TcpStream>> {
    let config = client_config(trust).map_err(io::Error::other)?;
    let name = ServerName::try_from(without_brackets(host).to_owned()).map_err(io::Error::other)?;
    stream.write_all(&SSL_REQUEST).await?;
    if stream.read_u8().await? != b'S' {
        return Err(io::Error::other(ServerFault::NoEncryption));
    }
    TlsConnector::from(Arc::clone(&config)).connect(name, stream).await
}
