CREATE VIEW measured_votes AS
-- The votes of which measures are taken: every ballot is published, and a yes or no decided something.
SELECT
    votes.id AS vote_id,
    votes.key AS vote_key,
    votes.chamber AS chamber,
    votes.term AS term,
    votes.date AS date
FROM votes
WHERE votes.ballots_status = 'published'
    AND votes.is_annulled = 0
    AND votes.meaning_of_yes IS NOT 'quorum check'
    AND NOT EXISTS (SELECT 1 FROM vote_choices WHERE vote_choices.vote_id = votes.id)
