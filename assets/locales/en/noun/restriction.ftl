# All words of one kind of record: restriction.

noun-restriction = the restriction

form-new-restriction = New restriction
form-restriction = Restriction

field-how = How
field-appeal_told = About appeal
field-considered_on = Considered
field-contacts = Allowed forms
field-supervised = Supervised only
field-most_a_month = Most a month
field-most_minutes = Most minutes

hint-appeal_told = has the person been told how to appeal?
hint-considered_on = the days on which the restriction was considered anew: 1/9; 19/11
hint-contacts = the forms of contact that are left; empty is all

rows-restrictions = { $rows ->
    [one] 1 restriction
   *[other] { $rows } restrictions
}

step-add-restriction = restriction { $label }
step-change-restriction = restriction changed { $label }
step-remove-restriction = restriction removed { $label }

deed-add-restriction = new contact restriction
deed-change-restriction = changed contact restriction
deed-remove-restriction = removed contact restriction
