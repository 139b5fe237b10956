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

CREATE TABLE claim_findings (
    -- What the rows showed of each claim up to a day, kept after each run for the days that readers ask for.
    number TEXT NOT NULL,
    as_of TEXT NOT NULL,
    finding TEXT,
    PRIMARY KEY (number, as_of)
) STRICT, WITHOUT ROWID;
