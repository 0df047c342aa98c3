# What only the manual pages say; the rest is in help.en.ftl. The program itself does not carry this file.
# An empty line makes a paragraph.

sections =
    .name = Name
    .synopsis = Synopsis
    .description = Description
    .environment = Environment
    .files = Files
    .see-also = See also
    .table = The table
    .top-level = Outside the tables

page =
    .manual = Servicedesk manual
    .global = The options of every command are described in servicedesk(1).
    .default = Default
    .example = Example

describe-servicedesk =
    servicedesk is for the people who answer the phone at an IT servicedesk. It tells why a caller cannot sign in to Active Directory, sends a code by SMS to the mobile that is registered for the caller, checks the code that is read back, and unlocks the account or sets a new password.

    Nothing is changed that was not recorded first, in the audit trail. What is said to be done has been read back from the directory. Where a time-out leaves it open whether something was done, the program says so, and where to look.

    Results go to standard output; questions, warnings and failures to standard error. A failure comes as two lines: what failed, and what to do now. With --output json there is one JSON document, also for a failure, and times in it are UTC.

    Without a command, on a terminal, a call is carried step by step; see servicedesk-assist(1).

    A password is never taken from the command line or the environment.

    What is typed before a question shows is no answer to it. Of what is pasted the first line is taken; the rest is left out, and that is told. A character that the terminal's encoding cannot give is refused. What the directory or others have written cannot steer the terminal: in text, and in CSV on a terminal, characters that do not show are written out, and in JSON they always have their escape (\u202e).

    SIGTERM and SIGHUP end the program as Ctrl-C does: what is under way is finished and recorded, and the exit code is 130. Ctrl-Z stops it at a question too.

    If the result of a change cannot be written to standard output (the disk is full, it is closed, nobody reads it) that is told on standard error, and the exit code is 7. A /dev/null that is open both for reading and for writing cannot be told from a closed standard output; a shell's >/dev/null is not.

describe-assist =
    Carries one call at a time, in the steps of the self-service page. The program asks who is calling; where several accounts match you choose. It shows the account, sends the code and checks what is read back. Then the caller chooses: keep the password and unlock, or set a new one. At the end stands what you say. An empty answer to the question about the next call ends the program.

    Escape and Ctrl-C during a call end it with nothing more done, and the next call can begin; while nobody is calling they end the program. Where something fails on the way, that step can be done again, and the caller is still verified.

    There is nothing in it for scripts: use the other commands. The exit code is 0 when there is no next call, whatever became of the calls; the audit trail has that.

    Where an account keeps locking, servicedesk unlock ACCOUNT --watch helps: it unlocks, stays, and tells where wrong passwords are tried. With directory.everywhere the call sees to it that the account is open on every directory server of the site, as unlock and reset do.

