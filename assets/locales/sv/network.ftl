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
