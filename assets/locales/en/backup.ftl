# Backups, and the standby on a second host.

cmd-backup = Makes a backup while others work, proves it, and takes away older ones
cmd-backup-usage = trygg backup DIR [--json]
cmd-restore = Makes a casebook of a backup, where --casebook says; never overwrites anything
cmd-restore-usage = trygg restore COPY --casebook DIR [--json]
cmd-standby = Keeps a standby on a second host, and makes it the casebook when the first is gone
cmd-standby-usage =
    trygg standby PLACE [--json]
    {"  "}trygg standby PLACE --promote [--json]
    {"  "}trygg standby PLACE --end [--json]

arg-backup_place = A directory that holds several copies, each in a directory of its own that is named by the time in UTC. How many are kept stands in backup.toml in the casebook's directory
arg-backup_place-value = DIR
arg-copy = A copy, or the directory with several: then the newest
arg-copy-value = COPY
arg-standby_place = A directory, or HOST:DIR that is reached with rsync over ssh
arg-standby_place-value = PLACE
arg-promote = On the second host: makes the newest whole standby the casebook; the journal then says so
arg-end_standby = The place gets no standby any more; what lies there stays

said-backup = The backup is made and proven: { $path }, up to row { $row } of the journal.
said-backup-kept = { $removed ->
    [0] There are { $kept } at the place now, the oldest of { $oldest }.
   *[other] There are { $kept } at the place now, the oldest of { $oldest }; { $removed } older went.
}
said-backup-keeping = The last of { $daily } days, { $weekly } weeks and { $monthly } months is kept; this one is gone by { $goes_by }.
said-restore = The casebook is restored in { $path } from the copy of { $at }, up to row { $row } of the journal.
said-restore-lost = What was written in the { $age } since the copy was made is not here.
said-standby = The standby is made and proven: { $place }, up to row { $row } of the journal. Others waited { $held } ms. What is written until the next run is lost if this host is.
said-standby-promoted = The standby of { $at } is the casebook now: { $path }, up to row { $row } of the journal. Open it with --casebook { $path }.
said-standby-ended = { $place } gets no standby any more. Remove what lies there.

long-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
long-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
long-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}

check-backups = Backups that are whole: { $count }
check-standbys = Places with a standby: { $count }
mend-backups = Run trygg backup and see what it says.
mend-standbys = Run trygg standby and see what it says.
problem-backup-never = The casebook has no backup.
    .hint = Run trygg backup DIR, on another disk if you can, and have it made each night.
problem-backup-late = The last whole backup is of { $at }, in { $place }.
    .hint = Run trygg backup, or see why it was not made by itself. When it is too old stands in backup.toml.
problem-backup-failed = The backup did not come about; the last whole one is of { $at }, in { $place }.
    .hint = Is the disk full, or not connected? Run trygg backup and see what it says.
problem-backup-failed-first = The backup did not come about, and there is no whole copy.
    .hint = Is the disk full, or not connected? Run trygg backup and see what it says.
problem-standby-late = The standby in { $place } is of { $at }.
    .hint = Run trygg standby and see what it says, or say with --end that the place is not used.
problem-standby-never = The standby in { $place } has never come about.
    .hint = Run trygg standby and see what it says, or say with --end that the place is not used.

matter-backup-never = The casebook has no backup
matter-backup-never-do = trygg backup DIR makes one. Whoever looks after the machine can have it made by itself each night.
matter-backup-late = The last backup is too old
matter-backup-late-do = The one in { $place } is the last whole one. Run trygg backup, or see why it was not made by itself.
matter-backup-failed = The backup did not come about
matter-backup-failed-do = Is the disk full, or not connected? Run trygg backup and see what it says; trygg doctor tells which copy is the last whole one.
matter-standby-late = The standby on the second host has stopped
matter-standby-late-do = The standby in { $place } is not brought up any more. Run trygg standby and see what it says, or say with --end that the place is not used.

problem-backup-rules = The file { $file } with rules for backups cannot be read; it is not used.
    .hint = It may set daily, weekly, monthly, late_after_hours and standby_late_after_minutes, whole numbers.
problem-backup-rules-number = { $name } in { $file } must be between { $least } and { $most }; the file is not used.
problem-copy-place-link = { $path } is a link to { $to }.
    .hint = Name the directory itself: else whoever can turn the link decides where copies go.
problem-copy-in-casebook = Copies cannot lie in the casebook's own directory, but for its directory backups: { $path }
    .hint = Choose a directory on another disk.
problem-copy-place-open = Others can write in { $path }, or own the directory.
    .hint = Run: chmod 700 { $path }, or choose a directory of your own.
problem-copy-same-disk = { $path } is on the same disk as the casebook: a disk that fails takes both.
problem-copy-open-disk = The disk of { $path } cannot keep files to their owner: whoever reaches it can read the encrypted files.
problem-copy-not-journalled = The casebook's own disk cannot be written to: the copy is made but does not stand in the journal.
problem-copy-disk-full = The disk of { $path } is full; no copy was made, and those that were there are there.
    .hint = Make room there, or keep fewer in backup.toml.
problem-copy-disk-failed = The copy could not be written to { $path }; those that were there are there.
problem-copy-not-whole = The copy in { $path } is not whole: { $what ->
    [open] the database cannot be opened
    [pages] the pages of the database do not fit together
    [empty] the database is empty
    [references] something refers to what is missing
    [journal] the journal has gaps
    [rows] the journal ends before what the copy says of itself
   *[bytes] what arrived is not what was sent
}.
    .hint = Do not use it; take another copy.
problem-copy-chain = The chain of the journal does not hold: somebody has altered something in the casebook. The copy is made all the same.
    .hint = Run trygg verify on the casebook, and keep older copies until that is cleared up.
found-restored = row { $row }: { $user } made the casebook { $at } out of a copy; what was written after it is not there
noun-backup = backup
problem-read-copies = The copies in { $path } could not be read.
problem-read-part = { $path } could not be read, or is no plain file.
problem-remove-copy = The old copy { $path } could not be removed.
problem-no-copy = There is no whole copy in { $path }.
problem-no-standby = There is no whole standby in { $path }.
problem-casebook-is-copy = { $kind ->
    [standby] { $path } is a standby and is not opened until it is promoted.
   *[other] { $path } is a backup and is not opened where it lies.
}
    .hint = Run trygg restore, or for a standby on the second host: trygg standby PLACE --promote
problem-standby-promoted = The standby { $path } has been promoted.
    .hint = This host's casebook is no longer the one that counts. Let nobody write in it.
problem-standby-running = A standby is being made already.
problem-standby-place = { $path } is no place for a standby.
    .hint = Write a directory, or HOST:/DIR of letters a to z, digits, full stops, hyphens and underscores.
problem-standby-unknown = { $path } is no place that gets a standby.
problem-program-missing = The program { $program } is not there.
    .hint = Install it; a standby on another host needs rsync and ssh.
problem-program-failed = The program { $program } failed.
    .hint = --verbose says why.
