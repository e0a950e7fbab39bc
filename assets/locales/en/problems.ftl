# What can go wrong, in a sentence, and what to do about it.

problem-refused = The role { $role } may not do this.
    .hint = Ask the team leader to do it.
problem-outside-hours = You are on call from { $from } until { $until }, and it is not that now.
    .hint = Ring whoever is on duty, or ask the team leader to change the hours: trygg user role NAME on_call --hours HOURS.
problem-not-found = Cannot find { $noun }.
problem-changed-since = It cannot be undone: somebody has changed the same thing since.
problem-day-out-of-bounds = { $day } cannot be right: days in the casebook lie between the year 1900 and thirty years ahead.
problem-case-ref-kept = A case reference is changed by the team leader.
problem-team-kept = A family is given to another team by the team leader.
problem-access-whom = Give the case or the family.
problem-access-who = Say who with --who.
problem-glass-nothing = No such case was found. That you looked is written down.
problem-last-leader = Nobody else leads the family's team.
    .hint = Let somebody else become team leader first, or give the family to another team.
problem-glass-without-reason = Say why.
problem-glass-without-whom = Give the whole case reference or a whole identity number.
problem-glass-several = More than one team has that reference.
    .hint = Give an identity number instead.
problem-team-without-name = The team needs a name.
problem-team-taken = There is a team called { $name } already.
problem-ref-in-family = The reference has to begin with { $case_ref }-, such as { $case_ref }-7.
problem-taken = { $field } is already taken.
    .hint = Choose another reference.
problem-still-used = It cannot be removed: other records hang on it.
    .hint = Remove what belongs to it first.
problem-text-lost = What you typed last could not be kept anywhere.
    .hint = Give the disk room, or the right to write, and type it again; what was kept before is still there.
problem-cannot-begin-anew = The casebook is locked. The program could not begin anew and has ended.
problem-weak-pin = A PIN has at least { $least } characters, and not the same all through.
problem-wrong-pin = The PIN is not right.
problem-pin-gone = The PIN holds no more. Type the passphrase.
problem-unlock-early = Too many attempts with a wrong passphrase. Try again in { $seconds } s.
    .hint = What you typed is kept. Whoever has forgotten their passphrase is given a new one by the unit's administrator.
problem-wrong-passphrase = The passphrase is wrong.
    .hint = Try again; capitals count.
problem-short-passphrase = The passphrase is too short; at least { $least } characters.
    .hint = Several common words in a row are both safe and easy to remember.
problem-weak-passphrase = The passphrase is too easy to guess: it repeats itself, follows the alphabet, the digits or a row of keys, or is your name.
    .hint = Take four words that have nothing to do with each other.
problem-no-such-user = { $user } is no user of this casebook.
    .hint = Name a user with --user.
problem-no-key-file = There is no key file for { $user }.
    .hint = Check the name; otherwise an administrator must add the user again.
problem-damaged-key-file = The key file of { $user } is damaged.
    .hint = Restore the directory keys from a backup.
problem-foreign-key-file = The key file of { $user } does not belong to the user the casebook knows.
    .hint = Somebody may have put it there. Tell the administrator, who can compare with trygg verify.
problem-no-own-keys = The key file is of an older version and could not be made anew.
    .hint = See to it that the disk can be written to, and unlock again.
problem-key-derivation = The key could not be derived.
    .hint = Free some memory and try again.
problem-key-wrapping = The key file could not be made.
problem-no-randomness = The machine gives no random numbers.
problem-key-does-not-fit = The key does not fit the database, or the database is damaged.
    .hint = Do the key file and the database belong to the same casebook? Otherwise restore from a backup.
problem-broken-references = The casebook is damaged: records refer to what is not there. Nothing was changed.
problem-newer-format = The casebook has a newer format ({ $found }) than the program can read ({ $known }).
    .hint = Update the program.
problem-newer-read-only = The casebook has a newer format ({ $found }) than the program ({ $known }): it can be read, but nothing can be saved.
    .hint = Update the program. What you have typed can be kept as a draft until then.
