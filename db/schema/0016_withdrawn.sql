-- Sums of ballots leave out those that a source stopped showing; these few are found without a look at all.
CREATE INDEX vote_ballots_withdrawn ON vote_ballots (vote_id) WHERE withdrawn_at IS NOT NULL;
