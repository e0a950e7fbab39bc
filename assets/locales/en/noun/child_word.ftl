# All words of one kind of record: a child's own words.

noun-child_word = the child's words

form-new-child_word = The child's own words
form-child_word = The child's own words

field-heard_at = Where
field-heard_by = Heard by
field-to_parents = Parents may read
hint-to_parents = ask the child; empty is no

heard_at-visit = visit
heard_at-session = session
heard_at-interview = interview with the child
heard_at-measurement = measurement
heard_at-phone = telephone
heard_at-other = elsewhere

rows-child-words = { $rows ->
    [one] 1 quotation
   *[other] { $rows } quotations
}

step-add-child_word = words of { $label }
step-change-child_word = words changed of { $label }
step-remove-child_word = words removed of { $label }

deed-add-child_word = a child's own words
deed-change-child_word = changed words of a child
deed-remove-child_word = removed words of a child
