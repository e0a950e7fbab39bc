# The command line: help texts, what is printed, and what can be wrong with a call.

help-usage = Usage:
help-commands = Commands
help-options = Options
help-words = Words
help-global = Everywhere

cmd-trygg = The casebook of teams that support families with a placed child. Without a command the interface opens.
cmd-trygg-usage = trygg [OPTIONS] [COMMAND]
cmd-guide = Tour: the program in six steps, on an invented family
cmd-guide-usage = trygg guide
cmd-demo = Makes a casebook of invented families and opens it
cmd-demo-usage = trygg demo [--dir DIR] [--families N] [--seed N] [--no-open] [--practice]
cmd-init = Makes a new casebook and its first user, who becomes team leader
cmd-init-usage = trygg init [--json]
cmd-add = Writes a session or plans visits from a quick line
cmd-add-usage = trygg add ["QUICK LINE"] [--dry-run] [--yes] [--json]
cmd-list = Lists families, people, placements, sessions, visits, duties or users
cmd-list-usage = trygg list KIND [--family FAMILY] [--from DAY] [--to DAY] [--for REFERENCE] [--json]
cmd-show = Shows a family with its visits, its hand-over sheet, its papers, its network maps, or what came of a check-in; the journal then says that they were opened
cmd-show-usage =
    trygg show family FAMILY [--json]
    {"  "}trygg show handover FAMILY [--for REFERENCE] [--json]
    {"  "}trygg show main-record FAMILY [--given] [--json]
    {"  "}trygg show papers FAMILY [--json]
    {"  "}trygg show network --family FAMILY [--person REF] [--json]
    {"  "}trygg show check-in DAY [--json]
    {"  "}trygg show group GROUP [--json]
cmd-import = Reads records from CSV or XLSX, all or nothing; a visit unit's calendar; or a visit supporter's own
cmd-import-usage =
    trygg import KIND FILE [--mapping NAME | --new-mapping NAME] [--dry-run] [--json]
    {"  "}trygg import folder DIRECTORY [--dry-run] [--json]
    {"  "}trygg import visits FILE.ics [--mapping NAME] [--from DAY] [--to DAY] [--dry-run] [--json]
    {"  "}trygg import calendar FILE --supporter NAME [--from DAY] [--to DAY] [--empty]
    {"  "}trygg import network FILE.graphml [--person REF] [--on DAY] [--dry-run]
cmd-export = Writes records as CSV, XLSX or JSON, with the columns that import takes; visits as a calendar too, network maps as a picture and a graph
cmd-export-usage =
    trygg export KIND [--format FORMAT] [--out FILE] [--family FAMILY] [--from DAY] [--to DAY] [--for REFERENCE]
    {"  "}trygg export visits --format ics [--child REF] [--adult REF] [--supporter NAME] [--busy]
    {"  "}trygg export network [--format svg|graphml|csv|xlsx|json] [--person REF] [--on DAY] [--names WAY]
cmd-render = Writes one frame of a pane, or of the family tree: tree
cmd-render-usage = trygg render PANE [--family FAMILY] [--size 120x40] [--format text|ansi] [--veiled]
cmd-research = Pseudonymised facts for research, a file a table and year
cmd-research-usage = trygg research --unit NAME --out DIRECTORY [--from DAY] [--to DAY] [--format FORMAT]
cmd-report = Tables that may leave the house
cmd-report-usage = trygg report NAME [--period PERIOD | --from DAY --to DAY] [--by WHAT] [--district DISTRICT] [--phase PHASE] [--team TEAM] [--records ROW,COLUMN] [--format FORMAT] [--out FILE] [--totals true] [--internal] [--counts FILE]
    {"  "}trygg report --all-saved [--out DIRECTORY]
cmd-access = Who reaches a family and who has looked: opens in an emergency, closes for a conflict of interest, shows the log and reviews it
cmd-access-usage = trygg access break REFERENCE --reason WHY [--json]
    {"  "}trygg access conflict FAMILY [--who NAME]
    {"  "}trygg access lift FAMILY --who NAME
    {"  "}trygg access give FAMILY --who TEAM
    {"  "}trygg access log [--family FAMILY] [--who NAME] [--from DAY] [--to DAY] [--for REFERENCE] [--json]
    {"  "}trygg access review [--decide NUMBER --as DECISION] [--count]
