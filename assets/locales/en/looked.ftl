# Who has looked: the log, the review, and what whom it concerns may know.

looked-when = When
looked-who = Who
looked-did = What
looked-whose = Family
looked-whence = From where
looked-why = Why
looked-did-what = { $did }: { $what }
looked-families = { $count ->
    [one] one family
   *[other] { $count } families
}
looked-more = { $names } and { $count } more
looked-noun-handover = the hand-over sheet
looked-noun-main-record = to enter in the main record system
looked-noun-dossier = the file
looked-noun-calendar = the calendar
looked-noun-network = network maps
looked-noun-due = duties
looked-noun-duty = duties
looked-noun-news = what colleagues did
looked-noun-place = a place that is kept back
looked-noun-deadlines = the report of duties
looked-noun-access-log = the log
looked-noun-access-finding = the review of accesses
noun-access_finding = what a review found
looked-noun-week = the week
looked-noun-families = families
looked-noun-people = people
looked-noun-sessions = sessions
looked-noun-visits = visits
looked-noun-placements = placements
looked-noun-restrictions = restrictions
looked-noun-tree = the family tree
looked-noun-search = names, numbers or cases
looked-noun-casebook = the casebook
looked-noun-unlock = the casebook

told-title = Who has read the file
told-whom = Extract for { $name }, case { $case }
told-period = From { $from } to { $to }
told-beginning = the beginning
told-now = now
told-did-read = read the file
told-did-took-out = took information from the file out of the house
told-did-printed = printed information from the file
told-nobody = Nobody read the file in that time.
told-listed = { $count ->
    [one] Besides, the family was shown once in a list or a search, where only name and case are seen.
   *[other] Besides, the family was shown { $count } times in lists and searches, where only name and case are seen.
}
told-only-yours = This is what concerns you. Reading of what concerns only somebody else is not told here.
told-no-names = The names of staff are not given out; what task they have stands here instead.
said-looks-told = The extract is in { $path }

finding = { $signal }: { $user }, { $whose }
finding-family = { $name } { $case }
finding-several = several families
review-made = Review { $number } is made ({ $source }).
review-undecided = { $count ->
    [0] Nothing waits for a decision.
    [one] 1 finding waits for a decision: trygg access review
   *[other] { $count } findings wait for a decision: trygg access review
}
review-nothing = Nothing waits for a decision.
review-how = Decide: trygg access review --decide NUMBER --as ok|ask|report --note TEXT
review-more = ... and { $count } more, see trygg access log
said-decided = { $finding }: { $decision }
matter-review-due = Review of accesses: time for the next
matter-review-due-do = Enter makes the review: a sample, and what stands out of who read what.
matter-review-undecided = { $count ->
    [one] Review of accesses: one to look at
   *[other] Review of accesses: { $count } to look at
}
matter-review-undecided-do = Enter goes through them one by one.

review-question = { $place } of { $count }  { $finding }
review-look = { $at }  { $did }  { $whence }
review-decide-ok = in order
review-decide-ask = ask the reader
review-decide-report = report
review-decide-later = later
key-review-ok = 1
key-review-ask = 2
key-review-report = 3
key-review-later = s
review-why = Why? Briefly, and without names.
said-reviewed = The review of accesses is done.

who-looked-title = Who has looked: { $name }
who-looked-row = { $at }  { $user }  { $did }  { $why }
who-looked-nobody = Nobody has looked yet.
do-who-looked = Who has looked at the family's file
