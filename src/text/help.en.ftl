# The help texts in English. A command is a message, its arguments are attributes with the names they have in the program.
# An example is a line: what to type, " # ", and what it is for.

headings =
    .usage = Usage
    .commands = Commands
    .arguments = Arguments
    .options = Options
    .global = Options of every command
    .examples = Examples
    .exit-status = Exit status
    .default = default
    .values = one of
    .any-options = [OPTIONS]

names =
    .ACCOUNT = ACCOUNT
    .ACTION = ACTION
    .ANCHOR = ANCHOR
    .CODE = CODE
    .DIGITS = DIGITS
    .COMMAND = COMMAND
    .DN = DN
    .FILE = FILE
    .FORM = FORM
    .ID = ID
    .KIND = KIND
    .LANGUAGE = LANGUAGE
    .MINUTES = MINUTES
    .N = N
    .NAME = NAME
    .NUMBER = NUMBER
    .OUTCOMES = OUTCOMES
    .PLACE = PLACE
    .QUERY = QUERY
    .TEXT = TEXT
    .TIME = TIME
    .URL = URL
    .WAY = WAY
    .WHAT = WHAT
    .WHEN = WHEN

exit =
    .exit-0 = Done, or nothing needed doing
    .exit-1 = A bug, or a failure of no other kind
    .exit-2 = Bad command line or configuration
    .exit-3 = No account, or more than one, matches
    .exit-4 = Not allowed: sign-in refused, permission missing, keyring locked, protected account
    .exit-5 = A rule said no: password, code, caller not verified, limit reached
    .exit-6 = Directory, SMS gateway, store or output failed; nothing has changed, safe to try again
    .exit-7 = Partly done, or it may have been: check before trying again
    .exit-130 = Cancelled, or ended by SIGTERM or SIGHUP

servicedesk = Help callers who cannot sign in: find out why, verify them by SMS, unlock the account or set a new password
    .config = Read only this configuration file
    .demo = Practise in the built-in directory: no server, no configuration; the SMS shows on the screen
    .demo_reset = Reset the practice directory (implies --demo)
    .lang = Language of the program
    .output = Format of the results: table for people, json, jsonl (a row on each line) and csv for other programs
    .color = When to use colour
    .plain = Draw, move and colour nothing on the screen; for screen readers and simple terminals
    .no_input = Never ask
    .server = Use this domain controller instead of the configured ones
    .ticket = The case number, for the audit trail
    .quiet = Results and errors only
    .verbose = Show more: the servers' own words and codes; -vv: each request and its time
    .help = Show this help
    .version = Show the version
    .examples =
        servicedesk --demo # Practise a call: no server and no configuration needed
        servicedesk # Take calls, step by step
        servicedesk lookup 070-174 06 05 # Who is calling?
        servicedesk unlock jesrab01 # Send a code, check it, unlock

help = Show help for the program or a command

assist = Guide a whole call, step by step: who is calling, the code, the unlock or new password, and what to say
    .account = Who is calling, if you already know: user name, mail address, phone number or name
    .examples =
        servicedesk assist # One call after another; the same as servicedesk alone
        servicedesk assist jesrab01 # Start with this caller

lookup = Show who an account belongs to, and why its owner cannot sign in
    .query = User name, DOMAIN\user, user@domain, mail address, phone number or part of the name; several user names or addresses are several accounts
    .from = { unlock.from }
    .locked = Show all accounts that are locked now instead; with -o json the list can go to unlock --from
    .each_server = Ask every domain controller and compare: where the account is locked, where wrong passwords were tried, and where the lockout started
    .under = Only accounts below this part of the directory
    .examples =
        servicedesk lookup jesrab01 # By user name
        servicedesk lookup 070-174 06 05 # By phone number, however it is written
        servicedesk lookup karlsson # By part of the name; several matches give a list

send-code = Send a code to the registered mobile, and check the code that the caller reads back
    .account = User name, DOMAIN\user, user@domain, mail address, phone number or name; exactly one must match
    .to = Send the code to the registered number that ends with these digits; otherwise the first mobile
    .verify = Check a code that was sent before, instead of sending one (-: the next line of standard input)
    .examples =
        servicedesk send-code jesrab01 # Send a code, and ask for it at once
        servicedesk send-code jesrab01 --to 0612 # Send it to another of the registered numbers
        servicedesk send-code jesrab01 --verify 012870 # Check a code that was sent just now

unlock = Unlock the account and keep the password
    .account = User name, DOMAIN\user, user@domain, mail address, phone number or name; exactly one must match. Several are unlocked at once; then each must be a user name or an address, and --reason is needed
    .code = The code that the caller reads back (-: the next line of standard input)
    .identified_by = How the caller was identified without a code, such as ID shown at the desk; the configuration must allow it
    .everywhere = Make sure that the account is unlocked on every domain controller of the site, and name those that are behind
    .watch = Then watch the account for this many minutes (default 5), and report wrong passwords and a new lockout right away; exit status 7 if it was locked again
    .from = Read the accounts from a file (-: standard input): one per line, CSV with the header account, username, sAMAccountName, UserPrincipalName or mail, or JSON
    .all_locked = All accounts that are locked now
    .under = { lookup.under }
    .reason = Why several accounts are unlocked; required, and recorded in the audit trail
    .dry_run = Only show what would be done: nothing is asked, sent or changed
    .yes = Do not ask, even if there are more accounts than --max
    .max = More accounts than this require --yes (default 50)
    .max_failures = Stop after this many failures in a row (default 10)
    .concurrency = How many accounts to unlock at the same time, 1 to 256 (default 32)
    .accept_risk = Unlock even if it looks as if someone is guessing passwords; call the security contact first
    .accept = Outcomes in the list that need no look (exit status 0), separated by commas. With --all-locked all of them but not_found are accepted already
    .report = Save every row in a new file, which ends in .csv or .jsonl
    .examples =
        servicedesk unlock jesrab01 # Send a code, check it, unlock
        servicedesk unlock jesrab01 --code 012870 # The code was sent just now
        servicedesk unlock jesrab01 --identified-by "showed a driving licence" # Without a code, where that is allowed
        servicedesk unlock --from konton.csv --reason "Passwords expired over the holiday" # Several at once; shows the plan before anything is done

