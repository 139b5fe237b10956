-- What the pages of the site ask for, found at once however many ballots there are.

-- Sums of ballots leave out those that a source stopped showing; these are few.
CREATE INDEX vote_ballots_withdrawn ON vote_ballots (vote_id) WHERE withdrawn_at IS NOT NULL;

CREATE INDEX votes_by_date ON votes (date, time, number);
CREATE INDEX votes_by_term ON votes (term);
CREATE INDEX votes_by_origin ON votes (origin);
CREATE INDEX bills_by_origin ON bills (origin);
CREATE INDEX bills_by_title ON bills (chamber, title);
CREATE INDEX speeches_by_term ON speeches (term);
CREATE INDEX persons_by_origin ON persons (origin);
CREATE INDEX vote_factions_by_faction ON vote_factions (faction_id);

-- A facet is counted along an index of its own five times as fast as along one with other columns.
CREATE INDEX votes_by_finality ON votes (is_final);
CREATE INDEX votes_by_meaning ON votes (meaning_of_yes);
CREATE INDEX votes_by_outcome ON votes (outcome);
CREATE INDEX votes_by_method ON votes (method);
CREATE INDEX votes_by_status ON votes (ballots_status);
CREATE INDEX speeches_by_chamber ON speeches (chamber);
CREATE INDEX speeches_by_capacity ON speeches (capacity);
CREATE INDEX speeches_by_language ON speeches (language);
CREATE INDEX speeches_by_origin ON speeches (origin);

CREATE TABLE claim_findings (
    -- What the rows showed of each claim up to a day, kept after each run for the days that readers ask for.
    number TEXT NOT NULL,
    as_of TEXT NOT NULL,
    finding TEXT,
    PRIMARY KEY (number, as_of)
) STRICT, WITHOUT ROWID;

-- Statements of ministers are found as such from now on.
INSERT OR IGNORE INTO search_pending SELECT 'statement', id FROM statements;
