### English. One sentence a line; { $name } is filled in.

## Times
time-of-day = { $hour }:{ $minute }
time-of-date = { $date } { $hour }:{ $minute }
time-with-seconds = { $hour }:{ $minute }:{ $second }
when = { $clock } ({ $distance })
when-ahead = { $clock } ({ $span } ahead: this computer's clock or the domain controller's is wrong)
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
in-seconds = { $n ->
    [one] in { $n } second
   *[other] in { $n } seconds
    }
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
sms-code = { $code } is your code to unlock your account or change your password. Give it to the servicedesk only if you called them yourself{ $phone }.{ $organisation }
sms-vouching = { $code } is a code for { $name }, who cannot sign in. Give it only to someone whose voice you know, or call the servicedesk{ $phone }.{ $organisation }
sms-password =
    Here is the new password that you asked the servicedesk for{ $phone }.{ $change }{ $organisation }
    { $password }
sms-password-change = Change it when you sign in.
sms-owner-reset = { $at }: your password was changed by the servicedesk. If that was not you, call { $phone }.{ $organisation }
sms-owner-maybe-reset = { $at }: your password may have been changed by the servicedesk. If you did not ask for that, call { $phone }.{ $organisation }
sms-owner-unlock = { $at }: your account was unlocked by the servicedesk. If that was not you, call { $phone }.{ $organisation }
sms-owner-maybe-unlock = { $at }: your account may have been unlocked by the servicedesk. If you did not ask for that, call { $phone }.{ $organisation }
sms-owner-desk = the servicedesk
sms-trial = This is a test message from the servicedesk{ $phone }. You do not need to do anything.{ $organisation }

## The account's card
card-account = Account
card-place = DN
card-name = Name
card-department = Department
card-title = Title
card-manager = Manager
card-office = Office
card-telephone = Telephone
card-mail = Email
card-mobile = Mobile
card-verified = Verified
card-signs = Note
card-grave = Warning
card-lock = Locked
card-tries = Wrong tries
card-hours = Sign-in
card-computers = Computers
card-last-sign-in = Signed in
card-expires = End date
card-password = Password
card-policy = Rules
card-why = State
card-next = Do next
sign-changed-since-lockout = The mobile number was changed after the account was locked. Someone may be taking over the account. Find out who is calling.
sign-changed-lately = The mobile number was changed recently. Make sure that you are talking to the right person.
sign-change-unknown = Could not read when the mobile number was changed. It may be new.
sign-not-mobile = The mobile number cannot receive SMS ({ $what }).
sign-foreign = The mobile number is foreign ({ $country }).
sign-other-mobiles = More numbers are registered: { $others }. To send a code to another one: send-code --to and its last digits.
sign-servers-unheard = Nothing learnt from { $servers }. If the account is locked there, it does not show here.
sign-servers-disagree = Locked on { $locked }, but not on { $open }. Only callers who sign in where it is locked are kept out.
sign-shared = The mobile number is also registered for { $accounts }. A code shows only who holds the phone, so ask for further proof of identity.
sign-shared-by-more = The mobile number is also registered for { $accounts } and others. A code shows only who holds the phone, so ask for further proof of identity.
sign-shared-by-many = Several accounts have this mobile number. A code shows only who holds the phone, so ask for further proof of identity.
sign-sharing-unknown = Could not check whether other accounts have the same mobile number.
# $n (Number)
sign-wrong-codes = { $n ->
    [one] A wrong code was given for this account in the last 24 hours.
   *[other] { $n } wrong codes were given for this account in the last 24 hours.
    }
# $n (Number)
sign-resets = { $n ->
    [one] The password was already set once from here in the last 24 hours.
   *[other] The password was already set { $n } times from here in the last 24 hours.
    }
sign-closed = Too many wrong codes. Verification for this account is closed until { $until }.
sign-locked-again = Unlocked from here { $unlocked }, locked again { $locked }: something has the old password.
sign-password-unknown = Since { $since } the account has a random password that nobody knows. The old one no longer works.
sign-password-perhaps-unknown = Since { $since } the account may have a random password that nobody knows: the directory's answer was lost. Set a new one.
sign-clock-behind = The domain controller's clock is { $span } behind this computer's. Times are shown by the controller's clock.
sign-clock-ahead = The domain controller's clock is { $span } ahead of this computer's. Times are shown by the controller's clock.
verified-at = { $when }; in the same call no new code is needed
mobile-missing = no number registered
mobile-hidden = you may not read it
mobile-unreadable = cannot be used: { $what }
unreadable-characters = not a phone number
unreadable-start = neither a leading 0 nor a country code
unreadable-length = wrong number of digits
unreadable-country = not a phone number: no country has that code
unreadable-several = more than one number
mobile-not-mobile = { $masked } – { $what }, cannot receive SMS
not-mobile-landline = a landline
# $n (Number)
not-mobile-short = { $n ->
    [one] a digit is missing
   *[other] { $n } digits are missing
    }
# $n (Number)
not-mobile-long = { $n ->
    [one] one digit too many
   *[other] { $n } digits too many
    }
not-mobile-foreign = wrong number of digits for a mobile in { $country }
not-mobile-machine = a machine's number
not-mobile-pager = a pager
not-mobile-service = a service number
mobile-foreign = { $masked } – a foreign number ({ $country })
mobile-others = { $number }; also { $others }
# $code (Number)
country = { $code ->
    [1] the USA or Canada
    [7] Russia or Kazakhstan
    [20] Egypt
    [27] South Africa
    [30] Greece
    [31] the Netherlands
    [32] Belgium
    [33] France
    [34] Spain
    [36] Hungary
    [39] Italy
    [40] Romania
    [41] Switzerland
    [43] Austria
    [44] the United Kingdom
    [45] Denmark
    [47] Norway
    [48] Poland
    [49] Germany
    [52] Mexico
    [55] Brazil
    [56] Chile
    [61] Australia
    [63] the Philippines
    [64] New Zealand
    [66] Thailand
    [81] Japan
    [84] Vietnam
    [86] China
    [90] Türkiye
    [91] India
    [92] Pakistan
    [93] Afghanistan
    [98] Iran
    [212] Morocco
    [251] Ethiopia
    [252] Somalia
    [291] Eritrea
    [298] the Faroe Islands
    [299] Greenland
    [351] Portugal
    [352] Luxembourg
    [353] Ireland
    [354] Iceland
    [355] Albania
    [356] Malta
    [357] Cyprus
    [358] Finland
    [359] Bulgaria
    [370] Lithuania
    [371] Latvia
    [372] Estonia
    [373] Moldova
    [375] Belarus
    [380] Ukraine
    [381] Serbia
    [382] Montenegro
    [383] Kosovo
    [385] Croatia
    [386] Slovenia
    [387] Bosnia and Herzegovina
    [389] North Macedonia
    [420] the Czech Republic
    [421] Slovakia
    [961] Lebanon
    [962] Jordan
    [963] Syria
    [964] Iraq
    [970] Palestine
   *[other] country code +{ $code }
    }
mobile-changed = { $number }, changed { $when }
lock-open = no
lock-lapsed = no – the lockout from { $when } has ended
lock-since = YES, since { $when }
lock-now = YES
lock-opens-at = { $lock }; unlocks automatically { $when }
lock-opens-by-hand = { $lock }; does not unlock automatically
lock-opens-unknown = { $lock }; cannot read when it unlocks
# $n (Number)
tries-last = { $n }, last { $when }
# $n (Number)
tries = { $n }
password-set = set { $when }
password-never-set = must be changed at the next sign-in
password-expires = { $set }, expires { $when }
password-expired = { $set }, expired { $when }
password-never-expires = { $set }, never expires
hours-until = allowed until { $when }
hours-from = not allowed until { $when }
hours-never = never allowed
signed-in-here = last { $when }, at the server that answered
signed-in-replicated = last around { $when }, possibly up to 14 days later
only-computers = only { $computers }
policy-domain = domain policy
policy-pso = special policy “{ $name }”
policy-unreadable = special policy “{ $name }”, which you may not read
# $length (Number)
# $history (Number)
policy-line = { $source }: at least { $length } characters, none of the last { $history } passwords
policy-complex-names = { $line }, three kinds of character and no part of the name
policy-complex = { $line }, three kinds of character

## Verdict: why
why-nothing = Nothing is wrong with the account.
why-locked = Locked after too many wrong passwords.
why-disabled = The account is disabled.
why-account-expired = The account has expired.
why-password-expired = The password has expired.
why-must-change = The password must be changed at the next sign-in.
why-own-change-denied = The account may not change its own password, so the caller cannot sign in.
why-password-unknown = Nobody knows the password, so a new one must be set.
why-outside-hours = The account may not sign in at this time.
why-smartcard = The account signs in with a smart card, not a password.
why-some-computers = The account may sign in only at certain computers.
why-ends-soon = The account expires within a day.
why-demand-without-effect = The password is marked to be changed, but this has no effect: it never expires.
why-own-change-unknown = Could not check whether the account may change its own password.
why-state-hidden = You do not have permission to read the account's state ({ $attributes }).
why-odd-name = The user name contains characters that are not allowed. It could be mistaken for someone else's.
why-administrator = Protected account (administrator).
why-member = Protected account (member of { $group }).
why-below = Protected account (in { $unit }).
why-own = Protected account (your own).
why-supervisor = Protected account (supervisor in verification.supervisors).
why-unknown = Treated as protected: you may not read { $attribute }, so it is not known whether the account is an administrator's.

## Verdict: what to do
do-unlock-and-watch = Unlock and watch: servicedesk unlock { SHELL($account) } --watch.
do-here-unlock-and-watch = Send a code, unlock the account and watch it.
do-unlock-or-reset-everywhere = Unlock on all domain controllers: servicedesk unlock { SHELL($account) } --everywhere. If the password is forgotten: servicedesk reset { SHELL($account) } --everywhere.
do-unlock-or-reset = Unlock: servicedesk unlock { SHELL($account) }. If the password is forgotten: servicedesk reset { SHELL($account) }.
do-change-at-sign-in = { $say } If the password is forgotten: servicedesk reset { SHELL($account) }.
do-change-at-sign-in-only = { $say } If the password is forgotten: { $advice }
do-reset = Only a new password helps, and it must be one that the caller can keep: servicedesk reset { SHELL($account) } --no-must-change. This works if the domain controller can check password history; otherwise hand over to the directory administrator.
do-set-new = Set a new password: servicedesk reset { SHELL($account) }.
do-wait-for-hours = The account may sign in from { $when }. The person responsible for the account can change the hours.
do-never-hours = The account may never sign in, so neither unlocking nor a new password helps. The person responsible for the account can change that.
do-only-computers = The account may sign in only at { $computers }.
do-check-computer = Ask which computer the caller is using: the account may sign in only at those under Computers. If the password is forgotten: servicedesk reset { SHELL($account) }.
do-check-computer-only = Ask which computer the caller is using: the account may sign in only at those under Computers. If the password is forgotten: { $advice }
do-wait-or-reset = You may not change { $account }. Wait until it unlocks automatically, or hand over to someone who may unlock it or set a new password.
do-nothing = If the password is forgotten: servicedesk reset { SHELL($account) }. Otherwise try again: check the user name and Caps Lock.
do-try-again = Try again: check the user name and Caps Lock. If the password is forgotten: { $advice }
do-here-unlock-or-reset = Send a code. Then unlock, or set a new password if it is forgotten.
do-here-change-at-sign-in = { $say } If the password is forgotten: send a code and set a new one.
do-here-reset = Send a code and set a new password. This works if the domain controller can check password history; otherwise hand over to the directory administrator.
do-here-set-new = Send a code, and set a new password.
do-here-check-computer = Ask which computer the caller is using: the account may sign in only at those under Computers. If the password is forgotten: send a code and set a new one.
do-here-nothing = Try again: check the user name and Caps Lock. If the password is forgotten: send a code and set a new one.
do-verification-closed = Send no code, and find out who is calling. Say: “Call again after { $until }.”
do-hand-over = { $advice }
do-vouch = The manager { $manager } can vouch for the caller: servicedesk send-code { SHELL($account) } --via manager. If that does not work: { $advice }
do-here-vouch = Send a code to the manager { $manager }, who can vouch for the caller. If that does not work: { $advice }
advice-own-account = Ask a colleague or another desk for help.
advice-protected = Cannot be changed from here. Say: “I may not change your account, so I am handing you over to { $who }.”
advice-no-right = You have no right to change the account. Say: “I cannot change your account, so I am handing you over to { $who }.”
advice-disabled = Neither unlocking nor a new password helps. Say: “Your account is disabled. Your manager can ask { $who } to enable it.”
advice-expired = Neither unlocking nor a new password helps. Say: “Your account has expired. Your manager can ask { $who } to extend it.”
advice-smartcard = A password does not help. Say: “You sign in with a card, so I am handing you over to { $who }.”
no-code-possible = No code can be sent.
advice-no-mobile = Say: “You have no mobile number registered. Your manager can ask { $who } to register it, or you can visit the servicedesk with ID.”
advice-landline = Say: “Your registered number is a landline. Your manager can ask { $who } to register your mobile, or you can visit the servicedesk with ID.”
advice-mobile-hidden = You may not read the mobile number. Hand over to { $who }.
advice-mobile-unreadable = Say: “Your registered mobile number cannot be used. Your manager can ask { $who } to correct it, or you can visit the servicedesk with ID.”
escalation-unset = the people who manage the accounts
escalation-practice = IT operations
do-get-read-right = Nothing can be done from here. Ask the directory administrator for permission to read { $attributes } on this account.
do-rename-account = Nothing can be done from here. Ask the directory administrator to change the user name.

## Lists
# $n (Number)
several-match = { $n } accounts match:
# $n (Number)
more-than-match = More than { $n } accounts match. Some of them:
did-you-mean = No account matches “{ $query }”. Did you mean one of these?
more-match = There are more. Type more of the name.
ask-each-server = Could the account be locked on another domain controller? Check all of them: servicedesk lookup { SHELL($account) } --each-server
unlock-on-each-server = Could the account be locked on another domain controller? Unlock on all of them: servicedesk unlock { SHELL($account) } --everywhere

## On every server
each-server = Controller
each-pdc = { $server } (PDC)
each-none = { $name } ({ $account }): no domain controller answered.
# $n (Number)
each-open = { $name } ({ $account }) is not locked on { $n ->
        [one] the domain controller that answered
       *[other] any of the { $n } domain controllers that answered
    }.
# $n (Number)
each-locked = { $name } ({ $account }) is locked on { $n ->
        [one] the domain controller that answered
       *[other] all { $n } domain controllers that answered
    }.
# $locked (Number)
# $n (Number)
each-differ = { $name } ({ $account }) is locked on { $locked } of { $n } domain controllers. The account may be locked where the caller signs in.
each-arose = The account was locked on { $server }, according to the directory's records.
each-most-tries = The account was probably locked on { $server }, which has counted the most wrong passwords.
each-passwords-differ = Not all domain controllers have the same password yet: a change is being replicated. The caller may have to wait.
each-clock-behind = { $server }: its clock is { $span } behind this computer's.
each-clock-ahead = { $server }: its clock is { $span } ahead of this computer's.
# $n (Number)
each-unheard = { $n ->
        [one] One domain controller gave no answer. The account may still be locked there.
       *[other] { $n } domain controllers gave no answer. The account may still be locked there.
    }
