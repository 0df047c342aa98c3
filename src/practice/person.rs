//! An invented person, in any state of an account: seeds the directory, and reports an account's state.

use super::device::Device;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// An account to put into the practice directory. Start from [`Person::new`] and add what differs. Fields are named as
/// the attributes where nothing else is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// sAMAccountName.
    pub account: String,
    /// The entry's own name (cn), unique in its place.
    pub name: String,
    /// In the organisation's own unit, where the servicedesk has been given rights, or not.
    pub place: Place,
    pub display_name: Option<String>,
    pub given_name: Option<String>,
    /// sn.
    pub surname: Option<String>,
    pub mail: Option<String>,
    /// userPrincipalName; without one, `account@ad.contoso.example` still signs in.
    pub upn: Option<String>,
    pub department: Option<String>,
    pub title: Option<String>,
    /// The user name of the person whose entry is named in `manager`.
    pub manager: Option<String>,
    /// physicalDeliveryOfficeName.
    pub office: Option<String>,
    /// employeeID.
    pub employee_id: Option<String>,
    pub mobile: Option<String>,
    /// otherMobile.
    pub other_mobiles: Vec<String>,
    /// telephoneNumber.
    pub telephone: Option<String>,
    /// otherTelephone.
    pub other_telephones: Vec<String>,
    pub proxy_addresses: Vec<String>,
    /// Names of groups; one that does not exist yet is made.
    pub groups: Vec<String>,
    /// The name of the primary group, which memberOf does not hold; Domain Users by default.
    pub primary_group: Option<String>,
    /// Attributes that administrators alone may read.
    pub hidden: Vec<String>,
    /// adminCount is 1: rights given below the unit no longer apply.
    pub protected: bool,
    /// The name of the PSO that applies: `Skolan` or `Politiker`.
    pub special_policy: Option<String>,
    /// userAccountControl 0x2.
    pub disabled: bool,
    /// userAccountControl 0x10000: the password never expires.
    pub never_expires: bool,
    /// userAccountControl 0x40000.
    pub smartcard_required: bool,
    /// "User cannot change password": a denial in the access list.
    pub cannot_change_password: bool,
    pub account_expires: Option<Timestamp>,
    /// A bit for each hour of the week, in UTC; any hour by default.
    pub logon_hours: Option<[u8; 21]>,
    /// userWorkstations: where they may sign in, if not everywhere.
    pub workstations: Vec<String>,
    /// The first password. Not kept: the directory stores a salted hash.
    #[serde(skip)]
    pub password: String,
    /// Passwords before it, the latest first. Not kept either.
    #[serde(skip)]
    pub earlier_passwords: Vec<String>,
    /// When the password was last set; by default 30 days before the person is added.
    pub password_set: Option<Timestamp>,
    /// pwdLastSet is 0: another password must be chosen at the next sign-in.
    pub must_change: bool,
    /// lockoutTime.
    pub lockout: Lockout,
    /// badPwdCount.
    pub bad_passwords: u32,
    /// badPasswordTime.
    pub bad_password_at: Option<Timestamp>,
    /// lastLogon, at the controller that is asked.
    pub last_logon: Option<Timestamp>,
    /// lastLogonTimestamp, which is replicated.
    pub last_logon_timestamp: Option<Timestamp>,
    /// A device that tries an old password after each unlock.
    pub device: Device,
    /// When `mobile` was last changed; by default when the account was created.
    pub mobile_changed: Option<Timestamp>,
    /// When `otherMobile` was last changed; by default when the account was created.
    pub other_mobiles_changed: Option<Timestamp>,
    /// whenCreated; by default 400 days before the person is added.
    pub created: Option<Timestamp>,
}

/// Where an account is in the tree.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// `OU=Staff`: the servicedesk may unlock and reset.
    #[default]
    Staff,
    /// `CN=Users`: it may not.
    Users,
}

/// The attribute lockoutTime. Whether the account is locked *now* also depends on the policy.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lockout {
    /// Never locked: the attribute is absent.
    #[default]
    Never,
    /// Unlocked again: the attribute is 0.
    Cleared,
    At(Timestamp),
}

impl Person {
    /// The default password.
    pub const PASSWORD: &str = "Vinter-Ljus-23";

    /// A healthy account in `OU=Staff` without mobile and groups, with the domain's policy.
    pub fn new(account: &str) -> Self {
        let (account, password) = (account.to_owned(), Self::PASSWORD.to_owned());
        Self { name: account.clone(), account, password, ..Self::default() }
    }

    /// First and last name, and with them the display name, the entry's name, and a mail address
    /// that is also the UPN: `account@contoso.example`.
    pub fn named(mut self, given: &str, surname: &str) -> Self {
        let full = format!("{given} {surname}");
        let mail = format!("{}@contoso.example", self.account);
        self.name = format!("{full} {}", self.account);
        self.given_name = Some(given.to_owned());
        self.surname = Some(surname.to_owned());
        self.display_name = Some(full);
        self.proxy_addresses = vec![format!("SMTP:{mail}")];
        self.upn = Some(mail.clone());
        self.mail = Some(mail);
        self
    }

    pub fn department(mut self, department: &str) -> Self {
        self.department = Some(department.to_owned());
        self
    }

    pub fn title(mut self, title: &str) -> Self {
        self.title = Some(title.to_owned());
        self
    }

    pub fn mobile(mut self, number: &str) -> Self {
        self.mobile = Some(number.to_owned());
        self
    }

    pub fn group(mut self, name: &str) -> Self {
        self.groups.push(name.to_owned());
        self
    }

    /// Locked at that time, by as many wrong passwords as the policy allows: name a special policy first.
    pub fn locked_at(mut self, time: Timestamp) -> Self {
        self.lockout = Lockout::At(time);
        self.bad_passwords = super::policy::of(self.special_policy.as_deref()).threshold;
        self.bad_password_at = Some(time);
        self
    }

    /// The PSO that applies.
    pub fn special_policy(mut self, name: &str) -> Self {
        self.special_policy = Some(name.to_owned());
        self
    }

    /// The password, and those before it with the latest first.
    pub fn password(mut self, password: &str, earlier: &[&str]) -> Self {
        self.password = password.to_owned();
        self.earlier_passwords = earlier.iter().map(|&one| one.to_owned()).collect();
        self
    }

    /// Whether lockoutTime holds a time; the lock may have lapsed.
    pub fn has_lockout_time(&self) -> bool {
        matches!(self.lockout, Lockout::At(_))
    }
}
