CREATE VIEW treaty_status AS
WITH counted AS MATERIALIZED (
    SELECT * FROM treaty_actions WHERE counts
),
listed AS (
    SELECT DISTINCT treaty FROM treaty_participants WHERE source_url LIKE 'https://treaties.un.org/%'
),
-- Of a state of which no source says anything, nothing is known, unless the depositary's table was read.
known AS (
    SELECT treaty, state FROM counted WHERE class IN ('joining', 'withdrawal', 'no action')
    UNION
    SELECT listed.treaty, states.key FROM listed CROSS JOIN states
),
-- A row in brackets tells of a state that has left, but not when: until that is known, nothing is.
open_brackets AS (
    SELECT DISTINCT treaty, state FROM treaty_participants AS printed
    WHERE is_bracketed AND withdrawn_at IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM counted
            WHERE counted.treaty = printed.treaty AND counted.state = printed.state AND class = 'withdrawal'
        )
),
objected AS (
    SELECT suspension.key, suspension.treaty, suspension.state, suspension.latest AS notified,
        max(suspension.latest, min(objection.latest)) AS since, group_concat(objection.key, ' ') AS objections
    FROM counted AS suspension
    JOIN counted AS objection
        ON objection.treaty = suspension.treaty AND objection.target = suspension.state
        AND objection.class = 'objection' AND objection.latest >= suspension.date
    WHERE suspension.class = 'suspension'
    GROUP BY suspension.key, suspension.treaty, suspension.state, suspension.latest
),
days AS (
    SELECT known.treaty, known.state, treaties.adopted_on AS day
    FROM known JOIN treaties ON treaties.key = known.treaty
    UNION SELECT treaty, state, effect_date FROM counted WHERE class IN ('joining', 'withdrawal')
    UNION SELECT treaty, state, latest FROM counted WHERE class = 'withdrawal'
    UNION SELECT treaty, state, since FROM objected
),
judged AS (
    SELECT
        days.treaty, days.state, days.day,
        (
            SELECT change.key FROM counted AS change
            WHERE change.treaty = days.treaty AND change.state = days.state
                AND change.class IN ('joining', 'withdrawal') AND change.effect_date <= days.day
            ORDER BY change.effect_date DESC, change.date DESC LIMIT 1
        ) AS change_key,
        (
            SELECT pending.key FROM counted AS pending
            WHERE pending.treaty = days.treaty AND pending.state = days.state
                AND pending.class = 'withdrawal'
                AND pending.latest <= days.day AND days.day < pending.effect_date
            ORDER BY pending.effect_date LIMIT 1
        ) AS pending_key,
        (
            SELECT objected.key FROM objected
            WHERE objected.treaty = days.treaty AND objected.state = days.state
                AND objected.since <= days.day
            ORDER BY objected.since DESC LIMIT 1
        ) AS suspension_key
    FROM days
    JOIN known ON known.treaty = days.treaty AND known.state = days.state
    LEFT JOIN open_brackets ON open_brackets.treaty = days.treaty AND open_brackets.state = days.state
    WHERE open_brackets.state IS NULL AND days.day IS NOT NULL
),
named AS (
    SELECT
        judged.*,
        CASE
            WHEN change.class IS NOT 'joining' THEN 'not a party'
            WHEN pending_key IS NOT NULL THEN 'party, withdrawal pending'
            WHEN suspension_key IS NOT NULL THEN 'party, suspension notified and objected to'
            ELSE 'party'
        END AS status
    FROM judged
    LEFT JOIN counted AS change ON change.key = judged.change_key
),
changes AS (
    SELECT *, lag(status) OVER earlier AS status_before FROM named
    WINDOW earlier AS (PARTITION BY treaty, state ORDER BY day)
)
SELECT
    changes.treaty AS treaty,
    changes.state AS state,
    changes.status AS status,
    changes.day AS since,
    lead(changes.day) OVER (PARTITION BY changes.treaty, changes.state ORDER BY changes.day) AS until,
    coalesce(pending.effect_date, change.effect_date) AS effect,
    coalesce(pending.effect_basis, change.effect_basis) AS effect_basis,
    CASE
        WHEN changes.status = 'party, suspension notified and objected to'
            THEN 'a suspension is no withdrawal: the state stays a party'
        WHEN changes.status = 'party, withdrawal pending'
            THEN pending.effect_rule || coalesce('; ' || treaties.armed_conflict_clause, '')
        ELSE coalesce(change.effect_rule, 'no action by which it joined is known')
    END AS rule,
    trim(
        coalesce(change.key, '')
        || iif(changes.status LIKE '%pending', ' ' || pending.key, '')
        || iif(changes.status LIKE '%objected to', ' ' || objected.key || ' ' || objected.objections, '')
    ) AS actions
FROM changes
JOIN treaties ON treaties.key = changes.treaty
LEFT JOIN counted AS change ON change.key = changes.change_key
LEFT JOIN counted AS pending ON pending.key = changes.pending_key
LEFT JOIN objected ON objected.key = changes.suspension_key
WHERE changes.status IS NOT changes.status_before
