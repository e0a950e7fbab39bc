# Vad som kan gå fel, i en mening, och vad man gör åt det.

problem-refused = Rollen { $role } får inte göra detta.
    .hint = Be teamledaren göra det.
problem-outside-hours = Din jour är { $from } till { $until }; nu är den inte.
    .hint = Ring den som är i tjänst, eller be teamledaren ändra tiderna: trygg user role NAMN on_call --hours TIDER.
problem-not-found = Hittar inte { $noun }.
problem-changed-since = Det går inte att ångra: någon har ändrat samma uppgift sedan dess.
problem-day-out-of-bounds = { $day } kan inte stämma: dagar i registret ligger mellan år 1900 och trettio år framåt.
problem-case-ref-kept = Ett ärendes beteckning ändras av teamledaren.
problem-team-kept = Till ett annat team lämnas en familj av teamledaren.
problem-access-whom = Ange ärendet eller familjen.
problem-access-who = Ange vem med --who.
problem-glass-nothing = Inget sådant ärende hittades. Att du sökte är antecknat.
problem-last-leader = Ingen annan leder familjens team.
    .hint = Låt någon annan bli teamledare först, eller lämna familjen till ett annat team.
problem-glass-without-reason = Ange varför.
problem-glass-without-whom = Ange ärendets hela beteckning eller ett helt personnummer.
problem-glass-several = Mer än ett team har den beteckningen.
    .hint = Ange ett personnummer i stället.
problem-team-without-name = Teamet behöver ett namn.
problem-team-taken = Det finns redan ett team som heter { $name }.
problem-ref-in-family = Beteckningen ska börja med { $case_ref }-, som { $case_ref }-7.
problem-taken = { $field } är redan upptaget av någon annan.
    .hint = Välj en annan beteckning.
problem-still-used = Det går inte att ta bort: annat hänger på det.
    .hint = Ta bort det som hör till först.
problem-text-lost = Det du skrev sist kunde inte sparas någonstans.
    .hint = Ge disken plats eller skrivrätt och skriv det igen; det som sparats tidigare är kvar.
problem-cannot-begin-anew = Registret är låst. Programmet kunde inte börja om och har avslutats.
problem-weak-pin = En PIN är minst { $least } tecken, och inte samma hela vägen.
problem-wrong-pin = PIN stämmer inte.
problem-pin-gone = PIN gäller inte längre. Skriv lösenfrasen.
problem-unlock-early = För många försök med fel lösenfras. Försök igen om { $seconds } s.
    .hint = Det du skrivit är kvar. Den som glömt sin lösenfras får en ny av enhetens administratör.
problem-wrong-passphrase = Lösenfrasen stämmer inte.
    .hint = Försök igen; stora och små bokstäver räknas.
problem-short-passphrase = Lösenfrasen är för kort; minst { $least } tecken.
    .hint = Flera vanliga ord i rad är både säkert och lätt att minnas.
problem-weak-passphrase = Lösenfrasen är för lätt att gissa: den upprepar sig, följer alfabetet, siffrorna eller tangentraden, eller är ditt namn.
    .hint = Ta hellre fyra ord som inte hör ihop.
problem-no-such-user = { $user } finns inte i det här registret.
    .hint = Ange en användare med --user.
problem-no-key-file = Det finns ingen nyckelfil för { $user }.
    .hint = Kontrollera namnet; annars får en administratör lägga upp användaren på nytt.
problem-damaged-key-file = Nyckelfilen för { $user } är skadad.
    .hint = Återställ katalogen keys från en säkerhetskopia.
problem-foreign-key-file = Nyckelfilen för { $user } hör inte till den användare som ärendeboken känner.
    .hint = Någon kan ha lagt dit den. Säg till administratören, som kan jämföra med trygg verify.
problem-no-own-keys = Nyckelfilen är från en äldre version och kunde inte göras om.
    .hint = Se till att disken går att skriva till och lås upp igen.
problem-key-derivation = Nyckeln kunde inte räknas fram.
    .hint = Frigör minne och försök igen.
