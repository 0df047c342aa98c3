### Svenska. En mening är en rad; { $namn } fylls i.

## Times
# In a column or a log a time is written 16:44.
time-of-day = kl. { $hour }.{ $minute }
time-of-date = { $date } kl. { $hour }.{ $minute }
time-with-seconds = kl. { $hour }.{ $minute }.{ $second }
when = { $clock } ({ $distance })
when-ahead = { $clock } ({ $span } framåt: datorns eller domänkontrollantens klocka går fel)
ago-now = nyss
ago-minutes = { $n ->
    [one] för { $n } minut sedan
   *[other] för { $n } minuter sedan
    }
ago-hours = { $n ->
    [one] för { $n } timme sedan
   *[other] för { $n } timmar sedan
    }
ago-days = { $n ->
    [one] för { $n } dag sedan
   *[other] för { $n } dagar sedan
    }
in-now = om mindre än en minut
in-seconds = { $n ->
    [one] om { $n } sekund
   *[other] om { $n } sekunder
    }
in-minutes = { $n ->
    [one] om { $n } minut
   *[other] om { $n } minuter
    }
in-hours = { $n ->
    [one] om { $n } timme
   *[other] om { $n } timmar
    }
in-days = { $n ->
    [one] om { $n } dag
   *[other] om { $n } dagar
    }
span-minutes = { $n ->
    [one] { $n } minut
   *[other] { $n } minuter
    }
span-hours = { $n ->
    [one] { $n } timme
   *[other] { $n } timmar
    }
span-days = { $n ->
    [one] { $n } dag
   *[other] { $n } dagar
    }

## The SMS
sms-code = { $code } är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit{ $phone }.{ $organisation }
sms-vouching = { $code } är en kod för { $name }, som inte kan logga in. Säg den bara till den du känner igen på rösten, eller ring servicedesk{ $phone }.{ $organisation }
sms-password =
    Här är det nya lösenordet som du bad servicedesk om{ $phone }.{ $change }{ $organisation }
    { $password }
sms-password-change = Byt det när du loggar in.
sms-owner-reset = Ditt lösenord byttes av servicedesk { $at }. Var det inte du, ring { $phone }.{ $organisation }
sms-owner-maybe-reset = Ditt lösenord kan ha bytts av servicedesk { $at }. Har du inte bett om det, ring { $phone }.{ $organisation }
sms-owner-unlock = Ditt konto låstes upp av servicedesk { $at }. Var det inte du, ring { $phone }.{ $organisation }
sms-owner-maybe-unlock = Ditt konto kan ha låsts upp av servicedesk { $at }. Har du inte bett om det, ring { $phone }.{ $organisation }
sms-owner-desk = servicedesk
sms-trial = Ett test från servicedesk{ $phone }: SMS kommer fram. Du behöver inte göra något.{ $organisation }

## The account's card
card-account = Konto
card-place = Plats
card-name = Namn
card-department = Avdelning
card-title = Titel
card-manager = Chef
card-office = Kontor
card-telephone = Telefon
card-mail = E-post
card-mobile = Mobil
card-verified = Verifierad
card-signs = Obs
card-grave = Varning
card-lock = Låst
card-tries = Fel lösenord
card-hours = Inloggning
card-computers = Datorer
card-last-sign-in = Inloggad
card-expires = Slutdatum
card-password = Lösenord
card-policy = Regler
card-why = Läge
card-next = Gör nu
sign-changed-since-lockout = Mobilnumret ändrades efter att kontot låstes. Så gör den som vill ta över ett konto: ta reda på vem som ringer.
sign-changed-lately = Mobilnumret ändrades nyligen. Ta reda på att det är rätt person som ringer.
sign-change-unknown = Det går inte att se när mobilnumret ändrades. Det kan vara nytt.
sign-not-mobile = Mobilnumret tar inte emot SMS ({ $what }).
sign-foreign = Mobilnumret är utländskt ({ $country }).
sign-other-mobiles = Fler nummer är registrerade: { $others }. Kod till ett annat: send-code --to och de sista siffrorna.
sign-servers-unheard = Inget besked från { $servers }. Är kontot låst där syns det inte här.
sign-servers-disagree = Låst på { $locked }, men inte på { $open }. Den som ringer stängs ute bara där det är låst.
sign-shared = Mobilnumret finns också på { $accounts }. Koden visar bara att den som ringer har telefonen, så fråga mer.
sign-shared-by-more = Mobilnumret finns också på { $accounts } och fler konton. Koden visar bara att den som ringer har telefonen, så fråga mer.
sign-shared-by-many = Mobilnumret finns på flera konton. Koden visar bara att den som ringer har telefonen, så fråga mer.
sign-sharing-unknown = Det gick inte att ta reda på om flera konton har mobilnumret.
sign-wrong-codes = { $n ->
    [one] En felaktig kod har lästs upp för kontot det senaste dygnet.
   *[other] { $n } felaktiga koder har lästs upp för kontot det senaste dygnet.
    }
sign-resets = { $n ->
    [one] Lösenordet har redan satts härifrån en gång det senaste dygnet.
   *[other] Lösenordet har redan satts härifrån { $n } gånger det senaste dygnet.
    }
sign-closed = För många felaktiga koder: verifieringen av kontot är stängd till { $until }.
sign-locked-again = Upplåst härifrån { $unlocked }, låst igen { $locked }: något har det gamla lösenordet.
sign-password-unknown = Kontot har sedan { $since } ett slumpat lösenord som ingen känner till. Det gamla gäller inte längre.
sign-password-perhaps-unknown = Kontot kan sedan { $since } ha ett slumpat lösenord som ingen känner till: katalogens svar kom inte fram. Sätt ett nytt.
sign-clock-behind = Katalogserverns klocka går { $span } efter den här datorns. Tiderna här är serverns.
sign-clock-ahead = Katalogserverns klocka går { $span } före den här datorns. Tiderna här är serverns.
verified-at = { $when }; i samma samtal behövs ingen ny kod
mobile-missing = inget nummer registrerat
mobile-hidden = du får inte läsa det
mobile-unreadable = kan inte användas: { $what }
unreadable-characters = det är inget telefonnummer
unreadable-start = det börjar varken med 0 eller med landsnummer
unreadable-length = det har fel antal siffror
unreadable-country = det är inget telefonnummer: inget land har det landsnumret
unreadable-several = det är flera nummer
mobile-not-mobile = { $masked } – { $what }, tar inte emot SMS
not-mobile-landline = ett fast nummer
not-mobile-short = { $n ->
    [one] en siffra saknas
   *[other] { $n } siffror saknas
    }
not-mobile-long = { $n ->
    [one] en siffra för mycket
   *[other] { $n } siffror för mycket
    }
not-mobile-foreign = fel antal siffror för en mobil i { $country }
not-mobile-machine = ett maskinnummer
not-mobile-pager = en personsökare
not-mobile-service = ett servicenummer
mobile-foreign = { $masked } – utländskt nummer ({ $country })
mobile-others = { $number }; även { $others }
country = { $code ->
    [1] USA eller Kanada
    [7] Ryssland eller Kazakstan
    [20] Egypten
    [27] Sydafrika
    [30] Grekland
    [31] Nederländerna
    [32] Belgien
    [33] Frankrike
    [34] Spanien
    [36] Ungern
    [39] Italien
    [40] Rumänien
    [41] Schweiz
    [43] Österrike
    [44] Storbritannien
    [45] Danmark
    [47] Norge
    [48] Polen
    [49] Tyskland
    [52] Mexiko
    [55] Brasilien
    [56] Chile
    [61] Australien
    [63] Filippinerna
    [64] Nya Zeeland
    [66] Thailand
    [81] Japan
    [84] Vietnam
    [86] Kina
    [90] Turkiet
    [91] Indien
    [92] Pakistan
    [93] Afghanistan
    [98] Iran
    [212] Marocko
    [251] Etiopien
    [252] Somalia
    [291] Eritrea
    [298] Färöarna
    [299] Grönland
    [351] Portugal
    [352] Luxemburg
    [353] Irland
    [354] Island
    [355] Albanien
    [356] Malta
    [357] Cypern
    [358] Finland
    [359] Bulgarien
    [370] Litauen
    [371] Lettland
    [372] Estland
    [373] Moldavien
    [375] Belarus
    [380] Ukraina
    [381] Serbien
    [382] Montenegro
    [383] Kosovo
    [385] Kroatien
    [386] Slovenien
    [387] Bosnien och Hercegovina
    [389] Nordmakedonien
    [420] Tjeckien
    [421] Slovakien
    [961] Libanon
    [962] Jordanien
    [963] Syrien
    [964] Irak
    [970] Palestina
   *[other] landsnummer +{ $code }
    }
mobile-changed = { $number }, ändrat { $when }
lock-open = nej
lock-lapsed = nej – låstes { $when } och har låsts upp automatiskt
lock-since = JA, sedan { $when }
lock-now = JA
lock-opens-at = { $lock }; låses upp automatiskt { $when }
lock-opens-by-hand = { $lock }; låses inte upp automatiskt
lock-opens-unknown = { $lock }; det går inte att se när kontot låses upp
tries-last = { $n }, senast { $when }
tries = { $n }
password-set = satt { $when }
password-never-set = måste bytas vid nästa inloggning
password-expires = { $set }, går ut { $when }
password-expired = { $set }, gick ut { $when }
password-never-expires = { $set }, går inte ut
hours-until = tillåten till { $when }
hours-from = inte tillåten förrän { $when }
hours-never = aldrig tillåten
signed-in-here = senast { $when }, på servern som svarade
signed-in-replicated = senast omkring { $when }; kan vara upp till 14 dagar senare
only-computers = bara { $computers }
policy-domain = domänens
policy-pso = särskilda, ”{ $name }”
policy-unreadable = särskilda, ”{ $name }”, som du inte får läsa
policy-line = { $source }: minst { $length } tecken, inget av de { $history } senaste
policy-complex-names = { $line }, tre teckentyper och ingen del av namnet
policy-complex = { $line }, tre teckentyper

## Verdict: why
why-nothing = Inget fel på kontot.
why-locked = Låst efter för många felaktiga lösenord.
why-disabled = Kontot är inaktiverat.
why-account-expired = Kontot har gått ut.
why-password-expired = Lösenordet har gått ut.
why-must-change = Lösenordet måste bytas vid nästa inloggning.
why-own-change-denied = Kontot får inte byta lösenord själv, så den som ringer är utelåst.
why-password-unknown = Ingen känner till lösenordet, så ett nytt måste sättas.
why-outside-hours = Kontot får inte logga in vid den här tiden.
why-smartcard = Loggar in med kort, inte med lösenord.
why-some-computers = Kontot får bara logga in på vissa datorer.
why-ends-soon = Kontot går ut inom ett dygn.
why-demand-without-effect = Lösenordet är markerat för byte, men behöver inte bytas eftersom det aldrig går ut.
why-own-change-unknown = Kan inte kontrolleras: om kontot får byta lösenord själv.
why-state-hidden = Du har inte rätt att läsa kontots läge ({ $attributes }).
why-odd-name = Användarnamnet har tecken som inget användarnamn får ha. Det kan förväxlas med någon annans.
why-administrator = Skyddat konto (administratör).
why-member = Skyddat konto (medlem i { $group }).
why-below = Skyddat konto (ligger i { $unit }).
why-own = Skyddat konto (ditt eget).
why-supervisor = Skyddat konto: tillhör en ansvarig (verification.supervisors).
why-unknown = Behandlas som skyddat: det går inte att avgöra om kontot tillhör en administratör, eftersom du inte får läsa { $attribute }.

## Verdict: what to do
do-unlock-and-watch = Lås upp och bevaka: servicedesk unlock { SHELL($account) } --watch.
do-here-unlock-and-watch = Skicka en kod, lås upp och bevaka kontot.
do-unlock-or-reset-everywhere = Lås upp på alla servrar: servicedesk unlock { SHELL($account) } --everywhere. Om lösenordet är glömt: servicedesk reset { SHELL($account) } --everywhere.
do-unlock-or-reset = Lås upp: servicedesk unlock { SHELL($account) }. Om lösenordet är glömt: servicedesk reset { SHELL($account) }.
do-change-at-sign-in = { $say } Om lösenordet är glömt: servicedesk reset { SHELL($account) }.
do-change-at-sign-in-only = { $say } Om lösenordet är glömt: { $advice }
do-reset = Sätt ett nytt lösenord som inte behöver bytas: servicedesk reset { SHELL($account) } --no-must-change. Det går om servern kan kontrollera tidigare lösenord; lämna annars över till katalogens administratör.
do-set-new = Sätt ett nytt lösenord: servicedesk reset { SHELL($account) }.
do-wait-for-hours = Kontot får logga in från { $when }. Den som ansvarar för kontot kan ändra tiderna.
do-never-hours = Kontot får aldrig logga in, så upplåsning eller nytt lösenord hjälper inte. Den som ansvarar för kontot kan ändra det.
do-only-computers = Kontot får bara logga in på { $computers }.
do-check-computer = Fråga vilken dator den som ringer sitter vid: kontot får bara logga in på dem som står under Datorer. Om lösenordet är glömt: servicedesk reset { SHELL($account) }.
do-check-computer-only = Fråga vilken dator den som ringer sitter vid: kontot får bara logga in på dem som står under Datorer. Om lösenordet är glömt: { $advice }
do-wait-or-reset = Du får inte ändra kontot { $account }. Vänta tills det låses upp automatiskt, eller lämna över till någon som får låsa upp eller sätta ett nytt lösenord.
do-nothing = Om lösenordet är glömt: servicedesk reset { SHELL($account) }. Annars: försök igen, kontrollera Caps Lock och att rätt användarnamn skrivs.
do-try-again = Försök igen, kontrollera Caps Lock och att rätt användarnamn skrivs. Om lösenordet är glömt: { $advice }
do-here-unlock-or-reset = Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
do-here-change-at-sign-in = { $say } Om lösenordet är glömt: skicka en kod och ange ett nytt.
do-here-reset = Skicka en kod, och ange ett nytt lösenord. Det går om servern kan kontrollera tidigare lösenord; lämna annars över till katalogens administratör.
do-here-set-new = Skicka en kod, och ange ett nytt lösenord.
do-here-check-computer = Fråga vilken dator den som ringer sitter vid: kontot får bara logga in på dem som står under Datorer. Om lösenordet är glömt: skicka en kod och ange ett nytt.
do-here-nothing = Försök igen: rätt användarnamn, Caps Lock av. Om lösenordet är glömt: skicka en kod och ange ett nytt.
do-verification-closed = Skicka ingen kod, och ta reda på vem som ringer. Säg: ”Ring igen efter { $until }.”
do-hand-over = { $advice }
do-vouch = Chefen { $manager } kan intyga vem som ringer: servicedesk send-code { SHELL($account) } --via manager. Går det inte? { $advice }
do-here-vouch = Skicka en kod till chefen { $manager }, som kan intyga vem som ringer. Går det inte? { $advice }
advice-own-account = Be en kollega eller en annan servicedesk om hjälp.
advice-protected = Lämna över. Säg: ”Jag får inte ändra ditt konto, så jag lämnar över till { $who }.”
advice-no-right = Du har inte rätt att ändra kontot. Säg: ”Jag kan inte ändra ditt konto, så jag lämnar över till { $who }.”
advice-disabled = Att låsa upp eller byta lösenord hjälper inte. Säg: ”Ditt konto är inaktiverat. Din chef kan be { $who } att aktivera det.”
advice-expired = Att låsa upp eller byta lösenord hjälper inte. Säg: ”Ditt konto har gått ut. Din chef kan be { $who } att förlänga det.”
advice-smartcard = Ett lösenord hjälper inte. Säg: ”Du loggar in med kort, så jag lämnar över till { $who }.”
no-code-possible = Ingen kod kan skickas.
advice-no-mobile = Säg: ”Du har inget mobilnummer registrerat. Din chef kan be { $who } att registrera det, eller så kommer du till servicedesk med legitimation.”
advice-landline = Säg: ”Ditt registrerade nummer är ett fast nummer. Din chef kan be { $who } att registrera din mobil, eller så kommer du till servicedesk med legitimation.”
advice-mobile-hidden = Du får inte läsa mobilnumret. Lämna över till { $who }.
advice-mobile-unreadable = Säg: ”Ditt registrerade mobilnummer går inte att använda. Din chef kan be { $who } att ändra det, eller så kommer du till servicedesk med legitimation.”
escalation-unset = den som sköter kontona
escalation-practice = IT-drift
do-get-read-right = Inget kan göras härifrån. Be katalogens administratör om rätten att läsa { $attributes } på kontot.
do-rename-account = Inget kan göras härifrån. Be katalogens administratör att ge kontot ett annat användarnamn.

## Lists
several-match = { $n } konton stämmer:
more-than-match = Fler än { $n } konton stämmer. Några av dem:
did-you-mean = Inget konto stämmer med ”{ $query }”. Menade du något av dessa?
more-match = Det finns fler än dessa. Ange mer av namnet.
ask-each-server = Kan kontot vara låst på en annan server? Fråga alla: servicedesk lookup { SHELL($account) } --each-server
unlock-on-each-server = Kan kontot vara låst på en annan server? Lås upp på alla: servicedesk unlock { SHELL($account) } --everywhere

## On every server
each-server = Server
each-pdc = { $server } (PDC)
each-none = Kontot { $account } ({ $name }): ingen server svarade.
each-open = Kontot { $account } ({ $name }) är inte låst på { $n ->
        [one] den server som svarade
       *[other] någon av de { $n } servrar som svarade
    }.
each-locked = Kontot { $account } ({ $name }) är låst på { $n ->
        [one] den server som svarade
       *[other] alla { $n } servrar som svarade
    }.
each-differ = Kontot { $account } ({ $name }) är låst på { $locked } av { $n } servrar. Kontot kan vara låst där den som ringer sitter.
each-arose = Kontot låstes på { $server }, enligt katalogens egna uppgifter.
each-most-tries = Kontot låstes troligen på { $server }, som har räknat flest fel lösenord.
each-passwords-differ = Alla har inte samma lösenord: ett byte är på väg mellan servrarna. Den som ringer kan behöva vänta.
each-clock-behind = { $server }: klockan går { $span } efter den här datorns.
each-clock-ahead = { $server }: klockan går { $span } före den här datorns.
each-unheard = { $n ->
        [one] En server gav inget besked. Där kan kontot vara låst ändå.
       *[other] { $n } servrar gav inget besked. Där kan kontot vara låst ändå.
    }
