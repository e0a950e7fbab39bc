# All words of one kind of record: check in.

noun-check_in = the check-in
noun-check-in = the check-in

form-check_in = Check-in

field-colour = Colour
field-sentence = Sentence
field-decision = Decision
field-check-ins-by = Written by
field-as_before = As before

hint-check-ins-next_step = what comes next; with somebody who does it, it becomes a task
hint-check-ins-who = who does it, of the staff

rows-check-ins = { $rows ->
    [one] 1 check-in
   *[other] { $rows } check-ins
}

step-add-check_in = check-in on { $label }
step-change-check_in = changed check-in on { $label }
step-remove-check_in = removed check-in on { $label }

deed-add-check_in = check-in
deed-change-check_in = changed check-in
deed-remove-check_in = removed check-in
