//! LDAP result codes (RFC 4511, appendix A).

pub(super) const OPERATIONS_ERROR: u32 = 1;
pub(super) const PROTOCOL_ERROR: u32 = 2;
pub(super) const TIME_LIMIT_EXCEEDED: u32 = 3;
pub(super) const SIZE_LIMIT_EXCEEDED: u32 = 4;
pub(super) const STRONGER_AUTH_REQUIRED: u32 = 8;
pub(super) const REFERRAL: u32 = 10;
pub(super) const ADMIN_LIMIT_EXCEEDED: u32 = 11;
pub(super) const CONFIDENTIALITY_REQUIRED: u32 = 13;
pub(super) const CONSTRAINT_VIOLATION: u32 = 19;
pub(super) const NO_SUCH_OBJECT: u32 = 32;
pub(super) const INVALID_DN_SYNTAX: u32 = 34;
pub(super) const INVALID_CREDENTIALS: u32 = 49;
pub(super) const INSUFFICIENT_ACCESS_RIGHTS: u32 = 50;
pub(super) const BUSY: u32 = 51;
pub(super) const UNAVAILABLE: u32 = 52;
pub(super) const UNWILLING_TO_PERFORM: u32 = 53;
pub(super) const OTHER: u32 = 80;
