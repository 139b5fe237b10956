-- Which bills have not been decided yet
--
-- Bills without a final vote here, with their latest step: where a vote may still come. A bill of which no
-- step was read has none here.
WITH latest AS (
    SELECT bill_key, max(position) AS position
    FROM stages WHERE withdrawn_at IS NULL
    GROUP BY bill_key
)
SELECT bills.chamber, bills.key AS bill_key, coalesce(bills.title_en, bills.title) AS title, stages.date,
    stages.kind, stages.label
FROM bills
JOIN latest ON latest.bill_key = bills.key
JOIN stages ON stages.bill_key = latest.bill_key AND stages.position = latest.position
WHERE bills.closed_on IS NULL AND stages.withdrawn_at IS NULL
    AND NOT EXISTS (
        SELECT 1 FROM vote_bills JOIN votes ON votes.id = vote_bills.vote_id
        WHERE vote_bills.bill_id = bills.id AND votes.is_final = 1
    )
ORDER BY bills.chamber, bills.key, stages.key
