# Veckan: bevakningar, hur de står och varför.

field-state = Läge
field-due_on = Senast
field-duty = Vad
field-days_late = Dagar sen
field-source = Källa
field-rule = Regel
field-met_in_time = I tid
field-met_late = Sent
field-missed = Missade
field-open = Öppna
field-unknown = Okända

duty-late = ! försenad
duty-due = · nära
duty-open = · öppen
duty-unknown = ? okänd
duty-met = ✓ i tid
duty-met_late = ✓ sent
duty-exempted = – undantagen

duty-why-late = skulle ha skett { $due }{ $count ->
        [0] {""}
       *[other] , försökt { $count } ggr
    }
duty-briefly-late = { $due }{ $count ->
        [0] {""}
       *[other] , { $count } försök
    }
duty-why-due = senast { $due }{ $count ->
        [0] {""}
       *[other] , försökt { $count } ggr
    }
duty-why-open = senast { $due }
duty-why-no-day = ingen dag satt
duty-why-unknown = det går inte att säga
duty-why-met = gjort i tid
duty-why-met_late = gjort { $days } d för sent
duty-why-exempted = undantagen

unknown-no-legal-basis = lagrum saknas
unknown-no-school-change = skolbyte eller inte?
unknown-no-birth-date = födelsedag saknas
unknown-no-parent = ingen förälder inlagd
unknown-before-the-family = senaste gången är ej dokumenterad


pane-week = Vecka
do-go-week = Veckan: vad som måste hända nu
do-do-it = Gör det som raden säger
do-tick = Klart, i dag
do-tried = Ringt förgäves: antecknar försöket
do-exempt = Undanta från bevakningen
do-explain = Varför: regeln, källan och hur säker den är. På ett umgänge eller en träff: inställt, av vem och varför
do-to-family = Öppna radens familj
do-note = Notera något som är gjort
bar-do-it = gör det
bar-tick = klart
bar-exempt = undanta
bar-explain = varför
bar-to-family = familjen
bar-note = notera
why-no-call = Bara samtal i krisstöd antecknas som försök här.
why-no-duty = Raden är ingen bevakning.

week-mine = { $families ->
    [one] min
   *[other] mina
}
week-team = { $families ->
    [one] den enda:
   *[other] alla
}
week-title = Veckan · { $whose } { $families ->
        [one] 1 familj
       *[other] { $families } familjer
    } · { $late ->
        [0] inget försenat
        [one] 1 försenad
       *[other] { $late } försenade
    }
week-title-working = Veckan · { $whose } { $families ->
        [one] 1 familj
       *[other] { $families } familjer
    } · räknar …
week-working = Räknar …
week-empty = Inget väntar den här veckan.
week-late = FÖRSENAT, skulle ha skett
week-matters = ATT SE TILL
week-calls = ATT RINGA, KRISSTÖD
call-no-phone = inget nummer
call-interpreter = tolk
call-placed = placering { $day }
call-by = senast { $day }
call-in-vain = sökt { $times } ggr
call-not-told = okänt
ask-called = { $who }
called-talked = vi talades vid
called-declined = tackade nej
called-in-vain = svarade inte
key-called-talked = t
key-called-declined = n
key-called-in-vain = s
matter-glass = Öppnad i nödfall av { $who }
matter-glass-do = Skäl: { $reason }. Gå igenom det med { $who }; mellanslag säger att det är gjort.
matter-glass-in-vain = { $who } sökte i nödfall
matter-glass-in-vain-do = Inget hittades. Skäl: { $reason }. Gå igenom det med { $who }; mellanslag säger att det är gjort.
week-untold = EJ DOKUMENTERAT
week-today = I DAG
week-coming = SJU DAGAR
week-soon = SNART
week-undated = UTAN DAG
week-since = SEDAN SIST
week-last-day = sista dagen
week-days-late = { $days } d

counts-from-family = Räknas från att familjen började: { $day }.
counts-from-care = Räknas från att vården började: { $day }.
counts-from-care-ended = Räknas från att vården upphörde: { $day }.
counts-from-placement = Räknas från placeringen: { $day }.
counts-from-birth = Räknas från födelsedagen: { $day }.
counts-from-breach = Räknas från { $day }, då de träffades trots begränsningen.
breach-seen = sett av den som leder arbetet
counts-from-restriction = Räknas från beslutet: { $day }.
counts-from-day = Räknas från { $day }.
counts-from-last-time = Räknas från senaste gången: { $day }.
counts-from-last-consideration = Räknas från det senaste övervägandet: { $day }.
counts-from-pause = Räknas från att pausen tog slut: { $day }.
without-school = { $days } dagar utan skola, varav { $school } skoldagar.
rule-source = { $source }. { $sure } ({ $name })
confidence-S = Säker: läst i källan.
confidence-L = Trolig: inte läst i källan.
confidence-U = Osäker: enheten har själv slagit på den.
help-week = Veckan: vad måste hända nu, och vad är försenat?
help-run = Avstämning: familj efter familj, en tangent där inget har ändrats

length-hours = { $count ->
    [one] en timme
   *[other] { $count } timmar
}
length-days = { $count ->
    [one] en dag
   *[other] { $count } dagar
}
length-school_days = { $count ->
    [one] en skoldag
   *[other] { $count } skoldagar
}
length-weeks = { $count ->
    [one] en vecka
   *[other] { $count } veckor
}
length-months = { $count ->
    [one] en månad
    [6] sex månader
   *[other] { $count } månader
}
