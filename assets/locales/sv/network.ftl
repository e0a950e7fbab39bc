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