each-sign-in = du kunde inte logga in: { $why }
each-no-account = kontot finns inte där.
everywhere-open = Kontrollerat på { $n ->
        [one] den enda servern
       *[other] alla { $n } servrar
    }: kontot är upplåst där. Det tog { $seconds ->
        [0] mindre än en sekund
       *[other] { $seconds } s
    }.
everywhere-unlocked = Kontot var fortfarande låst på { $servers } och är nu upplåst även där.
everywhere-locked = { $server }: fortfarande låst.
everywhere-behind = Släpar efter: { $servers } Där kan kontot fortfarande vara låst. Se efter om en stund: servicedesk lookup { SHELL($account) } --each-server

## An account that is watched
watch-begins = Bevakar { $account } till { $until }. Det som händer visas här. Ctrl-C avslutar bevakningen.
watch-line = { $clock } { $text }
watch-tries = Fel lösenord igen, { $n ->
        [one] ett försök
       *[other] { $n } försök
    } på { $servers }.
watch-locked = Låst igen, på { $server }.
watch-still-locked = { $server }: fortfarande låst, upplåsningen har inte kommit dit än.
watch-opened = { $server }: upplåst nu.
watch-back = { $server }: svarar igen.
watched-quiet = Bevakat till { $until }: inga fel lösenord, och kontot har inte låsts igen.
watched-quiet-partly = Bevakat till { $until }: inga fel lösenord, och kontot har inte låsts igen, på de servrar som svarade.
watched-unclear = Bevakat till { $until }; sedan dess oklart: katalogen svarade inte. Se efter om kontot är låst: servicedesk lookup { SHELL($account) }
watched-nothing = Bevakningen fick inget svar, så det är oklart om kontot är låst. Se efter: servicedesk lookup { SHELL($account) }
watched-tries = Bevakat till { $until }: kontot har inte låsts igen, men { $n ->
        [one] ett fel lösenord sedan upplåsningen, på { $server }.
       *[other] { $n } fel lösenord sedan upplåsningen, mest på { $server }.
    }
watched-tries-say = Är det inte den som ringer som provar, så är det en enhet eller ett program.
watched-locked = Låst igen { $at }, på { $server }{ $n ->
        [0] .
        [one] , efter ett fel lösenord sedan upplåsningen.
       *[other] , efter { $n } fel lösenord sedan upplåsningen.
    }
say-old-password = Säg: ”Något provar ett gammalt lösenord. Titta i mobilens e-post, sparade wifi-lösenord, nätverksmappar, program och tjänster som loggar in själva, och andra datorer där du är inloggad. Byt lösenordet där.”
lockout-events = Vilken dator det är, för den som får läsa domänkontrollantens säkerhetslogg (PowerShell):
watched-locked-hint = Lås upp igen när det är ordnat: servicedesk unlock { SHELL($account) } --watch

## Codes
say-number = Säg: ”Jag skickar en kod till din mobil. Numret slutar på { $last }, stämmer det?”
number-declined = Stämmer inte numret, säg: ”Då kan jag inte skicka någon kod. Din chef kan be { $who } att ändra numret, eller så kommer du till servicedesk med legitimation.”
ask-send-code = Skicka en kod till { $to }?
ask-send-code-or-other = Skicka en kod till { $to } (n: ett annat nummer)?
ask-number = Vilket nummer är rätt?
none-of-numbers = Inget av dem
ask-send-manager = Skicka en kod till chefen { $name } ({ $to }) i stället?
manager-number-new = Chefens mobilnummer ändrades { $when }.
manager-number-unknown = Katalogen säger inte när chefens mobilnummer ändrades.
code-sent-manager = En kod är skickad till chefen { $name } ({ $to }). Den gäller till { $until }.
say-manager = Säg: ”Jag har skickat en kod till { $name }. Ring upp { $name } och be om koden, eller be { $name } att ringa hit.”
yes-or-no = { $question } [J/n]
answer-yes-or-no = Svara j eller n.
ask-code = Koden som läses upp (Enter: ny kod)
ask-use-code = Fråga efter den koden (n: en ny, eller till någon annan)?
code-sent = En kod är skickad till { $to }. Den gäller till { $until }.
code-out = En kod skickades { $at } till { $to }. Den gäller till { $until }.
code-out-manager = En kod skickades { $at } till chefen { $name } ({ $to }). Den gäller till { $until }.
code-queued = Koden till { $to } väntar hos SMS-tjänsten, som inte kan leverera den just nu. Det kan dröja. Den gäller till { $until }.
code-may-be-sent = Det är oklart om koden till { $to } gick iväg: SMS-tjänsten svarade inte tydligt. Fråga om den kom. Kommer ingen inom en minut, skicka en ny.
code-replaced-left = Det är en äldre kod: be om den i det senaste SMS:et. { $left ->
    [one] Ett försök kvar.
   *[other] { $left } försök kvar.
    }
closed-until = Obs: för många felaktiga koder har lästs upp för kontot. Verifieringen är stängd till { $until }.
verification-reopened = Verifieringen av kontot är öppnad igen.
owner-told = Kontots ägare är meddelad med SMS ({ $to }).
owner-queued = Kontots ägare meddelas med SMS ({ $to }) så snart SMS-tjänsten kan skicka det.
owner-not-told = Kontots ägare är inte meddelad med SMS. { $why }
owner-not-recorded = Kontots ägare är inte meddelad med SMS: det gick inte att anteckna i { $place } att SMS:et skulle skickas.
owner-maybe-told = SMS-tjänsten { $host } gav inget tydligt svar: det är oklart om kontots ägare är meddelad med SMS.
owner-unrecorded = Kontots ägare är meddelad med SMS, men det gick inte att anteckna i loggen.
owner-without-mobile = Kontots ägare är inte meddelad med SMS: inget nummer som tar emot SMS är registrerat.
owner-number-new = Kontots ägare är inte meddelad med SMS: numret är nytt, och inget äldre är registrerat.
bulk-tells-nobody = Ägarna får inget SMS (verification.notify gäller ett konto i taget).
code-not-yet = En ny kod kan skickas { $again }.
code-ended-wrong = Fel kod, och försöken är slut. En ny kod skickas.
code-ended-expired = Koden har gått ut. En ny kod skickas.
code-ended = Koden gäller inte längre. En ny kod skickas.
wait-new-code = En ny kod skickas om { $left } s. Ctrl-C avslutar samtalet.
code-not-six = En kod är sex siffror. Inget försök är förbrukat.
code-wrong-left = Fel kod. { $left ->
    [one] Ett försök kvar.
   *[other] { $left } försök kvar.
    }
code-other-left = Den koden hör till ett annat av dina samtal. { $left ->
    [one] Ett försök kvar.
   *[other] { $left } försök kvar.
    }
code-verified = Rätt kod. Den som ringer är verifierad.
verified = Den som ringer om { $account } är verifierad.
delivery-on-its-way = Koden är på väg till mobilen.
delivered = Koden är levererad.
delivered-at = Koden är levererad { $at }.
delivery-failed = Koden kom inte fram: nätet nekade den.
delivery-failed-for = Koden kom inte fram: nätet nekade den ({ $reason }).
delivery-unknown = SMS-tjänsten säger inte om koden har kommit fram.
verify-later = När koden läses upp: servicedesk send-code { SHELL($account) } --verify KOD, eller direkt: servicedesk unlock { SHELL($account) } --code KOD
phone-shows = Mobilen { $to } visar (övning):

## Unlock and reset
unlocked = Upplåst: { $name } ({ $account }). Kontrollerat: kontot är upplåst.
try-now = Säg: ”Ditt konto är nu upplåst och du kan nu logga in{ $on }, med samma lösenord som förut.”
try-now-places = Säg: ”Ditt konto är nu upplåst och du kan nu logga in, på jobbet i datorn och annars på { $services }, med samma lösenord som förut.”
try-soon = Säg: ”Prova att logga in{ $on }, med samma lösenord som förut. Går det inte, vänta några minuter och försök igen.”
say-in-a-while = Säg: ”Går det inte på en gång, vänta några minuter och försök igen.”
nothing-to-unlock = Kontot { $account } ({ $name }) är inte låst. Det finns inget att låsa upp.
try-again-or-reset = Säg: ”Försök igen.” Om lösenordet är glömt: servicedesk reset { SHELL($account) }
ask-password = Nytt lösenord (Enter: skapa ett)
ask-password-again = Samma lösenord igen
ask-password-to-check = Lösenord att prova
passwords-differ = De två är inte lika. Försök igen.
no-password-to-make = Det går inte att skapa ett lösenord som följer alla regler. Skriv ett i stället.
choose-no-more = Nu går det bara att använda ett skapat lösenord: önskade lösenord har nekats så många gånger att ett gammalt annars skulle kunna godtas. Tryck Enter, så skapas ett.
ask-delivery = Hur ska den som ringer få lösenordet?
deliver-aloud = Läs upp det
deliver-sms = SMS till { $to }
password-made = Lösenordet har minst { $bits } bitars slump.
not-a-password-typed = Ett lösenord är minst ett tecken och har inga styrtecken. Försök igen.
typed-unreadable = Det som skrevs har ett tecken som inte gick att läsa. Inget är ändrat. Kontrollera att terminalens teckenkodning är UTF-8 och skriv igen.
paste-left-out = Flera rader klistrades in. Bara den första togs med.
password-hides = Lösenordet innehåller tecken som inte syns: { $what }.
ask-hidden = Ska det användas ändå? [j/N]
secret-hides = Hemligheten innehåller tecken som inte syns: { $what }. Den används precis som den är.
hidden-blank-first = mellanslag i början
hidden-blank-last = mellanslag i slutet
reset-done = Klart: Lösenordet har återställts för { $name } ({ $account }).
reset-unlocked = Kontot var låst och är nu upplåst.
reset-change-without-effect = Det nya lösenordet behöver inte bytas: kontots lösenord går aldrig ut.
reset-change-denied = Det nya lösenordet behöver inte bytas: kontot får inte byta lösenord själv.
reset-change-unseen = Kan inte kontrolleras: om kontot får byta lösenord själv. Blir den som ringer utelåst: servicedesk reset { SHELL($account) } --no-must-change.
reset-history-off = Tidigare lösenord är inte kontrollerade: kontrollen är inaktiverad i inställningarna.
reset-generated = Lösenordet: { $password }
ask-password-read = Tryck Enter när den som ringer har lösenordet
password-erased = Lösenordet är borttaget från skärmen.
password-sent = Lösenordet är skickat till { $to }. Fråga om det har kommit.
password-queued = SMS-tjänsten har tagit emot lösenordet till { $to } men kan inte leverera det just nu. Det kan dröja.
reset-say = Säg: ”Du kan nu använda det nya lösenordet för att logga in{ $on }. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
reset-say-must-change = Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”

## What --dry-run says
plan-unlock = Skulle låsa upp: { $name } ({ $account }).
plan-reset = Skulle sätta ett nytt lösenord: { $name } ({ $account }).
plan-reset-unlocks = Kontot är låst, och skulle låsas upp.
plan-password-fits = Lösenordet följer reglerna.
plan-send-password = Lösenordet skulle skickas till { $to }.
plan-must-change = Lösenordet skulle behöva bytas vid nästa inloggning.
plan-no-change = Lösenordet skulle gälla genast och inte behöva bytas.
plan-needs-code = Den som ringer behöver först läsa upp en kod, som skickas till { $to }.
plan-needs-identification = Den som ringer behöver först identifieras på annat sätt än med en kod.
plan-needs-manager = Chefen { $name } behöver först intyga vem som ringer, med en kod som skickas till { $to }.

## Many accounts at once
ask-tick = Vilka ska låsas upp?
explain-tick = Nummer, till exempel 1 3-5, eller alla. Bara konton som får låsas upp står med; de andra står ovanför med skälet. Bara Enter eller Esc: inga, och inget ändras.
keys-tick = Mellanslag kryssar, a alla, Enter klar, Esc inga
ticked = Kryssade:
locked-since = låst { $when }
ask-unlock-many = { $n ->
    [one] Låsa upp { $n } konto?
   *[other] Låsa upp { $n } konton?
    }
no-or-yes = { $question } [j/N]
bulk-accounts = { $n ->
    [0] Inga konton.
    [one] { $n } konto:
   *[other] { $n } konton:
    }
bulk-unlocked = Upplåsta
bulk-would-unlock = Ska låsas upp
bulk-not-locked = Inte låsta
bulk-not-found = Hittas inte
bulk-ambiguous = Oklart vilket
bulk-protected = Skyddade
bulk-disabled = Inaktiverade
bulk-expired = Har gått ut
bulk-smartcard = Loggar in med kort
bulk-unreadable = Läget får inte läsas
bulk-not-read-back = Upplåsta, inte kontrollerade
bulk-may-have-changed = Oklart, inget svar
bulk-no-right = Behörighet saknas
bulk-failed = Inte upplåsta
bulk-repeated = Står flera gånger
bulk-line = Rad
bulk-more = … och { $n } till. Alla visas med -v, eller sparas i en fil med --report.
bulk-dry-run = Inget är ändrat (--dry-run).
bulk-again = Kör samma kommando igen när hindret är borta: det som är klart görs inte om.
bulk-others-follow = Upplåst på { $servers }. De andra servrarna får veta det genom katalogens replikering, på samma plats oftast inom en minut; för många konton på en gång läses de inte av.
bulk-stopped-failures = Stannade efter { $n } misslyckanden i rad. Resten är inte påbörjade.
bulk-stopped-interrupt = Avbrutet. Det som var på väg är avslutat, resten är inte påbörjat.
bulk-stopped-directory = Stannade: { $cause }
bulk-stopped-store = Stannade: det gick inte att skriva { $place }, där loggen finns. Utan logg görs inget.
bulk-report = Alla rader finns i { $path }.
bulk-report-failed = Rapporten { $path } är inte hel: { $why }. Upplåsningarna påverkas inte.
bulk-spray = { $n } konton låstes inom { $minutes ->
    [one] en minut
   *[other] { $minutes } minuter
    }, från { $from }. Så ser det ut när någon gissar lösenord, inte när folk skriver fel.
bulk-spray-hint = Ring säkerhetsansvarig innan du låser upp: den som gissar kan fortsätta då. Är orsaken känd och ofarlig, kör igen med --accept-risk.
bulk-spray-accepted-hint = Ring säkerhetsansvarig, om det inte är gjort: den som gissar kan fortsätta när kontona är upplåsta.
row-unlocked = upplåst
row-would-unlock = ska låsas upp
row-not-locked = inte låst, inget att göra
row-not-found = hittas inte; kontrollera stavningen
row-ambiguous = flera konton stämmer; skriv användarnamnet
row-protected = skyddat; lämna över till { $who }
row-own-account = ditt eget; be en kollega eller en annan servicedesk om hjälp
row-supervisor = skyddat, tillhör en ansvarig (verification.supervisors); lämna över till { $who }
row-protection-unknown = det går inte att avgöra om det är skyddat: du får inte läsa { $attribute }; inget görs
row-disabled = inaktiverat; lämna över till { $who }
row-expired = har gått ut; lämna över till { $who }
row-smartcard = loggar in med kort; lämna över till { $who }
row-state-hidden = du får inte läsa kontots läge; inget görs
row-odd-name = användarnamnet har tecken som inget användarnamn får ha; inget görs
row-failed = inte upplåst
row-no-right = du får inte låsa upp det; lämna över till { $who }
row-refused = katalogen nekade (LDAP { $code })
row-no-answer = oklart: inget svar kom; se efter med lookup
row-locked-again = låstes igen; något använder ett gammalt lösenord
row-not-read-back = oklart: gick inte att kontrollera; se efter med lookup
row-not-tried = inte påbörjat
row-gone = finns inte längre
row-not-recorded = { $outcome }, men saknas i loggen; anteckna det i ärendet
row-same-as = samma konto som tidigare i listan: { $outcome }
row-too-long = längre än något namn
row-characters = tecken som inget namn har
row-not-a-name = kan inte vara ett användarnamn eller en adress; telefonnummer söks inte i en lista
row-no-account = inget konto står på raden
row-several-accounts = flera konton står på raden
row-not-json = inte JSON
row-cells = raden har fler celler än rubriken; sätt citattecken runt den cell som har ett skiljetecken
row-open-quote = ett citattecken har slagit ihop flera rader

## Reading a password aloud. The numbers are code points of Unicode; the letters those of the Swedish telephone alphabet.
spelled =
    { $code ->
        [32] mellanslag
        [33] utropstecken
        [34] citattecken
        [35] fyrkant
        [36] dollartecken
        [37] procenttecken
        [38] och-tecken
        [39] apostrof
        [40] vänsterparentes
        [41] högerparentes
        [42] stjärna
        [43] plus
        [44] komma
        [45] bindestreck
        [46] punkt
        [47] snedstreck
        [48] nolla
        [49] etta
        [50] tvåa
        [51] trea
        [52] fyra
        [53] femma
        [54] sexa
        [55] sjua
        [56] åtta
        [57] nia
        [58] kolon
        [59] semikolon
        [60] mindre än
        [61] likhetstecken
        [62] större än
        [63] frågetecken
        [64] snabel-a
        [91] vänster hakparentes
        [92] omvänt snedstreck
        [93] höger hakparentes
        [94] cirkumflex
        [95] understreck
        [96] grav accent
        [97] Adam
        [98] Bertil
        [99] Caesar
        [100] David
        [101] Erik
        [102] Filip
        [103] Gustav
        [104] Helge
        [105] Ivar
        [106] Johan
        [107] Kalle
        [108] Ludvig
        [109] Martin
        [110] Niklas
        [111] Olof
        [112] Petter
        [113] Qvintus
        [114] Rudolf
        [115] Sigurd
        [116] Tore
        [117] Urban
        [118] Viktor
        [119] Wilhelm
        [120] Xerxes
        [121] Yngve
        [122] Zäta
        [123] vänster klammer
        [124] lodstreck
        [125] höger klammer
        [126] tilde
        [228] Ärlig
        [229] Åke
        [246] Östen
       *[other] { $sign }
    }
spelled-capital = stort { $letter } som i { $name }

