# All words of one kind of record: schooling.

noun-schooling = terminen i skolan

form-new-schooling = Termin i skolan
form-schooling = Termin i skolan

field-term = Termin
field-grade = Årskurs
field-swedish = Svenska
field-mathematics = Matematik
field-eligible = Gymnasiebehörig
field-study_contact = Kontakt om studierna

school_term-spring = vårterminen
school_term-autumn = höstterminen
school_level-below = når inte målen
school_level-reaches = når målen
school_level-above = mer än målen
school_level-not_assessed = ej bedömt
hint-grade = F, 1 till 9, eller gymnasiets år

rows-schooling = { $rows ->
    [one] 1 termin i skolan
   *[other] { $rows } terminer i skolan
}

step-add-schooling = termin i skolan för { $label }
step-change-schooling = ändrad termin i skolan för { $label }
step-remove-schooling = borttagen termin i skolan för { $label }

deed-add-schooling = ny termin i skolan
deed-change-schooling = ändrad termin i skolan
deed-remove-schooling = borttagen termin i skolan
