-- Who reaches whom: by team, but for conflicts of interest, emergencies and families that are being registered.

-- Families by team, as lists ask for them.
CREATE INDEX family_by_team ON family (team, sort_key, id, status);
CREATE INDEX family_open_by_team ON family (team, sort_key, id, status) WHERE status <> 'closed';

-- A person's reference is one person's within the team; the program sees to it.
CREATE TABLE member_anew (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    ref TEXT NOT NULL CHECK (ref <> ''),
    ref_identity TEXT NOT NULL,
    given_name TEXT NOT NULL CHECK (given_name <> ''),
    role TEXT NOT NULL CHECK (role IN ('mother', 'father', 'step_parent', 'guardian', 'child', 'grandparent',
                                       'relative', 'family_home_parent', 'trustee', 'appointed_guardian', 'other')),
    family_name TEXT,
    personal_id TEXT CHECK (length(personal_id) BETWEEN 1 AND 40),
    id_system TEXT CHECK (id_system IN ('personal_number', 'coordination_number', 'reserve_number', 'other')),
    birth_on TEXT CHECK (birth_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    lives TEXT CHECK (lives IN ('at_home', 'placed', 'own_household', 'elsewhere')),
    guardian TEXT CHECK (guardian IN ('yes', 'no')),
    protection TEXT NOT NULL CHECK (protection IN ('none', 'confidentiality_flag', 'protected_registration',
                                                   'assumed_identity')),
    phone TEXT,
    language TEXT,
    interpreter TEXT CHECK (interpreter IN ('yes', 'no')),
    protected_against TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(protected_against)),
    CHECK ((id_system IS NULL) = (personal_id IS NULL))
) STRICT;

INSERT INTO member_anew (id, version, family, ref, ref_identity, given_name, role, family_name, personal_id, id_system,
                         birth_on, lives, guardian, protection, phone, language, interpreter, protected_against)
SELECT id, version, family, ref, ref_identity, given_name, role, family_name, personal_id, id_system, birth_on, lives,
       guardian, protection, phone, language, interpreter, protected_against
FROM member;

DELETE FROM sqlite_sequence WHERE name = 'member_anew';
INSERT INTO sqlite_sequence (name, seq) SELECT 'member_anew', seq FROM sqlite_sequence WHERE name = 'member';

DROP TABLE member;
ALTER TABLE member_anew RENAME TO member;

CREATE INDEX member_by_family ON member (family, id);
CREATE INDEX member_protected ON member (family, id) WHERE protection <> 'none';
CREATE INDEX member_by_ref ON member (ref_identity);
CREATE INDEX member_by_number ON member (personal_id, id_system, family) WHERE personal_id IS NOT NULL;

-- How many families of each team stand where.
DROP TRIGGER family_tally_add;
DROP TRIGGER family_tally_move;
DROP TRIGGER family_tally_remove;
DROP TABLE family_tally;
CREATE TABLE family_tally (
    team INTEGER NOT NULL REFERENCES team ON DELETE RESTRICT,
    status TEXT NOT NULL,
    families INTEGER NOT NULL,
    PRIMARY KEY (team, status)
) STRICT, WITHOUT ROWID;

INSERT INTO family_tally (team, status, families) SELECT team, status, count(*) FROM family GROUP BY team, status;

CREATE TRIGGER family_tally_add AFTER INSERT ON family
BEGIN
    INSERT INTO family_tally (team, status, families) VALUES (new.team, new.status, 1)
    ON CONFLICT (team, status) DO UPDATE SET families = families + 1;
END;

CREATE TRIGGER family_tally_move AFTER UPDATE OF status, team ON family
BEGIN
    UPDATE family_tally SET families = families - 1 WHERE team = old.team AND status = old.status;
    INSERT INTO family_tally (team, status, families) VALUES (new.team, new.status, 1)
    ON CONFLICT (team, status) DO UPDATE SET families = families + 1;
END;

CREATE TRIGGER family_tally_remove AFTER DELETE ON family
BEGIN
    UPDATE family_tally SET families = families - 1 WHERE team = old.team AND status = old.status;
END;

-- Who is to be called after a placement is found by its day.
CREATE INDEX placement_by_day ON placement (started_on, person);

-- Conflicts of interest: a family is closed to whoever has one.
CREATE TABLE conflict (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    staff INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    by_staff INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    marked_on TEXT NOT NULL CHECK (marked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    UNIQUE (staff, family)
) STRICT;

CREATE INDEX conflict_by_family ON conflict (family);

-- What was opened in an emergency: by whom, why, until when. Without a family where nothing was found. Whoever leads the
-- family's team looks through it.
CREATE TABLE glass (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER REFERENCES family ON DELETE RESTRICT,
    user INTEGER NOT NULL REFERENCES user ON DELETE RESTRICT,
    at TEXT NOT NULL,
    until_at TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    seen_by INTEGER REFERENCES staff ON DELETE RESTRICT,
    seen_at TEXT,
    CHECK ((seen_by IS NULL) = (seen_at IS NULL))
) STRICT;

CREATE INDEX glass_by_user ON glass (user, until_at);
CREATE INDEX glass_by_family ON glass (family, until_at) WHERE family IS NOT NULL;
CREATE INDEX glass_unseen ON glass (id) WHERE seen_at IS NULL;

-- What whoever reaches no family yet is registering: theirs until each child has a placement, or until then.
CREATE TABLE registering (
    family INTEGER PRIMARY KEY REFERENCES family ON DELETE CASCADE,
    user INTEGER NOT NULL REFERENCES user ON DELETE CASCADE,
    until_at TEXT NOT NULL
) STRICT;

CREATE INDEX registering_by_user ON registering (user, until_at);
