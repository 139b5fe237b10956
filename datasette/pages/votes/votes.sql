SELECT
    votes.*,
    EXISTS (SELECT 1 FROM vote_choices WHERE vote_choices.vote_id = votes.id) AS is_on_list
FROM chambers
JOIN votes ON votes.id IN (
    SELECT id FROM votes AS latest
    WHERE latest.chamber = chambers.key
    ORDER BY latest.date DESC, latest.time DESC, latest.number DESC
    LIMIT 8
)
ORDER BY votes.chamber, votes.date DESC, votes.time DESC, votes.number DESC
