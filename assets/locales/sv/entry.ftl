# Fält och vad som kan vara fel med dem.

field-case_ref = Ärende
field-name = Namn
field-status = Läge
field-started_on = Från
field-district = Område
field-planned_end_on = Planerat slut
field-closed_on = Avslutat
field-phase = Fas
field-legal_form = Insatsform
field-child_support = Stöd åt barnen
field-parent_support = Stöd åt föräldrarna
field-other_support = Andra i teamet
field-ref = Beteckning
field-given_name = Förnamn
field-family_name = Efternamn
field-role = Roll
field-personal_id = Personnummer
field-birth_on = Född
field-lives = Bor
field-guardian = Vårdnadshavare
field-protection = Skydd
field-phone = Telefon
field-language = Språk
field-interpreter = Tolk
field-person_ref = Person
field-kind = Slag
field-legal_basis = Lagrum
field-home = Hem
field-ended_on = Till
field-end_reason = Slutade med
field-hidden_location = Dold vistelseort
field-school_change = Byter skola
field-school_started_on = Första skoldag
field-on = Dag
field-mode = Form
field-outcome = Utfall
field-start = Klockan
field-minutes = Minuter
field-cancelled_by = Inställd av
field-reason = Orsak
field-areas = Områden
field-people = Deltagare
field-staff = Personal
field-level = Nivå
field-setting = Inriktning
field-follow_up_on = Följ upp
field-note = Anteckning
field-next_step = Nästa steg
field-goals = Mål
field-whose = Vems
field-area = Område
field-from = Från
field-to = Till
field-family = Familj

fault-missing = fyll i det här
fault-not-a-day = ”{ $value }” är ingen dag; skriv till exempel 19/11, ti eller 2026-11-19
fault-not-a-time = ”{ $value }” är inget klockslag; skriv till exempel 14 eller 14.30
fault-not-a-length = ”{ $value }” är ingen längd; skriv minuter, eller 1,5h
fault-not-in-list = ”{ $value }” finns inte; välj { $candidates }
fault-ambiguous = ”{ $value }” kan vara { $candidates }
fault-no-such-family = ”{ $value }” är ingen familj här
fault-no-such-person = ”{ $value }” finns inte i familjen
fault-not-an-identity = ”{ $value }” är inget giltigt person- eller samordningsnummer
fault-not-a-goal = ”{ $value }” är inget mål; skriv till exempel 2, 2=+1 eller 2=klart
fault-before = ”{ $value }” ligger före { $earlier }
fault-only-when-cancelled = går bara ihop med utfallet inställd
fault-not-a-code = ”{ $value }” är ingen kod; små bokstäver a–z, siffror och _
fault-taken = ”{ $value }” är redan upptaget

# Fel i en snabbrad.
fault-unknown = ”{ $value }” förstås inte; skriv -- före anteckningen
fault-ambiguous_family = ”{ $value }” kan vara { $candidates }
fault-ambiguous_person = ”{ $value }” kan vara { $candidates }
fault-ambiguous_area = ”{ $value }” kan vara { $candidates }
fault-no_such_area = ”{ $value }” är inget område; välj { $candidates }
fault-no_such_person = ”{ $value }” är ingen i familjen; där finns { $candidates }
fault-person_without_family = ”{ $value }” är en person, men familjen är inte känd
fault-missing_family = familjen saknas
fault-bad_date = ”{ $value }” är ingen dag
fault-bad_time = ”{ $value }” är ingen tid
fault-end_before_start = ”{ $value }” slutar innan det börjar
fault-bad_goal = ”{ $value }” är inget mål
fault-unclosed = ”{ $value }” saknar slutparentes
fault-repeated = ”{ $value }” säger en gång till { $slot }
fault-ambiguous_who = ”{ $value }” kan vara { $candidates }
fault-missing_child = barnet saknas
fault-missing_with = den som barnet träffar saknas; skriv till exempel @mamma
fault-missing_weekday = ”{ $value }” saknar veckodag
fault-bad_pattern = ”{ $value }” är inget mönster; skriv till exempel var3 lör eller 3:e lör
fault-bad_times = ”{ $value }” är inget antal gånger; 1 till 999
fault-no_such_step = ”{ $value }” finns inte på umgängestrappan
fault-no_days = ”{ $value }” lämnar inga dagar kvar
fault-only_in_series = ”{ $value }” gäller en serie; skriv till exempel varje lör
fault-only_single = ”{ $value }” gäller ett enda umgänge, inte en serie
fault-not_in_series = ”{ $value }” är ingen dag i serien
fault-length_without_start = ”{ $value }” saknar klockslag; skriv till exempel kl 10
fault-not_yet = ”{ $value }”: snabbraden tar bara träffar än så länge
slot-family = familjen
slot-day = dagen
slot-time = tiden
slot-length = längden
slot-mode = formen
slot-about = slaget
slot-goal = målet
slot-outcome = utfallet
slot-follow_up = uppföljningen
slot-child = barnet
slot-pattern = mönstret
slot-end = slutet
slot-week_53 = valet för vecka 53
slot-step = steget
slot-support = stödet
slot-place = platsen
slot-contact = kontaktformen

# Umgängen i ord.
pattern-once = en gång
pattern-week = varje { $days }
pattern-nth = { $weeks ->
    [2] varannan vecka { $days }
   *[other] var { $weeks }:e vecka { $days }
}
pattern-even = jämna veckor { $days }
pattern-odd = udda veckor { $days }
pattern-monthly = { $place } { $days } i månaden
until-day = t.o.m. { $day }
without-day = utan { $day }
times = { $times ->
    [one] { $times } gång
   *[other] { $times } gånger
}
step = steg { $step }
supported-by = stöd: { $names }
unsupported = utan stöd
warning-week_53 = { $year } har vecka 53. Efter numren: { $parity }. Varannan vecka: { $fortnight }. Välj v53:nummer eller v53:varannan
warning-holiday = { $day } är { $name }
warning-no_supporter_on_step = steg { $step } behöver stöd; ingen är utsedd
warning-no_supporter = stöd behövs; ingen är utsedd
