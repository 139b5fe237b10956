-- With whom one member votes
--
-- Agreement with every other member, in the order of their keys and not of the figure, for figures on few
-- votes jump. Pairs with fewer than three votes in common are left out.
WITH asked AS (SELECT 'pl-sejm-10-1' AS person_key),
pairs AS (
    SELECT other_key AS person_key, other AS person, shared, agreed
    FROM asked
    JOIN member_agreements ON member_agreements.one_key = asked.person_key
    UNION ALL
    SELECT one_key AS person_key, one AS person, shared, agreed
    FROM asked
    JOIN member_agreements ON member_agreements.other_key = asked.person_key
)
SELECT person_key, min(person) AS person, sum(shared) AS votes, sum(agreed) AS same,
    round(100.0 * sum(agreed) / nullif(sum(shared), 0) + 1e-9, 1) AS percent
FROM pairs
GROUP BY person_key
HAVING sum(shared) >= 3
ORDER BY person_key
