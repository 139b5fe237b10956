-- Reference: what the descriptors of the parliaments say.

CREATE TABLE countries (
    key TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE chambers (
    key TEXT PRIMARY KEY,
    country TEXT NOT NULL REFERENCES countries (key),
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    seats INTEGER NOT NULL CHECK (seats > 0),
    timezone TEXT NOT NULL
) STRICT;

CREATE TABLE terms (
    key TEXT PRIMARY KEY,
    chamber TEXT NOT NULL REFERENCES chambers (key),
    label TEXT NOT NULL,
    start_date TEXT,
    end_date TEXT
) STRICT;

CREATE TABLE sources (
    key TEXT PRIMARY KEY,
    country TEXT NOT NULL REFERENCES countries (key),
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    licence TEXT NOT NULL,
    attribution TEXT NOT NULL
) STRICT;

CREATE TABLE parsers (
    key TEXT PRIMARY KEY,
    source TEXT NOT NULL REFERENCES sources (key),
    page TEXT NOT NULL,
    evidence TEXT NOT NULL CHECK (evidence IN ('proven', 'proven on a rendering', 'constructed')),
    description TEXT NOT NULL
) STRICT;

-- Provenance: which run read which response, and which curated fact stands behind a row.

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    spider TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('live', 'sample', 'offline', 'rebuild')),
    started_at TEXT NOT NULL,
    finished_at TEXT,
    state TEXT NOT NULL CHECK (
        state IN ('running', 'ok', 'nothing found', 'unreachable', 'refused', 'quarantined', 'failed')
    ),
    reason TEXT,
    requests INTEGER NOT NULL DEFAULT 0,
    responses INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    quarantined INTEGER NOT NULL DEFAULT 0,
    not_archived INTEGER NOT NULL DEFAULT 0,
    rows_written INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE run_problems (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs (id),
    state TEXT NOT NULL CHECK (state IN ('unreachable', 'refused', 'quarantined', 'failed')),
    url TEXT NOT NULL,
    reason TEXT NOT NULL,
    found_at TEXT NOT NULL
) STRICT;
CREATE INDEX run_problems_by_run ON run_problems (run_id);

CREATE TABLE responses (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL REFERENCES sources (key),
    page TEXT NOT NULL,
    url TEXT NOT NULL,
    method TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    status INTEGER NOT NULL,
    content_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample')),
    state TEXT NOT NULL CHECK (state IN ('stored', 'quarantined')),
    reason TEXT,
    run_id INTEGER NOT NULL REFERENCES runs (id),
    CHECK ((state = 'quarantined') = (reason IS NOT NULL))
) STRICT;
CREATE INDEX responses_by_fingerprint ON responses (fingerprint, id);
CREATE INDEX responses_by_run ON responses (run_id);

CREATE TABLE dossier_entries (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    source_url TEXT NOT NULL,
    source_name TEXT NOT NULL,
    confidence TEXT NOT NULL CHECK (confidence IN ('official', 'confirmed', 'single source', 'unverified')),
    note TEXT
) STRICT;

-- People and where they sit.

