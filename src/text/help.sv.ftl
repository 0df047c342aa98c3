# Hjälptexterna på svenska. Ett kommando är ett meddelande, dess argument är attribut med samma namn som i programmet.
# Ett exempel är en rad: det som skrivs, " # ", och vad det är bra för.

headings =
    .usage = Användning
    .commands = Kommandon
    .arguments = Argument
    .options = Flaggor
    .global = Flaggor för alla kommandon
    .examples = Exempel
    .exit-status = Slutkod
    .default = förval
    .values = något av
    .any-options = [FLAGGOR]

names =
    .ACCOUNT = KONTO
    .ACTION = SLAG
    .ANCHOR = ANKARE
    .CODE = KOD
    .DIGITS = SIFFROR
    .COMMAND = KOMMANDO
    .DN = DN
    .FILE = FIL
    .FORM = FORM
    .ID = ÄRENDE
    .KIND = SORT
    .LANGUAGE = SPRÅK
    .MINUTES = MINUTER
    .N = ANTAL
    .NAME = NAMN
    .NUMBER = NUMMER
    .OUTCOMES = UTFALL
    .PLACE = PLATS
    .QUERY = SÖKORD
    .TEXT = TEXT
    .TIME = TID
    .URL = URL
    .WAY = SÄTT
    .WHAT = VAD
    .WHEN = NÄR

exit =
    .exit-0 = Klart, eller så behövde inget göras
    .exit-1 = Fel i programmet, eller något som ingen annan kod säger
    .exit-2 = Fel på kommandoraden eller i inställningarna
    .exit-3 = Inget konto stämmer, eller flera
    .exit-4 = Inte tillåtet: inloggningen nekad, rätt saknas, nyckelringen låst, kontot skyddat
    .exit-5 = En regel säger nej: lösenordet, koden, inte verifierad, för många gånger
    .exit-6 = Katalogen, SMS-tjänsten, lagret eller standard ut går inte att använda; inget är ändrat, försök igen
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
    .ticket = Ärendets nummer; det antecknas i spårbarheten
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

assist = För ett helt samtal, steg för steg: vem, kod, lås upp eller nytt lösenord, och vad du säger
    .account = Vem som ringer, om du redan vet: användarnamn, e-post, telefonnummer eller namn
    .examples =
        servicedesk assist # Ett samtal efter ett annat; detsamma som servicedesk ensamt
        servicedesk assist jesrab01 # Börja med den som ringer

lookup = Se vem det är, och varför det inte går att logga in
    .query = Användarnamn, DOMÄN\användare, användare@domän, e-post, telefonnummer eller en del av namnet; flera användarnamn eller adresser är flera konton
    .from = { unlock.from }
    .locked = Visa i stället alla konton som är låsta nu; listan går att ge till unlock --from med -o json
    .each_server = Fråga alla katalogservrar och jämför: var kontot är låst, var fel lösenord har prövats, och var låset uppstod
    .under = Bara konton under den här delen av katalogen
    .examples =
        servicedesk lookup jesrab01 # Med användarnamn
        servicedesk lookup 070-174 06 05 # Med telefonnummer, hur det än skrivs
        servicedesk lookup karlsson # Med en del av namnet; är det flera visas en lista

send-code = Skicka en kod till den registrerade mobilen, och kontrollera den som läses upp
    .account = Användarnamn, DOMÄN\användare, användare@domän, e-post, telefonnummer eller namn; bara ett konto får stämma
    .to = Skicka koden till det registrerade nummer som slutar med de här siffrorna; annars till den första mobilen
    .verify = Kontrollera en kod som redan är skickad, i stället för att skicka en (-: nästa rad på standard in)
    .examples =
        servicedesk send-code jesrab01 # Skicka en kod, och fråga efter den på en gång
        servicedesk send-code jesrab01 --to 0612 # Skicka den till ett annat av de registrerade numren
        servicedesk send-code jesrab01 --verify 012870 # Kontrollera en kod som skickades nyss

