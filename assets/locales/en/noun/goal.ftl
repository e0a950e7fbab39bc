# All words of one kind of record: goal.

noun-goal = the goal

form-new-goal = New goal
form-goal = Goal

field-goals-person = Whose
field-number = Number
field-goal = Goal
field-target_on = To be reached
field-weight = Weight
field-level_-2 = -2
field-level_-1 = -1
field-level_0 = 0
field-level_1 = +1
field-level_2 = +2
field-goals-start = Now, at the start
field-now = Now
field-own_now = Own view
field-goals-made_on = Made

hint-goals-goal = in the person's own words
hint-goals-person = child, sibling at home or parent: each has a plan of their own
hint-goals-weight = 1 to 10; empty is 1
hint-level_-2 = much less than expected: what does it look like then?
hint-level_-1 = less than expected
hint-level_0 = as expected: the goal is reached
hint-level_1 = more than expected
hint-level_2 = much more than expected
hint-goals-start = where one is today, from -2 to +2

rows-goals = { $rows ->
    [one] 1 goal
   *[other] { $rows } goals
}

step-add-goal = new goal of { $label }
step-change-goal = changed goal of { $label }
step-remove-goal = removed goal of { $label }

deed-add-goal = new goal
deed-change-goal = changed goal
deed-remove-goal = removed goal
