//! The two loopback ports: connections, TLS, and messages in and out.

use super::session::{ClientSession, Reply};
use super::store::PracticeStore;
use super::wire::LdapWire;
use crate::ports::system::Clock;
use futures_util::{SinkExt, StreamExt};
use rustls::ServerConfig;
use std::future::Future;
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tokio_util::codec::Framed;

pub(super) struct SharedDirectory {
    pub(super) store: PracticeStore,
    pub(super) clock: Arc<dyn Clock + Send + Sync>,
    pub(super) controller: &'static str,
    pub(super) policy_hints: bool,
}

/// Serves TLS from the first byte, as on port 636.
pub(super) async fn serve_tls(listener: TcpListener, directory: Arc<SharedDirectory>, tls: Arc<ServerConfig>) {
    accept(listener, |stream| {
        let session = ClientSession::new(Arc::clone(&directory), true);
        in_tls(stream, session, Arc::clone(&tls))
    })
    .await;
}

/// Serves plain LDAP with StartTLS, as on port 389.
pub(super) async fn serve_starttls(listener: TcpListener, directory: Arc<SharedDirectory>, tls: Arc<ServerConfig>) {
    accept(listener, |stream| {
        let (directory, tls) = (Arc::clone(&directory), Arc::clone(&tls));
        async move {
            let mut session = ClientSession::new(directory, false);
            if let Some(stream) = converse(stream, &mut session).await {
                in_tls(stream, session, tls).await;
            }
        }
    })
    .await;
}

/// Takes connections until it is dropped, and its connections with it.
async fn accept<F>(listener: TcpListener, serve: impl Fn(TcpStream) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    // Answers are short and waited for: none is held back for the next.
                    let _ = stream.set_nodelay(true);
                    connections.spawn(serve(stream));
                }
                // Out of file handles, most likely; let others run before asking again.
                Err(_) => tokio::task::yield_now().await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn in_tls(stream: TcpStream, mut session: ClientSession, tls: Arc<ServerConfig>) {
    if let Ok(stream) = TlsAcceptor::from(tls).accept(stream).await {
        converse(stream, &mut session).await;
    }
}

/// Answers message after message. Returns the stream when the client wants to continue in TLS. Anything that is not
/// LDAP ends the connection.
async fn converse<S: AsyncRead + AsyncWrite + Unpin>(stream: S, session: &mut ClientSession) -> Option<S> {
    let mut messages = Framed::new(stream, LdapWire::default());
    while let Some(Ok(message)) = messages.next().await {
        match session.answer(message) {
            Reply::Messages(answers) => {
                for answer in answers {
                    messages.feed(answer).await.ok()?;
                }
                messages.flush().await.ok()?;
            }
            Reply::StartTls(answer) => {
                messages.send(answer).await.ok()?;
                let parts = messages.into_parts();
                // What came in the clear after the request must not be taken for encrypted.
                return parts.read_buf.is_empty().then_some(parts.io);
            }
            Reply::Close => return None,
        }
    }
    None
}
