# Det som bara manualsidorna säger; resten står i help.sv.ftl. Själva programmet bär inte med sig den här filen.
# En tom rad gör ett stycke.

sections =
    .name = Namn
    .synopsis = Syntax
    .description = Beskrivning
    .environment = Miljö
    .files = Filer
    .see-also = Se även
    .table = Tabellen
    .top-level = Utanför tabellerna

page =
    .manual = Handbok för servicedesk
    .global = Flaggorna för alla kommandon står i servicedesk(1).
    .default = Förval
    .example = Exempel

describe-servicedesk =
    servicedesk är till för dem som svarar i telefon på kommunens servicedesk. Programmet säger varför den som ringer inte kan logga in i Active Directory, skickar en kod per SMS till mobilen som är registrerad, kontrollerar koden som läses upp, och låser upp kontot eller sätter ett nytt lösenord.

    Inget ändras som inte först är antecknat i loggen. Det som sägs vara gjort är kontrollerat i katalogen. Om ett avbrott gör det oklart om något blev gjort säger programmet det, och var du ser efter.

    Resultat skrivs på standard ut; frågor, varningar och fel på standard fel. Ett fel är två rader: vad som gick fel, och vad du gör nu. Med --output json skrivs ett enda JSON-dokument, även för ett fel, och tiderna i det är UTC.

    Utan kommando, i en terminal, leder programmet dig genom ett samtal, steg för steg; se servicedesk-assist(1).

    Lösenord tas aldrig från kommandoraden eller miljön.

    Det som skrivs innan en fråga visas är inget svar på den. Av det som klistras in tas den första raden; resten utelämnas, och det sägs. Ett tecken som terminalens kodning inte kan läsa tas inte emot. Det som katalogen eller andra har skrivit kan inte styra terminalen: i text och i CSV på en terminal skrivs tecken som inte syns ut, och i JSON har de alltid sin kod (\u202e).

    F1 förklarar en fråga, och det gör även ? där inget är skrivet än och det som skrivs syns. Raden under en fråga visar tangenterna. En siffra i en lista, j eller n, och kodens sjätte siffra räknas direkt; ett Enter inom en sekund efter dem är inget svar på nästa fråga. Esc går ett steg tillbaka, och avbryter där det inte finns något. Ctrl-C avbryter. Med --plain, eller där TERM är dumb, avslutas varje svar med Enter, och ingen rad visar tangenterna.

    SIGTERM och SIGHUP avslutar som Ctrl-C: det som är på väg blir klart och antecknas, och returkoden är 130. Ctrl-Z pausar också vid en fråga.

    Kan resultatet av en ändring inte skrivas på standard ut (full disk, ingen läser) sägs det på standard fel, och returkoden är 7; är inget ändrat är den 6. En standard ut som är stängd (>&-) går inte att skilja från ett /dev/null som ett annat program har öppnat för läsning och skrivning, och räknas som /dev/null. Ett skapat lösenord och audit export nekas då.

describe-assist =
    Tar ett samtal i taget, i samma steg som självbetjäningssidan. Programmet frågar vem som ringer; stämmer flera konton får du välja. Sedan visas kontot, koden skickas och det som läses upp kontrolleras. Talar något mot den som ringer står det efter Varning, och Enter skickar då ingen kod: skriv j när du är säker. Får kortet inte plats i fönstret tillsammans med frågan utelämnas det sista i card.show. Därefter väljer den som ringer: behålla lösenordet och låsa upp, eller ange ett nytt. Till sist står det vad du säger. Ett tomt svar på frågan om nästa samtal avslutar.

    Esc går ett steg tillbaka: från det nya lösenordet till vad den som ringer vill, och därifrån, från koden eller från frågan om att skicka den till vem som ringer. Där suddar Esc det som är skrivet, och avslutar programmet när inget är skrivet. Ctrl-C avslutar samtalet utan att något mer görs, och nästa kan börja, också medan katalogen väntas på; en ändring som är påbörjad görs klar först. När ingen ringer avslutar Ctrl-C programmet. Pil upp vid frågan vem som ringer hämtar det som skrevs där förut i samma körning, utom koder och personnummer. Går något fel på vägen kan just det steget göras om, och den som ringer är fortfarande verifierad.

    En verifiering hör till samtalet. Avbryts samtalet är den slut, och det antecknas. Är någon verifierad för kontot när ett samtal börjar frågar programmet om det är samma samtal: Enter betyder nej, och en ny kod behövs. Innan något görs prövas att verifieringen fortfarande gäller: har den gått ut, eller stängts eller avslutats i ett annat fönster, görs inget, och det sägs varför. En stängd verifiering avslutar samtalet; annars frågar programmet om en ny kod.

    Är en kod från ett tidigare samtal om kontot fortfarande giltig sägs när den skickades, vart och hur länge den gäller. j frågar efter den; n leder till en ny kod, ett annat nummer eller chefen. Efter en varning betyder Enter nej, som när en ny ska skickas.

    Ärendets nummer från --ticket gäller det första samtalet. Skriv de andras vid frågan om vem som ringer, före eller efter namnet: jesrab01 #4711. Hittas kontot inte gäller numret fortfarande, och frågan inleds med det, tills samtalet är slut; Ctrl-C där glömmer det. När samtalet är slut står tre rader att kopiera till ärendet: vem det gällde, hur den som ringde är verifierad, och vad som gjordes, när och av vem.

    Efter sista felaktiga koden väntar programmet tills en ny får skickas, och skickar den. Ctrl-C avslutar samtalet i stället.

    Det finns inget att läsa för skript: använd de andra kommandona. Returkoden är 0 när det inte finns något nästa samtal, hur samtalen än gick; det står i loggen.

    Har kontot låsts igen efter att det låstes upp härifrån det senaste dygnet står det på kortet, och samtalet erbjuder att låsa upp och bevaka kontot i fem minuter, som servicedesk unlock KONTO --watch gör: den stannar kvar och säger var fel lösenord provas. Med directory.everywhere ser samtalet till att kontot är upplåst på alla katalogservrar på platsen, som unlock och reset gör.

