# All words of one kind of record: obstacle.

noun-obstacle = hindret

form-new-obstacle = Hinder för fritid
form-obstacle = Hinder för fritid

field-obstacle = Hinder
field-wanted = Vill göra
field-obstacles-tried = Prövat
field-obstacles-tried_on = Prövat dag
field-solved_on = Löst

obstacle_kind-economy = ekonomi
obstacle_kind-distance = avstånd
obstacle_kind-norms = normer
obstacle_kind-other = annat

rows-obstacles = { $rows ->
    [one] 1 hinder för fritid
   *[other] { $rows } hinder för fritid
}

step-add-obstacle = hinder för fritid för { $label }
step-change-obstacle = ändrat hinder för fritid för { $label }
step-remove-obstacle = borttaget hinder för fritid för { $label }

deed-add-obstacle = nytt hinder för fritid
deed-change-obstacle = ändrat hinder för fritid
deed-remove-obstacle = borttaget hinder för fritid
