# Nätverkskartans mått: vad de heter och hur de är definierade. Källorna står i domain/network/measures.rs.
measure-size = storlek
    .definition = Hur många människor som finns på kartan, utom den i mitten.
measure-by_sector = per sektor
    .definition = Hur många människor som finns i varje del av livet.
measure-by_ring = per ring
    .definition = Hur många människor som finns i varje ring; ring 1 är närmast.
measure-private_share = andel privata
    .definition = De som finns där som privatpersoner, delat med alla. Det som inte sagts om någon följer av sektorn.
measure-supportive_share = andel bärande
    .definition = De som relationen är stark eller vanlig till, delat med alla.
measure-empty_sectors = tomma sektorer
    .definition = Delar av livet där ingen finns på kartan. En fråga att ställa, inget betyg.
measure-density = täthet
    .definition = Andelen av alla par som känner varandra. 0: ingen känner någon annan; 1: alla känner alla.
measure-components = grupper
    .definition = Hur många grupper kartan faller isär i, om den i mitten tas bort. Den som ingen känner är en egen grupp.
measure-isolates = utan band
    .definition = Hur många som inte känner någon annan på kartan. En fråga att ställa, inget betyg.
measure-degree = band
    .definition = Hur många andra på kartan en person känner.
measure-betweenness = mellanställning
    .definition = Hur många av de kortaste vägarna mellan två andra som går genom personen; ett par med flera vägar delas mellan dem. Inte normerat.
measure-effective_size = effektiv storlek
    .definition = Antalet människor minus det antal av de andra som var och en i snitt känner: n − 2t/n. Säger hur många olika håll nätverket når.
measure-ei_index = E-I-index
    .definition = Band mellan privata och professionella minus band inom vardera, delat med alla band. −1: helt skilda världar; +1: bara band över gränsen. Finns inte utan band.

# Vad som är fel i en rad för nätverkskartan.
network-fault-unknown = ”{ $text }”: förstås inte
network-fault-ambiguous = ”{ $text }” kan vara: { $candidates }
network-fault-ambiguous_person = ”{ $text }” kan vara: { $candidates }
network-fault-on_map = { $candidates } finns redan på kartan; skriv ”ny” före för en till med samma namn
network-fault-ego = ”{ $text }” är den som står i mitten
network-fault-no_such_ring = ”{ $text }”: ringarna är { $candidates }
network-fault-nobody_called = ”{ $text }”: ingen på kartan heter så; där finns { $candidates }
network-fault-repeated = ”{ $text }”: { $slot } är redan sagt
network-fault-missing_who = vem är det?
network-fault-missing_ring = vilken ring? { $candidates }
network-fault-missing_sector = vilken sektor? { $candidates }

network-slot-ring = ringen
network-slot-sector = sektorn
network-slot-relation = relationen
network-slot-direction = vem som stöder vem
network-slot-often = hur ofta
network-slot-sphere = privat eller yrke

