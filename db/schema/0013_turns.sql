-- Turns whose day is not known, turns that were handed in and not said; under which identifier somebody spoke,
-- signed or held an office, so that a join of two persons can be undone there too.

CREATE TABLE speeches_new (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    chamber TEXT NOT NULL REFERENCES chambers (key),
    term TEXT NOT NULL REFERENCES terms (key),
    sitting_key TEXT NOT NULL REFERENCES sittings (key),
    item_key TEXT REFERENCES agenda_items (key),
    bill_key TEXT,
    position INTEGER NOT NULL,
    date TEXT,
    start_time TEXT,
    end_time TEXT,
    seconds INTEGER,
    is_unspoken INTEGER CHECK (is_unspoken IN (0, 1)),
    speaker TEXT,
    family_name TEXT,
    given_name TEXT,
    person_id INTEGER REFERENCES persons (id),
    own_id INTEGER,
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
-- Where a person has several identifiers, nobody can say any more under which of them a stored turn came.
INSERT INTO speeches_new (
    id, key, chamber, term, sitting_key, item_key, bill_key, position, date, start_time, end_time, seconds,
    speaker, family_name, given_name, person_id, own_id, person_method, person_confidence,
    capacity, office, faction, faction_basis, language, text, gist, is_draft, url, withdrawn_at,
    origin, source_url, response_id, dossier_entry_id
)
SELECT
    id, key, chamber, term, sitting_key, item_key, bill_key, position, date, start_time, end_time, seconds,
    speaker, family_name, given_name, person_id,
    CASE person_method WHEN 'identifier' THEN (
        SELECT CASE count(*) WHEN 1 THEN max(own_id) END
        FROM person_identifiers WHERE person_identifiers.person_id = speeches.person_id
    ) END,
    person_method, person_confidence,
    capacity, office, faction, faction_basis, language, text, gist, is_draft, url, withdrawn_at,
    origin, source_url, response_id, dossier_entry_id
FROM speeches;
DROP TABLE speeches;
ALTER TABLE speeches_new RENAME TO speeches;
CREATE INDEX speeches_by_sitting ON speeches (sitting_key, position);
CREATE INDEX speeches_by_item ON speeches (item_key);
CREATE INDEX speeches_by_bill ON speeches (bill_key);
CREATE INDEX speeches_by_person ON speeches (person_id, date);
CREATE INDEX speeches_by_own ON speeches (own_id);
CREATE INDEX speeches_by_day ON speeches (date, family_name);

-- The triggers went with the table. What waits to be indexed waits by its number, and that has stayed.
CREATE TRIGGER search_new_speech AFTER INSERT ON speeches
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('speech', NEW.id); END;
CREATE TRIGGER search_changed_speech
AFTER UPDATE OF text, gist, language, speaker, capacity, date, withdrawn_at ON speeches
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('speech', NEW.id); END;

-- Where the words of a sitting are published, also where we do not collect them.
ALTER TABLE sittings ADD COLUMN transcript_url TEXT;

ALTER TABLE offices ADD COLUMN own_id INTEGER;
UPDATE offices SET own_id = (
    SELECT CASE count(*) WHEN 1 THEN max(own_id) END
    FROM person_identifiers WHERE person_identifiers.person_id = offices.person_id
);

ALTER TABLE statement_signatories ADD COLUMN own_id INTEGER;
UPDATE statement_signatories SET own_id = (
    SELECT CASE count(*) WHEN 1 THEN max(own_id) END
    FROM person_identifiers WHERE person_identifiers.person_id = statement_signatories.person_id
)
WHERE person_id IS NOT NULL;