problem-key-wrapping = Nyckelfilen kunde inte göras.
problem-no-randomness = Datorn ger inga slumptal.
problem-key-does-not-fit = Nyckeln passar inte till databasen, eller så är databasen skadad.
    .hint = Hör nyckelfilen och databasen till samma register? Återställ annars från en säkerhetskopia.
problem-broken-references = Registret är skadat: poster hänvisar till sådant som inte finns. Inget har ändrats.
problem-newer-format = Registret har ett nyare format ({ $found }) än programmet kan läsa ({ $known }).
    .hint = Uppdatera programmet.
problem-newer-read-only = Registret har ett nyare format ({ $found }) än programmet ({ $known }): det går att läsa, men inget kan sparas.
    .hint = Uppdatera programmet. Det du har skrivit kan behållas som utkast till dess.
problem-newer-in-part = Registret har ett nyare format ({ $found }) än programmet ({ $known }): du kan arbeta som vanligt, men det som är nytt varken visas här eller följer med i filer.
    .hint = Uppdatera programmet när du kan.
problem-unknown-record = Det går inte att ångra: ändringen rör sådant som det här programmet inte känner till.
    .hint = Uppdatera programmet, och rätta det där.
problem-open-directory = Andra kan läsa katalogen { $path }.
    .hint = Kör: chmod 700 { $path }
problem-open-passphrase-file = Andra kan läsa filen { $path }.
    .hint = Kör: chmod 600 { $path }
problem-no-permission = Du har inte behörighet att läsa { $path }.
    .hint = Be den som äger katalogen, eller logga in som den användare som gjorde registret.
problem-no-casebook = Det finns inget register i { $path }.
    .hint = Gör ett med trygg init, eller ange katalogen med --casebook.
problem-casebook-exists = Det finns redan ett register i { $path }.
    .hint = Öppna det, eller välj en annan katalog.
problem-directory-not-empty = Katalogen { $path } är inte tom.
    .hint = Välj en tom katalog eller en som inte finns.
problem-no-database = Databasen { $path } saknas.
    .hint = Återställ den från en säkerhetskopia.
problem-make-directory = Katalogen { $path } kunde inte göras.
problem-write-file = Filen { $path } kunde inte skrivas.
problem-read-keys = Nycklarna i { $path } kunde inte läsas.
problem-not-a-demo = { $path } är inget demoregister; det fylls inte med påhittade familjer.
problem-no-such-person = Personen finns inte i familjen.
problem-damaged-database = Databasen är skadad.
    .hint = Återställ från en säkerhetskopia.
problem-disk-full = Disken är full: det går att läsa, men inget kan sparas.
    .hint = Frigör plats och försök igen; text på skärmen ligger kvar.
problem-busy = Någon annan skriver just nu; inget sparades.
    .hint = Texten ligger kvar. Spara igen om en stund.
problem-waits = Någon annan skriver just nu; det här är inte sparat än.
    .hint = Det görs så fort det går.
problem-left = Inte sparat: du väntade inte ut den som skriver.
    .hint = Texten ligger kvar. Spara igen när det passar.
problem-not-on-disk = Skrivet, men disken svarade med fel: det som sparades sist kan vara borta efter ett strömavbrott.
    .hint = Låt programmet vara igång, och be den som sköter datorn se till disken.
problem-read-only = Disken är full eller skrivskyddad: det går att läsa, men inget kan sparas.
    .hint = Frigör plats, eller se hur disken är ansluten och vem som äger filerna; text på skärmen ligger kvar.
problem-cannot-open = Databasen går inte att öppna.
    .hint = Se om disken är ansluten och inte full, och om du får läsa katalogen.
problem-disk-failed = Disken svarar inte som den ska.
    .hint = Det som inte är sparat ligger kvar på skärmen; försök igen.
problem-database = Databasen svarade inte som väntat.
    .hint = Det som inte är sparat ligger kvar på skärmen; försök igen.
problem-database-replaced = Registrets filer har bytts ut medan det var öppet: inget kan sparas här.
    .hint = Texten ligger kvar. Skriv av den, avsluta och öppna registret på nytt.
