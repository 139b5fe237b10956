ALTER TABLE runs ADD COLUMN selection TEXT NOT NULL DEFAULT '';
ALTER TABLE runs ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;

CREATE TABLE alarms (
    id INTEGER PRIMARY KEY,
    alarm TEXT NOT NULL,
    source TEXT NOT NULL,
    page TEXT NOT NULL,
    expected TEXT NOT NULL,
    came TEXT NOT NULL,
    explanation TEXT NOT NULL,
    advice TEXT NOT NULL,
    raised_at TEXT NOT NULL,
    cleared_at TEXT
) STRICT;
CREATE UNIQUE INDEX alarms_that_stand ON alarms (alarm, source, page) WHERE cleared_at IS NULL;
