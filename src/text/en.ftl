### English. One sentence a line; { $name } is filled in.

## Times
when = { $clock } ({ $distance })
ago-now = just now
# $n (Number)
ago-minutes = { $n ->
    [one] { $n } minute ago
   *[other] { $n } minutes ago
    }
# $n (Number)
ago-hours = { $n ->
    [one] { $n } hour ago
   *[other] { $n } hours ago
    }
# $n (Number)
ago-days = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
    }
in-now = any moment
# $n (Number)
in-minutes = { $n ->
    [one] in { $n } minute
   *[other] in { $n } minutes
    }
# $n (Number)
in-hours = { $n ->
    [one] in { $n } hour
   *[other] in { $n } hours
    }
# $n (Number)
in-days = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
    }
# $n (Number)
span-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
    }
# $n (Number)
span-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
    }
# $n (Number)
span-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
    }

## The SMS
sms-code = { $code } is your code to unlock your account or change your password. Tell it only to the servicedesk that you called yourself{ $phone }.{ $organisation }
sms-password =
    Here is the new password that you asked the servicedesk for{ $phone }.{ $change }{ $organisation }
    { $password }
sms-password-change = Change it when you sign in.
sms-trial = A test from the servicedesk{ $phone }: SMS messages arrive. You need not do anything.{ $organisation }

## The account's card
card-account = Account
card-place = Place
card-name = Name
card-department = Department
card-mail = Mail
card-mobile = Mobile
card-signs = Note
card-lock = Locked
card-tries = Wrong tries
card-hours = Sign-in
card-computers = Computers
card-expires = End date
card-password = Password
card-policy = Rules
card-why = State
card-next = Do now
sign-changed-since-lockout = The mobile number was changed after the account was locked. That is what someone does who takes an account over: find out who is calling.
sign-changed-lately = The mobile number was changed lately. Make sure that the right person is calling.
sign-change-unknown = When the mobile number was changed cannot be read. It may be new.
sign-landline = The mobile number is a landline.
sign-foreign = The mobile number is a foreign one.
sign-servers-unheard = No answer from { $servers }. If the account is locked there, it does not show here.
sign-servers-disagree = Locked on { $locked }, but not on { $open }. Only a caller who signs in there is kept out.
sign-shared = The mobile number is on { $accounts } too. The code only shows that the caller holds the phone, so ask for more.
sign-shared-by-more = The mobile number is on { $accounts } and more accounts too. The code only shows that the caller holds the phone, so ask for more.
sign-shared-by-many = Several accounts have the mobile number. The code only shows that the caller holds the phone, so ask for more.
sign-sharing-unknown = Whether several accounts have the mobile number could not be found out.
# $n (Number)
sign-wrong-codes = { $n ->
    [one] A wrong code has been read back for the account in the last 24 hours.
   *[other] { $n } wrong codes have been read back for the account in the last 24 hours.
    }
# $n (Number)
sign-resets = { $n ->
    [one] The password has been set from here once already in the last 24 hours.
   *[other] The password has been set from here { $n } times already in the last 24 hours.
    }
sign-closed = Too many wrong codes: none holds for the account until { $until }.
sign-clock-behind = The directory server's clock is { $span } behind this computer's. The times here are the server's.
sign-clock-ahead = The directory server's clock is { $span } ahead of this computer's. The times here are the server's.
mobile-missing = no number registered
mobile-unreadable = what is registered is not a phone number
mobile-landline = { $masked } – a landline, it takes no SMS
mobile-foreign = { $masked } – a foreign number
mobile-changed = { $number }, changed { $when }
lock-open = no
lock-lapsed = no – the lock from { $when } has lapsed
lock-since = YES, since { $when }
lock-now = YES
lock-opens-at = { $lock }; opens by itself { $when }
lock-opens-by-hand = { $lock }; does not open by itself
lock-opens-unknown = { $lock }; when it opens cannot be read
# $n (Number)
tries-last = { $n }, last { $when }
# $n (Number)
tries = { $n }
password-set = set { $when }
password-never-set = must be changed at the next sign-in
password-expires = { $set }, expires { $when }
password-expired = { $set }, expired { $when }
password-never-expires = { $set }, does not expire
hours-until = allowed until { $when }
hours-from = not allowed until { $when }
hours-never = never allowed
only-computers = only { $computers }
policy-domain = the domain's
policy-pso = special, “{ $name }”
policy-unreadable = special, “{ $name }”, which you may not read
# $length (Number)
# $history (Number)
policy-line = { $source }: at least { $length } characters, none of the last { $history }
policy-complex-names = { $line }, three kinds of character and no part of the name
policy-complex = { $line }, three kinds of character

## Verdict: why
why-nothing = Nothing is wrong with the account.
why-locked = Locked after too many wrong passwords.
why-disabled = The account is disabled.
why-account-expired = The account has expired.
why-password-expired = The password has expired.
why-must-change = The password must be changed at the next sign-in.
why-own-change-denied = The account may not change its own password, so the caller is shut out.
why-outside-hours = The account may not sign in at this time.
why-smartcard = Signs in with a card, not with a password.
why-some-computers = The account may sign in at some computers only.
why-ends-soon = The account expires within a day.
why-demand-without-effect = The password is marked to be changed but need not be: it never expires.
why-own-change-unknown = Cannot be checked: whether the account may change its own password.
why-state-hidden = You have no right to read the account's state ({ $attributes }).
why-odd-name = The user name has characters that no user name may have. It could be mistaken for someone else's.
why-administrator = Protected account (administrator).
why-member = Protected account (member of { $group }).
why-below = Protected account (below { $unit }).
why-own = Protected account (your own).
why-supervisor = Protected account: a supervisor's (verification.supervisors).
why-unknown = Treated as protected: whether the account belongs to an administrator cannot be told, since you may not read { $attribute }.

## Verdict: what to do
do-unlock-or-reset-everywhere = Unlock on all servers: servicedesk unlock { $account } --everywhere. If the password is forgotten: servicedesk reset { $account } --everywhere.
do-unlock-or-reset = Unlock: servicedesk unlock { $account }. If the password is forgotten: servicedesk reset { $account }.
do-change-at-sign-in = { $say } If the password is forgotten: servicedesk reset { $account }.
do-change-at-sign-in-only = { $say } A new password cannot be set from here with a code.
do-reset = Only a new password helps, one that need not be changed: servicedesk reset { $account } --no-must-change. It works if the server can check earlier passwords; else hand over to the directory administrator.
do-wait-for-hours = The account may sign in from { $when }. Whoever is responsible for it can change the hours.
do-never-hours = The account may never sign in, so neither unlocking nor a new password helps. The person responsible for the account can change that.
do-only-computers = The account may sign in only at { $computers }.
do-check-computer = Ask which computer the caller sits at: the account may sign in only at those under Computers. If the password is forgotten: servicedesk reset { $account }.
do-check-computer-only = Ask which computer the caller sits at: the account may sign in only at those under Computers. A new password cannot be set from here with a code.
do-wait-or-reset = You may not change { $account }. Wait until it opens by itself, or hand over to someone who may unlock it or set a new password.
do-enable-elsewhere = Neither unlocking nor a new password helps. Ask the caller to talk to their manager.
do-extend-elsewhere = Neither unlocking nor a new password helps. The manager needs to extend the employment or assignment.
do-nothing = If the password is forgotten: servicedesk reset { $account }. Else: try again, check Caps Lock and that the right user name is typed.
do-try-again = Try again, check Caps Lock and that the right user name is typed. A new password cannot be set from here with a code.
do-here-unlock-or-reset = Send a code. Then unlock, or set a new password if it is forgotten.
do-here-change-at-sign-in = { $say } If the password is forgotten: send a code and set a new one.
do-here-reset = Send a code and set a new password. It works if the server can check earlier passwords; else hand over to the directory administrator.
do-here-check-computer = Ask which computer the caller sits at: the account may sign in only at those under Computers. If the password is forgotten: send a code and set a new one.
do-here-nothing = Try again: the right user name, Caps Lock off. If the password is forgotten: send a code and set a new one.
do-register-mobile = No code can be sent. A mobile number must be registered first; ask the caller to turn to their manager or to come to the servicedesk with ID.
do-escalate = Not changed from the servicedesk. Hand over to those who look after such accounts.
do-get-read-right = Nothing can be done from here. Ask the directory's administrator for the right to read { $attributes } on this account.
do-rename-account = Nothing can be done from here. Ask the directory's administrator to give the account another user name.

## Lists
# $n (Number)
several-match = { $n } accounts match:
more-match = There are more than these. Give more of the name.
ask-each-server = Could the account be locked on another server? Ask all of them: servicedesk lookup { $account } --each-server
unlock-on-each-server = Could the account be locked on another server? Unlock on all of them: servicedesk unlock { $account } --everywhere

## On every server
each-server = Server
each-pdc = { $server } (PDC)
each-none = { $name } ({ $account }): no server answered.
# $n (Number)
each-open = { $name } ({ $account }) is not locked on { $n ->
        [one] the server that answered
       *[other] any of the { $n } servers that answered
    }.
# $n (Number)
each-locked = { $name } ({ $account }) is locked on { $n ->
        [one] the server that answered
       *[other] all { $n } servers that answered
    }.
