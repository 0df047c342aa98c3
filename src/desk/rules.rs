//! The municipality's rules for passwords, with the words that are its own: from its file, and what it is called.

use crate::adapters::banned_words_file;
use crate::config::{Problem, Settings};
use crate::domain::policy::LocalRules;
use crate::domain::policy::banned::{BannedWords, Term};

/// The rules, with the file of banned words read.
///
/// # Errors
/// [`Problem::WordsFile`].
pub fn rules(settings: &Settings) -> Result<LocalRules, Problem> {
    let policy = &settings.password_policy;
    let mut words = match policy.banned_words_file.get() {
        None => vec![],
        Some(file) => banned_words_file::read(&file.value).map_err(|fault| Problem::WordsFile {
            key: file.key,
            origin: file.origin.clone(),
            path: file.value.clone(),
            fault,
        })?,
    };
    words.extend(called(settings));
    Ok(LocalRules { banned_words: BannedWords::with(words), ..policy.rules.clone() })
}

/// What the organisation, its services and its domain are called, whole and word by word. What is too short or too
/// long for a term is left out: nobody wrote it to be one.
fn called(settings: &Settings) -> Vec<Term> {
    let named = settings.desk.organisation.value().into_iter().chain(&settings.desk.services.value);
    let mut words: Vec<String> = vec![];
    for name in named {
        let parts = || name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        words.extend(parts().map(str::to_owned));
        words.push(parts().collect());
    }
    let domain = settings.directory.domain.value().into_iter().flat_map(|domain| domain.split('.'));
    let base = settings.directory.base.value().into_iter().flat_map(|base| base.split(','));
    let components = base.filter_map(|part| part.trim().split_once('=').filter(|(kind, _)| is_dc(kind)));
    words.extend(domain.chain(components.map(|(_, name)| name.trim())).map(str::to_owned));
    words.iter().flat_map(|word| Term::parse(word)).collect()
}

/// Whether that is the attribute of a domain's part (RFC 4519, 2.4).
fn is_dc(attribute: &str) -> bool {
    attribute.trim().eq_ignore_ascii_case("dc")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Environment, Overrides};
    use std::io::Write;

    fn settings(toml: &str) -> Settings {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(toml.as_bytes()).unwrap();
        let overrides = Overrides { config: Some(file.path().to_owned()), ..Overrides::default() };
        Settings::load(&overrides, &Environment::new([]), None).unwrap()
    }

    #[test]
    fn the_organisations_own_names() {
        let settings = settings(
            "[desk]\norganisation = 'Mjölby kommun'\nservices = ['Mjölnet', 'Mitt IT-stöd', 'Barn- och utbildningsportalen']\n\
             [directory]\nbase = 'OU=Personal, dc=intra ,DC=osby,DC=se'\nservers = ['ldaps://dc1']\ndomain = 'ad.kinda.se'\n",
        );
        let words: Vec<String> = called(&settings).iter().map(|term| term.as_str().to_owned()).collect();
        let expected = ["Mjölby", "kommun", "Mjölbykommun", "Mjölnet", "Mjölnet", "Mitt", "stöd", "MittITstöd", "Barn"];
        assert_eq!(words[..9], expected);
        assert_eq!(words[9..], ["kinda", "intra", "osby"]);
    }
}
