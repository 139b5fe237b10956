SELECT votes.*, chambers.name_en AS chamber_name
FROM votes JOIN chambers ON chambers.key = votes.chamber
ORDER BY votes.date DESC, votes.time DESC, votes.number DESC
LIMIT 10