each-sign-in = your sign-in was refused: { $why }
each-no-account = the account is not there.
# $n (Number)
# $seconds (Number)
everywhere-open = Checked on { $n ->
        [one] the only domain controller
       *[other] all { $n } domain controllers
    }: the account is not locked there. It took { $seconds ->
        [0] less than a second
       *[other] { $seconds } s
    }.
everywhere-unlocked = The account was still locked on { $servers } and was unlocked there too.
everywhere-locked = { $server }: still locked.
everywhere-behind = Not up to date yet: { $servers } The account may still be locked there. Check again in a while: servicedesk lookup { SHELL($account) } --each-server

## An account that is watched
watch-begins = Watching { $account } until { $until }. Events are shown here. Press Ctrl-C to stop.
watch-line = { $clock } { $text }
# $n (Number)
watch-tries = Wrong password again, { $n ->
        [one] one try
       *[other] { $n } tries
    } on { $servers }.
watch-locked = Locked again, on { $server }.
watch-still-locked = { $server }: still locked; the unlock has not reached it yet.
watch-opened = { $server }: not locked any more.
watch-back = { $server }: answers again.
watched-quiet = Watched until { $until }: no wrong password and no new lockout.
watched-quiet-partly = Watched until { $until }: no wrong password and no new lockout on the servers that answered.
watched-unclear = Watched until { $until }; unclear since then: the directory did not answer. Check whether the account is locked: servicedesk lookup { SHELL($account) }
watched-nothing = The watch got no answer, so it is unclear whether the account is locked. Check: servicedesk lookup { SHELL($account) }
# $n (Number)
watched-tries = Watched until { $until }: no new lockout, but { $n ->
        [one] one wrong password since the unlock, on { $server }.
       *[other] { $n } wrong passwords since the unlock, most of them on { $server }.
    }
watched-tries-say = If it is not the caller, it is a device or a program.
# $n (Number)
watched-locked = Locked again at { $at }, on { $server }{ $n ->
        [0] .
        [one] , after one wrong password since the unlock.
       *[other] , after { $n } wrong passwords since the unlock.
    }
say-old-password = Say: “Something is using an old password. Check the mail on your phone, saved Wi-Fi passwords, network folders, programs and services that sign in by themselves, and other computers where you are signed in. Change the password there.”
lockout-events = Which computer it is, for those who may read the controller's security log (PowerShell):
watched-locked-hint = When that is fixed, unlock again: servicedesk unlock { SHELL($account) } --watch

## Codes
say-number = Say: “I am sending a code to your mobile. The number ends with { $last }; is that right?”
number-declined = If the number is wrong, say: “Then I cannot send you a code. Your manager can ask { $who } to change the number, or you can visit the servicedesk with ID.”
ask-send-code = Send a code to { $to }?
ask-send-code-or-other = Send a code to { $to } (n: another number)?
ask-number = Which number is right?
none-of-numbers = None of them
ask-send-manager = Send a code to the manager, { $name } ({ $to }), instead?
manager-number-new = The manager's mobile number was changed { $when }.
manager-number-unknown = The directory does not say when the manager's mobile number was changed.
code-sent-manager = A code is on its way to the manager, { $name } ({ $to }). It is valid until { $until }.
say-manager = Say: “I have sent a code to { $name }. Call { $name } and ask for the code, or ask { $name } to call us.”
yes-or-no = { $question } [Y/n]
answer-yes-or-no = Answer y or n.
ask-code = Code that the caller reads back (Enter: new code)
ask-use-code = Ask for that code (n: a new one, or to somebody else)?
code-sent = A code is on its way to { $to }. It is valid until { $until }.
code-out = A code was sent at { $at } to { $to }. It is valid until { $until }.
code-out-manager = A code was sent at { $at } to the manager { $name } ({ $to }). It is valid until { $until }.
code-queued = The code for { $to } is waiting at the SMS gateway, which cannot deliver it right now. It may take a while. It is valid until { $until }.
code-may-be-sent = The SMS gateway gave no clear answer: the code to { $to } may or may not have been sent. Ask whether it arrived. If it does not arrive within a minute, send a new one.
# $left (Number)
code-replaced-left = That is an older code. Ask for the one in the newest SMS. { $left ->
    [one] One try left.
   *[other] { $left } tries left.
    }
closed-until = Warning: too many wrong codes were given for this account. Verification is closed until { $until }.
verification-reopened = Verification for the account is open again.
owner-told = The account's owner was told by SMS ({ $to }).
owner-queued = The account's owner will be told by SMS ({ $to }) as soon as the gateway can send it.
owner-not-told = The account's owner was not told by SMS. { $why }
owner-not-recorded = The account's owner was not told by SMS: { $place } could not record that it was to be sent.
owner-maybe-told = The gateway { $host } gave no clear answer: it is unclear whether the account's owner was told by SMS.
owner-unrecorded = The account's owner was told by SMS, but the audit log has no record of it.
owner-without-mobile = The account's owner was not told by SMS: no number that receives SMS is registered.
owner-number-new = The account's owner was not told by SMS: the number is new, and no older one is registered.
bulk-tells-nobody = The owners are not told by SMS (verification.notify is for one account at a time).
code-not-yet = A new code can be sent { $again }.
code-ended-wrong = Wrong code, and no tries are left. A new code will be sent.
code-ended-expired = The code has expired. A new code will be sent.
code-ended = The code is no longer valid. A new code will be sent.
wait-new-code = A new code will be sent in { $left } s. Ctrl-C ends the call.
code-not-six = A code has six digits. This did not count as a try.
# $left (Number)
code-wrong-left = Wrong code. { $left ->
    [one] One try left.
   *[other] { $left } tries left.
    }
# $left (Number)
code-other-left = That code was sent to another of your callers. { $left ->
    [one] One try left.
   *[other] { $left } tries left.
    }
code-verified = Correct code. The caller is verified.
verified = The caller for { $account } is verified.
delivery-on-its-way = The code is on its way to the phone.
delivered = The code has been delivered.
delivered-at = The code was delivered at { $at }.
delivery-failed = The code did not arrive: the network refused it.
delivery-failed-for = The code did not arrive: the network refused it ({ $reason }).
delivery-unknown = The gateway does not say whether the code has arrived.
verify-later = When the caller reads the code back: servicedesk send-code { SHELL($account) } --verify CODE, or directly: servicedesk unlock { SHELL($account) } --code CODE
phone-shows = The phone { $to } shows (practice):

## Unlock and reset
unlocked = Unlocked: { $name } ({ $account }). Checked: the account is no longer locked.
try-now = Say: “Your account is now unlocked and you can sign in{ $on } now, with the same password as before.”
try-now-places = Say: “Your account is now unlocked and you can sign in now, at work to the computer and otherwise to { $services }, with the same password as before.”
try-soon = Say: “Try to sign in{ $on } with the same password as before. If it does not work, wait a few minutes and try again.”
say-in-a-while = Say: “If it does not work right away, wait a few minutes and try again.”
nothing-to-unlock = { $name } ({ $account }) is not locked. There is nothing to unlock.
try-again-or-reset = Say: “Try again.” If the password is forgotten: servicedesk reset { SHELL($account) }
ask-password = New password (Enter: generate one)
ask-password-again = Same password again
ask-password-to-check = Password to check
passwords-differ = The passwords do not match. Try again.
no-password-to-make = No password can be generated that follows all the rules. Type one instead.
choose-no-more = Only a generated password will be tried now: chosen ones were refused so often that an old one might be accepted. Press Enter to generate one.
ask-delivery = How does the caller get the password?
deliver-aloud = Read it out
deliver-sms = SMS to { $to }
# $bits (Number)
password-made = The password has at least { $bits } bits of randomness.
not-a-password-typed = A password must have at least one character and no control characters. Try again.
typed-unreadable = The input contains a character that could not be read. Nothing has changed. Check that the terminal's encoding is UTF-8, and type it again.
paste-left-out = Several lines were pasted. Only the first was used.
password-hides = The password contains invisible characters: { $what }.
ask-hidden = Use it anyway? [y/N]
secret-hides = The secret contains invisible characters: { $what }. It is used exactly as it is.
hidden-blank-first = a leading space
hidden-blank-last = a trailing space
reset-done = Done: the password has been reset for { $name } ({ $account }).
reset-unlocked = The account was locked and is now unlocked.
reset-change-without-effect = The caller does not have to change the new password: this account's password never expires.
reset-change-denied = The caller does not have to change the new password: the account may not change its own password.
reset-change-unseen = Could not check whether the account may change its own password. If the caller cannot sign in: servicedesk reset { SHELL($account) } --no-must-change.
reset-history-off = Password history was not checked: the configuration turns that off.
reset-generated = The password: { $password }
ask-password-read = Press Enter when the caller has the password
password-erased = The password is erased from the screen.
password-sent = The password was sent to { $to }. Ask whether it has arrived.
password-queued = The SMS gateway accepted the password for { $to } but cannot deliver it right now. It may take a while.
reset-say = Say: “You can now use the new password to sign in{ $on }. Your computer will be updated automatically with the new password when it is started on the workplace network.”
reset-say-must-change = Say: “Sign in at a computer at work with the new password. You will then choose one of your own.”

## What --dry-run says
plan-unlock = Would unlock: { $name } ({ $account }).
plan-reset = Would set a new password: { $name } ({ $account }).
plan-reset-unlocks = The account is locked, and would be unlocked.
plan-password-fits = The password follows the rules.
plan-send-password = The password would be sent to { $to }.
plan-must-change = The password would have to be changed at the next sign-in.
plan-no-change = The password would work at once and need not be changed.
plan-needs-code = The caller has to read back a code first, which is sent to { $to }.
plan-needs-identification = The caller has to be identified first, in another way than by a code.
plan-needs-manager = The manager { $name } has to vouch for the caller first, with a code that is sent to { $to }.

## Many accounts at once
ask-tick = Which are to be unlocked?
explain-tick = Numbers, for example 1 3-5, or all. Only accounts that may be unlocked are listed; the others are above with the reason. Enter alone or Escape: none, and nothing changes.
keys-tick = Space ticks, a all, Enter done, Esc none
ticked = Ticked:
locked-since = locked { $when }
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
bulk-ambiguous = Several matches
bulk-protected = Protected
bulk-disabled = Disabled
bulk-expired = Expired
bulk-smartcard = Smart card only
bulk-unreadable = No permission to read
bulk-not-read-back = Unlocked, not confirmed
bulk-may-have-changed = Unclear, no answer
bulk-no-right = No permission to unlock
bulk-failed = Not unlocked
bulk-repeated = Listed several times
bulk-line = Line
# $n (Number)
bulk-more = … and { $n } more. Use -v to show all of them, or --report to save them in a file.
bulk-dry-run = Nothing has changed (--dry-run).
bulk-again = When the problem is fixed, run the same command again: accounts already done are skipped.
bulk-others-follow = Unlocked on { $servers }. Replication brings it to the other domain controllers, usually within a minute at the same site. When many accounts are unlocked at once, the others are not checked.
# $n (Number)
bulk-stopped-failures = Stopped after { $n } failures in a row. The rest were not started.
bulk-stopped-interrupt = Cancelled. Changes under way were finished; the rest were not started.
bulk-stopped-directory = Stopped: { $cause }
bulk-stopped-store = Stopped: the audit log in { $place } could not be written. Nothing is done without a record.
bulk-report = Every row is in { $path }.
bulk-report-failed = The report { $path } is incomplete: { $why }. The unlocking is not affected.
# $n (Number)
# $minutes (Number)
bulk-spray = { $n } accounts were locked within { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
    }, from { $from }. This looks like someone guessing passwords, not like people mistyping them.
bulk-spray-hint = Call the security contact before you unlock: an attacker could then go on guessing. If the cause is known and harmless, run it again with --accept-risk.
bulk-spray-accepted-hint = Call the security contact if you have not done so: an attacker can go on guessing once the accounts are unlocked.
row-unlocked = unlocked
row-would-unlock = to be unlocked
row-not-locked = not locked, nothing to do
row-not-found = not found; check the spelling
row-ambiguous = several accounts match; give the user name
row-protected = protected; hand over to { $who }
row-own-account = your own; ask a colleague or another desk for help
row-supervisor = protected (supervisor in verification.supervisors); hand over to { $who }
row-protection-unknown = may be protected: you may not read { $attribute }; nothing is done
row-disabled = disabled; hand over to { $who }
row-expired = expired; hand over to { $who }
row-smartcard = signs in with a smart card; hand over to { $who }
row-state-hidden = you may not read its state; nothing is done
row-odd-name = the user name contains characters that are not allowed; nothing is done
row-failed = not unlocked
row-no-right = you may not unlock it; hand over to { $who }
# $code (Number)
row-refused = the directory refused (LDAP { $code })
row-no-answer = unclear: no answer; check with lookup
row-locked-again = locked again; something is using an old password
row-not-read-back = unclear: could not be confirmed; check with lookup
row-not-tried = not started
row-gone = no longer there
row-not-recorded = { $outcome }, but not recorded in the audit log; note it in the case
row-same-as = the same account as earlier in the list: { $outcome }
row-too-long = too long for a name
row-characters = characters that no name has
row-not-a-name = not a user name or an address; phone numbers are not searched for in a list
row-no-account = no account on this line
row-several-accounts = several accounts on this line
row-not-json = not JSON
row-cells = more cells than the first line has; quote the cell that has a separator in it
row-open-quote = a quotation mark joins several rows

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

not-taken = { $why } Nothing has changed. Ask for another password.
not-taken-yet = { $why } Nothing has changed. Try again, or press Ctrl-C to stop: the caller can keep the password from last time.
not-taken-yet-halfway = { $why } The account now has a random password that nobody knows. Try again, or hand over to the directory administrator.
not-taken-halfway = { $why } The account now has a random password that nobody knows, so a new one must be set. Ask for another password.
why-used-before = The directory rejected the password: it was used before.
why-used-before-likely = The directory rejected the password: it was probably used before.
why-unreadable = The directory rejected the password: it was used before, or it breaks the policy “{ $name }”, which you may not read. A longer one may help.
# $least (Number)
why-too-short = The directory rejected the password: it needs at least { $least } characters.
why-too-simple = The directory rejected the password: it is too simple. It needs more kinds of character and no part of the name.
why-too-young-until = The directory rejected the password: the last one is too new and can be changed only { $when }.
why-too-young = The directory rejected the password: the last one is too new to be changed yet.

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
rule-complexity = At least { $wanted } of: capitals, lowercase letters, digits, symbols ({ $found } found)
rule-name = No part of the name
rule-name-whole = The whole password is the name – choose another
rule-name-found = No part of the name – leave out “{ $part }”
rule-breached = Not among leaked passwords
# $times (Number)
rule-breached-found = Among leaked passwords ({ $times ->
    [one] once
   *[other] { $times } times
    }): choose another
