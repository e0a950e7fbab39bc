# All words of one kind of record: plan_revision.

noun-plan_revision = the revision

field-plan-revisions-by = Written by
field-plan-revisions-goal = Goal
field-was = Was
field-is = Is

rows-plan-revisions = { $rows ->
    [one] 1 revision
   *[other] { $rows } revisions
}

step-add-plan_revision = revision for { $label }
step-change-plan_revision = changed revision for { $label }
step-remove-plan_revision = removed revision for { $label }