problem-casebook-half-made = Registret i { $path } är inte helt: filen casebook.toml saknas.
    .hint = Blev det aldrig färdigt: kör trygg init igen, med samma namn och lösenfras. Annars: hämta filen från en säkerhetskopia.
problem-casebook-being-made = Någon gör ett register i { $path } just nu.
    .hint = Vänta en stund och försök igen.
problem-casebook-without-card = I { $path } finns ett register med innehåll, men filen casebook.toml saknas.
    .hint = Hämta casebook.toml från en säkerhetskopia.
problem-casebook-unclear = I { $path } finns ett register som inte är helt, och det går inte att se om något finns i det.
    .hint = Ange samma namn och lösenfras som då det gjordes, eller välj en annan katalog.
problem-out-in-casebook = { $path } ligger i registrets katalog; dit skrivs inget annat än registret.
    .hint = Välj en annan plats med --out.
problem-holiday-rules = Reglerna för helgdagar går inte att läsa.
problem-ladder = Umgängestrappan går inte att läsa.
problem-ladder-empty = Umgängestrappan har inga steg.
problem-ladder-order = Steg { $step } på umgängestrappan står inte i ordning, eller står två gånger.
problem-ladder-empty-text = Steg { $step } på umgängestrappan saknar namn, beteckning eller kriterier.
problem-ladder-key-twice = Steg { $step } på umgängestrappan har samma beteckning som ett annat.
problem-ladder-review = Steg { $step } på umgängestrappan behöver omprövas efter 1 till 52 veckor.
problem-restricted = { $on }, { $child } – { $with }: { $breach ->
        [stopped] kontakten är stoppad
        [unsupervised] kontakten är begränsad, bara med personal
        [too_many] kontakten är begränsad, högst { $number } umgängen i månaden
        [too_long] kontakten är begränsad, högst { $number } minuter
        [in_person] kontakten är begränsad, inte genom att träffas
        [phone] kontakten är begränsad, inte per telefon
        [video] kontakten är begränsad, inte per video
       *[letter] kontakten är begränsad, inte per brev
    }{ $until ->
        [none] {""}
        [until_further_notice] {" "}tills vidare
       *[other] {" "}till och med { $until }
    }. { $why }
    .hint = Ändra det planerade, eller skriv varför det blir av ändå: fältet ”Undantag, skäl”, på raden trots(skäl).
problem-restriction-broken = { $on }, { $child } – { $with }: { $breach ->
        [stopped] kontakten är stoppad
        [unsupervised] kontakten är begränsad, bara med personal
        [too_many] kontakten är begränsad, högst { $number } umgängen i månaden
        [too_long] kontakten är begränsad, högst { $number } minuter
        [in_person] kontakten är begränsad, inte genom att träffas
        [phone] kontakten är begränsad, inte per telefon
        [video] kontakten är begränsad, inte per video
       *[letter] kontakten är begränsad, inte per brev
    }{ $until ->
        [none] {""}
        [until_further_notice] {" "}tills vidare
       *[other] {" "}till och med { $until }
    }. Det som skett sparas, märkt som brott mot begränsningen.
    .hint = Skriv varför: fältet ”Undantag, skäl”, på raden trots(skäl).
problem-absence-ends-before = Frånvaron från { $from } slutar innan den börjar.
problem-unit-days = Filen { $file } med enhetens dagar går inte att läsa; den används inte.
    .hint = Formen beskrivs i handboken: trygg man.
problem-unit-days-period = Dagarna { $name } i { $file } är inga dagar, eller slutar innan de börjar; filen används inte.
problem-unit-lock = Filen { $file } med enhetens låsning går inte att läsa; den används inte.
    .hint = Formen beskrivs i handboken: trygg man.
problem-unit-lock-minutes = { $file }: registret låser sig efter { $least } till { $most } minuter; filen används inte.
problem-unit-access = Filen { $file } med enhetens åtkomst går inte att läsa; den används inte.
    .hint = Formen beskrivs i docs/sv/access.md.
