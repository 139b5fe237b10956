-- Who was in the hall at a moment, by which a ballot that was not cast is told from an absence.

CREATE TABLE registrations (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    chamber TEXT NOT NULL REFERENCES chambers (key),
    scheme TEXT NOT NULL,
    time TEXT NOT NULL,
    present INTEGER NOT NULL,
    missing INTEGER NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;
CREATE INDEX registrations_by_time ON registrations (chamber, time);

CREATE TABLE registered_members (
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    identifier TEXT NOT NULL,
    is_present INTEGER NOT NULL CHECK (is_present IN (0, 1)),
    PRIMARY KEY (registration_id, identifier)
) STRICT, WITHOUT ROWID;

-- A label that a registration made of another one: the ballot itself was left as it came.
ALTER TABLE ballot_labels ADD COLUMN refines INTEGER REFERENCES ballot_labels (id);
