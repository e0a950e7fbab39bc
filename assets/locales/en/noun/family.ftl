# All words of one kind of record: family.

noun-family = the family

form-new-family = New family
form-family = Family

field-planned_end_on = Planned end
field-closed_on = Closed
field-phase = Phase
field-legal_form = Legal form
field-child_support = Helps children
field-parent_support = Helps parents
field-other_support = Others in team

rows-families = { $rows ->
    [one] { $rows } family
   *[other] { $rows } families
}

step-add-family = new family { $label }
step-change-family = change of the family { $label }
step-remove-family = removed family { $label }

deed-add-family = new family
deed-change-family = changed family
deed-remove-family = removed family
