-- How sure it is who spoke
--
-- By chamber and capacity: how the speaker was identified, and how surely. Turns of nobody in particular
-- stand as their own row, with an empty method; nobody is guessed.
SELECT chamber, capacity, person_method, person_confidence, count(*) AS turns,
    count(DISTINCT speaker) AS printed_names
FROM speeches
WHERE withdrawn_at IS NULL
GROUP BY chamber, capacity, person_method, person_confidence
ORDER BY chamber, capacity NULLS LAST, person_method NULLS LAST, person_confidence NULLS LAST
