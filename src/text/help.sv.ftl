# Hjälptexterna på svenska. Ett kommando är ett meddelande, dess argument är attribut med samma namn som i programmet.
# Ett exempel är en rad: det som skrivs, " # ", och vad det är bra för.

headings =
    .usage = Användning
    .commands = Kommandon
    .arguments = Argument
    .options = Flaggor
    .global = Flaggor för alla kommandon
    .examples = Exempel
    .exit-status = Returkod
    .default = förval
    .values = något av
    .any-options = [FLAGGOR]

names =
    .ACCOUNT = KONTO
    .ACTION = ÅTGÄRD
    .ANCHOR = ANKARE
    .CODE = KOD
    .DIGITS = SIFFROR
    .COMMAND = KOMMANDO
    .DN = DN
    .FILE = FIL
    .FORM = FORM
    .ID = ÄRENDE
    .KEY = NYCKEL
    .KIND = TYP
    .LANGUAGE = SPRÅK
    .MINUTES = MINUTER
    .N = ANTAL
    .NAME = NAMN
    .NUMBER = NUMMER
    .OUTCOMES = UTFALL
    .PLACE = PLATS
    .SECONDS = SEKUNDER
    .WHO = VEM
    .QUERY = SÖKORD
    .SHELL = SKAL
    .TEXT = TEXT
    .TIME = TID
    .URL = URL
    .VALUE = VÄRDE
    .WAY = SÄTT
    .WHAT = VAD
    .WHEN = NÄR

exit =
    .exit-0 = Klart, eller så behövde inget göras
    .exit-1 = Fel i programmet, eller något som ingen annan kod säger
    .exit-2 = Fel på kommandoraden eller i inställningarna
    .exit-3 = Inget konto stämmer, eller flera
    .exit-4 = Inte tillåtet: inloggningen nekad, behörighet saknas, nyckelringen låst, kontot skyddat
    .exit-5 = En regel nekar: lösenordet, koden, inte verifierad, för många gånger
    .exit-6 = Katalogen, SMS-tjänsten, databasen eller standard ut går inte att använda; inget är ändrat, försök igen
    .exit-7 = Delvis gjort, eller oklart: se efter innan du försöker igen
    .exit-130 = Avbrutet, eller avslutat med SIGTERM eller SIGHUP

servicedesk = Hjälp den som ringer och inte kan logga in: se varför, verifiera med en kod per SMS, lås upp kontot eller sätt ett nytt lösenord
    .config = Läs den här inställningsfilen, och ingen annan
    .demo = Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen
    .demo_reset = Återställ övningskatalogen först (då behövs inte --demo)
    .lang = Språket som programmet talar med dig
    .output = Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program
    .color = När färg används
    .plain = Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler
    .no_input = Fråga aldrig
    .server = Fråga den här katalogservern i stället för de inställda
    .ticket = Ärendets nummer; det antecknas i loggen
    .quiet = Visa bara resultat och fel
    .verbose = Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid
    .help = Visa den här hjälpen
    .version = Visa programmets version
    .examples =
        servicedesk --demo # Öva ett samtal: ingen server och inga inställningar behövs
        servicedesk # Ta emot samtal, steg för steg
        servicedesk lookup 070-174 06 05 # Vem är det som ringer?
        servicedesk unlock jesrab01 # Skicka en kod, kontrollera den och lås upp

help = Visa hjälp, om programmet eller om ett kommando

assist = Ta ett helt samtal, steg för steg: vem, kod, lås upp eller nytt lösenord, och vad du säger
    .account = Vem som ringer, om du redan vet: användarnamn, e-post, telefonnummer eller namn
    .examples =
        servicedesk assist # Ett samtal efter ett annat; detsamma som servicedesk ensamt
        servicedesk assist jesrab01 # Börja med den som ringer

