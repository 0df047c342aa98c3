
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Set the program up: ask for what most desks need, write the configuration, and try it')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Show, check and change the configuration')
            [CompletionResult]::new('completion', 'completion', [CompletionResultType]::ParameterValue, 'Write the script by which your shell completes commands and options')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Show which version this is')
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Read the accounts from a file (-: standard input): one per line, CSV with the header account, username, sAMAccountName, UserPrincipalName, mail, Konto or Användarnamn, or JSON')
            [CompletionResult]::new('--under', '--under', [CompletionResultType]::ParameterName, 'Only accounts below this part of the directory')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
            [CompletionResult]::new('--locked', '--locked', [CompletionResultType]::ParameterName, 'Show all accounts that are locked now instead; with -o json the list can go to unlock --from')
            [CompletionResult]::new('--numbers', '--numbers', [CompletionResultType]::ParameterName, 'Show instead everyone whom a code cannot reach, and why, and numbers that several accounts have; for the people who maintain the numbers')
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
            [CompletionResult]::new('--via', '--via', [CompletionResultType]::ParameterName, 'Send the code to somebody else who vouches for the caller: to their manager, if that is allowed [one of: manager]')
            [CompletionResult]::new('--wait-delivered', '--wait-delivered', [CompletionResultType]::ParameterName, 'Wait for at most so many seconds (1 to 600, default 60) until the gateway says that the code has arrived, and do not ask for it; exit code 7 if it is not known to have arrived')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
            [CompletionResult]::new('--watch', '--watch', [CompletionResultType]::ParameterName, 'Then watch the account for this many minutes (1 to 60, default 5), and report wrong passwords and a new lockout right away; exit status 7 if it was locked again')
            [CompletionResult]::new('--code', '--code', [CompletionResultType]::ParameterName, 'The code that the caller reads back (-: the next line of standard input)')
            [CompletionResult]::new('--identified-by', '--identified-by', [CompletionResultType]::ParameterName, 'How the caller was identified without a code, such as ID shown at the desk; the configuration must allow it')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Read the accounts from a file (-: standard input): one per line, CSV with the header account, username, sAMAccountName, UserPrincipalName, mail, Konto or Användarnamn, or JSON')
            [CompletionResult]::new('--under', '--under', [CompletionResultType]::ParameterName, 'Only accounts below this part of the directory')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why several accounts are unlocked; required, and recorded in the audit log')
            [CompletionResult]::new('--max', '--max', [CompletionResultType]::ParameterName, 'More accounts than this number (0 or more) require --yes (default 50)')
            [CompletionResult]::new('--max-failures', '--max-failures', [CompletionResultType]::ParameterName, 'Stop after this many failures in a row (at least 1, default 10)')
            [CompletionResult]::new('--concurrency', '--concurrency', [CompletionResultType]::ParameterName, 'How many accounts to unlock at the same time, 1 to 256 (default 32)')
            [CompletionResult]::new('--accept', '--accept', [CompletionResultType]::ParameterName, 'Outcomes in the list that need no look (exit status 0), separated by commas. With --all-locked all of them but not_found are accepted already [one of: protected, disabled, account_expired, smartcard_required, unreadable, no_right, not_found]')
            [CompletionResult]::new('--report', '--report', [CompletionResultType]::ParameterName, 'Save every row in a new file, which ends in .csv or .jsonl')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
            [CompletionResult]::new('--everywhere', '--everywhere', [CompletionResultType]::ParameterName, 'Make sure that the account is unlocked on every domain controller of the site, and name those that are behind')
            [CompletionResult]::new('--all-locked', '--all-locked', [CompletionResultType]::ParameterName, 'All accounts that are locked now')
            [CompletionResult]::new('--choose', '--choose', [CompletionResultType]::ParameterName, 'Tick in a list which of the locked accounts; those that may not be unlocked cannot be ticked')
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
            [CompletionResult]::new('archive', 'archive', [CompletionResultType]::ParameterValue, 'Write the oldest records to a file that proves itself, and remove them')
            [CompletionResult]::new('index', 'index', [CompletionResultType]::ParameterValue, 'Bring the index of the log up to date, which otherwise happens a little in each run')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Find out what became of acts without a recorded outcome')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Show help for the program or a command')
            break
        }
        'servicedesk;audit;show' {
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Only for this account: a user name that it has or had, or its objectGUID')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Only by this operator: the name in the directory, in any spelling, the SID, or the user of the computer')
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Only of this kind; can be given several times [one of: sign_in, send_code, verify_code, ask_delivery, reopen_verification, end_verification, unlock, reset, send_password, tell_owner, send_trial, archive]')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Not before this: a date, a time (08:00), or an age of up to 100 years (90m, 12h, 2d, 3w)')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Not after this: a date, a time (08:00), or an age of up to 100 years (90m, 12h, 2d, 3w)')
            [CompletionResult]::new('--last', '--last', [CompletionResultType]::ParameterName, 'How many records, 1 to 4294967295 [default: 50]')
            [CompletionResult]::new('--before', '--before', [CompletionResultType]::ParameterName, 'Only records before this number, at least 1: the next page')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Sign-ins, and what was begun, as well')
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
            [CompletionResult]::new('--anchor', '--anchor', [CompletionResultType]::ParameterName, 'An anchor that was shown before and kept elsewhere: the log must agree with it')
            [CompletionResult]::new('--since-anchor', '--since-anchor', [CompletionResultType]::ParameterName, 'Check only what comes after this anchor')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
            [CompletionResult]::new('--account', '--account', [CompletionResultType]::ParameterName, 'Only for this account: a user name that it has or had, or its objectGUID')
            [CompletionResult]::new('--operator', '--operator', [CompletionResultType]::ParameterName, 'Only by this operator: the name in the directory, in any spelling, the SID, or the user of the computer')
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Only of this kind; can be given several times [one of: sign_in, send_code, verify_code, ask_delivery, reopen_verification, end_verification, unlock, reset, send_password, tell_owner, send_trial, archive]')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Not before this: a date, a time (08:00), or an age of up to 100 years (90m, 12h, 2d, 3w)')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Not after this: a date, a time (08:00), or an age of up to 100 years (90m, 12h, 2d, 3w)')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The format; without it, csv if -o says so, otherwise jsonl [one of: jsonl, csv]')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
        'servicedesk;audit;archive' {
            [CompletionResult]::new('--before', '--before', [CompletionResultType]::ParameterName, 'Only records from before this: a date, a time (08:00), or an age of up to 100 years (90m, 12h, 2d, 3w); without it, what is older than audit.keep_days')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
            [CompletionResult]::new('--remove', '--remove', [CompletionResultType]::ParameterName, 'Then remove from the store what the file has')
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
        'servicedesk;audit;index' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the newest records; with --ticket, those of that case')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Check that no record was changed, removed, inserted or moved')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export the records for another program; with --ticket, those of that case')
            [CompletionResult]::new('archive', 'archive', [CompletionResultType]::ParameterValue, 'Write the oldest records to a file that proves itself, and remove them')
            [CompletionResult]::new('index', 'index', [CompletionResultType]::ParameterValue, 'Bring the index of the log up to date, which otherwise happens a little in each run')
            [CompletionResult]::new('resolve', 'resolve', [CompletionResultType]::ParameterValue, 'Find out what became of acts without a recorded outcome')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Show help for the program or a command')
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
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Your user name in the directory, where the configuration has none (directory.user); stored with the password')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
        'servicedesk;init' {
            [CompletionResult]::new('--domain', '--domain', [CompletionResultType]::ParameterName, 'The domain; its controllers are found in DNS')
            [CompletionResult]::new('--sign-in', '--sign-in', [CompletionResultType]::ParameterName, 'How operators sign in: by ticket, by a password in the keyring, or by one in a file [one of: ticket, keyring, file]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'The user name in the directory; without a domain it gets the one of --domain')
            [CompletionResult]::new('--password-file', '--password-file', [CompletionResultType]::ParameterName, 'A file with the directory password')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'A file with the authority to trust; otherwise those that the computer trusts')
            [CompletionResult]::new('--certificate-sha256', '--certificate-sha256', [CompletionResultType]::ParameterName, 'Trust exactly these certificates')
            [CompletionResult]::new('--gateway', '--gateway', [CompletionResultType]::ParameterName, 'The SMS gateway: none, kannel, 46elks, twilio, outbox, or the name of a preset')
            [CompletionResult]::new('--gateway-url', '--gateway-url', [CompletionResultType]::ParameterName, 'The gateway''s address')
            [CompletionResult]::new('--gateway-user', '--gateway-user', [CompletionResultType]::ParameterName, 'Our user name at the gateway')
            [CompletionResult]::new('--secret-file', '--secret-file', [CompletionResultType]::ParameterName, 'A file with the gateway''s secret')
            [CompletionResult]::new('--sender', '--sender', [CompletionResultType]::ParameterName, 'The sender that messages show')
            [CompletionResult]::new('--organisation', '--organisation', [CompletionResultType]::ParameterName, 'The name of the organisation')
            [CompletionResult]::new('--services', '--services', [CompletionResultType]::ParameterName, 'What callers sign in to')
            [CompletionResult]::new('--phone', '--phone', [CompletionResultType]::ParameterName, 'The desk''s number')
            [CompletionResult]::new('--extension', '--extension', [CompletionResultType]::ParameterName, 'The desk''s extension')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'A file or a postgres:// address for codes and the audit log')
            [CompletionResult]::new('--send-to', '--send-to', [CompletionResultType]::ParameterName, 'Send a test message to this number')
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
            [CompletionResult]::new('--replace', '--replace', [CompletionResultType]::ParameterName, 'Replace a configuration that is there; it is kept beside the new one')
            [CompletionResult]::new('--no-check', '--no-check', [CompletionResultType]::ParameterName, 'Write the file, and try nothing')
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
        'servicedesk;config' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show every setting with its value and where it comes from')
            [CompletionResult]::new('example', 'example', [CompletionResultType]::ParameterValue, 'Write a configuration with every setting and its explanation')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check the configuration and the files that it names, without the network')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Show which files are read')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change one setting; comments in the file stay')
            [CompletionResult]::new('unset', 'unset', [CompletionResultType]::ParameterValue, 'Remove one setting from the file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Show help for the program or a command')
            break
        }
        'servicedesk;config;show' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
        'servicedesk;config;example' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
        'servicedesk;config;check' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
        'servicedesk;config;path' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
        'servicedesk;config;set' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
            [CompletionResult]::new('--computer', '--computer', [CompletionResultType]::ParameterName, 'In the computer''s file instead of your own')
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
        'servicedesk;config;unset' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
            [CompletionResult]::new('--computer', '--computer', [CompletionResultType]::ParameterName, 'From the computer''s file instead of your own')
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
        'servicedesk;config;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show every setting with its value and where it comes from')
            [CompletionResult]::new('example', 'example', [CompletionResultType]::ParameterValue, 'Write a configuration with every setting and its explanation')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check the configuration and the files that it names, without the network')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Show which files are read')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change one setting; comments in the file stay')
            [CompletionResult]::new('unset', 'unset', [CompletionResultType]::ParameterValue, 'Remove one setting from the file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Show help for the program or a command')
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
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
        'servicedesk;version' {
            [CompletionResult]::new('--config', '--config', [CompletionResultType]::ParameterName, 'Read only this configuration file')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'Language of the program [one of: sv, en]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour [default: auto] [one of: auto, always, never]')
            [CompletionResult]::new('--server', '--server', [CompletionResultType]::ParameterName, 'Use this domain controller instead of the configured ones')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The case number, for the audit log')
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
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Set the program up: ask for what most desks need, write the configuration, and try it')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Show, check and change the configuration')
            [CompletionResult]::new('completion', 'completion', [CompletionResultType]::ParameterValue, 'Write the script by which your shell completes commands and options')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Show which version this is')
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
            [CompletionResult]::new('archive', 'archive', [CompletionResultType]::ParameterValue, 'Write the oldest records to a file that proves itself, and remove them')
            [CompletionResult]::new('index', 'index', [CompletionResultType]::ParameterValue, 'Bring the index of the log up to date, which otherwise happens a little in each run')
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
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show every setting with its value and where it comes from')
            [CompletionResult]::new('example', 'example', [CompletionResultType]::ParameterValue, 'Write a configuration with every setting and its explanation')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check the configuration and the files that it names, without the network')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Show which files are read')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change one setting; comments in the file stay')
            [CompletionResult]::new('unset', 'unset', [CompletionResultType]::ParameterValue, 'Remove one setting from the file')
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
