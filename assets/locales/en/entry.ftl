# Fields and what may be wrong with them.

field-case_ref = Case
field-name = Name
field-status = Status
field-started_on = From
field-district = District
field-planned_end_on = Planned end
field-closed_on = Closed
field-phase = Phase
field-legal_form = Legal form
field-child_support = Supports children
field-parent_support = Supports parents
field-other_support = Others in team
field-ref = Reference
field-given_name = Given name
field-family_name = Family name
field-role = Role
field-personal_id = Identity number
field-birth_on = Born
field-lives = Lives
field-guardian = Guardian
field-protection = Protection
field-phone = Phone
field-language = Language
field-interpreter = Interpreter
field-person_ref = Person
field-kind = Kind
field-legal_basis = Legal basis
field-home = Home
field-ended_on = To
field-end_reason = Ended with
field-hidden_location = Hidden location
field-school_change = Changes school
field-school_started_on = First school day
field-on = Day
field-mode = Mode
field-outcome = Outcome
field-start = Time
field-minutes = Minutes
field-cancelled_by = Cancelled by
field-reason = Reason
field-areas = Areas
field-people = Took part
field-staff = Staff
field-level = Level
field-setting = Setting
field-follow_up_on = Follow up
field-note = Note
field-next_step = Next step
field-goals = Goals
field-whose = Whose
field-area = Area
field-from = From
field-to = To
field-family = Family

fault-missing = fill this in
fault-not-a-day = “{ $value }” is no day; write for example 19/11, tue or 2026-11-19
fault-not-a-time = “{ $value }” is no time; write for example 14 or 14:30
fault-not-a-length = “{ $value }” is no length; write minutes, or 1.5h
fault-not-in-list = “{ $value }” is not one of { $candidates }
fault-ambiguous = “{ $value }” could be { $candidates }
fault-no-such-family = “{ $value }” is no family here
fault-no-such-person = “{ $value }” is nobody in the family
fault-not-an-identity = “{ $value }” is no valid identity or coordination number
fault-not-a-goal = “{ $value }” is no goal; write for example 2, 2=+1 or 2=done
fault-before = “{ $value }” comes before { $earlier }
fault-only-when-cancelled = only goes with the outcome cancelled
fault-not-a-code = “{ $value }” is no code; lower-case a–z, digits and _
fault-taken = “{ $value }” is already taken

# Mistakes in a quick line.
fault-unknown = “{ $value }” is not understood; write -- before the note
fault-ambiguous_family = “{ $value }” could be { $candidates }
fault-ambiguous_person = “{ $value }” could be { $candidates }
fault-ambiguous_area = “{ $value }” could be { $candidates }
fault-no_such_area = “{ $value }” is no support area; choose { $candidates }
fault-no_such_person = “{ $value }” is nobody in the family; there are { $candidates }
fault-person_without_family = “{ $value }” is a person, but the family is not known
fault-missing_family = the family is missing
fault-bad_date = “{ $value }” is no day
fault-bad_time = “{ $value }” is no time
fault-end_before_start = “{ $value }” ends before it begins
fault-bad_goal = “{ $value }” is no goal
fault-unclosed = “{ $value }” lacks its closing bracket
fault-repeated = “{ $value }” says { $slot } once more
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
fault-not_yet = “{ $value }”: the quick line only takes sessions so far
slot-family = the family
slot-day = the day
slot-time = the time
slot-length = the length
slot-mode = the mode
slot-about = the kind
slot-goal = the goal
slot-outcome = the outcome
slot-follow_up = the follow-up
slot-child = the child
slot-pattern = the pattern
slot-end = the end
slot-week_53 = the choice for week 53
slot-step = the step
slot-support = the support
slot-place = the place
slot-contact = the form of contact

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
