SELECT
    claims.number AS number,
    claims.kind AS kind,
    claims.claim AS claim,
    claims.settled_by AS settled_by,
    claims.as_of AS as_of,
    claims.finding_query AS finding_query,
    kept_then.number IS NOT NULL AS is_kept_then,
    kept_then.finding AS kept_then,
    kept_now.number IS NOT NULL AS is_kept_now,
    kept_now.finding AS kept_now
FROM claims
LEFT JOIN claim_findings AS kept_then
    ON kept_then.number = claims.number AND kept_then.as_of = claims.as_of
LEFT JOIN claim_findings AS kept_now
    ON kept_now.number = claims.number AND kept_now.as_of = :as_of
ORDER BY claims.position
