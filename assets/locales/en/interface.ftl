# The interface: panes, keys, messages.

program = Trygg
demo = DEMO
names-hidden = names hidden
today = today

pane-families = Families
pane-sessions = Sessions

title-families = Families  { $total }
title-families-counting = Families  counting …
title-mine = mine
title-everyone = all families
title-count = { $total }
title-many = more than { $total }
counting = counting …

column-children = Children
column-parents = Parents
column-last = Last
column-next = Next
column-time = Time

whose-everyones = everyone's
whose-mine = mine

no-families = No families here. n adds one, Backspace shows all.
no-sessions = No sessions here. + writes a line, Backspace shows all.

since = since { $date }
until = until { $date }
week-of = w. { $week } of { $weeks }
days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
minutes = { $minutes } min
team-children = Children: { $names }
team-parents = Parents: { $names }
team-others = Others: { $names }
team-nobody = nobody in the support team yet
programme = programme: { $placed ->
    [0] no child placed
    [one] one child placed
   *[other] { $placed } children placed
}, { $home ->
    [0] no sibling at home
    [one] one sibling at home
   *[other] { $home } siblings at home
}
home-own = AT HOME
home-placed = PLACED
home-unknown = ? WHERE
home-no-parent = No parent is entered
home-elsewhere = ELSEWHERE
last = Last
next = Next
nothing-yet = nothing yet
nothing-planned = nothing planned
guardian-short = guardian
interpreter = interpreter: { $language }
interpreter-unknown = interpreter
age-months = { $months } mo
kept-back = hidden location
school-started = changed school, started { $date }
school-not-started = changes school, not started

area-letter-school = S
area-letter-leisure = L
area-letter-psychosocial = P
area-letter-parenting = R
area-letter-network = N

goal = goal { $goal }
goal-with = goal { $goal }: { $value }
goal-done = reached

quick-hint = family, day, time, mode, @people, #area, >follow-up -- note
jump-hint = A name, an identity number or a case.
jump-nothing = Nothing fits.

form-filter = Show only

conflict-mine = Yours
conflict-theirs = Your colleague's

door = The casebook is locked.
door-user = User
door-passphrase = Passphrase
door-pin = PIN
door-pin-chosen = PIN, optional
pin-left = { $left ->
    [one] Wrong PIN. 1 attempt left.
   *[other] Wrong PIN. { $left } attempts left.
}
clock-not-kept = not kept yet
locks-soon = { $seconds ->
    [one] The casebook locks in 1 second. Any key stops that.
   *[other] The casebook locks in { $seconds } seconds. Any key stops that.
}

drafts = { $count ->
    [one] 1 draft
   *[other] { $count } drafts
}

notice-saved = Saved: { $what }. u undoes it.
notice-undone = Undone: { $what }. Ctrl-R makes it again.
notice-redone = Made again: { $what }.
notice-drafts = { $count ->
    [one] A draft is waiting. d takes it up.
   *[other] { $count } drafts are waiting. d takes up the newest.
}
notice-draft-back-from = Your draft from { $day } is back; check its days. Ctrl-D throws it away.
notice-draft-back = Your draft is back. Ctrl-D throws it away.
notice-discarded = The draft is thrown away.
notice-saving = Saving ...
waits-for-others = Somebody else is writing. Waiting ... Esc leaves; what you typed is kept here.
not-kept-others-write = Not kept yet: somebody else is writing. The text stays here and is kept as soon as it can be.
notice-kept = Kept as a draft. d takes it up.
notice-faults = Something is missing or wrong; see the marked fields.
notice-newer = A colleague saved before you. Choose what shall stand.
notice-filtered = Showing a selection. Backspace shows all.
notice-all = Showing all.

why-nothing-to-undo = There is nothing to undo.
why-nothing-to-redo = There is nothing to redo.
why-no-drafts = No drafts are waiting.
why-no-family = Open a family first.
why-nothing-here = There is nothing here.
why-choose-child = Choose a child first, with the arrows.
why-not-planned = The session was cancelled or missed; open it to change it.

ask-remove-family = Remove the family { $name }?
ask-remove-person = Remove { $name } from the family?
ask-remove-placement = Remove the placement of { $name }?
ask-remove-session = Remove the session { $name }?

too-small = The screen is { $width }x{ $height }; Trygg needs at least { $columns }x{ $rows }.

help-everywhere = Everywhere
help-list = The list
help-families = Families: who are they, who is where, who works with them?
help-page = The family's page: arrows choose, Enter edits
help-sessions = Sessions: what is done, what comes? ✓ held · planned × cancelled – no-show ? not documented
help-form = Form: write as by hand; 19/11, tue, 1430, 1.5h, three letters of a name
help-filter = Show only: fill in what must hold; empty fields let everything through
help-quick = Quick line: lind yesterday 14-15:30 home @mom #school goal2=+1 >fri -- what happened
help-jump = Jump to a family or person: name, identity number, case
help-palette = Commands
help-help = Help
help-confirm = Question
help-conflict = Two saved the same thing: choose field by field
help-scrollback = This terminal cannot clear what has scrolled off its screen when the casebook locks: close it when you leave.
help-unlock = Unlock

