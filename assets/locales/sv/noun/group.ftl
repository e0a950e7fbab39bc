# All words of one kind of record: group.

noun-group = gruppen

form-new-group = Ny grupp
form-group = Grupp

field-group = Grupp, kod
field-weekday = Veckodag
field-leaders = Leds av
field-needs_test = Behovsprövad
field-ages = Åldrar

hint-groups-group = enhetens egen kod för gruppen, till exempel NORR; den står i filer
hint-groups-ages = vem den är för, till exempel 0–10 år
hint-groups-state = inställd före start är en grupp som aldrig blev av; den räknas

rows-groups = { $rows ->
    [one] 1 grupp
   *[other] { $rows } grupper
}

step-add-group = grupp: { $label }
step-change-group = ändrad grupp: { $label }
step-remove-group = borttagen grupp: { $label }

deed-add-group = ny grupp
deed-change-group = ändrad grupp
deed-remove-group = borttagen grupp
