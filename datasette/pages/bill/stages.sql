SELECT stages.*, votes.id IS NOT NULL AS has_vote
FROM stages LEFT JOIN votes ON votes.key = stages.vote_key
WHERE stages.bill_key = :key
ORDER BY stages.withdrawn_at IS NOT NULL, stages.position
