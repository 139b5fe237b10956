SELECT
    debate_coverage.*,
    (
        SELECT count(*) FROM speeches
        WHERE speeches.bill_key = bills.key AND capacity = 'minister' AND withdrawn_at IS NULL
    ) AS ministers,
    (
        -- Known of the whole only where it is known of every turn.
        SELECT iif(count(*) = count(seconds), sum(seconds) / 60, NULL) FROM speeches
        WHERE speeches.bill_key = bills.key AND withdrawn_at IS NULL
    ) AS minutes,
    (
        SELECT count(DISTINCT person_id) FROM speeches
        WHERE speeches.bill_key = bills.key AND withdrawn_at IS NULL
    ) AS speakers
FROM bills JOIN debate_coverage ON debate_coverage.bill_key = bills.key
WHERE bills.is_tracked