# $locked (Number)
# $n (Number)
each-differ = { $name } ({ $account }) is locked on { $locked } of { $n } servers. They do not agree: the account may be locked where the caller is.
each-arose = The lock arose on { $server }, by the directory's own records.
each-most-tries = The lock probably arose on { $server }: it has counted the most wrong passwords.
each-passwords-differ = Not all have the same password: a change is on its way between the servers. The caller may have to wait.
each-clock-behind = { $server }: its clock is { $span } behind this computer's.
each-clock-ahead = { $server }: its clock is { $span } ahead of this computer's.
# $n (Number)
each-unheard = { $n ->
        [one] One server told nothing. The account may still be locked there.
       *[other] { $n } servers told nothing. The account may still be locked there.
    }
each-sign-in = did not let the operator in: { $why }
each-no-account = the account is not there.
# $n (Number)
# $seconds (Number)
everywhere-open = Read back on { $n ->
        [one] the only server
       *[other] all { $n } servers
    }: the account is open there. It took { $seconds ->
        [0] less than a second
       *[other] { $seconds } s
    }.
everywhere-unlocked = The lock was still on { $servers } and is ended there too.
everywhere-locked = { $server }: still locked.
everywhere-behind = Still behind: { $servers } The account may be locked there yet. Look in a while: servicedesk lookup { $account } --each-server

## An account that is watched
watch-begins = Watching { $account } until { $until }. What happens is told here. Ctrl-C ends the watch.
watch-line = { $clock } { $text }
# $n (Number)
watch-tries = Wrong password again, { $n ->
        [one] one try
       *[other] { $n } tries
    } on { $servers }.
watch-locked = Locked again, on { $server }.
watch-still-locked = { $server }: still locked, the unlock has not got there yet.
watch-opened = { $server }: open now.
watch-back = { $server }: answers again.
watched-quiet = Watched until { $until }: no wrong password, and no new lock.
# $n (Number)
watched-tries = Watched until { $until }: no new lock, but { $n ->
        [one] one wrong password since the unlock, on { $server }.
       *[other] { $n } wrong passwords since the unlock, most of them on { $server }.
    }
watched-tries-say = Unless it is the caller who tries, it is a device or a program. Say: “Something keeps signing in with an old password. Look at the mail on your phone, saved Wi-Fi passwords, network folders, and other computers where you are signed in.”
# $n (Number)
watched-locked = Locked again at { $at }, on { $server }{ $n ->
        [0] .
        [one] , after one wrong password since the unlock.
       *[other] , after { $n } wrong passwords since the unlock.
    }
watched-locked-say = Say: “The account was locked again. A device or a program tries an old password. Look at the mail on your phone, saved Wi-Fi passwords, network folders, and other computers where you are signed in, and change the password there.”
watched-locked-hint = Unlock again when that has been put right: servicedesk unlock { $account } --watch

## Codes
say-number = Say: “I am sending a code to your mobile. The number ends with { $last }; is that right?”
ask-send-code = Send a code to { $to }?
yes-or-no = { $question } [Y/n]
answer-yes-or-no = Answer y or n.
ask-code = The code that is read back (empty: send a new one)
code-sent = A code is on its way to { $to }. It is good until { $until }.
code-queued = The SMS gateway took the code for { $to } but cannot deliver it just now. It may take a while.
code-may-be-sent = It is unclear whether the code to { $to } went out: the SMS gateway gave no clear answer. Ask whether it came. If none comes within a minute, send a new one.
# $left (Number)
code-replaced-left = That is an older code: ask for the one in the newest SMS. { $left ->
    [one] One try left.
   *[other] { $left } tries left.
    }
closed-until = Note: too many wrong codes have been read back for this account. Its verification is closed until { $until }.
verification-reopened = The account's verification is open again.
code-not-yet = A new code can be sent { $again }.
code-not-six = A code is six digits. No try was used.
# $left (Number)
code-wrong-left = Wrong code. { $left ->
    [one] One try left.
   *[other] { $left } tries left.
    }
# $left (Number)
code-other-left = That code belongs to another of your callers. { $left ->
    [one] One try left.
   *[other] { $left } tries left.
    }
code-verified = Right code. The caller is verified.
verified = The caller about { $account } is verified.
verify-later = When the code is read back: servicedesk send-code { $account } --verify CODE, or at once: servicedesk unlock { $account } --code CODE
phone-shows = The phone { $to } shows (practice):

## Unlock and reset
unlocked = Unlocked: { $name } ({ $account }). Read back: the account is open.
try-now = Say: “You can sign in{ $on } now, with the same password as before.”
try-soon = Say: “Try to sign in{ $on }, with the same password as before. If it does not work, wait a few minutes and try again.”
say-in-a-while = Say: “If it does not work at once, wait a few minutes and try again.”
nothing-to-unlock = { $name } ({ $account }) is not locked. There is nothing to unlock.
try-again-or-reset = Say: “Try again.” If the password is forgotten: servicedesk reset { $account }
ask-password = New password (empty: make one)
ask-make-password = Make a password to be read out? [y/N]
ask-password-again = The same password again
ask-password-to-check = Password to check
passwords-differ = The two are not the same. Try again.
no-password-to-make = No password can be made that keeps all rules. Type one instead.
# $bits (Number)
password-made = The password has at least { $bits } bits of randomness.
not-a-password-typed = A password has at least one character and no control characters. Try again.
typed-unreadable = What was typed has a character that could not be read. Nothing has changed. Check that the terminal's encoding is UTF-8, and type it again.
paste-left-out = Several lines were pasted. Only the first was used.
password-hides = The password contains characters that do not show: { $what }.
ask-hidden = Use it all the same? [y/N]
secret-hides = The secret contains characters that do not show: { $what }. It is used exactly as it is.
hidden-blank-first = a space first
hidden-blank-last = a space last
reset-done = New password set for { $name } ({ $account }).
reset-unlocked = The account was locked and is open now.
reset-change-without-effect = The new password need not be changed: this account's password never expires.
reset-change-denied = The new password need not be changed: the account may not change its own password.
reset-change-unseen = Cannot be checked: whether the account may change its own password. If the caller is shut out: servicedesk reset { $account } --no-must-change.
reset-history-off = Earlier passwords were not checked: the configuration turns that off.
reset-generated = The password: { $password }
password-sent = The password has been sent to { $to }. Ask whether it has come.
password-queued = The SMS gateway took the password for { $to } but cannot deliver it just now. It may take a while.
reset-say = Say: “You can sign in{ $on } now. The computer takes the new password when it is next started on the workplace's network.”
reset-say-must-change = Say: “Sign in at a computer at work with the new password. You will then choose one of your own.”

## Many accounts at once
# $n (Number)
ask-unlock-many = { $n ->
    [one] Unlock { $n } account?
   *[other] Unlock { $n } accounts?
    }
no-or-yes = { $question } [y/N]
# $n (Number)
bulk-accounts = { $n ->
    [0] No accounts.
    [one] { $n } account:
   *[other] { $n } accounts:
    }
bulk-unlocked = Unlocked
bulk-would-unlock = To be unlocked
bulk-not-locked = Not locked
bulk-not-found = Not found
bulk-ambiguous = Unclear which
bulk-protected = Protected
bulk-disabled = Disabled
bulk-expired = Expired
bulk-smartcard = Sign in with a card
bulk-unreadable = State may not be read
bulk-not-read-back = Unlocked, not read back
bulk-failed = Not unlocked
bulk-repeated = Listed twice or more
bulk-line = Line
# $n (Number)
bulk-more = … and { $n } more. All of them show with -v, or are kept in a file with --report.
bulk-dry-run = Nothing has changed (--dry-run).
bulk-again = Run the same command again when the obstacle is gone: what is done is not done again.
bulk-others-follow = Unlocked on { $servers }. The other servers learn of it by the directory's replication, at the same site mostly within a minute; for many accounts at once they are not read back.
# $n (Number)
bulk-stopped-failures = Stopped after { $n } failures in a row. The rest was not begun.
bulk-stopped-interrupt = Cancelled. What was under way is finished, the rest was not begun.
bulk-stopped-directory = Stopped: { $cause }
bulk-stopped-store = Stopped: { $place }, where the audit trail is, could not be written. Without a record nothing is done.
bulk-report = Every row is in { $path }.
bulk-report-failed = The report { $path } is not whole: { $why }. The unlocking is not affected.
# $n (Number)
# $minutes (Number)
bulk-spray = { $n } accounts were locked within { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
    }, from { $from }. That is how it looks when someone guesses passwords, not when people mistype them.
bulk-spray-hint = Call the security contact before you unlock: whoever is guessing could then go on. If the cause is known and harmless, run it again with --accept-risk.
bulk-spray-accepted-hint = Call the security contact, if that is not done: whoever is guessing can go on once the accounts are unlocked.
row-unlocked = unlocked
row-would-unlock = to be unlocked
row-not-locked = not locked, nothing to do
row-not-found = not found; check the spelling
row-ambiguous = several accounts match; give the user name
row-protected = protected; hand over to those who look after such accounts
row-own-account = your own; ask a colleague or another desk for help
row-supervisor = protected, a supervisor's (verification.supervisors); hand over to those who look after such accounts
row-protection-unknown = whether it is protected cannot be told: you may not read { $attribute }; nothing is done
row-disabled = disabled; unlocking does not help
row-expired = expired; unlocking does not help
row-smartcard = signs in with a card; unlocking does not help
row-state-hidden = you may not read its state; nothing is done
row-odd-name = the user name has characters that no user name may have; nothing is done
row-failed = not unlocked
row-no-right = you may not unlock it
# $code (Number)
row-refused = the directory said no (LDAP { $code })
row-no-answer = unclear: no answer came; look with lookup
row-locked-again = locked again; something uses an old password
row-not-read-back = unclear: could not be read back; look with lookup
row-not-tried = not begun
row-gone = no longer there
row-not-recorded = { $outcome }, but missing in the audit trail; note it in the case
row-same-as = the same account as earlier in the list: { $outcome }
row-too-long = longer than any name
row-characters = characters that no name has
row-not-a-name = cannot be a user name or an address; phone numbers are not looked for in a list
row-no-account = no account on this line
row-not-json = not JSON
row-open-quote = a quotation mark has joined several rows

