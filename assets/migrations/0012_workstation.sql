-- The shared workstation: teams, users who can be barred and who sign what they write. A CHECK is changed by making the
-- table anew; what refers to it refers to it again once it has its name back.

-- Teams. Families and users belong to one; the first is the unit's own until somebody gives it a name.
CREATE TABLE team (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    identity TEXT NOT NULL UNIQUE
) STRICT;

INSERT INTO team (id, name, identity) VALUES (1, '', '');

-- Users. `hours_*` is the window of whoever is on call, and may pass midnight; `signing` and `sealing` are the public
-- halves of what the user's key file holds, none until the user has unlocked the casebook with this format.
CREATE TABLE user_anew (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    identity TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('support_person', 'visit_supporter', 'crisis_supporter', 'team_leader',
                                       'statistician', 'administrator', 'on_call')),
    staff INTEGER NOT NULL UNIQUE REFERENCES staff ON DELETE RESTRICT,
    team INTEGER NOT NULL DEFAULT 1 REFERENCES team ON DELETE RESTRICT,
    disabled_at TEXT,
    hours_from TEXT CHECK (hours_from GLOB '[0-9][0-9]:[0-9][0-9]'),
    hours_until TEXT CHECK (hours_until GLOB '[0-9][0-9]:[0-9][0-9]'),
    signing BLOB CHECK (length(signing) = 32),
    sealing BLOB CHECK (length(sealing) = 32),
    CHECK ((hours_from IS NULL) = (hours_until IS NULL)),
    CHECK ((signing IS NULL) = (sealing IS NULL))
) STRICT;

INSERT INTO user_anew (id, name, identity, role, staff) SELECT id, name, identity, role, staff FROM user;

DROP TABLE user;
ALTER TABLE user_anew RENAME TO user;

