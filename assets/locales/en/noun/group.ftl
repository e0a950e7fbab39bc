# All words of one kind of record: group.

noun-group = the group

form-new-group = New group
form-group = Group

field-group = Group, code
field-weekday = Weekday
field-leaders = Led by
field-needs_test = Needs tested
field-ages = Ages

hint-groups-group = the unit's own code for the group, such as NORTH; it stands in files
hint-groups-ages = whom it is for, such as 0–10 years
hint-groups-state = cancelled before it began is a group that never came about; it is counted

rows-groups = { $rows ->
    [one] 1 group
   *[other] { $rows } groups
}

step-add-group = group: { $label }
step-change-group = changed group: { $label }
step-remove-group = removed group: { $label }

deed-add-group = a new group
deed-change-group = a changed group
deed-remove-group = a removed group
