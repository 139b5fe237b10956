-- Ballots that come apart from their vote, a part of them at a time.

-- The source's own identifiers of votes, where other answers name a vote by nothing else.
CREATE TABLE vote_identifiers (
    chamber TEXT NOT NULL REFERENCES chambers (key),
    identifier TEXT NOT NULL,
    vote_id INTEGER NOT NULL UNIQUE REFERENCES votes (id),
    PRIMARY KEY (chamber, identifier)
) STRICT, WITHOUT ROWID;

-- In which part of its roll a ballot came: the place of the part's first ballot in the whole.
ALTER TABLE vote_ballots ADD COLUMN part INTEGER;
