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
    servicedesk is for the people who answer the phone at an IT servicedesk. It shows why a caller cannot sign in to Active Directory, sends a code by SMS to the caller's registered mobile, checks the code that is read back, and unlocks the account or sets a new password.

    Every change is first recorded in the audit log, and afterwards read back from the directory. If a time-out makes it unclear whether something was done, the program says so, and where to look.

    Results go to standard output; questions, warnings and failures to standard error. A failure is two lines: what failed, and what to do now. With --output json the result is one JSON document, also for a failure; its times are UTC.

    Without a command, on a terminal, the program guides a call step by step; see servicedesk-assist(1).

    A password is never taken from the command line or the environment.

    Input typed before a question is shown does not answer it. Of a paste only the first line is used, and the program says so. A character that the terminal's encoding cannot represent is refused. Text from the directory or others cannot control the terminal: invisible characters are written out in text, and in CSV on a terminal; in JSON they are always escaped (\u202e).

    F1 explains a question, and so does ? where nothing is typed yet and what is typed shows. The line below a question names its keys. A digit in a menu, y or n, and the sixth digit of a code are taken at once; an Enter within a second after them is not taken for an answer to the next question. Escape goes one step back, and cancels where there is none. Ctrl-C cancels. With --plain, or where TERM is dumb, each answer ends with Enter, and no line names the keys.

    SIGTERM and SIGHUP end the program as Ctrl-C does: changes under way are finished and recorded, and the exit code is 130. Ctrl-Z also works at a question.

    If the result of a change cannot be written to standard output (the disk is full, nobody reads it), standard error says so and the exit code is 7; if nothing was changed, it is 6. A standard output that was closed (>&-) cannot be told from a /dev/null that another program opened for reading and writing, and counts as /dev/null. A generated password and audit export are refused there.

describe-assist =
    Guides one call at a time, in the steps of the self-service page. The program asks who is calling; if several accounts match, you choose. It shows the account, sends the code and checks what is read back. Signs that the caller may not be the owner are shown after Warning, and Enter then sends no code: type y when you are sure. If the card does not fit in the window together with the question, the last of card.show is left out. Then the caller chooses: keep the password and unlock, or set a new one. At the end it shows what to say. An empty answer to the question about the next call ends the program.

    Escape goes one step back: from the new password to what the caller wants, and from there, the code or the question about sending one to who is calling. There it erases what is typed, and ends the program if nothing is. Ctrl-C ends the call with nothing more done, and the next can begin, also while the directory is waited for; a change that has begun is finished first. Between calls it ends the program. The up arrow at who is calling brings back what was typed there before in this run, except codes and personal numbers. If a step fails, it can be done again, and the caller is still verified.

    A verification belongs to the call. When the call is broken off it ends, and that is recorded. If somebody is verified for the account when a call begins, the program asks whether it is the same call: Enter means no, and a new code is needed. Before anything is done, the program checks that the verification still stands: if it has expired, or was closed or ended in another window, nothing is done, and it says why. A closed verification ends the call; otherwise the program asks about a new code.

    If a code of an earlier call about the account is still valid, the program says when it was sent, where to and until when it is valid. y asks for it; n leads to a new code, another number or the manager. After a warning Enter means no, as it does before a new code.

    The case number of --ticket is for the first call. Type those of the others where the program asks who is calling, before or after the name: jesrab01 #4711. If the account is not found, the number still applies, and the question begins with it, until the call is over; Ctrl-C there forgets it. At the end of a call there are three lines to copy into the case: whom it was about, how the caller was verified, and what was done, when and by whom.

    After the last wrong code the program waits until a new one may be sent, and sends it. Ctrl-C ends the call instead.

    Scripts should use the other commands. The exit code is 0 when there is no next call, whatever the outcome of the calls; the audit log has that.

    If the account was locked again after it was unlocked from here in the last day, the card says so, and the call offers to unlock and watch it for five minutes, as servicedesk unlock ACCOUNT --watch does: it keeps watching, and shows where wrong passwords are tried. With directory.everywhere the call makes sure that the account is unlocked on every domain controller of the site, as unlock and reset do.