not-taken = { $why } Inget är ändrat. Be om ett annat.
not-taken-yet = { $why } Inget är ändrat. Försök igen, eller avbryt med Ctrl-C: den som ringer kan fortsätta med lösenordet från sist.
not-taken-yet-halfway = { $why } Kontot har nu ett slumpat lösenord som ingen känner till. Försök igen, eller lämna över till katalogens administratör.
not-taken-halfway = { $why } Kontot har nu ett slumpat lösenord som ingen känner till, så ett nytt måste sättas. Be om ett annat.
why-used-before = Katalogen godtog inte lösenordet: det är använt förut.
why-used-before-likely = Katalogen godtog inte lösenordet: troligen är det använt förut.
why-unreadable = Katalogen godtog inte lösenordet: det är använt förut, eller bryter mot reglerna ”{ $name }”, som du inte får läsa. Ett längre kan hjälpa.
why-too-short = Katalogen godtog inte lösenordet: det ska ha minst { $least } tecken.
why-too-simple = Katalogen godtog inte lösenordet: det är för enkelt. Det behöver fler teckentyper och får inte innehålla någon del av namnet.
why-too-young-until = Katalogen godtog inte lösenordet: det förra är för nytt och kan bytas först { $when }.
why-too-young = Katalogen godtog inte lösenordet: det förra är för nytt för att bytas än.

## Password rules
rule-min-length = Minst { $wanted } tecken (har { $found })
rule-max-length = Högst { $most } tecken (har { $found })
rule-uppercase = Minst { $wanted ->
    [one] 1 stor bokstav
   *[other] { $wanted } stora bokstäver
    } (har { $found })
rule-digit = Minst { $wanted ->
    [one] 1 siffra
   *[other] { $wanted } siffror
    } (har { $found })
rule-forbidden = Inte { $forbidden }
rule-forbidden-found = Otillåtna tecken – ta bort { $found }
rule-complexity = Minst { $wanted } av: stora bokstäver, små bokstäver, siffror, andra tecken (har { $found })
rule-name = Ingen del av namnet
rule-name-whole = Hela lösenordet är namnet – välj något annat
rule-name-found = Ingen del av namnet – ta bort ”{ $part }”
rule-breached = Inte bland läckta lösenord
rule-breached-found = Bland läckta lösenord ({ $times ->
    [one] en gång
   *[other] { $times } gånger
    }) – välj ett annat
rule-hidden = Inga osynliga tecken, inget mellanslag först eller sist
rule-hidden-meant = Osynliga tecken, som tas med som de är: { $found }
rule-hidden-found = Osynliga tecken: { $found } – ta bort dem
rule-words = Inte bara vanliga ord
rule-own-words = Inte bara organisationens namn och ord
rule-words-found = För vanliga ord: { $found } – lägg till minst { $missing ->
    [one] ett eget tecken
   *[other] { $missing } egna tecken
    }
rule-words-whole = Hela lösenordet är vanliga ord – välj något annat
asks-min-length = Minst { $n } tecken
asks-max-length = Högst { $n } tecken
asks-uppercase = Minst { $n ->
    [one] en stor bokstav
   *[other] { $n } stora bokstäver
    }
asks-digit = Minst { $n ->
    [one] en siffra
   *[other] { $n } siffror
    }
asks-complexity = Minst { $n } av dessa teckentyper: stora bokstäver, små bokstäver, siffror, andra tecken
asks-history = Inget av de { $n } senaste
asks-age = Personen kan byta det själv tidigast { $when }; med reset går det nu
rules-unreadable = Reglerna är { $name }. Du får inte läsa dem; de kan kräva mer än det som står här.
say-aloud = Säg: ”{ $sentence }”
spoken-both = Lösenordet ska ha { $wanted }, men { $unwanted }.
spoken-wanted = Lösenordet ska ha { $wanted }.
spoken-unwanted = Lösenordet kan vara vilket som helst, men { $unwanted }.
spoken-length = minst { $n } tecken
spoken-uppercase = { $n ->
    [one] en stor bokstav
   *[other] { $n } stora bokstäver
    }
spoken-digit = { $n ->
    [one] en siffra
   *[other] { $n } siffror
    }
spoken-third-kind = en liten bokstav eller ett annat tecken
spoken-kinds = minst tre av dessa: stora bokstäver, små bokstäver, siffror och andra tecken
spoken-forbidden = inte { $forbidden }
spoken-name = ingen del av ditt namn
spoken-words = inte bara vanliga ord
spoken-own-words = inte bara organisationens namn
spoken-history = inget du har haft förut
and = { $first } och { $last }
or = { $first } eller { $last }
rule-ok = ok
rule-broken = NEJ
source-local = kommunen
source-domain = domänen
policy-accepted = Lösenordet klarar alla regler som går att kontrollera.
lines-checked = { $acceptable } av { $read } lösenord klarar alla regler som går att kontrollera.
line-not-a-password = Raden är tom eller har styrtecken, så den kan inte vara ett lösenord.
line-not-text = Raden är inte text i UTF-8, eller för lång för ett lösenord.
policy-refused = Lösenordet duger inte.
unknown-history = Kan inte kontrolleras: om det är använt förut.
unknown-directory = Kan inte kontrolleras: katalogens egna regler. Ange ett konto så räknas de med.
unknown-complexity = Kan inte kontrolleras: om teckentyperna räcker – servrar räknar mellanslag och ovanliga tecken olika.
unknown-filter = Kan inte kontrolleras: om ett extra filter på servern nekar lösenordet.

## The audit trail
audit-number = Nr
audit-when = När
audit-who = Vem
audit-what = Vad
audit-whom = Konto
audit-step = Hur det gick
audit-ticket = Ärende
audit-grounds = Underlag
audit-vouched = chefen { $manager } intygade
audit-code-to = kod till chefen { $manager }
audit-none-shown = Inget sådant är antecknat. Inloggningar och påbörjat visas med --all.
audit-none = Inget är antecknat.
audit-unreadable = Post { $n } går inte att läsa. Kör: servicedesk audit verify
audit-older = Det finns äldre: lägg till --before { $n }
audit-renamed = Kontot har haft flera namn: { $names }.
audit-several-accounts = { $n } konton har haft det namnet. Här är posterna för alla; för ett av dem, ange dess id:
audit-one-of-accounts = { "  " }--account { $id } (hade namnet senast { $until })
audit-verifying = Kontrollerar loggen
audit-archiving = Arkiverar
audit-indexing = Registrerar
audit-indexed = { $n ->
    [0] Loggen har { $total } poster: för få för ett register. De läses utan.
   *[other] Registret går till post { $n } av { $total }. De nyaste läses utan register.
    }
audit-holds = Loggen stämmer: { $n ->
        [one] en post
       *[other] { $n } poster
    }. Ingen är ändrad, borttagen, inskjuten eller flyttad.
audit-archived = Posterna till och med { $n } finns bara i ett arkiv. Det som finns här fortsätter från det.
audit-since = Det som står före post { $n } är inte läst: det vilar på ankaret.
audit-anchor-archived = Ankaret { $anchor } ligger i ett arkiv och är inte jämfört. Jämför med: servicedesk audit verify FIL --anchor { $anchor }
audit-holds-anchor = Den stämmer med ankaret { $anchor }.
audit-anchor = Spara det här någon annanstans, och jämför med det nästa gång (--anchor): { $anchor }
audit-proves = Det här visar inte allt: den som kan skriva i databasen, i filen bredvid (.head) och överallt där ankaret är sparat kan göra om hela loggen.
audit-changed = Post { $n } stämmer inte med den före: den är ändrad, eller så är post { $before } ändrad och omräknad.
audit-changed-first = Post 1 stämmer inte: den är ändrad, eller så är början på kedjan (databasens id) utbytt.
audit-missing = Post { $n } är borttagen.
audit-missing-many = Posterna { $n } till { $last } är borttagna.
audit-reordered = Post { $n } är flyttad: den står nu på plats { $at }.
audit-inserted = Post { $n } är inskjuten i efterhand.
audit-truncated = Slutet är borta: efter post { $last } finns inget, men enligt { $witness } fanns minst { $known } poster.
audit-rewritten = Post { $n }, eller en före den, är utbytt och allt efter den omräknat: det stämmer inte med { $witness }.
audit-head-gone = Posterna hänger ihop, men filen bredvid databasen (.head) är borta eller förstörd, så det går inte att se om slutet är borttaget.
audit-head-anew = När det är utrett: spara raden { $anchor } i filen (.head), så jämförs loggen med den från och med nu.
audit-listed-otherwise = Posterna stämmer, men databasens lista över det som saknar utfall är ändrad: den säger något annat om post { $n }.
audit-indexed-otherwise = Posterna stämmer, men registret bredvid dem gör det inte: det skiljer sig från post { $n } och framåt, så audit show kan missa poster.
audit-fault-hint = Ändra inget mer. Kopiera hela mappen med databasen och ring säkerhetsansvarig.
witness-head = filen bredvid databasen (.head)
witness-anchor = ankaret
audit-exported = { $n ->
        [one] En post är exporterad.
       *[other] { $n } poster är exporterade.
    }
archive-nothing = Ingen post är så gammal. Ingen fil är skapad.
archive-holds = { $path } är hel: posterna { $first } till { $last }. Ingen är ändrad, borttagen, inskjuten eller flyttad.
archive-is-beginning = Den är början på loggen i den här databasen.
archive-continues = Den fortsätter från arkivet som slutar med post { $n }, och hör till loggen i den här databasen.
archive-not-removed = Posterna finns kvar i databasen också. Med --remove tas de bort.
archive-removed = Posterna till och med { $last } finns nu bara i arkivet. Spara det lika länge som loggen, och i mer än ett exemplar.
archive-is-none = Filen är inget arkiv av en logg, eller så är den gjord av en nyare servicedesk.
archive-incomplete = Filen slutar efter post { $n }, men inte som ett arkiv: något saknas eller är tillagt.
archive-changed = Post { $n } i filen stämmer inte med den före.
archive-anchor = Post { $n } i filen stämmer inte med ankaret.
archive-anchor-elsewhere = Ankaret gäller post { $n }, som inte finns i filen, så inget är jämfört med det.
archive-other-store = Filen är ett arkiv av loggen i en annan databas.
archive-not-in-chain = Filen är hel, men loggen i den här databasen går inte genom dess sista post, { $n }.
archive-no-limit = Det är inte angett hur gamla poster som ska arkiveras. Inget är ändrat.
archive-no-limit-hint = Lägg till --before och ett datum, eller ställ in audit.keep_days.
archive-exists = { $path } finns redan och skrivs inte över. Inget är ändrat.
archive-exists-hint = Välj ett annat namn. Ska det som finns i filen bort ur databasen, lägg till --remove.
archive-unwritable = Det gick inte att skriva arkivet { $path }: { $why }. Inget är ändrat.
archive-unwritable-hint = Välj en mapp som finns, som du får skriva i och som har plats.
archive-unreadable = Det gick inte att läsa arkivet { $path }: { $why }. Inget är ändrat.
archive-unreadable-hint = Kontrollera filens namn, och att du får läsa den.
archive-broken-trail = Loggen stämmer inte: post { $n } följer inte på den före. Inget är arkiverat eller borttaget.
archive-no-proof = { $path } bevisar inte de poster som skulle tas bort. { $why } Inget är ändrat.
archive-no-proof-hint = Lita inte på filen. Kör servicedesk audit verify, och gör ett nytt arkiv.
archive-must-be-kept = Några av posterna är yngre än audit.keep_days och ska stå kvar i databasen. Inget är borttaget.
archive-must-be-kept-hint = Välj ett tidigare datum, eller utelämna --before.
archive-open-intents = { $n ->
        [one] En av åtgärderna
       *[other] { $n } av åtgärderna
    } saknar utfall. Inget är borttaget.
archive-open-intents-hint = Kör servicedesk audit resolve, och sedan samma kommando igen.
archive-halfway = En del av posterna i { $path } är borttagna ur databasen, och en del är kvar.
archive-halfway-hint = Spara { $path } och kör samma kommando igen: det fortsätter där det slutade.
resolve-nothing = Allt som är påbörjat har ett utfall. Inget att reda ut.
resolve-under-way = { $n ->
        [one] En åtgärd
       *[other] { $n } åtgärder
    } började nyss och kan pågå. Vänta fem minuter och kör igen.
found-open = kontot är upplåst nu
found-locked = kontot är låst nu
found-password-set = lösenordet är satt efter det
found-password-as-before = lösenordet är inte bytt sedan dess
found-must-change = lösenordet ska bytas vid nästa inloggning; går inte att se när det sattes
found-nobody = kontot finns inte under det namnet
found-not-known = kan inte kontrolleras
many-resets = { $n ->
    [one] Obs: kontot har redan fått nytt lösenord en gång det senaste dygnet. Är det rätt person som ringer?
   *[other] Obs: kontot har redan fått nytt lösenord { $n } gånger det senaste dygnet. Är det rätt person som ringer?
    }
unanswered = Obs: Påbörjat { $when } av { $who }: { $what }. Utfallet är inte antecknat, så det kan ha gjorts. Se efter: servicedesk audit resolve
unanswered-of = { $n ->
    [one] Obs: Något är påbörjat för ett av kontona.
   *[other] Obs: Något är påbörjat för { $n } av kontona.
    } Utfallet är inte antecknat, så det kan ha gjorts. Se efter: servicedesk audit resolve
operator-unknown = Katalogen säger inte vem du är. I loggen står du som { $user }, så som du loggade in, och du räknas inte som ansvarig i verification.supervisors.
sign-in-not-recorded = Inloggningen gick inte att anteckna i { $place }. Du kan söka, men inte ändra något förrän det går.
head-not-kept = Posterna är sparade, men inte uppgiften om vilken som är den sista: { $path } går inte att skriva ({ $why }). Se till att filen går att skriva.
log-server-away = Loggservern { $server } tar inte emot posterna: { $why } Posterna är sparade här och skickas nästa gång.
head-exposed = Posterna är sparade, men inte uppgiften om vilken som är den sista: andra på datorn kan skriva { $path }. Kör: chmod go-w { SHELL($path) }
head-strange = Loggen stämmer inte med { $path }: poster kan vara borttagna eller utbytta. Kör: servicedesk audit verify
head-gone = { $path } är borta eller tom, trots att det finns poster: de sista kan vara borttagna. Filen skapas inte på nytt. Kör: servicedesk audit verify
head-foreign = { $path } innehåller något annat, eller är en länk, och skrivs inte över. Tills dess går det inte att se om de sista posterna tas bort. Flytta undan filen. Kör: servicedesk audit verify
action-sign-in = logga in
action-send-code = skicka kod
action-verify-code = pröva kod
action-ask-delivery = fråga om koden kom fram
action-reopen = öppna verifieringen igen
action-end-verification = avsluta verifieringen
action-unlock = låsa upp
action-reset-shown = nytt lösenord, på skärmen
action-reset-sent = nytt lösenord, som SMS
action-reset = nytt lösenord
action-send-trial = skicka test-SMS
action-send-password = skicka lösenord
action-tell-owner = meddela kontots ägare
action-archive = arkivera loggen
step-intent = påbörjat
step-done = gjort
step-failed = misslyckat
step-partly = delvis eller oklart
step-refused = nekat
step-open = kan ha gjorts
step-resolved = utrett
step-reason = { $step }: { $reason ->
    [not_verified] den som ringer är inte verifierad
    [identified_by_not_allowed] identifiering utan kod är inte tillåten
    [code_wrong] fel kod
    [code_wrong_and_closed] fel kod, och verifieringen stängdes
    [code_for_another_account] koden till ett annat samtal
    [code_replaced] en äldre kod
    [code_expired] koden hade gått ut
    [code_used] koden var redan använd
    [code_no_tries_left] försöken var slut
    [code_not_sent] ingen kod var skickad
    [number_changed] mobilnumret hade ändrats
    [verification_closed] verifieringen är stängd
    [send_too_soon] en kod var nyss skickad
    [send_limit_hour] gränsen för koder per timme
    [send_limit_day] gränsen för koder per dygn
    [number_limit_hour] gränsen för koder per timme till mobilen
    [number_limit_day] gränsen för koder per dygn till mobilen
    [mobile_changed_since_lockout] mobilnumret ändrades efter att kontot låstes
    [mobile_changed_lately] mobilnumret är nytt
    [mobile_change_unknown] oklart om mobilnumret är nytt
    [protected] skyddat konto
    [account_disabled] kontot är inaktiverat
    [account_expired] kontot har gått ut
    [smartcard_required] loggar in med kort
    [account_locked] kontot låstes igen
    [locked_again] kontot låstes igen
    [account_gone] kontot finns inte längre
    [no_right] behörighet saknas
    [no_mobile] inget mobilnummer är registrerat
    [password_used_before] lösenordet är använt förut
    [password_too_young] lösenordet byttes nyss
    [password_refused] lösenordet följer inte reglerna
    [password_refused_by_directory] katalogen godtog inte lösenordet
    [sms_unclear] oklart om SMS:et kom fram
    [sms_unreachable] SMS-tjänsten gick inte att nå
    [sms_refused] SMS-tjänsten tog inte emot det
    [sms_busy] SMS-tjänsten är upptagen
    [may_have_changed] oklart om det blev gjort
    [not_read_back] gick inte att kontrollera
    [cancelled] avbrutet
    [sign_in_refused] inloggningen nekades
    [directory_unreachable] katalogen gick inte att nå
    [directory_silent] katalogen svarade inte
    [directory_lost] förbindelsen bröts
    [sms_unverified] numret är inte verifierat med en kod
    [no_manager] ingen chef är registrerad
    [manager_not_allowed] att chefen intygar är inte tillåtet
    [manager_unreadable] chefens konto går inte att läsa
    [manager_is_owner] kontot är sin egen chef
    [manager_is_operator] operatören är själv chefen
    [manager_protected] chefens konto är skyddat
    [manager_disabled] chefens konto är inaktiverat
    [manager_expired] chefens konto har gått ut
    [manager_no_mobile] chefen har inget mobilnummer
    [manager_same_number] chefen har samma nummer
    [manager_mobile_new] chefens mobilnummer är nytt
    [on_its_way] på väg till mobilen
    [delivered] framme i mobilen
    [failed] kom inte fram
    [open_now] kontot är upplåst nu
    [locked_now] kontot är låst nu
    [password_set_since] lösenordet är satt efter det
    [password_as_before] lösenordet är inte bytt sedan dess
    [must_change_now] lösenordet ska bytas vid nästa inloggning
    [account_not_found] kontot finns inte under det namnet
    [not_known] kan inte kontrolleras
    [account_unreadable] kontot går inte att läsa
    [breached_list] listan över läckta lösenord gick inte att läsa
    [change_refused] katalogen nekade ändringen
    [clock_differs] klockorna går för olika
    [directory_answer_too_large] katalogens svar var för stort
    [directory_busy] katalogen är upptagen
    [directory_malformed] katalogens svar gick inte att tolka
    [directory_not_ldap] det som svarade är ingen katalog
    [directory_refused] katalogen nekade
    [dns_unreachable] DNS svarade inte
    [generated_may_be_sent] oklart om lösenordet kom fram
    [generated_not_sent] lösenordet skickades inte
    [generated_not_shown] lösenordet kunde inte visas
    [global_catalogue] globala katalogen tar inte emot ändringar
    [halfway_another_reset] en annan satte ett lösenord samtidigt
    [halfway_old_or_random] det gamla lösenordet eller ett slumpat som ingen känner till
    [halfway_old_password_must_change] det gamla lösenordet är kvar och måste bytas
    [halfway_random_or_wanted] det nya lösenordet eller ett slumpat som ingen känner till
    [halfway_random_password] kontot har ett slumpat lösenord som ingen känner till
    [halfway_without_must_change] lösenordet är satt, men utan krav på byte
    [internal] fel i programmet
    [internal_may_have_changed] fel i programmet, oklart om det blev gjort
    [kdc_unreachable] Kerberosservern gick inte att nå
    [mobile_has_wrong_length] mobilnumret har fel längd
    [mobile_hidden] mobilnumret får inte läsas
    [mobile_is_landline] numret är till en fast telefon
    [mobile_is_machine] numret är till en maskin
    [mobile_is_pager] numret är till en personsökare
    [mobile_is_service] numret är till en tjänst
    [mobile_unreadable] mobilnumret går inte att läsa
    [must_change_shuts_out] kravet på byte skulle göra den som ringer utelåst
    [no_answer] frågan fick inget svar
    [no_controllers] inga katalogservrar finns
    [no_randomness] operativsystemet gav inga slumptal
    [no_resources] datorn saknade resurser
    [no_sms_gateway] ingen SMS-tjänst är inställd
    [no_such_account] kontot finns inte
    [no_such_domain] domänen finns inte
    [no_such_group] gruppen finns inte
    [no_such_mobile] inget registrerat nummer slutar så
    [no_such_unit] enheten finns inte
    [no_ticket] ingen Kerberosbiljett fanns
    [not_a_security_group] gruppen är ingen säkerhetsgrupp
    [not_recorded] utfallet kunde inte loggas
    [not_written] resultatet kunde inte skrivas
    [nothing_to_generate] inget lösenord följer alla regler
    [nowhere_to_show] lösenordet skulle inte kunna visas
    [odd_user_name] användarnamnet har otillåtna tecken
    [only_generated] bara ett skapat lösenord får sättas
    [own_change_denied] kontot får inte byta lösenord själv
    [read_only_controller] katalogservern är skrivskyddad
    [server_unknown_to_kdc] Kerberos känner inte till servern
    [sms_proxy] proxyn släppte inte fram SMS:et
    [sms_redirected] SMS-tjänsten hänvisade till en annan adress
    [sms_wrong_answer] SMS-tjänstens svar gick inte att tolka
    [store] databasen gick inte att använda
    [ticket_expired] Kerberosbiljetten hade gått ut
    [ticket_failed] Kerberosbiljetten gick inte att använda
    [ticket_for_other_server] Kerberosbiljetten gäller en annan server
    [not_locked] kontot var inte låst
    [not_found] kontot finns inte
    [ambiguous] flera konton stämmer
    [disabled] kontot är inaktiverat
    [unreadable] kontot går inte att läsa
    [state_hidden] kontots läge går inte att läsa
    [own_account] operatörens eget konto
    [supervisor] kontot tillhör en ansvarig
    [protection_unknown] oklart om kontot är skyddat
    [not_tried] inte påbörjat
    [unknown] SMS-tjänsten säger inte
    [wrong_name_or_password] fel användarnamn eller lösenord
    [not_at_this_hour] inte tillåtet vid den tiden
    [not_from_this_computer] inte tillåtet från den datorn
    [password_expired] lösenordet hade gått ut
    [must_change_password] lösenordet måste bytas
    [encryption_required] förbindelsen måste vara krypterad
    [ticket_not_accepted] Kerberosbiljetten godtogs inte
    [refused] servern nekade
    [number_new] mobilnumret är nytt
   *[other] { $reason }
    }

