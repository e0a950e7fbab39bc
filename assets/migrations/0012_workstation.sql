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
