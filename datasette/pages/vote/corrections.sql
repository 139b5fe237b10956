SELECT
    ballot_corrections.label AS label,
    ballot_corrections.option AS option,
    speeches.key AS speech_key,
    speeches.sitting_key AS sitting_key,
    speeches.speaker AS speaker,
    persons.key AS person_key
FROM ballot_corrections
JOIN speeches ON speeches.key = ballot_corrections.speech_key
LEFT JOIN persons ON persons.id = speeches.person_id
WHERE ballot_corrections.vote_key = :key AND ballot_corrections.withdrawn_at IS NULL
ORDER BY speeches.position
