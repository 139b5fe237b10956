-- severity: error
-- explains: An electronic vote declares how many voted yes, no or abstained, unless it was a quorum check, on a list, or not collected.
SELECT
    key AS subject_key,
    'an electronic vote that declares neither yes nor no nor abstain' AS message
FROM votes
WHERE method = 'electronic' AND ballots_status <> 'not_collected'
    AND meaning_of_yes IS NOT 'quorum check'
    AND declared_yes IS NULL AND declared_no IS NULL AND declared_abstain IS NULL
    AND NOT EXISTS (SELECT 1 FROM vote_choices WHERE vote_choices.vote_id = votes.id)