## Reading a password aloud. The numbers are code points of Unicode; the letters those of the ICAO alphabet.
# $code (Number)
spelled =
    { $code ->
        [32] space
        [33] exclamation mark
        [34] quotation mark
        [35] hash
        [36] dollar sign
        [37] percent sign
        [38] ampersand
        [39] apostrophe
        [40] left parenthesis
        [41] right parenthesis
        [42] asterisk
        [43] plus
        [44] comma
        [45] hyphen
        [46] full stop
        [47] slash
        [48] zero
        [49] one
        [50] two
        [51] three
        [52] four
        [53] five
        [54] six
        [55] seven
        [56] eight
        [57] nine
        [58] colon
        [59] semicolon
        [60] less than
        [61] equals sign
        [62] greater than
        [63] question mark
        [64] at sign
        [91] left bracket
        [92] backslash
        [93] right bracket
        [94] caret
        [95] underscore
        [96] backtick
        [97] Alfa
        [98] Bravo
        [99] Charlie
        [100] Delta
        [101] Echo
        [102] Foxtrot
        [103] Golf
        [104] Hotel
        [105] India
        [106] Juliett
        [107] Kilo
        [108] Lima
        [109] Mike
        [110] November
        [111] Oscar
        [112] Papa
        [113] Quebec
        [114] Romeo
        [115] Sierra
        [116] Tango
        [117] Uniform
        [118] Victor
        [119] Whiskey
        [120] X-ray
        [121] Yankee
        [122] Zulu
        [123] left brace
        [124] vertical bar
        [125] right brace
        [126] tilde
        [228] A with two dots
        [229] A with a ring
        [246] O with two dots
       *[other] { $sign }
    }
spelled-capital = capital { $letter } as in { $name }

not-taken = { $why } Nothing has changed. Ask for another one.
not-taken-yet = { $why } Nothing has changed. Try again, or stop with Ctrl-C: the caller can go on with the password from last time.
not-taken-yet-halfway = { $why } The account now has a temporary password that nobody knows. Try again, or hand over to the directory's administrator.
not-taken-halfway = { $why } The account now has a temporary password that nobody knows, so a new one must be set. Ask for another one.
why-used-before = The directory did not take the password: it was used before.
why-used-before-likely = The directory did not take the password: probably it was used before.
why-unreadable = The directory did not take the password: it was used before, or it breaks the rules “{ $name }”, which you may not read. A longer one may help.
# $least (Number)
why-too-short = The directory did not take the password: it needs at least { $least } characters.
why-too-simple = The directory did not take the password: it is too simple. It needs more kinds of character and no part of the name.
why-too-young-until = The directory did not take the password: the last one is too new and can be changed only { $when }.
why-too-young = The directory did not take the password: the last one is too new to be changed yet.

## Password rules
# $wanted (Number)
# $found (Number)
rule-min-length = At least { $wanted } characters ({ $found } found)
# $most (Number)
# $found (Number)
rule-max-length = At most { $most } characters ({ $found } found)
# $wanted (Number)
# $found (Number)
rule-uppercase = At least { $wanted ->
    [one] 1 capital
   *[other] { $wanted } capitals
    } ({ $found } found)
# $wanted (Number)
# $found (Number)
rule-digit = At least { $wanted ->
    [one] 1 digit
   *[other] { $wanted } digits
    } ({ $found } found)
rule-forbidden = None of { $forbidden }
rule-forbidden-found = Characters that are not allowed – leave out { $found }
# $wanted (Number)
# $found (Number)
rule-complexity = At least { $wanted } of: capitals, small letters, digits, other signs ({ $found } found)
rule-name = No part of the name
rule-name-whole = The whole password is the name – choose another
rule-name-found = No part of the name – leave out “{ $part }”
rule-breached = Not among leaked passwords
# $times (Number)
rule-breached-found = Among leaked passwords ({ $times ->
    [one] once
   *[other] { $times } times
    }): choose another
rule-hidden = No invisible characters, no space first or last
rule-hidden-meant = Invisible characters, taken as they are: { $found }
rule-hidden-found = Invisible characters: { $found } – leave them out
rule-words = Not only common words
# $missing (Number)
rule-words-found = Too common: { $found } – add at least { $missing ->
    [one] one character
   *[other] { $missing } characters
    } of your own
rule-words-whole = The whole password is common words – choose another
# $n (Number)
asks-min-length = At least { $n } characters
# $n (Number)
asks-max-length = At most { $n } characters
# $n (Number)
asks-uppercase = At least { $n ->
    [one] one capital
   *[other] { $n } capitals
    }
# $n (Number)
asks-digit = At least { $n ->
    [one] one digit
   *[other] { $n } digits
    }
# $n (Number)
asks-complexity = At least { $n } kinds of: capitals, small letters, digits, other signs
# $n (Number)
asks-history = None of the last { $n }
asks-age = The person can change it alone from { $when }; with reset it works now
rules-unreadable = The rules are { $name }. You may not read them; they may ask for more than what is listed here.
say-aloud = Say: “{ $sentence }”
spoken-both = The password needs { $wanted }, but { $unwanted }.
spoken-wanted = The password needs { $wanted }.
spoken-unwanted = The password may be anything, but { $unwanted }.
# $n (Number)
spoken-length = at least { $n } characters
# $n (Number)
spoken-uppercase = { $n ->
    [one] one capital
   *[other] { $n } capitals
    }
# $n (Number)
spoken-digit = { $n ->
    [one] one digit
   *[other] { $n } digits
    }
spoken-third-kind = a small letter or another sign
spoken-kinds = three kinds of capitals, small letters, digits and other signs
spoken-forbidden = no { $forbidden }
spoken-name = no part of your name
spoken-words = not only common words
spoken-history = nothing you have used before
and = { $first } and { $last }
or = { $first } or { $last }
rule-ok = ok
rule-broken = NO
source-local = municipality
source-domain = domain
policy-accepted = The password keeps every rule that can be checked.
# $acceptable (Number)
# $read (Number)
lines-checked = { $acceptable } of { $read } passwords keep every rule that can be checked.
line-not-a-password = The line is empty or has control characters, so it cannot be a password.
line-not-text = The line is not text in UTF-8, or too long for a password.
policy-refused = The password will not do.
unknown-history = Cannot be known: whether it was used before.
unknown-directory = Cannot be known: the directory's own rules. Name an account to count them in.
unknown-complexity = Cannot be known: whether the kinds of character are enough; servers count spaces and rare characters differently.
unknown-filter = Cannot be known: whether an extra filter on the server says no.

## The audit trail
audit-number = No
audit-when = When
audit-who = Who
audit-what = What
audit-whom = Account
audit-step = How it went
audit-none = Nothing is recorded.
# $n (Number)
audit-unreadable = Record { $n } cannot be read. Run: servicedesk audit verify
# $n (Number)
audit-holds = The audit trail holds: { $n ->
        [one] one record
       *[other] { $n } records
    }. None is changed, taken out, put in or moved.
audit-holds-anchor = It goes through { $anchor }.
audit-anchor = Keep this somewhere else, and hold the trail against it next time (--anchor): { $anchor }
audit-proves = This does not show everything: whoever can write the store, the file beside it (.head) and every place where the anchor is kept can make the whole trail anew.
# $n (Number)
# $before (Number)
audit-changed = Record { $n } does not fit the one before: it was changed, or record { $before } was and its hash made anew.
audit-changed-first = Record 1 does not fit: it was changed, or the beginning of the chain (the id of the store) was exchanged.
# $n (Number)
audit-missing = Record { $n } was taken out.
# $n (Number)
# $last (Number)
audit-missing-many = Records { $n } to { $last } were taken out.
# $n (Number)
# $at (Number)
audit-reordered = Record { $n } was moved: it is now at { $at }.
# $n (Number)
audit-inserted = Record { $n } was put in afterwards.
# $last (Number)
# $known (Number)
audit-truncated = The end is gone: there is nothing after record { $last }, but according to { $witness } there were at least { $known } records.
# $n (Number)
audit-rewritten = Record { $n }, or one before it, is another one, and everything after it was made anew: it does not fit { $witness }.
audit-head-gone = The records hang together, but the file beside the store (.head) is gone or spoilt, so nobody can tell whether the end is gone.
audit-head-anew = When it is cleared up: write the line { $anchor } to that file (.head), and the trail is held against it from then on.
# $n (Number)
audit-listed-otherwise = The records hold, but the store's list of what has no outcome was changed: it says something else of record { $n }.
audit-fault-hint = Change nothing more. Copy the whole folder, and tell whoever is responsible for security.
witness-head = the file beside the store (.head)
witness-anchor = the anchor
# $n (Number)
audit-exported = { $n ->
        [one] One record was exported.
       *[other] { $n } records were exported.
    }
