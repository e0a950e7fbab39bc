# All words of one kind of record: plan_revision.

noun-plan_revision = planändringen

field-plan-revisions-by = Skrivet av
field-plan-revisions-goal = Mål
field-was = Var
field-is = Är

rows-plan-revisions = { $rows ->
    [one] 1 planändring
   *[other] { $rows } planändringar
}

step-add-plan_revision = planändring för { $label }
step-change-plan_revision = ändrad planändring för { $label }
step-remove-plan_revision = borttagen planändring för { $label }
