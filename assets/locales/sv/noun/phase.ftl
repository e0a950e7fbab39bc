# All words of one kind of record: phase.

noun-phase = fasen

form-new-phase = Ny fas
form-phase = Fas

field-applied_on = Ansökt

hint-phases-applied_on = förändring under tid och inför hemflytt söks av föräldern
hint-phases-until = tomt: pågår

rows-phases = { $rows ->
    [one] 1 fas
   *[other] { $rows } faser
}

step-add-phase = ny fas för { $label }
step-change-phase = ändrad fas för { $label }
step-remove-phase = borttagen fas för { $label }

deed-add-phase = ny fas
deed-change-phase = ändrad fas
deed-remove-phase = borttagen fas