resolve-nothing = Everything that was begun has an outcome. There is nothing to find out.
# $n (Number)
resolve-under-way = { $n ->
        [one] One act was
       *[other] { $n } acts were
    } begun just now and may be under way. Wait five minutes and run this again.
found-open = the account is open now
found-locked = the account is locked now
found-password-set = the password was set after that
found-password-as-before = the password was not changed since
found-must-change = the password must be changed at the next sign-in; there is no telling when it was set
found-nobody = there is no such account under that name
found-not-known = there is no way to know
# $n (Number)
many-resets = { $n ->
    [one] Note: this account has got a new password once already in the last day. Is it the right person who is calling?
   *[other] Note: this account has got a new password { $n } times already in the last day. Is it the right person who is calling?
    }
unanswered = Note: { $who } began this { $when }: { $what }. How it went is not recorded, so it may have been done. Look: servicedesk audit resolve
# $n (Number)
unanswered-of = { $n ->
    [one] Note: Something was begun for one of the accounts.
   *[other] Note: Something was begun for { $n } of the accounts.
    } How it went is not recorded, so it may have been done. Look: servicedesk audit resolve
operator-unknown = The directory does not say who you are. The audit trail calls you { $user }, as you signed in, and you do not count as anyone in verification.supervisors.
sign-in-not-recorded = The sign-in could not be recorded in { $place }. You can look people up, but change nothing until it can.
head-not-kept = The records are kept, but not how far they have come: { $path } cannot be written ({ $why }).
log-server-away = The log { $server } does not take anything: { $why }. The records are kept here and will be sent next time.
head-strange = The audit trail does not fit { $path }: records may have been taken out or exchanged. Run: servicedesk audit verify
head-gone = { $path } is gone or empty, though there are records: the last ones may have been taken out. It is not created again. Run: servicedesk audit verify
head-foreign = { $path } holds something else, or is a link, and is not overwritten. Until then nobody can see whether the last records are taken out. Move the file away. Run: servicedesk audit verify
action-sign-in = sign in
action-send-code = send code
action-verify-code = check code
action-reopen = open verification again
action-unlock = unlock
action-reset-shown = new password, on screen
action-reset-sent = new password, by SMS
action-reset = new password
action-send-trial = send test SMS
action-send-password = send password
step-intent = intent
step-done = done
step-failed = failed
step-partly = partly or unclear
step-refused = refused
step-open = may have been done
step-resolved = found out
step-reason = { $step } ({ $reason })

## Around a run
error = Error: { $message }
hint = What to do: { $hint }
warning = Note: { $message }
detail = Detail: { $detail }
ask-sign-in = Password of { $user } in the directory ({ $server })
wait-connect = Connecting to { $servers } …
wait-search = Asking the directory …
wait-each = Asking every server …
wait-unlock = Unlocking { $account } …
wait-password = Setting the password of { $account } …
wait-sms = Sending an SMS to { $to } …
wait-watch = Watching { $account }, { $left } left …
passed-over = { $server } could not be used: { $why } The next one is used.
pdc-passed-over = { $pdc } is the domain's PDC, which decides on locks and passwords, and it is not reached. Changes are made on { $server } and get there once the servers are in touch again.
unknown-site = DNS does not know any directory servers at the site { $site } (directory.site). Those of other sites are used.
demo-reset = The practice directory is as new.
result-not-written = It is done, but the result could not be written: { $why }
result-not-written-hint = Make room where the result goes, or have it written elsewhere, and run again.
result-of-change-not-written = It is done, but nobody can read the result: standard output could not be written ({ $why }). See how things stand before you try again.
output-closed = closed, or has no reader
nowhere-to-show = A generated password could not be shown: standard output cannot be written to. Nothing has changed.
nowhere-to-show-hint = Run it where standard output is read, or send the password with --deliver sms.
generated-not-shown = The password that was made for { $account } could not be handed over, so nobody knows it. Set a new one: servicedesk reset { $account }
generated-set-not-shown = A new password is set for { $account }, but it could not be shown, so nobody knows it. Set another one: servicedesk reset { $account }

## Secrets in the keyring
ask-sms-secret = The secret at the SMS gateway ({ $place })
ask-store-password = Password of { $user } in the database ({ $place })
keyring-ask-instead = { $why }, so the password has to be typed.
file-goes-first = { $key } is set and goes before the keyring. Remove that line from the configuration, and what is kept is used.
secret-directory = the password of { $user } in the directory
secret-sms = the secret at the SMS gateway ({ $place })
secret-store = the password of { $user } in the database ({ $place })
let-in = Tried: { $user } is let in to the directory ({ $server }).
secret-kept = Kept in your keyring on this computer: { $secret }.
secret-kept-in-memory = Kept in the kernel's keyring on this computer: { $secret }. It goes when the computer restarts, or when it has not been used for three days.
untried-sms = Not tried: only a real SMS can. Try it with: servicedesk send-code and your own account.
untried-store = Not tried. Try it with: servicedesk audit show
secret-forgotten = Removed from the keyring: { $secret }.
nothing-to-forget = There was nothing to remove from the keyring: { $secret }.
who-user = User
who-account = In the directory
who-sid = SID
who-unsaid = the directory does not say who
who-server = Server
who-source = Password
source-keyring = from the keyring
source-kernel-keyring = from the kernel's keyring (until the next restart)
source-file = from a file (directory.password_file)
source-asked = typed now
source-practice = the practice directory's own
who-ticket = Kerberos ticket
ticket-lasts = holds until { $until }
ticket-found = there is one
keyring-absent = There is no keyring to use here
keyring-locked = The keyring is locked
keyring-slow = The keyring did not answer within three seconds
keyring-empty = It is not in the keyring
keyring-refused = The keyring said no ({ $text })
keyring-failed = { $why }. It is about { $secret }. Nothing has changed.
keyring-absent-hint = Put the secret into a file that only you can read (chmod 600), and name it with { $key }. Or run in a session that has a keyring (gnome-keyring or kwallet).
keyring-locked-hint = Unlock it (Passwords and Keys, or sign out of the computer and in again) and run again. On a computer without a desktop, use a file instead: { $key }.
keyring-slow-hint = Try again. If it does not help, sign out of the computer and in again, or use a file instead: { $key }.
not-in-keyring = Neither in the keyring nor in a file: { $secret }. Nothing has changed.
not-in-keyring-hint = Keep it in the keyring: servicedesk login { $what }. Or name a file with { $key }.
practice-keeps-nothing = Practice (--demo) needs no password, so there is nothing to keep or to remove.
practice-keeps-nothing-hint = Run it without --demo.
ticket-keeps-nothing = Signing in is by Kerberos ticket (directory.bind), so there is no password to keep or to remove.
ticket-keeps-nothing-hint = The ticket comes with kinit, on Windows with signing in to the computer. To see it: servicedesk whoami

## Failures: what failed, and what to do now
no-such-account = No account matches “{ $query }”.
no-such-account-hint = Ask for the user name, mail address or mobile number and search again. Part of the name will do.
other-domain = “{ $query }” is in another domain than { $here }, which is the one searched.
other-domain-hint = Give the name without a domain, or search the right directory with --config.
# $n (Number)
several-accounts = { $n } accounts match “{ $query }”; it must be one.
several-accounts-hint = Ask who it is and give the user name: { $accounts }
account-unreadable = You have no right to read the state of { $account } ({ $attributes }). Nothing has changed.
account-unreadable-hint = Ask the directory's administrator for the right to read { $attributes } on { $dn }.
odd-user-name = The user name { $account } has characters that no user name may have, and could be mistaken for someone else's. Nothing has changed.
odd-user-name-hint = Ask the directory's administrator to give the account another user name: { $dn }
protected = { $account } is a protected account and is not changed from here. Nothing has changed.
protected-hint = Hand over to those who look after such accounts.
protected-own = { $account } is your own account; you may not change it yourself. Nothing has changed.
protected-own-hint = Ask a colleague or another desk for help.
protected-supervisor = { $account } is a protected account: a supervisor's (verification.supervisors). Nothing has changed.
protected-unknown = Whether { $account } is a protected account cannot be told, since you may not read { $attribute } of it. Nothing has changed.
protected-unknown-hint = Hand over to those who look after protected accounts. Ask the directory's administrator for the right to read { $attribute }; servicedesk doctor { $account } shows what is missing.
useless-disabled = { $account } is disabled. Neither unlocking nor a new password lets anyone in. Nothing has changed.
useless-expired = { $account } has expired. Neither unlocking nor a new password lets anyone in. Nothing has changed.
useless-smartcard = { $account } signs in with a card. A password lets nobody in. Nothing has changed.
useless-hint = Ask the caller to talk to their manager.
useless-smartcard-hint = Hand over to those who look after the cards.
must-change-shuts-out = The account { $account } may not change its own password, so a demand to change it would shut the caller out. Nothing has changed.
must-change-shuts-out-hint = Set the password without that demand: --no-must-change. It works if the server can check earlier passwords; else hand over to the directory administrator.
no-right-hint = Ask the directory's administrator for the right (Reset Password, lockoutTime, pwdLastSet), or hand over to someone who has it.
no-mobile = { $account } has no mobile number registered. No code was sent.
mobile-is-unreadable = What is registered as mobile for { $account } is not a phone number. No code was sent.
mobile-is-landline = The number registered for { $account } is a landline. No code was sent.
no-mobile-for-password = { $account } has no registered mobile that a password could be sent to. Nothing has changed.
no-mobile-for-password-hint = Show the password on the screen instead (--deliver screen), once the caller has been identified another way.
no-mobile-hint = Identify the caller another way (--identified-by, if it is allowed), or see to it that the number is registered.
no-code-for-new-mobile = No code is sent: the mobile number is new, or may be.
mobile-new-since-lockout = The mobile number of { $account } was changed { $when }, after the account was locked. A code is then not enough. Nothing has changed.
mobile-new-since-lockout-hint = Identify the caller another way (--identified-by, if it is allowed), and find out who changed the number.
mobile-new = The mobile number of { $account } was changed { $when }. A code is then not enough. Nothing has changed.
mobile-new-hint = Identify the caller another way (--identified-by, if it is allowed). A code will be enough again { $settled }.
mobile-age-unknown = When the mobile number of { $account } was changed cannot be read. A code is then not enough. Nothing has changed.
mobile-age-unknown-hint = Identify the caller another way (--identified-by, if it is allowed). If it is so for every account, ask those who look after the directory for the right to read the replication metadata.
not-verified = The caller about { $account } is not verified. Nothing has changed.
not-verified-hint = Send a code: servicedesk send-code { $account }. Then give the one that is read back with --code.
identified-by-not-allowed = Identifying without a code is not allowed here. Nothing has changed.
identified-by-not-allowed-hint = Use a code. (The setting is verification.allow_identified_by.)
code-wrong = The code does not match. Nothing has changed.
code-for-another = That code was sent to another of your callers. Nothing has changed.
# $left (Number)
code-wrong-hint = { $left ->
    [0] There are no tries left. Send a new code.
    [one] Ask for the code again, digit by digit. One try is left.
   *[other] Ask for the code again, digit by digit. { $left } tries are left.
    }
