SELECT
    states.key AS key,
    states.name AS name,
    EXISTS (SELECT 1 FROM chambers WHERE chambers.country = states.key) AS is_followed,
    (SELECT count(*) FROM timeline WHERE timeline.state = states.key) AS events,
    (SELECT count(*) FROM state_statements WHERE state_statements.state = states.key) AS statements,
    apmbc.status AS apmbc,
    apmbc.since AS apmbc_since,
    apmbc.until AS apmbc_until,
    apmbc.actions AS apmbc_actions,
    ccm.status AS ccm,
    ccm.since AS ccm_since,
    ccm.until AS ccm_until,
    ccm.actions AS ccm_actions
FROM states
LEFT JOIN treaty_status AS apmbc
    ON apmbc.state = states.key AND apmbc.treaty = 'apmbc'
    AND apmbc.since <= :as_of AND (apmbc.until IS NULL OR :as_of < apmbc.until)
LEFT JOIN treaty_status AS ccm
    ON ccm.state = states.key AND ccm.treaty = 'ccm'
    AND ccm.since <= :as_of AND (ccm.until IS NULL OR :as_of < ccm.until)
WHERE EXISTS (SELECT 1 FROM timeline WHERE timeline.state = states.key)
ORDER BY is_followed DESC, states.name
