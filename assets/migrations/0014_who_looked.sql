-- Who looked (store/looked). Acts of their own for what is read: opened, listed, searched, taken out, printed, refused, and
-- how the casebook was unlocked or not. What was journalled as `read` before stays, and so does each row's number, on
-- which the chain hangs. What is made of the journal (indexes, triggers) goes with the old table and is made again.
CREATE TABLE journal_anew (
    id INTEGER PRIMARY KEY,
    change INTEGER NOT NULL,
    at TEXT NOT NULL,
    user INTEGER NOT NULL REFERENCES user ON DELETE RESTRICT,
    act TEXT NOT NULL CHECK (act IN ('add', 'change', 'remove', 'read', 'open', 'list', 'search', 'export', 'print',
                                     'refuse', 'unlock', 'fail')),
    cause TEXT NOT NULL CHECK (cause IN ('person', 'import', 'undo', 'redo', 'setup')),
    noun TEXT NOT NULL,
    record INTEGER NOT NULL,
    family INTEGER,
    before TEXT,
    after TEXT
) STRICT;

INSERT INTO journal_anew (id, change, at, user, act, cause, noun, record, family, before, after)
SELECT id, change, at, user, act, cause, noun, record, family, before, after FROM journal;

DROP TABLE journal;
ALTER TABLE journal_anew RENAME TO journal;

CREATE INDEX journal_by_family ON journal (family, id) WHERE family IS NOT NULL;
CREATE INDEX journal_by_change ON journal (change);
CREATE INDEX journal_by_record ON journal (noun, record) WHERE act IN ('add', 'change', 'remove');
CREATE INDEX journal_of_access ON journal (user, id) WHERE act NOT IN ('add', 'change', 'remove');

-- Only what was purged loses what it says, and nothing else of it.
CREATE TRIGGER journal_is_never_rewritten BEFORE UPDATE ON journal
WHEN NEW.before IS NOT NULL OR NEW.after IS NOT NULL
     OR NOT EXISTS (SELECT 1 FROM purged_row WHERE row = OLD.id)
     OR (NEW.id, NEW.change, NEW.at, NEW.user, NEW.act, NEW.cause, NEW.noun, NEW.record, NEW.family)
        IS NOT (OLD.id, OLD.change, OLD.at, OLD.user, OLD.act, OLD.cause, OLD.noun, OLD.record, OLD.family)
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

-- Where a family is found that a row names beside others, in `after`; 0 stands for whatever a row names that names too
-- many for this table. It can be made again from the journal at any time.
CREATE TABLE access_family (
    family INTEGER NOT NULL,
    row INTEGER NOT NULL,
    PRIMARY KEY (family, row)
) STRICT, WITHOUT ROWID;

-- Reviews of who looked, and what each found: rows of the journal, by number, and what whoever leads says of them. A family
-- is a number here, so that a finding outlives it.
CREATE TABLE access_review (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    team INTEGER NOT NULL REFERENCES team ON DELETE RESTRICT,
    from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    until_day TEXT NOT NULL CHECK (until_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    made_by INTEGER NOT NULL REFERENCES user ON DELETE RESTRICT,
    among INTEGER NOT NULL
) STRICT;

CREATE TABLE access_finding (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    review INTEGER NOT NULL REFERENCES access_review ON DELETE RESTRICT,
    signal TEXT NOT NULL CHECK (signal IN ('sample', 'emergency', 'same_name', 'same_contact', 'night', 'many', 'conflict',
                                           'unassigned', 'after_closing')),
    user INTEGER NOT NULL REFERENCES user ON DELETE RESTRICT,
    family INTEGER,
    rows TEXT NOT NULL CHECK (rows <> ''),
    decision TEXT CHECK (decision IN ('ok', 'ask', 'report')),
    note TEXT,
    decided_by INTEGER REFERENCES user ON DELETE RESTRICT,
    CHECK ((decision IS NULL) = (decided_by IS NULL))
) STRICT;

CREATE INDEX access_finding_undecided ON access_finding (review, id) WHERE decision IS NULL;
