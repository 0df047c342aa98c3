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
    .KEY = KEY
    .KIND = KIND
    .LANGUAGE = LANGUAGE
    .MINUTES = MINUTES
    .N = N
    .NAME = NAME
    .NUMBER = NUMBER
    .OUTCOMES = OUTCOMES
    .PLACE = PLACE
    .SECONDS = SECONDS
    .WHO = WHO
    .QUERY = QUERY
    .SHELL = SHELL
    .TEXT = TEXT
    .TIME = TIME
    .URL = URL
    .VALUE = VALUE
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
    .ticket = The case number, for the audit log
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
    .numbers = Show instead everyone whom a code cannot reach, and why, and numbers that several accounts have; for the people who maintain the numbers
    .each_server = Ask every domain controller and compare: where the account is locked, where wrong passwords were tried, and where the lockout started
    .under = Only accounts below this part of the directory
    .examples =
        servicedesk lookup jesrab01 # By user name
        servicedesk lookup 070-174 06 05 # By phone number, however it is written
        servicedesk lookup karlsson # By part of the name; several matches give a list
        servicedesk lookup --numbers -o csv # Whom no code can reach, for a spreadsheet

send-code = Send a code to the registered mobile, and check the code that the caller reads back
    .account = User name, DOMAIN\user, user@domain, mail address, phone number or name; exactly one must match
    .to = Send the code to the registered number that ends with these digits; otherwise the first mobile
    .via = Send the code to somebody else who vouches for the caller: to their manager, if that is allowed
    .verify = Check a code that was sent before, instead of sending one (-: the next line of standard input)
    .wait_delivered = Wait for at most so many seconds (1 to 600, default 60) until the gateway says that the code has arrived, and do not ask for it; exit code 7 if it is not known to have arrived
    .examples =
        servicedesk send-code jesrab01 # Send a code, and ask for it at once
        servicedesk send-code jesrab01 --to 0612 # Send it to another of the registered numbers
        servicedesk send-code jesrab01 --via manager # Send it to the manager, who gives it to the caller
        servicedesk send-code jesrab01 --verify 012870 # Check a code that was sent just now

unlock = Unlock the account and keep the password
    .account = User name, DOMAIN\user, user@domain, mail address, phone number or name; exactly one must match. Several are unlocked at once; then each must be a user name or an address, and --reason is needed
    .code = The code that the caller reads back (-: the next line of standard input)
    .identified_by = How the caller was identified without a code, such as ID shown at the desk; the configuration must allow it
    .everywhere = Make sure that the account is unlocked on every domain controller of the site, and name those that are behind
    .watch = Then watch the account for this many minutes (1 to 60, default 5), and report wrong passwords and a new lockout right away; exit status 7 if it was locked again
    .from = Read the accounts from a file (-: standard input): one per line, CSV with the header account, username, sAMAccountName, UserPrincipalName, mail, Konto or Användarnamn, or JSON
    .all_locked = All accounts that are locked now
    .under = { lookup.under }
    .choose = Tick in a list which of the locked accounts; those that may not be unlocked cannot be ticked
    .reason = Why several accounts are unlocked; required, and recorded in the audit log
    .dry_run = Only show what would be done: nothing is asked, sent or changed
    .yes = Do not ask, even if there are more accounts than --max
    .max = More accounts than this number (0 or more) require --yes (default 50)
    .max_failures = Stop after this many failures in a row (at least 1, default 10)
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
        servicedesk audit verify # Was the audit log altered?

audit-show = Show the newest records; with --ticket, those of that case
    .account = Only for this account: a user name that it has or had, or its objectGUID
    .operator = Only by this operator: the name in the directory, in any spelling, the SID, or the user of the computer
    .action = Only of this kind; can be given several times
    .since = Not before this: a date, a time (08:00), or an age of up to 100 years (90m, 12h, 2d, 3w)
    .until = Not after this: a date, a time (08:00), or an age of up to 100 years (90m, 12h, 2d, 3w)
    .all = Sign-ins, and what was begun, as well
    .last = How many records, 1 to 4294967295
    .before = Only records before this number, at least 1: the next page
    .examples =
        servicedesk audit show --last 10 # The newest ten
        servicedesk audit show --account jesrab01 --since 2d # What was done to the account in the last two days
        servicedesk -o json audit show # For another program

