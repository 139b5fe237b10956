SELECT
    'actions/' || treaty_actions.key AS id,
    '/states/' || treaty_actions.state AS page,
    'Treaty action' AS kind,
    states.name || ', ' || treaty_actions.action || ' (' || treaties.short_name || '), ' || treaty_actions.date AS title,
    treaty_actions.date || 'T00:00:00+00:00' AS updated,
    coalesce('Takes effect on ' || treaty_actions.effect_date || ' (' || treaty_actions.effect_basis || ').', '')
        AS summary,
    treaty_actions.source_url AS source_url
FROM treaty_actions
JOIN states ON states.key = treaty_actions.state
JOIN treaties ON treaties.key = treaty_actions.treaty
WHERE treaty_actions.counts AND treaty_actions.date IS NOT NULL AND :state IN ('', treaty_actions.state)
    AND (
        :bill = '' OR EXISTS (
            SELECT 1 FROM treaty_bills
            WHERE treaty_bills.bill_key = :bill AND treaty_bills.treaty = treaty_actions.treaty
                AND treaty_bills.country = treaty_actions.state
        )
    )
ORDER BY treaty_actions.date DESC
LIMIT 50
