# All words of one kind of record: exemption.

noun-exemption = the exemption

form-new-settlement = Deal with what lay before
form-new-exemption = Exempt

field-before = Before
field-exemptions-by = Decided by
field-exemptions-person = About
field-record = Record
field-counted_from = Counted from
field-exempted_on = Exempted on

hint-settlements-before = all that was to be done before that day is dealt with, in one change

rows-exemptions = { $rows ->
    [one] 1 exemption
   *[other] { $rows } exemptions
}

step-add-exemption = exemption for { $label }
step-change-exemption = changed exemption for { $label }
step-remove-exemption = removed exemption for { $label }

deed-add-exemption = exemption from a duty
deed-change-exemption = changed exemption
deed-remove-exemption = removed exemption
