-- What happens beside the steps of bills, which treaty a bill is about, and the claims that readers can check.

CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    country TEXT REFERENCES countries (key),
    date TEXT NOT NULL,
    date_precision TEXT NOT NULL CHECK (date_precision IN ('day', 'month', 'year')),
    kind TEXT NOT NULL CHECK (
        kind IN (
            'proposal', 'position', 'study', 'initiative', 'consultation', 'committee', 'executive council',
            'vote', 'reaction', 'meeting', 'policy', 'implementation', 'objection', 'challenge'
        )
    ),
    title TEXT NOT NULL,
    actor TEXT NOT NULL,
    actor_kind TEXT NOT NULL CHECK (
        actor_kind IN (
            'government', 'armed forces', 'parliament', 'head of state', 'states parties', 'NGO',
            'international organisation', 'citizens'
        )
    ),
    treaty TEXT,
    -- An event can be read before the bill that it belongs to, so the key need not be there yet.
    bill_key TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;
CREATE INDEX events_by_date ON events (date);

CREATE TABLE bill_treaties (
    id INTEGER PRIMARY KEY,
    -- The bill's. It is a table of its own because the parliaments' answers do not say it.
    key TEXT NOT NULL UNIQUE,
    treaty TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;

-- What the view `timeline_rows` works out, kept after each run: a page that asks for it waits for nothing.

CREATE TABLE timeline (
    key TEXT PRIMARY KEY,
    state TEXT,
    date TEXT,
    date_precision TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    words TEXT,
    actor TEXT,
    treaty TEXT,
    bill_key TEXT,
    vote_key TEXT,
    tally TEXT,
    statement_key TEXT,
    action_key TEXT,
    page TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    confidence TEXT NOT NULL,
    source_url TEXT NOT NULL,
    other_sources TEXT,
    note TEXT
) STRICT;
CREATE INDEX timeline_by_state ON timeline (state, date);
CREATE INDEX timeline_by_kind ON timeline (kind, date);

CREATE TABLE claims (
    number TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (
        kind IN ('vote', 'statement', 'stage', 'treaty', 'geography', 'role', 'absence', 'opinion')
    ),
    claim TEXT NOT NULL,
    settled_by TEXT NOT NULL,
    as_of TEXT NOT NULL,
    query TEXT NOT NULL,
    finding_query TEXT NOT NULL
) STRICT;