cmd-calendar = Weeks, odd and even, and holidays
cmd-calendar-usage = trygg calendar [--from DAY] [--to DAY] [--json]
arg-access = break: open in an emergency; conflict: close for a conflict of interest; lift: open again; give: hand over to a team; log: who has looked; review: a sample and what stands out
arg-access-value = WHAT
arg-whom = The whole case reference, a whole identity number, or the family
arg-whom-value = WHICH
arg-who = Whom it is about; yourself if nothing is said. log: only of this user
arg-who-value = NAME
arg-because = Why; it stands in the journal
arg-because-value = WHY
said-glass = Opened in an emergency: { $case_ref }. Read it with trygg show family.
said-lifted = The family is open again.
said-given = The family is given to the team.
cmd-doctor = Examines whether the casebook is whole
cmd-doctor-usage = trygg doctor [--json]
cmd-verify = Proves that the casebook is what those who signed have written, and nothing else
cmd-verify-usage = trygg verify [--accept] [--json]
cmd-completions = Writes tab completion for a shell
cmd-completions-usage = trygg completions SHELL
cmd-man = Writes the manual page
cmd-man-usage = trygg man [COMMAND]

arg-help = Show this help
arg-version = Show the version
arg-casebook = The casebook's directory; else TRYGG_CASEBOOK, else trygg in the user's data directory; several times for a report over several units, all of them after report
arg-casebook-value = DIR
arg-user = Who you are in the casebook; else TRYGG_USER, else the only one there is
arg-user-value = NAME
arg-passphrase_file = File whose first line is the passphrase
arg-passphrase_file-value = FILE
arg-lang = Language: sv or en
arg-lang-value = LANGUAGE
arg-today = The day that counts as today; the journal always goes by the real clock
arg-today-value = DAY
arg-linear = Questions and answers in lines instead of panes, for screen readers and braille; also with ACCESSIBLE=1, in the settings, or where TERM is dumb
arg-verbose = Also show the cause of an error, step by step, for whoever is to help
arg-json = Answer in JSON
arg-yes = Save also when the day is more than 300 days away
arg-dry_run = Only try; nothing is saved
arg-family = A family: its case reference or the beginning of its name
arg-family-value = FAMILY
arg-from = First day
arg-from-value = DAY
arg-to = Last day
arg-to-value = DAY
arg-out = The file to write; else standard output
arg-out-value = FILE
arg-dir = Where the demo is made, or is already; else a temporary directory that is removed afterwards
arg-dir-value = DIR
arg-families = How many families, 48 if nothing is said
arg-families-value = N
arg-seed = The same number gives the same families
arg-seed-value = N
arg-no_open = Make the demo without opening it
arg-practice = A casebook to practise in, the same all day for whoever works here; it says PRACTICE and is forgotten at midnight
arg-line = Without a line one is read from standard input or asked for, so that no case text stands in the process list. For example "Lindström yesterday 14-15:30 home @mom #school -- went through the homework" or "visit Elias @mum even sat 10-14 support:Karin v53:numbers"
arg-line-value = QUICK LINE
arg-report = { $reports }. What a report counts, and among whom, stands below its table
arg-report-value = NAME
arg-period = 2026, 2026-11, 2026-Q3, 2026-W48 or “last quarter”; else the report's own period
arg-period-value = PERIOD
arg-by = What rows are told by: district, month or whatever else the report has; a wrong word shows which
arg-by-value = WHAT
arg-district = Only one district
arg-district-value = DISTRICT
arg-phase = Only families in one phase
arg-phase-value = PHASE
arg-separator = , or ; between the cells of csv
arg-separator-value = SIGN
arg-unit = The unit's own word for itself, in the files and their names
arg-unit-value = NAME
arg-into = The directory that the files are written to
arg-into-value = DIRECTORY
arg-facts = parquet (unless something is said) or csv
arg-facts-value = FORMAT
arg-counts = Counts from a file instead of the casebook: columns what it is told by, its columns, and n
arg-counts-value = FILE
arg-bom = Begins csv with a byte order mark, which some spreadsheets want
arg-only_team = Only the families of one team
arg-only_team-value = TEAM
arg-records = The records behind a figure: ROW or ROW,COLUMN by the codes in the files, total for sums; missing:FIELD for what is missing
arg-records-value = ROW[,COLUMN]
arg-all_saved = Writes all reports that the unit has put a name to in reports.toml, with manifest.json beside them; --out is another directory
arg-table = table, csv, xlsx, json, html (a page for print) or svg (a chart); otherwise by the name of the file
arg-table-value = FORMAT
arg-accept = Goes on with a casebook of which the file head says that it is another one, or whose head is gone; this is journalled
arg-totals = true: totals are true, and more is masked so that they tell no small number; shown: totals count only what is shown, as they do otherwise
arg-totals-value = WHICH
arg-internal = Shows small numbers as they are, for the unit itself; is noted in the journal
arg-list_kind = { $kinds }, due, gaps, missing, network or users. What is not filled in (missing) is that of the last year. Duties (due) are those that wait; with --from or --to all whose last day it is then. Visits are listed from 14 days back to 90 ahead; with --from alone for a year from that day, with --to alone for a year up to it
arg-list_kind-value = KIND
arg-shown = family, handover, papers, network, plan, group, main-record or check-in. The hand-over sheet is for paper: what whoever takes a family over must know
arg-shown-value = KIND
arg-named = The family's case reference or the beginning of its name; for check-in the day
arg-named-value = FAMILY
arg-kind = { $kinds } or network. Visits are all that have been and those of a year ahead; in a calendar whole series, and --from and --to choose which series
arg-kind-value = KIND
arg-whole = with what is otherwise kept back of protected people; for team leaders only, and it is logged
arg-count = Says only how many, and no name: for a timer and the system's log
arg-decide = Decides on a finding, by number
arg-decide-value = NUMBER
arg-decision = The decision: ok, ask or report
arg-decision-value = DECISION
arg-note = Why; briefly and without names
arg-note-value = TEXT
arg-import_kind = { $kinds }, network; visits takes a visit unit's calendar (.ics) too, from today for a year if nothing is said; calendar: a visit supporter's own, from today for a year if nothing is said; only when somebody is busy is kept; or folder: a folder of lists, each read as its name and imports.toml say
arg-import_kind-value = KIND
arg-supporter = A visit supporter: the name, or its beginning
arg-supporter-value = NAME
arg-child = The calendar of a child, by reference
arg-child-value = REF
arg-adult = The calendar of an adult, by reference
arg-adult-value = REF
arg-empty = The calendar may be empty: what was taken in before is removed
arg-given = Say that it has been entered in the main record system
arg-mapping = Read the file as imports.toml says under that name
arg-mapping-value = NAME
arg-new_mapping = Begin such a reading of what can be understood; nothing is taken in
arg-new_mapping-value = NAME
arg-busy = Say only when somebody is busy, not with what
arg-person = The maps with this person in the middle, by reference
arg-person-value = REF
arg-on = The map of this day; else the latest, in tables all
arg-on-value = DAY
arg-names = What people are called: names, roles or initials; whoever is protected is never named
arg-names-value = WAY
arg-ego = Of a graph: who is in the middle, by reference, where the file does not say
arg-ego-value = REF
arg-drawn_on = Of a graph: the day it was drawn, where the file does not say
arg-drawn_on-value = DAY
arg-file = The file, with a header line; CSV in UTF-8 with commas or semicolons, or XLSX; a calendar is iCalendar (.ics), a network map GraphML as well; in a list semicolons stand between names, and a name that holds a semicolon or a comma in quotation marks; a person is written by given name or reference, and the reference counts where two could be meant
arg-file-value = FILE
arg-format = csv, xlsx, json, ics (a calendar, for visits only), svg (a picture) or graphml (a graph; both for network only); else by the file's name, else csv
arg-format-value = FORMAT
arg-pane = The pane's name
arg-pane-value = PANE
arg-size = Width and height in characters
arg-size-value = WxH
arg-frame = text or ansi
arg-frame-value = FORMAT
arg-veiled = Initials and case references instead of names
arg-shell = bash, elvish, fish, powershell or zsh
arg-shell-value = SHELL
arg-command = A command; else the whole program
arg-command-value = COMMAND