describe-lookup =
    Shows the account that matches, whether it is locked, disabled or expired, how the password is, when and where it may sign in, and one piece of advice. Several matches make a list.

    lookup can only read: it changes nothing and sends nothing.

    With --each-server every directory server is asked at once for one account: whether it is locked there, how many wrong passwords that server has counted and when, when the password was set, and whether the clock is wrong. Each counts by itself, and a lock takes time to reach all. Where the lock arose is told by the directory's own records, or else by where the most wrong passwords were counted. One that does not answer within directory.timeout_seconds is named, and the code is then 7: the account may still be locked there.

    Where there are several controllers and one account alone matches, it is compared with the others of the site and with the PDC emulator, as far as they answer within a tenth of directory.timeout_seconds. Locked on any of them it counts as locked, and Note says where; locked_on has the names, else null.

    Under Note stands also what speaks against a caller: that the mobile number was changed lately or after the lockout, or that it cannot be read when. Whether others have the number is said only where the search was for that number; send-code always looks. For scripts these are the names in warnings: servers_disagree, servers_unheard, mobile_changed_since_lockout, mobile_changed_lately, mobile_change_unknown, mobile_shared, mobile_sharing_unknown, mobile_is_landline, mobile_is_foreign, wrong_codes_lately, reset_lately, verification_closed and clock_differs. mobile_shared_with is null where it was not looked for.

    Times are judged by the clock of the directory server that was asked; where it differs by more than a minute from this computer's, Note says so (clock_differs).

    In JSON, advice is one of unlock_or_reset, change_at_sign_in (whoever knows the password signs in and chooses another), reset (only a new password helps, one that need not be changed: the owner may not change it), wait_or_reset, wait_for_hours, check_computer, enable_elsewhere, extend_elsewhere, register_mobile, escalate and nothing_wrong. account_expires is when the account ends. logon_hours_restricted says that it may sign in only at certain hours, password_never_expires that the password never runs out. outside_logon_hours says that it may not sign in now, logon_allowed_from from when it may (null: never, or it may now), logon_allowed_until until when. workstations are the only computers where it may sign in; empty: anywhere. may_change_password is null where that cannot be read. Hours and computers that you may not read look like none.

    protected_by says what protects the account: adminCount, the group or the unit as the configuration names it, own_account (your own) or supervisor (someone in verification.supervisors). unknown: and an attribute stands there when nobody can tell whether it is protected, since you may not read the attribute. Otherwise it is null.

    What can be both a user name and a phone number, as digits can, is looked for as both. If it is one's name and another's number, all are shown and the code is 3; with the country code (+46 …) it is a number alone, with DOMAIN\ before it a name alone. In a directory server that tells full-width digits from others (Samba), a number that is written with them is not found.

    An entry whose state may not be read, or whose user name has characters that no user name may have (as @), is shown as that, beside the others that match, and the code is 7. Nothing can be done with it from here. In JSON it stands among the accounts with state unreadable, locked null, and in unreadable the attributes that are the matter; what is not known is left out.

    With --locked it shows every account that is locked now, with its name and whether it can be unlocked; a lock whose time is up is none. For scripts, state is can_be_unlocked, no_right, protected, disabled, account_expired, smartcard_required or unreadable, and protected_by as above. An account whose lockoutTime may not be read is not found so.

describe-send-code =
    Sends six digits by SMS to the mobile that is registered for the account. On a terminal the program then asks for what the caller reads back; elsewhere, and with --verify, it is checked in a run of its own.

    No code is sent where it would lead nowhere: to an account that is protected, disabled or expired, that signs in with a card, or that you may not change. That is refused as unlock and reset refuse it. An account that may not sign in now, or only at some computers, does get a code, since a new password may be wanted all the same; when and where it may sign in is told, here as in assist.

    A code holds for a few minutes and a few tries, and only for the account and the number that it was made for. A right code verifies the caller for a while, so that no new one is needed for what comes next.

    Before the code is sent the program looks whether other accounts have the same number, and says which. The code then only shows that the caller holds the phone.