# Vad som ändrats från en karta till nästa, i en mening. Om ingen nämns vid namn räknas de efter roll och sektor.
network-number = { $count ->
    [1] en
    [2] två
    [3] tre
    [4] fyra
    [5] fem
    [6] sex
    [7] sju
    [8] åtta
    [9] nio
    [10] tio
    [11] elva
    [12] tolv
   *[other] { $count }
}
network-and = { $first } och { $last }
network-role = { $article ->
    [bare] { $role }
    [neuter] ett { $role }
   *[other] en { $role }
}
network-who-family = { $count ->
    [one] en familjemedlem
   *[other] { $number } familjemedlemmar
}
network-who-relatives = { $count ->
    [one] en släkting
   *[other] { $number } släktingar
}
network-who-friends = { $count ->
    [one] en vän
   *[other] { $number } vänner
}
network-who-school_work = { $count ->
    [one] en person i skola eller arbete
   *[other] { $number } personer i skola eller arbete
}
network-who-leisure = { $count ->
    [one] en person på fritiden
   *[other] { $number } personer på fritiden
}
network-who-professionals = { $count ->
    [one] en professionell kontakt
   *[other] { $number } professionella kontakter
}
network-who-other = { $count ->
    [one] en person under ”{ $sector }”
   *[other] { $number } personer under ”{ $sector }”
}
network-size-grown = Nätverket har vuxit från { $before } till { $after }
network-size-shrunk = Nätverket har minskat från { $before } till { $after }
network-size-same = Nätverket är lika stort som förut, { $after ->
    [one] { $after } person
   *[other] { $after } personer
}
network-size-nothing = Nätverket ser ut som förut, { $after ->
    [one] { $after } person
   *[other] { $after } personer
}
network-change-new = { $people ->
    [one] { $who } är ny
   *[other] { $who } är nya
}
network-change-gone = { $who } finns inte med längre
network-change-closer = { $who } har kommit närmare
network-change-further = { $who } har kommit längre bort
network-change-relation-strong = { $people ->
    [one] relationen till { $who } beskrivs nu som stark
   *[other] relationerna till { $who } beskrivs nu som starka
}
network-change-relation-ordinary = { $people ->
    [one] relationen till { $who } beskrivs nu som vanlig
   *[other] relationerna till { $who } beskrivs nu som vanliga
}
network-change-relation-weak = { $people ->
    [one] relationen till { $who } beskrivs nu som svag
   *[other] relationerna till { $who } beskrivs nu som svaga
}
network-change-relation-strained = { $people ->
    [one] relationen till { $who } beskrivs nu som spänd
   *[other] relationerna till { $who } beskrivs nu som spända
}
network-change-relation-broken = { $people ->
    [one] relationen till { $who } beskrivs nu som bruten
   *[other] relationerna till { $who } beskrivs nu som brutna
}
network-change-relation-untold = { $people ->
    [one] relationen till { $who } är inte beskriven den här gången
   *[other] relationerna till { $who } är inte beskrivna den här gången
}
network-change-sector = { $who } finns nu under { $sector }
network-change-name = { $before } kallas nu { $after }
network-change-tied = { $ties ->
    [one] ett nytt band har kommit till
   *[other] { $number } nya band har kommit till
}
network-change-untied = { $ties ->
    [one] ett band finns inte kvar
   *[other] { $number } band finns inte kvar
}

# Vyn Nätverk

pane-network = Nätverk
network-title = Nätverk · { $name }
network-title-map = Nätverk · { $name } · { $day }, { $occasion } · karta { $at } av { $of }
network-title-drawing = Nätverk · { $name } · { $day }, { $occasion } · ritas, { $count } på kartan
network-compared = (jämförs med { $day })
network-no-family = Öppna en familj först: / och tre bokstäver av namnet.
network-none = { $name } har ingen nätverkskarta än. n ritar den, tillsammans med { $name }.
network-kept-back = { $name } har { $count ->
    [one] en nätverkskarta
   *[other] { $count } nätverkskartor
} som { $name } har bestämt att bara den som ritade får se.
network-no-earlier = Det finns ingen tidigare karta att jämföra med. n ritar en till, från den här.
network-nothing-changed = Inget har ändrats.
network-nobody-in = { $sector }: ingen ännu
network-knows = känner { $names }
network-measures = MÅTTEN
network-questions = ATT FRÅGA OM
network-gap-sector = { $sector }: finns det någon?
network-gap-ties = Känner { $names } någon av de andra?
network-hint = vem, ring 1–3, sektor: mormor 1 släkt · lärare Eva 2 skola stark · Esc sparar
network-offered = { $names }
network-ring = ring { $ring }
network-new = ny
network-put = { $name } är på kartan; { $count } i allt.
network-taken-off = { $name } är borttagen från kartan. u ångrar.
network-line-refused = Inte satt på kartan: en del måste rättas.
network-all-asked = Alla par är frågade om.
network-ask-tie = Känner { $one } och { $other } varandra? ({ $left } kvar)
network-tie = t: { $one } och { $other } känner varandra
network-untie = t: { $one } och { $other } känner inte varandra
network-keys = ↑↓ ring  ←→ sektor  s o w a b relation  > < = stöd  1–4 slag  f frågar ({ $left } par)
network-newer = En kollega har ritat på samma karta. Din ligger kvar här; spara igen för att låta den gälla.
question-new-map = Ny karta för { $name }
question-from-last = från kartan { $day }, alla följer med
question-from-nothing = från början, ingen på kartan
key-from-last = f
key-from-nothing = b
ask-remove-map = Ta bort kartan { $name }?
why-no-map = Det finns ingen karta här.
do-go-network = Nätverk
do-next-side = Kartan, ändringen, listan, måtten
do-previous-side = Förra sidan
do-next-ego = Nästa person i familjen
do-map-facts = Dag, anledning, samtycke, vem som får se
do-to-circle = Till kartan
do-to-line = En till på kartan
do-nearer = Närmare
do-farther = Längre bort
do-sector-on = Nästa sektor
do-sector-back = Förra sektorn
do-choose-left = Välj åt vänster
do-choose-right = Välj åt höger
do-choose-up = Välj uppåt
do-choose-down = Välj nedåt
do-next-person = Nästa person
do-previous-person = Förra personen
do-tie-to = Känner varandra
do-ask-ties = Fråga par för par
do-take-off = Ta bort från kartan
do-strong = Stark relation
do-ordinary = Vanlig relation
do-weak = Svag relation
do-strained = Spänd relation
do-broken = Bruten relation
do-gives-support = Ger stöd
do-has-support = Får stöd
do-both-support = Stöder varandra
do-practical = Praktiskt stöd
do-emotional = Känslomässigt stöd
do-joy = Glädje
do-advice = Råd
do-daily = Ses dagligen
do-weekly = Ses varje vecka
do-monthly = Ses varje månad
do-seldom = Ses sällan
do-professional = Är där i sitt yrke
bar-next-side = ändring, lista
bar-next-ego = nästa person
bar-map-facts = om kartan
bar-to-circle = till kartan
bar-to-line = en till
bar-next-person = nästa
bar-strong = stark
bar-tie-to = känner
bar-ask-ties = fråga
bar-take-off = ta bort

