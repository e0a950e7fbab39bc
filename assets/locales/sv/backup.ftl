# Säkerhetskopior och reserven på en andra värd.

cmd-backup = Gör en säkerhetskopia medan andra arbetar, prövar den och gallrar äldre
cmd-backup-usage = trygg backup KATALOG [--json]
cmd-restore = Gör ett register av en säkerhetskopia, där --casebook säger; skriver aldrig över något
cmd-restore-usage = trygg restore KOPIA --casebook KATALOG [--json]
cmd-standby = Håller en reserv på en andra värd, och tar den i bruk när den första är borta
cmd-standby-usage =
    trygg standby PLATS [--json]
    {"  "}trygg standby PLATS --promote [--json]
    {"  "}trygg standby PLATS --end [--json]

arg-backup_place = Katalog som rymmer flera kopior; varje kopia får en egen katalog med tiden i UTC som namn. Hur många som behålls står i backup.toml i registrets katalog
arg-backup_place-value = KATALOG
arg-copy = En kopia, eller katalogen med flera: då den nyaste
arg-copy-value = KOPIA
arg-standby_place = En katalog, eller VÄRD:KATALOG som nås med rsync över ssh
arg-standby_place-value = PLATS
arg-promote = På den andra värden: gör den nyaste hela reserven till registret; det står sedan i loggen
arg-end_standby = Platsen får ingen reserv längre; det som ligger där ligger kvar

said-backup = Säkerhetskopian är gjord och prövad: { $path }, till och med rad { $row } i loggen.
said-backup-kept = { $removed ->
    [0] På platsen finns nu { $kept }, den äldsta från { $oldest }.
   *[other] På platsen finns nu { $kept }, den äldsta från { $oldest }; { $removed } äldre togs bort.
}
said-backup-keeping = Den sista behålls för { $daily } dagar, { $weekly } veckor och { $monthly } månader; den här är borta senast { $goes_by }.
said-restore = Registret är återställt i { $path } ur kopian från { $at }, till och med rad { $row } i loggen.
said-restore-lost = Det som skrevs under de { $age } som gått sedan kopian gjordes finns inte här.
said-standby = Reserven är gjord och prövad: { $place }, till och med rad { $row } i loggen. Andra fick vänta { $held } ms. Det som skrivs fram till nästa körning går förlorat om den här värden gör det.
said-standby-promoted = Reserven från { $at } är nu registret: { $path }, till och med rad { $row } i loggen. Öppna det med --casebook { $path }.
said-standby-ended = { $place } får ingen reserv längre. Ta bort det som ligger där.

long-minutes = { $count ->
    [one] 1 minut
   *[other] { $count } minuter
}
long-hours = { $count ->
    [one] 1 timme
   *[other] { $count } timmar
}
long-days = { $count ->
    [one] 1 dygn
   *[other] { $count } dygn
}

check-backups = Säkerhetskopior som är hela: { $count }
check-standbys = Platser med en reserv: { $count }
mend-backups = Kör trygg backup och se vad den säger.
mend-standbys = Kör trygg standby och se vad den säger.
problem-backup-never = Registret har ingen säkerhetskopia.
    .hint = Kör trygg backup KATALOG, helst på en annan disk, och låt det göras varje natt.
problem-backup-late = Den senaste hela säkerhetskopian är från { $at }, i { $place }.
    .hint = Kör trygg backup, eller se varför den inte gjordes av sig själv. När den är för gammal står i backup.toml.
problem-backup-failed = Säkerhetskopieringen blev inte av; den senaste hela är från { $at }, i { $place }.
    .hint = Är disken full, eller inte ansluten? Kör trygg backup och se vad den säger.
problem-backup-failed-first = Säkerhetskopieringen blev inte av, och ingen hel kopia finns.
    .hint = Är disken full, eller inte ansluten? Kör trygg backup och se vad den säger.
problem-standby-late = Reserven i { $place } är från { $at }.
    .hint = Kör trygg standby och se vad den säger, eller säg med --end att platsen inte används.
problem-standby-never = Reserven i { $place } har aldrig blivit av.
    .hint = Kör trygg standby och se vad den säger, eller säg med --end att platsen inte används.