describe-unlock =
    Unlocks the account of a caller who is verified, and reads back that it is open. The password stays as it is. Without --code, the caller may have been verified a short while ago; otherwise, on a terminal, a code can be sent from here.

    An account that is not locked is left alone; the program then tells what would help instead.

    With --everywhere the account is then read on every directory server of the site, and unlocked where the lock remains. A server where it is still locked, or that does not answer, is named, and the exit code is then 7.

    With --watch the program stays for some minutes and asks all directory servers of the domain every five seconds. More tries with a wrong password are told at once, with the time and the server, and so is a new lock, which ends the watch. The PDC emulator hears of wrong passwords that other servers see, so a try that both have counted is counted once. A wrong password that is one of the two before the present one is not counted by the directory: it does not lock, and does not show here. Ctrl-C ends the watch; the account is unlocked all the same, and the exit code is 0. It is 7 when the account was locked again, or is still locked somewhere. Wrong passwords without a lock give 0. An account that is open already can be watched too; that changes nothing and needs no code.

    Several accounts are unlocked at once with --from, --all-locked or several ACCOUNTs. Nobody is verified then: whoever runs the command answers for it with --reason. All accounts are looked up first, the plan is shown, and then the program asks; --dry-run stops there. Protected, disabled and expired accounts and those that sign in with a card are left alone, as when they are unlocked one by one, and so are those whose state may not be read and those that are not found. In a list a word is a whole user name, never a part of one and never a phone number; an address is the account's own (userPrincipalName or mail). In JSON and CSV outcome is unlocked, not_read_back, would_unlock, not_locked, not_found, ambiguous, protected, disabled, account_expired, smartcard_required, unreadable or failed; not_read_back: the server unlocked it, and it could not be read back. detail says more where that is needed: with protected own_account, supervisor or protection_unknown (nothing where it is an administrator's, or the group or unit is protected); with unreadable state_hidden (you may not read the state) or odd_user_name; with failed no_right (you may not unlock it), among others; with not_found not_a_query (cannot be a user name or an address) or row_without_account (no account on the line). same_as: the account stands earlier in the list. Each account is read back on the server where it was unlocked; --everywhere and --watch are for one account at a time.

    If it looks as if someone is guessing passwords on many accounts the program stops, for whoever is guessing could go on once they are open. Ctrl-C once finishes what is under way and stops. A run that was cut short can be run again with the same list: what is done is not done again.

    The exit code is 0 when all accounts are open, 7 when something did not go as it should, and 6 when nothing could be done because the directory was not reached.

describe-reset =
    Sets a new password for a caller who is verified, and unlocks the account. On a terminal the program asks for the password, twice and without showing it; an empty answer has one made.

    The password is first held against the municipality's rules and the account's own. A password that was used before is not accepted: the directory is asked in a way that makes it look.

    A letter and its dots or ring become one character (NFC) before the password is judged and set. If it has something that does not show, or a blank first or last, the program asks on a terminal; with --password-stdin it is refused (exit code 5), unless --as-is says that it is meant.

    With --generate nothing is set if the password could be shown to nobody, because standard output is closed, full or read by nobody (exit code 2). If it cannot be shown once it is set, that is told and the exit code is 7: nobody knows it, set another one.

    That it must be changed at the next sign-in is not demanded where it has no effect (the password never expires), or where it would shut the owner out (they may not change it); that is said, and the caller keeps the password. With --must-change the latter is refused instead (must_change_shuts_out), before anything is changed. In JSON must_change says whether it is demanded, and must_change_reason why not: password_never_expires or own_change_denied; own_change_unknown stands where it is demanded although nobody may read whether the owner may change it.

    If somebody else sets a password for the account while this one is being set, theirs holds, and the program says so and who it was, as far as the audit trail knows (halfway_another_reset, exit code 7).

describe-check-policy =
    Holds a password against the municipality's rules and, with an account, against the rules that the directory has for it. Nothing is changed, and without an account no network is touched. What cannot be known beforehand is listed as such.

    The exit code is 0 for a password that breaks no known rule and 5 for one that does.

    The password is judged as reset would set it: composed (NFC), unless --as-is is given. If something in it does not show, the rule invisible_characters is among the answers; otherwise it is not.

describe-audit =
    The audit trail has a record of what was about to be done before it was done, and one of how it went: by whom, for whom, on which grounds, and with which case number. It holds no password and no code. A case number, a reason and how a caller was identified are texts with a letter or a digit and at most 1,000 characters. That the operator signed in to the directory, or was refused, is recorded as well.

describe-audit-show =
    Shows the newest records that are asked for, the oldest of them first. An intent without an outcome is shown as such: it may have been done, or be under way.

    --operator finds every spelling of a name, also in records from before the directory was asked: where DOMAIN\user stands in one and user@domain in the other, the names alone decide.

    A date means the whole day; 08:00 is the last time the clock showed that. All are local times, unless a zone is written: 2026-05-04T08:00:00Z.