# $left (Number)
code-for-another-hint = Check which call you are in, and ask for the code to this account. Tries left: { $left }.
code-expired = The code has expired. Nothing has changed.
code-used = The code has been used already. Nothing has changed.
code-no-tries = The code has no tries left. Nothing has changed.
code-none-sent = You have sent no code to this account. Nothing has changed.
code-number-changed = The mobile number has changed since the code was sent. Nothing has changed.
code-replaced = A newer code has replaced that one. Nothing has changed.
# $left (Number)
code-replaced-hint = { $left ->
    [0] No tries are left. Send a new code.
    [one] Ask for the code in the newest SMS. One try is left.
   *[other] Ask for the code in the newest SMS. { $left } tries are left.
    }
code-closes = The code does not match, and there have been too many wrong ones. The account's verification is closed until { $until }. Nothing has changed.
verification-closed = Too many wrong codes have been read back for this account. Its verification is closed until { $until }. Nothing has changed.
verification-closed-hint = Ask the caller to ring again after that. If it cannot wait: someone in verification.supervisors can use --identified-by, if it is allowed.
send-code-hint = Send a code: servicedesk send-code.
new-code-hint = Send a new code: servicedesk send-code.
code-number-changed-hint = Be on your guard: someone may have changed the number to get the code. Send no new one without knowing who changed it.
send-limit-gap = A code was sent to { $account } just now. No new one was sent.
send-limit-hour = As many codes as an hour allows have been sent to { $account }. No new one was sent.
send-limit-day = As many codes as a day allows have been sent to { $account }. No new one was sent.
number-limit-hour = As many codes as an hour allows have been sent to the mobile of { $account }: more accounts have the same number. No new one was sent.
number-limit-day = As many codes as a day allows have been sent to the mobile of { $account }: more accounts have the same number. No new one was sent.
send-limit-hint = Wait for the one that was sent, or send a new one { $again }.
password-refused = The password will not do: { $rules }. Nothing has changed.
password-refused-hint = Ask for a password that keeps the rules.
nothing-to-generate = No password can be made that keeps all rules. Nothing has changed.
nothing-to-generate-hint = Look over [password_policy]: the rules contradict each other or leave too little room. Another kind (--generate=random) may fit.
not-a-password = What came in cannot be a password: it is empty or has control characters. Nothing has changed.
not-a-password-hint = Write the password on one line of standard input.
not-a-code = A code is six digits. This does not count as a try.
not-a-code-hint = Ask for the code again, digit by digit.
not-a-query = “{ $query }” cannot be a user name, an address, a number or a name.
not-a-query-hint = Give for example jesrab01, jesrab01@example.se, 070-174 06 05 or Eva Karlsson.
standard-input = on standard input
input-unusable = The list { $place } cannot be used: { $why } Nothing has changed.
input-unusable-hint = Write an account a line, CSV with the header account, username or sAMAccountName, or JSON.
input-unreadable-hint = Check the name of the file, and that you may read it.
input-unreadable = { $why }.
# $megabytes (Number)
input-too-large = it is larger than { $megabytes } MB.
input-empty = it is empty.
input-no-column = the first line has several columns, and none is called account, username or sAMAccountName.
# $line (Number)
input-open-quote = the quotation mark that begins on line { $line } never ends.
# $n (Number)
# $line (Number)
input-nothing = nothing in it can be an account ({ $n ->
    [one] one line
   *[other] { $n } lines
    }). Line { $line }: { $why }.