lookup = Se vem det är, och varför det inte går att logga in
    .query = Användarnamn, DOMÄN\användare, användare@domän, e-post, telefonnummer eller en del av namnet; flera användarnamn eller adresser är flera konton
    .from = { unlock.from }
    .locked = Visa i stället alla konton som är låsta nu; listan går att ge till unlock --from med -o json
    .numbers = Visa i stället alla som en kod inte kan nå, och varför, och nummer som flera har; för den som sköter numren i katalogen
    .each_server = Fråga alla katalogservrar och jämför: var kontot är låst, var fel lösenord har provats, och var det låstes
    .under = Bara konton under den här delen av katalogen
    .examples =
        servicedesk lookup jesrab01 # Med användarnamn
        servicedesk lookup 070-174 06 05 # Med telefonnummer, hur det än skrivs
        servicedesk lookup karlsson # Med en del av namnet; är det flera visas en lista
        servicedesk lookup --numbers -o csv # Vilka som ingen kod kan nå, för ett kalkylblad

send-code = Skicka en kod till den registrerade mobilen, och kontrollera den som läses upp
    .account = Användarnamn, DOMÄN\användare, användare@domän, e-post, telefonnummer eller namn; bara ett konto får stämma
    .to = Skicka koden till det registrerade nummer som slutar med de här siffrorna; annars till den första mobilen
    .via = Skicka koden till någon annan som intygar vem som ringer: till chefen (manager), om det är tillåtet
    .verify = Kontrollera en kod som redan är skickad, i stället för att skicka en (-: nästa rad på standard in)
    .wait_delivered = Vänta i högst så många sekunder (1–600; 60 om inget anges) på att SMS-tjänsten säger att koden har kommit fram, och fråga inte efter den; returkod 7 om det inte är känt att den kom
    .examples =
        servicedesk send-code jesrab01 # Skicka en kod, och fråga efter den på en gång
        servicedesk send-code jesrab01 --to 0612 # Skicka den till ett annat av de registrerade numren
        servicedesk send-code jesrab01 --via manager # Skicka den till chefen, som läser upp den för den som ringer
        servicedesk send-code jesrab01 --verify 012870 # Kontrollera en kod som skickades nyss

unlock = Lås upp kontot; lösenordet är detsamma
    .account = Användarnamn, DOMÄN\användare, användare@domän, e-post, telefonnummer eller namn; bara ett konto får stämma. Flera låses upp på en gång; då är varje ett användarnamn eller en adress, och --reason behövs
    .code = Koden som läses upp (-: nästa rad på standard in)
    .identified_by = Den som ringer är identifierad på annat sätt, till exempel med legitimation vid disken; måste vara tillåtet i inställningarna
    .everywhere = Se till att kontot är upplåst på alla katalogservrar på platsen, och säg vilka som släpar efter
    .watch = Stanna sedan i så många minuter (1–60; 5 om inget anges), och säg genast om fel lösenord provas igen eller kontot låses på nytt; returkod 7 om det låstes
    .from = Läs kontona från en fil (-: standard in): ett per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username, eller JSON
    .all_locked = Alla konton som är låsta nu
    .under = { lookup.under }
    .choose = Kryssa i en lista vilka av de låsta kontona; de som inte får låsas upp går inte att kryssa
    .reason = Varför flera konton låses upp; måste anges, och antecknas i loggen
    .dry_run = Visa bara vad som skulle göras: inget frågas, skickas eller ändras
    .yes = Fråga inte, även om kontona är fler än --max
    .max = Fler konton än så (0 eller fler) låses inte upp utan --yes, 50 om inget anges
    .max_failures = Stanna efter så många misslyckanden i rad, minst 1; 10 om inget anges
    .concurrency = Hur många upplåsningar som är på väg samtidigt, 1 till 256; 32 om inget anges
    .accept_risk = Lås upp även om det ser ut som att någon gissar lösenord; ring säkerhetsansvarig först
    .accept = Utfall i listan som ingen behöver titta på (returkod 0), med kommatecken emellan. Med --all-locked godtas redan alla utom not_found
    .report = Spara alla rader i en ny fil, som slutar på .csv eller .jsonl
    .examples =
        servicedesk unlock jesrab01 # Skicka en kod, kontrollera den och lås upp
        servicedesk unlock jesrab01 --code 012870 # Koden skickades nyss
        servicedesk unlock jesrab01 --identified-by "visade körkort" # Utan kod, om det är tillåtet
        servicedesk unlock --from konton.csv --reason "Lösenorden gick ut över helgen" # Flera på en gång; planen visas innan något görs