describe-audit-verify =
    Reads the whole trail. Each record has a hash over the one before, so that the first record that was changed, taken out, put in or moved is found and named. That the end was cut off shows by the file beside the store (state.head), which is written after each record, or by an anchor. If that file is gone or empty though there are records, or holds something else, each run tells so and leaves it as it is. When it is cleared up, write the line that audit verify gives to it.

    An anchor is a record's number and the beginning of its hash. Kept where those who can write the store cannot write (on paper, in a case, in a log server), it proves that the trail up to that record is still the same. Without one, whoever can write both the store and the file beside it can make the whole trail anew.

    The exit code is 0 when the trail holds, 5 when it does not, and 6 when it could not be read.

describe-audit-export =
    Writes every record that is asked for, the oldest first. In JSON Lines, what follows the hash is the record word for word: a brace before it gives the text that the hash is over. With the store's id from audit verify -o json, anybody can work the whole chain out again. The operator's SID is who.sid, and operator_sid in CSV and in what is sent to a log; records in which the directory did not say who it was have none.

    On a terminal, characters that do not show are escaped, also in JSON Lines; in a file or a pipe nothing is altered.

describe-audit-resolve =
    Where the program was killed between an intent and its outcome, nobody wrote down how it went. This reads each such account from the directory and records what is true now: open or locked, and whether the password was set since. What cannot be known, of a message for one, is recorded as not known. It asks nothing and changes nothing in the directory. What began within five minutes may still be under way and is left alone.

describe-login =
    Keeps a secret in the keyring of the computer's user: the Secret Service on Linux (gnome-keyring, KDE's wallet, KeePassXC), Credential Manager on Windows. Without a word it is the operator's password in the directory. It is asked for without echo and tried first; one that does not let the operator in is not kept. What opens the SMS gateway or the database cannot be tried here, and it says so.

    A secret is kept for the configured user and domain (or servers), so two configurations do not mix. A file that is named by directory.password_file or sms.secret_file goes before the keyring, which is then not asked at all. Where there is neither, the password is asked for on the terminal.

    On a Linux computer without a desktop, where nobody answers as the Secret Service, it is kept in the kernel's keyring instead (the persistent one, keyrings(7)): in memory only, and for this user only. There it goes when the computer restarts, or when it has not been used for three days (earlier where kernel.keys.persistent_keyring_expiry is set shorter). A keyring that is locked or says no is not exchanged for the kernel's. What is later kept in the keyring removes what was in the kernel's.

    No call to the keyring takes longer than three seconds, and none opens a window. The exit code is 4 when the keyring is locked or the sign-in is refused, 6 when the directory is not reached or the keyring does not answer, 2 when there is no keyring: use a file there.

describe-logout =
    Removes a secret from the keyring, and from the kernel's. That there was none is said, and no failure.

describe-whoami =
    Signs in with the password that other commands would use, and says which user is configured, who the directory says that is (the answer to “Who am I”, and the SID), on which server, and where the password comes from. With directory.bind = kerberos it says whose the ticket is and how long it holds. In JSON the SID is sid, null when the directory does not say.

describe-doctor =
    Checks everything that a call needs, also when something is broken, and says of each thing whether it is fine, needs attention (NOTE) or is broken (BROKEN), and what to do. What cannot be checked before something else works is shown as not checked.

    The settings: where they come from (with -v and in JSON, what they are), which of them the computer's file enforces, and what is set in vain elsewhere (NOTE). The directory: every server that is set or that DNS tells of, all at once; whether it answers, whether its certificate is right and how long it is good (NOTE under 30 days), and whether its clock is right (NOTE beyond a minute). Then the program signs in to one of them, as other commands do, and records that. So a wrong password is tried once in each run; often enough, that locks the account. SMS: whether the gateway answers and, where it tells, whether it accepts our secret and what is left to send for. The store: whether it can be written, and whether the audit trail holds. The keyring, where the password is taken from it, and the terminal.

    With ACCOUNT it shows what you may do with it, as the directory tells it beforehand: unlock, set a password, and demand that it is changed. The directory has the last word when it is done.

    Nothing is changed, and nothing is sent without --send-to. That message holds no code, and is recorded in the audit trail.

    In JSON each thing has check (a name that never changes), on (the server, or null), state (fine, warning, broken or unchecked), stops_calls, message and hint; summary says calls_can_be_done, and settings have key, value, origin and enforced. With -q only what is not fine is shown; JSON shows all.

    The exit code is 0 when everything is fine, 7 when something needs attention but callers can be helped, and 1 when they cannot.

