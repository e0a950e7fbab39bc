# All words of one kind of record: restriction.

noun-restriction = begränsningen

form-new-restriction = Ny begränsning
form-restriction = Begränsning

field-how = Hur
field-appeal_told = Hänvisning lämnad
field-considered_on = Övervägt
field-contacts = Tillåten form
field-supervised = Bara med stöd
field-most_a_month = Högst per månad
field-most_minutes = Högst minuter

hint-appeal_told = överklagandehänvisning: har personen fått veta hur beslutet överklagas?
hint-considered_on = dagarna då begränsningen övervägts på nytt: 1/9; 19/11
hint-contacts = de former av kontakt som är kvar; tomt är alla

rows-restrictions = { $rows ->
    [one] 1 umgängesbegränsning
   *[other] { $rows } umgängesbegränsningar
}

step-add-restriction = begränsning { $label }
step-change-restriction = ändrad begränsning { $label }
step-remove-restriction = borttagen begränsning { $label }

deed-add-restriction = ny umgängesbegränsning
deed-change-restriction = ändrad umgängesbegränsning
deed-remove-restriction = borttagen umgängesbegränsning
