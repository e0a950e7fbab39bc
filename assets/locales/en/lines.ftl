# Linear mode: the same interface as questions and answers in lines.

lines-wrong = note
lines-days-late = { $days ->
    [one] 1 day
   *[other] { $days } days
} late
lines-unclear = unclear
lines-done = done
lines-cancelled = cancelled
lines-nobody = nobody came
lines-begun = begun
lines-leads-to = onwards
lines-left-out = left out
lines-nearer = nearer
lines-farther = farther off
lines-changed = changed
lines-parents = Parents
lines-none = none
lines-goal = goal { $number }, { $goal }
lines-chosen = chosen:
lines-open = open
lines-keeps-mine = { $field }: yours stands, { $mine }. Your colleague's is { $theirs }.
lines-keeps-theirs = { $field }: your colleague's stands, { $theirs }. Yours is { $mine }.
lines-answered = Answered: { $answer }.

lines-ask-line = Line
lines-ask-roll = Attendance
lines-ask-search = Find
lines-ask-act = Command
lines-ask-how = How do I
lines-ask-words = In own words
lines-ask-answer = Answer
lines-ask-person = Person
lines-ask-colour = 1 green, 2 yellow, 3 red
lines-ask-yes = yes or no
lines-ask-do = Do

lines-field = { $field }, field { $place } of { $all }{ $needed ->
    [yes] , required
   *[no] {""}
}.
lines-empty = Empty.
lines-stands = It says: { $text }.
lines-read-as = Read as { $read }.
lines-choices = May be: { $choices }.
lines-trouble = Wrong: { $what }
lines-note = Write line by line; Enter alone goes on. The command .empty empties it.

lines-begin = Linear mode: { $why }. ? tells what can be done, quit ends.
lines-why-flag = chosen with --linear
lines-why-setting = chosen in the settings
lines-why-accessible = chosen because ACCESSIBLE=1 is set
lines-why-terminal = chosen because the terminal is called dumb
lines-rows = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}, chosen is { $marked }.
lines-row = { $place } of { $all }, { $text }
lines-more = { $left ->
    [one] 1 line more: Enter reads on.
   *[other] { $left } lines more: Enter reads on.
}
lines-end = End of the lines. Enter begins again.
lines-nothing = No lines here.
lines-no-row = There is no row { $place }; the rows are 1 to { $all }.
lines-pane-by-word = The pane is reached by its name: { $pane }.
lines-row-gone = Row { $place } has changed since you heard it. This is how it is now:
lines-not-known = { $word } is not understood. ? tells what can be done here.
lines-which = Which is meant: { $acts }?
lines-left-over = { $word } belonged to nothing and is not used.
lines-unchanged = Nothing changed.
lines-was-text = ”{ $word }” was taken as text. The command is .{ $word }
lines-unread = { $text } cannot be read here.
lines-dot = A line here is text. Commands begin with a full stop: .? help, .save, .back leaves.
lines-draft-waits = A draft waits here: { $text }. Enter saves it, .discard throws it away. Your new line waits: .new takes it.
lines-help-rows = A number chooses the row. Several words may stand in one line: 2 ok chooses row 2 and opens it.
lines-help-act = { $keys }: { $what }
lines-help-why-not = { $keys }: { $what }. Not now: { $why }
lines-help-words = Always: Enter reads on, read from the beginning, again repeats, up and down change the row, ok is the Enter key, back leaves, lock locks, quit ends.
lines-areas = Sessions by area, thirty days at a time, the latest last:
lines-news = Others have changed something here. read reads it again.
lines-saving = Saving.

lines-word-more = more
lines-word-read = read
lines-word-again = again
lines-word-ok = ok
lines-word-back = back
lines-word-up = up
lines-word-down = down
lines-word-lock = lock
lines-word-quit = quit
lines-word-help = help
lines-word-empty = empty
lines-word-new = new

lines-locks-soon = The casebook locks in { $seconds } seconds. Enter stops that.
lines-locked = The casebook is locked, at { $time }. What has been read still stands in the terminal. Enter unlocks.
lines-door-again = Try again.
lines-pin-or-enter = Enter without a PIN skips it.
lines-bye = Trygg has ended.
lines-kept-unfinished = The unfinished line is kept as a draft.
lines-waiting = Somebody else is writing. Waiting.

lines-new-here = New here? tour is six steps on an invented family, and ? tells wherever you are.
lines-tour-step = Tour { $step } of { $of }. F10 skips, quit ends.
lines-tour-find = Find a family: write / lind. A few letters are enough.
lines-tour-log = Write a session on one line: write + yesterday 14-15 home @mum -- homework
lines-tour-undo = Everything can be taken back: write u
lines-tour-why = What must happen now? Write week. Why is the chosen row there? Write why.
lines-tour-visit = Write back, and then visits. A parent has fallen ill: write cancelled, and answer who and why.
lines-tour-help = What can be done where you are is told by ? Write it now.
lines-tour-over = The tour is done. Try on here, nothing is kept. quit ends.
