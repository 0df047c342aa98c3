//! Command lines that cannot be read, and help.

use insta::assert_snapshot;

use super::fixture::{TestDesk, kind};

#[test]
fn no_command_prints_usage() {
    let mut desk = TestDesk::demo();
    let run = desk.run("");
    assert!(run.ends_with("exit 2"), "{run}");
}

#[test]
fn command_line_mistakes_are_explained() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("unlok jesrab01"), @"
    err Fel: Kommandot unlok finns inte.
    err Gör så här: Menade du lookup eller unlock? Mer: servicedesk --help
    exit 2
    ");
    assert_snapshot!(desk.run("unlock"), @"
    err Fel: Det saknas något på raden: <KONTO|--from <FIL>|--all-locked>
    err Gör så här: Skriv servicedesk unlock [FLAGGOR] <KONTO|--from <FIL>|--all-locked> – mer: servicedesk unlock --help
    exit 2
    ");
    assert_snapshot!(desk.run("unlock jesrab01 --code 123456 --identified-by ID"), @"
    err Fel: --code <KOD> går inte ihop med --identified-by <TEXT>.
    err Gör så här: Ta bort det ena. Mer: servicedesk unlock --help
    exit 2
    ");
    assert_snapshot!(desk.run("reset jesrab01 --password Gurka-Moln-73"), @"
    err Fel: --password finns inte här.
    err Gör så här: Menade du --password-stdin? Mer: servicedesk reset --help
    exit 2
    ");
    assert_snapshot!(desk.run("reset jesrab01 --password-stdin --generate"), @r"
    err Fel: --password-stdin går inte ihop med --generate[=<TYP>].
    err Gör så här: Ta bort det ena. Mer: servicedesk reset --help
    exit 2
    ");
    assert_snapshot!(desk.run("lookup jesrab01 --lang de"), @"
    err Fel: --lang <SPRÅK> tar inte det värdet.
    err Gör så här: Välj något av: sv, en
    exit 2
    ");
}

#[test]
fn conflicting_options_are_refused_in_any_order() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("-q lookup jesrab01 -v"), @"
    err Fel: --verbose går inte ihop med --quiet.
    err Gör så här: Ta bort det ena. Mer: servicedesk lookup --help
    exit 2
    ");
    for command in [
        "-v lookup jesrab01 -q",
        "lookup jesrab01 -q -v",
        "--server ldaps://dc1 lookup jesrab01",
        "lookup jesrab01 --server ldaps://dc1",
        "--demo-reset --config a.toml lookup jesrab01",
        "--config a.toml lookup jesrab01",
    ] {
        let run = desk.run(command);
        assert!(run.contains(" går inte ihop med --") && run.ends_with("exit 2"), "{run}");
    }
}

#[test]
fn mistakes_are_documents_for_scripts() {
    let mut desk = TestDesk::demo();
    assert_eq!(kind(&desk.run("unlok jesrab01 -o json")), ("usage", 2));
    assert_eq!(kind(&desk.run("unlock --output=json")), ("usage", 2));
    assert_snapshot!(desk.run("-ojson lookup"), @r#"
    out {"schema": 1,
    out  "error":
    out   {"kind": "usage", "exit_code": 2, "message": "…", "hint": "…", "tries_left": null, "retry_at": null,
    out    "candidates": []}}
    err Fel: Det saknas något på raden: <SÖKORD|--from <FIL>|--locked|--numbers>
    err Gör så här: Skriv servicedesk lookup [FLAGGOR] <SÖKORD|--from <FIL>|--locked|--numbers> – mer: servicedesk lookup --help
    exit 2
    "#);
}

#[test]
fn missing_account_is_reported() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("unlock ''"), @"
    err Fel: ”” kan inte vara ett användarnamn, en adress, ett nummer eller ett namn.
    err Gör så här: Skriv till exempel jesrab01, jesrab01@example.se, 070-174 06 05 eller Eva Karlsson.
    exit 2
    ");
    let run = desk.run("unlock 'a\u{7}b' -o json");
    assert!(run.contains(r#""kind": "not_a_query""#) && run.ends_with("exit 2"), "{run}");
    assert!(!run.lines().any(|line| line.contains('\u{7}')), "{run:?}");
    let run = desk.run(&format!("unlock {}", "a".repeat(300)));
    assert!(run.contains(&format!("”{}…” kan inte", "a".repeat(60))) && run.ends_with("exit 2"), "{run}");
}

#[test]
fn help_is_a_result() {
    let mut desk = TestDesk::demo();
    for command in ["--help", "--version", "unlock --help", "reset -h", "audit show --help"] {
        let run = desk.run(command);
        assert!(run.starts_with("out ") && !run.contains("\nerr ") && run.ends_with("exit 0"), "{run}");
    }
}

#[test]
fn help_follows_language() {
    let mut desk = TestDesk::configured();
    let help = desk.run("unlock --help");
    let (own, common) = help.split_once("out Flaggor för alla kommandon:").unwrap();
    assert_snapshot!(own, @r"
    out Lås upp kontot; lösenordet är detsamma
    out
    out Användning: servicedesk unlock [FLAGGOR] <KONTO|--from <FIL>|--all-locked>
    out
    out Argument:
    out   [KONTO]...  Användarnamn, DOMÄN\användare, användare@domän, e-post, telefonnummer eller namn; bara
    out               ett konto får stämma. Flera låses upp på en gång; då är varje ett användarnamn eller
    out               en adress, och --reason behövs
    out
    out Flaggor:
    out       --everywhere            Se till att kontot är upplåst på alla katalogservrar på platsen, och
    out                               säg vilka som släpar efter
    out       --watch[=<MINUTER>]     Stanna sedan i så många minuter (1–60; 5 om inget anges), och säg
    out                               genast om fel lösenord provas igen eller kontot låses på nytt;
    out                               returkod 7 om det låstes
    out       --code <KOD>            Koden som läses upp (-: nästa rad på standard in)
    out       --identified-by <TEXT>  Den som ringer är identifierad på annat sätt, till exempel med
    out                               legitimation vid disken; måste vara tillåtet i inställningarna
    out       --from <FIL>            Läs kontona från en fil (-: standard in): ett per rad, CSV med
    out                               rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail,
    out                               account eller username, eller JSON
    out       --all-locked            Alla konton som är låsta nu
    out       --under <DN>            Bara konton under den här delen av katalogen
    out       --choose                Kryssa i en lista vilka av de låsta kontona; de som inte får låsas upp
    out                               går inte att kryssa
    out       --reason <TEXT>         Varför flera konton låses upp; måste anges, och antecknas i loggen
    out       --dry-run               Visa bara vad som skulle göras: inget frågas, skickas eller ändras
    out       --yes                   Fråga inte, även om kontona är fler än --max
    out       --max <ANTAL>           Fler konton än så (0 eller fler) låses inte upp utan --yes, 50 om
    out                               inget anges
    out       --max-failures <ANTAL>  Stanna efter så många misslyckanden i rad, minst 1; 10 om inget anges
    out       --concurrency <ANTAL>   Hur många upplåsningar som är på väg samtidigt, 1 till 256; 32 om
    out                               inget anges
    out       --accept-risk           Lås upp även om det ser ut som att någon gissar lösenord; ring
    out                               säkerhetsansvarig först
    out       --accept <UTFALL>       Utfall i listan som ingen behöver titta på (returkod 0), med
    out                               kommatecken emellan. Med --all-locked godtas redan alla utom not_found
    out                               [något av: protected, disabled, account_expired, smartcard_required,
    out                               unreadable, no_right, not_found]
    out       --report <FIL>          Spara alla rader i en ny fil, som slutar på .csv eller .jsonl
    out
    ");
    assert!(common.contains("\nout Exempel:\nout   servicedesk unlock jesrab01\n"), "{common}");
    assert_eq!(desk.run("unlock -h"), help);
    let help = desk.run("--help --lang=en");
    let (own, common) = help.split_once("out Options of every command:").unwrap();
    assert_snapshot!(own, @r"
    out Help callers who cannot sign in: find out why, verify them by SMS, unlock the account or set a new
    out password
    out
    out Usage: servicedesk [OPTIONS] [COMMAND]
    out
    out Commands:
    out   assist        Guide a whole call, step by step: who is calling, the code, the unlock or new
    out                 password, and what to say
    out   lookup        Show who an account belongs to, and why its owner cannot sign in
    out   send-code     Send a code to the registered mobile, and check the code that the caller reads back
    out   unlock        Unlock the account and keep the password
    out   reset         Set a new password and unlock the account
    out   check-policy  Check whether a password would be accepted, and if not, why
    out   audit         Show what was done from here, and by whom
    out   login         Store your password in the computer's keyring, so that you do not have to type it
    out   logout        Remove a secret from the computer's keyring
    out   whoami        Show who the directory says you are, and where the password comes from
    out   doctor        Check that everything needed for a call works, and say what to do where it does not
    out   init          Set the program up: ask for what most desks need, write the configuration, and try
    out                 it
    out   config        Show, check and change the configuration
    out   completion    Write the script by which your shell completes commands and options
    out   version       Show which version this is
    out   schema        Show the JSON Schema of what commands write with -o json and -o jsonl
    out   help          Show help for the program or a command
    out
    ");
    let (_, status) = common.split_once("out Exit status:").unwrap();
    assert_eq!(status.lines().filter(|line| line.starts_with("out  ")).count(), 9, "{status}");
}

#[test]
fn help_needs_no_configuration() {
    let mut desk = TestDesk::configured();
    let run = desk.run("unlock --help --config /finns/inte.toml --lang en");
    assert!(run.contains("Usage: servicedesk unlock") && run.ends_with("exit 0"), "{run}");
}

#[test]
fn mistakes_are_explained_in_english() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("--lang en unlok jesrab01"), @"
    err Error: Unknown command unlok.
    err What to do: Did you mean lookup or unlock? More: servicedesk --help
    exit 2
    ");
    assert_snapshot!(desk.run("unlock --lang=en"), @"
    err Error: Missing on the command line: <ACCOUNT|--from <FILE>|--all-locked>
    err What to do: Write servicedesk unlock [OPTIONS] <ACCOUNT|--from <FILE>|--all-locked> – more: servicedesk unlock --help
    exit 2
    ");
    assert_snapshot!(desk.run("reset jesrab01 --lang en --deliver"), @"
    err Error: --deliver <WAY> needs a value.
    err What to do: Choose one of: screen, sms
    exit 2
    ");
    assert_snapshot!(desk.run("audit --lang en"), @"
    err Error: The command is missing.
    err What to do: Choose one of: show, verify, export, archive, index, resolve, help
    exit 2
    ");
}

#[test]
fn every_kind_of_mistake_is_handled() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("-q"), @r"
    err Fel: Raden säger inte vad som ska göras: kommandot saknas.
    err Gör så här: Välj något av: assist, lookup, send-code, unlock, reset, check-policy, audit, login, logout, whoami, doctor, init, config, completion, version, schema, help
    exit 2
    ");
    assert_snapshot!(desk.run("audit shw"), @"
    err Fel: Kommandot shw finns inte.
    err Gör så här: Menade du show? Mer: servicedesk audit --help
    exit 2
    ");
    assert_snapshot!(desk.run("unlock jesrab01 --code"), @"
    err Fel: --code <KOD> saknar sitt värde.
    err Gör så här: Ange ett värde som passar. Hjälpen säger: ”Koden som läses upp (-: nästa rad på standard in)”. Mer: servicedesk unlock --help
    exit 2
    ");
    assert_snapshot!(desk.run("unlock jesrab01 --identified-by ''"), @"
    err Fel: --identified-by <TEXT> ska vara en text med minst en bokstav eller siffra.
    err Gör så här: Ange ett värde som passar. Hjälpen säger: ”Den som ringer är identifierad på annat sätt, till exempel med legitimation vid disken; måste vara tillåtet i inställningarna”. Mer: servicedesk unlock --help
    exit 2
    ");
    assert_snapshot!(desk.run("unlock jesrab01 --code 123456 --code 123456"), @"
    err Fel: --code <KOD> kan bara stå en gång.
    err Gör så här: Ta bort det ena. Mer: servicedesk unlock --help
    exit 2
    ");
    assert_snapshot!(desk.run("lookup jesrab01 --quiet=yes"), @r"
    err Fel: --quiet ska inte ha något värde.
    err Gör så här: Skriv servicedesk lookup [FLAGGOR] <SÖKORD|--from <FIL>|--locked|--numbers> – mer: servicedesk lookup --help
    exit 2
    ");
    assert_snapshot!(desk.run("reset jesrab01 --deliver sms"), @r"
    err Fel: Det saknas något på raden: --generate[=<TYP>]
    err Gör så här: Skriv servicedesk reset [FLAGGOR] <KONTO> – mer: servicedesk reset --help
    exit 2
    ");
    assert_snapshot!(desk.run("reset jesrab01 --generate words"), @"
    err Fel: Det står ett ord för mycket på raden.
    err Gör så här: Skriv servicedesk reset [FLAGGOR] <KONTO> – mer: servicedesk reset --help
    exit 2
    ");
}

#[test]
fn mistakes_do_not_repeat_secrets() {
    let mut desk = TestDesk::demo();
    for command in [
        "reset jesrab01 Gurka-Moln-73",
        "reset jesrab01 --password=Gurka-Moln-73",
        "reset jesrab01 --password Gurka-Moln-73",
        "reset jesrab01 --password-stdin=Gurka-Moln-73",
        "reset jesrab01 --generate=Gurka-Moln-73",
        "reset jesrab01 --deliver Gurka-Moln-73",
        "reset jesrab01 --Gurka-Moln-73",
        "Gurka-Moln-73",
        "audit Gurka-Moln-73",
        "audit show --last Gurka-Moln-73",
        "unlock jesrab01 --lang Gurka-Moln-73",
    ] {
        for command in [command.to_owned(), format!("-o json {command}")] {
            let run = desk.run(&command);
            assert!(!run.contains("Moln") && run.ends_with("exit 2"), "{run}");
        }
    }
}
