//! The names of the checks, and the groups they are shown in.

use crate::domain::named_enum::named_enum;

named_enum! {
    pub enum CheckName {
        Settings = "settings",
        Controllers = "controllers",
        Reach = "reach",
        Certificate = "certificate",
        Clock = "clock",
        Changes = "changes",
        SignIn = "sign_in",
        PdcEmulator = "pdc_emulator",
        Search = "search",
        OwnPassword = "own_password",
        History = "history",
        Protected = "protected",
        Supervisors = "supervisors",
        Account = "account",
        Attributes = "attributes",
        Unlock = "unlock",
        Reset = "reset",
        MustChange = "must_change",
        PasswordRules = "password_rules",
        Gateway = "gateway",
        Credentials = "credentials",
        Credit = "credit",
        TestMessage = "test_message",
        Store = "store",
        StoreFiles = "store_files",
        Limits = "limits",
        Trail = "trail",
        OpenIntents = "open_intents",
        LogServer = "log_server",
        Keyring = "keyring",
        Terminal = "terminal",
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckGroup {
    Settings,
    Directory,
    Account,
    Sms,
    Store,
    Computer,
}

impl CheckName {
    pub fn group(self) -> CheckGroup {
        match self {
            Self::Settings => CheckGroup::Settings,
            Self::Controllers
            | Self::Reach
            | Self::Certificate
            | Self::Clock
            | Self::Changes
            | Self::SignIn
            | Self::PdcEmulator
            | Self::Search
            | Self::OwnPassword
            | Self::History
            | Self::Protected
            | Self::Supervisors => CheckGroup::Directory,
            Self::Account | Self::Attributes | Self::Unlock | Self::Reset | Self::MustChange | Self::PasswordRules => {
                CheckGroup::Account
            }
            Self::Gateway | Self::Credentials | Self::Credit | Self::TestMessage => CheckGroup::Sms,
            Self::Store | Self::StoreFiles | Self::Limits | Self::Trail | Self::OpenIntents | Self::LogServer => {
                CheckGroup::Store
            }
            Self::Keyring | Self::Terminal => CheckGroup::Computer,
        }
    }
}
