//! Where a value comes from that will not do: the option or the question, not a line of a file that is not written yet.

use std::path::Path;

use crate::commands::init::Args;
use crate::config::{Origin, Problem, Problems};

/// Names the options that were given, and for anything else the question that was answered last.
pub(super) fn named(
    mut problems: Problems,
    file: &Path,
    args: &Args,
    server: bool,
    question: Option<&str>,
) -> Problems {
    for problem in &mut problems.0 {
        let Some((key, origin)) = problem.place_mut() else { continue };
        if !matches!(origin, Origin::File { path, .. } if path == file) {
            continue;
        }
        *origin = match (option(key, args, server), question) {
            (Some(name), _) => Origin::Option { name },
            (None, Some(question)) => Origin::Answer { question: question.to_owned() },
            (None, None) => continue,
        };
    }
    problems
}

/// Whether all of it is wrong in another file or in the environment, where no answer mends it.
pub(super) fn is_elsewhere(problems: &mut Problems, file: &Path) -> bool {
    !problems.0.iter_mut().any(|problem| match problem.place_mut() {
        Some((_, Origin::File { path, .. })) => path == file,
        Some((_, Origin::Option { .. })) => true,
        Some(_) => false,
        None => matches!(problem, Problem::Missing { .. }),
    })
}

/// The option that was given for a key.
fn option(key: &str, args: &Args, server: bool) -> Option<&'static str> {
    let options = [
        ("directory.servers", "--server", server),
        ("directory.domain", "--domain", args.domain.is_some()),
        ("directory.bind", "--sign-in", args.sign_in.is_some()),
        ("directory.user", "--user", args.user.is_some()),
        ("directory.password_file", "--password-file", args.password_file.is_some()),
        ("directory.ca_file", "--ca-file", args.ca_file.is_some()),
        ("directory.certificate_sha256", "--certificate-sha256", args.certificate_sha256.is_some()),
        ("sms.provider", "--gateway", args.gateway.is_some()),
        ("sms.preset", "--gateway", args.gateway.is_some()),
        ("sms.url", "--gateway-url", args.gateway_url.is_some()),
        ("sms.user", "--gateway-user", args.gateway_user.is_some()),
        ("sms.secret_file", "--secret-file", args.secret_file.is_some()),
        ("sms.sender", "--sender", args.sender.is_some()),
        ("desk.organisation", "--organisation", args.organisation.is_some()),
        ("desk.services", "--services", args.services.is_some()),
        ("desk.phone", "--phone", args.phone.is_some()),
        ("desk.extension", "--extension", args.extension.is_some()),
        ("state.path", "--store", args.store.is_some()),
        ("state.url", "--store", args.store.is_some()),
    ];
    options.into_iter().find(|(of, _, is_given)| *of == key && *is_given).map(|(_, option, _)| option)
}
