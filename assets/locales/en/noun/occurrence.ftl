# All words of one kind of record: occurrence.

noun-visit = the visit
noun-preparation = the visit
noun-account = the visit

form-visit = Visit
form-preparation = Before the visit
form-account = How the visit went

field-scope = Applies to
field-child_prepared = Child prepared
field-adult_prepared = Adult prepared
field-home_prepared = Home prepared
field-watch_for = Watch for
field-stop_rule = Break off when
field-started = Began
field-ended = Ended
field-late_minutes = Minutes late
field-interplay = Interplay
field-interventions = Interventions
field-words_same_day = Words that day
field-words_later = Words later
field-reaction = Reaction
field-mark_before = Rating before
field-mark_after = Rating after
field-adult_view = Adult's view
field-family_home_view = Home's view
field-supporter_view = Supporter view
field-judgement = Assessment
field-agreed = Agreed
field-next = What next
field-child_ref = Child
field-moved_from = Moved from
field-notice_hours = Hours of notice

hint-visit-change-start = { hint-arrangements-start }
hint-visits-start = { hint-arrangements-start }
hint-account-started = { hint-arrangements-start }
hint-words_same_day = the child's own words, not interpreted
hint-mark_before = 1 to 5, the child's own rating
hint-mark_after = 1 to 5, the child's own rating
hint-judgement = the team's assessment; what happened stands by itself

rows-visits = { $rows ->
    [one] { $rows } visit
   *[other] { $rows } visits
}
rows-accounts = { $rows ->
    [one] 1 account of a visit
   *[other] { $rows } accounts of visits
}
rows-preparations = { $rows ->
    [one] 1 preparation of a visit
   *[other] { $rows } preparations of visits
}

step-add-visit = visit { $label }
step-change-visit = visit { $label }
step-remove-visit = visit restored { $label }
