# Fält och vad som kan vara fel med dem.

field-case_ref = Ärende
field-name = Namn
field-status = Status
field-started_on = Från
field-district = Distrikt
field-role = Roll
field-personal_id = Personnummer
field-id_system = Nummertyp
field-person_ref = Person
field-kind = Slag
field-legal_basis = Lagrum
field-ended_on = Till
field-end_reason = Slutade med
field-on = Dag
field-mode = Form
field-outcome = Utfall
field-start = Klockan
field-minutes = Minuter
field-cancelled_by = Inställd av
field-cancelled_by_person = Vem det var
field-reason = Orsak
field-people = Deltagare
field-staff = Personal
field-note = Anteckning
field-next_step = Nästa steg
field-whose = Vems
field-area = Område
field-from = Från
field-to = Till
field-family = Familj
field-child = Barn
field-with = Träffar
field-contact = Kontakt
field-until = Till och med
field-end = Slutar
field-nights = Nätter
field-place = Plats
field-step = Steg på trappan
field-supporter = Stödjare
field-supervision = Stöd krävs
field-transport = Hämtning och lämning
field-purpose = Syfte
field-basis = Grund
field-support_until = Stöd t.o.m.
field-despite = Undantag, skäl
field-came = Kom
field-child_word = Barnets röst
field-why = Varför
field-decided_on = Beslutat
field-decided_by = Beslutat av
field-by = Vem önskar
field-what = Önskan
field-year = År
field-answered_on = Besvarat

