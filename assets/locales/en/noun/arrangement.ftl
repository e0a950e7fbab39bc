# All words of one kind of record: arrangement.

noun-arrangement = the visits

form-new-arrangement = New visits
form-arrangement = Visits, the whole series

field-pattern = How often
field-times = Times
field-week_53 = Past week 53
field-series = Series
field-anchor = Counted from
field-follows = Goes on from

hint-pattern = even sat · alternate sat · every3 tue · 1st sun · final fri · every mon wed; empty is a single day
hint-arrangements-from = the first day; empty is the first of the pattern from today on
hint-arrangements-until = the last day: 30/5, or w22 for the whole week; empty is until further notice
hint-times = so many times instead of a last day
hint-arrangements-start = 10, 1430, or 10-14 with the end too

rows-arrangements = { $rows ->
    [one] 1 visit series
   *[other] { $rows } visit series
}

step-add-arrangement = visits planned { $label }
step-change-arrangement = visits changed { $label }
step-remove-arrangement = visits removed { $label }

deed-add-arrangement = planned visits
deed-change-arrangement = changed visits
deed-remove-arrangement = removed visits