reset = Set a new password and unlock the account
    .account = { send-code.account }
    .code = { unlock.code }
    .identified_by = { unlock.identified_by }
    .password_stdin = Read the new password from standard input (one line)
    .as_is = Use the password exactly as given: not normalised, and with invisible characters
    .generate = Generate a password: of words, easy to say, or of random characters
    .deliver = How the caller gets the generated password: shown here to be read out (screen), or sent to the number that got the code (sms)
    .everywhere = Make sure that the account is unlocked and has the new password on every domain controller of the site, and name those that are behind
    .must_change = The caller must choose another password at the next sign-in (default: as configured)
    .no_must_change = The caller keeps this password
    .caller_at = Where the caller is: at work (work) or somewhere else (outside); without it the program asks on a terminal
    .dry_run = { unlock.dry_run }
    .examples =
        servicedesk reset jesrab01 # Send a code, check it, and ask for a new password
        servicedesk reset jesrab01 --generate # Generates the password, and shows how to read it out
        servicedesk reset jesrab01 --generate --deliver sms # The password goes to the mobile and is not shown
        servicedesk reset jesrab01 --caller-at outside # Not at work: the password works at once and need not be changed

check-policy = Check whether a password would be accepted, and if not, why
    .account = Whose rules to use: user name, DOMAIN\user, user@domain, mail address, phone number or name (default: the local rules alone)
    .password_stdin = Read the password from standard input (one line)
    .each_line = Read passwords from standard input, one per line, and answer with one JSON object per line, whatever --output says
    .as_is = Use passwords exactly as given: not normalised, and with invisible characters
    .show = Only show the rules, to read out
    .dry_run = Change nothing, as without it; so that a script can give one option to every command
    .examples =
        servicedesk check-policy --show jesrab01 # The rules, to read out to the caller
        servicedesk check-policy jesrab01 # Try a password; it is not shown as you type

audit = Show what was done from here, and by whom
    .examples =
        servicedesk audit show # The newest 50 records
        servicedesk audit verify # Was the audit trail altered?

audit-show = Show the newest records; with --ticket, those of that case
    .account = Only for this account
    .operator = Only by this operator: the name in the directory, in any spelling, the SID, or the user of the computer
    .action = Only of this kind; can be given several times
    .since = Not before this: a date, a time (08:00), or an age (90m, 12h, 2d, 3w)
    .until = Not after this; written the same way
    .last = How many records, at least 1
    .examples =
        servicedesk audit show --last 10 # The newest ten
        servicedesk audit show --account jesrab01 --since 2d # What was done to the account in the last two days
        servicedesk -o json audit show # For another program

audit-verify = Check that no record was changed, removed, inserted or moved
    .anchor = An anchor that was shown before and kept elsewhere: the trail must agree with it
    .examples =
        servicedesk audit verify # Check, and show the anchor
        servicedesk audit verify --anchor 4711:0123456789abcdef0123456789abcdef # Also check against an earlier anchor

audit-export = Export the records for another program; with --ticket, those of that case
    .account = Only for this account
    .operator = Only by this operator: the name in the directory, in any spelling, the SID, or the user of the computer
    .action = Only of this kind; can be given several times
    .since = Not before this: a date, a time (08:00), or an age (90m, 12h, 2d, 3w)
    .until = Not after this; written the same way
    .format = The format; without it, csv if -o says so, otherwise jsonl
    .examples =
        servicedesk audit export --since 2026-01-01 # One JSON object per line
        servicedesk audit export --format csv --account jesrab01 # For a spreadsheet

audit-resolve = Find out what became of acts without a recorded outcome
    .examples =
        servicedesk audit resolve # Reads the directory, changes nothing there, and records what is true now

login = Store your password in the computer's keyring, so that you do not have to type it
    .what = What the secret is for: the directory, the SMS gateway or the database (store)
    .password_stdin = Read it from standard input (one line)
    .examples =
        servicedesk login # The directory password; it is tested first
        servicedesk login sms # The secret for the SMS gateway

logout = Remove a secret from the computer's keyring
    .what = { login.what }
    .examples =
        servicedesk logout # The directory password

schema = Show the JSON Schema of what commands write with -o json and -o jsonl
    .command = Of this command; without it, of all
    .examples =
        servicedesk schema unlock # For a program that checks what it reads

whoami = Show who the directory says you are, and where the password comes from
    .examples =
        servicedesk whoami # Signs in, and reads nothing

doctor = Check that everything needed for a call works, and say what to do where it does not
    .account = Also check what you may do with this account: user name, mail address, phone number or name
    .send_to = Send a test message to this number
    .examples =
        servicedesk doctor # Before the working day: does everything work?
        servicedesk doctor jesrab01 # May I unlock this account and set its password?
        servicedesk doctor --send-to 0701740605 # Do messages arrive?
        servicedesk doctor --no-input -o json # For monitoring: exit 0 everything works, 7 something needs attention, 1 callers cannot be helped
