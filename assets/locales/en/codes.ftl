# What the codes are called on the screen. The key is the list's name and the code.

area-school = Schooling
area-leisure = Leisure
area-psychosocial = Psychosocial support
area-parenting = Parenting
area-network = Network

status-enquiry = enquiry
status-active = active
status-paused = paused
status-closed = closed

phase-crisis_support = crisis support
phase-change_over_time = change over time
phase-before_return_home = before return home
phase-strong_and_safe = Strong and Safe
phase-aftercare = aftercare

legal_form-open_service = no needs test
legal_form-advice_and_support = advice and support
legal_form-service_decision = service decision

member_role-mother = mother
member_role-father = father
member_role-step_parent = step-parent
member_role-guardian = guardian
member_role-child = child
member_role-grandparent = grandparent
member_role-relative = relative
member_role-family_home_parent = family home parent
member_role-trustee = trustee
member_role-appointed_guardian = specially appointed guardian
member_role-other = other

id_system-personal_number = personal number
id_system-coordination_number = coordination number
id_system-reserve_number = reserve number
id_system-other = other number

lives-at_home = at home
lives-placed = placed
lives-own_household = own household
lives-elsewhere = elsewhere

protection-none = none
protection-confidentiality_flag = confidentiality flag
protection-protected_registration = protected registration
protection-assumed_identity = assumed identity

placement_kind-emergency_home = emergency home
placement_kind-family_home = family home
placement_kind-kinship_placement = kinship placement
placement_kind-residential_home = residential home
placement_kind-secure_youth_home = secure youth home
placement_kind-supported_housing = supported housing
placement_kind-shelter = shelter
placement_kind-treatment_family = treatment family
placement_kind-joint_placement = joint placement
placement_kind-private_placement = private placement

legal_basis-sol = SoL
legal_basis-lvu_2 = LVU s. 2
legal_basis-lvu_3 = LVU s. 3
legal_basis-lvu_6 = LVU s. 6
legal_basis-other = other

end_reason-return_home = return home
end_reason-re_placement = re-placement
end_reason-breakdown = breakdown
end_reason-custody_transfer = custody transfer
end_reason-independent_living = independent living
end_reason-other = other

session_kind-conversation = conversation
session_kind-crisis_support = crisis support
session_kind-advice = advice
session_kind-child_session = child session
session_kind-network_meeting = network meeting
session_kind-family_session = family session
session_kind-adults_meeting = adults' meeting
session_kind-information = information
session_kind-motivation = motivation
session_kind-shared_activity = shared activity
session_kind-planning = planning
session_kind-follow_up = follow-up

mode-home_visit = home visit
mode-office = office
mode-phone = phone
mode-video = video
mode-school = school
mode-outdoors = outdoors

outcome-planned = planned
outcome-held = held
outcome-cancelled = cancelled
outcome-no_show = no-show

cancelled_by-parent = parent
cancelled_by-child = the child
cancelled_by-family_home = family home
cancelled_by-us = us
cancelled_by-other = other

visit_contact-in_person = in person
visit_contact-phone = phone
visit_contact-video = video
visit_contact-letter = letter

visit_basis-agreement = agreement
visit_basis-decision = decision
visit_basis-court = court

visit_outcome-planned = planned
visit_outcome-held = held
visit_outcome-cancelled = cancelled
visit_outcome-no_show = no-show
visit_outcome-moved = moved

week_53-keep_parity = follow the week numbers
week_53-keep_fortnight = keep every second week

change_scope-this = this only
change_scope-later = this and later
change_scope-all = all

month_place-first = first
month_place-second = second
month_place-third = third
month_place-fourth = fourth
month_place-fifth = fifth
month_place-last = last

child_word-told = the child told
child_word-too_young = too young
child_word-did_not_want = did not want to

restriction_kind-limited = limited
restriction_kind-stopped = stopped
ending-until_further_notice = until further notice
ending-short-until_further_notice = ufn

ladder_turn-up = up
ladder_turn-stay = stay
ladder_turn-down = down

map_occasion-baseline = baseline
map_occasion-follow_up = follow-up

map_consent-given = consents
map_consent-by_guardian = guardian consents
map_consent-refused = does not consent

map_viewer-team = the team
map_viewer-parents = the parents
map_viewer-family_home = the family home
map_viewer-social_worker = the social worker
map_viewer-network = the network

relation-strong = strong
relation-ordinary = ordinary
relation-weak = weak
relation-strained = strained
relation-broken = broken

support_direction-gives = gives support
support_direction-receives = receives support
support_direction-both = gives and receives support
support_direction-none = no support

support_kind-practical = practical
support_kind-emotional = emotional
support_kind-joy = joy
support_kind-advice = advice

how_often-daily = every day
how_often-weekly = every week
how_often-monthly = every month
how_often-yearly = some time each year
how_often-seldom = seldom

