# Tasks and the weekly check-in.

field-who = Who
field-done_on = Done

hint-tasks-what = what is to be done
hint-tasks-who = one of the staff; empty is yourself
hint-tasks-case_ref = empty is a reminder of your own, seen only by you and whoever is to do it

form-new-task = New task
form-task = Task

fault-no_such_staff = “{ $value }” is nobody of the staff; there are { $candidates }
fault-ambiguous_staff = “{ $value }” could be { $candidates }
fault-missing_what = what is to be done?
slot-who = who is already given

do-new-task = New task or reminder of one’s own, as a form

task-no-day = no day
task-own = own reminder
quick-hint-task = what is to be done, day, @who; the family first or last, in full or begun with a colon: lind: call the school fri @Sara
said-task-added = The task is saved.

field-colour = Colour
field-sentence = Sentence
field-decision = Decision
hint-check-ins-next_step = what comes next; with somebody who does it, it becomes a task
hint-check-ins-who = who does it, of the staff

noun-task = the task
noun-check_in = the check-in
noun-meeting = the check-in

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
