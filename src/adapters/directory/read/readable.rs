//! What the operator may read of one account, of all that the program reads of accounts. An attribute without a value may
//! be hidden or not set, which the account's access list tells. The schema has the GUIDs that access lists use, so this
//! holds for any attribute that is configured. Changes nothing.

use ldap3::{Scope, ldap_escape};

use super::{account, query};
use crate::adapters::directory::descriptor::{LOGON_INFORMATION, ObjectGuid, PERSONAL_INFORMATION, guid};
use crate::adapters::directory::protection::OperatorToken;
use crate::adapters::directory::{ACCESS_LIST, Connection, LdapEntry, Result, TOKEN};
use crate::ports::{AccountReadability, DirectoryError, MissingRight, ReadRight};

/// Property sets by their GUIDs (MS-ADTS 3.1.1.2.3.3), as `dsacls` names them.
const PROPERTY_SETS: [(ObjectGuid, &str); 6] = [
    (guid(0x4c16_4200_20c0_11d0_a768_00aa_006e_0529), "Account Restrictions"),
    (LOGON_INFORMATION, "Logon Information"),
    (guid(0xbc0a_c240_79a9_11d0_9020_00c0_4fc2_d4cf), "Group Membership"),
    (guid(0x59ba_2f42_79a2_11d0_9020_00c0_4fc2_d3cf), "General Information"),
    (guid(0xe48d_0154_bcf8_11d1_8702_00c0_4fb9_6050), "Public Information"),
    (PERSONAL_INFORMATION, "Personal Information"),
];

/// Computed from others or with the server's own rights, so that no right to read them is delegated.
const NOT_DELEGATED: [&str; 2] = ["allowedAttributesEffective", "msDS-ReplAttributeMetaData"];

/// Every account has these, whichever controller is asked, so without a value they are hidden.
const ALWAYS_SET: [&str; 11] = [
    "objectGUID",
    "objectSid",
    "sAMAccountName",
    "userAccountControl",
    "msDS-User-Account-Control-Computed",
    "pwdLastSet",
    "msDS-UserPasswordExpiryTimeComputed",
    "accountExpires",
    "primaryGroupID",
    TOKEN,
    ACCESS_LIST,
];

/// Without these an account's card says less, but nothing untrue.
const USEFUL: [&str; 17] = [
    "userPrincipalName",
    "displayName",
    "mail",
    "department",
    "title",
    "manager",
    "physicalDeliveryOfficeName",
    "lastLogon",
    "lastLogonTimestamp",
    "badPwdCount",
    "badPasswordTime",
    "primaryGroupID",
    "memberOf",
    "replPropertyMetaData",
    "otherMobile",
    "telephoneNumber",
    "otherTelephone",
];

/// What may be read of the entry at `dn`.
pub(crate) async fn readable(c: &Connection, dn: &str) -> Result<AccountReadability> {
    let mobile = &c.settings.mobile_attributes;
    let wanted = [account::WANTED, &query::number_attributes(mobile), &[TOKEN]].concat();
    let wanted: Vec<&str> = wanted.into_iter().filter(|attribute| !NOT_DELEGATED.contains(attribute)).collect();
    let schema = format!("CN=Schema,{}", c.root().await?.configuration);
    // Those that accounts are found by are not read.
    let also = c.settings.search_attributes.iter().map(String::as_str).filter(|name| !wanted.contains(name));
    let names: String = wanted
        .iter()
        .copied()
        .chain(also.clone())
        .map(|name| format!("(lDAPDisplayName={})", ldap_escape(name)))
        .collect();
    let names = format!("(|{names})");
    let described = ["lDAPDisplayName", "schemaIDGUID", "attributeSecurityGUID"];
    let (entry, token, (schema, _)) = tokio::try_join!(
        c.read(dn, &wanted),
        OperatorToken::read(c),
        c.search(&schema, Scope::OneLevel, &names, &described)
    )?;
    let entry = entry.ok_or(DirectoryError::Gone)?;
    let is_called = |known: &LdapEntry, attribute: &str| {
        known.text("lDAPDisplayName").is_some_and(|name| name.eq_ignore_ascii_case(attribute))
    };
    let is_unknown = |attribute: &str| !schema.is_empty() && !schema.iter().any(|known| is_called(known, attribute));
    let unsearchable = also.filter(|attribute| is_unknown(attribute)).map(str::to_owned).collect();
    let mut found = AccountReadability { unsearchable, ..AccountReadability::default() };
    for attribute in wanted.iter().copied() {
        let known = schema.iter().find(|known| is_called(known, attribute));
        let has_value = !entry.all_bytes(attribute).is_empty() || entry.is_cut(attribute);
        let guids = known.map(guids).unwrap_or_default();
        let is_granted = || token.may_read_attribute(&entry, &guids);
        if is_unknown(attribute) && !has_value {
            found.unknown.push(attribute.to_owned());
        } else if has_value || (!ALWAYS_SET.contains(&attribute) && is_granted() == Some(true)) {
            found.readable += 1;
        } else if ALWAYS_SET.contains(&attribute) || is_granted() == Some(false) {
            found.miss(
                right(attribute, &guids),
                attribute,
                mobile.iter().any(|mobile| mobile == attribute) || !USEFUL.contains(&attribute),
            );
        }
        // Without the access list, which is missed itself, the rest is unknown.
    }
    Ok(found)
}

/// The attribute's own GUID, and its property set's.
fn guids(known: &LdapEntry) -> Vec<ObjectGuid> {
    let both = ["schemaIDGUID", "attributeSecurityGUID"].into_iter();
    both.filter_map(|name| known.bytes(name)?.try_into().ok()).collect()
}

/// The right that shows an attribute: to a property set where that has a name that is known.
fn right(attribute: &str, guids: &[ObjectGuid]) -> ReadRight {
    if attribute == ACCESS_LIST {
        return ReadRight::Permissions;
    }
    let set = PROPERTY_SETS.iter().find(|(guid, _)| guids.contains(guid));
    ReadRight::Property(set.map_or(attribute, |(_, name)| *name).to_owned())
}

impl AccountReadability {
    fn miss(&mut self, right: ReadRight, attribute: &str, is_needed: bool) {
        match self.missing.iter_mut().find(|missing| missing.right == right) {
            Some(missing) => {
                missing.attributes.push(attribute.to_owned());
                missing.is_needed |= is_needed;
            }
            None => self.missing.push(MissingRight { right, attributes: vec![attribute.to_owned()], is_needed }),
        }
    }
}
