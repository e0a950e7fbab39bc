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
duty-briefly-late = { $due }{ $count ->
        [0] {""}
        [one] , 1 try
       *[other] , { $count } tries
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
unknown-no-birth-date = birth date missing
unknown-no-parent = no parent entered
unknown-before-the-family = the last time is not documented


pane-week = Week
do-go-week = The week: what must happen now
do-do-it = Do what the line says
do-tick = Done, today
do-tried = Called in vain: notes the attempt
do-exempt = Exempt from the duty
do-explain = Why: the rule, its source and how sure it is. On a visit or a session: cancelled, by whom and why
do-to-family = Open the line's family
do-note = Note something that was done
bar-do-it = do it
bar-tick = done
bar-exempt = exempt
bar-explain = why
bar-to-family = family
bar-note = note
why-no-call = Only calls of crisis support are noted as attempts here.
why-no-duty = The line is no duty.

week-mine = mine
week-team = all
week-title = The week · { $whose } { $families ->
        [one] 1 family
       *[other] { $families } families
    } · { $late ->
        [0] nothing late
        [one] 1 late
       *[other] { $late } late
    }
week-title-working = The week · { $whose } { $families ->
        [one] 1 family
       *[other] { $families } families
    } · counting …
week-working = Counting …
week-empty = Nothing waits this week.
week-late = LATE, was due
week-matters = TO BE SEEN TO
week-calls = TO CALL, CRISIS SUPPORT
call-no-phone = no number
call-interpreter = interpreter
call-placed = placed { $day }
call-by = by { $day }
call-in-vain = tried { $times } times
call-not-told = not known
ask-called = { $who }
called-talked = we talked
called-declined = declined
called-in-vain = no answer
key-called-talked = t
key-called-declined = d
key-called-in-vain = n
matter-glass = Opened in an emergency by { $who }
matter-glass-do = Reason: { $reason }. Look through it with { $who }; space says that it is done.
matter-glass-in-vain = { $who } looked in an emergency
matter-glass-in-vain-do = Nothing was found. Reason: { $reason }. Look through it with { $who }; space says that it is done.
week-untold = NOT DOCUMENTED
week-today = TODAY
week-coming = SEVEN DAYS
week-soon = SOON
week-undated = WITHOUT A DAY
week-since = SINCE LAST
week-last-day = the last day
week-days-late = { $days } d

counts-from-family = Counts from the family's start: { $day }.
counts-from-care = Counts from the beginning of care: { $day }.
counts-from-care-ended = Counts from the end of care: { $day }.
counts-from-placement = Counts from the placement: { $day }.
counts-from-birth = Counts from the day of birth: { $day }.
counts-from-breach = Counts from { $day }, when they met in spite of the restriction.
breach-seen = seen by whoever leads the work
counts-from-restriction = Counts from the decision: { $day }.
counts-from-day = Counts from { $day }.
counts-from-last-time = Counts from the last time: { $day }.
counts-from-last-consideration = Counts from the last consideration: { $day }.
counts-from-pause = Counts from the end of the pause: { $day }.
without-school = { $days } days without school, { $school } of them school days.
rule-source = { $source }. { $sure } ({ $name })
confidence-S = Sure: read in the source.
confidence-L = Likely: not read in the source.
confidence-U = Unverified: the unit has turned it on itself.
help-week = The week: what must happen now, and what is late?
help-run = Check-in: family after family, one key where nothing has changed

length-hours = { $count ->
    [one] one hour
   *[other] { $count } hours
}
length-days = { $count ->
    [one] one day
   *[other] { $count } days
}
length-school_days = { $count ->
    [one] one school day
   *[other] { $count } school days
}
length-weeks = { $count ->
    [one] one week
   *[other] { $count } weeks
}
length-months = { $count ->
    [one] one month
    [6] six months
   *[other] { $count } months
}