## Around a run
error = Fel: { $message }
hint = Gör så här: { $hint }
warning = Obs: { $message }
grave-warning = Varning: { $message }
detail = Detalj: { $detail }
ask-sign-in = Lösenord för { $user } i katalogen ({ $server })
wait-connect = Ansluter till { $servers } …
wait-search = Frågar katalogen …
wait-each = Frågar alla servrar …
wait-unlock = Låser upp { $account } …
wait-password = Sätter lösenordet för { $account } …
wait-sms = Skickar SMS till { $to } …
wait-delivery = Frågar SMS-tjänsten om koden har kommit fram
wait-watch = Bevakar { $account }, { $left } kvar …
passed-over = { $server } gick inte att använda: { $why } Nästa server används.
moved-from-read-only = { $from } är en skrivskyddad katalogserver (RODC). Ändringar görs på { $to } i stället.
moved-from-catalogue = { $from } tillfrågades på port { $port }, den globala katalogen, där inget kan ändras. Ändringar görs på { $to } i stället. Be den som sköter programmet att rätta porten (directory.servers).
pdc-passed-over = { $pdc } är domänens PDC, som avgör utelåsning och lösenord, och den nås inte. Ändringar görs på { $server } och kommer dit när servrarna har kontakt igen.
unknown-site = DNS känner inte till några katalogservrar på platsen { $site } (directory.site). Andra platsers används.
demo-reset = Övningskatalogen är återställd.
result-not-written = Resultatet kunde inte skrivas ut på standard ut: { $why }. Inget är ändrat.
result-not-written-hint = Gör plats där resultatet ska skrivas, eller skriv det någon annanstans, och kör igen.
result-of-change-not-written = Det är gjort, men ingen kan läsa resultatet: standard ut gick inte att skriva till ({ $why }). Se efter hur det står till innan du försöker igen.
output-closed = stängd eller utan läsare
fault-missing = den finns inte
fault-no-right = du har inte behörighet
fault-exists = det finns redan något med det namnet
fault-is-folder = det är en mapp
fault-not-a-folder = en del av sökvägen är ingen mapp
fault-not-a-file = det är ingen vanlig fil
fault-is-link = det är en symbolisk länk
fault-disk-full = disken är full
fault-read-only = den är skrivskyddad
fault-device = disken eller nätverksenheten ger fel
fault-too-many-files = fler filer och anslutningar får inte vara öppna (ulimit -n)
fault-no-memory = datorns minne är slut
fault-too-many-threads = fler trådar eller processer får inte startas (ulimit -u)
fault-unexpected = oväntat fel
fault-unexpected-number = oväntat fel, nummer { $n } i operativsystemet
nowhere-to-show = Ett skapat lösenord skulle inte kunna visas: standard ut går inte att skriva till. Inget är ändrat.
nowhere-to-show-hint = Kör där standard ut läses, eller skicka lösenordet med --deliver sms.
generated-not-shown = Lösenordet som skapades för { $account } kunde inte lämnas ut, så ingen känner till det.
generated-not-shown-hint = Sätt ett annat lösenord nu: servicedesk reset { SHELL($account) }. Innan dess kan den som ringer kanske inte logga in.
generated-set-not-shown = Ett nytt lösenord är satt för { $account }, men det kunde inte visas, så ingen känner till det. Sätt ett annat: servicedesk reset { SHELL($account) }

## Secrets in the keyring
ask-own-name = Ditt användarnamn i katalogen ({ $place })
ask-own-name-again = Ditt användarnamn i katalogen ({ $place }; Enter: { $former })
not-a-user-name = Det är inget användarnamn.
user-completed = Katalogen vill ha användarnamnet med domän: { $user }
no-user-name = Det finns inget användarnamn att logga in i katalogen med ({ $place }): inget är satt i inställningarna (directory.user), och inget är sparat i nyckelringen.
no-user-name-hint = Kör servicedesk login, som frågar efter det och sparar det med lösenordet. Eller be den som sköter programmet att ange det (directory.user).
user-is-set = Användarnamnet är satt i inställningarna ({ $place }: directory.user), så --user kan inte ändra det.
user-is-set-hint = Utelämna --user, eller ta bort raden i inställningarna.
ask-sms-secret = Hemligheten hos SMS-tjänsten ({ $place })
ask-store-password = Lösenord för { $user } i databasen ({ $place })
keyring-ask-instead = { $why }, så lösenordet behöver skrivas.
file-goes-first = { $key } är satt och går före nyckelringen. Ta bort den raden i inställningarna, så används det som är sparat.
secret-directory = lösenordet för { $user } i katalogen
secret-directory-user = ditt användarnamn i katalogen ({ $place })
secret-sms = hemligheten hos SMS-tjänsten ({ $place })
secret-store = lösenordet för { $user } i databasen ({ $place })
let-in = Provat: kontot { $user } kan logga in i katalogen ({ $server }).
secret-kept = Sparat i din nyckelring på den här datorn: { $secret }.
secret-kept-in-memory = Sparat i kärnans nyckelring på den här datorn: { $secret }. Det försvinner när datorn startas om, eller när det inte har använts på tre dygn.
untried-sms = Inte provat: det går bara med ett riktigt SMS. Prova med: servicedesk send-code och ditt eget konto.
untried-store = Inte provat. Prova med: servicedesk audit show
secret-forgotten = Borttaget ur nyckelringen: { $secret }.
nothing-to-forget = Det fanns inget att ta bort ur nyckelringen: { $secret }.
who-user = Användare
user-of-system = { $user } (datorns användare)
user-from-keyring = { $user } (sparat med servicedesk login)
who-account = I katalogen
who-sid = SID
who-unsaid = katalogen säger inte vem
who-server = Server
who-source = Lösenord
source-keyring = från nyckelringen
source-kernel-keyring = från kärnans nyckelring (till nästa omstart)
source-file = från fil (directory.password_file)
source-asked = skrivet nu
source-practice = övningskatalogens eget
who-ticket = Kerberosbiljett
ticket-lasts = gäller till { $until }
ticket-found = finns
keyring-absent = Det finns ingen nyckelring att använda här
keyring-locked = Nyckelringen är låst
keyring-slow = Nyckelringen svarade inte inom tre sekunder
keyring-empty = Det finns inte i nyckelringen
keyring-refused = Nyckelringen nekade
keyring-failed = { $why }. Det gäller { $secret }. Inget är ändrat.
keyring-absent-hint = Lägg hemligheten i en fil som bara du får läsa (chmod 600), och ange den med { $key }. Eller kör i en session som har en nyckelring (gnome-keyring eller kwallet).
keyring-locked-hint = Lås upp den (Lösenord och nycklar, eller logga ut och in på datorn) och kör igen. På en dator utan skrivbord: använd en fil i stället, { $key }.
keyring-slow-hint = Försök igen. Går det inte, logga ut och in på datorn, eller använd en fil i stället: { $key }.
not-in-keyring = Saknas både i nyckelringen och som fil: { $secret }. Inget är ändrat.
not-in-keyring-hint = Spara det i nyckelringen: servicedesk login { SHELL($what) }. Eller ange en fil med { $key }.
practice-keeps-nothing = Vid övning (--demo) behövs inget lösenord, så det finns inget att spara eller ta bort.
practice-keeps-nothing-hint = Kör utan --demo.
ticket-keeps-nothing = Inloggningen sker med Kerberosbiljett (directory.bind), så det finns inget lösenord att spara eller ta bort.
ticket-keeps-nothing-hint = Biljetten hämtas med kinit, på Windows när du loggar in på datorn. Se efter med: servicedesk whoami

## Failures: what failed, and what to do now
no-such-account = Inget konto stämmer med ”{ $query }”.
no-such-account-hint = Fråga efter användarnamn, e-post eller mobilnummer och sök igen. En del av namnet räcker.
only-similar-hint = Menade du något av dessa? Fråga den som ringer och ange användarnamnet:
some-are-similar-hint = Menade du något av dessa? Fråga annars efter mer av namnet:
no-such-personal-number = Inget konto hittades med personnumret. Det varken visas eller sparas här.
no-such-personal-number-hint = Fråga efter användarnamn, namn, e-post eller mobilnummer. Personnummer söks bara om inställningen directory.search_attributes talar om var de finns.
other-domain = ”{ $query }” är i en annan domän än { $here }, som är den som söks.
other-domain-hint = Skriv namnet utan domän, eller sök i rätt katalog med --config.
several-accounts = { $n } konton stämmer med ”{ $query }”; det måste vara ett.
too-many-match = Fler än { $n } konton stämmer med ”{ $query }”; det måste vara ett.
too-many-match-hint = Fråga efter mer av namnet, eller efter användarnamnet. Några av dem: { $accounts }
several-accounts-hint = Fråga vem det är och ange användarnamnet: { $accounts }
account-unreadable = Du har inte rätt att läsa läget för kontot { $account } ({ $attributes }). Inget är ändrat.
account-unreadable-hint = Be katalogens administratör om rätten att läsa { $attributes } på { $dn }.
odd-user-name = Användarnamnet { $account } har tecken som inget användarnamn får ha, och kan förväxlas med någon annans. Inget är ändrat.
odd-user-name-hint = Be katalogens administratör att ge kontot ett annat användarnamn: { $dn }
protected = Kontot { $account } är ett skyddat konto och ändras inte härifrån. Inget är ändrat.
protected-own = Kontot { $account } är ditt eget, och det får du inte ändra själv. Inget är ändrat.
protected-supervisor = Kontot { $account } är ett skyddat konto: det tillhör en ansvarig (verification.supervisors). Inget är ändrat.
protected-unknown = Det går inte att avgöra om { $account } är ett skyddat konto, eftersom du inte får läsa { $attribute } på det. Inget är ändrat.
protected-unknown-hint = Be katalogens administratör om rätt att läsa { $attribute }; servicedesk doctor { SHELL($account) } visar vad som saknas.
useless-disabled = Kontot { $account } är inaktiverat. Inget är ändrat.
useless-expired = Kontot { $account } har gått ut. Inget är ändrat.
useless-smartcard = Kontot { $account } loggar in med kort. Inget är ändrat.
must-change-shuts-out = Kontot { $account } får inte byta lösenord själv, så ett krav på byte skulle stänga ute den som ringer. Inget är ändrat.
must-change-shuts-out-hint = Sätt lösenordet utan krav på byte: --no-must-change. Det går om servern kan kontrollera tidigare lösenord; lämna annars över till katalogens administratör.
no-right-hint = Katalogens administratör kan ge rätten: Reset Password, lockoutTime, pwdLastSet.
no-mobile = Kontot { $account } har inget mobilnummer registrerat. Inget är ändrat.
mobile-is-hidden = Du får inte läsa mobilnumret för { $account }. Inget är ändrat.
mobile-is-unreadable = Mobilnumret som är registrerat för { $account } kan inte användas: { $what }. Inget är ändrat.
mobile-is-not-mobile = Numret som är registrerat för { $account } tar inte emot SMS ({ $what }). Inget är ändrat.
no-such-mobile = Inget nummer som är registrerat för { $account } slutar så. Ingen kod är skickad.
no-such-mobile-hint = Registrerade nummer: { $numbers }.
several-such-mobiles = Flera nummer som är registrerade för { $account } slutar så. Ingen kod är skickad.
several-such-mobiles-hint = Ange fler av de sista siffrorna.
no-mobile-for-password = Kontot { $account } har inget registrerat mobilnummer som kan ta emot ett lösenord. Inget är ändrat.
no-mobile-for-password-hint = Visa lösenordet på skärmen i stället (--deliver screen) när den som ringer har identifierats på annat sätt.
vouch-instead = Chefen kan intyga vem som ringer: servicedesk send-code { SHELL($account) } --via manager.
identify-instead = Den som ringer kan identifieras på annat sätt: --identified-by.
supervisor-instead = Om det är bråttom kan en ansvarig (verification.supervisors) identifiera den som ringer på annat sätt.
no-code-for-new-mobile = Ingen kod skickas: mobilnumret är nytt, eller kan vara det.
mobile-new-since-lockout = Mobilnumret för { $account } ändrades { $when }, efter att kontot låstes. Då räcker inte en kod. Inget är ändrat.
mobile-new-since-lockout-hint = Ta reda på vem som ändrade numret.
mobile-new = Mobilnumret för { $account } ändrades { $when }. Då räcker inte en kod. Inget är ändrat.
mobile-new-hint = En kod räcker igen { $settled }.
mobile-age-unknown = Det går inte att se när mobilnumret för { $account } ändrades. Då räcker inte en kod. Inget är ändrat.
mobile-age-unknown-hint = Om det gäller alla konton: be katalogens administratör om läsrätt till replikeringens metadata.
not-verified = Den som ringer om { $account } är inte verifierad. Inget är ändrat.
not-verified-hint = Skicka en kod: servicedesk send-code { SHELL($account) }. Ange sedan den som läses upp med --code.
verification-ended = Den som ringer om { $account } är inte längre verifierad: verifieringen har gått ut, eller avslutats i ett annat fönster. Inget är ändrat: om ett lösenord valdes är det inte satt.
verification-ended-hint = Skicka en ny kod till den som ringer, och gör om det.
manager-not-allowed = Att chefen intygar vem som ringer är inte tillåtet här. Inget är ändrat.
manager-not-allowed-hint = Skicka koden till den egna mobilen. (Inställningen är verification.manager.)
no-manager = Ingen chef är registrerad för kontot { $account }. Inget är ändrat.
manager-unreadable = Den som är registrerad som chef för kontot { $account } har inget konto som går att läsa. Inget är ändrat.
manager-is-owner = Kontot { $account } är registrerat som sin egen chef. Inget är ändrat.
manager-is-operator = Du är själv chef för kontot { $account }. Inget är ändrat.
manager-is-operator-hint = Be en annan operatör att ta samtalet.
manager-protected = Chefen för kontot { $account } har ett skyddat konto, och kan inte intyga. Inget är ändrat.
manager-disabled = Kontot för chefen till { $account } är inaktiverat. Inget är ändrat.
manager-expired = Kontot för chefen till { $account } har gått ut. Inget är ändrat.
manager-no-mobile = Chefen för kontot { $account } har inget registrerat nummer som tar emot SMS. Inget är ändrat.
manager-same-number = Chefen för kontot { $account } har samma nummer som kontot, så koden skulle inte intyga något. Inget är ändrat.
manager-mobile-new = Mobilnumret till chefen för kontot { $account } är nytt, eller kan vara det. Inget är ändrat.
no-voucher-hint = Säg: ”Kom till servicedesk med legitimation.”
identified-by-not-allowed = Att identifiera utan kod är inte tillåtet här. Inget är ändrat.
identified-by-not-allowed-hint = Använd en kod. (Inställningen är verification.allow_identified_by.)
code-wrong = Koden stämmer inte. Inget är ändrat.
code-for-another = Den koden skickades till ett annat av dina samtal. Inget är ändrat.
code-wrong-hint = { $left ->
    [0] Försöken är slut. Skicka en ny kod.
    [one] Be om koden igen, siffra för siffra. Ett försök är kvar.
   *[other] Be om koden igen, siffra för siffra. { $left } försök är kvar.
    }