rule-hidden = No invisible characters, no leading or trailing space
rule-hidden-meant = Invisible characters, accepted as they are: { $found }
rule-hidden-found = Invisible characters: { $found } – leave them out
rule-words = Not just common words
rule-own-words = Not just the organisation's names and words
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
asks-complexity = At least { $n } of: capitals, lowercase letters, digits, symbols
# $n (Number)
asks-history = None of the last { $n } passwords
asks-age = The caller can change it from { $when }; reset works now
rules-unreadable = You may not read the rules ({ $name }). They may require more than is listed here.
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
spoken-third-kind = a lowercase letter or a symbol
spoken-kinds = at least three of these: capitals, lowercase letters, digits and symbols
spoken-forbidden = no { $forbidden }
spoken-name = no part of your name
spoken-words = not just common words
spoken-own-words = not just the organisation's name
spoken-history = no password you have used before
and = { $first } and { $last }
or = { $first } or { $last }
rule-ok = ok
rule-broken = NO
source-local = municipality
source-domain = domain
policy-accepted = The password follows every rule that can be checked.
# $acceptable (Number)
# $read (Number)
lines-checked = { $acceptable } of { $read } passwords follow every rule that can be checked.
line-not-a-password = The line is empty or contains control characters, so it cannot be a password.
line-not-text = The line is not UTF-8 text, or is too long for a password.
policy-refused = The password is not acceptable.
unknown-history = Not checked: whether it was used before.
unknown-directory = Not checked: the directory's own rules. Name an account to include them.
unknown-complexity = Not checked: whether there are enough kinds of character. Domain controllers count spaces and rare characters differently.
unknown-filter = Not checked: whether a password filter on the domain controllers rejects it.

## The audit log
audit-number = No
audit-when = When
audit-who = Who
audit-what = What
audit-whom = Account
audit-step = Outcome
audit-ticket = Case
audit-grounds = Basis
audit-vouched = the manager { $manager } vouched
audit-code-to = code to the manager { $manager }
audit-none-shown = Nothing of that kind is recorded. Sign-ins and intents are shown with --all.
audit-none = Nothing is recorded.
# $n (Number)
audit-unreadable = Record { $n } cannot be read. Run: servicedesk audit verify
audit-older = There are older ones: add --before { $n }
audit-renamed = The account has had several names: { $names }.
# $n (Number)
audit-several-accounts = { $n } accounts have had that name. These are the records of all of them; for one, give its ID:
audit-one-of-accounts = { "  " }--account { $id } (last had the name { $until })
audit-verifying = Checking the audit log
audit-archiving = Archiving
audit-indexing = Indexing
# $n (Number)
# $total (Number)
audit-indexed = { $n ->
    [0] The audit log has { $total } records: too few for an index. They are read without one.
   *[other] Indexed up to record { $n } of { $total }. The newest are read without the index.
    }
# $n (Number)
audit-holds = The audit log is intact: { $n ->
        [one] one record
       *[other] { $n } records
    }. None was changed, removed, inserted or moved.
# $n (Number)
audit-archived = Records up to { $n } are in an archive only. What is here goes on from it.
# $n (Number)
audit-since = What comes before record { $n } was not read: it rests on the anchor.
audit-anchor-archived = The anchor { $anchor } lies in an archive and was not compared. Compare it with: servicedesk audit verify FILE --anchor { $anchor }
audit-holds-anchor = It agrees with { $anchor }.
audit-anchor = Keep this somewhere else, and check the log against it next time (--anchor): { $anchor }
audit-proves = This is not full proof: someone who can write the store, the file beside it (.head) and every place where the anchor is kept can forge the whole log.
# $n (Number)
# $before (Number)
audit-changed = Record { $n } does not fit the one before: it was changed, or record { $before } was changed and its hash recalculated.
audit-changed-first = Record 1 does not fit: it was changed, or the beginning of the chain (the id of the store) was replaced.
# $n (Number)
audit-missing = Record { $n } was removed.
# $n (Number)
# $last (Number)
audit-missing-many = Records { $n } to { $last } were removed.
# $n (Number)
# $at (Number)
audit-reordered = Record { $n } was moved: it is now at { $at }.
# $n (Number)
audit-inserted = Record { $n } was inserted afterwards.
# $last (Number)
# $known (Number)
audit-truncated = The end is missing: there is nothing after record { $last }, but according to { $witness } there were at least { $known } records.
# $n (Number)
audit-rewritten = Record { $n }, or one before it, was replaced and everything after it recalculated: it does not agree with { $witness }.
audit-head-gone = The records fit together, but the file beside the store (.head) is missing or damaged, so it is not known whether the end is missing.
audit-head-anew = When you know why: write the line { $anchor } to that file (.head). The log is checked against it from then on.
# $n (Number)
audit-listed-otherwise = The records are intact, but the store's list of acts without an outcome was changed: it differs for record { $n }.
# $n (Number)
audit-indexed-otherwise = The records are intact, but the index beside them is not: it differs from record { $n } on, so audit show may leave records out.
audit-fault-hint = Change nothing more. Copy the whole folder, and tell the person responsible for security.
witness-head = the file beside the store (.head)
witness-anchor = the anchor
# $n (Number)
audit-exported = { $n ->
        [one] One record was exported.
       *[other] { $n } records were exported.
    }
archive-nothing = No record is that old. No file was made.
# $first (Number)
# $last (Number)
archive-holds = { $path } is whole: records { $first } to { $last }. None was changed, removed, inserted or moved.
archive-is-beginning = It is the beginning of this store's audit log.
# $n (Number)
archive-continues = It goes on from the archive that ends with record { $n }, and is part of this store's audit log.
archive-not-removed = The records are still in the store as well. With --remove they go.
# $last (Number)
archive-removed = Records up to { $last } are now in the archive only. Keep it as long as the audit log, and more than one copy.
archive-is-none = The file is not an archive of an audit log, or was made by a newer servicedesk.
# $n (Number)
archive-incomplete = The file ends after record { $n }, but not as an archive does: something is missing, or was added.
# $n (Number)
archive-changed = Record { $n } in the file does not follow from the one before it.
# $n (Number)
archive-anchor = Record { $n } in the file does not agree with the anchor.
# $n (Number)
archive-anchor-elsewhere = The anchor is of record { $n }, which is not in the file, so nothing was compared with it.
archive-other-store = The file is an archive of another store's audit log.
# $n (Number)
archive-not-in-chain = The file is whole, but this store's audit log does not go through its last record, { $n }.
archive-no-limit = No limit says which records to archive. Nothing has changed.
archive-no-limit-hint = Add --before and a date, or set audit.keep_days.
archive-exists = { $path } already exists and is not overwritten. Nothing has changed.
archive-exists-hint = Choose another name. To remove from the store what that file has, add --remove.
archive-unwritable = The archive { $path } cannot be written: { $why }. Nothing has changed.
archive-unwritable-hint = Choose a folder that exists, that you may write to, and that has room.
archive-unreadable = The archive { $path } cannot be read: { $why }. Nothing has changed.
archive-unreadable-hint = Check the name of the file, and that you may read it.
# $n (Number)
archive-broken-trail = The audit log is not intact: record { $n } does not follow from the one before it. Nothing was archived or removed.
archive-no-proof = { $path } does not prove the records that would be removed. { $why } Nothing has changed.
archive-no-proof-hint = Do not rely on this file. Run: servicedesk audit verify, and make another archive.
archive-must-be-kept = Some of these records are younger than audit.keep_days, and stay in the store. Nothing was removed.
archive-must-be-kept-hint = Choose an earlier date, or leave --before out.
# $n (Number)
archive-open-intents = { $n ->
        [one] One of these acts has
       *[other] { $n } of these acts have
    } no outcome yet. Nothing was removed.
archive-open-intents-hint = Run servicedesk audit resolve, and then the same command again.
archive-halfway = Some of the records in { $path } were removed from the store, and some are left.
archive-halfway-hint = Keep { $path }, and run the same command again: it goes on where this ended.
resolve-nothing = Everything that was started has an outcome. There is nothing to find out.
# $n (Number)
resolve-under-way = { $n ->
        [one] One act was
       *[other] { $n } acts were
    } started just now and may still be under way. Wait five minutes and run this again.
found-open = the account is not locked now
found-locked = the account is locked now
found-password-set = the password was set after that
found-password-as-before = the password has not been changed since
found-must-change = the password must be changed at the next sign-in; when it was set is not known
found-nobody = there is no account with that name
found-not-known = it cannot be known
# $n (Number)
many-resets = { $n ->
    [one] Warning: the password of this account was already set once in the last day. Is it the right person who is calling?
   *[other] Warning: the password of this account was already set { $n } times in the last day. Is it the right person who is calling?
    }
unanswered = Warning: { $who } started this { $when }: { $what }. The outcome is not recorded, so it may have been done. Check: servicedesk audit resolve
# $n (Number)
unanswered-of = { $n ->
    [one] Warning: something was started for one of the accounts.
   *[other] Warning: something was started for { $n } of the accounts.
    } The outcome is not recorded, so it may have been done. Check: servicedesk audit resolve
operator-unknown = The directory does not say who you are. The audit log calls you { $user }, the name you signed in with, and you do not count as anyone in verification.supervisors.
sign-in-not-recorded = The sign-in could not be recorded in { $place }. You can look up accounts, but you cannot change anything until it can.
head-not-kept = The records are stored, but not where they end: { $path } cannot be written ({ $why }).
log-server-away = The log { $server } accepts no records: { $why } They are stored here and will be sent next time.
head-exposed = The records are stored, but not where they end: others on this computer can write { $path }. Run: chmod go-w { SHELL($path) }
head-strange = The audit log does not agree with { $path }: records may have been removed or replaced. Run: servicedesk audit verify
head-gone = { $path } is missing or empty although there are records: the last ones may have been removed. It is not created again. Run: servicedesk audit verify
head-foreign = { $path } contains something else, or is a link, and is not overwritten. Until this is fixed, nobody can see whether the last records were removed. Move the file away. Run: servicedesk audit verify
action-sign-in = sign in
action-send-code = send code
action-verify-code = check code
action-ask-delivery = ask whether the code arrived
action-reopen = reopen verification
action-end-verification = end verification
action-unlock = unlock
action-reset-shown = new password, on screen
action-reset-sent = new password, by SMS
action-reset = new password
action-send-trial = send test SMS
action-send-password = send password
action-tell-owner = tell the owner
action-archive = archive the audit log
step-intent = started
step-done = done
step-failed = failed
step-partly = partly or unclear
step-refused = refused
step-open = may have been done
step-resolved = resolved
step-reason = { $step }: { $reason ->
    [not_verified] the caller is not verified
    [identified_by_not_allowed] identification without a code is not allowed
    [code_wrong] wrong code
    [code_wrong_and_closed] wrong code, and verification was closed
    [code_for_another_account] the code of another call
    [code_replaced] an older code
    [code_expired] the code had expired
    [code_used] the code was used before
    [code_no_tries_left] no attempts were left
    [code_not_sent] no code had been sent
    [number_changed] the mobile number had changed
    [verification_closed] verification is closed
    [send_too_soon] a code had just been sent
    [send_limit_hour] the limit of codes an hour
    [send_limit_day] the limit of codes a day
    [number_limit_hour] the limit of codes an hour to the mobile
    [number_limit_day] the limit of codes a day to the mobile
    [mobile_changed_since_lockout] the mobile number changed after the lockout
    [mobile_changed_lately] the mobile number is new
    [mobile_change_unknown] unclear whether the mobile number is new
    [protected] protected account
    [account_disabled] the account is disabled
    [account_expired] the account has expired
    [smartcard_required] signs in with a smart card
    [account_locked] the account was locked again
    [locked_again] the account was locked again
    [account_gone] the account is gone
    [no_right] no permission
    [no_mobile] no mobile number is registered
    [password_used_before] the password was used before
    [password_too_young] the password was changed too recently
    [password_refused] the password breaks the rules
    [password_refused_by_directory] the directory refused the password
    [sms_unclear] unclear whether the SMS arrived
    [sms_unreachable] the SMS gateway could not be reached
    [sms_refused] the SMS gateway refused it
    [sms_busy] the SMS gateway is busy
    [may_have_changed] unclear whether it was done
    [not_read_back] could not be confirmed
    [cancelled] the operator cancelled
    [sign_in_refused] sign-in was refused
    [directory_unreachable] the directory could not be reached
    [directory_silent] the directory did not answer
    [directory_lost] the connection was lost
    [sms_unverified] the number is not verified with a code
    [no_manager] no manager is registered
    [manager_not_allowed] a manager may not vouch here
    [manager_unreadable] the manager's account cannot be read
    [manager_is_owner] the account is its own manager
    [manager_is_operator] the operator is the manager
    [manager_protected] the manager's account is protected
    [manager_disabled] the manager's account is disabled
    [manager_expired] the manager's account has expired
    [manager_no_mobile] the manager has no mobile number
    [manager_same_number] the manager has the same number
    [manager_mobile_new] the manager's mobile number is new
    [on_its_way] on its way to the mobile
    [delivered] reached the mobile
    [failed] did not arrive
    [open_now] the account is not locked now
    [locked_now] the account is locked now
    [password_set_since] the password was set after that
    [password_as_before] the password has not been changed since
    [must_change_now] the password must be changed at the next sign-in
    [account_not_found] there is no account with that name
    [not_known] it cannot be known
    [account_unreadable] the account cannot be read
    [breached_list] the list of leaked passwords could not be read
    [change_refused] the directory refused the change
    [clock_differs] the clocks differ too much
    [directory_answer_too_large] the directory's answer was too large
    [directory_busy] the directory is busy
    [directory_malformed] the directory's answer could not be read
    [directory_not_ldap] what answered is no directory
    [directory_refused] the directory refused
    [dns_unreachable] DNS did not answer
    [generated_may_be_sent] unclear whether the password arrived
    [generated_not_sent] the password was not sent
    [generated_not_shown] the password could not be shown
    [global_catalogue] the global catalogue takes no changes
    [halfway_another_reset] somebody else set a password at the same time
    [halfway_old_or_random] the old password, or a random one that nobody knows
    [halfway_old_password_must_change] the old password is still there and must be changed
    [halfway_random_or_wanted] the new password, or a random one that nobody knows
    [halfway_random_password] the account has a random password that nobody knows
    [halfway_without_must_change] the password is set, but need not be changed
    [internal] an error in the program
    [internal_may_have_changed] an error in the program, unclear whether it was done
    [kdc_unreachable] the Kerberos server could not be reached
    [mobile_has_wrong_length] the mobile number has the wrong length
    [mobile_hidden] the mobile number may not be read
    [mobile_is_landline] the number is a landline
    [mobile_is_machine] the number is a machine's
    [mobile_is_pager] the number is a pager's
    [mobile_is_service] the number is a service's
    [mobile_unreadable] the mobile number cannot be read
    [must_change_shuts_out] the required change would shut the caller out
    [no_answer] the question was not answered
    [no_controllers] there are no domain controllers
    [no_randomness] the operating system gave no random numbers
    [no_resources] the computer lacked resources
    [no_sms_gateway] no SMS gateway is configured
    [no_such_account] there is no such account
    [no_such_domain] there is no such domain
    [no_such_group] there is no such group
    [no_such_mobile] no registered number ends so
    [no_such_unit] there is no such unit
    [no_ticket] there was no Kerberos ticket
    [not_a_security_group] the group is no security group
    [not_recorded] the outcome could not be recorded
    [not_written] the result could not be written
    [nothing_to_generate] no password follows all the rules
    [nowhere_to_show] the password could not have been shown
    [odd_user_name] the user name has characters that are not allowed
    [only_generated] only a generated password may be set
    [own_change_denied] the owner may not change the password
    [read_only_controller] the domain controller is read-only
    [server_unknown_to_kdc] Kerberos does not know the server
    [sms_proxy] the proxy did not let the SMS through
    [sms_redirected] the SMS gateway redirected to another address
    [sms_wrong_answer] the SMS gateway's answer could not be read
    [store] the store could not be used
    [ticket_expired] the Kerberos ticket had expired
    [ticket_failed] the Kerberos ticket could not be used
    [ticket_for_other_server] the Kerberos ticket is for another server
    [not_locked] the account was not locked
    [not_found] there is no such account
    [ambiguous] several accounts match
    [disabled] the account is disabled
    [unreadable] the account cannot be read
    [state_hidden] the account's state cannot be read
    [own_account] the operator's own account
    [supervisor] the account is a supervisor's
    [protection_unknown] unclear whether the account is protected
    [not_tried] not started
    [unknown] the SMS gateway does not say
    [wrong_name_or_password] wrong user name or password
    [not_at_this_hour] not allowed at that hour
    [not_from_this_computer] not allowed from that computer
    [password_expired] the password had expired
    [must_change_password] the password must be changed
    [encryption_required] the connection must be encrypted
    [ticket_not_accepted] the Kerberos ticket was not accepted
    [refused] the server refused
    [number_new] the mobile number is new
   *[other] { $reason }
    }

