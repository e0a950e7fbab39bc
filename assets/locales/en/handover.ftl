# The hand-over sheet: what a colleague who takes a family over must know.

do-hand-over = Hand-over sheet: what whoever takes over must know
help-handover = The hand-over sheet

handover-title = HAND-OVER
handover-paper = { $day } · { $user }
rows-below = { $rows ->
    [one] one more row
   *[other] { $rows } more rows
}

handover-restrictions = CONTACT IS RESTRICTED
handover-duties = TO DO WITHIN A YEAR
handover-visits = VISITS OF THE NEXT FOUR WEEKS
handover-sessions = PLANNED SESSIONS
handover-said-children = SAID TO THE CHILDREN
handover-said-parents = SAID TO THE PARENTS
handover-said-both = SAID TO CHILDREN AND PARENTS TOGETHER
handover-said-others = SAID TO OTHERS, OR NOT KNOWN TO WHOM
handover-wishes = WISHES FOR CONTACT THAT WAIT FOR AN ANSWER
handover-plan = THE PLAN
handover-agreed = AGREED AFTER VISITS
handover-notes = THE LAST NOTES

handover-days-late = { $days ->
    [one] one day late
   *[other] { $days } days late
}
handover-by = from the team { $names }
limit-most_a_month = { $count ->
    [one] at most one visit a month
   *[other] at most { $count } visits a month
}
limit-most_minutes = at most { $count } minutes
handover-place-kept = place not written here
handover-away = { $names } away
handover-decided = decided { $day }
handover-follow-up = to be followed up { $day }
handover-follow-up-late = should have been followed up { $day }
handover-unanswered = { $days ->
    [0] came today
    [one] has waited one day
   *[other] has waited { $days } days
}

handover-nothing = There is nothing to hand over: no restrictions, nothing to do, no visits, no promises and no notes.
handover-none = There are { $what }.
handover-and = { $first } and { $last }
handover-no-restrictions = no restrictions of contact
handover-no-duties = no things waiting to be done
handover-no-visits = no visits in the next four weeks
handover-no-promises = no promises of the last ninety days
handover-no-notes = no notes
do-dossier = The file: events, restrictions, wishes, exemptions, relations, what is written of visits
dossier-title = THE FILE
dossier-events = EVENTS
dossier-restrictions = RESTRICTIONS OF CONTACT
dossier-wishes = WISHES ABOUT CONTACT
dossier-plan = THE PLAN
dossier-exemptions = EXEMPTIONS FROM DUTIES
dossier-relations = RELATIONS
dossier-moves = STEPS ON THE VISIT LADDER
dossier-visits = PREPARED AND WRITTEN OF VISITS
dossier-nothing = Nothing is noted beyond the family’s page and the sessions.
dossier-answered = answered { $day }
dossier-waits = waits for an answer
dossier-step = step { $steps }
handover-events = WHAT HAPPENED IN THE LAST NINETY DAYS
handover-exemptions = EXEMPTIONS FROM DUTIES OF THE LAST YEAR
handover-relations = RELATIONS
page-noted = { $what } ({ $key } shows)
noted-events = { $count ->
    [one] 1 event
   *[other] { $count } events
}
noted-restrictions = { $count ->
    [one] 1 restriction
   *[other] { $count } restrictions
}
noted-wishes = { $count ->
    [one] 1 wish
   *[other] { $count } wishes
}
noted-exemptions = { $count ->
    [one] 1 exemption
   *[other] { $count } exemptions
}
noted-relations = { $count ->
    [one] 1 relation
   *[other] { $count } relations
}
do-main-record = To enter in the municipality's main record system, and that it has been
main-record-since = To enter in the main record system since { $day }: { $count }
main-record-all = To enter in the main record system; nothing is marked as entered yet: { $count }
main-record-changed = changed since it was entered
main-record-gone =
    { $count ->
        [one] 1 record that was entered is removed here
       *[other] { $count } records that were entered are removed here
    }
main-record-what = Decisions, plans and what has happened belong there; Trygg is the tool, and does not replace the file.
main-record-given = it is entered
key-main-record-given = i
said-main-record-given = Marked as entered in the main record system.
