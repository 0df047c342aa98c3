//! What the shells complete: what `servicedesk completion` writes.

use servicedesk::cli::completion;
use servicedesk::commands::completion::Shell;
use servicedesk::text::{HelpTexts, Language};

/// The scripts of a language, by the names under which shells look for them.
pub(crate) fn scripts(language: Language) -> Vec<(&'static str, String)> {
    let name = |shell| match shell {
        Shell::Bash => "servicedesk.bash",
        Shell::Zsh => "_servicedesk",
        Shell::Fish => "servicedesk.fish",
        Shell::PowerShell => "_servicedesk.ps1",
    };
    Shell::ALL.map(|shell| (name(shell), completion(shell, &HelpTexts::new(language)))).into()
}