describe-lookup =
    Shows the matching account: whether it is locked, disabled or expired, the state of its password, when and where it may sign in, and one piece of advice. Several matches give a list.

    lookup can only read: it changes nothing and sends nothing.

    With --numbers the numbers (directory.mobile_attribute) of all accounts that are not disabled are read, or of those below --under, page by page. The report is for the people who maintain the numbers: first everyone whom no code can reach, and why, and then those whose number others have too. In JSON and CSV reason is no_mobile, mobile_unreadable, mobile_is_landline and the other names with which send-code refuses, or mobile_shared; then mobile has the last digits, others how many others have the number, and shared_with the first of them. read is how many accounts were read. An attribute that you may not read looks as if it were missing.

    With --each-server every domain controller is asked at once about one account: whether it is locked there, how many wrong passwords that controller has counted and when, when the password was set, and whether the clock is wrong. Each counts for itself, and a lockout takes time to reach all. The directory's own records show where the lockout started; without them, the controller that counted the most wrong passwords is the likely one. For a locked account the PowerShell command that shows from which computer (event 4740) is given too, for those who may read the security log. One that does not answer within directory.timeout_seconds is named, and the exit code is 7: the account may still be locked there.

    When one account matches and there are several controllers, it is compared with the others of the site and with the PDC emulator, as far as they answer within a tenth of directory.timeout_seconds. An account that is locked on any of them counts as locked, and Note says where; locked_on has the names, otherwise null.

    After the state and the advice the card shows the name, the mobile and the lockout, and then what card.show lists. The manager is the name of the manager's entry in the directory. Signed in is the latest sign-in that the server knows of: one at that server itself, or (approximately) the one that the servers copy to each other only every 9 to 14 days. JSON has it as last_sign_in; last_sign_in_replicated is false if the sign-in was at that server. title, manager, manager_dn, office, telephone and last_sign_in are null if there is none, or if you may not read it.

    If you have verified the caller about the account yourself, and that still holds, Verified shows when: a call of assist then asks whether it is the same call. In JSON that is verified_at, else null; for many accounts at a time it is not asked. Where no code can reach a mobile of their own, and verification.manager is set, the advice is the manager who can vouch for the caller.

    Warning, in red, shows signs that the caller may not be the owner: that the mobile number was changed recently or after the lockout, that other accounts have it, that the password was already set as often in a day as verification.resets_per_day says, or that as many wrong codes were given as one code allows. Enter alone then means No to the question whether to send a code. Note shows what else is worth knowing. Whether others have the number is shown only if you searched for that number, because that search takes time in a large directory; send-code and the calls of assist always check. For scripts these are the names in warnings: servers_disagree, servers_unheard, mobile_changed_since_lockout, mobile_changed_lately, mobile_change_unknown, mobile_shared, mobile_sharing_unknown, mobile_is_landline, mobile_is_foreign, wrong_codes_lately, reset_lately, password_unknown, verification_closed and clock_differs. password_unknown: a reset from here has left a random password that nobody knows, and none has been set since. mobile_shared_with is null if this was not checked.

    Times are judged by the clock of the domain controller that was asked; if it differs by more than a minute from this computer's, Note says so (clock_differs).

    In JSON, advice is one of unlock_or_reset, change_at_sign_in (someone who knows the password signs in and chooses a new one), reset (only a new password helps: nobody knows the present one, or it must be changed and the owner may not change it), wait_or_reset, wait_for_hours, check_computer, enable_elsewhere, extend_elsewhere, register_mobile, wait_for_verification (no code is accepted for the account until verification_closed_until), escalate and nothing_wrong. account_expires is the time when the account expires.

    logon_hours_restricted is true if the account may sign in only at certain hours, and outside_logon_hours if it may not sign in now. logon_allowed_from is the time from which it may (null: never, or it may now), and logon_allowed_until the time until which it may. workstations lists the only computers where it may sign in; an empty list means anywhere. Hours and computers that you may not read look like no restriction.

    password_never_expires is true if the password never expires. may_change_password is null if that cannot be read.

    protected_by says what protects the account: adminCount, the group or the unit as the configuration names it, own_account (your own) or supervisor (someone in verification.supervisors). It is unknown:ATTRIBUTE if you may not read that attribute, so that it is not known whether the account is protected. It is null for an account that is not protected.

    Digits can be both a user name and a phone number, and are searched for as both. If they are one account's name and another's number, all are shown and the exit code is 3. With the country code (+46 …) they are only a number, with DOMAIN\ in front only a name. On a domain controller that distinguishes full-width digits from others (Samba), a number written with them is not found.

    An account whose state you may not read, or whose user name contains characters that are not allowed (such as @), is shown as such beside the others that match, and the exit code is 7. Nothing can be done with it from here. In JSON it is one of the accounts, with unlock_outcome unreadable; unreadable_attributes lists the attributes, and unreadable the fields that are null because of that.

    Several user names or addresses, or --from with a list, are several accounts: each is looked up by its whole user name or its address, never as part of a name or as a phone number. Words are taken so if each has a letter, and a digit, @ or \; otherwise they are one name. If nobody has that name, and each is exactly somebody's user name, they are several accounts, too. In JSON each account has asked, line and failure: null, no_such_account, several_accounts, not_a_query, account_unreadable or odd_user_name. With -o jsonl each is written as soon as it is found. The exit code is 0 if all are found, 3 if none is, and otherwise 7.

    With --locked it shows every account that is locked now, with its name and whether it can be unlocked. A lockout that has ended does not count. For scripts, unlock_outcome is would_unlock, no_right, protected, disabled, account_expired, smartcard_required or unreadable, and protected_by as above. An account whose lockoutTime you may not read is not found this way.

describe-send-code =
    Sends a code of six digits by SMS to the account's registered mobile. On a terminal the program then asks for the code that the caller reads back; otherwise check it in a run of its own with --verify.

    No code is sent if it would be useless: to an account that is protected, disabled or expired, that signs in with a smart card, or that you may not change. unlock and reset refuse these too. An account that may not sign in now, or only at certain computers, does get a code, since the caller may still need a new password; the program shows when and where it may sign in, as assist does.

    A code is valid for a few minutes and a few tries, and only for the account and the number that it was made for. A correct code verifies the caller for a while, so the next command needs no new one.

    The code goes to the first mobile among the registered numbers (directory.mobile_attribute). If there are others, the card names their last digits, and --to sends the code to one of them. Where the program asks whether to send a code (assist, unlock, reset), n leads to the same choice. If an earlier code is still valid, it first asks whether to use that. Then that number is the one that proves the caller: it must be old enough itself, and a password by SMS goes there, too.

    Before it sends the code, the program checks whether other accounts have the same number, and names them. The code then shows only who holds the phone.

    With --via manager the code goes to the mobile that is registered for the manager whom the directory names (attribute manager), if the setting verification.manager allows that. The SMS says for whom it is. The manager reads it out to the caller, or calls the desk, and it is then used like the caller's own code: --verify, unlock --code and reset --code. It is refused when the manager has the same number as the account, an account that is protected, disabled or expired, no number that receives SMS, or is you; and when the number is new and verification.require_settled_mobile is set. The limits on codes count for the account and for the manager's number. The audit log names the manager in via where the code was sent or tried, and in vouched_by where it was read back and in all that it was used for; JSON in manager. A password is not sent by SMS then: the code does not prove whose the account's phone is.

    If the gateway can say how far the code has come, that shows while it is awaited, on a terminal and in assist, without a key: on its way, delivered and when, or refused by the network. With --wait-delivered the program waits, instead of asking for the code, until the gateway says that it has arrived or will not. The gateway is asked every other second: with --wait-delivered for as long as that says, otherwise while the question stands, for at most five minutes. An answer of 401 or 403 ends that at once, and what Retry-After says is waited for. 46elks, Twilio and the presets gatewayapi, infobip, sinch, smseagle and playsms can be asked (servicedesk-setup(7) has what each says); others when sms.http.delivery describes how. A Kannel of your own cannot be asked: it reports to an address where somebody has to listen. In JSON delivery is null without --wait-delivered; otherwise state is on_its_way, delivered, failed or unknown, at is when it arrived if the gateway says so, and reason the gateway's own words for why it did not. The audit log has the answer as ask_delivery.