do-help = Help for this place
do-jump = Jump to a family, person or command
do-palette = Commands
do-quick = Quick line: write a session in one line
do-undo = Undo the last change
do-redo = Redo
do-lock = Lock the casebook
do-veil = Hide all names, or show them
do-quit = Quit
do-go-families = Families
do-go-sessions = Sessions
do-resume = Take up the newest draft
do-break-glass = Open in an emergency
do-mark-conflict = Conflict of interest: close the family to somebody
glass-title = Open in an emergency
glass-whom = The whole case reference, or a whole identity number
glass-why = Why
glass-told = The team sees it on the family's page, and the team leader looks through it.
glass-nothing = No such case was found. That you looked is written down.
glass-open = Opened in an emergency by { $who } until { $until }: { $reason }
conflicts-open = Conflict of interest: { $who }
ask-conflict = Who has a conflict of interest in { $family }? It is closed to them, without a trace.
conflict-own = I
conflict-of = { $who }
conflict-lift = { $who } has none any more
key-conflict-own = i
notice-conflict = The family is closed.
do-down = Down
do-up = Up
do-page-down = A page down
do-page-up = A page up
do-first = First
do-last = Last
do-back = Back
do-next-part = Next part of the pane
do-previous-part = Previous part of the pane
do-open = Open
do-new = New, as a form
do-filter = Show only some
do-mine = My families or everyone's
do-clear = Show all again
do-edit = Edit what is marked
do-new-person = New person in the family
do-new-placement = New placement of the marked child
do-remove = Remove what is marked
do-held = Held or planned
do-new-session = New session, as a form
do-only-family = The family's sessions or everyone's
do-save = Save
do-next-field = Next field
do-previous-field = Previous field
do-leave = Leave; what is written becomes a draft
do-discard = Throw the draft away
do-save-line = Save the line
do-complete = Complete the word
do-earlier = Earlier line
do-later = Later line
do-leave-line = Leave; the line becomes a draft
do-choose = Choose
do-close = Close
do-yes = Yes
do-no = No
do-mix = Switch between yours and your colleague's
do-save-mix = Save what is chosen
do-unlock = Unlock

bar-help = help
bar-jump = find
bar-quick = quick line
bar-undo = undo
bar-open = open
bar-new = new
bar-filter = only some
bar-mine = mine
bar-edit = edit
bar-new-session = session
bar-new-person = person
bar-new-placement = placement
bar-held = held
bar-only-family = the family's
bar-save = saves
bar-next-field = next
bar-leave = draft
bar-discard = throws away
bar-save-line = saves
bar-complete = completes
bar-earlier = earlier
bar-leave-line = draft
bar-choose = chooses
bar-close = closes
bar-page-down = on
bar-yes = yes
bar-no = no
bar-mix = switches
bar-save-mix = saves
bar-unlock = unlocks
bar-quit = quits

quick-far = Enter again saves anyway: { $day } is { $days ->
    [one] one day
   *[other] { $days } days
 } { $way ->
    [back] back
   *[ahead] ahead
 }. Is the year right?
as-last = as on { $day }: { $people }
as-last-alone = as on { $day }
canceller-unknown = there is no { $word } in the family; saved as parent
line-too-long = There is no room for it: a line has at most 8,000 characters. Open the form for a long note.
call-to = call { $name }: { $phone }
call-unknown = no phone number is entered
call-kept-back = protected: the number is not shown here
call-veiled = the number is not shown while names are hidden
days-ago = that is { $days } days ago; is the day right?
days-ahead = that is in { $days } days; is the day right?
why-role = Your role may not do this.

help-reading = Read a session: ↑ and ↓ go on in the list, Enter edits
no-note = No note.
bar-down = next
bar-up = previous
ask-discard = Throw away what is written?
notice-line-refused = { $count ->
    [one] Nothing saved: one part must be mended.
   *[other] Nothing saved: { $count } parts must be mended.
}
undo-takes-back = { $what }
ask-draft-gone = What the draft was about is gone. Throw the draft away? { $text }
notice-read-again = A colleague has just changed this; this is how it stands now.
why-not-yet = That day is still to come.
kept-back-opened = not to be told; hidden again at the next key
why-names-hidden = Names are hidden from the room. Show them with Ctrl-G first.
reading-kept = The disk cannot be written to: your reading is journalled when it can be.
key-yes = y
help-runsetup = New check-in: who is there, whose families, at what pace?
help-runline = Check-in: a line about the week, a next step, a decision
help-runask = Check-in: a name
help-runrecord = What was said and decided
noun-network = the network map
noun-quick = the line
noun-visits-line = the line
first-steps =
    The casebook is empty. This is how to begin:

      2 n   add a family: its name and case reference
      p     add the people of the family, on the family's page
      v     enter the child's placement
      +     write a session on one line, such as: yesterday 14-15 home @mother -- what happened
      5     plan the visits
      /     jump to a family or a person
      ?     help, wherever you are

    Are the families in a file already? trygg import families FILE takes them in.
    New here? F10 is a tour of six steps, on an invented family; trygg guide is the same.
    Would you like to practise? trygg demo --practice is forgotten at midnight.
first-steps-calls =
    No parent waits for your call, and you are with no family.

    When a child has been placed its parents stand here, the day after.
      2 n   add a family
      ?     help, wherever you are
first-steps-none =
    You are not on the team of any family yet.

    A team leader adds you on the family's page. The family then comes here by itself.
      ?     help, wherever you are
do-tell-to = Tick to whom the note may be told, after reading it
bar-tell-to = may be told
ask-tell-to = To whom may this note be told? The program cannot know what it gives away.
field-told_to = May be told to
why-no-note = There is no note to tell.
letters-prefix = Ctrl-X first, then the letter: so it says in your settings.
letters-off = Keys of one letter are switched off in your settings: F9 shows all that can be done.
