//! Rules for protected accounts: well-known groups, configured groups, and operators' own accounts. Groups are compared
//! by SID, since names are translated and changed. No I/O.

use super::dn::Dn;
use super::identity::{OperatorIdentity, same_name};
use super::sid::Sid;

/// A group that every domain has, by its RID (MS-DTYP 2.4.2.4, MS-ADTS 6.1.1.6).
#[derive(Debug, PartialEq, Eq)]
pub struct WellKnownGroup {
    /// The English name, which a configuration may use whatever the directory calls it.
    pub name: &'static str,
    rid: u32,
    /// In `CN=Builtin`, with the same SID in every domain.
    is_builtin: bool,
    /// Whether its members are always protected.
    protects: bool,
}

const fn of_domain(rid: u32, name: &'static str, protects: bool) -> WellKnownGroup {
    WellKnownGroup { name, rid, is_builtin: false, protects }
}

const fn builtin(rid: u32, name: &'static str, protects: bool) -> WellKnownGroup {
    WellKnownGroup { name, rid, is_builtin: true, protects }
}

/// Those that protect are AdminSDHolder's (MS-ADTS 3.1.1.6.1.1) and the editors of group policies. The most specific
/// come first: Administrators contains most of the others.
const WELL_KNOWN: [WellKnownGroup; 28] = [
    of_domain(512, "Domain Admins", true),
    of_domain(519, "Enterprise Admins", true),
    of_domain(518, "Schema Admins", true),
    of_domain(520, "Group Policy Creator Owners", true),
    of_domain(516, "Domain Controllers", true),
    of_domain(521, "Read-only Domain Controllers", true),
    of_domain(526, "Key Admins", true),
    of_domain(527, "Enterprise Key Admins", true),
    builtin(548, "Account Operators", true),
    builtin(549, "Server Operators", true),
    builtin(550, "Print Operators", true),
    builtin(551, "Backup Operators", true),
    builtin(552, "Replicator", true),
    builtin(544, "Administrators", true),
    of_domain(513, "Domain Users", false),
    of_domain(514, "Domain Guests", false),
    of_domain(515, "Domain Computers", false),
    of_domain(517, "Cert Publishers", false),
    of_domain(525, "Protected Users", false),
    of_domain(553, "RAS and IAS Servers", false),
    builtin(545, "Users", false),
    builtin(546, "Guests", false),
    builtin(554, "Pre-Windows 2000 Compatible Access", false),
    builtin(555, "Remote Desktop Users", false),
    builtin(556, "Network Configuration Operators", false),
    builtin(562, "Distributed COM Users", false),
    builtin(573, "Event Log Readers", false),
    builtin(580, "Remote Management Users", false),
];

impl WellKnownGroup {
    /// The groups whose members are always protected.
    pub fn protecting() -> impl Iterator<Item = &'static Self> {
        WELL_KNOWN.iter().filter(|group| group.protects)
    }

    pub fn all() -> impl Iterator<Item = &'static Self> {
        WELL_KNOWN.iter()
    }

    /// Whether it is Domain Users, or Users, which contains them by default.
    pub fn is_users_group(&self) -> bool {
        matches!((self.is_builtin, self.rid), (false, 513) | (true, 545))
    }

    /// Finds a group by its English name.
    pub fn named(name: &str) -> Option<&'static Self> {
        WELL_KNOWN.iter().find(|group| group.name.eq_ignore_ascii_case(name.trim()))
    }

    /// Whether the SID is this group's, in any domain: these RIDs are reserved.
    pub fn is(&self, sid: &Sid) -> bool {
        let (parts, _) = sid.bytes()[8..].as_chunks::<4>();
        let parts: Vec<u32> = parts.iter().map(|part| u32::from_le_bytes(*part)).collect();
        let is_nt = sid.bytes()[2..8] == [0, 0, 0, 0, 0, 5];
        is_nt
            && match *parts {
                [32, rid] => self.is_builtin && rid == self.rid,
                [21, _, _, _, rid] => !self.is_builtin && rid == self.rid,
                _ => false,
            }
    }

    /// Returns the default DN in the domain `head` (MS-ADTS 6.1.1.6).
    pub fn default_dn(&self, head: &str) -> String {
        let container = if self.is_builtin { "Builtin" } else { "Users" };
        format!("CN={},CN={container},{head}", self.name)
    }
}

/// A protected group as configured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupName {
    WellKnown(&'static WellKnownGroup),
    Sid(Sid),
    Dn(Dn),
    /// The sAMAccountName or the CN.
    Name(String),
}

impl GroupName {
    pub fn parse(text: &str) -> Self {
        if let Some(group) = WellKnownGroup::named(text) {
            return Self::WellKnown(group);
        }
        if let Some(sid) = Sid::parse(text) {
            return WELL_KNOWN.iter().find(|group| group.is(&sid)).map_or(Self::Sid(sid), Self::WellKnown);
        }
        match Dn::parse(text).filter(|dn| *dn != Dn::root()) {
            Some(dn) => Self::Dn(dn),
            None => Self::Name(text.to_owned()),
        }
    }
}

