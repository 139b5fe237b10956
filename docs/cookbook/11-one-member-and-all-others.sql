-- With whom one member votes
--
-- Agreement with every other member, in the order of their keys and not of the figure, for figures on few
-- votes jump. Pairs with fewer than three votes in common are left out.
WITH own AS (
    SELECT vote_key, person_key, option
    FROM ballots
    WHERE person_key = 'pl-sejm-10-1' AND option IN ('yes', 'no', 'abstain') AND withdrawn_at IS NULL
)
SELECT ballots.person_key, min(ballots.person) AS person, count(*) AS votes,
    count(*) FILTER (WHERE ballots.option = own.option) AS same,
    round(100.0 * count(*) FILTER (WHERE ballots.option = own.option) / count(*) + 1e-9, 1) AS percent
FROM own
JOIN ballots ON ballots.vote_key = own.vote_key AND ballots.person_key <> own.person_key
WHERE ballots.option IN ('yes', 'no', 'abstain') AND ballots.withdrawn_at IS NULL
GROUP BY ballots.person_key
HAVING count(*) >= 3
ORDER BY ballots.person_key