fault-missing = fyll i det här
fault-not-a-day = ”{ $value }” är ingen dag; skriv till exempel 19/11, ti eller 2026-11-19
fault-no-year = ”{ $value }”: skriv året också, till exempel 19/11 2017
fault-not-yet = ”{ $value }” har inte varit än
fault-too-long = ”{ $value }” är för långt: högst { $most } tecken
fault-too-long-ago = ”{ $value }” är för länge sedan
fault-too-far = ”{ $value }” ligger mer än trettio år bort
fault-before-birth = barnet var inte fött { $value }
fault-formula-error = ”{ $value }” är ett fel som kalkylbladet visar, inget värde
fault-too-soon = dagen har inte varit än; välj en annan dag eller utfallet planerad
fault-not-a-time = ”{ $value }” är inget klockslag; skriv till exempel 14 eller 14.30
fault-not-a-length = ”{ $value }” är ingen längd; skriv minuter, eller 1,5h
fault-not-in-list = ”{ $value }” finns inte; välj { $candidates }
fault-not-in-open-list = ”{ $value }” finns inte; välj { $candidates }, eller skriv +{ $value } för en ny
fault-ambiguous = ”{ $value }” kan vara { $candidates }
fault-no-such-family = ”{ $value }” är ingen familj här
fault-no-such-visit = ”{ $value }” är inget umgänge som barnet har då
fault-of-the-series = ”{ $value }” gäller hela serien och kan bara ändras i programmet
fault-differs = ”{ $value }” finns redan med annat innehåll; ändra den serien i programmet
fault-no-such-record = ”{ $value }” är ingen sådan post i familjen
fault-no-such-staff = ingen i personalen heter så; menas { $candidates }? En ny skrivs ny:Namn
fault-no-such-person = ”{ $value }” finns inte i familjen
fault-not-one-of-all = ”{ $value }” är inte en enda person: skriv förnamn och familj, som sara lind
fault-not-a-child = ”{ $value }” är inget barn i familjen
fault-not-an-identity = ”{ $value }” är inget giltigt person-, samordnings- eller reservnummer
fault-only-with-number = ”{ $value }” står utan nummer; skriv numret eller ta bort sorten
fault-other-system = numret är av en annan sort: { $candidates }
fault-not-a-goal = ”{ $value }” är inget mål; skriv till exempel 2, 2=+1 eller 2=klart
fault-not-a-level = ”{ $value }” är ingen måluppfyllelse; skriv -2, -1, 0, +1 eller +2
fault-no-such-goal = familjen har inget mål { $value }
fault-of-somebody-else = mål { $value } är någon annans; ta bort personen eller välj ett annat mål
fault-is-a-child = ”{ $value }” är ett barn; krisstöd är för en förälder
fault-before = ”{ $value }” ligger före { $earlier }
fault-on-another-side = står på en annan sida än den som har ställt in enligt fältet ovan
fault-only-when-cancelled = går bara ihop med utfallet inställd
fault-only-when-answered = går bara ihop med det som väntar på svar: bett om stöd, uppföljning inledd, hänvisning skickad
fault-only-when-ended = går bara ihop med en dag då placeringen slutade
fault-only-with-school-change = går bara ihop med att barnet byter skola
fault-not-a-code = ”{ $value }” är ingen kod; små bokstäver a–z, siffror och _
fault-taken = ”{ $value }” är redan upptaget
fault-masked = det här är dolt; skriv uppgiften, eller lämna tomt
fault-double = samma sak finns redan
fault-not-a-number = ”{ $value }” är inget heltal från { $least } till { $most }
fault-not-a-count = ”{ $value }” är varken ett heltal från { $least } till { $most } eller not_measured
fault-other-year = ”{ $value }” ligger i ett annat år än { $other }
fault-not-a-pattern = ”{ $value }” är inget mönster; skriv till exempel jämna lör, varannan lör, var3 tis eller 1:a sön
fault-not-a-step = ”{ $value }” är inget steg på trappan; välj { $candidates }
fault-only-one = bara en kan stå här
fault-is-the-child = barnet kan inte träffa sig självt
fault-not-of-the-visit = ”{ $value }”: bara barnet och de som skulle komma kan stå här
fault-only-with-week-numbers = går bara ihop med jämna eller udda veckor
fault-only-in-series = går bara ihop med dagar som återkommer
fault-not-both = skriv det här eller { $other }, inte båda
fault-no-days = ”{ $value }” ligger före den första dagen
fault-ends-at-once = ”{ $value }”: slutet måste komma efter början
fault-only-within-week = hela serien flyttas bara inom veckan; gäller det längre, ändra serien
fault-is-the-ego = den som står i mitten finns inte på sin egen karta
fault-not-on-map = ingen annan på kartan heter så; där finns { $candidates }
fault-nobody-does = ”{ $line }”: skriv vem, kolon och vad på varje rad, till exempel Mormor: hämtar på tisdagar
fault-restricted = { $child } – { $with }: { $breach ->
        [stopped] kontakten är stoppad
        [unsupervised] kontakten är begränsad, bara med personal
        [too_many] kontakten är begränsad, högst { $number } umgängen i månaden
        [too_long] kontakten är begränsad, högst { $number } minuter
        [in_person] kontakten är begränsad, inte genom att träffas
        [phone] kontakten är begränsad, inte per telefon
        [video] kontakten är begränsad, inte per video
       *[letter] kontakten är begränsad, inte per brev
    }{ $until ->
        [none] {""}
        [until_further_notice] {" "}tills vidare
       *[other] {" "}till och med { $until }
    }; skriv här varför det blir av ändå

