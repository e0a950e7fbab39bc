# All words of one kind of record: health.

noun-health = health contact

form-new-health = Health and dental care
form-health = Health and dental care

field-care = Care
field-asked_on = Asked for
field-booked_on = Booked for
field-followed_up_on = Followed up
field-health-done_on = Done

health_kind-health = health examination
health_kind-dental = dental care
health_kind-psychiatric = child psychiatry
health_kind-other = other care
health-asked = asked for
health-booked = booked
health-done = done
health-followed-up = followed up

rows-health = { $rows ->
    [one] 1 health contact
   *[other] { $rows } health contacts
}

step-add-health = health contact of { $label }
step-change-health = changed health contact of { $label }
step-remove-health = removed health contact of { $label }

deed-add-health = a new health contact
deed-change-health = a changed health contact
deed-remove-health = a health contact removed
