
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'servicedesk' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'servicedesk'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'servicedesk' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Visa programmets version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Visa programmets version')
            [CompletionResult]::new('assist', 'assist', [CompletionResultType]::ParameterValue, 'Ta ett helt samtal, steg för steg: vem, kod, lås upp eller nytt lösenord, och vad du säger')
            [CompletionResult]::new('lookup', 'lookup', [CompletionResultType]::ParameterValue, 'Se vem det är, och varför det inte går att logga in')
            [CompletionResult]::new('send-code', 'send-code', [CompletionResultType]::ParameterValue, 'Skicka en kod till den registrerade mobilen, och kontrollera den som läses upp')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Lås upp kontot; lösenordet är detsamma')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Sätt ett nytt lösenord och lås upp kontot')
            [CompletionResult]::new('check-policy', 'check-policy', [CompletionResultType]::ParameterValue, 'Se om ett lösenord duger, och annars varför inte')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Se vad som har gjorts härifrån, och av vem')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Spara ditt lösenord i datorns nyckelring, så att du slipper skriva det')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'Ta bort det som är sparat i datorns nyckelring')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Se vem katalogen säger att du är, och var lösenordet kommer ifrån')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Kontrollera allt som ett samtal behöver, och säg vad som ska göras annars')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Ställ in programmet: fråga efter det som de flesta behöver, skriv inställningsfilen och prova den')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Visa, pröva och ändra inställningarna')
            [CompletionResult]::new('completion', 'completion', [CompletionResultType]::ParameterValue, 'Skriv det skript som gör att ditt skal kompletterar kommandon och flaggor')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Visa vilken version det här är')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Visa JSON Schema för det som kommandona skriver med -o json och -o jsonl')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Visa hjälp, om programmet eller om ett kommando')
            break
        }
        'servicedesk;assist' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;lookup' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Läs kontona från en fil (-: standard in): ett per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username, eller JSON')
            [CompletionResult]::new('--under', '--under', [CompletionResultType]::ParameterName, 'Bara konton under den här delen av katalogen')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--locked', '--locked', [CompletionResultType]::ParameterName, 'Visa i stället alla konton som är låsta nu; listan går att ge till unlock --from med -o json')
            [CompletionResult]::new('--numbers', '--numbers', [CompletionResultType]::ParameterName, 'Visa i stället alla som en kod inte kan nå, och varför, och nummer som flera har; för den som sköter numren i katalogen')
            [CompletionResult]::new('--each-server', '--each-server', [CompletionResultType]::ParameterName, 'Fråga alla katalogservrar och jämför: var kontot är låst, var fel lösenord har provats, och var det låstes')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;send-code' {
            [CompletionResult]::new('--verify', '--verify', [CompletionResultType]::ParameterName, 'Kontrollera en kod som redan är skickad, i stället för att skicka en (-: nästa rad på standard in)')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Skicka koden till det registrerade nummer som slutar med de här siffrorna; annars till den första mobilen')
            [CompletionResult]::new('--via', '--via', [CompletionResultType]::ParameterName, 'Skicka koden till någon annan som intygar vem som ringer: till chefen (manager), om det är tillåtet [något av: manager]')
            [CompletionResult]::new('--wait-delivered', '--wait-delivered', [CompletionResultType]::ParameterName, 'Vänta i högst så många sekunder (1–600; 60 om inget anges) på att SMS-tjänsten säger att koden har kommit fram, och fråga inte efter den; returkod 7 om det inte är känt att den kom')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;unlock' {
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Stanna sedan i så många minuter (1–60; 5 om inget anges), och säg genast om fel lösenord provas igen eller kontot låses på nytt; returkod 7 om det låstes')
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'Koden som läses upp (-: nästa rad på standard in)')
            [CompletionResult]::new('--identified-by', '--identified-by', [CompletionResultType]::ParameterName, 'Den som ringer är identifierad på annat sätt, till exempel med legitimation vid disken; måste vara tillåtet i inställningarna')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Läs kontona från en fil (-: standard in): ett per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username, eller JSON')
            [CompletionResult]::new('--under', '--under', [CompletionResultType]::ParameterName, 'Bara konton under den här delen av katalogen')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Varför flera konton låses upp; måste anges, och antecknas i loggen')
            [CompletionResult]::new('--max', '--max', [CompletionResultType]::ParameterName, 'Fler konton än så (0 eller fler) låses inte upp utan --yes, 50 om inget anges')
            [CompletionResult]::new('--max-failures', '--max-failures', [CompletionResultType]::ParameterName, 'Stanna efter så många misslyckanden i rad, minst 1; 10 om inget anges')
            [CompletionResult]::new('--concurrency', '--concurrency', [CompletionResultType]::ParameterName, 'Hur många upplåsningar som är på väg samtidigt, 1 till 256; 32 om inget anges')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Utfall i listan som ingen behöver titta på (returkod 0), med kommatecken emellan. Med --all-locked godtas redan alla utom not_found [något av: protected, disabled, account_expired, smartcard_required, unreadable, no_right, not_found]')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'Spara alla rader i en ny fil, som slutar på .csv eller .jsonl')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--everywhere', '--everywhere', [CompletionResultType]::ParameterName, 'Se till att kontot är upplåst på alla katalogservrar på platsen, och säg vilka som släpar efter')
            [CompletionResult]::new('--all-locked', '--all-locked', [CompletionResultType]::ParameterName, 'Alla konton som är låsta nu')
            [CompletionResult]::new('--choose', '--choose', [CompletionResultType]::ParameterName, 'Kryssa i en lista vilka av de låsta kontona; de som inte får låsas upp går inte att kryssa')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Visa bara vad som skulle göras: inget frågas, skickas eller ändras')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Fråga inte, även om kontona är fler än --max')
            [CompletionResult]::new('--accept-risk', '--accept-risk', [CompletionResultType]::ParameterName, 'Lås upp även om det ser ut som att någon gissar lösenord; ring säkerhetsansvarig först')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;reset' {
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'Koden som läses upp (-: nästa rad på standard in)')
            [CompletionResult]::new('--identified-by', '--identified-by', [CompletionResultType]::ParameterName, 'Den som ringer är identifierad på annat sätt, till exempel med legitimation vid disken; måste vara tillåtet i inställningarna')
            [CompletionResult]::new('--generate', '--generate', [CompletionResultType]::ParameterName, 'Skapa ett lösenord: av ord (words), lätt att läsa upp, eller av slumpade tecken (random) [något av: words, random]')
            [CompletionResult]::new('--deliver', '--deliver', [CompletionResultType]::ParameterName, 'Hur lösenordet som skapades lämnas: visas här för att läsas upp (screen), eller skickas till numret som fick koden (sms) [förval: screen] [något av: screen, sms]')
            [CompletionResult]::new('--caller-at', '--caller-at', [CompletionResultType]::ParameterName, 'Var den som ringer är: på jobbet (work) eller någon annanstans (outside); utan den frågar programmet i terminalen [något av: work, outside]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Läs det nya lösenordet från standard in (en rad)')
            [CompletionResult]::new('--as-is', '--as-is', [CompletionResultType]::ParameterName, 'Ta lösenordet precis som det kommer: inte sammansatt, och även med något som inte syns')
            [CompletionResult]::new('--everywhere', '--everywhere', [CompletionResultType]::ParameterName, 'Se till att kontot är upplåst, med det nya lösenordet, på alla katalogservrar på platsen, och säg vilka som släpar efter')
            [CompletionResult]::new('--must-change', '--must-change', [CompletionResultType]::ParameterName, 'Den som ringer måste byta lösenordet vid nästa inloggning (annars som det är inställt)')
            [CompletionResult]::new('--no-must-change', '--no-must-change', [CompletionResultType]::ParameterName, 'Den som ringer behåller lösenordet')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Visa bara vad som skulle göras: inget frågas, skickas eller ändras')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;check-policy' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Läs lösenordet från standard in (en rad)')
            [CompletionResult]::new('--each-line', '--each-line', [CompletionResultType]::ParameterName, 'Läs lösenord från standard in, ett per rad, och svara med ett JSON-objekt per rad, vad --output än säger')
            [CompletionResult]::new('--as-is', '--as-is', [CompletionResultType]::ParameterName, 'Ta lösenord precis som de kommer: inte sammansatta, och även med något som inte syns')
            [CompletionResult]::new('--show', '--show', [CompletionResultType]::ParameterName, 'Säg bara vilka reglerna är, för att läsas upp')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Ändra inget, som annars; finns för att samma flagga ska gå att ge till varje kommando')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;audit' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Visa de senaste posterna; med --ticket, de i det ärendet')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Kontrollera att ingen post är ändrad, borttagen, inskjuten eller flyttad')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Skriv ut posterna till ett annat program; med --ticket, de i det ärendet')
            [CompletionResult]::new('archive', 'archive', [CompletionResultType]::ParameterValue, 'Skriv de äldsta posterna till en fil som bevisar sig själv, och ta bort dem')
            [CompletionResult]::new('index', 'index', [CompletionResultType]::ParameterValue, 'Gör loggens register färdigt, vilket annars sker lite i varje körning')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Se vad det blev av det som är påbörjat men saknar utfall')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Visa hjälp, om programmet eller om ett kommando')
            break
        }
        'servicedesk;audit;show' {
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Bara det här kontot: ett användarnamn som det har eller har haft, eller dess objectGUID')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Bara den här operatören: namnet i katalogen, hur det än skrivs, SID:t, eller datorns användare')
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Bara den här åtgärden; går att ange flera gånger [något av: sign_in, send_code, verify_code, ask_delivery, reopen_verification, end_verification, unlock, reset, send_password, tell_owner, send_trial, archive]')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Inte före det här: ett datum, en tid, 08:00, eller för så länge sedan, högst 100 år: 90m, 12h, 2d, 3w')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Inte efter det här: ett datum, en tid, 08:00, eller för så länge sedan, högst 100 år: 90m, 12h, 2d, 3w')
            [CompletionResult]::new('--last', '--last', [CompletionResultType]::ParameterName, 'Hur många, 1 till 4294967295 [förval: 50]')
            [CompletionResult]::new('--before', '--before', [CompletionResultType]::ParameterName, 'Bara poster före det här numret, minst 1: nästa sida')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Även inloggningar och det som bara är påbörjat')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;audit;verify' {
            [CompletionResult]::new('--anchor', '--anchor', [CompletionResultType]::ParameterName, 'Ett ankare som du har fått förut och sparat någon annanstans: loggen måste stämma med det')
            [CompletionResult]::new('--since-anchor', '--since-anchor', [CompletionResultType]::ParameterName, 'Kontrollera bara det som kommer efter det här ankaret')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;audit;export' {
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Bara det här kontot: ett användarnamn som det har eller har haft, eller dess objectGUID')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Bara den här operatören: namnet i katalogen, hur det än skrivs, SID:t, eller datorns användare')
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Bara den här åtgärden; går att ange flera gånger [något av: sign_in, send_code, verify_code, ask_delivery, reopen_verification, end_verification, unlock, reset, send_password, tell_owner, send_trial, archive]')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Inte före det här: ett datum, en tid, 08:00, eller för så länge sedan, högst 100 år: 90m, 12h, 2d, 3w')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Inte efter det här: ett datum, en tid, 08:00, eller för så länge sedan, högst 100 år: 90m, 12h, 2d, 3w')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'I vilken form; utan den: csv om -o säger det, annars jsonl [något av: jsonl, csv]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;audit;archive' {
            [CompletionResult]::new('--before', '--before', [CompletionResultType]::ParameterName, 'Bara poster från före det här: ett datum, en tid, 08:00, eller för så länge sedan, högst 100 år: 90m, 12h, 2d, 3w; utan den: det som är äldre än audit.keep_days')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--remove', '--remove', [CompletionResultType]::ParameterName, 'Ta sedan bort det som finns i filen ur databasen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;audit;index' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;audit;resolve' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;audit;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Visa de senaste posterna; med --ticket, de i det ärendet')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Kontrollera att ingen post är ändrad, borttagen, inskjuten eller flyttad')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Skriv ut posterna till ett annat program; med --ticket, de i det ärendet')
            [CompletionResult]::new('archive', 'archive', [CompletionResultType]::ParameterValue, 'Skriv de äldsta posterna till en fil som bevisar sig själv, och ta bort dem')
            [CompletionResult]::new('index', 'index', [CompletionResultType]::ParameterValue, 'Gör loggens register färdigt, vilket annars sker lite i varje körning')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Se vad det blev av det som är påbörjat men saknar utfall')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Visa hjälp, om programmet eller om ett kommando')
            break
        }
        'servicedesk;audit;help;show' {
            break
        }
        'servicedesk;audit;help;verify' {
            break
        }
        'servicedesk;audit;help;export' {
            break
        }
        'servicedesk;audit;help;archive' {
            break
        }
        'servicedesk;audit;help;index' {
            break
        }
        'servicedesk;audit;help;resolve' {
            break
        }
        'servicedesk;audit;help;help' {
            break
        }
        'servicedesk;login' {
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Ditt användarnamn i katalogen, när inställningarna inte har något (directory.user); sparas med lösenordet')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Läs det från standard in (en rad)')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;logout' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;whoami' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;doctor' {
            [CompletionResult]::new('--send-to', '--send-to', [CompletionResultType]::ParameterName, 'Skicka ett test-SMS till det här numret')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;init' {
            [CompletionResult]::new('--domain', '--domain', [CompletionResultType]::ParameterName, 'Domänen; dess domänkontrollanter hittas i DNS')
            [CompletionResult]::new('--sign-in', '--sign-in', [CompletionResultType]::ParameterName, 'Hur operatörer loggar in: med biljett (ticket), lösenord i nyckelringen (keyring) eller i en fil (file) [något av: ticket, keyring, file]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Användarnamnet i katalogen; utan domän får det den i --domain')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'En fil med lösenordet i katalogen')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'En fil med utfärdaren att lita på; annars de som datorn litar på')
            [CompletionResult]::new('--certificate-sha256', '--certificate-sha256', [CompletionResultType]::ParameterName, 'Lita på precis de här certifikaten')
            [CompletionResult]::new('--gateway', '--gateway', [CompletionResultType]::ParameterName, 'SMS-tjänsten: none, kannel, 46elks, twilio, outbox, eller namnet på en förinställning')
            [CompletionResult]::new('--gateway-url', '--gateway-url', [CompletionResultType]::ParameterName, 'Tjänstens adress')
            [CompletionResult]::new('--gateway-user', '--gateway-user', [CompletionResultType]::ParameterName, 'Vårt användarnamn hos tjänsten')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'En fil med hemligheten hos tjänsten')
            [CompletionResult]::new('--sender', '--sender', [CompletionResultType]::ParameterName, 'Avsändaren som SMS:et visar')
            [CompletionResult]::new('--organisation', '--organisation', [CompletionResultType]::ParameterName, 'Organisationens namn')
            [CompletionResult]::new('--services', '--services', [CompletionResultType]::ParameterName, 'Vad de som ringer loggar in i')
            [CompletionResult]::new('--phone', '--phone', [CompletionResultType]::ParameterName, 'Servicedeskens nummer')
            [CompletionResult]::new('--extension', '--extension', [CompletionResultType]::ParameterName, 'Servicedeskens anknytning')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'En fil eller en postgres://-adress för koder och logg')
            [CompletionResult]::new('--send-to', '--send-to', [CompletionResultType]::ParameterName, 'Skicka ett test-SMS till det här numret')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--replace', '--replace', [CompletionResultType]::ParameterName, 'Ersätt en inställningsfil som finns; den sparas bredvid den nya')
            [CompletionResult]::new('--no-check', '--no-check', [CompletionResultType]::ParameterName, 'Skriv filen, och prova inget')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;config' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Visa varje inställning med värde och var det kommer ifrån')
            [CompletionResult]::new('example', 'example', [CompletionResultType]::ParameterValue, 'Skriv en inställningsfil med varje inställning och vad den betyder')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Pröva inställningarna och de filer som de anger, utan nätverket')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Visa vilka filer som läses')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Ändra en inställning; kommentarer i filen står kvar')
            [CompletionResult]::new('unset', 'unset', [CompletionResultType]::ParameterValue, 'Ta bort en inställning ur filen')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Visa hjälp, om programmet eller om ett kommando')
            break
        }
        'servicedesk;config;show' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;config;example' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;config;check' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;config;path' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;config;set' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--computer', '--computer', [CompletionResultType]::ParameterName, 'I datorns fil i stället för din egen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;config;unset' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--computer', '--computer', [CompletionResultType]::ParameterName, 'Ur datorns fil i stället för din egen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;config;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Visa varje inställning med värde och var det kommer ifrån')
            [CompletionResult]::new('example', 'example', [CompletionResultType]::ParameterValue, 'Skriv en inställningsfil med varje inställning och vad den betyder')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Pröva inställningarna och de filer som de anger, utan nätverket')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Visa vilka filer som läses')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Ändra en inställning; kommentarer i filen står kvar')
            [CompletionResult]::new('unset', 'unset', [CompletionResultType]::ParameterValue, 'Ta bort en inställning ur filen')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Visa hjälp, om programmet eller om ett kommando')
            break
        }
        'servicedesk;config;help;show' {
            break
        }
        'servicedesk;config;help;example' {
            break
        }
        'servicedesk;config;help;check' {
            break
        }
        'servicedesk;config;help;path' {
            break
        }
        'servicedesk;config;help;set' {
            break
        }
        'servicedesk;config;help;unset' {
            break
        }
        'servicedesk;config;help;help' {
            break
        }
        'servicedesk;completion' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;version' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;schema' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i loggen')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Öva i den inbyggda övningskatalogen: ingen server, inga inställningar, och SMS:et visas på skärmen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Återställ övningskatalogen först (då behövs inte --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Rita, flytta och färga inget på skärmen; för skärmläsare och enkla terminaler')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Fråga aldrig')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Visa bara resultat och fel')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Säg mer: servrarnas egna ord och koder; -vv: varje fråga och dess tid')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Visa den här hjälpen')
            break
        }
        'servicedesk;help' {
            [CompletionResult]::new('assist', 'assist', [CompletionResultType]::ParameterValue, 'Ta ett helt samtal, steg för steg: vem, kod, lås upp eller nytt lösenord, och vad du säger')
            [CompletionResult]::new('lookup', 'lookup', [CompletionResultType]::ParameterValue, 'Se vem det är, och varför det inte går att logga in')
            [CompletionResult]::new('send-code', 'send-code', [CompletionResultType]::ParameterValue, 'Skicka en kod till den registrerade mobilen, och kontrollera den som läses upp')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Lås upp kontot; lösenordet är detsamma')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Sätt ett nytt lösenord och lås upp kontot')
            [CompletionResult]::new('check-policy', 'check-policy', [CompletionResultType]::ParameterValue, 'Se om ett lösenord duger, och annars varför inte')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Se vad som har gjorts härifrån, och av vem')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Spara ditt lösenord i datorns nyckelring, så att du slipper skriva det')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'Ta bort det som är sparat i datorns nyckelring')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Se vem katalogen säger att du är, och var lösenordet kommer ifrån')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Kontrollera allt som ett samtal behöver, och säg vad som ska göras annars')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Ställ in programmet: fråga efter det som de flesta behöver, skriv inställningsfilen och prova den')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Visa, pröva och ändra inställningarna')
            [CompletionResult]::new('completion', 'completion', [CompletionResultType]::ParameterValue, 'Skriv det skript som gör att ditt skal kompletterar kommandon och flaggor')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Visa vilken version det här är')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Visa JSON Schema för det som kommandona skriver med -o json och -o jsonl')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Visa hjälp, om programmet eller om ett kommando')
            break
        }
        'servicedesk;help;assist' {
            break
        }
        'servicedesk;help;lookup' {
            break
        }
        'servicedesk;help;send-code' {
            break
        }
        'servicedesk;help;unlock' {
            break
        }
        'servicedesk;help;reset' {
            break
        }
        'servicedesk;help;check-policy' {
            break
        }
        'servicedesk;help;audit' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Visa de senaste posterna; med --ticket, de i det ärendet')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Kontrollera att ingen post är ändrad, borttagen, inskjuten eller flyttad')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Skriv ut posterna till ett annat program; med --ticket, de i det ärendet')
            [CompletionResult]::new('archive', 'archive', [CompletionResultType]::ParameterValue, 'Skriv de äldsta posterna till en fil som bevisar sig själv, och ta bort dem')
            [CompletionResult]::new('index', 'index', [CompletionResultType]::ParameterValue, 'Gör loggens register färdigt, vilket annars sker lite i varje körning')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Se vad det blev av det som är påbörjat men saknar utfall')
            break
        }
        'servicedesk;help;audit;show' {
            break
        }
        'servicedesk;help;audit;verify' {
            break
        }
        'servicedesk;help;audit;export' {
            break
        }
        'servicedesk;help;audit;archive' {
            break
        }
        'servicedesk;help;audit;index' {
            break
        }
        'servicedesk;help;audit;resolve' {
            break
        }
        'servicedesk;help;login' {
            break
        }
        'servicedesk;help;logout' {
            break
        }
        'servicedesk;help;whoami' {
            break
        }
        'servicedesk;help;doctor' {
            break
        }
        'servicedesk;help;init' {
            break
        }
        'servicedesk;help;config' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Visa varje inställning med värde och var det kommer ifrån')
            [CompletionResult]::new('example', 'example', [CompletionResultType]::ParameterValue, 'Skriv en inställningsfil med varje inställning och vad den betyder')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Pröva inställningarna och de filer som de anger, utan nätverket')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Visa vilka filer som läses')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Ändra en inställning; kommentarer i filen står kvar')
            [CompletionResult]::new('unset', 'unset', [CompletionResultType]::ParameterValue, 'Ta bort en inställning ur filen')
            break
        }
        'servicedesk;help;config;show' {
            break
        }
        'servicedesk;help;config;example' {
            break
        }
        'servicedesk;help;config;check' {
            break
        }
        'servicedesk;help;config;path' {
            break
        }
        'servicedesk;help;config;set' {
            break
        }
        'servicedesk;help;config;unset' {
            break
        }
        'servicedesk;help;completion' {
            break
        }
        'servicedesk;help;version' {
            break
        }
        'servicedesk;help;schema' {
            break
        }
        'servicedesk;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