code-for-another-hint = Kontrollera vilket samtal du är i, och be om koden till det här kontot. Försök kvar: { $left }.
code-expired = Koden har gått ut. Inget är ändrat.
code-used = Koden är redan använd. Inget är ändrat.
code-no-tries = Kodens försök är slut. Inget är ändrat.
code-none-sent = Du har inte skickat någon kod till det här kontot. Inget är ändrat.
code-number-changed = Mobilnumret har ändrats sedan koden skickades. Inget är ändrat.
code-manager-changed = Chefen, eller ett av mobilnumren, har ändrats sedan koden skickades. Inget är ändrat.
code-replaced = Koden har ersatts av en nyare. Inget är ändrat.
code-replaced-hint = { $left ->
    [0] Försöken är slut. Skicka en ny kod.
    [one] Be om koden i det senaste SMS:et. Ett försök är kvar.
   *[other] Be om koden i det senaste SMS:et. { $left } försök är kvar.
    }
code-closes = Koden stämmer inte, och nu har det blivit för många fel. Verifieringen av kontot är stängd till { $until }. Inget är ändrat.
verification-closed = För många felaktiga koder har lästs upp för kontot. Verifieringen är stängd till { $until }. Inget är ändrat.
verification-closed-hint = Be den som ringer höra av sig efter det.
send-code-hint = Skicka en kod: servicedesk send-code.
new-code-hint = Skicka en ny kod: servicedesk send-code.
code-number-changed-hint = Var på din vakt: någon kan ha bytt numret för att få koden. Skicka ingen ny utan att veta vem som ändrade.
code-manager-changed-hint = Ta reda på vad som har ändrats, och av vem, innan du skickar en ny kod.
send-limit-gap = En kod skickades nyss till { $account }. Ingen ny är skickad.
send-limit-hour = Gränsen för koder per timme är nådd för { $account }. Ingen ny är skickad.
send-limit-day = Gränsen för koder per dygn är nådd för { $account }. Ingen ny är skickad.
number-limit-hour = Gränsen för koder per timme är nådd för mobilen till { $account }: fler konton har samma nummer. Ingen ny är skickad.
number-limit-day = Gränsen för koder per dygn är nådd för mobilen till { $account }: fler konton har samma nummer. Ingen ny är skickad.
manager-limit-hour = Gränsen för koder per timme är nådd för mobilen till chefen för { $account }: koder för fler konton har gått dit. Ingen ny är skickad.
manager-limit-day = Gränsen för koder per dygn är nådd för mobilen till chefen för { $account }: koder för fler konton har gått dit. Ingen ny är skickad.
send-limit-hint = Vänta på den som är skickad. En ny kod kan skickas { $again }.
password-refused = Lösenordet duger inte: { $rules }. Inget är ändrat.
password-refused-hint = Be om ett lösenord som följer reglerna.
only-generated = Lösenordet för { $account } är inte prövat: önskade lösenord har nekats så många gånger att ett gammalt annars skulle kunna godtas.
only-generated-hint = Låt programmet skapa ett: servicedesk reset { SHELL($account) } --generate. Ett skapat lösenord är aldrig ett gammalt.
nothing-to-generate = Det går inte att skapa ett lösenord som följer alla regler. Inget är ändrat.
nothing-to-generate-hint = Se över [password_policy]: reglerna motsäger varandra eller lämnar för lite plats. En annan typ (--generate=random) kan få plats.
not-a-password = Det som kom in kan inte vara ett lösenord: det är tomt eller har styrtecken. Inget är ändrat.
not-a-password-hint = Skriv lösenordet på en rad på standard in.
not-a-code = En kod är sex siffror. Det räknas inte som ett försök.
not-a-code-hint = Be om koden igen, siffra för siffra.
not-a-query = ”{ $query }” kan inte vara ett användarnamn, en adress, ett nummer eller ett namn.
not-a-query-hint = Skriv till exempel jesrab01, jesrab01@example.se, 070-174 06 05 eller Eva Karlsson.
standard-input = på standard in
input-unusable = Listan { $place } går inte att använda: { $why } Inget är ändrat.
input-unusable-hint = Skriv ett konto per rad, CSV med rubriken Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username, eller JSON.
input-unreadable-hint = Kontrollera filens namn, och att du får läsa den.
input-too-large = den är större än { $megabytes } MB.
input-no-column = första raden har flera kolumner, men ingen heter Användarnamn, Konto, sAMAccountName, UserPrincipalName, mail, account eller username.
input-several-columns = två kolumner kan säga vilket kontot är, { $first } och { $second }. Ta bort den ena.
input-read-names = { $n ->
    [one] Läst: en rad, { $encoding }.
   *[other] Läst: { $n } rader, ett namn på varje, { $encoding }.
    }
input-read-column = { $n ->
    [one] Läst: en rad, kolumnen { $column }, { $encoding }.
   *[other] Läst: { $n } rader, kolumnen { $column }, { $encoding }.
    }
input-read-table = { $n ->
    [one] Läst: en rad, kolumnen { $column }, { $delimiter }, { $encoding }.
   *[other] Läst: { $n } rader, kolumnen { $column }, { $delimiter }, { $encoding }.
    }
delimiter-comma = kommatecken
delimiter-semicolon = semikolon
delimiter-tab = tabbar
encoding-unmarked = UTF-16 utan BOM
input-open-quote = citattecknet som börjar på rad { $line } tar aldrig slut.
input-nothing = inget av det kan vara ett konto ({ $n ->
    [one] en rad
   *[other] { $n } rader
    }). Rad { $line }: { $why }.
