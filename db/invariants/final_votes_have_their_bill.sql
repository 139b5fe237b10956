-- severity: notice
-- explains: The bill that a final vote decides is collected.
SELECT
    votes.key AS subject_key,
    printf('a final vote on %s, of which no bill was collected', group_concat(vote_documents.document, ', ')) AS message
FROM votes JOIN vote_documents ON vote_documents.vote_id = votes.id
WHERE votes.is_final = 1
    AND NOT EXISTS (SELECT 1 FROM vote_bills WHERE vote_bills.vote_id = votes.id)
GROUP BY votes.id
