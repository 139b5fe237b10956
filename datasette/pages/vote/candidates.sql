SELECT vote_choices.number AS number, vote_choices.label AS label, vote_choices.votes AS votes
FROM vote_choices JOIN votes ON votes.id = vote_choices.vote_id
WHERE votes.key = :key
ORDER BY vote_choices.number