environment =
    .SERVICEDESK_CONFIG = A configuration file to read, and no other, unless --config names one. What the computer's file enforces stays with that; see servicedesk-config(5).
    .SERVICEDESK_LANG = The language in which the program speaks, sv or en, unless --lang says.
    .SERVICEDESK_LOG = Writes to standard error what is asked of which server, what came of it and how long it took, as -vv does: 1 or debug for everything, info for connections, sign-ins, DNS and SMS alone, off for nothing. No password, code, phone number or message is in it; user names and the names of entries are. The lines are for people who look for a fault, and may change.
    .SERVICEDESK_SECTION_KEY = Sets a key of the configuration; see servicedesk-config(5).
    .LC_ALL = LC_ALL, LC_MESSAGES and LANG, in this order, give the language where nothing else does: Swedish for sv, else English. On Windows, without them, it is the language of Windows.
    .NO_COLOR = When it is set and not empty, nothing is coloured unless --color says so.
    .TERM = When it is dumb, nothing is drawn, moved or coloured, as with --plain.

files =
    .system-config = The configuration of the computer.
    .user-config = The operator's own, which goes before it; see servicedesk-config(5).
    .state-db = Codes, as keyed hashes, and the audit trail, unless state.path says otherwise.
    .key = The key to them. Readable by its owner alone. A store with records or codes is used with no other.
    .head = How far the audit trail has come.
    .practice = The practice directory and what was done in it.
    .silent = An empty file for each domain controller that did not answer. For five minutes none is waited for only to compare, and whoever only looks something up begins with the others. May be removed.

config = The configuration of servicedesk
    .language = The language of the operator and of the SMS, sv or en. Without it the operator gets the terminal's language, and the SMS is in Swedish.

describe-config =
    The configuration is a TOML file. One is looked for in the places below; a key in the operator's own file goes before the same key in the computer's. --config or SERVICEDESK_CONFIG name one file to read instead of both. What the computer's file enforces (the table enforced) stays with the computer's file in every case, so that file is always read, and one that cannot be read is a failure for everybody.

    Every key can also be set in the environment: directory.timeout_seconds is SERVICEDESK_DIRECTORY_TIMEOUT_SECONDS. What is set there goes before the files; options of the command line go before everything. In a variable, the values of a list are parted by commas.

    A key that is not known, or a value that will not do, is a failure that names file, line and key. Passwords and secrets do not belong in the configuration: keys that end in _file name the file that one stands in, which nobody but its owner may read; on Windows this is not checked, so keep it in the operator's own folder. A relative path starts at the configuration file's folder.

config-enforced = What the computer's file (/etc/servicedesk/config.toml) decides for everyone on the computer. In any other file, and in the environment, this table has no effect.
    .keys = Tables, or single keys as table.key. What they name is as the computer's file says, or the default where it does not say: no file of the operator's, no variable and no --config changes it, not even to something stricter. What is set there all the same is told in a warning with its place, and is NOTE in doctor; an option that would change it is a failure (code 2). [] enforces nothing. Without a computer's file nothing is enforced.

