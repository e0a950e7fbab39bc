# All words of one kind of record: health.

noun-health = vårdkontakten

form-new-health = Hälsa och tandvård
form-health = Hälsa och tandvård

field-care = Vård
field-asked_on = Efterfrågat
field-booked_on = Bokat till
field-followed_up_on = Följt upp
field-health-done_on = Gjort

health_kind-health = hälsoundersökning
health_kind-dental = tandvård
health_kind-psychiatric = barnpsykiatri
health_kind-other = annan vård
health-asked = efterfrågat
health-booked = bokat
health-done = gjort
health-followed-up = följt upp

rows-health = { $rows ->
    [one] 1 vårdkontakt
   *[other] { $rows } vårdkontakter
}

step-add-health = vårdkontakt för { $label }
step-change-health = ändrad vårdkontakt för { $label }
step-remove-health = borttagen vårdkontakt för { $label }

deed-add-health = ny vårdkontakt
deed-change-health = ändrad vårdkontakt
deed-remove-health = borttagen vårdkontakt