input-nothing-here = inget av det kan vara ett konto: { $why }.
no-reason = Orsaken måste anges när flera konton låses upp. Inget är ändrat.
no-reason-hint = Skriv --reason och orsaken, till exempel --reason "Lösenorden gick ut över helgen". Den antecknas i loggen.
only-for-many = { $option } gäller bara när flera konton låses upp. Inget är ändrat.
only-for-many-hint = Ta bort flaggan, eller ange en lista med --from.
only-for-one = { $option } gäller bara när ett konto låses upp. Inget är ändrat.
only-for-one-hint = Ta bort flaggan, eller lås upp ett konto i taget.
too-many-accounts = { $n } konton skulle låsas upp; fler än { $most } görs inte utan --yes. Inget är ändrat.
too-many-accounts-hint = Se efter med --dry-run att det är rätt konton. Ska alla { $n } låsas upp, kör igen med --yes.
nothing-unlocked = { $message } Inget är upplåst.
bulk-cut-short = Avbrutet mitt i: en del konton kan vara upplåsta, och loggen säger inte allt om hur det gick.
bulk-cut-short-hint = Kör samma kommando igen: det som är upplåst görs inte om. Se också servicedesk audit show.
nobody-locked = Inget konto är låst.
# $read (Number)
# $unreached (Number)
# $shared (Number)
numbers-read = { $read } konton är lästa. { $unreached } kan inte få någon kod, { $shared } har ett nummer som fler har.
number-missing = inget nummer är registrerat
number-shared-with = { $number } har också { $names }
# $n (Number)
number-shared-with-more = { $number } har också { $names } och { $n } till
locked-can-unlock = kan låsas upp
bulk-progress = Låser upp
report-ending = Rapporten { $path } kan vara CSV eller JSON Lines, och namnet säger inte vilket. Inget är ändrat.
report-ending-hint = Låt namnet sluta på .csv eller .jsonl.
report-exists = Filen { $path } finns redan och skrivs inte över. Inget är ändrat.
report-exists-hint = Välj ett annat namn till --report, eller flytta undan filen.
report-unwritable = Rapporten { $path } går inte att skriva: { $why }. Inget är ändrat.
report-unwritable-hint = Välj en mapp som finns och går att skriva i.
no-such-domain = DNS känner inte till domänen { $domain }: zonen { $zone } har inga katalogservrar för den.
no-controllers = DNS känner inte till några katalogservrar för { $domain }.
undiscovered-hint = Inget är ändrat. Kontrollera att datorn är på kommunens nät (VPN?). Är den det, be den som sköter programmet att kontrollera inställningarna (directory.domain, directory.servers).
dns-unreachable = Ingen DNS-server svarar på var katalogservrarna för { $domain } finns.
directory-unreachable = Katalogen gick inte att nå: { $servers }
directory-unreachable-hint = Inget är ändrat. Försök igen; går det inte, säg till katalogens och nätverkets administratörer.
certificate-hint = Be den som sköter programmet att kontrollera servernamnet och vilka utfärdare som är betrodda (directory.tls_name, directory.ca_file).
nothing-sent-hint = Inget är skickat dit. { $hint }
certificate-trust-hint = Be katalogens administratör om utfärdarens certifikat, och ange filen i directory.ca_file. Eller låt administratören bekräfta SHA-256 och ange det i directory.certificate_sha256.
certificate-time-hint = Kontrollera den här datorns klocka. Går den rätt, be katalogens administratör att byta certifikat. Tills dess kan SHA-256 anges i directory.certificate_sha256, när administratören har bekräftat det.
certificate-replace-hint = Be katalogens administratör att byta certifikat. Tills dess kan SHA-256 anges i directory.certificate_sha256, när administratören har bekräftat det.
certificate-replace-only-hint = Be katalogens administratör att byta certifikat.
certificate-pin-hint = Fråga katalogens administratör. Har certifikatet bytts ut, låt administratören bekräfta SHA-256 och ange det i directory.certificate_sha256. Annars kan någon ha kopplat in sig på förbindelsen.
old-encryption-hint = Be katalogens administratör att slå på TLS 1.2 eller nyare, med ECDHE och AES-GCM.
directory-busy-hint = Inget är ändrat. Felet är katalogserverns, inte ditt kontos eller lösenords. Försök igen om en minut; går det inte, säg till katalogens administratör.
server-reach = { $server }: { $why }
reach-no-such-host = namnet finns inte.
reach-refused = den tar inte emot anslutningar.
reach-no-route = nätet hittar ingen väg dit.
reach-silent = den svarar inte.
reach-slow = den svarade inte genast.
reach-outside-domain = DNS anger den, men namnet hör inte till { $domain }.
reach-hung-up = den bryter förbindelsen.
reach-not-ldap = det den skickar är inte LDAP.
reach-wrong-name = inget certifikat kan gälla för { $expected }, som inte är ett DNS-namn.
reach-busy = den är upptagen eller har ett eget fel, och låter ingen logga in ({ $answer }).
reach-no-encryption = den erbjuder ingen kryptering.
reach-old-tls = den erbjuder bara TLS 1.1 eller äldre.
reach-old-ciphers = den erbjuder ingen kryptering som är stark nog.
certificate-of-server = certifikatet
certificate-of-chain = certifikat { $n } i kedjan
certificate-of-issuer = utfärdarens certifikat
certificate-unknown-issuer = { $whose } är utfärdat av någon vi inte litar på (kedjan slutar hos { $issuer })
certificate-self-signed = { $whose } är självsignerat och inte betrott
certificate-wrong-signer = { $whose } anger en utfärdare som vi litar på, men är undertecknat med en annan nyckel
certificate-no-names = { $whose } saknar namn som räknas (subjectAltName)
certificate-wrong-name = { $whose } gäller inte för { $expected }
certificate-expired = { $whose } har gått ut
certificate-not-valid-yet = { $whose } gäller inte än
certificate-weak-key = { $whose } har för kort nyckel (RSA, { $bits } bitar)
certificate-weak-signature = { $whose } har för svag signatur ({ $algorithm })
certificate-unknown-algorithm = { $whose } har en sorts nyckel eller signatur som inte stöds
certificate-not-for-servers = { $whose } gäller inte för servrar (serverAuth saknas i extended key usage)
certificate-of-authority = { $whose } är en utfärdares eget, inte en servers
certificate-old-version = { $whose } är av för gammal sort (X.509 version { $version })
certificate-revoked = { $whose } är återkallat
certificate-not-pinned = { $whose } finns inte i directory.certificate_sha256
certificate-not-its-key = den har inte nyckeln till certifikatet den visar
certificate-unreadable = { $whose } går inte att läsa
certificate-malformed = { $whose } följer inte reglerna för certifikat (RFC 5280)
certificate-fault = { $why }: { $certificate }.
certificate-content = { $subject }, utfärdat av { $issuer }, för { $names }, giltigt från { $from } till { $until }, SHA-256 { $sha256 }
certificate-content-unread = SHA-256 { $sha256 }
certificate-no-subject = utan innehavare
certificate-no-name = inget namn
certificates-unread = Skadat i { $file }: certifikat { $numbers }.
doctor-no-sign-in = ingen kan logga in där: { $why }
reach-tls-ended = den avbryter innan krypteringen är klar.
reach-not-tls = det den skickar är inte TLS, eller bryter mot dess regler.
reach-no-authorities = datorn har inga betrodda certifikat, så serverns certifikat kan inte kontrolleras.
reach-other = oväntat fel.
tls-hint = Kontrollera porten och att en server med TLS svarar där, eller säg till den som sköter servern; -v visar mer.
sign-in-wrong = fel användarnamn eller lösenord.
sign-in-hours = ditt konto får inte användas vid den här tiden.
sign-in-workstation = ditt konto får inte användas från den här datorn.
sign-in-password-expired = ditt lösenord har gått ut.
sign-in-disabled = ditt konto är inaktiverat.
sign-in-account-expired = ditt konto har gått ut.
sign-in-must-change = ditt lösenord måste bytas först.
sign-in-locked = ditt konto är låst.
sign-in-encryption = servern kräver kryptering.
sign-in-ticket = servern godtog inte Kerberosbiljetten.
sign-in-other = servern nekade av ett skäl som programmet inte känner till.
sign-in = Kontot { $user } kunde inte logga in i katalogen ({ $server }): { $why }
sign-in-hint = Spara rätt lösenord: servicedesk login. Är det sparat i en fil, eller är användarnamnet fel, be den som sköter programmet att rätta det (directory.password_file, directory.user). Försök inte många gånger: då låses ditt konto.
sign-in-hours-hint = Det beror inte på lösenordet. Försök igen under kontots inloggningstider, eller be katalogens administratör ändra dem (logonHours).
sign-in-workstation-hint = Det beror inte på lösenordet. Be katalogens administratör ändra vilka datorer kontot får användas på (userWorkstations), eller ange ett annat konto i directory.user.
sign-in-change-hint = Byt ditt lösenord först, till exempel i Windows (Ctrl+Alt+Delete). Spara sedan det nya: servicedesk login, eller i filen i directory.password_file.
sign-in-disabled-hint = Det beror inte på lösenordet. Be katalogens administratör aktivera kontot, eller ange ett annat i directory.user.
sign-in-account-expired-hint = Det beror inte på lösenordet. Be katalogens administratör förlänga kontot (accountExpires), eller ange ett annat i directory.user.
sign-in-locked-hint = Be en kollega eller katalogens administratör låsa upp det, eller vänta tills det låses upp automatiskt. Låses det igen loggar något in med ett gammalt lösenord: kontrollera det i nyckelringen (servicedesk login) eller i directory.password_file.
sign-in-encryption-hint = Be den som sköter programmet att ange ldaps://, eller med Kerberos ldap:// och den vanliga LDAP-porten (directory.servers). Hjälper det inte, säg till katalogens administratör.
sign-in-other-hint = Kör igen med -v för att se serverns egna ord, och visa dem för katalogens administratör. Försök inte många gånger: då kan ditt konto låsas.
ticket-missing = Du har ingen Kerberosbiljett.
ticket-expired = Din Kerberosbiljett har gått ut.
ticket-renew-hint = Hämta en biljett med kinit (på Windows: lås datorn och lås upp den med lösenordet) och försök igen.
clock-ahead = Den här datorns klocka går { $span } före klockan i { $server }. Kerberos godtar bara några minuter.
clock-behind = Den här datorns klocka går { $span } efter klockan i { $server }. Kerberos godtar bara några minuter.
clock-differs = Den här datorns klocka och Kerberosserverns går för olika.
clock-hint = Ställ klockan rätt och försök igen. Går den rätt, säg till katalogens administratör.
kdc-unreachable = Ingen Kerberosserver (KDC) svarade, så det gick inte att få en biljett till katalogen.
kdc-hint = Inget är ändrat. Försök igen; går det inte, kontrollera nätet och att datorn vet vilken server som är domänens (krb5.conf eller DNS).
server-unknown-to-kdc = Kerberos känner inte till någon katalogserver som heter { $server }.
ticket-for-other-server = Servern kan inte läsa en biljett till { $server }: det är en annan server eller en annan domän.
server-calls-itself = Servern kallar sig själv { $name }.
server-name-hint = Be den som sköter programmet att ange serverns fullständiga namn (directory.servers, eller directory.tls_name när servern anges med adress).
ticket-failed = Det gick inte att logga in i katalogen ({ $server }) med Kerberosbiljetten.
ticket-failed-hint = Hämta en ny biljett med kinit och försök igen. Hjälper inte det, kör med -v och visa svaret för katalogens administratör.
directory-silent = { $server } svarade inte i tid.
directory-lost = Förbindelsen med { $server } bröts.
directory-not-ldap = { $server } skickade ett svar som inte är LDAP.
directory-too-large = { $server } skickade ett så stort svar på en enda sökning att resten inte lästes.
directory-too-large-hint = Inget är ändrat. Gäller det en lista, välj en mindre organisationsenhet med --under. Hjälper inte det, säg till katalogens administratör.
directory-refused = { $server } nekade frågan.
directory-busy = { $server } är upptagen eller har ett eget fel ({ $answer }).
each-busy = den är upptagen eller har ett eget fel ({ $answer }).
directory-no-place = Platsen att söka under finns inte på { $server }.
directory-no-place-hint = Inget är ändrat. Kontrollera --under, eller directory.base i inställningarna: ett DN, till exempel OU=Skola,DC=ad,DC=example,DC=se.
directory-read-only = { $server } är en skrivskyddad katalogserver (RODC), och ingen annan gick att använda. Inget är ändrat.
directory-read-only-hint = Försök igen. Går det inte, be den som sköter programmet att lägga till en skrivbar katalogserver, helst PDC, eller ange domänen (directory.servers, directory.domain).
global-catalogue = { $server } tillfrågades på port { $port }, den globala katalogen, där inget kan ändras, och ingen annan katalogserver gick att använda. Inget är ändrat.
global-catalogue-hint = Be den som sköter programmet att ange servern utan port (directory.servers).
directory-malformed = { $server } lämnade ett konto utan läsbart { $attribute }, så läget går inte att lita på.
directory-try-again-hint = Inget är ändrat. Försök igen.
directory-read-rights-hint = Inget är ändrat. Be katalogens administratör att se över din läsrätt.
no-such-group = Gruppen ”{ $name }” i protected.groups finns inte i katalogen, så den skyddar ingen. Inget är ändrat.
no-such-group-hint = Be den som sköter programmet att rätta namnet i inställningarna.
not-a-security-group = Gruppen ”{ $name }” i protected.groups är en distributionsgrupp. Den ger inga rättigheter, så den skyddar ingen. Inget är ändrat.
not-a-security-group-hint = Be den som sköter programmet att ange en säkerhetsgrupp med samma medlemmar i inställningarna, eller låta göra om gruppen till en säkerhetsgrupp.
no-such-unit = { $dn } i protected.units finns inte i katalogen, så ingen skyddas av den. Inget är ändrat.
no-such-unit-hint = Be den som sköter programmet att rätta namnet i inställningarna.
account-gone = Kontot finns inte längre där det nyss fanns. Inget är ändrat.
account-gone-hint = Sök igen.
change-no-right = Katalogen låter dig inte ändra { $account }. Inget är ändrat.
change-history = Lösenordet är använt förut av { $account }. Inget är ändrat.
change-another-hint = Be om ett annat lösenord. Den som ringer är fortfarande verifierad.
change-too-short = Katalogen godtog inte lösenordet för { $account }: det ska ha minst { $least } tecken. Inget är ändrat.
change-too-simple = Katalogen godtog inte lösenordet för { $account }: det är för enkelt. Inget är ändrat.
change-too-young = Lösenordet för { $account } byttes för nyligen för att bytas igen. Inget är ändrat.
change-too-young-hint = Vänta tills lösenordet får bytas (domänens lägsta ålder för lösenord), eller lämna över till katalogens administratör.
change-rules = Katalogen godtog inte lösenordet för { $account } och säger inte varför: troligen är det använt förut, annars bryter det mot en regel som inte går att läsa. Inget är ändrat.
change-locked = Kontot { $account } låstes igen under tiden. Inget är ändrat.
change-locked-hint = Något använder ett gammalt lösenord (mobil, dator, program). Stäng av det först, och försök igen.
change-own-denied = På kontot { $account } är ”Användaren kan inte byta lösenord” markerat, och den här servern kan inte kontrollera tidigare lösenord på annat sätt. Inget är ändrat.
change-own-denied-hint = Lämna över till katalogens administratör.
change-unwilling = Katalogen nekade ändringen av { $account }. Inget är ändrat.
change-unwilling-hint = Kör igen med -v för serverns egna ord, och ta det med katalogens administratör.
change-no-answer = { $server } svarade inte på ändringen av { $account }. Den kan vara gjord, eller inte.
change-no-answer-hint = Se efter först: servicedesk lookup { SHELL($account) }. Försök sedan igen om det behövs.
halfway-random = Kontot { $account } har nu ett slumpat lösenord som ingen känner till: det önskade godtogs inte ({ $cause }).
halfway-random-hint = Den som ringer kan inte logga in förrän ett annat lösenord är satt: servicedesk reset { SHELL($account) }. Ingen ny kod behövs.
halfway-unknown = Det är oklart om det önskade lösenordet för { $account } sattes: servern svarade inte på sista steget.
halfway-unknown-hint = Be den som ringer att prova det nya lösenordet. Går det inte: servicedesk reset { SHELL($account) }. Ingen ny kod behövs.
halfway-old = Det nya lösenordet för { $account } godtogs inte ({ $cause }). Det gamla gäller, men måste nu bytas vid nästa inloggning.
halfway-old-or-random = Servern svarade inte på första steget: { $account } har antingen kvar sitt gamla lösenord eller ett slumpat som ingen känner till.
halfway-old-hint = Sätt ett annat lösenord nu: servicedesk reset { SHELL($account) }. Ingen ny kod behövs.
another-reset = Någon annan satte ett nytt lösenord för { $account } samtidigt, och det är det som gäller. Ditt gäller inte. Kontot är upplåst.
another-reset-hint = Vem det var står inte i loggen. Vet ingen på servicedesk om lösenordet: servicedesk reset { SHELL($account) }. Ingen ny kod behövs.
another-reset-by = Operatören { $by } satte ett nytt lösenord för { $account } samtidigt, och det är det som gäller. Ditt gäller inte. Kontot är upplåst.
another-reset-by-hint = Hör med { $by } vilket lösenord den som ringer har fått. Vet ingen om det: servicedesk reset { SHELL($account) }. Ingen ny kod behövs.
another-reset-own = Du själv, i ett annat fönster, satte ett nytt lösenord för { $account } samtidigt, och det är det som gäller, inte det du satte här. Kontot är upplåst.
another-reset-own-hint = Se i det andra fönstret vilket lösenord det blev. Syns det inte: servicedesk reset { SHELL($account) }. Ingen ny kod behövs.
halfway-without = Det nya lösenordet för { $account } är satt och kontot är upplåst, men kravet på byte vid nästa inloggning gick inte att sätta.
halfway-without-hint = Den som ringer kan logga in. Be den som ringer att byta lösenordet själv.
cause-history = det är använt förut
cause-too-young = det förra byttes för nyligen
cause-too-short = det ska ha minst { $least } tecken
cause-too-simple = det är för enkelt
cause-rules = troligen använt förut
cause-locked = kontot låstes igen
cause-no-right = du får inte
cause-other = servern nekade
cause-read-only = servern är skrivskyddad
cause-no-answer = servern svarade inte
cause-busy = servern är upptagen eller har ett eget fel
locked-again = Kontot { $account } låstes upp men är redan låst igen.
locked-again-hint = Något använder ett gammalt lösenord (mobil, dator, program). Be den som ringer att stänga av det, och kör servicedesk unlock { SHELL($account) } igen.
unlock-not-read-back = Katalogen tog emot upplåsningen av { $account }, men det gick inte att kontrollera.
reset-not-read-back = Det nya lösenordet för { $account } är satt, men läget gick inte att kontrollera.
not-read-back-hint = Be den som ringer att prova, och se efter: servicedesk lookup { SHELL($account) }.
no-sms-gateway = Ingen SMS-tjänst är inställd (sms.provider). Inget SMS är skickat.
sms-unreachable = SMS-tjänsten { $host } gick inte att nå. Inget SMS är skickat.
sms-proxy = Proxyn { $proxy } kopplade inte vidare till SMS-tjänsten { $host }. Inget SMS är skickat.
sms-proxy-hint = Kontrollera proxyn i miljön (HTTPS_PROXY, ALL_PROXY; NO_PROXY räknar upp det som inte behöver någon), eller säg till nätverkets administratör.
sms-redirected = SMS-tjänsten { $host } säger att den finns på { $to }: adressen i inställningarna är fel (sms.url). Inget SMS är skickat.
sms-unclear-redirect = SMS-tjänsten { $host } svarade med adressen { $to }: adressen i inställningarna är troligen fel (sms.url). Koden kan vara skickad, eller inte.
sms-untrusted = SMS-tjänsten { $host } går inte att lita på: { $why } Inget SMS är skickat.
sms-untrusted-hint = Säg till den som sköter inställningarna att kontrollera sms.url och sms.ca_file, och till dem som sköter SMS-tjänsten att kontrollera certifikatet.
sms-wrong-answer = Det som svarar på { $host } är ingen SMS-tjänst, eller en med fel. Inget SMS är skickat.
sms-busy = SMS-tjänsten { $host } är upptagen. Inget SMS är skickat.
sms-busy-for = SMS-tjänsten { $host } ber oss vänta { $n ->
    [one] { $n } sekund
   *[other] { $n } sekunder
}. Inget SMS är skickat.
sms-busy-for-hint = Försök igen om { $n ->
    [one] { $n } sekund
   *[other] { $n } sekunder
}. Innan dess skickas inget nytt SMS.
sms-refused = SMS-tjänsten { $host } tog inte emot meddelandet. Inget SMS är skickat.
sms-refused-credentials = SMS-tjänsten { $host } godtog inte inloggningen (användarnamn eller hemlighet). Inget SMS är skickat.
sms-refused-number = SMS-tjänsten { $host } godtar inte det här numret. Inget SMS är skickat.
sms-refused-credit = Pengarna hos SMS-tjänsten { $host } är slut. Inget SMS är skickat.
sms-unclear = SMS-tjänsten { $host } gav inget tydligt svar: koden kan vara skickad, eller inte.
sms-try-again-hint = Försök igen om en stund.
sms-settings-hint = Säg till den som sköter programmet att kontrollera [sms] i inställningarna.
sms-number-hint = Kontrollera det registrerade numret.
sms-unclear-hint = Fråga om koden kom. Kom den, använd den. Kommer ingen inom en minut, skicka en ny: den gamla slutar då gälla.
breached-list-failed = Det går inte att se om lösenordet är läckt: listan { $path } { $why }. Inget är ändrat.
breached-list-failed-hint = Försök igen. Går det inte, säg till den som sköter programmet (password_policy.breached_passwords_file).
sms-unverified = Ett lösenord skickas bara till ett nummer som är verifierat med en kod. Inget är ändrat.
sms-unverified-hint = Verifiera med en kod till kontots eget nummer, eller visa lösenordet på skärmen: --deliver screen.
password-not-sent = Det nya lösenordet för { $account } är satt, men ingen känner till det.
password-not-sent-unrecorded = Det gick inte att anteckna i { $place } att lösenordet ska skickas. Inget SMS är skickat.
password-not-sent-hint = Sätt ett nytt och läs upp det: servicedesk reset { SHELL($account) } --generate. Ingen ny kod behövs.
password-may-be-sent = Det nya lösenordet för { $account } är satt, men det är oklart om det kom iväg: SMS-tjänsten { $host } svarade inte tydligt.
password-may-be-sent-hint = Fråga om det har kommit. Kommer det inte inom en minut, sätt ett nytt och läs upp det: servicedesk reset { SHELL($account) } --generate. Ingen ny kod behövs.
store-failed = Det gick inte att läsa eller skriva { $place }, där koder och logg finns: { $why } Inget är ändrat.
store-failed-hint = Utan logg görs inget. Försök igen. Går det inte, be den som sköter programmet att se till att filen går att skriva (state.path); -v säger mer.
store-replaced-hint = Utan logg görs inget. Börja om: kör kommandot igen. Be den som sköter programmet att ta reda på vad som har hänt med filen; de senaste posterna kan vara borta (servicedesk audit verify).
store-damaged-hint = Utan logg görs inget. Be den som sköter programmet att återställa filen från en säkerhetskopia, eller rätta platsen (state.path); -v säger mer.
store-place-hint = Utan logg görs inget. Be den som sköter programmet att ta bort det som är i vägen, eller rätta platsen (state.path); -v säger mer.
store-cannot-open = en fil gick inte att öppna: behörighet saknas, eller för många filer är öppna.
store-busy = en annan körning av programmet har skrivit till den i flera sekunder.
store-replaced = den har tagits bort eller ersatts medan den användes.
store-damaged = den innehåller något som servicedesk inte har skrivit.
store-shutting-down = databasservern stängs av eller startar.
store-sign-in-refused = databasservern godtog inte användarnamnet eller lösenordet.
store-no-database = servern har ingen sådan databas.
store-no-right = databasens användare saknar de rättigheter som behövs.
store-too-many-sessions = databasservern har inte plats för fler anslutningar.
store-standby = databasservern tar inte emot ändringar (den är en reservserver).
store-server-hint = Utan logg görs inget. Försök igen om en stund; går det inte då heller, säg till den som sköter databasen (state.url). -v säger mer.
store-newer = { $place } är skriven av en nyare version av programmet ({ $found }; den här klarar { $known }). Inget är ändrat.
store-newer-hint = Installera den nyare versionen på den här datorn också.
store-no-key = { $place } har servicedeskens koder, men nyckeln till dem finns inte på den här datorn ({ $path }). Inget är ändrat.
store-other-key = { $path } är inte nyckeln för den servicedesk som har sina koder i { $place }. Inget är ändrat.
store-key-readable = Andra kan läsa servicedeskens nyckel { $path } (rättigheter { $mode }), så den används inte. Inget är ändrat.
store-unusable-key = { $path } ska vara servicedeskens nyckel, men är ingen nyckel. Inget är ändrat.
store-key-hint = Kopiera filen från en dator där servicedesk fungerar, och låt ingen annan läsa den (chmod 600). state.key_file säger var den är.
store-file-no-key = Nyckeln { $path } till databasen { $place } finns inte. Inget är ändrat.
store-file-other-key = { $path } är inte nyckeln till databasen { $place }. Inget är ändrat.
store-file-unusable-key = { $path } ska vara nyckeln till databasen, men är ingen nyckel. Inget är ändrat.
store-key-is-folder = { $path } är en mapp, men ska vara filen med databasens nyckel. Inget är ändrat.
store-key-is-folder-hint = Flytta undan mappen. Har databasen använts: lägg tillbaka nyckeln från säkerhetskopian, eller från en annan av servicedeskens datorer. En ny databas får en ny nyckel.
store-file-key-hint = Lägg tillbaka filen från säkerhetskopian och låt ingen annan läsa den (chmod 600). Finns ingen kopia: flytta databasen och filerna bredvid den till en annan mapp och spara dem. Nästa körning gör en ny databas.
store-is-link = { $path } är en länk, och koder och logg sparas inte genom en länk. Inget är ändrat.
store-is-link-hint = Ersätt länken med filen själv, eller ange i state.path var filen är.
store-other-owner = { $path } tillhör en annan användare på datorn. Inget är ändrat.
store-other-owner-hint = Kör programmet som den användaren, gör dig till ägare (chown), eller ange en egen fil i state.path.
store-readable = Andra på datorn kan läsa eller ändra { $path }. Inget är ändrat.
store-readable-hint = Kör: chmod 600 { SHELL($path) }
store-writable = Andra på datorn kan byta ut filerna i mappen { $path }. Inget är ändrat.
store-writable-hint = Kör: chmod go-w { SHELL($path) }
store-key-made = { $place } är ny, och { $path } är nu servicedeskens nyckel. Kopiera den filen till servicedeskens andra datorer, och låt ingen annan läsa den (chmod 600). Var rädd om den: den finns inte i databasen.
not-recorded = Det är gjort för { $account }, men det gick inte att anteckna i loggen hur det gick.
not-recorded-hint = Anteckna det i ärendet, och säg till den som sköter programmet.
cancelled = Avbrutet. Inget är ändrat.
cancelled-hint = Kör samma kommando igen när du vill fortsätta.
ended-between-calls = Avbrutet mellan två samtal.
broken-off-after-change = Avbrutet. Vad som redan är gjort står nedan.
no-terminal = Det går inte att fråga: ingen terminal, eller --no-input. Inget är ändrat.
nothing-piped = Standard in är slut; { $option } väntade en rad. Inget är ändrat.
more-lines-piped = Standard in har fler rader än väntat: inget får stå efter raden till { $option }. Inget är ändrat.
not-text-piped = Det som kom på standard in till { $option } är inte text i UTF-8, eller längre än något lösenord. Inget är ändrat.
pipe-hint = Skriv en rad i UTF-8 på standard in, till exempel från en fil.
use-option-hint = Använd { $option }.
no-randomness = Operativsystemet ger inga slumptal. Inget är ändrat.
no-randomness-hint = Starta om datorn, eller använd en annan.
time-beyond-calendar = { $option } ligger utanför de år som går att räkna. Inget är läst.
since-in-future = --since är { $since }, som inte har varit än: klockan är { $now }. Inget är läst.
since-after-until = --since ({ $since }) är efter --until ({ $until }), så inget kan stämma. Inget är läst.
time-limit-hint = Ange ett datum (2026-05-04), ett klockslag (08:00) eller en ålder (90m, 12h, 2d, 3w).
no-resources = servicedesk kan inte köras på den här datorn nu: { $why }. Inget är ändrat.
no-resources-hint = Stäng andra program och försök igen. Hjälper det inte, be den som sköter datorn att höja gränsen.
clock-before-1970 = Datorns klocka visar { $date }. Med den går det inte att kontrollera koder och certifikat. Inget är ändrat.
clock-before-1970-hint = Ställ datorns klocka och kör igen.
time-zone-unknown = TZ är ”{ $zone }”, som inte är någon tidszon som datorn känner till. Tider visas i { $used }.
time-zone-unreadable = Datorns tidszon går inte att läsa (/etc/localtime). Tider visas i UTC.
time-zone-local = datorns egen tidszon
time-zone-utc = UTC

