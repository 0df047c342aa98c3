//! One request to a gateway, one answer, within the time limit. Never retries or follows a redirect: the message would
//! be sent twice, or the code or password to somebody else.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use hyper_util::client::proxy::matcher::Matcher;
use jiff::Timestamp;
use reqwest::header::LOCATION;
use reqwest::redirect::Policy;
use reqwest::{Client, Request, Response};
use rustls::ClientConfig;
use url::Url;

use super::answer::GatewayAnswer;
use super::pause;
use super::redactor::Redactor;
use super::settings::GatewaySettings;
use crate::adapters::plain_text;
use crate::adapters::tls::{Trust, certificate_fault, client_config, platform_config};
use crate::adapters::trace::TracedRequest;
use crate::config::is_loopback;
use crate::config::{Problem, Unfit};
use crate::ports::SmsError;

/// The most that is read of an answer, in bytes.
const ANSWER: usize = 64 * 1024;

/// A gateway's address, and the client for it.
#[derive(Clone)]
pub(super) struct Endpoint {
    /// Builds and sends requests.
    pub(super) client: Client,
    pub(super) url: Url,
    /// The address for people: the host, and the port unless it is the default.
    pub(super) host: String,
    /// The proxy in between, as `host:port`.
    proxy: Option<String>,
    /// The longest wait for an answer.
    pub(super) timeout: Duration,
}

impl Endpoint {
    /// An endpoint at `url`. Reads certificates; touches no network.
    pub(super) fn new(url: Url, settings: &GatewaySettings) -> Result<Self, Problem> {
        let timeout = settings.section.timeout.value;
        let mut client = Client::builder()
            .tls_backend_preconfigured(tls(&url, settings)?)
            .redirect(Policy::none())
            .retry(reqwest::retry::never())
            // A kept connection may be closed just as the next message is sent, which would leave its outcome unknown.
            // Messages are minutes apart anyway.
            .pool_max_idle_per_host(0)
            .referer(false)
            .user_agent(concat!("servicedesk/", env!("CARGO_PKG_VERSION")))
            .timeout(timeout)
            // Shorter than the whole, so that a slow connection, with nothing sent, differs from a slow answer.
            .connect_timeout(timeout / 2);
        let is_here = url.host().as_ref().is_some_and(is_loopback);
        if is_here {
            client = client.no_proxy();
        }
        let proxy = if is_here { None } else { proxy(&url) };
        let client = client.build().map_err(|error| tls_problem(settings, &cause(&error)))?;
        let host = url.host_str().unwrap_or_default();
        let host = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        Ok(Self { client, url, host, proxy, timeout })
    }

    /// This address with `other` in place of its ending `last`; `None` when it ends otherwise.
    pub(super) fn beside(&self, last: &str, other: &str) -> Option<Url> {
        let path = self.url.path().strip_suffix(last).filter(|path| path.ends_with('/'))?;
        let mut url = self.url.clone();
        url.set_path(&format!("{path}{other}"));
        url.set_query(None);
        Some(url)
    }

    pub(super) async fn exchange(
        &self,
        request: Request,
        private: &Redactor,
        now: Timestamp,
    ) -> Result<GatewayAnswer, SmsError> {
        // Without the path and the query, which may hold the secret and the message.
        let asked = TracedRequest::connection(&self.host, || request.method().to_string());
        let mut response = self.client.execute(request).await.map_err(|error| self.failure(&error, private))?;
        let status = response.status().as_u16();
        let moved_to = if response.status().is_redirection() { self.moved_to(&response, private) } else { None };
        let retry_after = pause::retry_after(response.headers(), now);
        asked.ended(format_args!("HTTP {status}"));
        let (mut body, mut whole) = (Vec::new(), true);
        loop {
            match response.chunk().await {
                Ok(Some(chunk)) => body.extend_from_slice(&chunk),
                Ok(None) => break,
                Err(_) => {
                    whole = false;
                    break;
                }
            }
            if body.len() > ANSWER {
                body.truncate(ANSWER);
                whole = false;
                break;
            }
        }
        Ok(GatewayAnswer { status, body: String::from_utf8_lossy(&body).into_owned(), whole, moved_to, retry_after })
    }

    fn failure(&self, error: &reqwest::Error, private: &Redactor) -> SmsError {
        if let Some(fault) = certificate_fault(error) {
            return SmsError::Untrusted { host: self.host.clone(), fault: Box::new(fault.clone()) };
        }
        let text = private.words(&cause(error));
        // With a proxy in between, it is the one that is connected to.
        if let Some(proxy) = self.proxy.clone().filter(|_| error.is_connect() && !is_of_tls(error)) {
            return SmsError::Proxy { host: self.host.clone(), proxy, text };
        }
        // A builder error is found before anything is sent.
        if error.is_connect() || error.is_builder() {
            self.unreachable(text)
        } else if error.is_timeout() {
            let text = format!("no answer within {:?}", self.timeout);
            SmsError::Unclear { host: self.host.clone(), text, redirect: None }
        } else {
            SmsError::Unclear { host: self.host.clone(), text, redirect: None }
        }
    }

