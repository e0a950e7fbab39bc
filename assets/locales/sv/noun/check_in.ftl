# All words of one kind of record: check in.

noun-check_in = avstämningen
noun-check-in = avstämningen

form-check_in = Avstämning

field-colour = Färg
field-sentence = Mening
field-decision = Beslut
field-check-ins-by = Antecknad av
field-as_before = Som förra

hint-check-ins-next_step = vad som händer härnäst; med någon som gör det blir det en uppgift
hint-check-ins-who = den som gör det, i personalen

rows-check-ins = { $rows ->
    [one] 1 avstämning
   *[other] { $rows } avstämningar
}

step-add-check_in = avstämning av { $label }
step-change-check_in = ändrad avstämning av { $label }
step-remove-check_in = borttagen avstämning av { $label }

deed-add-check_in = avstämning
deed-change-check_in = ändrad avstämning
deed-remove-check_in = borttagen avstämning
