SELECT
    treaty_status.*,
    treaties.short_name AS short_name,
    withdrawal.date AS deposit,
    withdrawal.effect_date AS out_on,
    withdrawal.effect_basis AS out_basis,
    CAST(julianday(withdrawal.effect_date) - julianday(:as_of) AS INTEGER) AS days,
    withdrawal.told_by AS told_by,
    withdrawal.source_url AS source_url
FROM treaty_status
JOIN treaties ON treaties.key = treaty_status.treaty
LEFT JOIN treaty_actions AS withdrawal
    ON withdrawal.treaty = treaty_status.treaty AND withdrawal.state = treaty_status.state
    AND withdrawal.action = 'withdrawal' AND withdrawal.counts AND withdrawal.date <= :as_of
WHERE treaty_status.state = :key
    AND treaty_status.since <= :as_of AND (treaty_status.until IS NULL OR :as_of < treaty_status.until)
ORDER BY treaties.adopted_on DESC
