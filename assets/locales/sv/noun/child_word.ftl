# All words of one kind of record: a child's own words.

noun-child_word = barnets ord

form-new-child_word = Barnets egna ord
form-child_word = Barnets egna ord

field-heard_at = Var
field-heard_by = Hört av
field-to_parents = Föräldrarna får läsa
hint-to_parents = fråga barnet; tomt är nej

heard_at-visit = umgänge
heard_at-session = träff
heard_at-interview = barnintervju
heard_at-measurement = mätning
heard_at-phone = telefon
heard_at-other = annat

rows-child-words = { $rows ->
    [one] 1 citat
   *[other] { $rows } citat
}

step-add-child_word = ord av { $label }
step-change-child_word = ändrade ord av { $label }
step-remove-child_word = borttagna ord av { $label }

deed-add-child_word = ett barns egna ord
deed-change-child_word = ändrade ord av ett barn
deed-remove-child_word = borttagna ord av ett barn
