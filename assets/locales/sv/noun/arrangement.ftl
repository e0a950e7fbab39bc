# All words of one kind of record: arrangement.

noun-arrangement = umgänget

form-new-arrangement = Nytt umgänge
form-arrangement = Umgänge, hela serien

field-pattern = Hur ofta
field-times = Antal gånger
field-week_53 = Över vecka 53
field-series = Serie
field-anchor = Räknas från
field-follows = Fortsätter

hint-pattern = jämna lör · varannan lör · var3 tis · 1:a sön · sista fre · varje mån ons; tomt är en enda dag
hint-arrangements-from = första dagen; tomt är den första i mönstret från idag
hint-arrangements-until = sista dagen: 30/5, eller v22 för hela veckan; tomt är tills vidare
hint-times = så många gånger i stället för en sista dag
hint-arrangements-start = 10, 1430, eller 10-14 med slutet också

rows-arrangements = { $rows ->
    [one] 1 umgängesserie
   *[other] { $rows } umgängesserier
}

step-add-arrangement = planerat umgänge { $label }
step-change-arrangement = ändrat umgänge { $label }
step-remove-arrangement = borttaget umgänge { $label }

deed-add-arrangement = planerat umgänge
deed-change-arrangement = ändrat umgänge
deed-remove-arrangement = borttaget umgänge
