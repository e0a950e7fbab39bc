-- What each format since this one asks of the programs before it: from which format on a program may read the casebook,
-- and from which on it may write to it. A row a format, written by whoever brings the casebook up; the greatest counts.

CREATE TABLE format (
    number INTEGER PRIMARY KEY,
    read_from INTEGER NOT NULL CHECK (read_from BETWEEN 1 AND number),
    written_from INTEGER NOT NULL CHECK (written_from BETWEEN read_from AND number)
) STRICT;

CREATE TRIGGER format_is_never_rewritten BEFORE UPDATE ON format
BEGIN
    SELECT RAISE(ABORT, 'formats are never rewritten');
END;

-- REPLACE fires no trigger of the row it takes away.
CREATE TRIGGER format_is_never_replaced BEFORE INSERT ON format WHEN EXISTS (SELECT 1 FROM format WHERE number = NEW.number)
BEGIN
    SELECT RAISE(ABORT, 'formats are never rewritten');
END;

CREATE TRIGGER format_is_never_taken_back BEFORE DELETE ON format
BEGIN
    SELECT RAISE(ABORT, 'formats are never taken back');
END;
