SELECT timeline.*, treaties.short_name AS treaty_name
FROM timeline LEFT JOIN treaties ON treaties.key = timeline.treaty
WHERE state = :key AND kind <> 'statement' AND coalesce(date, '') <= :as_of
ORDER BY date IS NULL, date DESC, timeline.key
