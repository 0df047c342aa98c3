//! Every sentence, by name, with its variables. The texts stand in `sv.ftl` and `en.ftl`; a test
//! holds the three together.

/// A variable of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) enum Value<'a> {
    Text(&'a str),
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

macro_rules! messages {
    ($($variant:ident $({ $($field:ident: $kind:ty),+ })? = $key:literal;)+) => {
        /// A sentence for people, without its words.
        #[derive(Debug, Clone, Copy)]
        #[expect(missing_docs, reason = "the texts say what each is")]
        pub enum Message<'a> {
            $($variant $({ $($field: $kind),+ })?,)+
        }

        impl<'a> Message<'a> {
            /// Every key with the names of its variables.
            #[cfg(test)]
            pub(super) const CATALOGUE: &'static [(&'static str, &'static [&'static str])] =
                &[$(($key, &[$($(stringify!($field)),+)?])),+];

            /// Its key in the texts.
            pub(super) fn key(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $key,)+
                }
            }

            /// Its variables.
            pub(super) fn arguments(&self) -> Vec<(&'static str, Value<'a>)> {
                match *self {
                    $(Self::$variant $({ $($field),+ })? => vec![$($((stringify!($field), Value::from($field))),+)?],)+
                }
            }
        }
    };
}

messages! {
    // Times
    When { clock: &'a str, distance: &'a str } = "when";
    AgoNow = "ago-now";
    AgoMinutes { n: i64 } = "ago-minutes";
    AgoHours { n: i64 } = "ago-hours";
    AgoDays { n: i64 } = "ago-days";
    InNow = "in-now";
    InMinutes { n: i64 } = "in-minutes";
    InHours { n: i64 } = "in-hours";
    InDays { n: i64 } = "in-days";
    SpanMinutes { n: i64 } = "span-minutes";
    SpanHours { n: i64 } = "span-hours";
    SpanDays { n: i64 } = "span-days";
    // The SMS
    SmsCode { code: &'a str, phone: &'a str, organisation: &'a str } = "sms-code";
    SmsPassword { password: &'a str, change: &'a str, phone: &'a str, organisation: &'a str } = "sms-password";
    SmsPasswordChange = "sms-password-change";
    // The account's card
    CardAccount = "card-account";
    CardName = "card-name";
    CardDepartment = "card-department";
    CardMail = "card-mail";
    CardMobile = "card-mobile";
    CardLock = "card-lock";
    CardTries = "card-tries";
    CardPassword = "card-password";
    CardPolicy = "card-policy";
    CardLately = "card-lately";
    LatelyResets { n: i64 } = "lately-resets";
    LatelyWrongCodes { n: i64 } = "lately-wrong-codes";
    LatelyClosed { until: &'a str } = "lately-closed";
    CardWhy = "card-why";
    CardNext = "card-next";
    MobileMissing = "mobile-missing";
    MobileUnreadable = "mobile-unreadable";
    MobileLandline { masked: &'a str } = "mobile-landline";
    MobileForeign { masked: &'a str } = "mobile-foreign";
    MobileChanged { number: &'a str, when: &'a str } = "mobile-changed";
    LockOpen = "lock-open";
    LockLapsed { when: &'a str } = "lock-lapsed";
    LockSince { when: &'a str } = "lock-since";
    LockNow = "lock-now";
    LockOpensAt { lock: &'a str, when: &'a str } = "lock-opens-at";
    LockOpensByHand { lock: &'a str } = "lock-opens-by-hand";
    LockOpensUnknown { lock: &'a str } = "lock-opens-unknown";
    TriesLast { n: i64, when: &'a str } = "tries-last";
    Tries { n: i64 } = "tries";
    PasswordSet { when: &'a str } = "password-set";
    PasswordNeverSet = "password-never-set";
    PasswordExpires { set: &'a str, when: &'a str } = "password-expires";
    PasswordExpired { set: &'a str, when: &'a str } = "password-expired";
    PasswordNeverExpires { set: &'a str } = "password-never-expires";
    PolicyDomain = "policy-domain";
    PolicyPso { name: &'a str } = "policy-pso";
    PolicyUnreadable { name: &'a str } = "policy-unreadable";
    PolicyLine { source: &'a str, length: i64, history: i64 } = "policy-line";
    PolicyComplexNames { line: &'a str } = "policy-complex-names";
    PolicyComplex { line: &'a str } = "policy-complex";
    // Verdict: why
    WhyNothing = "why-nothing";
    WhyLocked = "why-locked";
    WhyDisabled = "why-disabled";
    WhyAccountExpired = "why-account-expired";
    WhyPasswordExpired = "why-password-expired";
    WhyMustChange = "why-must-change";
    WhySmartcard = "why-smartcard";
    WhyProtected = "why-protected";
    // Verdict: what to do
    DoUnlockOrReset { account: &'a str } = "do-unlock-or-reset";
    DoReset { account: &'a str } = "do-reset";
    DoWaitOrReset { account: &'a str } = "do-wait-or-reset";
    DoEnableElsewhere = "do-enable-elsewhere";
    DoExtendElsewhere = "do-extend-elsewhere";
    DoNothing { account: &'a str } = "do-nothing";
    DoTryAgain = "do-try-again";
    DoHereUnlockOrReset = "do-here-unlock-or-reset";
    DoHereReset = "do-here-reset";
    DoHereNothing = "do-here-nothing";
    DoRegisterMobile = "do-register-mobile";
    DoEscalate = "do-escalate";
    // Lists
    SeveralMatch { n: i64 } = "several-match";
    MoreMatch = "more-match";
    // Codes
    SayNumber { last: &'a str } = "say-number";
    AskSendCode { to: &'a str } = "ask-send-code";
    YesOrNo { question: &'a str } = "yes-or-no";
    AnswerYesOrNo = "answer-yes-or-no";
    AskCode = "ask-code";
    CodeSent { to: &'a str, until: &'a str } = "code-sent";
    CodeQueued { to: &'a str } = "code-queued";
    CodeMayBeSent { to: &'a str } = "code-may-be-sent";
    CodeReplacedLeft { left: i64 } = "code-replaced-left";
    ClosedUntil { until: &'a str } = "closed-until";
    VerificationReopened = "verification-reopened";
    CodeNotYet { again: &'a str } = "code-not-yet";
    CodeNotSix = "code-not-six";
    CodeWrongLeft { left: i64 } = "code-wrong-left";
    CodeOtherLeft { left: i64 } = "code-other-left";
    CodeVerified = "code-verified";
    Verified { account: &'a str } = "verified";
    VerifyLater { account: &'a str } = "verify-later";
    PhoneShows { to: &'a str } = "phone-shows";
    // Unlock and reset
    Unlocked { name: &'a str, account: &'a str } = "unlocked";
    TryNow { on: &'a str } = "try-now";
    UnlockedNeedsReset { account: &'a str } = "unlocked-needs-reset";
    NothingToUnlock { name: &'a str, account: &'a str } = "nothing-to-unlock";
    TryAgainOrReset { account: &'a str } = "try-again-or-reset";
    AskPassword = "ask-password";
    AskMakePassword = "ask-make-password";
    AskPasswordAgain = "ask-password-again";
    AskPasswordToCheck = "ask-password-to-check";
    PasswordsDiffer = "passwords-differ";
    NoPasswordToMake = "no-password-to-make";
    PasswordMade { bits: i64 } = "password-made";
    NotAPasswordTyped = "not-a-password-typed";
    ResetDone { name: &'a str, account: &'a str } = "reset-done";
    ResetUnlocked = "reset-unlocked";
    ResetHistoryOff = "reset-history-off";
    ResetGenerated { password: &'a str } = "reset-generated";
    PasswordSent { to: &'a str } = "password-sent";
    PasswordQueued { to: &'a str } = "password-queued";
    ResetSay { on: &'a str } = "reset-say";
    NotTaken { why: &'a str } = "not-taken";
    NotTakenYet { why: &'a str } = "not-taken-yet";
    NotTakenYetHalfway { why: &'a str } = "not-taken-yet-halfway";
    NotTakenHalfway { why: &'a str } = "not-taken-halfway";
    WhyUsedBefore = "why-used-before";
    WhyUsedBeforeLikely = "why-used-before-likely";
    WhyUnreadable { name: &'a str } = "why-unreadable";
    WhyTooShort { least: i64 } = "why-too-short";
    WhyTooSimple = "why-too-simple";
    WhyTooYoungUntil { when: &'a str } = "why-too-young-until";
    WhyTooYoung = "why-too-young";
    ResetSayMustChange = "reset-say-must-change";
    // Many accounts at once
    AskUnlockMany { n: i64 } = "ask-unlock-many";
    NoOrYes { question: &'a str } = "no-or-yes";
    BulkAccounts { n: i64 } = "bulk-accounts";
    BulkUnlocked = "bulk-unlocked";
    BulkWouldUnlock = "bulk-would-unlock";
    BulkNotLocked = "bulk-not-locked";
    BulkNotFound = "bulk-not-found";
    BulkAmbiguous = "bulk-ambiguous";
    BulkProtected = "bulk-protected";
    BulkDisabled = "bulk-disabled";
    BulkFailed = "bulk-failed";
    BulkRepeated = "bulk-repeated";
    BulkLine = "bulk-line";
    BulkMore { n: i64 } = "bulk-more";
    BulkDryRun = "bulk-dry-run";
    BulkAgain = "bulk-again";
    BulkStoppedFailures { n: i64 } = "bulk-stopped-failures";
    BulkStoppedInterrupt = "bulk-stopped-interrupt";
    BulkStoppedDirectory { cause: &'a str } = "bulk-stopped-directory";
    BulkStoppedStore { place: &'a str } = "bulk-stopped-store";
    BulkReport { path: &'a str } = "bulk-report";
    BulkReportFailed { path: &'a str, why: &'a str } = "bulk-report-failed";
    BulkSpray { n: i64, minutes: i64, from: &'a str } = "bulk-spray";
    BulkSprayHint = "bulk-spray-hint";
    RowUnlocked = "row-unlocked";
    RowWouldUnlock = "row-would-unlock";
    RowNotLocked = "row-not-locked";
    RowNotFound = "row-not-found";
    RowAmbiguous = "row-ambiguous";
    RowProtected = "row-protected";
    RowDisabled = "row-disabled";
    RowFailed = "row-failed";
    RowNoRight = "row-no-right";
    RowRefused { code: i64 } = "row-refused";
    RowNoAnswer = "row-no-answer";
    RowLockedAgain = "row-locked-again";
    RowNotReadBack = "row-not-read-back";
    RowNotTried = "row-not-tried";
    RowGone = "row-gone";
    RowNotRecorded { outcome: &'a str } = "row-not-recorded";
    RowSameAs { outcome: &'a str } = "row-same-as";
    RowTooLong = "row-too-long";
    RowCharacters = "row-characters";
    RowNotAName = "row-not-a-name";
    RowNoAccount = "row-no-account";
    RowNotJson = "row-not-json";
    RowOpenQuote = "row-open-quote";
    // Reading a password aloud
    Spelled { code: i64, sign: &'a str } = "spelled";
    SpelledCapital { letter: &'a str, name: &'a str } = "spelled-capital";
    // Password rules
    RuleMinLength { wanted: i64, found: i64 } = "rule-min-length";
    RuleMaxLength { most: i64, found: i64 } = "rule-max-length";
    RuleUppercase { wanted: i64, found: i64 } = "rule-uppercase";
    RuleDigit { wanted: i64, found: i64 } = "rule-digit";
    RuleForbidden { forbidden: &'a str } = "rule-forbidden";
    RuleForbiddenFound { found: &'a str } = "rule-forbidden-found";
    RuleComplexity { wanted: i64, found: i64 } = "rule-complexity";
    RuleName = "rule-name";
    RuleNameWhole = "rule-name-whole";
    RuleNameFound { part: &'a str } = "rule-name-found";
    RuleBreached = "rule-breached";
    RuleBreachedFound { times: i64 } = "rule-breached-found";
    RuleWords = "rule-words";
    RuleWordsFound { found: &'a str, missing: i64 } = "rule-words-found";
    RuleWordsWhole = "rule-words-whole";
    AsksMinLength { n: i64 } = "asks-min-length";
    AsksMaxLength { n: i64 } = "asks-max-length";
    AsksUppercase { n: i64 } = "asks-uppercase";
    AsksDigit { n: i64 } = "asks-digit";
    AsksComplexity { n: i64 } = "asks-complexity";
    AsksHistory { n: i64 } = "asks-history";
    AsksAge { when: &'a str } = "asks-age";
    RulesUnreadable { name: &'a str } = "rules-unreadable";
    SayAloud { sentence: &'a str } = "say-aloud";
    SpokenBoth { wanted: &'a str, unwanted: &'a str } = "spoken-both";
    SpokenWanted { wanted: &'a str } = "spoken-wanted";
    SpokenUnwanted { unwanted: &'a str } = "spoken-unwanted";
    SpokenLength { n: i64 } = "spoken-length";
    SpokenUppercase { n: i64 } = "spoken-uppercase";
    SpokenDigit { n: i64 } = "spoken-digit";
    SpokenThirdKind = "spoken-third-kind";
    SpokenKinds = "spoken-kinds";
    SpokenForbidden { forbidden: &'a str } = "spoken-forbidden";
    SpokenName = "spoken-name";
    SpokenWords = "spoken-words";
    SpokenHistory = "spoken-history";
    And { first: &'a str, last: &'a str } = "and";
    Or { first: &'a str, last: &'a str } = "or";
    RuleOk = "rule-ok";
    RuleBroken = "rule-broken";
    SourceLocal = "source-local";
    SourceDomain = "source-domain";
    PolicyAccepted = "policy-accepted";
    LinesChecked { acceptable: i64, read: i64 } = "lines-checked";
    LineNotAPassword = "line-not-a-password";
    LineNotText = "line-not-text";
    PolicyRefused = "policy-refused";
    UnknownHistory = "unknown-history";
    UnknownDirectory = "unknown-directory";
    UnknownComplexity = "unknown-complexity";
    UnknownFilter = "unknown-filter";
    // The audit trail
    AuditNumber = "audit-number";
    AuditWhen = "audit-when";
    AuditWho = "audit-who";
    AuditWhat = "audit-what";
    AuditWhom = "audit-whom";
    AuditStep = "audit-step";
    AuditNone = "audit-none";
    AuditUnreadable { n: i64 } = "audit-unreadable";
    AuditHolds { n: i64 } = "audit-holds";
    AuditHoldsAnchor { anchor: &'a str } = "audit-holds-anchor";
    AuditAnchor { anchor: &'a str } = "audit-anchor";
    AuditProves = "audit-proves";
    AuditChanged { n: i64, before: i64 } = "audit-changed";
    AuditChangedFirst = "audit-changed-first";
    AuditMissing { n: i64 } = "audit-missing";
    AuditMissingMany { n: i64, last: i64 } = "audit-missing-many";
    AuditReordered { n: i64, at: i64 } = "audit-reordered";
    AuditInserted { n: i64 } = "audit-inserted";
    AuditTruncated { last: i64, known: i64, witness: &'a str } = "audit-truncated";
    AuditRewritten { n: i64, witness: &'a str } = "audit-rewritten";
    AuditHeadGone = "audit-head-gone";
    AuditFaultHint = "audit-fault-hint";
    WitnessHead = "witness-head";
    WitnessAnchor = "witness-anchor";
    AuditExported { n: i64 } = "audit-exported";
    ResolveNothing = "resolve-nothing";
    ResolveUnderWay { n: i64 } = "resolve-under-way";
    FoundOpen = "found-open";
    FoundLocked = "found-locked";
    FoundPasswordSet = "found-password-set";
    FoundPasswordAsBefore = "found-password-as-before";
    FoundMustChange = "found-must-change";
    FoundNobody = "found-nobody";
    FoundNotKnown = "found-not-known";
    ManyResets { n: i64 } = "many-resets";
    Unanswered { what: &'a str, who: &'a str, when: &'a str } = "unanswered";
    SignInNotRecorded { place: &'a str } = "sign-in-not-recorded";
    HeadNotKept { path: &'a str, why: &'a str } = "head-not-kept";
    LogServerAway { server: &'a str, why: &'a str } = "log-server-away";
    HeadStrange { path: &'a str } = "head-strange";
    ActionSignIn = "action-sign-in";
    ActionSendCode = "action-send-code";
    ActionVerifyCode = "action-verify-code";
    ActionReopen = "action-reopen";
    ActionUnlock = "action-unlock";
    ActionResetShown = "action-reset-shown";
    ActionResetSent = "action-reset-sent";
    ActionReset = "action-reset";
    ActionSendPassword = "action-send-password";
    StepIntent = "step-intent";
    StepDone = "step-done";
    StepFailed = "step-failed";
    StepPartly = "step-partly";
    StepRefused = "step-refused";
    StepOpen = "step-open";
    StepResolved = "step-resolved";
    StepReason { step: &'a str, reason: &'a str } = "step-reason";
    // Around a run
    Error { message: &'a str } = "error";
    Hint { hint: &'a str } = "hint";
    Warning { message: &'a str } = "warning";
    Detail { detail: &'a str } = "detail";
    AskSignIn { user: &'a str, server: &'a str } = "ask-sign-in";
    WaitConnect { servers: &'a str } = "wait-connect";
    WaitSearch = "wait-search";
    WaitUnlock { account: &'a str } = "wait-unlock";
    WaitPassword { account: &'a str } = "wait-password";
    WaitSms { to: &'a str } = "wait-sms";
    PassedOver { server: &'a str, why: &'a str } = "passed-over";
    DemoReset = "demo-reset";
    ResultNotWritten { why: &'a str } = "result-not-written";
    GeneratedNotShown { account: &'a str } = "generated-not-shown";
    // Failures: what failed, and what to do now
    NoSuchAccount { query: &'a str } = "no-such-account";
    NoSuchAccountHint = "no-such-account-hint";
    OtherDomain { query: &'a str, here: &'a str } = "other-domain";
    OtherDomainHint = "other-domain-hint";
    SeveralAccounts { n: i64, query: &'a str } = "several-accounts";
    SeveralAccountsHint { accounts: &'a str } = "several-accounts-hint";
    Protected { account: &'a str } = "protected";
    ProtectedHint = "protected-hint";
    UselessDisabled { account: &'a str } = "useless-disabled";
    UselessExpired { account: &'a str } = "useless-expired";
    UselessSmartcard { account: &'a str } = "useless-smartcard";
    UselessHint = "useless-hint";
    UselessSmartcardHint = "useless-smartcard-hint";
    NoRightHint = "no-right-hint";
    NoMobile { account: &'a str } = "no-mobile";
    MobileIsUnreadable { account: &'a str } = "mobile-is-unreadable";
    MobileIsLandline { account: &'a str } = "mobile-is-landline";
    NoMobileForPassword { account: &'a str } = "no-mobile-for-password";
    NoMobileForPasswordHint = "no-mobile-for-password-hint";
    NoMobileHint = "no-mobile-hint";
    NotVerified { account: &'a str } = "not-verified";
    NotVerifiedHint { account: &'a str } = "not-verified-hint";
    IdentifiedByNotAllowed = "identified-by-not-allowed";
    IdentifiedByNotAllowedHint = "identified-by-not-allowed-hint";
    CodeWrong = "code-wrong";
    CodeForAnother = "code-for-another";
    CodeWrongHint { left: i64 } = "code-wrong-hint";
    CodeForAnotherHint { left: i64 } = "code-for-another-hint";
    CodeExpired = "code-expired";
    CodeUsed = "code-used";
    CodeNoTries = "code-no-tries";
    CodeNoneSent = "code-none-sent";
    CodeNumberChanged = "code-number-changed";
    CodeReplaced = "code-replaced";
    CodeReplacedHint { left: i64 } = "code-replaced-hint";
    CodeCloses { until: &'a str } = "code-closes";
    VerificationClosed { until: &'a str } = "verification-closed";
    VerificationClosedHint = "verification-closed-hint";
    SendCodeHint = "send-code-hint";
    NewCodeHint = "new-code-hint";
    CodeNumberChangedHint = "code-number-changed-hint";
    SendLimitGap { account: &'a str } = "send-limit-gap";
    SendLimitHour { account: &'a str } = "send-limit-hour";
    SendLimitDay { account: &'a str } = "send-limit-day";
    NumberLimitHour { account: &'a str } = "number-limit-hour";
    NumberLimitDay { account: &'a str } = "number-limit-day";
    SendLimitHint { again: &'a str } = "send-limit-hint";
    PasswordRefused { rules: &'a str } = "password-refused";
    PasswordRefusedHint = "password-refused-hint";
    NothingToGenerate = "nothing-to-generate";
    NothingToGenerateHint = "nothing-to-generate-hint";
    NotAPassword = "not-a-password";
    NotAPasswordHint = "not-a-password-hint";
    NotACode = "not-a-code";
    NotACodeHint = "not-a-code-hint";
    NotAQuery { query: &'a str } = "not-a-query";
    NotAQueryHint = "not-a-query-hint";
    StandardInput = "standard-input";
    InputUnusable { place: &'a str, why: &'a str } = "input-unusable";
    InputUnusableHint = "input-unusable-hint";
    InputUnreadableHint = "input-unreadable-hint";
    InputUnreadable { why: &'a str } = "input-unreadable";
    InputTooLarge { megabytes: i64 } = "input-too-large";
    InputEmpty = "input-empty";
    InputNoColumn = "input-no-column";
    InputOpenQuote { line: i64 } = "input-open-quote";
    InputNothing { n: i64, line: i64, why: &'a str } = "input-nothing";
    InputNothingHere { why: &'a str } = "input-nothing-here";
    NoReason = "no-reason";
    NoReasonHint = "no-reason-hint";
    OnlyForMany { option: &'a str } = "only-for-many";
    OnlyForManyHint = "only-for-many-hint";
    OnlyForOne { option: &'a str } = "only-for-one";
    OnlyForOneHint = "only-for-one-hint";
    TooManyAccounts { n: i64, most: i64 } = "too-many-accounts";
    TooManyAccountsHint { n: i64 } = "too-many-accounts-hint";
    NothingUnlocked { message: &'a str } = "nothing-unlocked";
    BulkCutShort = "bulk-cut-short";
    BulkCutShortHint = "bulk-cut-short-hint";
    NobodyLocked = "nobody-locked";
    BulkProgress = "bulk-progress";
    ReportEnding { path: &'a str } = "report-ending";
    ReportEndingHint = "report-ending-hint";
    ReportExists { path: &'a str } = "report-exists";
    ReportExistsHint = "report-exists-hint";
    ReportUnwritable { path: &'a str, why: &'a str } = "report-unwritable";
    ReportUnwritableHint = "report-unwritable-hint";
    DirectoryUnreachable { servers: &'a str } = "directory-unreachable";
    DirectoryUnreachableHint = "directory-unreachable-hint";
    CertificateHint = "certificate-hint";
    ServerReach { server: &'a str, why: &'a str } = "server-reach";
    ReachNoSuchHost = "reach-no-such-host";
    ReachRefused = "reach-refused";
    ReachSilent = "reach-silent";
    ReachHungUp = "reach-hung-up";
    ReachUntrusted = "reach-untrusted";
    ReachWrongName { expected: &'a str } = "reach-wrong-name";
    ReachCertificateTime = "reach-certificate-time";
    ReachNoEncryption = "reach-no-encryption";
    ReachOther { text: &'a str } = "reach-other";
    SignInWrong = "sign-in-wrong";
    SignInHours = "sign-in-hours";
    SignInWorkstation = "sign-in-workstation";
    SignInPasswordExpired = "sign-in-password-expired";
    SignInDisabled = "sign-in-disabled";
    SignInAccountExpired = "sign-in-account-expired";
    SignInMustChange = "sign-in-must-change";
    SignInLocked = "sign-in-locked";
    SignInEncryption = "sign-in-encryption";
    SignInOther = "sign-in-other";
    SignIn { user: &'a str, server: &'a str, why: &'a str } = "sign-in";
    SignInHint = "sign-in-hint";
    DirectorySilent { server: &'a str } = "directory-silent";
    DirectoryLost { server: &'a str } = "directory-lost";
    DirectoryRefused { server: &'a str } = "directory-refused";
    DirectoryNoPlace { server: &'a str } = "directory-no-place";
    DirectoryNoPlaceHint = "directory-no-place-hint";
    DirectoryMalformed { server: &'a str, attribute: &'a str } = "directory-malformed";
    DirectoryTryAgainHint = "directory-try-again-hint";
    DirectoryReadRightsHint = "directory-read-rights-hint";
    NoSuchGroup { name: &'a str } = "no-such-group";
    NoSuchGroupHint = "no-such-group-hint";
    AccountGone = "account-gone";
    AccountGoneHint = "account-gone-hint";
    ChangeNoRight { account: &'a str } = "change-no-right";
    ChangeHistory { account: &'a str } = "change-history";
    ChangeAnotherHint = "change-another-hint";
    ChangeTooShort { account: &'a str, least: i64 } = "change-too-short";
    ChangeTooSimple { account: &'a str } = "change-too-simple";
    ChangeTooYoung { account: &'a str } = "change-too-young";
    ChangeTooYoungHint = "change-too-young-hint";
    ChangeRules { account: &'a str } = "change-rules";
    ChangeLocked { account: &'a str } = "change-locked";
    ChangeLockedHint = "change-locked-hint";
    ChangeOwnDenied { account: &'a str } = "change-own-denied";
    ChangeOwnDeniedHint = "change-own-denied-hint";
    ChangeUnwilling { account: &'a str } = "change-unwilling";
    ChangeUnwillingHint = "change-unwilling-hint";
    ChangeNoAnswer { account: &'a str, server: &'a str } = "change-no-answer";
    ChangeNoAnswerHint { account: &'a str } = "change-no-answer-hint";
    HalfwayRandom { account: &'a str, cause: &'a str } = "halfway-random";
    HalfwayRandomHint { account: &'a str } = "halfway-random-hint";
    HalfwayUnknown { account: &'a str } = "halfway-unknown";
    HalfwayUnknownHint { account: &'a str } = "halfway-unknown-hint";
    HalfwayOld { account: &'a str, cause: &'a str } = "halfway-old";
    HalfwayOldOrRandom { account: &'a str } = "halfway-old-or-random";
    HalfwayOldHint { account: &'a str } = "halfway-old-hint";
    HalfwayWithout { account: &'a str } = "halfway-without";
    HalfwayWithoutHint = "halfway-without-hint";
    CauseHistory = "cause-history";
    CauseTooYoung = "cause-too-young";
    CauseTooShort { least: i64 } = "cause-too-short";
    CauseTooSimple = "cause-too-simple";
    CauseRules = "cause-rules";
    CauseLocked = "cause-locked";
    CauseNoRight = "cause-no-right";
    CauseOther = "cause-other";
    CauseNoAnswer = "cause-no-answer";
    LockedAgain { account: &'a str } = "locked-again";
    LockedAgainHint { account: &'a str } = "locked-again-hint";
    UnlockNotReadBack { account: &'a str } = "unlock-not-read-back";
    ResetNotReadBack { account: &'a str } = "reset-not-read-back";
    NotReadBackHint { account: &'a str } = "not-read-back-hint";
    NoSmsGateway = "no-sms-gateway";
    SmsUnreachable { host: &'a str } = "sms-unreachable";
    SmsBusy { host: &'a str } = "sms-busy";
    SmsRefused { host: &'a str } = "sms-refused";
    SmsRefusedCredentials { host: &'a str } = "sms-refused-credentials";
    SmsRefusedNumber { host: &'a str } = "sms-refused-number";
    SmsRefusedCredit { host: &'a str } = "sms-refused-credit";
    SmsUnclear { host: &'a str } = "sms-unclear";
    SmsTryAgainHint = "sms-try-again-hint";
    SmsSettingsHint = "sms-settings-hint";
    SmsNumberHint = "sms-number-hint";
    SmsUnclearHint = "sms-unclear-hint";
    BreachedListFailed { path: &'a str, why: &'a str } = "breached-list-failed";
    BreachedListFailedHint = "breached-list-failed-hint";
    SmsUnverified = "sms-unverified";
    SmsUnverifiedHint = "sms-unverified-hint";
    PasswordNotSent { account: &'a str } = "password-not-sent";
    PasswordNotSentUnrecorded { place: &'a str } = "password-not-sent-unrecorded";
    PasswordNotSentHint { account: &'a str } = "password-not-sent-hint";
    PasswordMayBeSent { account: &'a str, host: &'a str } = "password-may-be-sent";
    PasswordMayBeSentHint { account: &'a str } = "password-may-be-sent-hint";
    StoreFailed { place: &'a str } = "store-failed";
    StoreFailedHint = "store-failed-hint";
    StoreServerHint = "store-server-hint";
    StoreNewer { place: &'a str, found: i64, known: i64 } = "store-newer";
    StoreNewerHint = "store-newer-hint";
    StoreNoKey { place: &'a str, path: &'a str } = "store-no-key";
    StoreOtherKey { place: &'a str, path: &'a str } = "store-other-key";
    StoreUnusableKey { path: &'a str, why: &'a str } = "store-unusable-key";
    StoreKeyHint = "store-key-hint";
    StoreKeyMade { place: &'a str, path: &'a str } = "store-key-made";
    NotRecorded { account: &'a str } = "not-recorded";
    NotRecordedHint = "not-recorded-hint";
    Cancelled = "cancelled";
    CancelledHint = "cancelled-hint";
    NoTerminal = "no-terminal";
    NothingPiped { option: &'a str } = "nothing-piped";
    NotTextPiped { option: &'a str } = "not-text-piped";
    PipeHint = "pipe-hint";
    UseOptionHint { option: &'a str } = "use-option-hint";
    NoRandomness = "no-randomness";
    NoRandomnessHint = "no-randomness-hint";
    // Configuration
    SetupHint = "setup-hint";
    ProblemUnreadable { path: &'a str, why: &'a str } = "problem-unreadable";
    ProblemNamedBy { problem: &'a str, origin: &'a str } = "problem-named-by";
    ProblemTooLarge = "problem-too-large";
    ProblemNotUtf8 { line: i64 } = "problem-not-utf8";
    ProblemSyntax { place: &'a str, message: &'a str } = "problem-syntax";
    ProblemUnknown { place: &'a str, key: &'a str } = "problem-unknown";
    ProblemMeant { problem: &'a str, meant: &'a str } = "problem-meant";
    ProblemSecret { place: &'a str, key: &'a str } = "problem-secret";
    ProblemUseInstead { problem: &'a str, instead: &'a str } = "problem-use-instead";
    ProblemInvalid { place: &'a str, key: &'a str, found: &'a str, expected: &'a str } = "problem-invalid";
    ProblemNotYet { place: &'a str, key: &'a str } = "problem-not-yet";
    ProblemMissing { key: &'a str, variable: &'a str } = "problem-missing";
    ProblemSecretExposed { place: &'a str, key: &'a str, path: &'a str, mode: &'a str } = "problem-secret-exposed";
    ProblemSecretEmpty { place: &'a str, key: &'a str, path: &'a str } = "problem-secret-empty";
    ProblemSecretUnreadable { place: &'a str, key: &'a str, path: &'a str, why: &'a str } = "problem-secret-unreadable";
    ProblemWords { place: &'a str, key: &'a str, path: &'a str, why: &'a str } = "problem-words";
    WordsTooLarge = "words-too-large";
    WordsNotText { line: i64 } = "words-not-text";
    WordsTooShort { line: i64 } = "words-too-short";
    WordsTooLong { line: i64 } = "words-too-long";
    WordsControl { line: i64 } = "words-control";
    ProblemUnfit { place: &'a str, key: &'a str, why: &'a str } = "problem-unfit";
    UnfitHttps = "unfit-https";
    UnfitSender = "unfit-sender";
    UnfitNoRoom { least: i64, most: i64 } = "unfit-no-room";
    UnfitStoreTls = "unfit-store-tls";
    UnfitStoreOption { name: &'a str } = "unfit-store-option";
    UnfitOther { why: &'a str } = "unfit-other";
    ProblemBreachedList { place: &'a str, key: &'a str, path: &'a str, why: &'a str } = "problem-breached-list";
    ListUnreadable { why: &'a str } = "list-unreadable";
    ListNotAFile = "list-not-a-file";
    ListEmpty = "list-empty";
    ListCompressed = "list-compressed";
    ListNotAList = "list-not-a-list";
    ListMalformed { at: &'a str } = "list-malformed";
    ListNotOrdered { at: &'a str } = "list-not-ordered";
    ListIncomplete = "list-incomplete";
    NoStateFolder = "no-state-folder";
    FormText = "form-text";
    FormInteger = "form-integer";
    FormFloat = "form-float";
    FormBoolean = "form-boolean";
    FormTime = "form-time";
    FormList = "form-list";
    FormTable = "form-table";
    FormShown { form: &'a str, shown: &'a str } = "form-shown";
    WantText = "want-text";
    WantLine = "want-line";
    WantUtf8 = "want-utf8";
    WantBoolean = "want-boolean";
    WantList = "want-list";
    WantSomeList = "want-some-list";
    WantTable = "want-table";
    WantSmaller = "want-smaller";
    WantPath = "want-path";
    WantServer = "want-server";
    WantSyslog = "want-syslog";
    WantHttp = "want-http";
    WantPostgres = "want-postgres";
    WantHost = "want-host";
    WantDn = "want-dn";
    WantAttribute = "want-attribute";
    WantInteger { min: i64, max: i64 } = "want-integer";
    WantOneOf { words: &'a str } = "want-one-of";
    DemoFailed { why: &'a str } = "demo-failed";
    DemoFailedHint = "demo-failed-hint";
    Internal { why: &'a str } = "internal";
    InternalHint = "internal-hint";
    WaitForEnd = "wait-for-end";

    // A guided call
    PracticeWho = "practice-who";
    AskCaller = "ask-caller";
    AskNextCaller = "ask-next-caller";
    NobodyNamed = "nobody-named";
    CodeAsName = "code-as-name";
    AskAccount = "ask-account";
    AccountItem { name: &'a str, account: &'a str } = "account-item";
    AccountItemIn { name: &'a str, account: &'a str, department: &'a str } = "account-item-in";
    NoneOfThem = "none-of-them";
    AskHelp = "ask-help";
    HelpKeep = "help-keep";
    HelpNew = "help-new";
    PointlessNotLocked { help: &'a str } = "pointless-not-locked";
    PointlessMustChange { help: &'a str } = "pointless-must-change";
    AskIdentification = "ask-identification";
    AskTryAgain = "ask-try-again";
    AskAtTheWorkplace = "ask-at-the-workplace";
    StillVerified = "still-verified";
    OnServices { services: &'a str } = "on-services";
    SayMustChange = "say-must-change";
    SayTryAgain = "say-try-again";
    SayAtTheWorkplace { on: &'a str } = "say-at-the-workplace";
    SayElsewhere { on: &'a str } = "say-elsewhere";
    SayCallUs { numbers: &'a str } = "say-call-us";
    Extension { extension: &'a str } = "extension";
    NotForScripts = "not-for-scripts";
    NotForScriptsHint = "not-for-scripts-hint";

    // A command line that cannot be read
    UsageUnknownOption { option: &'a str } = "usage-unknown-option";
    UsageSomeUnknownOption = "usage-some-unknown-option";
    UsageWordTooMany = "usage-word-too-many";
    UsageUnknownCommand { command: &'a str } = "usage-unknown-command";
    UsageNotACommand = "usage-not-a-command";
    UsageNoCommand = "usage-no-command";
    UsageMissing { what: &'a str } = "usage-missing";
    UsageConflict { option: &'a str, other: &'a str } = "usage-conflict";
    UsageTwice { option: &'a str } = "usage-twice";
    UsageNoValue { option: &'a str } = "usage-no-value";
    UsageBadValue { option: &'a str } = "usage-bad-value";
    UsageUnneededValue { option: &'a str } = "usage-unneeded-value";
    UsageNotText = "usage-not-text";
    UsageUnreadable = "usage-unreadable";
    UsageMeantHint { meant: &'a str, command: &'a str } = "usage-meant-hint";
    UsageChooseHint { values: &'a str } = "usage-choose-hint";
    UsageWriteHint { usage: &'a str, command: &'a str } = "usage-write-hint";
    UsageOneHint { command: &'a str } = "usage-one-hint";
    UsageOptionHint { help: &'a str, command: &'a str } = "usage-option-hint";
}
