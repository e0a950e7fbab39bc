# Purging.
purge-propose = proposed for purging: may be purged since { $due }, is to be by { $by }
purge-wait-until = waits until { $day }
purge-wait = waits
purge-keep = kept
purge-holds-yes = yes
purge-holds-no = no
purge-holds-unknown = unknown
purge-ground-closed = closed
purge-ground-after_last_note = the time after the last note has run out, may be purged from
purge-ground-thirty_years_after_birth = thirty years have passed since the youngest child was born, from
purge-ground-child_placed = a child was placed
purge-ground-research_whole = the municipality keeps all files
purge-ground-research_sample = somebody was born on the 5th, 15th or 25th
purge-proposed = { $families ->
    [0] Nothing is proposed for purging.
    [one] 1 file is proposed for purging. Ask for it with: trygg purge
   *[other] { $families } files are proposed for purging. Ask for it with: trygg purge
}
purge-asked = { $families ->
    [one] Purge { $number } of 1 file has been asked for.
   *[other] Purge { $number } of { $families } files has been asked for.
} Somebody else confirms it: trygg purge --confirm { $number }
purge-withdrawn = Purge { $number } has been taken back; nothing is purged.
purge-done = { $families ->
    [one] Purge { $number }: 1 file has been purged.
   *[other] Purge { $number }: { $families } files have been purged.
}
purge-rows = { $rows ->
    [one] 1 row of the journal stays, without what it said.
   *[other] { $rows } rows of the journal stay, without what they said.
}
purge-copies = { $copies ->
    [0] No older backup is known.
    [one] 1 older backup holds the files until it is removed:
   *[other] { $copies } older backups hold the files until they are removed:
}
purge-copy-until = { $day } at the latest, if new ones are made at the same place
purge-copy-next = until the next one is made
purge-request-waits = { $number }  { $families ->
    [one] 1 file
   *[other] { $families } files
}, asked for by { $user } { $day }, waits for somebody else to confirm it
purge-request-done = { $number }  { $families ->
    [one] 1 file
   *[other] { $families } files
}, asked for by { $user } { $day }, confirmed and purged by { $by } { $at }
purge-request-withdrawn = { $number }  { $families ->
    [one] 1 file
   *[other] { $families } files
}, asked for by { $user } { $day }, taken back by { $by } { $at }
purge-no-requests = No purge has been asked for.
matter-purge = { $families ->
    [one] Purge { $number } of 1 file, asked for by { $user }
   *[other] Purge { $number } of { $families } files, asked for by { $user }
}
matter-purge-do = See what is purged and why with trygg purge --dry-run. Confirm it, as somebody else than who asked, with trygg purge --confirm { $number }, or take it back with trygg purge --withdraw { $number }.
cmd-purge = Purging: what the rules propose and why; ask for it and, as somebody else, confirm it
cmd-purge-usage = trygg purge [--dry-run|--count] [--family FAMILY] [--requests] [--confirm NO] [--withdraw NO] [--json]
arg-confirm = Confirms a purge that somebody else has asked for, and purges
arg-confirm-value = NO
arg-withdraw = Takes back a purge that was asked for
arg-withdraw-value = NO
arg-requests = Lists purges that were asked for, with protocols in JSON
problem-purge-rules = The rules for purging cannot be read: { $why }.
    .hint = Mend purge.toml in the casebook's directory; the form is told in assets/purge.toml.
problem-nothing-to-purge = No file is proposed for purging.
problem-purge-not-proposed = The file { $family } is not proposed for purging, so nothing is purged.
    .hint = See why with trygg purge --dry-run --family { $family }.
problem-purge-needs-another = Whoever asked for a purge cannot confirm it.
    .hint = Ask a colleague who may confirm.
problem-purge-changed = One of the files is not proposed for purging any more, so nothing is purged.
    .hint = Take the purge back with trygg purge --withdraw; whoever asked for it can ask for a new one.
problem-purge-ended = The purge is already confirmed or taken back.
problem-purge-in-log = The files are purged, but the database's log could not be emptied, for somebody was reading all the time.
    .hint = It is emptied when everybody has closed the program.

# An extract for one person.
cmd-extract = All that the casebook holds of a person, for that person (subject access)
cmd-extract-usage = trygg extract PERSON [--out FILE] [--json]
arg-of_person = The person's reference
arg-of_person-value = PERSON
extract-title = Extract for { $person }, { $day }
extract-what = What the casebook holds of the person in coded fields, and notes that somebody has read and ticked. What stands as * is not given out like this: a person tries free text against secrecy before it is.
extract-nothing = The casebook holds nothing of the person.
extract-journal = Who has read the file is an extract of its own: trygg access log --for.

# Correction with a trace.
cmd-correct = Corrects a record with a reason; what stood there stays in the journal. With --changes: what has changed
cmd-correct-usage = trygg correct KIND NUMBER FIELD=VALUE ... --reason TEXT [--asked-by WHO] [--changes] [--json]
arg-corrected_kind = What is corrected: { $kinds }
arg-corrected_kind-value = KIND
arg-number = The record's number, as list --json writes it (id)
arg-number-value = NUMBER
arg-anew = What is to stand there, as in files: outcome=cancelled
arg-anew-value = FIELD=VALUE
arg-reason = Why it is corrected
arg-reason-value = TEXT
arg-asked_by = Who asked for it
arg-asked_by-value = WHO
arg-changes = Shows who has changed the record, when and why
said-corrected = Record { $number } is corrected; what stood there stays in the journal.
changed-add = wrote it
changed-change = changed it
changed-remove = removed it
changed-because = Correction: { $reason }
changed-because-asked = Correction: { $reason } (asked for by { $asked_by })
problem-column-and-value = Write field=value, not { $value }.
problem-no-such-column = There is no field { $column }.
    .hint = Fields are called as in exports of the kind.
problem-not-corrected-so = { $kind } are corrected in the interface, not like this.
problem-cannot-be-corrected = It cannot be corrected like that: { $why }
problem-corrected-meanwhile = Somebody else has changed the record meanwhile.
    .hint = See what stands there now and try again.
problem-correction-without-reason = A correction needs a reason.
    .hint = Add --reason "why".