describe-lookup =
    Visar kontot som stämmer, om det är låst, inaktiverat eller har gått ut, hur det är med lösenordet, när och var det får logga in, och ett råd. Är det flera konton visas en lista.

    lookup kan bara läsa: det ändrar inget och skickar inget.

    Med --numbers läses numren (directory.mobile_attribute) för alla konton som inte är inaktiverade, eller dem under --under, sida för sida. Rapporten är för den som sköter numren: först alla som ingen kod kan nå, och varför, och sedan de vars nummer fler har. I JSON och CSV är reason no_mobile, mobile_unreadable, mobile_is_landline och de andra namnen som send-code nekar med, eller mobile_shared; då är mobile de sista siffrorna, others hur många andra som har numret, och shared_with de första av dem. read är hur många konton som lästes. Ett attribut som du inte får läsa ser ut som om det saknades.

    Med --each-server frågas alla katalogservrar på en gång om ett konto: om det är låst där, hur många fel lösenord den servern har räknat och när, när lösenordet sattes, och om klockan går fel. De räknar var för sig, och det tar tid innan alla vet att kontot är låst. Var det låstes sägs enligt katalogens egna uppgifter, eller annars efter var flest fel lösenord är räknade. Är kontot låst står också det PowerShell-kommando som visar från vilken dator (händelse 4740), för den som får läsa säkerhetsloggen. Den som inte svarar inom directory.timeout_seconds nämns, och koden är då 7: där kan kontot vara låst ändå.

    Finns det flera katalogservrar och stämmer ett enda konto, jämförs det med de andra på samma plats och med domänens PDC, så långt de svarar inom en tiondel av directory.timeout_seconds. Är kontot låst på någon av dem räknas det som låst, och efter Obs står var; locked_on har namnen, annars null.

    Efter läget och rådet visar kortet namnet, mobilen och låset, och sedan det som card.show räknar upp. Chefen står med namnet på sin post i katalogen. Inloggad är den senaste inloggningen som servern känner till: den som skedde på servern själv, eller (ungefär) den som kopieras mellan servrarna bara var nionde till fjortonde dag. I JSON är det last_sign_in; last_sign_in_replicated är false när inloggningen skedde på servern själv. title, manager, manager_dn, office, telephone och last_sign_in är null när det inte finns något, eller när du inte får läsa det.

    Har du själv verifierat den som ringer om kontot, och gäller det än, står det efter Verifierad, med tiden: samtalet i assist frågar då om det är samma samtal. I JSON är det verified_at, annars null; för flera konton på en gång tas det inte reda på. Kan ingen kod nå en egen mobil, och är verification.manager satt, är rådet den chef som kan intyga vem som ringer.

    Efter Varning, i rött, står det som talar mot den som ringer: att mobilnumret ändrades nyligen eller efter att kontot låstes, att fler konton har det, att lösenordet redan har satts så många gånger på ett dygn som verification.resets_per_day säger, eller att så många felaktiga koder har lästs upp som en kod tillåter. Då är svaret Nej om du bara trycker Enter på frågan om en kod ska skickas. Annat värt att veta står efter Obs. Om fler har numret sägs bara när sökningen gällde numret, eftersom den sökningen tar tid i en stor katalog; send-code och samtalen i assist tar alltid reda på det. För skript är det namnen i warnings: servers_disagree, servers_unheard, mobile_changed_since_lockout, mobile_changed_lately, mobile_change_unknown, mobile_shared, mobile_sharing_unknown, mobile_is_landline, mobile_is_foreign, wrong_codes_lately, reset_lately, password_unknown, verification_closed och clock_differs. password_unknown: en återställning härifrån har lämnat ett slumpat lösenord som ingen känner till, och inget nytt är satt sedan dess. mobile_shared_with är null när ingen tog reda på det.

    Tider bedöms efter klockan hos katalogservern som tillfrågades; skiljer den mer än en minut från den här datorns står det efter Obs (clock_differs).

    I JSON är advice något av unlock_or_reset, change_at_sign_in (den som kan lösenordet loggar in och väljer ett nytt), reset (bara ett nytt lösenord hjälper: ingen känner till det nuvarande, eller så måste det bytas och kontot får inte byta det själv), wait_or_reset, wait_for_hours, check_computer, enable_elsewhere, extend_elsewhere, register_mobile, wait_for_verification (ingen kod gäller för kontot förrän verification_closed_until), escalate och nothing_wrong. account_expires är när kontot går ut. logon_hours_restricted säger att det bara får logga in vissa tider, password_never_expires att lösenordet aldrig går ut. outside_logon_hours säger att det inte får logga in nu, logon_allowed_from från när det får det (null: aldrig, eller så får det nu) och logon_allowed_until till när. workstations är de enda datorer där det får logga in; tomt: överallt. may_change_password är null när det inte går att läsa. Tider och datorer som du inte får läsa ser ut som inga alls.

    protected_by säger vad som skyddar kontot: adminCount, gruppen eller organisationsenheten som den står i inställningarna, own_account (ditt eget) eller supervisor (någon i verification.supervisors). unknown: och ett attribut står där när det inte går att avgöra om det är skyddat, eftersom du inte får läsa attributet. Annars är det null.

    Det som kan vara både ett användarnamn och ett telefonnummer, som siffror kan, söks som båda. Är det någons namn och någon annans nummer visas alla, och returkoden är 3; med landskod (+46 …) är det bara ett nummer, med DOMÄN\ före bara ett namn. Hos en katalogserver som skiljer siffror i full bredd från andra (Samba) hittas inte ett nummer som är skrivet med sådana.

    Ett konto vars läge inte får läsas, eller vars användarnamn har tecken som inget användarnamn får ha (som @), visas som det, bredvid de andra som stämmer, och returkoden är 7. Inget kan göras med det härifrån. I JSON står det bland kontona med unlock_outcome unreadable; unreadable_attributes har de attribut som det beror på, och unreadable de fält som är null därför.

    Flera användarnamn eller adresser, eller --from med en lista, är flera konton: vart och ett söks med hela användarnamnet eller adressen, aldrig som en del av ett namn och aldrig som ett telefonnummer. Ord tolkas så om vart och ett har en bokstav, och en siffra, @ eller \; annars är de ett namn. Heter ingen så, och är vart och ett precis någons användarnamn, är det också flera konton. I JSON har varje konto asked, line och failure: null, no_such_account, several_accounts, not_a_query, account_unreadable eller odd_user_name. Med -o jsonl skrivs vart och ett så snart det hittats. Returkoden är 0 om alla hittas, 3 om inget hittas och annars 7.

    Med --locked visas alla konton som är låsta nu, med namn och om de kan låsas upp; ett konto vars utelåsning har gått ut räknas inte som låst. För skript är unlock_outcome would_unlock, no_right, protected, disabled, account_expired, smartcard_required eller unreadable, och protected_by som ovan. Ett konto vars lockoutTime inte får läsas hittas inte så.

describe-send-code =
    Skickar sex siffror per SMS till mobilen som är registrerad för kontot. I en terminal frågar programmet sedan efter det som läses upp; annars, och med --verify, kontrolleras koden i en egen körning.

    Ingen kod skickas när den inte leder någonstans: till ett konto som är skyddat, inaktiverat eller har gått ut, som loggar in med kort, eller som du inte får ändra. Det nekas som unlock och reset nekar det. Till ett konto som inte får logga in nu, eller bara på vissa datorer, skickas en kod, eftersom ett nytt lösenord kan behövas ändå; när och var det får logga in sägs, här som i assist.

    En kod gäller några minuter och några försök, och bara för det konto och det nummer den gjordes för. Rätt kod verifierar den som ringer en stund framåt, så att ingen ny behövs till nästa steg.

    Koden går till den första mobilen bland de registrerade numren (directory.mobile_attribute). Finns det fler står deras sista siffror på kortet, och --to skickar koden till ett av dem. Där programmet frågar om en kod ska skickas (assist, unlock, reset) leder n till samma val. Är en tidigare kod fortfarande giltig frågar det först om den ska användas. Då är det numret som visar vem som ringer: det måste självt vara gammalt nog, och ett lösenord per SMS går också dit.

    Innan koden skickas söker programmet om fler konton har samma nummer, och säger vilka. Koden visar då bara att den som ringer har telefonen.

    Med --via manager går koden till mobilen som är registrerad för den som står som chef i katalogen (attributet manager), om inställningen verification.manager tillåter det. SMS:et säger för vem den är. Chefen läser upp den för den som ringer, eller ringer själv till servicedesk, och den används sedan som en egen kod: --verify, unlock --code och reset --code. Det går inte när chefen har samma nummer som kontot, ett skyddat, inaktiverat eller utgånget konto, inget nummer som tar emot SMS, eller är du själv; inte heller när numret är nytt och verification.require_settled_mobile gäller. Gränserna för koder räknas både för kontot och för chefens nummer. I loggen står chefen i via där koden skickades eller provades, och i vouched_by där den lästes upp rätt och vid allt som den användes till; i JSON i manager. Ett lösenord skickas inte med SMS då: koden visar inte vems kontots telefon är.

    Kan SMS-tjänsten säga hur långt koden har kommit visas det medan den väntas på, i en terminal och i assist, utan att någon tangent behövs: på väg, levererad och när, eller nekad av nätet. Med --wait-delivered väntar programmet, i stället för att fråga efter koden, tills SMS-tjänsten säger att den har kommit fram, eller att den inte gör det. Tjänsten frågas varannan sekund: med --wait-delivered så länge som det anger, annars medan frågan visas, i högst fem minuter. Svarar den 401 eller 403 frågas den inte mer, och den tid som Retry-After anger väntas ut. 46elks, Twilio och förinställningarna gatewayapi, infobip, sinch, smseagle och playsms kan frågas (servicedesk-setup(7) har vad var och en säger); andra när sms.http.delivery beskriver hur. En egen Kannel kan inte frågas, utan skickar besked till en adress som någon måste lyssna på. I JSON är delivery null utan --wait-delivered; annars är state on_its_way, delivered, failed eller unknown, at tiden när den kom, om tjänsten säger det, och reason tjänstens egna ord om varför den inte kom. I loggen står svaret som ask_delivery.