problem-newer-in-part = The casebook has a newer format ({ $found }) than the program ({ $known }): you can work as usual, but what is new is neither shown here nor put into files.
    .hint = Update the program when you can.
problem-unknown-record = That cannot be undone: the change touches what this program does not know.
    .hint = Update the program, and correct it there.
problem-open-directory = Others can read the directory { $path }.
    .hint = Run: chmod 700 { $path }
problem-open-passphrase-file = Others can read the file { $path }.
    .hint = Run: chmod 600 { $path }
problem-no-permission = You have no permission to read { $path }.
    .hint = Ask whoever owns the directory, or log in as the user who made the casebook.
problem-no-casebook = There is no casebook in { $path }.
    .hint = Make one with trygg init, or name the directory with --casebook.
problem-casebook-exists = There is already a casebook in { $path }.
    .hint = Open it, or choose another directory.
problem-directory-not-empty = The directory { $path } is not empty.
    .hint = Choose an empty directory or one that is not there yet.
problem-no-database = The database { $path } is missing.
    .hint = Restore it from a backup.
problem-make-directory = The directory { $path } could not be made.
problem-write-file = The file { $path } could not be written.
problem-read-keys = The keys in { $path } could not be read.
problem-not-a-demo = { $path } is no demo casebook; it is not filled with invented families.
problem-no-such-person = That person is nobody in the family.
problem-damaged-database = The database is damaged.
    .hint = Restore from a backup.
problem-disk-full = The disk is full: it can be read, but nothing can be saved.
    .hint = Free some space and try again; text on the screen is kept.
problem-busy = Somebody else is writing; nothing was saved.
    .hint = The text is still here. Save again in a moment.
problem-waits = Somebody else is writing; this is not saved yet.
    .hint = It is done as soon as it can be.
problem-left = Not saved: you did not wait for the one who is writing.
    .hint = The text is still here. Save again when it suits you.
problem-not-on-disk = Written, but the disk failed: what was saved last may be gone after a power cut.
    .hint = Leave the program running, and ask whoever looks after the computer to see to the disk.
problem-read-only = The disk is full or write-protected: it can be read, but nothing can be saved.
    .hint = Free some space, or see how the disk is mounted and who owns the files; text on the screen is kept.
problem-cannot-open = The database cannot be opened.
    .hint = See whether the disk is there and not full, and whether you may read the directory.
problem-disk-failed = The disk does not answer as it should.
    .hint = What is not saved is still on the screen; try again.
problem-database = The database did not answer as expected.
    .hint = What is not saved is still on the screen; try again.
problem-database-replaced = The casebook's files were replaced while it was open: nothing can be saved here.
    .hint = The text is still here. Copy it, quit and open the casebook again.
problem-casebook-half-made = The casebook in { $path } is not whole: its file casebook.toml is missing.
    .hint = If it was never finished, run trygg init again, with the same name and passphrase. Else take the file from a backup.
problem-casebook-being-made = Somebody is making a casebook in { $path } right now.
    .hint = Wait a moment and try again.
problem-casebook-without-card = There is a casebook with content in { $path }, but its file casebook.toml is missing.
    .hint = Take casebook.toml from a backup.
problem-casebook-unclear = There is a casebook in { $path } that is not whole, and whether anything is in it cannot be seen.
    .hint = Give the name and the passphrase it was made with, or choose another directory.
problem-out-in-casebook = { $path } is in the casebook's directory; nothing but the casebook is written there.
    .hint = Choose another place with --out.