audit-verify = Check that no record was changed, removed, inserted or moved
    .file = An archive, to check in place of the store's own records
    .anchor = An anchor that was shown before and kept elsewhere: the log must agree with it
    .since_anchor = Check only what comes after this anchor
    .examples =
        servicedesk audit verify # Check, and show the anchor
        servicedesk audit verify --anchor 4711:0123456789abcdef0123456789abcdef # Also check against an earlier anchor
        servicedesk audit verify 2025.jsonl # Is the file whole, and the beginning of the log?

audit-archive = Write the oldest records to a file that proves itself, and remove them
    .file = The file to make
    .before = Only records from before this: a date, a time (08:00), or an age of up to 100 years (90m, 12h, 2d, 3w); without it, what is older than audit.keep_days
    .remove = Then remove from the store what the file has
    .examples =
        servicedesk audit archive 2025.jsonl --before 2026-01-01 # What was recorded before this year
        servicedesk audit archive 2025.jsonl --before 2026-01-01 --remove # Check it again, and remove those records

audit-index = Bring the index of the log up to date, which otherwise happens a little in each run
    .examples =
        servicedesk audit index # Once, after an upgrade with many records

audit-export = Export the records for another program; with --ticket, those of that case
    .account = Only for this account: a user name that it has or had, or its objectGUID
    .operator = Only by this operator: the name in the directory, in any spelling, the SID, or the user of the computer
    .action = Only of this kind; can be given several times
    .since = Not before this: a date, a time (08:00), or an age of up to 100 years (90m, 12h, 2d, 3w)
    .until = Not after this: a date, a time (08:00), or an age of up to 100 years (90m, 12h, 2d, 3w)
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
    .user = Your user name in the directory, where the configuration has none (directory.user); stored with the password
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

init = Set the program up: ask for what most desks need, write the configuration, and try it
    .domain = The domain; its controllers are found in DNS
    .sign_in = How operators sign in: by ticket, by a password in the keyring, or by one in a file
    .user = The user name in the directory; without a domain it gets the one of --domain
    .password_file = A file with the directory password
    .ca_file = A file with the authority to trust; otherwise those that the computer trusts
    .certificate_sha256 = Trust exactly these certificates
    .gateway = The SMS gateway: none, kannel, 46elks, twilio, outbox, or the name of a preset
    .gateway_url = The gateway's address
    .gateway_user = Our user name at the gateway
    .secret_file = A file with the gateway's secret
    .sender = The sender that messages show
    .organisation = The name of the organisation
    .services = What callers sign in to
    .phone = The desk's number
    .extension = The desk's extension
    .store = A file or a postgres:// address for codes and the audit log
    .send_to = Send a test message to this number
    .replace = Replace a configuration that is there; it is kept beside the new one
    .no_check = Write the file, and try nothing
    .examples =
        servicedesk init # Asks, shows the controllers' certificates, writes, and runs doctor
        servicedesk init --demo # Practise it
        servicedesk init --no-input --domain ad.example.se --sign-in ticket # Unattended

config = Show, check and change the configuration
    .examples =
        servicedesk config show directory # What applies, and where it is set
        servicedesk config set desk.phone "0142-36 6000" # Change one setting

config-show = Show every setting with its value and where it comes from
    .key = Only this setting, or those of this table
    .examples =
        servicedesk config show # All of them
        servicedesk config show directory.servers # One of them

config-example = Write a configuration with every setting and its explanation
    .examples =
        servicedesk config example # To copy from

config-check = Check the configuration and the files that it names, without the network
    .examples =
        servicedesk config check # After a change

config-path = Show which files are read
    .examples =
        servicedesk config path # The strongest first

config-set = Change one setting; comments in the file stay
    .key = The setting, as table.key
    .value = The value, as in the file or as in a variable of the environment
    .computer = In the computer's file instead of your own
    .examples =
        servicedesk config set directory.timeout_seconds 10 # A number
        servicedesk config set desk.services Webmail,Intranet # A list

config-unset = Remove one setting from the file
    .key = The setting, as table.key
    .computer = From the computer's file instead of your own
    .examples =
        servicedesk config unset directory.site # The default applies again

completion = Write the script by which your shell completes commands and options
    .shell = The shell
    .examples =
        servicedesk completion bash # Then: eval "$(servicedesk completion bash)" in ~/.bashrc
        servicedesk completion powershell # In $PROFILE: servicedesk completion powershell | Out-String | Invoke-Expression

version = Show which version this is
    .examples =
        servicedesk version # The version, the commit and what is built in
        servicedesk version -o json # For an inventory