describe-unlock =
    Låser upp kontot för den som är verifierad, och kontrollerar att det är upplåst. Lösenordet är detsamma. Utan --code räcker det att den som ringer verifierades nyss; annars går det i en terminal att skicka en kod härifrån.

    Ett konto som inte är låst lämnas i fred; programmet säger då vad som hjälper i stället.

    Med --dry-run prövas allt utom den som ringer, och inget ändras; se servicedesk-reset(1). I JSON är outcome would_unlock eller not_locked, dry_run true, och verification som där.

    Med --everywhere läses kontot sedan på varje katalogserver på platsen, och låses upp där det fortfarande är låst. Den server som fortfarande är låst eller inte svarar nämns, och returkoden är då 7.

    Med --watch stannar programmet kvar några minuter och frågar alla domänens katalogservrar var femte sekund. Nya försök med fel lösenord sägs genast, med tid och server, liksom om kontot låses igen, vilket avslutar bevakningen. PDC-emulatorn får höra om fel lösenord som andra servrar ser, så ett försök som båda har räknat räknas en gång. Ett fel lösenord som är ett av de två senaste före det nuvarande räknas inte av katalogen: det låser inte, och syns inte här. Ctrl-C avslutar bevakningen; kontot är upplåst ändå, och returkoden 0. Den är 7 när kontot låstes igen, eller fortfarande är låst någonstans, och när ingen server svarade på slutet, så att det är oklart vad som hänt sedan dess. Inget sägs om det som inte lästes: read_until i JSON är när kontot senast lästes (null: aldrig), och not_reached de servrar som inte svarade. Returkoden är 0 när kontot inte har låsts igen, även om fel lösenord har provats. Även ett konto som inte är låst går att bevaka; det ändrar inget och kräver ingen kod.

    Med --choose kryssar operatören vilka av alla låsta konton som låses upp: mellanslag kryssar ett, a alla, Enter går vidare, och Esc ändrar inget. Konton som inte får låsas upp står ovanför med skälet och går inte att kryssa. De som inte kryssas står inte i resultatet.

    Flera konton låses upp på en gång med --from, --all-locked eller flera KONTO. Då verifieras ingen: den som kör kommandot svarar för det med --reason. Alla konton söks först, planen visas, och sedan frågar programmet; --dry-run stannar där. Skyddade, inaktiverade och utgångna konton och de som loggar in med kort lämnas i fred, som när de låses upp ett i taget, liksom de vars läge inte får läsas och de som inte finns. I en lista är ett ord ett helt användarnamn, aldrig en del av ett namn och aldrig ett telefonnummer; en adress är kontots egen (userPrincipalName eller mail). I JSON och CSV är outcome unlocked, not_read_back, may_have_changed, would_unlock, not_locked, not_found, ambiguous, protected, disabled, account_expired, smartcard_required, unreadable, no_right (du får inte låsa upp det) eller failed; not_read_back: servern låste upp kontot, men det gick inte att kontrollera; may_have_changed: inget svar kom. detail säger mer där det behövs: vid protected own_account, supervisor eller protection_unknown (inget där det är en administratörs, eller gruppen eller enheten är skyddad); vid unreadable state_hidden (du får inte läsa läget) eller odd_user_name; vid failed bland annat locked_again eller change_refused; vid not_found not_a_query (kan inte vara ett användarnamn eller en adress) eller row_without_account (inget konto står på raden). same_as: kontot står tidigare i listan. Varje konto kontrolleras på den server där det låstes upp; --everywhere och --watch gäller ett konto i taget.

    Ser det ut som att någon gissar lösenord på många konton stannar programmet, för den som gissar kan fortsätta när kontona är upplåsta. Ctrl-C en gång avslutar det som är på väg och stannar. En körning som avbrutits kan köras igen med samma lista: det som är klart görs inte om.

    Returkoden är 0 när alla konton är upplåsta, 7 när någon behöver titta på något, och 6 när inget gick att göra för att katalogen inte nåddes. Med --all-locked räknas det som hoppas över av en känd orsak (protected, disabled, account_expired, smartcard_required, unreadable, no_right) inte: returkod 0, och raderna säger det. I en lista räknas det, om det inte godtas med --accept. Oklara utfall, not_read_back och may_have_changed, ger alltid 7.

