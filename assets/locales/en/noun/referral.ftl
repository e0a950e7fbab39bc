# All words of one kind of record: referral.

noun-referral = the referral

form-new-referral = Refer on
form-referral = Referral

field-referrals-to = To whom
field-consent_by = Consent
field-needed_on = Needed since
field-sent_on = Sent
field-first_visit_on = First visit
field-referrals-done_on = Done

hint-referrals-to = one of the unit's catalogue, a sort (dental care), or somebody else in your own words
hint-referrals-state = gap: nobody offers it; it then stands in the register of gaps
hint-referrals-consent_by = who has agreed that you refer on

rows-referrals = { $rows ->
    [one] 1 referral
   *[other] { $rows } referrals
}

step-add-referral = referral for { $label }
step-change-referral = changed referral for { $label }
step-remove-referral = removed referral for { $label }

deed-add-referral = a new referral
deed-change-referral = a changed referral
deed-remove-referral = a removed referral
