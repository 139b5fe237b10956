CREATE VIEW debate_parts AS
WITH items AS (
    SELECT
        item_bills.bill_key AS bill_key,
        agenda_items.key AS part_key,
        agenda_items.sitting_key AS sitting_key,
        agenda_items.title AS title,
        min(speeches.date) AS date,
        count(speeches.id) AS turns,
        count(speeches.text) AS turns_with_text
    FROM item_bills
    JOIN agenda_items ON agenda_items.key = item_bills.item_key
    LEFT JOIN speeches ON speeches.item_key = agenda_items.key AND speeches.withdrawn_at IS NULL
    WHERE agenda_items.withdrawn_at IS NULL
    GROUP BY item_bills.bill_key, agenda_items.key
)
SELECT
    items.bill_key AS bill_key,
    'agenda item' AS kind,
    items.part_key AS part_key,
    items.sitting_key AS sitting_key,
    coalesce(items.date, sittings.start_date) AS date,
    items.title AS title,
    items.turns AS turns,
    items.turns_with_text AS turns_with_text,
    coalesce(
        (
            SELECT expectations.expected FROM expectations
            WHERE expectations.subject_key = items.part_key AND expectations.what = 'speeches'
        ),
        -- Where all turns of a sitting are here, so are those of each of its items.
        (
            SELECT CASE WHEN coverage.collected >= coverage.expected THEN items.turns END FROM coverage
            WHERE coverage.subject_key = items.sitting_key AND coverage.what = 'speeches'
        )
    ) AS turns_known
FROM items JOIN sittings ON sittings.key = items.sitting_key
UNION ALL
SELECT
    stages.bill_key, 'stage', stages.key, stages.sitting_key, stages.date, stages.label, 0, 0, NULL
FROM stages
WHERE stages.withdrawn_at IS NULL
    AND stages.kind IN ('referral debate', 'first reading', 'second reading', 'third reading', 'only reading')
    AND NOT EXISTS (
        SELECT 1 FROM items LEFT JOIN sitting_days ON sitting_days.sitting_id = (
            SELECT id FROM sittings WHERE sittings.key = items.sitting_key
        )
        WHERE items.bill_key = stages.bill_key
            AND (items.sitting_key = stages.sitting_key OR stages.date IN (items.date, sitting_days.date))
    )
