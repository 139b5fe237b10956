SELECT
    agenda_items.key AS key,
    agenda_items.number AS number,
    agenda_items.title AS title,
    agenda_items.stage AS stage,
    (SELECT count(*) FROM speeches WHERE item_key = agenda_items.key AND withdrawn_at IS NULL) AS turns,
    (
        SELECT group_concat(item_bills.bill_key, ' ') FROM item_bills
        JOIN bills ON bills.key = item_bills.bill_key
        WHERE item_bills.item_key = agenda_items.key
    ) AS bills,
    (
        SELECT group_concat(agenda_item_votes.vote_key, ' ') FROM agenda_item_votes
        JOIN votes ON votes.key = agenda_item_votes.vote_key
        WHERE agenda_item_votes.item_key = agenda_items.key
    ) AS votes
FROM agenda_items
WHERE agenda_items.sitting_key = :key AND agenda_items.withdrawn_at IS NULL
ORDER BY agenda_items.position
