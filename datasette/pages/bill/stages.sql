SELECT
    stages.*,
    votes.id IS NOT NULL AS has_vote,
    dossier_entries.source_name AS dossier_source,
    dossier_entries.confidence AS confidence
FROM stages
LEFT JOIN votes ON votes.key = stages.vote_key
LEFT JOIN dossier_entries ON dossier_entries.id = stages.dossier_entry_id
WHERE stages.bill_key = :key
ORDER BY stages.withdrawn_at IS NOT NULL, stages.position
