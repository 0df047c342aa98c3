//! What the suite needs of a directory server, and its own connections to it.

use super::*;

/// A directory server with an operator who has the delegated rights of a servicedesk.
pub trait TestServer {
    /// How the operator signs in: LDAPS, verified, with the domain head as base.
    fn settings(&self) -> DirectorySettings;
    /// The operator's password.
    fn password(&self) -> Password;
    /// The same server on its other port.
    fn starttls_url(&self) -> String;
    /// The administrator, as a DN or `DOMAIN\user`, and the password.
    fn administrator(&self) -> (String, String);
    /// Whether the server has the policy hints control.
    fn has_policy_hints(&self) -> bool;
    /// Whether the server says whom it let in (RFC 4532).
    fn answers_who_am_i(&self) -> bool;
    /// The rules of a policy: the domain's, or those of [`Self::READABLE`] or [`Self::UNREADABLE`].
    fn policy(&self, special: Option<&str>) -> DirectoryPolicy;
    /// A fine-grained policy that the operator may read: no minimum age, a lock of 15 minutes.
    const READABLE: &str;
    /// One that the operator may not read: a lock until someone unlocks.
    const UNREADABLE: &str;
    /// Whether they are given to groups, and not to the people themselves.
    const SPECIAL_POLICIES_BY_GROUP: bool;
    /// Whether the server gives no more entries than it is asked for.
    const KEEPS_SIZE_LIMITS: bool;

    /// Makes an account. `name` and `account` must be new.
    async fn add(&self, person: Person);
    /// Makes a group that is in others.
    async fn add_group(&self, name: &str, member_of: &[&str]);
    /// Registers another mobile, at a later second than the account was made in.
    async fn change_mobile(&self, account: &str, number: &str);
    /// After this, the account is not where it was.
    async fn remove(&self, account: &str);
    /// Deletes everything the case created.
    async fn end(self);

    /// The DN of the unit in which [`Place::Staff`] is.
    fn staff(&self) -> String;
    /// Marks an account as an administrator's.
    async fn mark_as_administrator(&self, account: &str);
    /// Puts an account into a group.
    async fn join(&self, account: &str, group: &str);
    /// Makes a group an account's primary one, which it is then no member of by memberOf.
    async fn make_primary(&self, account: &str, group: &str);
    /// A group's DN and its SID as text.
    async fn group(&self, name: &str) -> (String, String) {
        let mut ldap = self.dial().await;
        let (user, password) = self.administrator();
        ldap.simple_bind(&user, &password).await.unwrap().success().unwrap();
        let filter = format!("(sAMAccountName={})", ldap3::ldap_escape(name));
        let (found, _) = ldap.search(BASE, Scope::Subtree, &filter, &["objectSid"]).await.unwrap().success().unwrap();
        let entry = SearchEntry::construct(found.into_iter().next().unwrap());
        let sid = entry.bin_attrs.get("objectSid").map(|sids| sids[0].clone());
        let sid = sid.unwrap_or_else(|| entry.attrs["objectSid"][0].clone().into_bytes());
        (entry.dn, Sid::from_bytes(&sid).unwrap().to_string())
    }
    /// Keeps an attribute of an account from all but administrators: adminCount, memberOf or tokenGroups.
    async fn hide(&self, account: &str, attribute: &str);

