//! The request that the table describes.

use std::collections::BTreeMap;

use reqwest::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use reqwest::{Request, RequestBuilder};
use serde_json::{Value, json};

use super::super::answer::{GatewayAnswer, SendOutcome};
use super::super::endpoint::Endpoint;
use super::super::settings::{GatewaySettings, Secret};
use super::super::{OutgoingSms, Protocol, RequestError};
use super::render::{Renderer, TemplateError};
use super::template::{Auth, HttpMethod, HttpTemplate, TemplatePlace, uses};
use crate::config::Problem;
use crate::domain::gsm7::{SmsEncoding, encoding};
use crate::domain::phone::Phone;
use crate::ports::DeliveryState;

/// A described gateway, ready for use.
pub(in super::super) struct Templated {
    pub(super) template: HttpTemplate,
    pub(super) renderer: Renderer,
    pub(super) user: Option<String>,
    pub(super) secret: Option<Secret>,
}

impl Templated {
    pub(in super::super) fn new(template: &HttpTemplate, settings: &GatewaySettings) -> Result<Self, Problem> {
        let problem = |error| settings.template_problem(error);
        template.check_rules().map_err(problem)?;
        let bodies = usize::from(template.json.is_some()) + usize::from(template.form.is_some());
        let bodies = bodies + usize::from(template.xml.is_some());
        if bodies > 1 {
            return Err(problem(TemplateError::new("json", "only one of json, form and xml")));
        }
        if bodies > 0 && template.method == HttpMethod::Get {
            return Err(problem(TemplateError::new("method", "GET has no body")));
        }
        let named = TemplatePlace::ALL.into_iter().any(|place| template.uses(place, "user"));
        let user = (template.auth == Auth::Basic || named).then(|| settings.user());
        let secret = (template.auth != Auth::None).then(|| settings.secret());
        Ok(Self {
            template: template.clone(),
            renderer: Renderer::new(),
            user: user.transpose()?,
            secret: secret.transpose()?,
        })
    }

    /// Makes a request that is not sent, to check that the template works and contains what it must.
    pub(in super::super) fn render_sample(
        &self,
        endpoint: &Endpoint,
        message: &OutgoingSms<'_>,
    ) -> Result<(), TemplateError> {
        let request = self.fill(endpoint, message)?;
        let body = request.body().and_then(reqwest::Body::as_bytes).map(String::from_utf8_lossy).unwrap_or_default();
        let said = format!("{} {body}", request.url());
        for (what, there) in [("text", said.contains(message.text)), ("to_e164", said.contains(message.to.digits()))] {
            if !there {
                return Err(TemplateError::new("", format!("neither body nor query says {{{{ {what} }}}}")));
            }
        }
        let secret = self.template.auth.place().is_none_or(|place| self.template.uses(place, "secret"));
        if secret { Ok(()) } else { Err(TemplateError::new("auth", "nothing there says {{ secret }}")) }
    }

    fn fill(&self, endpoint: &Endpoint, message: &OutgoingSms<'_>) -> Result<Request, TemplateError> {
        let method = match self.template.method {
            HttpMethod::Get => reqwest::Method::GET,
            HttpMethod::Post => reqwest::Method::POST,
            HttpMethod::Put => reqwest::Method::PUT,
        };
        let mut request = endpoint.client.request(method, endpoint.url.clone());
        let secret = self.secret.as_ref().map_or("", |secret| secret.0.as_str());
        request = match self.template.auth {
            Auth::Basic => request.basic_auth(self.user.as_deref().unwrap_or_default(), Some(secret)),
            Auth::Bearer => request.bearer_auth(secret),
            Auth::None | Auth::Header | Auth::Query | Auth::Body => request,
        };
        if !self.template.query.is_empty() {
            let variables = self.variables(TemplatePlace::Query, message);
            request = request.query(&self.fields("query", &self.template.query, &variables)?);
        }
        let request = self.body(request, &self.variables(TemplatePlace::Body, message))?;
        let mut request = request.build().map_err(|error| TemplateError::new("", error.without_url()))?;
        let variables = self.variables(TemplatePlace::Header, message);
        for (name, source) in &self.template.headers {
            let place = format!("headers.{name}");
            let filled = self.renderer.text(&place, source, &variables)?;
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(|error| TemplateError::new(&place, error))?;
            let mut value =
                HeaderValue::from_bytes(filled.as_bytes()).map_err(|error| TemplateError::new(&place, error))?;
            value.set_sensitive(uses(source, "secret"));
            request.headers_mut().insert(name, value);
        }
        Ok(request)
    }

