# All words of one kind of record: action.

noun-action = the action

form-new-action = New action
form-action = Action

field-actions-person = Whose plan
field-text = Action
field-actions-done_on = Done

hint-actions-text = what is to be done
hint-actions-who = who does it: you, the parent, somebody of the network
hint-actions-goal = the goal's number; empty is no goal in particular
hint-actions-person = empty: whose goal it is, else the whole family's

rows-actions = { $rows ->
    [one] 1 action
   *[other] { $rows } actions
}

step-add-action = new action for { $label }
step-change-action = changed action for { $label }
step-remove-action = removed action for { $label }
