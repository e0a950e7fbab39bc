# All words of one kind of record: event.

noun-event = the note

form-new-event = Note
form-event = Note

field-events-person = About
field-about = About

rows-events = { $rows ->
    [one] 1 event
   *[other] { $rows } events
}

step-add-event = noted for { $label }
step-change-event = changed note for { $label }
step-remove-event = removed note for { $label }

deed-add-event = something noted
deed-change-event = changed note
deed-remove-event = removed note