problem-holiday-rules = The rules for holidays cannot be read.
problem-ladder = The visit ladder cannot be read.
problem-ladder-empty = The visit ladder has no steps.
problem-ladder-order = Step { $step } of the visit ladder is out of order, or there twice.
problem-ladder-empty-text = Step { $step } of the visit ladder has no name, key or criteria.
problem-ladder-key-twice = Step { $step } of the visit ladder has the key of another.
problem-ladder-review = Step { $step } of the visit ladder must be looked at again after 1 to 52 weeks.
problem-restricted = { $on }, { $child } – { $with }: { $breach ->
        [stopped] contact is stopped
        [unsupervised] contact is limited, only with staff
        [too_many] contact is limited, at most { $number } visits a month
        [too_long] contact is limited, at most { $number } minutes
        [in_person] contact is limited, not by meeting
        [phone] contact is limited, not by phone
        [video] contact is limited, not by video
       *[letter] contact is limited, not by letter
    }{ $until ->
        [none] {""}
        [until_further_notice] {" "}until further notice
       *[other] {" "}until { $until }
    }. { $why }
    .hint = Change what is planned, or write why it takes place all the same: the field “Exception, why”, on the line despite(why).
problem-restriction-broken = { $on }, { $child } – { $with }: { $breach ->
        [stopped] contact is stopped
        [unsupervised] contact is limited, only with staff
        [too_many] contact is limited, at most { $number } visits a month
        [too_long] contact is limited, at most { $number } minutes
        [in_person] contact is limited, not by meeting
        [phone] contact is limited, not by phone
        [video] contact is limited, not by video
       *[letter] contact is limited, not by letter
    }{ $until ->
        [none] {""}
        [until_further_notice] {" "}until further notice
       *[other] {" "}until { $until }
    }. What has happened is kept, marked as a breach of the restriction.
    .hint = Write why: the field “Exception, why”, on the line despite(why).
problem-absence-ends-before = The absence from { $from } ends before it begins.
problem-unit-days = The file { $file } with the unit's days cannot be read; it is not used.
    .hint = Its form is told in the manual: trygg man.
problem-unit-days-period = The days { $name } in { $file } are no days, or end before they begin; the file is not used.
problem-unit-lock = The file { $file } with the unit's lock cannot be read; it is not used.
    .hint = Its form is told in the manual: trygg man.
problem-unit-lock-minutes = { $file }: the casebook locks after { $least } to { $most } minutes; the file is not used.
problem-unit-access = The file { $file } with the unit's access cannot be read; it is not used.
    .hint = Its form is told in docs/en/access.md.
problem-unit-access-value = { $file }: { $value } has a value that cannot hold; the file is not used.
problem-unit-file = The file { $path } cannot be read; it is not used.
problem-network-scheme = The sectors and rings of the network map cannot be read.
problem-network-scheme-size = A network map has 1 to { $sectors } sectors and 1 to { $rings } rings.
problem-network-scheme-empty-text = The sector “{ $sector }” lacks a name, a key or one of its words.
problem-network-scheme-sector-twice = The sector “{ $sector }” is there twice.
problem-network-scheme-ring = Ring { $ring } is out of order, or lacks a name.
problem-network-without-name = Person { $person } on the network map has no name.
problem-network-ego-on-map = Person { $person } on the network map is the one in the middle.
problem-network-person-twice = Person { $person } is on the network map already.
problem-network-no-such-sector = Person { $person } on the network map has the sector “{ $sector }”, which there is not.
problem-network-no-such-ring = Person { $person } on the network map has ring { $ring }, which there is not.
problem-network-tie = A tie on the network map leads to somebody who is not on it, or is there twice.
problem-network-key-taken = Person { $person } on the network map is somebody else on another map of the family.
problem-network-other-family = A network map stays in its family.
problem-kept-back = So it was agreed: the network map is shown only to whoever drew it and to the team leader.
problem-rules = The file rules.toml cannot be read and is not used: { $why }
problem-rule = The rule { $name } in rules.toml cannot be read, and the file is not used: { $why }
problem-rule-field = The rule { $name } in rules.toml does not make sense: see the field { $field }.
    .hint = Mend the file holidays.toml.
problem-no-terminal = There is no terminal to show anything on.
    .hint = Run it in a terminal, or use trygg render.
problem-unknown-columns = Unknown columns: { $columns }.
    .hint = The columns are: { $known }.
problem-missing-columns = Missing columns: { $columns }.
    .hint = The columns are: { $known }.
problem-repeated-columns = Columns that stand more than once: { $columns }.
    .hint = The columns are: { $known }.
