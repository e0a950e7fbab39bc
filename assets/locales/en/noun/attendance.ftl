# All words of one kind of record: attendance.

noun-attendance = the attendance

form-new-attendance = Somebody else at the meeting
form-attendance = Attendance

field-present = There
field-count = Without a name
field-heads = Adults or children

hint-attendance-person = name and family, like sara lind, or reference; empty for those not asked for a name
hint-attendance-count = how many, where no names may be asked for
hint-attendance-despite = why somebody is here in spite of a restriction of contact

rows-attendance = { $rows ->
    [one] 1 attendance
   *[other] { $rows } attendances
}

step-add-attendance = attendance: { $label }
step-change-attendance = changed attendance: { $label }
step-remove-attendance = removed attendance: { $label }