matter-backup-never = Registret har ingen säkerhetskopia
matter-backup-never-do = trygg backup KATALOG gör en. Den som sköter datorn kan låta den göras av sig själv varje natt.
matter-backup-late = Den senaste säkerhetskopian är för gammal
matter-backup-late-do = Den i { $place } är den senaste hela. Kör trygg backup, eller se varför den inte gjordes av sig själv.
matter-backup-failed = Säkerhetskopieringen blev inte av
matter-backup-failed-do = Är disken full, eller inte ansluten? Kör trygg backup och se vad den säger; trygg doctor säger vilken kopia som är den senaste hela.
matter-standby-late = Reserven på den andra värden har stannat
matter-standby-late-do = Reserven i { $place } förnyas inte längre. Kör trygg standby och se vad den säger, eller säg med --end att platsen inte används.

problem-backup-rules = Filen { $file } med regler för säkerhetskopior går inte att läsa; den används inte.
    .hint = Den kan ange daily, weekly, monthly, late_after_hours och standby_late_after_minutes, hela tal.
problem-backup-rules-number = { $name } i { $file } ska vara mellan { $least } och { $most }; filen används inte.
problem-copy-place-link = { $path } är en länk till { $to }.
    .hint = Ange katalogen själv: den som kan ändra länken bestämmer annars var kopiorna hamnar.
problem-copy-in-casebook = Kopior kan inte ligga i registrets egen katalog, annat än i dess katalog backups: { $path }
    .hint = Välj en katalog på en annan disk.
problem-copy-place-open = Andra kan skriva i { $path }, eller äger katalogen.
    .hint = Kör: chmod 700 { $path }, eller välj en katalog som är din egen.
problem-copy-same-disk = { $path } ligger på samma disk som registret: en disk som går sönder tar båda.
problem-copy-open-disk = Disken med { $path } kan inte hålla filer för sin ägare: vem som än kommer åt den kan läsa de krypterade filerna.
problem-copy-not-journalled = Registrets egen disk kan inte skrivas till: kopian är gjord men står inte i loggen.
problem-copy-disk-full = Disken med { $path } är full; ingen kopia gjordes, och de som fanns finns kvar.
    .hint = Frigör plats där, eller behåll färre i backup.toml.
problem-copy-disk-failed = Kopian kunde inte skrivas till { $path }; de som fanns finns kvar.
problem-copy-not-whole = Kopian i { $path } är inte hel: { $what ->
    [open] databasen går inte att öppna
    [pages] databasens sidor hör inte ihop
    [empty] databasen är tom
    [references] något hänvisar till det som saknas
    [journal] loggen har luckor
    [rows] loggen slutar före det som kopian säger om sig själv
   *[bytes] det som kom fram är inte det som sändes
}.
    .hint = Använd den inte; ta en annan kopia.
problem-copy-chain = Loggens kedja håller inte: någon har ändrat något i registret. Kopian är gjord ändå.
    .hint = Kör trygg verify i registret, och behåll äldre kopior tills det är utrett.
found-restored = rad { $row }: { $user } gjorde { $at } registret av en kopia; det som skrevs efter den finns inte
noun-backup = säkerhetskopia
problem-read-copies = Kopiorna i { $path } kunde inte läsas.
problem-read-part = { $path } kunde inte läsas, eller är ingen vanlig fil.
problem-remove-copy = Den gamla kopian { $path } kunde inte tas bort.
problem-no-copy = Det finns ingen hel kopia i { $path }.
problem-no-standby = Det finns ingen hel reserv i { $path }.
problem-casebook-is-copy = { $kind ->
    [standby] { $path } är en reserv och öppnas inte förrän den tagits i bruk.
   *[other] { $path } är en säkerhetskopia och öppnas inte där den ligger.
}
    .hint = Kör trygg restore, eller för en reserv på den andra värden: trygg standby PLATS --promote
problem-standby-promoted = Reserven { $path } har tagits i bruk.
    .hint = Den här värdens register är inte längre det som gäller. Låt ingen skriva i det.
problem-standby-running = En reserv görs redan just nu.
problem-standby-place = { $path } är ingen plats för en reserv.
    .hint = Skriv en katalog, eller VÄRD:/KATALOG med bokstäver a till z, siffror, punkt, bindestreck och understreck.
problem-standby-unknown = { $path } är ingen plats som får en reserv.
problem-program-missing = Programmet { $program } finns inte.
    .hint = Installera det; en reserv på en annan värd behöver rsync och ssh.
problem-program-failed = Programmet { $program } misslyckades.
    .hint = Med --verbose sägs varför.