input-nothing-here = nothing in it can be an account: { $why }.
no-reason = Unlocking several accounts needs a reason. Nothing has changed.
no-reason-hint = Write --reason and why, such as --reason "Passwords expired over the holiday". It goes to the audit trail.
only-for-many = { $option } is only for unlocking several accounts. Nothing has changed.
only-for-many-hint = Leave the option out, or give a list with --from.
only-for-one = { $option } is only for unlocking one account. Nothing has changed.
only-for-one-hint = Leave the option out, or unlock one account at a time.
# $n (Number)
# $most (Number)
too-many-accounts = { $n } accounts would be unlocked; more than { $most } are not without --yes. Nothing has changed.
# $n (Number)
too-many-accounts-hint = See with --dry-run that they are the right ones. If all { $n } are to be unlocked, run it again with --yes.
nothing-unlocked = { $message } Nothing has been unlocked.
bulk-cut-short = Cut short: some accounts may be unlocked, and the audit trail does not tell all of how it went.
bulk-cut-short-hint = Run the same command again: what is unlocked is not done over. See also servicedesk audit show.
nobody-locked = No account is locked.
locked-can-unlock = can be unlocked
bulk-progress = Unlocking
report-ending = The report { $path } can be CSV or JSON Lines, and its name does not say which. Nothing has changed.
report-ending-hint = Let the name end in .csv or .jsonl.
report-exists = The file { $path } exists and is not overwritten. Nothing has changed.
report-exists-hint = Choose another name for --report, or move the file away.
report-unwritable = The report { $path } cannot be written: { $why }. Nothing has changed.
report-unwritable-hint = Choose a folder that exists and can be written to.
no-such-domain = DNS does not know the domain { $domain }: the zone { $zone } has no directory servers for it.
no-controllers = DNS does not know any directory servers of { $domain }.
undiscovered-hint = Nothing has changed. Check directory.domain and that the computer is on the organisation's network (VPN?), or name the servers in directory.servers.
dns-unreachable = No DNS server tells where the directory servers of { $domain } are.
directory-unreachable = The directory was not reached: { $servers }
directory-unreachable-hint = Nothing has changed. Try again; if that fails, tell those who look after the directory and the network.
certificate-hint = Nothing was sent there. Check directory.ca_file, directory.tls_name and the server's name, or tell those who look after the directory.
server-reach = { $server }: { $why }
reach-no-such-host = the name is unknown.
reach-refused = it refuses connections.
reach-silent = it does not answer.
reach-slow = it did not answer at once.
reach-outside-domain = DNS names it, but it does not belong to { $domain }.
reach-hung-up = it ends the connection.
reach-untrusted = its certificate is signed by nobody we trust.
reach-wrong-name = its certificate is not for { $expected }.
reach-certificate-time = its certificate has expired or is not valid yet.
reach-no-encryption = it offers no encryption.
reach-other = { $text }.
sign-in-wrong = wrong user name or password.
sign-in-hours = the account may not be used at this hour.
sign-in-workstation = the account may not be used from this computer.
sign-in-password-expired = the operator's password has expired.
sign-in-disabled = the operator's account is disabled.
sign-in-account-expired = the operator's account has expired.
sign-in-must-change = the operator's password must be changed first.
sign-in-locked = the operator's account is locked.
sign-in-encryption = the server demands encryption.
sign-in-ticket = the server did not accept the Kerberos ticket.
sign-in-other = the server said no without saying why.
sign-in = { $user } was not let in to the directory ({ $server }): { $why }
sign-in-hint = Check directory.user and the password (directory.password_file, or servicedesk login). Do not try many times: that locks the operator's account.
ticket-missing = You have no Kerberos ticket.
ticket-expired = Your Kerberos ticket has expired.
ticket-renew-hint = Get a ticket with kinit (on Windows: lock the computer and unlock it with your password) and try again.
clock-ahead = This computer's clock is { $span } ahead of the one in { $server }. Kerberos takes no more than a few minutes.
clock-behind = This computer's clock is { $span } behind the one in { $server }. Kerberos takes no more than a few minutes.
clock-differs = This computer's clock and the Kerberos server's differ too much.
clock-hint = Put the clock right and try again. If it is right, tell those who look after the directory.
kdc-unreachable = No Kerberos server (KDC) answered, so there was no getting a ticket for the directory.
kdc-hint = Nothing has changed. Try again; if that fails, check the network and that this computer knows which server is the domain's (krb5.conf or DNS).
server-unknown-to-kdc = Kerberos knows of no directory server called { $server }.
ticket-for-other-server = The server cannot read a ticket for { $server }: it is another server, or of another domain.
server-calls-itself = The server calls itself { $name }.
server-name-hint = Write the server's full name in directory.servers, or in directory.tls_name when the server is given by address.
ticket-failed = Signing in to the directory ({ $server }) with the Kerberos ticket failed.
ticket-failed-hint = Get a new ticket with kinit and try again. If that does not help, run it with -v and show the answer to those who look after the directory.
directory-silent = { $server } did not answer in time.
directory-lost = The connection to { $server } was lost.
directory-refused = { $server } would not answer the question.
directory-no-place = { $server } has no such place to search below.
directory-no-place-hint = Nothing has changed. Check --under, or directory.base in the configuration: a DN, for example OU=Schools,DC=ad,DC=example,DC=se.
directory-malformed = { $server } gave an account without a readable { $attribute }, so its state cannot be trusted.
directory-try-again-hint = Nothing has changed. Try again.
directory-read-rights-hint = Nothing has changed. Ask the directory's administrator to look over the operator's right to read.
no-such-group = The group “{ $name }” in protected.groups is not in the directory, so it protects nobody. Nothing has changed.
no-such-group-hint = Correct the name in the configuration.
not-a-security-group = The group “{ $name }” in protected.groups is a distribution group. No account has one in its token, so it protects nobody. Nothing has changed.
not-a-security-group-hint = Name a security group with the same members in the configuration, or have this one made a security group.
no-such-unit = { $dn } in protected.units is not in the directory, so it protects nobody. Nothing has changed.
no-such-unit-hint = Correct the name in the configuration.
account-gone = The account is no longer where it was. Nothing has changed.
account-gone-hint = Search again.
change-no-right = The directory does not let you change { $account }. Nothing has changed.
change-history = The password was used before by { $account }. Nothing has changed.
change-another-hint = Ask for another password. The caller is still verified.
# $least (Number)
change-too-short = The directory did not take the password for { $account }: it needs at least { $least } characters. Nothing has changed.
change-too-simple = The directory did not take the password for { $account }: it is too simple. Nothing has changed.
change-too-young = The password of { $account } was changed too recently to be changed again. Nothing has changed.
change-too-young-hint = Wait until the directory's minimum age has passed, or hand over to an administrator.
change-rules = The directory did not take the password for { $account } and does not say why: most likely it was used before, else it breaks a rule that cannot be read. Nothing has changed.
change-locked = { $account } was locked again meanwhile. Nothing has changed.
change-locked-hint = Something uses an old password (mobile, computer, program). Turn it off first, and try again.
change-own-denied = { $account } is marked so that its user may not change the password, and this server cannot check earlier passwords in any other way. Nothing has changed.
change-own-denied-hint = Hand over to the directory's administrator.
change-unwilling = The directory would not change { $account }. Nothing has changed.
change-unwilling-hint = Run again with -v for the server's own words, and take it to the directory's administrator.
change-no-answer = { $server } did not answer the change to { $account }. It may be done, or not.
change-no-answer-hint = Look first: servicedesk lookup { $account }. Then try again if need be.
halfway-random = { $account } now has a random password that nobody knows: the wanted one was not taken ({ $cause }).
halfway-random-hint = The caller cannot sign in until another password is set: servicedesk reset { $account }. No new code is needed.
halfway-unknown = Whether the wanted password of { $account } was set is unclear: the server did not answer the last step.
halfway-unknown-hint = Ask the caller to try the new password. If it fails: servicedesk reset { $account }. No new code is needed.
halfway-old = The new password for { $account } was not taken ({ $cause }). The old one holds, but is now marked to be changed at the next sign-in.
halfway-old-or-random = The server did not answer the first step: { $account } has either its old password or a random one that nobody knows.
halfway-old-hint = Set another password now: servicedesk reset { $account }. No new code is needed.
another-reset = Someone else set a new password for { $account } at the same time, and theirs is in force. Yours is not. The account is unlocked.
another-reset-hint = The audit trail does not say who it was. If nobody at the servicedesk knows the password: servicedesk reset { $account }. No new code is needed.
another-reset-by = { $by } set a new password for { $account } at the same time, and theirs is in force. Yours is not. The account is unlocked.
another-reset-by-hint = Ask { $by } which password the caller has been given. If nobody knows: servicedesk reset { $account }. No new code is needed.
another-reset-own = You yourself, in another window, set a new password for { $account } at the same time, and that one is in force, not the one you set here. The account is unlocked.
another-reset-own-hint = Look in the other window which password it is. If it is not shown there: servicedesk reset { $account }. No new code is needed.
halfway-without = The new password for { $account } is set and the account is unlocked, but that it must be changed at the next sign-in could not be marked.
halfway-without-hint = The caller can sign in. Ask them to change the password themselves.
cause-history = it was used before
cause-too-young = the last one was changed too recently
# $least (Number)
cause-too-short = it needs at least { $least } characters
cause-too-simple = it is too simple
cause-rules = most likely used before
cause-locked = the account was locked again
cause-no-right = you may not
cause-other = the server said no
cause-no-answer = the server did not answer
locked-again = { $account } was unlocked but is locked again already.
locked-again-hint = Something uses an old password (mobile, computer, program). Ask the caller to turn it off, and run servicedesk unlock { $account } again.
unlock-not-read-back = The directory took the unlock of { $account }, but it could not be read back.
reset-not-read-back = The new password for { $account } is set, but the state could not be read back.
not-read-back-hint = Ask the caller to try, and look: servicedesk lookup { $account }.
no-sms-gateway = No SMS gateway is configured (sms.provider). No SMS was sent.
sms-unreachable = The SMS gateway { $host } was not reached. No SMS was sent.
sms-busy = The SMS gateway { $host } is busy. No SMS was sent.
sms-refused = The SMS gateway { $host } did not take the message. No SMS was sent.
sms-refused-credentials = The SMS gateway { $host } did not accept our name or secret. No SMS was sent.
sms-refused-number = The SMS gateway { $host } does not take this number. No SMS was sent.
sms-refused-credit = There is no money left at the SMS gateway { $host }. No SMS was sent.
sms-unclear = The SMS gateway { $host } gave no clear answer: the code may have been sent, or not.
sms-try-again-hint = Try again in a while, or identify another way if that is allowed.
sms-settings-hint = Tell whoever looks after [sms] in the configuration.
sms-number-hint = Check the registered number, or identify another way if that is allowed.
sms-unclear-hint = Ask whether the code came. If it did, use it. If none comes within a minute, send a new one: the old one then ends.
breached-list-failed = Whether the password has leaked cannot be seen: the list { $path } { $why }. Nothing has changed.
breached-list-failed-hint = Try again; if that fails, tell whoever looks after the program (password_policy.breached_passwords_file).
sms-unverified = A password is sent only to a number that a code has verified. Nothing has changed.
sms-unverified-hint = Verify with a code instead of --identified-by, or show the password on the screen: --deliver screen.
password-not-sent = The new password for { $account } is set, but nobody knows it.
password-not-sent-unrecorded = That the password would be sent could not be recorded in { $place }. No SMS was sent.
password-not-sent-hint = Set a new one and read it out: servicedesk reset { $account } --generate. No new code is needed.
password-may-be-sent = The new password for { $account } is set, but it is unclear whether it was sent: the SMS gateway { $host } gave no clear answer.
password-may-be-sent-hint = Ask whether it has come. If it does not come within a minute, set a new one and read it out: servicedesk reset { $account } --generate. No new code is needed.
store-failed = { $place }, which keeps codes and the audit trail, could not be read or written. Nothing has changed.
store-failed-hint = Nothing is done without a trail. Check that the file can be written and that the disk is not full (state.path); -v tells why.
store-server-hint = Nothing is done without a trail. Try again in a while; if that fails, tell whoever looks after the database (state.url). -v tells why.
# $found (Number)
# $known (Number)
store-newer = { $place } was written by a newer servicedesk (version { $found }; this one knows { $known }). Nothing has changed.
store-newer-hint = Install the newer servicedesk on this computer too.
store-no-key = { $place } has the desk's codes, but the desk's key is not on this computer ({ $path }). Nothing has changed.
store-other-key = { $path } is not the key of the desk that has its codes in { $place }. Nothing has changed.
store-unusable-key = The desk's key { $path } cannot be used: { $why }. Nothing has changed.
store-key-hint = Copy the file from a computer where servicedesk works, and let nobody else read it (chmod 600). state.key_file says where it is.
store-file-no-key = The key { $path } of the store { $place } is not there. Nothing has changed.
store-file-other-key = { $path } is not the key of the store { $place }. Nothing has changed.
store-file-unusable-key = { $path } should be the store's key, but cannot be read or is no key. Nothing has changed.
store-file-key-hint = Put the file back from the backup, and let nobody else read it (chmod 600). If there is no backup: move the store and the files beside it to another folder and keep them. The next run makes a new store.
store-is-link = { $path } is a link, and codes and trail are not kept through a link. Nothing has changed.
store-is-link-hint = Replace the link by the file itself, or set state.path to where the file is.
store-other-owner = { $path } belongs to another user of this computer. Nothing has changed.
store-other-owner-hint = Run the program as that user, make yourself the owner (chown), or set state.path to a file of your own.
store-readable = Others on this computer can read or change { $path }. Nothing has changed.
store-readable-hint = Run: chmod 600 { $path }
store-writable = Others on this computer can exchange the files in the folder { $path }. Nothing has changed.
store-writable-hint = Run: chmod go-w { $path }
store-key-made = { $place } is new, and { $path } is now the desk's key. Copy that file to the desk's other computers, and let nobody else read it (chmod 600). Keep it safe: it is not in the database.
not-recorded = It is done for { $account }, but how it went could not be recorded in the audit trail.
not-recorded-hint = Note it in the case, and tell whoever looks after the program.
cancelled = Cancelled. Nothing has changed.
cancelled-hint = Run the same command again when you want to go on.
no-terminal = There is nobody to ask: no terminal, or --no-input. Nothing has changed.
nothing-piped = Standard input has ended; { $option } expected a line. Nothing has changed.
not-text-piped = What came on standard input for { $option } is not text in UTF-8, or longer than any password. Nothing has changed.
pipe-hint = Put one line in UTF-8 on standard input, for example from a file.
use-option-hint = Use { $option }.
no-randomness = The operating system gives no random numbers. Nothing has changed.
no-randomness-hint = Restart the computer, or use another one.

