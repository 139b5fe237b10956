-- severity: error
-- explains: The counted tally is the sum of the ballots that stand; a withdrawn ballot is not counted.
WITH sums AS (
    SELECT
        vote_ballots.vote_id,
        sum(ballot_labels.option = 'yes') AS yes,
        sum(ballot_labels.option = 'no') AS no,
        sum(ballot_labels.option = 'abstain') AS abstain,
        sum(ballot_labels.option = 'present_not_voting') AS present_not_voting,
        sum(ballot_labels.option IN ('absent', 'absent_excused')) AS absent
    FROM vote_ballots JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
    WHERE vote_ballots.withdrawn_at IS NULL
    GROUP BY vote_ballots.vote_id
)
SELECT
    votes.key AS subject_key,
    printf(
        'counted as %d yes, %d no, %d abstain, %d present, %d absent; the ballots are %d, %d, %d, %d, %d',
        counted_yes, counted_no, counted_abstain, counted_present_not_voting, counted_absent,
        sums.yes, sums.no, sums.abstain, sums.present_not_voting, sums.absent
    ) AS message
FROM votes JOIN sums ON sums.vote_id = votes.id
WHERE (counted_yes, counted_no, counted_abstain, counted_present_not_voting, coalesce(counted_absent, 0))
    <> (sums.yes, sums.no, sums.abstain, sums.present_not_voting, sums.absent)
