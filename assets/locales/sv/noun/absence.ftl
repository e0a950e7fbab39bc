# All words of one kind of record: absence.

noun-absence = frånvaron

form-new-absence = Umgängesstödjare borta
form-absence = Frånvaro

field-from_time = Från klockan
field-until_time = Till klockan
field-from_calendar = Från kalender

hint-from_time = tomt är hela dagen; 10-14 tar slutet också

rows-absences = { $rows ->
    [one] 1 frånvaro
   *[other] { $rows } frånvaron
}

step-add-absence = frånvaro { $label }
step-change-absence = ändrad frånvaro { $label }
step-remove-absence = borttagen frånvaro { $label }