CREATE TABLE persons (
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
CREATE INDEX persons_by_name ON persons (family_name, given_name);

CREATE TABLE person_identifiers (
    scheme TEXT NOT NULL,
    identifier TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    PRIMARY KEY (scheme, identifier)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_identifiers_by_person ON person_identifiers (person_id);

CREATE TABLE person_names (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    family_name TEXT NOT NULL,
    given_name TEXT NOT NULL,
    UNIQUE (person_id, family_name, given_name)
) STRICT;

CREATE TABLE factions (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    chamber TEXT NOT NULL REFERENCES chambers (key),
    term TEXT REFERENCES terms (key),
    label TEXT NOT NULL,
    name TEXT,
    name_sv TEXT,
    member_count INTEGER,
    is_stated INTEGER NOT NULL CHECK (is_stated IN (0, 1)),
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;
CREATE INDEX factions_by_chamber ON factions (chamber);

CREATE TABLE memberships (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    person_id INTEGER NOT NULL REFERENCES persons (id),
    chamber TEXT NOT NULL REFERENCES chambers (key),
    term TEXT REFERENCES terms (key),
    faction_id INTEGER REFERENCES factions (id),
    start_date TEXT,
    end_date TEXT,
    is_active INTEGER CHECK (is_active IN (0, 1)),
    withdrawn_at TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL)),
    CHECK (end_date IS NULL OR start_date IS NULL OR start_date <= end_date)
) STRICT;
CREATE INDEX memberships_by_person ON memberships (person_id, chamber);
CREATE INDEX memberships_by_faction ON memberships (faction_id);

-- What the chambers do.

CREATE TABLE sittings (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    chamber TEXT NOT NULL REFERENCES chambers (key),
    term TEXT NOT NULL REFERENCES terms (key),
    number INTEGER,
    title TEXT,
    start_date TEXT,
    end_date TEXT,
    is_current INTEGER CHECK (is_current IN (0, 1)),
    is_stated INTEGER NOT NULL CHECK (is_stated IN (0, 1)),
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;

CREATE TABLE sitting_days (
    sitting_id INTEGER NOT NULL REFERENCES sittings (id),
    date TEXT NOT NULL,
    PRIMARY KEY (sitting_id, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE bills (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    chamber TEXT NOT NULL REFERENCES chambers (key),
    term TEXT REFERENCES terms (key),
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    title_sv TEXT,
    title_en TEXT,
    kind TEXT,
    sponsor TEXT,
    submitted_on TEXT,
    closed_on TEXT,
    decision TEXT,
    act TEXT,
    is_tracked INTEGER NOT NULL DEFAULT 0 CHECK (is_tracked IN (0, 1)),
    url TEXT,
    is_stated INTEGER NOT NULL CHECK (is_stated IN (0, 1)),
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;

CREATE TABLE bill_documents (
    -- A paper can be read before the bill that it belongs to, so the key need not be there yet.
    bill_key TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (bill_key, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX bill_documents_by_document ON bill_documents (document);

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    chamber TEXT NOT NULL REFERENCES chambers (key),
    term TEXT REFERENCES terms (key),
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT,
    url TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;

CREATE TABLE stages (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    bill_key TEXT NOT NULL REFERENCES bills (key),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind IN (
            'announcement', 'executive council', 'government approval', 'submission', 'referral',
            'referral debate', 'committee', 'opinion', 'first reading', 'second reading', 'third reading',
            'only reading', 'final vote', 'second chamber', 'reconsideration', 'reply', 'to head of state',
            'veto', 'signature', 'promulgation', 'entry into force', 'denunciation', 'deposit', 'effect',
            'end', 'other'
        )
    ),
    label TEXT NOT NULL,
    date TEXT,
    date_precision TEXT NOT NULL CHECK (date_precision IN ('day', 'month', 'year')),
    actor TEXT,
    decision TEXT,
    sitting_key TEXT,
    vote_key TEXT,
    document TEXT,
    withdrawn_at TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;
CREATE INDEX stages_by_bill ON stages (bill_key, position);

CREATE TABLE votes (
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
    CHECK ((counted_yes IS NULL) = (ballots_status NOT IN ('published', 'partial')))
) STRICT;
CREATE INDEX votes_by_chamber_date ON votes (chamber, date);
CREATE INDEX votes_by_bill ON votes (bill_key);
CREATE INDEX votes_by_sitting ON votes (sitting_key);

CREATE TABLE vote_documents (
    vote_id INTEGER NOT NULL REFERENCES votes (id),
    document TEXT NOT NULL,
    PRIMARY KEY (vote_id, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX vote_documents_by_document ON vote_documents (document);

CREATE TABLE vote_bills (
    vote_id INTEGER NOT NULL REFERENCES votes (id),
    bill_id INTEGER NOT NULL REFERENCES bills (id),
    basis TEXT NOT NULL CHECK (basis IN ('stated', 'derived')),
    PRIMARY KEY (vote_id, bill_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX vote_bills_by_bill ON vote_bills (bill_id);

CREATE TABLE vote_choices (
    vote_id INTEGER NOT NULL REFERENCES votes (id),
    number INTEGER NOT NULL,
    label TEXT NOT NULL,
    votes INTEGER,
    PRIMARY KEY (vote_id, number)
) STRICT, WITHOUT ROWID;

-- Ballots are the one big table, so it holds small integers only; people query the view `ballots`.

CREATE TABLE ballot_labels (
    id INTEGER PRIMARY KEY,
    chamber TEXT NOT NULL REFERENCES chambers (key),
    label TEXT NOT NULL,
    option TEXT NOT NULL CHECK (
        option IN (
            'yes', 'no', 'abstain', 'choice', 'present_not_voting', 'absent', 'absent_excused',
            'not_recorded', 'secret'
        )
    ),
    basis TEXT NOT NULL CHECK (basis IN ('stated', 'derived')),
    rule TEXT,
    CHECK (basis = 'stated' OR rule IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX ballot_labels_once
    ON ballot_labels (chamber, label, option, basis, coalesce(rule, ''));

CREATE TABLE vote_ballots (
    vote_id INTEGER NOT NULL REFERENCES votes (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    name_id INTEGER NOT NULL REFERENCES person_names (id),
    faction_id INTEGER REFERENCES factions (id),
    label_id INTEGER NOT NULL REFERENCES ballot_labels (id),
    withdrawn_at TEXT,
    PRIMARY KEY (vote_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX vote_ballots_by_person ON vote_ballots (person_id);

CREATE TABLE ballot_choices (
    vote_id INTEGER NOT NULL REFERENCES votes (id),
    person_id INTEGER NOT NULL REFERENCES persons (id),
    number INTEGER NOT NULL,
    option TEXT NOT NULL CHECK (option IN ('yes', 'no')),
    PRIMARY KEY (vote_id, person_id, number)
) STRICT, WITHOUT ROWID;

-- What keeps it honest.

CREATE TABLE tally_reports (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    vote_key TEXT NOT NULL,
    place TEXT NOT NULL,
    yes INTEGER,
    no INTEGER,
    abstain INTEGER,
    present_not_voting INTEGER,
    absent INTEGER,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;
CREATE INDEX tally_reports_by_vote ON tally_reports (vote_key);

CREATE TABLE expectations (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    subject_key TEXT NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('votes', 'ballots', 'members')),
    expected INTEGER NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;

CREATE TABLE revisions (
    id INTEGER PRIMARY KEY,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    column_name TEXT NOT NULL,
    old_value TEXT,
    new_value TEXT,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    seen_at TEXT NOT NULL
) STRICT;
CREATE INDEX revisions_by_row ON revisions (table_name, row_key);

CREATE TABLE findings (
    id INTEGER PRIMARY KEY,
    invariant TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'notice')),
    explanation TEXT NOT NULL,
    subject_key TEXT NOT NULL,
    message TEXT NOT NULL,
    found_at TEXT NOT NULL
) STRICT;
