# All words of one kind of record: assessment.

noun-assessment = assessment of contact

form-new-assessment = Assessment of contact
form-assessment = Assessment of contact

field-information = What we know
field-risks = Risk
field-protective = Protection
field-assessments-decision = Decision
field-plan = How it is done
field-follow_up = How it went
field-assessed_by = Assessed by

hint-assessments-information = the child, the adult, how they are together; fill in only what helps
hint-protective = what makes the contact safe: people, places, agreements
hint-plan = where, how often, how long, who is there, what would stop it

rows-assessments = { $rows ->
    [one] 1 assessment of contact
   *[other] { $rows } assessments of contact
}

step-add-assessment = assessment of contact { $label }
step-change-assessment = changed assessment of contact { $label }
step-remove-assessment = removed assessment of contact { $label }

deed-add-assessment = a new assessment of contact
deed-change-assessment = a changed assessment of contact
deed-remove-assessment = an assessment of contact removed
