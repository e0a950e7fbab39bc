# Kommandoraden: hjälptexter, det som skrivs ut, och vad som kan vara fel med ett anrop.

help-usage = Så här:
help-commands = Kommandon
help-options = Val
help-words = Ord
help-global = Gäller överallt

cmd-trygg = Register för team som stödjer familjer med ett placerat barn. Utan kommando öppnas gränssnittet.
cmd-trygg-usage = trygg [VAL] [KOMMANDO]
cmd-guide = Rundtur: programmet på sex steg, på en påhittad familj
cmd-guide-usage = trygg guide
cmd-demo = Gör ett register med påhittade familjer och öppnar det
cmd-demo-usage = trygg demo [--dir KATALOG] [--families ANTAL] [--seed TAL] [--no-open] [--practice]
cmd-init = Gör ett nytt register och dess första användare, som blir teamledare
cmd-init-usage = trygg init [--json]
cmd-add = Skriver in en träff eller planerar umgängen med en snabbrad
cmd-add-usage = trygg add ["SNABBRAD"] [--dry-run] [--yes] [--json]
cmd-list = Listar familjer, personer, placeringar, träffar, umgängen, bevakningar eller användare
cmd-list-usage = trygg list SLAG [--family FAMILJ] [--from DAG] [--to DAG] [--for BETECKNING] [--json]
cmd-show = Visar en familj med dess umgängen, dess överlämning, dess papper, dess nätverkskartor, eller vad en avstämning kom fram till; att de öppnades står sedan i loggen
cmd-show-usage =
    trygg show family FAMILJ [--json]
    {"  "}trygg show handover FAMILJ [--for BETECKNING] [--json]
    {"  "}trygg show main-record FAMILJ [--given] [--json]
    {"  "}trygg show papers FAMILJ [--json]
    {"  "}trygg show network --family FAMILJ [--person BETECKNING] [--json]
    {"  "}trygg show check-in DAG [--json]
    {"  "}trygg show group GRUPP [--json]
cmd-import = Läser in poster från CSV eller XLSX, allt eller inget; en umgängesenhets kalender; eller en umgängesstödjares egen
cmd-import-usage =
    trygg import SLAG FIL [--mapping NAMN | --new-mapping NAMN] [--dry-run] [--json]
    {"  "}trygg import folder KATALOG [--dry-run] [--json]
    {"  "}trygg import visits FIL.ics [--mapping NAMN] [--from DAG] [--to DAG] [--dry-run] [--json]
    {"  "}trygg import calendar FIL --supporter NAMN [--from DAG] [--to DAG] [--empty]
    {"  "}trygg import network FIL.graphml [--person BETECKNING] [--on DAG] [--dry-run]
cmd-export = Skriver ut poster som CSV, XLSX eller JSON, med samma kolumner som import tar; umgängen även som kalender, nätverkskartor även som bild och som graf
cmd-export-usage =
    trygg export SLAG [--format FORMAT] [--out FIL] [--family FAMILJ] [--from DAG] [--to DAG] [--for BETECKNING]
    {"  "}trygg export visits --format ics [--child BETECKNING] [--adult BETECKNING] [--supporter NAMN] [--busy]
    {"  "}trygg export network [--format svg|graphml|csv|xlsx|json] [--person BETECKNING] [--on DAG] [--names SÄTT]
cmd-render = Skriver en bild av en vy, eller av familjeträdet: tree
cmd-render-usage = trygg render VY [--family FAMILJ] [--size 120x40] [--format text|ansi] [--veiled]
cmd-research = Pseudonymiserade fakta för forskning, en fil per tabell och år
cmd-research-usage = trygg research --unit NAMN --out KATALOG [--from DAG] [--to DAG] [--format FORMAT]
cmd-report = Tabeller som får lämna huset
cmd-report-usage = trygg report NAMN [--period PERIOD | --from DAG --to DAG] [--by VAD] [--district DISTRIKT] [--phase FAS] [--team TEAM] [--records RAD,KOLUMN] [--format FORMAT] [--out FIL] [--totals true] [--internal] [--counts FIL]
    {"  "}trygg report --all-saved [--out KATALOG]
