# All words of one kind of record: family.

noun-family = familjen

form-new-family = Ny familj
form-family = Familj

field-planned_end_on = Planerat slut
field-closed_on = Avslutat
field-phase = Fas
field-legal_form = Insatsform
field-child_support = Stöd: barnen
field-parent_support = Stöd: föräldrar
field-other_support = Stöd: övriga

rows-families = { $rows ->
    [one] { $rows } familj
   *[other] { $rows } familjer
}

step-add-family = ny familj { $label }
step-change-family = ändring av familjen { $label }
step-remove-family = borttagen familj { $label }

deed-add-family = ny familj
deed-change-family = ändrad familj
deed-remove-family = borttagen familj
