-- One person, one row: what was printed or stated under which identifier, so that a join can be undone.

CREATE TABLE person_identifiers_new (
    scheme TEXT NOT NULL,
    identifier TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    own_id INTEGER NOT NULL UNIQUE,
    PRIMARY KEY (scheme, identifier)
) STRICT, WITHOUT ROWID;
INSERT INTO person_identifiers_new (scheme, identifier, person_id, own_id)
    SELECT scheme, identifier, person_id, person_id FROM person_identifiers;
DROP TABLE person_identifiers;
ALTER TABLE person_identifiers_new RENAME TO person_identifiers;
CREATE INDEX person_identifiers_by_person ON person_identifiers (person_id);

CREATE TABLE person_names_new (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    own_id INTEGER NOT NULL,
    family_name TEXT NOT NULL,
    given_name TEXT NOT NULL,
    folded_name TEXT NOT NULL,
    UNIQUE (own_id, family_name, given_name)
) STRICT;
INSERT INTO person_names_new (id, person_id, own_id, family_name, given_name, folded_name)
    SELECT id, person_id, person_id, family_name, given_name, '' FROM person_names;

CREATE TABLE vote_ballots_new (
    vote_id INTEGER NOT NULL REFERENCES votes (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    name_id INTEGER NOT NULL REFERENCES person_names_new (id),
    faction_id INTEGER REFERENCES factions (id),
    label_id INTEGER NOT NULL REFERENCES ballot_labels (id),
    withdrawn_at TEXT,
    PRIMARY KEY (vote_id, person_id)
) STRICT, WITHOUT ROWID;
INSERT INTO vote_ballots_new (vote_id, person_id, name_id, faction_id, label_id, withdrawn_at)
    SELECT vote_id, person_id, name_id, faction_id, label_id, withdrawn_at FROM vote_ballots;
DROP TABLE vote_ballots;
DROP TABLE person_names;
ALTER TABLE person_names_new RENAME TO person_names;
ALTER TABLE vote_ballots_new RENAME TO vote_ballots;
CREATE INDEX vote_ballots_by_person ON vote_ballots (person_id);
CREATE INDEX person_names_by_person ON person_names (person_id);
CREATE INDEX person_names_by_folded_name ON person_names (folded_name);

ALTER TABLE memberships ADD COLUMN own_id INTEGER NOT NULL DEFAULT 0;
UPDATE memberships SET own_id = person_id;
CREATE INDEX memberships_by_own ON memberships (own_id);

CREATE TABLE merged_persons (
    -- A row of `persons` that was joined to another one, set aside as its register stated it.
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    given_name TEXT NOT NULL,
    birth_date TEXT,
    birth_year INTEGER,
    is_stated INTEGER NOT NULL CHECK (is_stated IN (0, 1)),
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;

CREATE TABLE person_merges (
    merged_key TEXT PRIMARY KEY REFERENCES merged_persons (key),
    kept_key TEXT NOT NULL REFERENCES persons (key),
    method TEXT NOT NULL CHECK (method IN ('name and birth date', 'reviewed')),
    reason TEXT NOT NULL,
    source_url TEXT NOT NULL,
    merged_at TEXT NOT NULL,
    CHECK (merged_key <> kept_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_merges_by_kept_key ON person_merges (kept_key);

CREATE TABLE reviewed_identities (
    -- A person can be reviewed before any answer names them, so the keys need not be there yet.
    one_key TEXT NOT NULL,
    other_key TEXT NOT NULL,
    is_same INTEGER NOT NULL CHECK (is_same IN (0, 1)),
    reason TEXT NOT NULL,
    source_url TEXT NOT NULL,
    checked_by TEXT NOT NULL,
    checked_on TEXT NOT NULL,
    PRIMARY KEY (one_key, other_key),
    CHECK (one_key < other_key)
) STRICT, WITHOUT ROWID;
