# Gallring.
purge-propose = föreslås gallras: kan gallras sedan { $due }, ska vara gallrad { $by }
purge-wait-until = väntar till { $day }
purge-wait = väntar
purge-keep = bevaras
purge-holds-yes = ja
purge-holds-no = nej
purge-holds-unknown = okänt
purge-ground-closed = avslutad
purge-ground-after_last_note = tiden efter den sista anteckningen har gått, kan gallras från
purge-ground-thirty_years_after_birth = trettio år har gått sedan yngsta barnet föddes, från
purge-ground-child_placed = ett barn har varit placerat
purge-ground-research_whole = kommunen bevarar alla akter
purge-ground-research_sample = någon är född den 5, 15 eller 25
purge-proposed = { $families ->
    [0] Inget föreslås gallras.
    [one] 1 akt föreslås gallras. Begär det med: trygg purge
   *[other] { $families } akter föreslås gallras. Begär det med: trygg purge
}
purge-asked = { $families ->
    [one] Gallring { $number } av 1 akt är begärd.
   *[other] Gallring { $number } av { $families } akter är begärd.
} Någon annan bekräftar den: trygg purge --confirm { $number }
purge-withdrawn = Gallring { $number } är återtagen; inget gallras.
purge-done = { $families ->
    [one] Gallring { $number }: 1 akt är gallrad.
   *[other] Gallring { $number }: { $families } akter är gallrade.
}
purge-rows = { $rows ->
    [one] 1 rad i loggen finns kvar utan innehåll.
   *[other] { $rows } rader i loggen finns kvar utan innehåll.
}
purge-copies = { $copies ->
    [0] Ingen äldre säkerhetskopia är känd.
    [one] 1 äldre säkerhetskopia innehåller akterna tills den tas bort:
   *[other] { $copies } äldre säkerhetskopior innehåller akterna tills de tas bort:
}
purge-copy-until = senast { $day }, om nya görs på samma ställe
purge-copy-next = tills nästa görs
purge-request-waits = { $number }  { $families ->
    [one] 1 akt
   *[other] { $families } akter
}, begärd av { $user } { $day }, väntar på att någon annan bekräftar
purge-request-done = { $number }  { $families ->
    [one] 1 akt
   *[other] { $families } akter
}, begärd av { $user } { $day }, bekräftad och gallrad av { $by } { $at }
purge-request-withdrawn = { $number }  { $families ->
    [one] 1 akt
   *[other] { $families } akter
}, begärd av { $user } { $day }, återtagen av { $by } { $at }
purge-no-requests = Ingen gallring är begärd.
matter-purge = { $families ->
    [one] Gallring { $number } av 1 akt, begärd av { $user }
   *[other] Gallring { $number } av { $families } akter, begärd av { $user }
}
matter-purge-do = Se vad som gallras och varför med trygg purge --dry-run. Bekräfta som någon annan än den som begärde med trygg purge --confirm { $number }, eller ta tillbaka med trygg purge --withdraw { $number }.
cmd-purge = Gallring: vad reglerna föreslår och varför; begära och, som någon annan, bekräfta
cmd-purge-usage = trygg purge [--dry-run|--count] [--family FAMILJ] [--requests] [--confirm NR] [--withdraw NR] [--json]
arg-confirm = Bekräftar en gallring som någon annan har begärt, och gallrar
arg-confirm-value = NR
arg-withdraw = Tar tillbaka en begärd gallring
arg-withdraw-value = NR
arg-requests = Räknar upp begärda gallringar, med protokoll i JSON
problem-purge-rules = Gallringsreglerna kan inte läsas: { $why }.
    .hint = Rätta purge.toml i registrets katalog; formen står i assets/purge.toml.
problem-nothing-to-purge = Ingen akt föreslås gallras.
problem-purge-not-proposed = Akten { $family } föreslås inte gallras, så inget gallras.
    .hint = Se varför med trygg purge --dry-run --family { $family }.
problem-purge-needs-another = Den som har begärt en gallring kan inte bekräfta den.
    .hint = Be en kollega som får bekräfta.
problem-purge-changed = En av akterna föreslås inte längre gallras, så inget gallras.
    .hint = Ta tillbaka gallringen med trygg purge --withdraw; den som begärde den kan begära en ny.
problem-purge-ended = Gallringen är redan bekräftad eller återtagen.
problem-purge-in-log = Akterna är gallrade, men databasens logg kunde inte tömmas, för någon läste hela tiden.
    .hint = Den töms när alla har stängt programmet.

# Utdrag för en person.
cmd-extract = Registerutdrag: allt som registret har om en person, för den personen
cmd-extract-usage = trygg extract PERSON [--out FIL] [--json]
arg-of_person = Personens beteckning
arg-of_person-value = PERSON
extract-title = Registerutdrag för { $person }, { $day }
extract-what = Det som registret har om personen i kodade fält, och anteckningar som någon har läst och kryssat för. Det som står som * lämnas inte ut så här: fri text prövas mot sekretessen av en människa innan den lämnas ut.
extract-nothing = Registret har inget om personen.
extract-journal = Vem som har läst akten är ett eget utdrag: trygg access log --for.

# Rättelse med spår.
cmd-correct = Rättar en uppgift med skäl; det som stod finns kvar i loggen. Med --changes: vad som har ändrats
cmd-correct-usage = trygg correct SLAG NUMMER FÄLT=VÄRDE ... --reason TEXT [--asked-by VEM] [--changes] [--json]
arg-corrected_kind = Vad som rättas: { $kinds }
arg-corrected_kind-value = SLAG
arg-number = Postens nummer, som list --json skriver det (id)
arg-number-value = NUMMER
arg-anew = Vad som ska stå, som i filer: outcome=cancelled
arg-anew-value = FÄLT=VÄRDE
arg-reason = Varför det rättas
arg-reason-value = TEXT
arg-asked_by = Vem som bad om det
arg-asked_by-value = VEM
arg-changes = Visar vem som har ändrat posten, när och varför
said-corrected = Post { $number } är rättad; det som stod finns kvar i loggen.
changed-add = skrev
changed-change = ändrade
changed-remove = tog bort
changed-because = Rättelse: { $reason }
changed-because-asked = Rättelse: { $reason } (på begäran av { $asked_by })
problem-column-and-value = Skriv fält=värde, inte { $value }.
problem-no-such-column = Det finns inget fält { $column }.
    .hint = Fälten heter som i exporten av slaget.
problem-not-corrected-so = { $kind } rättas i gränssnittet, inte så här.
problem-cannot-be-corrected = Det kan inte rättas så: { $why }
problem-corrected-meanwhile = Någon annan har ändrat posten under tiden.
    .hint = Se vad som står nu och försök igen.
problem-correction-without-reason = En rättelse behöver ett skäl.
    .hint = Lägg till --reason "varför".
