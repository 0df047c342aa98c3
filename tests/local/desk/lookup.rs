//! `lookup`: who is this, and why can they not sign in.

use insta::assert_snapshot;

use servicedesk::practice::{Lockout, Person};

use super::fixture::Answer::CtrlC;
use super::fixture::people::{ago, eva};
use super::fixture::{StandardOutput, TestDesk, kind};

#[test]
fn one_of_each_trouble() {
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
    out  Gör nu        Lås upp: servicedesk unlock jesrab01. Är lösenordet glömt: servicedesk reset jesrab01.
    out  Läge       Inget fel på kontot.
    out  Gör nu     Är lösenordet glömt: servicedesk reset mmeyers. Annars: prova igen, kontrollera Caps Lock och att rätt användarnamn skrivs.
    out  Läge          Inget fel på kontot.
    out  Gör nu        Är lösenordet glömt: servicedesk reset annlin02. Annars: prova igen, kontrollera Caps Lock och att rätt användarnamn skrivs.
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock evakar01. Är lösenordet glömt: servicedesk reset evakar01.
    out  Läge       Kontot är avstängt.
    out  Gör nu     Att låsa upp eller byta lösenord hjälper inte. Be den som ringer att tala med sin chef.
    out  Läge       Kontot har gått ut.
    out  Gör nu     Att låsa upp eller byta lösenord hjälper inte. Chefen behöver förlänga anställningen eller uppdraget.
    out  Läge       Lösenordet har gått ut.
    out  Gör nu     Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.” Är lösenordet glömt: servicedesk reset karnys01.
    out  Läge       Lösenordet måste bytas vid nästa inloggning.
    out  Gör nu     Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.” Är lösenordet glömt: servicedesk reset linber01.
    out  Läge       Inget fel på kontot.
    out  Gör nu     Är lösenordet glömt: servicedesk reset recept01. Annars: prova igen, kontrollera Caps Lock och att rätt användarnamn skrivs.
    out  Läge       Inget fel på kontot.
    out  Gör nu     Prova igen, kontrollera Caps Lock och att rätt användarnamn skrivs. Ett nytt lösenord kan inte sättas härifrån med kod.
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Ingen kod kan skickas. Ett mobilnummer måste registreras först; be den som ringer att vända sig till sin chef eller komma till servicedesk med legitimation.
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock ololun01. Är lösenordet glömt: servicedesk reset ololun01.
    out  Läge          Låst efter för många felaktiga lösenord. Skyddat konto (administratör).
    out  Gör nu        Ändras inte från servicedesk. Lämna över till dem som sköter sådana konton.
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock gunpol01. Är lösenordet glömt: servicedesk reset gunpol01.
    out  Läge       Loggar in med kort, inte med lösenord.
    out  Gör nu     Ändras inte från servicedesk. Lämna över till dem som sköter sådana konton.
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock asaost01. Är lösenordet glömt: servicedesk reset asaost01.
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock larhan01. Är lösenordet glömt: servicedesk reset larhan01.
    out  Läge       Lösenordet måste bytas vid nästa inloggning. Kontot får inte byta lösenord själv, så den som ringer är utelåst.
    out  Gör nu     Bara ett nytt lösenord hjälper, ett som inte behöver bytas: servicedesk reset kassan01 --no-must-change. Det går om servern kan kontrollera tidigare lösenord; lämna annars över till katalogens administratör.
    out  Läge        Kontot får inte logga in vid den här tiden.
    out  Gör nu      Kontot får logga in från 15:00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
    out  Läge       Kontot får bara logga in på vissa datorer.
    out  Gör nu     Fråga vilken dator den som ringer sitter vid: kontot får bara logga in på dem som står under Datorer. Är lösenordet glömt: servicedesk reset maldah01.
    ");
}