config-directory = Where the directory is, and who signs in to it.
    .servers = The domain controllers, tried in order: ldaps://host[:port], or ldap://host[:port], which means StartTLS (with bind = kerberos always ldap://, which the ticket then encrypts). One that does not answer in half a second has the next tried beside it. Needed, unless domain is set.
    .domain = The domain, for finding its controllers by DNS instead (the SRV records _ldap._tcp.dc._msdcs). Only names in the domain are used. Where servers is set, that is used. The domain's words count as common in a password.
    .site = The operator's site in Active Directory. Its controllers are tried first, where domain is set.
    .base = Where in the directory people are looked for. Without it, the server is asked, which costs a round trip.
    .ca_file = A PEM file with the certificates to trust. Without it, those that the system trusts.
    .tls_name = The controllers' name, in their certificates or in Kerberos, when servers gives them by address.
    .bind = How the operator signs in: simple, with user name and password, or kerberos, with the ticket that came with kinit or, on Windows, with signing in to the computer. No password is then kept, asked for or sent, and user and password_file must not stand here. Elsewhere than on Windows the program must be built with Kerberos (cargo build --features kerberos).
    .user = The operator's own account in the directory. Needed, but for kerberos.
    .password_file = A file with the operator's password. Without it, the keyring (see servicedesk-login(1)); else the program asks.
    .everywhere = Whether unlock, reset and the calls of assist always do as with --everywhere: read back on every directory server of the site (without site: on all), unlock where the lock remains, and tell which are behind.
    .timeout_seconds = The longest wait for a controller, in seconds, 1 to 60.
    .history = required: a password that was used before is kept out, or none is set. off: it is not looked at.
    .mobile_attribute = The attribute in which the registered mobile is kept.

config-sms = Which gateway sends the SMS. Without provider none is sent.
    .provider = kannel, 46elks, twilio, http (any other, described in the table sms.http) or outbox (a folder, for trying).
    .url = The gateway's address: https, or http to this computer only. 46elks and twilio have one already.
    .sender = Who the SMS is from: at most 11 letters and digits, or a number.
    .user = Our name at the gateway.
    .secret_file = A file with our password or key there. Without it, the keyring (servicedesk login sms).
    .outbox = For outbox: the folder. Every SMS is a JSON file in it.
    .default_country = The country of a number that is written without one. Only SE is known.
    .ca_file = A PEM file with the certificates to trust, for a gateway of your own. Without it, those that the system trusts.
    .timeout_seconds = The longest wait for the gateway, in seconds, 1 to 60.
    .http = For http: how the gateway is spoken to. url, method, auth, headers and query say where; form, json or xml what; success, queued, errors, id and reason how the answer is read. The texts in it are templates over text, from, to_e164, to_digits, to_00, ttl_seconds, expires, ref, user and secret. Complete tables for nine gateways come with the source, in src/adapters/sms/http/presets.

config-verification = What it takes to know who a caller is.
    .code_lifetime_seconds = How long a code holds, in seconds, 30 to 3600.
    .attempts = How many tries a code has, 1 to 10.
    .resend_seconds = How long to wait before a new code to the same account, in seconds, 0 to 3600.
    .sends_per_hour = How many codes may be sent in an hour to one account, and to one number, over the whole desk, 1 to 100.
    .sends_per_day = The same in 24 hours, 1 to 1000.
    .wrong_codes_per_day = How many wrong codes for one account in 24 hours close its verification, for every operator, 1 to 100. Until a day has passed, each further one closes it again.
    .lockout_minutes = How long it is closed, in minutes, 1 to 1440. No code is sent or compared then, and nobody who was verified before is.
    .resets_per_day = How many new passwords one account may get in 24 hours before you are warned, 1 to 100. Nothing is refused.
    .window_seconds = How long a caller stays verified after a right code, in seconds, 0 to 28800.
    .allow_identified_by = Whether --identified-by is allowed: the operator says how the caller was identified, and no code is needed.
    .mobile_age_days = For so many days a changed mobile number counts as new, 0 to 3650. Then, and when it was changed after the account was locked, the card warns. 0: nothing is said of it.
    .require_settled_mobile = Whether a code is not enough for a new number, or one whose change cannot be read. The caller must then be identified another way.
    .supervisors = Who may use --identified-by for an account whose verification is closed, which opens it again: names with their domain, as in directory.user, or SIDs; servicedesk whoami shows both. It is the directory that says who the operator is, however they signed in. allow_identified_by must be true as well. Without any, nobody can; it opens with time.

