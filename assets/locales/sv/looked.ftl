# Vem som har läst: loggen, uppföljningen, och vad den som det gäller får veta.

looked-when = När
looked-who = Vem
looked-did = Vad
looked-whose = Familj
looked-whence = Varifrån
looked-why = Varför
looked-did-what = { $did }: { $what }
looked-families = { $count ->
    [one] en familj
   *[other] { $count } familjer
}
looked-more = { $names } och { $count } till
looked-noun-handover = överlämningsbladet
looked-noun-main-record = att föra in i huvudsystemet
looked-noun-dossier = akten
looked-noun-calendar = kalendern
looked-noun-network = nätverkskartor
looked-noun-due = uppgifter med tid
looked-noun-duty = uppgifter med tid
looked-noun-news = vad kollegor gjort
looked-noun-place = en plats som hålls tillbaka
looked-noun-deadlines = rapporten om tider
looked-noun-access-log = loggen
looked-noun-access-finding = logguppföljningen
noun-access_finding = fynd i logguppföljningen
looked-noun-week = veckan
looked-noun-families = familjer
looked-noun-people = personer
looked-noun-sessions = träffar
looked-noun-visits = umgängen
looked-noun-placements = placeringar
looked-noun-restrictions = begränsningar
looked-noun-tree = släktträdet
looked-noun-search = namn, nummer eller ärende
looked-noun-casebook = registret
looked-noun-unlock = registret

told-title = Vem som har läst i akten
told-whom = Utdrag för { $name }, ärende { $case }
told-period = Från och med { $from } till och med { $to }
told-beginning = början
told-now = nu
told-did-read = läste i akten
told-did-took-out = tog ut uppgifter ur akten i en fil
told-did-printed = skrev ut uppgifter ur akten
told-nobody = Ingen har läst i akten under den tiden.
told-listed = { $count ->
    [one] Familjen har dessutom visats en gång i en lista eller en sökning, där bara namn och ärende syns.
   *[other] Familjen har dessutom visats { $count } gånger i listor och sökningar, där bara namn och ärende syns.
}
told-only-yours = Här står det som rör dig. Läsning av det som bara rör någon annan står inte här.
told-no-names = Personalens namn lämnas inte ut; här står vilken uppgift de har.
said-looks-told = Utdraget står i { $path }

finding = { $signal }: { $user }, { $whose }
finding-family = { $name } { $case }
finding-several = flera familjer
review-made = Uppföljning { $number } är gjord ({ $source }).
review-undecided = { $count ->
    [0] Inget väntar på beslut.
    [one] 1 fynd väntar på beslut: trygg access review
   *[other] { $count } fynd väntar på beslut: trygg access review
}
review-nothing = Inget väntar på beslut.
review-how = Besluta: trygg access review --decide NUMMER --as ok|ask|report --note TEXT
review-more = ... och { $count } till, se trygg access log
said-decided = { $finding }: { $decision }
matter-review-due = Logguppföljning: dags för nästa
matter-review-due-do = Enter gör uppföljningen: stickprov och det som sticker ut av vem som har läst vad.
matter-review-undecided = { $count ->
    [one] Logguppföljning: en att granska
   *[other] Logguppföljning: { $count } att granska
}
matter-review-undecided-do = Enter går igenom dem en i taget.

review-question = { $place } av { $count }  { $finding }
review-look = { $at }  { $did }  { $whence }
review-decide-ok = i sin ordning
review-decide-ask = fråga läsaren
review-decide-report = anmäla
review-decide-later = senare
key-review-ok = 1
key-review-ask = 2
key-review-report = 3
key-review-later = s
review-why = Varför? Skriv kort och utan namn.
said-reviewed = Logguppföljningen är klar.

who-looked-title = Vem har läst: { $name }
who-looked-row = { $at }  { $user }  { $did }  { $why }
who-looked-nobody = Ingen har läst ännu.
do-who-looked = Vem som har läst i familjens akt