describe-unlock =
    Unlocks the account of a verified caller, and checks that it is unlocked. The password stays as it is. Without --code, a caller who was verified a short while ago needs no new code; otherwise, on a terminal, a code can be sent from here.

    An account that is not locked is left alone; the program then says what would help instead.

    With --dry-run everything but the caller is checked, and nothing is changed; see servicedesk-reset(1). In JSON outcome is would_unlock or not_locked, dry_run true, and verification as there.

    With --everywhere the account is then read on every domain controller of the site, and unlocked where it is still locked. A controller where it stays locked, or that does not answer, is named, and the exit code is 7.

    With --watch the program keeps asking all domain controllers of the domain every five seconds for some minutes. It reports new wrong passwords right away, with the time and the controller, and also a new lockout, which ends the watch. The PDC emulator is told of wrong passwords on other controllers, so a try that both have counted is counted once. The directory does not count a password that is one of the two before the current one: it does not lock, and does not show here. Ctrl-C ends the watch; the account stays unlocked, and the exit code is 0. It is 7 if the account was locked again or is still locked somewhere, and if no controller answered at the end, so that what happened since is unclear. Nothing is said of what was not read: read_until in JSON is when the account was last read (null: it was not), and not_reached the controllers that did not answer. Wrong passwords without a lockout give 0. An account that is not locked can be watched too; that changes nothing and needs no code.

    With --choose, the operator ticks which of all locked accounts are unlocked: Space ticks one, a all, Enter goes on, and Escape changes nothing. Accounts that may not be unlocked are listed above with the reason, and cannot be ticked. Those that are not ticked are not in the result.

    Several accounts are unlocked at once with --from, --all-locked or several ACCOUNTs. No caller is verified then: the operator answers for the command with --reason. All accounts are looked up first, the plan is shown, and then the program asks; --dry-run stops there. Protected, disabled and expired accounts and those that sign in with a smart card are left alone, as when they are unlocked one by one, and so are those whose state you may not read and those that are not found. In a list a word is a whole user name, never a part of one and never a phone number; an address is the account's own (userPrincipalName or mail).

    In JSON and CSV, outcome is unlocked, not_read_back, may_have_changed, would_unlock, not_locked, not_found, ambiguous, protected, disabled, account_expired, smartcard_required, unreadable, no_right (you may not unlock it) or failed. not_read_back means that the server unlocked the account, but it could not be read back. may_have_changed means that no answer came. same_as means that the account is also earlier in the list.

    detail explains some outcomes. For protected it is own_account, supervisor or protection_unknown; it is empty for an administrator's account or a protected group or unit. For unreadable it is state_hidden (you may not read the state) or odd_user_name. For failed it is, among others, locked_again or change_refused. For not_found it is not_a_query (cannot be a user name or an address) or row_without_account (no account on the line).

    Each account is read back on the server where it was unlocked; --everywhere and --watch are for one account at a time.

    If it looks as if someone is guessing the passwords of many accounts, the program stops: the attacker could go on once they are unlocked. Ctrl-C once finishes what is under way and stops. A run that was interrupted can be run again with the same list: accounts already done are skipped.

    The exit code is 0 when all accounts are unlocked, 7 when something needs a look, and 6 when nothing could be done because the directory could not be reached. With --all-locked, what is passed over for a known reason (protected, disabled, account_expired, smartcard_required, unreadable, no_right) needs no look: exit code 0, and the rows say it. In a list it does, unless --accept names it. An unclear outcome, not_read_back or may_have_changed, always gives 7.

