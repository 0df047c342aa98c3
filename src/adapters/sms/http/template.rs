//! The table `[sms.http]`: the administrator's description of a gateway.
//!
//! Texts are templates (`{{ … }}`) over these variables: `text` · `from` · `to_e164` (+46…),
//! `to_digits` (46…), `to_00` (0046…) · `ttl_seconds`, `ttl_minutes`, `expires` (RFC 3339) · `ref`
//! (our own name for the message) · `unicode` (the text does not fit GSM 7-bit) · `user` · and
//! `secret`, in the one place that `auth` names. `text` is not there for headers.

use std::collections::BTreeMap;
use std::fmt;

use regex_lite::Regex;
use serde::Deserialize;
use serde_json::Value;

/// The description of a gateway over HTTP.
#[derive(Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HttpTemplate {
    /// The address, in place of `sms.url`, for one that names `{{ user }}`.
    pub url: Option<String>,
    pub method: HttpMethod,
    /// Where the secret goes.
    pub auth: Auth,
    /// Headers besides those of `auth` and of the body.
    pub headers: BTreeMap<String, String>,
    /// Added to the address.
    pub query: BTreeMap<String, String>,
    /// A body in JSON: any tree. A text that is one `{{ … }}` alone keeps the kind of its value, so
    /// that a number stays one; `none` is left out of its table.
    pub json: Option<Value>,
    pub form: Option<BTreeMap<String, String>>,
    /// A body in XML, values escaped.
    pub xml: Option<String>,
    /// The answer of a success; without a status: 200, 201 or 202.
    pub success: Condition,
    /// The answer when the message is queued because the network is down.
    pub queued: Option<Condition>,
    /// The gateway's name for the message. Where this is given, an answer without it is no success.
    pub id: Option<Extract>,
    /// The gateway's reason for refusing; else the whole body.
    pub reason: Option<Extract>,
    /// How the gateway is asked how far a message has come.
    pub delivery: Option<DeliveryTemplate>,
    /// The answers of errors. The first that holds counts; else the status decides.
    pub errors: Vec<ErrorRule>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum HttpMethod {
    Get,
    #[default]
    Post,
    Put,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Auth {
    /// Nowhere.
    #[default]
    None,
    /// `Authorization: Basic`, with the user (RFC 7617).
    Basic,
    /// `Authorization: Bearer` (RFC 6750).
    Bearer,
    /// Into `headers`, where they say `{{ secret }}`.
    Header,
    /// Into `query`, where it says `{{ secret }}`.
    Query,
    /// Into the body, where it says `{{ secret }}`.
    Body,
}

/// A condition on an answer: everything given here must hold.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Condition {
    /// HTTP status, one of these.
    pub status: Vec<u16>,
    /// A place in the JSON (RFC 6901) that must be there.
    pub pointer: Option<String>,
    /// The value there, or a list of possible values.
    pub equals: Option<Value>,
    /// A regular expression that the body must match.
    pub body: Option<String>,
}

/// A text to take from an answer, in one of two ways.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Extract {
    /// A place in the JSON (RFC 6901).
    pub pointer: Option<String>,
    /// A regular expression over the body: its first group, or all of it.
    pub regex: Option<String>,
}

/// How the gateway is asked how far a message has come, with the sign-in of `auth`, and how it says it. The variables are
/// `id`, `to_digits`, `user`, `address` (that of sending, without what follows a `?`), `origin` (its scheme and host), and
/// `secret` where `auth` puts it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DeliveryTemplate {
    /// The address; without it, that of sending.
    pub url: Option<String>,
    /// Fields that are posted; without any, it is a GET.
    pub form: Option<BTreeMap<String, String>>,
    pub pending: Condition,
    pub delivered: Condition,
    pub failed: Condition,
    /// When it was delivered.
    pub at: Option<Extract>,
    /// Why it was not.
    pub reason: Option<Extract>,
}

/// An error and its answer.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErrorRule {
    pub class: ErrorClass,
    /// The answer.
    pub when: Condition,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ErrorClass {
    /// Our user name or secret.
    Credentials,
    Number,
    /// The account is out of credit.
    Credit,
    /// Try again later.
    Busy,
    /// Any other refusal.
    Other,
    /// It may have been sent.
    Unclear,
}

/// Prints the outline only: there may be a secret where `{{ secret }}` belongs.
impl fmt::Debug for HttpTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HttpTemplate({:?}, {:?}, …)", self.method, self.auth)
    }
}

/// The part of a request that a template is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TemplatePlace {
    Header,
    Query,
    Body,
}

impl TemplatePlace {
    pub(super) const ALL: [Self; 3] = [Self::Header, Self::Query, Self::Body];
}

impl Auth {
    /// Where `{{ secret }}` is written out; `None` when it is not.
    pub(super) fn place(self) -> Option<TemplatePlace> {
        match self {
            Self::None | Self::Basic | Self::Bearer => None,
            Self::Header => Some(TemplatePlace::Header),
            Self::Query => Some(TemplatePlace::Query),
            Self::Body => Some(TemplatePlace::Body),
        }
    }
}

impl HttpTemplate {
    /// Whether any template in a place uses a variable.
    pub(super) fn uses(&self, place: TemplatePlace, variable: &str) -> bool {
        let any = |table: &BTreeMap<String, String>| table.values().any(|source| uses(source, variable));
        match place {
            TemplatePlace::Header => any(&self.headers),
            TemplatePlace::Query => any(&self.query),
            TemplatePlace::Body => {
                self.form.as_ref().is_some_and(any)
                    || self.json.as_ref().is_some_and(|tree| tree_uses(tree, variable))
                    || self.xml.as_ref().is_some_and(|source| uses(source, variable))
            }
        }
    }
}

pub(super) fn uses(source: &str, variable: &str) -> bool {
    Regex::new(&format!(r"\{{[{{%][^}}]*\b{variable}\b")).is_ok_and(|regex| regex.is_match(source))
}

fn tree_uses(tree: &Value, variable: &str) -> bool {
    match tree {
        Value::String(source) => uses(source, variable),
        Value::Array(items) => items.iter().any(|item| tree_uses(item, variable)),
        Value::Object(members) => members.values().any(|member| tree_uses(member, variable)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