    /// The address that an answer redirects to, without its query, which may repeat the message.
    fn moved_to(&self, response: &Response, private: &Redactor) -> Option<String> {
        let mut to = self.url.join(response.headers().get(LOCATION)?.to_str().ok()?).ok()?;
        to.set_query(None);
        to.set_fragment(None);
        // Fails for an address that can have no login.
        let _ = to.set_username("").and_then(|()| to.set_password(None));
        Some(private.words(to.as_str()))
    }

    /// The error when nothing was sent.
    pub(super) fn unreachable(&self, text: String) -> SmsError {
        SmsError::Unreachable { host: self.host.clone(), text }
    }
}

fn tls(url: &Url, settings: &GatewaySettings) -> Result<ClientConfig, Problem> {
    let config = match settings.section.ca_file.get() {
        Some(_) => client_config(&Trust::read(&settings.section.ca_file)?).ok(),
        // Plain HTTP needs no certificates, and the machine may have none.
        None if url.scheme() == "http" => client_config(&Trust::Pinned(vec![])).ok(),
        None => platform_config().ok(),
    };
    let config = config.ok_or_else(|| tls_problem(settings, "no trusted certificate found"))?;
    Ok(Arc::unwrap_or_clone(config))
}

fn tls_problem(settings: &GatewaySettings, why: &str) -> Problem {
    settings.section.ca_file.unfit(Unfit::Other(format!("TLS for SMS gateway: {why}")))
}

