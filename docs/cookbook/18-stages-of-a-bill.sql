-- The course of a bill
--
-- All steps that its source lists, in its order, with the vote where one is named.
WITH asked AS (SELECT 'ee-riigikogu-15-642' AS bill_key)
SELECT stages.position, stages.kind, stages.label, stages.date, stages.date_precision, stages.actor,
    stages.decision, stages.vote_key, stages.source_url
FROM asked
JOIN stages ON stages.bill_key = asked.bill_key
WHERE stages.withdrawn_at IS NULL
ORDER BY stages.position, stages.key
