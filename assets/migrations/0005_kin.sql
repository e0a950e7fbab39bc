-- Kin: who is whose parent, partner or sibling, and who cares for a placed child. One row says a relation once, whichever
-- way round two partners or siblings are named. Most families have a handful, so they are read a family at a time.

CREATE TABLE kin (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    family INTEGER NOT NULL REFERENCES family ON DELETE RESTRICT,
    person INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    relation TEXT NOT NULL CHECK (relation IN ('parent_of', 'partner_of', 'sibling_of', 'cares_for')),
    other INTEGER NOT NULL REFERENCES member ON DELETE RESTRICT,
    ended TEXT NOT NULL CHECK (ended IN ('yes', 'no')),
    ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    CHECK (person <> other),
    CHECK (ended_on IS NULL OR ended = 'yes')
) STRICT;

CREATE INDEX kin_by_family ON kin (family, id);
CREATE INDEX kin_by_person ON kin (person);
CREATE INDEX kin_by_other ON kin (other);
CREATE UNIQUE INDEX kin_is_told_once ON kin (relation, min(person, other), max(person, other));
