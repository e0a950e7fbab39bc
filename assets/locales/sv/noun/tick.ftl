# All words of one kind of record: tick.

noun-tick = raden på checklistan

form-new-tick = Rad på checklistan
form-tick = Rad på checklistan

field-checklist = Checklista
field-ticks-item = Rad
field-occasion_on = Gäller från
field-ticked_by = Avbockad av
field-ticks-state = Hur
field-ticks-person = Om vem

tick_state-done = gjort
tick_state-not_relevant = ej aktuellt

rows-ticks = { $rows ->
    [one] 1 rad på checklistor
   *[other] { $rows } rader på checklistor
}

step-add-tick = avbockat för { $label }
step-change-tick = ändrad rad på checklistan för { $label }
step-remove-tick = borttagen bock för { $label }
