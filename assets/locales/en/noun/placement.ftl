# All words of one kind of record: placement.

noun-placement = the placement

form-new-placement = New placement
form-placement = Placement

field-placed_with = Placed with
field-home = Home
field-hidden_location = Hidden location
field-school_change = Changes school
field-school_started_on = School start

rows-placements = { $rows ->
    [one] { $rows } placement
   *[other] { $rows } placements
}

step-add-placement = new placement of { $label }
step-change-placement = changed placement of { $label }
step-remove-placement = removed placement of { $label }

deed-add-placement = new placement
deed-change-placement = changed placement
deed-remove-placement = removed placement
