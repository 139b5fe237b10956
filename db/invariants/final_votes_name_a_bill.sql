-- severity: warning
-- explains: A final vote names the bill on which it is, or one of its papers.
SELECT key AS subject_key, 'a final vote that names neither a bill nor a paper' AS message
FROM votes
WHERE is_final = 1
    AND NOT EXISTS (SELECT 1 FROM vote_bills WHERE vote_bills.vote_id = votes.id)
    AND NOT EXISTS (SELECT 1 FROM vote_documents WHERE vote_documents.vote_id = votes.id)
