# All words of one kind of record: session.

noun-session = the session

form-new-session = New session
form-session = Session

field-areas = Areas
field-level = Level
field-setting = Setting
field-follow_up_on = Follow up
field-goals = Goals
field-announced = Announced
field-alone = Child alone
hint-alone = yes if you talked with the child without other adults; it counts as a talk alone

rows-sessions = { $rows ->
    [one] { $rows } session
   *[other] { $rows } sessions
}

step-add-session = session { $label }
step-change-session = change of session { $label }
step-remove-session = removed session { $label }

deed-add-session = session
deed-change-session = changed session
deed-remove-session = removed session
