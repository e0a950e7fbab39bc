# The folder of a family: its papers, checklists, school, leisure, health.

folder-title = PAPPER
folder-nothing = Här finns inget ännu. n skriver: barnets bok, säkerhetsplan, tre kolumner, bedömning av kontakt, skola, fritid, hälsa. l öppnar checklistorna.
folder-papers = PAPPER
folder-assessments = BEDÖMNINGAR AV KONTAKT
folder-schooling = SKOLA
folder-obstacles = HINDER FÖR FRITID
folder-health = HÄLSA OCH TANDVÅRD
dossier-assessments = BEDÖMNINGAR AV KONTAKT
dossier-checklists = CHECKLISTOR
dossier-papers = PAPPER
dossier-schooling = SKOLA
dossier-obstacles = HINDER FÖR FRITID
dossier-health = HÄLSA OCH TANDVÅRD

paper-version = version { $number } av { $of }
paper-scale = { $scale } av 10
paper-tried-until = prövas till { $day }
paper-with = med { $with }
paper-same = Inget har ändrats sedan versionen före.

assessment-none = Kontakten är inte bedömd.
assessment-age = Kontakten bedömdes { $day }, för { $days ->
    [one] 1 dag sedan
   *[other] { $days } dagar sedan
}.
assessment-again = ses över { $day }
assessment-late = Den skulle ha setts över { $day }.
ladder-assess = bedöm kontakten

term-spring = VT { $year }
term-autumn = HT { $year }
school-grade = åk { $grade }
school-eligible = behörig till gymnasiet
school-not-eligible = inte behörig till gymnasiet
school-contact = studier: { $who }
obstacle-tried = prövat: { $what }
obstacle-solved = löst { $day }

checklists-title = CHECKLISTOR
checklists-nothing = Ingen checklista gäller familjen nu.
checklist-count = { $done } av { $of }
checklist-offer = kan börjas
checklist-shown = framgår av planen
checklist-source = Källa: { $source }
checklist-ticked = { $day }, { $who }
checklist-before = FÖRE
checklist-day-1 = DAG 1
checklist-days-2-4 = DAG 2–4
checklist-by-day-7 = SENAST DAG 7
checklist-after = EFTERÅT

ask-new-kept = Vad vill du skriva?
ask-remove-kept = Ta bort { $what }?
why-nothing-kept = Inget är markerat.
why-first-version = Det är den första versionen.
why-last-version = Det är den senaste versionen.
why-no-lists = Ingen checklista gäller familjen nu.
why-no-paper = Raden har inget att öppna; Space bockar av.
key-new-story = b
key-new-safety = s
key-new-columns = k
key-new-assessment = o
key-new-schooling = t
key-new-obstacle = f
key-new-health = h

do-folder = Papper: barnets bok, säkerhetsplan, tre kolumner, bedömningar, skola, fritid, hälsa
do-checklists = Checklistor
do-check = Bocka av raden, eller ta tillbaka det
do-not-relevant = Ej aktuellt, med skäl; eller ändra dagen
do-compare-paper = Jämför med versionen före
do-earlier-paper = Versionen före
do-later-paper = Versionen efter
bar-folder = papper
bar-checklists = checklistor
bar-check = bocka av
bar-not-relevant = ej aktuellt
bar-compare-paper = jämför
bar-earlier-paper = före
bar-later-paper = efter
help-folder = Familjens papper: pilarna väljer, Enter öppnar
help-paper = Ett papper som läses
help-checklists = Checklistor: Enter öppnar en
help-checklist = En checklista: Space bockar av raden
papers-none = Familjen har inga papper.
looked-noun-papers = papperen
looked-noun-checklists = checklistorna
