# All words of one kind of record: absence.

noun-absence = the absence

form-new-absence = Visit supporter away
form-absence = Absence

field-from_time = From time
field-until_time = Until time
field-from_calendar = From a calendar

hint-from_time = empty is the whole day; 10-14 takes the end too

rows-absences = { $rows ->
    [one] 1 absence
   *[other] { $rows } absences
}

step-add-absence = absence { $label }
step-change-absence = absence changed { $label }
step-remove-absence = absence removed { $label }
