-- The week: what has happened that nothing else says, what a family is exempted from, tasks, and the weekly check-in.
-- Duties themselves are not rows: they are worked out from rules and from what the casebook holds.

-- Something that was done or asked on a day. `answered_on` is for what waits for an answer: a support that is asked for,
-- a referral, a follow-up that is open.
CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('support_asked', 'crisis_support_declined', 'children_told', 'information_given',
                                       'information_gone_through', 'health_exam_requested', 'dental_exam_requested',
                                       'care_considered', 'care_re_examined', 'hidden_location_considered',
                                       'custody_transfer_considered', 'talk_with_child', 'family_home_visited',
                                       'baseline', 'measurement', 'programme_reviewed', 'programme_end_decided',
                                       'follow_up_opened', 'referral_sent')),
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    person INTEGER REFERENCES member ON DELETE RESTRICT,
    answered_on TEXT CHECK (answered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT,
    CHECK (answered_on >= on_day),
    CHECK (answered_on IS NULL OR kind IN ('support_asked', 'follow_up_opened', 'referral_sent'))
) STRICT;

CREATE INDEX event_by_family ON event (family, kind, on_day);
CREATE INDEX event_by_person ON event (person) WHERE person IS NOT NULL;

-- A duty that need not be met, by whom and why. It is known by its rule, by whom or what it is about and by the day it
-- counts from; `record` is the placement, restriction or other record it comes from.
CREATE TABLE exemption (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    rule TEXT NOT NULL CHECK (rule <> ''),
    person INTEGER REFERENCES member ON DELETE RESTRICT,
    record INTEGER NOT NULL,
    counted_from TEXT NOT NULL CHECK (counted_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    exempted_on TEXT NOT NULL CHECK (exempted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    by_staff INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    why TEXT NOT NULL CHECK (why <> '')
) STRICT;

CREATE INDEX exemption_by_family ON exemption (family);
CREATE INDEX exemption_by_person ON exemption (person) WHERE person IS NOT NULL;

-- The weekly check-in: who was there, and the families in the order in which they are gone through.
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    called_by INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    pace_minutes INTEGER NOT NULL CHECK (pace_minutes BETWEEN 1 AND 120),
    ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    -- The family that is spoken of now: where one is and not what was said, so it is not journalled; neither is which
    -- families were passed over for now.
    now_at INTEGER REFERENCES family ON DELETE RESTRICT,
    CHECK (ended_on >= on_day)
) STRICT;

CREATE INDEX meeting_by_day ON meeting (on_day);

CREATE TABLE meeting_present (
    meeting INTEGER NOT NULL REFERENCES meeting ON DELETE CASCADE,
    place INTEGER NOT NULL,
    staff INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    PRIMARY KEY (meeting, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_family (
    meeting INTEGER NOT NULL REFERENCES meeting ON DELETE CASCADE,
    place INTEGER NOT NULL,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    skipped INTEGER NOT NULL CHECK (skipped IN (0, 1)),
    PRIMARY KEY (meeting, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_family_by_family ON meeting_family (family, meeting);

CREATE TABLE check_in (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    meeting INTEGER REFERENCES meeting ON DELETE RESTRICT,
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    colour TEXT NOT NULL CHECK (colour IN ('green', 'yellow', 'red')),
    sentence TEXT,
    decision TEXT,
    next_step TEXT,
    who INTEGER REFERENCES staff ON DELETE RESTRICT,
    due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    as_before INTEGER NOT NULL CHECK (as_before IN (0, 1)),
    by_staff INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    UNIQUE (meeting, family)
) STRICT;

CREATE INDEX check_in_by_family ON check_in (family, on_day);
CREATE INDEX check_in_by_day ON check_in (on_day);

CREATE TABLE task (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER REFERENCES family ON DELETE RESTRICT,
    what TEXT NOT NULL CHECK (what <> ''),
    due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    who INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    by_staff INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    made_on TEXT NOT NULL CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    meeting INTEGER REFERENCES meeting ON DELETE RESTRICT
) STRICT;

CREATE INDEX task_by_who ON task (who, due_on) WHERE done_on IS NULL;
CREATE INDEX task_by_family ON task (family, due_on) WHERE family IS NOT NULL;
CREATE INDEX task_by_meeting ON task (meeting, family) WHERE meeting IS NOT NULL;
CREATE INDEX task_open ON task (due_on) WHERE done_on IS NULL;
-- What one has asked somebody else to do, for no family.
CREATE INDEX task_asked ON task (by_staff) WHERE family IS NULL AND done_on IS NULL;

-- What rules count: sessions of the kinds that meet a duty, found without reading the others.
CREATE INDEX session_that_counts ON session (family, kind, on_day, outcome, id)
    WHERE kind IN ('crisis_support', 'information', 'adults_meeting', 'child_session', 'follow_up');

-- Visits that took place, and whether the child had a word on each: all that is asked for stands in the index.
CREATE INDEX occurrence_lived ON occurrence
    (arrangement, on_day, (child_word IS NOT NULL OR words_same_day IS NOT NULL OR words_later IS NOT NULL), outcome)
    WHERE outcome = 'held';

-- Up to which row of the journal somebody has seen what colleagues did.
CREATE TABLE looked (
    user INTEGER PRIMARY KEY REFERENCES user ON DELETE CASCADE,
    journal INTEGER NOT NULL
) STRICT;

-- The few whose names are never shown where anybody may look on.
CREATE INDEX member_protected ON member (family, id) WHERE protection <> 'none';

-- What is planned, without a look at all that was held.
CREATE INDEX session_planned ON session (on_day, start, id) WHERE outcome = 'planned';