## Around a run
error = Error: { $message }
hint = What to do: { $hint }
warning = Warning: { $message }
grave-warning = Warning: { $message }
detail = Detail: { $detail }
ask-sign-in = Directory password of { $user } ({ $server })
wait-connect = Connecting to { $servers } …
wait-search = Asking the directory …
wait-each = Asking all domain controllers …
wait-unlock = Unlocking { $account } …
wait-password = Setting the password of { $account } …
wait-sms = Sending an SMS to { $to } …
wait-delivery = Asking the gateway whether the code has arrived
wait-watch = Watching { $account }, { $left } left …
passed-over = { $server } could not be used: { $why } Using the next one.
moved-from-read-only = { $from } is a read-only domain controller. Changes are made on { $to } instead.
# $port (Number)
moved-from-catalogue = { $from } was asked on port { $port }, the global catalogue, where nothing can be changed. Changes are made on { $to } instead. Ask the administrator of servicedesk to correct the port (directory.servers).
pdc-passed-over = { $pdc } is the domain's PDC, which decides on lockouts and passwords, and it could not be reached. Changes are made on { $server } and reach it when the controllers are in contact again.
unknown-site = DNS lists no domain controllers for the site { $site } (directory.site). Those of other sites are used.
demo-reset = The practice directory has been reset.
result-not-written = The result could not be written to standard output: { $why }. Nothing has changed.
result-not-written-hint = Make room where the result goes, or write it elsewhere, and run again.
result-of-change-not-written = Done, but nobody can read the result: standard output could not be written ({ $why }). Check the account before you try again.
output-closed = closed, or has no reader
fault-missing = it does not exist
fault-no-right = permission is denied
fault-exists = there is already something with that name
fault-is-folder = it is a folder
fault-not-a-folder = a part of the path is not a folder
fault-not-a-file = it is not an ordinary file
fault-is-link = it is a symbolic link
fault-disk-full = the disk is full
fault-read-only = it is read-only
fault-device = the disk or the network drive reports an error
fault-too-many-files = it may not have more files and connections open (ulimit -n)
fault-no-memory = this computer is out of memory
fault-too-many-threads = no more threads or processes may be started (ulimit -u)
fault-unexpected = an unexpected error
# $n (Number)
fault-unexpected-number = an unexpected error, number { $n } of the operating system
nowhere-to-show = A generated password could not be shown: standard output cannot be written to. Nothing has changed.
nowhere-to-show-hint = Run it where standard output is read, or send the password by SMS: --deliver sms.
generated-not-shown = The password generated for { $account } could not be delivered, so nobody knows it.
generated-not-shown-hint = Set another password now: servicedesk reset { SHELL($account) }. Until then the caller may not be able to sign in.
generated-set-not-shown = A new password was set for { $account }, but it could not be shown, so nobody knows it. Set another one: servicedesk reset { SHELL($account) }

## Secrets in the keyring
ask-own-name = Your user name in the directory ({ $place })
ask-own-name-again = Your user name in the directory ({ $place }; Enter: { $former })
not-a-user-name = That is no user name.
user-completed = The directory takes a user name with its domain: { $user }
no-user-name = There is no user name to sign in to the directory with ({ $place }): none is set in the configuration (directory.user), and none is stored in the keyring.
no-user-name-hint = Run servicedesk login, which asks for it and stores it with the password. Or ask the administrator of servicedesk to set it (directory.user).
user-is-set = The user name is set in the configuration ({ $place }: directory.user), so --user cannot change it.
user-is-set-hint = Leave --user out, or remove the line from the configuration.
ask-sms-secret = Secret for the SMS gateway ({ $place })
ask-store-password = Database password of { $user } ({ $place })
keyring-ask-instead = { $why }, so you have to type the password.
file-goes-first = { $key } is set and takes precedence over the keyring. Remove that line from the configuration to use the stored secret.
secret-directory = the directory password of { $user }
secret-directory-user = your user name in the directory ({ $place })
secret-sms = the secret for the SMS gateway ({ $place })
secret-store = the database password of { $user } ({ $place })
let-in = Tested: { $user } can sign in to the directory ({ $server }).
secret-kept = Stored in your keyring on this computer: { $secret }.
secret-kept-in-memory = Stored in the kernel's keyring on this computer: { $secret }. It is removed when the computer restarts, or after three days without use.
untried-sms = Not tested: that takes a real SMS. Test it with servicedesk send-code and your own account.
untried-store = Not tested. Test it with: servicedesk audit show
secret-forgotten = Removed from the keyring: { $secret }.
nothing-to-forget = Nothing to remove from the keyring: { $secret }.
who-user = User
user-of-system = { $user } (the user of this computer)
user-from-keyring = { $user } (stored by servicedesk login)
who-account = In the directory
who-sid = SID
who-unsaid = the directory does not say who
who-server = Controller
who-source = Password
source-keyring = from the keyring
source-kernel-keyring = from the kernel's keyring (until the next restart)
source-file = from a file (directory.password_file)
source-asked = typed now
source-practice = the practice directory's own
who-ticket = Kerberos ticket
ticket-lasts = valid until { $until }
ticket-found = present
keyring-absent = No keyring is available here
keyring-locked = The keyring is locked
keyring-slow = The keyring did not answer within three seconds
keyring-empty = It is not in the keyring
keyring-refused = The keyring refused
keyring-failed = { $why }. This concerns { $secret }. Nothing has changed.
keyring-absent-hint = Put the secret in a file that only you can read (chmod 600), and set { $key } to its path. Or run in a session that has a keyring (gnome-keyring or kwallet).
keyring-locked-hint = Unlock it (Passwords and Keys, or sign out of the computer and in again) and run again. On a computer without a desktop, use a file instead: { $key }.
keyring-slow-hint = Try again. If it does not help, sign out of the computer and in again, or use a file instead: { $key }.
not-in-keyring = Not in the keyring and not in a file: { $secret }. Nothing has changed.
not-in-keyring-hint = Store it in the keyring: servicedesk login { SHELL($what) }. Or set { $key } to the path of a file.
practice-keeps-nothing = Practice (--demo) needs no password, so there is nothing to store or remove.
practice-keeps-nothing-hint = Run it without --demo.
ticket-keeps-nothing = You sign in with a Kerberos ticket (directory.bind), so there is no password to store or remove.
ticket-keeps-nothing-hint = You get the ticket with kinit, or on Windows by signing in to the computer. To see it: servicedesk whoami

## Failures: what failed, and what to do now
no-such-account = No account matches “{ $query }”.
no-such-account-hint = Ask for the user name, mail address or mobile number and search again. Part of the name will do.
only-similar-hint = Did you mean one of these? Ask the caller, and give the user name:
some-are-similar-hint = Did you mean one of these? Ask the caller for more of the name if not:
no-such-personal-number = No account was found by personal number. It is not repeated or saved here.
no-such-personal-number-hint = Ask for the user name, name, mail address or mobile number. Personal numbers are searched only if directory.search_attributes says where they are kept.
other-domain = “{ $query }” is in another domain. Only { $here } is searched.
other-domain-hint = Give the name without a domain, or search the right directory with --config.
# $n (Number)
several-accounts = { $n } accounts match “{ $query }”; exactly one must match.
# $n (Number)
too-many-match = More than { $n } accounts match “{ $query }”; exactly one must match.
too-many-match-hint = Ask for more of the name, or for the user name. Some of them: { $accounts }
several-accounts-hint = Ask who is calling and give the user name: { $accounts }
account-unreadable = You do not have permission to read the state of { $account } ({ $attributes }). Nothing has changed.
account-unreadable-hint = Ask the directory administrator for permission to read { $attributes } on { $dn }.
odd-user-name = The user name { $account } contains characters that are not allowed, and could be mistaken for someone else's. Nothing has changed.
odd-user-name-hint = Ask the directory administrator to change the user name: { $dn }
protected = { $account } is a protected account and cannot be changed from here. Nothing has changed.
protected-own = { $account } is your own account; you may not change it yourself. Nothing has changed.
protected-supervisor = { $account } is a protected account (supervisor in verification.supervisors). Nothing has changed.
protected-unknown = Could not check whether { $account } is a protected account: you may not read its { $attribute }. Nothing has changed.
protected-unknown-hint = Ask the directory administrator for permission to read { $attribute }; servicedesk doctor { SHELL($account) } shows what is missing.
useless-disabled = { $account } is disabled. Nothing has changed.
useless-expired = { $account } has expired. Nothing has changed.
useless-smartcard = { $account } signs in with a smart card. Nothing has changed.
must-change-shuts-out = { $account } may not change its own password, so requiring a change would keep the caller out. Nothing has changed.
must-change-shuts-out-hint = Set the password without that requirement: --no-must-change. This works if the domain controller can check password history; otherwise hand over to the directory administrator.
no-right-hint = The directory administrator can give permission: Reset Password, lockoutTime, pwdLastSet.
no-mobile = { $account } has no registered mobile number. Nothing has changed.
mobile-is-hidden = You may not read the mobile number of { $account }. Nothing has changed.
mobile-is-unreadable = The mobile number registered for { $account } cannot be used: { $what }. Nothing has changed.
mobile-is-not-mobile = The number registered for { $account } cannot receive SMS ({ $what }). Nothing has changed.
no-such-mobile = No registered number of { $account } ends with those digits. No code was sent.
no-such-mobile-hint = Registered: { $numbers }.
several-such-mobiles = More than one registered number of { $account } ends with those digits. No code was sent.
several-such-mobiles-hint = Give more of the last digits.
no-mobile-for-password = { $account } has no registered mobile number to send a password to. Nothing has changed.
no-mobile-for-password-hint = Show the password on the screen instead (--deliver screen), after identifying the caller another way.
vouch-instead = The manager can vouch for the caller: servicedesk send-code { SHELL($account) } --via manager.
identify-instead = The caller can be identified another way: --identified-by.
supervisor-instead = If it is urgent, a supervisor (verification.supervisors) can identify the caller another way.
no-code-for-new-mobile = No code is sent: the mobile number is new or may be new.
mobile-new-since-lockout = The mobile number of { $account } was changed { $when }, after the account was locked. A code alone is not enough. Nothing has changed.
mobile-new-since-lockout-hint = Find out who changed the number.
mobile-new = The mobile number of { $account } was changed { $when }. A code alone is not enough. Nothing has changed.
mobile-new-hint = A code will be enough again { $settled }.
mobile-age-unknown = Could not read when the mobile number of { $account } was changed. A code alone is not enough. Nothing has changed.
mobile-age-unknown-hint = If this happens for every account, ask the directory administrator for permission to read the replication metadata.
not-verified = The caller for { $account } is not verified. Nothing has changed.
not-verified-hint = Send a code: servicedesk send-code { SHELL($account) }. Then give the code that the caller reads back with --code.
verification-ended = The caller for { $account } is no longer verified: the verification has expired, or was ended in another window. Nothing has changed: if a password was chosen, it is not set.
verification-ended-hint = Send the caller a new code, and do it again.
manager-not-allowed = A manager may not vouch for callers here. Nothing has changed.
manager-not-allowed-hint = Send the code to the caller's own mobile. (The setting is verification.manager.)
no-manager = No manager is registered for { $account }. Nothing has changed.
manager-unreadable = The manager registered for { $account } has no account that can be read. Nothing has changed.
manager-is-owner = { $account } is registered as its own manager. Nothing has changed.
manager-is-operator = You are the manager of { $account } yourself. Nothing has changed.
manager-is-operator-hint = Ask another operator to take the call.
manager-protected = The manager of { $account } has a protected account, and cannot vouch. Nothing has changed.
manager-disabled = The account of the manager of { $account } is disabled. Nothing has changed.
manager-expired = The account of the manager of { $account } has expired. Nothing has changed.
manager-no-mobile = The manager of { $account } has no registered number that receives SMS. Nothing has changed.
manager-same-number = The manager of { $account } has the same number as the account, so the code would vouch for nothing. Nothing has changed.
manager-mobile-new = The mobile number of the manager of { $account } is new, or may be. Nothing has changed.
no-voucher-hint = Say: “Visit the servicedesk with ID.”
identified-by-not-allowed = Identifying without a code is not allowed here. Nothing has changed.
identified-by-not-allowed-hint = Use a code. (The setting is verification.allow_identified_by.)
code-wrong = The code is wrong. Nothing has changed.
code-for-another = That code was sent to another of your callers. Nothing has changed.
# $left (Number)
code-wrong-hint = { $left ->
    [0] No tries are left. Send a new code.
    [one] Ask for the code again, digit by digit. One try is left.
   *[other] Ask for the code again, digit by digit. { $left } tries are left.
    }
# $left (Number)
code-for-another-hint = Check which call this is, and ask for the code sent to this account. Tries left: { $left }.
code-expired = The code has expired. Nothing has changed.
code-used = The code has already been used. Nothing has changed.
code-no-tries = The code has no tries left. Nothing has changed.
code-none-sent = You have sent no code to this account. Nothing has changed.
code-number-changed = The mobile number has changed since the code was sent. Nothing has changed.
code-manager-changed = The manager, or one of the mobile numbers, has changed since the code was sent. Nothing has changed.
code-replaced = A newer code has replaced that one. Nothing has changed.
# $left (Number)
code-replaced-hint = { $left ->
    [0] No tries are left. Send a new code.
    [one] Ask for the code in the newest SMS. One try is left.
   *[other] Ask for the code in the newest SMS. { $left } tries are left.
    }