config-password_policy = The municipality's rules for passwords, on top of what the directory demands.
    .min_length = The fewest characters, 0 to 256.
    .max_length = The most characters, 1 to 256.
    .uppercase = The fewest capital letters, 0 to 256.
    .digits = The fewest digits, 0 to 256.
    .forbidden_characters = Characters that may not occur.
    .banned_words_file = A file of words of which a password must not mostly consist, one a line, 4 to 16 characters; # begins a comment. They are added to those that come with the program.
    .breached_passwords_file = The list of leaked passwords from Have I Been Pwned, ordered by hash. Without it, none is looked for.

config-reset = New passwords.
    .must_change = Whether the caller must choose another password at the next sign-in, unless --must-change or --no-must-change say. Where it is enforced, an option that says otherwise is refused.

config-protected = Accounts that are never touched from here. Those with adminCount=1 never are, nor members of the groups of administrators that come with a domain, whatever they are called there: Domain Admins, Enterprise Admins, Schema Admins, Group Policy Creator Owners, Key Admins and Enterprise Key Admins, Administrators, Account, Server, Print and Backup Operators, Replicator, and the groups of controllers. What counts is the account's token (tokenGroups): groups within groups, the primary group, and what that is in. Where it cannot be told whether an account is protected, since the operator may not read what tells, it is.
    .groups = Groups whose members are protected beside these, also by way of other groups: names, SIDs or DNs. The English name of a group that comes with a domain means that group, whatever it is called there; any other must exist and be a security group: no token has a distribution group. In an environment variable they are separated by commas, or by semicolons where a DN is among them.
    .units = Organisational units: every account in them, and in those below, is protected. Whole DNs, and they must exist. In an environment variable they are separated by semicolons.
    .operators = Whether the signed-in operator's own account and those in verification.supervisors are protected.

config-state = Where codes and the audit trail are kept. The limits on codes count in one store. A store in the operator's state folder is the operator's own, and where that folder is, the operator's environment says (HOME, XDG_STATE_HOME), also where state is enforced: set path or url in the computer's file for one that is not theirs to choose.
    .path = An SQLite file. Its folder is made if it is not there. The file and those beside it must be readable by their owner alone and be no links, and the folder writable by its owner alone. Without it, one in the operator's state folder.
    .url = A PostgreSQL database, one for the whole desk; the file is not used then. Over the network it is always TLS, with the certificate checked against the host (sslmode=verify-full). To this computer sslmode=disable is taken, and host=/run/postgresql for a socket. The port is else 5432, the user that of the computer, the database that of the user's name. No password stands here.
    .password_file = A file with the database password, readable only by its owner. Without it, the file that PostgreSQL's own programs use: $PGPASSFILE or ~/.pgpass, with the same rule. Passwords are not taken from the environment.
    .ca_file = A PEM file with the certificates to trust for the database. Without it, those that the system trusts.
    .key_file = The desk's key for codes and numbers, readable only by its owner; the same file on all of the desk's computers. The first run on a new database makes it. Without it, desk.key in the operator's state folder. With an SQLite file the key lies beside that instead.

config-audit = The audit trail. Its records name the operator as the directory knows them, with their SID, however they signed in; a sign-in that is refused, by the name that was typed.
    .syslog = Where it is sent as well: udp://, tcp:// or tls://host[:port] (RFC 5424; the ports are else 514, 514 and 6514), local or true for the computer's own log, or journald; Windows has the first of these only. Each record becomes a message when it is kept. What does not arrive is sent by the next run, the first time the whole trail; nobody waits for it. With udp nobody knows whether it arrived.
    .ca_file = A PEM file with the certificates to trust for tls. Without it, those that the system trusts.

config-desk = What is said to callers.
    .organisation = Whose servicedesk it is; it signs the SMS. Its words count as common in a password.
    .services = What the new password is good for. Their names count as common in a password.
    .extension = The servicedesk's number inside the organisation.
    .phone = The servicedesk's number, as the SMS gives it.
