SELECT status, count(*) AS states
FROM treaty_status
WHERE treaty = :key AND since <= :as_of AND (until IS NULL OR :as_of < until)
GROUP BY status
ORDER BY states DESC
