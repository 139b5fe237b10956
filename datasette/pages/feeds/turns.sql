SELECT
    'turns/' || speeches.key AS id,
    '/debates/' || speeches.sitting_key || '#' || speeches.key AS page,
    'Turn' AS kind,
    coalesce(speeches.speaker, 'speaker not known') || ', ' || chambers.name_en
        || coalesce(', ' || speeches.date, '') AS title,
    coalesce(responses.fetched_at, speeches.date || 'T00:00:00+00:00') AS updated,
    coalesce(substr(speeches.text, 1, 300), speeches.gist, 'The words are not carried here.') AS summary,
    speeches.url AS source_url
FROM speeches
JOIN chambers ON chambers.key = speeches.chamber
LEFT JOIN responses ON responses.id = speeches.response_id
WHERE speeches.withdrawn_at IS NULL
    AND coalesce(responses.fetched_at, speeches.date) IS NOT NULL
    AND :bill IN ('', speeches.bill_key)
    AND (:person = '' OR speeches.person_id = (SELECT id FROM persons WHERE key = :person))
ORDER BY speeches.date DESC, speeches.position DESC
LIMIT 50
