# All words of one kind of record: care.

noun-care = the care

form-new-care = New care
form-care = Care

rows-care = { $rows ->
    [one] 1 span of care
   *[other] { $rows } spans of care
}

step-add-care = care of { $label }
step-change-care = changed care of { $label }
step-remove-care = removed care of { $label }

deed-add-care = new care
deed-change-care = changed care
deed-remove-care = removed care
