# All words of one kind of record: occurrence.

noun-visit = besöket
noun-preparation = umgänget
noun-account = umgänget

form-visit = Umgänge
form-preparation = Före umgänget
form-account = Så gick umgänget

field-scope = Gäller
field-child_prepared = Barn förberett
field-adult_prepared = Vuxen förberedd
field-home_prepared = Hem förberett
field-watch_for = Var vaksam på
field-stop_rule = Avbryts när
field-started = Började
field-ended = Slutade
field-late_minutes = Sen, minuter
field-interplay = Samspel
field-interventions = Ingripanden
field-words_same_day = Ord samma dag
field-words_later = Ord senare
field-reaction = Reaktion
field-mark_before = Skattning före
field-mark_after = Skattning efter
field-adult_view = Den vuxnas syn
field-family_home_view = Familjehemmets syn
field-supporter_view = Stödjarens syn
field-judgement = Bedömning
field-agreed = Överenskommet
field-next = Fortsättning
field-child_ref = Barn
field-moved_from = Flyttat från
field-notice_hours = Timmar i förväg

hint-visit-change-start = { hint-arrangements-start }
hint-visits-start = { hint-arrangements-start }
hint-account-started = { hint-arrangements-start }
hint-words_same_day = barnets egna ord, inte tolkade
hint-mark_before = 1 till 5, barnets egen skattning
hint-mark_after = 1 till 5, barnets egen skattning
hint-judgement = teamets bedömning; det som hände står för sig

rows-visits = { $rows ->
    [one] { $rows } umgänge
   *[other] { $rows } umgängen
}
rows-accounts = { $rows ->
    [one] 1 redogörelse för umgänge
   *[other] { $rows } redogörelser för umgängen
}
rows-preparations = { $rows ->
    [one] 1 förberedelse av umgänge
   *[other] { $rows } förberedelser av umgängen
}

step-add-visit = umgänge { $label }
step-change-visit = umgänge { $label }
step-remove-visit = återställt umgänge { $label }