describe-reset =
    Sets a new password for a verified caller, and unlocks the account. On a terminal the program asks for the password, twice and without showing it, and checks the rules after the first time; Enter alone generates one.

    The password is first checked against the municipality's rules and the account's own. A password that was used before is not accepted: the program makes the directory check its history. On controllers without policy hints each reset takes two places in the history, and a rejected password one, so that “the last N” are about half of N. After two rejected passwords only a generated one is set (only_generated, exit code 5), which is never an old one; see servicedesk-passwords(7).

    A letter and its dots or ring become one character (NFC) before the password is checked and set. If it has invisible characters, or a leading or trailing space, the program asks on a terminal; with --password-stdin it is refused (exit code 5), unless --as-is is given.

    With --generate nothing is set if the password could not be shown, because standard output is closed, full or read by nobody (exit code 6). If it cannot be shown after it is set, the program says so and the exit code is 7: nobody knows it, so set another one.

    A password that must be changed only lets its owner in at a computer at work, where it can be changed; web services refuse it until then. So the program asks on a terminal where the caller is, unless --caller-at says. With reset.must_change = "at_workplace", the default, the password works at once for a caller who is somewhere else, and they are told that they can change it at work. If nobody says, as in a script, the change is required.

    A change at the next sign-in is not required either if it has no effect (the password never expires), or if it would keep the owner out (they may not change it); the program says so, and the caller keeps the password. With --must-change the latter is refused instead (must_change_shuts_out), before anything is changed. In JSON must_change says whether a change is required, and must_change_reason why not: caller_outside, password_never_expires or own_change_denied. Where a change is required it says what is uncertain: caller_place_unknown (nobody said where the caller is) or own_change_unknown (you may not read whether the owner may change it).

    When the program makes the password at a question on the terminal, it also asks whether to read it out or to send it by SMS. It is only sent to a caller whom a code has verified.

    The owner is told by SMS that the password was changed (verification.notify), after the result is shown. They are told as well when the reset failed and the password was changed, or may have been: when it was not read back, the account was locked again, the record is missing, or the directory did not answer. A message that fails is a warning and changes neither the result nor the exit code, unless it was sent and could not be recorded (7). In JSON owner_notice is null if nobody is to be told, and else says it: state is sent, queued (the gateway delivers it later), in_password_sms (the message with the password is enough), unclear or not_sent; mobile is the number, and reason says why not: no_mobile, number_new (only new numbers are registered), no_sms_gateway, or as an error would.

    With --dry-run the account is looked up, and a password that is given is checked, as without it: protection, rights, rules, closed verification, the demand for a change. What would be refused is refused, with the same exit code. No code is asked for, checked or sent, nothing is changed, and a refused dry run is not in the audit log; the sign-in to the directory is. The exit code is 0 if it would work. In JSON outcome is would_reset then, dry_run true, unlocked says whether it would be unlocked, password_acceptable is null without a password, mobile is where a password would be sent, and verification is verified, code (a code is needed), identified_by (the caller has to be identified in another way) or manager (only the manager can vouch for the caller).

    If somebody else sets a password for the account at the same time and theirs is the one that works, the program says so and who it was, as far as the audit log knows (halfway_another_reset, exit code 7).

describe-check-policy =
    Checks a password against the municipality's rules and, with an account, against the directory's rules for it. Nothing is changed, and without an account the network is not used. What cannot be checked in advance is listed as such.

    The exit code is 0 for a password that breaks no known rule and 5 for one that does.

    The password is checked as reset would set it: normalised (NFC), unless --as-is is given. The rule invisible_characters is among the answers only if the password has invisible characters.

describe-audit =
    The audit log has one record before each act and one of its outcome: by whom, for whom, with which proof of identity, and with which case number. It contains no password and no code. A case number, a reason and how a caller was identified are texts with a letter or a digit and at most 1,000 characters. That the operator signed in to the directory, or was refused, is recorded as well.

describe-audit-show =
    Shows the newest 50 matching records, the oldest of them first, so that the newest stands last, next to what you type. If there are older ones, the last line says which --before shows the page before this one (older in JSON). Sign-ins and intents are left out, unless --all is given or --action asks for them. An intent without an outcome is always shown: it may have been done, or be under way.

    --account takes a user name or an objectGUID. An account that was renamed is one: its records are shown under all its names. A name that several accounts have had is several: all their records are shown, and below them each account's objectGUID, to ask for one (accounts in JSON). A sign-in has no account; find it with --operator.

    An index beside the log finds the records at once, however many there are. It is made little by little while the program runs; what it does not cover yet is read, which takes some seconds for a million records. audit index makes all of it. The index is no part of the chain, and audit verify compares it with the records.

    --operator finds every spelling of a name, also in records from before the directory was asked: between DOMAIN\user and user@domain, the user names alone decide.

    A date means the whole day; 08:00 is the last time the clock showed that. All are local times, unless a zone is written: 2026-05-04T08:00:00Z.

describe-audit-verify =
    Reads the whole log. Each record has a hash over the one before, so that the first record that was changed, removed, inserted or moved is found and named. A missing end is found with the file beside the store (state.head), which is written after each record, or with an anchor. If that file is missing or empty although there are records, or contains something else, each run warns and leaves it as it is. When you know why, write the line that audit verify shows to it.

    An anchor is a record's number and the beginning of its hash. Kept where those who can write the store cannot write (on paper, in a case, in a log server), it proves that the log up to that record is still the same. Without one, someone who can write both the store and the file beside it can forge the whole log.

    The list of acts without an outcome and the index of audit show follow from the records, and are compared with them. If only the index differs, it can be made anew: delete every row of audit_index and audit_segment, and run audit index.

    --since-anchor reads only what comes after an anchor, and rests on it for what comes before.

    With a file, that archive is checked in place of the store's records: that it is whole, that each record follows from the one before, and that this store's log goes through its last record, so that it is the beginning of that log (or goes on from an earlier archive). The store has that record, or goes on from it, or has recorded that it was archived.

    The exit code is 0 when the log or the file is intact, 5 when it is not, and 6 when it could not be read. It is 7 when the log is intact but a given anchor lies in an archive, so that nothing here could be compared with it (not_compared); audit verify FILE --anchor compares it. An anchor that is not in the file is a fault of that check.

describe-audit-archive =
    Writes the oldest records to a file, up to the first one that is not older than --before. It is JSON Lines, readable by its owner alone: a line that says what it goes on from, the records as in audit export but without schema, and a line that says where it ends. It has its name only when it is whole and on the disk, and no file is overwritten. Then it is read again and checked like audit verify FILE does.

    With --remove the records that the file proves are removed from the store. Before that, the log records it (archive, with the anchor of the last of them), and the chain goes on from that anchor: audit verify wants to see that record. If the file exists, it is not written again: the command checks it, and removes what it has. So you can copy the file to a safe place first, and a run that was interrupted is continued by the same command. Records younger than audit.keep_days are not removed, nor is an act without an outcome: run audit resolve first. In PostgreSQL, only the role that owns the tables can remove records.

    Keep the archives as long as the log has to be kept, and more than one copy of each. They have what the records have: names, numbers' last digits, case numbers. Delete an archive when that may no longer be kept; the log after it is still proven from its anchor on.

    The exit code is 5 when the file or the log does not hold or a record must stay, and 7 when the removal ended halfway.

