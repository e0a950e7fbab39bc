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
