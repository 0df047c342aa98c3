//! Whether an entry matches a search filter (RFC 4511, 4.5.1.7; MS-ADTS 3.1.1.3.1.3), which is true, false or
//! undefined. An undefined one stays so under "not", and only a true one finds anything.

use super::anr;
use super::domain;
use super::entry::{DirectoryView, Object, texts};
use super::schema::{Attribute, Syntax, attribute};
use super::wire;
use crate::domain::dn::{Dn, fold};
use ldap3_proto::proto::{LdapFilter as Filter, LdapSubstringFilter as Pieces};
use std::cell::RefCell;
use std::cmp::Ordering;
use std::rc::Rc;

pub(super) fn matches(view: &DirectoryView<'_>, object: Object<'_>, filter: &Filter) -> bool {
    FilterTarget { view, object, last: RefCell::new(None) }.is(filter) == Some(true)
}

struct FilterTarget<'a> {
    view: &'a DirectoryView<'a>,
    object: Object<'a>,
    /// The last attribute and its values: a filter for many accounts asks for the same one again and again.
    last: RefCell<Option<(&'static str, Values)>>,
}

type Values = Rc<[Vec<u8>]>;

impl FilterTarget<'_> {
    /// `None`: undefined.
    fn is(&self, filter: &Filter) -> Option<bool> {
        match filter {
            Filter::And(all) => outcome(all.iter().map(|one| self.is(one)), false),
            Filter::Or(any) => outcome(any.iter().map(|one| self.is(one)), true),
            Filter::Not(other) => self.is(other).map(|is| !is),
            // Approximate is equal, as in AD.
            Filter::Equality(name, value) | Filter::Approx(name, value) => self.equals(name, value),
            Filter::Substring(name, pieces) => self.contains(name, pieces),
            Filter::GreaterOrEqual(name, value) => self.compares(name, value, Ordering::is_ge),
            Filter::LessOrEqual(name, value) => self.compares(name, value, Ordering::is_le),
            Filter::Present(name) => Some(!self.values(searchable(name)?).is_empty()),
            // No client of ours uses a matching rule.
            Filter::Extensible(_) => None,
        }
    }

    fn equals(&self, name: &str, value: &str) -> Option<bool> {
        if name.eq_ignore_ascii_case("anr") {
            return self.is(&anr::expanded(value));
        }
        let attribute = searchable(name)?;
        if attribute.name == "objectCategory" && !value.contains('=') {
            return self.equals(name, &category(value).to_string());
        }
        match attribute.syntax {
            Syntax::Text => self.any(attribute, |held| fold(held) == fold(value)),
            Syntax::Number => {
                let value: i64 = value.trim().parse().ok()?;
                self.any(attribute, |held| held.parse() == Ok(value))
            }
            Syntax::Name => {
                let value = Dn::parse(value)?;
                self.any(attribute, |held| Dn::parse(held).as_ref() == Some(&value))
            }
            Syntax::Sid => Some(self.values(attribute).iter().any(|held| domain::sid_text(held) == value)),
            Syntax::Bytes => Some(self.values(attribute).iter().any(|held| wire::stands_for(value, held))),
        }
    }

    fn contains(&self, name: &str, pieces: &Pieces) -> Option<bool> {
        if name.eq_ignore_ascii_case("anr") {
            return self.is(&anr::expanded(pieces.initial.as_deref().unwrap_or_default()));
        }
        let attribute = searchable(name).filter(|known| known.syntax == Syntax::Text)?;
        self.any(attribute, |held| is_made_of(&fold(held), pieces))
    }

    fn compares(&self, name: &str, value: &str, wanted: fn(Ordering) -> bool) -> Option<bool> {
        let attribute = searchable(name)?;
        match attribute.syntax {
            Syntax::Number => {
                let value: i64 = value.trim().parse().ok()?;
                self.any(attribute, |held| held.parse::<i64>().is_ok_and(|held| wanted(held.cmp(&value))))
            }
            Syntax::Text => self.any(attribute, |held| wanted(fold(held).cmp(&fold(value)))),
            Syntax::Name | Syntax::Sid | Syntax::Bytes => None,
        }
    }

    fn any(&self, attribute: &Attribute, test: impl Fn(&str) -> bool) -> Option<bool> {
        Some(self.values(attribute).iter().any(|held| std::str::from_utf8(held).is_ok_and(&test)))
    }

    fn values(&self, attribute: &Attribute) -> Values {
        if let Some((_, values)) = self.last.borrow().as_ref().filter(|(name, _)| *name == attribute.name) {
            return Rc::clone(values);
        }
        // An entry is found even where nothing in it may be read.
        let values: Values = match self.object {
            Object::Fixed(_, entry) if attribute.name == "objectClass" => texts(entry.values("objectClass")),
            object => self.view.values(object, attribute),
        }
        .into();
        self.last.replace(Some((attribute.name, Rc::clone(&values))));
        values
    }
}

/// An attribute that a filter can name: known, and stored.
fn searchable(name: &str) -> Option<&'static Attribute> {
    attribute(name).filter(|known| !known.constructed && known.name != "unicodePwd")
}

/// Three-valued "and" (decided by a false) and "or" (decided by a true).
fn outcome(parts: impl Iterator<Item = Option<bool>>, decisive: bool) -> Option<bool> {
    let mut undecided = Some(!decisive);
    for part in parts {
        match part {
            Some(part) if part == decisive => return Some(decisive),
            Some(_) => {}
            None => undecided = None,
        }
    }
    undecided
}

/// The category that the name of a class stands for (MS-ADTS, "Search Filters").
fn category(class: &str) -> Dn {
    let name = match class.to_ascii_lowercase().as_str() {
        "user" | "person" | "organizationalperson" | "inetorgperson" => "Person".to_owned(),
        _ => class.to_owned(),
    };
    domain::category(&name)
}

/// Whether `text` has the pieces in their order, from its beginning to its end.
fn is_made_of(text: &str, pieces: &Pieces) -> bool {
    let piece = |piece: &Option<String>| squeezed(piece.as_deref().unwrap_or_default());
    let Some(rest) = text.strip_prefix(&piece(&pieces.initial)) else { return false };
    let Some(mut rest) = rest.strip_suffix(&piece(&pieces.final_)) else { return false };
    for any in &pieces.any {
        let any = squeezed(any);
        match rest.find(&any) {
            Some(at) => rest = &rest[at + any.len()..],
            None => return false,
        }
    }
    true
}

/// Folded like the text, but with a space kept at either end.
fn squeezed(piece: &str) -> String {
    let mut before = None;
    let is_first = |c: &char| before.replace(*c) != Some(' ') || *c != ' ';
    piece.to_lowercase().chars().filter(is_first).collect()
}
