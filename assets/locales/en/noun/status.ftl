# All words of one kind of record: status.

noun-status = the status

form-new-status = New status
form-status = Status

rows-statuses = { $rows ->
    [one] 1 status
   *[other] { $rows } statuses
}

step-add-status = new status of { $label }
step-change-status = changed status of { $label }
step-remove-status = removed status of { $label }

deed-add-status = new status
deed-change-status = changed status
deed-remove-status = removed status