cmd-access = Vem som når en familj och vem som har läst: öppnar i nödfall, stänger för jäv, visar loggen och följer upp den
cmd-access-usage = trygg access break BETECKNING --reason SKÄL [--json]
    {"  "}trygg access conflict FAMILJ [--who NAMN]
    {"  "}trygg access lift FAMILJ --who NAMN
    {"  "}trygg access give FAMILJ --who TEAM
    {"  "}trygg access log [--family FAMILJ] [--who NAMN] [--from DAG] [--to DAG] [--for BETECKNING] [--json]
    {"  "}trygg access review [--decide NUMMER --as BESLUT] [--count]
cmd-calendar = Veckor, jämna och udda, och helgdagar
cmd-calendar-usage = trygg calendar [--from DAG] [--to DAG] [--json]
arg-access = break: öppna i nödfall; conflict: stäng för jäv; lift: öppna igen; give: lämna till ett team; log: vem som har läst; review: uppföljningen, stickprov och det som sticker ut
arg-access-value = VAD
arg-whom = Ärendets hela beteckning, ett helt personnummer, eller familjen
arg-whom-value = VILKEN
arg-who = Den det gäller; du själv om inget sägs. log: bara för den användaren
arg-who-value = NAMN
arg-because = Varför; står i journalen
arg-because-value = SKÄL
said-glass = Öppnad i nödfall: { $case_ref }. Läs med trygg show family.
said-lifted = Familjen är öppen igen.
said-given = Familjen är lämnad till teamet.
cmd-doctor = Undersöker om registret är oskadat
cmd-doctor-usage = trygg doctor [--json]
cmd-verify = Bevisar att registret är vad de som skrev under har skrivit, och inget annat
cmd-verify-usage = trygg verify [--accept] [--json]
cmd-completions = Skriver tabbkomplettering för ett skal
cmd-completions-usage = trygg completions SKAL
cmd-man = Skriver manualsidan
cmd-man-usage = trygg man [KOMMANDO]