/// What keeps out and what does not, in full: the rows, and the fields for scripts.
#[test]
fn when_and_where_one_may_sign_in() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("lookup hasnil01"), @"
    out  Läge        Kontot får inte logga in vid den här tiden.
    out  Gör nu      Kontot får logga in från 15:00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
    out  Konto       hasnil01  hasnil01@contoso.example
    out  Namn        Hassan Nilsson
    out  Avdelning   Teknik
    out  E-post      hasnil01@contoso.example
    out  Mobil       *********29, ändrat 2025-03-30 12:17 (för 400 dagar sedan)
    out  Låst        nej
    out  Lösenord    satt 2026-04-04 12:17 (för 30 dagar sedan), går ut 2026-10-01 12:17 (om 150 dagar)
    out  Inloggning  inte tillåten förrän 15:00 (om 2 timmar)
    out  Regler      domänens: minst 8 tecken, inget av de 12 senaste, tre sorters tecken och inget av namnet
    exit 0
    ");
    assert_snapshot!(desk.run("lookup maldah01"), @"
    out  Läge       Kontot får bara logga in på vissa datorer.
    out  Gör nu     Fråga vilken dator den som ringer sitter vid: kontot får bara logga in på dem som står under Datorer. Är lösenordet glömt: servicedesk reset maldah01.
    out  Konto      maldah01  maldah01@contoso.example
    out  Namn       Malin Dahl
    out  Avdelning  Bibliotek
    out  E-post     maldah01@contoso.example
    out  Mobil      *********30, ändrat 2025-03-30 12:17 (för 400 dagar sedan)
    out  Låst       nej
    out  Lösenord   satt 2026-04-04 12:17 (för 30 dagar sedan), går ut 2026-10-01 12:17 (om 150 dagar)
    out  Datorer    bara BIBL-PC01, BIBL-PC02
    out  Regler     domänens: minst 8 tecken, inget av de 12 senaste, tre sorters tecken och inget av namnet
    exit 0
    ");
    let fields = |run: String| -> String {
        let names =
            ["advice", "account_expires", "logon", "workstations", "outside", "never_expires", "may_change", "PC"];
        let told = |line: &&str| names.iter().any(|name| line.contains(name));
        run.lines().filter(told).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(fields(desk.run("lookup hasnil01 -o json")), @r#"
    out     "advice": "wait_for_hours", "protected_by": null, "mobile_shared_with": null, "warnings": [],
    out     "locked_on": null, "account_expires": null, "logon_hours_restricted": true,
    out     "outside_logon_hours": true, "logon_allowed_from": "2026-05-04T15:00:00Z",
    out     "logon_allowed_until": null, "workstations": [], "password_never_expires": false,
    out     "may_change_password": true}],
    "#);
    assert_snapshot!(fields(desk.run("lookup maldah01 -o json")), @r#"
    out     "advice": "check_computer", "protected_by": null, "mobile_shared_with": null, "warnings": [],
    out     "locked_on": null, "account_expires": null, "logon_hours_restricted": false,
    out     "outside_logon_hours": false, "logon_allowed_from": null, "logon_allowed_until": null,
    out     "workstations": ["BIBL-PC01", "BIBL-PC02"], "password_never_expires": false,
    out     "may_change_password": true}],
    "#);
    assert_snapshot!(fields(desk.run("lookup kassan01 -o json")), @r#"
    out     "advice": "reset", "protected_by": null, "mobile_shared_with": null, "warnings": [],
    out     "locked_on": null, "account_expires": null, "logon_hours_restricted": false,
    out     "outside_logon_hours": false, "logon_allowed_from": null, "logon_allowed_until": null,
    out     "workstations": [], "password_never_expires": false, "may_change_password": false}],
    "#);
}

