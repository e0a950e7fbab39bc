# All words of one kind of record: task.

noun-task = uppgiften

form-new-task = Ny uppgift
form-task = Uppgift

field-done_on = Klar
field-tasks-by = Antecknad av
field-made_on = Antecknad den

hint-tasks-what = vad som ska göras
hint-tasks-who = en i personalen; tomt är du själv
hint-tasks-case_ref = tomt är en egen påminnelse som bara du och den som ska göra det ser

rows-tasks = { $rows ->
    [one] 1 uppgift
   *[other] { $rows } uppgifter
}

step-add-task = uppgift: { $label }
step-change-task = ändrad uppgift: { $label }
step-remove-task = borttagen uppgift: { $label }
