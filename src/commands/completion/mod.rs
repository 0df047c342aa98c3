//! `completion`: writes the script by which a shell completes the program's commands. Reads no configuration.

mod render;

#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[arg(value_enum, value_name = "SHELL")]
    pub(crate) shell: Shell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Shell {
    Bash,
    Zsh,
    Fish,
    #[value(name = "powershell")]
    PowerShell,
}

impl Shell {
    pub const ALL: [Self; 4] = [Self::Bash, Self::Zsh, Self::Fish, Self::PowerShell];
}

#[derive(Debug)]
pub struct Outcome {
    /// With its final line break.
    pub script: String,
}
