//! One connection: who is signed in on it, and which part of the directory answers each message.

use super::bind;
use super::entry::View;
use super::filter;
use super::modify::{self, Circumstances};
use super::refusal::{self, Answer};
use super::rights;
use super::root_dse::{self, Root, STARTTLS, WHO_AM_I, control};
use super::search::{self, Page};
use super::server::Directory;
use super::{domain, schema};
use crate::domain::dn::Dn;
use jiff::Timestamp;
use ldap3_proto::control::LdapControl;
use ldap3_proto::proto::{
    LdapBindCred, LdapBindRequest, LdapBindResponse, LdapCompareRequest, LdapExtendedResponse, LdapFilter,
    LdapModifyRequest, LdapMsg, LdapOp, LdapResult, LdapResultCode as Code, LdapSearchRequest,
    LdapSearchResultReference, LdapSearchScope as Scope,
};
use std::sync::Arc;

/// The state of one connection.
pub(super) struct Session {
    directory: Arc<Directory>,
    encrypted: bool,
    /// The account signed in, by name.
    who: Option<String>,
}

/// What follows from a message.
pub(super) enum Reply {
    /// Send these.
    Messages(Vec<LdapMsg>),
    /// Send this, then go on in TLS.
    StartTls(LdapMsg),
    /// Close the connection.
    Close,
}

impl Session {
    pub(super) fn new(directory: Arc<Directory>, encrypted: bool) -> Self {
        Self { directory, encrypted, who: None }
    }

    /// A session that is past its sign-in.
    #[cfg(test)]
    pub(super) fn signed_in_as(who: &str, directory: Arc<Directory>) -> Self {
        Self { directory, encrypted: true, who: Some(who.to_owned()) }
    }

    /// Answers one message.
    pub(super) fn answer(&mut self, message: LdapMsg) -> Reply {
        let id = message.msgid;
        let now = self.directory.clock.now();
        let one = |op| Reply::Messages(vec![LdapMsg::new(id, op)]);
        let refused = |answer: Answer<()>| answer.err().unwrap_or_else(refusal::success);
        match message.op {
            LdapOp::UnbindRequest => Reply::Close,
            // Every operation is finished before the next message is read.
            LdapOp::AbandonRequest(_) => Reply::Messages(Vec::new()),
            LdapOp::BindRequest(request) => {
                let res = refused(self.bind(&request, now));
                one(LdapOp::BindResponse(LdapBindResponse { res, saslcreds: None }))
            }
            LdapOp::ExtendedRequest(request) if request.name == STARTTLS && !self.encrypted => {
                self.who = None;
                self.encrypted = true;
                Reply::StartTls(LdapMsg::new(id, extended(refusal::success(), Some(STARTTLS), None)))
            }
            LdapOp::ExtendedRequest(request) if request.name == WHO_AM_I => {
                one(extended(refusal::success(), None, Some(self.identity())))
            }
            LdapOp::ExtendedRequest(_) => one(extended(refusal::protocol("Unknown extended request OID"), None, None)),
            LdapOp::SearchRequest(request) => Reply::Messages(self.search(id, &request, &message.ctrl, now)),
            LdapOp::ModifyRequest(request) => {
                one(LdapOp::ModifyResponse(refused(self.modify(&request, &message.ctrl, now))))
            }
            LdapOp::CompareRequest(request) => {
                one(LdapOp::CompareResult(self.compare(&request, now).unwrap_or_else(|refused| refused)))
            }
            LdapOp::AddRequest(_) => one(LdapOp::AddResponse(self.nobody_may())),
            LdapOp::DelRequest(_) => one(LdapOp::DelResponse(self.nobody_may())),
            LdapOp::ModifyDNRequest(_) => one(LdapOp::ModifyDNResponse(self.nobody_may())),
            // Answers, from a client: not LDAP as anybody speaks it.
            LdapOp::BindResponse(_)
            | LdapOp::SearchResultEntry(_)
            | LdapOp::SearchResultDone(_)
            | LdapOp::SearchResultReference(_)
            | LdapOp::ModifyResponse(_)
            | LdapOp::AddResponse(_)
            | LdapOp::DelResponse(_)
            | LdapOp::ModifyDNResponse(_)
            | LdapOp::CompareResult(_)
            | LdapOp::ExtendedResponse(_)
            | LdapOp::IntermediateResponse(_) => Reply::Close,
        }
    }

    fn bind(&mut self, request: &LdapBindRequest, now: Timestamp) -> Answer<()> {
        self.who = None;
        if request.version != 3 {
            return Err(refusal::protocol("Unsupported protocol version"));
        }
        let LdapBindCred::Simple(password) = &request.cred else { return Err(refusal::only_simple()) };
        // A name without a password is nobody, and welcome as such (RFC 4513 5.1.2).
        if password.is_empty() {
            return Ok(());
        }
        if !self.encrypted {
            return Err(refusal::not_in_the_clear());
        }
        let sign_in = |state: &mut _| bind::simple(state, &request.dn, password, now);
        let who = self.directory.store.change(sign_in).map_err(|error| refusal::unavailable(&error))??;
        self.who = Some(who);
        Ok(())
    }

