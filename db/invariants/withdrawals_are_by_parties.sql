-- severity: error
-- explains: Only a party can withdraw: on the day of the deposit the state was one.
SELECT
    withdrawal.key AS subject_key,
    printf('%s withdrew from %s on %s without being a party', withdrawal.state, withdrawal.treaty, withdrawal.date)
        AS message
FROM treaty_actions AS withdrawal
LEFT JOIN treaty_status AS standing
    ON standing.treaty = withdrawal.treaty AND standing.state = withdrawal.state
    AND standing.since <= withdrawal.date AND (standing.until IS NULL OR withdrawal.date < standing.until)
WHERE withdrawal.class = 'withdrawal' AND withdrawal.counts
    AND coalesce(standing.status, 'not known') NOT LIKE 'party%'
