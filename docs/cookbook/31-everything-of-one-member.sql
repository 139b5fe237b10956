-- All ballots of one member
--
-- A small slice to take away. `person` is the name as printed with each ballot; `faction` the one at that
-- moment.
WITH asked AS (SELECT 'pl-sejm-10-1' AS person_key)
SELECT ballots.date, ballots.vote_key, votes.title, votes.meaning_of_yes, ballots.person, ballots.faction,
    ballots.option, ballots.label, ballots.basis, ballots.source_url
FROM asked
JOIN ballots ON ballots.person_key = asked.person_key
JOIN votes ON votes.key = ballots.vote_key
WHERE ballots.withdrawn_at IS NULL
ORDER BY ballots.date DESC, ballots.vote_key
LIMIT 1000
