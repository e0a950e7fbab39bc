-- The casebook: staff, users, families, people, placements, sessions, names to search, drafts, the journal.
-- Dates are YYYY-MM-DD, times HH:MM, codes the terms of domain/codes.rs. Append only: a new schema is a new file.
-- What can be removed is numbered by AUTOINCREMENT: the journal, undo and open forms name records by identity, and an
-- identity that is given twice would let one record be saved over another.

-- Who somebody is goes by `identity`, which tells Åsa from Asa; `folded` only finds them while one types.
CREATE TABLE staff (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    identity TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL
) STRICT;

CREATE INDEX staff_by_folded ON staff (folded);

CREATE TABLE user (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    identity TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('support_person', 'visit_supporter', 'crisis_supporter', 'team_leader',
                                       'statistician', 'administrator')),
    staff INTEGER NOT NULL UNIQUE REFERENCES staff ON DELETE RESTRICT
) STRICT;

CREATE TABLE family (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    case_ref TEXT NOT NULL UNIQUE CHECK (case_ref <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    sort_key BLOB NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('enquiry', 'active', 'paused', 'closed')),
    started_on TEXT NOT NULL CHECK (started_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    district TEXT,
    planned_end_on TEXT CHECK (planned_end_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    phase TEXT,
    legal_form TEXT CHECK (legal_form IN ('open_service', 'advice_and_support', 'service_decision'))
) STRICT;

-- With the status, so that counting and paging read nothing but the index.
CREATE INDEX family_by_name ON family (sort_key, id, status);
CREATE INDEX family_open_by_name ON family (sort_key, id, status) WHERE status <> 'closed';

-- How many families stand where, so that no list has to count them.
CREATE TABLE family_tally (
    status TEXT PRIMARY KEY,
    families INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO family_tally (status, families) VALUES ('enquiry', 0), ('active', 0), ('paused', 0), ('closed', 0);

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

CREATE TABLE family_support (
    family INTEGER NOT NULL REFERENCES family ON DELETE CASCADE,
    task TEXT NOT NULL CHECK (task IN ('child_support', 'parent_support', 'other_support')),
    place INTEGER NOT NULL,
    staff INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    PRIMARY KEY (family, task, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX family_support_by_staff ON family_support (staff, family);

CREATE TABLE member (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    ref TEXT NOT NULL UNIQUE CHECK (ref <> ''),
    given_name TEXT NOT NULL CHECK (given_name <> ''),
    role TEXT NOT NULL CHECK (role IN ('mother', 'father', 'step_parent', 'guardian', 'child', 'grandparent',
                                       'relative', 'family_home_parent', 'other')),
    family_name TEXT,
    personal_id TEXT CHECK (length(personal_id) = 12),
    birth_on TEXT CHECK (birth_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    lives TEXT CHECK (lives IN ('at_home', 'placed', 'own_household', 'elsewhere')),
    guardian TEXT CHECK (guardian IN ('yes', 'no')),
    protection TEXT NOT NULL CHECK (protection IN ('none', 'confidentiality_flag', 'protected_registration',
                                                   'assumed_identity')),
    phone TEXT,
    language TEXT,
    interpreter TEXT CHECK (interpreter IN ('yes', 'no'))
) STRICT;

CREATE INDEX member_by_family ON member (family, id);

CREATE TABLE placement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('emergency_home', 'family_home', 'kinship_placement', 'residential_home',
                                       'secure_youth_home', 'supported_housing', 'shelter', 'treatment_family',
                                       'joint_placement', 'private_placement')),
    started_on TEXT NOT NULL CHECK (started_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    legal_basis TEXT CHECK (legal_basis IN ('sol', 'lvu_2', 'lvu_3', 'lvu_6', 'other')),
    district TEXT,
    home TEXT,
    ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    end_reason TEXT CHECK (end_reason IN ('return_home', 're_placement', 'breakdown', 'custody_transfer',
                                          'independent_living', 'other')),
    hidden_location TEXT CHECK (hidden_location IN ('yes', 'no')),
    school_change TEXT CHECK (school_change IN ('yes', 'no')),
    school_started_on TEXT CHECK (school_started_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    CHECK (ended_on >= started_on)
) STRICT;

CREATE INDEX placement_by_person ON placement (person, started_on);

CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    start TEXT CHECK (start GLOB '[0-9][0-9]:[0-9][0-9]'),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    kind TEXT NOT NULL CHECK (kind IN ('conversation', 'crisis_support', 'advice', 'child_session', 'network_meeting',
                                       'family_session', 'adults_meeting', 'information', 'motivation',
                                       'shared_activity', 'planning', 'follow_up')),
    mode TEXT NOT NULL CHECK (mode IN ('home_visit', 'office', 'phone', 'video', 'school', 'outdoors')),
    outcome TEXT NOT NULL CHECK (outcome IN ('planned', 'held', 'cancelled', 'no_show')),
    cancelled_by TEXT CHECK (cancelled_by IN ('parent', 'child', 'family_home', 'us', 'other')),
    reason TEXT,
    area_school INTEGER NOT NULL CHECK (area_school IN (0, 1)),
    area_leisure INTEGER NOT NULL CHECK (area_leisure IN (0, 1)),
    area_psychosocial INTEGER NOT NULL CHECK (area_psychosocial IN (0, 1)),
    area_parenting INTEGER NOT NULL CHECK (area_parenting IN (0, 1)),
    area_network INTEGER NOT NULL CHECK (area_network IN (0, 1)),
    level TEXT CHECK (level IN ('universal', 'selective', 'indicated')),
    setting TEXT CHECK (setting IN ('individual', 'group', 'structural')),
    follow_up_on TEXT CHECK (follow_up_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT,
    next_step TEXT,
    CHECK (cancelled_by IS NULL OR outcome = 'cancelled')
) STRICT;

-- With the outcome, so that the last held and the next planned are found in the index alone.
CREATE INDEX session_by_family ON session (family, on_day, start, id, outcome);
CREATE INDEX session_by_day ON session (on_day, start, id);

CREATE TABLE session_person (
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    PRIMARY KEY (session, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_person_by_person ON session_person (person);

CREATE TABLE session_staff (
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    staff INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    PRIMARY KEY (session, staff)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_goal (
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    goal INTEGER NOT NULL CHECK (goal > 0),
    attainment INTEGER CHECK (attainment BETWEEN -2 AND 2),
    done INTEGER NOT NULL CHECK (done IN (0, 1)),
    PRIMARY KEY (session, goal)
) STRICT, WITHOUT ROWID;

-- What may be searched (SFS 2001:637, 15 and 20 §§): names, identity numbers, case references. Never notes.
CREATE TABLE search_word (
    noun TEXT NOT NULL CHECK (noun IN ('family', 'case', 'person', 'identity')),
    word TEXT NOT NULL,
    family INTEGER NOT NULL REFERENCES family ON DELETE CASCADE,
    person INTEGER NOT NULL,
    PRIMARY KEY (noun, word, family, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX search_word_by_family ON search_word (family, word);
CREATE INDEX search_word_by_person ON search_word (person, family);

-- The distinct words of names, for search that forgives a slip of the finger.
CREATE TABLE name_word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    user INTEGER NOT NULL REFERENCES user ON DELETE CASCADE,
    place TEXT NOT NULL,
    body TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (user, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    change INTEGER NOT NULL,
    at TEXT NOT NULL,
    user INTEGER NOT NULL REFERENCES user ON DELETE RESTRICT,
    act TEXT NOT NULL CHECK (act IN ('add', 'change', 'remove', 'read')),
    cause TEXT NOT NULL CHECK (cause IN ('person', 'import', 'undo', 'redo', 'setup')),
    noun TEXT NOT NULL,
    record INTEGER NOT NULL,
    family INTEGER,
    before TEXT,
    after TEXT
) STRICT;

CREATE INDEX journal_by_family ON journal (family, id) WHERE family IS NOT NULL;
CREATE INDEX journal_by_change ON journal (change);

CREATE TRIGGER journal_is_never_rewritten BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is never rewritten');
END;

-- REPLACE fires no trigger of the row it takes away.
CREATE TRIGGER journal_is_never_replaced BEFORE INSERT ON journal WHEN EXISTS (SELECT 1 FROM journal WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'the journal is never rewritten');
END;

CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is never shortened');
END;