# Headings of the manual page.
man-NAME = NAME
man-SYNOPSIS = SYNOPSIS
man-DESCRIPTION = DESCRIPTION
man-VERSION = VERSION

# What is printed.
ask-user = Your name:
ask-passphrase = Passphrase of { $user }:
ask-new-passphrase = New passphrase for { $user }, at least { $least } characters:
ask-again = Once more:
said-init = The casebook is now in { $path }. { $user } is team leader.
said-added = The session is saved.
said-planned = The visit is saved.
said-numbers-followed = Nobody has chosen: the week numbers are followed until somebody does.
ask-line = Line:{" "}
said-would-add = This is how the line reads; nothing is saved.
said-breach = ! line { $line }: { $told }
said-imported = { $rows ->
    [one] { $what } is taken in.
   *[other] { $what } are taken in.
}
said-would-import = { $what } can be taken in; nothing is saved.
said-list-waits = { $rows ->
    [one] 1 row names
   *[other] { $rows } rows name
} what the lists before it bring; tried when those are in.
said-lists-left-out = Not read, for nothing says what they are: { $files }
said-same-number = Line { $line }: somebody in { $other } has the same number already.
said-line = Line { $line }: { $told }
said-exported = { $rows ->
    [one] { $rows } row is written to { $path }.
   *[other] { $rows } rows are written to { $path }.
}
said-exported-calendar = { $count ->
    [one] A calendar with { $count } visit or series is written to { $path }.
   *[other] A calendar with { $count } visits and series is written to { $path }.
}
said-exported-map = The network map is written to { $path }.
said-maps-left-out = { $count ->
    [one] { $count } map is left out, as agreed.
   *[other] { $count } maps are left out, as agreed.
}
said-maps-for-nobody = Nobody has said yet who may see them: they are shown only to you and the team leader.
said-taken-in = { $times ->
    [0] { $who } is never busy { $from } – { $to }.
    [one] { $times } time at which { $who } is busy { $from } – { $to } is taken in.
   *[other] { $times } times at which { $who } is busy { $from } – { $to } are taken in.
}
said-would-take-in = { $times ->
    [0] { $who } is never busy { $from } – { $to }.
    [one] { $times } time at which { $who } is busy { $from } – { $to } can be taken in; nothing is saved.
   *[other] { $times } times at which { $who } is busy { $from } – { $to } can be taken in; nothing is saved.
}
said-unread = { $title }, { $day }, is not included: { $why }.
said-unread-hint = { $count ->
    [one] Enter it by hand as an absence, if it matters.
   *[other] Enter them by hand as absences, if they matter.
}
unread-untitled = An event without a title
unread-no-day = unknown day
unread-time = its time cannot be read
unread-zone = the time zone { $zone } is unknown
unread-rule = when it repeats cannot be reckoned
unread-backwards = it ends before it begins
said-new-supporter = { $who } was not in the casebook before.
said-hits = { $count ->
    [0] No coming visit is hit.
    [one] { $count } coming visit is hit:
   *[other] { $count } coming visits are hit:
}
said-init-anew = A casebook that was never finished was there; it is made anew.
said-reading-kept = The disk cannot be written to: that you read this is not journalled.
said-demo-made = { $families ->
    [one] The demo with { $families } family is now in { $path }.
   *[other] The demo with { $families } families is now in { $path }.
}
said-demo-there = The demo is already in { $path }.
said-demo-see = See it: trygg --casebook { $path }
said-demo-progress = { $done } of { $families } families
said-progress = { $share } %, { $left } left
said-seconds = { $count } s
said-minutes = { $count } min

