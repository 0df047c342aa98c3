//! Who the operator is to the directory, whatever they signed in as: the answer to "Who am I" (RFC 4532) and their
//! entry. Asked once a run, in one round trip where the settings name the search base.

use ldap3::{Scope, ldap_escape};

use super::domain::{self, registered_name};
use crate::adapters::directory::protection::OperatorToken;
use crate::adapters::directory::{
    Connection, ConnectionPool, Dialer, DirectorySettings, LdapEntry, Result, TOKEN, dns_name, domain_head,
};
use crate::domain::credentials::Credentials;
use crate::domain::identity::OperatorIdentity;
use crate::domain::sid::Sid;
use crate::ports::{Random, SignIn, SignedIn};

const WANTED: &[&str] = &["objectSid", "userPrincipalName", "sAMAccountName"];
/// With the SIDs of this connection (MS-ADTS 3.1.1.3.2, tokenGroups).
const ROOT: &[&str] = &[TOKEN, "defaultNamingContext", "configurationNamingContext"];

/// Signs in on a connection that is used for nothing but asking who that was.
pub struct LdapSignIn<'a> {
    /// Where, and as whom.
    pub settings: &'a DirectorySettings,
    /// Chooses among controllers that DNS calls equal.
    pub random: &'a dyn Random,
}

impl SignIn for LdapSignIn<'_> {
    async fn sign_in(&self, credentials: Credentials) -> Result<SignedIn> {
        let dialer = Dialer::new(self.settings.clone(), self.random).await?;
        let pool = ConnectionPool::open(dialer, credentials).await?;
        let operator = pool.retrying(operator).await;
        let (connection, passed_over) = (pool.current(), pool.passed_over);
        let server = connection.server.clone();
        connection.close().await;
        Ok(SignedIn { server, operator, passed_over })
    }
}

/// Who is signed in on this connection. Those who ask at the same time share the request.
pub(crate) async fn operator(c: &Connection) -> Result<OperatorIdentity> {
    c.operator.get_or_try_init(|| Box::pin(read(c))).await.cloned()
}

async fn read(c: &Connection) -> Result<OperatorIdentity> {
    let guess = matching(&c.settings.user);
    let head = c.settings.base.as_deref().map(domain_head);
    let guessed = async {
        match head {
            Some(head) => entries(c, head, &guess).await,
            None => Ok(Vec::new()),
        }
    };
    // Old versions of Samba do not say who it is. The domain's short name is requested at the same time, from where a
    // forest of one domain keeps it.
    let guessed_name = async {
        match head {
            Some(head) => Ok(registered_name(c, head, &format!("CN=Configuration,{head}")).await.ok().flatten()),
            None => Ok(None),
        }
    };
    let (said, root, guessed, guessed_name) =
        tokio::try_join!(account_name(c), c.read("", ROOT), guessed, guessed_name)?;
    let token = OperatorToken::from_root(root.as_ref());
    let of_root = |name: &str| root.as_ref().and_then(|root| root.text(name)).unwrap_or_default();
    let own = |entries: Vec<LdapEntry>| {
        // A namesake in another domain signs in too: the operator's entry is the one whose SID is in the token.
        entries.into_iter().find(|entry| entry.sid().is_some_and(|sid| token.has(&sid)))
    };
    let head = head.unwrap_or(of_root("defaultNamingContext"));
    let entry = async {
        if let Some(entry) = own(guessed) {
            return Ok(Some(entry));
        }
        // The name that was typed may be spelled in ways that the guess does not cover.
        let name = said.as_deref().and_then(|account| account.split_once('\\'));
        let filter = name.map_or_else(|| guess.clone(), |(_, name)| matching(name));
        entries(c, head, &filter).await.map(own)
    };
    let short_name = async {
        match (&said, guessed_name) {
            (Some(_), _) => Ok(None),
            (None, Some(name)) => Ok(Some(name)),
            (None, None) => registered_name(c, head, of_root("configurationNamingContext")).await,
        }
    };
    let (entry, short_name) = tokio::try_join!(entry, short_name)?;
    let Some(entry) = entry else { return Ok(OperatorIdentity { account: said, ..OperatorIdentity::default() }) };
    let named = || Some(format!("{}\\{}", short_name?, entry.text("sAMAccountName")?));
    Ok(OperatorIdentity {
        account: said.clone().or_else(named),
        sid: entry.sid(),
        upn: entry.text("userPrincipalName").map(str::to_owned),
        domain: Some(dns_name(head)),
        dn: Some(entry.dn),
    })
}

/// The name of whom the server has signed in; `u:` comes before a name and `dn:` before a DN (RFC 4513, 5.2.1.8).
async fn account_name(c: &Connection) -> Result<Option<String>> {
    let name = c.who_am_i().await?.map(|named| named.strip_prefix("u:").unwrap_or(&named).to_owned());
    Ok(name.filter(|name| !name.is_empty()))
}

async fn entries(c: &Connection, head: &str, filter: &str) -> Result<Vec<LdapEntry>> {
    Ok(c.search(head, Scope::Subtree, filter, WANTED).await?.0)
}

/// Whether a name, spelled like those of operators, is that of an account anywhere in the domain.
pub(crate) async fn is_account(c: &Connection, spelled: &str) -> Result<bool> {
    let spelled = spelled.trim();
    let filter = match Sid::parse(spelled) {
        // Active Directory takes the text for the bytes (MS-ADTS 3.1.1.3.1.3.2).
        Some(sid) => format!("(&(objectClass=user)(objectSid={sid}))"),
        None => matching(spelled),
    };
    Ok(!c.search(&domain::head(c).await?, Scope::Subtree, &filter, &["objectGUID"]).await?.0.is_empty())
}

/// A filter for the accounts that a name to sign in with may mean (MS-ADTS 5.1.1.1.1).
fn matching(user: &str) -> String {
    let named = |name: &str| format!("(sAMAccountName={})", ldap_escape(name));
    let meant = match (user.split_once('\\'), user.rsplit_once('@')) {
        (Some((_, name)), _) => named(name),
        (None, _) if user.contains('=') => format!("(distinguishedName={})", ldap_escape(user)),
        (None, Some((name, _))) => format!("(|(userPrincipalName={}){})", ldap_escape(user), named(name)),
        (None, None) => named(user),
    };
    format!("(&(objectClass=user){meant})")
}
