# All words of one kind of record: placement.

noun-placement = placeringen

form-new-placement = Ny placering
form-placement = Placering

field-placed_with = Placerad med
field-home = Hem
field-hidden_location = Hemlig vistelseort
field-school_change = Byter skola
field-school_started_on = Första skoldag

rows-placements = { $rows ->
    [one] { $rows } placering
   *[other] { $rows } placeringar
}

step-add-placement = ny placering av { $label }
step-change-placement = ändrad placering av { $label }
step-remove-placement = borttagen placering av { $label }

deed-add-placement = ny placering
deed-change-placement = ändrad placering
deed-remove-placement = borttagen placering
