//! A proxy that passes LDAP messages between the program and a server, counts them, and breaks the connection or
//! delays at an exact message. Both sides use TLS; the program's settings trust the proxy's certificate.

mod message;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use rcgen::{CertificateParams, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, ServerName};
use servicedesk::adapters::tls::Trust;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio_rustls::{TlsAcceptor, TlsConnector};
use tokio_util::codec::Framed;
use url::Url;

use super::{DirectorySettings, Random, SystemRandom, TestServer, client_tls};
use message::{Message, Messages};

/// The kind of a request, by its tag (RFC 4511 4.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    Bind,
    Search,
    Modify,
    Other,
}

/// What the proxy does with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Forwards the request and its answer.
    Pass,
    /// Drops the request and closes the connection.
    Lost,
    /// Forwards the request, drops its answer and closes the connection.
    AnswerLost,
    /// Forwards the request and its answer, and closes the connection at once: the program sees both together.
    LastAnswer,
    /// Forwards the request, and answers with a message that lacks what every answer has. Keeps the connection.
    Malformed,
    /// Drops the request and keeps the connection.
    Ignored,
    /// Delays the request until [`Proxy::release`].
    Held,
    /// Answers a search itself, with small entries now and then, without end.
    Dripping,
    /// The same with large entries, as fast as they are taken.
    Flooding,
    /// Drops the request and answers it with this result code and text.
    Answered(u8, &'static str),
}

/// The signals of a delayed request.
#[derive(Default)]
struct Hold {
    held: Notify,
    released: Notify,
}

type Rule = Arc<Mutex<dyn FnMut(Operation) -> Fault + Send>>;

/// A running proxy. Ends when dropped.
pub struct Proxy {
    /// The server's settings, with the proxy as the only server.
    pub settings: DirectorySettings,
    asked: Arc<Mutex<Vec<Operation>>>,
    hold: Arc<Hold>,
    _connections: JoinSet<()>,
}

impl Proxy {
    /// Applies `rule` to every request on all connections.
    pub async fn deciding(server: &impl TestServer, rule: impl FnMut(Operation) -> Fault + Send + 'static) -> Self {
        Self::at("127.0.0.1:0", server.settings(), rule).await
    }

    /// The same at this address, before the server of these settings.
    pub async fn at(
        address: &str,
        theirs: DirectorySettings,
        rule: impl FnMut(Operation) -> Fault + Send + 'static,
    ) -> Self {
        Self::start(address, theirs, &[], Arc::new(Mutex::new(rule))).await
    }

    /// The same at the global catalogue's port, on an address of this computer that nobody else has.
    pub async fn global_catalogue(theirs: DirectorySettings) -> Self {
        let mut random = [0; 2];
        SystemRandom.fill(&mut random).unwrap();
        Self::at(&format!("127.77.{}.{}:3269", random[0], random[1]), theirs, |_| Fault::Pass).await
    }

    /// The settings with several as the servers, in this order.
    pub fn in_turn(proxies: &[&Self]) -> DirectorySettings {
        let trust = proxies.iter().map(|proxy| match &proxy.settings.trust {
            Trust::Pem(pem) => pem.as_str(),
            other => panic!("{other:?}"),
        });
        DirectorySettings {
            trust: Trust::Pem(trust.collect()),
            servers: proxies.iter().flat_map(|proxy| proxy.settings.servers.clone()).collect(),
            ..proxies[0].settings.clone()
        }
    }

    /// How often this was requested.
    pub fn count(&self, operation: Operation) -> usize {
        self.asked().into_iter().filter(|asked| *asked == operation).count()
    }

    /// Holds the answers of a flight back until all its requests have arrived, so a client that sends them one at a
    /// time never finishes. `plan` is the number of requests in each flight; later requests pass.
    pub async fn holding_back(server: &impl TestServer, plan: &[usize]) -> Self {
        Self::start("127.0.0.1:0", server.settings(), plan, Arc::new(Mutex::new(|_| Fault::Pass))).await
    }

    /// The requests so far.
    pub fn asked(&self) -> Vec<Operation> {
        self.asked.lock().unwrap().clone()
    }

    /// Waits until a request is held.
    pub async fn held(&self) {
        self.hold.held.notified().await;
    }

    /// Lets the held request pass.
    pub fn release(&self) {
        self.hold.released.notify_one();
    }

    async fn start(address: &str, theirs: DirectorySettings, plan: &[usize], rule: Rule) -> Self {
        let (listener, acceptor, url, pem) = listen_at(address, |_| {}).await;
        let asked = Arc::new(Mutex::new(Vec::new()));
        let settings = DirectorySettings {
            servers: vec![url],
            trust: Trust::Pem(pem),
            tls_name: Some(NAME.to_owned()),
            ..theirs.clone()
        };
        let mut connections = JoinSet::new();
        let (plan, told, hold) = (plan.to_vec(), Arc::clone(&asked), Arc::<Hold>::default());
        let holds = Arc::clone(&hold);
        connections.spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                stream.set_nodelay(true).unwrap();
                let (acceptor, theirs, flights) = (acceptor.clone(), theirs.clone(), Flights::new(&plan));
                let (rule, told, holds) = (Arc::clone(&rule), Arc::clone(&told), Arc::clone(&holds));
                tokio::spawn(async move {
                    // A client that has another server leaves in the middle of this.
                    let Ok(client) = acceptor.accept(stream).await else { return };
                    let (client, server) =
                        (Framed::new(client, Messages), Framed::new(upstream(&theirs).await, Messages));
                    forward(client, server, flights, rule, told, holds).await;
                });
            }
        });
        Self { settings, asked, hold, _connections: connections }
    }
}

