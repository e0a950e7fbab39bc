-- What was counted of advice and support by hand: figures of the unit, of no family.

CREATE TABLE advice_count (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL DEFAULT 1,
    year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
    row TEXT NOT NULL CHECK (row IN ('new_visits', 'new_visits_mothers', 'new_visits_fathers', 'phone_calls',
                                     'in_person_or_digital', 'total_occasions')),
    -- Nothing is not measured, which is no zero.
    value INTEGER CHECK (value >= 0),
    until_day TEXT CHECK (until_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    UNIQUE (year, row)
) STRICT;
