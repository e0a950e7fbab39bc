# The pane of reports: which there are, a report, the records behind a figure, what is not filled in.

pane-reports = Reports
do-go-reports = Reports: how many, how much, for whom
report-catalogue = Reports
report-none-for-you = Your role reads no reports.
report-placements-name = Placements by form
report-advice-name = Advice and support
report-school-name = School after a placement
report-coverage-name = Support to parents
report-sessions-name = Sessions
report-visits-name = Visits
report-deadlines-name = Duties
report-weeks-name = Weeks with a session
report-contact-name = Contact while placed
report-goals-name = Goals
report-groups-name = Groups
report-check-ins-name = Colours of check-ins
report-needs-name = Needs and gaps
report-prevention-name = Grid of prevention
report-endings-name = How placements ended
report-talks-name = Talks with children
report-crisis-name = Crisis support
report-after-name = Support after placement
report-access-name = Who opened families
report-unfilled = What is not filled in
report-unfilled-definition = Fields that reports go by, per worker and family; Enter opens the form.
report-counting-begins = Counting …
report-counting = Counting: { $share } %. Esc stops it.
report-stopped = Stopped: these figures are not whole. p or b counts anew.
report-only = Only: { $whom }. Backspace shows all again.
report-by = By { $by }. b changes: { $all }.
report-records =
    { $count ->
        [one] 1 record
       *[other] { $count } records
    }
report-by-hand =
    { $count ->
        [one] 1 that no family is behind: counted by hand, or a group meeting
       *[other] { $count } that no family is behind: counted by hand, or group meetings
    }
report-more = and { $count } more
report-figure = { $row }: { $column }
report-missing-of = Missing: { $field }
report-nothing-missing = Everything is filled in for these days.
report-nobody = No worker
report-file-written = The report is written: { $path }

behind-family = family
behind-person = person
behind-placement = placement
behind-session = session
behind-arrangement = visit
behind-advice_count = by hand
behind-goal = goal
behind-attendance = attendance
behind-check_in = check-in
behind-referral = referral
behind-crisis_support = crisis support
behind-group_meeting = group meeting

chart-of = { $what }, by { $along }
chart-before-after = Before { $before }, after { $after }
chart-in-sight = { $from }–{ $to } of { $count }; arrows and Tab go to the others, Esc shows the table
chart-most = most: { $label } { $count }
chart-least = least: { $label } { $count }
chart-masked =
    { $count ->
        [one] 1 masked
       *[other] { $count } masked
    }
chart-nothing = No figure is shown.

do-behind = The records behind the figure
do-period = Which days
do-of-whom = District, phase, team, own days
do-break-down = Break down by something else
do-chart = Chart: the row, the column, before and after; table
do-to-file = Write to a file
do-internal = Internal: all figures as they are, or masked again
do-define = What the report counts
bar-behind = the records behind
bar-period = period
bar-of-whom = district
bar-break-down = by
bar-chart = chart
bar-to-file = file
bar-internal = internal
bar-define = definition

ask-period = Which days?
period-month = this month { $days }
period-last-month = last month { $days }
period-quarter = this quarter { $days }
period-last-quarter = last quarter { $days }
period-last-week = last week { $days }
period-year = this year { $days }
period-last-year = last year { $days }
period-other = other days
key-period-month = m
key-period-last-month = M
key-period-quarter = q
key-period-last-quarter = Q
key-period-last-week = w
key-period-year = y
key-period-last-year = Y
key-period-other = o

help-reports = Reports: how many, how much, for whom? Enter opens the marked one.
help-figures = A report. The figure in brackets is marked: Enter shows the records behind it, Tab goes to the next column. * is too small to be shown.
help-behind = The records behind a figure. Enter opens the marked one; what is mended is counted anew.
help-unfilled = What is not filled in though reports go by it, under whoever works with the family. Enter opens the form at the field.
why-one-way = The report is broken down in one way only.
why-no-figures = There are no figures to show yet.
why-not-whole = The figures are not whole yet; wait until the report is counted.
why-nothing-behind = No record that you may see lies behind it.

form-report-file = Write the report to a file
field-period = Period
field-of_team = Team
field-figure_format = Format
field-path = File
hint-report-filter-period = for example 2026, 2026-11, 2026-Q3, 2026-W48, last quarter
hint-report-file-path = a path; never in the casebook's own directory
fault-not-a-period = “{ $value }” is no period; write for example 2026-11, 2026-Q3, 2026-W48 or last quarter
fault-no-such-team = no team is called that; { $candidates }
figure_format-csv = CSV
figure_format-xlsx = Excel
figure_format-json = JSON
figure_format-html = page for print (HTML)
figure_format-svg = chart (SVG)
looked-noun-missing = what is not filled in
field-worker = Worker
field-missing = Missing