describe-audit-index =
    Reads the records that are not indexed yet, 2,048 at a time. It can be interrupted, goes on where it ended, and stops nobody: others work meanwhile.

describe-audit-export =
    Writes every matching record, the oldest first. In JSON Lines, what follows the hash is the record word for word: a brace before it gives the text that the hash is over. With the store's id from audit verify -o json, anyone can recalculate the whole chain. The operator's SID is who.sid, and operator_sid in CSV and in what is sent to a log; records in which the directory did not say who it was have none.

    On a terminal, characters that do not show are escaped, also in JSON Lines; in a file or a pipe nothing is altered.

describe-audit-resolve =
    If the program was killed between an intent and its outcome, the outcome is not recorded. This command reads each such account from the directory and records what is true now: locked or not, and whether the password was set since. What cannot be known, such as whether a message was sent, is recorded as not known. It asks no questions and changes nothing in the directory. Acts that started within five minutes may still be under way and are left alone.

describe-login =
    Stores a secret in the keyring of the computer's user: the Secret Service on Linux (gnome-keyring, KDE's wallet, KeePassXC), Credential Manager on Windows. Without an argument it is the operator's directory password. It is asked for without echo and tested first; a wrong one is not stored. A secret for the SMS gateway or the database cannot be tested here, and the program says so.

    Where directory.user is not set, the user name is asked for (or --user), and stored with the password; the other commands then use it.

    A secret is stored for the configured user and domain (or servers), so two configurations do not mix. A file named by directory.password_file or sms.secret_file takes precedence over the keyring, which is then not used. Without either, the program asks for the password on the terminal.

    On a Linux computer without a desktop, where there is no Secret Service, it is stored in the kernel's keyring instead (the persistent one, keyrings(7)): in memory only, and for this user only. It is removed when the computer restarts, or after three days without use (earlier if kernel.keys.persistent_keyring_expiry is shorter). The kernel's keyring does not replace one that is locked or refuses. Storing a secret in the keyring later removes it from the kernel's.

    No call to the keyring takes longer than three seconds, and none opens a window. The exit code is 4 when the keyring is locked or the sign-in is refused, 6 when the directory cannot be reached or the keyring does not answer, 2 when there is no keyring: use a file there.

describe-logout =
    Removes a secret from the keyring, and from the kernel's. It is not a failure if there is none.

describe-schema =
    Shows the JSON Schema (draft 2020-12) of every document, line and error that the command writes with -o json and -o jsonl, made of the types that it writes. All values that a field may have are listed where they are names: kind, outcome, advice, warnings, action and others. Nothing is read or asked; no configuration is needed. servicedesk-scripting(7) says what may change.

describe-whoami =
    Signs in with the password that other commands would use, and says which user that is (with where the name comes from: user_from in JSON is settings, system, keyring, ticket or practice), who the directory says that is (the answer to “Who am I”, and the SID), on which server, and where the password comes from. With directory.bind = kerberos it says whose the ticket is and how long it is valid. In JSON the SID is operator_sid, null when the directory does not say.

describe-doctor =
    Checks everything needed for a call, even if something is broken, and says of each thing whether it is ok, needs attention (WARNING) or is broken (BROKEN), and what to do. What cannot be checked before something else works is shown as not checked.

    The settings: where they come from (with -v and in JSON, what they are), which of them the computer's file enforces, and what has no effect elsewhere (WARNING). The directory: every domain controller that is set or that DNS lists, all at once; whether it answers, whether its certificate is right and how long it is valid (WARNING under 30 days), and whether its clock is right (WARNING beyond a minute). Then the program signs in to one of them, as other commands do, and records that. So a wrong password is tried once in each run; often enough, that locks the account. SMS: whether the gateway answers and, if it tells, whether it accepts the sign-in and how much credit is left. The store: whether it can be written, and whether the audit log is intact. The keyring, if the password comes from it, and the terminal.

    With ACCOUNT it shows what the directory says that you may do with it: unlock, set a password, and require a change. The directory has the last word when you do it.

    Nothing is changed, and nothing is sent without --send-to. That message contains no code, and is recorded in the audit log.

    In JSON each thing has check (a name that never changes), server (or null), state (fine, warning, broken or unchecked), stops_calls, message and hint; summary says calls_can_be_done, and settings have key, value, origin and enforced. With -q only what is not ok is shown; JSON shows all.

    The exit code is 0 when everything is ok, 7 when something needs attention but callers can be helped, and 1 when they cannot.

describe-init =
    Asks for the domain, finds its controllers in DNS, shows the certificates that they send with their SHA-256, and asks whom to trust; then how operators sign in, the SMS gateway, the desk's names, and where codes and the audit log are kept. Each answer can be given as an option instead. Where there is no terminal, or with --no-input, only options and the usual answers count, and a domain or --server is needed. Escape goes one question back and keeps the answers before it; F1 explains a question that is answered with text.

    The file is the user's own, or the computer's for root, or the one of --config. One that is there is not replaced unless you say so, and then kept beside it, as config.toml.old; one more gets a number (.old.2). Everything is written at the end: until then Ctrl-C leaves nothing behind, and if something cannot be written, what is new is removed again. Nothing else in the folder is overwritten: where password exists, the new one is password-2. Secrets go to the keyring, or to files beside it that only their owner can read.

    Then servicedesk doctor tries it, and its exit code is this command's. With --demo the built-in directory is used, and the file is written beside what practice keeps.

