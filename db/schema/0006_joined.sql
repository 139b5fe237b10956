-- What becomes of a curated vote once the official record of it is there.

CREATE TABLE vote_aliases (
    alias TEXT PRIMARY KEY,
    vote_key TEXT NOT NULL REFERENCES votes (key)
) STRICT, WITHOUT ROWID;

CREATE TABLE reported_ballots (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    vote_key TEXT NOT NULL REFERENCES votes (key),
    family_name TEXT NOT NULL,
    given_name TEXT NOT NULL,
    faction TEXT,
    option TEXT NOT NULL CHECK (
        option IN (
            'yes', 'no', 'abstain', 'choice', 'present_not_voting', 'absent', 'absent_excused',
            'not_recorded', 'secret'
        )
    ),
    label TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;
CREATE INDEX reported_ballots_by_vote ON reported_ballots (vote_key);
