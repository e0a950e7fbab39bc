-- Identity: a number belongs to a system, and the roles of those who stand in for a parent. A CHECK is changed by making
-- the table anew; what refers to it refers to it again once it has its name back.
-- `ref_identity` is how references are compared (domain/text/same.rs); what SQL cannot say is filled in by the program.

CREATE TABLE member_anew (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    ref TEXT NOT NULL UNIQUE CHECK (ref <> ''),
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
    CHECK ((id_system IS NULL) = (personal_id IS NULL))
) STRICT;

INSERT INTO member_anew (id, version, family, ref, ref_identity, given_name, role, family_name, personal_id, id_system,
                         birth_on, lives, guardian, protection, phone, language, interpreter)
SELECT id, version, family, ref, lower(ref), given_name, role, family_name, personal_id,
       CASE WHEN personal_id IS NULL THEN NULL
            WHEN substr(personal_id, 7, 2) >= '60' THEN 'coordination_number'
            ELSE 'personal_number' END,
       birth_on, lives, guardian, protection, phone, language, interpreter
FROM member;

-- No number of somebody who was removed is ever given again.
DELETE FROM sqlite_sequence WHERE name = 'member_anew';
INSERT INTO sqlite_sequence (name, seq) SELECT 'member_anew', seq FROM sqlite_sequence WHERE name = 'member';

DROP TABLE member;
ALTER TABLE member_anew RENAME TO member;

CREATE INDEX member_by_family ON member (family, id);
CREATE INDEX member_protected ON member (family, id) WHERE protection <> 'none';
CREATE INDEX member_by_ref ON member (ref_identity);
CREATE INDEX member_by_number ON member (personal_id, id_system, family) WHERE personal_id IS NOT NULL;
