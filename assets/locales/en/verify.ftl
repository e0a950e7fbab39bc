# The proof that the casebook is what those who signed have written: trygg verify.

noun-user = the user
noun-team = the team
noun-conflict = the conflict of interest
noun-glass = the opening in an emergency

proof-good = good
proof-bad = BAD
proof-note = note
proof-encryption = Every page is encrypted and untouched; pages: { $count }
proof-integrity = The database is whole; pages: { $count }
proof-references = Nothing refers to what is missing
proof-journal = The journal has no gap; rows: { $count }
proof-chain = Every row of the journal is the one that was written, after the one that stood before; rows: { $count }
proof-signatures = Whoever wrote has signed; signatures: { $count }
proof-roles = Roles and keys were given by somebody who might give them; rows: { $count }
proof-head = The casebook reaches as far as it has reached; row { $count }
proof-records = Every record is as the journal says; records: { $count }
proof-users = Users and teams are as the journal says: { $count }
proof-derived = What is worked out is worked out right; records: { $count }
proof-purges = Every purge was asked for by one and confirmed by another: { $count }
proof-slots = The key files are the users' own: { $count }
proof-card = casebook.toml says what the journal's first row does
proof-tables = Every table is known: { $count }

found-more = and { $count } more
found-sqlite = { $said }
found-reference = table { $table }, row { $row }
found-gap = rows are missing: { $from } to { $until }
found-row-removed = row { $row } has been removed
found-unlinked = row { $row } of { $at } stands outside the chain: somebody has put it there ({ $noun } { $record })
found-content = row { $row } of { $at } says something else than what was written ({ $noun } { $record })
found-link = the chain is broken at row { $row } of { $at }: the row, or one before it, was altered or removed
found-purge-altered = purge { $number } is not as the journal says
found-purge-alone = purge { $number } is confirmed by whoever asked for it
found-purge = row { $row } did not purge what counts as purged
found-purged = rows that were purged: { $count }
found-base = what row { $row } vouched for is no longer what it was
found-base-of-nobody = nobody has vouched for what { $noun } { $record } begins with (row { $row })
found-unsigned = rows from before there were signatures: { $count }; signed together { $at }
found-signed-unsigned = row { $row } of { $at } is from before there were signatures and bears one
found-vouches = row { $row } of { $at } vouches for something that it cannot vouch for
found-not-signed = rows { $from } to { $until } are written as { $user } and not signed
found-signature = rows { $from } to { $until } are written as { $user } but not signed by { $user }
found-barred = rows { $from } to { $until } are written by { $user }, who was barred
found-role = row { $row } of { $at } changes { $noun } { $record }, which { $user } was not allowed to
found-role-follows-not = row { $row } of { $at } by { $user } changes { $noun } { $record } from something that never stood there
found-unreadable = { $noun } { $record } cannot be read: it holds something that the program never writes
found-alone = row { $row } of { $at }: { $user } gave user { $record } other keys alone
found-put-in = { $noun } { $record }{ $family } is there, and nobody has written it
found-not-purged = { $noun } { $record }{ $family } is purged, says the journal, and is there
found-removed = { $noun } { $record }{ $family } is gone; the journal knows nothing of that after row { $row } of { $at }
found-brought-back = { $noun } { $record }{ $family } was removed by row { $row } of { $at }, and is there
found-turned-back = { $noun } { $record }{ $family } has been put back to how it stood after row { $to_row } of { $to_at }; what was written last is row { $row } of { $at }
found-altered = { $noun } { $record }{ $family } has been altered outside the journal after row { $row } of { $at }: { $fields }
found-altered-between = { $noun } { $record }{ $family } was altered outside the journal between row { $from_row } of { $from_at } and row { $row } of { $at }: { $fields }
found-user-altered = { $noun } { $record } ({ $name }) is not as in row { $row } of { $at }: { $fields }
found-derived = { $table }, { $record }
found-head-ahead = the casebook is older than it has been: row { $row } was written { $at } { $copy }
found-head-other = row { $row } of { $at } is not the one that the casebook's head knows: another casebook, or one that was rewritten { $copy }
found-head-missing = the file head is missing { $copy }
found-head-unreadable = the file head cannot be read { $copy }
found-copy-missing = the copy of the head is missing: { $copy }
found-copy-unreadable = the copy of the head cannot be reached or read: { $copy }
found-head-accepted = row { $row }: { $user } went on { $at } with a casebook that was not the one the head knew
found-slot-open = { $file } holds the key in the open
found-slot-damaged = { $file } is no whole key file
found-slot-foreign = { $file } is not the user's own: its keys are not those that the casebook knows
found-slot-of-nobody = { $file } belongs to no user
found-slot-old = { $user } has not opened the casebook since it has signatures
found-card = casebook.toml says something else of whose data the casebook holds
found-table-unknown = the table { $table } does not belong to the casebook
found-not-covered = { $what ->
    [drafts] not signed: drafts: text that nobody has saved
    [looked] not signed: how far everybody has seen what colleagues did
    [research] not signed: the secret that pseudonyms of research extracts are worked out with; another value gives other pseudonyms
    [registering] not signed: what crisis supporters are registering, which is open to them for twelve hours
    [statistics] not signed: the database's own statistics
    [versions] not signed: the records' version numbers, which only decide who saved first
    [meetings] not signed: where a meeting is just now and what it passed over
    [places] not signed: the numbers of places in lists; their order is
    [keys] not signed: how far the numbers of records and of people on maps have gone
   *[other] { $what }
}
