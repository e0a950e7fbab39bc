# Vad koderna heter på skärmen. Nyckeln är listans namn och koden.

area-school = Skolgång
area-leisure = Fritid
area-psychosocial = Psykosocialt stöd
area-parenting = Föräldraskap
area-network = Nätverk

status-enquiry = förfrågan
status-active = pågår
status-paused = vilar
status-closed = avslutad

phase-crisis_support = krisstöd
phase-change_over_time = förändring under tid
phase-before_return_home = inför hemflytt
phase-strong_and_safe = Stark och Trygg
phase-aftercare = eftervård

legal_form-open_service = utan behovsprövning
legal_form-advice_and_support = råd och stöd
legal_form-service_decision = biståndsbeslut

member_role-mother = mamma
member_role-father = pappa
member_role-step_parent = styvförälder
member_role-guardian = vårdnadshavare
member_role-child = barn
member_role-grandparent = mor-/farförälder
member_role-relative = släkting
member_role-family_home_parent = familjehemsförälder
member_role-trustee = god man
member_role-appointed_guardian = särskilt förordnad vårdnadshavare
member_role-other = annan

id_system-personal_number = personnummer
id_system-coordination_number = samordningsnummer
id_system-reserve_number = reservnummer
id_system-other = annat nummer

lives-at_home = hemma
lives-placed = placerad
lives-own_household = eget hushåll
lives-elsewhere = på annat håll

protection-none = ingen
protection-confidentiality_flag = sekretessmarkering
protection-protected_registration = skyddad folkbokföring
protection-assumed_identity = fingerade uppgifter

placement_kind-emergency_home = jourhem
placement_kind-family_home = familjehem
placement_kind-kinship_placement = närståendeplacering
placement_kind-residential_home = HVB
placement_kind-secure_youth_home = särskilt ungdomshem
placement_kind-supported_housing = stödboende
placement_kind-shelter = skyddat boende
placement_kind-treatment_family = behandlingsfamilj
placement_kind-joint_placement = samplacering
placement_kind-private_placement = privatplacering

legal_basis-sol = SoL
legal_basis-lvu_2 = LVU 2 §
legal_basis-lvu_3 = LVU 3 §
legal_basis-lvu_6 = LVU 6 §
legal_basis-other = annat

end_reason-return_home = hemflytt
end_reason-re_placement = omplacering
end_reason-breakdown = sammanbrott
end_reason-custody_transfer = vårdnadsöverflyttning
end_reason-independent_living = eget boende
end_reason-other = annat

session_kind-conversation = samtal
session_kind-crisis_support = krisstöd
session_kind-advice = rådgivning
session_kind-child_session = barnträff
session_kind-network_meeting = nätverksmöte
session_kind-family_session = familjeträff
session_kind-adults_meeting = vuxenmöte
session_kind-information = information
session_kind-motivation = motivation
session_kind-shared_activity = gemensam aktivitet
session_kind-planning = planering
session_kind-follow_up = uppföljning

mode-home_visit = hembesök
mode-office = kontor
mode-phone = telefon
mode-video = video
mode-school = skola
mode-outdoors = ute

outcome-planned = planerad
outcome-held = genomförd
outcome-cancelled = inställd
outcome-no_show = uteblev

cancelled_by-parent = förälder
cancelled_by-child = barnet
cancelled_by-family_home = familjehemmet
cancelled_by-us = vi
cancelled_by-other = annan

visit_contact-in_person = möte
visit_contact-phone = telefon
visit_contact-video = video
visit_contact-letter = brev

visit_basis-agreement = överenskommelse
visit_basis-decision = beslut
visit_basis-court = domstol

visit_outcome-planned = planerat
visit_outcome-held = genomfört
visit_outcome-cancelled = inställt
visit_outcome-no_show = uteblev
visit_outcome-moved = flyttat

week_53-keep_parity = följ veckonumren
week_53-keep_fortnight = håll varannan vecka

change_scope-this = bara detta
change_scope-later = från och med detta
change_scope-all = hela serien

month_place-first = första
month_place-second = andra
month_place-third = tredje
month_place-fourth = fjärde
month_place-fifth = femte
month_place-last = sista

child_word-told = barnet berättade
child_word-too_young = för ung
child_word-did_not_want = ville inte

restriction_kind-limited = begränsat
restriction_kind-stopped = stoppat
ending-until_further_notice = tills vidare
ending-short-until_further_notice = tv

ladder_turn-up = upp
ladder_turn-stay = stanna
ladder_turn-down = ned

map_occasion-baseline = basmätning
map_occasion-follow_up = uppföljning

map_consent-given = samtycker
map_consent-by_guardian = vårdnadshavare samtycker
map_consent-refused = samtycker inte

map_viewer-team = teamet
map_viewer-parents = föräldrarna
map_viewer-family_home = familjehemmet
map_viewer-social_worker = socialsekreteraren
map_viewer-network = nätverket

relation-strong = stark
relation-ordinary = vanlig
relation-weak = svag
relation-strained = spänd
relation-broken = bruten

support_direction-gives = ger stöd
support_direction-receives = får stöd
support_direction-both = ger och får stöd
support_direction-none = inget stöd

support_kind-practical = praktiskt
support_kind-emotional = känslomässigt
support_kind-joy = glädje
support_kind-advice = råd

how_often-daily = varje dag
how_often-weekly = varje vecka
how_often-monthly = varje månad
how_often-yearly = någon gång om året
how_often-seldom = sällan