reset = Sätt ett nytt lösenord och lås upp kontot
    .account = { send-code.account }
    .code = { unlock.code }
    .identified_by = { unlock.identified_by }
    .password_stdin = Läs det nya lösenordet från standard in (en rad)
    .as_is = Ta lösenordet precis som det kommer: inte sammansatt, och även med något som inte syns
    .generate = Skapa ett lösenord: av ord (words), lätt att läsa upp, eller av slumpade tecken (random)
    .deliver = Hur lösenordet som skapades lämnas: visas här för att läsas upp (screen), eller skickas till numret som fick koden (sms)
    .everywhere = Se till att kontot är upplåst, med det nya lösenordet, på alla katalogservrar på platsen, och säg vilka som släpar efter
    .must_change = Den som ringer måste byta lösenordet vid nästa inloggning (annars som det är inställt)
    .no_must_change = Den som ringer behåller lösenordet
    .caller_at = Var den som ringer är: på jobbet (work) eller någon annanstans (outside); utan den frågar programmet i terminalen
    .dry_run = { unlock.dry_run }
    .examples =
        servicedesk reset jesrab01 # Skicka en kod, kontrollera den och fråga efter ett nytt lösenord
        servicedesk reset jesrab01 --generate # Programmet skapar lösenordet och visar hur det läses upp
        servicedesk reset jesrab01 --generate --deliver sms # Lösenordet går till mobilen och visas inte
        servicedesk reset jesrab01 --caller-at outside # Inte på jobbet: lösenordet gäller genast och behöver inte bytas

check-policy = Se om ett lösenord duger, och annars varför inte
    .account = Vems regler: användarnamn, DOMÄN\användare, användare@domän, e-post, telefonnummer eller namn (annars bara kommunens egna)
    .password_stdin = Läs lösenordet från standard in (en rad)
    .each_line = Läs lösenord från standard in, ett per rad, och svara med ett JSON-objekt per rad, vad --output än säger
    .as_is = Ta lösenord precis som de kommer: inte sammansatta, och även med något som inte syns
    .show = Säg bara vilka reglerna är, för att läsas upp
    .dry_run = Ändra inget, som annars; finns för att samma flagga ska gå att ge till varje kommando
    .examples =
        servicedesk check-policy --show jesrab01 # Reglerna, att läsa upp för den som ringer
        servicedesk check-policy jesrab01 # Prova ett lösenord; det syns inte när det skrivs

audit = Se vad som har gjorts härifrån, och av vem
    .examples =
        servicedesk audit show # De senaste 50 posterna
        servicedesk audit verify # Är loggen som den skrevs?

audit-show = Visa de senaste posterna; med --ticket, de i det ärendet
    .account = Bara det här kontot: ett användarnamn som det har eller har haft, eller dess objectGUID
    .operator = Bara den här operatören: namnet i katalogen, hur det än skrivs, SID:t, eller datorns användare
    .action = Bara den här åtgärden; går att ange flera gånger
    .since = Inte före det här: ett datum, en tid, 08:00, eller för så länge sedan, högst 100 år: 90m, 12h, 2d, 3w
    .until = Inte efter det här: ett datum, en tid, 08:00, eller för så länge sedan, högst 100 år: 90m, 12h, 2d, 3w
    .all = Även inloggningar och det som bara är påbörjat
    .last = Hur många, 1 till 4294967295
    .before = Bara poster före det här numret, minst 1: nästa sida
    .examples =
        servicedesk audit show --last 10 # De senaste tio
        servicedesk audit show --account jesrab01 --since 2d # Vad som är gjort med kontot de senaste två dygnen
        servicedesk -o json audit show # Till ett annat program

