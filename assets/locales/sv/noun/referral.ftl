# All words of one kind of record: referral.

noun-referral = lotsningen

form-new-referral = Lotsa vidare
form-referral = Lotsning

field-referrals-to = Till vem
field-consent_by = Samtycke
field-needed_on = Behövs sedan
field-sent_on = Skickad
field-first_visit_on = Första besök
field-referrals-done_on = Klar

hint-referrals-to = en i enhetens katalog, ett slag (BUP, tandvård), eller någon annan med egna ord
hint-referrals-state = lucka: ingen erbjuder det; den står då i luckregistret
hint-referrals-consent_by = vem som har sagt ja till att ni lotsar vidare

rows-referrals = { $rows ->
    [one] 1 lotsning
   *[other] { $rows } lotsningar
}

step-add-referral = lotsning för { $label }
step-change-referral = ändrad lotsning för { $label }
step-remove-referral = borttagen lotsning för { $label }

deed-add-referral = ny lotsning
deed-change-referral = ändrad lotsning
deed-remove-referral = borttagen lotsning