## Configuration
setup-no-file-hint = Ställ in programmet med servicedesk init, eller öva utan inställningar med servicedesk --demo. Det finns ingen inställningsfil; den söks här: { $places }. Inget är ändrat.
setup-hint = Rätta det som står ovan och kör igen. Inget är ändrat.
problem-unreadable = { $path } går inte att läsa: { $why }.
problem-named-by = { $problem } (Filen är angiven med { $origin }.)
problem-too-large = den är större än en inställningsfil kan vara
problem-not-utf8 = rad { $line } är inte UTF-8
problem-syntax = { $place }: inte TOML: { $message }
problem-unknown = { $place }: ”{ $key }” finns inte som inställning.
problem-meant = { $problem } Menas { $meant }?
problem-secret = { $place }: hemligheter skrivs inte här ({ $key }).
problem-use-instead = { $problem } Använd { $instead }.
problem-invalid = { $place }: { $key } är { $found }; det ska vara { $expected }.
problem-missing = { $key } är inte satt (i inställningsfilen eller som { $variable }).
problem-secret-exposed = { $place }: { $key }: andra kan läsa { $path } (rättigheter { $mode }); den används inte. Kör: chmod 600 { SHELL($path) }
problem-secret-not-text = { $place }: { $key }: { $path } är inte text i UTF-8.
problem-secret-empty = { $place }: { $key }: { $path } är tom.
problem-secret-lines = { $place }: { $key }: { $path } har mer än en rad. Efter hemligheten får det bara stå en radbrytning.
problem-secret-control = { $place }: { $key }: { $path } har ett tecken som inte går att skriva, till exempel en tabb.
problem-secret-unreadable = { $place }: { $key }: { $path } går inte att läsa: { $why }.
problem-words = { $place }: { $key }: { $path } går inte att använda: { $why }.
words-too-large = den är större än 4 MiB
words-not-text = rad { $line } är varken UTF-8 eller UTF-16; spara filen som UTF-8
words-too-short = ordet på rad { $line } har färre än 4 tecken
words-too-long = det som står på rad { $line } har fler än 16 tecken
words-control = rad { $line } har styrtecken
ca-too-large = den är större än 1 MB; där ska bara finnas utfärdares certifikat
ca-no-certificate = där finns inget certifikat; det ska vara utfärdarens, som PEM (-----BEGIN CERTIFICATE-----), DER (.cer, .crt) eller PKCS#7 (.p7b)
ca-private-key = där finns en privat nyckel och inget certifikat; ange filen med utfärdarens certifikat
ca-request = där finns en begäran om certifikat och inget certifikat; ange filen med utfärdarens certifikat
ca-pkcs12 = den är PKCS#12 (.pfx, .p12), med en privat nyckel; exportera bara utfärdarens certifikat, som .cer eller .p7b
ca-damaged = certifikat { $n } i den är skadat; hämta filen på nytt
problem-enforced = { $place }: { $key } har ingen verkan här. Det bestäms i { $file } för alla på den här datorn.
problem-unfit = { $place }: { $key }: { $why }
unfit-https = adressen måste börja med https:// (http:// bara till den egna datorn), annars går koden i klartext.
unfit-sender = avsändaren är högst 11 bokstäver (a–z) och siffror, eller ett nummer.
unfit-no-room = inget lösenord är både minst { $least } och högst { $most } tecken.
unfit-never-new = kräver att verification.mobile_age_days är större än 0.
unfit-no-log = Windows har ingen egen syslog. Ange en loggserver: udp://, tcp:// eller tls://server.
unfit-store-tls = över nätet måste serverns certifikat kontrolleras: sslmode=verify-full, eller inget alls, som betyder samma sak. Till den egna datorn går även sslmode=disable.
unfit-store-option = { $name } går inte att ange i adressen; bara sslmode och host (mappen med en socket) går.
unfit-no-kerberos = det här programmet är byggt utan Kerberos. Bygg det med: cargo build --release --features kerberos. Eller använd bind = "simple".
unfit-kerberos-address = med bind = "kerberos" ska adressen börja med ldap://. Förbindelsen krypteras då av biljetten; på ldaps:// godtar katalogen ingen.
unfit-tls-port = { $address } kan aldrig svara: på port { $port } börjar TLS genast, som med ldaps://. Skriv { $right }.
unfit-plain-port = { $address } kan aldrig svara: på port { $port } börjar TLS inte genast, som ldaps:// kräver. Skriv { $right }.
unfit-beside-kerberos = används inte med bind = "kerberos": biljetten säger vem du är. Ta bort raden.
unfit-beside-pin = den har ingen verkan när directory.certificate_sha256 är satt. Använd en av dem.
unfit-other = går inte att använda: { $why }.
problem-breached-list = { $place }: { $key }: { $path } { $why }.
list-unreadable = går inte att läsa: { $why }
list-not-a-file = är ingen fil
list-empty = är tom
list-compressed = är komprimerad; packa upp den först
list-not-a-list = börjar inte med en SHA-1- eller NTLM-hash, som listan från Have I Been Pwned gör
list-malformed = är skadad vid byte { $at }: där står ingen rad HASH:ANTAL; hämta den på nytt
list-not-ordered = är inte ordnad efter hash (vid byte { $at }); hämta den som är det
list-incomplete = är inte hel: början eller slutet saknas; hämta den på nytt
list-hole = är inte hel: en del i mitten saknas; hämta den på nytt
no-state-folder = Användaren har ingen hemkatalog att spara koder och logg i. Sätt state.path.
form-text = en text
form-integer = ett tal
form-float = ett decimaltal
form-boolean = sant eller falskt
form-time = en tidpunkt
form-list = en lista
form-table = en tabell
form-shown = { $form } (”{ $shown }”)
want-text = en text
want-line = en rad text
want-sms-line = en rad av bokstäver, siffror och tecken som kan stå i ett SMS
want-utf8 = UTF-8
want-boolean = true eller false
want-list = en lista
want-some-list = en lista som inte är tom
want-table = en tabell
want-smaller = ett mindre tal
want-path = en sökväg, hel eller räknad från filens mapp, utan ~
want-server = ldaps://värd[:port] eller ldap://värd[:port]
want-syslog = true, false, local, journald, eller udp://, tcp:// eller tls://värd[:port]
want-http = en http://- eller https://-adress utan användare och lösenord
want-postgres = en postgres://-adress med en värd
want-host = ett DNS-namn
want-operator-name = ett användarnamn på en rad, där {"{"}user{"}"} kan stå för datorns användare
want-dn = ett DN
want-fingerprint = ett certifikats SHA-256, 64 hexadecimala siffror
want-attribute = ett attributnamn
want-integer = ett heltal från { $min } till { $max }
want-one-of = något av { $words }
demo-failed = Övningskatalogen gick inte att starta: { $why }.
demo-failed-hint = Börja om med servicedesk --demo --demo-reset.
demo-file-hint = Rätta det och försök igen.
demo-unreadable = { $path } är ingen övningskatalog som programmet kan läsa
internal = Ett oväntat fel i programmet.
internal-hint = Se efter vad som är gjort: servicedesk audit show. Säg till den som sköter programmet.
internal-before = Programmet avbröts av ett fel i programmet självt.
internal-before-hint = Inget konto är ändrat och inget SMS är skickat. Försök igen. Händer det en gång till, säg till den som sköter programmet.
internal-midway = Programmet avbröts av ett fel i programmet självt, efter att det hade börjat ändra ett konto eller skicka ett SMS.
internal-midway-hint = Det kan vara gjort. Kontrollera innan du försöker igen: servicedesk audit show. Säg till den som sköter programmet.
wait-for-end = Avslutar det som är påbörjat …

