# All words of one kind of record: attainment.

noun-attainment = the attainment

form-new-attainment = How far has it come
form-attainment = Attainment

field-attainments-goal = Goal
field-attainment = Your view
field-own_attainment = Own view
field-attainments-words = Own words
field-attainments-by = Written by

hint-attainment = from -2 to +2; 0 is the goal reached
hint-own_attainment = how the person sees it, from -2 to +2
hint-attainments-words = what the person says of it

rows-attainments = { $rows ->
    [one] 1 attainment
   *[other] { $rows } attainments
}

step-add-attainment = attainment of { $label }
step-change-attainment = changed attainment of { $label }
step-remove-attainment = removed attainment of { $label }