problem-empty-file = The file is empty.
    .hint = Its first line should be a header with the names of the columns.
problem-too-many-cells = Line { $line } has more fields than the header.
    .hint = Put quotation marks around text that holds a comma or a semicolon.
problem-not-utf8 = Line { $line } is not UTF-8.
    .hint = Save the file as CSV UTF-8, or as XLSX.
problem-not-a-table = The file cannot be read as CSV.
problem-too-large-sheet = The sheet is too large: at most { $rows } rows and { $columns } columns.
    .hint = Remove what stands outside the table, or divide the file.
problem-not-a-workbook = The file cannot be read as XLSX.
    .hint = Open it in the spreadsheet and save it again.
problem-faulty-rows = Mistakes in the file: { $count }. Nothing is saved.
problem-too-many-rows = A sheet holds at most { $most } rows.
    .hint = Export a shorter period, or as csv.
problem-no-fit-in-sheet = Something does not fit in a sheet.
    .hint = Export as csv or json.
problem-write-output = The answer could not be written.
problem-read-file = The file { $path } cannot be read.
problem-sheet-to-terminal = An xlsx file cannot be shown on the screen.
    .hint = Name a file with --out, or choose --format csv.
problem-no-such-family = No family is called { $value } or has it as case reference.
problem-several-families = { $value } could be { $candidates }.
    .hint = Write more of the name, or the case reference.
problem-bad-day = { $value } is no day.
    .hint = Write for example 2026-11-19, 19/11 or today.
problem-vague-day = { $value } could be different days.
    .hint = Write the day with its year, for example 2026-11-19, or yesterday.
problem-bad-period = { $value } is no period.
    .hint = Write for example 2026, 2026-11, 2026-Q3, 2026-W48 or last quarter.
problem-period-or-days = The period is told twice.
    .hint = Give --period, or --from and --to, not both.
problem-report-true-after-masked = These figures left the unit on { $day } with totals of what was shown. True totals of the same figures would tell what was masked then.
    .hint = Make the report without --totals true, or with another period.
problem-report-undoes = This report cannot leave the unit: beside what left on { $day } it would tell a figure that is masked.
    .hint = Choose a longer period, other rows (--by) or no district; --internal shows all to the unit itself.
problem-report-undoes-alone = This report cannot leave the unit: whatever is masked in it, one of its masks could be worked out.
    .hint = Choose a longer period, other rows (--by) or no --totals true; --internal shows all to the unit itself.
problem-report-too-much = So much of the same figures has left the unit that nobody can say in time what this report would tell.
    .hint = Choose another period or fewer rows; --internal shows all to the unit itself.
problem-totals-of-one = True totals are told of one casebook, which remembers what has left it.
    .hint = Leave out --totals true, or name one casebook and no file of counts.
problem-report-unclear = The report contradicts itself: a sum is not the sum of its parts.
    .hint = Look at the report with --internal, and mend what was counted by hand.
problem-no-such-axis = The report cannot be told by { $value }.
    .hint = Give --by with one of { $candidates }.
problem-counts-header = The file's columns must be { $by }, { $across } and n.
    .hint = Write them on the first line, in that order.
problem-counts-column = Line { $line }: the report has no column { $value }.
    .hint = Write the column's code, as in the report with --format csv.
problem-counts-number = Line { $line }: { $value } is no count.
    .hint = Write a whole number, 0 or more.
problem-counts-unreadable = Line { $line } cannot be read.
    .hint = The file must be CSV in UTF-8 with three columns.
problem-counts-alone = Counts from a file are counted already.
    .hint = Leave out --by, --district, --phase and --casebook.
problem-casebooks-apart = --casebook stands both before and after the command.
    .hint = Write every --casebook after the command.
problem-one-casebook = Only reports take several --casebook.
    .hint = Name one casebook.
problem-bad-unit = { $value } cannot be the unit's own word for itself.
    .hint = Write a word of a to z, digits and hyphens, for example malmo-1.
problem-no-such-directory = There is no directory { $path }.
    .hint = Make it first; the files are written into it.
