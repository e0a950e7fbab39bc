# Överlämningen: vad en kollega som tar över en familj måste veta.

do-hand-over = Överlämning: det som den som tar över måste veta
help-handover = Överlämningen

handover-title = ÖVERLÄMNING
handover-paper = { $day } · { $user }
rows-below = { $rows ->
    [one] en rad till
   *[other] { $rows } rader till
}

handover-restrictions = UMGÄNGE ÄR BEGRÄNSAT
handover-duties = ATT GÖRA DET NÄRMASTE ÅRET
handover-visits = UMGÄNGEN DE NÄRMASTE FYRA VECKORNA
handover-sessions = PLANERADE TRÄFFAR
handover-said-children = LÖFTEN TILL BARNEN
handover-said-parents = LÖFTEN TILL FÖRÄLDRARNA
handover-said-both = LÖFTEN TILL BARN OCH FÖRÄLDRAR TILLSAMMANS
handover-said-others = LÖFTEN TILL ANDRA, ELLER OKLART TILL VEM
handover-wishes = ÖNSKEMÅL OM UMGÄNGE SOM VÄNTAR PÅ SVAR
handover-plan = PLANEN
handover-agreed = ÖVERENSKOMMET EFTER UMGÄNGEN
handover-notes = DE SENASTE ANTECKNINGARNA

handover-days-late = { $days ->
    [one] en dag sent
   *[other] { $days } dagar sent
}
handover-by = personal: { $names }
limit-most_a_month = { $count ->
    [one] högst ett umgänge i månaden
   *[other] högst { $count } umgängen i månaden
}
limit-most_minutes = högst { $count } minuter
handover-place-kept = platsen skrivs inte ut
handover-away = { $names } är borta
handover-decided = beslut { $day }
handover-follow-up = följs upp { $day }
handover-follow-up-late = skulle ha följts upp { $day }
handover-unanswered = { $days ->
    [0] kom i dag
    [one] har väntat en dag
   *[other] har väntat { $days } dagar
}

handover-nothing = Det finns inget att lämna över: inga begränsningar, inget att göra, inga umgängen, inga löften och inga anteckningar.
handover-none = Det finns { $what }.
handover-and = { $first } och { $last }
handover-no-restrictions = inga begränsningar av umgänge
handover-no-duties = inget som väntar på att göras
handover-no-visits = inga umgängen de närmaste fyra veckorna
handover-no-promises = inga löften från de senaste nittio dagarna
handover-no-notes = inga anteckningar
do-dossier = Akten: händelser, begränsningar, önskemål, undantag, relationer, det som skrivits om umgängen
dossier-title = AKTEN
dossier-events = HÄNDELSER
dossier-restrictions = BEGRÄNSNINGAR AV UMGÄNGE
dossier-wishes = ÖNSKEMÅL OM UMGÄNGE
dossier-plan = PLANEN
dossier-exemptions = UNDANTAG FRÅN BEVAKNINGAR
dossier-relations = RELATIONER
dossier-moves = STEG PÅ UMGÄNGESTRAPPAN
dossier-visits = FÖRBERETT OCH SKRIVET OM UMGÄNGEN
dossier-nothing = Inget är antecknat utöver familjens sida och träffarna.
dossier-answered = svar { $day }
dossier-waits = väntar på svar
dossier-step = steg { $steps }
handover-events = DET SOM HAR HÄNT DE SENASTE NITTIO DAGARNA
handover-exemptions = UNDANTAG FRÅN BEVAKNINGAR DET SENASTE ÅRET
handover-relations = RELATIONER
page-noted = { $what } ({ $key } visar)
noted-events = { $count ->
    [one] 1 händelse
   *[other] { $count } händelser
}
noted-restrictions = { $count ->
    [one] 1 begränsning
   *[other] { $count } begränsningar
}
noted-wishes = { $count } önskemål
noted-exemptions = { $count } undantag
noted-relations = { $count ->
    [one] 1 relation
   *[other] { $count } relationer
}
do-main-record = Att föra in i kommunens huvudsystem, och att det är gjort
main-record-since = Att föra in i huvudsystemet sedan { $day }: { $count }
main-record-all = Att föra in i huvudsystemet; inget är märkt som fört in än: { $count }
main-record-changed = ändrad sedan den fördes in
main-record-gone =
    { $count ->
        [one] 1 post som fördes in är borttagen här
       *[other] { $count } poster som fördes in är borttagna här
    }
main-record-what = Dit hör beslut, planer och det som hänt; Trygg är arbetsredskapet och ersätter inte akten.
main-record-given = är infört
key-main-record-given = i
said-main-record-given = Märkt som infört i huvudsystemet.