problem-unit-access-value = { $file }: { $value } har ett värde som inte kan gälla; filen används inte.
problem-unit-file = Filen { $path } går inte att läsa; den används inte.
problem-network-scheme = Nätverkskartans sektorer och ringar går inte att läsa.
problem-network-scheme-size = En nätverkskarta har 1 till { $sectors } sektorer och 1 till { $rings } ringar.
problem-network-scheme-empty-text = Sektorn ”{ $sector }” saknar namn, beteckning eller ett av sina ord.
problem-network-scheme-sector-twice = Sektorn ”{ $sector }” står två gånger.
problem-network-scheme-ring = Ring { $ring } står inte i ordning, eller saknar namn.
problem-network-without-name = Person { $person } på nätverkskartan saknar namn.
problem-network-ego-on-map = Person { $person } på nätverkskartan är den som står i mitten.
problem-network-person-twice = Person { $person } finns redan på nätverkskartan.
problem-network-no-such-sector = Person { $person } på nätverkskartan har sektorn ”{ $sector }”, som inte finns.
problem-network-no-such-ring = Person { $person } på nätverkskartan har ring { $ring }, som inte finns.
problem-network-tie = Ett band på nätverkskartan leder till någon som inte finns på den, eller står två gånger.
problem-network-key-taken = Person { $person } på nätverkskartan är någon annan på en annan av familjens kartor.
problem-network-other-family = En nätverkskarta stannar i sin familj.
problem-kept-back = Så är det överenskommet: nätverkskartan visas bara för den som ritade den och för teamledaren.
problem-rules = Filen rules.toml går inte att läsa och används inte: { $why }
problem-rule = Regeln { $name } i rules.toml går inte att läsa, och filen används inte: { $why }
problem-rule-field = Regeln { $name } i rules.toml går inte ihop: se fältet { $field }.
    .hint = Rätta filen holidays.toml.
problem-no-terminal = Här finns ingen terminal att visa något på.
    .hint = Kör i en terminal, eller använd trygg render.
problem-unknown-columns = Okända kolumner: { $columns }.
    .hint = Kolumnerna är: { $known }.
problem-missing-columns = Kolumner saknas: { $columns }.
    .hint = Kolumnerna är: { $known }.
problem-repeated-columns = Kolumner som står flera gånger: { $columns }.
    .hint = Kolumnerna är: { $known }.
problem-empty-file = Filen är tom.
    .hint = Första raden ska vara en rubrikrad med kolumnernas namn.
problem-too-many-cells = Rad { $line } har fler fält än rubrikraden.
    .hint = Sätt citattecken kring text som innehåller komma eller semikolon.
problem-not-utf8 = Rad { $line } är inte UTF-8.
    .hint = Spara filen som CSV UTF-8, eller som XLSX.
problem-not-a-table = Filen går inte att läsa som CSV.
problem-too-large-sheet = Kalkylbladet är för stort: högst { $rows } rader och { $columns } kolumner.
    .hint = Ta bort det som står utanför tabellen, eller dela filen.
problem-not-a-workbook = Filen går inte att läsa som XLSX.
    .hint = Öppna den i kalkylprogrammet och spara den på nytt.
problem-faulty-rows = Fel i filen: { $count }. Inget är sparat.
problem-too-many-rows = Ett kalkylblad rymmer högst { $most } rader.
    .hint = Exportera en kortare period, eller som csv.
problem-no-fit-in-sheet = Något ryms inte i ett kalkylblad.
    .hint = Exportera som csv eller json.
problem-write-output = Det gick inte att skriva ut svaret.
problem-read-file = Filen { $path } går inte att läsa.
problem-sheet-to-terminal = En xlsx-fil går inte att visa på skärmen.
    .hint = Ange --out FIL, eller välj --format csv.
problem-no-such-family = Ingen familj heter eller har beteckningen { $value }.
problem-several-families = { $value } kan vara { $candidates }.
    .hint = Skriv mer av namnet, eller ärendebeteckningen.
problem-bad-day = { $value } är ingen dag.
    .hint = Skriv till exempel 2026-11-19, 19/11 eller idag.
problem-vague-day = { $value } kan vara olika dagar.
    .hint = Skriv dagen med år, till exempel 2026-11-19, eller igår.
