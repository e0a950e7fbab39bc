-- Restrictions that go on until further notice, and sessions that were kept in spite of a restriction.

ALTER TABLE restriction ADD COLUMN further_notice INTEGER NOT NULL DEFAULT 0
    CHECK (further_notice IN (0, 1) AND (further_notice = 0 OR until_day IS NULL));

ALTER TABLE session ADD COLUMN despite TEXT;