arg-help = Visa den här hjälpen
arg-version = Visa versionen
arg-casebook = Registrets katalog; annars TRYGG_CASEBOOK, annars trygg i användarens datakatalog; för en rapport över flera enheter flera gånger, alla efter report
arg-casebook-value = KATALOG
arg-user = Vem du är i registret; annars TRYGG_USER, annars den enda som finns
arg-user-value = NAMN
arg-passphrase_file = Fil vars första rad är lösenfrasen
arg-passphrase_file-value = FIL
arg-lang = Språk: sv eller en
arg-lang-value = SPRÅK
arg-today = Vilken dag som räknas som idag; loggen går alltid efter den riktiga klockan
arg-today-value = DAG
arg-linear = Frågor och svar i rader i stället för rutor, för skärmläsare och punktskrift; också med ACCESSIBLE=1, i inställningarna eller där TERM är dumb
arg-verbose = Visa också orsaken till ett fel, steg för steg, för den som ska hjälpa till
arg-json = Svara i JSON
arg-yes = Spara också när dagen ligger mer än 300 dagar bort
arg-dry_run = Pröva bara; inget sparas
arg-family = En familj: ärendebeteckning eller början av namnet
arg-family-value = FAMILJ
arg-from = Första dagen
arg-from-value = DAG
arg-to = Sista dagen
arg-to-value = DAG
arg-out = Filen som skrivs; annars standard ut
arg-out-value = FIL
arg-dir = Var demoregistret görs, eller finns; annars en tillfällig katalog som tas bort efteråt
arg-dir-value = KATALOG
arg-families = Hur många familjer, 48 om inget sägs
arg-families-value = ANTAL
arg-seed = Samma tal ger samma familjer
arg-seed-value = TAL
arg-no_open = Gör demoregistret utan att öppna det
arg-practice = Ett register att öva i, samma hela dagen för den som arbetar här; det säger ÖVNING och glöms vid midnatt
arg-line = Utan rad läses en från standard in, eller frågas efter, så att ingen ärendetext syns i processlistan. Till exempel "Lindström igår 14-15:30 hem @mamma #skola -- gick igenom läxorna" eller "umgänge Elias @mamma jämna lör 10-14 stöd:Karin v53:nummer"
arg-line-value = SNABBRAD
arg-report = { $reports }. Vad en rapport räknar, och bland vilka, står under dess tabell
arg-report-value = NAMN
arg-period = 2026, 2026-11, 2026-Q3, 2026-v48 eller ”förra kvartalet”; annars den period som rapporten har
arg-period-value = PERIOD
arg-by = Efter vad raderna delas upp: distrikt (district), månad (month) eller vad rapporten annars har; fel ord visar vilka
arg-by-value = VAD
arg-district = Bara ett distrikt
arg-district-value = DISTRIKT
arg-phase = Bara familjer i en fas
arg-phase-value = FAS
arg-separator = , eller ; mellan cellerna i csv
arg-separator-value = TECKEN
arg-unit = Enhetens eget ord för sig själv, i filerna och deras namn
arg-unit-value = NAMN
arg-into = Katalogen som filerna skrivs i
arg-into-value = KATALOG
arg-facts = parquet (om inget sägs) eller csv
arg-facts-value = FORMAT
arg-counts = Antal ur en fil i stället för ur registret: kolumnerna rapportens uppdelning, dess kolumner och n
arg-counts-value = FIL
arg-bom = Börjar csv med en byte order mark, som en del kalkylprogram vill ha
arg-only_team = Bara familjerna i ett team
arg-only_team-value = TEAM
arg-records = Posterna bakom ett tal: RAD eller RAD,KOLUMN med koderna i filerna, total för summor; missing:FÄLT för det som saknas
arg-records-value = RAD[,KOLUMN]
arg-all_saved = Skriver alla rapporter som enheten har gett ett namn i reports.toml, med manifest.json bredvid; --out är en annan katalog
arg-table = table, csv, xlsx, json, html (sida för utskrift) eller svg (diagram); annars efter filens namn
arg-table-value = FORMAT
arg-accept = Går vidare med ett register som filen head säger är ett annat, eller vars head är borta; antecknas i loggen
arg-totals = true: summorna är sanna, och mer döljs så att de inte röjer små tal; shown: summorna räknar bara det som visas, som annars
arg-totals-value = VILKA
arg-internal = Visar små tal som de är, för enheten själv; antecknas i loggen
arg-list_kind = { $kinds }, due, gaps, missing, network eller users. Det som inte är ifyllt (missing) är det senaste årets. Bevakningar (due) listas som väntar; med --from eller --to alla med sista dag då. Umgängen (visits) listas från 14 dagar bakåt till 90 framåt; med bara --from ett år från den dagen, med bara --to ett år fram till den
arg-list_kind-value = SLAG
arg-shown = family, handover, papers, network, plan, group, main-record eller check-in. Överlämningen (handover) är för papper: det som den som tar över en familj måste veta
arg-shown-value = SLAG
arg-named = Familjens ärendebeteckning eller början av dess namn; för check-in dagen
arg-named-value = FAMILJ
arg-kind = { $kinds } eller network. Umgängen (visits) är alla som har varit och ett år framåt; i en kalender hela serier, och --from och --to väljer vilka serier
arg-kind-value = SLAG
arg-whole = med sådant som annars döljs av skyddade personer; bara för teamledare, och det loggas
arg-count = Säger bara hur många, utan namn: för en timer och systemets logg
arg-decide = Beslutar om ett fynd, efter nummer
arg-decide-value = NUMMER
arg-decision = Beslutet: ok, ask eller report
arg-decision-value = BESLUT
arg-note = Varför; kort och utan namn
arg-note-value = TEXT
arg-import_kind = { $kinds }, network; visits tar också en umgängesenhets kalender (.ics), från idag och ett år framåt om inget sägs; calendar: en umgängesstödjares egen kalender, från idag och ett år framåt om inget sägs; bara när någon är upptagen sparas; eller folder: en katalog med listor, var och en läst så som dess namn och imports.toml säger
arg-import_kind-value = SLAG
arg-supporter = En umgängesstödjare: namnet, eller dess början
arg-supporter-value = NAMN
arg-child = Kalendern för ett barn, efter beteckning
arg-child-value = BETECKNING
arg-adult = Kalendern för en vuxen, efter beteckning
arg-adult-value = BETECKNING
arg-empty = Kalendern får vara tom: det som är inläst förut tas bort
arg-given = Säg att det är fört in i huvudsystemet
arg-mapping = Läs filen så som imports.toml säger under det namnet
arg-mapping-value = NAMN
arg-new_mapping = Börja en sådan läsning av det som går att förstå; inget läses in
arg-new_mapping-value = NAMN
arg-busy = Säg bara när någon är upptagen, inte med vad
arg-person = Kartorna med den här personen i mitten, efter beteckning
arg-person-value = BETECKNING
arg-on = Kartan från den här dagen; annars den senaste, i tabeller alla
arg-on-value = DAG
arg-names = Vad människorna kallas: names, roles eller initials; skyddade personer nämns aldrig vid namn
arg-names-value = SÄTT
arg-ego = Av en graf: vem i mitten, efter beteckning, där filen inte säger det
arg-ego-value = BETECKNING
arg-drawn_on = Av en graf: vilken dag kartan ritades, där filen inte säger det
arg-drawn_on-value = DAG
arg-file = Filen, med en rubrikrad; CSV i UTF-8 med komma eller semikolon, eller XLSX; en kalender är iCalendar (.ics), en nätverkskarta också GraphML; i en lista står semikolon mellan namnen, och ett namn som innehåller semikolon eller komma inom citattecken; en person skrivs med förnamn eller beteckning, och beteckningen gäller där två kan menas
arg-file-value = FIL
arg-format = csv, xlsx, json, ics (en kalender, bara för umgängen), svg (en bild) eller graphml (en graf; båda bara för nätverk); annars efter filens namn, annars csv
arg-format-value = FORMAT
arg-pane = Vyns namn
arg-pane-value = VY
arg-size = Bredd och höjd i tecken
arg-size-value = BxH
arg-frame = text eller ansi
arg-frame-value = FORMAT
arg-veiled = Initialer och ärenden i stället för namn
arg-shell = bash, elvish, fish, powershell eller zsh
arg-shell-value = SKAL
arg-command = Ett kommando; annars hela programmet
arg-command-value = KOMMANDO

