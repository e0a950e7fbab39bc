# All words of one kind of record: phase.

noun-phase = the phase

form-new-phase = New phase
form-phase = Phase

field-applied_on = Applied for

hint-phases-applied_on = change over time and before return home are applied for by the parent
hint-phases-until = empty: goes on

rows-phases = { $rows ->
    [one] 1 phase
   *[other] { $rows } phases
}

step-add-phase = new phase of { $label }
step-change-phase = changed phase of { $label }
step-remove-phase = removed phase of { $label }

deed-add-phase = new phase
deed-change-phase = changed phase
deed-remove-phase = removed phase
