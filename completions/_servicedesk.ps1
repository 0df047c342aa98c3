
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
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Show the version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Show the version')
            [CompletionResult]::new('assist', 'assist', [CompletionResultType]::ParameterValue, 'Guide a whole call, step by step: who is calling, the code, the unlock or new password, and what to say')
            [CompletionResult]::new('lookup', 'lookup', [CompletionResultType]::ParameterValue, 'Show who an account belongs to, and why its owner cannot sign in')
            [CompletionResult]::new('send-code', 'send-code', [CompletionResultType]::ParameterValue, 'Send a code to the registered mobile, and check the code that the caller reads back')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Unlock the account and keep the password')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Set a new password and unlock the account')
            [CompletionResult]::new('check-policy', 'check-policy', [CompletionResultType]::ParameterValue, 'Check whether a password would be accepted, and if not, why')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Show what was done from here, and by whom')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Store your password in the computer''s keyring, so that you do not have to type it')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'Remove a secret from the computer''s keyring')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Show who the directory says you are, and where the password comes from')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check that everything needed for a call works, and say what to do where it does not')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Show the JSON Schema of what commands write with -o json and -o jsonl')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Show help for the program or a command')
            break
        }
        'servicedesk;assist' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;lookup' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Read the accounts from a file (-: standard input): one per line, CSV with the header account, username, sAMAccountName, UserPrincipalName or mail, or JSON')
            [CompletionResult]::new('--under', '--under', [CompletionResultType]::ParameterName, 'Only accounts below this part of the directory')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--locked', '--locked', [CompletionResultType]::ParameterName, 'Show all accounts that are locked now instead; with -o json the list can go to unlock --from')
            [CompletionResult]::new('--each-server', '--each-server', [CompletionResultType]::ParameterName, 'Ask every domain controller and compare: where the account is locked, where wrong passwords were tried, and where the lockout started')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;send-code' {
            [CompletionResult]::new('--verify', '--verify', [CompletionResultType]::ParameterName, 'Check a code that was sent before, instead of sending one (-: the next line of standard input)')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Send the code to the registered number that ends with these digits; otherwise the first mobile')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;unlock' {
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Then watch the account for this many minutes (default 5), and report wrong passwords and a new lockout right away; exit status 7 if it was locked again')
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'The code that the caller reads back (-: the next line of standard input)')
            [CompletionResult]::new('--identified-by', '--identified-by', [CompletionResultType]::ParameterName, 'How the caller was identified without a code, such as ID shown at the desk; the configuration must allow it')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Read the accounts from a file (-: standard input): one per line, CSV with the header account, username, sAMAccountName, UserPrincipalName or mail, or JSON')
            [CompletionResult]::new('--under', '--under', [CompletionResultType]::ParameterName, 'Only accounts below this part of the directory')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why several accounts are unlocked; required, and recorded in the audit trail')
            [CompletionResult]::new('--max', '--max', [CompletionResultType]::ParameterName, 'More accounts than this require --yes (default 50)')
            [CompletionResult]::new('--max-failures', '--max-failures', [CompletionResultType]::ParameterName, 'Stop after this many failures in a row (default 10)')
            [CompletionResult]::new('--concurrency', '--concurrency', [CompletionResultType]::ParameterName, 'How many accounts to unlock at the same time, 1 to 256 (default 32)')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Outcomes in the list that need no look (exit status 0), separated by commas. With --all-locked all of them but not_found are accepted already [one of: protected, disabled, account_expired, smartcard_required, unreadable, no_right, not_found]')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'Save every row in a new file, which ends in .csv or .jsonl')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--everywhere', '--everywhere', [CompletionResultType]::ParameterName, 'Make sure that the account is unlocked on every domain controller of the site, and name those that are behind')
            [CompletionResult]::new('--all-locked', '--all-locked', [CompletionResultType]::ParameterName, 'All accounts that are locked now')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only show what would be done: nothing is asked, sent or changed')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Do not ask, even if there are more accounts than --max')
            [CompletionResult]::new('--accept-risk', '--accept-risk', [CompletionResultType]::ParameterName, 'Unlock even if it looks as if someone is guessing passwords; call the security contact first')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;reset' {
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'The code that the caller reads back (-: the next line of standard input)')
            [CompletionResult]::new('--identified-by', '--identified-by', [CompletionResultType]::ParameterName, 'How the caller was identified without a code, such as ID shown at the desk; the configuration must allow it')
            [CompletionResult]::new('--generate', '--generate', [CompletionResultType]::ParameterName, 'Generate a password: of words, easy to say, or of random characters [one of: words, random]')
            [CompletionResult]::new('--deliver', '--deliver', [CompletionResultType]::ParameterName, 'How the caller gets the generated password: shown here to be read out (screen), or sent to the number that got the code (sms) [default: screen] [one of: screen, sms]')
            [CompletionResult]::new('--caller-at', '--caller-at', [CompletionResultType]::ParameterName, 'Where the caller is: at work (work) or somewhere else (outside); without it the program asks on a terminal [one of: work, outside]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Read the new password from standard input (one line)')
            [CompletionResult]::new('--as-is', '--as-is', [CompletionResultType]::ParameterName, 'Use the password exactly as given: not normalised, and with invisible characters')
            [CompletionResult]::new('--everywhere', '--everywhere', [CompletionResultType]::ParameterName, 'Make sure that the account is unlocked and has the new password on every domain controller of the site, and name those that are behind')
            [CompletionResult]::new('--must-change', '--must-change', [CompletionResultType]::ParameterName, 'The caller must choose another password at the next sign-in (default: as configured)')
            [CompletionResult]::new('--no-must-change', '--no-must-change', [CompletionResultType]::ParameterName, 'The caller keeps this password')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Only show what would be done: nothing is asked, sent or changed')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;check-policy' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Read the password from standard input (one line)')
            [CompletionResult]::new('--each-line', '--each-line', [CompletionResultType]::ParameterName, 'Read passwords from standard input, one per line, and answer with one JSON object per line, whatever --output says')
            [CompletionResult]::new('--as-is', '--as-is', [CompletionResultType]::ParameterName, 'Use passwords exactly as given: not normalised, and with invisible characters')
            [CompletionResult]::new('--show', '--show', [CompletionResultType]::ParameterName, 'Only show the rules, to read out')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Change nothing, as without it; so that a script can give one option to every command')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;audit' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the newest records; with --ticket, those of that case')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check that no record was changed, removed, inserted or moved')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export the records for another program; with --ticket, those of that case')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Find out what became of acts without a recorded outcome')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'help')
            break
        }
        'servicedesk;audit;show' {
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Only for this account')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Only by this operator: the name in the directory, in any spelling, the SID, or the user of the computer')
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Only of this kind; can be given several times [one of: sign_in, send_code, verify_code, reopen_verification, end_verification, unlock, reset, send_password, send_trial]')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Not before this: a date, a time (08:00), or an age (90m, 12h, 2d, 3w)')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Not after this; written the same way')
            [CompletionResult]::new('--last', '--last', [CompletionResultType]::ParameterName, 'How many records, at least 1 [default: 50]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;audit;verify' {
            [CompletionResult]::new('--anchor', '--anchor', [CompletionResultType]::ParameterName, 'An anchor that was shown before and kept elsewhere: the trail must agree with it')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;audit;export' {
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Only for this account')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Only by this operator: the name in the directory, in any spelling, the SID, or the user of the computer')
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Only of this kind; can be given several times [one of: sign_in, send_code, verify_code, reopen_verification, end_verification, unlock, reset, send_password, send_trial]')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Not before this: a date, a time (08:00), or an age (90m, 12h, 2d, 3w)')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Not after this; written the same way')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format; without it, csv if -o says so, otherwise jsonl [one of: jsonl, csv]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;audit;resolve' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
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
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Read it from standard input (one line)')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;logout' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;whoami' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;doctor' {
            [CompletionResult]::new('--send-to', '--send-to', [CompletionResultType]::ParameterName, 'Send a test message to this number')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;schema' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit trail')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen')
            [CompletionResult]::new('--demo-reset', '--demo-reset', [CompletionResultType]::ParameterName, 'Reset the practice directory (implies --demo)')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Draw, move and colour nothing on the screen; for screen readers and simple terminals')
            [CompletionResult]::new('--no-input', '--no-input', [CompletionResultType]::ParameterName, 'Never ask')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Results and errors only')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Show more: the servers'' own words and codes; -vv: each request and its time')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Show this help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Show this help')
            break
        }
        'servicedesk;help' {
            [CompletionResult]::new('assist', 'assist', [CompletionResultType]::ParameterValue, 'Guide a whole call, step by step: who is calling, the code, the unlock or new password, and what to say')
            [CompletionResult]::new('lookup', 'lookup', [CompletionResultType]::ParameterValue, 'Show who an account belongs to, and why its owner cannot sign in')
            [CompletionResult]::new('send-code', 'send-code', [CompletionResultType]::ParameterValue, 'Send a code to the registered mobile, and check the code that the caller reads back')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Unlock the account and keep the password')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Set a new password and unlock the account')
            [CompletionResult]::new('check-policy', 'check-policy', [CompletionResultType]::ParameterValue, 'Check whether a password would be accepted, and if not, why')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Show what was done from here, and by whom')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Store your password in the computer''s keyring, so that you do not have to type it')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'Remove a secret from the computer''s keyring')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Show who the directory says you are, and where the password comes from')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check that everything needed for a call works, and say what to do where it does not')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Show the JSON Schema of what commands write with -o json and -o jsonl')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Show help for the program or a command')
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
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check that no record was changed, removed, inserted or moved')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export the records for another program; with --ticket, those of that case')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Find out what became of acts without a recorded outcome')
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
