# Veckan: skyldigheter, hur de står och varför.

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
unknown-no-parent = ingen förälder inlagd
unknown-before-the-family = senast är inte noterat

report-deadlines = Skyldigheter med sista dag { $from } till { $to }
report-masked = * är färre än { $threshold } och fler än 0. Summorna räknar bara det som visas.
