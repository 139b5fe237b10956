SELECT
    speeches.*,
    persons.key AS person_key,
    persons.name AS person,
    (
        SELECT group_concat(DISTINCT tags.tag) FROM tags WHERE tags.subject_key = speeches.key
    ) AS tags
FROM speeches
LEFT JOIN persons ON persons.id = speeches.person_id
WHERE speeches.sitting_key = :key AND speeches.withdrawn_at IS NULL
ORDER BY speeches.position