code-closes = The code is wrong, and there were too many wrong codes. Verification for this account is closed until { $until }. Nothing has changed.
verification-closed = Too many wrong codes were given for this account. Verification is closed until { $until }. Nothing has changed.
verification-closed-hint = Ask the caller to call again after that.
send-code-hint = Send a code: servicedesk send-code.
new-code-hint = Send a new code: servicedesk send-code.
code-number-changed-hint = Be careful: someone may have changed the number to get the code. Do not send a new one until you know who changed it.
code-manager-changed-hint = Find out what has changed, and who changed it, before you send a new code.
send-limit-gap = A code was sent to { $account } just now. No new one was sent.
send-limit-hour = The hourly limit for codes to { $account } is reached. No new one was sent.
send-limit-day = The daily limit for codes to { $account } is reached. No new one was sent.
number-limit-hour = The hourly limit for codes to the mobile of { $account } is reached: other accounts have the same number. No new one was sent.
number-limit-day = The daily limit for codes to the mobile of { $account } is reached: other accounts have the same number. No new one was sent.
manager-limit-hour = The hourly limit for codes to the mobile of the manager of { $account } is reached: codes for other accounts went there. No new one was sent.
manager-limit-day = The daily limit for codes to the mobile of the manager of { $account } is reached: codes for other accounts went there. No new one was sent.
send-limit-hint = Wait for the one that was sent. A new code can be sent { $again }.
password-refused = The password is not acceptable: { $rules }. Nothing has changed.
password-refused-hint = Ask for a password that follows the rules.
only-generated = The password for { $account } was not tried: chosen ones were refused so often that an old one might be accepted.
only-generated-hint = Let the program choose: servicedesk reset { SHELL($account) } --generate. A generated password is never an old one.
nothing-to-generate = No password can be generated that follows all the rules. Nothing has changed.
nothing-to-generate-hint = Check [password_policy]: the rules contradict each other or leave too little room. Another kind (--generate=random) may work.
not-a-password = The input cannot be a password: it is empty or has control characters. Nothing has changed.
not-a-password-hint = Write the password on one line of standard input.
not-a-code = A code has six digits. This does not count as a try.
not-a-code-hint = Ask for the code again, digit by digit.
not-a-query = “{ $query }” cannot be a user name, an address, a number or a name.
not-a-query-hint = Give for example jesrab01, jesrab01@example.se, 070-174 06 05 or Eva Karlsson.
standard-input = on standard input
input-unusable = The list { $place } cannot be used: { $why } Nothing has changed.
input-unusable-hint = Write one account per line, CSV with the header account, username, sAMAccountName, UserPrincipalName, mail, Konto or Användarnamn, or JSON.
input-unreadable-hint = Check the file name, and that you may read the file.
# $megabytes (Number)
input-too-large = it is larger than { $megabytes } MB.
input-no-column = the first line has several columns, and none is called account, username, sAMAccountName, UserPrincipalName, mail, Konto or Användarnamn.
input-several-columns = two columns may name the account, { $first } and { $second }. Remove one of them.
# $n (Number)
input-read-names = { $n ->
    [one] Read: one row, { $encoding }.
   *[other] Read: { $n } rows, a name on each, { $encoding }.
    }
# $n (Number)
input-read-column = { $n ->
    [one] Read: one row, column { $column }, { $encoding }.
   *[other] Read: { $n } rows, column { $column }, { $encoding }.
    }
# $n (Number)
input-read-table = { $n ->
    [one] Read: one row, column { $column }, { $delimiter }, { $encoding }.
   *[other] Read: { $n } rows, column { $column }, { $delimiter }, { $encoding }.
    }
delimiter-comma = commas
delimiter-semicolon = semicolons
delimiter-tab = tabs
encoding-unmarked = UTF-16 without a byte order mark
# $line (Number)
input-open-quote = the quotation mark that begins on line { $line } is never closed.
# $n (Number)
# $line (Number)
input-nothing = nothing in it can be an account ({ $n ->
    [one] one line
   *[other] { $n } lines
    }). Line { $line }: { $why }.
