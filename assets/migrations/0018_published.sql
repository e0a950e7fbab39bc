-- What has left the house in reports: each with its tables and every cell of them, so that none that comes later tells
-- what one of them masks. What is under a mask stands here as well, as it does in the records that were counted.

CREATE TABLE published (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL CHECK (at <> ''),
    report TEXT NOT NULL CHECK (report <> ''),
    tables TEXT NOT NULL CHECK (json_valid(tables))
) STRICT;

CREATE INDEX published_by_report ON published (report, id);
