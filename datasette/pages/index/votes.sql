SELECT
    votes.*,
    chambers.name_en AS chamber_name,
    EXISTS (SELECT 1 FROM vote_choices WHERE vote_choices.vote_id = votes.id) AS is_on_list
FROM votes JOIN chambers ON chambers.key = votes.chamber
ORDER BY votes.date DESC, votes.time DESC, votes.number DESC, votes.id
LIMIT 6
