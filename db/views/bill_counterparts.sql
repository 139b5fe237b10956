CREATE VIEW bill_counterparts AS
-- An act of a second chamber, and the bill of the first that it was, where their titles leave no doubt:
-- "Ustawa o ..." there is "... projekt ustawy o ..." here. Both must be alone in having the title, and the
-- bill must have papers of its own, which a draft without a print has not.
WITH acts AS (
    SELECT
        bills.key, bills.chamber, chambers.country, 'projekt ustawy ' || substr(bills.title, 8) AS ending,
        count(*) OVER (PARTITION BY bills.chamber, bills.title) AS namesakes
    FROM bills JOIN chambers ON chambers.key = bills.chamber
    WHERE bills.title LIKE 'Ustawa %'
),
pairs AS (
    SELECT acts.key, acts.namesakes, count(others.key) AS found, min(others.key) AS other_key
    FROM acts
    LEFT JOIN (
        SELECT bills.key, bills.title, bills.chamber, chambers.country
        FROM bills JOIN chambers ON chambers.key = bills.chamber
        WHERE EXISTS (SELECT 1 FROM bill_documents WHERE bill_documents.bill_key = bills.key)
    ) AS others
        ON others.country = acts.country AND others.chamber <> acts.chamber
        AND substr(others.title, -length(acts.ending)) = acts.ending
    GROUP BY acts.key
)
SELECT
    key AS bill_key,
    CASE WHEN found = 1 AND namesakes = 1 THEN other_key END AS counterpart_key,
    CASE
        WHEN found = 0 THEN 'no bill of the other chamber has this title'
        WHEN found > 1 OR namesakes > 1 THEN 'several have this title'
        ELSE 'the only two of this title'
    END AS reason
FROM pairs
