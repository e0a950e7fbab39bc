# All words of one kind of record: status.

noun-status = statusen

form-new-status = Ny status
form-status = Status

rows-statuses = { $rows ->
    [one] 1 status
   *[other] { $rows } statusar
}

step-add-status = ny status för { $label }
step-change-status = ändrad status för { $label }
step-remove-status = borttagen status för { $label }

deed-add-status = ny status
deed-change-status = ändrad status
deed-remove-status = borttagen status
