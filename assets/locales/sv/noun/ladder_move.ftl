# All words of one kind of record: ladder move.

noun-ladder_move = steget på trappan

form-new-ladder_move = Steg på umgängestrappan

field-to_step = Till steg
field-words = Barnets ord
field-from_step = Från steg

rows-ladder-moves = { $rows ->
    [one] 1 steg på umgängestrappan
   *[other] { $rows } steg på umgängestrappan
}

step-add-ladder_move = steg på trappan { $label }
step-change-ladder_move = ändrat steg på trappan { $label }
step-remove-ladder_move = borttaget steg på trappan { $label }
