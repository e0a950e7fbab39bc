# Rutan för rapporter: vilka som finns, en rapport, posterna bakom ett tal, det som inte är ifyllt.

pane-reports = Rapporter
do-go-reports = Rapporter: hur många, hur mycket, för vem
report-catalogue = Rapporter
report-none-for-you = Din roll läser inga rapporter.
report-placements-name = Placeringar efter form
report-advice-name = Råd och stöd
report-school-name = Skolstart efter placering
report-coverage-name = Stöd till föräldrar
report-sessions-name = Träffar
report-visits-name = Umgängen
report-deadlines-name = Bevakningar
report-weeks-name = Veckor med träff
report-contact-name = Umgänge under placering
report-goals-name = Mål
report-groups-name = Grupper
report-check-ins-name = Avstämningarnas färger
report-needs-name = Behov och luckor
report-prevention-name = Förebyggande rutnät
report-endings-name = Hur placeringar slutade
report-talks-name = Samtal med barn
report-crisis-name = Krisstöd
report-after-name = Stöd efter placering
report-access-name = Vem som öppnat familjer
report-unfilled = Det som inte är ifyllt
report-unfilled-definition = Fält som rapporterna går efter, per medarbetare och familj; Enter öppnar formuläret.
report-counting-begins = Räknar …
report-counting = Räknar: { $share } %. Esc stoppar.
report-stopped = Stoppad: talen är inte hela. p eller b räknar om.
report-only = Bara: { $whom }. Backsteg visar alla igen.
report-by = Efter { $by }. b byter: { $all }.
report-records =
    { $count ->
        [one] 1 post
       *[other] { $count } poster
    }
report-by-hand =
    { $count ->
        [one] 1 som ingen familj står bakom: räknat för hand, eller en gruppträff
       *[other] { $count } som ingen familj står bakom: räknade för hand, eller gruppträffar
    }
report-more = och { $count } till
report-figure = { $row }: { $column }
report-missing-of = Saknas: { $field }
report-nothing-missing = Allt är ifyllt i de här dagarna.
report-nobody = Ingen medarbetare
report-file-written = Rapporten är skriven: { $path }

behind-family = familj
behind-person = person
behind-placement = placering
behind-session = träff
behind-arrangement = umgänge
behind-advice_count = handräknat
behind-goal = mål
behind-attendance = närvaro
behind-check_in = avstämning
behind-referral = hänvisning
behind-crisis_support = krisstöd
behind-group_meeting = gruppträff

chart-of = { $what }, per { $along }
chart-before-after = Före { $before }, efter { $after }
chart-in-sight = { $from }–{ $to } av { $count }; pil och Tab går till de andra, Esc visar tabellen
chart-most = mest: { $label } { $count }
chart-least = minst: { $label } { $count }
chart-masked =
    { $count ->
        [one] 1 dold
       *[other] { $count } dolda
    }
chart-nothing = Inget tal visas.

do-behind = Posterna bakom talet
do-period = Vilka dagar
do-of-whom = Distrikt, fas, team, egna dagar
do-break-down = Dela upp efter något annat
do-chart = Diagram: raden, kolumnen, före och efter; tabell
do-to-file = Skriv till fil
do-internal = Intern: alla tal som de är, eller dolda igen
do-define = Vad rapporten räknar
bar-behind = poster bakom
bar-period = period
bar-of-whom = distrikt
bar-break-down = efter
bar-chart = diagram
bar-to-file = fil
bar-internal = intern
bar-define = definition

ask-period = Vilka dagar?
period-month = den här månaden { $days }
period-last-month = förra månaden { $days }
period-quarter = det här kvartalet { $days }
period-last-quarter = förra kvartalet { $days }
period-last-week = förra veckan { $days }
period-year = det här året { $days }
period-last-year = förra året { $days }
period-other = andra dagar
key-period-month = m
key-period-last-month = M
key-period-quarter = k
key-period-last-quarter = K
key-period-last-week = v
key-period-year = å
key-period-last-year = Å
key-period-other = a

help-reports = Rapporter: hur många, hur mycket, för vem? Enter öppnar den märkta.
help-figures = En rapport. Talet inom klamrar är märkt: Enter visar posterna bakom det, Tab går till nästa kolumn. * är för litet för att visas.
help-behind = Posterna bakom ett tal. Enter öppnar den märkta; det som rättas räknas om.
help-unfilled = Det som inte är ifyllt fast rapporterna går efter det, under den som arbetar med familjen. Enter öppnar formuläret vid fältet.
why-one-way = Rapporten delas bara upp på ett sätt.
why-no-figures = Det finns inga tal att visa än.
why-not-whole = Talen är inte hela än; vänta tills rapporten är räknad.
why-nothing-behind = Ingen post som du får se ligger bakom.

form-report-file = Skriv rapporten till en fil
field-period = Period
field-of_team = Team
field-figure_format = Format
field-path = Fil
hint-report-filter-period = till exempel 2026, 2026-11, 2026-K3, 2026-v48, förra kvartalet
hint-report-file-path = sökväg; aldrig i registrets egen katalog
fault-not-a-period = ”{ $value }” är ingen period; skriv till exempel 2026-11, 2026-K3, 2026-v48 eller förra kvartalet
fault-no-such-team = inget team heter så; { $candidates }
figure_format-csv = CSV
figure_format-xlsx = Excel
figure_format-json = JSON
figure_format-html = sida för utskrift (HTML)
figure_format-svg = diagram (SVG)
looked-noun-missing = det som inte är ifyllt
field-worker = Medarbetare
field-missing = Saknas
