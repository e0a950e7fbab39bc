# All words of one kind of record: what was counted of advice and support by hand.

noun-advice_count = talet för råd och stöd

form-new-advice_count = Nytt tal för råd och stöd
form-advice_count = Råd och stöd, räknat för hand

field-row = Rad
field-value = Tal

advice_row-new_visits = nybesök
advice_row-new_visits_mothers = nybesök, mammor
advice_row-new_visits_fathers = nybesök, pappor
advice_row-phone_calls = telefonsamtal
advice_row-in_person_or_digital = fysiska och digitala besök
advice_row-total_occasions = tillfällen totalt

rows-advice-counts = { $rows ->
    [one] 1 tal för råd och stöd
   *[other] { $rows } tal för råd och stöd
}

step-add-advice_count = tal för råd och stöd { $label }
step-change-advice_count = ändrat tal för råd och stöd { $label }
step-remove-advice_count = borttaget tal för råd och stöd { $label }
