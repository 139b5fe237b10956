-- severity: error
-- explains: No figure of a vote, a tally, an expectation or a treaty is below 0; what is not known is empty.
WITH figures AS (
    SELECT key AS subject_key, 'declared yes' AS name, declared_yes AS figure FROM votes
    UNION ALL SELECT key, 'declared no', declared_no FROM votes
    UNION ALL SELECT key, 'declared abstain', declared_abstain FROM votes
    UNION ALL SELECT key, 'declared present_not_voting', declared_present_not_voting FROM votes
    UNION ALL SELECT key, 'declared absent', declared_absent FROM votes
    UNION ALL SELECT key, 'threshold', threshold FROM votes
    UNION ALL
    SELECT votes.key, 'votes for ' || vote_choices.label, vote_choices.votes
    FROM vote_choices JOIN votes ON votes.id = vote_choices.vote_id
    UNION ALL SELECT key, 'yes', yes FROM tally_reports
    UNION ALL SELECT key, 'no', no FROM tally_reports
    UNION ALL SELECT key, 'abstain', abstain FROM tally_reports
    UNION ALL SELECT key, 'present_not_voting', present_not_voting FROM tally_reports
    UNION ALL SELECT key, 'absent', absent FROM tally_reports
    UNION ALL SELECT key, 'expected', expected FROM expectations
    UNION ALL SELECT key, 'parties', parties FROM treaty_counts
    UNION ALL SELECT key, 'signatories', signatories FROM treaty_counts
)
SELECT subject_key, printf('%s is %d', name, figure) AS message
FROM figures
WHERE figure < 0