    fn body(&self, request: RequestBuilder, variables: &Value) -> Result<RequestBuilder, TemplateError> {
        if let Some(tree) = &self.template.json {
            return Ok(request.json(&self.renderer.tree("json", tree, variables)?));
        }
        if let Some(form) = &self.template.form {
            return Ok(request.form(&self.fields("form", form, variables)?));
        }
        if let Some(source) = &self.template.xml {
            let document = self.renderer.xml(source, variables)?;
            return Ok(request.header(CONTENT_TYPE, "text/xml; charset=utf-8").body(document));
        }
        Ok(request)
    }

    pub(super) fn fields<'t>(
        &self,
        place: &str,
        table: &'t BTreeMap<String, String>,
        variables: &Value,
    ) -> Result<Vec<(&'t str, String)>, TemplateError> {
        let filled = table.iter().map(|(name, source)| {
            let value = self.renderer.text(&format!("{place}.{name}"), source, variables)?;
            Ok((name.as_str(), value))
        });
        filled.collect()
    }

    fn variables(&self, place: TemplatePlace, message: &OutgoingSms<'_>) -> Value {
        let mut variables = json!({
            "from": message.from,
            "ref": message.reference,
            "to_e164": message.to.e164(),
            "to_digits": message.to.digits(),
            "to_00": format!("00{}", message.to.digits()),
            "ttl_seconds": message.seconds(),
            "ttl_minutes": message.minutes(),
            "expires": message.expires(),
            "unicode": encoding(message.text) == SmsEncoding::Ucs2,
        });
        if place != TemplatePlace::Header {
            variables["text"] = message.text.into();
        }
        if let Some(user) = &self.user {
            variables["user"] = user.as_str().into();
        }
        if let (true, Some(secret)) = (self.template.auth.place() == Some(place), &self.secret) {
            variables["secret"] = secret.0.as_str().into();
        }
        variables
    }
}

impl Protocol for Templated {
    fn request(&self, endpoint: &Endpoint, message: &OutgoingSms<'_>) -> Result<Request, RequestError> {
        self.fill(endpoint, message).map_err(|error| RequestError(error.to_string()))
    }

    fn interpret(&self, answer: &GatewayAnswer) -> SendOutcome {
        self.template.interpret(answer)
    }

    fn proves_success(&self) -> bool {
        self.template.proves_success()
    }

    fn tells_delivery(&self) -> bool {
        self.template.delivery.is_some()
    }

    fn delivery(&self, endpoint: &Endpoint, id: &str, to: &Phone) -> Option<Result<Request, RequestError>> {
        let request = self.ask_delivery(self.template.delivery.as_ref()?, endpoint, id, to);
        Some(request.map_err(|error| RequestError(error.to_string())))
    }

