# The plan: goals, actions, phases.

problem-goal-number-fixed = A goal keeps its number and its family. Remove it and make a new one if it belongs somewhere else.
problem-goal-number-taken = The family has a goal { $number } already.
problem-no-such-goal = The family has no goal { $number }.
problem-unit-programme = The file programme.toml cannot be read and is not used.

pane-plan = Plan
do-go-plan = The plan: goals, actions, how far
do-new-goal = New goal in the marked area, as a form
bar-new-goal = goal
do-how-far = On a goal: how far it has come; on an action: done today
bar-how-far = how far, done
do-new-action = New action towards the marked goal, as a form
bar-new-action = action
do-new-phase = New phase of the programme, as a form
bar-new-phase = phase
do-crisis-support = Crisis support to the parent, as a form
bar-crisis-support = crisis support
do-revisions = What was changed in the plan, day by day
bar-revisions = changes
do-plan-contents = What the plan must hold by chapter 10 of the Social Services Ordinance
bar-plan-contents = contents

plan-no-family = Open a family with / or in 2: goals, actions and progress then stand here.
plan-nobody = Nobody in the family has a plan yet: enter children and parents in 2.
plan-first = first
plan-latest = latest
plan-goals = goals
plan-now = now
plan-target = by
plan-not-measured = · not measured
plan-no-goal = –
plan-weak-no-goal = ! no goal, and weak
plan-no-step = no step since { $day }
plan-actions = { $count ->
    [0] TO DO
   *[other] TO DO { $count }
}
plan-action-done = { $day }
plan-crisis = CRISIS SUPPORT
plan-no-crisis = nothing noted
plan-crisis-only-talks = { $count } talks, no offer noted
plan-offered = offered { $day }
plan-talks = { $count } talks
plan-talks-of = { $count } of { $most } talks
plan-ended = ended { $day }
plan-no-score = T: no goal is judged yet
plan-own-score = own view: { $score }
plan-phase = { $phase } since { $day }
plan-revised = changed { $day }
plan-area-school = School
plan-area-leisure = Leisure
plan-area-psychosocial = Psychosocial
plan-area-parenting = Parenting
plan-area-network = Network
phase-lacks-application = ! application missing
phase-lacks-decision = ! decision missing

ask-remove-of-plan = Remove { $what }?
ask-actions-done = Was any of this done on { $day }? A digit each, Esc if not.
plan-goal-named = goal { $number }: { $goal }
plan-revisions = What was changed in the plan: { $name }
plan-no-revisions = Nothing has been changed here yet.
plan-obstacles = in the way: { $which }
plan-content-count = { $section } { $count } of { $all }
plan-content-of = contents { $parts }
plan-goal-new = new goal { $number }: { $goal }
plan-goal-gone = goal { $number } removed: { $goal }
plan-goal-changed = goal { $number }: { $fields }
decimal-sign = .
said-goal-added = Goal { $number } saved:
help-plan = A person's plan: five areas with what was measured, the goals in them and how far they have come, and what is done. Now: first your view, after the slash the person's own.
run-goal-own = own view { $level }
