# All words of one kind of record: ladder move.

noun-ladder_move = the step on the ladder

form-new-ladder_move = Step on the visit ladder

field-to_step = To step
field-words = Child's words
field-from_step = From step

rows-ladder-moves = { $rows ->
    [one] 1 move on the visit ladder
   *[other] { $rows } moves on the visit ladder
}

step-add-ladder_move = step on the ladder { $label }
step-change-ladder_move = step on the ladder changed { $label }
step-remove-ladder_move = step on the ladder removed { $label }