## Configuration
setup-no-file-hint = There is no configuration file. It is looked for here: { $places }. Nothing has changed.
setup-hint = Correct what stands above and run again. Nothing has changed.
problem-unreadable = { $path } cannot be read: { $why }.
problem-named-by = { $problem } (The file is named by { $origin }.)
problem-too-large = it is larger than a configuration can be
# $line (Number)
problem-not-utf8 = line { $line } is not UTF-8
problem-syntax = { $place }: not TOML: { $message }
problem-unknown = { $place }: there is no setting “{ $key }”.
problem-meant = { $problem } Is { $meant } meant?
problem-secret = { $place }: secrets are not written here ({ $key }).
problem-use-instead = { $problem } Use { $instead }.
problem-invalid = { $place }: { $key } is { $found }; it should be { $expected }.
problem-missing = { $key } is not set (in the configuration file, or as { $variable }).
problem-secret-exposed = { $place }: { $key }: others can read { $path } (mode { $mode }); it is not used. Run: chmod 600 { $path }
problem-secret-empty = { $place }: { $key }: { $path } is empty.
problem-secret-unreadable = { $place }: { $key }: { $path } cannot be read: { $why }.
problem-words = { $place }: { $key }: { $path } cannot be used: { $why }.
words-too-large = it is larger than 4 MiB
# $line (Number)
words-not-text = line { $line } is neither UTF-8 nor UTF-16; save the file as UTF-8
# $line (Number)
words-too-short = the word on line { $line } has fewer than 4 characters
# $line (Number)
words-too-long = what stands on line { $line } has more than 16 characters
# $line (Number)
words-control = line { $line } has control characters
problem-enforced = { $place }: { $key } has no effect here. { $file } decides it for everyone on this computer.
problem-unfit = { $place }: { $key }: { $why }
unfit-https = the address must begin with https:// (http:// only to this computer), else the code travels in the clear.
unfit-sender = the sender is at most 11 letters (a–z) and digits, or a number.
# $least (Number)
# $most (Number)
unfit-no-room = no password has at least { $least } and at most { $most } characters.
unfit-never-new = needs verification.mobile_age_days to be above 0.
unfit-no-log = Windows has no syslog of its own. Name a log server: udp://, tcp:// or tls://host.
unfit-store-tls = over the network the server's certificate must be checked: sslmode=verify-full, or nothing, which means the same. To this computer sslmode=disable is taken too.
unfit-store-option = { $name } is not taken in the address; only sslmode and host (the folder of a socket) are.
unfit-no-kerberos = this program was built without Kerberos. Build it with: cargo build --release --features kerberos. Or use bind = "simple".
unfit-kerberos-address = with bind = "kerberos" the address must begin with ldap://. The ticket then encrypts the connection; on ldaps:// the directory takes none.
unfit-beside-kerberos = is not used with bind = "kerberos": the ticket says who you are. Remove the line.
unfit-other = cannot be used: { $why }.
problem-breached-list = { $place }: { $key }: { $path } { $why }.
list-unreadable = cannot be read: { $why }
list-not-a-file = is not a file
list-empty = is empty
list-compressed = is compressed; unpack it first
list-not-a-list = does not begin with a SHA-1 or NTLM hash, as the list of Have I Been Pwned does
list-malformed = is damaged at byte { $at }: no line HASH:COUNT stands there; download it again
list-not-ordered = is not ordered by hash (at byte { $at }); download the one that is
list-incomplete = is not whole: its beginning or its end is missing; download it again
no-state-folder = The user has no home to keep codes and the audit trail in. Set state.path.
form-text = a text
form-integer = a number
form-float = a decimal number
form-boolean = true or false
form-time = a time
form-list = a list
form-table = a table
form-shown = { $form } (“{ $shown }”)
want-text = a text
want-line = one line of text
want-utf8 = UTF-8
want-boolean = true or false
want-list = a list
want-some-list = a list that is not empty
want-table = a table
want-smaller = a smaller number
want-path = a path, absolute or relative to the file's folder, without ~
want-server = ldaps://host[:port] or ldap://host[:port]
want-syslog = true, false, local, journald, or udp://, tcp:// or tls://host[:port]
want-http = an http:// or https:// address without user and password
want-postgres = a postgres:// address with a host
want-host = a DNS name
want-dn = a DN
want-attribute = an attribute's name
# $min (Number)
# $max (Number)
want-integer = a whole number from { $min } to { $max }
want-one-of = one of { $words }
demo-failed = The practice directory could not be started: { $why }.
demo-failed-hint = Start afresh with servicedesk --demo --demo-reset.
internal = Something went wrong in the program: { $why }.
internal-hint = Look what has been done: servicedesk audit show. Tell whoever looks after the program.
wait-for-end = Finishing what was begun …

## A guided call
practice-who = Practice: nothing here is real. Try jesrab01 (locked) or karlsson (several).
ask-caller = Who is calling (user name, name, mail or mobile)
ask-next-caller = Next call: who is calling (empty: end)
nobody-named = Type who is calling, or end with Ctrl-C.
code-as-name = That looks like a code. Here goes who is calling; the code is typed when the program asks for it.
ask-account = Which account?
account-item = { $name } ({ $account })
account-item-in = { $name } ({ $account }), { $department }
none-of-them = None of them
ask-help = What does the caller want?
help-keep = Keep your present password and unlock your account
help-new = Choose a new password and unlock your account
pointless-not-locked = { $help } (the account is not locked)
pointless-must-change = { $help } (not enough: the password must be changed, and the account may not change it)
ask-identification = How was the caller identified (empty: cancel)
identification-says-nothing = Say in words how the caller was identified: at least one letter or digit.
# $most (Number)
identification-too-long = The text is too long: at most { $most } characters.
ask-try-again = Try again?
ask-at-the-workplace = Is the caller at the workplace?
still-verified = The caller is verified already.
on-services = to { $services }
at-computer = at the computer { $computer }
at-computers = at one of the computers { $computers }
say-must-change = Say: “Sign in at a computer at work with the password you have, even a temporary one. You will then choose a new one.”
say-try-again = Say: “Try again. Check the user name and Caps Lock.”
say-at-the-workplace = Say: “You can sign in{ $on } now. Restart the computer and it takes the new password.”
say-restart-must-change = Say: “Restart the computer and sign in at it with the new password. You will then choose one of your own.”
say-elsewhere = Say: “You can sign in{ $on } now. On the computer the old password holds until it is started on the workplace's network.”
say-call-us = Say: “If it does not work, call us on { $numbers }.”
extension = extension { $extension }
not-for-scripts = A call is carried on a terminal, so --output has no meaning there.
not-for-scripts-hint = Leave --output out, or use servicedesk lookup, send-code, unlock and reset, which write json and csv.

## What the doctor finds
not-a-number = “{ $typed }” is no telephone number.
not-a-number-hint = Write for instance 0701740605 or +46701740605. Nothing was sent.
wait-doctor = Seeing whether everything works …
doctor-settings = Settings
doctor-directory = Directory
doctor-account = Rights
doctor-sms = SMS
doctor-store = Store and audit trail
doctor-computer = This computer
doctor-fine = fine
doctor-warning = NOTE
doctor-broken = BROKEN
doctor-unchecked = not checked
doctor-all-well = Everything that a call needs works.
# $n (Number)
doctor-see-to = Calls can be taken, but { $n ->
    [one] one thing needs attention.
   *[other] { $n } things need attention.
    }
