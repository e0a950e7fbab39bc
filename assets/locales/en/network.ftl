# The measures of a network map: what they are called and how they are defined. Sources are in domain/network/measures.rs.
measure-size = size
    .definition = How many people are on the map, the one in the middle not counted.
measure-by_sector = by sector
    .definition = How many people there are in each part of life.
measure-by_ring = by ring
    .definition = How many people there are in each ring; ring 1 is the closest.
measure-private_share = share private
    .definition = Those who are there as private persons, divided by all. What is not told of somebody follows from the sector.
measure-supportive_share = share supportive
    .definition = Those to whom the relation is strong or ordinary, divided by all.
measure-empty_sectors = empty sectors
    .definition = Parts of life with nobody on the map. A question to ask, not a grade.
measure-density = density
    .definition = The share of all pairs who know each other. 0: nobody knows anybody; 1: everybody knows everybody.
measure-components = components
    .definition = How many groups the map falls into when the one in the middle is taken away. Whoever nobody knows is a group.
measure-isolates = isolates
    .definition = How many know nobody else on the map. A question to ask, not a grade.
measure-degree = degree
    .definition = How many others on the map a person knows.
measure-betweenness = betweenness
    .definition = How many of the shortest ways between two others pass through the person; a pair with several ways is shared among them. Not normalised.
measure-effective_size = effective size
    .definition = People less the number of the others that each knows on average: n − 2t/n. It tells in how many directions the network reaches.
measure-ei_index = E-I index
    .definition = Ties between private persons and professionals less ties within either, divided by all ties. −1: two worlds apart; +1: only ties across. There is none without ties.

# What is wrong in an entry line of a network map.
network-fault-unknown = “{ $text }” is not understood
network-fault-ambiguous = “{ $text }” could be: { $candidates }
network-fault-ambiguous_person = “{ $text }” could be: { $candidates }
network-fault-on_map = { $candidates } is on the map already; write “new” before it for another of that name
network-fault-ego = “{ $text }” is the one in the middle
network-fault-no_such_ring = “{ $text }”: the rings are { $candidates }
network-fault-nobody_called = “{ $text }”: nobody on the map is called so; there are { $candidates }
network-fault-repeated = “{ $text }”: { $slot } is told already
network-fault-missing_who = who is it?
network-fault-missing_ring = which ring? { $candidates }
network-fault-missing_sector = which sector? { $candidates }

network-slot-ring = the ring
network-slot-sector = the sector
network-slot-relation = the relation
network-slot-direction = who supports whom
network-slot-often = how often
network-slot-sphere = private or at work
