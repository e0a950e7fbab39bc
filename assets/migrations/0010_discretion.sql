-- To whom of the family a session's note may be told, ticked by somebody who had read it; and against whom a person is
-- protected, by reference, for files name people so.

CREATE TABLE session_told (
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES member ON DELETE CASCADE,
    PRIMARY KEY (session, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_told_by_person ON session_told (person);

ALTER TABLE member ADD COLUMN protected_against TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(protected_against));
