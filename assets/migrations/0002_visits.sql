-- Visits: arrangements and what is stored of single visits, restrictions, wishes, moves on the ladder, absences.
-- A series is a rule and is expanded by the program; `last_day` is what it gives last, so that a window is found by an
-- index. Terms stand in an arrangement and, as a copy, in each visit that is stored.

CREATE TABLE arrangement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    child INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    every TEXT NOT NULL CHECK (every IN ('once', 'week', 'nth', 'even', 'odd', 'monthly')),
    weeks INTEGER CHECK (weeks BETWEEN 1 AND 26),
    week_53 TEXT CHECK (week_53 IN ('keep_parity', 'keep_fortnight')),
    month_place TEXT CHECK (month_place IN ('first', 'second', 'third', 'fourth', 'fifth', 'last')),
    weekdays TEXT NOT NULL,
    from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    anchor TEXT NOT NULL CHECK (anchor GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    until_day TEXT CHECK (until_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    times INTEGER CHECK (times BETWEEN 0 AND 999),
    last_day TEXT NOT NULL CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    contact TEXT NOT NULL CHECK (contact IN ('in_person', 'phone', 'video', 'letter')),
    start_time TEXT CHECK (start_time GLOB '[0-9][0-9]:[0-9][0-9]'),
    end_time TEXT CHECK (end_time GLOB '[0-9][0-9]:[0-9][0-9]'),
    nights INTEGER NOT NULL CHECK (nights >= 0),
    place TEXT,
    place_folded TEXT,
    step INTEGER CHECK (step BETWEEN 0 AND 255),
    supervision TEXT NOT NULL CHECK (supervision IN ('yes', 'no')),
    transport TEXT,
    despite TEXT,
    purpose TEXT,
    basis TEXT CHECK (basis IN ('agreement', 'decision', 'court')),
    support_until TEXT CHECK (support_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    follows INTEGER REFERENCES arrangement ON DELETE RESTRICT,
    note TEXT,
    CHECK (until_day IS NULL OR times IS NULL)
) STRICT;

CREATE INDEX arrangement_by_family ON arrangement (family, last_day);
CREATE INDEX arrangement_by_child ON arrangement (child);
CREATE INDEX arrangement_by_last_day ON arrangement (last_day, from_day);
CREATE INDEX arrangement_by_place ON arrangement (place_folded) WHERE place_folded IS NOT NULL;
CREATE INDEX arrangement_by_follows ON arrangement (follows) WHERE follows IS NOT NULL;

CREATE TABLE arrangement_person (
    arrangement INTEGER NOT NULL REFERENCES arrangement ON DELETE CASCADE,
    place INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    PRIMARY KEY (arrangement, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX arrangement_person_by_person ON arrangement_person (person, arrangement);

CREATE TABLE arrangement_supporter (
    arrangement INTEGER NOT NULL REFERENCES arrangement ON DELETE CASCADE,
    place INTEGER NOT NULL,
    staff INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    PRIMARY KEY (arrangement, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX arrangement_supporter_by_staff ON arrangement_supporter (staff, arrangement);

CREATE TABLE occurrence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    arrangement INTEGER NOT NULL REFERENCES arrangement ON DELETE RESTRICT,
    given TEXT NOT NULL CHECK (given GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    contact TEXT NOT NULL CHECK (contact IN ('in_person', 'phone', 'video', 'letter')),
    start_time TEXT CHECK (start_time GLOB '[0-9][0-9]:[0-9][0-9]'),
    end_time TEXT CHECK (end_time GLOB '[0-9][0-9]:[0-9][0-9]'),
    nights INTEGER NOT NULL CHECK (nights >= 0),
    place TEXT,
    place_folded TEXT,
    step INTEGER CHECK (step BETWEEN 0 AND 255),
    supervision TEXT NOT NULL CHECK (supervision IN ('yes', 'no')),
    transport TEXT,
    despite TEXT,
    skipped INTEGER NOT NULL CHECK (skipped IN (0, 1)),
    outcome TEXT NOT NULL CHECK (outcome IN ('planned', 'held', 'cancelled', 'no_show', 'moved')),
    cancelled_by TEXT CHECK (cancelled_by IN ('parent', 'child', 'family_home', 'us', 'other')),
    reason TEXT,
    notice_hours INTEGER CHECK (notice_hours >= 0),
    started TEXT CHECK (started GLOB '[0-9][0-9]:[0-9][0-9]'),
    ended TEXT CHECK (ended GLOB '[0-9][0-9]:[0-9][0-9]'),
    late_minutes INTEGER CHECK (late_minutes >= 0),
    child_word TEXT CHECK (child_word IN ('told', 'too_young', 'did_not_want')),
    mark_before INTEGER CHECK (mark_before BETWEEN 1 AND 5),
    mark_after INTEGER CHECK (mark_after BETWEEN 1 AND 5),
    before_child TEXT,
    before_adult TEXT,
    before_family_home TEXT,
    watch_for TEXT,
    stop_rule TEXT,
    interplay TEXT,
    interventions TEXT,
    words_same_day TEXT,
    words_later TEXT,
    reaction TEXT,
    adult_view TEXT,
    family_home_view TEXT,
    supporter_view TEXT,
    judgement TEXT,
    agreed TEXT,
    next TEXT,
    UNIQUE (arrangement, given),
    CHECK (cancelled_by IS NULL OR outcome = 'cancelled')
) STRICT;

CREATE INDEX occurrence_by_day ON occurrence (on_day, arrangement);
CREATE INDEX occurrence_by_given ON occurrence (given, arrangement);
CREATE INDEX occurrence_by_place ON occurrence (place_folded, on_day, arrangement) WHERE place_folded IS NOT NULL;
CREATE INDEX occurrence_over_nights ON occurrence (on_day, arrangement, nights) WHERE nights > 0;

CREATE TABLE occurrence_person (
    occurrence INTEGER NOT NULL REFERENCES occurrence ON DELETE CASCADE,
    place INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    PRIMARY KEY (occurrence, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX occurrence_person_by_person ON occurrence_person (person, occurrence);

CREATE TABLE occurrence_supporter (
    occurrence INTEGER NOT NULL REFERENCES occurrence ON DELETE CASCADE,
    place INTEGER NOT NULL,
    staff INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    PRIMARY KEY (occurrence, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX occurrence_supporter_by_staff ON occurrence_supporter (staff, occurrence);

CREATE TABLE occurrence_came (
    occurrence INTEGER NOT NULL REFERENCES occurrence ON DELETE CASCADE,
    place INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    PRIMARY KEY (occurrence, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX occurrence_came_by_person ON occurrence_came (person);

CREATE TABLE restriction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    child INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('limited', 'stopped')),
    how TEXT,
    why TEXT,
    from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    until_day TEXT CHECK (until_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    decided_on TEXT CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    decided_by TEXT,
    appeal_told TEXT CHECK (appeal_told IN ('yes', 'no')),
    contacts TEXT NOT NULL,
    supervised TEXT CHECK (supervised IN ('yes', 'no')),
    most_a_month INTEGER CHECK (most_a_month >= 0),
    most_minutes INTEGER CHECK (most_minutes > 0),
    CHECK (until_day >= from_day)
) STRICT;

CREATE INDEX restriction_by_family ON restriction (family);
CREATE INDEX restriction_by_child ON restriction (child);

CREATE TABLE restriction_person (
    restriction INTEGER NOT NULL REFERENCES restriction ON DELETE CASCADE,
    place INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    PRIMARY KEY (restriction, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX restriction_person_by_person ON restriction_person (person);

CREATE TABLE restriction_considered (
    restriction INTEGER NOT NULL REFERENCES restriction ON DELETE CASCADE,
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    PRIMARY KEY (restriction, on_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE wish (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    child INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    by_person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    told_on TEXT NOT NULL CHECK (told_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    what TEXT NOT NULL,
    answered_on TEXT CHECK (answered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    answer TEXT,
    CHECK (answered_on >= told_on)
) STRICT;

CREATE INDEX wish_by_family ON wish (family);
CREATE INDEX wish_by_child ON wish (child);
CREATE INDEX wish_by_person ON wish (by_person);

CREATE TABLE ladder_move (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    child INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    with_person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    from_step INTEGER CHECK (from_step BETWEEN 0 AND 255),
    to_step INTEGER NOT NULL CHECK (to_step BETWEEN 0 AND 255),
    reason TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    child_word TEXT CHECK (child_word IN ('told', 'too_young', 'did_not_want')),
    words TEXT
) STRICT;

CREATE INDEX ladder_move_by_child ON ladder_move (child, with_person, on_day);
CREATE INDEX ladder_move_by_person ON ladder_move (with_person);

-- When a supporter is away or busy elsewhere; never why. Local Swedish time.
CREATE TABLE absence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    staff INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    from_at TEXT NOT NULL CHECK (from_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]'),
    until_at TEXT NOT NULL CHECK (until_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]'),
    calendar_uid TEXT,
    CHECK (until_at > from_at)
) STRICT;

CREATE INDEX absence_by_staff ON absence (staff, until_at);
CREATE INDEX absence_by_end ON absence (until_at);
