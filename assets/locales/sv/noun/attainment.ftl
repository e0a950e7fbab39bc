# All words of one kind of record: attainment.

noun-attainment = bedömningen

form-new-attainment = Hur långt har det kommit
form-attainment = Måluppfyllelse

field-attainments-goal = Mål
field-attainment = Er bild
field-own_attainment = Egen bild
field-attainments-words = Egna ord
field-attainments-by = Skrivet av

hint-attainment = från -2 till +2; 0 är målet nått
hint-own_attainment = hur personen själv ser det, från -2 till +2
hint-attainments-words = vad personen själv säger om det

rows-attainments = { $rows ->
    [one] 1 bedömning
   *[other] { $rows } bedömningar
}

step-add-attainment = måluppfyllelse för { $label }
step-change-attainment = ändrad måluppfyllelse för { $label }
step-remove-attainment = borttagen måluppfyllelse för { $label }