# How many records of a kind.
said-import-left-out = Columns that are left out: { $columns }
said-mapping = This is how the file is read; it stands in imports.toml under { $name }, and is changed there. Nothing is taken in.
said-mapping-days = Days are written in the order { $order }.
said-mapping-missing = Columns that are missing: { $columns }. Say which they are under columns, or what they always are under always.
said-import-tally = { $new } new, { $changed } changed, { $unchanged } unchanged.
said-import-change = line { $line } changes: { $columns }
said-visit-cancelled = { $at } (line { $line }): is called off.
said-visit-moved = { $at } (line { $line }): the calendar now says { $to }.
said-visit-placed = { $at } (line { $line }): gets its place.
said-held-settled = { $at } ({ $uid }): the visit has been held, cancelled or left out here, or something is written on it, and is not changed. Change it by hand if the calendar is right.
said-held-moved-here = { $at } ({ $uid }): the visit has been moved here since the calendar was read, and is not changed. Agree with the unit, and change it by hand.
said-held-older = { $at } ({ $uid }): a newer version has been read already; the visit is not changed. Is it the right file?
said-held-other-place = { $at } ({ $uid }): the place is another here than in the calendar, and is not changed. Change it by hand if the calendar is right.
said-held-other-child = { $at } ({ $uid }): the visit stands as another child's here, and is not changed. Remove it there, and read the file again.
said-held-beside = { $at } ({ $uid }): the child meets the same people at another time that day, and nothing new is planned. Move that visit, or enter this one by hand.
said-held-gone = { $at } ({ $uid }): the calendar does not have the visit any more, which stays. Ask the unit, and cancel it by hand if it is off.
said-without-place = { $count ->
    [one] One visit is without a place: the calendar's is not known. Write it under words.place in imports.toml, and read the file again.
   *[other] { $count } visits are without a place: the calendar's is not known. Write it under words.place in imports.toml, and read the file again.
}
said-import-more = and { $more } changed lines more
said-import-again = { $count ->
    [one] One row says the same as a row before it and was taken in by itself: line { $lines }.
   *[other] { $count } rows say the same as a row before them and were taken in by themselves: lines { $lines }.
}
said-new-staff = { $count ->
    [one] One name of staff is new: { $names }.
   *[other] { $count } names of staff are new: { $names }.
}
rows-network = { $rows ->
    [one] { $rows } network map
   *[other] { $rows } network maps
}

