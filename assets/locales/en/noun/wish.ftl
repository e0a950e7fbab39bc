# All words of one kind of record: wish.

noun-wish = the wish

form-new-wish = Wish for another contact
form-wish = Wish

field-told_on = Told
field-answer = Answer

rows-wishes = { $rows ->
    [one] 1 wish
   *[other] { $rows } wishes
}

step-add-wish = wish of { $label }
step-change-wish = wish changed of { $label }
step-remove-wish = wish removed of { $label }

deed-add-wish = new wish for contact
deed-change-wish = changed wish for contact
deed-remove-wish = removed wish for contact
