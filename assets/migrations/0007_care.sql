-- Care as a span of its own, that placements lie in, with the history of what it rests on; the days on which a family
-- had a status; and the parents who are placed with a child. No row is written here: what nobody has said, nobody has
-- said.

CREATE TABLE care (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    legal_basis TEXT NOT NULL CHECK (legal_basis IN ('sol', 'lvu_2', 'lvu_3', 'lvu_6', 'other')),
    from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    until_day TEXT CHECK (until_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    decided_on TEXT CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    end_reason TEXT CHECK (end_reason IN ('return_home', 're_placement', 'breakdown', 'custody_transfer',
                                          'independent_living', 'other')),
    CHECK (until_day >= from_day),
    CHECK (end_reason IS NULL OR until_day IS NOT NULL)
) STRICT;

CREATE INDEX care_by_person ON care (person, from_day);

CREATE TABLE status_span (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    status TEXT NOT NULL CHECK (status IN ('enquiry', 'active', 'paused', 'closed')),
    from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    until_day TEXT CHECK (until_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    CHECK (until_day >= from_day)
) STRICT;

CREATE INDEX status_span_by_family ON status_span (family, from_day);

CREATE TABLE placement_with (
    placement INTEGER NOT NULL REFERENCES placement ON DELETE CASCADE,
    place INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    PRIMARY KEY (placement, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX placement_with_by_person ON placement_with (person);

-- More can have happened: what the rules ask for that follow the decisions about care. A number that was given is never
-- given again, so the new table goes on where the old one was.
CREATE TABLE event_anew (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('support_asked', 'crisis_support_declined', 'children_told', 'information_given',
                                       'information_gone_through', 'health_exam_requested', 'dental_exam_requested',
                                       'care_considered', 'care_re_examined', 'hidden_location_considered',
                                       'custody_transfer_considered', 'talk_with_child', 'family_home_visited',
                                       'baseline', 'measurement', 'programme_reviewed', 'programme_end_decided',
                                       'follow_up_opened', 'referral_sent', 'own_consent_given', 'care_plan_revised',
                                       'custody_submitted', 'care_applied_for', 'removal_ban_decided',
                                       'removal_ban_considered')),
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    person INTEGER REFERENCES member ON DELETE RESTRICT,
    answered_on TEXT CHECK (answered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT,
    CHECK (answered_on >= on_day),
    CHECK (answered_on IS NULL
           OR kind IN ('support_asked', 'follow_up_opened', 'referral_sent', 'custody_submitted',
           'removal_ban_decided'))
) STRICT;

INSERT INTO event_anew (id, version, family, kind, on_day, person, answered_on, note)
    SELECT id, version, family, kind, on_day, person, answered_on, note FROM event;
DELETE FROM sqlite_sequence WHERE name = 'event_anew';
INSERT INTO sqlite_sequence (name, seq) SELECT 'event_anew', seq FROM sqlite_sequence WHERE name = 'event';
DROP TABLE event;
ALTER TABLE event_anew RENAME TO event;
CREATE INDEX event_by_family ON event (family, kind, on_day);
CREATE INDEX event_by_person ON event (person) WHERE person IS NOT NULL;
