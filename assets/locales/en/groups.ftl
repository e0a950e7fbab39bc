# Groups, referrals and gaps on the screen.

heads-any = { $count } without a name
heads-of-adults = { $count ->
    [one] 1 adult
   *[other] { $count } adults
}
heads-of-children = { $count ->
    [one] 1 child
   *[other] { $count } children
}

pane-groups = Groups
groups-side-groups = the team's groups
groups-side-referrals = referrals
groups-side-gaps = gaps
groups-title-groups = Groups · { $running } under way{ $cancelled ->
    [0] {""}
    [1] , 1 cancelled before it began
   *[other] , { $cancelled } cancelled before they began
}
problem-no-group = The team has no group { $group }; trygg list groups shows them.
groups-title-referrals = Groups · referrals, { $whose }
groups-title-open = under way
groups-title-gaps = Groups · gaps that nobody fills
groups-none = No groups yet: n adds one.
referrals-none = No referrals: n refers on.
gaps-none = No gaps.
group-nobody = Nobody on the list yet: a writes who is here, in one line.
group-no-meeting = No meetings yet: n plans one.

group-title = { $name } · { $parts }
group-title-every-monday = Mondays
group-title-every-tuesday = Tuesdays
group-title-every-wednesday = Wednesdays
group-title-every-thursday = Thursdays
group-title-every-friday = Fridays
group-title-every-saturday = Saturdays
group-title-every-sunday = Sundays
group-meetings = { $count ->
    [one] 1 meeting
   *[other] { $count } meetings
}
group-families = { $count ->
    [one] 1 family
   *[other] { $count } families
}
group-next = next { $day }
group-theme = theme: { $theme }
group-theme-none = theme: none yet
group-wished-on = (wished for by the group { $day })
group-others = { $count ->
    [one] 1 of another family
   *[other] { $count } of other families
}
group-heads = + { $count } without a name: { $of }
group-before = LAST
group-after = NEXT
group-came = { $came } of { $asked }
group-gap-heading = GAP
group-gap = → gap: { $gap }
group-wished = wished for: { $themes }
group-wish = { $theme } ({ $voices })
group-attendance = THERE
group-survey = { $name } after { $meetings ->
    [one] 1 meeting
   *[other] { $meetings } meetings
}: { $mean } (n { $n })
group-survey-before = before { $mean } (n { $n })
group-measured = MEASURED
group-measured-more = {""}
group-together = { $area } { $before } → { $after } (n { $n })
group-together-by = { $name }, before and after
group-survey-name = questions
group-few = too few answers
group-note = NOTED
group-meetings-heading = MEETINGS
group-stopped = { $what } – e or Enter on one of them writes why it is all the same.
group-warned = { $what } – the same key again writes it all the same.
group-ages = { $ages }
group-by-decision = by a decision

roll-hint = who, and whether they were here: anna yes, bo ill, cid no, 3 adults, rest yes · new: dina berg
roll-refused = A part of the line is not understood; nothing is saved.
roll-empty = Write who is here.
roll-nobody = ? { $word }: nobody on the list is called so; write the family too
roll-several = ? { $word }: { $names }
roll-twice = ? { $word }: stands in the line already
roll-all-of = { $count } people

referral-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
referral-no-consent = no consent
referral-outside = not in the catalogue

gap-of = { $area } · { $district } · { $count }
gap-no-area = no area
gap-no-district = no district

why-no-meeting = The group has no meeting yet.
why-nobody-marked = Nobody is marked.
why-not-told-yet = Nothing is told of the person yet: space or – tells it.
why-gap-not-removed = A gap is a referral or a meeting: Enter opens it.
ask-remove-attendance = Remove the attendance?
ask-remove-meeting = Remove the meeting { $day }?
ask-remove-group = Remove the group { $name }?
ask-remove-referral = Remove the referral to { $to }?

do-go-groups = Groups
do-next-list = Groups, referrals, gaps
do-previous-list = Gaps, referrals, groups
do-attends = Here, or not here
do-stays-away = Not here
do-roll-line = Attendance in one line
do-new-meeting = New meeting
do-add-attender = Somebody else, or heads without a name
do-edit-group = Change the group
do-next-column = Next column
do-previous-column = Previous column
do-later-meeting = Next meeting
do-earlier-meeting = Previous meeting
do-new-referral = Refer on
bar-new-referral = refer
bar-next-list = referrals, gaps
bar-attends = here
bar-stays-away = not here
bar-roll-line = in one line
bar-new-meeting = new meeting
bar-later-meeting = next meeting

referral-consent = consent: { $by }
said-referral-added = Saved, a referral:
quick-hint-referral = family @whom to-whom #area sent day consent:both -- why
fault-missing_actor = to whom?
slot-actor = to whom is already given
slot-stands = where it stands is already given
slot-consent = the consent is already given

handover-referrals = REFERRALS UNDER WAY, AND GAPS
handover-groups = GROUPS
dossier-referrals = REFERRALS
dossier-groups = GROUPS
run-groups = group meetings { $came } of { $of }
referral-since-needed = needed since { $day }
referral-since-sent = sent { $day }
referral-since-accepted = accepted { $day }
referral-since-waiting = waiting since { $day }
referral-since-first_visit = first visit { $day }
referral-since-refused = refused { $day }
referral-since-done = done { $day }
referral-since-gap = nobody offers it
group-part-counts = was there { $came } of { $of } times
group-part-yes = was there
group-part-no = was not there
group-part-expected = is expected
group-part-left = has left

field-need = Need
field-since = Since

looked-noun-gaps = gaps

help-groups = Which group meets, and what is its next theme? With Tab: what is referred on, and what nobody offers.
help-group = A group at one of its meetings: who is here, what do they wish for, what did they answer?
help-rollline = Who was there in one line: anna yes, bo ill, 3 adults, rest no.
