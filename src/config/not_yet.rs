//! Settings of the interface that this version cannot honour. An operator would trust them, so they are
//! refused instead of ignored. Whoever builds one removes its line here.

use super::Settings;
use super::directory::Bind;
use super::origin::Setting;
use super::problem::{Fault, Problem};

/// The settings in force that cannot be honoured.
pub(super) fn not_yet(settings: &Settings) -> Vec<Problem> {
    let Settings { directory, .. } = settings;
    let asked_for = [asked_for(Some(&directory.bind), |bind| *bind == Bind::Kerberos)];
    asked_for.into_iter().flatten().collect()
}

fn asked_for<T>(setting: Option<&Setting<T>>, unmet: impl Fn(&T) -> bool) -> Option<Problem> {
    let setting = setting.filter(|setting| unmet(&setting.value))?;
    Some(Problem::Key { key: setting.key.to_owned(), origin: setting.origin.clone(), fault: Fault::NotYet })
}