-- Families belong to a team, and a case reference is one family's within it: what another team calls its cases is told
-- to nobody by a refusal.
CREATE TABLE family_anew (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    team INTEGER NOT NULL DEFAULT 1 REFERENCES team ON DELETE RESTRICT,
    case_ref TEXT NOT NULL CHECK (case_ref <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    sort_key BLOB NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('enquiry', 'active', 'paused', 'closed')),
    started_on TEXT NOT NULL CHECK (started_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    district TEXT,
    planned_end_on TEXT CHECK (planned_end_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    phase TEXT,
    legal_form TEXT CHECK (legal_form IN ('open_service', 'advice_and_support', 'service_decision')),
    UNIQUE (team, case_ref)
) STRICT;

INSERT INTO family_anew (id, version, case_ref, name, sort_key, status, started_on, district, planned_end_on, closed_on,
                         phase, legal_form)
SELECT id, version, case_ref, name, sort_key, status, started_on, district, planned_end_on, closed_on, phase, legal_form
FROM family;

-- No number of a family that was removed is ever given again.
DELETE FROM sqlite_sequence WHERE name = 'family_anew';
INSERT INTO sqlite_sequence (name, seq) SELECT 'family_anew', seq FROM sqlite_sequence WHERE name = 'family';

DROP TABLE family;
ALTER TABLE family_anew RENAME TO family;

CREATE INDEX family_by_name ON family (sort_key, id, status);
CREATE INDEX family_open_by_name ON family (sort_key, id, status) WHERE status <> 'closed';

CREATE TRIGGER family_tally_add AFTER INSERT ON family
BEGIN
    UPDATE family_tally SET families = families + 1 WHERE status = new.status;
END;

CREATE TRIGGER family_tally_move AFTER UPDATE OF status ON family
BEGIN
    UPDATE family_tally SET families = families - 1 WHERE status = old.status;
    UPDATE family_tally SET families = families + 1 WHERE status = new.status;
END;

CREATE TRIGGER family_tally_remove AFTER DELETE ON family
BEGIN
    UPDATE family_tally SET families = families - 1 WHERE status = old.status;
END;

-- Signed (store/chain). Each row of the journal has a link of a chain: `content` hashes what the row says of a record,
-- with a salt, `link` hashes the link before, the row's own words and `content`; the last row of every write bears the
-- signature of whoever wrote it. A section that makes the journal anew stands before this one: what is made here of the
-- journal (an index, a trigger) would go with the old table.
CREATE TABLE chain (
    row INTEGER PRIMARY KEY REFERENCES journal ON DELETE RESTRICT,
    salt BLOB CHECK (length(salt) = 16),
    content BLOB NOT NULL CHECK (length(content) = 32),
    link BLOB NOT NULL CHECK (length(link) = 32),
    signature BLOB CHECK (length(signature) = 64)
) STRICT;

-- Records that were there before anything was signed, or that were invented for a demo, as they were then: a salted
-- hash each, vouched for by a row of the journal.
CREATE TABLE base (
    noun TEXT NOT NULL,
    record INTEGER NOT NULL,
    row INTEGER NOT NULL,
    salt BLOB CHECK (length(salt) = 16),
    content BLOB NOT NULL CHECK (length(content) = 32),
    PRIMARY KEY (noun, record)
) STRICT, WITHOUT ROWID;

-- What was purged, and by which row: rows that may lose what they say and their salt, and records that are gone.
CREATE TABLE purged_row (
    row INTEGER PRIMARY KEY REFERENCES journal ON DELETE RESTRICT,
    by_row INTEGER NOT NULL REFERENCES journal ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE purged_record (
    noun TEXT NOT NULL,
    record INTEGER NOT NULL,
    by_row INTEGER NOT NULL REFERENCES journal ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (noun, record)
) STRICT, WITHOUT ROWID;

-- All that was done to a record, oldest first.
CREATE INDEX journal_by_record ON journal (noun, record) WHERE act IN ('add', 'change', 'remove');

DROP TRIGGER journal_is_never_rewritten;
CREATE TRIGGER journal_is_never_rewritten BEFORE UPDATE ON journal
WHEN NEW.before IS NOT NULL OR NEW.after IS NOT NULL
     OR NOT EXISTS (SELECT 1 FROM purged_row WHERE row = OLD.id)
     OR (NEW.id, NEW.change, NEW.at, NEW.user, NEW.act, NEW.cause, NEW.noun, NEW.record, NEW.family)
        IS NOT (OLD.id, OLD.change, OLD.at, OLD.user, OLD.act, OLD.cause, OLD.noun, OLD.record, OLD.family)
BEGIN
    SELECT RAISE(ABORT, 'the journal is never rewritten');
END;

CREATE TRIGGER chain_is_never_rewritten BEFORE UPDATE ON chain
WHEN NEW.salt IS NOT NULL
     OR NOT EXISTS (SELECT 1 FROM purged_row WHERE row = OLD.row)
     OR (NEW.row, NEW.content, NEW.link, NEW.signature) IS NOT (OLD.row, OLD.content, OLD.link, OLD.signature)
BEGIN
    SELECT RAISE(ABORT, 'the chain is never rewritten');
END;

CREATE TRIGGER chain_is_never_replaced BEFORE INSERT ON chain WHEN EXISTS (SELECT 1 FROM chain WHERE row = NEW.row)
BEGIN
    SELECT RAISE(ABORT, 'the chain is never rewritten');
END;

CREATE TRIGGER chain_is_never_shortened BEFORE DELETE ON chain
BEGIN
    SELECT RAISE(ABORT, 'the chain is never shortened');
END;

CREATE TRIGGER base_is_never_rewritten BEFORE UPDATE ON base
WHEN NEW.salt IS NOT NULL
     OR NOT EXISTS (SELECT 1 FROM purged_record WHERE noun = OLD.noun AND record = OLD.record)
     OR (NEW.noun, NEW.record, NEW.row, NEW.content) IS NOT (OLD.noun, OLD.record, OLD.row, OLD.content)
BEGIN
    SELECT RAISE(ABORT, 'the base is never rewritten');
END;

CREATE TRIGGER base_is_never_replaced BEFORE INSERT ON base
WHEN EXISTS (SELECT 1 FROM base WHERE noun = NEW.noun AND record = NEW.record)
BEGIN
    SELECT RAISE(ABORT, 'the base is never rewritten');
END;

CREATE TRIGGER base_is_never_shortened BEFORE DELETE ON base
BEGIN
    SELECT RAISE(ABORT, 'the base is never shortened');
END;

-- The recovery code (store/users/recovery.rs): the public halves of the keys that it opens, none until one is made.
CREATE TABLE recovery (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    signing BLOB NOT NULL CHECK (length(signing) = 32),
    sealing BLOB NOT NULL CHECK (length(sealing) = 32)
) STRICT;

-- Copies of the casebook ------------------------------------------------------------------------------------------

-- Backups, a row each, and standbys of second hosts, a row a place. A purge must know where what it took away still
-- stands, and who looks after the casebook how the last copy went. Begun, and neither proven nor failed, is one that
-- is being made or was broken off. `upto` is the last row of the journal that it holds.
CREATE TABLE backup (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('backup', 'standby')),
    place TEXT NOT NULL CHECK (place <> ''),
    name TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    upto INTEGER,
    proven_at TEXT,
    failed_at TEXT,
    removed_at TEXT,
    CHECK ((upto IS NULL) = (proven_at IS NULL)),
    CHECK (proven_at IS NULL OR failed_at IS NULL)
) STRICT;

CREATE INDEX backup_there ON backup (kind, id) WHERE removed_at IS NULL;
-- Purging. What somebody asked to be purged, who confirmed it or took it back, and the protocol, which names nobody.
CREATE TABLE purge (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    asked_by INTEGER NOT NULL REFERENCES user ON DELETE RESTRICT,
    asked_at TEXT NOT NULL,
    ended_by INTEGER REFERENCES user ON DELETE RESTRICT,
    ended_at TEXT,
    protocol TEXT CHECK (json_valid(protocol)),
    CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
    CHECK (protocol IS NULL OR ended_by <> asked_by)
) STRICT;

-- Numbers of families, which name nobody once the families are gone.
CREATE TABLE purge_family (
    purge INTEGER NOT NULL REFERENCES purge ON DELETE RESTRICT,
    family INTEGER NOT NULL,
    PRIMARY KEY (purge, family)
) STRICT, WITHOUT ROWID;
