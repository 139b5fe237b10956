SELECT
    votes.key AS key,
    votes.date AS date,
    coalesce(votes.title_en, votes.title) AS title,
    votes.title_en IS NULL AS is_original,
    votes.chamber AS chamber,
    votes.question AS question,
    votes.is_final AS is_final,
    votes.meaning_of_yes AS meaning_of_yes,
    vote_factions.*
FROM vote_factions
JOIN votes ON votes.id = vote_factions.vote_id
WHERE vote_factions.faction_id = (SELECT id FROM factions WHERE key = :key)
ORDER BY votes.is_final DESC, votes.date DESC, votes.number DESC
LIMIT 50
