# All words of one kind of record: measurement. And of what is measured with.

noun-measurement = mätningen

field-instrument = Formulär
field-rater = Vems svar
field-item = Fråga
field-edition = Version
field-way = Hur det frågades
field-asked_by = Frågad av
field-talked_on = Samtal hållet

rater-person = personens eget
rater-worker = stödpersonens

way-together = tillsammans vid skärmen
way-aloud = frågan läst högt
way-paper = på papper
way-phone_interpreter = per telefon med tolk

rows-measurements = { $rows ->
    [one] 1 svar
   *[other] { $rows } svar
}

step-add-measurement = mätning av { $label }
step-change-measurement = ändrad mätning av { $label }
step-remove-measurement = borttagen mätning av { $label }

deed-add-measurement = ny mätning
deed-change-measurement = ändrad mätning
deed-remove-measurement = borttagen mätning

problem-measurement-empty = En mätning har minst ett svar.
    .hint = Svara på en fråga, eller ange att personen inte vet eller inte vill svara.
problem-measurement-twice = Det finns redan en sådan mätning den dagen.
    .hint = Öppna den som finns och ändra svaren där.
problem-instrument = Formuläret används inte. { $file }, rad { $line }: { $why ->
   *[form] filen går inte att läsa: { $what }
    [format] filens form { $what } känner programmet inte; format = 1
    [key] ”{ $what }” är ingen nyckel: små bokstäver a–z, siffror och _
    [empty] { $what } är tom
    [zero] { $what } ska vara minst 1
    [nothing] { $what } saknas eller är tom
    [twice] { $what } står två gånger
    [order] { $what } är inte mindre än det som följer
    [too-much] { $what } är för mycket, eller inget
    [interval-from] { $what } säger hur lång tid men inte räknat från vad: from saknas
    [interval-of] { $what } och of hör ihop: båda eller ingen
    [length] { $what } ska vara en tid framåt, som 2 weeks
    [occasion] { $what } är inget tillfälle som programmet känner
    [scale-wide] skalan går till { $what }; en siffra räcker bara från 0 till 9
    [labels] { $what } har inte lika många ord som skalan har steg
    [no-scale] { $what } behöver en skala, och filen har ingen
    [least-answered] minst { $what } svar går inte att få: något område har färre frågor
    [off-scale] { $what } ligger utanför vad svaren kan bli
    [not-scored] { $what } gäller inte det som bara räknas i antal svar
    [area] området { $what } finns varken bland de fem eller i filen
    [no-area] frågan { $what } har inget område
    [no-options] frågan { $what } har inget att välja mellan: minst två options
    [not-chosen] frågan { $what } har options, men ingen väljer bland dem
    [many-options] frågan { $what } har fler än tio options: en siffra räcker inte
    [depends] only_if nämner { $what }, som inte är en fråga före den här
    [depends-on] only_if nämner svaret { $what }, som inte går att ge
    [depends-how] only_if för { $what } ska ha antingen is eller not
    [alert-kind] frågan { $what } har alert, men svaras inte på skalan
    [becomes-option] becomes nämner { $what }, som inte är ett av svaren
    [becomes-kind] svaret på { $what } kan inte bli det
    [direction-kind] frågan { $what } har direction, men svaras inte på skalan
    [rater] { $what } gäller inte när personalen svarar
    [about] { $what } anger vem det handlar om när personalen svarar, och bara då
}.
    .hint = Rätta raden; under tiden används det formulär som följer med, om något heter likadant.
problem-instrument-twice = Formuläret { $name } finns i två av enhetens filer; { $file } används inte.
    .hint = Behåll en av filerna i mappen instruments.

do-measure = Mät
do-trends = Hur det har gått
do-words = Barnens egna ord
do-answer-it = Svara, eller vidare
bar-answer-it = klar
do-answer-unknown = Vet inte
do-answer-unwilling = Vill inte svara
do-answer-elsewhere = Ej aktuellt
do-next-question = Nästa fråga
do-previous-question = Tillbaka till förra frågan
bar-previous-question = tillbaka
do-other-rater = Personens svar eller stödpersonens
bar-other-rater = vems svar
do-next-way = Hur det frågas
bar-next-way = sätt
do-next-instrument = Nästa formulär
bar-next-instrument = formulär
do-make-of-it = Gör det till en uppgift eller önskan
bar-make-of-it = gör uppgift
do-talked-about = Svaret är talat om i dag
bar-talked-about = talat om
bar-measure = mät

measuring-at = { $at } av { $of }
measuring-whom = Vem svarar?
measuring-write = skriv med egna ord
measuring-more = fler: { $key } …
measuring-empty = Inget är besvarat än.
measuring-newer = Någon annan har sparat samma mätning. Dina svar ligger nu ovanpå; spara igen.
measuring-alert = Sparat. { $what }
measuring-one-rater = Här finns bara ett svar att ge.
measuring-always-relevant = Formuläret har inte det svaret.
measuring-no-other = Det finns inget annat formulär för personen.
why-no-instrument = Det finns inget formulär för den personen.
why-not-measured = Ingen i familjen är mätt än.
why-becomes-nothing = Det svaret blir ingenting i sig.
why-is-there = Det finns redan bland uppgifterna eller lotsningarna.
why-not-referred = Den raden är inget att lotsa vidare med.
why-goal-in-plan = Det erbjuds när målet skrivs i planen.

beside-unknown = vet inte
beside-did-not-want = vill inte
beside-not-relevant = ej aktuellt
beside-none = inget av det
sign-unknown = v
sign-not-relevant = e

area-whole = Helheten
turn-better = bättre
turn-worse = sämre
turn-same = som förut
trends-times = { $count ->
    [one] mätt en gång
   *[other] mätt { $count } gånger
}
trends-not-measured = ej mätt
trends-too-few = för få svar
trends-signs = { $person } eget  { $worker } stödpersonens
trends-together = familjen: { $latest } (n { $count })
trends-together-both = familjen: { $first } → { $latest } (n { $count })

became-task = Önskan: { $what }
became-talked = talat om { $day }
becomes-goal = mål
becomes-wish = önskan om kontakt
becomes-gap = lucka
becomes-child-word = barnets ord
becomes-task = uppgift
becomes-task-or-referral = uppgift eller lotsning

words-title = Barnens egna ord · { $count }
words-none =
    Här samlas det barnen själva säger, med vem som hörde det och var.

    n skriver in vad ett barn har sagt.
words-to-parents = föräldrarna får läsa
words-latest = { $child }: ”{ $words }” ({ $day })
words-latest-none = { $child }: inga egna ord ännu

measured-answered = { $count } svar
support-line = { $parent }: får stöd: { $team } · säger själv: { $own }
enough-yes = tillräckligt
enough-partly = delvis
enough-no = för lite
enough-unclear = oklart
enough-not-needed = behöver inget
enough-not-assessed = ej bedömt
enough-days = { $enough }, { $days } d sedan
dossier-support = Stöd till föräldrarna
dossier-measured = Mätt
dossier-words = Barnens egna ord

help-measuring = Mätning: en siffra svarar
help-writing = Svar med egna ord
help-measured = Det som svarats
help-trends = Hur det har gått
help-childwords = Barnens egna ord