input-nothing-here = nothing in it can be an account: { $why }.
no-reason = Unlocking several accounts needs a reason. Nothing has changed.
no-reason-hint = Give the reason with --reason, such as --reason "Passwords expired over the holiday". It is recorded in the audit log.
only-for-many = { $option } is only for unlocking several accounts. Nothing has changed.
only-for-many-hint = Leave the option out, or give a list with --from.
only-for-one = { $option } is only for unlocking one account. Nothing has changed.
only-for-one-hint = Leave the option out, or unlock one account at a time.
# $n (Number)
# $most (Number)
too-many-accounts = { $n } accounts would be unlocked; more than { $most } require --yes. Nothing has changed.
# $n (Number)
too-many-accounts-hint = Check with --dry-run that they are the right ones. To unlock all { $n }, run it again with --yes.
nothing-unlocked = { $message } Nothing has been unlocked.
bulk-cut-short = Interrupted: some accounts may be unlocked, and the audit log does not have every outcome.
bulk-cut-short-hint = Run the same command again: accounts already unlocked are skipped. See also servicedesk audit show.
nobody-locked = No account is locked.
# $read (Number)
# $unreached (Number)
# $shared (Number)
numbers-read = { $read } accounts were read. { $unreached } cannot get a code, { $shared } have a number that others have too.
number-missing = no number is registered
number-shared-with = { $number }, as has { $names }
# $n (Number)
number-shared-with-more = { $number }, as have { $names } and { $n } more
locked-can-unlock = can be unlocked
bulk-progress = Unlocking
report-ending = The report { $path } can be CSV or JSON Lines, but its name does not say which. Nothing has changed.
report-ending-hint = Use a name that ends in .csv or .jsonl.
report-exists = The file { $path } already exists and is not overwritten. Nothing has changed.
report-exists-hint = Choose another name for --report, or move the file away.
report-unwritable = The report { $path } cannot be written: { $why }. Nothing has changed.
report-unwritable-hint = Choose a folder that exists and that you may write to.
no-such-domain = DNS does not know the domain { $domain }: the zone { $zone } lists no domain controllers for it.
no-controllers = DNS lists no domain controllers for { $domain }.
undiscovered-hint = Nothing has changed. Check that the computer is on the organisation's network (VPN?). If it is, ask the administrator of servicedesk to check the configuration (directory.domain, directory.servers).
dns-unreachable = No DNS server could say where the domain controllers of { $domain } are.
directory-unreachable = The directory could not be reached: { $servers }
directory-unreachable-hint = Nothing has changed. Try again; if that fails, tell the directory and network administrators.
certificate-hint = Ask the administrator of servicedesk to check the server's name and the trusted authorities (directory.tls_name, directory.ca_file).
nothing-sent-hint = Nothing was sent there. { $hint }
certificate-trust-hint = Get the issuer's certificate from the directory administrator and name its file in directory.ca_file. Or have the SHA-256 confirmed and set directory.certificate_sha256 to it.
certificate-time-hint = Check this computer's clock. If it is right, tell the directory administrator to replace the certificate. Until then, once they have confirmed the SHA-256, directory.certificate_sha256 can be set to it.
certificate-replace-hint = Tell the directory administrator to replace the certificate. Until then, once they have confirmed the SHA-256, directory.certificate_sha256 can be set to it.
certificate-replace-only-hint = Tell the directory administrator to replace the certificate.
certificate-pin-hint = Ask the directory administrator. If the certificate was replaced, have the SHA-256 confirmed and set directory.certificate_sha256 to it. If not, someone may be intercepting the connection.
old-encryption-hint = Tell the directory administrator to turn on TLS 1.2 or later, with ECDHE and AES-GCM.
directory-busy-hint = Nothing has changed. The fault is in the domain controller, not in your account or password. Try again in a minute; if that fails, tell the directory administrator.
server-reach = { $server }: { $why }
reach-no-such-host = the name is unknown.
reach-refused = it refuses connections.
reach-no-route = the network has no route to it.
reach-silent = it does not answer.
reach-slow = it did not answer right away.
reach-outside-domain = DNS names it, but it does not belong to { $domain }.
reach-hung-up = it closes the connection.
reach-not-ldap = what it sends is not LDAP.
reach-wrong-name = its certificate cannot be for { $expected }, which is not a DNS name.
reach-busy = it is busy or has a fault of its own, and lets nobody sign in ({ $answer }).
reach-no-encryption = it offers no encryption.
reach-old-tls = it offers only TLS 1.1 or older.
reach-old-ciphers = it offers no encryption that is strong enough.
certificate-of-server = its certificate
# $n (Number)
certificate-of-chain = certificate { $n } in its chain
certificate-of-issuer = the certificate of its issuer
certificate-unknown-issuer = { $whose } is not signed by anyone we trust (its chain ends at { $issuer })
certificate-self-signed = { $whose } is signed by itself, and is not one we trust
certificate-wrong-signer = { $whose } names an issuer we trust, but is signed with another key
certificate-no-names = { $whose } has no name that counts (subjectAltName)
certificate-wrong-name = { $whose } is not for { $expected }
certificate-expired = { $whose } has expired
certificate-not-valid-yet = { $whose } is not valid yet
# $bits (Number)
certificate-weak-key = { $whose } has a key that is too short (RSA, { $bits } bits)
certificate-weak-signature = { $whose } has a signature that is too weak ({ $algorithm })
certificate-unknown-algorithm = { $whose } has a kind of key or signature that is not supported
certificate-not-for-servers = { $whose } is not for servers (its extended key usage lacks serverAuth)
certificate-of-authority = { $whose } is a certificate authority's own, not a server's
# $version (Number)
certificate-old-version = { $whose } is too old a kind (X.509 version { $version })
certificate-revoked = { $whose } has been revoked
certificate-not-pinned = { $whose } is not in directory.certificate_sha256
certificate-not-its-key = it does not have the key of the certificate it shows
certificate-unreadable = { $whose } cannot be read
certificate-malformed = { $whose } breaks the rules for certificates (RFC 5280)
certificate-fault = { $why }: { $certificate }.
certificate-content = { $subject }, issued by { $issuer }, for { $names }, valid from { $from } to { $until }, SHA-256 { $sha256 }
certificate-content-unread = SHA-256 { $sha256 }
certificate-no-subject = no subject
certificate-no-name = no name
certificates-unread = Damaged in { $file }: certificate { $numbers }.
doctor-no-sign-in = nobody can sign in there: { $why }
reach-tls-ended = it ends the connection before the encryption is set up.
reach-not-tls = what it sends is not TLS, or breaks its rules.
reach-no-authorities = no trusted certificates were found on this computer, so its certificate cannot be checked.
reach-other = an unexpected error.
tls-hint = Check the port and that a server with TLS is behind it, or tell the server's administrator; -v shows more.
sign-in-wrong = wrong user name or password.
sign-in-hours = your account may not be used at this hour.
sign-in-workstation = your account may not be used from this computer.
sign-in-password-expired = your password has expired.
sign-in-disabled = your account is disabled.
sign-in-account-expired = your account has expired.
sign-in-must-change = your password must be changed first.
sign-in-locked = your account is locked.
sign-in-encryption = the server requires encryption.
sign-in-ticket = the server did not accept the Kerberos ticket.
sign-in-other = the server refused for a reason this program does not know.
sign-in = { $user } could not sign in to the directory ({ $server }): { $why }
sign-in-hint = Give the right password: servicedesk login. If it is kept in a file, or the user name is wrong, ask the administrator of servicedesk to correct it (directory.password_file, directory.user). Do not keep trying: that locks your account.
sign-in-hours-hint = The password is not the cause. Try again within the account's logon hours, or ask the directory administrator to change them (logonHours).
sign-in-workstation-hint = The password is not the cause. Ask the directory administrator to change which computers the account may use (userWorkstations), or use another account in directory.user.
sign-in-change-hint = Change your password first, for example in Windows (Ctrl+Alt+Delete). Then give servicedesk the new one: servicedesk login, or the file in directory.password_file.
sign-in-disabled-hint = The password is not the cause. Ask the directory administrator to enable the account, or use another one in directory.user.
sign-in-account-expired-hint = The password is not the cause. Ask the directory administrator to extend the account (accountExpires), or use another one in directory.user.
sign-in-locked-hint = Ask a colleague or the directory administrator to unlock it, or wait until the lockout ends. If it locks again, something signs in with an old password: check the one in the keyring (servicedesk login) or in directory.password_file.
sign-in-encryption-hint = Ask the administrator of servicedesk to use ldaps://, or with Kerberos ldap:// and the ordinary LDAP port (directory.servers). If that does not help, tell the directory administrator.
sign-in-other-hint = Run again with -v for the server's own words, and show them to the directory administrator. Do not keep trying: that can lock your account.
ticket-missing = You have no Kerberos ticket.
ticket-expired = Your Kerberos ticket has expired.
ticket-renew-hint = Get a ticket with kinit (on Windows: lock the computer and unlock it with your password) and try again.
clock-ahead = This computer's clock is { $span } ahead of the one in { $server }. Kerberos allows only a few minutes.
clock-behind = This computer's clock is { $span } behind the one in { $server }. Kerberos allows only a few minutes.
clock-differs = This computer's clock and the Kerberos server's differ too much.
clock-hint = Correct the clock and try again. If it is right, tell the directory administrator.
kdc-unreachable = No Kerberos server (KDC) answered, so there is no ticket for the directory.
kdc-hint = Nothing has changed. Try again; if that fails, check the network and that this computer knows which server is the domain's (krb5.conf or DNS).
server-unknown-to-kdc = Kerberos does not know a domain controller called { $server }.
ticket-for-other-server = The server cannot read a ticket for { $server }: it is another server, or in another domain.
server-calls-itself = The server calls itself { $name }.
server-name-hint = Ask the administrator of servicedesk to give the server's full name (directory.servers, or directory.tls_name when the server is given by address).
ticket-failed = Signing in to the directory ({ $server }) with the Kerberos ticket failed.
ticket-failed-hint = Get a new ticket with kinit and try again. If that does not help, run it with -v and show the answer to the directory administrator.
directory-silent = { $server } did not answer in time.
directory-lost = The connection to { $server } was lost.
directory-not-ldap = { $server } sent an answer that is not LDAP.
directory-too-large = { $server } sent so much in answer to one search that the rest was not read.
directory-too-large-hint = Nothing has changed. If this was a list, choose a smaller unit with --under. If that does not help, tell the directory administrators.
directory-refused = { $server } refused the search.
directory-busy = { $server } is busy or has a fault of its own ({ $answer }).
each-busy = it is busy or has a fault of its own ({ $answer }).
directory-no-place = { $server } has no such location to search.
directory-no-place-hint = Nothing has changed. Check --under, or directory.base in the configuration: a DN, for example OU=Schools,DC=ad,DC=example,DC=se.
directory-read-only = { $server } is a read-only domain controller, and no other could be used. Nothing has changed.
directory-read-only-hint = Try again. If that fails, ask the administrator of servicedesk to add a writable domain controller, best the PDC, or to give the domain (directory.servers, directory.domain).
# $port (Number)
global-catalogue = { $server } was asked on port { $port }, the global catalogue, where nothing can be changed, and no other domain controller could be used. Nothing has changed.
global-catalogue-hint = Ask the administrator of servicedesk to give the server without a port (directory.servers).
directory-malformed = { $server } returned an account without a readable { $attribute }, so its state cannot be trusted.
directory-try-again-hint = Nothing has changed. Try again.
directory-read-rights-hint = Nothing has changed. Ask the directory administrator to check what the operator may read.
no-such-group = The group “{ $name }” in protected.groups is not in the directory, so it protects nobody. Nothing has changed.
no-such-group-hint = Ask the administrator of servicedesk to correct the name in the configuration.
not-a-security-group = The group “{ $name }” in protected.groups is a distribution group. No account's token contains it, so it protects nobody. Nothing has changed.
not-a-security-group-hint = Ask the administrator of servicedesk to name a security group with the same members in the configuration, or to have this group changed to a security group.
no-such-unit = { $dn } in protected.units is not in the directory, so it protects nobody. Nothing has changed.
no-such-unit-hint = Ask the administrator of servicedesk to correct the name in the configuration.
account-gone = The account is no longer where it was. Nothing has changed.
account-gone-hint = Search again.
change-no-right = The directory does not let you change { $account }. Nothing has changed.
change-history = The password was used before by { $account }. Nothing has changed.
change-another-hint = Ask for another password. The caller is still verified.
# $least (Number)
change-too-short = The directory rejected the password for { $account }: it needs at least { $least } characters. Nothing has changed.
change-too-simple = The directory rejected the password for { $account }: it is too simple. Nothing has changed.
change-too-young = The password of { $account } was changed too recently to be changed again. Nothing has changed.
change-too-young-hint = Wait until the directory's minimum age has passed, or hand over to an administrator.
change-rules = The directory rejected the password for { $account } without saying why: most likely it was used before, otherwise it breaks a rule that cannot be read. Nothing has changed.
change-locked = { $account } was locked again in the meantime. Nothing has changed.
change-locked-hint = Something is using an old password (mobile, computer, program). Stop it first, and try again.
change-own-denied = { $account } is marked “User cannot change password”, and this domain controller has no other way to check password history. Nothing has changed.
change-own-denied-hint = Hand over to the directory administrator.
change-unwilling = The directory refused to change { $account }. Nothing has changed.
change-unwilling-hint = Run again with -v for the server's own words, and show them to the directory administrator.
change-no-answer = { $server } did not answer the change to { $account }. It may or may not have been done.
change-no-answer-hint = Check first: servicedesk lookup { SHELL($account) }. Then try again if needed.
halfway-random = { $account } now has a random password that nobody knows: the new one was rejected ({ $cause }).
halfway-random-hint = The caller cannot sign in until another password is set: servicedesk reset { SHELL($account) }. No new code is needed.
halfway-unknown = It is unclear whether the new password for { $account } was set: the server did not answer the last step.
halfway-unknown-hint = Ask the caller to try the new password. If it fails: servicedesk reset { SHELL($account) }. No new code is needed.
halfway-old = The new password for { $account } was rejected ({ $cause }). The old one still works, but must now be changed at the next sign-in.
halfway-old-or-random = The server did not answer the first step: { $account } has either its old password or a random one that nobody knows.
halfway-old-hint = Set another password now: servicedesk reset { SHELL($account) }. No new code is needed.
another-reset = Someone else set a new password for { $account } at the same time. Theirs works, yours does not. The account is unlocked.
another-reset-hint = The audit log does not say who it was. If nobody at the servicedesk knows the password: servicedesk reset { SHELL($account) }. No new code is needed.
another-reset-by = { $by } set a new password for { $account } at the same time. Theirs works, yours does not. The account is unlocked.
another-reset-by-hint = Ask { $by } which password the caller was given. If nobody knows: servicedesk reset { SHELL($account) }. No new code is needed.
another-reset-own = You set a new password for { $account } in another window at the same time. That one works, the one you set here does not. The account is unlocked.
another-reset-own-hint = Check the other window for the password. If it is not shown there: servicedesk reset { SHELL($account) }. No new code is needed.
halfway-without = The new password for { $account } is set and the account is unlocked, but the change at the next sign-in could not be required.
halfway-without-hint = The caller can sign in. Ask them to change the password themselves.
cause-history = it was used before
cause-too-young = the last one was changed too recently
# $least (Number)
cause-too-short = it needs at least { $least } characters
cause-too-simple = it is too simple
cause-rules = most likely used before
cause-locked = the account was locked again
cause-no-right = you may not
cause-other = the server refused
cause-read-only = the server only reads
cause-no-answer = the server did not answer
cause-busy = the server is busy or has a fault of its own
locked-again = { $account } was unlocked but is already locked again.
locked-again-hint = Something is using an old password (mobile, computer, program). Ask the caller to stop it, and run servicedesk unlock { SHELL($account) } again.
unlock-not-read-back = The directory accepted the unlock of { $account }, but the result could not be checked.
reset-not-read-back = The new password for { $account } is set, but the account could not be checked afterwards.
not-read-back-hint = Ask the caller to try, and check: servicedesk lookup { SHELL($account) }.
no-sms-gateway = No SMS gateway is configured (sms.provider). No SMS was sent.
sms-unreachable = The SMS gateway { $host } could not be reached. No SMS was sent.
sms-proxy = The proxy { $proxy } did not connect to the SMS gateway { $host }. No SMS was sent.
sms-proxy-hint = Check the proxy in the environment (HTTPS_PROXY, ALL_PROXY; NO_PROXY lists what needs none), or tell the network administrator.
sms-redirected = The SMS gateway { $host } says that it is at { $to }: the address in the configuration is wrong (sms.url). No SMS was sent.
sms-unclear-redirect = The SMS gateway { $host } answered with the address { $to }: the address in the configuration is probably wrong (sms.url). The code may or may not have been sent.
sms-untrusted = The SMS gateway { $host } is not trusted: { $why } No SMS was sent.
sms-untrusted-hint = Tell the administrator of servicedesk to check sms.url and sms.ca_file, and the gateway's to check the certificate.
sms-wrong-answer = What answers at { $host } is not an SMS gateway, or one with a fault. No SMS was sent.
sms-busy = The SMS gateway { $host } is busy. No SMS was sent.
# $n (Number)
sms-busy-for = The SMS gateway { $host } asks us to wait { $n ->
    [one] { $n } second
   *[other] { $n } seconds
}. No SMS was sent.
# $n (Number)
sms-busy-for-hint = Try again in { $n ->
    [one] { $n } second
   *[other] { $n } seconds
}. No new SMS is tried before then.
sms-refused = The SMS gateway { $host } rejected the message. No SMS was sent.
sms-refused-credentials = The SMS gateway { $host } rejected the sign-in (user name or secret). No SMS was sent.
sms-refused-number = The SMS gateway { $host } does not accept this number. No SMS was sent.
sms-refused-credit = There is no credit left at the SMS gateway { $host }. No SMS was sent.
sms-unclear = The SMS gateway { $host } gave no clear answer: the code may or may not have been sent.
sms-try-again-hint = Try again in a while.
sms-settings-hint = Tell the administrator of servicedesk to check [sms] in the configuration.
sms-number-hint = Check the registered number.
sms-unclear-hint = Ask whether the code arrived. If it did, use it. If it does not arrive within a minute, send a new one; the old one then stops working.
breached-list-failed = Could not check whether the password has leaked: the list { $path } { $why }. Nothing has changed.
breached-list-failed-hint = Try again; if that fails, tell the administrator of servicedesk (password_policy.breached_passwords_file).
sms-unverified = A password is sent only to a number that was verified with a code. Nothing has changed.
sms-unverified-hint = Verify with a code to the account's own number, or show the password on the screen: --deliver screen.
password-not-sent = The new password for { $account } is set, but nobody knows it.
password-not-sent-unrecorded = Sending the password could not be recorded in { $place }. No SMS was sent.
password-not-sent-hint = Set a new one and read it out: servicedesk reset { SHELL($account) } --generate. No new code is needed.
password-may-be-sent = The new password for { $account } is set, but it is unclear whether it was sent: the SMS gateway { $host } gave no clear answer.
password-may-be-sent-hint = Ask whether it has arrived. If it does not arrive within a minute, set a new one and read it out: servicedesk reset { SHELL($account) } --generate. No new code is needed.
store-failed = { $place }, which stores codes and the audit log, could not be read or written: { $why } Nothing has changed.
store-failed-hint = Nothing is done without a record. Try again. If that fails, ask the administrator of servicedesk to make the file writable (state.path); -v shows more.
store-replaced-hint = Nothing is done without a record. Run the command again. Ask the administrator of servicedesk what happened to the file; the newest records may be gone (servicedesk audit verify).
store-damaged-hint = Nothing is done without a record. Ask the administrator of servicedesk to restore the file from a backup, or to correct its place (state.path); -v shows more.
store-place-hint = Nothing is done without a record. Ask the administrator of servicedesk to remove what stands in its place, or to correct the place (state.path); -v shows more.
store-cannot-open = a file could not be opened: permission is denied, or too many files are open.
store-busy = another servicedesk has been writing to it for seconds.
store-replaced = it was removed or replaced while it was in use.
store-damaged = it contains something that servicedesk did not write.
store-shutting-down = the database server is being stopped or started.
store-sign-in-refused = the database server refused the user name or the password.
store-no-database = the server has no such database.
store-no-right = the database user does not have the rights that are needed.
store-too-many-sessions = the database server has no room for more connections.
store-standby = the database server takes no changes (it is a standby).
store-server-hint = Nothing is done without a record. Try again in a while; if that fails, tell the database administrator (state.url). -v shows more.
# $found (Number)
# $known (Number)
store-newer = { $place } was written by a newer servicedesk (version { $found }; this one knows { $known }). Nothing has changed.
store-newer-hint = Install the newer servicedesk on this computer too.
store-no-key = { $place } has the desk's codes, but the desk's key is missing on this computer ({ $path }). Nothing has changed.
store-other-key = { $path } is not the key of the desk whose codes are in { $place }. Nothing has changed.
store-key-readable = Others can read the desk's key { $path } (mode { $mode }), so it is not used. Nothing has changed.
store-unusable-key = { $path } should be the desk's key, but it is not a key. Nothing has changed.
store-key-hint = Copy the file from a computer where servicedesk works, and make sure that only you can read it (chmod 600). state.key_file says where it is.
store-file-no-key = The key { $path } of the store { $place } is missing. Nothing has changed.
store-file-other-key = { $path } is not the key of the store { $place }. Nothing has changed.
store-file-unusable-key = { $path } should be the store's key, but it is not a key. Nothing has changed.
store-key-is-folder = { $path } is a folder, but it must be the file with the store's key. Nothing has changed.
store-key-is-folder-hint = Move the folder away. If the store has been used, put the key back from a backup, or from another of the desk's computers; a new store gets a new key.
store-file-key-hint = Restore the file from a backup, and make sure that only you can read it (chmod 600). If there is no backup: move the store and the files beside it to another folder and keep them. The next run creates a new store.
store-is-link = { $path } is a link. Codes and the audit log are not stored through a link. Nothing has changed.
store-is-link-hint = Replace the link with the file itself, or set state.path to where the file is.
store-other-owner = { $path } belongs to another user of this computer. Nothing has changed.
store-other-owner-hint = Run the program as that user, make yourself the owner (chown), or set state.path to a file of your own.
store-readable = Others on this computer can read or change { $path }. Nothing has changed.
store-readable-hint = Run: chmod 600 { SHELL($path) }
store-writable = Others on this computer can replace the files in the folder { $path }. Nothing has changed.
store-writable-hint = Run: chmod go-w { SHELL($path) }
store-key-made = { $place } is new, and { $path } is now the desk's key. Copy that file to the desk's other computers, and make sure that nobody else can read it (chmod 600). Keep it safe: it is not in the database.
not-recorded = Done for { $account }, but the outcome could not be recorded in the audit log.
not-recorded-hint = Note it in the case, and tell the administrator of servicedesk.
cancelled = Cancelled. Nothing has changed.
cancelled-hint = Run the same command again to go on.
ended-between-calls = Ended between two calls.
broken-off-after-change = Cancelled. What is already done is listed below.
no-terminal = There is nobody to ask: there is no terminal, or --no-input was given. Nothing has changed.
nothing-piped = Standard input has ended; { $option } expected a line. Nothing has changed.
more-lines-piped = Standard input has more lines than expected: nothing may follow the line for { $option }. Nothing has changed.
not-text-piped = The input for { $option } on standard input is not UTF-8 text, or is longer than any password. Nothing has changed.
pipe-hint = Put one line in UTF-8 on standard input, for example from a file.
use-option-hint = Use { $option }.
no-randomness = The operating system provides no random numbers. Nothing has changed.
no-randomness-hint = Restart the computer, or use another one.
time-beyond-calendar = { $option } is beyond the years that can be counted. Nothing was read.
since-in-future = --since is { $since }, which has not been yet: it is { $now }. Nothing was read.
since-after-until = --since ({ $since }) is after --until ({ $until }), so nothing could match. Nothing was read.
time-limit-hint = Give a date (2026-05-04), a time (08:00) or an age (90m, 12h, 2d, 3w).
no-resources = servicedesk cannot run on this computer now: { $why }. Nothing has changed.
no-resources-hint = Close other programs and try again. If that does not help, ask the computer's administrator to raise the limit.
clock-before-1970 = This computer's clock says { $date }. Codes and certificates cannot be checked with it. Nothing has changed.
clock-before-1970-hint = Set the computer's clock, and run again.
time-zone-unknown = TZ is “{ $zone }”, which is no time zone that this computer knows. Times are in { $used }.
time-zone-unreadable = This computer's time zone cannot be read (/etc/localtime). Times are in UTC.
time-zone-local = the computer's own time zone
time-zone-utc = UTC

