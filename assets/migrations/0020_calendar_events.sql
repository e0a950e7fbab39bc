-- The event of somebody else's calendar that a visit came from, and what that calendar told of it last. The visits of a
-- calendar are found by what it knows them by. Times are local Swedish times.

ALTER TABLE arrangement ADD COLUMN event_calendar TEXT;
ALTER TABLE arrangement ADD COLUMN event_uid TEXT;
ALTER TABLE arrangement ADD COLUMN event_given TEXT;
ALTER TABLE arrangement ADD COLUMN event_from TEXT;
ALTER TABLE arrangement ADD COLUMN event_until TEXT;
ALTER TABLE arrangement ADD COLUMN event_sequence INTEGER;

CREATE INDEX arrangement_of_event ON arrangement (family) WHERE event_uid IS NOT NULL;