audit-verify = Kontrollera att ingen post är ändrad, borttagen, inskjuten eller flyttad
    .file = Ett arkiv, att kontrollera i stället för posterna i databasen
    .anchor = Ett ankare som du har fått förut och sparat någon annanstans: loggen måste stämma med det
    .since_anchor = Kontrollera bara det som kommer efter det här ankaret
    .examples =
        servicedesk audit verify # Kontrollera, och få ankaret
        servicedesk audit verify --anchor 4711:0123456789abcdef0123456789abcdef # Pröva också mot ett från förut
        servicedesk audit verify 2025.jsonl # Är filen hel, och början på loggen?

audit-archive = Skriv de äldsta posterna till en fil som bevisar sig själv, och ta bort dem
    .file = Filen som skapas
    .before = Bara poster från före det här: ett datum, en tid, 08:00, eller för så länge sedan, högst 100 år: 90m, 12h, 2d, 3w; utan den: det som är äldre än audit.keep_days
    .remove = Ta sedan bort det som finns i filen ur databasen
    .examples =
        servicedesk audit archive 2025.jsonl --before 2026-01-01 # Det som antecknades före i år
        servicedesk audit archive 2025.jsonl --before 2026-01-01 --remove # Kontrollera den igen, och ta bort de posterna

audit-index = Gör loggens register färdigt, vilket annars sker lite i varje körning
    .examples =
        servicedesk audit index # En gång, efter en uppgradering med många poster

audit-export = Skriv ut posterna till ett annat program; med --ticket, de i det ärendet
    .account = Bara det här kontot: ett användarnamn som det har eller har haft, eller dess objectGUID
    .operator = Bara den här operatören: namnet i katalogen, hur det än skrivs, SID:t, eller datorns användare
    .action = Bara den här åtgärden; går att ange flera gånger
    .since = Inte före det här: ett datum, en tid, 08:00, eller för så länge sedan, högst 100 år: 90m, 12h, 2d, 3w
    .until = Inte efter det här: ett datum, en tid, 08:00, eller för så länge sedan, högst 100 år: 90m, 12h, 2d, 3w
    .format = I vilken form; utan den: csv om -o säger det, annars jsonl
    .examples =
        servicedesk audit export --since 2026-01-01 # Ett JSON-objekt per rad
        servicedesk audit export --format csv --account jesrab01 # Till ett kalkylblad

audit-resolve = Se vad det blev av det som är påbörjat men saknar utfall
    .examples =
        servicedesk audit resolve # Läser katalogen, ändrar inget där och antecknar vad som gäller nu

login = Spara ditt lösenord i datorns nyckelring, så att du slipper skriva det
    .what = Vad det öppnar: katalogen (directory), SMS-tjänsten (sms) eller databasen (store)
    .password_stdin = Läs det från standard in (en rad)
    .user = Ditt användarnamn i katalogen, när inställningarna inte har något (directory.user); sparas med lösenordet
    .examples =
        servicedesk login # Lösenordet i katalogen; det provas först
        servicedesk login sms # Hemligheten hos SMS-tjänsten

logout = Ta bort det som är sparat i datorns nyckelring
    .what = { login.what }
    .examples =
        servicedesk logout # Lösenordet i katalogen

schema = Visa JSON Schema för det som kommandona skriver med -o json och -o jsonl
    .command = För det här kommandot; utan det för alla
    .examples =
        servicedesk schema unlock # Till ett program som kontrollerar vad det läser

whoami = Se vem katalogen säger att du är, och var lösenordet kommer ifrån
    .examples =
        servicedesk whoami # Loggar in, och läser inget

