# All words of one kind of record: crisis_support.

noun-crisis_support = the crisis support

form-new-crisis_support = New crisis support
form-crisis_support = Crisis support

field-parent = Parent
field-offered_on = Offered
field-crisis-support-answer = Answer
field-talks_used = Talks
field-crisis-support-ended_on = Ended

hint-talks_used = empty: counted from sessions

rows-crisis-support = { $rows ->
    [one] 1 crisis support
   *[other] { $rows } crisis supports
}

step-add-crisis_support = crisis support for { $label }
step-change-crisis_support = changed crisis support for { $label }
step-remove-crisis_support = removed crisis support for { $label }

deed-add-crisis_support = crisis support offered
deed-change-crisis_support = changed crisis support
deed-remove-crisis_support = removed crisis support
