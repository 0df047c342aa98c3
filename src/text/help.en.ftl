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
    .exit-4 = Not allowed: sign-in refused, missing right, keyring locked, protected account
    .exit-5 = A rule said no: password, code, caller not verified, limit reached
    .exit-6 = Directory, SMS gateway or store not reached; nothing was changed, safe to try again
    .exit-7 = Partly done, or it may have been: look before trying again
    .exit-130 = Cancelled, or ended by SIGTERM or SIGHUP

servicedesk = Help a caller who cannot sign in: see why, verify them by SMS, unlock the account or set a new password
    .config = Read this configuration file, and no other
    .demo = Practise in the built-in directory: no server, no configuration; the SMS shows on the screen
    .demo_reset = Start the practice directory afresh (implies --demo)
    .lang = The language in which the program speaks to you
    .output = How results are written: table for people, json and csv for other programs
    .color = When to colour
    .plain = Draw, move and colour nothing on the screen; for screen readers and simple terminals
    .no_input = Never ask
    .server = Ask this directory server instead of the configured ones
    .ticket = The case number, for the audit trail
    .quiet = Tell only what matters
    .verbose = Tell more: the servers' own words and codes; -vv: each request and its time
    .help = Show this help
    .version = Show the version
    .examples =
        servicedesk --demo # Practise a call: no server and no configuration needed
        servicedesk # Take calls, step by step
        servicedesk lookup 070-174 06 05 # Who is calling?
        servicedesk unlock jesrab01 # Send a code, check it, unlock

help = Show help, on the program or on a command

assist = Carry a whole call, step by step: who, the code, unlock or a new password, and what you say
    .account = Who is calling, if you know already: user name, mail address, phone number or name
    .examples =
        servicedesk assist # One call after another; the same as servicedesk alone
        servicedesk assist jesrab01 # Begin with who is calling

lookup = See who it is, and why they cannot sign in
    .query = User name, DOMAIN\user, user@domain, mail address, phone number or part of the name
    .locked = Show all accounts that are locked now instead; with -o json the list can go to unlock --from
    .each_server = Ask every directory server and compare: where the account is locked, where wrong passwords were tried, and where the lock arose
    .under = Only accounts below this part of the directory
    .examples =
        servicedesk lookup jesrab01 # By user name
        servicedesk lookup 070-174 06 05 # By phone number, however it is written
        servicedesk lookup karlsson # By part of the name; several make a list

send-code = Send a code to the registered mobile, and check the one that the caller reads back
    .account = User name, DOMAIN\user, user@domain, mail address, phone number or name; exactly one must match
    .verify = Check a code that was sent before, instead of sending one (-: the next line of standard input)
    .examples =
        servicedesk send-code jesrab01 # Send a code, and ask for it at once
        servicedesk send-code jesrab01 --verify 012870 # Check a code that was sent just now

unlock = Unlock the account and keep the password
    .account = User name, DOMAIN\user, user@domain, mail address, phone number or name; exactly one must match. Several are unlocked at once; then each is a user name or an address, and --reason is needed
    .code = The code that the caller reads back (-: the next line of standard input)
    .identified_by = Identity was established another way, such as ID shown at the desk; must be allowed by the configuration
    .everywhere = See to it that the account is open on every directory server of the site, and tell which are behind
    .watch = Then stay for so many minutes, 5 if nothing is said, and tell at once when wrong passwords are tried again or the account is locked anew; exit status 7 if it was
    .from = Read the accounts from a file (-: standard input): one a line, CSV with the header account, username or sAMAccountName, or JSON
    .all_locked = All accounts that are locked now
    .under = { lookup.under }
    .reason = Why several accounts are unlocked; required, and goes to the audit trail
    .dry_run = Only show what would be done
    .yes = Do not ask, even if there are more accounts than --max
    .max = More accounts than this are not unlocked without --yes, 50 unless said
    .max_failures = Stop after so many failures in a row, 10 unless said
    .concurrency = How many are being unlocked at the same time, 1 to 256; 32 unless said
    .accept_risk = Unlock even if it looks as if someone is guessing passwords; call the security contact first
    .report = Keep every row in a new file, which ends in .csv or .jsonl
    .examples =
        servicedesk unlock jesrab01 # Send a code, check it, unlock
        servicedesk unlock jesrab01 --code 012870 # The code was sent just now
        servicedesk unlock jesrab01 --identified-by "showed a driving licence" # Without a code, where that is allowed
        servicedesk unlock --from konton.csv --reason "Passwords expired over the holiday" # Several at once; the plan shows before anything is done