## Configuration
setup-no-file-hint = Set the program up with servicedesk init, or practise without a configuration: servicedesk --demo. There is no configuration file; it is looked for here: { $places }. Nothing has changed.
setup-hint = Correct the errors above and run again. Nothing has changed.
problem-unreadable = { $path } cannot be read: { $why }.
problem-named-by = { $problem } (The file is named by { $origin }.)
problem-too-large = it is larger than a configuration can be
# $line (Number)
problem-not-utf8 = line { $line } is not UTF-8
problem-syntax = { $place }: not valid TOML: { $message }
problem-unknown = { $place }: there is no setting “{ $key }”.
problem-meant = { $problem } Did you mean { $meant }?
problem-secret = { $place }: secrets do not belong in the configuration ({ $key }).
problem-use-instead = { $problem } Use { $instead }.
problem-invalid = { $place }: { $key } is { $found }; it should be { $expected }.
problem-missing = { $key } is not set (in the configuration file, or as { $variable }).
problem-secret-exposed = { $place }: { $key }: others can read { $path } (mode { $mode }); it is not used. Run: chmod 600 { SHELL($path) }
problem-secret-not-text = { $place }: { $key }: { $path } is not text in UTF-8.
problem-secret-empty = { $place }: { $key }: { $path } is empty.
problem-secret-lines = { $place }: { $key }: { $path } has more than one line. Only one line break may follow the secret.
problem-secret-control = { $place }: { $key }: { $path } has a character that cannot be typed, such as a tab.
problem-secret-unreadable = { $place }: { $key }: { $path } cannot be read: { $why }.
problem-words = { $place }: { $key }: { $path } cannot be used: { $why }.
words-too-large = it is larger than 4 MiB
# $line (Number)
words-not-text = line { $line } is neither UTF-8 nor UTF-16; save the file as UTF-8
# $line (Number)
words-too-short = the word on line { $line } has fewer than 4 characters
# $line (Number)
words-too-long = line { $line } has more than 16 characters
# $line (Number)
words-control = line { $line } has control characters
ca-too-large = it is larger than 1 MB; only the certificates of issuers belong in it
ca-no-certificate = there is no certificate in it; it should be the issuer's, as PEM (-----BEGIN CERTIFICATE-----), DER (.cer, .crt) or PKCS#7 (.p7b)
ca-private-key = it has a private key and no certificate; name the file with the issuer's certificate
ca-request = it has a request for a certificate, and no certificate; name the file with the issuer's certificate
ca-pkcs12 = it is PKCS#12 (.pfx, .p12), with a private key; export the issuer's certificate alone, as .cer or .p7b
# $n (Number)
ca-damaged = certificate { $n } in it is damaged; get the file again
problem-enforced = { $place }: { $key } has no effect here. { $file } sets it for everyone on this computer.
problem-unfit = { $place }: { $key }: { $why }
unfit-https = the address must begin with https:// (http:// only to this computer), otherwise the code travels unencrypted.
unfit-sender = the sender must be at most 11 letters (a–z) and digits, or a number.
# $least (Number)
# $most (Number)
unfit-no-room = no password can have at least { $least } and at most { $most } characters.
unfit-never-new = needs verification.mobile_age_days to be above 0.
unfit-no-log = Windows has no syslog of its own. Name a log server: udp://, tcp:// or tls://host.
unfit-store-tls = over the network the server's certificate must be checked: set sslmode=verify-full or leave it out, which means the same. To this computer, sslmode=disable is also allowed.
unfit-store-option = { $name } is not allowed in the address; only sslmode and host (the folder of a socket) are.
unfit-no-kerberos = this program was built without Kerberos. Build it with: cargo build --release --features kerberos. Or use bind = "simple".
unfit-kerberos-address = with bind = "kerberos" the address must begin with ldap://. The ticket then encrypts the connection; on ldaps:// the directory accepts none.
# $port (Number)
unfit-tls-port = { $address } can never answer: on port { $port } TLS begins at once, as with ldaps://. Write { $right }.
# $port (Number)
unfit-plain-port = { $address } can never answer: on port { $port } TLS does not begin at once, as ldaps:// needs. Write { $right }.
unfit-beside-kerberos = is not used with bind = "kerberos": the ticket says who you are. Remove the line.
unfit-beside-pin = it has no effect with directory.certificate_sha256. Use one of them.
unfit-other = cannot be used: { $why }.
problem-breached-list = { $place }: { $key }: { $path } { $why }.
list-unreadable = cannot be read: { $why }
list-not-a-file = is not a file
list-empty = is empty
list-compressed = is compressed; unpack it first
list-not-a-list = does not begin with a SHA-1 or NTLM hash, as the list of Have I Been Pwned does
list-malformed = is damaged at byte { $at }: there should be a line HASH:COUNT; download it again
list-not-ordered = is not ordered by hash (at byte { $at }); download the one that is
list-incomplete = is incomplete: its beginning or its end is missing; download it again
list-hole = is incomplete: a part in the middle is missing; download it again
no-state-folder = The user has no home folder for codes and the audit log. Set state.path.
form-text = text
form-integer = a number
form-float = a decimal number
form-boolean = true or false
form-time = a time
form-list = a list
form-table = a table
form-shown = { $form } (“{ $shown }”)
want-text = text
want-line = one line of text
want-sms-line = one line of letters, digits and signs that an SMS can have
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
want-operator-name = a user name on one line, in which {"{"}user{"}"} may stand for the user of the computer
want-dn = a DN
want-fingerprint = the SHA-256 of a certificate, 64 hexadecimal digits
want-attribute = the name of an attribute
# $min (Number)
# $max (Number)
want-integer = a whole number from { $min } to { $max }
want-one-of = one of { $words }
demo-failed = The practice directory could not be started: { $why }.
demo-failed-hint = Reset it: servicedesk --demo --demo-reset.
demo-file-hint = Correct that, and try again.
demo-unreadable = { $path } is not a practice directory that this program can read
internal = An unexpected error in the program.
internal-hint = Check what was done: servicedesk audit show. Tell the administrator of servicedesk.
internal-before = The program failed because of an error in itself.
internal-before-hint = No account has been changed and no SMS sent. Try again. If it happens again, tell the administrator of servicedesk.
internal-midway = The program failed because of an error in itself, after it had begun to change an account or send an SMS.
internal-midway-hint = It may have been done. Check before you try again: servicedesk audit show. Tell the administrator of servicedesk.
wait-for-end = Finishing what was started …

