
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
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file, and no other')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language in which the program speaks to you [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this directory server instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Start the practice directory afresh (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Show the version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Show the version')
            [CompletionResult]::new('assist', 'assist', [CompletionResultType]::ParameterValue, 'Carry a whole call, step by step: who, the code, unlock or a new password, and what you say')
            [CompletionResult]::new('lookup', 'lookup', [CompletionResultType]::ParameterValue, 'See who it is, and why they cannot sign in')
            [CompletionResult]::new('send-code', 'send-code', [CompletionResultType]::ParameterValue, 'Send a code to the registered mobile, and check the one that the caller reads back')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Unlock the account and keep the password')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Set a new password and unlock the account')
            [CompletionResult]::new('check-policy', 'check-policy', [CompletionResultType]::ParameterValue, 'See whether a password would be accepted, and if not, why')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'See what was done from here, and by whom')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Keep your password in the computer''s keyring, so that you need not type it')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'Remove what is kept in the computer''s keyring')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'See who the directory says you are, and where the password comes from')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'See that everything that a call needs works, and say what to do where it does not')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Show help, on the program or on a command')
            break
        }
        'servicedesk;assist' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file, and no other')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language in which the program speaks to you [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this directory server instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Start the practice directory afresh (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;lookup' {
            [CompletionResult]::new('--under', '--under', [CompletionResultType]::ParameterName, 'Only accounts below this part of the directory')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file, and no other')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language in which the program speaks to you [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this directory server instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--locked', '--locked', [CompletionResultType]::ParameterName, 'Show all accounts that are locked now instead; with -o json the list can go to unlock --from')
            [CompletionResult]::new('--each-server', '--each-server', [CompletionResultType]::ParameterName, 'Ask every directory server and compare: where the account is locked, where wrong passwords were tried, and where the lock arose')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Start the practice directory afresh (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;send-code' {
            [CompletionResult]::new('--verify', '--verify', [CompletionResultType]::ParameterName, 'Check a code that was sent before, instead of sending one (-: the next line of standard input)')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file, and no other')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language in which the program speaks to you [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this directory server instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Start the practice directory afresh (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;unlock' {
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Then stay for so many minutes, 5 if nothing is said, and tell at once when wrong passwords are tried again or the account is locked anew; exit status 7 if it was')
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'The code that the caller reads back (-: the next line of standard input)')
            [CompletionResult]::new('--identified-by', '--identified-by', [CompletionResultType]::ParameterName, 'Identity was established another way, such as ID shown at the desk; must be allowed by the configuration')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Read the accounts from a file (-: standard input): one a line, CSV with the header account, username or sAMAccountName, or JSON')
            [CompletionResult]::new('--under', '--under', [CompletionResultType]::ParameterName, 'Only accounts below this part of the directory')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why several accounts are unlocked; required, and goes to the audit trail')
            [CompletionResult]::new('--max', '--max', [CompletionResultType]::ParameterName, 'More accounts than this are not unlocked without --yes, 50 unless said')
            [CompletionResult]::new('--max-failures', '--max-failures', [CompletionResultType]::ParameterName, 'Stop after so many failures in a row, 10 unless said')
            [CompletionResult]::new('--concurrency', '--concurrency', [CompletionResultType]::ParameterName, 'How many are being unlocked at the same time, 1 to 256; 32 unless said')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'Keep every row in a new file, which ends in .csv or .jsonl')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file, and no other')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language in which the program speaks to you [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this directory server instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--everywhere', '--everywhere', [CompletionResultType]::ParameterName, 'See to it that the account is open on every directory server of the site, and tell which are behind')
            [CompletionResult]::new('--all-locked', '--all-locked', [CompletionResultType]::ParameterName, 'All accounts that are locked now')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only show what would be done')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask, even if there are more accounts than --max')
            [CompletionResult]::new('--accept-risk', '--accept-risk', [CompletionResultType]::ParameterName, 'Unlock even if it looks as if someone is guessing passwords; call the security contact first')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Start the practice directory afresh (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;reset' {
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'The code that the caller reads back (-: the next line of standard input)')
            [CompletionResult]::new('--identified-by', '--identified-by', [CompletionResultType]::ParameterName, 'Identity was established another way, such as ID shown at the desk; must be allowed by the configuration')
            [CompletionResult]::new('--generate', '--generate', [CompletionResultType]::ParameterName, 'Make a password: of words, easy to say, or of random signs [one of: words, random]')
            [CompletionResult]::new('--deliver', '--deliver', [CompletionResultType]::ParameterName, 'How the caller gets the password that was made: shown here to be read out (screen), or sent to the number that got the code (sms) [default: screen] [one of: screen, sms]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file, and no other')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language in which the program speaks to you [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this directory server instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Read the new password from standard input (one line)')
            [CompletionResult]::new('--as-is', '--as-is', [CompletionResultType]::ParameterName, 'Take the password exactly as it comes: not composed, and also with something that does not show')
            [CompletionResult]::new('--everywhere', '--everywhere', [CompletionResultType]::ParameterName, 'See to it that the account is open, with the new password, on every directory server of the site, and tell which are behind')
            [CompletionResult]::new('--must-change', '--must-change', [CompletionResultType]::ParameterName, 'The caller must choose another password at the next sign-in (default: as configured)')
            [CompletionResult]::new('--no-must-change', '--no-must-change', [CompletionResultType]::ParameterName, 'The caller keeps this password')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Start the practice directory afresh (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;check-policy' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file, and no other')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language in which the program speaks to you [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this directory server instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Read the password from standard input (one line)')
            [CompletionResult]::new('--each-line', '--each-line', [CompletionResultType]::ParameterName, 'Read passwords from standard input, one a line, and answer with a JSON object a line, whatever --output says')
            [CompletionResult]::new('--as-is', '--as-is', [CompletionResultType]::ParameterName, 'Take passwords exactly as they come: not composed, and also with something that does not show')
            [CompletionResult]::new('--show', '--show', [CompletionResultType]::ParameterName, 'Only say what the rules are, to read out')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Start the practice directory afresh (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;audit' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file, and no other')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language in which the program speaks to you [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this directory server instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Start the practice directory afresh (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the newest records; with --ticket, those of that case')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check that no record was changed, taken out, put in or moved')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write the records out for another program; with --ticket, those of that case')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'See what came of what was begun and has no outcome')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'help')
            break
        }
        'servicedesk;audit;show' {
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Only of this account')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Only by this operator: the name in the directory, in any spelling, the SID, or the user of the computer')
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Only of this kind; may be given several times [one of: sign_in, send_code, verify_code, reopen_verification, unlock, reset, send_password, send_trial]')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Not before this: a date, a time, 08:00, or so long ago: 90m, 12h, 2d, 3w')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Not after this; written the same way')
            [CompletionResult]::new('--last', '--last', [CompletionResultType]::ParameterName, 'How many, at least 1 [default: 50]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file, and no other')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language in which the program speaks to you [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this directory server instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Start the practice directory afresh (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;audit;verify' {
            [CompletionResult]::new('--anchor', '--anchor', [CompletionResultType]::ParameterName, 'An anchor that was told before, and kept elsewhere: the trail must go through it')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file, and no other')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language in which the program speaks to you [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this directory server instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Start the practice directory afresh (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;audit;export' {
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Only of this account')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Only by this operator: the name in the directory, in any spelling, the SID, or the user of the computer')
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Only of this kind; may be given several times [one of: sign_in, send_code, verify_code, reopen_verification, unlock, reset, send_password, send_trial]')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Not before this: a date, a time, 08:00, or so long ago: 90m, 12h, 2d, 3w')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Not after this; written the same way')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'In which form; without it, csv if -o says so, else jsonl [one of: jsonl, csv]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file, and no other')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language in which the program speaks to you [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this directory server instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Start the practice directory afresh (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;audit;resolve' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file, and no other')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language in which the program speaks to you [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this directory server instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Start the practice directory afresh (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
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
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file, and no other')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language in which the program speaks to you [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this directory server instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Read it from standard input (one line)')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Start the practice directory afresh (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;logout' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file, and no other')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language in which the program speaks to you [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this directory server instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Start the practice directory afresh (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;whoami' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file, and no other')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language in which the program speaks to you [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this directory server instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Start the practice directory afresh (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;doctor' {
            [CompletionResult]::new('--send-to', '--send-to', [CompletionResultType]::ParameterName, 'Send a test message to this number')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read this configuration file, and no other')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language in which the program speaks to you [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'How results are written: table for people, json and csv for other programs [default: table] [one of: table, json, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Ask this directory server instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Start the practice directory afresh (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Tell only what matters')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Tell more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;help' {
            [CompletionResult]::new('assist', 'assist', [CompletionResultType]::ParameterValue, 'Carry a whole call, step by step: who, the code, unlock or a new password, and what you say')
            [CompletionResult]::new('lookup', 'lookup', [CompletionResultType]::ParameterValue, 'See who it is, and why they cannot sign in')
            [CompletionResult]::new('send-code', 'send-code', [CompletionResultType]::ParameterValue, 'Send a code to the registered mobile, and check the one that the caller reads back')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Unlock the account and keep the password')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Set a new password and unlock the account')
            [CompletionResult]::new('check-policy', 'check-policy', [CompletionResultType]::ParameterValue, 'See whether a password would be accepted, and if not, why')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'See what was done from here, and by whom')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Keep your password in the computer''s keyring, so that you need not type it')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'Remove what is kept in the computer''s keyring')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'See who the directory says you are, and where the password comes from')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'See that everything that a call needs works, and say what to do where it does not')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Show help, on the program or on a command')
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
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the newest records; with --ticket, those of that case')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check that no record was changed, taken out, put in or moved')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Write the records out for another program; with --ticket, those of that case')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'See what came of what was begun and has no outcome')
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
        'servicedesk;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
