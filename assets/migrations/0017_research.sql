-- The secret with which pseudonyms are worked out (store/research): it never leaves the casebook.
CREATE TABLE research (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    secret BLOB NOT NULL CHECK (length(secret) = 32)
) STRICT;