## A guided call
practice-who = Practice: nothing here is real. Try jesrab01 (locked) or karlsson (several).
ask-caller = Who is calling (user name, name, mail or mobile)
ask-caller-of-case = Case { $ticket }: who is calling (user name, name, mail or mobile)
nobody-named = Type who is calling, with the case number if you like (jesrab01 #4711), or press Esc to quit.
ask-next-caller = Next call: who is calling (Enter: quit)
code-as-name = That looks like a code. Type who is calling here; the program asks for the code later.
ask-account = Which account?
account-item = { $who }: { $state }
none-of-them = None of them
ask-help = What does the caller want?
help-keep = Keep the current password and unlock the account
help-new = Choose a new password and unlock the account
help-watch = Unlock the account and see whether something locks it again
pointless-not-locked = { $help } (the account is not locked)
pointless-must-change = { $help } (not enough: the password must be changed, but the account may not change it)
ask-identification = How was the caller identified (Enter: cancel)
identification-says-nothing = Describe in words how the caller was identified: at least one letter or digit.
# $most (Number)
identification-too-long = The text is too long: at most { $most } characters.
identification-control = Describe in words how the caller was identified, without control characters.
ask-try-again = Try again?
ask-place = Where is the caller?
place-work = At work
place-outside = Somewhere else

# What the keys do, on one short line below a question.
keys-cancel = F1 Help   Esc Cancel
keys-back = F1 Help   Esc Back   Ctrl-C Cancel
keys-back-former = F1 Help   ↑ Your answer   Esc Back   Ctrl-C Cancel
keys-pick-back = ↑ ↓ Choose   Enter Done   Esc Back   Ctrl-C Cancel
keys-pick-cancel = ↑ ↓ Choose   Enter Done   Esc Cancel
keys-in-call = F1 Help   Esc Back   Ctrl-C End the call
keys-at-caller = F1 Help   ↑ Earlier answers   Esc Quit

# F1 at a question: two to four lines of 80 columns.
explain-caller = Type what you hear: user name, name, mail or mobile number. A part of the name is enough, and it need not be spelled right. Searching changes nothing. The case number may stand beside it: jesrab01 #4711. The up arrow brings back what you typed before.
explain-account = Ask the caller for the department or the title. Press the number of the account, or use the arrows and Enter. The account is shown, and nothing changes. If none of them is right, choose the last item and search again.
explain-send-code = Ask whether the number ends like this and whether the mobile is at hand. Do not say the whole number. y sends an SMS with a code to the number in the directory; n sends nothing.
explain-send-code-or-other = Ask whether the number ends like this and whether the mobile is at hand. Do not say the whole number. y sends an SMS with a code there. With n you choose another of the numbers that are registered for the account.
explain-number = Ask what the number ends with, and choose the one that the caller says. Do not read the numbers out. No code is sent yet. If none of them is right, choose the last item: then no code is sent.
explain-send-manager = The manager gets an SMS with the code and the caller's name, and reads the code out to the caller if they know the voice, or calls the desk. y sends it to the manager's number in the directory; n sends nothing.
explain-use-code = The code was sent before this call began, perhaps to another number than the one that the caller has at hand. y asks for it. n asks whether to send a new one, to that number, another or the manager.
explain-code = The caller reads out the six digits of the SMS. They are checked when the sixth is typed. Enter alone sends a new code, and then only that one is valid. After too many wrong ones a new code is needed.
explain-help = Ask: “Do you remember your password?” Yes: keep it, and the account is unlocked. No: choose a new one, which replaces the old one. Press the number, or use the arrows and Enter.
explain-help-new = Nobody knows the password of the account, so a new one must be set. Press Enter, or Esc to go back.
explain-identification = Describe how you know who is calling, for example “called back on the manager's number”. The text is kept in the audit log. Enter alone cancels, and nothing changes.
explain-try-again = y tries again what failed. The caller is still verified. n stops, and nothing more is done.
explain-place = Ask: “Are you at work?” A caller who is somewhere else gets a password that works on the web at once. At work it may have to be changed when they sign in to the computer.
explain-same-call = Somebody has already read back a code for the account. y only if it is the same person, still on the line. n: a new code is needed, since somebody else may be calling now.
explain-delivery = Read it out: the password is shown on the screen until the caller has written it down. SMS: it goes to the mobile that the code went to, and you do not see it.
explain-password = Type the password that the caller has chosen. It does not show. The rules are checked at once, and then you type it again. Enter alone generates a password that follows the rules, and sets it.
explain-password-again = Type the password once more. A slip would lock the caller out. Esc goes back to the first time.
explain-hidden = Characters that do not show are hard to type at the sign-in, and often come with a paste. n: choose another password. y: use it as it is.
explain-own-name = Your own account in the directory, not the caller's, with its domain: EXAMPLE\operator1, or operator1@ad.example.se. It is stored with the password.
explain-sign-in = Your own password in the directory, not the caller's. It does not show while you type. Only servicedesk login stores it, in the keyring of this computer.
explain-sms-secret = The password or key that your SMS gateway has given you. It does not show while you type, and is stored in the keyring of this computer.
explain-store-password = The password of the database, not of the directory. It does not show while you type. Only servicedesk login stores it, in the keyring of this computer.
explain-password-to-check = The password is checked against the rules. It does not show while you type and is not stored. Nothing changes in the directory.
explain-unlock-many = y unlocks the accounts in the list above, one after another. n: nothing changes. Ctrl-C meanwhile finishes what is under way and stops.
enter-means-yes = Enter means yes.
enter-means-no = Enter means no.
still-verified = The caller is already verified.
ask-same-call = Same call? (verified { $at })
ticket-noted = Case { $ticket } is for the call that begins now.
summary-of-case = Case { $ticket }: { $name } ({ $account })
summary-of-call = For the case: { $name } ({ $account })
summary-verified = Verified by a code to { $number } at { $at }.
summary-vouched = Verified by the manager { $manager }, by a code to { $number } at { $at }.
summary-identified = Identified without a code: { $how }.
summary-unverified = Not verified.
summary-unlocked = Unlocked at { $at }
summary-reset = New password at { $at }
summary-password-sent = Password sent by SMS at { $at }
summary-unclear = { $what }, outcome unclear
summary-old-gone = { $what }, outcome unclear; the old one is gone
summary-lost = The old password was replaced at { $at } with a random one that nobody knows
summary-by = { $what }, by { $operator }.
summary-unchanged = Nothing changed.
on-services = to { $services }
at-computer = at the computer { $computer }
at-computers = at one of the computers { $computers }
say-must-change = Say: “Sign in at a computer at work with your current password, even if it is temporary. You will then choose a new one.”
say-try-again = Say: “Try again. Check the user name and Caps Lock.”
say-at-the-workplace = Say: “You can now use the new password to sign in{ $on }. Restart the computer on the workplace network, and it will be updated automatically with the new password.”
say-restart-must-change = Say: “Restart the computer on the workplace network and sign in with the new password. You will then choose one of your own.”
say-elsewhere = Say: “You can now use the new password to sign in{ $on }. On the computer, the old one works until it is started on the workplace network; then it will be updated automatically with the new password.”
say-must-change-first = Say: “Sign in at a computer at work with the new password. You will then choose one of your own. Only after that can you sign in to { $services }.”
say-change-at-work = Say: “You can change the password when you are at work: press Ctrl+Alt+Delete and choose Change a password.”
say-call-us = Say: “If it does not work, call us on { $numbers }.”
say-next-time = Say: “Next time you can do it yourself at { $url }.”
extension = extension { $extension }
not-for-scripts = A guided call runs on a terminal, so --output does not apply.
not-for-scripts-hint = Leave --output out, or use servicedesk lookup, send-code, unlock and reset, which write json and csv.

## What the doctor finds
not-a-number = “{ $typed }” is not a phone number.
not-a-number-hint = Write for example 0701740605 or +46701740605. Nothing was sent.
wait-doctor = Checking that everything works …
doctor-settings = Settings
doctor-directory = Directory
doctor-account = Rights
doctor-sms = SMS
doctor-store = Store and audit log
doctor-computer = This computer
doctor-fine = ok
doctor-warning = WARNING
doctor-broken = BROKEN
doctor-unchecked = not checked
doctor-all-well = Everything needed for a call works.
# $n (Number)
doctor-see-to = Calls can be taken, but { $n ->
    [one] one thing needs attention.
   *[other] { $n } things need attention.
    }
doctor-calls-stop = Callers cannot be helped until the faults above are fixed.
doctor-enforced = { $file } sets these for everyone on this computer: { $names }. They cannot be changed elsewhere.
doctor-setting-enforced = { $key } = { $value } ({ $origin }, for everyone on this computer)
doctor-setting = { $key } = { $value } ({ $origin })
doctor-not-before = { $what }: { $first } must work first.
doctor-the-settings = the settings
doctor-the-server = the server
doctor-the-certificate = the certificate
doctor-the-clock = the clock
doctor-the-sign-in = the sign-in
doctor-the-rights = the rights on the account
doctor-the-directory = the domain controllers
doctor-the-gateway = the SMS gateway
doctor-the-credentials = the sign-in there
doctor-the-test = the test message
doctor-the-store = the store
doctor-the-log-server = the log server
doctor-the-keyring = the keyring
doctor-the-terminal = the terminal
# $n (Number)
doctor-settings-read = { $n ->
    [one] One setting is set
   *[other] { $n } settings are set
    }. Configuration file: { $files }.
# $n (Number)
doctor-settings-elsewhere = { $n ->
    [one] One setting, without a configuration file.
   *[other] { $n } settings, without a configuration file.
    }
doctor-no-configuration = There is no configuration. These files were looked for: { $files }.
doctor-no-configuration-hint = Create it with servicedesk init, or name another file with --config or SERVICEDESK_CONFIG.
doctor-practice = Practice: no settings are needed.
# $n (Number)
doctor-discovered = DNS lists { $n ->
    [one] one domain controller
   *[other] { $n } domain controllers
    } for { $domain }.
# $n (Number)
doctor-listed = { $n ->
    [one] One domain controller is set.
   *[other] { $n } domain controllers are set.
    }
doctor-site-hint = Check directory.site: it must be the site's name in Active Directory.
doctor-answers = answers.
doctor-name-hint = Tell the DNS administrator, or check directory.servers if the name is set there.
doctor-network-hint = Tell the directory and network administrators.
# $days (Number)
doctor-certificate = the certificate is valid for { $days ->
    [one] one more day
   *[other] { $days } more days
    }, until { $until }: { $certificate }.
doctor-pinned = the certificate is one of those in directory.certificate_sha256: { $certificate }.
doctor-certificates-unread-hint = Get the file again, or take out what is damaged.
doctor-certificate-unreadable = cannot read when the certificate expires.
doctor-renew-hint = Tell the directory administrator to renew it in time. After that the server cannot be used.
doctor-clock-right = the clock agrees with this computer's.
doctor-clock-behind = the clock is { $span } behind this computer's.
doctor-clock-ahead = the clock is { $span } ahead of this computer's.
doctor-clock-untold = the clock cannot be read.
doctor-clock-hint = Correct the clock that is wrong. Otherwise the times shown are wrong, and beyond five minutes Kerberos does not work.
doctor-read-only = is a read-only domain controller (RODC): it refuses changes.
doctor-read-only-hint = Set a writable one in directory.servers, or set directory.domain instead.
doctor-global-catalogue = is asked on a port of the global catalogue (3268 or 3269), which refuses changes.
doctor-global-catalogue-hint = Correct the port in directory.servers: 636 for ldaps://, 389 for ldap://.
doctor-signed-in = Signed in as { $user } on { $server }. The password is { $source }.
doctor-signed-in-by-ticket = Signed in as { $user } on { $server }. Kerberos ticket: { $ticket }.
doctor-pdc-first = { $server } (PDC) decides on lockouts and passwords, and it answers.
doctor-pdc-not-first = { $server } (PDC) decides on lockouts and passwords, but { $first } is asked first. Changes there take time to reach the others.
doctor-pdc-elsewhere = { $name } (PDC) decides on lockouts and passwords, but it is not set or does not answer.
doctor-pdc-untold = Could not read which controller decides on lockouts and passwords (PDC).
doctor-pdc-hint = Put { $server } first in directory.servers, or set directory.domain instead.
doctor-searched = Accounts can be looked up.
doctor-own-password = The operator's password expires { $when }.
doctor-own-password-stays = The operator's password never expires.
doctor-own-password-hint = Change it before then, and store the new one: servicedesk login, or in directory.password_file.
doctor-policy-hints = The directory itself checks that a password was not used before.
doctor-set-then-change = The directory does not itself check whether a password was used before, so new ones are set in two steps.
doctor-history-off = Password history is not checked: the settings turn that off.
# $n (Number)
doctor-protected-exist = { $n ->
    [one] The protected group or unit in the settings exists.
   *[other] All { $n } protected groups and units in the settings exist.
    }
# $n (Number)
doctor-supervisors-exist = { $n ->
    [one] The supervisor has an account.
   *[other] All { $n } supervisors have accounts.
    }
doctor-supervisor-missing = No account has the name “{ $name }” in verification.supervisors, so it is nobody.
doctor-supervisor-hint = Correct the name in the configuration.
doctor-no-account = No ordinary account was found to check your rights on.
doctor-no-account-hint = Name one: servicedesk doctor ACCOUNT. Check directory.base.
doctor-account-found = { $name } ({ $account }) is an ordinary account.
doctor-account-chosen = Checked with { $name } ({ $account }), an ordinary account that was found. For another: servicedesk doctor ACCOUNT
# $n (Number)
doctor-readable = You may read the { $n } attributes that the program reads of an account.
doctor-unreadable = You may not read { $attributes } of the account.
doctor-no-such-attribute = The directory has no attribute { $attribute }.
doctor-no-such-attribute-hint = Check { $key }.
doctor-grant-hint = Ask the directory administrator to run this, with the operators' group for GROUP:
doctor-protected = { $account } is a protected account and cannot be changed from here.
doctor-protected-own = { $account } is your own account; you may not change it yourself.
doctor-protected-supervisor = { $account } is a protected account (supervisor in verification.supervisors).
doctor-protected-hint = Name an ordinary account instead.
doctor-protection-unknown = Could not check whether { $account } is an administrator's, so the account is not changed: you may not read its { $attribute }.
doctor-may-unlock = You may unlock the account.
doctor-may-not-unlock = You may not unlock the account.
doctor-may-reset = You may set a new password.
doctor-may-not-reset = You may not set a new password.
doctor-may-reset-untold = Could not check in advance whether you may set a new password.
doctor-reset-untold-hint = Set a new password for a test account: servicedesk reset ACCOUNT
doctor-may-demand = You may require a new password at the next sign-in.
doctor-may-not-demand = You may not require a new password at the next sign-in. Without that right: reset --no-must-change
doctor-rules-domain = The domain's password policy applies, and you may read it.
doctor-rules-pso = The special password policy “{ $name }” applies, and you may read it.
doctor-rules-unreadable = The special password policy “{ $name }” applies, but you may not read it. What it requires shows only when a password is rejected.
doctor-gateway-answers = The SMS gateway { $place } answers.
doctor-gateway-unproved = The SMS gateway { $place } answers, but sms.http does not say what proves that it accepted an SMS: every SMS is reported as perhaps sent.
doctor-gateway-unproved-hint = Set id, or success with pointer or body, in [sms.http]. See servicedesk-config(5).
doctor-gateway-folder = Messages are written as files in { $place }. It can be written to.
doctor-gateway-screen = Practice: messages are shown on the screen.
doctor-gateway-hint = Check [sms] in the settings, or tell the administrators of the network and the SMS gateway.
doctor-known = The SMS gateway accepts the sign-in.
doctor-known-untold = Only sending shows whether the SMS gateway accepts the sign-in: servicedesk doctor --send-to NUMBER
doctor-credit = Credit left for messages: { $sum } { $currency }.
doctor-credit-hint = Top up the account at the SMS gateway before it is empty.
doctor-test-sent = A test message was sent to { $to }. Check that it arrives.
doctor-test-queued = The SMS gateway accepted the test message to { $to } but cannot deliver it right now.
doctor-store-ready = { $place } can be read and written. It counts the limits on codes.
doctor-store-to-be-made = { $place } does not exist yet. It can be created, and is when it is first needed.
doctor-store-older = { $place } is from an earlier version of servicedesk. It is upgraded when it is next needed.
doctor-store-own = The store belongs to you, and only you may read it (mode { $mode }).
doctor-store-of-root = The store belongs to root, and only root may read it (mode { $mode }).
doctor-limits-of-one-user = Limits on codes are counted only in { $place }, which is your own store. Codes and wrong codes of other operators do not count.
doctor-limits-hint = With several operators, use one store for the desk (state.url). The limits then apply to all of them together.
# $n (Number)
doctor-trail-holds = The audit log is intact: { $n ->
    [0] no records yet.
    [one] one record.
   *[other] { $n } records.
    }
# $n (Number)
doctor-open-intents = { $n ->
    [one] One act was started, and its outcome is not recorded.
   *[other] { $n } acts were started, and their outcomes are not recorded.
    }
doctor-open-intents-hint = Find out what happened: servicedesk audit resolve
doctor-log-server = Everything was sent to { $server }.
doctor-log-server-hint = This does not stop any call. Check audit.syslog, or tell the administrator of the log server.
doctor-keyring-not-needed = The keyring is not needed to sign in.
doctor-keyring-has = The keyring is unlocked and has the directory password.
doctor-kernel-keyring-has = The kernel's keyring has the directory password. It is removed when the computer restarts, or after three days without use.
doctor-no-terminal = No terminal here. Scripts need none.
doctor-terminal = The terminal shows å, ä and ö.
# $n (Number)
doctor-terminal-wide = The terminal shows å, ä and ö, and is { $n } columns wide.
# $n (Number)
doctor-narrow = The terminal is only { $n } columns wide.
doctor-narrow-hint = Make the window wider, at least 60 columns.
doctor-not-utf8 = The terminal is not set to UTF-8: å, ä and ö may not show correctly.
doctor-not-utf8-hint = Set it, for example LANG=en_GB.UTF-8.

## The build
config-key = Setting
config-value = Value
config-origin = From
config-default = default
config-unset = –
config-valid = The configuration can be used.
# $n (Number)
config-read = Read: { $file } ({ $n ->
    [one] one setting
   *[other] { $n } settings
    } in all)
config-none = There is no configuration file.
config-yours = yours
config-computers = the computer's
config-named = named by --config or SERVICEDESK_CONFIG
config-exists = is read
config-missing = does not exist
config-written = config set changes it
config-was-set = Set in { $file }: { $key } = { $value }
config-was-unset = Removed from { $file }: { $key }
config-was-not-set = { $key } is not set in { $file }. Nothing has changed.
config-no-effect = { $key } has no effect there: { $origin } overrules it.
no-such-setting = There is no setting { $key }.
no-such-setting-meant = Did you mean { $meant }? All of them: servicedesk config show
no-such-setting-hint = All of them: servicedesk config show
setting-is-table = { $table } is a table of settings. One setting is changed at a time.
setting-is-table-hint = Name one of its settings, as { $table }.KEY. All of them: servicedesk config show
config-still-wrong = Something else in the configuration is wrong, as it was before. All of it: servicedesk config check
config-not-written = { $file } could not be written: { $why }
config-not-written-hint = Nothing has changed. Check who may write the file and its folder.
config-already-exists = There is a configuration already: { $file }. It stays as it is.
config-already-exists-hint = Change it with servicedesk config set, or begin anew with servicedesk init --replace, which keeps the old one beside it.
practice-configures-nothing = Practice (--demo) has no configuration to change.
init-head = The configuration of servicedesk, made by servicedesk init. Every setting: servicedesk config example. Change one: servicedesk config set KEY VALUE.
init-written = Written: { $file }
init-cancelled = Cancelled. The configuration { $file } is written, but not tried.
init-cancelled-hint = Go on with servicedesk login, and then servicedesk doctor.
init-not-tried = The configuration { $file } is written but not tried. Go on with servicedesk login, and then servicedesk doctor.
init-practice = Practice: the directory is the built-in one ({ $server }). The configuration is written to { $file }.
ask-init-replace = There is a configuration already: { $file }
init-keep = Leave it as it is
init-replace = Replace it; the old one is kept beside it, with .old after its name
ask-init-domain = The domain, whose domain controllers are found in DNS
init-no-domain = Without the domain the program finds no domain controllers. Write it, for example ad.example.se, or end with Ctrl-C and name them with --server.
ask-init-sign-in = How do operators sign in to the directory?
init-by-keyring = With a password in the keyring of each operator
init-by-file = With a password in a file that only you can read
init-by-ticket = With a Kerberos ticket
ask-init-user = The user name in the directory
ask-init-password = Directory password of { $user }
explain-init-secret = It does not show while you type. It is written to a file that only you can read, beside the configuration, once everything is answered. Escape goes one question back. After Ctrl-C nothing is written.
explain-init-pick = Type the number of a line, or Enter alone for the one with the star. Escape goes one question back. After Ctrl-C nothing is written.
explain-init-send-to = When the file is written, a test message without a code goes to this number, and you see whether it arrives. It is in the audit log. Enter alone: none is sent.
init-trusted = { $server }: answers, and this computer trusts its certificate.
init-untrusted = { $server }: answers, but { $why }
init-unreached = { $server }: { $why }
init-chain = Certificates that { $server } sends, its own first:
init-compare = Compare the SHA-256 with the one shown on the domain controller itself before you trust it: an attacker's certificate would look just the same here.
ask-init-servers = Domain controllers, with commas (Enter: none)
ask-init-trust = Whom should the program trust?
init-trust-system = The authorities that this computer trusts
init-trust-root = The authority whose certificate is above (saved for you as ca.cer)
init-trust-file = The authority in a file
init-trust-pins = Exactly these certificates, by their SHA-256
init-ca-file-saved = The authority's certificate is saved for you as { $file }, beside the configuration, where all operators can read it.
init-ca-file-stays = { $file } is not copied, since it has a private key. See to it that all operators can read a file with only the certificate.
ask-init-ca-file = The file with the authority's certificate
ask-init-gateway = Which SMS gateway?
init-no-gateway = None yet
ask-init-url = The gateway's address
ask-init-gateway-user = Our user name there
ask-init-sender = The sender that the message shows
ask-init-outbox = The folder for the messages
init-operators-keep = Each operator stores the gateway's secret with servicedesk login sms.
init-secret-for-operators = Operators who may not read the file with the gateway's secret cannot send messages. Give them the secret in their own keyring instead: run servicedesk config unset sms.secret_file, and let each operator run servicedesk login sms.
ask-init-secret-place = Where is the gateway's secret kept?
init-in-keyring = In the keyring of each operator
init-in-file = In a file that only you can read
ask-init-gateway-secret = The gateway's secret
ask-init-send-to = Your mobile number, for a test message (Enter: none)
init-no-number = That is no phone number. Write it as 070-123 45 67 or +46701234567, or Enter alone.
ask-init-organisation = The name of the organisation (Enter: none)
ask-init-services = Services that callers use, with commas (Enter: none)
ask-init-phone = The desk's number (Enter: none)
ask-init-extension = The desk's extension (Enter: none)
ask-init-store = Where are codes and the audit log kept?
init-store-own = In a file of each operator's (the default)
init-store-file = In a file that all operators of this computer share
init-store-server = In a PostgreSQL database, for the whole desk
ask-init-store-path = The file
ask-init-store-url = The database's address (postgres://user@host/database)
version-commit = Commit: { $commit }
version-features = With: { $features }

## A command line that cannot be read
usage-unknown-option = Unknown option { $option }.
usage-some-unknown-option = The command line has an unknown option.
usage-word-too-many = The command line has a word too many.
usage-unknown-command = Unknown command { $command }.
usage-not-a-command = The first word is not a command.
usage-no-command = The command is missing.
usage-missing = Missing on the command line: { $what }
usage-conflict = { $option } cannot be used with { $other }.
usage-twice = { $option } can be given only once.
usage-no-value = { $option } needs a value.
usage-bad-value = { $option } does not accept that value.
usage-says-nothing = { $option } needs a text with at least one letter or digit.
# $most (Number)
usage-too-long = The text of { $option } is too long: at most { $most } characters.
usage-control = { $option } may have no line break and no other control character.
usage-unneeded-value = { $option } takes no value.
usage-not-text = The command line has characters that cannot be read (UTF-8).
usage-unreadable = The command line cannot be understood.
usage-meant-hint = Did you mean { $meant }? More: { $command } --help
usage-choose-hint = Choose one of: { $values }
usage-write-hint = Write { $usage } – more: { $command } --help
usage-one-hint = Leave one of them out. More: { $command } --help
usage-practice-hint = Practice has its own directory and configuration: leave { $option } out. More: { $command } --help
usage-hyphen-hint = If it is a value, put -- before it. More: { $command } --help
usage-option-hint = Give a value that fits. The help says: “{ $help }”. More: { $command } --help
