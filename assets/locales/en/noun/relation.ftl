# All words of one kind of record: relation.

noun-kin = the relation

form-new-kin = New relation
form-kin = Relation

field-kin_relation = Is
field-other = Of whom
field-has_ended = Ended

hint-kin-person = a name or reference in the family
hint-kin-kin_relation = looks after: whoever a child is placed with
hint-kin-has_ended = yes if it has ended; empty means that it goes on
hint-kin-ended_on = the day it ended, if that is known

rows-relations = { $rows ->
    [one] 1 relation
   *[other] { $rows } relations
}

step-add-kin = relation { $label }
step-change-kin = relation changed { $label }
step-remove-kin = relation removed { $label }