# The family's page.
page-people = People
page-placements = Placements
page-last = Last session
page-next = Next session
page-none = none
page-years = { $years } years
page-hidden = protected
page-arrangements = Visits
page-next-visits = Next visits
page-restrictions = Restrictions
page-ladder = Visit ladder

# Calendar files.
calendar-busy = Busy
calendar-visit = Visit { $between }
calendar-of = Visits: { $name }
calendar-of-all = Visits

# What the examination looks at.
check-directory = Only the owner can reach the files; files: { $count }
check-key_files = The key files are whole; users: { $count }
check-settings = The unit's own settings hold
check-disk = The casebook lies on a disk of this machine
check-room = There is room on the disk; left, in MiB: { $count }
check-clock = The clock goes on from where the log stopped
check-package = The program is { $package ->
    [none] { $version }, of no package
   *[other] { $version } of the package { $package }, built from { $commit }
}
check-cores = A crash leaves nothing of the memory in a file
check-swap = What is in memory comes to lie on no disk in the open
check-accounts = The program has an account of its own
check-format = The casebook's format: { $count }
check-encryption = Every page is encrypted and untouched; pages: { $count }
check-integrity = The database is whole; pages: { $count }
check-references = Nothing refers to what is missing; families: { $count }
check-journal = The journal is unbroken; rows: { $count }
check-head = The casebook reaches as far as it has reached; row { $count }
check-good = good
check-look = LOOK
check-bad = BAD

# How a check is mended where what was found says nothing of it by itself.
mend-directory = Put back from a backup what is missing.
mend-key_files = Take away from keys/ what is no user's; put back from a backup what is damaged or missing.
mend-settings = Correct the file, or take it away: then what ships with the program holds.
mend-disk = Ask whoever looks after the machine on what disk the casebook lies.
mend-room = Ask whoever looks after the machine how much room is left.
mend-package = Install the package again.
mend-format = Open the casebook once with this program; if that does not help, restore from a backup.
mend-encryption = Restore from a backup: pages have been changed or are broken.
mend-integrity = Restore from a backup: the database is broken.
mend-references = Restore from a backup: records refer to what is not there.
mend-journal = Restore from a backup, and find out who has changed the file: the journal has a gap.

problem-found = { $said }
problem-others-can-read = { $path } { $mode }: others than the owner can reach it.
    .hint = chmod { $right } on what is named.
