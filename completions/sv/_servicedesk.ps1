
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
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
            [CompletionResult]::new('assist', 'assist', [CompletionResultType]::ParameterValue, 'För ett helt samtal, steg för steg: vem, kod, lås upp eller nytt lösenord, och vad du säger')
            [CompletionResult]::new('lookup', 'lookup', [CompletionResultType]::ParameterValue, 'Se vem det är, och varför det inte går att logga in')
            [CompletionResult]::new('send-code', 'send-code', [CompletionResultType]::ParameterValue, 'Skicka en kod till den registrerade mobilen, och kontrollera den som läses upp')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Lås upp kontot; lösenordet är detsamma')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Sätt ett nytt lösenord och lås upp kontot')
            [CompletionResult]::new('check-policy', 'check-policy', [CompletionResultType]::ParameterValue, 'Se om ett lösenord duger, och annars varför inte')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Se vad som har gjorts härifrån, och av vem')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Spara ditt lösenord i datorns nyckelring, så att du slipper skriva det')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'Ta bort det som är sparat i datorns nyckelring')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Se vem katalogen säger att du är, och var lösenordet kommer ifrån')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Se efter att allt som ett samtal behöver fungerar, och säg vad som ska göras annars')
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
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
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Läs kontona från en fil (-: standard in): ett per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName eller mail, eller JSON')
            [CompletionResult]::new('--under', '--under', [CompletionResultType]::ParameterName, 'Bara konton under den här delen av katalogen')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
            [CompletionResult]::new('--locked', '--locked', [CompletionResultType]::ParameterName, 'Visa i stället alla konton som är låsta nu; listan går att ge till unlock --from med -o json')
            [CompletionResult]::new('--each-server', '--each-server', [CompletionResultType]::ParameterName, 'Fråga alla katalogservrar och jämför: var kontot är låst, var fel lösenord har prövats, och var låset uppstod')
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
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
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
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Stanna sedan i så många minuter, 5 om inget anges, och säg genast om fel lösenord prövas igen eller kontot låses på nytt; slutkod 7 om det låstes')
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'Koden som läses upp (-: nästa rad på standard in)')
            [CompletionResult]::new('--identified-by', '--identified-by', [CompletionResultType]::ParameterName, 'Den som ringer är identifierad på annat sätt, till exempel med legitimation vid disken; måste vara tillåtet i inställningarna')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Läs kontona från en fil (-: standard in): ett per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName eller mail, eller JSON')
            [CompletionResult]::new('--under', '--under', [CompletionResultType]::ParameterName, 'Bara konton under den här delen av katalogen')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Varför flera konton låses upp; måste anges, och antecknas i spårbarheten')
            [CompletionResult]::new('--max', '--max', [CompletionResultType]::ParameterName, 'Fler konton än så låses inte upp utan --yes, 50 om inget anges')
            [CompletionResult]::new('--max-failures', '--max-failures', [CompletionResultType]::ParameterName, 'Stanna efter så många misslyckanden i rad, 10 om inget anges')
            [CompletionResult]::new('--concurrency', '--concurrency', [CompletionResultType]::ParameterName, 'Hur många upplåsningar som är på väg samtidigt, 1 till 256; 32 om inget anges')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Utfall i listan som ingen behöver titta på (returkod 0), med kommatecken emellan. Med --all-locked godtas redan alla utom not_found [något av: protected, disabled, account_expired, smartcard_required, unreadable, no_right, not_found]')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'Spara alla rader i en ny fil, som slutar på .csv eller .jsonl')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
            [CompletionResult]::new('--everywhere', '--everywhere', [CompletionResultType]::ParameterName, 'Se till att kontot är öppet på alla katalogservrar på platsen, och säg vilka som släpar efter')
            [CompletionResult]::new('--all-locked', '--all-locked', [CompletionResultType]::ParameterName, 'Alla konton som är låsta nu')
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
            [CompletionResult]::new('--generate', '--generate', [CompletionResultType]::ParameterName, 'Gör ett lösenord: av ord (words), lätt att läsa upp, eller av slumpade tecken (random) [något av: words, random]')
            [CompletionResult]::new('--deliver', '--deliver', [CompletionResultType]::ParameterName, 'Hur lösenordet som gjordes lämnas: visas här för att läsas upp (screen), eller skickas till numret som fick koden (sms) [förval: screen] [något av: screen, sms]')
            [CompletionResult]::new('--caller-at', '--caller-at', [CompletionResultType]::ParameterName, 'Var den som ringer är: på jobbet (work) eller någon annanstans (outside); utan den frågar programmet i terminalen [något av: work, outside]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Läs det nya lösenordet från standard in (en rad)')
            [CompletionResult]::new('--as-is', '--as-is', [CompletionResultType]::ParameterName, 'Ta lösenordet precis som det kommer: inte sammansatt, och även med något som inte syns')
            [CompletionResult]::new('--everywhere', '--everywhere', [CompletionResultType]::ParameterName, 'Se till att kontot är öppet, med det nya lösenordet, på alla katalogservrar på platsen, och säg vilka som släpar efter')
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
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
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Se efter att ingen post är ändrad, borttagen, inskjuten eller flyttad')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Skriv ut posterna till ett annat program; med --ticket, de i det ärendet')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Se vad det blev av det som är påbörjat men saknar utfall')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'help')
            break
        }
        'servicedesk;audit;show' {
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Bara det här kontot')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Bara den här operatören: namnet i katalogen, hur det än skrivs, SID:t, eller datorns användare')
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Bara av det här slaget; går att ange flera gånger [något av: sign_in, send_code, verify_code, reopen_verification, end_verification, unlock, reset, send_password, send_trial]')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Inte före det här: ett datum, en tid, 08:00, eller för så länge sedan: 90m, 12h, 2d, 3w')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Inte efter det här; skrivs på samma sätt')
            [CompletionResult]::new('--last', '--last', [CompletionResultType]::ParameterName, 'Hur många, minst 1 [förval: 50]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
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
            [CompletionResult]::new('--anchor', '--anchor', [CompletionResultType]::ParameterName, 'Ett ankare som du har fått förut och sparat någon annanstans: spårbarheten måste gå genom det')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
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
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Bara det här kontot')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Bara den här operatören: namnet i katalogen, hur det än skrivs, SID:t, eller datorns användare')
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Bara av det här slaget; går att ange flera gånger [något av: sign_in, send_code, verify_code, reopen_verification, end_verification, unlock, reset, send_password, send_trial]')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Inte före det här: ett datum, en tid, 08:00, eller för så länge sedan: 90m, 12h, 2d, 3w')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Inte efter det här; skrivs på samma sätt')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'I vilken form; utan den: csv om -o säger det, annars jsonl [något av: jsonl, csv]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
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
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'show')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'verify')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'export')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'resolve')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'help')
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
        'servicedesk;audit;help;resolve' {
            break
        }
        'servicedesk;audit;help;help' {
            break
        }
        'servicedesk;login' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
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
            [CompletionResult]::new('--send-to', '--send-to', [CompletionResultType]::ParameterName, 'Skicka ett prov-SMS till det här numret')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Läs den här inställningsfilen, och ingen annan')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Språket som programmet talar med dig [något av: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Hur resultatet skrivs: table för människor, json, jsonl (en rad för varje) och csv för andra program [förval: table] [något av: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'När färg används [förval: auto] [något av: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Fråga den här katalogservern i stället för de inställda')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Ärendets nummer; det antecknas i spårbarheten')
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
            [CompletionResult]::new('assist', 'assist', [CompletionResultType]::ParameterValue, 'För ett helt samtal, steg för steg: vem, kod, lås upp eller nytt lösenord, och vad du säger')
            [CompletionResult]::new('lookup', 'lookup', [CompletionResultType]::ParameterValue, 'Se vem det är, och varför det inte går att logga in')
            [CompletionResult]::new('send-code', 'send-code', [CompletionResultType]::ParameterValue, 'Skicka en kod till den registrerade mobilen, och kontrollera den som läses upp')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Lås upp kontot; lösenordet är detsamma')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Sätt ett nytt lösenord och lås upp kontot')
            [CompletionResult]::new('check-policy', 'check-policy', [CompletionResultType]::ParameterValue, 'Se om ett lösenord duger, och annars varför inte')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Se vad som har gjorts härifrån, och av vem')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Spara ditt lösenord i datorns nyckelring, så att du slipper skriva det')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'Ta bort det som är sparat i datorns nyckelring')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Se vem katalogen säger att du är, och var lösenordet kommer ifrån')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Se efter att allt som ett samtal behöver fungerar, och säg vad som ska göras annars')
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
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Se efter att ingen post är ändrad, borttagen, inskjuten eller flyttad')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Skriv ut posterna till ett annat program; med --ticket, de i det ärendet')
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