sphere-private = private
sphere-professional = professional

level-universal = universal
level-selective = selective
level-indicated = indicated

setting-individual = individual
setting-group = group
setting-structural = structural

role-support_person = support person
role-visit_supporter = visit supporter
role-crisis_supporter = crisis supporter
role-team_leader = team leader
role-statistician = statistician
role-administrator = administrator
role-on_call = on call

answer-yes = yes
answer-no = no

# What the kinds of records are called.
noun-change = the change
noun-casebook = the casebook

# Short words for the five areas.
area-short-school = School
area-short-leisure = Leisure
area-short-psychosocial = Psych
area-short-parenting = Parent
area-short-network = Network

# Days and weeks.
week = w. { $week }
date-narrow = { $day }/{ $month }-{ $year }
date-short = { $day }/{ $month }
date-year = { $day }/{ $month } { $year }
day-long = { $weekday } { $day } { $month } { $year }
weekday-short-1 = Mo
weekday-short-2 = Tu
weekday-short-3 = We
weekday-short-4 = Th
weekday-short-5 = Fr
weekday-short-6 = Sa
weekday-short-7 = Su
weekday-long-1 = Monday
weekday-long-2 = Tuesday
weekday-long-3 = Wednesday
weekday-long-4 = Thursday
weekday-long-5 = Friday
weekday-long-6 = Saturday
weekday-long-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

event_kind-support_asked = asked for support
event_kind-crisis_support_declined = crisis support offered, declined
event_kind-children_told = children know that parents are offered crisis support
event_kind-information_given = information given
event_kind-information_gone_through = information gone through
event_kind-health_exam_requested = health examination asked for
event_kind-dental_exam_requested = dental examination asked for
event_kind-care_considered = care considered
event_kind-care_re_examined = care re-examined
event_kind-hidden_location_considered = hidden location considered
event_kind-custody_transfer_considered = custody transfer considered
event_kind-talk_with_child = talk with the child alone
event_kind-family_home_visited = visit to the home
event_kind-baseline = baseline measurement
event_kind-measurement = measurement
event_kind-programme_reviewed = programme reviewed
event_kind-programme_end_decided = end of programme decided
event_kind-follow_up_opened = follow-up after care opened
event_kind-referral_sent = referral sent

colour-green = green
colour-yellow = yellow
colour-red = red

access_act-open = opened
access_act-list = saw in a list
access_act-search = searched
access_act-export = took out in a file
access_act-print = printed
access_act-refuse = was refused
access_act-unlock = unlocked
access_act-fail = failed to unlock

access_signal-sample = sample
access_signal-emergency = opened in an emergency
access_signal-same_name = same family name
access_signal-same_contact = same telephone number
access_signal-night = read at night
access_signal-many = many in a short time
access_signal-conflict = conflict of interest
access_signal-unassigned = no task in the family
access_signal-after_closing = read after closing
access_decision-ok = in order
access_decision-ask = ask the reader
access_decision-report = report

# What a parent answered to an offer of crisis support, and the state of a goal.
crisis_answer-accepted = accepted
crisis_answer-declined = declined
crisis_answer-not_reached = not reached
goal_state-open = open
goal_state-done = reached
goal_state-dropped = dropped

group_kind-parent_group = parents' group
group_kind-children_group = children's group
group_kind-course = course
group_kind-theme_evening = theme evening
group_kind-workshop = workshop
group_kind-family_activity = family activity
group_kind-open_service = open service

group_state-planned = planned
group_state-running = running
group_state-ended = ended
group_state-cancelled = cancelled before it began

group_day-monday = Monday
group_day-tuesday = Tuesday
group_day-wednesday = Wednesday
group_day-thursday = Thursday
group_day-friday = Friday
group_day-saturday = Saturday
group_day-sunday = Sunday

meeting_state-planned = planned
meeting_state-held = held
meeting_state-cancelled = cancelled

presence-yes = yes
presence-no = no
presence-expected = expected
presence-left = has left

heads-adults = adults
heads-children = children

referral_state-needed = needed
referral_state-sent = sent
referral_state-accepted = accepted
referral_state-waiting = waiting
referral_state-first_visit = first visit
referral_state-refused = refused
referral_state-done = done
referral_state-gap = gap

consent_by-guardian = a guardian
consent_by-both_guardians = both guardians
consent_by-child = the child itself
consent_by-own = whom it is about

actor_kind-health_care = health centre
actor_kind-child_psychiatry = child psychiatry
actor_kind-adult_psychiatry = adult psychiatry
actor_kind-dental_care = dental care
actor_kind-school = school
actor_kind-maternity_care = maternity care
actor_kind-child_health_care = child health care
actor_kind-open_preschool = open preschool
actor_kind-association = association
