CREATE VIEW treaty_status AS
WITH counted AS MATERIALIZED (
    SELECT key, treaty, state, class, target, date, latest, effect_date, effect_basis, effect_rule
    FROM treaty_actions
    WHERE counts AND class IN ('joining', 'withdrawal', 'suspension', 'objection', 'no action')
),
-- A row in brackets tells of a state that has left, but not when: until that is known, nothing is.
open_brackets AS (
    SELECT DISTINCT treaty, state
    FROM treaty_participants AS printed
    WHERE is_bracketed AND withdrawn_at IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM counted
            WHERE counted.treaty = printed.treaty AND counted.state = printed.state
                AND counted.class = 'withdrawal' AND counted.date >= coalesce(printed.date, '')
        )
),
-- Of a state of which no source says anything, nothing is known, unless the depositary's table was read.
known AS (
    SELECT treaty, state FROM counted WHERE class IN ('joining', 'withdrawal', 'no action')
    UNION
    SELECT listed.treaty, states.key
    FROM (
        SELECT DISTINCT treaty FROM treaty_participants WHERE source_url LIKE 'https://treaties.un.org/%'
    ) AS listed
    CROSS JOIN states
    EXCEPT SELECT treaty, state FROM open_brackets
),
objected AS (
    SELECT
        suspension.key, suspension.treaty, suspension.state,
        max(suspension.latest, min(objection.latest)) AS since,
        group_concat(objection.key, ' ') AS objections
    FROM counted AS suspension
    JOIN counted AS objection
        ON objection.treaty = suspension.treaty AND objection.target = suspension.state
        AND objection.class = 'objection' AND objection.latest >= suspension.date
    WHERE suspension.class = 'suspension'
    GROUP BY suspension.key, suspension.treaty, suspension.state, suspension.latest
),
-- Every day on which something may change. Each text begins with its day, so that the greatest is the last.
days AS (
    SELECT
        known.treaty, known.state, treaties.adopted_on AS day,
        NULL AS change, NULL AS notice, NULL AS suspension
    FROM known JOIN treaties ON treaties.key = known.treaty
    UNION ALL
    SELECT treaty, state, effect_date, printf('%s %s %s', effect_date, date, key), NULL, NULL
    FROM counted
    WHERE class IN ('joining', 'withdrawal') AND effect_date IS NOT NULL
    UNION ALL
    SELECT treaty, state, latest, NULL, printf('%s %s %s', latest, effect_date, key), NULL
    FROM counted
    WHERE class = 'withdrawal' AND effect_date IS NOT NULL
    UNION ALL
    SELECT treaty, state, since, NULL, NULL, printf('%s %s', since, key)
    FROM objected
),
latest AS (
    SELECT
        days.treaty, days.state, days.day,
        substr(max(days.change) OVER until_then, 23) AS change_key,
        iif(
            substr(max(days.notice) OVER until_then, 12, 10) > days.day,
            substr(max(days.notice) OVER until_then, 23), NULL
        ) AS notice_key,
        substr(max(days.suspension) OVER until_then, 12) AS suspension_key
    FROM days
    JOIN known ON known.treaty = days.treaty AND known.state = days.state
    WINDOW until_then AS (PARTITION BY days.treaty, days.state ORDER BY days.day)
),
named AS (
    SELECT
        latest.*,
        CASE
            WHEN counted.class IS NOT 'joining' THEN 'not a party'
            WHEN notice_key IS NOT NULL THEN 'party, withdrawal pending'
            WHEN suspension_key IS NOT NULL THEN 'party, suspension notified and objected to'
            ELSE 'party'
        END AS status
    FROM latest
    LEFT JOIN counted ON counted.key = latest.change_key
),
changes AS (
    SELECT *, lag(status) OVER (PARTITION BY treaty, state ORDER BY day) AS status_before
    FROM named
)
SELECT
    changes.treaty AS treaty,
    changes.state AS state,
    changes.status AS status,
    changes.day AS since,
    lead(changes.day) OVER (PARTITION BY changes.treaty, changes.state ORDER BY changes.day) AS until,
    iif(changes.status = 'party, withdrawal pending', notice.effect_date, change.effect_date) AS effect,
    iif(changes.status = 'party, withdrawal pending', notice.effect_basis, change.effect_basis) AS effect_basis,
    CASE changes.status
        WHEN 'party, withdrawal pending'
            THEN notice.effect_rule || coalesce('; ' || treaties.armed_conflict_clause, '')
        WHEN 'party, suspension notified and objected to'
            THEN 'a suspension is no withdrawal: the state stays a party'
        ELSE coalesce(change.effect_rule, 'no action by which it joined is known')
    END AS rule,
    trim(
        coalesce(change.key, '')
        || iif(changes.status = 'party, withdrawal pending', ' ' || notice.key, '')
        || iif(changes.status LIKE '%objected to', ' ' || objected.key || ' ' || objected.objections, '')
    ) AS actions
FROM changes
JOIN treaties ON treaties.key = changes.treaty
LEFT JOIN counted AS change ON change.key = changes.change_key
LEFT JOIN counted AS notice ON notice.key = changes.notice_key
LEFT JOIN objected ON objected.key = changes.suspension_key
WHERE changes.status IS NOT changes.status_before