# Manualsidans rubriker.
man-NAME = NAMN
man-SYNOPSIS = SYNOPSIS
man-DESCRIPTION = BESKRIVNING
man-VERSION = VERSION

# Det som skrivs ut.
ask-user = Ditt namn:
ask-passphrase = Lösenfras för { $user }:
ask-new-passphrase = Ny lösenfras för { $user }, minst { $least } tecken:
ask-again = En gång till:
said-init = Registret finns nu i { $path }. { $user } är teamledare.
said-added = Träffen är sparad.
said-planned = Umgänget är sparat.
said-numbers-followed = Ingen har valt: veckonumren följs tills någon väljer.
ask-line = Rad:{" "}
said-would-add = Så här förstås raden; inget är sparat.
said-breach = ! rad { $line }: { $told }
said-imported = { $rows ->
    [one] { $what } är inläst.
   *[other] { $what } är inlästa.
}
said-would-import = { $what } kan läsas in; inget är sparat.
said-list-waits = { $rows ->
    [one] 1 rad nämner
   *[other] { $rows } rader nämner
} något ur listorna före; de prövas när de är inlästa.
said-lists-left-out = Inte lästa, för inget säger vad de är: { $files }
said-same-number = Rad { $line }: samma nummer har redan någon i { $other }.
said-line = Rad { $line }: { $told }
said-exported = { $rows ->
    [one] { $rows } rad är skriven till { $path }.
   *[other] { $rows } rader är skrivna till { $path }.
}
said-exported-calendar = { $count ->
    [one] En kalender med { $count } umgänge eller serie är skriven till { $path }.
   *[other] En kalender med { $count } umgängen och serier är skriven till { $path }.
}
said-exported-map = Nätverkskartan är skriven till { $path }.
said-maps-left-out = { $count ->
    [one] { $count } karta är inte med, som det är överenskommet.
   *[other] { $count } kartor är inte med, som det är överenskommet.
}
said-maps-for-nobody = Ingen har ännu sagt vem som får se dem: de visas bara för dig och teamledaren.
said-taken-in = { $times ->
    [0] { $who } är inte upptagen någon gång { $from } – { $to }.
    [one] { $times } tid då { $who } är upptagen { $from } – { $to } är inläst.
   *[other] { $times } tider då { $who } är upptagen { $from } – { $to } är inlästa.
}
said-would-take-in = { $times ->
    [0] { $who } är inte upptagen någon gång { $from } – { $to }.
    [one] { $times } tid då { $who } är upptagen { $from } – { $to } kan läsas in; inget är sparat.
   *[other] { $times } tider då { $who } är upptagen { $from } – { $to } kan läsas in; inget är sparat.
}
said-unread = { $title }, { $day }, är inte med: { $why }.
said-unread-hint = { $count ->
    [one] Lägg in den för hand som frånvaro, om den betyder något.
   *[other] Lägg in dem för hand som frånvaro, om de betyder något.
}
unread-untitled = En händelse utan rubrik
unread-no-day = okänd dag
unread-time = tiden går inte att läsa
unread-zone = tidszonen { $zone } är okänd
unread-rule = det går inte att räkna ut när den upprepas
unread-backwards = den slutar innan den börjar
said-new-supporter = { $who } finns inte i registret sedan förut.
said-hits = { $count ->
    [0] Inget kommande umgänge berörs.
    [one] { $count } kommande umgänge berörs:
   *[other] { $count } kommande umgängen berörs:
}
said-init-anew = Ett register som aldrig blev färdigt fanns där; det är gjort på nytt.
said-reading-kept = Disken kan inte skrivas: att du läste är inte journalfört.
said-demo-made = { $families ->
    [one] Demoregistret med { $families } familj finns nu i { $path }.
   *[other] Demoregistret med { $families } familjer finns nu i { $path }.
}
said-demo-there = Demoregistret finns redan i { $path }.
said-demo-see = Se det: trygg --casebook { $path }
said-demo-progress = { $done } av { $families } familjer
said-progress = { $share } %, { $left } kvar
said-seconds = { $count } s
said-minutes = { $count } min

