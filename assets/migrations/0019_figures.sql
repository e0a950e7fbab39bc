-- What reports count without reading other sessions: advice, which the national table of advice and support counts by
-- year, family by family in the order in which it was given.

CREATE INDEX session_of_advice ON session (family, on_day, start, id, mode) WHERE kind = 'advice' AND outcome = 'held';