    fn search(&self, id: i32, request: &LdapSearchRequest, controls: &[LdapControl], now: Timestamp) -> Vec<LdapMsg> {
        let answer = |op| LdapMsg::new(id, op);
        if request.base.is_empty() && request.scope == Scope::Base {
            // Asked for seldom, and worked out only then.
            let is_asked = request.attrs.iter().any(|name| name.eq_ignore_ascii_case("tokenGroups"));
            let token = || self.look(now, |view| Ok(rights::token(view.state, view.reader))).ok();
            let root = Root {
                controller: self.directory.controller,
                policy_hints: self.directory.policy_hints,
                now,
                token: is_asked.then(token).flatten().unwrap_or_default(),
            };
            let entry = root_dse::entry(root, &request.attrs);
            return vec![
                answer(LdapOp::SearchResultEntry(entry)),
                answer(LdapOp::SearchResultDone(refusal::success())),
            ];
        }
        let found = self.controls(controls).and_then(|asked| {
            let found = self.look(now, |view| search::search(view, request, asked.page.as_ref()))?;
            Ok((found, asked.page.is_some()))
        });
        let (found, paged) = match found {
            Ok(found) => found,
            Err(refused) => return vec![answer(LdapOp::SearchResultDone(refused))],
        };
        let mut done = answer(LdapOp::SearchResultDone(refusal::result(found.code(), "")));
        if paged {
            done.ctrl = vec![LdapControl::SimplePagedResults { size: 0, cookie: found.cookie }];
        }
        let reference = |uri| answer(LdapOp::SearchResultReference(LdapSearchResultReference { uris: vec![uri] }));
        let entries = found.entries.into_iter().map(|entry| answer(LdapOp::SearchResultEntry(entry)));
        entries.chain(found.references.into_iter().map(reference)).chain([done]).collect()
    }

    fn modify(&self, request: &LdapModifyRequest, controls: &[LdapControl], now: Timestamp) -> Answer<()> {
        let hinted = self.controls(controls)?.hinted;
        let who = self.signed_in()?;
        let circumstances = Circumstances {
            controller: self.directory.controller,
            now,
            policy_hints: self.directory.policy_hints,
            hinted,
        };
        let change = |state: &mut _| modify::modify(state, who, request, &circumstances);
        self.directory.store.change(change).map_err(|error| refusal::unavailable(&error))?
    }

    fn compare(&self, request: &LdapCompareRequest, now: Timestamp) -> Answer<LdapResult> {
        let dn = Dn::parse(&request.dn).ok_or_else(|| refusal::bad_name(&request.dn))?;
        let attribute = schema::attribute(&request.atype).ok_or_else(|| refusal::no_such_attribute(&request.atype))?;
        let value = String::from_utf8_lossy(&request.val).into_owned();
        self.look(now, |view| {
            let object = view.object(&dn).ok_or_else(|| refusal::no_such_object(view.nearest(&dn)))?;
            let is = filter::matches(view, object, &LdapFilter::Equality(attribute.name.to_owned(), value.clone()));
            Ok(refusal::result(if is { Code::CompareTrue } else { Code::CompareFalse }, ""))
        })
    }

    /// Lets `look` at the directory as the one signed in sees it.
    fn look<T>(&self, now: Timestamp, look: impl FnOnce(&View<'_>) -> Answer<T>) -> Answer<T> {
        let who = self.signed_in()?;
        let state = self.directory.store.read().map_err(|error| refusal::unavailable(&error))?;
        let reader = state.account(who).ok_or_else(refusal::sign_in_first)?;
        look(&View { state: &state, reader, now, controller: self.directory.controller })
    }

    fn signed_in(&self) -> Answer<&str> {
        self.who.as_deref().ok_or_else(refusal::sign_in_first)
    }

    fn nobody_may(&self) -> LdapResult {
        self.signed_in().err().unwrap_or_else(refusal::no_right)
    }

    fn identity(&self) -> Vec<u8> {
        let known = self.who.as_ref().map(|who| format!("u:{}\\{who}", domain::NETBIOS));
        known.unwrap_or_default().into_bytes()
    }

    /// What the controls ask for. One that is critical and unknown is refused; one that is only
    /// unknown is disregarded.
    fn controls(&self, controls: &[LdapControl]) -> Answer<Asked> {
        let mut asked = Asked { page: None, hinted: false };
        for control in controls {
            match control {
                LdapControl::SimplePagedResults { size, cookie } => {
                    let size = usize::try_from(*size).unwrap_or_default();
                    asked.page = Some(Page { size, cookie: cookie.clone() });
                }
                LdapControl::Unknown { oid, value, .. } if self.directory.policy_hints && is_policy_hints(oid) => {
                    asked.hinted = hint(value.as_deref())?;
                }
                LdapControl::Unknown { criticality: true, .. } => return Err(refusal::unknown_control()),
                _ => {}
            }
        }
        Ok(asked)
    }
}

/// What the controls of a message ask for.
struct Asked {
    page: Option<Page>,
    hinted: bool,
}

fn is_policy_hints(oid: &str) -> bool {
    matches!(oid, control::POLICY_HINTS | control::POLICY_HINTS_DEPRECATED)
}

/// The value is a sequence of one number, whose lowest bit asks for the whole policy
/// (MS-ADTS 3.1.1.3.4.1.27).
fn hint(value: Option<&[u8]>) -> Answer<bool> {
    match value {
        Some([0x30, 3, 2, 1, flags]) => Ok(flags & 1 == 1),
        _ => Err(refusal::unknown_control()),
    }
}

fn extended(res: LdapResult, name: Option<&str>, value: Option<Vec<u8>>) -> LdapOp {
    LdapOp::ExtendedResponse(LdapExtendedResponse { res, name: name.map(str::to_owned), value })
}
