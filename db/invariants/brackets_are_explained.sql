-- severity: warning
-- explains: A state that a table prints in brackets has left; until its withdrawal is known, its status is not shown at all.
SELECT DISTINCT
    printed.treaty || '-' || printed.state AS subject_key,
    printf('%s prints "%s" in brackets, and no withdrawal is known', printed.place, printed.name) AS message
FROM treaty_participants AS printed
WHERE printed.is_bracketed AND printed.withdrawn_at IS NULL
    AND NOT EXISTS (
        SELECT 1 FROM treaty_actions
        WHERE treaty_actions.treaty = printed.treaty AND treaty_actions.state = printed.state
            AND treaty_actions.class = 'withdrawal' AND treaty_actions.date >= coalesce(printed.date, '')
    )