reset = Set a new password and unlock the account
    .account = { send-code.account }
    .code = { unlock.code }
    .identified_by = { unlock.identified_by }
    .password_stdin = Read the new password from standard input (one line)
    .as_is = Take the password exactly as it comes: not composed, and also with something that does not show
    .generate = Make a password: of words, easy to say, or of random signs
    .deliver = How the caller gets the password that was made: shown here to be read out (screen), or sent to the number that got the code (sms)
    .everywhere = See to it that the account is open, with the new password, on every directory server of the site, and tell which are behind
    .must_change = The caller must choose another password at the next sign-in (default: as configured)
    .no_must_change = The caller keeps this password
    .examples =
        servicedesk reset jesrab01 # Send a code, check it, and ask for a new password
        servicedesk reset jesrab01 --generate # The program makes the password, and shows how to read it out
        servicedesk reset jesrab01 --generate --deliver sms # The password goes to the mobile and is not shown

check-policy = See whether a password would be accepted, and if not, why
    .account = Whose rules: user name, DOMAIN\user, user@domain, mail address, phone number or name (default: the local rules alone)
    .password_stdin = Read the password from standard input (one line)
    .each_line = Read passwords from standard input, one a line, and answer with a JSON object a line, whatever --output says
    .as_is = Take passwords exactly as they come: not composed, and also with something that does not show
    .show = Only say what the rules are, to read out
    .examples =
        servicedesk check-policy --show jesrab01 # The rules, to read out to the caller
        servicedesk check-policy jesrab01 # Try a password; it does not show as it is typed

audit = See what was done from here, and by whom
    .examples =
        servicedesk audit show # The newest 50 records
        servicedesk audit verify # Is the trail what was written?

audit-show = Show the newest records; with --ticket, those of that case
    .account = Only of this account
    .operator = Only by this operator: the name in the directory, in any spelling, the SID, or the user of the computer
    .action = Only of this kind; may be given several times
    .since = Not before this: a date, a time, 08:00, or so long ago: 90m, 12h, 2d, 3w
    .until = Not after this; written the same way
    .last = How many, at least 1
    .examples =
        servicedesk audit show --last 10 # The newest ten
        servicedesk audit show --account jesrab01 --since 2d # What was done to him in the last two days
        servicedesk -o json audit show # For another program

audit-verify = Check that no record was changed, taken out, put in or moved
    .anchor = An anchor that was told before, and kept elsewhere: the trail must go through it
    .examples =
        servicedesk audit verify # Check, and be told the anchor
        servicedesk audit verify --anchor 4711:0123456789abcdef0123456789abcdef # Also hold it against one from before

audit-export = Write the records out for another program; with --ticket, those of that case
    .account = Only of this account
    .operator = Only by this operator: the name in the directory, in any spelling, the SID, or the user of the computer
    .action = Only of this kind; may be given several times
    .since = Not before this: a date, a time, 08:00, or so long ago: 90m, 12h, 2d, 3w
    .until = Not after this; written the same way
    .format = In which form; without it, csv if -o says so, else jsonl
    .examples =
        servicedesk audit export --since 2026-01-01 # A JSON object a line
        servicedesk audit export --format csv --account jesrab01 # For a spreadsheet

audit-resolve = See what came of what was begun and has no outcome
    .examples =
        servicedesk audit resolve # Reads the directory, changes nothing there, and records what is true now

login = Keep your password in the computer's keyring, so that you need not type it
    .what = What it opens: the directory, the SMS gateway or the database (store)
    .password_stdin = Read it from standard input (one line)
    .examples =
        servicedesk login # The password in the directory; it is tried first
        servicedesk login sms # The secret at the SMS gateway

logout = Remove what is kept in the computer's keyring
    .what = { login.what }
    .examples =
        servicedesk logout # The password in the directory

whoami = See who the directory says you are, and where the password comes from
    .examples =
        servicedesk whoami # Signs in, and reads nothing

doctor = See that everything that a call needs works, and say what to do where it does not
    .account = Also see what you may do with this account: user name, mail, telephone number or name
    .send_to = Send a test message to this number
    .examples =
        servicedesk doctor # Before the working day: does everything work?
        servicedesk doctor jesrab01 # May I unlock him and set his password?
        servicedesk doctor --send-to 0701740605 # Do messages arrive?
        servicedesk doctor --no-input -o json # For monitoring: exit 0 fine, 7 something to see to, 1 callers cannot be helped