doctor = Kontrollera allt som ett samtal behöver, och säg vad som ska göras annars
    .account = Se också vad du får göra med det här kontot: användarnamn, e-post, telefonnummer eller namn
    .send_to = Skicka ett test-SMS till det här numret
    .examples =
        servicedesk doctor # Före arbetsdagen: fungerar allt?
        servicedesk doctor jesrab01 # Får jag låsa upp kontot och byta lösenordet?
        servicedesk doctor --send-to 0701740605 # Kommer SMS fram?
        servicedesk doctor --no-input -o json # Till övervakning: returkod 0 bra, 7 något att se över, 1 går inte att hjälpa någon

init = Ställ in programmet: fråga efter det som de flesta behöver, skriv inställningsfilen och prova den
    .domain = Domänen; dess domänkontrollanter hittas i DNS
    .sign_in = Hur operatörer loggar in: med biljett (ticket), lösenord i nyckelringen (keyring) eller i en fil (file)
    .user = Användarnamnet i katalogen; utan domän får det den i --domain
    .password_file = En fil med lösenordet i katalogen
    .ca_file = En fil med utfärdaren att lita på; annars de som datorn litar på
    .certificate_sha256 = Lita på precis de här certifikaten
    .gateway = SMS-tjänsten: none, kannel, 46elks, twilio, outbox, eller namnet på en förinställning
    .gateway_url = Tjänstens adress
    .gateway_user = Vårt användarnamn hos tjänsten
    .secret_file = En fil med hemligheten hos tjänsten
    .sender = Avsändaren som SMS:et visar
    .organisation = Organisationens namn
    .services = Vad de som ringer loggar in i
    .phone = Servicedeskens nummer
    .extension = Servicedeskens anknytning
    .store = En fil eller en postgres://-adress för koder och logg
    .send_to = Skicka ett test-SMS till det här numret
    .replace = Ersätt en inställningsfil som finns; den sparas bredvid den nya
    .no_check = Skriv filen, och prova inget
    .examples =
        servicedesk init # Frågar, visar domänkontrollanternas certifikat, skriver och kör doctor
        servicedesk init --demo # Öva på det
        servicedesk init --no-input --domain ad.example.se --sign-in ticket # Utan frågor

config = Visa, pröva och ändra inställningarna
    .examples =
        servicedesk config show directory # Vad som gäller, och var det är satt
        servicedesk config set desk.phone "0142-36 6000" # Ändra en inställning

config-show = Visa varje inställning med värde och var det kommer ifrån
    .key = Bara den här inställningen, eller de i den här tabellen
    .examples =
        servicedesk config show # Alla
        servicedesk config show directory.servers # En av dem

config-example = Skriv en inställningsfil med varje inställning och vad den betyder
    .examples =
        servicedesk config example # Att kopiera ur

config-check = Pröva inställningarna och de filer som de anger, utan nätverket
    .examples =
        servicedesk config check # Efter en ändring

config-path = Visa vilka filer som läses
    .examples =
        servicedesk config path # Den starkaste först

config-set = Ändra en inställning; kommentarer i filen står kvar
    .key = Inställningen, som tabell.nyckel
    .value = Värdet, som i filen eller som i en miljövariabel
    .computer = I datorns fil i stället för din egen
    .examples =
        servicedesk config set directory.timeout_seconds 10 # Ett tal
        servicedesk config set desk.services Webmail,Intranet # En lista

config-unset = Ta bort en inställning ur filen
    .key = Inställningen, som tabell.nyckel
    .computer = Ur datorns fil i stället för din egen
    .examples =
        servicedesk config unset directory.site # Det som gäller annars gäller igen

completion = Skriv det skript som gör att ditt skal kompletterar kommandon och flaggor
    .shell = Skalet
    .examples =
        servicedesk completion bash # Sedan: eval "$(servicedesk completion bash)" i ~/.bashrc
        servicedesk completion powershell # I $PROFILE: servicedesk completion powershell | Out-String | Invoke-Expression

version = Visa vilken version det här är
    .examples =
        servicedesk version # Versionen, commit och vad som är inbyggt
        servicedesk version -o json # Till en inventering
