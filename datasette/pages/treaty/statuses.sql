SELECT
    treaty_status.*,
    states.name AS name,
    withdrawal.date AS deposit,
    withdrawal.effect_date AS out_on,
    withdrawal.effect_basis AS out_basis,
    CAST(julianday(withdrawal.effect_date) - julianday(:as_of) AS INTEGER) AS days,
    withdrawal.told_by AS told_by,
    withdrawal.source_url AS source_url
FROM treaty_status
JOIN states ON states.key = treaty_status.state
LEFT JOIN treaty_actions AS withdrawal
    ON withdrawal.treaty = treaty_status.treaty AND withdrawal.state = treaty_status.state
    AND withdrawal.action = 'withdrawal' AND withdrawal.counts AND withdrawal.date <= :as_of
-- Those whose parliament is followed, and those that did more than join.
WHERE treaty_status.treaty = :key
    AND treaty_status.since <= :as_of AND (treaty_status.until IS NULL OR :as_of < treaty_status.until)
    AND (
        treaty_status.state IN (SELECT country FROM chambers)
        OR treaty_status.state IN (
            SELECT state FROM told_actions
            WHERE treaty = :key AND action IN ('withdrawal', 'suspension') AND withdrawn_at IS NULL
        )
    )
ORDER BY treaty_status.state IN (SELECT country FROM chambers) DESC, states.name
