SELECT
    count(*) AS votes,
    count(line) AS with_a_line,
    sum(against) AS against,
    sum(iif(line IS NOT NULL, yes + no + abstain, 0)) AS held
FROM vote_factions
WHERE faction_id = (SELECT id FROM factions WHERE key = :key)
