//! One connection: who is signed in, and which part of the directory answers each message.

use super::bind;
use super::domain;
use super::entry::DirectoryView;
use super::modify::{self, Circumstances};
use super::refusal::{self, LdapAnswer};
use super::rights;
use super::root_dse::{self, RootFacts, STARTTLS, WHO_AM_I, control};
use super::search::{self, PageRequest};
use super::server::SharedDirectory;
use super::state::PracticeState;
use jiff::Timestamp;
use ldap3_proto::control::LdapControl;
use ldap3_proto::proto::{
    LdapBindCred, LdapBindRequest, LdapBindResponse, LdapExtendedResponse, LdapModifyRequest, LdapMsg, LdapOp,
    LdapResult, LdapSearchRequest, LdapSearchResultReference, LdapSearchScope as Scope,
};
use std::sync::Arc;

pub(super) struct ClientSession {
    directory: Arc<SharedDirectory>,
    encrypted: bool,
    /// The account signed in, by name.
    who: Option<String>,
}

/// The reaction to a message.
pub(super) enum Reply {
    Messages(Vec<LdapMsg>),
    /// Send this, then continue in TLS.
    StartTls(LdapMsg),
    Close,
}

impl ClientSession {
    pub(super) fn new(directory: Arc<SharedDirectory>, encrypted: bool) -> Self {
        Self { directory, encrypted, who: None }
    }

    /// A session that is past its sign-in.
    #[cfg(test)]
    pub(super) fn signed_in_as(who: &str, directory: Arc<SharedDirectory>) -> Self {
        Self { directory, encrypted: true, who: Some(who.to_owned()) }
    }

    pub(super) fn answer(&mut self, message: LdapMsg) -> Reply {
        let (id, now) = (message.msgid, self.directory.clock.now());
        let outcome = |answer: LdapAnswer<()>| answer.err().unwrap_or_else(refusal::success);
        let op = match message.op {
            // Every operation is finished before the next message is read.
            LdapOp::AbandonRequest(_) => return Reply::Messages(Vec::new()),
            LdapOp::SearchRequest(request) => return Reply::Messages(self.search(id, &request, &message.ctrl, now)),
            LdapOp::ExtendedRequest(request) if request.name == STARTTLS && !self.encrypted => {
                self.who = None;
                self.encrypted = true;
                return Reply::StartTls(LdapMsg::new(id, extended(refusal::success(), Some(STARTTLS), None)));
            }
            LdapOp::ExtendedRequest(request) if request.name == WHO_AM_I => {
                extended(refusal::success(), None, Some(self.identity()))
            }
            LdapOp::ExtendedRequest(_) => extended(refusal::protocol("Unknown extended request OID"), None, None),
            LdapOp::BindRequest(request) => {
                let res = outcome(self.bind(&request, now));
                LdapOp::BindResponse(LdapBindResponse { res, saslcreds: None })
            }
            LdapOp::ModifyRequest(request) => {
                LdapOp::ModifyResponse(outcome(self.modify(&request, &message.ctrl, now)))
            }
            LdapOp::CompareRequest(_) => LdapOp::CompareResult(self.nobody_may()),
            LdapOp::AddRequest(_) => LdapOp::AddResponse(self.nobody_may()),
            LdapOp::DelRequest(_) => LdapOp::DelResponse(self.nobody_may()),
            LdapOp::ModifyDNRequest(_) => LdapOp::ModifyDNResponse(self.nobody_may()),
            // An unbind; or an answer, which no client sends.
            _ => return Reply::Close,
        };
        Reply::Messages(vec![LdapMsg::new(id, op)])
    }

    fn bind(&mut self, request: &LdapBindRequest, now: Timestamp) -> LdapAnswer<()> {
        self.who = None;
        if request.version != 3 {
            return Err(refusal::protocol("Unsupported protocol version"));
        }
        let LdapBindCred::Simple(password) = &request.cred else { return Err(refusal::only_simple()) };
        // A name without a password is an anonymous bind (RFC 4513, 5.1.2).
        if password.is_empty() {
            return Ok(());
        }
        if !self.encrypted {
            return Err(refusal::not_in_the_clear());
        }
        let sign_in = |state: &mut PracticeState| {
            state.let_devices_try(now);
            bind::simple(state, &request.dn, password, now)
        };
        let who = self.directory.store.change(sign_in).map_err(|error| refusal::unavailable(&error))??;
        self.who = Some(who);
        Ok(())
    }