unlock = Lås upp kontot; lösenordet är detsamma
    .account = Användarnamn, DOMÄN\användare, användare@domän, e-post, telefonnummer eller namn; bara ett konto får stämma. Flera låses upp på en gång; då är varje ett användarnamn eller en adress, och --reason behövs
    .code = Koden som läses upp (-: nästa rad på standard in)
    .identified_by = Den som ringer är identifierad på annat sätt, till exempel med legitimation vid disken; måste vara tillåtet i inställningarna
    .everywhere = Se till att kontot är öppet på alla katalogservrar på platsen, och säg vilka som släpar efter
    .watch = Stanna sedan i så många minuter, 5 om inget anges, och säg genast om fel lösenord prövas igen eller kontot låses på nytt; slutkod 7 om det låstes
    .from = Läs kontona från en fil (-: standard in): ett per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName eller mail, eller JSON
    .all_locked = Alla konton som är låsta nu
    .under = { lookup.under }
    .reason = Varför flera konton låses upp; måste anges, och antecknas i spårbarheten
    .dry_run = Visa bara vad som skulle göras: inget frågas, skickas eller ändras
    .yes = Fråga inte, även om kontona är fler än --max
    .max = Fler konton än så låses inte upp utan --yes, 50 om inget anges
    .max_failures = Stanna efter så många misslyckanden i rad, 10 om inget anges
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
    .generate = Gör ett lösenord: av ord (words), lätt att läsa upp, eller av slumpade tecken (random)
    .deliver = Hur lösenordet som gjordes lämnas: visas här för att läsas upp (screen), eller skickas till numret som fick koden (sms)
    .everywhere = Se till att kontot är öppet, med det nya lösenordet, på alla katalogservrar på platsen, och säg vilka som släpar efter
    .must_change = Den som ringer måste byta lösenordet vid nästa inloggning (annars som det är inställt)
    .no_must_change = Den som ringer behåller lösenordet
    .caller_at = Var den som ringer är: på jobbet (work) eller någon annanstans (outside); utan den frågar programmet i terminalen
    .dry_run = { unlock.dry_run }
    .examples =
        servicedesk reset jesrab01 # Skicka en kod, kontrollera den och fråga efter ett nytt lösenord
        servicedesk reset jesrab01 --generate # Programmet gör lösenordet och visar hur det läses upp
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
        servicedesk audit verify # Är spårbarheten som den skrevs?

audit-show = Visa de senaste posterna; med --ticket, de i det ärendet
    .account = Bara det här kontot
    .operator = Bara den här operatören: namnet i katalogen, hur det än skrivs, SID:t, eller datorns användare
    .action = Bara av det här slaget; går att ange flera gånger
    .since = Inte före det här: ett datum, en tid, 08:00, eller för så länge sedan: 90m, 12h, 2d, 3w
    .until = Inte efter det här; skrivs på samma sätt
    .last = Hur många, minst 1
    .examples =
        servicedesk audit show --last 10 # De senaste tio
        servicedesk audit show --account jesrab01 --since 2d # Vad som är gjort med honom de senaste två dygnen
        servicedesk -o json audit show # Till ett annat program

audit-verify = Se efter att ingen post är ändrad, borttagen, inskjuten eller flyttad
    .anchor = Ett ankare som du har fått förut och sparat någon annanstans: spårbarheten måste gå genom det
    .examples =
        servicedesk audit verify # Se efter, och få ankaret
        servicedesk audit verify --anchor 4711:0123456789abcdef0123456789abcdef # Pröva också mot ett från förut

audit-export = Skriv ut posterna till ett annat program; med --ticket, de i det ärendet
    .account = Bara det här kontot
    .operator = Bara den här operatören: namnet i katalogen, hur det än skrivs, SID:t, eller datorns användare
    .action = Bara av det här slaget; går att ange flera gånger
    .since = Inte före det här: ett datum, en tid, 08:00, eller för så länge sedan: 90m, 12h, 2d, 3w
    .until = Inte efter det här; skrivs på samma sätt
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

doctor = Se efter att allt som ett samtal behöver fungerar, och säg vad som ska göras annars
    .account = Se också vad du får göra med det här kontot: användarnamn, e-post, telefonnummer eller namn
    .send_to = Skicka ett prov-SMS till det här numret
    .examples =
        servicedesk doctor # Före arbetsdagen: fungerar allt?
        servicedesk doctor jesrab01 # Får jag låsa upp och byta lösenord för honom?
        servicedesk doctor --send-to 0701740605 # Kommer SMS fram?
        servicedesk doctor --no-input -o json # Till övervakning: slutkod 0 bra, 7 något att se över, 1 går inte att hjälpa någon