problem-bad-period = { $value } är ingen period.
    .hint = Skriv till exempel 2026, 2026-11, 2026-Q3, 2026-v48 eller förra kvartalet.
problem-period-or-days = Perioden är sagd två gånger.
    .hint = Ange --period eller --from och --to, inte båda.
problem-report-true-after-masked = De här talen lämnade enheten { $day } med summor av det som visades. Sanna summor av samma tal skulle röja det som doldes då.
    .hint = Ta ut rapporten utan --totals true, eller med en annan period.
problem-report-undoes = Rapporten kan inte lämna enheten: bredvid det som lämnades ut { $day } skulle den röja ett tal som är dolt.
    .hint = Välj en längre period, andra rader (--by) eller inget område; --internal visar allt för enheten själv.
problem-report-undoes-alone = Rapporten kan inte lämna enheten: vad som än döljs i den går ett dolt tal att räkna ut.
    .hint = Välj en längre period, andra rader (--by) eller avstå från --totals true; --internal visar allt för enheten själv.
problem-report-too-much = Så mycket av samma tal har lämnat enheten att ingen hinner säga vad rapporten skulle röja.
    .hint = Välj en annan period eller färre rader; --internal visar allt för enheten själv.
problem-totals-of-one = Sanna summor lämnas ur en akt i taget, som minns vad som har lämnat den.
    .hint = Ta bort --totals true, eller ange en enda akt och ingen fil med tal.
problem-report-unclear = Rapporten säger emot sig själv: en summa är inte summan av sina delar.
    .hint = Se på rapporten med --internal och rätta det som är räknat för hand.
problem-no-such-axis = Rapporten kan inte delas upp efter { $value }.
    .hint = Ange --by med något av { $candidates }.
problem-counts-header = Filens kolumner ska vara { $by }, { $across } och n.
    .hint = Skriv dem på första raden, i den ordningen.
problem-counts-column = Rad { $line }: rapporten har ingen kolumn { $value }.
    .hint = Skriv kolumnens kod, som i rapporten med --format csv.
problem-counts-number = Rad { $line }: { $value } är inget antal.
    .hint = Skriv ett helt tal, 0 eller mer.
problem-counts-unreadable = Rad { $line } går inte att läsa.
    .hint = Filen ska vara CSV i UTF-8 med tre kolumner.
problem-counts-alone = Antal ur en fil är redan räknade.
    .hint = Ta bort --by, --district, --phase och --casebook.
problem-casebooks-apart = --casebook står både före och efter kommandot.
    .hint = Skriv alla --casebook efter kommandot.
problem-one-casebook = Bara rapporter tar flera --casebook.
    .hint = Ange ett register.
problem-bad-unit = { $value } kan inte vara enhetens ord för sig själv.
    .hint = Skriv ett ord av a–z, siffror och bindestreck, till exempel malmo-1.
problem-no-such-directory = Det finns ingen katalog { $path }.
    .hint = Skapa den först; filerna skrivs i den.
problem-counted-already = Raden har redan ett tal för { $year }.
    .hint = Ändra det som finns.
problem-days-in-order = Perioden slutar innan den börjar.
problem-no-period = En sådan lista har varken familj eller period.
problem-line = { $faults }.
    .hint = Inget är sparat; rätta raden och försök igen.
problem-which-user = Det finns flera användare: { $users }.
    .hint = Ange en med --user.
problem-no-user = Det finns ingen användare i registret.
    .hint = Återställ katalogen keys från en säkerhetskopia.
problem-no-name = Den första användaren behöver ett namn.
    .hint = Ange det med --user.
problem-no-passphrase = Här finns ingen terminal att fråga efter lösenfrasen på.
    .hint = Ange en fil med --passphrase-file.
problem-empty-passphrase-file = Filen { $path } har ingen lösenfras på första raden.
problem-not-the-same = De två lösenfraserna är inte lika.
problem-terminal = Terminalen svarar inte.
problem-no-data-directory = Det är inte känt var registret ska ligga.
    .hint = Ange katalogen med --casebook.
