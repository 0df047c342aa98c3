//! `lookup`: an account, and why its owner cannot sign in.

mod caller;
mod many;
mod trouble;

use insta::assert_snapshot;

use servicedesk::practice::{Lockout, Person};

use super::fixture::Answer::CtrlC;
use super::fixture::people::{ago, eva};
use super::fixture::{StandardOutput, TestDesk};

#[test]
fn each_trouble_gets_advice() {
    let mut desk = TestDesk::demo();
    let accounts = "jesrab01 mmeyers annlin02 evakar01 perols01 sarhol01 karnys01 linber01 recept01 bengun01 ingsve01 \
                    ololun01 rutros01 gunpol01 tomsmi01 asaost01 larhan01 kassan01 hasnil01 maldah01";
    let mut advice = Vec::new();
    for account in accounts.split_whitespace() {
        let run = desk.run(&format!("lookup {account}"));
        assert!(run.ends_with("exit 0") && !run.contains("\nlog"), "{run}");
        advice.extend(run.lines().filter(|line| line.contains("Läge") || line.contains("Gör nu")).map(str::to_owned));
    }
    assert_snapshot!(advice.join("\n"), @"
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock jesrab01. Om lösenordet är glömt: servicedesk reset jesrab01.
    out  Läge       Inget fel på kontot.
    out  Gör nu     Om lösenordet är glömt: servicedesk reset mmeyers. Annars: försök igen, kontrollera Caps Lock och att rätt användarnamn skrivs.
    out  Läge          Inget fel på kontot.
    out  Gör nu        Om lösenordet är glömt: servicedesk reset annlin02. Annars: försök igen, kontrollera Caps Lock och att rätt användarnamn skrivs.
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock evakar01. Om lösenordet är glömt: servicedesk reset evakar01.
    out  Läge       Kontot är inaktiverat.
    out  Gör nu     Att låsa upp eller byta lösenord hjälper inte. Säg: ”Ditt konto är inaktiverat. Din chef kan be IT-drift att aktivera det.”
    out  Läge       Kontot har gått ut.
    out  Gör nu     Att låsa upp eller byta lösenord hjälper inte. Säg: ”Ditt konto har gått ut. Din chef kan be IT-drift att förlänga det.”
    out  Läge       Lösenordet har gått ut.
    out  Gör nu     Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.” Om lösenordet är glömt: servicedesk reset karnys01.
    out  Läge       Lösenordet måste bytas vid nästa inloggning.
    out  Gör nu     Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.” Om lösenordet är glömt: servicedesk reset linber01.
    out  Läge       Inget fel på kontot.
    out  Gör nu     Om lösenordet är glömt: servicedesk reset recept01. Annars: försök igen, kontrollera Caps Lock och att rätt användarnamn skrivs.
    out  Läge       Inget fel på kontot.
    out  Gör nu     Försök igen, kontrollera Caps Lock och att rätt användarnamn skrivs. Om lösenordet är glömt: Ingen kod kan skickas. Säg: ”Du har inget mobilnummer registrerat. Din chef kan be IT-drift att registrera det, eller så kommer du till servicedesk med legitimation.”
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Ingen kod kan skickas. Säg: ”Ditt registrerade nummer är ett fast nummer. Din chef kan be IT-drift att registrera din mobil, eller så kommer du till servicedesk med legitimation.”
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock ololun01. Om lösenordet är glömt: servicedesk reset ololun01.
    out  Läge          Låst efter för många felaktiga lösenord. Skyddat konto (administratör).
    out  Gör nu        Lämna över. Säg: ”Jag får inte ändra ditt konto, så jag lämnar över till IT-drift.”
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock gunpol01. Om lösenordet är glömt: servicedesk reset gunpol01.
    out  Läge       Loggar in med kort, inte med lösenord.
    out  Gör nu     Ett lösenord hjälper inte. Säg: ”Du loggar in med kort, så jag lämnar över till IT-drift.”
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock asaost01. Om lösenordet är glömt: servicedesk reset asaost01.
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock larhan01. Om lösenordet är glömt: servicedesk reset larhan01.
    out  Läge       Lösenordet måste bytas vid nästa inloggning. Kontot får inte byta lösenord själv, så den som ringer är utelåst.
    out  Gör nu     Sätt ett nytt lösenord som inte behöver bytas: servicedesk reset kassan01 --no-must-change. Det går om servern kan kontrollera tidigare lösenord; lämna annars över till katalogens administratör.
    out  Läge        Kontot får inte logga in vid den här tiden.
    out  Gör nu      Kontot får logga in från kl. 15.00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
    out  Läge       Kontot får bara logga in på vissa datorer.
    out  Gör nu     Fråga vilken dator den som ringer sitter vid: kontot får bara logga in på dem som står under Datorer. Om lösenordet är glömt: servicedesk reset maldah01.
    ");
}

#[test]
fn card_shows_configured_facts_in_their_order() {
    let office = |eva| Person {
        title: Some("Rektor".into()),
        office: Some("Centralskolan".into()),
        last_logon: Some("2026-05-04T10:17:00Z".parse().unwrap()),
        last_logon_timestamp: Some("2026-05-01T10:17:00Z".parse().unwrap()),
        ..eva
    };
    let mut desk = TestDesk::configured().with(office(eva()));
    desk.set("card.show", r#"["last_sign_in", "office"]"#);
    assert_snapshot!(desk.run("lookup evaand01").split_once("Namn ").unwrap().1, @"
         Eva Andersson
    out  Mobil     *********31, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    out  Låst      JA, sedan kl. 12.07 (för 10 minuter sedan); låses inte upp automatiskt
    out  Inloggad  senast kl. 10.17 (för 2 timmar sedan), på servern som svarade
    out  Kontor    Centralskolan
    exit 0
    ");
    let json = desk.run("lookup evaand01 -o json");
    for field in [
        r#""title": "Rektor""#,
        r#""office": "Centralskolan""#,
        r#""manager": null"#,
        r#""telephone": null"#,
        r#""last_sign_in": "2026-05-04T10:17:00Z""#,
        r#""last_sign_in_replicated": false"#,
    ] {
        assert!(json.contains(field), "{field} in {json}");
    }
    desk.set("card.show", r#"["shoe_size"]"#);
    assert!(desk.run("lookup evaand01").contains("card.show"));
}

#[test]
fn examples_of_the_guide_work_in_practice() {
    let mut desk = TestDesk::demo();
    for typed in ["mmeyers@contoso.com", r"'contoso\mmeyers'", "mmeyers@contoso.example"] {
        let run = desk.run(&format!("lookup {typed}"));
        assert!(run.contains("Mia Meyers") && run.ends_with("exit 0"), "{typed}: {run}");
    }
    let closed = desk.run("lookup sivlun01");
    assert!(closed.contains("Skicka ingen kod") && closed.contains("felaktiga koder"), "{closed}");
    assert!(desk.run("lookup sivlun01 -o json").contains(r#""advice": "wait_for_verification""#));
}

#[test]
fn sign_in_restrictions_are_shown() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("lookup hasnil01"), @"
    out  Läge        Kontot får inte logga in vid den här tiden.
    out  Gör nu      Kontot får logga in från kl. 15.00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
    out  Konto       hasnil01  hasnil01@contoso.example
    out  Namn        Hassan Nilsson
    out  Mobil       *********29, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    out  Låst        nej
    out  Avdelning   Teknik
    out  Lösenord    satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    out  Inloggning  inte tillåten förrän kl. 15.00 (om 2 timmar)
    out  Inloggad    senast omkring 2026-04-28; kan vara upp till 14 dagar senare
    out  Regler      domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
    assert_snapshot!(desk.run("lookup maldah01"), @"
    out  Läge       Kontot får bara logga in på vissa datorer.
    out  Gör nu     Fråga vilken dator den som ringer sitter vid: kontot får bara logga in på dem som står under Datorer. Om lösenordet är glömt: servicedesk reset maldah01.
    out  Konto      maldah01  maldah01@contoso.example
    out  Namn       Malin Dahl
    out  Mobil      *********30, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    out  Låst       nej
    out  Titel      Bibliotekschef
    out  Avdelning  Bibliotek
    out  Lösenord   satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    out  Datorer    bara BIBL-PC01, BIBL-PC02
    out  Inloggad   senast omkring 2026-04-28; kan vara upp till 14 dagar senare
    out  Regler     domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
}

#[test]
fn account_ending_within_a_day_is_marked() {
    let soon = |minutes: i64| Person { account_expires: Some(ago(-minutes)), lockout: Lockout::Never, ..eva() };
    let state = |run: String| {
        run.lines().filter(|line| line.contains("Läge") || line.contains("Slutdatum")).collect::<Vec<_>>().join("\n")
    };
    let mut desk = TestDesk::configured().with(soon(60));
    assert_snapshot!(state(desk.run("lookup evaand01")), @"
    out  Läge          Inget fel på kontot. Kontot går ut inom ett dygn.
    out  Slutdatum     kl. 13.17 (om 1 timme)
    ");
    desk.practice().add(soon(60 * 24 + 1)).unwrap();
    assert_snapshot!(state(desk.run("lookup evaand01")), @"
    out  Läge          Inget fel på kontot.
    out  Slutdatum     2026-05-05 kl. 12.18 (om 1 dag)
    ");
    desk.practice().add(soon(0)).unwrap();
    assert_snapshot!(state(desk.run("lookup evaand01")), @"
    out  Läge          Kontot har gått ut.
    out  Slutdatum     kl. 12.17 (nyss)
    ");
}

/// The controller's clock is twenty minutes ahead of this computer's.
#[test]
fn times_follow_controller_clock() {
    let mut desk = TestDesk::configured().with(Person { account_expires: Some(ago(-10)), ..eva() });
    let other = desk.second_controller(-20 * 60);
    desk.set("directory.servers", &format!("[\"{}\"]", other.access().url));
    assert_snapshot!(desk.run("lookup evaand01"), @"
    out  Läge          Kontot har gått ut. Låst efter för många felaktiga lösenord.
    out  Gör nu        Att låsa upp eller byta lösenord hjälper inte. Säg: ”Ditt konto har gått ut. Din chef kan be den som sköter kontona att förlänga det.”
    out  Obs           Katalogserverns klocka går 20 minuter före den här datorns. Tiderna här är serverns.
    out  Konto         evaand01  evaand01@contoso.example
    out  Namn          Eva Andersson
    out  Mobil         *********31, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    out  Låst          JA, sedan kl. 12.07 (för 30 minuter sedan); låses inte upp automatiskt
    out  Fel lösenord  5, senast kl. 12.07 (för 30 minuter sedan)
    out  Lösenord      satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    out  Slutdatum     kl. 12.27 (för 10 minuter sedan)
    out  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
    let run = desk.run("lookup evaand01 -o json");
    assert!(run.contains("clock_differs") && run.contains(r#""account_expired": true"#), "{run}");
    let run = desk.run("unlock evaand01");
    assert!(run.contains("refused (account_expired)"), "{run}");
}

#[test]
fn account_facts_are_shown() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("lookup ololun01"), @"
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock ololun01. Om lösenordet är glömt: servicedesk reset ololun01.
    out  Varning       Mobilnumret ändrades nyligen. Ta reda på att det är rätt person som ringer.
    out  Konto         ololun01  ololun01@contoso.example
    out  Namn          Olof Lundin
    out  Mobil         *********22, ändrat 2026-05-03 kl. 12.17 (för 1 dag sedan)
    out  Låst          JA, sedan kl. 12.12 (för 5 minuter sedan); låses inte upp automatiskt
    out  Titel         Drifttekniker
    out  Avdelning     Teknik
    out  Chef          Pelle Nilsson pelnil01
    out  Kontor        Förrådet
    out  Telefon       08-465 004 34
    out  Fel lösenord  5, senast kl. 12.12 (för 5 minuter sedan)
    out  Lösenord      satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    out  Inloggad      senast omkring 2026-04-28; kan vara upp till 14 dagar senare
    out  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
    assert_snapshot!(desk.run("lookup annlin02"), @"
    out  Läge          Inget fel på kontot.
    out  Gör nu        Om lösenordet är glömt: servicedesk reset annlin02. Annars: försök igen, kontrollera Caps Lock och att rätt användarnamn skrivs.
    out  Konto         annlin02  annlin02@contoso.example
    out  Namn          Anna Lind
    out  Mobil         *********13, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    out  Låst          nej – låstes kl. 10.17 (för 2 timmar sedan) och har låsts upp automatiskt
    out  Avdelning     Skola
    out  Fel lösenord  3, senast kl. 10.17 (för 2 timmar sedan)
    out  Lösenord      satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    out  Inloggad      senast omkring 2026-04-28; kan vara upp till 14 dagar senare
    out  Regler        särskilda, ”Skolan”: minst 10 tecken, inget av de 5 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
    let run = desk.run("lookup gunpol01 --lang en");
    let unreadable = ["cannot read when it unlocks", "Rules        special policy “Politiker”, which you may not read"];
    assert!(unreadable.iter().all(|told| run.contains(told)), "{run}");
    assert_snapshot!(desk.run("lookup bengun01"), @"
    out  Läge       Inget fel på kontot.
    out  Gör nu     Försök igen, kontrollera Caps Lock och att rätt användarnamn skrivs. Om lösenordet är glömt: Ingen kod kan skickas. Säg: ”Du har inget mobilnummer registrerat. Din chef kan be IT-drift att registrera det, eller så kommer du till servicedesk med legitimation.”
    out  Konto      bengun01  bengun01@contoso.example
    out  Namn       Bengt Gunnarsson
    out  Mobil      inget nummer registrerat
    out  Låst       nej
    out  Avdelning  Omsorg
    out  Telefon    08-465 004 22
    out  Lösenord   satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    out  Regler     domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
}

#[test]
fn several_matches_are_listed() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("lookup Eva Karlsson"), @"
    out 2 konton stämmer:
    out  Konto     Namn          Avdelning     Läge
    out  evakar01  Eva Karlsson  Socialtjänst  Låst efter för många felaktiga lösenord.
    out  evakar02  Eva Karlsson  Skola         Inget fel på kontot.
    exit 0
    ");
    assert_snapshot!(desk.run("unlock 'Eva Karlsson'"), @"
    err Fel: 2 konton stämmer med ”Eva Karlsson”; det måste vara ett.
    err Gör så här: Fråga vem det är och ange användarnamnet: evakar01 (Eva Karlsson, Socialtjänst); evakar02 (Eva Karlsson, Skola)
    exit 3
    ");
}

#[test]
fn no_match_is_reported() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("lookup finns-inte"), @"
    err Fel: Inget konto stämmer med ”finns-inte”.
    err Gör så här: Fråga efter användarnamn, e-post eller mobilnummer och sök igen. En del av namnet räcker.
    exit 3
    ");
    assert_snapshot!(desk.run("unlock finns-inte"), @"
    err Fel: Inget konto stämmer med ”finns-inte”.
    err Gör så här: Fråga efter användarnamn, e-post eller mobilnummer och sök igen. En del av namnet räcker.
    exit 3
    ");
    assert_snapshot!(desk.run(r"lookup EXAMPLE\jesrab01"), @r"
    err Fel: ”EXAMPLE\jesrab01” är i en annan domän än CONTOSO, som är den som söks.
    err Gör så här: Skriv namnet utan domän, eller sök i rätt katalog med --config.
    exit 3
    ");
}

#[test]
fn account_is_found_by_any_identifier() {
    let mut desk = TestDesk::demo();
    for query in [
        "jesrab01",
        "JESRAB01",
        r"CONTOSO\jesrab01",
        "jesrab01@contoso.example",
        "jesrab01@ad.contoso.example",
        "'070-174 06 11'",
        "+46701740611",
        "0046701740611",
        "'Jesper Råberg'",
        "Jesper Råberg",
        "råberg",
    ] {
        let run = desk.run(&format!("lookup {query} -o json"));
        assert!(run.contains(r#""account": "jesrab01""#) && run.ends_with("exit 0"), "{run}");
    }
}

#[test]
fn ldap_filter_characters_are_literal() {
    let mut desk = TestDesk::demo();
    for query in ["*)(", "*", "jesrab01)(objectClass=*", r"jes\2arab", "(&)", "'jesrab01 *'"] {
        let run = desk.run(&format!("lookup {query}"));
        assert!(!run.contains("Jesper") && (run.ends_with("exit 3") || run.ends_with("exit 2")), "{run}");
    }
    assert_snapshot!(desk.run("lookup *)("), @"
    err Fel: Inget konto stämmer med ”*)(”.
    err Gör så här: Fråga efter användarnamn, e-post eller mobilnummer och sök igen. En del av namnet räcker.
    exit 3
    ");
    assert_snapshot!(desk.run("lookup ' '"), @"
    err Fel: ” ” kan inte vara ett användarnamn, en adress, ett nummer eller ett namn.
    err Gör så här: Skriv till exempel jesrab01, jesrab01@example.se, 070-174 06 05 eller Eva Karlsson.
    exit 2
    ");
}

#[test]
fn swedish_names_are_found() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("lookup Åsa"), @"
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock asaost01. Om lösenordet är glömt: servicedesk reset asaost01.
    out  Konto         asaost01  asaost01@contoso.example
    out  Namn          Åsa Öström
    out  Mobil         *********26, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    out  Låst          JA, sedan kl. 11.52 (för 25 minuter sedan); låses inte upp automatiskt
    out  Avdelning     Förskola
    out  Fel lösenord  5, senast kl. 11.52 (för 25 minuter sedan)
    out  Lösenord      satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    out  Inloggad      senast omkring 2026-04-28; kan vara upp till 14 dagar senare
    out  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
    assert_eq!(desk.run("lookup öström -q"), desk.run("lookup Åsa"));
}

#[test]
fn control_characters_in_names_are_escaped() {
    let mut desk = TestDesk::demo();
    let run = desk.run("lookup kimfal01");
    assert!(!run.contains(['\u{1b}', '\u{202e}', '\u{200b}', '\r']), "{run:?}");
    assert_snapshot!(run, @r"
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock kimfal01. Om lösenordet är glömt: servicedesk reset kimfal01.
    out  Konto         kimfal01  kimfal01@contoso.example
    out  Namn          Kim \u{1b}[32mFalk\u{202e}txen\u{200b}\u{d}\u{a}Unlocked
    out  Mobil         *********27, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    out  Låst          JA, sedan kl. 12.05 (för 12 minuter sedan); låses inte upp automatiskt
    out  Avdelning     Teknik
    out  Fel lösenord  5, senast kl. 12.05 (för 12 minuter sedan)
    out  Lösenord      satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    out  Inloggad      senast omkring 2026-04-28; kan vara upp till 14 dagar senare
    out  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
}

/// So transcripts of other commands show the first fact alone.
#[test]
fn every_command_shows_same_facts() {
    let mut desk = TestDesk::configured().with(eva());
    desk.in_full = true;
    let facts = |run: String| -> Vec<String> {
        let facts = run.lines().filter_map(|line| line.strip_prefix("out  ").or(line.strip_prefix("err  ")));
        facts.skip_while(|line| !line.starts_with("Konto ")).map(str::to_owned).collect()
    };
    let looked_up = facts(desk.run("lookup evaand01"));
    assert_eq!(looked_up.len(), 7, "{looked_up:?}");
    for command in ["unlock evaand01", "reset evaand01"] {
        assert_eq!(facts(desk.terminal([CtrlC]).run(command)), looked_up, "{command}");
    }
    assert_eq!(facts(desk.terminal([CtrlC, CtrlC]).run("assist evaand01")), looked_up);
}