async fn forward(
    mut client: Framed<impl AsyncRead + AsyncWrite + Unpin, Messages>,
    mut server: Framed<impl AsyncRead + AsyncWrite + Unpin, Messages>,
    mut flights: Flights,
    rule: Rule,
    asked: Arc<Mutex<Vec<Operation>>>,
    hold: Arc<Hold>,
) {
    loop {
        tokio::select! {
            request = client.next() => {
                let Some(Ok(request)) = request else { return };
                let mut fault = Fault::Pass;
                if request.wants_answer() {
                    let operation = request.operation();
                    asked.lock().unwrap().push(operation);
                    fault = (*rule.lock().unwrap())(operation);
                    flights.asked(&request);
                }
                if fault == Fault::Held {
                    hold.held.notify_one();
                    hold.released.notified().await;
                }
                if matches!(
                    fault,
                    Fault::Pass | Fault::Held | Fault::AnswerLost | Fault::LastAnswer | Fault::Malformed
                ) {
                    server.send(Message(request.0.clone())).await.unwrap();
                }
                match fault {
                    Fault::Pass | Fault::Ignored | Fault::Held => {}
                    Fault::Dripping => {
                        while client.send(request.entry(1)).await.is_ok() {
                            tokio::time::sleep(Duration::from_millis(20)).await;
                        }
                        return;
                    }
                    Fault::Flooding => {
                        while client.send(request.entry(1 << 20)).await.is_ok() {}
                        return;
                    }
                    Fault::Lost => return,
                    Fault::Answered(code, text) => {
                        if client.send(request.answer(code, text)).await.is_err() {
                            return;
                        }
                    }
                    // The next message is its answer: these faults are used for requests sent alone.
                    Fault::AnswerLost => return drop(server.next().await),
                    Fault::Malformed => {
                        let answer = server.next().await.unwrap().unwrap();
                        // If the program has closed the connection by then, it has asked for something else.
                        let _ = client.send(answer.emptied()).await;
                    }
                    Fault::LastAnswer => {
                        let answer = server.next().await.unwrap().unwrap();
                        return client.send(answer).await.unwrap();
                    }
                }
            }
            answer = server.next() => {
                let Some(Ok(answer)) = answer else { return };
                flights.answered(answer);
            }
        }
        for answer in flights.due() {
            if client.send(answer).await.is_err() {
                return;
            }
        }
    }
}

/// Which answers may be sent.
struct Flights {
    plan: Vec<usize>,
    /// The message IDs of the requests, in order.
    requests: Vec<i64>,
    held: Vec<Message>,
}

impl Flights {
    fn new(plan: &[usize]) -> Self {
        Self { plan: plan.to_vec(), requests: Vec::new(), held: Vec::new() }
    }

    fn asked(&mut self, request: &Message) {
        self.requests.push(request.number());
    }

    fn answered(&mut self, answer: Message) {
        self.held.push(answer);
    }

    /// Removes and returns the answers to requests of complete flights.
    fn due(&mut self) -> Vec<Message> {
        let mut complete = 0;
        let mut planned = 0;
        for flight in &self.plan {
            planned += flight;
            if self.requests.len() >= planned {
                complete = planned;
            }
        }
        if self.requests.len() > planned {
            complete = self.requests.len();
        }
        let free = &self.requests[..complete];
        let (due, held) = self.held.drain(..).partition(|answer| free.contains(&answer.number()));
        self.held = held;
        due
    }
}

async fn upstream(settings: &DirectorySettings) -> impl AsyncRead + AsyncWrite + Unpin + use<> {
    let url = &settings.servers[0];
    let host = url.host_str().unwrap();
    let stream = TcpStream::connect((host, url.port().unwrap())).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let name = ServerName::try_from(settings.tls_name.as_deref().unwrap_or(host).to_owned()).unwrap();
    TlsConnector::from(client_tls(&settings.trust)).connect(name, stream).await.unwrap()
}

/// The name in this module's certificates.
pub const NAME: &str = "proxy.example";

/// A listener with a self-signed certificate: the socket, its TLS side, its URL, and the certificate in PEM.
pub async fn listen(alter: impl FnOnce(&mut CertificateParams)) -> (TcpListener, TlsAcceptor, Url, String) {
    listen_at("127.0.0.1:0", alter).await
}

/// The same at this address, which is in the certificate too.
async fn listen_at(
    address: &str,
    alter: impl FnOnce(&mut CertificateParams),
) -> (TcpListener, TlsAcceptor, Url, String) {
    let listener = TcpListener::bind(address).await.unwrap();
    let at = listener.local_addr().unwrap();
    let mut certificate = CertificateParams::new([NAME.to_owned(), at.ip().to_string()]).unwrap();
    alter(&mut certificate);
    let key = KeyPair::generate().unwrap();
    let certificate = certificate.self_signed(&key).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], PrivateKeyDer::Pkcs8(key.serialize_der().into()))
        .unwrap();
    let url = Url::parse(&format!("ldaps://{at}")).unwrap();
    (listener, TlsAcceptor::from(Arc::new(config)), url, certificate.pem())
}
