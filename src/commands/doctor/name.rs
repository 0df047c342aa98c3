//! What is looked at, by the names that scripts see, and the headings these stand under. Judges nothing.

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    Settings,
    Controllers,
    Reach,
    Certificate,
    Clock,
    SignIn,
    PdcEmulator,
    Search,
    OwnPassword,
    History,
    Account,
    Unlock,
    Reset,
    MustChange,
    PasswordRules,
    Gateway,
    Credentials,
    Credit,
    TestMessage,
    Store,
    Limits,
    Trail,
    OpenIntents,
    LogServer,
    Keyring,
    Terminal,
}

/// Under which heading a check is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Settings,
    Directory,
    Account,
    Sms,
    Store,
    Computer,
}

impl Name {
    /// The name scripts see.
    pub fn name(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Controllers => "controllers",
            Self::Reach => "reach",
            Self::Certificate => "certificate",
            Self::Clock => "clock",
            Self::SignIn => "sign_in",
            Self::PdcEmulator => "pdc_emulator",
            Self::Search => "search",
            Self::OwnPassword => "own_password",
            Self::History => "history",
            Self::Account => "account",
            Self::Unlock => "unlock",
            Self::Reset => "reset",
            Self::MustChange => "must_change",
            Self::PasswordRules => "password_rules",
            Self::Gateway => "gateway",
            Self::Credentials => "credentials",
            Self::Credit => "credit",
            Self::TestMessage => "test_message",
            Self::Store => "store",
            Self::Limits => "limits",
            Self::Trail => "trail",
            Self::OpenIntents => "open_intents",
            Self::LogServer => "log_server",
            Self::Keyring => "keyring",
            Self::Terminal => "terminal",
        }
    }

    /// Its heading.
    pub fn group(self) -> Group {
        match self {
            Self::Settings => Group::Settings,
            Self::Controllers
            | Self::Reach
            | Self::Certificate
            | Self::Clock
            | Self::SignIn
            | Self::PdcEmulator
            | Self::Search
            | Self::OwnPassword
            | Self::History => Group::Directory,
            Self::Account | Self::Unlock | Self::Reset | Self::MustChange | Self::PasswordRules => Group::Account,
            Self::Gateway | Self::Credentials | Self::Credit | Self::TestMessage => Group::Sms,
            Self::Store | Self::Limits | Self::Trail | Self::OpenIntents | Self::LogServer => Group::Store,
            Self::Keyring | Self::Terminal => Group::Computer,
        }
    }
}
