# All words of one kind of record: relation.

noun-kin = relationen

form-new-kin = Ny relation
form-kin = Relation

field-kin_relation = Är
field-other = Till vem
field-has_ended = Upphört

hint-kin-person = namn eller beteckning i familjen
hint-kin-kin_relation = tar hand om: den som barnet är placerat hos
hint-kin-has_ended = ja om det har upphört; tomt betyder att det består
hint-kin-ended_on = dagen det upphörde, om den är känd

rows-relations = { $rows ->
    [one] 1 relation
   *[other] { $rows } relationer
}

step-add-kin = relation { $label }
step-change-kin = ändrad relation { $label }
step-remove-kin = borttagen relation { $label }
