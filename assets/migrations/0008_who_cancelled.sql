-- Who cancelled keeps the person: beside the side on which they stand, which of the family it was, where it was said.

ALTER TABLE session ADD COLUMN cancelled_by_person INTEGER REFERENCES member ON DELETE RESTRICT
    CHECK (cancelled_by_person IS NULL OR cancelled_by IS NOT NULL);
ALTER TABLE occurrence ADD COLUMN cancelled_by_person INTEGER REFERENCES member ON DELETE RESTRICT
    CHECK (cancelled_by_person IS NULL OR cancelled_by IS NOT NULL);

CREATE INDEX session_by_canceller ON session (cancelled_by_person) WHERE cancelled_by_person IS NOT NULL;
CREATE INDEX occurrence_by_canceller ON occurrence (cancelled_by_person) WHERE cancelled_by_person IS NOT NULL;