describe-config =
    Shows the configuration and where each value comes from, and changes single settings. The settings themselves are in servicedesk-config(5). Secrets are never shown: they are in files or in the keyring.

describe-config-show =
    Shows every setting with its value and where it comes from: a file with its line, a variable of the environment, an option, or the default. With KEY, only that one, or those of that table. What may be a secret, or the place of one, is shown as …. In JSON, settings has key, value (null for what is not set or not shown), origin (null for what is not set) and enforced, for what the computer's file decides.

describe-config-example =
    Writes a configuration with every setting, its explanation and an example, all of it as comments.

describe-config-check =
    Reads the configuration and the files that it names, as other commands do, without using the network, and reports everything that is wrong at once. The exit code is 0 when it can be used, otherwise 2. servicedesk doctor then tries it.

describe-config-path =
    Shows the files that are read, the strongest first, and the one that config set changes.

describe-config-set =
    Changes one setting in the file and leaves all else in it as it is, comments included. VALUE is written as in the file, or as in a variable of the environment: without quotes, and lists with commas. The changed file is checked first; if that finds something new that is wrong, it is reported and nothing is written. What was wrong before may stay, with a warning. A read-only file is not changed. If VALUE begins with a hyphen, put -- before it. The old file is replaced as a whole, so nobody reads half of it.

    The file is the one of --config, otherwise the user's own, or the computer's for root or with --computer. If something stronger sets the same key, so that the value has no effect, that is said.

describe-config-unset =
    Removes one setting from the file, so that the default applies, or what a weaker file says. The comment right above it goes with it. What a blank line parts from it stays, and so do settings that are commented out and what the file begins with.

describe-completion =
    Writes the script to standard output, in the language of --lang or the terminal. Packages install the same scripts; this is for a computer without one, and for another language. It is the same with every --output. Reads no configuration.

describe-version =
    Shows the version, the commit that it was built from (not in a development build) and what is built in: kerberos, if it can sign in with a ticket. In JSON: version, commit, features, and schema, the version of the form of all JSON documents. Reads no configuration.

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
    .state-db = Codes, as keyed hashes, and the audit log, unless state.path says otherwise.
    .key = The key to them. Readable by its owner alone. A store with records or codes is used with no other.
    .head = How far the audit log has come.
    .practice = The practice directory and what was done in it.
    .silent = An empty file for each domain controller that did not answer. For five minutes, comparisons do not wait for it and look-ups start with the others. May be removed.

configuration = The configuration of servicedesk
    .language = The language of the operator and of the SMS, sv or en. Without it the operator gets the terminal's language, and the SMS is in Swedish.

describe-configuration =
    The configuration is a TOML file. One is looked for in the places below; a key in the operator's own file goes before the same key in the computer's. --config or SERVICEDESK_CONFIG name one file to read instead of both. What the computer's file enforces (the table enforced) stays with the computer's file in every case, so that file is always read, and one that cannot be read is a failure for everybody.

    Every key can also be set in the environment: directory.timeout_seconds is SERVICEDESK_DIRECTORY_TIMEOUT_SECONDS. What is set there goes before the files; options of the command line go before everything. In a variable, the values of a list are parted by commas.

    A key that is not known, or a value that will not do, is a failure that names file, line and key. Passwords and secrets do not belong in the configuration: keys that end in _file name the file that one stands in, which nobody but its owner may read; on Windows this is not checked, so keep it in the operator's own folder. A relative path starts at the configuration file's folder.

config-enforced = What the computer's file (/etc/servicedesk/config.toml) decides for everyone on the computer. In any other file, and in the environment, this table has no effect.
    .keys = Tables, or single keys as table.key. They have the value in the computer's file, or the default if it has none. The operator's files, variables and --config cannot change them, not even to something stricter. A value set there is ignored, and a warning says where it is; doctor shows WARNING. An option that would change one is a failure (exit code 2). [] enforces nothing. Without a computer's file nothing is enforced.

config-directory = Where the directory is, and who signs in to it.
    .servers = The domain controllers, tried in order: ldaps://host[:port], or ldap://host[:port], which means StartTLS (with bind = kerberos always ldap://, which the ticket then encrypts). If one does not answer within half a second, the next is tried as well. Required unless domain is set.
    .domain = The domain, for finding its controllers by DNS instead (the SRV records _ldap._tcp.dc._msdcs). Only names in the domain are used. Where servers is set, that is used. The domain's words count as common in a password.
    .site = The operator's site in Active Directory. Its controllers are tried first, where domain is set.
    .base = Where in the directory people are searched for. Without it, the server is asked, which takes a round trip.
    .ca_file = A file with the certificates to trust, as PEM, DER or PKCS#7, at most 1 MB. Without it, those that the system trusts. A damaged certificate in it is passed over, and doctor says which.
    .certificate_sha256 = The controllers' own certificates, as the SHA-256 of each: 64 hexadecimal digits, with or without colons. Exactly these are trusted, whatever their names and dates, and no others; so not together with ca_file. For a controller whose certificate cannot be right, such as the one that Samba makes. doctor shows the SHA-256.
    .tls_name = The controllers' name, in their certificates or in Kerberos, when servers gives them by address.
    .bind = How the operator signs in: simple, with user name and password, or kerberos, with the ticket that came with kinit or, on Windows, with signing in to the computer. No password is then kept, asked for or sent, and user and password_file must not stand here. Elsewhere than on Windows the program must be built with Kerberos (cargo build --features kerberos).
    .user = The operator's own account in the directory. {"{"}user{"}"} in it stands for the operating system's user, without a domain, so that one file serves all operators. Without it, servicedesk login asks for the name and stores it with the password. Not with kerberos.
    .password_file = A file with the operator's password. Without it, the keyring (see servicedesk-login(1)); else the program asks.
    .everywhere = Whether unlock, reset and the calls of assist always do as with --everywhere: read back on every domain controller of the site (without site: on all), unlock where the lock remains, and name those that are behind.
    .timeout_seconds = The longest wait for a controller's answer, in seconds, 1 to 60. A list may take twenty times as long in all. A controller that does not answer in time is disconnected, and the next one is asked.
    .history = required: a password that was used before is kept out, or none is set. off: it is not looked at.
    .mobile_attribute = The attribute in which the registered mobile is kept, or a list of attributes. Every number in every value counts as one; codes go to the first Swedish mobile, or else the first foreign number. Whoever can write one of the attributes can register a number. In an attribute with several values the lowest number comes first, since a directory keeps them in no order.
    .search_attributes = Attributes that name an account, besides its user name: employeeID, for example. A word that is the value of one finds the account. Personal numbers are searched in them and nowhere else; without them a personal number is not sent to the directory. Each should have an index in the directory.

