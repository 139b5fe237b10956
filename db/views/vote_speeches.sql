CREATE VIEW vote_speeches AS
SELECT agenda_item_votes.vote_key AS vote_key, speeches.key AS speech_key, 'the item of the vote' AS via
FROM agenda_item_votes
JOIN speeches ON speeches.item_key = agenda_item_votes.item_key
WHERE speeches.withdrawn_at IS NULL
UNION ALL
SELECT
    votes.key,
    speeches.key,
    -- Where morning and evening are two sittings, the evening votes on what the morning debated.
    iif(
        speeches.sitting_key = votes.sitting_key,
        'the bill in the same sitting',
        'the bill on the same day'
    )
FROM votes
JOIN speeches
    ON speeches.bill_key = votes.bill_key
    AND (speeches.sitting_key = votes.sitting_key OR speeches.date = votes.date)
WHERE speeches.withdrawn_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM agenda_item_votes WHERE agenda_item_votes.vote_key = votes.key)
UNION ALL
SELECT votes.key, speeches.key, 'the item at the time of the vote'
FROM votes
JOIN item_votes ON item_votes.vote_key = votes.key AND item_votes.basis = 'derived'
JOIN speeches ON speeches.item_key = item_votes.item_key
WHERE speeches.withdrawn_at IS NULL AND votes.bill_key IS NULL