    fn search(&self, id: i32, request: &LdapSearchRequest, controls: &[LdapControl], now: Timestamp) -> Vec<LdapMsg> {
        let answer = |op| LdapMsg::new(id, op);
        if request.base.is_empty() && request.scope == Scope::Base {
            // Requested seldom, and computed only then.
            let is_asked = request.attrs.iter().any(|name| name.eq_ignore_ascii_case("tokenGroups"));
            let token = || self.look(now, |view| Ok(rights::token(view.state, view.reader))).ok();
            let SharedDirectory { controller, policy_hints, .. } = *self.directory;
            let root =
                RootFacts { controller, policy_hints, now, token: is_asked.then(token).flatten().unwrap_or_default() };
            let entry = LdapOp::SearchResultEntry(root_dse::entry(root, &request.attrs));
            return vec![answer(entry), answer(LdapOp::SearchResultDone(refusal::success()))];
        }
        let found = self.controls(controls).and_then(|asked| {
            let found = self.look(now, |view| search::search(view, request, asked.page.as_ref()))?;
            Ok((found, asked.page.is_some()))
        });
        let (found, paged) = match found {
            Ok(found) => found,
            Err(refused) => return vec![answer(LdapOp::SearchResultDone(refused))],
        };
        let mut done = answer(LdapOp::SearchResultDone(refusal::result(found.code, "")));
        if paged {
            done.ctrl = vec![LdapControl::SimplePagedResults { size: 0, cookie: found.cookie }];
        }
        let reference = |uri| answer(LdapOp::SearchResultReference(LdapSearchResultReference { uris: vec![uri] }));
        let entries = found.entries.into_iter().map(|entry| answer(LdapOp::SearchResultEntry(entry)));
        entries.chain(found.references.into_iter().map(reference)).chain([done]).collect()
    }

    fn modify(&self, request: &LdapModifyRequest, controls: &[LdapControl], now: Timestamp) -> LdapAnswer<()> {
        let hinted = self.controls(controls)?.hinted;
        let who = self.signed_in()?;
        let SharedDirectory { controller, policy_hints, .. } = *self.directory;
        let circumstances = Circumstances { controller, now, policy_hints, hinted };
        let change = |state: &mut PracticeState| {
            state.let_devices_try(now);
            modify::modify(state, who, request, &circumstances)
        };
        self.directory.store.change(change).map_err(|error| refusal::unavailable(&error))?
    }

    /// Applies `look` to the directory as the signed-in user sees it.
    fn look<T>(&self, now: Timestamp, look: impl FnOnce(&DirectoryView<'_>) -> LdapAnswer<T>) -> LdapAnswer<T> {
        let who = self.signed_in()?;
        let mut state = self.directory.store.read().map_err(|error| refusal::unavailable(&error))?;
        state.let_devices_try(now);
        let reader = state.account(who).ok_or_else(refusal::sign_in_first)?;
        look(&DirectoryView { state: &state, reader, now, controller: self.directory.controller })
    }

    fn signed_in(&self) -> LdapAnswer<&str> {
        self.who.as_deref().ok_or_else(refusal::sign_in_first)
    }

    fn nobody_may(&self) -> LdapResult {
        self.signed_in().err().unwrap_or_else(refusal::no_right)
    }

    fn identity(&self) -> Vec<u8> {
        let known = self.who.as_ref().map(|who| format!("u:{}\\{who}", domain::NETBIOS));
        known.unwrap_or_default().into_bytes()
    }

    /// What the controls ask for. An unknown one is refused if it is critical, and otherwise ignored.
    fn controls(&self, controls: &[LdapControl]) -> LdapAnswer<RequestControls> {
        let mut asked = RequestControls { page: None, hinted: false };
        for control in controls {
            match control {
                LdapControl::SimplePagedResults { size, cookie } => {
                    let size = usize::try_from(*size).unwrap_or_default();
                    asked.page = Some(PageRequest { size, cookie: cookie.clone() });
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

struct RequestControls {
    page: Option<PageRequest>,
    hinted: bool,
}

fn is_policy_hints(oid: &str) -> bool {
    matches!(oid, control::POLICY_HINTS | control::POLICY_HINTS_DEPRECATED)
}

/// The value is a sequence of one number, whose lowest bit asks for the whole policy (MS-ADTS 3.1.1.3.4.1.27).
fn hint(value: Option<&[u8]>) -> LdapAnswer<bool> {
    match value {
        Some([0x30, 3, 2, 1, flags]) => Ok(flags & 1 == 1),
        _ => Err(refusal::unknown_control()),
    }
}

fn extended(res: LdapResult, name: Option<&str>, value: Option<Vec<u8>>) -> LdapOp {
    LdapOp::ExtendedResponse(LdapExtendedResponse { res, name: name.map(str::to_owned), value })
}