# Hur många poster av ett slag.
said-import-left-out = Kolumner som utelämnas: { $columns }
said-mapping = Så läses filen; det står i imports.toml under { $name } och ändras där. Inget är inläst.
said-mapping-days = Dagar skrivs i ordningen { $order }.
said-mapping-missing = Kolumner som saknas: { $columns }. Skriv vilka de är under columns, eller vad de alltid är under always.
said-import-tally = { $new } nya, { $changed } ändrade, { $unchanged } oförändrade.
said-import-change = rad { $line } ändrar: { $columns }
said-visit-cancelled = { $at } (rad { $line }): ställs in.
said-visit-moved = { $at } (rad { $line }): kalendern säger nu { $to }.
said-visit-placed = { $at } (rad { $line }): får sin plats.
said-held-settled = { $at } ({ $uid }): umgänget är redan genomfört, inställt eller utelämnat här, eller något är skrivet om det, och är inte ändrat. Ändra det för hand om kalendern har rätt.
said-held-moved-here = { $at } ({ $uid }): umgänget är flyttat här sedan kalendern lästes, och är inte ändrat. Kom överens med enheten, och ändra det för hand.
said-held-older = { $at } ({ $uid }): en nyare version är redan inläst; umgänget är inte ändrat. Är det rätt fil?
said-held-other-place = { $at } ({ $uid }): platsen är en annan här än i kalendern, och är inte ändrad. Ändra den för hand om kalendern har rätt.
said-held-other-child = { $at } ({ $uid }): umgänget står på ett annat barn här, och är inte ändrat. Ta bort det där, och läs in filen igen.
said-held-beside = { $at } ({ $uid }): barnet träffar samma personer en annan tid samma dag, och inget nytt är planerat. Flytta det umgänget, eller skriv in det här för hand.
said-held-gone = { $at } ({ $uid }): kalendern har inte längre umgänget, som står kvar. Fråga enheten, och ställ in det för hand om det inte blir av.
said-without-place = { $count ->
    [one] Ett umgänge är utan plats: kalenderns är inte känd. Skriv den under words.place i imports.toml, och läs in filen igen.
   *[other] { $count } umgängen är utan plats: kalenderns är inte känd. Skriv den under words.place i imports.toml, och läs in filen igen.
}
said-import-more = och { $more } ändrade rader till
said-import-again = { $count ->
    [one] En rad säger detsamma som en tidigare rad och är inläst för sig: rad { $lines }.
   *[other] { $count } rader säger detsamma som en tidigare rad och är inlästa för sig: rad { $lines }.
}
said-new-staff = { $count ->
    [one] Ett namn i personalen är nytt: { $names }.
   *[other] { $count } namn i personalen är nya: { $names }.
}
rows-network = { $rows ->
    [one] { $rows } nätverkskarta
   *[other] { $rows } nätverkskartor
}