doctor-calls-stop = With the faults above, a caller cannot be helped.
doctor-enforced = { $file } decides for everyone on this computer: { $names }. Nothing set elsewhere changes that.
doctor-setting-enforced = { $key } = { $value } ({ $origin }, for everyone on this computer)
doctor-setting = { $key } = { $value } ({ $origin })
doctor-not-before = { $what }, since { $first } must work first.
doctor-the-settings = the settings
doctor-the-server = the server
doctor-the-certificate = the certificate
doctor-the-clock = the clock
doctor-the-sign-in = the sign-in
doctor-the-rights = the rights on the account
doctor-the-directory = the directory servers
doctor-the-gateway = the SMS gateway
doctor-the-credentials = our name and secret there
doctor-the-test = the test message
doctor-the-store = the store
doctor-the-keyring = the keyring
doctor-the-terminal = the terminal
# $n (Number)
doctor-settings-read = { $n ->
    [one] One setting is set
   *[other] { $n } settings are set
    }. Configuration file: { $files }.
# $n (Number)
doctor-settings-elsewhere = { $n ->
    [0] Nothing is set: there is no configuration file.
    [one] One setting, without a configuration file.
   *[other] { $n } settings, without a configuration file.
    }
doctor-practice = Practice: no settings are needed.
# $n (Number)
doctor-discovered = DNS tells of { $n ->
    [one] one directory server
   *[other] { $n } directory servers
    } for { $domain }.
# $n (Number)
doctor-listed = { $n ->
    [one] One directory server is set. If it stops answering, nobody can be helped.
   *[other] { $n } directory servers are set.
    }
doctor-site-hint = Check directory.site: it must be the site's name in Active Directory.
doctor-answers = answers.
doctor-name-hint = Check directory.servers, or tell those who look after DNS.
doctor-network-hint = Tell those who look after the directory and the network.
doctor-certificate-hint = Check directory.ca_file, directory.tls_name and the server's name, or tell those who look after the directory.
# $days (Number)
doctor-certificate = the certificate is good for { $days ->
    [one] one more day
   *[other] { $days } more days
    }, until { $until }.
doctor-certificate-unreadable = when the certificate ends cannot be read.
doctor-renew-hint = Tell those who look after the directory to renew it in time. After that the server cannot be used.
doctor-clock-right = the clock agrees with this computer's.
doctor-clock-behind = the clock is { $span } behind this computer's.
doctor-clock-ahead = the clock is { $span } ahead of this computer's.
doctor-clock-untold = the clock cannot be read.
doctor-clock-hint = Set the clock that is wrong. Otherwise the times that are shown are wrong, and beyond five minutes Kerberos does not work.
doctor-signed-in = Signed in as { $user } on { $server }. The password is { $source }.
doctor-signed-in-by-ticket = Signed in as { $user } on { $server }. The Kerberos ticket { $ticket }.
doctor-pdc-first = Locks and passwords are decided on { $server } (PDC), which answers.
doctor-pdc-not-first = Locks and passwords are decided on { $server } (PDC), but { $first } is asked first. What is changed there does not reach all at once.
doctor-pdc-elsewhere = Locks and passwords are decided on { $name } (PDC), which is not set or does not answer.
doctor-pdc-untold = Where locks and passwords are decided (PDC) cannot be read.
doctor-pdc-hint = Put { $server } first in directory.servers, or set directory.domain instead.
doctor-searched = Accounts can be looked up.
doctor-own-password = The operator's password ends { $when }.
doctor-own-password-stays = The operator's password does not end.
doctor-own-password-hint = Change it before then, and keep the new one: servicedesk login, or in directory.password_file.
doctor-policy-hints = The directory sees by itself that a password was not used before.
doctor-set-then-change = The directory does not see by itself whether a password was used before, so new ones are set in two steps.
doctor-history-off = Whether a password was used before is not checked: the settings say so.
doctor-no-account = what you may do is shown for an account: servicedesk doctor ACCOUNT
doctor-account-found = { $name } ({ $account }) is an ordinary account.
doctor-protected = { $account } is protected and is never changed from here.
doctor-protected-own = { $account } is your own account; you may not change it yourself.
doctor-protected-supervisor = { $account } is a protected account: a supervisor's (verification.supervisors).
doctor-protected-hint = Name an ordinary account instead.
doctor-protection-unknown = Whether { $account } belongs to an administrator cannot be told, so the account is not changed: you may not read { $attribute } of it.
doctor-protection-unknown-hint = Ask the directory's administrator to delegate the right to read the property { $attribute } of user accounts (Read { $attribute }), or to look over the access list of this very account.
doctor-read-access-list-hint = Ask the directory's administrator to delegate the right to read permissions (Read permissions) of user accounts, or to look over the access list of this very account.
doctor-may-unlock = You may unlock the account.
doctor-may-not-unlock = You may not unlock the account.
doctor-unlock-hint = Tell those who look after the directory: you need to write lockoutTime where the account stands.
doctor-may-reset = You may set a new password.
doctor-may-not-reset = You may not set a new password.
doctor-reset-hint = Tell those who look after the directory: you need the right Reset Password where the account stands.
doctor-may-reset-untold = Whether you may set a new password cannot be read beforehand.
doctor-reset-untold-hint = Set a new password for a test account: servicedesk reset ACCOUNT
doctor-may-demand = You may demand that the password is changed at the next sign-in.
doctor-may-not-demand = You may not demand that the password is changed at the next sign-in.
doctor-demand-hint = Tell those who look after the directory: you need to write pwdLastSet where the account stands. Without it: reset --no-must-change
doctor-rules-domain = The password has the domain's rules, and you may read them.
doctor-rules-pso = The password has special rules, “{ $name }”, and you may read them.
doctor-rules-unreadable = The password has special rules, “{ $name }”, that you may not read. What they demand shows only when a password is refused.
doctor-rules-hint = Tell those who look after the directory: you need to read the rules (Password Settings Container).
doctor-gateway-answers = The SMS gateway { $place } answers.
doctor-gateway-folder = Messages are put as files in { $place }. It can be written to.
doctor-gateway-screen = Practice: messages are shown on the screen.
doctor-gateway-hint = Check [sms] in the settings, or tell those who look after the network and the SMS gateway.
doctor-known = The SMS gateway accepts our name and secret.
doctor-known-untold = Whether the SMS gateway accepts our name and secret shows only when something is sent: servicedesk doctor --send-to NUMBER
doctor-credit = Left to send messages for: { $sum } { $currency }.
doctor-credit-hint = Top up the account at the SMS gateway before it is empty.
doctor-test-sent = A test message was sent to { $to }. See that it has come.
doctor-test-queued = The SMS gateway has taken the test message to { $to } but cannot deliver it just now.
doctor-store-ready = { $place } can be read and written. Limits on codes count there.
doctor-limits-of-one-user = Limits on codes count only in { $place }, which is your own store. Codes and wrong codes of other operators do not count.
doctor-limits-hint = Where there are several operators: use one store for the desk (state.url), and the limits hold for all of them together.
# $n (Number)
doctor-trail-holds = The audit trail holds: { $n ->
    [0] no records yet.
    [one] one record.
   *[other] { $n } records.
    }
# $n (Number)
doctor-open-intents = { $n ->
    [one] One thing was begun, and nothing says how it ended.
   *[other] { $n } things were begun, and nothing says how they ended.
    }
doctor-open-intents-hint = See what came of it: servicedesk audit resolve
doctor-log-server = Everything was sent on to { $server }.
doctor-log-server-hint = No call is stopped by it. Check audit.syslog, or tell those who look after the log server.
doctor-keyring-not-needed = The keyring is not needed to sign in.
doctor-keyring-has = The keyring is open and has the directory's password.
doctor-kernel-keyring-has = The kernel's keyring has the directory's password. It goes when the computer restarts, or when it has not been used for three days.
doctor-no-terminal = No terminal: the program cannot ask anything.
doctor-terminal = The terminal shows å, ä and ö.
# $n (Number)
doctor-terminal-wide = The terminal shows å, ä and ö, and is { $n } columns wide.
# $n (Number)
doctor-narrow = The terminal is only { $n } columns wide.
doctor-narrow-hint = Make the window wider, at least 60 columns.
doctor-not-utf8 = The terminal is not set to UTF-8: å, ä and ö may be shown wrongly.
doctor-not-utf8-hint = Set it, for instance LANG=en_GB.UTF-8.

## A command line that cannot be read
usage-unknown-option = There is no { $option } here.
usage-some-unknown-option = An option on the line does not exist here.
usage-word-too-many = There is a word too many on the line.
usage-unknown-command = There is no command { $command }.
usage-not-a-command = What comes first on the line is no command.
usage-no-command = The line does not say what to do: the command is missing.
usage-missing = Something is missing on the line: { $what }
usage-conflict = { $option } does not go with { $other }.
usage-twice = { $option } can be given only once.
usage-no-value = { $option } lacks its value.
usage-bad-value = { $option } does not take that value.
usage-says-nothing = { $option } takes a text with at least one letter or digit.
# $most (Number)
usage-too-long = The text of { $option } is too long: at most { $most } characters.
usage-unneeded-value = { $option } takes no value.
usage-not-text = The line has characters that cannot be read (UTF-8).
usage-unreadable = The line cannot be understood.
usage-meant-hint = Did you mean { $meant }? More: { $command } --help
usage-choose-hint = Choose one of: { $values }
usage-write-hint = Write { $usage } – more: { $command } --help
usage-one-hint = Leave one of them out. More: { $command } --help
usage-option-hint = Write a value that fits: { $help }. More: { $command } --help