describe-reset =
    Sätter ett nytt lösenord för den som är verifierad, och låser upp kontot. I en terminal frågar programmet efter lösenordet, två gånger och utan att visa det, och prövar reglerna efter den första; Enter utan lösenord skapar ett.

    Lösenordet prövas först mot kommunens regler och kontots egna. Ett lösenord som är använt förut godtas inte: katalogen tillfrågas så att den ser efter. På servrar utan policy hints tar varje återställning två platser i historiken, och ett nekat lösenord en, så ”de senaste N” är ungefär hälften av N. Efter två nekade sätts bara ett skapat lösenord (only_generated, returkod 5), som aldrig är ett gammalt; se servicedesk-passwords(7).

    En bokstav och dess prickar eller ring blir ett tecken (NFC) innan lösenordet prövas och sätts. Har lösenordet något som inte syns, eller mellanslag först eller sist, frågar programmet i terminalen; med --password-stdin nekas det (returkod 5), om inte --as-is säger att det ska vara så.

    Med --generate sätts inget om lösenordet inte kan visas för någon, för att standard ut är stängd, full eller utan läsare (returkod 6). Går det ändå inte att visa när det är satt, sägs det, och returkoden är 7: ingen känner till det, sätt ett nytt.

    Ett lösenord som måste bytas släpper bara in vid en dator på jobbet, där det går att byta; webbtjänster nekar det tills dess. Därför frågar programmet i terminalen var den som ringer är, om inte --caller-at säger det. Med reset.must_change = "at_workplace", som är standard, gäller lösenordet genast för den som är någon annanstans, och den som ringer får höra att det går att byta på jobbet. Är inget sagt, som i ett skript, krävs att det byts.

    Att lösenordet ska bytas vid nästa inloggning krävs inte heller när det saknar verkan (lösenordet går aldrig ut) eller skulle stänga ute den som ringer (kontot får inte byta det själv); det sägs, och den som ringer behåller lösenordet. Med --must-change nekas det senare i stället (must_change_shuts_out), innan något är ändrat. I JSON säger must_change om det krävs, och must_change_reason varför inte: caller_outside, password_never_expires eller own_change_denied. Där det krävs säger det vad som är osäkert: caller_place_unknown (ingen har sagt var den som ringer är) eller own_change_unknown (du får inte läsa om kontot får byta det).

    Skapar programmet lösenordet på en fråga i terminalen frågar det också om det ska läsas upp eller skickas som SMS. Bara den som är verifierad med en kod kan få det skickat.

    Ägaren får ett SMS om att lösenordet byttes (verification.notify), när resultatet är visat. Det gäller också när bytet misslyckades men lösenordet är bytt, eller kan vara det: när läget inte gick att kontrollera, kontot låstes igen, anteckningen saknas eller katalogen inte svarade. Går SMS:et inte är det en varning, som varken ändrar resultatet eller returkoden, utom när det är skickat men inte gick att anteckna (7). I JSON är owner_notice null om ingen ska få veta det. Annars är state sent, queued (SMS-tjänsten skickar det senare), in_password_sms (meddelandet med lösenordet räcker), unclear eller not_sent; mobile är numret, och reason säger varför inte: no_mobile, number_new (bara nya nummer är registrerade), no_sms_gateway eller som i ett fel.

    Med --dry-run söks kontot och prövas lösenordet, om ett kommer, som annars: skydd, rättigheter, regler, stängd verifiering, kravet på byte. Det som skulle neka nekar, med samma returkod. Ingen kod frågas efter, prövas eller skickas, inget ändras, och en nekad provkörning står inte i loggen; inloggningen i katalogen gör det. Returkoden är 0 när det skulle gå. I JSON är outcome då would_reset, dry_run true, unlocked säger om kontot skulle låsas upp, password_acceptable är null utan lösenord, mobile är dit lösenordet skulle skickas, och verification är verified, code (en kod behövs), identified_by (identifiering på annat sätt behövs) eller manager (bara chefen kan intyga).

    Sätter någon annan ett lösenord för kontot under tiden är det deras som gäller, och programmet säger det och vem det var, om det står i loggen (halfway_another_reset, returkod 7).

describe-check-policy =
    Prövar ett lösenord mot kommunens regler och, med ett konto, mot katalogens regler för det. Inget ändras, och utan konto används inget nätverk. Det som inte kan kontrolleras i förväg anges.

    Returkoden är 0 för ett lösenord som inte bryter mot någon känd regel, och 5 för ett som gör det.

    Lösenordet prövas som reset sätter det: sammansatt (NFC), om inte --as-is står med. Finns det något i det som inte syns står regeln invisible_characters bland svaren, annars inte.

describe-audit =
    I loggen står vad som skulle göras innan det gjordes, och sedan hur det gick: av vem, för vem, på vilken grund, och med vilket ärendenummer. Där står inga lösenord och inga koder. Ärendenummer, skäl och hur den som ringer är identifierad är texter med minst en bokstav eller siffra och högst 1000 tecken. Att operatören loggade in i katalogen, eller nekades, antecknas också.

describe-audit-show =
    Visar de senaste 50 posterna av dem som efterfrågas, den äldsta först, så att den senaste står sist, närmast det du skriver. Finns det äldre säger sista raden vilket --before som visar sidan före den här (older i JSON). Inloggningar och det som bara är påbörjat visas inte, om inte --all är angivet eller --action frågar efter dem. Något påbörjat utan utfall visas alltid: det kan ha gjorts, eller pågå.

    --account tar ett användarnamn eller ett objectGUID. Ett konto som har bytt namn är ett: dess poster visas under alla dess namn. Ett namn som flera konton har haft är flera: alla deras poster visas, och under dem varje kontos objectGUID, så att du kan fråga efter ett av dem (accounts i JSON). En inloggning har inget konto; sök den med --operator.

    Ett register bredvid loggen hittar posterna direkt, hur många de än är. Det görs lite i taget medan programmet kör; det som inte är registrerat än läses, vilket tar några sekunder för en miljon poster. audit index gör färdigt det. Registret hör inte till kedjan, och audit verify jämför det med posterna.

    --operator hittar ett namn hur det än är skrivet, också i poster från innan katalogen tillfrågades: står det DOMÄN\användare i den ena och användare@domän i den andra avgör bara namnet.

    Ett datum betyder hela dagen; 08:00 är senaste gången klockan visade det. Allt är lokal tid, om ingen zon står med: 2026-05-04T08:00:00Z.

describe-audit-verify =
    Läser hela loggen. Varje post har en kontrollsumma över den före, så att den första posten som är ändrad, borttagen, inskjuten eller flyttad hittas och anges. Att slutet är borttaget syns med filen bredvid databasen (state.head), som skrivs efter varje post, eller med ett ankare. Är den filen borta eller tom trots att det finns poster, eller innehåller den något annat, säger varje körning det och låter den vara. När det är utrett: spara raden som audit verify visar i filen.

    Ett ankare är en posts nummer och början av dess kontrollsumma. Sparat där de som kan skriva i databasen inte kan skriva (på papper, i ett ärende, i en loggserver) visar det att allt till och med den posten är detsamma. Utan ett kan den som kan skriva både i databasen och i filen bredvid göra om hela loggen.

    Listan över det som saknar utfall och registret för audit show följer av posterna och jämförs med dem. Skiljer sig bara registret går det att göra om: ta bort alla rader i audit_index och audit_segment, och kör audit index.

    --since-anchor läser bara det som kommer efter ett ankare, och litar på det för det som kommer före.

    Med en fil kontrolleras det arkivet i stället för posterna i databasen: att det är helt, att varje post följer av den före, och att loggen i den här databasen går genom dess sista post, så att det är början på den loggen (eller fortsätter från ett tidigare arkiv). Databasen har den posten, eller fortsätter från den, eller har antecknat att den är arkiverad.

    Returkoden är 0 när loggen eller filen stämmer, 5 när den inte gör det och 6 när den inte gick att läsa. Den är 7 när loggen stämmer men ett angivet ankare ligger i ett arkiv, så att inget här kunde jämföras med det (not_compared); audit verify FIL --anchor jämför det. Ett ankare som inte finns i filen är ett fel där.

describe-audit-archive =
    Skriver de äldsta posterna till en fil, fram till den första som inte är äldre än --before. Den är JSON Lines och går bara att läsa för ägaren: en rad som säger vad den fortsätter från, posterna som i audit export men utan schema, och en rad som säger var den slutar. Den får sitt namn först när den är hel och ligger på disken, och ingen fil skrivs över. Sedan läses den igen och kontrolleras som med audit verify FIL.

    Med --remove tas posterna som filen bevisar bort ur databasen. Innan dess antecknas det i loggen (archive, med den sista postens ankare), och kedjan fortsätter från det ankaret: audit verify kräver den posten. Finns filen redan skrivs den inte igen: kommandot kontrollerar den och tar bort det som finns i den. Så du kan kopiera filen till ett säkert ställe först, och en körning som avbröts fortsätter med samma kommando. Poster som är yngre än audit.keep_days tas inte bort, och inte en åtgärd utan utfall: kör audit resolve först. I PostgreSQL kan bara rollen som äger tabellerna ta bort poster.

    Spara arkiven så länge loggen ska sparas, och mer än ett exemplar av varje. I dem står det som står i posterna: namn, numrens sista siffror, ärendenummer. Ta bort ett arkiv när det inte får sparas längre; loggen efter det är fortfarande bevisad från dess ankare och framåt.

    Returkoden är 5 när filen eller loggen inte stämmer eller en post måste stå kvar, och 7 när borttagningen slutade halvvägs.