    /// The operator, signed in.
    async fn desk(&self) -> LdapDirectory<'static> {
        self.desk_with(self.settings()).await
    }

    async fn desk_with(&self, settings: DirectorySettings) -> LdapDirectory<'static> {
        LdapDirectory::connect(settings, self.password(), &SystemRandom).await.unwrap()
    }

    /// Settings that name these groups as protected.
    fn settings_protecting(&self, names: &[&str], must_exist: bool) -> DirectorySettings {
        let names = names.iter().map(|&name| name.to_owned()).collect();
        DirectorySettings { protected: ProtectedGroups { names, must_exist }, ..self.settings() }
    }

    /// Settings that protect the signed-in operator and these.
    fn settings_protecting_operators(&self, supervisors: &[&str]) -> DirectorySettings {
        let supervisors = supervisors.iter().map(|&name| name.to_owned()).collect();
        DirectorySettings { protected_operators: Some(supervisors), ..self.settings() }
    }

    /// Settings that name this unit as protected.
    fn settings_protecting_unit(&self, dn: &str) -> DirectorySettings {
        DirectorySettings { protected_units: vec![dn.to_owned()], ..self.settings() }
    }

    /// Why a sign-in is refused (`data`), if it is.
    async fn refusal_of(&self, user: &str, password: &str) -> Option<String> {
        self.refusal_on(&mut self.dial().await, user, password).await
    }

    /// The same over a connection that is there.
    async fn refusal_on(&self, ldap: &mut Ldap, user: &str, password: &str) -> Option<String> {
        let result = ldap.simple_bind(&format!("{NETBIOS}\\{user}"), password).await.unwrap();
        if result.rc == 0 {
            return None;
        }
        assert_eq!(result.rc, 49, "{result}");
        let (_, after) = result.text.split_once("data ").unwrap();
        Some(after.split([',', ' ']).next().unwrap().to_owned())
    }

    /// Tries wrong passwords until the account is locked.
    async fn lock(&self, account: &Account) {
        let most = account.policy.known().map_or(10, |policy| policy.lockout_threshold);
        let mut ldap = self.dial().await;
        let name = account.name.as_str();
        for _ in 0..most {
            assert_eq!(self.refusal_on(&mut ldap, name, "Wrong-Guess-1").await.as_deref(), Some("52e"));
            if account.policy.known().is_none() && self.facts(account).await.is_locked() {
                break;
            }
        }
        assert_eq!(self.refusal_on(&mut ldap, name, "Wrong-Guess-1").await.as_deref(), Some("775"));
    }

    /// What the directory holds of an account, as an administrator sees it.
    async fn facts(&self, account: &Account) -> Facts {
        let mut ldap = self.dial().await;
        let (user, password) = self.administrator();
        ldap.simple_bind(&user, &password).await.unwrap().success().unwrap();
        let (found, _) =
            ldap.search(&account.dn, Scope::Base, "(objectClass=*)", FACTS).await.unwrap().success().unwrap();
        let entry = SearchEntry::construct(found.into_iter().next().unwrap());
        Facts(entry.attrs.into_iter().collect())
    }

    /// A connection of the suite's own, verified but not signed in.
    async fn dial(&self) -> Ldap {
        let settings = self.settings();
        dial(&settings.servers[0], settings.tls_name.as_deref(), &settings.trust).await.unwrap()
    }
}

const FACTS: &[&str] = &[
    "userAccountControl",
    "msDS-User-Account-Control-Computed",
    "lockoutTime",
    "badPwdCount",
    "badPasswordTime",
    "pwdLastSet",
    "accountExpires",
    "mobile",
    "displayName",
    "whenChanged",
    // Counts every change whatever it was; a real controller has it.
    "uSNChanged",
];

/// Stored and computed attributes.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts(BTreeMap<String, Vec<String>>);

impl Facts {
    pub fn number(&self, attribute: &str) -> i64 {
        self.0.get(attribute).map_or(0, |values| values[0].parse().unwrap())
    }

    pub fn is_locked(&self) -> bool {
        self.number("msDS-User-Account-Control-Computed") & 0x10 != 0
    }

    /// All but these, and but what any change changes.
    pub fn without(mut self, attributes: &[&str]) -> Self {
        self.0.retain(|name, _| !attributes.contains(&name.as_str()) && name != "uSNChanged" && name != "whenChanged");
        self
    }
}

pub async fn dial(url: &url::Url, tls_name: Option<&str>, trust: &Trust) -> ldap3::result::Result<Ldap> {
    let (host, port) = (url.host_str().unwrap(), url.port().unwrap());
    let stream = std::net::TcpStream::connect((host, port))?;
    stream.set_nonblocking(true)?;
    stream.set_nodelay(true)?;
    let settings = LdapConnSettings::new().set_config(client_tls(trust)).set_std_stream(ldap3::StdStream::Tcp(stream));
    let name = tls_name.unwrap_or(host);
    let (connection, ldap) = LdapConnAsync::with_settings(settings, &format!("ldaps://{name}:{port}")).await?;
    tokio::spawn(connection.drive());
    Ok(ldap)
}

/// TLS that believes `trust`, by other code than the program's.
pub fn client_tls(trust: &Trust) -> Arc<rustls::ClientConfig> {
    let authority = match trust {
        Trust::Authorities(authorities) => authorities.certificates[0].clone(),
        Trust::Pem(pem) => CertificateDer::from_pem_slice(pem.as_bytes()).unwrap(),
        Trust::System | Trust::Pinned(_) => unreachable!("no test server is trusted so"),
    };
    let mut roots = RootCertStore::empty();
    roots.add(authority).unwrap();
    let config = rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    Arc::new(config)
}
