-- What happened on a bill since a day
--
-- Votes, steps and turns since the day, in one list: what an alert would tell. The site has the same as
-- feeds.
WITH asked AS (SELECT 'ee-riigikogu-15-642' AS bill_key, '2025-05-01' AS since),
news AS (
    SELECT votes.date AS date, 'vote' AS what, votes.key AS key, coalesce(votes.title_en, votes.title) AS text
    FROM asked
    JOIN votes ON votes.bill_key = asked.bill_key AND votes.date >= asked.since
    UNION ALL
    SELECT stages.date, 'stage', stages.key, stages.label
    FROM asked
    JOIN stages ON stages.bill_key = asked.bill_key AND stages.date >= asked.since
    WHERE stages.withdrawn_at IS NULL
    UNION ALL
    SELECT speeches.date, 'speech', speeches.key, speeches.speaker
    FROM asked
    JOIN speeches ON speeches.bill_key = asked.bill_key AND speeches.date >= asked.since
    WHERE speeches.withdrawn_at IS NULL
)
SELECT date, what, key, text
FROM news
ORDER BY date DESC, what, key
LIMIT 200