problem-needs-terminal = Gränssnittet behöver en terminal.
    .hint = Kör i en terminal, eller se trygg --help.
problem-demo-needs-terminal = Demoregistret öppnas i en terminal, och här finns ingen.
    .hint = Kör i en terminal, eller: trygg demo --no-open --dir KATALOG && trygg --casebook KATALOG render families
problem-not-proven = Registret är inte vad det ska vara.
    .hint = Läs vad som står ovan och låt den som sköter registret avgöra vad som gäller.
problem-unwell = Registret är skadat.
    .hint = Spara undan katalogen innan något ändras, och återställ från en säkerhetskopia.
problem-bad-value = { $value } går inte för { $argument }.
problem-bad-size = { $value } är ingen storlek.
    .hint = Skriv bredd och höjd i tecken, till exempel 120x40.
problem-bad-number = { $argument } är ett heltal från { $least } till { $most }, inte { $value }.
problem-not-one-of = { $value } går inte för { $argument }.
    .hint = Välj { $candidates }.
problem-no-such-argument = { $argument } finns inte.
    .hint = Se trygg --help.
problem-no-such-command = Kommandot { $argument } finns inte.
    .hint = Se trygg --help.
problem-did-you-mean = { $argument } finns inte.
    .hint = Menade du { $candidates }?
problem-missing-argument = Det saknas: { $argument }.
    .hint = Så här: { $usage }
problem-repeated-argument = { $argument } står flera gånger.
problem-bad-call = Anropet går inte att förstå.
    .hint = Se trygg --help.
problem-read-line = Raden kunde inte läsas.
problem-line-not-utf8 = Raden är inte UTF-8.
    .hint = Spara eller skicka texten som UTF-8.
problem-several-lines = Det är flera rader, och en rad blir en post.
    .hint = Skicka en rad i taget till trygg add.
problem-far-day = { $day } är { $days } dagar bort; är det rätt år?
    .hint = Skriv årtalet rätt, eller lägg till --yes om dagen stämmer.
problem-empty-line = Raden är tom.
    .hint = Skriv trygg add och sedan till exempel: Lindström igår 14-15:30 hem @mamma -- gick igenom läxorna
problem-no-such-pane = Det finns ingen vy som heter { $value }.
    .hint = Rutorna är { $known }.
problem-calendar-none = Filen är ingen kalender.
    .hint = Exportera kalendern som iCalendar (.ics) och försök igen.
problem-calendar-cut-off = Kalenderns slut saknas i filen.
    .hint = Hämta filen på nytt.
problem-calendar-too-large = Kalendern är större än { $most } MB.
    .hint = Exportera en kortare period.
problem-calendar-too-many = Kalendern har fler upptagna tider än de { $most } som kan läsas in på en gång.
    .hint = Exportera en kortare period.
problem-calendar-would-empty = Filen har ingen tid då { $who } är upptagen { $from } – { $to }, men sedan förut är tider inlästa: { $times }. De är kvar.
    .hint = Är det rätt fil? Om kalendern verkligen är tom: lägg till --empty.
problem-calendar-whose = Det är inte sagt vems kalendern är.
    .hint = Ange --supporter NAMN.
problem-only-with-calendar = --supporter, --from, --to och --empty går bara ihop med import calendar.
problem-only-visits-as-calendar = Bara umgängen kan skrivas som kalender.
    .hint = Skriv trygg export visits --format ics, eller välj csv, xlsx eller json.
problem-only-in-calendars = --child, --adult, --supporter och --busy går bara ihop med en kalender.
    .hint = Lägg till --format ics.
problem-visits-need-days = Umgängen behöver en första och en sista dag.
problem-no-such-child = Inget barn i registret har beteckningen { $value }.
    .hint = Se trygg list people.
problem-no-such-adult = Ingen vuxen i registret har beteckningen { $value }.
    .hint = Se trygg list people.
problem-no-such-supporter = Ingen i teamet heter { $value }.
problem-several-supporters = { $value } kan vara { $candidates }.
    .hint = Skriv mer av namnet.
