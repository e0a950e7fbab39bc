-- The programme: plans, measurements, groups and the ways on to others. Tables of their own, that nothing else goes by.

-- [plan] Phases, crisis support for each parent, goals with what each level looks like, actions, how far somebody has
-- come, and what was changed in a plan.

CREATE TABLE phase (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    phase TEXT NOT NULL CHECK (phase <> ''),
    from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    until_day TEXT CHECK (until_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    applied_on TEXT CHECK (applied_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    decided_on TEXT CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    decided_by TEXT,
    legal_form TEXT CHECK (legal_form IN ('open_service', 'advice_and_support', 'service_decision')),
    CHECK (until_day >= from_day)
) STRICT;

CREATE INDEX phase_by_family ON phase (family, from_day);

CREATE TABLE crisis_support (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    parent INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    legal_form TEXT CHECK (legal_form IN ('open_service', 'advice_and_support', 'service_decision')),
    offered_on TEXT CHECK (offered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    answer TEXT CHECK (answer IN ('accepted', 'declined', 'not_reached')),
    talks_used INTEGER CHECK (talks_used BETWEEN 0 AND 99),
    ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    CHECK (ended_on >= offered_on)
) STRICT;

CREATE INDEX crisis_support_by_family ON crisis_support (family);
CREATE INDEX crisis_support_by_parent ON crisis_support (parent);

-- A goal is known in its family by its number, which sessions, actions and attainments name it by.
CREATE TABLE goal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999),
    area TEXT NOT NULL CHECK (area IN ('school', 'leisure', 'psychosocial', 'parenting', 'network')),
    goal TEXT NOT NULL CHECK (goal <> ''),
    made_on TEXT NOT NULL CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    target_on TEXT CHECK (target_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 10),
    much_less TEXT,
    less TEXT,
    expected TEXT,
    more TEXT,
    much_more TEXT,
    start INTEGER CHECK (start BETWEEN -2 AND 2),
    now INTEGER CHECK (now BETWEEN -2 AND 2),
    own_now INTEGER CHECK (own_now BETWEEN -2 AND 2),
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
    UNIQUE (family, number),
    CHECK (target_on >= made_on)
) STRICT;

CREATE INDEX goal_by_person ON goal (person);

CREATE TABLE action (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    person INTEGER REFERENCES member ON DELETE RESTRICT,
    goal INTEGER,
    what TEXT NOT NULL CHECK (what <> ''),
    who TEXT,
    due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    FOREIGN KEY (family, goal) REFERENCES goal (family, number) ON DELETE RESTRICT
) STRICT;

CREATE INDEX action_by_family ON action (family, due_on);
CREATE INDEX action_by_goal ON action (family, goal) WHERE goal IS NOT NULL;
CREATE INDEX action_by_person ON action (person) WHERE person IS NOT NULL;

CREATE TABLE attainment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    goal INTEGER NOT NULL,
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    level INTEGER CHECK (level BETWEEN -2 AND 2),
    own INTEGER CHECK (own BETWEEN -2 AND 2),
    words TEXT,
    by_staff INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    FOREIGN KEY (family, goal) REFERENCES goal (family, number) ON DELETE RESTRICT,
    CHECK (level IS NOT NULL OR own IS NOT NULL)
) STRICT;

CREATE INDEX attainment_by_goal ON attainment (family, goal, on_day);

-- What one act changed in what is agreed of a goal; the goal itself may be gone since. `was` and `is_now` are lists.
CREATE TABLE plan_revision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    by_staff INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    goal INTEGER NOT NULL CHECK (goal > 0),
    was TEXT NOT NULL,
    is_now TEXT NOT NULL
) STRICT;

CREATE INDEX plan_revision_by_family ON plan_revision (family, person, on_day);
CREATE INDEX plan_revision_by_person ON plan_revision (person);
-- [/plan]

-- Measurements: what somebody answered to an instrument's questions on a day. The answers are one object of JSON, by the
-- keys of the questions; an instrument is a file, and its questions are nothing that a table could hold.
CREATE TABLE measurement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    instrument TEXT NOT NULL CHECK (instrument <> ''),
    edition INTEGER NOT NULL CHECK (edition > 0),
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    rater TEXT NOT NULL CHECK (rater IN ('person', 'worker')),
    way TEXT CHECK (way IN ('together', 'aloud', 'paper', 'phone_interpreter')),
    asked_by INTEGER REFERENCES staff ON DELETE RESTRICT,
    answers TEXT NOT NULL CHECK (json_valid(answers)),
    talked_on TEXT CHECK (talked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    CHECK (talked_on >= on_day)
) STRICT;

CREATE INDEX measurement_by_family ON measurement (family, on_day);
CREATE INDEX measurement_by_person ON measurement (person, instrument, on_day);

-- Children's own words: a quotation, who heard it and where. What was said after a visit stands with the visit.
CREATE TABLE child_word (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    child INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    words TEXT NOT NULL CHECK (words <> ''),
    heard_at TEXT NOT NULL CHECK (heard_at IN ('visit', 'session', 'interview', 'measurement', 'phone', 'other')),
    heard_by INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    to_parents TEXT CHECK (to_parents IN ('yes', 'no'))
) STRICT;

