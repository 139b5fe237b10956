SELECT
    speeches.key AS key,
    speeches.bill_key AS bill,
    speeches.sitting_key AS sitting_key,
    speeches.date AS date,
    speeches.start_time AS start_time,
    speeches.is_unspoken AS is_unspoken,
    speeches.capacity AS capacity,
    speeches.office AS office,
    speeches.faction AS faction,
    speeches.language AS language,
    substr(speeches.text, 1, 400) AS beginning,
    length(speeches.text) AS characters,
    speeches.gist AS gist,
    speeches.url AS url,
    speeches.origin AS origin,
    speeches.person_method AS person_method,
    speeches.person_confidence AS person_confidence,
    chambers.timezone AS timezone
FROM speeches
JOIN chambers ON chambers.key = speeches.chamber
WHERE speeches.person_id = (SELECT id FROM persons WHERE key = :key) AND speeches.withdrawn_at IS NULL
ORDER BY speeches.date DESC, speeches.position DESC
LIMIT 200
