WITH steps AS (
    -- The row of the first day of each step, since the minimum is the only aggregate.
    SELECT
        bill_key,
        CASE
            WHEN kind = 'announcement' THEN 'announced'
            WHEN kind IN ('signature', 'promulgation') THEN 'signed'
            WHEN kind = 'deposit' THEN 'deposited'
            WHEN kind = 'effect' THEN 'left'
        END AS step,
        min(date) AS date,
        date_precision
    FROM timeline
    WHERE date IS NOT NULL AND date <= :as_of
    GROUP BY bill_key, step
),
finals AS (
    SELECT vote_bills.bill_id AS bill_id, votes.key AS key, min(votes.date) AS date
    FROM bills
    CROSS JOIN vote_bills ON vote_bills.bill_id = bills.id
    CROSS JOIN votes ON votes.id = vote_bills.vote_id
    WHERE bills.is_tracked AND votes.is_final AND NOT votes.is_annulled AND votes.date <= :as_of
    GROUP BY vote_bills.bill_id
)
SELECT
    bills.key AS bill_key,
    countries.key AS country,
    countries.name AS country_name,
    treaties.key AS treaty,
    treaties.short_name AS treaty_name,
    max(iif(step = 'announced', steps.date, NULL)) AS announced,
    max(iif(step = 'announced', steps.date_precision, NULL)) AS announced_precision,
    finals.date AS voted,
    'day' AS voted_precision,
    finals.key AS vote_key,
    votes.declared_yes AS yes,
    votes.declared_no AS no,
    votes.declared_abstain AS abstain,
    max(iif(step = 'signed', steps.date, NULL)) AS signed,
    max(iif(step = 'signed', steps.date_precision, NULL)) AS signed_precision,
    max(iif(step = 'deposited', steps.date, NULL)) AS deposited,
    max(iif(step = 'deposited', steps.date_precision, NULL)) AS deposited_precision,
    max(iif(step = 'left', steps.date, NULL)) AS left,
    max(iif(step = 'left', steps.date_precision, NULL)) AS left_precision,
    treaty_status.status AS status,
    treaty_status.since AS since,
    treaty_status.effect AS effect
FROM bills
JOIN bill_treaties ON bill_treaties.key = bills.key
JOIN treaties ON treaties.key = bill_treaties.treaty
JOIN chambers ON chambers.key = bills.chamber
JOIN countries ON countries.key = chambers.country
LEFT JOIN finals ON finals.bill_id = bills.id
LEFT JOIN votes ON votes.key = finals.key
LEFT JOIN steps ON steps.bill_key = bills.key
LEFT JOIN treaty_status
    ON treaty_status.state = chambers.country AND treaty_status.treaty = bill_treaties.treaty
    AND treaty_status.since <= :as_of
    AND (treaty_status.until IS NULL OR :as_of < treaty_status.until)
WHERE bills.is_tracked
GROUP BY bills.key
ORDER BY min(steps.date), bills.key
