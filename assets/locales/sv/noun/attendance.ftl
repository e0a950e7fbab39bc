# All words of one kind of record: attendance.

noun-attendance = närvaron

form-new-attendance = Någon mer på mötet
form-attendance = Närvaro

field-present = Närvaro
field-count = Antal utan namn
field-heads = Vuxna eller barn

hint-attendance-person = namn och familj, som sara lind, eller referens; tomt för dem man inte frågar om namn
hint-attendance-count = hur många, där inga namn får frågas
hint-attendance-despite = varför någon är här trots en begränsning av kontakten

rows-attendance = { $rows ->
    [one] 1 närvaro
   *[other] { $rows } närvaror
}

step-add-attendance = närvaro: { $label }
step-change-attendance = ändrad närvaro: { $label }
step-remove-attendance = borttagen närvaro: { $label }
