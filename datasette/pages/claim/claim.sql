SELECT
    claims.*,
    (SELECT number FROM claims AS other WHERE other.position = claims.position - 1) AS before,
    (SELECT number FROM claims AS other WHERE other.position = claims.position + 1) AS after
FROM claims
WHERE number = :key