CREATE INDEX child_word_by_family ON child_word (family, on_day);
CREATE INDEX child_word_by_child ON child_word (child, on_day);

-- [groups] Groups (domain/group): of a team, and of no family. Who was there is a row of each person, which is of that
-- person's family alone, or of so many heads without a name.
CREATE TABLE support_group (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    team INTEGER NOT NULL REFERENCES team ON DELETE RESTRICT,
    reference TEXT NOT NULL CHECK (reference <> ''),
    identity TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('parent_group', 'children_group', 'course', 'theme_evening', 'workshop',
                                       'family_activity', 'open_service')),
    name TEXT NOT NULL CHECK (name <> ''),
    weekday TEXT CHECK (weekday IN ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')),
    start TEXT CHECK (start GLOB '[0-9][0-9]:[0-9][0-9]'),
    at_place TEXT CHECK (at_place <> ''),
    needs_test TEXT CHECK (needs_test IN ('yes', 'no')),
    ages TEXT CHECK (ages <> ''),
    from_day TEXT CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    until_day TEXT CHECK (until_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'ended', 'cancelled')),
    reason TEXT CHECK (reason <> ''),
    district TEXT CHECK (district <> ''),
    CHECK (until_day >= from_day),
    UNIQUE (team, identity)
) STRICT;

CREATE TABLE support_group_leader (
    of_group INTEGER NOT NULL REFERENCES support_group ON DELETE CASCADE,
    place INTEGER NOT NULL,
    staff INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    PRIMARY KEY (of_group, place)
) STRICT, WITHOUT ROWID;

