# All words of one kind of record: wish.

noun-wish = önskan

form-new-wish = Önskan om annan kontakt
form-wish = Önskan

field-told_on = Framfört
field-answer = Svar

rows-wishes = { $rows ->
    [one] 1 önskemål
   *[other] { $rows } önskemål
}

step-add-wish = önskan från { $label }
step-change-wish = ändrad önskan från { $label }
step-remove-wish = borttagen önskan från { $label }

deed-add-wish = ny önskan om umgänge
deed-change-wish = ändrad önskan om umgänge
deed-remove-wish = borttagen önskan om umgänge