# Familjens sida.
page-people = Personer
page-placements = Placeringar
page-last = Senaste träff
page-next = Nästa träff
page-none = ingen
page-years = { $years } år
page-hidden = skyddad
page-arrangements = Umgänge
page-next-visits = Nästa umgängen
page-restrictions = Begränsningar
page-ladder = Umgängestrappan

# Kalenderfiler.
calendar-busy = Upptagen
calendar-visit = Umgänge { $between }
calendar-of = Umgängen: { $name }
calendar-of-all = Umgängen

# Vad undersökningen tittar på.
check-directory = Bara ägaren kommer åt filerna; filer: { $count }
check-key_files = Nyckelfilerna är hela; användare: { $count }
check-settings = Enhetens egna inställningar gäller
check-disk = Registret ligger på en disk i den här maskinen
check-room = Det finns plats på disken; kvar, i MiB: { $count }
check-clock = Klockan går vidare där loggen slutade
check-package = Programmet är { $package ->
    [none] { $version }, inte ur något paket
   *[other] { $version } ur paketet { $package }, byggt av { $commit }
}
check-cores = En krasch lämnar inget av minnet i en fil
check-swap = Det som är i minnet hamnar inte oskyddat på någon disk
check-accounts = Programmet har ett eget konto
check-format = Registrets format: { $count }
check-encryption = Varje sida är krypterad och orörd; sidor: { $count }
check-integrity = Databasen är hel; sidor: { $count }
check-references = Inget hänvisar till något som saknas; familjer: { $count }
check-journal = Loggen är obruten; rader: { $count }
check-head = Registret når så långt som det har nått; rad { $count }
check-good = bra
check-look = OBS
check-bad = FEL

# Hur det rättas när det som hittades inte säger det självt.
mend-directory = Lägg tillbaka det som saknas från en säkerhetskopia.
mend-key_files = Ta bort det i keys/ som inte hör till någon användare; lägg tillbaka det som är skadat eller saknas från en säkerhetskopia.
mend-settings = Rätta filen, eller ta bort den: då gäller det som följer med programmet.
mend-disk = Fråga den som sköter maskinen vilken disk registret ligger på.
mend-room = Fråga den som sköter maskinen hur mycket plats som är kvar.
mend-package = Installera om paketet.
mend-format = Öppna registret en gång med det här programmet; hjälper det inte, återställ från en säkerhetskopia.
mend-encryption = Återställ från en säkerhetskopia: sidor har ändrats eller är trasiga.
mend-integrity = Återställ från en säkerhetskopia: databasen är trasig.
mend-references = Återställ från en säkerhetskopia: poster hänvisar till något som inte finns.
mend-journal = Återställ från en säkerhetskopia, och ta reda på vem som har ändrat filen: loggen har en lucka.

problem-found = { $said }
problem-others-can-read = { $path } { $mode }: andra än ägaren kommer åt den.
    .hint = chmod { $right } på det som nämns.
problem-other-owner = { $path } tillhör kontot { $owner }; programmet körs som { $own }.
    .hint = Undersök registret som kontot som äger det; är det redan rätt konto: chown på det som nämns.
problem-casebook-link = { $path } är en länk: det den leder till kan ligga där andra kommer åt det, eller saknas i en kopia.
    .hint = Lägg själva filen där.
problem-way-open = { $path } kan ändras av andra: de kan lägga ett annat register där.
    .hint = Låt bara root, eller programmets konto, skriva i mapparna ovanför registret (chmod go-w), eller lägg registret någon annanstans.
problem-disk-of-network = { $path } ligger på en nätverksdisk ({ $kind }). Enheten har sagt att dess lås håller och att en enda maskin öppnar registret.
    .hint = En disk i maskinen är säkrare och snabbare; kopior till en annan maskin görs med backup.
problem-disk-unknown = { $path } ligger på ett filsystem som ett program gör ({ $kind }); om dess lås håller går inte att veta.
    .hint = Lägg registret på en disk i maskinen. Har andra samma disk kan det som sparas skriva över varandra.
problem-disk-in-memory = { $path } ligger i minnet ({ $kind }) och är borta när maskinen startas om.
    .hint = Lägg registret på en disk.
