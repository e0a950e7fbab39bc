# Fields and what may be wrong with them.

field-case_ref = Case
field-name = Name
field-status = Status
field-started_on = From
field-district = District
field-role = Role
field-personal_id = Identity number
field-id_system = Kind of number
field-person_ref = Person
field-kind = Kind
field-legal_basis = Legal basis
field-ended_on = To
field-end_reason = Ended with
field-on = Day
field-mode = Mode
field-outcome = Outcome
field-start = Time
field-minutes = Minutes
field-cancelled_by = Cancelled by
field-cancelled_by_person = Who it was
field-reason = Reason
field-people = Took part
field-staff = Staff
field-note = Note
field-next_step = Next step
field-whose = Whose
field-area = Area
field-from = From
field-to = To
field-family = Family
field-child = Child
field-with = Meets
field-contact = Contact
field-until = Until
field-end = Ends
field-nights = Nights
field-place = Place
field-step = Step on ladder
field-supporter = Supporter
field-supervision = Support needed
field-transport = Transport
field-purpose = Purpose
field-basis = Basis
field-support_until = Support until
field-despite = Exception, why
field-came = Came
field-child_word = Child's voice
field-why = Why
field-decided_on = Decided
field-decided_by = Decided by
field-by = Who wishes
field-what = Wish
field-year = Year
field-answered_on = Answered

fault-missing = fill this in
fault-not-a-day = “{ $value }” is no day; write for example 19/11, tue or 2026-11-19
fault-no-year = “{ $value }”: write the year too, for example 19/11 2017
fault-not-yet = “{ $value }” has not been yet
fault-too-long = “{ $value }” is too long: at most { $most } signs
fault-too-long-ago = “{ $value }” is too long ago
fault-too-far = “{ $value }” is more than thirty years ahead
fault-before-birth = the child was not born on { $value }
fault-formula-error = “{ $value }” is an error that the spreadsheet shows, not a value
fault-too-soon = that day has not been yet; choose another day or the outcome planned
fault-not-a-time = “{ $value }” is no time; write for example 14 or 14:30
fault-not-a-length = “{ $value }” is no length; write minutes, or 1.5h
fault-not-in-list = “{ $value }” is not one of { $candidates }
fault-not-in-open-list = there is no “{ $value }”; choose { $candidates }, or write +{ $value } for a new one
fault-ambiguous = “{ $value }” could be { $candidates }
fault-no-such-family = “{ $value }” is no family here
fault-no-such-visit = “{ $value }” is no visit that the child has then
fault-of-the-series = “{ $value }” holds for the whole series and can only be changed in the program
fault-differs = “{ $value }” is there already and says otherwise; change that series in the program
fault-no-such-record = “{ $value }” is no such record of the family
fault-no-such-staff = nobody of the staff is called that; did you mean { $candidates }? Write somebody new as new:Name
fault-no-such-person = “{ $value }” is nobody in the family
fault-not-one-of-all = “{ $value }” is not one single person: write given name and family, like sara lind
fault-not-a-child = “{ $value }” is no child of the family
fault-not-an-identity = “{ $value }” is no valid identity, coordination or reserve number
fault-only-with-number = “{ $value }” stands without a number; write the number or leave out its kind
fault-other-system = the number is of another kind: { $candidates }
fault-not-a-goal = “{ $value }” is no goal; write for example 2, 2=+1 or 2=done
fault-not-a-level = “{ $value }” is no attainment; write -2, -1, 0, +1 or +2
fault-no-such-goal = the family has no goal { $value }
fault-of-somebody-else = goal { $value } is somebody else's; take the person out or choose another goal
fault-is-a-child = “{ $value }” is a child; crisis support is for a parent
fault-before = “{ $value }” comes before { $earlier }
fault-on-another-side = is on another side than the field above says
fault-only-when-cancelled = only goes with the outcome cancelled
fault-only-when-answered = only goes with what waits for an answer: asked for support, follow-up opened, referral sent
fault-only-when-ended = only goes with a day on which the placement ended
fault-only-with-school-change = only goes with a change of school
fault-not-a-code = “{ $value }” is no code; lower-case a–z, digits and _
fault-taken = “{ $value }” is already taken
fault-masked = this is kept back; write what it is, or leave it empty
fault-double = the same is there already
fault-not-a-number = “{ $value }” is no whole number from { $least } to { $most }
fault-not-a-count = “{ $value }” is neither a whole number from { $least } to { $most } nor not_measured
fault-other-year = “{ $value }” lies in another year than { $other }
fault-not-a-pattern = “{ $value }” is no pattern; write for example even sat, alternate sat, every3 tue or 1st sun
fault-not-a-step = “{ $value }” is no step on the ladder; choose { $candidates }
fault-only-one = only one can stand here
fault-is-the-child = the child cannot meet itself
fault-not-of-the-visit = “{ $value }”: only the child and those who were to come can stand here
fault-only-with-week-numbers = only goes with even or odd weeks
fault-only-in-series = only goes with days that repeat
fault-not-both = write this or { $other }, not both
fault-no-days = “{ $value }” comes before the first day
fault-ends-at-once = “{ $value }”: the end must come after the beginning
fault-only-within-week = a whole series is moved within the week only; for more than that, change the series
fault-is-the-ego = the one in the middle is not on their own map
fault-not-on-map = nobody else on the map is called so; there are { $candidates }
fault-nobody-does = “{ $line }”: write who, a colon and what on each line, for example Grandma: fetches on Tuesdays
fault-restricted = { $child } – { $with }: { $breach ->
        [stopped] contact is stopped
        [unsupervised] contact is limited, only with staff
        [too_many] contact is limited, at most { $number } visits a month
        [too_long] contact is limited, at most { $number } minutes
        [in_person] contact is limited, not by meeting
        [phone] contact is limited, not by phone
        [video] contact is limited, not by video
       *[letter] contact is limited, not by letter
    }{ $until ->
        [none] {""}
        [until_further_notice] {" "}until further notice
       *[other] {" "}until { $until }
    }; write here why it takes place all the same

