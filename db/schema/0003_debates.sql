-- Debates, statements and offices; parts of tallies; what answers look like; sources that are of no state.

CREATE TABLE sources_new (
    key TEXT PRIMARY KEY,
    country TEXT REFERENCES countries (key),
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    licence TEXT NOT NULL,
    attribution TEXT NOT NULL
) STRICT;
INSERT INTO sources_new SELECT key, country, name, url, licence, attribution FROM sources;
DROP TABLE sources;
ALTER TABLE sources_new RENAME TO sources;

CREATE TABLE expectations_new (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    subject_key TEXT NOT NULL,
    what TEXT NOT NULL CHECK (
        what IN (
            'sittings', 'votes', 'ballots', 'members', 'stages', 'documents', 'transcripts', 'speeches'
        )
    ),
    expected INTEGER NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;
INSERT INTO expectations_new
SELECT id, key, subject_key, what, expected, origin, source_url, response_id, dossier_entry_id FROM expectations;
DROP TABLE expectations;
ALTER TABLE expectations_new RENAME TO expectations;

CREATE TABLE vote_breakdowns (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    vote_key TEXT NOT NULL REFERENCES votes (key),
    kind TEXT NOT NULL CHECK (kind IN ('faction', 'side', 'district')),
    label TEXT NOT NULL,
    yes INTEGER,
    no INTEGER,
    abstain INTEGER,
    present_not_voting INTEGER,
    absent INTEGER,
    withdrawn_at TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;
CREATE INDEX vote_breakdowns_by_vote ON vote_breakdowns (vote_key);

CREATE TABLE shape_differences (
    id INTEGER PRIMARY KEY,
    parser TEXT NOT NULL REFERENCES parsers (key),
    kind TEXT NOT NULL CHECK (kind IN ('missing', 'unknown')),
    name TEXT NOT NULL,
    response_id INTEGER NOT NULL REFERENCES responses (id),
    UNIQUE (parser, kind, name)
) STRICT;

CREATE TABLE agenda_items (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    chamber TEXT NOT NULL REFERENCES chambers (key),
    term TEXT NOT NULL REFERENCES terms (key),
    sitting_key TEXT NOT NULL REFERENCES sittings (key),
    position INTEGER NOT NULL,
    number TEXT,
    title TEXT NOT NULL,
    stage TEXT,
    withdrawn_at TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;
CREATE INDEX agenda_items_by_sitting ON agenda_items (sitting_key, position);

CREATE TABLE agenda_item_bills (
    -- A debate can be read before the bill that it is about, so the key need not be there yet.
    item_key TEXT NOT NULL REFERENCES agenda_items (key),
    bill_key TEXT NOT NULL,
    PRIMARY KEY (item_key, bill_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX agenda_item_bills_by_bill ON agenda_item_bills (bill_key);

CREATE TABLE agenda_item_documents (
    item_key TEXT NOT NULL REFERENCES agenda_items (key),
    document TEXT NOT NULL,
    PRIMARY KEY (item_key, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX agenda_item_documents_by_document ON agenda_item_documents (document);

CREATE TABLE agenda_item_votes (
    item_key TEXT NOT NULL REFERENCES agenda_items (key),
    vote_key TEXT NOT NULL,
    PRIMARY KEY (item_key, vote_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX agenda_item_votes_by_vote ON agenda_item_votes (vote_key);

CREATE TABLE speeches (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    chamber TEXT NOT NULL REFERENCES chambers (key),
    term TEXT NOT NULL REFERENCES terms (key),
    sitting_key TEXT NOT NULL REFERENCES sittings (key),
    item_key TEXT REFERENCES agenda_items (key),
    bill_key TEXT,
    position INTEGER NOT NULL,
    date TEXT NOT NULL,
    start_time TEXT,
    end_time TEXT,
    seconds INTEGER,
    speaker TEXT,
    family_name TEXT,
    given_name TEXT,
    person_id INTEGER REFERENCES persons (id),
    person_method TEXT CHECK (person_method IN ('identifier', 'name', 'name and faction', 'name and office')),
    person_confidence TEXT CHECK (person_confidence IN ('official', 'high', 'medium')),
    capacity TEXT CHECK (capacity IN ('member', 'minister', 'chair', 'rapporteur', 'guest')),
    office TEXT,
    faction TEXT,
    faction_basis TEXT CHECK (faction_basis IN ('stated', 'derived')),
    language TEXT,
    text TEXT,
    gist TEXT,
    is_draft INTEGER CHECK (is_draft IN (0, 1)),
    url TEXT,
    withdrawn_at TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL)),
    CHECK ((person_id IS NULL) = (person_method IS NULL))
) STRICT;
CREATE INDEX speeches_by_sitting ON speeches (sitting_key, position);
CREATE INDEX speeches_by_item ON speeches (item_key);
CREATE INDEX speeches_by_bill ON speeches (bill_key);
CREATE INDEX speeches_by_person ON speeches (person_id, date);

CREATE TABLE ballot_corrections (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    speech_key TEXT NOT NULL REFERENCES speeches (key),
    vote_key TEXT,
    option TEXT CHECK (
        option IN (
            'yes', 'no', 'abstain', 'choice', 'present_not_voting', 'absent', 'absent_excused',
            'not_recorded', 'secret'
        )
    ),
    label TEXT NOT NULL,
    withdrawn_at TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;
CREATE INDEX ballot_corrections_by_speech ON ballot_corrections (speech_key);

CREATE TABLE offices (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    country TEXT NOT NULL REFERENCES countries (key),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    kind TEXT NOT NULL CHECK (
        kind IN (
            'head of state', 'prime minister', 'minister of defence', 'minister of foreign affairs',
            'minister', 'vice-minister', 'other'
        )
    ),
    title TEXT NOT NULL,
    start_date TEXT,
    start_precision TEXT NOT NULL CHECK (start_precision IN ('day', 'month', 'year')),
    end_date TEXT,
    end_precision TEXT NOT NULL CHECK (end_precision IN ('day', 'month', 'year')),
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL)),
    CHECK (end_date IS NULL OR start_date IS NULL OR start_date <= end_date)
) STRICT;
CREATE INDEX offices_by_person ON offices (person_id);

CREATE TABLE statements (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    country TEXT REFERENCES countries (key),
    date TEXT NOT NULL,
    date_precision TEXT NOT NULL CHECK (date_precision IN ('day', 'month', 'year')),
    time TEXT,
    channel TEXT NOT NULL,
    venue TEXT,
    title TEXT,
    language TEXT,
    url TEXT NOT NULL,
    text TEXT,
    gist TEXT,
    stance TEXT CHECK (stance IN ('for', 'against', 'undecided')),
    treaty TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;
CREATE INDEX statements_by_date ON statements (date);

CREATE TABLE statement_signatories (
    statement_id INTEGER NOT NULL REFERENCES statements (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    person_id INTEGER REFERENCES persons (id),
    office TEXT,
    country TEXT REFERENCES countries (key),
    PRIMARY KEY (statement_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_signatories_by_person ON statement_signatories (person_id);

CREATE TABLE tags (
    -- Of a speech or a statement, by its key. The words are those that caused the tag.
    subject_key TEXT NOT NULL,
    scheme TEXT NOT NULL CHECK (scheme IN ('topic', 'argument')),
    tag TEXT NOT NULL,
    basis TEXT NOT NULL CHECK (basis IN ('rule', 'curated')),
    rule TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (subject_key, scheme, tag, basis, rule, words)
) STRICT, WITHOUT ROWID;
CREATE INDEX tags_by_tag ON tags (scheme, tag);
