//! Who the operator is to the directory, whatever they signed in as: the answer to "Who am I" (RFC 4532) and the entry of
//! theirs. Asked once a run, in one flight where the settings name the search base.

use std::sync::Arc;

use ldap3::exop::WhoAmI;
use ldap3::{Scope, ldap_escape};
use tokio::sync::OnceCell;

use super::attributes::Entry;
use super::domain::{dns_name, domain_head, registered_name};
use super::{Connection, Settings, ask, failure};
use crate::domain::identity::OperatorIdentity;
use crate::domain::sid::Sid;
use crate::ports::DirectoryError;

/// Who it is, once that has been asked. All connections of one operator share it.
pub(super) type Known = Arc<OnceCell<OperatorIdentity>>;

const OWN: &[&str] = &["objectSid", "userPrincipalName", "sAMAccountName"];

/// Who is signed in on this connection. Those who ask at the same time share the question.
pub(super) async fn known(c: &Connection, settings: &Settings) -> Result<OperatorIdentity, DirectoryError> {
    c.operator.get_or_try_init(|| Box::pin(ask(c, settings))).await.cloned()
}

async fn ask(c: &Connection, settings: &Settings) -> Result<OperatorIdentity, DirectoryError> {
    let guess = matching(&settings.user);
    let guessed = async {
        match &settings.base {
            Some(base) => entries(c, settings, domain_head(base), &guess).await,
            None => Ok(Vec::new()),
        }
    };
    // Old versions of Samba do not say who it is: the domain's short name is asked for at the same time, where a forest
    // of one domain keeps it.
    let guessed_name = async {
        match &settings.base {
            Some(base) => {
                let head = domain_head(base);
                Ok(registered_name(c, settings, head, &format!("CN=Configuration,{head}")).await.ok().flatten())
            }
            None => Ok(None),
        }
    };
    let (said, root, guessed, guessed_name) =
        tokio::try_join!(who_am_i(c, settings), root(c, settings), guessed, guessed_name)?;
    let own = |entries: Vec<Entry>| {
        // A namesake in another domain signs in as well: the entry is theirs whose SID the server lets act here.
        let is_own =
            |entry: &Entry| entry.bytes("objectSid").is_some_and(|sid| root.token.iter().any(|held| held == sid));
        entries.into_iter().find(is_own)
    };
    let head = settings.base.as_deref().map_or(root.base.as_str(), domain_head);
    let again = async {
        if let Some(entry) = own(guessed) {
            return Ok(Some(entry));
        }
        // What was typed may be spelled in ways that the guess does not cover.
        let name = said.as_deref().and_then(|account| account.split_once('\\'));
        let filter = name.map_or_else(|| guess.clone(), |(_, name)| matching(name));
        entries(c, settings, head, &filter).await.map(own)
    };
    let short_name = async {
        match (&said, guessed_name) {
            (Some(_), _) => Ok(None),
            (None, Some(name)) => Ok(Some(name)),
            (None, None) => registered_name(c, settings, head, &root.configuration).await,
        }
    };
    let (entry, short_name) = tokio::try_join!(again, short_name)?;
    let Some(entry) = entry else { return Ok(OperatorIdentity { account: said, ..OperatorIdentity::default() }) };
    let named = || Some(format!("{}\\{}", short_name?, entry.text("sAMAccountName")?));
    Ok(OperatorIdentity {
        account: said.clone().or_else(named),
        sid: entry.bytes("objectSid").and_then(Sid::from_bytes),
        upn: entry.text("userPrincipalName").map(str::to_owned),
        domain: Some(dns_name(head)),
        dn: Some(entry.dn),
    })
}

/// Whom the server let in; `None` when it does not say.
async fn who_am_i(c: &Connection, settings: &Settings) -> Result<Option<String>, DirectoryError> {
    let mut ldap = c.ldap.clone();
    let asked = ldap.with_timeout(settings.timeout).extended(WhoAmI).await;
    let answer = asked.map_err(|error| failure::reading(&c.server, error))?;
    let named = Some(answer).filter(|answer| answer.1.rc == 0).and_then(|answer| answer.0.val);
    let named = named.and_then(|bytes| String::from_utf8(bytes).ok());
    // `u:` comes before a name and `dn:` before a DN (RFC 4513, 5.2.1.8).
    let account = named.map(|named| named.strip_prefix("u:").unwrap_or(&named).to_owned());
    Ok(account.filter(|name| !name.is_empty()))
}

/// What the server says of itself, and whom it takes the operator for: the SIDs of this connection (MS-ADTS 3.1.1.3.2,
/// tokenGroups).
struct Root {
    token: Vec<Vec<u8>>,
    base: String,
    configuration: String,
}

async fn root(c: &Connection, settings: &Settings) -> Result<Root, DirectoryError> {
    let wanted = ["tokenGroups", "defaultNamingContext", "configurationNamingContext"];
    let root = ask::one(c, settings, "", "(objectClass=*)", &wanted).await?;
    let text = |name: &str| root.as_ref().and_then(|root| root.text(name)).unwrap_or_default().to_owned();
    Ok(Root {
        token: root.as_ref().map(|root| root.all_bytes("tokenGroups")).unwrap_or_default(),
        base: text("defaultNamingContext"),
        configuration: text("configurationNamingContext"),
    })
}

async fn entries(c: &Connection, settings: &Settings, head: &str, filter: &str) -> Result<Vec<Entry>, DirectoryError> {
    Ok(ask::search(c, settings, head, Scope::Subtree, filter, OWN).await?.0)
}

/// The accounts that a name to sign in with may mean (MS-ADTS 5.1.1.1.1).
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
