-- When each chamber last voted
--
-- If a house sat since and its votes are not here, its source stands still: compare with its calendar.
SELECT chambers.key AS chamber, chambers.name_en, max(votes.date) AS last_vote, count(votes.id) AS votes,
    max(sittings.last) AS last_sitting
FROM chambers
LEFT JOIN votes ON votes.chamber = chambers.key
LEFT JOIN (
    SELECT chamber, max(coalesce(end_date, start_date)) AS last FROM sittings GROUP BY chamber
) AS sittings ON sittings.chamber = chambers.key
GROUP BY chambers.key, chambers.name_en
ORDER BY chambers.key
