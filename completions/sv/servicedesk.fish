# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_servicedesk_global_optspecs
    string join \n config= demo demo-reset lang= o/output= color= plain no-input server= ticket= q/quiet v/verbose h/help V/version
end

function __fish_servicedesk_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_servicedesk_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_servicedesk_using_subcommand
    set -l cmd (__fish_servicedesk_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c servicedesk -n "__fish_servicedesk_needs_command" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_needs_command" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_needs_command" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_needs_command" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_needs_command" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_needs_command" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_needs_command" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -s V -l version -d 'Visa programmets version'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "assist" -d 'Ta ett helt samtal, steg för steg: vem, kod, lås upp eller nytt lösenord, och vad du säger'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "lookup" -d 'Se vem det är, och varför det inte går att logga in'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "send-code" -d 'Skicka en kod till den registrerade mobilen, och kontrollera den som läses upp'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "unlock" -d 'Lås upp kontot; lösenordet är detsamma'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "reset" -d 'Sätt ett nytt lösenord och lås upp kontot'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "check-policy" -d 'Se om ett lösenord duger, och annars varför inte'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "audit" -d 'Se vad som har gjorts härifrån, och av vem'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "login" -d 'Spara ditt lösenord i datorns nyckelring, så att du slipper skriva det'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "logout" -d 'Ta bort det som är sparat i datorns nyckelring'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "whoami" -d 'Se vem katalogen säger att du är, och var lösenordet kommer ifrån'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "doctor" -d 'Kontrollera allt som ett samtal behöver, och säg vad som ska göras annars'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "init" -d 'Ställ in programmet: fråga efter det som de flesta behöver, skriv inställningsfilen och prova den'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "config" -d 'Visa, pröva och ändra inställningarna'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "completion" -d 'Skriv det skript som gör att ditt skal kompletterar kommandon och flaggor'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "version" -d 'Visa vilken version det här är'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "schema" -d 'Visa JSON Schema för det som kommandona skriver med -o json och -o jsonl'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "help" -d 'Visa hjälp, om programmet eller om ett kommando'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l from -d 'Läs kontona från en fil (-: standard in): ett per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username, eller JSON' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l under -d 'Bara konton under den här delen av katalogen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l locked -d 'Visa i stället alla konton som är låsta nu; listan går att ge till unlock --from med -o json'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l numbers -d 'Visa i stället alla som en kod inte kan nå, och varför, och nummer som flera har; för den som sköter numren i katalogen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l each-server -d 'Fråga alla katalogservrar och jämför: var kontot är låst, var fel lösenord har provats, och var det låstes'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l verify -d 'Kontrollera en kod som redan är skickad, i stället för att skicka en (-: nästa rad på standard in)' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l to -d 'Skicka koden till det registrerade nummer som slutar med de här siffrorna; annars till den första mobilen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l via -d 'Skicka koden till någon annan som intygar vem som ringer: till chefen (manager), om det är tillåtet [något av: manager]' -r -f -a "manager\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l wait-delivered -d 'Vänta i högst så många sekunder (1–600; 60 om inget anges) på att SMS-tjänsten säger att koden har kommit fram, och fråga inte efter den; returkod 7 om det inte är känt att den kom' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l watch -d 'Stanna sedan i så många minuter (1–60; 5 om inget anges), och säg genast om fel lösenord provas igen eller kontot låses på nytt; returkod 7 om det låstes' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l code -d 'Koden som läses upp (-: nästa rad på standard in)' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l identified-by -d 'Den som ringer är identifierad på annat sätt, till exempel med legitimation vid disken; måste vara tillåtet i inställningarna' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l from -d 'Läs kontona från en fil (-: standard in): ett per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username, eller JSON' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l under -d 'Bara konton under den här delen av katalogen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l reason -d 'Varför flera konton låses upp; måste anges, och antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l max -d 'Fler konton än så (0 eller fler) låses inte upp utan --yes, 50 om inget anges' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l max-failures -d 'Stanna efter så många misslyckanden i rad, minst 1; 10 om inget anges' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l concurrency -d 'Hur många upplåsningar som är på väg samtidigt, 1 till 256; 32 om inget anges' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l accept -d 'Utfall i listan som ingen behöver titta på (returkod 0), med kommatecken emellan. Med --all-locked godtas redan alla utom not_found [något av: protected, disabled, account_expired, smartcard_required, unreadable, no_right, not_found]' -r -f -a "protected\t''
disabled\t''
account_expired\t''
smartcard_required\t''
unreadable\t''
no_right\t''
not_found\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l report -d 'Spara alla rader i en ny fil, som slutar på .csv eller .jsonl' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l everywhere -d 'Se till att kontot är upplåst på alla katalogservrar på platsen, och säg vilka som släpar efter'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l all-locked -d 'Alla konton som är låsta nu'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l choose -d 'Kryssa i en lista vilka av de låsta kontona; de som inte får låsas upp går inte att kryssa'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l dry-run -d 'Visa bara vad som skulle göras: inget frågas, skickas eller ändras'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l yes -d 'Fråga inte, även om kontona är fler än --max'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l accept-risk -d 'Lås upp även om det ser ut som att någon gissar lösenord; ring säkerhetsansvarig först'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l code -d 'Koden som läses upp (-: nästa rad på standard in)' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l identified-by -d 'Den som ringer är identifierad på annat sätt, till exempel med legitimation vid disken; måste vara tillåtet i inställningarna' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l generate -d 'Skapa ett lösenord: av ord (words), lätt att läsa upp, eller av slumpade tecken (random) [något av: words, random]' -r -f -a "words\t''
random\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l deliver -d 'Hur lösenordet som skapades lämnas: visas här för att läsas upp (screen), eller skickas till numret som fick koden (sms) [förval: screen] [något av: screen, sms]' -r -f -a "screen\t''
sms\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l caller-at -d 'Var den som ringer är: på jobbet (work) eller någon annanstans (outside); utan den frågar programmet i terminalen [något av: work, outside]' -r -f -a "work\t''
outside\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l password-stdin -d 'Läs det nya lösenordet från standard in (en rad)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l as-is -d 'Ta lösenordet precis som det kommer: inte sammansatt, och även med något som inte syns'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l everywhere -d 'Se till att kontot är upplåst, med det nya lösenordet, på alla katalogservrar på platsen, och säg vilka som släpar efter'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l must-change -d 'Den som ringer måste byta lösenordet vid nästa inloggning (annars som det är inställt)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l no-must-change -d 'Den som ringer behåller lösenordet'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l dry-run -d 'Visa bara vad som skulle göras: inget frågas, skickas eller ändras'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l password-stdin -d 'Läs lösenordet från standard in (en rad)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l each-line -d 'Läs lösenord från standard in, ett per rad, och svara med ett JSON-objekt per rad, vad --output än säger'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l as-is -d 'Ta lösenord precis som de kommer: inte sammansatta, och även med något som inte syns'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l show -d 'Säg bara vilka reglerna är, för att läsas upp'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l dry-run -d 'Ändra inget, som annars; finns för att samma flagga ska gå att ge till varje kommando'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -f -a "show" -d 'Visa de senaste posterna; med --ticket, de i det ärendet'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -f -a "verify" -d 'Kontrollera att ingen post är ändrad, borttagen, inskjuten eller flyttad'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -f -a "export" -d 'Skriv ut posterna till ett annat program; med --ticket, de i det ärendet'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -f -a "archive" -d 'Skriv de äldsta posterna till en fil som bevisar sig själv, och ta bort dem'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -f -a "index" -d 'Gör loggens register färdigt, vilket annars sker lite i varje körning'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -f -a "resolve" -d 'Se vad det blev av det som är påbörjat men saknar utfall'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -f -a "help" -d 'Visa hjälp, om programmet eller om ett kommando'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l account -d 'Bara det här kontot: ett användarnamn som det har eller har haft, eller dess objectGUID' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l operator -d 'Bara den här operatören: namnet i katalogen, hur det än skrivs, SID:t, eller datorns användare' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l action -d 'Bara den här åtgärden; går att ange flera gånger [något av: sign_in, send_code, verify_code, ask_delivery, reopen_verification, end_verification, unlock, reset, send_password, tell_owner, send_trial, archive]' -r -f -a "sign_in\t''
send_code\t''
verify_code\t''
ask_delivery\t''
reopen_verification\t''
end_verification\t''
unlock\t''
reset\t''
send_password\t''
tell_owner\t''
send_trial\t''
archive\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l since -d 'Inte före det här: ett datum, en tid, 08:00, eller för så länge sedan, högst 100 år: 90m, 12h, 2d, 3w' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l until -d 'Inte efter det här: ett datum, en tid, 08:00, eller för så länge sedan, högst 100 år: 90m, 12h, 2d, 3w' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l last -d 'Hur många, 1 till 4294967295 [förval: 50]' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l before -d 'Bara poster före det här numret, minst 1: nästa sida' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l all -d 'Även inloggningar och det som bara är påbörjat'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l anchor -d 'Ett ankare som du har fått förut och sparat någon annanstans: loggen måste stämma med det' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l since-anchor -d 'Kontrollera bara det som kommer efter det här ankaret' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l account -d 'Bara det här kontot: ett användarnamn som det har eller har haft, eller dess objectGUID' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l operator -d 'Bara den här operatören: namnet i katalogen, hur det än skrivs, SID:t, eller datorns användare' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l action -d 'Bara den här åtgärden; går att ange flera gånger [något av: sign_in, send_code, verify_code, ask_delivery, reopen_verification, end_verification, unlock, reset, send_password, tell_owner, send_trial, archive]' -r -f -a "sign_in\t''
send_code\t''
verify_code\t''
ask_delivery\t''
reopen_verification\t''
end_verification\t''
unlock\t''
reset\t''
send_password\t''
tell_owner\t''
send_trial\t''
archive\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l since -d 'Inte före det här: ett datum, en tid, 08:00, eller för så länge sedan, högst 100 år: 90m, 12h, 2d, 3w' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l until -d 'Inte efter det här: ett datum, en tid, 08:00, eller för så länge sedan, högst 100 år: 90m, 12h, 2d, 3w' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l format -d 'I vilken form; utan den: csv om -o säger det, annars jsonl [något av: jsonl, csv]' -r -f -a "jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l before -d 'Bara poster från före det här: ett datum, en tid, 08:00, eller för så länge sedan, högst 100 år: 90m, 12h, 2d, 3w; utan den: det som är äldre än audit.keep_days' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l remove -d 'Ta sedan bort det som finns i filen ur databasen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "show" -d 'Visa de senaste posterna; med --ticket, de i det ärendet'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Kontrollera att ingen post är ändrad, borttagen, inskjuten eller flyttad'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "export" -d 'Skriv ut posterna till ett annat program; med --ticket, de i det ärendet'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "archive" -d 'Skriv de äldsta posterna till en fil som bevisar sig själv, och ta bort dem'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "index" -d 'Gör loggens register färdigt, vilket annars sker lite i varje körning'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "resolve" -d 'Se vad det blev av det som är påbörjat men saknar utfall'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "help" -d 'Visa hjälp, om programmet eller om ett kommando'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l user -d 'Ditt användarnamn i katalogen, när inställningarna inte har något (directory.user); sparas med lösenordet' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l password-stdin -d 'Läs det från standard in (en rad)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l send-to -d 'Skicka ett test-SMS till det här numret' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l domain -d 'Domänen; dess domänkontrollanter hittas i DNS' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l sign-in -d 'Hur operatörer loggar in: med biljett (ticket), lösenord i nyckelringen (keyring) eller i en fil (file) [något av: ticket, keyring, file]' -r -f -a "ticket\t''
keyring\t''
file\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l user -d 'Användarnamnet i katalogen; utan domän får det den i --domain' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l password-file -d 'En fil med lösenordet i katalogen' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l ca-file -d 'En fil med utfärdaren att lita på; annars de som datorn litar på' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l certificate-sha256 -d 'Lita på precis de här certifikaten' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l gateway -d 'SMS-tjänsten: none, kannel, 46elks, twilio, outbox, eller namnet på en förinställning' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l gateway-url -d 'Tjänstens adress' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l gateway-user -d 'Vårt användarnamn hos tjänsten' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l secret-file -d 'En fil med hemligheten hos tjänsten' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l sender -d 'Avsändaren som SMS:et visar' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l organisation -d 'Organisationens namn' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l services -d 'Vad de som ringer loggar in i' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l phone -d 'Servicedeskens nummer' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l extension -d 'Servicedeskens anknytning' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l store -d 'En fil eller en postgres://-adress för koder och logg' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l send-to -d 'Skicka ett test-SMS till det här numret' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l replace -d 'Ersätt en inställningsfil som finns; den sparas bredvid den nya'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l no-check -d 'Skriv filen, och prova inget'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -f -a "show" -d 'Visa varje inställning med värde och var det kommer ifrån'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -f -a "example" -d 'Skriv en inställningsfil med varje inställning och vad den betyder'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -f -a "check" -d 'Pröva inställningarna och de filer som de anger, utan nätverket'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -f -a "path" -d 'Visa vilka filer som läses'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -f -a "set" -d 'Ändra en inställning; kommentarer i filen står kvar'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -f -a "unset" -d 'Ta bort en inställning ur filen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -f -a "help" -d 'Visa hjälp, om programmet eller om ett kommando'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l computer -d 'I datorns fil i stället för din egen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l computer -d 'Ur datorns fil i stället för din egen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "show" -d 'Visa varje inställning med värde och var det kommer ifrån'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "example" -d 'Skriv en inställningsfil med varje inställning och vad den betyder'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "check" -d 'Pröva inställningarna och de filer som de anger, utan nätverket'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "path" -d 'Visa vilka filer som läses'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "set" -d 'Ändra en inställning; kommentarer i filen står kvar'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "unset" -d 'Ta bort en inställning ur filen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "help" -d 'Visa hjälp, om programmet eller om ett kommando'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l config -d 'Läs den här inställningsfilen, och ingen annan' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l lang -d 'Språket som programmet talar med dig [något av: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -s o -l output -d 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l color -d 'När färg används [förval: auto] [något av: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l server -d 'Fråga den här katalogservern i stället för de inställda' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l ticket -d 'Ärendets nummer; det antecknas i loggen' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l demo -d 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l demo-reset -d 'Återställ övningskatalogen först (då behövs inte --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l plain -d 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l no-input -d 'Fråga aldrig'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -s q -l quiet -d 'Visa bara resultat och fel'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -s v -l verbose -d 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -s h -l help -d 'Visa den här hjälpen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "assist" -d 'Ta ett helt samtal, steg för steg: vem, kod, lås upp eller nytt lösenord, och vad du säger'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "lookup" -d 'Se vem det är, och varför det inte går att logga in'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "send-code" -d 'Skicka en kod till den registrerade mobilen, och kontrollera den som läses upp'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "unlock" -d 'Lås upp kontot; lösenordet är detsamma'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "reset" -d 'Sätt ett nytt lösenord och lås upp kontot'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "check-policy" -d 'Se om ett lösenord duger, och annars varför inte'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "audit" -d 'Se vad som har gjorts härifrån, och av vem'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "login" -d 'Spara ditt lösenord i datorns nyckelring, så att du slipper skriva det'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "logout" -d 'Ta bort det som är sparat i datorns nyckelring'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "whoami" -d 'Se vem katalogen säger att du är, och var lösenordet kommer ifrån'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "doctor" -d 'Kontrollera allt som ett samtal behöver, och säg vad som ska göras annars'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "init" -d 'Ställ in programmet: fråga efter det som de flesta behöver, skriv inställningsfilen och prova den'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "config" -d 'Visa, pröva och ändra inställningarna'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "completion" -d 'Skriv det skript som gör att ditt skal kompletterar kommandon och flaggor'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "version" -d 'Visa vilken version det här är'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "schema" -d 'Visa JSON Schema för det som kommandona skriver med -o json och -o jsonl'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "help" -d 'Visa hjälp, om programmet eller om ett kommando'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "show" -d 'Visa de senaste posterna; med --ticket, de i det ärendet'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "verify" -d 'Kontrollera att ingen post är ändrad, borttagen, inskjuten eller flyttad'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "export" -d 'Skriv ut posterna till ett annat program; med --ticket, de i det ärendet'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "archive" -d 'Skriv de äldsta posterna till en fil som bevisar sig själv, och ta bort dem'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "index" -d 'Gör loggens register färdigt, vilket annars sker lite i varje körning'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "resolve" -d 'Se vad det blev av det som är påbörjat men saknar utfall'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "show" -d 'Visa varje inställning med värde och var det kommer ifrån'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "example" -d 'Skriv en inställningsfil med varje inställning och vad den betyder'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "check" -d 'Pröva inställningarna och de filer som de anger, utan nätverket'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "path" -d 'Visa vilka filer som läses'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "set" -d 'Ändra en inställning; kommentarer i filen står kvar'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "unset" -d 'Ta bort en inställning ur filen'
