# All words of one kind of record: care.

noun-care = vården

form-new-care = Ny vård
form-care = Vård

rows-care = { $rows ->
    [one] 1 vårdtid
   *[other] { $rows } vårdtider
}

step-add-care = vården av { $label }
step-change-care = ändrad vård av { $label }
step-remove-care = borttagen vård av { $label }

deed-add-care = ny vård
deed-change-care = ändrad vård
deed-remove-care = borttagen vård
