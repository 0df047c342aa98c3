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

complete -c servicedesk -n "__fish_servicedesk_needs_command" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_needs_command" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_needs_command" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_needs_command" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_needs_command" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_needs_command" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_needs_command" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -s V -l version -d 'Show the version'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "assist" -d 'Guide a whole call, step by step: who is calling, the code, the unlock or new password, and what to say'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "lookup" -d 'Show who an account belongs to, and why its owner cannot sign in'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "send-code" -d 'Send a code to the registered mobile, and check the code that the caller reads back'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "unlock" -d 'Unlock the account and keep the password'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "reset" -d 'Set a new password and unlock the account'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "check-policy" -d 'Check whether a password would be accepted, and if not, why'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "audit" -d 'Show what was done from here, and by whom'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "login" -d 'Store your password in the computer\'s keyring, so that you do not have to type it'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "logout" -d 'Remove a secret from the computer\'s keyring'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "whoami" -d 'Show who the directory says you are, and where the password comes from'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "doctor" -d 'Check that everything needed for a call works, and say what to do where it does not'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "init" -d 'Set the program up: ask for what most desks need, write the configuration, and try it'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "config" -d 'Show, check and change the configuration'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "completion" -d 'Write the script by which your shell completes commands and options'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "version" -d 'Show which version this is'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "schema" -d 'Show the JSON Schema of what commands write with -o json and -o jsonl'
complete -c servicedesk -n "__fish_servicedesk_needs_command" -f -a "help" -d 'Show help for the program or a command'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand assist" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l from -d 'Read the accounts from a file (-: standard input): one per line, CSV with the header account, username, sAMAccountName, UserPrincipalName, mail, Konto or Användarnamn, or JSON' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l under -d 'Only accounts below this part of the directory' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l locked -d 'Show all accounts that are locked now instead; with -o json the list can go to unlock --from'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l numbers -d 'Show instead everyone whom a code cannot reach, and why, and numbers that several accounts have; for the people who maintain the numbers'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l each-server -d 'Ask every domain controller and compare: where the account is locked, where wrong passwords were tried, and where the lockout started'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand lookup" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l verify -d 'Check a code that was sent before, instead of sending one (-: the next line of standard input)' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l to -d 'Send the code to the registered number that ends with these digits; otherwise the first mobile' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l via -d 'Send the code to somebody else who vouches for the caller: to their manager, if that is allowed [one of: manager]' -r -f -a "manager\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l wait-delivered -d 'Wait for at most so many seconds (1 to 600, default 60) until the gateway says that the code has arrived, and do not ask for it; exit code 7 if it is not known to have arrived' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand send-code" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l watch -d 'Then watch the account for this many minutes (1 to 60, default 5), and report wrong passwords and a new lockout right away; exit status 7 if it was locked again' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l code -d 'The code that the caller reads back (-: the next line of standard input)' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l identified-by -d 'How the caller was identified without a code, such as ID shown at the desk; the configuration must allow it' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l from -d 'Read the accounts from a file (-: standard input): one per line, CSV with the header account, username, sAMAccountName, UserPrincipalName, mail, Konto or Användarnamn, or JSON' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l under -d 'Only accounts below this part of the directory' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l reason -d 'Why several accounts are unlocked; required, and recorded in the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l max -d 'More accounts than this number (0 or more) require --yes (default 50)' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l max-failures -d 'Stop after this many failures in a row (at least 1, default 10)' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l concurrency -d 'How many accounts to unlock at the same time, 1 to 256 (default 32)' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l accept -d 'Outcomes in the list that need no look (exit status 0), separated by commas. With --all-locked all of them but not_found are accepted already [one of: protected, disabled, account_expired, smartcard_required, unreadable, no_right, not_found]' -r -f -a "protected\t''
disabled\t''
account_expired\t''
smartcard_required\t''
unreadable\t''
no_right\t''
not_found\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l report -d 'Save every row in a new file, which ends in .csv or .jsonl' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l everywhere -d 'Make sure that the account is unlocked on every domain controller of the site, and name those that are behind'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l all-locked -d 'All accounts that are locked now'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l choose -d 'Tick in a list which of the locked accounts; those that may not be unlocked cannot be ticked'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l dry-run -d 'Only show what would be done: nothing is asked, sent or changed'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l yes -d 'Do not ask, even if there are more accounts than --max'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l accept-risk -d 'Unlock even if it looks as if someone is guessing passwords; call the security contact first'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand unlock" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l code -d 'The code that the caller reads back (-: the next line of standard input)' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l identified-by -d 'How the caller was identified without a code, such as ID shown at the desk; the configuration must allow it' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l generate -d 'Generate a password: of words, easy to say, or of random characters [one of: words, random]' -r -f -a "words\t''
random\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l deliver -d 'How the caller gets the generated password: shown here to be read out (screen), or sent to the number that got the code (sms) [default: screen] [one of: screen, sms]' -r -f -a "screen\t''
sms\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l caller-at -d 'Where the caller is: at work (work) or somewhere else (outside); without it the program asks on a terminal [one of: work, outside]' -r -f -a "work\t''
outside\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l password-stdin -d 'Read the new password from standard input (one line)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l as-is -d 'Use the password exactly as given: not normalised, and with invisible characters'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l everywhere -d 'Make sure that the account is unlocked and has the new password on every domain controller of the site, and name those that are behind'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l must-change -d 'The caller must choose another password at the next sign-in (default: as configured)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l no-must-change -d 'The caller keeps this password'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l dry-run -d 'Only show what would be done: nothing is asked, sent or changed'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand reset" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l password-stdin -d 'Read the password from standard input (one line)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l each-line -d 'Read passwords from standard input, one per line, and answer with one JSON object per line, whatever --output says'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l as-is -d 'Use passwords exactly as given: not normalised, and with invisible characters'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l show -d 'Only show the rules, to read out'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l dry-run -d 'Change nothing, as without it; so that a script can give one option to every command'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand check-policy" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -f -a "show" -d 'Show the newest records; with --ticket, those of that case'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -f -a "verify" -d 'Check that no record was changed, removed, inserted or moved'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -f -a "export" -d 'Export the records for another program; with --ticket, those of that case'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -f -a "archive" -d 'Write the oldest records to a file that proves itself, and remove them'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -f -a "index" -d 'Bring the index of the log up to date, which otherwise happens a little in each run'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -f -a "resolve" -d 'Find out what became of acts without a recorded outcome'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and not __fish_seen_subcommand_from show verify export archive index resolve help" -f -a "help" -d 'Show help for the program or a command'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l account -d 'Only for this account: a user name that it has or had, or its objectGUID' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l operator -d 'Only by this operator: the name in the directory, in any spelling, the SID, or the user of the computer' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l action -d 'Only of this kind; can be given several times [one of: sign_in, send_code, verify_code, ask_delivery, reopen_verification, end_verification, unlock, reset, send_password, tell_owner, send_trial, archive]' -r -f -a "sign_in\t''
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
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l since -d 'Not before this: a date, a time (08:00), or an age of up to 100 years (90m, 12h, 2d, 3w)' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l until -d 'Not after this: a date, a time (08:00), or an age of up to 100 years (90m, 12h, 2d, 3w)' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l last -d 'How many records, 1 to 4294967295 [default: 50]' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l before -d 'Only records before this number, at least 1: the next page' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l all -d 'Sign-ins, and what was begun, as well'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from show" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l anchor -d 'An anchor that was shown before and kept elsewhere: the log must agree with it' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l since-anchor -d 'Check only what comes after this anchor' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from verify" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l account -d 'Only for this account: a user name that it has or had, or its objectGUID' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l operator -d 'Only by this operator: the name in the directory, in any spelling, the SID, or the user of the computer' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l action -d 'Only of this kind; can be given several times [one of: sign_in, send_code, verify_code, ask_delivery, reopen_verification, end_verification, unlock, reset, send_password, tell_owner, send_trial, archive]' -r -f -a "sign_in\t''
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
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l since -d 'Not before this: a date, a time (08:00), or an age of up to 100 years (90m, 12h, 2d, 3w)' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l until -d 'Not after this: a date, a time (08:00), or an age of up to 100 years (90m, 12h, 2d, 3w)' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l format -d 'The format; without it, csv if -o says so, otherwise jsonl [one of: jsonl, csv]' -r -f -a "jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from export" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l before -d 'Only records from before this: a date, a time (08:00), or an age of up to 100 years (90m, 12h, 2d, 3w); without it, what is older than audit.keep_days' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l remove -d 'Then remove from the store what the file has'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from archive" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from index" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from resolve" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show the newest records; with --ticket, those of that case'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Check that no record was changed, removed, inserted or moved'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "export" -d 'Export the records for another program; with --ticket, those of that case'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "archive" -d 'Write the oldest records to a file that proves itself, and remove them'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "index" -d 'Bring the index of the log up to date, which otherwise happens a little in each run'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "resolve" -d 'Find out what became of acts without a recorded outcome'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "help" -d 'Show help for the program or a command'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l user -d 'Your user name in the directory, where the configuration has none (directory.user); stored with the password' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l password-stdin -d 'Read it from standard input (one line)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand login" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand logout" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand whoami" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l send-to -d 'Send a test message to this number' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand doctor" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l domain -d 'The domain; its controllers are found in DNS' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l sign-in -d 'How operators sign in: by ticket, by a password in the keyring, or by one in a file [one of: ticket, keyring, file]' -r -f -a "ticket\t''
keyring\t''
file\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l user -d 'The user name in the directory; without a domain it gets the one of --domain' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l password-file -d 'A file with the directory password' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l ca-file -d 'A file with the authority to trust; otherwise those that the computer trusts' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l certificate-sha256 -d 'Trust exactly these certificates' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l gateway -d 'The SMS gateway: none, kannel, 46elks, twilio, outbox, or the name of a preset' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l gateway-url -d 'The gateway\'s address' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l gateway-user -d 'Our user name at the gateway' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l secret-file -d 'A file with the gateway\'s secret' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l sender -d 'The sender that messages show' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l organisation -d 'The name of the organisation' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l services -d 'What callers sign in to' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l phone -d 'The desk\'s number' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l extension -d 'The desk\'s extension' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l store -d 'A file or a postgres:// address for codes and the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l send-to -d 'Send a test message to this number' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l replace -d 'Replace a configuration that is there; it is kept beside the new one'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l no-check -d 'Write the file, and try nothing'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand init" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -f -a "show" -d 'Show every setting with its value and where it comes from'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -f -a "example" -d 'Write a configuration with every setting and its explanation'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -f -a "check" -d 'Check the configuration and the files that it names, without the network'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -f -a "path" -d 'Show which files are read'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -f -a "set" -d 'Change one setting; comments in the file stay'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -f -a "unset" -d 'Remove one setting from the file'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and not __fish_seen_subcommand_from show example check path set unset help" -f -a "help" -d 'Show help for the program or a command'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from show" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from example" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from check" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from path" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l computer -d 'In the computer\'s file instead of your own'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from set" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l computer -d 'From the computer\'s file instead of your own'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from unset" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show every setting with its value and where it comes from'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "example" -d 'Write a configuration with every setting and its explanation'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "check" -d 'Check the configuration and the files that it names, without the network'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "path" -d 'Show which files are read'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "set" -d 'Change one setting; comments in the file stay'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "unset" -d 'Remove one setting from the file'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand config; and __fish_seen_subcommand_from help" -f -a "help" -d 'Show help for the program or a command'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand completion" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand version" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l config -d 'Read only this configuration file' -r -F
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l lang -d 'Language of the program [one of: sv, en]' -r -f -a "sv\t''
en\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -s o -l output -d 'Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs [default: table] [one of: table, json, jsonl, csv]' -r -f -a "table\t''
json\t''
jsonl\t''
csv\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l color -d 'When to use colour [default: auto] [one of: auto, always, never]' -r -f -a "auto\t''
always\t''
never\t''"
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l server -d 'Use this domain controller instead of the configured ones' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l ticket -d 'The case number, for the audit log' -r
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l demo -d 'Practise in the built-in directory: no server, no configuration; the SMS shows on the screen'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l demo-reset -d 'Reset the practice directory (implies --demo)'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l plain -d 'Draw, move and colour nothing on the screen; for screen readers and simple terminals'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -l no-input -d 'Never ask'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -s q -l quiet -d 'Results and errors only'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -s v -l verbose -d 'Show more: the servers\' own words and codes; -vv: each request and its time'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand schema" -s h -l help -d 'Show this help'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "assist" -d 'Guide a whole call, step by step: who is calling, the code, the unlock or new password, and what to say'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "lookup" -d 'Show who an account belongs to, and why its owner cannot sign in'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "send-code" -d 'Send a code to the registered mobile, and check the code that the caller reads back'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "unlock" -d 'Unlock the account and keep the password'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "reset" -d 'Set a new password and unlock the account'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "check-policy" -d 'Check whether a password would be accepted, and if not, why'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "audit" -d 'Show what was done from here, and by whom'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "login" -d 'Store your password in the computer\'s keyring, so that you do not have to type it'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "logout" -d 'Remove a secret from the computer\'s keyring'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "whoami" -d 'Show who the directory says you are, and where the password comes from'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "doctor" -d 'Check that everything needed for a call works, and say what to do where it does not'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "init" -d 'Set the program up: ask for what most desks need, write the configuration, and try it'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "config" -d 'Show, check and change the configuration'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "completion" -d 'Write the script by which your shell completes commands and options'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "version" -d 'Show which version this is'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "schema" -d 'Show the JSON Schema of what commands write with -o json and -o jsonl'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and not __fish_seen_subcommand_from assist lookup send-code unlock reset check-policy audit login logout whoami doctor init config completion version schema help" -f -a "help" -d 'Show help for the program or a command'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "show" -d 'Show the newest records; with --ticket, those of that case'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "verify" -d 'Check that no record was changed, removed, inserted or moved'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "export" -d 'Export the records for another program; with --ticket, those of that case'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "archive" -d 'Write the oldest records to a file that proves itself, and remove them'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "index" -d 'Bring the index of the log up to date, which otherwise happens a little in each run'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "resolve" -d 'Find out what became of acts without a recorded outcome'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "show" -d 'Show every setting with its value and where it comes from'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "example" -d 'Write a configuration with every setting and its explanation'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "check" -d 'Check the configuration and the files that it names, without the network'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "path" -d 'Show which files are read'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "set" -d 'Change one setting; comments in the file stay'
complete -c servicedesk -n "__fish_servicedesk_using_subcommand help; and __fish_seen_subcommand_from config" -f -a "unset" -d 'Remove one setting from the file'