## A guided call
practice-who = Övning: inget är på riktigt. Prova med jesrab01 (låst) eller karlsson (flera).
ask-caller = Vem ringer (användarnamn, namn, e-post eller mobil)
ask-caller-of-case = Ärende { $ticket }: vem ringer (användarnamn, namn, e-post eller mobil)
nobody-named = Skriv vem som ringer, gärna med ärendets nummer (jesrab01 #4711), eller avsluta med Esc.
ask-next-caller = Nästa samtal: vem ringer (Enter: avsluta)
code-as-name = Det ser ut som en kod. Här skrivs vem som ringer; koden skrivs när programmet frågar efter den.
ask-account = Vilket konto?
account-item = { $who }: { $state }
none-of-them = Ingen av dem
ask-help = Vad vill den som ringer?
help-keep = Behåll ditt nuvarande lösenord och lås upp ditt konto
help-new = Ange ett nytt lösenord och lås upp ditt konto
help-watch = Lås upp ditt konto och se om något låser det igen
pointless-not-locked = { $help } (kontot är inte låst)
pointless-must-change = { $help } (räcker inte: lösenordet måste bytas, och kontot får inte byta det själv)
ask-identification = Hur är den som ringer identifierad (Enter: avbryt)
identification-says-nothing = Skriv med ord hur den som ringer är identifierad: minst en bokstav eller siffra.
identification-too-long = Texten är för lång: högst { $most } tecken.
identification-control = Skriv med ord hur den som ringer är identifierad, utan styrtecken.
ask-try-again = Försöka igen?
ask-place = Var är den som ringer?
place-work = På jobbet
place-outside = Någon annanstans

# What the keys do, on one short line below a question.
keys-cancel = F1 Hjälp   Esc Avbryt
keys-back = F1 Hjälp   Esc Tillbaka   Ctrl-C Avbryt
keys-back-former = F1 Hjälp   ↑ Ditt svar   Esc Tillbaka   Ctrl-C Avbryt
keys-pick-back = ↑ ↓ Välj   Enter Klar   Esc Tillbaka   Ctrl-C Avbryt
keys-pick-cancel = ↑ ↓ Välj   Enter Klar   Esc Avbryt
keys-in-call = F1 Hjälp   Esc Tillbaka   Ctrl-C Avsluta samtalet
keys-at-caller = F1 Hjälp   ↑ Tidigare svar   Esc Avsluta

# F1 at a question: two to four lines of 80 columns.
explain-caller = Skriv det du hör: användarnamn, namn, e-post eller mobilnummer. En del av namnet räcker, och stavningen behöver inte vara rätt. Sökningen ändrar inget. Ärendets nummer kan stå med: jesrab01 #4711. Pil upp hämtar det du skrev förut.
explain-account = Fråga den som ringer om avdelning eller titel. Tryck kontots siffra, eller gå med pilarna och tryck Enter. Kontot visas, och inget ändras. Stämmer inget konto, välj det sista i listan och sök igen.
explain-send-code = Fråga om numret slutar så, och om mobilen är till hands. Säg inte hela numret. j skickar ett SMS med en kod till numret i katalogen, n skickar inget.
explain-send-code-or-other = Fråga om numret slutar så, och om mobilen är till hands. Säg inte hela numret. j skickar ett SMS med en kod dit. Med n väljer du ett annat av de nummer som är registrerade för kontot.
explain-number = Fråga vad numret slutar på, och välj det som den som ringer säger. Läs inte upp numren. Koden skickas inte än. Stämmer inget av dem, välj det sista i listan: då skickas ingen kod.
explain-send-manager = Chefen får ett SMS med koden och namnet på den som ringer, och läser upp koden för den som ringer om rösten är bekant, eller ringer hit. j skickar den till chefens nummer i katalogen, n skickar inget.
explain-use-code = Koden skickades innan det här samtalet började, kanske till ett annat nummer än det som den som ringer har till hands. j frågar efter den. n frågar om en ny ska skickas, till det numret, ett annat eller chefen.
explain-code = Den som ringer läser upp de sex siffrorna i SMS:et. De prövas när den sjätte är skriven. Enter utan kod skickar en ny, och då gäller bara den. Efter för många fel behövs en ny kod.
explain-help = Fråga: ”Kommer du ihåg ditt lösenord?” Ja: behåll det, så låses kontot upp. Nej: ange ett nytt, som ersätter det gamla. Tryck siffran, eller gå med pilarna och tryck Enter.
explain-help-new = Ingen känner till kontots lösenord, så ett nytt måste sättas. Tryck Enter, eller Esc för att gå tillbaka.
explain-identification = Skriv hur du vet vem som ringer, till exempel ”motringd på chefens nummer”. Texten sparas i loggen. Enter utan text avbryter, och inget ändras.
explain-try-again = j gör om det som inte gick. Den som ringer är fortfarande verifierad. n avslutar, och inget mer görs.
explain-place = Fråga: ”Är du på jobbet?” Den som är någon annanstans får ett lösenord som gäller genast på webben. På jobbet kan det behöva bytas vid inloggningen i datorn.
explain-same-call = Någon har redan läst upp en kod för kontot. j bara om det är samma person, kvar i luren. n: en ny kod behövs, för det kan vara någon annan som ringer nu.
explain-delivery = Läs upp det: lösenordet visas på skärmen tills den som ringer har skrivit upp det. SMS: det skickas till mobilen som koden gick till, och du får inte se det.
explain-password = Skriv lösenordet som den som ringer har valt. Det syns inte. Reglerna prövas direkt, och sedan skriver du det en gång till. Enter utan lösenord skapar ett som följer reglerna, och sätter det.
explain-password-again = Skriv lösenordet en gång till. Ett skrivfel skulle stänga ute den som ringer. Esc går tillbaka till första gången.
explain-hidden = Tecken som inte syns är svåra att skriva vid inloggningen, och kommer ofta med när man klistrar in. n: ange ett annat lösenord. j: använd det som det är.
explain-own-name = Ditt eget konto i katalogen, inte det som gäller för den som ringer, med domänen: EXAMPLE\operator1, eller operator1@ad.example.se. Det sparas med lösenordet.
explain-sign-in = Ditt eget lösenord i katalogen, inte det som gäller för den som ringer. Det syns inte när du skriver. Bara servicedesk login sparar det, i datorns nyckelring.
explain-sms-secret = Lösenordet eller nyckeln som SMS-tjänsten har gett er. Hemligheten syns inte när du skriver, och sparas i datorns nyckelring.
explain-store-password = Lösenordet till databasen, inte till katalogen. Det syns inte när du skriver. Bara servicedesk login sparar det, i datorns nyckelring.
explain-password-to-check = Lösenordet prövas mot reglerna. Det syns inte när du skriver och sparas inte. Inget ändras i katalogen.
explain-unlock-many = j låser upp kontona i listan ovanför, ett efter ett. n: inget ändras. Ctrl-C under tiden gör klart det som är på väg och slutar.
enter-means-yes = Enter betyder ja.
enter-means-no = Enter betyder nej.
still-verified = Den som ringer är redan verifierad.
ask-same-call = Samma samtal? (verifierad { $at })
ticket-noted = Ärende { $ticket } gäller samtalet som börjar nu.
summary-of-case = Ärende { $ticket }: { $name } ({ $account })
summary-of-call = Till ärendet: { $name } ({ $account })
summary-verified = Verifierad med kod till { $number } { $at }.
summary-vouched = Verifierad av chefen { $manager }, med kod till { $number } { $at }.
summary-identified = Identifierad utan kod: { $how }.
summary-unverified = Inte verifierad.
summary-unlocked = Upplåst { $at }
summary-reset = Nytt lösenord { $at }
summary-password-sent = Lösenordet skickat som SMS { $at }
summary-unclear = { $what }, oklart om det gick
summary-old-gone = { $what }, oklart om det gick; det gamla är borta
summary-lost = Det gamla lösenordet ersatt { $at } med ett slumpat som ingen känner till
summary-by = { $what }, av { $operator }.
summary-unchanged = Inget ändrat.
on-services = på { $services }
at-computer = vid datorn { $computer }
at-computers = vid någon av datorerna { $computers }
say-must-change = Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.”
say-try-again = Säg: ”Försök igen. Kontrollera användarnamnet och Caps Lock.”
say-at-the-workplace = Säg: ”Du kan nu använda det nya lösenordet för att logga in{ $on }. Se till att datorn är ansluten till nätverket på jobbet och starta om den, så kommer den att uppdateras automatiskt med ditt nya lösenord.”
say-restart-must-change = Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
say-elsewhere = Säg: ”Du kan nu använda det nya lösenordet för att logga in{ $on }. På datorn gäller det gamla tills den startas och är ansluten till nätverket på jobbet; då kommer den att uppdateras automatiskt med ditt nya lösenord.”
say-must-change-first = Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget. Först därefter kan du logga in på { $services }.”
say-change-at-work = Säg: ”Du kan byta lösenordet när du är på jobbet: tryck Ctrl+Alt+Delete och välj Ändra ett lösenord.”
say-call-us = Säg: ”Går det inte, ring oss på { $numbers }.”
say-next-time = Säg: ”Nästa gång kan du göra det själv på { $url }.”
extension = anknytning { $extension }
not-for-scripts = Ett samtal förs på en terminal, så --output gäller inte där.
not-for-scripts-hint = Ta bort --output, eller använd servicedesk lookup, send-code, unlock och reset, som skriver json och csv.

## What the doctor finds
not-a-number = ”{ $typed }” är inget telefonnummer.
not-a-number-hint = Skriv till exempel 0701740605 eller +46701740605. Inget är skickat.
wait-doctor = Kontrollerar att allt fungerar …
doctor-settings = Inställningar
doctor-directory = Katalogen
doctor-account = Rättigheter
doctor-sms = SMS
doctor-store = Databasen och loggen
doctor-computer = Datorn
doctor-fine = bra
doctor-warning = OBS
doctor-broken = FEL
doctor-unchecked = inte prövat
doctor-all-well = Allt som ett samtal behöver fungerar.
doctor-see-to = Det går att ta emot samtal, men { $n ->
    [one] en sak behöver ses över.
   *[other] { $n } saker behöver ses över.
    }
doctor-calls-stop = Med felen ovan går det inte att hjälpa den som ringer.
doctor-enforced = { $file } bestämmer för alla på den här datorn: { $names }. Inget som är inställt någon annanstans ändrar det.
doctor-setting-enforced = { $key } = { $value } ({ $origin }, för alla på den här datorn)
doctor-setting = { $key } = { $value } ({ $origin })
doctor-not-before = { $what }, för { $first } måste fungera först.
doctor-the-settings = inställningarna
doctor-the-server = servern
doctor-the-certificate = certifikatet
doctor-the-clock = klockan
doctor-the-sign-in = inloggningen
doctor-the-rights = rättigheterna på kontot
doctor-the-directory = katalogservrarna
doctor-the-gateway = SMS-tjänsten
doctor-the-credentials = inloggningen där
doctor-the-test = test-SMS:et
doctor-the-store = databasen
doctor-the-log-server = loggservern
doctor-the-keyring = nyckelringen
doctor-the-terminal = terminalen
doctor-settings-read = { $n ->
    [one] En inställning är satt
   *[other] { $n } inställningar är satta
    }. Inställningsfil: { $files }.
doctor-settings-elsewhere = { $n ->
    [one] En inställning, utan någon inställningsfil.
   *[other] { $n } inställningar, utan någon inställningsfil.
    }
doctor-no-configuration = Det finns ingen inställningsfil. Den söktes här: { $files }.
doctor-no-configuration-hint = Skapa den med servicedesk init, eller ange en annan fil med --config eller SERVICEDESK_CONFIG.
doctor-practice = Övning: inga inställningar behövs.
doctor-discovered = DNS anger { $n ->
    [one] en katalogserver
   *[other] { $n } katalogservrar
    } för { $domain }.
doctor-listed = { $n ->
    [one] En katalogserver är inställd.
   *[other] { $n } katalogservrar är inställda.
    }
doctor-site-hint = Kontrollera directory.site: det ska vara platsens namn i Active Directory.
doctor-answers = svarar.
doctor-name-hint = Säg till dem som sköter DNS, eller kontrollera directory.servers om namnet är inställt där.
doctor-network-hint = Säg till katalogens och nätverkets administratörer.
doctor-certificate = certifikatet gäller { $days ->
    [one] en dag
   *[other] { $days } dagar
    } framåt, till { $until }: { $certificate }.
doctor-pinned = certifikatet är ett av dem i directory.certificate_sha256: { $certificate }.
doctor-certificates-unread-hint = Hämta filen på nytt, eller ta bort det som är skadat.
doctor-certificate-unreadable = det går inte att se när certifikatet går ut.
doctor-renew-hint = Säg till katalogens administratör att förnya det i tid. Sedan går servern inte att använda.
doctor-clock-right = klockan går som datorns.
doctor-clock-behind = klockan går { $span } efter den här datorns.
doctor-clock-ahead = klockan går { $span } före den här datorns.
doctor-clock-untold = klockan går inte att läsa.
doctor-clock-hint = Ställ den klocka som går fel. Annars stämmer inte tiderna som visas, och skiljer det mer än fem minuter fungerar inte Kerberos.
doctor-read-only = går bara att läsa från (RODC): den nekar ändringar.
doctor-read-only-hint = Ange en skrivbar server i directory.servers, eller ange directory.domain i stället.
doctor-global-catalogue = anropas på den globala katalogens port (3268 eller 3269), som nekar ändringar.
doctor-global-catalogue-hint = Rätta porten i directory.servers: 636 för ldaps://, 389 för ldap://.
doctor-signed-in = Inloggad som { $user } på { $server }. Lösenordet är { $source }.
doctor-signed-in-by-ticket = Inloggad som { $user } på { $server }. Kerberosbiljetten { $ticket }.
doctor-pdc-first = Utelåsning och lösenord avgörs på { $server } (PDC), som svarar.
doctor-pdc-not-first = Utelåsning och lösenord avgörs på { $server } (PDC), men { $first } frågas först. Det som ändras där når inte alla på en gång.
doctor-pdc-elsewhere = Utelåsning och lösenord avgörs på { $name } (PDC), som inte är inställd eller inte svarar.
doctor-pdc-untold = Det går inte att se var utelåsning och lösenord avgörs (PDC).
doctor-pdc-hint = Sätt { $server } först i directory.servers, eller ange directory.domain i stället.
doctor-searched = Konton går att slå upp.
doctor-own-password = Ditt lösenord går ut { $when }.
doctor-own-password-stays = Ditt lösenord går inte ut.
doctor-own-password-hint = Byt det innan dess, och spara det nya: servicedesk login, eller i directory.password_file.
doctor-policy-hints = Katalogen kontrollerar själv att ett lösenord inte är använt förut.
doctor-set-then-change = Katalogen kontrollerar inte själv om ett lösenord är använt förut, så nya lösenord sätts i två steg.
doctor-history-off = Tidigare lösenord kontrolleras inte: kontrollen är inaktiverad i inställningarna.
doctor-protected-exist = { $n ->
    [one] Den skyddade gruppen eller OU:n i inställningarna finns.
   *[other] Alla { $n } skyddade grupper och OU:er i inställningarna finns.
    }
doctor-supervisors-exist = { $n ->
    [one] Den som står i verification.supervisors har ett konto.
   *[other] Alla { $n } som står i verification.supervisors har konton.
    }
doctor-supervisor-missing = Inget konto heter ”{ $name }” (verification.supervisors), så det gäller ingen.
doctor-supervisor-hint = Rätta namnet i inställningarna.
doctor-no-account = Inget vanligt konto hittades att kontrollera dina rättigheter på.
doctor-no-account-hint = Ange ett: servicedesk doctor KONTO. Kontrollera directory.base.
doctor-account-found = { $name } ({ $account }) är ett vanligt konto.
doctor-account-chosen = Kontrollerat med { $name } ({ $account }), ett vanligt konto som hittades. För ett annat: servicedesk doctor KONTO
doctor-readable = Du får läsa de { $n } attribut som programmet läser på ett konto.
doctor-unreadable = Du får inte läsa { $attributes } på kontot.
doctor-no-such-attribute = Attributet { $attribute } finns inte i katalogen.
doctor-no-such-attribute-hint = Kontrollera { $key }.
doctor-grant-hint = Be katalogens administratör att köra det här, med operatörernas grupp i stället för GROUP:
doctor-protected = Kontot { $account } är skyddat och ändras aldrig härifrån.
doctor-protected-own = Kontot { $account } är ditt eget, och det får du inte ändra själv.
doctor-protected-supervisor = Kontot { $account } är ett skyddat konto: det tillhör en ansvarig (verification.supervisors).
doctor-protected-hint = Ange ett vanligt konto i stället.
doctor-protection-unknown = Det går inte att avgöra om { $account } tillhör en administratör, så kontot ändras inte: du får inte läsa { $attribute } på det.
doctor-may-unlock = Du får låsa upp kontot.
doctor-may-not-unlock = Du får inte låsa upp kontot.
doctor-may-reset = Du får sätta ett nytt lösenord.
doctor-may-not-reset = Du får inte sätta ett nytt lösenord.
doctor-may-reset-untold = Kan inte kontrolleras i förväg: om du får sätta ett nytt lösenord.
doctor-reset-untold-hint = Sätt ett nytt lösenord på ett testkonto: servicedesk reset KONTO
doctor-may-demand = Du får kräva att lösenordet byts vid nästa inloggning.
doctor-may-not-demand = Du får inte kräva att lösenordet byts vid nästa inloggning. Utan den rättigheten: reset --no-must-change
doctor-rules-domain = Lösenordet har domänens regler, och du får läsa dem.
doctor-rules-pso = Lösenordet har särskilda regler, ”{ $name }”, och du får läsa dem.
doctor-rules-unreadable = Lösenordet har särskilda regler, ”{ $name }”, som du inte får läsa. Vad de kräver visar sig först när ett lösenord nekas.
doctor-gateway-answers = SMS-tjänsten { $place } svarar.
doctor-gateway-unproved = SMS-tjänsten { $place } svarar, men sms.http säger inte vad som visar att den har tagit emot ett SMS: för varje SMS sägs att det kan vara skickat, eller inte.
doctor-gateway-unproved-hint = Ange id, eller success med pointer eller body, i [sms.http]. Se servicedesk-config(5).
doctor-gateway-folder = SMS läggs som filer i { $place }. Det går att skriva där.
doctor-gateway-screen = Övning: SMS visas på skärmen.
doctor-gateway-hint = Kontrollera [sms] i inställningarna, eller säg till dem som sköter nätverket och SMS-tjänsten.
doctor-known = SMS-tjänsten godtar inloggningen.
doctor-known-untold = Om SMS-tjänsten godtar inloggningen visar sig först när något skickas: servicedesk doctor --send-to NUMMER
doctor-credit = Kvar att skicka SMS för: { $sum } { $currency }.
doctor-credit-hint = Fyll på kontot hos SMS-tjänsten innan det är slut.
doctor-test-sent = Ett test-SMS är skickat till { $to }. Kontrollera att det har kommit.
doctor-test-queued = SMS-tjänsten har tagit emot test-SMS:et till { $to } men kan inte leverera det just nu.
doctor-store-ready = { $place } går att läsa och skriva. Gränserna för koder räknas där.
doctor-store-to-be-made = { $place } finns inte än. Databasen går att skapa, och skapas första gången den behövs.
doctor-store-older = { $place } är från en äldre version av servicedesk. Databasen uppgraderas nästa gång den behövs.
doctor-store-own = Databasen är din, och bara du får läsa den (rättigheter { $mode }).
doctor-store-of-root = Databasen är roots, och bara root får läsa den (rättigheter { $mode }).
doctor-limits-of-one-user = Gränserna för koder räknas bara i { $place }, som är din egen databas. Koder och fel koder hos andra operatörer räknas inte.
doctor-limits-hint = Är ni flera operatörer: använd en gemensam databas (state.url), så gäller gränserna för alla tillsammans.
doctor-trail-holds = Loggen stämmer: { $n ->
    [0] inga poster än.
    [one] en post.
   *[other] { $n } poster.
    }
doctor-open-intents = { $n ->
    [one] En sak är påbörjad utan att det står hur det gick.
   *[other] { $n } saker är påbörjade utan att det står hur det gick.
    }
doctor-open-intents-hint = Se vad det blev: servicedesk audit resolve
doctor-log-server = Allt är skickat vidare till { $server }.
doctor-log-server-hint = Inget samtal stoppas av det. Kontrollera audit.syslog, eller säg till dem som sköter loggservern.
doctor-keyring-not-needed = Nyckelringen behövs inte för att logga in.
doctor-keyring-has = Nyckelringen är upplåst och har lösenordet till katalogen.
doctor-kernel-keyring-has = Kärnans nyckelring har lösenordet till katalogen. Det försvinner när datorn startas om, eller när det inte har använts på tre dygn.
doctor-no-terminal = Ingen terminal här. Skript behöver ingen.
doctor-terminal = Terminalen visar å, ä och ö.
doctor-terminal-wide = Terminalen visar å, ä och ö, och är { $n } tecken bred.
doctor-narrow = Terminalen är bara { $n } tecken bred.
doctor-narrow-hint = Gör fönstret bredare, minst 60 tecken.
doctor-not-utf8 = Terminalen är inte inställd på UTF-8: å, ä och ö kan visas fel.
doctor-not-utf8-hint = Ställ in det, till exempel LANG=sv_SE.UTF-8.

## The build
config-key = Inställning
config-value = Värde
config-origin = Från
config-default = standardvärde
config-unset = –
config-valid = Inställningarna går att använda.
# $n (Number)
config-read = Läst: { $file } ({ $n ->
    [one] en inställning
   *[other] { $n } inställningar
    } totalt)
config-none = Det finns ingen inställningsfil.
config-yours = din egen
config-computers = datorns
config-named = angiven med --config eller SERVICEDESK_CONFIG
config-exists = läses
config-missing = finns inte
config-written = config set ändrar den
config-was-set = Satt i { $file }: { $key } = { $value }
config-was-unset = Borttagen ur { $file }: { $key }
config-was-not-set = { $key } är inte satt i { $file }. Inget är ändrat.
config-no-effect = { $key } gäller inte där: { $origin } går före.
no-such-setting = Inställningen { $key } finns inte.
no-such-setting-meant = Menade du { $meant }? Alla: servicedesk config show
no-such-setting-hint = Alla: servicedesk config show
setting-is-table = { $table } är en tabell med inställningar. En inställning i taget ändras.
setting-is-table-hint = Ange en av inställningarna i den, som { $table }.NYCKEL. Alla: servicedesk config show
config-still-wrong = Något annat i inställningarna är fel, liksom före ändringen. Allt: servicedesk config check
config-not-written = { $file } gick inte att skriva: { $why }
config-not-written-hint = Inget är ändrat. Se efter vem som får skriva i filen och dess mapp.
config-already-exists = Det finns redan en inställningsfil: { $file }. Den är kvar som den är.
config-already-exists-hint = Ändra i den med servicedesk config set, eller börja om med servicedesk init --replace, som sparar den gamla bredvid.
practice-configures-nothing = Vid övning (--demo) finns inga inställningar att ändra.
init-head = Inställningar för servicedesk, gjorda av servicedesk init. Alla inställningar: servicedesk config example. Ändra en: servicedesk config set NYCKEL VÄRDE.
init-written = Skrivet: { $file }
init-cancelled = Avbrutet. Inställningsfilen { $file } är skriven men inte provad.
init-cancelled-hint = Fortsätt med servicedesk login och sedan servicedesk doctor.
init-not-tried = Inställningsfilen { $file } är skriven men inte provad. Fortsätt med servicedesk login och sedan servicedesk doctor.
init-practice = Övning: katalogen är den inbyggda ({ $server }). Inställningarna skrivs i { $file }.
ask-init-replace = Det finns redan en inställningsfil: { $file }
init-keep = Låt den vara som den är
init-replace = Ersätt den; den gamla sparas bredvid, med .old efter namnet
ask-init-domain = Domänen, vars domänkontrollanter hittas i DNS
init-no-domain = Utan domänen hittar programmet inga domänkontrollanter. Skriv den, till exempel ad.example.se, eller avsluta med Ctrl-C och ange dem med --server.
ask-init-sign-in = Hur loggar operatörerna in i katalogen?
init-by-keyring = Med ett lösenord i varje operatörs nyckelring
init-by-file = Med ett lösenord i en fil som bara du kan läsa
init-by-ticket = Med en Kerberosbiljett
ask-init-user = Användarnamnet i katalogen
ask-init-password = Lösenord för { $user } i katalogen
explain-init-secret = Det syns inte när du skriver. Det sparas i en fil som bara du kan läsa, bredvid inställningsfilen, när allt är besvarat. Esc går tillbaka till frågan före. Efter Ctrl-C sparas inget.
explain-init-pick = Skriv radens nummer, eller bara Enter för den med stjärna. Esc går tillbaka till frågan före. Efter Ctrl-C sparas inget.
explain-init-send-to = När filen är skriven skickas ett test-SMS utan kod till numret, så att du ser om det kommer fram. Det står i loggen. Bara Enter: inget skickas.
init-trusted = { $server }: svarar, och den här datorn litar på certifikatet.
init-untrusted = { $server }: svarar, men { $why }
init-unreached = { $server }: { $why }
init-chain = Certifikat som { $server } skickar, det egna först:
init-compare = Jämför SHA-256 med det som visas på domänkontrollanten själv, innan du litar på den: en angripares certifikat skulle se likadant ut här.
ask-init-servers = Domänkontrollanter, med komman (Enter: inga)
ask-init-trust = Vem ska programmet lita på?
init-trust-system = De utfärdare som den här datorn litar på
init-trust-root = Utfärdaren vars certifikat står ovan (sparas åt dig som ca.cer)
init-trust-file = Utfärdaren i en fil
init-trust-pins = Precis de här certifikaten, genom deras SHA-256
init-ca-file-saved = Utfärdarens certifikat sparas åt dig som { $file }, bredvid inställningsfilen, där alla operatörer kan läsa det.
init-ca-file-stays = { $file } kopieras inte, eftersom den har en privat nyckel. Se till att alla operatörer kan läsa en fil med bara certifikatet.
ask-init-ca-file = Filen med utfärdarens certifikat
ask-init-gateway = Vilken SMS-tjänst?
init-no-gateway = Ingen än
ask-init-url = Tjänstens adress
ask-init-gateway-user = Vårt användarnamn där
ask-init-sender = Avsändaren som SMS:et visar
ask-init-outbox = Mappen för meddelandena
init-operators-keep = Varje operatör sparar hemligheten hos SMS-tjänsten med servicedesk login sms.
init-secret-for-operators = Operatörer som inte får läsa filen med hemligheten hos SMS-tjänsten kan inte skicka SMS. Låt dem ha hemligheten i sin egen nyckelring i stället: kör servicedesk config unset sms.secret_file, och låt varje operatör köra servicedesk login sms.
ask-init-secret-place = Var ska hemligheten hos SMS-tjänsten finnas?
init-in-keyring = I varje operatörs nyckelring
init-in-file = I en fil som bara du kan läsa
ask-init-gateway-secret = Hemligheten hos SMS-tjänsten
ask-init-send-to = Ditt mobilnummer, för ett test-SMS (Enter: inget)
init-no-number = Det är inget telefonnummer. Skriv det som 070-123 45 67 eller +46701234567, eller bara Enter.
ask-init-organisation = Organisationens namn (Enter: inget)
ask-init-services = Tjänster som folk loggar in i, med komman (Enter: inga)
ask-init-phone = Servicedeskens nummer (Enter: inget)
ask-init-extension = Servicedeskens anknytning (Enter: ingen)
ask-init-store = Var ska koder och logg finnas?
init-store-own = I en egen fil för varje operatör (det vanliga)
init-store-file = I en fil som alla operatörer på datorn delar
init-store-server = I en PostgreSQL-databas, för hela servicedesken
ask-init-store-path = Filen
ask-init-store-url = Databasens adress (postgres://användare@värd/databas)
version-commit = Commit: { $commit }
version-features = Med: { $features }

## A command line that cannot be read
usage-unknown-option = { $option } finns inte här.
usage-some-unknown-option = En flagga på raden finns inte här.
usage-word-too-many = Det står ett ord för mycket på raden.
usage-unknown-command = Kommandot { $command } finns inte.
usage-not-a-command = Det som står först på raden är inget kommando.
usage-no-command = Raden säger inte vad som ska göras: kommandot saknas.
usage-missing = Det saknas något på raden: { $what }
usage-conflict = { $option } går inte ihop med { $other }.
usage-twice = { $option } kan bara stå en gång.
usage-no-value = { $option } saknar sitt värde.
usage-bad-value = { $option } tar inte det värdet.
usage-says-nothing = { $option } ska vara en text med minst en bokstav eller siffra.
usage-too-long = Texten i { $option } är för lång: högst { $most } tecken.
usage-control = { $option } får inte ha radbrytningar eller andra styrtecken.
usage-unneeded-value = { $option } ska inte ha något värde.
usage-not-text = Raden har tecken som inte går att läsa (UTF-8).
usage-unreadable = Raden går inte att förstå.
usage-meant-hint = Menade du { $meant }? Mer: { $command } --help
usage-choose-hint = Välj något av: { $values }
usage-write-hint = Skriv { $usage } – mer: { $command } --help
usage-one-hint = Ta bort det ena. Mer: { $command } --help
usage-practice-hint = Övningen har en egen katalog och egna inställningar: utelämna { $option }. Mer: { $command } --help
usage-hyphen-hint = Om det är ett värde: sätt -- före. Mer: { $command } --help
usage-option-hint = Ange ett värde som passar. Hjälpen säger: ”{ $help }”. Mer: { $command } --help
