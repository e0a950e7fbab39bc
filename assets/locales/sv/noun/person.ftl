# All words of one kind of record: person.

noun-person = personen

form-new-person = Ny person
form-person = Person

field-ref = Beteckning
field-given_name = Förnamn
field-family_name = Efternamn
field-birth_on = Född
field-lives = Bor
field-guardian = Vårdnadshavare
field-protection = Skydd
field-phone = Telefon
field-language = Språk
field-interpreter = Tolk
field-protected_against = Skyddas mot

hint-protected_against = den eller de i familjen som personen är skyddad mot; ingen plats lämnas då ut till dem

rows-people = { $rows ->
    [one] { $rows } person
   *[other] { $rows } personer
}

step-add-person = ny person { $label }
step-change-person = ändring av { $label }
step-remove-person = borttagen person { $label }