problem-other-owner = { $path } belongs to account { $owner }; the program runs as { $own }.
    .hint = Examine the casebook as the account that owns it; if that is the right one already: chown what is named.
problem-casebook-link = { $path } is a link: what it leads to may lie where others can reach it, or be missing in a copy.
    .hint = Put the file itself there.
problem-way-open = { $path } can be changed by others: they could put another casebook there.
    .hint = Let only root, or the program's account, write to the directories above the casebook (chmod go-w), or put the casebook elsewhere.
problem-disk-of-network = { $path } lies on a disk of the network ({ $kind }). The unit has said that its locks hold and that one machine alone opens the casebook.
    .hint = A disk of the machine is safer and faster; copies for another machine are made by backup.
problem-disk-unknown = { $path } lies on a file system that a program makes ({ $kind }); whether its locks hold cannot be told.
    .hint = Put the casebook on a disk of the machine. If others have the same disk, saves may overwrite each other.
problem-disk-in-memory = { $path } lies in memory ({ $kind }) and is gone when the machine is started again.
    .hint = Put the casebook on a disk.
problem-little-room = { $left } MiB are left; a casebook of this size wants { $wanted } MiB, so that it can be copied.
    .hint = Make room on the disk; what cannot be saved there is kept as a draft or not at all.
problem-few-files = Only { $left } more files can be made on the disk.
    .hint = Take away files that nobody needs on that disk.
problem-clock-behind = The clock says { $now }, and the log's last row is of { $last }.
    .hint = Set the clock, and let it be set by the network (timedatectl set-ntp true): due days and the log go by it.
problem-clock-wrong = The clock says { $now }, which cannot be.
    .hint = Set the clock, and let it be set by the network (timedatectl set-ntp true): due days and the log go by it.
problem-core-files = A crash would write the memory, with names and keys, into a file ({ $pattern }).
    .hint = Forbid it for the program's account: "* hard core 0" in /etc/security/limits.conf, and Storage=none in /etc/systemd/coredump.conf.
problem-package-other-program = The program that runs is not the one in the package { $package } { $version }.
    .hint = Find out who has replaced it, and install the package again.
problem-package-unread = { $path } does not say of which package the program is.
    .hint = Install the package again.
problem-open-swap = { $path } is not encrypted: names and text from memory may be written there.
    .hint = Turn it off (swapoff, /etc/fstab), or encrypt it with a key of the moment (/etc/crypttab: swap, /dev/urandom).
problem-runs-as-root = The program runs as root.
    .hint = Give it an account of its own (docs/en/ssh.md): a fault in it is then not one of the whole machine.
problem-shared-account = The account has several names: { $names }. Each of them can read the casebook's files.
    .hint = Give the program an account that nobody else has.
problem-network-disk = { $path } lies on a disk of the network ({ $kind }): there the locks cannot be trusted by which two who save at once do not overwrite each other. The casebook was not opened.
    .hint = Put it on a disk of the machine. Only if one machine alone ever opens it, and whoever looks after the disk answers for its locks: write network_disk = "{ $promise }" into { $file } beside the database.
problem-place-file = { $file } says something else than the one thing that can stand there, and is not used.
    .hint = network_disk = "{ $promise }", or no file.

# The calendar.
parity-odd = odd
parity-even = even

