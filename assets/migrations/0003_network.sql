-- Network maps: one person's network on a date. Sectors and rings are the unit's own (network.toml), so a map holds the
-- key of a sector and the number of a ring, whatever they are called.

CREATE TABLE network_map (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    ego INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    drawn_on TEXT NOT NULL CHECK (drawn_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    occasion TEXT NOT NULL CHECK (occasion IN ('baseline', 'follow_up')),
    drawn_by INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    consent TEXT CHECK (consent IN ('given', 'by_guardian', 'refused')),
    seen_by_team INTEGER NOT NULL CHECK (seen_by_team IN (0, 1)),
    seen_by_parents INTEGER NOT NULL CHECK (seen_by_parents IN (0, 1)),
    seen_by_family_home INTEGER NOT NULL CHECK (seen_by_family_home IN (0, 1)),
    seen_by_social_worker INTEGER NOT NULL CHECK (seen_by_social_worker IN (0, 1)),
    seen_by_network INTEGER NOT NULL CHECK (seen_by_network IN (0, 1)),
    comment TEXT
) STRICT;

CREATE INDEX network_map_by_family ON network_map (family, ego, drawn_on);
CREATE INDEX network_map_by_ego ON network_map (ego, drawn_on);
CREATE INDEX network_map_by_day ON network_map (drawn_on, family);

-- `key` is who it is, the same on every map of the family; `place` is only the order in which they came.
CREATE TABLE network_person (
    map INTEGER NOT NULL REFERENCES network_map ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place >= 0),
    key INTEGER NOT NULL CHECK (key BETWEEN 0 AND 4294967295),
    name TEXT NOT NULL CHECK (name <> ''),
    member INTEGER REFERENCES member ON DELETE RESTRICT,
    role TEXT,
    sector TEXT NOT NULL CHECK (sector <> ''),
    ring INTEGER NOT NULL CHECK (ring BETWEEN 1 AND 255),
    relation TEXT CHECK (relation IN ('strong', 'ordinary', 'weak', 'strained', 'broken')),
    direction TEXT CHECK (direction IN ('gives', 'receives', 'both', 'none')),
    kind_practical INTEGER NOT NULL CHECK (kind_practical IN (0, 1)),
    kind_emotional INTEGER NOT NULL CHECK (kind_emotional IN (0, 1)),
    kind_joy INTEGER NOT NULL CHECK (kind_joy IN (0, 1)),
    kind_advice INTEGER NOT NULL CHECK (kind_advice IN (0, 1)),
    often TEXT CHECK (often IN ('daily', 'weekly', 'monthly', 'yearly', 'seldom')),
    sphere TEXT CHECK (sphere IN ('private', 'professional')),
    PRIMARY KEY (map, place),
    UNIQUE (map, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX network_person_by_member ON network_person (member) WHERE member IS NOT NULL;

-- Two people on a map, the lower key first: that they know each other, or that they were asked for and do not.
CREATE TABLE network_tie (
    map INTEGER NOT NULL REFERENCES network_map ON DELETE CASCADE,
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    known INTEGER NOT NULL CHECK (known IN (0, 1)),
    PRIMARY KEY (map, one, other),
    FOREIGN KEY (map, one) REFERENCES network_person (map, key) ON DELETE CASCADE,
    FOREIGN KEY (map, other) REFERENCES network_person (map, key) ON DELETE CASCADE,
    CHECK (one < other)
) STRICT, WITHOUT ROWID;

-- The highest key that a family has ever given, also when its map is gone: a key is never given to somebody else. Refers
-- to no family, so that not even one that goes and comes back begins again.
CREATE TABLE network_key (
    family INTEGER PRIMARY KEY,
    highest INTEGER NOT NULL CHECK (highest BETWEEN 0 AND 4294967295)
) STRICT;
