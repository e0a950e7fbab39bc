# All words of one kind of record: what was counted of advice and support by hand.

noun-advice_count = the count of advice and support

form-new-advice_count = New count of advice and support
form-advice_count = Advice and support, counted by hand

field-row = Row
field-value = Count

advice_row-new_visits = new visits
advice_row-new_visits_mothers = new visits, mothers
advice_row-new_visits_fathers = new visits, fathers
advice_row-phone_calls = phone calls
advice_row-in_person_or_digital = visits in person and digital
advice_row-total_occasions = occasions in all

rows-advice-counts = { $rows ->
    [one] 1 count of advice and support
   *[other] { $rows } counts of advice and support
}

step-add-advice_count = count of advice and support { $label }
step-change-advice_count = changed count of advice and support { $label }
step-remove-advice_count = removed count of advice and support { $label }
