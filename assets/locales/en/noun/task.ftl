# All words of one kind of record: task.

noun-task = the task

form-new-task = New task
form-task = Task

field-done_on = Done
field-tasks-by = Written by
field-made_on = Written on

hint-tasks-what = what is to be done
hint-tasks-who = one of the staff; empty is yourself
hint-tasks-case_ref = empty is a reminder of your own, seen only by you and whoever is to do it

rows-tasks = { $rows ->
    [one] 1 task
   *[other] { $rows } tasks
}

step-add-task = task: { $label }
step-change-task = changed task: { $label }
step-remove-task = removed task: { $label }
