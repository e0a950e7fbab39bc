# Uppgifter och den veckovisa avstämningen.

field-who = Vem
field-done_on = Klar

hint-tasks-what = vad som ska göras
hint-tasks-who = en i personalen; tomt är du själv
hint-tasks-case_ref = tomt är en egen påminnelse som bara du och den som ska göra det ser

form-new-task = Ny uppgift
form-task = Uppgift

fault-no_such_staff = ”{ $value }” är ingen i personalen; där finns { $candidates }
fault-ambiguous_staff = ”{ $value }” kan vara { $candidates }
fault-missing_what = vad ska göras?
slot-who = vem är redan angivet

do-new-task = Ny uppgift eller egen påminnelse, som formulär

task-no-day = ingen dag
task-own = egen påminnelse
quick-hint-task = vad som ska göras, dag, @vem; familjen först eller sist, hela namnet eller början med kolon: lind: ring skolan fre @Sara
said-task-added = Uppgiften är sparad.

field-colour = Färg
field-sentence = Mening
field-decision = Beslut
hint-check-ins-next_step = vad som händer härnäst; med någon som gör det blir det en uppgift
hint-check-ins-who = den som gör det, i personalen

noun-task = uppgiften
noun-check_in = avstämningen
noun-meeting = avstämningen

as-before = som förra veckan

record-title = Avstämning { $day }
record-present = Närvarande: { $names }
record-goes-on = Pågår.
record-decisions = BESLUT ({ $count })
record-tasks = UPPGIFTER ({ $count })
record-not-reached = INTE NÅDDA ({ $count })
record-said = GENOMGÅNGNA ({ $count })
record-kept-back = { $count ->
    [one] En familj till, som du inte når.
   *[other] { $count } familjer till, som du inte når.
}

problem-no-check-in = Ingen avstämning { $day }.
    .hint = trygg list check-ins visar vilka dagar det finns.