config-sms = Which gateway sends the SMS. Without provider or preset none is sent.
    .provider = kannel, 46elks, twilio, http (any other, described by preset or in the table sms.http) or outbox (a folder, for trying). A preset needs no provider.
    .preset = A gateway whose description comes with the program. It fills in url, auth, headers, what is sent and how the answer is read. Every one needs sender and the secret (secret_file or the keyring). gatewayapi: the secret is an API token. infobip: url is https://(your own base address)/sms/3/messages, the secret an API key. link (LINK Mobility): url and user as assigned, platformId and platformPartnerId in sms.http.json. playsms: url is https://(your own host)/index.php?app=ws, user the account, the secret its webservices token. sinch: user is the service plan, the secret its API token. smseagle: url is https://(your own box)/index.php/api/v2/messages/sms, the secret an access token, ca_file the certificate of the box. telia (Bulk Messaging): user and secret of the service; sender is its access number without plus sign, or an approved name. vonage: user is the API key, the secret the API secret. What is set in url and http goes before the preset: tables are merged key by key, but success, queued, id, reason and delivery take the preset's place as a whole. With a provider other than http it is not used.
    .url = The gateway's address: https, or http to this computer only. 46elks, twilio and most presets have one already.
    .sender = Who the SMS is from: at most 11 letters and digits, or a number.
    .user = Our name at the gateway.
    .secret_file = A file with our password or key there. Without it, the keyring (servicedesk login sms).
    .outbox = For outbox: the folder. Every SMS is a JSON file in it.
    .default_country = The country of a number that is written without one. Only SE is known.
    .ca_file = A file (PEM, DER or PKCS#7) with the certificates to trust, for a gateway of your own. Without it, those that the system trusts.
    .timeout_seconds = The longest wait for the gateway, in seconds, 1 to 60.
    .http = For http: how the gateway is spoken to. url, method, auth, headers and query say where; form, json or xml what; success, queued, errors, id and reason how the answer is read. A success has to be proved: by an id, or by success with pointer (and equals) or body. An answer that proves nothing means that the SMS may have been sent (exit code 7), and one that begins with ERROR, or has an error in its JSON, that it was not. The texts in it are templates over text, from, to_e164, to_digits, to_00, ttl_seconds, expires, ref, user and secret. delivery says how the gateway is asked whether a message arrived (url, form) and how the answer is read (pending, delivered, failed, at, reason), with id, to_digits, address and origin in the texts.

config-verification = How a caller is verified.
    .code_lifetime_seconds = How long a code is valid, in seconds, 30 to 3600.
    .attempts = How many tries a code has, 1 to 10.
    .resend_seconds = How long to wait before a new code to the same account, in seconds, 0 to 3600.
    .sends_per_hour = How many codes may be sent in an hour to one account, and to one number, over the whole desk, 1 to 100.
    .sends_per_day = The same in 24 hours, 1 to 1000.
    .wrong_codes_per_day = How many wrong codes for one account in 24 hours close its verification, for every operator, 1 to 100. Until a day has passed, each further one closes it again.
    .lockout_minutes = How long it stays closed, in minutes, 1 to 1440. No code is sent or compared then, and a caller who was verified before no longer is, nor afterwards.
    .resets_per_day = How many new passwords one account can get in 24 hours before you are warned, 1 to 100. Nothing is refused.
    .window_seconds = How long a caller stays verified after a right code, in seconds, 0 to 28800. With 0 the code counts only for the command or call in which it was read back.
    .allow_identified_by = Whether --identified-by is allowed: the operator says how the caller was identified, and no code is needed.
    .manager = Whether a manager may vouch for a caller: send-code --via manager, and in a call when no code can go to the caller's own mobile.
    .mobile_age_days = For how many days a changed mobile number counts as new, 0 to 3650. Then, and when it was changed after the account was locked, the card warns. 0: no warning.
    .require_settled_mobile = Whether a code is not enough for a new number, or one whose change cannot be read. The caller must then be identified another way.
    .supervisors = Who may use --identified-by for an account whose verification is closed, which opens it again: names with their domain, as in directory.user, or SIDs; servicedesk whoami shows both. It is the directory that says who the operator is, however they signed in. allow_identified_by must be true as well. Without any, nobody can; the block ends with time.
    .notify = When the owner of an account gets an SMS that the servicedesk changed something, with the time and desk.phone to call. reset: after a new password. all: after an unlock as well, but not after an unlock of many. off: never. A change that failed is told, too, if it was made all the same, or may have been. It is sent after the result is shown, and changes nothing about it. A new number (mobile_age_days) gets none: an older one that is registered gets it instead, or the operator is told that the owner was not. When --deliver sms sends a password to the owner's number, that message is enough.

config-password_policy = The municipality's rules for passwords, in addition to the directory's.
    .min_length = The fewest characters, 0 to 256.
    .max_length = The most characters, 1 to 256.
    .uppercase = The fewest capital letters, 0 to 256.
    .digits = The fewest digits, 0 to 256.
    .forbidden_characters = Characters that may not occur.
    .banned_words = Which common words a password must not mostly consist of. on: those that come with the program, the names of the organisation and banned_words_file, and no part of the caller's name may occur. names: without those that come with the program. off: none, and banned_words_file is not read; the directory's own rules apply as always.
    .banned_words_file = A file of words of which a password must not mostly consist, one a line, 4 to 16 characters; # begins a comment. They are added to the others.
    .breached_passwords_file = The list of leaked passwords from Have I Been Pwned, ordered by hash. Without it, none is looked for. Where a part of the list is missing, a password that would be there is not accepted (exit code 6).

config-reset = New passwords.
    .must_change = Whether the caller must choose another password at the next sign-in, unless --must-change or --no-must-change say: true, false, or at_workplace: only a caller who is at work, or of whom nobody has said where they are. Elsewhere a caller would be kept out of web services until the password is changed. Where it is enforced, an option that says otherwise is refused.

config-protected = Accounts that are never changed from here. These are always protected: accounts with adminCount=1, and members of the groups of administrators that come with a domain, whatever they are called there: Domain Admins, Enterprise Admins, Schema Admins, Group Policy Creator Owners, Key Admins and Enterprise Key Admins, Administrators, Account, Server, Print and Backup Operators, Replicator, and the groups of controllers. What counts is the account's token (tokenGroups): groups within groups, the primary group, and what that is in. Where it cannot be told whether an account is protected, since the operator may not read what tells, it is.
    .groups = More groups whose members are protected, directly or through other groups: names, SIDs or DNs. The English name of a group that comes with a domain means that group, whatever it is called there; any other must exist and be a security group: no token has a distribution group. In an environment variable they are separated by commas, or by semicolons where a DN is among them.
    .units = Organisational units: every account in them, and in those below, is protected. Whole DNs, and they must exist. In an environment variable they are separated by semicolons.
    .operators = Whether the signed-in operator's own account and those in verification.supervisors are protected.

config-state = Where codes and the audit log are kept. The limits on codes count in one store. Without path and url, the store is in the operator's state folder. The operator's environment (HOME, XDG_STATE_HOME) decides where that is, even if state is enforced. To decide it yourself, set path or url in the computer's file.
    .path = An SQLite file. Its folder is created if it is missing. Only the owner may read the file and those beside it, and only the owner may write to the folder. Links are not accepted. Without it, one in the operator's state folder.
    .url = A PostgreSQL database, one for the whole desk; the file is not used then. Over the network it is always TLS, with the certificate checked against the host (sslmode=verify-full). To this computer, sslmode=disable is accepted, and host=/run/postgresql for a socket. Defaults: port 5432, the computer's user, and a database of the same name. The address must not contain a password.
    .password_file = A file with the database password, readable only by its owner. Without it, the file that PostgreSQL's own programs use: $PGPASSFILE or ~/.pgpass, with the same rule. Passwords are not taken from the environment.
    .ca_file = A file (PEM, DER or PKCS#7) with the certificates to trust for the database. Without it, those that the system trusts.
    .key_file = The desk's key for codes and numbers, readable only by its owner; the same file on all of the desk's computers. The first run on a new database makes it. Without it, desk.key in the operator's state folder. With an SQLite file the key lies beside that instead.

config-audit = The audit log. Its records name the operator as the directory does, with the SID, however they signed in. A rejected sign-in is recorded with the name that was typed.
    .syslog = Where it is sent as well: udp://, tcp:// or tls://host[:port] (RFC 5424; default ports 514, 514 and 6514), local or true for the computer's own log, or journald. Windows has only the first three. Each record is sent when it is stored. One that does not arrive is sent again by the next run; the first run sends the whole log. Commands do not wait for it. With udp, nobody can tell whether a record arrived, nor with tcp or tls where the receiver takes it and loses it.
    .ca_file = A file (PEM, DER or PKCS#7) with the certificates to trust for tls. Without it, those that the system trusts.
    .keep_days = How many days records stay in the store at least. audit archive takes what is older, unless --before says otherwise, and removes nothing that is younger. Nothing is removed by itself.

config-desk = What is said to callers.
    .organisation = Whose servicedesk it is; it signs the SMS. Its words count as common in a password.
    .services = The services that the new password is for. Their names count as common in a password.
    .extension = The servicedesk's number inside the organisation.
    .phone = The servicedesk's number, as the SMS gives it. Dashes, spaces and letters that an SMS cannot have become the nearest ones it can.
    .selfservice_url = The page where people can unlock their account or change their password themselves. A caller with a registered mobile is told it at the end of a call.
    .escalation = Who takes over what cannot be done from here, such as protected accounts. As it stands within a sentence: “I am handing you over to IT operations”. Without it: those who manage the accounts.

config-card = The card of an account.
    .show = What the card shows after the name, the mobile and the lockout, in this order. The most important first: if the card does not fit together with a question, the last is left out. mail is shown if the address differs from the account's UPN, wrong_passwords if there are any, expires if the account has an end date, hours and computers if they are limited. The JSON and CSV of lookup always have everything.
