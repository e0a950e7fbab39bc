# All words of one kind of record: obstacle.

noun-obstacle = obstacle

form-new-obstacle = Obstacle to leisure
form-obstacle = Obstacle to leisure

field-obstacle = Obstacle
field-wanted = Would like to
field-obstacles-tried = Tried
field-obstacles-tried_on = Tried on
field-solved_on = Solved

obstacle_kind-economy = economy
obstacle_kind-distance = distance
obstacle_kind-norms = norms
obstacle_kind-other = other

rows-obstacles = { $rows ->
    [one] 1 obstacle to leisure
   *[other] { $rows } obstacles to leisure
}

step-add-obstacle = obstacle to leisure of { $label }
step-change-obstacle = changed obstacle to leisure of { $label }
step-remove-obstacle = removed obstacle to leisure of { $label }

deed-add-obstacle = a new obstacle to leisure
deed-change-obstacle = a changed obstacle to leisure
deed-remove-obstacle = an obstacle to leisure removed