# Mistakes in a row of a file.
import-mistake = line { $line }, column { $column }, “{ $value }”: { $reason }
import-more = { $more ->
    [one] and { $more } more mistake
   *[other] and { $more } more mistakes
}
file-fault-missing = must be filled in
file-fault-not-a-day = is no day; write it as 2026-11-19
file-fault-no-year = has no year
file-fault-not-yet = has not been yet
file-fault-too-long = is too long: at most { $most } signs
file-fault-too-long-ago = is too long ago
file-fault-too-far = is more than thirty years ahead
file-fault-before-birth = is before the child was born
file-fault-formula-error = is an error that the spreadsheet shows, not a value
file-fault-too-soon = has not been yet; write the outcome as planned
file-fault-not-a-time = is no clock time; write it as 14:30
file-fault-not-a-length = is no number of minutes from 1 to 1440
file-fault-not-in-list = is not in the list: { $candidates }
file-fault-not-in-open-list = is not in the list: { $candidates }
file-fault-ambiguous = could be { $candidates }
file-fault-no-such-family = is no family of the casebook
file-fault-no-such-visit = is no visit that the child has then
file-fault-of-the-series = holds for the whole series and can only be changed in the program
file-fault-differs = is there already and says otherwise; change that series in the program
file-fault-no-such-record = is no such record of the family
file-fault-no-such-person = is nobody in the family
file-fault-not-one-of-all = is nobody in the casebook
file-fault-not-a-child = is no child of the family
file-fault-not-an-identity = is no valid identity or coordination number of twelve digits, and no reserve number
file-fault-only-with-number = stands without a number
file-fault-other-system = does not go with the number, which is a { $candidates }
file-fault-not-a-goal = is no goal; write it as 2, 2=+1 or 2=done
file-fault-not-a-level = is no attainment; write -2, -1, 0, 1 or 2
file-fault-no-such-goal = is no goal of the family
file-fault-of-somebody-else = is the goal of somebody else than the person in the row
file-fault-is-a-child = is a child; crisis support is for a parent
file-fault-before = comes before { $earlier }
file-fault-on-another-side = does not agree with cancelled_by
file-fault-only-when-cancelled = only goes with the outcome cancelled
file-fault-only-when-answered = only goes with support_asked, follow_up_opened and referral_sent
file-fault-only-when-ended = only goes with ended_on
file-fault-only-with-school-change = does not go with school_change no
file-fault-not-a-code = is no code; small letters a–z, digits and _
file-fault-taken = is already taken, in the file or in the casebook
file-fault-masked = was kept back when the file was made; write what it is, or leave the cell empty
file-fault-double = the row says the same as another row or a record of the casebook
file-fault-is-the-ego = is the one the map is drawn with, who is not on their own map
file-fault-not-on-map = is not among the others on the same map: { $candidates }
file-fault-not-a-number = is no whole number from { $least } to { $most }
file-fault-not-a-count = is neither a whole number from { $least } to { $most } nor not_measured
file-fault-other-year = lies in another year than { $other }
file-fault-not-a-pattern = is no pattern; write for example even sat or alternate sat
file-fault-not-a-step = is no step of the visit ladder; there are { $candidates }
file-fault-only-one = only one can stand here
file-fault-is-the-child = the child cannot meet itself
file-fault-not-of-the-visit = only the child and those who were to come can stand here
file-fault-only-with-week-numbers = only goes with even or odd weeks
file-fault-only-in-series = only goes with days that come again
file-fault-not-both = write this or { $other }, not both
file-fault-no-days = comes before the first day
file-fault-ends-at-once = the end must come after the beginning
file-fault-only-within-week = a whole series is moved within the week only
file-fault-restricted = { $child } – { $with }: { $breach ->
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
    }; the column despite says why it takes place all the same
arg-for_one = A file for one person of the family, by reference: only what concerns the person, only codes, days, times and numbers, and of free text only notes that were ticked (t while reading the session). What a note gives away no program can know
arg-for_one-value = REFERENCE
problem-no-such-person-here = Nobody has the reference “{ $value }”.
problem-for-another-family = The person does not belong to that family.
problem-not-for-one = This kind cannot be made for one person (--for).

file-fault-no-such-group = is no group of the team
file-fault-no-such-meeting = is no meeting of the group
file-fault-not-a-wish = are no themes that are wished for; write them as screen time=3;money=1
file-fault-not-a-mean = is no mean; write it as 4.1
file-fault-event-time = has no time that can be read; mend it in the calendar, or write the text under left_out in imports.toml
file-fault-event-zone = is in a time zone that nobody knows; mend it in the calendar, or write the text under left_out in imports.toml
file-fault-event-rule = is repeated in a way that cannot be read; mend it in the calendar, or write the text under left_out in imports.toml
file-fault-event-backwards = ends before it begins; mend it in the calendar, or write the text under left_out in imports.toml
file-fault-event-without-uid = has no UID by which it could be known next time; ask for a file with UIDs
file-fault-event-nobody = names no child in the casebook; write the text under events in imports.toml with a child_ref, or under left_out
file-fault-several-meant = could be { $candidates }; write the text under events in imports.toml with a child_ref, or under left_out
file-fault-only-who-is-there = without a person it can only be yes
