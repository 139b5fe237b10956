SELECT vote_documents.document AS number, documents.title AS title, documents.url AS url
FROM votes
JOIN vote_documents ON vote_documents.vote_id = votes.id
LEFT JOIN documents
    ON documents.number = vote_documents.document
    AND documents.chamber = votes.chamber
    AND documents.term IS votes.term
WHERE votes.key = :key
ORDER BY vote_documents.document
