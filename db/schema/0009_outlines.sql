-- Lists of speakers, where a source has them apart from the words.

CREATE TABLE speech_outlines (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    chamber TEXT NOT NULL REFERENCES chambers (key),
    term TEXT NOT NULL REFERENCES terms (key),
    sitting_key TEXT NOT NULL REFERENCES sittings (key),
    item_key TEXT NOT NULL REFERENCES agenda_items (key),
    position INTEGER NOT NULL,
    family_name TEXT NOT NULL,
    given_name TEXT NOT NULL,
    faction TEXT,
    office TEXT,
    capacity TEXT CHECK (capacity IN ('member', 'minister', 'chair', 'rapporteur', 'guest')),
    opinion TEXT,
    seconds INTEGER NOT NULL,
    speech_key TEXT REFERENCES speeches (key),
    withdrawn_at TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;
CREATE INDEX speech_outlines_by_sitting ON speech_outlines (sitting_key, position);
CREATE INDEX speech_outlines_by_speaker ON speech_outlines (family_name, given_name, seconds);
CREATE INDEX speech_outlines_by_speech ON speech_outlines (speech_key);
