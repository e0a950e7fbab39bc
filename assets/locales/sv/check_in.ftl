# Uppgifter och den veckovisa avstämningen.

field-who = Vem

fault-no_such_staff = ”{ $value }”: ingen i personalen heter så; menas { $candidates }? En ny skrivs ny:Namn
fault-ambiguous_staff = ”{ $value }” kan vara { $candidates }
fault-missing_what = vad ska göras?
slot-who = vem är redan angivet

do-new-task = Ny uppgift eller egen påminnelse, som formulär

task-no-day = ingen dag
task-own = egen påminnelse
quick-hint-task = vad som ska göras, dag, @vem; familjen först eller sist, hela namnet eller början med kolon: lind: ring skolan fre @Sara
said-task-added = Uppgiften är sparad.

as-before = som förra veckan

record-title = Avstämning { $day }
record-present = Närvarande: { $names }
record-goes-on = Pågår.
record-decisions = BESLUT ({ $count })
record-tasks = UPPGIFTER ({ $count })
record-not-reached = EJ GENOMGÅNGNA ({ $count })
record-said = GENOMGÅNGNA ({ $count })
record-kept-back = { $count ->
    [one] En familj till, som du inte når.
   *[other] { $count } familjer till, som du inte når.
}

problem-no-check-in = Ingen avstämning { $day }.
    .hint = trygg list check-ins visar vilka dagar det finns.

do-check-in = Avstämning: gå med i den som pågår, eller börja en
do-new-check-in = Börja en ny avstämning
do-begin-run = Börja avstämningen
do-whose-run = Mina familjer eller alla
do-slower = Längre tid per familj
do-faster = Kortare tid per familj
do-green = Grön, sedan meningen
do-yellow = Gul, sedan meningen
do-red = Röd, sedan meningen
do-as-before = Som förra veckan, och nästa familj
do-save-next = Spara, och nästa familj
do-skip-family = Hoppa över familjen tills vidare
do-previous-family = Tillbaka till familjen före
do-add-family = Lägg till en familj
do-present = Vilka som är närvarande
do-follow-run = Tillsammans med de andra, eller egen väg
do-end-run = Avsluta avstämningen och visa protokollet
do-to-keys = Ut ur raden; det skrivna står kvar

bar-check-in = avstämning
bar-begin-run = börja
bar-whose-run = mina/alla
bar-slower = takt
bar-as-before = som förra
bar-save-next = spara
bar-skip-family = senare
bar-previous-family = åter
bar-add-family = familj
bar-follow-run = egen väg
bar-end-run = avsluta
bar-to-keys = ut

run-title = Avstämning
run-title-at = Avstämning { $place } av { $all } · { $left } kvar · { $pace } min/familj
run-title-together = tillsammans
run-title-own = egen väg
run-title-ended = avslutad
run-begin = AVSTÄMNING
run-present = Närvarande
run-families = Familjer
run-pace = Takt
run-mine = mina, { $count }; Tab för alla
run-everyones = alla, { $count }; Tab för mina
run-pace-told = { $pace } min/familj, omkring { $minutes } min; pil upp och ned ändrar
run-setup-hint = Tre bokstäver räcker för en kollega; ingen är du själv. De som inte nämnts på två veckor kommer först.
run-present-hint = namnen, eller deras början, med mellanslag mellan
run-no-families = Det finns inga familjer att gå igenom.
run-joined = Med i avstämningen som { $name } började.
run-left = Avstämningen pågår; c går med igen.
run-ended = Avstämningen är avslutad.
run-ended-elsewhere = Någon har avslutat avstämningen.
run-never = aldrig nämnd
run-long-ago = { $days } dagar sedan sist
run-before = FÖRRA GÅNGEN  { $day }  { $colour }  { $name }
run-nothing-said = Familjen har inte varit uppe förut.
run-decided = Beslut: { $what }
run-since = SEDAN { $day }  { $counts }
run-sessions = { $count ->
    [0] ingen träff
    [one] 1 träff
   *[other] { $count } träffar
}
run-visits = { $count ->
    [one] 1 umgänge
   *[other] { $count } umgängen
}
run-missed = { $count } blev inte av
run-visit = { $day }  umgänge  { $between }
run-sentence = Mening
run-step = Nästa steg
run-decision = Beslut
run-add = Lägg till
run-said-by = ✓ sagt av { $name }
run-said-as-before = ✓ som förra, { $name }
run-skipped = överhoppad tills vidare
run-hint-keys = 1 2 3 färg och sedan meningen; mellanslag är som förra gången
run-hint-first = 1 2 3 färg och sedan meningen
run-hint-line = Tab till nästa rad; Enter sparar och går till nästa familj
run-hint-step = vad, dag och @vem: ring skolan fre @Sara
run-is-task = → uppgift: { $what }
run-no-task = → { $what }; med @vem blir det en uppgift
run-coming = Härnäst  { $names }
run-none-after = Ingen familj kvar efter den här.
run-choose-colour = Välj färg: 1, 2 eller 3.
run-nothing-before = Det finns inget att ta över från förra gången.
run-something-typed = Något är skrivet: Enter sparar det, Ctrl-D kastar det.
run-said-already = Det är redan sagt; ändra det, eller gå vidare med Enter.
run-all-done = Alla familjer är genomgångna. e avslutar och visar protokollet.
run-no-other = Det här är den enda familjen som är kvar.
run-first = Det här är den första familjen.
run-own-way = Egen väg: du bläddrar själv. f följer de andra igen.
run-together = Tillsammans: alla ser samma familj.
run-together-after = Tillsammans igen när det skrivna är sparat.
run-others-went-on = De andra har gått vidare; det du skriver står kvar tills du sparar.
run-said-meanwhile = { $name } har just sparat om samma familj. Ditt står kvar; Enter visar båda.
run-no-such-family = Ingen familj heter så.
run-several-families = Flera familjer börjar så; skriv mer.
run-added = { $name } är med, efter den här familjen.
run-hint-said = Sagt; ändra det, eller gå vidare med Enter
run-elsewhere = De andra talar om en familj som du inte når; du ser dina egna.
run-end-for-all = { $count } familjer är kvar. e igen avslutar avstämningen för alla.
run-is-over = Avstämningen är avslutad. Esc stänger, C börjar en ny.
