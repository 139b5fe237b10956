-- Measures: counts that follow from ballots, worked out again for what a run changed. No other table refers to
-- these and they refer to none, so they can be emptied and filled anew at any time; until then they may name a
-- row that is gone.

CREATE TABLE unattached_labels (
    -- Labels under which a source lists the members who belong to no faction: they have no line.
    chamber TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (chamber, label)
) STRICT, WITHOUT ROWID;
INSERT INTO unattached_labels (chamber, label) VALUES
    ('ee-riigikogu', 'Fraktsiooni mittekuuluvad Riigikogu liikmed'),
    ('lt-seimas', 'MG'),
    ('lt-seimas', 'MSNG'),
    ('pl-sejm', 'niez.');

CREATE TABLE measured_terms (
    id INTEGER PRIMARY KEY,
    term TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE vote_places (
    -- Every vote that is summed up. One that is measured has a place in its term; each 62 places are a block.
    vote_id INTEGER PRIMARY KEY,
    term_id INTEGER NOT NULL,
    place INTEGER
) STRICT;
CREATE INDEX vote_places_by_term ON vote_places (term_id, place);

CREATE TABLE vote_options (
    vote_id INTEGER NOT NULL,
    option TEXT NOT NULL,
    ballots INTEGER NOT NULL,
    PRIMARY KEY (vote_id, option)
) STRICT, WITHOUT ROWID;

CREATE TABLE vote_factions (
    id INTEGER PRIMARY KEY,
    vote_id INTEGER NOT NULL,
    faction_id INTEGER,
    ballots INTEGER NOT NULL,
    yes INTEGER NOT NULL,
    no INTEGER NOT NULL,
    abstain INTEGER NOT NULL,
    choice INTEGER NOT NULL,
    present_not_voting INTEGER NOT NULL,
    absent INTEGER NOT NULL,
    absent_excused INTEGER NOT NULL,
    not_recorded INTEGER NOT NULL,
    secret INTEGER NOT NULL,
    line TEXT CHECK (line IN ('yes', 'no', 'abstain')),
    against INTEGER,
    rice REAL,
    agreement_index REAL,
    CHECK ((line IS NULL) = (against IS NULL))
) STRICT;
-- With the line, so that a ballot is held against it without a look at the row.
CREATE INDEX vote_factions_by_vote ON vote_factions (vote_id, faction_id, line);

CREATE TABLE ballot_blocks (
    -- Sixty-two votes of one member: yes, no and abstain as one bit a vote, everything else as a count.
    term_id INTEGER NOT NULL,
    block INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    yes INTEGER NOT NULL,
    no INTEGER NOT NULL,
    abstain INTEGER NOT NULL,
    ballots INTEGER NOT NULL,
    present_not_voting INTEGER NOT NULL,
    absent INTEGER NOT NULL,
    absent_excused INTEGER NOT NULL,
    attended INTEGER NOT NULL,
    missed INTEGER NOT NULL,
    with_a_line INTEGER NOT NULL,
    against INTEGER NOT NULL,
    PRIMARY KEY (term_id, block, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE member_terms (
    term_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    ballots INTEGER NOT NULL,
    yes INTEGER NOT NULL,
    no INTEGER NOT NULL,
    abstain INTEGER NOT NULL,
    present_not_voting INTEGER NOT NULL,
    absent INTEGER NOT NULL,
    absent_excused INTEGER NOT NULL,
    attended INTEGER NOT NULL,
    missed INTEGER NOT NULL,
    with_a_line INTEGER NOT NULL,
    against INTEGER NOT NULL,
    PRIMARY KEY (term_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_terms_by_person ON member_terms (person_id);

CREATE TABLE member_pairs (
    term_id INTEGER NOT NULL,
    one_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    agreed INTEGER NOT NULL,
    PRIMARY KEY (term_id, one_id, other_id),
    CHECK (one_id < other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE faction_pairs (
    term_id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    one_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    agreed INTEGER NOT NULL,
    PRIMARY KEY (term_id, year, one_id, other_id),
    CHECK (one_id < other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE bill_ballots (
    bill_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    ballots INTEGER NOT NULL,
    yes INTEGER NOT NULL,
    no INTEGER NOT NULL,
    abstain INTEGER NOT NULL,
    present_not_voting INTEGER NOT NULL,
    absent INTEGER NOT NULL,
    absent_excused INTEGER NOT NULL,
    with_a_line INTEGER NOT NULL,
    against INTEGER NOT NULL,
    PRIMARY KEY (bill_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX bill_ballots_by_person ON bill_ballots (person_id);

CREATE TABLE ballot_facets (
    id INTEGER PRIMARY KEY,
    chamber TEXT NOT NULL,
    term TEXT NOT NULL,
    year INTEGER NOT NULL,
    faction_id INTEGER,
    option TEXT NOT NULL,
    kind TEXT NOT NULL,
    ballots INTEGER NOT NULL
) STRICT;
CREATE INDEX ballot_facets_by_term ON ballot_facets (term);

CREATE TABLE measure_pending (
    kind TEXT NOT NULL CHECK (kind IN ('vote', 'bill')),
    subject_id INTEGER NOT NULL,
    PRIMARY KEY (kind, subject_id)
) STRICT, WITHOUT ROWID;

-- What changed waits here until a run closes. A later migration that makes one of these tables anew takes its
-- triggers with it and has to make them anew as well; tests/db/measures/test_refreshing.py notices.
CREATE TRIGGER measure_new_ballot AFTER INSERT ON vote_ballots
BEGIN INSERT OR IGNORE INTO measure_pending VALUES ('vote', NEW.vote_id); END;
CREATE TRIGGER measure_changed_ballot
AFTER UPDATE OF vote_id, person_id, faction_id, label_id, withdrawn_at ON vote_ballots
BEGIN INSERT OR IGNORE INTO measure_pending VALUES ('vote', OLD.vote_id), ('vote', NEW.vote_id); END;
CREATE TRIGGER measure_gone_ballot AFTER DELETE ON vote_ballots
BEGIN INSERT OR IGNORE INTO measure_pending VALUES ('vote', OLD.vote_id); END;
CREATE TRIGGER measure_changed_vote
AFTER UPDATE OF
    chamber, term, date, is_final, is_annulled, meaning_of_yes, ballots_status, counted_absent
    ON votes
BEGIN INSERT OR IGNORE INTO measure_pending VALUES ('vote', NEW.id); END;
CREATE TRIGGER measure_new_choice AFTER INSERT ON vote_choices
BEGIN INSERT OR IGNORE INTO measure_pending VALUES ('vote', NEW.vote_id); END;
CREATE TRIGGER measure_new_bill_of_vote AFTER INSERT ON vote_bills
BEGIN INSERT OR IGNORE INTO measure_pending VALUES ('bill', NEW.bill_id); END;
CREATE TRIGGER measure_gone_bill_of_vote AFTER DELETE ON vote_bills
BEGIN INSERT OR IGNORE INTO measure_pending VALUES ('bill', OLD.bill_id); END;
CREATE TRIGGER measure_changed_bill AFTER UPDATE OF is_tracked ON bills
BEGIN INSERT OR IGNORE INTO measure_pending VALUES ('bill', NEW.id); END;

INSERT INTO measure_pending SELECT DISTINCT 'vote', vote_id FROM vote_ballots;
INSERT INTO measure_pending SELECT 'bill', id FROM bills WHERE is_tracked;
