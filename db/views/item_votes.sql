CREATE VIEW item_votes AS
SELECT agenda_item_votes.item_key AS item_key, agenda_item_votes.vote_key AS vote_key, 'stated' AS basis
FROM agenda_item_votes
UNION ALL
SELECT agenda_items.key, votes.key, 'derived'
FROM votes
JOIN agenda_items ON agenda_items.sitting_key = votes.sitting_key
WHERE agenda_items.withdrawn_at IS NULL
    AND votes.time BETWEEN
    (
        -- A beginning without seconds lies somewhere in its minute: votes of that minute are left open.
        SELECT min(replace(speeches.start_time, ':00.000+', ':60.000+')) FROM speeches
        WHERE speeches.item_key = agenda_items.key AND speeches.withdrawn_at IS NULL
    )
    AND (
        SELECT max(coalesce(speeches.end_time, speeches.start_time)) FROM speeches
        WHERE speeches.item_key = agenda_items.key AND speeches.withdrawn_at IS NULL
    )
    AND NOT EXISTS (SELECT 1 FROM agenda_item_votes WHERE agenda_item_votes.vote_key = votes.key)
