# All words of one kind of record: person.

noun-person = the person

form-new-person = New person
form-person = Person

field-ref = Reference
field-given_name = Given name
field-family_name = Family name
field-birth_on = Born
field-lives = Lives
field-guardian = Guardian
field-protection = Protection
field-phone = Phone
field-language = Language
field-interpreter = Interpreter
field-protected_against = Protected against

hint-protected_against = whom of the family the person is protected against; no place is then told to them

rows-people = { $rows ->
    [one] { $rows } person
   *[other] { $rows } people
}

step-add-person = new person { $label }
step-change-person = change of { $label }
step-remove-person = removed person { $label }