describe-audit-index =
    Läser posterna som inte är registrerade än, 2048 åt gången. Det går att avbryta, fortsätter där det slutade, och hindrar ingen: andra arbetar under tiden.

describe-audit-export =
    Skriver ut alla poster som efterfrågas, den äldsta först. I JSON Lines är det som följer efter kontrollsumman posten ord för ord: en klammer före den ger texten som summan är räknad på. Med databasens id från audit verify -o json kan vem som helst räkna om hela kedjan. Operatörens SID är who.sid, och operator_sid i CSV och i det som skickas till en logg; poster där katalogen inte sa vem det var har ingen.

    På en terminal skrivs tecken som inte syns med sin kod, också i JSON Lines; i en fil eller ett rör ändras inget.

describe-audit-resolve =
    Där programmet avbröts mellan det påbörjade och dess utfall finns inget antecknat om hur det gick. Det här läser varje sådant konto i katalogen och antecknar vad som gäller nu: upplåst eller låst, och om lösenordet är satt sedan dess. Det som inte kan kontrolleras, till exempel om ett SMS kom fram, antecknas så. Inget frågas och inget ändras i katalogen. Det som började inom fem minuter kan pågå än och lämnas.

describe-login =
    Sparar en hemlighet i din nyckelring på datorn: Secret Service på Linux (gnome-keyring, KDE:s plånbok, KeePassXC), Autentiseringshanteraren på Windows. Utan ord efter är det ditt lösenord i katalogen. Det syns inte när du skriver det och provas först; ett som inte släpper in dig sparas inte. Hemligheten till SMS-tjänsten och lösenordet till databasen går inte att prova här, och programmet säger det.

    Är directory.user inte satt frågas det efter användarnamnet (eller --user), och det sparas med lösenordet; de andra kommandona använder det sedan.

    Det som sparas gäller den inställda användaren och domänen (eller servrarna), så två inställningar blandas inte ihop. En fil som anges med directory.password_file eller sms.secret_file går före nyckelringen, som då inte används alls. Finns ingetdera frågar programmet efter lösenordet i terminalen.

    På en Linuxdator utan skrivbord, där ingen svarar som Secret Service, sparas det i kärnans nyckelring i stället (den beständiga, keyrings(7)): bara i minnet, och bara för dig. Där försvinner det när datorn startas om, eller när det inte har använts på tre dygn (tidigare om kernel.keys.persistent_keyring_expiry är satt kortare). En nyckelring som är låst eller nekar byts inte mot kärnans. Det som sedan sparas i nyckelringen tar bort det som fanns i kärnans.

    Inget anrop till nyckelringen tar mer än tre sekunder, och inget öppnar ett fönster. Returkoden är 4 när nyckelringen är låst eller inloggningen nekas, 6 när katalogen inte går att nå eller nyckelringen inte svarar, och 2 när det inte finns någon nyckelring: använd en fil där.

describe-logout =
    Tar bort en hemlighet ur nyckelringen, och ur kärnans. Fanns den inte sägs det, och det är inget fel.

describe-schema =
    Visar JSON Schema (draft 2020-12) för varje dokument, rad och fel som kommandot skriver med -o json och -o jsonl. Det är gjort av de typer som skrivs. Alla värden som ett fält kan ha står där när de är namn: kind, outcome, advice, warnings, action med flera. Inget läses eller frågas efter, och ingen konfiguration behövs. servicedesk-scripting(7) säger vad som får ändras.

describe-whoami =
    Loggar in med det lösenord som andra kommandon skulle använda, och säger vilken användare det är (med var namnet kommer ifrån: user_from i JSON är settings, system, keyring, ticket eller practice), vem katalogen säger att det är (svaret på ”Who am I”, och SID), på vilken server, och var lösenordet kommer ifrån. Med directory.bind = kerberos sägs vems biljetten är och hur länge den gäller. I JSON är SID:t operator_sid, null när katalogen inte säger det.

describe-doctor =
    Prövar allt som ett samtal behöver, även när något är trasigt, och säger för var sak om den är bra, behöver ses över (OBS) eller är trasig (FEL), och vad som ska göras. Det som inte går att pröva förrän något annat fungerar står som inte prövat.

    Inställningarna: varifrån de kommer (med -v och i JSON, vilka de är), vilka som datorns fil bestämmer, och vad som är inställt utan verkan (OBS). Katalogen: varje server som är inställd eller som DNS anger, på en gång; om den svarar, om certifikatet är rätt och hur länge det gäller (OBS under 30 dagar), och om klockan går rätt (OBS över en minut). Sedan loggar programmet in på en av dem, som andra kommandon gör, och antecknar det. Är lösenordet fel provas det alltså en gång per körning, och många körningar kan låsa ditt konto. SMS: om tjänsten svarar, och där den säger det, om den godtar inloggningen och vad som finns kvar att skicka för. Databasen: om det går att skriva i, och om loggen stämmer. Nyckelringen, om lösenordet tas därifrån, och terminalen.

    Med KONTO visas vad du får göra med det, så som katalogen anger det i förväg: låsa upp, sätta lösenord, och kräva att det byts. Katalogen har sista ordet när det väl görs.

    Inget ändras, och inget skickas utan --send-to. Det SMS:et innehåller ingen kod, och antecknas i loggen.

    I JSON har varje sak check (ett namn som aldrig ändras), server (eller null), state (fine, warning, broken eller unchecked), stops_calls, message och hint; summary säger calls_can_be_done, och settings har key, value, origin och enforced. Med -q visas bara det som inte är bra; i JSON visas allt.

    Returkoden är 0 när allt är bra, 7 när något behöver ses över men det går att hjälpa den som ringer, och 1 när det inte går.

describe-init =
    Frågar efter domänen, hittar dess domänkontrollanter i DNS, visar certifikaten som de skickar med SHA-256 och frågar vem som är att lita på; sedan hur operatörer loggar in, SMS-tjänsten, servicedeskens namn, och var koder och logg ska finnas. Varje svar går att ge som flagga i stället. Utan terminal, eller med --no-input, gäller bara flaggor och det vanliga svaret, och då behövs en domän eller --server. Esc går tillbaka till frågan före, och svaren innan dess står kvar; F1 förklarar en fråga som besvaras med text.

    Filen är användarens egen, eller datorns för root, eller den i --config. En som finns ersätts inte om du inte säger det, och sparas då bredvid, som config.toml.old; ännu en får ett nummer (.old.2). Allt skrivs på slutet: dessförinnan lämnar Ctrl-C inget efter sig, och om något inte går att skriva tas det nya bort igen. Inget annat i mappen skrivs över: finns password redan heter det nya password-2. Hemligheter läggs i nyckelringen, eller i filer bredvid som bara ägaren kan läsa.

    Sedan provar servicedesk doctor den, och dess returkod är det här kommandots. Med --demo används den inbyggda katalogen, och filen skrivs bredvid det som övningen sparar.

describe-config =
    Visar inställningarna och var varje värde kommer ifrån, och ändrar enskilda. Själva inställningarna står i servicedesk-config(5). Hemligheter visas aldrig: de finns i filer eller i nyckelringen.

