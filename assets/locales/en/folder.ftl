# The folder of a family: its papers, checklists, school, leisure, health.

folder-title = PAPERS
folder-nothing = Nothing is here yet. n writes: the child’s book, a safety plan, three columns, an assessment of contact, school, leisure, health. l opens the checklists.
folder-papers = PAPERS
folder-assessments = ASSESSMENTS OF CONTACT
folder-schooling = SCHOOL
folder-obstacles = OBSTACLES TO LEISURE
folder-health = HEALTH AND DENTAL CARE
dossier-assessments = ASSESSMENTS OF CONTACT
dossier-checklists = CHECKLISTS
dossier-papers = PAPERS
dossier-schooling = SCHOOL
dossier-obstacles = OBSTACLES TO LEISURE
dossier-health = HEALTH AND DENTAL CARE

paper-version = version { $number } of { $of }
paper-scale = { $scale } of 10
paper-tried-until = tried until { $day }
paper-with = with { $with }
paper-same = Nothing has changed since the version before.

assessment-none = The contact has not been assessed.
assessment-age = The contact was assessed on { $day }, { $days ->
    [one] 1 day ago
   *[other] { $days } days ago
}.
assessment-again = looked at again { $day }
assessment-late = It was to be looked at again on { $day }.
ladder-assess = assess the contact

term-spring = spring { $year }
term-autumn = autumn { $year }
school-grade = grade { $grade }
school-eligible = eligible for upper secondary
school-not-eligible = not eligible for upper secondary
school-contact = studies: { $who }
obstacle-tried = tried: { $what }
obstacle-solved = solved { $day }

checklists-title = CHECKLISTS
checklists-nothing = No checklist applies to the family now.
checklist-count = { $done } of { $of }
checklist-offer = can be begun
checklist-shown = shown by the plan
checklist-source = Source: { $source }
checklist-ticked = { $day }, { $who }
checklist-before = BEFORE
checklist-day-1 = DAY 1
checklist-days-2-4 = DAYS 2–4
checklist-by-day-7 = BY DAY 7
checklist-after = AFTERWARDS

ask-new-kept = What do you want to write?
ask-remove-kept = Remove { $what }?
why-nothing-kept = Nothing is marked.
why-first-version = This is the first version.
why-last-version = This is the latest version.
why-no-lists = No checklist applies to the family now.
why-no-paper = The line has nothing to open; Space ticks it.
key-new-story = b
key-new-safety = s
key-new-columns = c
key-new-assessment = o
key-new-schooling = t
key-new-obstacle = l
key-new-health = h

do-folder = Papers: the child’s book, safety plan, three columns, assessments, school, leisure, health
do-checklists = Checklists
do-check = Tick the line, or take the tick back
do-not-relevant = Not relevant, with why; or change the day
do-compare-paper = Compare with the version before
do-earlier-paper = The version before
do-later-paper = The version after
bar-folder = papers
bar-checklists = checklists
bar-check = tick
bar-not-relevant = not relevant
bar-compare-paper = compare
bar-earlier-paper = before
bar-later-paper = after
help-folder = The family’s papers: arrows choose, Enter opens
help-paper = A paper that is read
help-checklists = Checklists: Enter opens one
help-checklist = A checklist: Space ticks the line
papers-none = The family has no papers.
looked-noun-papers = the papers
looked-noun-checklists = the checklists