-- `survey_mean` is in hundredths.
CREATE TABLE group_meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    of_group INTEGER NOT NULL REFERENCES support_group ON DELETE RESTRICT,
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
    theme TEXT CHECK (theme <> ''),
    wished_on TEXT CHECK (wished_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reason TEXT CHECK (reason <> ''),
    gap TEXT CHECK (gap <> ''),
    gap_area TEXT CHECK (gap_area IN ('school', 'leisure', 'psychosocial', 'parenting', 'network')),
    gap_met_on TEXT CHECK (gap_met_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    survey TEXT CHECK (survey <> ''),
    survey_mean INTEGER CHECK (survey_mean BETWEEN 0 AND 10000),
    survey_n INTEGER CHECK (survey_n BETWEEN 1 AND 999),
    note TEXT CHECK (note <> ''),
    CHECK (gap IS NOT NULL OR gap_area IS NULL AND gap_met_on IS NULL),
    CHECK ((survey_mean IS NULL) = (survey_n IS NULL)),
    UNIQUE (of_group, on_day)
) STRICT;

CREATE INDEX group_meeting_gap ON group_meeting (of_group) WHERE gap IS NOT NULL AND gap_met_on IS NULL;

CREATE TABLE group_meeting_wish (
    meeting INTEGER NOT NULL REFERENCES group_meeting ON DELETE CASCADE,
    place INTEGER NOT NULL,
    theme TEXT NOT NULL CHECK (theme <> ''),
    voices INTEGER NOT NULL CHECK (voices BETWEEN 1 AND 999),
    PRIMARY KEY (meeting, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    meeting INTEGER NOT NULL REFERENCES group_meeting ON DELETE RESTRICT,
    person INTEGER REFERENCES member ON DELETE RESTRICT,
    present TEXT NOT NULL CHECK (present IN ('yes', 'no', 'expected', 'left')),
    reason TEXT CHECK (reason <> ''),
    count INTEGER CHECK (count BETWEEN 1 AND 9999),
    heads TEXT CHECK (heads IN ('adults', 'children')),
    despite TEXT CHECK (despite <> ''),
    CHECK ((person IS NULL) = (count IS NOT NULL)),
    CHECK (person IS NULL OR heads IS NULL),
    CHECK (person IS NOT NULL OR present = 'yes')
) STRICT;

-- Somebody is at a meeting once, and so are heads of a kind.
CREATE UNIQUE INDEX attendance_by_meeting ON attendance (meeting, person);
CREATE UNIQUE INDEX attendance_heads ON attendance (meeting, coalesce(heads, '')) WHERE person IS NULL;
CREATE INDEX attendance_by_person ON attendance (person) WHERE person IS NOT NULL;

-- Referrals (domain/referral).
CREATE TABLE referral (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    person INTEGER REFERENCES member ON DELETE RESTRICT,
    to_actor TEXT NOT NULL CHECK (to_actor <> ''),
    area TEXT NOT NULL CHECK (area IN ('school', 'leisure', 'psychosocial', 'parenting', 'network')),
    why TEXT CHECK (why <> ''),
    consent_by TEXT CHECK (consent_by IN ('guardian', 'both_guardians', 'child', 'own')),
    state TEXT NOT NULL CHECK (state IN ('needed', 'sent', 'accepted', 'waiting', 'first_visit', 'refused', 'done',
                                         'gap')),
    needed_on TEXT NOT NULL CHECK (needed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    sent_on TEXT CHECK (sent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    answered_on TEXT CHECK (answered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    first_visit_on TEXT CHECK (first_visit_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE INDEX referral_by_family ON referral (family, needed_on);
CREATE INDEX referral_by_person ON referral (person) WHERE person IS NOT NULL;
CREATE INDEX referral_gap ON referral (family) WHERE state = 'gap';
CREATE INDEX referral_open ON referral (family, sent_on)
    WHERE state IN ('needed', 'sent', 'accepted', 'waiting', 'first_visit');

-- Papers: what somebody thinks of a contact before the ladder is climbed; ticked lines of checklists; versions of papers;
-- terms at school; obstacles to leisure; health contacts.
CREATE TABLE assessment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    child INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    with_person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    information TEXT,
    risks TEXT,
    protective TEXT,
    decision TEXT,
    plan TEXT,
    follow_up_on TEXT CHECK (follow_up_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    follow_up TEXT,
    assessed_by TEXT,
    CHECK (with_person <> child),
    CHECK (follow_up_on >= on_day)
) STRICT;

CREATE INDEX assessment_by_family ON assessment (family, on_day);
CREATE INDEX assessment_by_child ON assessment (child, with_person, on_day);
CREATE INDEX assessment_by_with ON assessment (with_person);

CREATE TABLE tick (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    checklist TEXT NOT NULL CHECK (checklist <> ''),
    item TEXT NOT NULL CHECK (item <> ''),
    person INTEGER REFERENCES member ON DELETE RESTRICT,
    -- The day that the list counts from; where it is corrected, ticks go along with the nearest.
    occasion_on TEXT NOT NULL CHECK (occasion_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state TEXT NOT NULL CHECK (state IN ('done', 'not_relevant')),
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    ticked_by TEXT NOT NULL CHECK (ticked_by <> ''),
    why TEXT
) STRICT;

CREATE INDEX tick_by_family ON tick (family, checklist);
CREATE INDEX tick_by_person ON tick (person) WHERE person IS NOT NULL;

CREATE TABLE paper (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('life_story', 'safety_plan', 'three_columns')),
    person INTEGER REFERENCES member ON DELETE RESTRICT,
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    made_with TEXT,
    text TEXT,
    who_does_what TEXT,
    tried_on TEXT CHECK (tried_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    tried_until TEXT CHECK (tried_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    tried TEXT,
    worried TEXT,
    works_well TEXT,
    needs TEXT,
    scale INTEGER CHECK (scale BETWEEN 0 AND 10),
    CHECK (tried_until >= tried_on)
) STRICT;

CREATE INDEX paper_by_family ON paper (family, kind, on_day);
CREATE INDEX paper_by_person ON paper (person) WHERE person IS NOT NULL;

CREATE TABLE schooling (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    child INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
    term TEXT NOT NULL CHECK (term IN ('spring', 'autumn')),
    grade TEXT,
    swedish TEXT CHECK (swedish IN ('below', 'reaches', 'above', 'not_assessed')),
    mathematics TEXT CHECK (mathematics IN ('below', 'reaches', 'above', 'not_assessed')),
    eligible TEXT CHECK (eligible IN ('yes', 'no')),
    study_contact TEXT,
    note TEXT
) STRICT;

CREATE INDEX schooling_by_family ON schooling (family, year);
CREATE INDEX schooling_by_child ON schooling (child, year, term);

CREATE TABLE obstacle (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    obstacle TEXT NOT NULL CHECK (obstacle IN ('economy', 'distance', 'norms', 'other')),
    wanted TEXT,
    tried TEXT,
    tried_on TEXT CHECK (tried_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    solved_on TEXT CHECK (solved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    CHECK (solved_on >= on_day)
) STRICT;

CREATE INDEX obstacle_by_family ON obstacle (family, on_day);
CREATE INDEX obstacle_by_person ON obstacle (person);

CREATE TABLE health (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    care TEXT NOT NULL CHECK (care IN ('health', 'dental', 'psychiatric', 'other')),
    asked_on TEXT NOT NULL CHECK (asked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    booked_on TEXT CHECK (booked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    followed_up_on TEXT CHECK (followed_up_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    note TEXT,
    CHECK (booked_on >= asked_on),
    CHECK (done_on >= asked_on),
    CHECK (followed_up_on >= done_on)
) STRICT;

CREATE INDEX health_by_family ON health (family, asked_on);
CREATE INDEX health_by_person ON health (person);

-- Whether a home visit was announced, and whether somebody talked with the child alone.
ALTER TABLE session ADD COLUMN announced TEXT CHECK (announced IN ('yes', 'no'));
ALTER TABLE session ADD COLUMN alone TEXT CHECK (alone IN ('yes', 'no'));
CREATE INDEX session_alone ON session (family, on_day) WHERE alone = 'yes';
