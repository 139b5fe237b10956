SELECT
    speeches.sitting_key AS sitting_key,
    min(speeches.date) AS date,
    count(*) AS turns,
    sum(speeches.text IS NOT NULL) AS turns_with_text,
    sum(speeches.capacity IS 'minister') AS ministers,
    count(DISTINCT speeches.person_id) AS persons,
    (
        SELECT group_concat(DISTINCT agenda_items.stage) FROM agenda_items
        JOIN item_bills ON item_bills.item_key = agenda_items.key
        WHERE agenda_items.sitting_key = speeches.sitting_key AND item_bills.bill_key = :key
    ) AS stage
FROM speeches
WHERE speeches.bill_key = :key AND speeches.withdrawn_at IS NULL
GROUP BY speeches.sitting_key
ORDER BY date