problem-little-room = { $left } MiB är kvar; ett register av den här storleken behöver { $wanted } MiB för att kunna kopieras.
    .hint = Gör plats på disken; det som inte kan sparas blir ett utkast eller inget alls.
problem-few-files = Det går bara att skapa { $left } filer till på disken.
    .hint = Ta bort filer som ingen behöver på den disken.
problem-clock-behind = Klockan säger { $now }, och loggens sista rad är från { $last }.
    .hint = Ställ klockan, och låt nätet ställa den (timedatectl set-ntp true): frister och logg går efter den.
problem-clock-wrong = Klockan säger { $now }, och det kan inte stämma.
    .hint = Ställ klockan, och låt nätet ställa den (timedatectl set-ntp true): frister och logg går efter den.
problem-core-files = En krasch skulle skriva minnet, med namn och nycklar, i en fil ({ $pattern }).
    .hint = Förbjud det för programmets konto: "* hard core 0" i /etc/security/limits.conf, och Storage=none i /etc/systemd/coredump.conf.
problem-package-other-program = Programmet som körs är inte det som ligger i paketet { $package } { $version }.
    .hint = Ta reda på vem som har bytt det, och installera om paketet.
problem-package-unread = { $path } säger inte vilket paket programmet kommer ur.
    .hint = Installera om paketet.
problem-open-swap = { $path } är inte krypterad: namn och text i minnet kan hamna där.
    .hint = Stäng av den (swapoff, /etc/fstab), eller kryptera den med en nyckel för stunden (/etc/crypttab: swap, /dev/urandom).
problem-runs-as-root = Programmet körs som root.
    .hint = Ge det ett eget konto (docs/sv/ssh.md): då är ett fel i det inte ett fel i hela maskinen.
problem-shared-account = Kontot har flera namn: { $names }. Vart och ett av dem kan läsa registrets filer.
    .hint = Ge programmet ett konto som ingen annan har.
problem-network-disk = { $path } ligger på en nätverksdisk ({ $kind }): där går det inte att lita på låsen som gör att två som sparar samtidigt inte skriver över varandra. Registret öppnades inte.
    .hint = Lägg det på en disk i maskinen. Bara om en enda maskin någonsin öppnar det, och den som sköter disken svarar för dess lås: skriv network_disk = "{ $promise }" i { $file } bredvid databasen.
problem-place-file = { $file } säger något annat än det enda som kan stå där, och används inte.
    .hint = network_disk = "{ $promise }", eller ingen fil.

# Kalendern.
parity-odd = udda
parity-even = jämn

