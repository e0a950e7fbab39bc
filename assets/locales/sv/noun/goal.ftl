# All words of one kind of record: goal.

noun-goal = målet

form-new-goal = Nytt mål
form-goal = Mål

field-goals-person = Vems
field-number = Nummer
field-goal = Mål
field-target_on = Målet nås
field-weight = Vikt
field-level_-2 = -2
field-level_-1 = -1
field-level_0 = 0
field-level_1 = +1
field-level_2 = +2
field-goals-start = Nu vid start
field-now = Nu
field-own_now = Egen bild
field-goals-made_on = Gjort

hint-goals-goal = med personens egna ord
hint-goals-person = barn, syskon hemma eller förälder: var och en har sin plan
hint-goals-weight = 1 till 10; tomt är 1
hint-level_-2 = mycket mindre än väntat: hur ser det ut då?
hint-level_-1 = mindre än väntat
hint-level_0 = som väntat: målet är nått
hint-level_1 = mer än väntat
hint-level_2 = mycket mer än väntat
hint-goals-start = var man är i dag, från -2 till +2

rows-goals = { $rows ->
    [one] 1 mål
   *[other] { $rows } mål
}

step-add-goal = nytt mål för { $label }
step-change-goal = ändrat mål för { $label }
step-remove-goal = borttaget mål för { $label }

deed-add-goal = nytt mål
deed-change-goal = ändrat mål
deed-remove-goal = borttaget mål
