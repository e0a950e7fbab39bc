# All words of one kind of record: meeting of a group.

noun-group_meeting = the group's meeting

form-new-group_meeting = New meeting
form-group_meeting = Meeting

field-theme = Theme
field-wished_on = Wished for on
field-wishes = Wished for, voices
field-gap = Gap
field-gap_area = Area of the gap
field-gap_met_on = Gap met on
field-survey = Questions
field-survey_mean = Questions, mean
field-survey_n = Questions, answers

hint-meetings-theme = what the meeting is about; prepared, best something the group has wished for
hint-meetings-wishes = what the group wishes for another time, with how many: screen time=3; money
hint-meetings-gap = what is needed and nobody offers, as the group's questions showed; no names
hint-meetings-survey_mean = the group's mean, such as 4.1; shown once three or more have answered
hint-meetings-note = the group's, in nobody's file; no names of families

rows-meetings = { $rows ->
    [one] 1 meeting of a group
   *[other] { $rows } meetings of groups
}

step-add-group_meeting = meeting of { $label }
step-change-group_meeting = changed meeting of { $label }
step-remove-group_meeting = removed meeting of { $label }

deed-add-group_meeting = a new meeting of a group
deed-change-group_meeting = a changed meeting of a group
deed-remove-group_meeting = a removed meeting of a group