describe-config-show =
    Visar varje inställning med värde och var det kommer ifrån: en fil med rad, en miljövariabel, en flagga, eller det som gäller annars. Med NYCKEL bara den, eller de i den tabellen. Det som kan vara en hemlighet, eller platsen för en, visas som …. I JSON har settings key, value (null för det som inte är satt eller inte visas), origin (null för det som inte är satt) och enforced, för det som datorns fil bestämmer.

describe-config-example =
    Skriver en inställningsfil med varje inställning, vad den betyder och ett exempel, allt som kommentarer.

describe-config-check =
    Läser inställningarna och de filer som de anger, så som andra kommandon gör, utan att använda nätverket, och säger allt som är fel på en gång. Returkoden är 0 när de går att använda, annars 2. Sedan provar servicedesk doctor dem.

describe-config-path =
    Visar filerna som läses, den starkaste först, och vilken config set ändrar.

describe-config-set =
    Ändrar en inställning i filen och lämnar allt annat i den som det är, också kommentarer. VÄRDE skrivs som i filen, eller som i en miljövariabel: utan citattecken, och listor med komman. Den ändrade filen prövas först; är något nytt fel sägs det, och inget skrivs. Det som var fel förut får stå kvar, med en varning. En skrivskyddad fil ändras inte. Börjar VÄRDE med ett bindestreck: sätt -- före. Den gamla filen byts i sin helhet, så att ingen läser halva.

    Filen är den i --config, annars användarens egen, eller datorns för root eller med --computer. Sätter något starkare samma inställning, så att värdet inte gäller, sägs det.

describe-config-unset =
    Tar bort en inställning ur filen, så att det gäller som gäller annars, eller det som en svagare fil säger. Kommentaren rakt ovanför följer med. Det som en tomrad skiljer från den står kvar, liksom utkommenterade inställningar och det som filen börjar med.

describe-completion =
    Skriver skriptet på standard ut, på språket i --lang eller terminalens. Paketen installerar samma skript; det här är för en dator utan paket, och för ett annat språk. Det är detsamma med varje --output. Läser inga inställningar.

describe-version =
    Visar versionen, vilken commit den är byggd av (inte i ett utvecklingsbygge) och vad som är inbyggt: kerberos, om den kan logga in med biljett. I JSON: version, commit, features, och schema, versionen på formen för alla JSON-dokument. Läser inga inställningar.

environment =
    .SERVICEDESK_CONFIG = En inställningsfil att läsa, och ingen annan, om inte --config anger en. Det som datorns fil bestämmer gäller ändå; se servicedesk-config(5).
    .SERVICEDESK_LANG = Språket som programmet talar, sv eller en, om inte --lang säger något.
    .SERVICEDESK_LOG = Skriver på standard fel vad som frågas vilken server, hur det gick och hur lång tid det tog, som -vv: 1 eller debug för allt, info för bara anslutningar, inloggningar, DNS och SMS, off för inget. Där står inga lösenord, koder, telefonnummer eller meddelanden; användarnamn och namn på poster i katalogen gör det. Raderna är till för den som letar fel och kan ändras.
    .SERVICEDESK_SECTION_KEY = Sätter en inställning; se servicedesk-config(5).
    .LC_ALL = LC_ALL, LC_MESSAGES och LANG, i den ordningen, ger språket när inget annat gör det: svenska för sv, annars engelska. I Windows, om ingen av dem finns: det språk som Windows har.
    .NO_COLOR = När den är satt och inte tom används inga färger, om inte --color säger något.
    .TERM = Är den dumb ritas, flyttas och färgas inget, som med --plain.

files =
    .system-config = Datorns inställningar.
    .user-config = Dina egna, som går före; se servicedesk-config(5).
    .state-db = Koder, som hashar med nyckel, och loggen, om inte state.path säger något annat.
    .key = Nyckeln till dem. Bara ägaren kan läsa den. En databas med poster eller koder används inte med någon annan nyckel.
    .head = Hur långt loggen har kommit.
    .practice = Övningskatalogen och det som är gjort i den.
    .silent = En tom fil för varje katalogserver som inte svarade. I fem minuter väntar ingen på den bara för att jämföra, och den som bara slår upp något börjar med de andra. Får tas bort.

configuration = Inställningar för servicedesk
    .language = Språket för dig och för SMS:en, sv eller en. Utan den får du terminalens språk, och SMS:en är på svenska.

describe-configuration =
    Inställningarna är en TOML-fil. Den söks på ställena nedan; en inställning i din egen fil går före samma inställning i datorns. --config eller SERVICEDESK_CONFIG anger en fil att läsa i stället för de båda. Det som datorns fil bestämmer (tabellen enforced) gäller ändå som det står där. Datorns fil läses därför alltid, och en som inte går att läsa är ett fel för alla.

    Allt kan också sättas i miljön: directory.timeout_seconds är SERVICEDESK_DIRECTORY_TIMEOUT_SECONDS. Det som sätts där går före filerna; flaggor på kommandoraden går före allt. I en miljövariabel skiljs värdena i en lista åt med komma.

    En inställning som inte finns, eller ett värde som inte går, är ett fel som säger fil, rad och inställning. Lösenord och hemligheter skrivs inte här: inställningar som slutar på _file anger filen där de står, och den får bara ägaren kunna läsa; i Windows kontrolleras det inte, så ha den i din egen mapp. En relativ sökväg räknas från inställningsfilens mapp.

config-enforced = Det som datorns fil (/etc/servicedesk/config.toml) bestämmer för alla på datorn. I andra filer, och i miljön, har tabellen ingen verkan.
    .keys = Tabeller, eller enstaka inställningar som tabell.inställning. De är som det står i datorns fil, eller som standard när det inte står där: ingen fil av operatörens, ingen miljövariabel och ingen --config ändrar dem, inte ens till något strängare. Det som är inställt där ändå sägs i en varning med stället, och är OBS i doctor; en flagga som skulle ändra det är ett fel (returkod 2). [] bestämmer inget. Utan en fil för datorn är inget bestämt.

