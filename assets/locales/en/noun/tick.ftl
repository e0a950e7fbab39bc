# All words of one kind of record: tick.

noun-tick = line of the checklist

form-new-tick = Line of the checklist
form-tick = Line of the checklist

field-checklist = Checklist
field-ticks-item = Line
field-occasion_on = Counts from
field-ticked_by = Ticked by
field-ticks-state = How
field-ticks-person = About whom

tick_state-done = done
tick_state-not_relevant = not relevant

rows-ticks = { $rows ->
    [one] 1 line of checklists
   *[other] { $rows } lines of checklists
}

step-add-tick = ticked for { $label }
step-change-tick = changed line of the checklist for { $label }
step-remove-tick = tick taken back for { $label }
