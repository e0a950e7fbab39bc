# All words of one kind of record: action.

noun-action = åtgärden

form-new-action = Ny åtgärd
form-action = Åtgärd

field-actions-person = Vems plan
field-text = Åtgärd
field-actions-done_on = Klar

hint-actions-text = vad som ska göras
hint-actions-who = vem som gör det: ni, föräldern, någon i nätverket
hint-actions-goal = målets nummer; tomt är inget särskilt mål
hint-actions-person = tomt: målets egen, annars hela familjens

rows-actions = { $rows ->
    [one] 1 åtgärd
   *[other] { $rows } åtgärder
}

step-add-action = ny åtgärd för { $label }
step-change-action = ändrad åtgärd för { $label }
step-remove-action = borttagen åtgärd för { $label }