# Mistakes in a quick line.
fault-unknown = “{ $value }” is not understood; write -- before the note
fault-meant = “{ $value }” is not understood; did you mean { $candidates }?
fault-ambiguous_family = “{ $value }” could be { $candidates }
fault-short_family = “{ $value }” is too short for a family; did you mean { $candidates }? Tab takes one that stands alone
fault-ambiguous_person = “{ $value }” could be { $candidates }
fault-ambiguous_area = “{ $value }” could be { $candidates }
fault-no_such_area = “{ $value }” is no support area; choose { $candidates }
fault-no_such_person = “{ $value }” is nobody in the family; there are { $candidates }
fault-person_without_family = “{ $value }” is a person, but the family is not known
fault-missing_family = the family is missing
fault-bad_date = “{ $value }” is no day
fault-too_soon = “{ $value }”: that day has not been yet
fault-follow_up_before = “{ $value }” comes before the session
fault-bad_time = “{ $value }” is no time
fault-bad_length = “{ $value }” is no length; between one minute and a day
fault-end_before_start = “{ $value }” ends before it begins
fault-bad_goal = “{ $value }” is no goal
fault-bad_level = “{ $value }”: the attainment is between -2 and +2, or done
fault-who_not_why = “{ $value }”: in brackets stands why; who stayed away is a participant, for example @dad
fault-unclosed = “{ $value }” lacks its closing bracket
fault-ambiguous_who = “{ $value }” may be { $candidates }
fault-missing_child = the child is missing
fault-missing_with = whom the child meets is missing; write for example @mom
fault-missing_weekday = “{ $value }” has no weekday
fault-bad_pattern = “{ $value }” is no pattern; write for example every3 sat or 3rd sat
fault-bad_times = “{ $value }” is no number of times; 1 to 999
fault-no_such_step = “{ $value }” is not on the visit ladder
fault-no_days = “{ $value }” leaves no days
fault-only_in_series = “{ $value }” is for a series; write for example every sat
fault-only_single = “{ $value }” is for a single visit, not for a series
fault-not_in_series = “{ $value }” is no day of the series
fault-length_without_start = “{ $value }” has no time; write for example at 10
fault-repeated = “{ $value }”: { $slot }
fault-no_such_goal = “{ $value }”: the family has goals { $candidates }
fault-missing_goal = what is the goal? write it in the person’s own words
fault-missing_whose = whose goal? write @ and one of { $candidates }
fault-missing_area = which area? write #school, #leisure, #psychosocial, #parenting or #network
fault-one_person = “{ $value }”: a goal is one person's
fault-not_yet = “{ $value }”: the quick line takes sessions, visits, tasks and goals
fault-bad_stay = “{ $value }”: ends before it begins, lasts more than 60 nights or begins on several weekdays
fault-nothing_last = “{ $value }”: there is no held session that you wrote yourself in the last 60 days
fault-too_long = the line is longer than 8,000 characters; write a long note in the form
slot-family = the family is already given
slot-day = the day is already given
slot-time = the time is already given
slot-length = the length is already given
slot-mode = the mode is already given
slot-about = the kind is already given
slot-goal = the goal is already judged otherwise
slot-outcome = the outcome is already given
slot-as_last = that it is like last time is already given
slot-follow_up = the follow-up is already given
slot-child = the child is already given
slot-pattern = the pattern is already given
slot-end = the end is already given
slot-week_53 = the choice for week 53 is already made
slot-step = the step is already given
slot-support = the support is already given
slot-place = the place is already given
slot-contact = the form of contact is already given

# Visits in words.
pattern-once = once
pattern-week = every { $days }
pattern-nth = { $weeks ->
    [2] every second week { $days }
   *[other] every { $weeks } weeks { $days }
}
pattern-even = even weeks { $days }
pattern-odd = odd weeks { $days }
pattern-monthly = { $place } { $days } of the month
until-day = until { $day }
without-day = without { $day }
times = { $times ->
    [one] { $times } time
   *[other] { $times } times
}
step = step { $step }
supported-by = support: { $names }
unsupported = without support
warning-week_53 = { $year } has a week 53. By the numbers: { $parity }. Every second week: { $fortnight }. Choose v53:numbers or v53:fortnight
warning-holiday = { $day } is { $name }
warning-no_supporter_on_step = step { $step } needs a supporter; nobody is named
warning-no_supporter = a supporter is needed; nobody is named

# Groups of fields.
group-during = DURING: what happened
group-child = AFTER: the child's words
group-views = AFTER: how the adults saw it
group-judgement = AFTER: assessment, apart from what happened

# What can stand in a field.
hint-child = empty is the family's only child
hint-end = before the beginning is the next day
hint-nights = empty is reckoned from the times
hint-step = number or name on the visit ladder; empty is the child's current step
hint-supervision = empty: yes if the step needs it or a supporter is named
hint-despite = why it takes place although contact is stopped or limited; empty is no exception
hint-came = the child and those who were to come

warned-same-number = somebody in { $family } has the same number
field-relation = Relation
field-left_out = Left out
everybody = @all

fault-no-such-group = the team has no group called “{ $value }”
fault-no-such-meeting = the group has no meeting on that day
fault-not-a-wish = “{ $value }” are no themes that are wished for; write for example screen time=3; money
fault-not-a-mean = “{ $value }” is no mean; write for example 4.1
fault-only-who-is-there = without a name only those are counted who are there