# Fel i en rad av en fil.
import-mistake = rad { $line }, kolumn { $column }, ”{ $value }”: { $reason }
import-more = { $more ->
    [one] och { $more } fel till
   *[other] och { $more } fel till
}
file-fault-missing = måste fyllas i
file-fault-not-a-day = är ingen dag; skriv den som 2026-11-19
file-fault-no-year = saknar år
file-fault-not-yet = har inte varit än
file-fault-too-long = är för långt: högst { $most } tecken
file-fault-too-long-ago = är för länge sedan
file-fault-too-far = ligger mer än trettio år bort
file-fault-before-birth = är före barnets födelsedag
file-fault-formula-error = är ett fel som kalkylbladet visar, inget värde
file-fault-too-soon = har inte varit än; skriv utfallet som planned
file-fault-not-a-time = är inget klockslag; skriv det som 14:30
file-fault-not-a-length = är inget antal minuter mellan 1 och 1440
file-fault-not-in-list = finns inte i listan: { $candidates }
file-fault-not-in-open-list = finns inte i listan: { $candidates }
file-fault-ambiguous = kan vara { $candidates }
file-fault-no-such-family = är ingen familj i registret
file-fault-no-such-visit = är inget umgänge som barnet har då
file-fault-of-the-series = gäller hela serien och kan bara ändras i programmet
file-fault-differs = finns redan med annat innehåll; ändra den serien i programmet
file-fault-no-such-record = är ingen sådan post i familjen
file-fault-no-such-person = är ingen person i familjen
file-fault-not-one-of-all = är ingen person i registret
file-fault-not-a-child = är inget barn i familjen
file-fault-not-an-identity = är inget giltigt person- eller samordningsnummer med tolv siffror, och inget reservnummer
file-fault-only-with-number = står utan nummer
file-fault-other-system = passar inte numret, som är av sorten { $candidates }
file-fault-not-a-goal = är inget mål; skriv det som 2, 2=+1 eller 2=done
file-fault-not-a-level = är ingen måluppfyllelse; skriv -2, -1, 0, 1 eller 2
file-fault-no-such-goal = är inget mål i familjen
file-fault-of-somebody-else = är någon annans mål än personens på raden
file-fault-is-a-child = är ett barn; krisstöd är för en förälder
file-fault-before = ligger före { $earlier }
file-fault-on-another-side = stämmer inte med cancelled_by
file-fault-only-when-cancelled = går bara ihop med utfallet cancelled
file-fault-only-when-answered = går bara ihop med support_asked, follow_up_opened och referral_sent
file-fault-only-when-ended = går bara ihop med ended_on
file-fault-only-with-school-change = går inte ihop med school_change no
file-fault-not-a-code = är ingen kod; små bokstäver a–z, siffror och _
file-fault-taken = är redan upptaget, i filen eller i registret
file-fault-masked = doldes när filen gjordes; skriv uppgiften, eller lämna cellen tom
file-fault-double = raden säger samma sak som en annan rad eller en post i registret
file-fault-is-the-ego = är den som kartan är ritad med, och står inte på sin egen karta
file-fault-not-on-map = finns inte bland de andra på samma karta: { $candidates }
file-fault-not-a-number = är inget heltal från { $least } till { $most }
file-fault-not-a-count = är varken ett heltal från { $least } till { $most } eller not_measured
file-fault-other-year = ligger i ett annat år än { $other }
file-fault-not-a-pattern = är inget mönster; skriv till exempel even sat eller alternate sat
file-fault-not-a-step = är inget steg på umgängestrappan; där finns { $candidates }
file-fault-only-one = bara en kan stå här
file-fault-is-the-child = barnet kan inte träffa sig självt
file-fault-not-of-the-visit = bara barnet och de som skulle komma kan stå här
file-fault-only-with-week-numbers = går bara ihop med jämna eller udda veckor
file-fault-only-in-series = går bara ihop med dagar som återkommer
file-fault-not-both = skriv det här eller { $other }, inte båda
file-fault-no-days = ligger före den första dagen
file-fault-ends-at-once = slutet måste komma efter början
file-fault-only-within-week = hela serien flyttas bara inom veckan
file-fault-restricted = { $child } – { $with }: { $breach ->
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
    }; kolumnen despite säger varför det blir av ändå
arg-for_one = En fil för en person i familjen, efter beteckning: bara det som rör personen, bara koder, dagar, tider och tal, och av fri text bara anteckningar som har bockats för (t medan man läser träffen). Vad en anteckning röjer kan inget program veta
arg-for_one-value = BETECKNING
problem-no-such-person-here = Ingen person har beteckningen ”{ $value }”.
problem-for-another-family = Personen hör inte till den familjen.
problem-not-for-one = Det här slaget kan inte skrivas ut för en enda person (--for).

file-fault-no-such-group = är ingen grupp i teamet
file-fault-no-such-meeting = är inget möte i gruppen
file-fault-not-a-wish = är inga önskade teman; skriv dem som skärmtid=3;ekonomi=1
file-fault-not-a-mean = är inget medelvärde; skriv det som 4.1
file-fault-event-time = har ingen tid som går att läsa; rätta den i kalendern, eller skriv texten under left_out i imports.toml
file-fault-event-zone = är i en tidszon som inte är känd; rätta den i kalendern, eller skriv texten under left_out i imports.toml
file-fault-event-rule = återkommer på ett sätt som inte går att läsa; rätta det i kalendern, eller skriv texten under left_out i imports.toml
file-fault-event-backwards = slutar innan den börjar; rätta den i kalendern, eller skriv texten under left_out i imports.toml
file-fault-event-without-uid = saknar UID, så att den inte går att känna igen nästa gång; be om en fil med UID
file-fault-event-nobody = nämner inget barn i registret; skriv texten under events i imports.toml med child_ref, eller under left_out
file-fault-several-meant = kan vara { $candidates }; skriv texten under events i imports.toml med child_ref, eller under left_out
file-fault-only-who-is-there = utan person kan det bara vara yes
