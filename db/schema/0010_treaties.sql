-- Treaties, and what states do about them.

CREATE TABLE states (
    key TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    borders_russia INTEGER CHECK (borders_russia IN (0, 1)),
    borders_belarus INTEGER CHECK (borders_belarus IN (0, 1)),
    source_url TEXT,
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((borders_russia IS NULL) = (dossier_entry_id IS NULL))
) STRICT;

CREATE TABLE state_names (
    key TEXT PRIMARY KEY,
    state TEXT NOT NULL REFERENCES states (key)
) STRICT;

CREATE TABLE treaties (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    mtdsg_no TEXT NOT NULL UNIQUE,
    unts TEXT,
    adopted_on TEXT NOT NULL,
    opened_on TEXT,
    in_force_on TEXT NOT NULL,
    joining_months INTEGER NOT NULL,
    joining_from TEXT NOT NULL CHECK (joining_from IN ('first of month', 'same day')),
    joining_rule TEXT NOT NULL,
    withdrawal_months INTEGER NOT NULL,
    withdrawal_rule TEXT NOT NULL,
    withdrawal_article TEXT NOT NULL,
    armed_conflict_clause TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;

-- What one source tells of one action; people query the view `treaty_actions`, which has the date of effect too.
-- Where the same action is told by several, `event_key` names the telling that counts.

CREATE TABLE told_actions (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    treaty TEXT NOT NULL REFERENCES treaties (key),
    state TEXT NOT NULL REFERENCES states (key),
    action TEXT NOT NULL CHECK (
        action IN (
            'signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession',
            'formal confirmation', 'consent to be bound', 'joining', 'provisional application', 'withdrawal',
            'suspension', 'objection', 'declaration', 'reservation', 'notification', 'communication',
            'no action'
        )
    ),
    label TEXT,
    name TEXT,
    date TEXT NOT NULL,
    date_precision TEXT NOT NULL CHECK (date_precision IN ('day', 'month', 'year', 'by')),
    effect_date TEXT,
    target TEXT REFERENCES states (key),
    bill_key TEXT,
    notification TEXT,
    notification_date TEXT,
    is_bracketed INTEGER NOT NULL CHECK (is_bracketed IN (0, 1)),
    place TEXT,
    note TEXT,
    event_key TEXT REFERENCES told_actions (key),
    withdrawn_at TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL)),
    CHECK (action = 'objection' OR target IS NULL)
) STRICT;
CREATE INDEX told_actions_by_state ON told_actions (treaty, state, action, date);
CREATE INDEX told_actions_by_date ON told_actions (date);
CREATE INDEX told_actions_by_event ON told_actions (event_key) WHERE event_key IS NOT NULL;

CREATE TABLE treaty_participants (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    treaty TEXT NOT NULL REFERENCES treaties (key),
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL REFERENCES states (key),
    signature_date TEXT,
    provisional_date TEXT,
    action TEXT CHECK (
        action IN (
            'ratification', 'acceptance', 'approval', 'accession', 'succession', 'formal confirmation',
            'consent to be bound', 'joining'
        )
    ),
    letter TEXT,
    date TEXT,
    effect_date TEXT,
    renunciation_date TEXT,
    termination_date TEXT,
    is_bracketed INTEGER NOT NULL CHECK (is_bracketed IN (0, 1)),
    footnotes TEXT,
    withdrawn_at TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL)),
    CHECK ((action IS NULL) = (date IS NULL))
) STRICT;
CREATE INDEX treaty_participants_by_state ON treaty_participants (treaty, state);

CREATE TABLE treaty_counts (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    treaty TEXT NOT NULL REFERENCES treaties (key),
    place TEXT NOT NULL,
    read_on TEXT NOT NULL,
    parties INTEGER,
    signatories INTEGER,
    origin TEXT NOT NULL CHECK (origin IN ('live', 'sample', 'dossier')),
    source_url TEXT NOT NULL,
    response_id INTEGER REFERENCES responses (id),
    dossier_entry_id INTEGER REFERENCES dossier_entries (id),
    CHECK ((response_id IS NULL) <> (dossier_entry_id IS NULL))
) STRICT;
CREATE INDEX treaty_counts_by_treaty ON treaty_counts (treaty, place, read_on);
