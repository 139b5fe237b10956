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

-- Of ballots of which only some are known, a count would be a count of what we happen to know.

CREATE TABLE votes_new (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    chamber TEXT NOT NULL REFERENCES chambers (key),
    term TEXT NOT NULL REFERENCES terms (key),
    sitting_key TEXT REFERENCES sittings (key),
    number INTEGER,
    date TEXT NOT NULL,
    time TEXT,
    title TEXT NOT NULL,
    title_sv TEXT,
    title_en TEXT,
    question TEXT,
    question_sv TEXT,
    bill_key TEXT REFERENCES bills (key),
    is_final INTEGER NOT NULL CHECK (is_final IN (0, 1)),
    is_annulled INTEGER NOT NULL CHECK (is_annulled IN (0, 1)),
    meaning_of_yes TEXT CHECK (
        meaning_of_yes IN (
            'for the bill', 'for rejecting the bill', 'for the amendment', 'against the amendment',
            'for the statement', 'for the committee report', 'for the motion', 'for the candidate',
            'quorum check'
        )
    ),
    method TEXT NOT NULL CHECK (
        method IN ('electronic', 'roll_call', 'secret', 'show_of_hands', 'consensus')
    ),
    ballots_status TEXT NOT NULL CHECK (
        ballots_status IN ('published', 'partial', 'not_published', 'secret', 'consensus', 'not_collected')
    ),
    majority TEXT,
    threshold INTEGER,
    threshold_base TEXT,
    declared_yes INTEGER,
    declared_no INTEGER,
    declared_abstain INTEGER,
    declared_present_not_voting INTEGER,
    declared_absent INTEGER,
    counted_yes INTEGER,
    counted_no INTEGER,
    counted_abstain INTEGER,
    counted_present_not_voting INTEGER,
    counted_absent INTEGER,
    outcome TEXT CHECK (outcome IN ('passed', 'rejected', 'annulled', 'no decision')),
    outcome_label TEXT,
    url TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL)),
    CHECK ((counted_yes IS NULL) = (ballots_status <> 'published'))
) STRICT;
INSERT INTO votes_new (
    id, key, chamber, term, sitting_key, number,
    date, time, title, title_sv, title_en, question,
    question_sv, bill_key, is_final, is_annulled, meaning_of_yes, method,
    ballots_status, majority, threshold, threshold_base, declared_yes, declared_no,
    declared_abstain, declared_present_not_voting, declared_absent, counted_yes, counted_no, counted_abstain,
    counted_present_not_voting, counted_absent, outcome, outcome_label, url, origin,
    source_url, response_id, dossier_entry_id
)
SELECT
    id, key, chamber, term, sitting_key, number,
    date, time, title, title_sv, title_en, question,
    question_sv, bill_key, is_final, is_annulled, meaning_of_yes, method,
    ballots_status, majority, threshold, threshold_base, declared_yes, declared_no,
    declared_abstain, declared_present_not_voting, declared_absent, iif(ballots_status = 'published', counted_yes, NULL), iif(ballots_status = 'published', counted_no, NULL), iif(ballots_status = 'published', counted_abstain, NULL),
    iif(ballots_status = 'published', counted_present_not_voting, NULL), iif(ballots_status = 'published', counted_absent, NULL), outcome, outcome_label, url, origin,
    source_url, response_id, dossier_entry_id
FROM votes;
DROP TABLE votes;
ALTER TABLE votes_new RENAME TO votes;
CREATE INDEX votes_by_chamber_date ON votes (chamber, date);
CREATE INDEX votes_by_bill ON votes (bill_key);
CREATE INDEX votes_by_sitting ON votes (sitting_key);

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
CREATE INDEX speeches_by_day ON speeches (date, family_name);

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
