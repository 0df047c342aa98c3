//! The manual pages: one a command, one for the configuration, and one a topic, which is written in Markdown.

use std::fs;
use std::path::Path;

use clap::{Arg, Command};
use servicedesk::cli;
use servicedesk::config::Settings;
use servicedesk::text::{HelpTexts, Language};

use super::configuration;
use super::markdown;
use super::roff::Page;

/// Paths and their descriptions.
const FILES: [(&str, &str); 7] = [
    ("/etc/servicedesk/config.toml", "system-config"),
    ("~/.config/servicedesk/config.toml", "user-config"),
    ("~/.local/state/servicedesk/state.db", "state-db"),
    ("~/.local/state/servicedesk/state.key", "key"),
    ("~/.local/state/servicedesk/state.head", "head"),
    ("~/.local/state/servicedesk/practice/", "practice"),
    ("~/.cache/servicedesk/silent/", "silent"),
];

const ENVIRONMENT: [&str; 7] = [
    "SERVICEDESK_CONFIG",
    "SERVICEDESK_LANG",
    "SERVICEDESK_LOG",
    "SERVICEDESK_SECTION_KEY",
    "LC_ALL",
    "NO_COLOR",
    "TERM",
];

const CONFIG: &str = "servicedesk-config(5)";

/// The topics, and the pages that send their readers there: commands as in the name of their page.
const TOPICS: [(&str, &[&str]); 7] = [
    ("setup", &["login", "logout", "whoami", "doctor", "completion", "init", "config", "config-check", "config-set"]),
    ("rollout", &["init", "version", "audit-verify"]),
    ("bulk", &["lookup", "unlock"]),
    ("passwords", &["reset", "check-policy", "config"]),
    ("troubleshooting", &["assist", "lookup", "send-code", "unlock", "reset", "doctor"]),
    ("security", &["send-code", "audit", "audit-show", "audit-verify", "audit-export", "audit-resolve", "config"]),
    (
        "scripting",
        &["lookup", "send-code", "unlock", "reset", "check-policy", "audit-export", "doctor", "version", "schema"],
    ),
];

/// The topics that the page of a command names; the program's own page names all.
fn topics_for(name: &str) -> impl Iterator<Item = String> {
    let named = TOPICS.into_iter().filter(move |(_, pages)| name == "servicedesk" || pages.contains(&name));
    named.map(|(topic, _)| format!("servicedesk-{topic}(7)"))
}

/// All pages in a language.
pub(crate) fn pages(language: Language) -> Vec<Page> {
    let words = Words(HelpTexts::with_manual(language));
    let definition = cli::with_help(&words.0, 80);
    let mut pages = words.pages(&definition, &["servicedesk".to_owned()]);
    pages.push(words.configuration());
    pages
}

/// The pages of the topics, from the Markdown in `folder`.
pub(crate) fn topics(language: Language, folder: &Path) -> Vec<Page> {
    let words = Words(HelpTexts::with_manual(language));
    let words = markdown::Words {
        manual: words.said("page", "manual"),
        name: words.capitals("sections", "name"),
        description: words.capitals("sections", "description"),
    };
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<Page> = files
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?.strip_suffix(".7.md")?.to_owned();
            Some(markdown::page(&name, 7, &fs::read_to_string(&path).unwrap(), &words))
        })
        .collect();
    pages.sort_by(|one, other| one.name.cmp(&other.name));
    pages
}

struct Words(HelpTexts);

impl Words {
    fn pages(&self, command: &Command, path: &[String]) -> Vec<Page> {
        let mut pages = vec![self.page(command, path)];
        for inner in inner(command) {
            pages.extend(self.pages(inner, &[path, &[inner.get_name().to_owned()]].concat()));
        }
        pages
    }

    fn page(&self, command: &Command, path: &[String]) -> Page {
        let name = match path {
            [program] => program.clone(),
            [_, inner @ ..] => inner.join("-"),
            [] => unreachable!("the program has a name"),
        };
        let mut page = self.begun(&path.join("-"), 1, &self.0.about(&name).unwrap());
        page.heading(&self.capitals("sections", "synopsis"));
        let usage = command.clone().render_usage().to_string();
        let (words, rest) = usage.trim_start_matches("Usage: ").split_at(path.join(" ").len());
        page.bold(words);
        page.line(rest.trim());
        page.heading(&self.capitals("sections", "description"));
        page.paragraphs(&self.0.about(&format!("describe-{name}")).unwrap());

        if inner(command).next().is_some() {
            page.heading(&self.capitals("headings", "commands"));
            for inner in inner(command) {
                let about = inner.get_about().unwrap().to_string();
                page.item(&format!("{}-{}(1)", path.join("-"), inner.get_name()), &[&about]);
            }
        }
        let everywhere = self.said("headings", "global");
        for heading in ["arguments", "options", "global"].map(|heading| self.said("headings", heading)) {
            let below = command.get_arguments().filter(|argument| argument.get_help_heading() == Some(&heading));
            let below: Vec<&Arg> = below.collect();
            if below.is_empty() || (heading == everywhere && path.len() > 1) {
                continue;
            }
            page.heading(&heading.to_uppercase());
            for argument in below {
                page.item(&term(argument), &[&argument.get_help().unwrap().to_string()]);
            }
        }
        if path.len() > 1 {
            page.paragraphs(&self.said("page", "global"));
        }

        page.heading(&self.capitals("headings", "examples"));
        for (typed, why) in self.0.examples(&name) {
            page.item(&typed, &[&why]);
        }
        page.heading(&self.capitals("headings", "exit-status"));
        for (code, text) in self.0.exit_codes() {
            page.item(&code.to_string(), &[&text]);
        }
        if path.len() == 1 {
            page.heading(&self.capitals("sections", "environment"));
            for variable in ENVIRONMENT {
                page.item(variable, &[&self.said("environment", variable)]);
            }
        }
        self.files(&mut page);
        let mut also: Vec<String> = inner(command).map(|i| format!("{}-{}(1)", path.join("-"), i.get_name())).collect();
        also.extend((1..path.len()).map(|n| format!("{}(1)", path[..n].join("-"))));
        also.push(CONFIG.to_owned());
        also.extend(topics_for(&name));
        page.heading(&self.capitals("sections", "see-also"));
        page.line(&also.join(", "));
        page
    }

