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

# What changed from one map to the next, in a sentence. Where nobody is named they are counted by role and sector.
network-number = { $count ->
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] twelve
   *[other] { $count }
}
network-and = { $first } and { $last }
network-role = { $article ->
    [bare] { $role }
    [vowel] an { $role }
   *[other] a { $role }
}
network-who-family = { $count ->
    [one] a family member
   *[other] { $number } family members
}
network-who-relatives = { $count ->
    [one] a relative
   *[other] { $number } relatives
}
network-who-friends = { $count ->
    [one] a friend
   *[other] { $number } friends
}
network-who-school_work = { $count ->
    [one] a person at school or work
   *[other] { $number } people at school or work
}
network-who-leisure = { $count ->
    [one] a person from leisure time
   *[other] { $number } people from leisure time
}
network-who-professionals = { $count ->
    [one] a professional
   *[other] { $number } professionals
}
network-who-other = { $count ->
    [one] a person under “{ $sector }”
   *[other] { $number } people under “{ $sector }”
}
network-size-grown = The network has grown from { $before } to { $after }
network-size-shrunk = The network has gone from { $before } to { $after }
network-size-same = The network is as large as before, { $after ->
    [one] { $after } person
   *[other] { $after } people
}
network-size-nothing = The network looks as before, { $after ->
    [one] { $after } person
   *[other] { $after } people
}
network-change-new = { $people ->
    [one] { $who } is new
   *[other] { $who } are new
}
network-change-gone = { $people ->
    [one] { $who } is not there any more
   *[other] { $who } are not there any more
}
network-change-closer = { $people ->
    [one] { $who } has come closer
   *[other] { $who } have come closer
}
network-change-further = { $people ->
    [one] { $who } has moved further out
   *[other] { $who } have moved further out
}
network-change-relation-strong = { $people ->
    [one] the relation to { $who } is now described as strong
   *[other] the relations to { $who } are now described as strong
}
network-change-relation-ordinary = { $people ->
    [one] the relation to { $who } is now described as ordinary
   *[other] the relations to { $who } are now described as ordinary
}
network-change-relation-weak = { $people ->
    [one] the relation to { $who } is now described as weak
   *[other] the relations to { $who } are now described as weak
}
network-change-relation-strained = { $people ->
    [one] the relation to { $who } is now described as strained
   *[other] the relations to { $who } are now described as strained
}
network-change-relation-broken = { $people ->
    [one] the relation to { $who } is now described as broken
   *[other] the relations to { $who } are now described as broken
}
network-change-relation-untold = { $people ->
    [one] the relation to { $who } is not described this time
   *[other] the relations to { $who } are not described this time
}
network-change-sector = { $people ->
    [one] { $who } is now under { $sector }
   *[other] { $who } are now under { $sector }
}
network-change-name = { $before } is now called { $after }
network-change-tied = { $ties ->
    [one] there is one new tie
   *[other] there are { $number } new ties
}
network-change-untied = { $ties ->
    [one] one tie is not there any more
   *[other] { $number } ties are not there any more
}