problem-only-with-network = --person, --on och --names går bara ihop med network.
problem-only-network-as-picture = Bara nätverkskartor kan skrivas som bild eller graf.
    .hint = Skriv trygg export network --format svg, eller välj csv, xlsx eller json.
problem-network-picture-full = Det är fler än som får plats på ett papper: { $people } personer.
    .hint = Välj csv eller graphml.
problem-network-whose = Vems karta? En bild eller graf är av en karta.
    .hint = Ange --person, eller --family.
problem-network-which-person = Flera har en karta: { $candidates }.
    .hint = Ange en av dem med --person.
problem-no-such-map = Det finns ingen sådan nätverkskarta.
problem-network-not-to-be-shown = Så är det överenskommet: nätverkskartan får inte lämnas ut.
problem-no-such-reference = Ingen i registret har beteckningen { $value }.
problem-import-overtaken = Någon har ändrat en post som filen också ändrar. Inget är sparat.
    .hint = Läs in filen en gång till.
problem-never-whole-in-calendars = En kalender lämnas aldrig ut med skyddade uppgifter.
    .hint = Ta bort --whole.
problem-casebook-older = Registret är äldre än det har varit: rad { $row } skrevs { $at }, men här slutar loggen med rad { $found }. Inget kan sparas i det.
    .hint = Någon har lagt en äldre kopia i dess ställe. Lägg tillbaka rätt databas, eller låt den som sköter registret köra trygg verify.
problem-casebook-other = Registret är inte det som det var: rad { $row } från { $at } är en annan nu. Inget kan sparas i det.
    .hint = Någon har lagt ett annat register i dess ställe, eller skrivit om det. Lägg tillbaka rätt databas, eller låt den som sköter registret köra trygg verify.
problem-head-missing = Filen { $path } saknas eller går inte att läsa: det syns inte om registret är ett äldre.
    .hint = Låt den som sköter registret köra trygg verify.
problem-user-not-as-told = { $user } är något annat i registret än loggen säger: någon har ändrat det vid sidan av programmet.
    .hint = Låt en annan som sköter registret köra trygg verify.
problem-card-not-as-told = casebook.toml säger att registret är något annat än det gjordes som.
    .hint = Hämta casebook.toml från en säkerhetskopia.
problem-head-copy-missing = Kopian av filen head i { $path } saknas ännu.
    .hint = Den görs vid nästa sparande. Görs den inte: se om katalogen finns och går att skriva i, eller ändra head.toml.
problem-head-copy-unreached = Kopian av filen head i { $path } går inte att nå eller läsa.
    .hint = Se om den andra datorns disk är ansluten. Så länge kan ett äldre register inte avslöjas med hjälp av kopian.
problem-count-or-decide = --count går inte ihop med ett beslut.
problem-only-with-review = --decide, --as, --note och --count hör till trygg access review.
problem-only-with-log = --family, --who, --for och --out hör till trygg access log.
problem-not-with-log = trygg access log tar varken ärende för sig (--family) eller --reason.
problem-out-for-one = --out gäller utdraget för en person: med --for.
problem-decide-as = Ett beslut behöver både --decide NUMMER och --as ok, ask eller report.
problem-finding-decided = Det är redan beslutat.
problem-finding-own = Det gäller egen läsning; någon annan som leder beslutar om den.

problem-unit-actors = Filen { $file } med dem ni lotsar till går inte att läsa; varje [[actor]] har name och kind. Den används inte.
problem-unit-actors-name = Namnet ”{ $name }” i { $file } är tomt, står två gånger eller är namnet på ett slag; filen används inte.
problem-checklist = rad { $line }: { $why ->
    [form] ingen checklista: { $what }
    [format] format { $what } är okänt; det är 1
    [key] ”{ $what }” är inget namn; det är små bokstäver, siffror och _
    [empty] { $what } säger inget
    [twice] raden { $what } finns två gånger
    [no-items] { $what } har inga rader
    [length] { $what }
   *[word] { $what }
}
    .hint = Rätta filen; tills dess används den inte.
problem-term-is-there = den terminen finns redan för barnet
    .hint = Öppna den i familjens papper och ändra där.