field-drawn_on = Ritad
field-drawn_by = Ritad av
help-network = Nätverk: vem finns runt om, och hur har det ändrats?
help-entry = En rad per person: mormor 1 släkt · lärare Eva 2 skola stark @mormor
help-circle = Den valda på kartan: pilarna flyttar, bokstäver säger hur det är
help-tying = Vem känner den valda?
help-asking = Känner de två varandra?

# Bilden för papper, och kartorna på kommandoraden.
network-one-family = familjemedlem
network-one-relatives = släkting
network-one-friends = vän
network-one-school_work = skola/arbete
network-one-leisure = fritid
network-one-professionals = professionell
picture-title = Nätverkskarta – { $name }
picture-drawn = { $day } · { $occasion }
picture-people = { $count ->
    [one] { $count } person
   *[other] { $count } personer
}
picture-rings = Ringarna inifrån: { $rings }
picture-relations = Relation
picture-support = Stöd
picture-knows = känner varandra
picture-left-out = Utanför cirkeln: { $names }
maps-none = Familjen har ingen nätverkskarta än.
maps-kept-back = { $count ->
    [one] { $count } karta visas bara för den som ritade den och för teamledaren.
   *[other] { $count } kartor visas bara för den som ritade dem och för teamledaren.
}
maps-ring = ring { $ring }
maps-ties = { $ties } band
network-together = { $one } och { $other }: { $all } i allt, { $both } gemensamma
network-both = BÅDA
network-only = BARA { $name }
network-no-other = Ingen annan i familjen har en karta att lägga över. v byter person, n ritar.
network-plan-person = { $name }: närmare?
why-no-gap = Kartan lämnar inget öppet; välj någon på den med e.
do-to-plan = Blir en planerad träff
bar-to-plan = planera
network-title-ages = Nätverk · vems karta ska ritas om?
network-left-out = Utanför kartans sektorer: { $names }
network-ties-told = { $count ->
    [one] Två på kartan känner varandra; Enter visar vilka
   *[other] { $count } par känner varandra; Enter visar vems, en i taget
}
ages-none = HAR INGEN KARTA { $count }
ages-oldest = ÄLDST FÖRST { $count }
ages-kept = HAR EN KARTA SOM INTE VISAS FÖR DIG { $count }
ages-drawn = { $days ->
    [0] ritad i dag
    [one] ritad { $day }, en dag sedan
   *[other] ritad { $day }, { $days } dagar sedan
}
ages-never = ingen karta ännu
ages-kept-back = visas inte
