# The week: duties, how they stand and why.

field-state = State
field-due_on = Due
field-duty = What
field-days_late = Days late
field-source = Source
field-rule = Rule
field-met_in_time = In time
field-met_late = Late
field-missed = Missed
field-open = Open
field-unknown = Unknown

duty-late = ! late
duty-due = · due
duty-open = · open
duty-unknown = ? unknown
duty-met = ✓ met
duty-met_late = ✓ met late
duty-exempted = – exempted

duty-why-late = was due { $due }{ $count ->
        [0] {""}
       *[other] , tried { $count } times
    }
duty-why-due = due { $due }{ $count ->
        [0] {""}
       *[other] , tried { $count } times
    }
duty-why-open = due { $due }
duty-why-no-day = no day is set
duty-why-unknown = it cannot be told
duty-why-met = done in time
duty-why-met_late = done { $days } d late
duty-why-exempted = exempted

unknown-no-legal-basis = legal basis missing
unknown-no-school-change = a change of school or not?
unknown-no-parent = no parent entered
unknown-before-the-family = the last time is not noted

report-deadlines = Duties with a last day from { $from } to { $to }
report-masked = * is fewer than { $threshold } and more than 0. Totals count only what is shown.
