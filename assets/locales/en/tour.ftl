# The tour: what it asks for in each step.

tour = TOUR
practice = PRACTICE
do-tour = Tour: the program in six steps, on an invented family
do-skip-step = Skip the step of the tour
help-tour = The tour, at the foot of the screen
tour-step = Tour { $step } of { $of } · { $skip } skips · { $quit } ends
tour-find = Find a family: press { $key }, type lin and press Enter. Three letters are enough.
tour-log = Write a session on one line: press { $key }, type  yesterday 14-15 home @mum -- homework  and press Enter.
tour-undo = Everything can be taken back: press { $key }. The line above the keys says what was undone.
tour-why = What must happen now? Press { $key }. Why is the marked row there? Press { $then }.
tour-visit = Esc closes. Press { $key }: the visits. A parent has fallen ill: press { $then }, and choose who and why.
tour-help = The keys of the place you are in are shown by { $key }. Press it now.
tour-over = The tour is done
tour-end = Esc closes the help. Try on here, nothing is kept. { $quit } ends.
why-no-tour-here = You are in the tour already.
notice-new-here = New here? F10 is a tour of six steps, and ? helps wherever you are.
notice-given = Somebody else gave you the passphrase: { $key } changes it.