/// The names an account may be spelled by.
#[derive(Debug, Clone, Copy)]
pub struct AccountNames<'a> {
    pub name: &'a str,
    pub upn: Option<&'a str>,
    pub dn: &'a str,
    pub sid: Option<&'a Sid>,
    /// The domain's DNS name.
    pub domain: &'a str,
}

impl AccountNames<'_> {
    /// Whether `spelled` may mean this account. NetBIOS domain names are not compared, and a name without a domain
    /// suffices: protecting a namesake is the safe error.
    pub fn may_match(&self, spelled: &str) -> bool {
        let spelled = spelled.trim();
        let domain = spelled.split_once('\\').map_or("", |(domain, _)| domain);
        let identity = OperatorIdentity {
            account: Some(format!("{domain}\\{}", self.name)),
            sid: self.sid.cloned(),
            dn: Some(self.dn.to_owned()),
            upn: self.upn.map(str::to_owned),
            domain: Some(self.domain.to_owned()),
        };
        identity.is(spelled) || same_name(spelled, self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sid(text: &str) -> Sid {
        Sid::parse(text).unwrap()
    }

    #[test]
    fn well_known_groups_are_recognised_by_sid() {
        let admins = WellKnownGroup::named("domain admins").unwrap();
        assert!(admins.is(&sid("S-1-5-21-1-2-3-512")) && admins.is(&sid("S-1-5-21-7-8-9-512")));
        for other in ["S-1-5-21-1-2-3-513", "S-1-5-32-512", "S-1-5-21-1-2-512", "S-1-1-0", "S-1-16-21-1-2-3-512"] {
            assert!(!admins.is(&sid(other)), "{other}");
        }
        assert!(WellKnownGroup::named("Administrators").unwrap().is(&sid("S-1-5-32-544")));
    }

    /// The groups that AdminSDHolder guards, and who edits group policies.
    #[test]
    fn members_of_these_groups_are_protected_whatever_is_configured() {
        let names: Vec<_> = WellKnownGroup::protecting().map(|group| group.name).collect();
        let of_domain = "Domain Admins,Enterprise Admins,Schema Admins,Group Policy Creator Owners,Domain Controllers,\
            Read-only Domain Controllers,Key Admins,Enterprise Key Admins";
        let builtin = "Account Operators,Server Operators,Print Operators,Backup Operators,Replicator,Administrators";
        assert_eq!(names.join(","), format!("{of_domain},{builtin}"));
        assert_eq!(WellKnownGroup::all().count(), 28);
    }

    /// Everybody is a member, so protecting these would protect everybody.
    #[test]
    fn two_groups_hold_every_user() {
        let of_users: Vec<_> =
            WellKnownGroup::all().filter(|group| group.is_users_group()).map(|group| group.name).collect();
        assert_eq!(of_users, ["Domain Users", "Users"]);
    }

    #[test]
    fn well_known_groups_have_their_usual_places() {
        let place = |name| WellKnownGroup::named(name).unwrap().default_dn("DC=x");
        assert_eq!(place("Key Admins"), "CN=Key Admins,CN=Users,DC=x");
        assert_eq!(place("Replicator"), "CN=Replicator,CN=Builtin,DC=x");
    }

    #[test]
    fn group_is_configured_by_name_sid_or_dn() {
        let admins = GroupName::WellKnown(WellKnownGroup::named("Domain Admins").unwrap());
        assert_eq!(GroupName::parse("DOMAIN ADMINS"), admins);
        assert_eq!(GroupName::parse("S-1-5-21-1-2-3-512"), admins);
        assert_eq!(GroupName::parse("S-1-5-21-1-2-3-1104"), GroupName::Sid(sid("S-1-5-21-1-2-3-1104")));
        assert_eq!(GroupName::parse("CN=Chefer, DC=x"), GroupName::Dn(Dn::parse("cn=chefer,dc=x").unwrap()));
        assert_eq!(GroupName::parse("Chefer (1)"), GroupName::Name("Chefer (1)".into()));
    }

    #[test]
    fn account_is_recognised_in_every_spelling() {
        let own = sid("S-1-5-21-1-2-3-1104");
        let account = AccountNames {
            name: "åsaöbe01",
            upn: Some("asa@contoso.example"),
            dn: "CN=Åsa,OU=Staff,DC=x",
            sid: Some(&own),
            domain: "ad.contoso.example",
        };
        for spelled in [
            r"CONTOSO\ÅSAÖBE01",
            r"ad.contoso.example\åsaöbe01",
            "åsaöbe01@AD.contoso.example",
            "ASA@contoso.example",
            "cn=åsa, ou=staff, dc=x",
            "S-1-5-21-1-2-3-1104",
            " åsaöbe01",
        ] {
            assert!(account.may_match(spelled), "{spelled}");
        }
        for spelled in ["", r"CONTOSO\", "@", r"CONTOSO\asaobe01", "asa@fabrikam.example", "S-1-5-21-1-2-3-1105"] {
            assert!(!account.may_match(spelled), "{spelled}");
        }
    }
}
