# All words of one kind of record: event.

noun-event = noteringen

form-new-event = Notera
form-event = Notering

field-events-person = Om vem
field-about = Om vem

rows-events = { $rows ->
    [one] 1 händelse
   *[other] { $rows } händelser
}

step-add-event = noterat för { $label }
step-change-event = ändrad notering för { $label }
step-remove-event = borttagen notering för { $label }

deed-add-event = något noterat
deed-change-event = ändrad notering
deed-remove-event = borttagen notering
