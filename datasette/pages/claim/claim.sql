SELECT
    claims.*,
    (SELECT number FROM claims AS other WHERE other.position = claims.position - 1) AS before,
    (SELECT number FROM claims AS other WHERE other.position = claims.position + 1) AS after,
    kept_then.number IS NOT NULL AS is_kept_then,
    kept_then.finding AS kept_then,
    kept_now.number IS NOT NULL AS is_kept_now,
    kept_now.finding AS kept_now
FROM claims
LEFT JOIN claim_findings AS kept_then
    ON kept_then.number = claims.number AND kept_then.as_of = claims.as_of
LEFT JOIN claim_findings AS kept_now
    ON kept_now.number = claims.number AND kept_now.as_of = :as_of
WHERE claims.number = :key