problem-counted-already = The row has a count for { $year } already.
    .hint = Change the one that is there.
problem-days-in-order = The period ends before it begins.
problem-no-period = Such a list has neither family nor period.
problem-line = { $faults }.
    .hint = Nothing is saved; mend the line and try again.
problem-which-user = There are several users: { $users }.
    .hint = Name one with --user.
problem-no-user = There is no user in the casebook.
    .hint = Restore the directory keys from a backup.
problem-no-name = The first user needs a name.
    .hint = Give it with --user.
problem-no-passphrase = There is no terminal here to ask for the passphrase on.
    .hint = Name a file with --passphrase-file.
problem-empty-passphrase-file = The file { $path } has no passphrase on its first line.
problem-not-the-same = The two passphrases differ.
problem-terminal = The terminal does not answer.
problem-no-data-directory = It is not known where the casebook is to be.
    .hint = Name the directory with --casebook.
problem-needs-terminal = The interface needs a terminal.
    .hint = Run it in a terminal, or see trygg --help.
problem-demo-needs-terminal = The demo opens in a terminal, and there is none here.
    .hint = Run it in a terminal, or: trygg demo --no-open --dir DIR && trygg --casebook DIR render families
problem-not-proven = The casebook is not what it should be.
    .hint = Read what stands above, and let whoever looks after the casebook decide what holds.
problem-unwell = The casebook is not whole.
    .hint = Put a copy of the directory away before anything is changed, and restore from a backup.
problem-bad-value = { $value } does not do for { $argument }.
problem-bad-size = { $value } is no size.
    .hint = Write width and height in characters, for example 120x40.
problem-bad-number = { $argument } is a whole number from { $least } to { $most }, not { $value }.
problem-not-one-of = { $value } does not do for { $argument }.
    .hint = Choose { $candidates }.
problem-no-such-argument = There is no { $argument }.
    .hint = See trygg --help.
problem-no-such-command = There is no command { $argument }.
    .hint = See trygg --help.
problem-did-you-mean = There is no { $argument }.
    .hint = Did you mean { $candidates }?
problem-missing-argument = Missing: { $argument }.
    .hint = Usage: { $usage }
problem-repeated-argument = { $argument } stands more than once.
problem-bad-call = The call cannot be understood.
    .hint = See trygg --help.
problem-read-line = The line could not be read.
problem-line-not-utf8 = The line is not UTF-8.
    .hint = Save or send the text as UTF-8.
problem-several-lines = There are several lines, and one line becomes one record.
    .hint = Send trygg add one line at a time.
problem-far-day = { $day } is { $days } days away; is it the right year?
    .hint = Write the right year, or add --yes if the day is right.
problem-empty-line = The line is empty.
    .hint = Write trygg add and then for example: Lindström yesterday 14-15:30 home @mamma -- went through the homework
problem-no-such-pane = There is no pane called { $value }.
    .hint = The panes are { $known }.
problem-calendar-none = The file is no calendar.
    .hint = Export the calendar as iCalendar (.ics) and try again.
problem-calendar-cut-off = The end of the calendar is missing in the file.
    .hint = Fetch the file anew.
problem-calendar-too-large = The calendar is larger than { $most } MB.
    .hint = Export a shorter period.
problem-calendar-too-many = The calendar has more busy times than the { $most } that can be taken in at once.
    .hint = Export a shorter period.
problem-calendar-would-empty = The file has no time at which { $who } is busy { $from } – { $to }, but times were taken in before: { $times }. They are kept.
    .hint = Is it the right file? If the calendar really is empty, add --empty.
problem-calendar-whose = It is not said whose calendar it is.
    .hint = Give --supporter NAME.
problem-only-with-calendar = --supporter, --from, --to and --empty only go with import calendar.
problem-only-visits-as-calendar = Only visits can be written as a calendar.
    .hint = Write trygg export visits --format ics, or choose csv, xlsx or json.
problem-only-in-calendars = --child, --adult, --supporter and --busy only go with a calendar.
    .hint = Add --format ics.
