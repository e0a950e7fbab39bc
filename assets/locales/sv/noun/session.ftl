# All words of one kind of record: session.

noun-session = träffen

form-new-session = Ny träff
form-session = Träff

field-areas = Områden
field-level = Förebyggande
field-setting = Nivå
field-follow_up_on = Följ upp
field-goals = Mål
field-announced = Anmält besök
field-alone = Barnet enskilt
hint-alone = ja om ni talade med barnet utan andra vuxna; det räknas som ett enskilt samtal

rows-sessions = { $rows ->
    [one] { $rows } träff
   *[other] { $rows } träffar
}

step-add-session = träff { $label }
step-change-session = ändring av träff { $label }
step-remove-session = borttagen träff { $label }

deed-add-session = träff
deed-change-session = ändrad träff
deed-remove-session = borttagen träff
