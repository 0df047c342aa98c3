//! Tickets from GSSAPI (RFC 2743) with the system's Kerberos, MIT's or Heimdal's. Interprets result codes, never the
//! texts, which are in the user's language.

use jiff::{SignedDuration, Timestamp, Unit};
use libgssapi::context::{ClientCtx, CtxFlags, SecurityContext};
use libgssapi::credential::{Cred, CredUsage};
use libgssapi::error::Error;
use libgssapi::name::Name;
use libgssapi::oid::{GSS_MECH_KRB5, GSS_NT_KRB5_PRINCIPAL, OidSet};

use super::{FailedExchange, Ticket};
use crate::ports::TicketFault;

/// Whether this program can sign in with a ticket.
pub const BUILT_IN: bool = true;

/// Between this program and one server.
pub(super) struct TicketContext(ClientCtx);

/// Encryption, integrity, and proof of who the server is.
const NEEDED: CtxFlags = CtxFlags::GSS_C_CONF_FLAG.union(CtxFlags::GSS_C_INTEG_FLAG).union(CtxFlags::GSS_C_MUTUAL_FLAG);

pub(super) fn ticket() -> Result<Ticket, FailedExchange> {
    let held = acquire(None)?.info().map_err(trouble)?;
    let expires = SignedDuration::try_from(held.lifetime).ok().and_then(|lasts| {
        let at = Timestamp::now().checked_add(lasts).ok()?;
        at.round(Unit::Second).ok()
    });
    Ok(Ticket { principal: Some(held.name.to_string()), expires })
}

fn acquire(principal: Option<&Name>) -> Result<Cred, FailedExchange> {
    let mut kerberos = OidSet::new().map_err(trouble)?;
    kerberos.add(&GSS_MECH_KRB5).map_err(trouble)?;
    Cred::acquire(principal, None, CredUsage::Initiate, Some(&kerberos)).map_err(trouble)
}

impl TicketContext {
    /// Requests a ticket for the directory on `host`, which may involve a KDC. Only `principal`'s tickets are used,
    /// whom the audit trail names: the cache may be changed to another's while this runs.
    pub(super) fn begin(principal: &str, host: &str) -> Result<(Self, Vec<u8>), FailedExchange> {
        let principal = Name::new(principal.as_bytes(), Some(&GSS_NT_KRB5_PRINCIPAL)).map_err(trouble)?;
        // A principal, since the name of a host-based service would be looked up in DNS, which can be forged; with an
        // empty realm, which means the ticket's own.
        let target = Name::new(format!("ldap/{host}@").as_bytes(), Some(&GSS_NT_KRB5_PRINCIPAL))
            .and_then(|name| name.canonicalize(Some(&GSS_MECH_KRB5)))
            .map_err(trouble)?;
        let flags = NEEDED | CtxFlags::GSS_C_SEQUENCE_FLAG | CtxFlags::GSS_C_REPLAY_FLAG;
        let mut context = Self(ClientCtx::new(Some(acquire(Some(&principal))?), target, flags, Some(&GSS_MECH_KRB5)));
        let token = context.0.step(None, None).map_err(trouble)?;
        Ok((context, token.map(|token| token.to_vec()).unwrap_or_default()))
    }

    /// Processes the server's answer.
    pub(super) fn step(&mut self, token: &[u8]) -> Result<Vec<u8>, FailedExchange> {
        let token = self.0.step(Some(token), None).map_err(trouble)?;
        if self.0.is_complete() && !self.0.flags().map_err(trouble)?.contains(NEEDED) {
            return Err(FailedExchange {
                fault: TicketFault::Other,
                text: "the connection would not be sealed".to_owned(),
            });
        }
        Ok(token.map(|token| token.to_vec()).unwrap_or_default())
    }

    pub(super) fn is_complete(&self) -> bool {
        self.0.is_complete()
    }

    /// Signs, and with `seal` also encrypts.
    pub(super) fn wrap(&mut self, seal: bool, plain: &[u8]) -> Result<Vec<u8>, FailedExchange> {
        self.0.wrap(seal, plain).map(|sealed| sealed.to_vec()).map_err(trouble)
    }

    pub(super) fn unwrap(&mut self, sealed: &[u8]) -> Result<Vec<u8>, FailedExchange> {
        self.0.unwrap(sealed).map(|plain| plain.to_vec()).map_err(trouble)
    }
}

fn trouble(error: Error) -> FailedExchange {
    FailedExchange { fault: fault(error), text: error.to_string() }
}

/// The error table of krb5, which MIT and Heimdal share: its first code, below those of RFC 4120, 7.5.9.
const KRB5: u32 = 0x96c7_3a00;

fn fault(Error { major, minor }: Error) -> TicketFault {
    match ((major.bits() >> 16) & 0xff, minor.wrapping_sub(KRB5)) {
        (GSS_S_CREDENTIALS_EXPIRED, _) | (_, KRB_AP_ERR_TKT_EXPIRED) => TicketFault::Expired,
        (GSS_S_NO_CRED, _) => TicketFault::Missing,
        // A ticket that is not valid yet: the clock was set back since it was issued.
        (_, KRB_AP_ERR_SKEW | KRB_AP_ERR_TKT_NYV) => TicketFault::Clock { ahead: None },
        (_, KDC_ERR_S_PRINCIPAL_UNKNOWN) => TicketFault::UnknownServer { itself: None },
        (_, KRB_AP_ERR_NOT_US | KRB_AP_ERR_MODIFIED | KRB_AP_ERR_BADKEYVER | KRB_AP_ERR_NOKEY) => {
            TicketFault::OtherServer { itself: None }
        }
        (_, KRB5_REALM_UNKNOWN | KRB5_KDC_UNREACH | KRB5_REALM_CANT_RESOLVE) => TicketFault::KdcUnreachable,
        _ => TicketFault::Other,
    }
}

// Routine errors (RFC 2744, 3.9.1).
const GSS_S_NO_CRED: u32 = 7;
const GSS_S_CREDENTIALS_EXPIRED: u32 = 11;

// Kerberos errors.
const KDC_ERR_S_PRINCIPAL_UNKNOWN: u32 = 7;
const KRB_AP_ERR_TKT_EXPIRED: u32 = 32;
const KRB_AP_ERR_TKT_NYV: u32 = 33;
const KRB_AP_ERR_NOT_US: u32 = 35;
const KRB_AP_ERR_SKEW: u32 = 37;
const KRB_AP_ERR_MODIFIED: u32 = 41;
const KRB_AP_ERR_BADKEYVER: u32 = 44;
const KRB_AP_ERR_NOKEY: u32 = 45;
const KRB5_REALM_UNKNOWN: u32 = 154;
const KRB5_KDC_UNREACH: u32 = 156;
const KRB5_REALM_CANT_RESOLVE: u32 = 220;