problem-visits-need-days = Visits need a first and a last day.
problem-no-such-child = No child in the casebook has the reference { $value }.
    .hint = See trygg list people.
problem-no-such-adult = No adult in the casebook has the reference { $value }.
    .hint = See trygg list people.
problem-no-such-supporter = Nobody in the team is called { $value }.
problem-several-supporters = { $value } could be { $candidates }.
    .hint = Write more of the name.
problem-only-with-network = --person, --on and --names only go with network.
problem-only-network-as-picture = Only network maps can be written as a picture or a graph.
    .hint = Write trygg export network --format svg, or choose csv, xlsx or json.
problem-network-picture-full = There are more than there is room for on a paper: { $people } people.
    .hint = Choose csv or graphml.
problem-network-whose = Whose map? A picture or a graph is of one map.
    .hint = Name --person, or --family.
problem-network-which-person = Several have a map: { $candidates }.
    .hint = Name one of them with --person.
problem-no-such-map = There is no such network map.
problem-network-not-to-be-shown = So it was agreed: the network map does not leave the house.
problem-no-such-reference = Nobody in the casebook has the reference { $value }.
problem-import-overtaken = Somebody has changed a record that the file changes too. Nothing is saved.
    .hint = Take the file in once more.
problem-never-whole-in-calendars = A calendar never goes out with what is kept back.
    .hint = Leave out --whole.
problem-casebook-older = The casebook is older than it has been: row { $row } was written { $at }, but here the journal ends with row { $found }. Nothing can be saved in it.
    .hint = Somebody has put an older copy in its place. Put the right database back, or let whoever looks after the casebook run trygg verify.
problem-casebook-other = The casebook is not the one it was: row { $row } of { $at } is another one now. Nothing can be saved in it.
    .hint = Somebody has put another casebook in its place, or rewritten it. Put the right database back, or let whoever looks after the casebook run trygg verify.
problem-head-missing = The file { $path } is missing or cannot be read: it cannot be seen whether the casebook is an older one.
    .hint = Let whoever looks after the casebook run trygg verify.
problem-user-not-as-told = { $user } is something else in the casebook than the journal says: somebody has changed it beside the program.
    .hint = Let somebody else who looks after the casebook run trygg verify.
problem-card-not-as-told = casebook.toml says that the casebook is something else than it was made as.
    .hint = Take casebook.toml from a backup.
problem-head-copy-missing = The copy of the file head in { $path } is missing yet.
    .hint = It is made with the next save. If it is not: see whether the directory is there and can be written to, or change head.toml.
problem-head-copy-unreached = The copy of the file head in { $path } cannot be reached or read.
    .hint = See whether the other machine's disk is connected. Meanwhile the copy cannot tell an older casebook.
problem-count-or-decide = --count goes with no decision.
problem-only-with-review = --decide, --as, --note and --count belong to trygg access review.
problem-only-with-log = --family, --who, --for and --out belong to trygg access log.
problem-not-with-log = trygg access log takes no case reference by itself (--family) and no --reason.
problem-out-for-one = --out is for the extract for one person: with --for.
problem-decide-as = A decision needs both --decide NUMBER and --as ok, ask or report.
problem-finding-decided = It is decided already.
problem-finding-own = It is your own reading; somebody else who leads decides on it.

problem-unit-actors = The file { $file } with those you refer to cannot be read; each [[actor]] has name and kind. It is not used.
problem-unit-actors-name = The name “{ $name }” in { $file } is empty, stands twice or is the name of a sort; the file is not used.
problem-checklist = line { $line }: { $why ->
    [form] no checklist: { $what }
    [format] format { $what } is not known; it is 1
    [key] “{ $what }” is no name; one is lower-case letters, digits and _
    [empty] { $what } says nothing
    [twice] the line { $what } is there twice
    [no-items] { $what } has no lines
    [length] { $what }
   *[word] { $what }
}
    .hint = Mend the file; until then it is not used.
problem-term-is-there = that term is there already for the child
    .hint = Open it among the family’s papers and change it there.