    fn configuration(&self) -> Page {
        let mut page = self.begun("servicedesk-config", 5, &self.0.about("configuration").unwrap());
        page.heading(&self.capitals("sections", "description"));
        page.paragraphs(&self.0.about("describe-configuration").unwrap());
        for table in configuration::tables() {
            if table.is_empty() {
                page.heading(&self.capitals("sections", "top-level"));
            } else {
                page.heading(&format!("{} [{table}]", self.capitals("sections", "table")));
                page.paragraphs(&self.0.about(&format!("config-{table}")).unwrap());
            }
            for key in configuration::keys_of(table) {
                let message = if table.is_empty() { "configuration".to_owned() } else { format!("config-{table}") };
                let mut lines = vec![self.said(&message, key.name())];
                lines.extend(key.default.map(|value| format!("{}: {value}", self.said("page", "default"))));
                lines.push(format!("{}: {} = {}", self.said("page", "example"), key.name(), key.example));
                page.item(key.name(), &lines.iter().map(String::as_str).collect::<Vec<_>>());
            }
        }
        page.heading(&self.capitals("headings", "examples"));
        page.verbatim(configuration::EXAMPLE);
        page.heading(&self.capitals("headings", "exit-status"));
        let (code, text) = self.0.exit_codes().into_iter().find(|(code, _)| *code == 2).unwrap();
        page.item(&code.to_string(), &[&text]);
        self.files(&mut page);
        page.heading(&self.capitals("sections", "see-also"));
        let also: Vec<String> = ["servicedesk(1)".to_owned()].into_iter().chain(topics_for("config")).collect();
        page.line(&also.join(", "));
        page
    }

    fn begun(&self, name: &str, section: u8, about: &str) -> Page {
        let mut page = Page::new(name, section, &self.said("page", "manual"));
        page.heading(&self.capitals("sections", "name"));
        page.line(&format!("{name} - {about}"));
        page
    }

    fn files(&self, page: &mut Page) {
        page.heading(&self.capitals("sections", "files"));
        for (path, what) in FILES {
            page.item(path, &[&self.said("files", what)]);
        }
    }

    /// Headings are in capitals, as is the custom.
    fn capitals(&self, message: &str, part: &str) -> String {
        self.said(message, part).to_uppercase()
    }

    fn said(&self, message: &str, part: &str) -> String {
        self.0.part(message, part).unwrap_or_else(|| panic!("no words for {message}.{part}"))
    }
}

/// The commands that have pages of their own.
fn inner(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|inner| inner.get_name() != "help")
}

fn term(argument: &Arg) -> String {
    match argument.get_short() {
        Some(short) => format!("-{short}, {argument}"),
        None => argument.to_string(),
    }
}

#[test]
fn configuration_page_lists_every_key() {
    assert_eq!(configuration::keys(), Settings::keys());
}

#[test]
fn every_named_topic_has_a_page() {
    let pages: Vec<String> = pages(Language::English).into_iter().map(|page| page.name).collect();
    for page in TOPICS.iter().flat_map(|(_, pages)| *pages) {
        assert!(pages.contains(&format!("servicedesk-{page}")), "{page}");
    }
}

#[test]
fn manual_words_match_in_both_languages() {
    let names = |text: &str| -> Vec<String> {
        let named = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" ="));
        let names = named.map(|(name, _)| name).filter(|name| !name.trim_start_matches([' ', '.']).contains(' '));
        names.map(str::to_owned).collect()
    };
    let (swedish, english) =
        (include_str!("../../../src/text/manual.sv.ftl"), include_str!("../../../src/text/manual.en.ftl"));
    assert_eq!(names(swedish), names(english));

    // A page that lacked a text would have panicked, so here only what no page says can be left.
    let pages: String = pages(Language::Swedish).into_iter().map(Page::text).collect();
    let words = HelpTexts::with_manual(Language::Swedish);
    let mut message = String::new();
    for name in names(swedish) {
        let text = match name.strip_prefix("    .") {
            Some(part) => words.part(&message, part),
            None => {
                message.clone_from(&name);
                words.about(&name)
            }
        };
        let text = text.unwrap_or_default().replace('-', "\\-");
        let first: String = text.chars().take_while(|sign| !"\n~".contains(*sign)).collect();
        let shown = [first.clone(), first.to_uppercase()].iter().any(|text| pages.contains(text.as_str()));
        assert!(shown, "{name} is on no page");
    }
}

#[test]
fn swedish_pages_have_no_english() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("man/sv");
    for page in pages(Language::Swedish).into_iter().chain(topics(Language::Swedish, &folder)) {
        let (name, text) = (page.file_name(), page.text());
        for english in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT", "FILES", "SEE ALSO", "Default", " the "] {
            assert!(!text.contains(english), "{name}: {english}");
        }
    }
}
