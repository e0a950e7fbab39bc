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

# The network pane

pane-network = Network
network-title = Network · { $name }
network-title-map = Network · { $name } · { $day }, { $occasion } · map { $at } of { $of }
network-title-drawing = Network · { $name } · { $day }, { $occasion } · being drawn, { $count } on the map
network-compared = (compared with { $day })
network-no-family = Open a family first: / and three letters of its name.
network-none = { $name } has no network map yet. n draws it, together with { $name }.
network-kept-back = { $name } has { $count ->
    [one] a network map
   *[other] { $count } network maps
} that only who drew it may see, as { $name } decided.
network-no-earlier = There is no earlier map to compare with. n draws another, from this one.
network-nothing-changed = Nothing has changed.
network-nobody-in = { $sector }: nobody yet
network-knows = knows { $names }
network-measures = MEASURES
network-questions = TO ASK ABOUT
network-gap-sector = { $sector }: is there anybody?
network-gap-ties = Do { $names } know any of the others?
network-hint = who, ring 1–3, sector: grandmother 1 relatives · teacher Eva 2 school strong · Esc saves
network-offered = { $names }
network-ring = ring { $ring }
network-new = new
network-put = { $name } is on the map; { $count } in all.
network-taken-off = { $name } is off the map. u takes it back.
network-line-refused = Not put on the map: a part must be mended.
network-all-asked = Every pair has been asked about.
network-ask-tie = Do { $one } and { $other } know each other? ({ $left } left)
network-tie = t: { $one } and { $other } know each other
network-untie = t: { $one } and { $other } do not know each other
network-keys = ↑↓ ring  ←→ sector  s o w a b relation  > < = support  1–4 kind  f asks ({ $left } pairs)
network-newer = A colleague has drawn on the same map. Yours stays here; save once more to let it stand.
question-new-map = New map for { $name }
question-from-last = from the map of { $day }, with everybody
question-from-nothing = from nothing, nobody on it
key-from-last = f
key-from-nothing = n
ask-remove-map = Remove the map { $name }?
why-no-map = There is no map here.
do-go-network = Network
do-next-side = Map, change, list, measures
do-previous-side = The side before
do-next-ego = Next person of the family
do-map-facts = Day, occasion, consent, who may see
do-to-circle = To the map
do-to-line = One more on the map
do-nearer = Nearer
do-farther = Further out
do-sector-on = Next sector
do-sector-back = Sector before
do-choose-left = Choose to the left
do-choose-right = Choose to the right
do-choose-up = Choose upwards
do-choose-down = Choose downwards
do-next-person = Next person
do-previous-person = Person before
do-tie-to = Know each other
do-ask-ties = Ask pair by pair
do-take-off = Take off the map
do-strong = Strong relation
do-ordinary = Ordinary relation
do-weak = Weak relation
do-strained = Strained relation
do-broken = Broken relation
do-gives-support = Gives support
do-has-support = Has support
do-both-support = Support each other
do-practical = Practical support
do-emotional = Emotional support
do-joy = Joy
do-advice = Advice
do-daily = Meet daily
do-weekly = Meet weekly
do-monthly = Meet monthly
do-seldom = Meet seldom
do-professional = Is there by profession
bar-next-side = change, list
bar-next-ego = next person
bar-map-facts = about
bar-to-circle = to the map
bar-to-line = one more
bar-next-person = next
bar-strong = strong
bar-tie-to = tie
bar-ask-ties = ask
bar-take-off = take off

field-drawn_on = Drawn
field-drawn_by = Drawn by
help-network = Network: who is around them, and how has it changed?
help-entry = A line a person: grandmother 1 relatives · teacher Eva 2 school strong @grandmother
help-circle = The chosen one on the map: arrows move, letters say how it stands
help-tying = Whom does the chosen one know?
help-asking = Do the two know each other?

# The picture for paper, and the maps on the command line.
network-one-family = family member
network-one-relatives = relative
network-one-friends = friend
network-one-school_work = school/work
network-one-leisure = leisure
network-one-professionals = professional
picture-title = Network map – { $name }
picture-drawn = { $day } · { $occasion }
picture-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
picture-rings = Rings from the middle: { $rings }
picture-relations = Relation
picture-support = Support
picture-knows = know each other
picture-left-out = Not in the circle: { $names }
maps-none = The family has no network map yet.
maps-kept-back = { $count ->
    [one] { $count } map is shown only to whoever drew it and to the team leader.
   *[other] { $count } maps are shown only to whoever drew them and to the team leader.
}
maps-ring = ring { $ring }
maps-ties = { $ties ->
    [one] { $ties } tie
   *[other] { $ties } ties
}
network-together = { $one } and { $other }: { $all } in all, { $both } in common
network-both = BOTH
network-only = ONLY { $name }
network-no-other = Nobody else in the family has a map to lay over. v changes person, n draws.
network-plan-person = { $name }: closer?
why-no-gap = The map leaves nothing open; choose somebody on it with e.
do-to-plan = Becomes a planned session
bar-to-plan = plan
network-title-ages = Network · whose map should be drawn again?
network-left-out = Outside the sectors of the map: { $names }
network-ties-told = { $count ->
    [one] Two on the map know each other; Enter shows which
   *[other] { $count } pairs know each other; Enter shows whose, one at a time
}
ages-none = WITHOUT A MAP { $count }
ages-oldest = OLDEST FIRST { $count }
ages-kept = HAVE A MAP THAT IS NOT SHOWN TO YOU { $count }
ages-drawn = { $days ->
    [0] drawn today
    [one] drawn { $day }, one day ago
   *[other] drawn { $day }, { $days } days ago
}
ages-never = no map yet
ages-kept-back = not shown
