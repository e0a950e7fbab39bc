# All words of one kind of record: measurement. And of what is measured with.

noun-measurement = the measurement

field-instrument = Form
field-rater = Whose answers
field-item = Question
field-edition = Version
field-way = How it was asked
field-asked_by = Asked by
field-talked_on = Talked about

rater-person = the person's own
rater-worker = the worker's

way-together = together at the screen
way-aloud = read aloud
way-paper = on paper
way-phone_interpreter = by phone with an interpreter

rows-measurements = { $rows ->
    [one] 1 answer
   *[other] { $rows } answers
}

step-add-measurement = measurement of { $label }
step-change-measurement = measurement changed of { $label }
step-remove-measurement = measurement removed of { $label }

deed-add-measurement = new measurement
deed-change-measurement = changed measurement
deed-remove-measurement = removed measurement

problem-measurement-empty = A measurement has at least one answer.
    .hint = Answer a question, or say that the person does not know or did not want to answer.
problem-measurement-twice = There is already such a measurement on that day.
    .hint = Open the one that is there and change the answers in it.
problem-instrument = The form is not used. { $file }, line { $line }: { $why ->
   *[form] the file cannot be read: { $what }
    [format] this program does not know the form { $what }; format = 1
    [key] “{ $what }” is no key: lower-case a–z, digits and _
    [empty] { $what } is empty
    [zero] { $what } must be at least 1
    [nothing] { $what } is missing or empty
    [twice] { $what } stands twice
    [order] { $what } is not less than what follows it
    [too-much] { $what } is too much, or nothing
    [interval-from] { $what } says how long but not since when: from is missing
    [interval-of] { $what } and of belong together: both or neither
    [length] { $what } must look ahead, as 2 weeks
    [occasion] { $what } is no occasion that this program knows
    [scale-wide] the scale goes to { $what }; one digit only goes from 0 to 9
    [labels] { $what } has not as many labels as the scale has steps
    [no-scale] { $what } needs a scale, and the file has none
    [least-answered] at least { $what } answers cannot be had: an area has fewer questions
    [off-scale] { $what } is outside what the answers can come to
    [not-scored] { $what } does not go with what is only counted
    [area] the area { $what } is neither one of the five nor in the file
    [no-area] the question { $what } has no area
    [no-options] the question { $what } has nothing to choose from: at least two options
    [not-chosen] the question { $what } has options that nobody chooses from
    [many-options] the question { $what } has more than ten options: one digit is not enough
    [depends] only_if names { $what }, which is no question before this one
    [depends-on] only_if names the answer { $what }, which cannot be given
    [depends-how] only_if for { $what } must have either is or not
    [alert-kind] the question { $what } has an alert, but is not answered on the scale
    [becomes-option] becomes names { $what }, which is none of the options
    [becomes-kind] the answer to { $what } cannot become that
    [direction-kind] the question { $what } has a direction, but is not answered on the scale
    [rater] { $what } does not go with what the staff answer
    [about] { $what } says whom it is about where the staff answer, and only then
}.
    .hint = Mend the line; until then the form that ships is used, if one has the same name.
problem-instrument-twice = The form { $name } is in two of the unit's files; { $file } is not used.
    .hint = Keep one of the files in the folder instruments.

do-measure = Measure
do-trends = How it has gone
do-words = Children's own words
do-answer-it = Answer, or on
bar-answer-it = done
do-answer-unknown = Does not know
do-answer-unwilling = Does not want to answer
do-answer-elsewhere = Not relevant
do-next-question = Next question
do-previous-question = Back to the question before
bar-previous-question = back
do-other-rater = The person's answers or the worker's
bar-other-rater = whose
do-next-way = How it is asked
bar-next-way = way
do-next-instrument = Next form
bar-next-instrument = form
do-make-of-it = Make a task or a wish of it
bar-make-of-it = make task
do-talked-about = The answer was talked about today
bar-talked-about = talked about
bar-measure = measure

measuring-at = { $at } of { $of }
measuring-whom = Who answers?
measuring-write = write in own words
measuring-more = more: { $key } …
measuring-empty = Nothing is answered yet.
measuring-newer = Somebody else has saved the same measurement. Your answers now stand over it; save again.
measuring-alert = Saved. { $what }
measuring-one-rater = There is only one to answer here.
measuring-always-relevant = The form does not have that answer.
measuring-no-other = There is no other form for the person.
why-no-instrument = There is no form for that person.
why-not-measured = Nobody in the family is measured yet.
why-becomes-nothing = That answer becomes nothing by itself.
why-is-there = It is among the tasks or referrals already.
why-not-referred = There is nothing on that line to refer onward with.
why-goal-in-plan = It is offered when the goal is written in the plan.

beside-unknown = does not know
beside-did-not-want = does not want
beside-not-relevant = not relevant
beside-none = none of it
sign-unknown = v
sign-not-relevant = e

area-whole = The whole
turn-better = better
turn-worse = worse
turn-same = as before
trends-times = { $count ->
    [one] measured once
   *[other] measured { $count } times
}
trends-not-measured = not measured
trends-too-few = too few answers
trends-signs = { $person } own  { $worker } the worker's
trends-together = the family: { $latest } (n { $count })
trends-together-both = the family: { $first } → { $latest } (n { $count })

became-task = Wish: { $what }
became-talked = talked about { $day }
becomes-goal = goal
becomes-wish = wish for contact
becomes-gap = gap
becomes-child-word = the child's words
becomes-task = task
becomes-task-or-referral = task or referral

words-title = Children's own words · { $count }
words-none =
    What children say themselves is gathered here, with who heard it and where.

    n writes down what a child has said.
words-to-parents = parents may read
words-latest = { $child }: “{ $words }” ({ $day })
words-latest-none = { $child }: no words of its own yet

measured-answered = { $count } answers
support-line = { $parent }: gets support: { $team } · says: { $own }
enough-yes = enough
enough-partly = some
enough-no = too little
enough-unclear = unclear
enough-not-needed = needs none
enough-not-assessed = not assessed
enough-days = { $enough }, { $days } d ago
dossier-support = Support to the parents
dossier-measured = Measured
dossier-words = Children's own words

help-measuring = Measuring: a digit answers
help-writing = Answer in own words
help-measured = What was answered
help-trends = How it has gone
help-childwords = Children's own words