# Fel i en snabbrad.
fault-unknown = ”{ $value }” förstås inte; skriv -- före anteckningen
fault-meant = ”{ $value }” förstås inte; menas { $candidates }?
fault-ambiguous_family = ”{ $value }” kan vara { $candidates }
fault-short_family = ”{ $value }” är för kort för en familj; menas { $candidates }? Tabb tar den som står ensam
fault-ambiguous_person = ”{ $value }” kan vara { $candidates }
fault-ambiguous_area = ”{ $value }” kan vara { $candidates }
fault-no_such_area = ”{ $value }” är inget område; välj { $candidates }
fault-no_such_person = ”{ $value }” är ingen i familjen; där finns { $candidates }
fault-person_without_family = ”{ $value }” är en person, men familjen är inte känd
fault-missing_family = familjen saknas
fault-bad_date = ”{ $value }” är ingen dag
fault-too_soon = ”{ $value }”: dagen har inte varit än
fault-follow_up_before = ”{ $value }” ligger före träffen
fault-bad_time = ”{ $value }” är ingen tid
fault-bad_length = ”{ $value }” är ingen längd; mellan en minut och ett dygn
fault-end_before_start = ”{ $value }” slutar innan det börjar
fault-bad_goal = ”{ $value }” är inget mål
fault-bad_level = ”{ $value }”: måluppfyllelsen är mellan -2 och +2, eller klart
fault-who_not_why = ”{ $value }”: inom parentes står varför; vem som uteblev skrivs som deltagare, till exempel @pappa
fault-unclosed = ”{ $value }” saknar slutparentes
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
fault-repeated = ”{ $value }”: { $slot }
fault-no_such_goal = ”{ $value }”: familjen har mål { $candidates }
fault-missing_goal = vad är målet? skriv det med personens egna ord
fault-missing_whose = vems mål? skriv till exempel @{ $candidates }
fault-missing_area = vilket område? skriv #skola, #fritid, #psyk, #föräldra eller #nätverk
fault-one_person = ”{ $value }”: ett mål är en persons
fault-not_yet = ”{ $value }”: snabbraden tar träffar, umgängen, uppgifter och mål
fault-bad_stay = ”{ $value }”: slutar före början, varar mer än 60 dygn eller börjar på flera veckodagar
fault-nothing_last = ”{ $value }”: det finns ingen genomförd träff som du själv har skrivit de senaste 60 dagarna
fault-too_long = raden är längre än 8 000 tecken; skriv en lång anteckning i formuläret
slot-family = familjen är redan angiven
slot-day = dagen är redan angiven
slot-time = tiden är redan angiven
slot-length = längden är redan angiven
slot-mode = formen är redan angiven
slot-about = slaget är redan angivet
slot-goal = målet är redan bedömt annorlunda
slot-outcome = utfallet är redan angivet
slot-as_last = det är redan sagt att det är som förra gången
slot-follow_up = uppföljningen är redan angiven
slot-child = barnet är redan angivet
slot-pattern = mönstret är redan angivet
slot-end = slutet är redan angivet
slot-week_53 = valet för vecka 53 är redan gjort
slot-step = steget är redan angivet
slot-support = stödet är redan angivet
slot-place = platsen är redan angiven
slot-contact = kontaktformen är redan angiven

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

# Grupper av fält.
group-during = UNDER: det som hände
group-child = EFTER: barnets ord
group-views = EFTER: de vuxnas syn
group-judgement = EFTER: bedömning, skild från det som hände

# Vad som kan stå i ett fält.
hint-child = tomt är familjens enda barn
hint-end = före början är nästa dag
hint-nights = tomt räknas ut av klockslagen
hint-step = siffra eller namn på umgängestrappan; tomt är barnets nuvarande steg
hint-supervision = tomt: ja om steget kräver det eller någon stödjare är utsedd
hint-despite = varför det blir av fast kontakten är stoppad eller begränsad; tomt är inget undantag
hint-came = barnet och de som skulle komma

warned-same-number = samma nummer har någon i { $family }
field-relation = Relation
field-left_out = Utgår
everybody = @alla

fault-no-such-group = teamet har ingen grupp som heter ”{ $value }”
fault-no-such-meeting = gruppen har inget möte den dagen
fault-not-a-wish = ”{ $value }” är inga önskade teman; skriv till exempel skärmtid=3; ekonomi
fault-not-a-mean = ”{ $value }” är inget medelvärde; skriv till exempel 4,1
fault-only-who-is-there = utan namn räknas bara de som är där
