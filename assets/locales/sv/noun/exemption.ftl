# All words of one kind of record: exemption.

noun-exemption = undantaget

form-new-settlement = För av det som låg före
form-new-exemption = Undanta

field-before = Före den
field-exemptions-by = Beslutat av
field-exemptions-person = Om vem
field-record = Post
field-counted_from = Räknas från
field-exempted_on = Undantagen den

hint-settlements-before = allt som skulle ha skett före den dagen förs av, i en ändring

rows-exemptions = { $rows ->
    [one] 1 undantag
   *[other] { $rows } undantag
}

step-add-exemption = undantag för { $label }
step-change-exemption = ändrat undantag för { $label }
step-remove-exemption = borttaget undantag för { $label }

deed-add-exemption = undantag från en bevakning
deed-change-exemption = ändrat undantag
deed-remove-exemption = borttaget undantag
