//! A search: from a base and a filter to entries, page by page.

use super::constructed::TOKEN_GROUPS;
use super::domain;
use super::entry::{DirectoryView, Object};
use super::filter;
use super::refusal::{self, LdapAnswer};
use super::schema::{ATTRIBUTES, Attribute};
use crate::domain::dn::Dn;
use ldap3_proto::proto::{
    LdapPartialAttribute, LdapResultCode, LdapSearchRequest as Request, LdapSearchResultEntry as Entry,
    LdapSearchScope as Scope,
};

/// MaxPageSize, the most entries a controller returns at a time (MS-ADTS 3.1.1.3.4.6).
const MOST: usize = 1000;

pub(super) struct SearchAnswer {
    pub(super) entries: Vec<Entry>,
    /// Addresses of the parts of the forest where the search would continue.
    pub(super) references: Vec<String>,
    pub(super) code: LdapResultCode,
    /// What to send for the next page. Empty after the last one.
    pub(super) cookie: Vec<u8>,
}

/// A page asked for with the paged results control (RFC 2696).
pub(super) struct PageRequest {
    pub(super) size: usize,
    pub(super) cookie: Vec<u8>,
}

pub(super) fn search(
    view: &DirectoryView<'_>,
    request: &Request,
    page: Option<&PageRequest>,
) -> LdapAnswer<SearchAnswer> {
    let base = Dn::parse(&request.base).ok_or_else(|| refusal::bad_name(&request.base))?;
    let top = view.object(&base).ok_or_else(|| refusal::no_such_object(view.nearest(&base)))?;
    let objects = match request.scope {
        Scope::Base => vec![top],
        Scope::OneLevel | Scope::Subtree | Scope::Children => view.objects(),
    };
    let selected = selected(&request.attrs);
    if request.scope != Scope::Base && selected.iter().any(|one| one.name == TOKEN_GROUPS) {
        return Err(refusal::only_in_base_search());
    }

    let after = page.map(resume).transpose()?.flatten();
    let mut matching =
        objects.into_iter().filter(|object| after.is_none_or(|after| object.ordinal() > after)).filter(|object| {
            is_in_scope(&object.dn(), &base, &request.scope) && filter::matches(view, *object, &request.filter)
        });

    let allowed = usize::try_from(request.sizelimit).ok().filter(|&limit| limit > 0).unwrap_or(MOST).min(MOST);
    // A size limit below the page size makes the pages moot (RFC 2696, 3).
    let size = page.map(|page| page.size.min(MOST)).filter(|&size| size <= allowed);
    let taken: Vec<_> = matching.by_ref().take(size.unwrap_or(allowed)).collect();
    let there_is_more = matching.next().is_some();

    let cookie = match (size, taken.last()) {
        (Some(_), Some(last)) if there_is_more => last.ordinal().to_be_bytes().to_vec(),
        _ => Vec::new(),
    };
    use LdapResultCode::{SizeLimitExceeded, Success};
    Ok(SearchAnswer {
        entries: taken.into_iter().map(|object| shown(view, object, &selected, request.typesonly)).collect(),
        references: references(&base, &request.scope),
        code: if there_is_more && size.is_none() { SizeLimitExceeded } else { Success },
        cookie,
    })
}

/// The ordinal of the last entry of the previous page. Being a place and not a count, it loses nobody when entries stop
/// matching between two pages.
fn resume(page: &PageRequest) -> LdapAnswer<Option<u32>> {
    if page.cookie.is_empty() {
        return Ok(None);
    }
    let ordinal = <[u8; 4]>::try_from(page.cookie.as_slice()).map_err(|_| refusal::unwilling(0x57))?;
    Ok(Some(u32::from_be_bytes(ordinal)))
}

fn is_in_scope(dn: &Dn, base: &Dn, scope: &Scope) -> bool {
    let Some(levels) = dn.depth_below(base) else { return false };
    let is_elsewhere = || *base == domain::base() && dn.depth_below(&domain::configuration()).is_some();
    match scope {
        Scope::Base => levels == 0,
        Scope::OneLevel => levels == 1 && !is_elsewhere(),
        Scope::Subtree => !is_elsewhere(),
        Scope::Children => levels > 0 && !is_elsewhere(),
    }
}

/// A search from the domain head is referred to the forest's other parts, which are below it by name but stored apart
/// (RFC 4511, 4.5.3; seen with Samba).
fn references(base: &Dn, scope: &Scope) -> Vec<String> {
    if *base != domain::base() || *scope == Scope::Base {
        return Vec::new();
    }
    let suffix = if *scope == Scope::OneLevel { "??base" } else { "" };
    domain::elsewhere().into_iter().map(|(host, dn)| format!("ldaps://{host}/{dn}{suffix}")).collect()
}

/// The requested attributes; without any, or with `*`, all that are stored.
fn selected(names: &[String]) -> Vec<&'static Attribute> {
    let everything = names.is_empty() || names.iter().any(|name| name == "*");
    let is_named = |known: &Attribute| names.iter().any(|name| name.eq_ignore_ascii_case(known.name));
    ATTRIBUTES.iter().filter(|known| (everything && !known.constructed) || is_named(known)).collect()
}

fn shown(view: &DirectoryView<'_>, object: Object<'_>, selected: &[&Attribute], types_only: bool) -> Entry {
    let attributes = selected.iter().filter_map(|attribute| {
        let vals = Some(view.values(object, attribute)).filter(|vals| !vals.is_empty())?;
        let vals = if types_only { Vec::new() } else { vals };
        Some(LdapPartialAttribute { atype: attribute.name.to_owned(), vals })
    });
    Entry { dn: object.dn().to_string(), attributes: attributes.collect() }
}