    fn interpret_delivery(&self, answer: &GatewayAnswer) -> DeliveryState {
        self.template.delivery.as_ref().map_or(DeliveryState::Unknown, |delivery| delivery.interpret(answer))
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::fake::{self, BASIC, FakeGateway, ReceivedRequest, SECRET, TEXT, fields, set, why};
    use super::*;
    use crate::config::Provider;

    fn settings(table: &str, url: &str) -> GatewaySettings {
        GatewaySettings { http: Some(toml::from_str(table).unwrap()), ..fake::settings(Provider::Http, url) }
    }

    /// The key that keeps a gateway from being built, and why.
    fn problem(settings: &GatewaySettings) -> Option<(String, String)> {
        fake::built(settings).map(|problem| why(&problem))
    }

    async fn heard(table: &str) -> ReceivedRequest {
        let gateway = FakeGateway::answering("200 OK", "fine").await;
        let table = format!("success.body = '^fine$'\n{table}");
        fake::send(&settings(&table, &gateway.url("/send?fixed=1"))).await.unwrap();
        gateway.only()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[tokio::test]
    async fn all_in_the_address() {
        let heard = heard(
            "method = 'GET'\nauth = 'query'\n\
            query = { access_token = '{{ secret }}', to = '{{ to_00 }}', message = '{{ text }}', highpriority = '1' }",
        )
        .await;
        let (target, body) = (heard.line.strip_prefix("GET /send?").unwrap(), heard.body.as_str());
        let expected = [
            ("fixed", "1"),
            ("access_token", SECRET),
            ("highpriority", "1"),
            ("message", TEXT),
            ("to", "0046701740605"),
        ];
        assert_eq!(fields(target.strip_suffix(" HTTP/1.1").unwrap()), pairs(&expected));
        assert_eq!(body, "");
    }

    #[tokio::test]
    async fn xml() {
        let heard = heard(
            "method = 'PUT'\nauth = 'body'\nheaders = { 'X-From' = '{{ from }}', Content-Type = 'application/xml' }\n\
            xml = '<mt key=\"{{ secret }}\"><to>{{ to_e164 }}</to><text>{{ text }}</text></mt>'",
        )
        .await;
        assert_eq!(heard.line, "PUT /send?fixed=1 HTTP/1.1");
        assert_eq!(heard.header("x-from"), Some("Servicedesk"));
        assert_eq!(heard.header("content-type"), Some("application/xml"));
        let text = "Säg din kod 482 913 &amp; &quot;å&quot; + {€} &lt;b&gt;&#x27;";
        assert_eq!(heard.body, format!("<mt key=\"{SECRET}\"><to>+46701740605</to><text>{text}</text></mt>"));
    }

    #[tokio::test]
    async fn the_secret_by_the_usual_headers() {
        let body = "form = { a = '{{ text }}', b = '{{ to_e164 }}' }";
        let bearer = format!("Bearer {SECRET}");
        for (auth, header) in [("none", None), ("basic", Some(BASIC)), ("bearer", Some(bearer.as_str()))] {
            let heard = heard(&format!("auth = '{auth}'\n{body}")).await;
            assert_eq!(heard.header("authorization"), header, "{auth}");
        }
    }

    #[test]
    fn unusable_tables_are_refused() {
        let body = "form = { a = '{{ text }}', b = '{{ to_e164 }}' }";
        for (table, place) in [
            ("form = { a = '{{ text }}' }", ""),
            ("form = { b = '{{ to_e164 }}' }", ""),
            ("form = { a = '{{ text }', b = '{{ to_digits }}' }", "form.a"),
            ("form = { a = '{{ txt }}', b = '{{ to_digits }}' }", "form.a"),
            ("json = { a = [{ b = '{{ secret }}' }] }", "json.a.0.b"),
            ("xml = '{{ password }}'", "xml"),
            (&format!("method = 'GET'\n{body}"), "method"),
            (&format!("xml = '{{{{ text }}}}'\n{body}"), "json"),
            (&format!("auth = 'header'\n{body}"), "auth"),
            (&format!("auth = 'query'\n{body}"), "auth"),
            (&format!("auth = 'body'\n{body}"), "auth"),
            ("auth = 'header'\nheaders = { k = '{{ secret }}' }\nform = { a = '{{ secret }}' }", "form.a"),
            ("auth = 'body'\nquery = { k = '{{ secret }}' }\nform = { a = '{{ secret }}' }", "query.k"),
            (&format!("headers = {{ 'a b' = 'x' }}\n{body}"), "headers.a b"),
            (&format!("headers = {{ ab = \"x\\ny\" }}\n{body}"), "headers.ab"),
            (&format!("headers = {{ ab = '{{{{ text }}}}' }}\n{body}"), "headers.ab"),
            (&format!("id = {{ pointer = 'id' }}\n{body}"), "id.pointer"),
        ] {
            let (key, text) = problem(&settings(table, "https://gateway.example.se/")).unwrap();
            assert_eq!(
                (key.as_str(), text.split(':').next()),
                ("sms.http", Some(&*format!("sms.http.{place}"))),
                "{table}"
            );
        }
        for table in [
            "form = { a = 1 }",
            "unknown = 1",
            "auth = 'digest'",
            "success = { code = 1 }",
            "errors = [{ class = 'x', when = {} }]",
        ] {
            assert!(toml::from_str::<HttpTemplate>(table).is_err(), "{table}");
        }
    }

    #[test]
    fn table_needs_user_secret_and_url() {
        let body = "form = { a = '{{ text }}', b = '{{ to_e164 }}' }";
        let anonymous = |table: &str, url: &str| {
            let mut settings = GatewaySettings { secret: None, ..settings(&format!("{table}\n{body}"), url) };
            settings.section.user = set("sms.user", None);
            problem(&settings)
        };
        let missing = |key: &str| Some((key.to_owned(), "missing".to_owned()));
        let url = "https://gateway.example.se/";
        assert_eq!(anonymous("", url), None);
        assert_eq!(anonymous("auth = 'bearer'", url), missing("sms.secret_file"));
        assert_eq!(anonymous("auth = 'basic'", url), missing("sms.user"));
        assert_eq!(anonymous("query = { u = '{{ user }}' }", url), missing("sms.user"));
        assert_eq!(anonymous("url = 'https://x.se/{{ user }}'", url), missing("sms.user"));
        assert_eq!(problem(&GatewaySettings { http: None, ..settings(body, url) }), missing("sms.http"));
        assert_eq!(problem(&settings(body, "")), missing("sms.url"));
    }

    #[test]
    fn the_address() {
        let address = |settings: GatewaySettings| {
            let template = settings.http.as_ref().unwrap();
            super::super::address(template, &settings).map_err(|problem| why(&problem).0)
        };
        let with_user = |user: &str, url: &str| {
            let mut settings = settings(&format!("url = '{url}'"), "https://other.se/");
            settings.section.user = set("sms.user", Some(user.to_owned()));
            address(settings)
        };
        let url = |text: &str| Ok(url::Url::parse(text).unwrap());
        assert_eq!(with_user("a/../b c", "https://x.se/{{ user }}/send"), url("https://x.se/a%2F..%2Fb%20c/send"));
        assert_eq!(with_user("abc", "https://{{ user }}.x.se/"), url("https://abc.x.se/"));
        assert_eq!(with_user("x.se/", "http://{{ user }}/send"), Err("sms.url".into()));
        assert_eq!(with_user("u", "https://x.se/{{ to_e164 }}"), Err("sms.http".into()));
        assert_eq!(with_user("u", "http://x.se/"), Err("sms.url".into()));
        for plain in ["https://x.se/{{ user }}", "https://x.se/%7B%7B%20user%20%7D%7D"] {
            assert_eq!(address(settings("", plain)), Err("sms.http".into()));
        }
    }

    #[test]
    fn the_request_prints_without_the_secret() {
        let table =
            "auth = 'header'\nheaders = { key = 'Key {{ secret }}' }\nform = { a = '{{ text }}', b = '{{ to_00 }}' }";
        let settings = settings(table, "https://gateway.example.se/");
        let endpoint = Endpoint::new(settings.url(None).unwrap(), &settings).unwrap();
        let (to, code) = (fake::phone(), fake::code());
        let templated = Templated::new(settings.http.as_ref().unwrap(), &settings).unwrap();
        let printed = format!("{:?}", templated.request(&endpoint, &fake::message(&to, &code)).unwrap());
        assert!(printed.contains("key") && !printed.contains("hunter2"), "{printed}");
    }

    #[test]
    fn template_does_not_print() {
        let table: HttpTemplate = toml::from_str("headers = { Authorization = 'Token abc' }").unwrap();
        assert_eq!(format!("{table:?}"), "HttpTemplate(Post, None, …)");
    }
}