/// The proxy that the environment names for `url`, as reqwest finds it, without its login.
fn proxy(url: &Url) -> Option<String> {
    let found = Matcher::from_env().intercept(&url.as_str().parse().ok()?)?;
    let (host, port) = (found.uri().host()?, found.uri().port_u16());
    Some(port.map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}

/// Whether TLS failed after something answered in TLS, as no proxy does.
fn is_of_tls(error: &reqwest::Error) -> bool {
    let mut cause: Option<&dyn Error> = error.source();
    while let Some(found) = cause {
        let inner = found.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        if found.is::<rustls::Error>() || inner.is_some_and(|inner| inner.is::<rustls::Error>()) {
            return true;
        }
        cause = found.source();
    }
    false
}

/// The innermost cause: the network's error, without the address.
fn cause(error: &dyn Error) -> String {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    plain_text(&innermost)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::super::Gateway;
    use super::super::fake::{self, CODE, Calendar, FakeGateway, FakeWords, TEXT, built, send, set, settings, why};
    use super::super::settings::GatewaySettings;
    use super::*;
    use crate::config::Provider;
    use crate::ports::{AcceptedSms, SmsRefusal, WhyUntrusted};

    fn hasty(url: &str) -> GatewaySettings {
        let mut settings = settings(Provider::Elks, url);
        settings.section.timeout.value = Duration::from_millis(600);
        settings
    }

    fn unclear(outcome: Result<AcceptedSms, SmsError>) -> String {
        match outcome {
            Err(SmsError::Unclear { text, .. }) => text,
            other => panic!("{other:?}"),
        }
    }

    fn unreachable(outcome: Result<AcceptedSms, SmsError>) -> String {
        match outcome {
            Err(SmsError::Unreachable { text, .. }) => text,
            other => panic!("{other:?}"),
        }
    }

    #[tokio::test]
    async fn silence_after_the_request_is_unclear() {
        let gateway = FakeGateway::silent().await;
        assert_eq!(unclear(send(&hasty(&gateway.url("/"))).await), "no answer within 600ms");
        assert_eq!(gateway.heard().len(), 1, "never a second try");
    }

    #[tokio::test]
    async fn nobody_listening_is_unreachable() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        drop(listener);
        assert!(unreachable(send(&settings(Provider::Elks, &url)).await).contains("refused"));
        let unknown = send(&settings(Provider::Elks, "https://gateway.invalid/")).await;
        assert!(!unreachable(unknown).contains("gateway.invalid"));
    }

    #[tokio::test]
    async fn no_tls_in_time_is_unreachable() {
        let gateway = FakeGateway::mute().await;
        unreachable(send(&hasty(&gateway.https_url("/"))).await);
    }

    #[tokio::test]
    async fn cut_connection_is_unclear() {
        for bytes in
            ["HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":\"s1\"}", "HTTP/1.1 2", "", "not http\r\n\r\n"]
        {
            let gateway = FakeGateway::with(bytes).await;
            unclear(send(&settings(Provider::Elks, &gateway.url("/"))).await);
            assert_eq!(gateway.heard().len(), 1, "never a second try");
        }
    }

    #[tokio::test]
    async fn refusal_with_truncated_body_stays_a_refusal() {
        let gateway = FakeGateway::with("HTTP/1.1 401 No\r\nContent-Length: 100\r\n\r\nwrong pass").await;
        let refused = send(&settings(Provider::Elks, &gateway.url("/"))).await;
        let Err(SmsError::Refused { refusal, text, .. }) = refused else { panic!("{refused:?}") };
        assert_eq!((refusal, text.as_str()), (SmsRefusal::Credentials, "wrong pass"));
    }

    #[tokio::test]
    async fn a_redirect_is_not_followed() {
        let other = FakeGateway::answering("200 OK", r#"{"id":"s1"}"#).await;
        let head = format!("HTTP/1.1 307 Over there\r\nLocation: {}\r\nContent-Length: 0\r\n\r\n", other.url("/"));
        let gateway = FakeGateway::with(head).await;
        let sent = send(&settings(Provider::Elks, &gateway.url("/"))).await;
        assert!(matches!(sent, Err(SmsError::Redirected { to, .. }) if to == other.url("/")));
        assert!(other.heard().is_empty());
    }

    #[tokio::test]
    async fn an_error_page_that_repeats_the_request() {
        let page = format!(
            "<html><body>Cannot handle user=desk&secret={}&message={TEXT} ({CODE}) to +46701740605</body></html>",
            fake::SECRET
        );
        for status in ["500 Internal Server Error", "400 Bad Request", "200 OK"] {
            let gateway = FakeGateway::answering(status, &page).await;
            // `send` looks for anything private in the error.
            let error = send(&settings(Provider::Elks, &gateway.url("/"))).await.unwrap_err().to_string();
            assert!(error.contains("Cannot handle user=desk&secret=…&message=… (…) to +46*******05"), "{error}");
        }
    }

    #[tokio::test]
    async fn an_error_page_that_repeats_a_password() {
        let password = fake::PASSWORD;
        let page = format!(
            "Cannot handle message={TEXT}\n{password} ({password}, {}, Tegel&#45;lampa%2Dsork 472) to 070-174 06 05",
            &password[..9],
        );
        for status in ["500 Internal Server Error", "400 Bad Request", "200 OK"] {
            let gateway = FakeGateway::answering(status, &page).await;
            let settings = settings(Provider::Elks, &gateway.url("/"));
            let gateway = Gateway::new(&settings, FakeWords::default(), Calendar::default()).unwrap();
            // `send_password` looks for anything private in the error.
            let error = fake::send_password(&gateway).await.unwrap_err().to_string();
            assert!(error.contains("Cannot handle message=… (…, …, …) to 0*******05"), "{error}");
        }
        // A name that gives it away is none.
        let gateway = FakeGateway::answering("200 OK", &format!(r#"{{"id":"s1-{password}"}}"#)).await;
        let settings = settings(Provider::Elks, &gateway.url("/"));
        let gateway = Gateway::new(&settings, FakeWords::default(), Calendar::default()).unwrap();
        assert_eq!(fake::send_password(&gateway).await.unwrap(), AcceptedSms { message_id: None, queued: false });
    }

    #[tokio::test]
    async fn endless_answer_is_truncated() {
        let endless = format!("HTTP/1.1 200 OK\r\n\r\n{}", "x".repeat(300_000));
        let gateway = FakeGateway::with(endless).await;
        let text = unclear(send(&settings(Provider::Elks, &gateway.url("/"))).await);
        assert!(text.len() < 250, "{}", text.len());
        // Not even one that would begin well.
        let padded = format!("HTTP/1.1 200 OK\r\n\r\n{{\"id\":\"s1\"}}{}", " ".repeat(300_000));
        unclear(send(&settings(Provider::Elks, &FakeGateway::with(padded).await.url("/"))).await);
    }

    #[tokio::test]
    async fn certificates() {
        let (gateway, pem) = FakeGateway::over_tls("200 OK", r#"{"id":"s1"}"#).await;
        let mut settings = settings(Provider::Elks, &gateway.https_url("/"));
        let untrusted = send(&settings).await;
        let Err(SmsError::Untrusted { host, fault }) = &untrusted else { panic!("{untrusted:?}") };
        assert_eq!((&fault.why, host.starts_with("localhost:")), (&WhyUntrusted::SelfSigned, true));
        assert!(gateway.heard().is_empty());
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(pem.as_bytes()).unwrap();
        settings.section.ca_file = set("sms.ca_file", Some(file.path().to_owned()));
        assert_eq!(send(&settings).await.unwrap().message_id.as_deref(), Some("s1"));
        for content in ["", "no PEM", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
            std::fs::write(file.path(), content).unwrap();
            let (key, text) = built(&settings).map(|problem| why(&problem)).unwrap();
            assert!(key == "sms.ca_file" && text.contains("certificate"), "{content}: {text}");
        }
        settings.section.ca_file = set("sms.ca_file", Some("/no/such/file".into()));
        let (key, text) = built(&settings).map(|problem| why(&problem)).unwrap();
        assert!(key == "sms.ca_file" && text == "Missing", "{text}");
    }
}
