-- severity: error
-- explains: A vote without published ballots has no ballot and empty counts, never 0: nobody can say that no one voted.
SELECT
    votes.key AS subject_key,
    CASE
        WHEN votes.ballots_status <> 'partial' AND EXISTS (
            SELECT 1 FROM vote_ballots WHERE vote_id = votes.id AND withdrawn_at IS NULL
        ) THEN 'ballots are ' || votes.ballots_status || ', but some are stored'
        ELSE 'ballots are ' || votes.ballots_status || ', but a count of them is given'
    END AS message
FROM votes
WHERE votes.ballots_status <> 'published'
    AND (
        coalesce(
            counted_yes, counted_no, counted_abstain, counted_present_not_voting, counted_absent
        ) IS NOT NULL
        OR votes.ballots_status <> 'partial'
            AND EXISTS (SELECT 1 FROM vote_ballots WHERE vote_id = votes.id AND withdrawn_at IS NULL)
    )