#[test]
fn an_account_that_ends_within_a_day() {
    let soon = |minutes: i64| Person { account_expires: Some(ago(-minutes)), lockout: Lockout::Never, ..eva() };
    let state = |run: String| {
        run.lines().filter(|line| line.contains("Läge") || line.contains("Slutdatum")).collect::<Vec<_>>().join("\n")
    };
    let mut desk = TestDesk::configured().with(soon(60));
    assert_snapshot!(state(desk.run("lookup evaand01")), @"
    out  Läge          Inget fel på kontot. Kontot går ut inom ett dygn.
    out  Slutdatum     13:17 (om 1 timme)
    ");
    desk.practice().add(soon(60 * 24 + 1)).unwrap();
    assert_snapshot!(state(desk.run("lookup evaand01")), @"
    out  Läge          Inget fel på kontot.
    out  Slutdatum     2026-05-05 12:18 (om 24 timmar)
    ");
    desk.practice().add(soon(0)).unwrap();
    assert_snapshot!(state(desk.run("lookup evaand01")), @"
    out  Läge          Kontot har gått ut.
    out  Slutdatum     12:17 (nyss)
    ");
}

/// The controller's clock is twenty minutes ahead of this computer's.
#[test]
fn by_the_controllers_clock() {
    let mut desk = TestDesk::configured().with(Person { account_expires: Some(ago(-10)), ..eva() });
    let other = desk.second_controller(-20 * 60);
    desk.set("directory.servers", &format!("[\"{}\"]", other.access().url));
    assert_snapshot!(desk.run("lookup evaand01"), @"
    out  Läge          Kontot har gått ut. Låst efter för många felaktiga lösenord.
    out  Gör nu        Att låsa upp eller byta lösenord hjälper inte. Chefen behöver förlänga anställningen eller uppdraget.
    out  Obs           Katalogserverns klocka går 20 minuter före den här datorns. Tiderna här är serverns.
    out  Konto         evaand01  evaand01@contoso.example
    out  Namn          Eva Andersson
    out  E-post        evaand01@contoso.example
    out  Mobil         *********31, ändrat 2025-03-30 12:17 (för 400 dagar sedan)
    out  Låst          JA, sedan 12:07 (för 30 minuter sedan); öppnas inte av sig själv
    out  Fel lösenord  5, senast 12:07 (för 30 minuter sedan)
    out  Lösenord      satt 2026-04-04 12:17 (för 30 dagar sedan), går ut 2026-10-01 12:17 (om 149 dagar)
    out  Slutdatum     12:27 (för 10 minuter sedan)
    out  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre sorters tecken och inget av namnet
    exit 0
    ");
    let run = desk.run("lookup evaand01 -o json");
    assert!(run.contains("clock_differs") && run.contains(r#""account_expired": true"#), "{run}");
    let run = desk.run("unlock evaand01");
    assert!(run.contains("refused (account_expired)"), "{run}");
}

#[test]
fn cards() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("lookup ololun01"), @"
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock ololun01. Är lösenordet glömt: servicedesk reset ololun01.
    out  Obs           Mobilnumret ändrades nyligen. Ta reda på att det är rätt person som ringer.
    out  Konto         ololun01  ololun01@contoso.example
    out  Namn          Olof Lundin
    out  Avdelning     Teknik
    out  E-post        ololun01@contoso.example
    out  Mobil         *********22, ändrat 2026-05-03 12:17 (för 24 timmar sedan)
    out  Låst          JA, sedan 12:12 (för 5 minuter sedan); öppnas inte av sig själv
    out  Fel lösenord  5, senast 12:12 (för 5 minuter sedan)
    out  Lösenord      satt 2026-04-04 12:17 (för 30 dagar sedan), går ut 2026-10-01 12:17 (om 150 dagar)
    out  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre sorters tecken och inget av namnet
    exit 0
    ");
    assert_snapshot!(desk.run("lookup annlin02"), @"
    out  Läge          Inget fel på kontot.
    out  Gör nu        Är lösenordet glömt: servicedesk reset annlin02. Annars: prova igen, kontrollera Caps Lock och att rätt användarnamn skrivs.
    out  Konto         annlin02  annlin02@contoso.example
    out  Namn          Anna Lind
    out  Avdelning     Skola
    out  E-post        annlin02@contoso.example
    out  Mobil         *********13, ändrat 2025-03-30 12:17 (för 400 dagar sedan)
    out  Låst          nej – spärren från 10:17 (för 2 timmar sedan) har gått ut
    out  Fel lösenord  3, senast 10:17 (för 2 timmar sedan)
    out  Lösenord      satt 2026-04-04 12:17 (för 30 dagar sedan), går ut 2026-10-01 12:17 (om 150 dagar)
    out  Regler        särskilda, ”Skolan”: minst 10 tecken, inget av de 5 senaste, tre sorters tecken och inget av namnet
    exit 0
    ");
    let run = desk.run("lookup gunpol01 --lang en");
    let unreadable = ["cannot read when it unlocks", "Rules        special policy “Politiker”, which you may not read"];
    assert!(unreadable.iter().all(|told| run.contains(told)), "{run}");
    assert_snapshot!(desk.run("lookup bengun01"), @"
    out  Läge       Inget fel på kontot.
    out  Gör nu     Prova igen, kontrollera Caps Lock och att rätt användarnamn skrivs. Ett nytt lösenord kan inte sättas härifrån med kod.
    out  Konto      bengun01  bengun01@contoso.example
    out  Namn       Bengt Gunnarsson
    out  Avdelning  Omsorg
    out  E-post     bengun01@contoso.example
    out  Mobil      inget nummer registrerat
    out  Låst       nej
    out  Lösenord   satt 2026-04-04 12:17 (för 30 dagar sedan), går ut 2026-10-01 12:17 (om 150 dagar)
    out  Regler     domänens: minst 8 tecken, inget av de 12 senaste, tre sorters tecken och inget av namnet
    exit 0
    ");
}

#[test]
fn documents() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("lookup jesrab01 -o json"), @r#"
    out {"accounts":
    out   [{"account": "jesrab01", "upn": "jesrab01@contoso.example",
    out     "dn": "CN=Jesper Råberg jesrab01,OU=Staff,DC=ad,DC=contoso,DC=example",
    out     "display_name": "Jesper Råberg", "mail": "jesrab01@contoso.example",
    out     "department": "Kultur och fritid", "mobile": "*********11", "mobile_registered": true,
    out     "mobile_changed": "2025-03-30T12:17:00Z", "locked": true, "locked_since": "2026-05-04T12:03:00Z",
    out     "unlocks_at": null, "disabled": false, "account_expired": false, "password_expired": false,
    out     "must_change_password": false, "bad_password_count": 5,
    out     "last_bad_password": "2026-05-04T12:03:00Z", "password_last_set": "2026-04-04T12:17:00Z",
    out     "password_expires": "2026-10-01T12:17:00Z", "protected": false, "resets_last_day": 0,
    out     "wrong_codes_last_day": 0, "verification_closed_until": null,
    out     "policy":
    out      {"source": "domain", "readable": true, "min_length": 8, "max_length": 256, "complexity": true,
    out       "contains_name": true, "history": 12, "min_age_seconds": 86400, "max_age_seconds": 15552000,
    out       "lockout_threshold": 5, "lockout_seconds": null},
    out     "advice": "unlock_or_reset", "protected_by": null, "mobile_shared_with": null, "warnings": [],
    out     "locked_on": null, "account_expires": null, "logon_hours_restricted": false,
    out     "outside_logon_hours": false, "logon_allowed_from": null, "logon_allowed_until": null,
    out     "workstations": [], "password_never_expires": false, "may_change_password": true}],
    out  "more": false}
    exit 0
    "#);
    assert_snapshot!(desk.run("lookup annlin02 -o csv"), @r#"
    out account,upn,dn,display_name,mail,department,mobile,mobile_registered,mobile_changed,locked,locked_since,unlocks_at,disabled,account_expired,password_expired,must_change_password,bad_password_count,last_bad_password,password_last_set,password_expires,protected,resets_last_day,wrong_codes_last_day,verification_closed_until,policy.source,policy.readable,policy.min_length,policy.max_length,policy.complexity,policy.contains_name,policy.history,policy.min_age_seconds,policy.max_age_seconds,policy.lockout_threshold,policy.lockout_seconds,advice,protected_by,mobile_shared_with,warnings,locked_on,account_expires,logon_hours_restricted,outside_logon_hours,logon_allowed_from,logon_allowed_until,workstations,password_never_expires,may_change_password
    out annlin02,annlin02@contoso.example,"CN=Anna Lind annlin02,OU=Staff,DC=ad,DC=contoso,DC=example",Anna Lind,annlin02@contoso.example,Skola,*********13,true,2025-03-30T12:17:00Z,false,,,false,false,false,false,3,2026-05-04T10:17:00Z,2026-04-04T12:17:00Z,2026-10-01T12:17:00Z,false,0,0,,Skolan,true,10,256,true,true,5,,15552000,3,900,nothing_wrong,,,,,,false,false,,,,false,true
    exit 0
    "#);
}

#[test]
fn several() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("lookup Eva Karlsson"), @"
    out 2 konton stämmer:
    out  Konto     Namn          Avdelning     Läge
    out  evakar01  Eva Karlsson  Socialtjänst  Låst efter för många felaktiga lösenord.
    out  evakar02  Eva Karlsson  Skola         Inget fel på kontot.
    exit 0
    ");
    assert_snapshot!(desk.run("lookup eva karlsson -o csv"), @r#"
    out account,upn,dn,display_name,mail,department,mobile,mobile_registered,mobile_changed,locked,locked_since,unlocks_at,disabled,account_expired,password_expired,must_change_password,bad_password_count,last_bad_password,password_last_set,password_expires,protected,resets_last_day,wrong_codes_last_day,verification_closed_until,policy.source,policy.readable,policy.min_length,policy.max_length,policy.complexity,policy.contains_name,policy.history,policy.min_age_seconds,policy.max_age_seconds,policy.lockout_threshold,policy.lockout_seconds,advice,protected_by,mobile_shared_with,warnings,locked_on,account_expires,logon_hours_restricted,outside_logon_hours,logon_allowed_from,logon_allowed_until,workstations,password_never_expires,may_change_password
    out evakar01,evakar01@contoso.example,"CN=Eva Karlsson evakar01,OU=Staff,DC=ad,DC=contoso,DC=example",Eva Karlsson,evakar01@contoso.example,Socialtjänst,*********14,true,2025-03-30T12:17:00Z,true,2026-05-04T11:42:00Z,,false,false,false,false,5,2026-05-04T11:42:00Z,2026-04-04T12:17:00Z,2026-10-01T12:17:00Z,false,0,0,,domain,true,8,256,true,true,12,86400,15552000,5,,unlock_or_reset,,,,,,false,false,,,,false,true
    out evakar02,evakar02@contoso.example,"CN=Eva Karlsson evakar02,OU=Staff,DC=ad,DC=contoso,DC=example",Eva Karlsson,evakar02@contoso.example,Skola,*********15,true,2025-03-30T12:17:00Z,false,,,false,false,false,false,0,,2026-04-04T12:17:00Z,2026-10-01T12:17:00Z,false,0,0,,domain,true,8,256,true,true,12,86400,15552000,5,,nothing_wrong,,,,,,false,false,,,,false,true
    exit 0
    "#);
    assert_snapshot!(desk.run("unlock 'Eva Karlsson'"), @"
    err Fel: 2 konton stämmer med ”Eva Karlsson”; det måste vara ett.
    err Gör så här: Fråga vem det är och ange användarnamnet: evakar01 (Eva Karlsson, Socialtjänst); evakar02 (Eva Karlsson, Skola)
    exit 3
    ");
    assert_eq!(kind(&desk.run("unlock 'Eva Karlsson' -o json")), ("several_accounts", 3));
}

#[test]
fn nobody() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("lookup finns-inte"), @"
    err Fel: Inget konto stämmer med ”finns-inte”.
    err Gör så här: Fråga efter användarnamn, e-post eller mobilnummer och sök igen. En del av namnet räcker.
    exit 3
    ");
    assert_eq!(kind(&desk.run("lookup finns-inte -o json --lang en")), ("no_such_account", 3));
    assert_snapshot!(desk.run("lookup finns-inte -o csv"), @"
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
fn every_way_to_say_who() {
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
fn what_means_something_to_ldap_means_nothing_here() {
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
fn names_with_dots_and_rings() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("lookup Åsa"), @"
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock asaost01. Är lösenordet glömt: servicedesk reset asaost01.
    out  Konto         asaost01  asaost01@contoso.example
    out  Namn          Åsa Öström
    out  Avdelning     Förskola
    out  E-post        asaost01@contoso.example
    out  Mobil         *********26, ändrat 2025-03-30 12:17 (för 400 dagar sedan)
    out  Låst          JA, sedan 11:52 (för 25 minuter sedan); öppnas inte av sig själv
    out  Fel lösenord  5, senast 11:52 (för 25 minuter sedan)
    out  Lösenord      satt 2026-04-04 12:17 (för 30 dagar sedan), går ut 2026-10-01 12:17 (om 150 dagar)
    out  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre sorters tecken och inget av namnet
    exit 0
    ");
    assert_snapshot!(desk.run("lookup öström -q"), @"
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock asaost01. Är lösenordet glömt: servicedesk reset asaost01.
    out  Konto         asaost01  asaost01@contoso.example
    out  Namn          Åsa Öström
    out  Avdelning     Förskola
    out  E-post        asaost01@contoso.example
    out  Mobil         *********26, ändrat 2025-03-30 12:17 (för 400 dagar sedan)
    out  Låst          JA, sedan 11:52 (för 25 minuter sedan); öppnas inte av sig själv
    out  Fel lösenord  5, senast 11:52 (för 25 minuter sedan)
    out  Lösenord      satt 2026-04-04 12:17 (för 30 dagar sedan), går ut 2026-10-01 12:17 (om 150 dagar)
    out  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre sorters tecken och inget av namnet
    exit 0
    ");
}

#[test]
fn a_name_made_to_deceive() {
    let mut desk = TestDesk::demo();
    let run = desk.run("lookup kimfal01");
    assert!(!run.contains(['\u{1b}', '\u{202e}', '\u{200b}', '\r']), "{run:?}");
    assert_snapshot!(run, @r"
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Lås upp: servicedesk unlock kimfal01. Är lösenordet glömt: servicedesk reset kimfal01.
    out  Konto         kimfal01  kimfal01@contoso.example
    out  Namn          Kim \u{1b}[32mFalk\u{202e}txen\u{200b}\u{d}\u{a}Unlocked
    out  Avdelning     Teknik
    out  E-post        kimfal01@contoso.example
    out  Mobil         *********27, ändrat 2025-03-30 12:17 (för 400 dagar sedan)
    out  Låst          JA, sedan 12:05 (för 12 minuter sedan); öppnas inte av sig själv
    out  Fel lösenord  5, senast 12:05 (för 12 minuter sedan)
    out  Lösenord      satt 2026-04-04 12:17 (för 30 dagar sedan), går ut 2026-10-01 12:17 (om 150 dagar)
    out  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre sorters tecken och inget av namnet
    exit 0
    ");
}

#[test]
fn standard_output_closed_or_full() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.output(StandardOutput::Closed).run("lookup jesrab01"), @"exit 0");
    assert_snapshot!(desk.output(StandardOutput::Full).run("lookup jesrab01"), @"
    err Det är gjort, men resultatet kunde inte skrivas ut: no storage space
    exit 1
    ");
}

/// So transcripts of other commands show the first fact alone.
#[test]
fn every_command_shows_the_same_facts() {
    let mut desk = TestDesk::configured().with(eva());
    desk.whole_cards = true;
    let facts = |run: String| -> Vec<String> {
        let facts = run.lines().filter_map(|line| line.strip_prefix("out  ").or(line.strip_prefix("err  ")));
        facts.skip_while(|line| !line.starts_with("Konto ")).map(str::to_owned).collect()
    };
    let looked_up = facts(desk.run("lookup evaand01"));
    assert_eq!(looked_up.len(), 8, "{looked_up:?}");
    for command in ["unlock evaand01", "reset evaand01"] {
        assert_eq!(facts(desk.terminal([CtrlC]).run(command)), looked_up, "{command}");
    }
    assert_eq!(facts(desk.terminal([CtrlC, CtrlC]).run("assist evaand01")), looked_up);
}