config-directory = Var katalogen finns, och vem som loggar in i den.
    .servers = Domänkontrollanterna, som prövas i tur och ordning: ldaps://värd[:port], eller ldap://värd[:port], som betyder StartTLS (med bind = kerberos alltid ldap://, som då krypteras av biljetten). Svarar en server inte inom en halv sekund prövas nästa samtidigt. Måste sättas, om inte domain är satt.
    .domain = Domänen, för att i stället hitta domänkontrollanterna i DNS (SRV-posterna _ldap._tcp.dc._msdcs). Bara namn i domänen används. Är servers satt används servers i stället. Orden i domänen räknas som vanliga i ett lösenord.
    .site = Din plats i Active Directory (site). Dess domänkontrollanter prövas först, när domain är satt.
    .base = Var i katalogen personer söks. Utan den tillfrågas servern, vilket tar lite tid varje gång.
    .ca_file = En fil med certifikaten att lita på, som PEM, DER eller PKCS#7, högst 1 MB. Utan den: de som systemet litar på. Ett skadat certifikat i den hoppas över, och doctor säger vilket.
    .certificate_sha256 = Domänkontrollanternas egna certifikat, som SHA-256 för vart och ett: 64 hexadecimala siffror, med eller utan kolon. Exakt dessa gäller, vilka namn och datum de än har, och inga andra; därför inte tillsammans med ca_file. För en domänkontrollant vars certifikat inte kan bli rätt, som det Samba gör. doctor visar SHA-256.
    .tls_name = Domänkontrollanternas namn, i certifikatet eller i Kerberos, när servers anger dem med adress.
    .bind = Hur du loggar in: simple, med användarnamn och lösenord, eller kerberos, med biljetten som du har hämtat med kinit eller, på Windows, fått när du loggade in på datorn. Då sparas, frågas och skickas inget lösenord, och user och password_file får inte stå här. Utanför Windows måste programmet vara byggt med Kerberos (cargo build --features kerberos).
    .user = Ditt eget konto i katalogen. {"{"}user{"}"} i det står för operativsystemets användare, utan domän, så att en fil räcker för alla operatörer. Utan den frågar servicedesk login efter namnet och sparar det med lösenordet. Inte med kerberos.
    .password_file = En fil med ditt lösenord. Utan den används nyckelringen (se servicedesk-login(1)); annars frågar programmet.
    .everywhere = Om unlock, reset och samtalen i assist alltid ska göra som med --everywhere: kontrollera på alla katalogservrar på platsen (site; utan den alla), låsa upp där det fortfarande är låst, och säga vilka som släpar efter.
    .timeout_seconds = Den längsta väntan på en domänkontrollants svar, i sekunder, 1 till 60. En lista får ta tjugo gånger så lång tid sammanlagt. Den som inte svarar i tid kopplas ned, och frågan ställs till nästa.
    .history = required: ett lösenord som är använt förut släpps inte igenom, annars sätts inget. off: det kontrolleras inte.
    .mobile_attribute = Attributet där den registrerade mobilen står, eller en lista av attribut. Varje nummer i varje värde räknas för sig; koden går till den första svenska mobilen, annars till det första utländska numret. Den som kan skriva i ett av attributen kan registrera ett nummer. I ett attribut med flera värden kommer det lägsta numret först, eftersom katalogen inte håller någon ordning.
    .search_attributes = Attribut som pekar ut ett konto, utöver användarnamnet, till exempel employeeID. Ett ord som är värdet på något av dem hittar kontot. Personnummer söks i dem och ingen annanstans; finns inga skickas personnumret inte till katalogen. Vart och ett bör ha ett index i katalogen.

