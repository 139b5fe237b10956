SELECT place, read_on, parties, signatories, origin, source_url
FROM treaty_counts
WHERE treaty = :key AND read_on <= :as_of
ORDER BY read_on DESC
LIMIT 5
