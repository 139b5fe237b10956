SELECT
    speeches.key AS key,
    speeches.sitting_key AS sitting_key,
    speeches.position AS position,
    speeches.speaker AS speaker,
    speeches.capacity AS capacity,
    speeches.office AS office,
    speeches.faction AS faction,
    speeches.start_time AS start_time,
    speeches.text IS NOT NULL AS has_text,
    speeches.gist AS gist,
    speeches.url AS url,
    speeches.origin AS origin,
    persons.key AS person_key,
    vote_speeches.via AS via
FROM vote_speeches
JOIN speeches ON speeches.key = vote_speeches.speech_key
LEFT JOIN persons ON persons.id = speeches.person_id
WHERE vote_speeches.vote_key = :key
ORDER BY speeches.sitting_key, speeches.position
