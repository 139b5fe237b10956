-- severity: error
-- explains: A vote whose ballots are said to be published, all or in part, has ballots and counts, of the absent if listed.
SELECT
    votes.key AS subject_key,
    CASE
        WHEN ballots.standing = 0 THEN 'ballots are ' || votes.ballots_status || ', but none is stored'
        ELSE 'ballots are ' || votes.ballots_status || ', but a count of them is empty'
    END AS message
FROM votes
JOIN (
    SELECT
        votes.id,
        count(vote_ballots.person_id) AS standing,
        sum(ballot_labels.option IN ('absent', 'absent_excused')) AS absent
    FROM votes
    LEFT JOIN vote_ballots ON vote_ballots.vote_id = votes.id AND vote_ballots.withdrawn_at IS NULL
    LEFT JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
    GROUP BY votes.id
) AS ballots ON ballots.id = votes.id
WHERE votes.ballots_status IN ('published', 'partial')
    AND (
        ballots.standing = 0
        OR votes.ballots_status = 'published'
            AND (
                counted_yes IS NULL OR counted_no IS NULL OR counted_abstain IS NULL
                OR counted_present_not_voting IS NULL OR (counted_absent IS NULL AND ballots.absent > 0)
            )
    )
