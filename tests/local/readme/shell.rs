//! Runs a `console` block: commands in bash with the built program, and what they print.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::block::Block;
use super::told::{Code, compare};
use crate::pictures::times::midday;

/// A reader who tries the block: in an empty home, with nothing configured.
pub(crate) fn run(block: &Block, locale: &str) -> Result<(), String> {
    let home = tempfile::tempdir().unwrap();
    let mut code = Code::default();
    for step in block.steps("$ ") {
        code.of_document(&step.told);
        let printed = typed(&code.to_program(&step.command), locale, &home);
        code.of_program(&printed);
        let printed: Vec<String> = code.to_document(&printed).lines().map(str::to_owned).collect();
        compare(&step.told, &printed).map_err(|why| format!("line {}: {}\n{why}", step.line, step.command))?;
    }
    Ok(())
}

fn typed(command: &str, locale: &str, home: &TempDir) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_servicedesk")).parent().unwrap();
    let output = Command::new("bash")
        // One stream, as on a terminal, so that its order can be told.
        .args(["-c", &format!("exec 2>&1 </dev/null\n{command}")])
        .current_dir(home)
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", program.display()))
        .env("HOME", home.path())
        .env("LANG", locale)
        .env("TZ", midday())
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}
