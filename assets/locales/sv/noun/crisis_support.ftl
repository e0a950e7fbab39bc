# All words of one kind of record: crisis_support.

noun-crisis_support = krisstödet

form-new-crisis_support = Nytt krisstöd
form-crisis_support = Krisstöd

field-parent = Förälder
field-offered_on = Erbjudet
field-crisis-support-answer = Svar
field-talks_used = Samtal
field-crisis-support-ended_on = Avslutat

hint-talks_used = tomt: räknas från träffarna

rows-crisis-support = { $rows ->
    [one] 1 krisstöd
   *[other] { $rows } krisstöd
}

step-add-crisis_support = krisstöd för { $label }
step-change-crisis_support = ändrat krisstöd för { $label }
step-remove-crisis_support = borttaget krisstöd för { $label }

deed-add-crisis_support = krisstöd erbjudet
deed-change-crisis_support = ändrat krisstöd
deed-remove-crisis_support = borttaget krisstöd
