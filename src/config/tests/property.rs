//! No text, however odd, does more than fail.

use proptest::prelude::*;

use super::*;

/// Text with enough of a configuration in it to get past the parser.
fn nearly_toml() -> impl Strategy<Value = String> {
    let known: Vec<String> = EXAMPLE.lines().map(str::to_owned).collect();
    let key = prop::sample::select(vec![
        "language",
        "servers",
        "password",
        "timeout_seconds",
        "groups",
        "url",
        "http",
        "ö",
        "\"a.b\"",
    ]);
    let value = prop_oneof![
        Just("''".to_owned()),
        Just("['ldaps://a', 1]".to_owned()),
        Just("{ a = 1 }".to_owned()),
        Just("nan".to_owned()),
        any::<i128>().prop_map(|n| n.to_string()),
        ".{0,20}".prop_map(|text| format!("{text:?}")),
        "(ldaps?|https?)://[a-z@:/?#\\[\\]0-9%]{0,12}".prop_map(|text| format!("'{text}'")),
    ];
    let line = prop_oneof![
        4 => prop::sample::select(known),
        4 => (key, value).prop_map(|(key, value)| format!("{key} = {value}")),
        1 => ".{0,20}",
    ];
    prop::collection::vec(line, 0..30).prop_map(|lines| lines.join("\n"))
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let Err(problems) = read(text) else { return Ok(()) };
    prop_assert!(!problems.0.is_empty());
    for problem in problems.0 {
        let (line, column) = match problem {
            Problem::Syntax { line, column, .. } => (line, column),
            Problem::Key { origin: Origin::File { line, .. }, .. } => (line, 1),
            other => return Err(TestCaseError::fail(format!("{other:?}"))),
        };
        // What ends too soon is found on the line after the last.
        let at = text.split('\n').nth(line - 1);
        prop_assert!(at.is_some_and(|at| column <= at.chars().count() + 1), "{line}:{column}");
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn nearly_a_configuration(text in nearly_toml()) {
        check(&text)?;
    }

    #[test]
    fn any_environment(name in "SERVICEDESK_[A-ZÖ_]{0,30}", value in any::<String>()) {
        let _ = read_environment(&[(&name, &value), ("SERVICEDESK_DIRECTORY_SERVERS", &value), ("SERVICEDESK_SMS_URL", &value)]);
    }
}