sphere-private = privat
sphere-professional = professionell

level-universal = universellt
level-selective = selektivt
level-indicated = indikerat

setting-individual = individ
setting-group = grupp
setting-structural = struktur

role-support_person = stödperson
role-visit_supporter = umgängesstödjare
role-crisis_supporter = krisstödjare
role-team_leader = teamledare
role-statistician = statistiker
role-administrator = administratör
role-on_call = jour

answer-yes = ja
answer-no = nej

# Vad slagen av poster heter.
noun-change = ändringen
noun-casebook = registret

# Korta ord för de fem områdena.
area-short-school = Skola
area-short-leisure = Fritid
area-short-psychosocial = Psyk
area-short-parenting = Föräldra
area-short-network = Nätverk

# Dagar och veckor.
week = v. { $week }
date-narrow = { $day }/{ $month }-{ $year }
date-short = { $day }/{ $month }
date-year = { $day }/{ $month } { $year }
day-long = { $weekday } { $day } { $month } { $year }
weekday-short-1 = må
weekday-short-2 = ti
weekday-short-3 = on
weekday-short-4 = to
weekday-short-5 = fr
weekday-short-6 = lö
weekday-short-7 = sö
weekday-long-1 = måndag
weekday-long-2 = tisdag
weekday-long-3 = onsdag
weekday-long-4 = torsdag
weekday-long-5 = fredag
weekday-long-6 = lördag
weekday-long-7 = söndag
month-1 = januari
month-2 = februari
month-3 = mars
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = augusti
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

event_kind-support_asked = bett om stöd
event_kind-crisis_support_declined = krisstöd erbjudet, tackade nej
event_kind-children_told = barnen vet att föräldrarna erbjuds krisstöd
event_kind-information_given = information lämnad
event_kind-information_gone_through = information genomgången
event_kind-health_exam_requested = hälsoundersökning begärd
event_kind-dental_exam_requested = tandundersökning begärd
event_kind-care_considered = vården övervägd
event_kind-care_re_examined = vården omprövad
event_kind-hidden_location_considered = hemlig vistelseort övervägd
event_kind-custody_transfer_considered = vårdnadsöverflyttning övervägd
event_kind-talk_with_child = enskilt samtal med barnet
event_kind-family_home_visited = besök i hemmet
event_kind-baseline = basmätning
event_kind-measurement = mätning
event_kind-programme_reviewed = programmet avstämt
event_kind-programme_end_decided = programmets slut bestämt
event_kind-follow_up_opened = uppföljning efter vården inledd
event_kind-referral_sent = hänvisning skickad

colour-green = grön
colour-yellow = gul
colour-red = röd

access_act-open = öppnade
access_act-list = såg i en lista
access_act-search = sökte
access_act-export = tog ut i en fil
access_act-print = skrev ut
access_act-refuse = nekades
access_act-unlock = låste upp
access_act-fail = misslyckades låsa upp

access_signal-sample = stickprov
access_signal-emergency = öppnat i nödläge
access_signal-same_name = samma efternamn
access_signal-same_contact = samma telefonnummer
access_signal-night = läst på natten
access_signal-many = många på kort tid
access_signal-conflict = jäv
access_signal-unassigned = ingen uppgift i familjen
access_signal-after_closing = läst efter avslut
access_decision-ok = i sin ordning
access_decision-ask = fråga läsaren
access_decision-report = anmäla

# Vad en förälder svarade på ett erbjudande om krisstöd, och läget för ett mål.
crisis_answer-accepted = tackade ja
crisis_answer-declined = avböjde
crisis_answer-not_reached = nåddes inte
goal_state-open = pågår
goal_state-done = nått
goal_state-dropped = lagt ned

group_kind-parent_group = föräldragrupp
group_kind-children_group = barngrupp
group_kind-course = kurs
group_kind-theme_evening = temakväll
group_kind-workshop = workshop
group_kind-family_activity = familjeaktivitet
group_kind-open_service = öppen verksamhet

group_state-planned = planerad
group_state-running = pågår
group_state-ended = avslutad
group_state-cancelled = inställd före start

group_day-monday = måndag
group_day-tuesday = tisdag
group_day-wednesday = onsdag
group_day-thursday = torsdag
group_day-friday = fredag
group_day-saturday = lördag
group_day-sunday = söndag

meeting_state-planned = planerat
meeting_state-held = hållet
meeting_state-cancelled = inställt

presence-yes = ja
presence-no = nej
presence-expected = väntas
presence-left = har slutat

heads-adults = vuxna
heads-children = barn

referral_state-needed = behövs
referral_state-sent = skickad
referral_state-accepted = mottagen
referral_state-waiting = väntar
referral_state-first_visit = första besök
referral_state-refused = nekad
referral_state-done = klar
referral_state-gap = lucka

consent_by-guardian = en vårdnadshavare
consent_by-both_guardians = båda vårdnadshavarna
consent_by-child = barnet självt
consent_by-own = den det gäller

actor_kind-health_care = vårdcentral
actor_kind-child_psychiatry = BUP
actor_kind-adult_psychiatry = vuxenpsykiatri
actor_kind-dental_care = tandvård
actor_kind-school = skola
actor_kind-maternity_care = mödravård
actor_kind-child_health_care = barnhälsovård
actor_kind-open_preschool = öppen förskola
actor_kind-association = förening