config-sms = Vilken tjänst som skickar SMS. Utan provider eller preset skickas inga.
    .provider = kannel, 46elks, twilio, http (någon annan, som beskrivs av preset eller i tabellen sms.http) eller outbox (en mapp, för att prova). Med preset behövs ingen provider.
    .preset = En tjänst vars beskrivning följer med programmet. Den fyller i url, auth, headers, vad som skickas och hur svaret läses. Alla behöver sender och hemligheten (secret_file eller nyckelringen). gatewayapi: hemligheten är en API-token. infobip: url är https://(er egen basadress)/sms/3/messages, hemligheten en API-nyckel. link (LINK Mobility): url och user som de är tilldelade, platformId och platformPartnerId i sms.http.json. playsms: url är https://(er egen värd)/index.php?app=ws, user kontot, hemligheten dess webservices-token. sinch: user är tjänsteplanen (service plan), hemligheten dess API-token. smseagle: url är https://(er egen box)/index.php/api/v2/messages/sms, hemligheten en access-token, ca_file boxens certifikat. telia (Bulk Messaging): user och hemlighet för tjänsten; sender är dess accessnummer utan plustecken, eller ett godkänt namn. vonage: user är API-nyckeln, hemligheten API-hemligheten. Det som sätts i url och http gäller före: tabeller läggs ihop nyckel för nyckel, men success, queued, id, reason och delivery ersätter beskrivningens helt. Med en annan provider än http används den inte.
    .url = Tjänstens adress: https, eller http bara till den egna datorn. 46elks, twilio och de flesta preset har redan en.
    .sender = Vem SMS:et är från: högst 11 bokstäver och siffror, eller ett nummer.
    .user = Vårt namn hos tjänsten.
    .secret_file = En fil med vårt lösenord eller vår nyckel där. Utan den används nyckelringen (servicedesk login sms).
    .outbox = För outbox: mappen. Varje SMS blir en JSON-fil i den.
    .default_country = Landet för ett nummer som skrivs utan land. Bara SE är känt.
    .ca_file = En fil (PEM, DER eller PKCS#7) med certifikaten att lita på, för en egen tjänst. Utan den: de som systemet litar på.
    .timeout_seconds = Den längsta väntan på tjänsten, i sekunder, 1 till 60.
    .http = För http: hur tjänsten tilltalas. url, method, auth, headers och query säger vart; form, json eller xml vad; success, queued, errors, id och reason hur svaret läses. Ett svar räknas som ja bara om det visas: av ett id, eller av success med pointer (och equals) eller body. Ett svar som inte visar något betyder att SMS:et kan vara skickat (returkod 7), och ett som börjar med ERROR, eller har ett fel (error) i sin JSON, att det inte är det. Texterna i den är mallar över text, from, to_e164, to_digits, to_00, ttl_seconds, expires, ref, user och secret. delivery säger hur tjänsten frågas om ett meddelande har kommit fram (url, form) och hur svaret läses (pending, delivered, failed, at, reason), med id, to_digits, address och origin i texterna.

config-verification = Vad som krävs för att veta vem den som ringer är.
    .code_lifetime_seconds = Hur länge en kod gäller, i sekunder, 30 till 3600.
    .attempts = Hur många försök en kod har, 1 till 10.
    .resend_seconds = Hur länge det dröjer till nästa kod för samma konto, i sekunder, 0 till 3600.
    .sends_per_hour = Hur många koder som får skickas på en timme till ett konto, och till ett nummer, från hela servicedesken, 1 till 100.
    .sends_per_day = Detsamma på ett dygn, 1 till 1000.
    .wrong_codes_per_day = Hur många felaktiga koder för ett konto på ett dygn som stänger verifieringen av det, vilken operatör det än är, 1 till 100. Tills ett dygn har gått stänger varje ny felaktig kod den igen.
    .lockout_minutes = Hur länge den är stängd, i minuter, 1 till 1440. Då skickas ingen kod och ingen prövas, och en tidigare verifiering gäller inte längre, inte heller efteråt.
    .resets_per_day = Hur många nya lösenord ett konto får ha fått på ett dygn innan du varnas, 1 till 100. Inget stoppas.
    .window_seconds = Hur länge den som ringer är verifierad efter en rätt kod, i sekunder, 0 till 28800. Med 0 gäller koden bara det kommando eller samtal där den lästes upp.
    .allow_identified_by = Om --identified-by är tillåtet: du säger hur den som ringer är identifierad, och ingen kod behövs.
    .manager = Om chefen får intyga vem som ringer: send-code --via manager, och i ett samtal när ingen kod kan gå till den egna mobilen.
    .mobile_age_days = I så många dagar räknas ett ändrat mobilnummer som nytt, 0 till 3650. Då, och när numret ändrades efter att kontot låstes, varnar kortet. 0: inget sägs om det.
    .require_settled_mobile = Om en kod inte räcker för ett nytt nummer, eller ett vars ändring inte går att läsa. Den som ringer behöver då identifieras på annat sätt.
    .supervisors = Vilka som får använda --identified-by för ett konto vars verifiering är stängd, och därmed öppna den igen: namn med domän, som i directory.user, eller SID; servicedesk whoami visar båda. Det är katalogen som säger vem operatören är, vilket namn som än användes för att logga in. allow_identified_by måste också vara true. Är ingen angiven kan ingen öppna den i förtid; den öppnas när lockout_minutes har gått.
    .notify = När kontots ägare får ett SMS om att servicedesk ändrade något, med klockslaget och desk.phone att ringa. reset: efter ett nytt lösenord. all: också efter en upplåsning, men inte vid upplåsning av många. off: aldrig. En ändring som misslyckades meddelas också, om den ändå är gjord eller kan vara det. Det skickas efter att resultatet är visat och ändrar inget i det. Ett nytt nummer (mobile_age_days) får inget SMS: då får ett äldre som är registrerat det, eller så sägs det att ägaren inte har fått något. När ett lösenord skickas med --deliver sms till ägarens nummer räcker det meddelandet.

config-password_policy = Kommunens regler för lösenord, utöver katalogens.
    .min_length = Minsta antalet tecken, 0 till 256.
    .max_length = Största antalet tecken, 1 till 256.
    .uppercase = Minsta antalet stora bokstäver, 0 till 256.
    .digits = Minsta antalet siffror, 0 till 256.
    .forbidden_characters = Tecken som inte får finnas med.
    .banned_words = Vilka vanliga ord ett lösenord inte får bestå mest av. on: de som följer med programmet, organisationens namn och banned_words_file, och ingen del av namnet på den som ringer får finnas med. names: utan dem som följer med. off: inga, och banned_words_file läses inte; katalogens egna regler gäller som alltid.
    .banned_words_file = En fil med ord som ett lösenord inte får bestå mest av, ett per rad, 4 till 16 tecken; # börjar en kommentar. De läggs till de andra.
    .breached_passwords_file = Listan över läckta lösenord från Have I Been Pwned, ordnad efter hash. Utan den söks inga. Saknas en del av listan godtas inget lösenord som skulle stå där (returkod 6).

config-reset = Nya lösenord.
    .must_change = Om den som ringer måste byta lösenordet vid nästa inloggning, när varken --must-change eller --no-must-change säger något: true, false, eller at_workplace: bara den som är på jobbet, eller om inget är sagt om det. Någon annanstans skulle den som ringer bli utelåst från webbtjänster tills lösenordet är bytt. Bestämmer datorns fil det nekas en flagga som säger något annat.

config-protected = Konton som aldrig ändras härifrån. De med adminCount=1 ändras aldrig, och inte heller medlemmar i de administratörsgrupper som följer med en domän, vad de än heter där: Domain Admins, Enterprise Admins, Schema Admins, Group Policy Creator Owners, Key Admins och Enterprise Key Admins, Administrators, Account, Server, Print och Backup Operators, Replicator och domänkontrollanternas grupper. Det är kontots token (tokenGroups) som gäller: grupper i grupper, den primära gruppen och de grupper som den ligger i. När det inte går att avgöra om ett konto är skyddat, eftersom operatören inte får läsa det som visar det, är det skyddat.
    .groups = Grupper vars medlemmar är skyddade utöver dessa, även genom andra grupper: namn, SID eller DN. Det engelska namnet på en grupp som följer med en domän betyder den gruppen, vad den än heter där; alla andra måste finnas och vara säkerhetsgrupper: en distributionsgrupp ger inga rättigheter. I en miljövariabel skiljs de åt med komma, eller med semikolon när något är ett DN.
    .units = Organisationsenheter: alla konton i dem, och i dem under dem, är skyddade. Hela DN, och de måste finnas. I en miljövariabel skiljs de åt med semikolon.
    .operators = Om ditt eget konto och de i verification.supervisors är skyddade.

config-state = Var koder och logg finns. Gränserna för koder räknas i en databas. En databas i din mapp för tillstånd är din egen, och var mappen finns säger din miljö (HOME, XDG_STATE_HOME), också när datorns fil bestämmer state: sätt path eller url i datorns fil, så väljer ingen databas själv.
    .path = En SQLite-fil. Mappen görs om den inte finns. Bara ägaren får kunna läsa filen och dem bredvid den, bara ägaren får kunna skriva i mappen, och ingen av filerna får vara en länk. Utan den: en i din mapp för tillstånd.
    .url = En PostgreSQL-databas, en för hela servicedesken; filen används då inte. Över nätet är det alltid TLS, och certifikatet kontrolleras mot värdens namn (sslmode=verify-full). Till den egna datorn går sslmode=disable, och host=/run/postgresql för en socket. Porten är annars 5432, användaren den som använder datorn, databasen den med användarens namn. Inget lösenord står här.
    .password_file = En fil med databasens lösenord som bara ägaren får läsa. Utan den: filen som PostgreSQL:s egna program använder, $PGPASSFILE eller ~/.pgpass, med samma regel. Lösenord tas inte från miljövariabler.
    .ca_file = En fil (PEM, DER eller PKCS#7) med de certifikat som gäller för databasen. Utan den: de som systemet litar på.
    .key_file = Servicedeskens nyckel för koder och nummer, som bara ägaren får läsa; samma fil på alla servicedeskens datorer. Den första körningen mot en ny databas gör den. Utan den: desk.key i din mapp för tillstånd. Med en SQLite-fil ligger nyckeln bredvid den i stället.

config-audit = Loggen. Posterna har operatörens namn som katalogen säger det, med SID, vilket namn som än användes för att logga in; en inloggning som nekades har namnet som skrevs.
    .syslog = Vart den också skickas: udp://, tcp:// eller tls://värd[:port] (RFC 5424; portarna är annars 514, 514 och 6514), local eller true för datorns egen logg, eller journald; i Windows går bara udp, tcp och tls. Varje post blir ett meddelande när den är sparad. Det som inte går fram skickas vid nästa körning, första gången hela loggen; ingen väntar på det. Med udp vet ingen om det kom fram, och inte heller med tcp eller tls om mottagaren tar emot det och sedan tappar det.
    .ca_file = En fil (PEM, DER eller PKCS#7) med certifikaten att lita på för tls. Utan den: de som systemet litar på.
    .keep_days = Hur många dygn poster minst står kvar i databasen. audit archive tar det som är äldre, om inte --before säger något annat, och tar aldrig bort något som är yngre. Inget tas bort av sig självt.

config-desk = Det som sägs till den som ringer.
    .organisation = Vems servicedesk det är; det står sist i SMS:et. Orden i det räknas som vanliga i ett lösenord.
    .services = Vad det nya lösenordet går att använda till. Namnen räknas som vanliga i ett lösenord.
    .extension = Servicedeskens nummer inom organisationen.
    .phone = Servicedeskens nummer, som det står i SMS:et. Streck, mellanslag och bokstäver som ett SMS inte kan ha blir de närmaste som det kan ha.
    .selfservice_url = Sidan där man själv kan låsa upp kontot eller byta lösenord. Den som har en mobil registrerad får höra den i slutet av ett samtal.
    .escalation = Den som tar över det som inte kan göras härifrån, till exempel skyddade konton. Så som det står mitt i en mening: ”jag lämnar över till IT-drift”. Utan den: den som sköter kontona.

config-card = Kontots kort.
    .show = Vad kortet visar efter namnet, mobilen och låset, i den ordning som det står här. Det viktigaste först: får kortet inte plats tillsammans med en fråga utelämnas det sista. mail visas när adressen är en annan än kontots UPN, wrong_passwords när det finns några, expires när kontot har ett slutdatum, hours och computers när de är begränsade. I JSON och CSV har lookup alltid allt.
