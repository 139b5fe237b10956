CREATE VIEW treaty_bills AS
WITH followed AS (
    -- A curated bill and its official row can have keys of their own: then they have the same title.
    SELECT
        bills.key AS key,
        coalesce(
            (
                SELECT min(official.key) FROM bills AS official
                WHERE official.chamber = bills.chamber AND official.title = bills.title
                    AND official.origin <> 'dossier' AND bills.origin = 'dossier'
            ),
            bills.key
        ) AS bill
    FROM bills
    WHERE bills.key IN (SELECT key FROM bills WHERE is_tracked UNION SELECT key FROM bill_treaties)
),
family AS (
    SELECT key, bill FROM followed
    UNION
    SELECT bill, bill FROM followed
    UNION
    SELECT bill_counterparts.bill_key, followed.bill
    FROM bill_counterparts JOIN followed ON followed.bill = bill_counterparts.counterpart_key
)
SELECT
    family.key AS bill_key,
    family.bill AS followed_as,
    chambers.country AS country,
    bills.id AS bill_id,
    (
        SELECT bill_treaties.treaty
        FROM family AS others JOIN bill_treaties ON bill_treaties.key = others.key
        WHERE others.bill = family.bill
    ) AS treaty
FROM family
CROSS JOIN bills ON bills.key = family.key
CROSS JOIN chambers ON chambers.key = bills.chamber
-- No limit, but SQLite then finds the followed bills first, which are few, and not by way of all votes.
LIMIT -1
