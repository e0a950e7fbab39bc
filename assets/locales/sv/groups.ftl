# Grupper, lotsningar och luckor på skärmen.

heads-any = { $count } utan namn
heads-of-adults = { $count ->
    [one] 1 vuxen
   *[other] { $count } vuxna
}
heads-of-children = { $count } barn

pane-groups = Grupper
groups-side-groups = teamets grupper
groups-side-referrals = lotsningar
groups-side-gaps = luckor
groups-title-groups = Grupper · { $running } pågår{ $cancelled ->
    [0] {""}
    [1] , 1 inställd före start
   *[other] , { $cancelled } inställda före start
}
problem-no-group = Teamet har ingen grupp { $group }; trygg list groups visar dem.
groups-title-referrals = Grupper · lotsningar, { $whose }
groups-title-open = pågående
groups-title-gaps = Grupper · luckor som ingen fyller
groups-none = Inga grupper ännu: n lägger till en.
referrals-none = Inga lotsningar: n lotsar vidare.
gaps-none = Inga luckor.
group-nobody = Ingen på listan ännu: a skriver vilka som är här, på en rad.
group-no-meeting = Inga möten ännu: n planerar ett.

group-title = { $name } · { $parts }
group-title-every-monday = måndagar
group-title-every-tuesday = tisdagar
group-title-every-wednesday = onsdagar
group-title-every-thursday = torsdagar
group-title-every-friday = fredagar
group-title-every-saturday = lördagar
group-title-every-sunday = söndagar
group-meetings = { $count ->
    [one] 1 möte
   *[other] { $count } möten
}
group-families = { $count ->
    [one] 1 familj
   *[other] { $count } familjer
}
group-next = nästa { $day }
group-theme = tema: { $theme }
group-theme-none = tema: inget ännu
group-wished-on = (önskat av gruppen { $day })
group-others = { $count ->
    [one] 1 från en annan familj
   *[other] { $count } från andra familjer
}
group-heads = + { $count } utan namn: { $of }
group-before = FÖRRA
group-after = NÄSTA
group-came = { $came } av { $asked }
group-gap-heading = LUCKA
group-gap = → lucka: { $gap }
group-wished = önskat: { $themes }
group-wish = { $theme } ({ $voices })
group-attendance = NÄRVARO
group-survey = { $name } efter { $meetings ->
    [one] 1 möte
   *[other] { $meetings } möten
}: { $mean } (n { $n })
group-survey-before = före { $mean } (n { $n })
group-measured = MÄTT
group-measured-more = {""}
group-together = { $area } { $before } → { $after } (n { $n })
group-together-by = { $name }, före och efter
group-survey-name = enkät
group-few = för få svar
group-note = ANTECKNAT
group-meetings-heading = MÖTEN
group-stopped = { $what } – e eller Enter på den ena skriver varför det sker ändå.
group-warned = { $what } – samma tangent igen skriver det ändå.
group-ages = { $ages }
group-by-decision = behovsprövad

roll-hint = vem, och om de var här: anna ja, bo sjuk, cid nej, 3 vuxna, övriga ja · ny: dina berg
roll-refused = En del av raden går inte att förstå; inget är sparat.
roll-empty = Skriv vilka som är här.
roll-nobody = ? { $word }: ingen på listan heter så; skriv familjen också
roll-several = ? { $word }: { $names }
roll-twice = ? { $word }: står redan på raden
roll-all-of = { $count } personer

referral-days = { $days ->
    [one] 1 dag
   *[other] { $days } dgr
}
referral-no-consent = samtycke saknas
referral-outside = utanför katalogen

gap-of = { $area } · { $district } · { $count }
gap-no-area = utan område
gap-no-district = utan distrikt

why-no-meeting = Gruppen har inget möte ännu.
why-nobody-marked = Ingen är märkt.
why-not-told-yet = Inget är sagt om personen ännu: mellanslag eller – säger det.
why-gap-not-removed = En lucka är en lotsning eller ett möte: Enter öppnar det.
ask-remove-attendance = Ta bort närvaron?
ask-remove-meeting = Ta bort mötet { $day }?
ask-remove-group = Ta bort gruppen { $name }?
ask-remove-referral = Ta bort lotsningen till { $to }?

do-go-groups = Grupper
do-next-list = Grupper, lotsningar, luckor
do-previous-list = Luckor, lotsningar, grupper
do-attends = Här, eller inte här
do-stays-away = Inte här
do-roll-line = Närvaro på en rad
do-new-meeting = Nytt möte
do-add-attender = Någon mer, eller antal utan namn
do-edit-group = Ändra gruppen
do-next-column = Nästa kolumn
do-previous-column = Förra kolumnen
do-later-meeting = Nästa möte
do-earlier-meeting = Förra mötet
do-new-referral = Lotsa vidare
bar-new-referral = lotsa
bar-next-list = lotsningar, luckor
bar-attends = här
bar-stays-away = inte här
bar-roll-line = på en rad
bar-new-meeting = nytt möte
bar-later-meeting = nästa möte

referral-consent = samtycke: { $by }
said-referral-added = Sparat, en lotsning:
quick-hint-referral = familj @vem till-vem #område skickad dag samtycke:båda -- varför
fault-missing_actor = till vem?
slot-actor = till vem är redan angivet
slot-stands = läget är redan angivet
slot-consent = samtycket är redan angivet

handover-referrals = LOTSNINGAR SOM INTE ÄR KLARA, OCH LUCKOR
handover-groups = GRUPPER
dossier-referrals = LOTSNINGAR
dossier-groups = GRUPPER
run-groups = gruppmöten { $came } av { $of }
referral-since-needed = behövs sedan { $day }
referral-since-sent = skickad { $day }
referral-since-accepted = mottagen { $day }
referral-since-waiting = väntar sedan { $day }
referral-since-first_visit = första besök { $day }
referral-since-refused = nekad { $day }
referral-since-done = klar { $day }
referral-since-gap = ingen erbjuder det
group-part-counts = var med { $came } av { $of } gånger
group-part-yes = var med
group-part-no = var inte med
group-part-expected = väntas
group-part-left = har slutat

field-need = Behov
field-since = Sedan

looked-noun-gaps = luckor

help-groups = Vilken grupp träffas, och vad är nästa tema? Med Tab: vad som lotsas vidare, och vad ingen erbjuder.
help-group = En grupp vid ett av sina möten: vilka är här, vad önskar de, vad svarade de?
help-rollline = Närvaron på en rad: anna ja, bo sjuk, 3 vuxna, övriga nej.
