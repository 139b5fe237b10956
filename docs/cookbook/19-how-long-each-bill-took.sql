-- From the first to the last step of each bill that is followed
--
-- Only steps whose day is known. The kinds of the steps say between what the time lies.
WITH days AS (
    SELECT stages.bill_key, min(stages.date) AS first, max(stages.date) AS last, count(*) AS steps
    FROM stages
    WHERE stages.date_precision = 'day' AND stages.date IS NOT NULL AND stages.withdrawn_at IS NULL
    GROUP BY stages.bill_key
)
SELECT bills.key AS bill_key, bills.chamber, days.steps, days.first, days.last,
    (SELECT min(stages.kind) FROM stages
        WHERE stages.bill_key = bills.key AND stages.date = days.first
            AND stages.date_precision = 'day') AS first_kind,
    (SELECT max(stages.kind) FROM stages
        WHERE stages.bill_key = bills.key AND stages.date = days.last
            AND stages.date_precision = 'day') AS last_kind
FROM bills
JOIN days ON days.bill_key = bills.key
WHERE bills.is_tracked = 1
ORDER BY bills.key
