# Tasks and the weekly check-in.

field-who = Who

fault-no_such_staff = “{ $value }”: nobody of the staff is called that; did you mean { $candidates }? Write somebody new as new:Name
fault-ambiguous_staff = “{ $value }” could be { $candidates }
fault-missing_what = what is to be done?
slot-who = who is already given

do-new-task = New task or reminder of one’s own, as a form

task-no-day = no day
task-own = own reminder
quick-hint-task = what is to be done, day, @who; the family first or last, in full or begun with a colon: lind: call the school fri @Sara
said-task-added = The task is saved.

as-before = as last week

record-title = Check-in { $day }
record-present = Present: { $names }
record-goes-on = Goes on.
record-decisions = DECISIONS ({ $count })
record-tasks = TASKS ({ $count })
record-not-reached = NOT REACHED ({ $count })
record-said = SPOKEN OF ({ $count })
record-kept-back = { $count ->
    [one] One family more, which you do not reach.
   *[other] { $count } families more, which you do not reach.
}

problem-no-check-in = No check-in { $day }.
    .hint = trygg list check-ins tells on which days there are any.

do-check-in = Check-in: join the one that goes on, or begin one
do-new-check-in = Begin a new check-in
do-begin-run = Begin the check-in
do-whose-run = One’s own families or all
do-slower = More time for a family
do-faster = Less time for a family
do-green = Green, then the sentence
do-yellow = Yellow, then the sentence
do-red = Red, then the sentence
do-as-before = As last week, and the next family
do-save-next = Save, and the next family
do-skip-family = Pass the family over for now
do-previous-family = Back to the family before
do-add-family = Add a family
do-present = Who is present
do-follow-run = Together with the others, or one’s own way
do-end-run = End the check-in and show the record
do-to-keys = Leave the line; what is written stays

bar-check-in = check-in
bar-begin-run = begin
bar-whose-run = mine/all
bar-slower = pace
bar-as-before = as before
bar-save-next = save
bar-skip-family = later
bar-previous-family = back
bar-add-family = family
bar-follow-run = own way
bar-end-run = end
bar-to-keys = leave

run-title = Check-in
run-title-at = Check-in { $place } of { $all } · { $left } left · { $pace } min/family
run-title-together = together
run-title-own = own way
run-title-ended = ended
run-begin = CHECK-IN
run-present = Present
run-families = Families
run-pace = Pace
run-mine = mine, { $count }; Tab for all
run-everyones = all, { $count }; Tab for mine
run-pace-told = { $pace } min a family, about { $minutes } min; up and down change it
run-setup-hint = Three letters will do for a colleague; nobody is yourself. Those not spoken of for two weeks come first.
run-present-hint = the names, or their beginnings, with blanks between
run-no-families = There are no families to go through.
run-joined = In the check-in that { $name } began.
run-left = The check-in goes on; c joins it again.
run-ended = The check-in has ended.
run-ended-elsewhere = Somebody has ended the check-in.
run-never = never spoken of
run-long-ago = { $days } days since the last time
run-before = LAST TIME  { $day }  { $colour }  { $name }
run-nothing-said = Nothing has been said of the family before.
run-decided = Decision: { $what }
run-since = SINCE { $day }  { $counts }
run-sessions = { $count ->
    [0] no sessions
    [one] 1 session
   *[other] { $count } sessions
}
run-visits = { $count ->
    [one] 1 visit
   *[other] { $count } visits
}
run-missed = { $count } missed
run-visit = { $day }  visit  { $between }
run-sentence = Sentence
run-step = Next step
run-decision = Decision
run-add = Add
run-said-by = ✓ said by { $name }
run-said-as-before = ✓ as last time, { $name }
run-skipped = passed over for now
run-hint-keys = 1 2 3 a colour and then the sentence; Space is as last time
run-hint-first = 1 2 3 a colour and then the sentence
run-hint-line = Tab to the next line; Enter saves and goes to the next family
run-hint-step = what, day and @who: call the school fri @Sara
run-is-task = → task: { $what }
run-no-task = → { $what }; with @who it becomes a task
run-coming = Next  { $names }
run-none-after = No family is left after this one.
run-choose-colour = Choose a colour: 1, 2 or 3.
run-nothing-before = There is nothing to take over from last time.
run-something-typed = Something is written: Enter saves it, Ctrl-D throws it away.
run-said-already = It has been said already; change it, or go on with Enter.
run-all-done = All families have been spoken of. e ends and shows the record.
run-no-other = This is the only family that is left.
run-first = This is the first family.
run-own-way = Own way: you turn the pages yourself. f follows the others again.
run-together = Together: all see the same family.
run-together-after = Together again once what is written is saved.
run-others-went-on = The others have gone on; what you write stays until you save it.
run-said-meanwhile = { $name } has just saved about the same family. Yours stays; Enter shows both.
run-no-such-family = No family is called that.
run-several-families = Several families begin so; write more.
run-added = { $name } is in it, after this family.
run-hint-said = Said; change it, or go on with Enter
run-elsewhere = The others speak of a family that you do not reach; you see your own.
run-end-for-all = { $count } families are left. e again ends the check-in for everybody.
run-is-over = The check-in has ended. Esc closes, C begins a new one.
