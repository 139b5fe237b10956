CREATE VIEW timeline_rows AS
WITH of_bill AS MATERIALIZED (
    SELECT bill_key AS key, followed_as AS bill, bill_id, country, treaty FROM treaty_bills
),
steps AS MATERIALIZED (
    SELECT
        stages.*, of_bill.bill AS bill, of_bill.country AS country, of_bill.treaty AS treaty,
        CASE stages.date_precision WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END AS known
    FROM of_bill CROSS JOIN stages ON stages.bill_key = of_bill.key
    WHERE stages.withdrawn_at IS NULL
),
placed AS MATERIALIZED (
    -- A curated step that the parliament tells as well is the same event.
    SELECT
        steps.*,
        coalesce(
            (
                SELECT official.key FROM steps AS official
                WHERE steps.origin = 'dossier' AND official.origin <> 'dossier'
                    AND official.bill = steps.bill AND official.kind = steps.kind
                    AND substr(official.date, 1, min(official.known, steps.known))
                        = substr(steps.date, 1, min(official.known, steps.known))
                ORDER BY official.position, official.key LIMIT 1
            ),
            steps.key
        ) AS event
    FROM steps
),
signed AS (
    SELECT
        statements.key AS key, statements.date AS date,
        coalesce(statements.country, signatories.country) AS country,
        group_concat(
            signatories.name || coalesce(', ' || signatories.office, ''), '; '
        ) FILTER (WHERE signatories.name IS NOT NULL) AS actor,
        group_concat(signatories.name, char(10)) AS names
    FROM statements
    LEFT JOIN statement_signatories AS signatories ON signatories.statement_id = statements.id
    GROUP BY statements.id, coalesce(statements.country, signatories.country)
),
acts AS MATERIALIZED (
    SELECT * FROM treaty_actions WHERE counts AND withdrawn_at IS NULL AND action <> 'no action'
),
told AS MATERIALIZED (
    SELECT
        placed.event AS event, placed.key AS told_key, placed.country AS country, placed.date AS date,
        placed.date_precision AS date_precision, placed.kind AS kind,
        CASE
            WHEN placed.origin = 'dossier' THEN placed.label
            WHEN placed.kind = 'other' THEN 'Other step'
            ELSE upper(substr(placed.kind, 1, 1)) || substr(placed.kind, 2)
        END AS title,
        iif(placed.origin = 'dossier', NULL, placed.label) AS words,
        coalesce(placed.actor, '') AS actor, placed.treaty AS treaty, placed.bill AS bill_key,
        placed.vote_key AS vote_key, NULL AS statement_key, NULL AS action_key, placed.origin AS origin,
        placed.source_url AS source_url, placed.dossier_entry_id AS dossier_entry_id,
        iif(placed.origin = 'dossier', 1, 0) AS rank
    FROM placed
    UNION ALL
    -- Votes that no step names. The final one is that of the day on which the bill was adopted.
    SELECT
        coalesce(
            (
                SELECT min(placed.event) FROM placed
                WHERE placed.bill = of_bill.bill AND placed.date = votes.date AND votes.is_final
                    AND placed.vote_key IS NULL AND placed.kind IN ('final vote', 'third reading', 'only reading')
            ),
            votes.key
        ),
        votes.key, of_bill.country, votes.date, 'day', iif(votes.is_final, 'final vote', 'vote'),
        coalesce(votes.title_en, iif(votes.is_final, 'Final vote', 'Vote')),
        iif(votes.title_en IS NULL, coalesce(votes.question, votes.title), NULL), chambers.name_en, of_bill.treaty, of_bill.bill,
        votes.key, NULL, NULL, votes.origin, votes.source_url, votes.dossier_entry_id, 2
    FROM of_bill
    JOIN vote_bills ON vote_bills.bill_id = of_bill.bill_id
    JOIN votes ON votes.id = vote_bills.vote_id
    JOIN chambers ON chambers.key = votes.chamber
    WHERE NOT votes.is_annulled
        AND NOT EXISTS (SELECT 1 FROM placed WHERE placed.vote_key = votes.key)
    UNION ALL
    SELECT
        key, key, country, date, date_precision, kind, title, NULL, actor, treaty, bill_key, NULL, NULL, NULL, origin,
        source_url, dossier_entry_id, 0
    FROM events
    UNION ALL
    -- What the same person announced on the same day, told as a statement too.
    SELECT
        coalesce(
            (
                SELECT min(placed.event) FROM placed
                WHERE placed.kind = 'announcement' AND placed.country = signed.country
                    AND placed.date = signed.date
                    AND (
                        statements.channel = 'joint statement'
                        OR NOT EXISTS (
                            SELECT 1 FROM statements AS joint
                            WHERE joint.date = statements.date AND joint.channel = 'joint statement'
                        )
                    )
                    AND EXISTS (
                        SELECT 1 FROM statement_signatories AS who
                        WHERE who.statement_id = statements.id
                            AND substr(placed.actor, 1, length(who.name)) = who.name
                    )
            ),
            (
                SELECT min(events.key) FROM events
                WHERE events.country = signed.country AND events.date = signed.date
                    AND substr(events.actor, 1, instr(events.actor || ',', ',') - 1) = signed.names
            ),
            statements.key || iif(statements.country IS NULL, '-' || signed.country, '')
        ),
        statements.key, signed.country, statements.date, statements.date_precision, 'statement',
        coalesce(statements.gist, statements.title, statements.channel), NULL, coalesce(signed.actor, ''),
        statements.treaty, NULL, NULL, statements.key, NULL, statements.origin, statements.source_url,
        statements.dossier_entry_id, 3
    FROM signed JOIN statements ON statements.key = signed.key
    UNION ALL
    SELECT
        coalesce(
            (
                SELECT min(placed.event) FROM placed
                WHERE placed.country = acts.state AND placed.treaty = acts.treaty AND placed.kind = 'deposit'
                    AND acts.action = 'withdrawal' AND placed.date = acts.date
            ),
            acts.key
        ),
        acts.key, acts.state, acts.date, acts.date_precision,
        CASE acts.action
            WHEN 'withdrawal' THEN 'deposit' WHEN 'signature' THEN 'treaty signature' ELSE acts.action
        END,
        CASE acts.action
            WHEN 'withdrawal' THEN 'Withdrawal reaches the depositary'
            WHEN 'objection' THEN 'Objection to the suspension notified by ' || upper(acts.target)
            WHEN 'suspension' THEN 'Notice that the operation of the treaty is suspended'
            ELSE upper(substr(acts.action, 1, 1)) || substr(acts.action, 2)
        END || ' (' || treaties.short_name || ')',
        NULL, states.name, acts.treaty, acts.bill_key, NULL, NULL, acts.key, acts.origin, acts.source_url,
        acts.dossier_entry_id, iif(acts.is_official, 0, 4)
    FROM acts
    JOIN treaties ON treaties.key = acts.treaty
    JOIN states ON states.key = acts.state
    UNION ALL
    SELECT
        coalesce(
            (
                SELECT min(placed.event) FROM placed
                WHERE placed.country = acts.state AND placed.treaty = acts.treaty AND placed.kind = 'effect'
                    AND placed.date = acts.effect_date
            ),
            acts.key || '-effect'
        ),
        acts.key, acts.state, acts.effect_date, 'day', 'effect',
        'Withdrawal takes effect (' || treaties.short_name || ')', NULL, states.name, acts.treaty, acts.bill_key, NULL,
        NULL, acts.key, acts.origin, acts.source_url, acts.dossier_entry_id, iif(acts.is_official, 0, 4)
    FROM acts
    JOIN treaties ON treaties.key = acts.treaty
    JOIN states ON states.key = acts.state
    WHERE acts.action = 'withdrawal' AND acts.effect_date IS NOT NULL
),
joined AS MATERIALIZED (
    SELECT
        event,
        substr(min(printf('%d%s', rank, told_key)), 2) AS best,
        substr(min(printf('%d%d%s', origin <> 'dossier', rank, told_key)), 3) AS english,
        max(vote_key) AS vote_key,
        max(statement_key) AS statement_key,
        max(action_key) AS action_key,
        max(nullif(actor, '')) AS actor,
        json_group_array(DISTINCT source_url) AS sources
    FROM told
    GROUP BY event
)
SELECT
    joined.event AS key,
    best.country AS state,
    best.date AS date,
    best.date_precision AS date_precision,
    best.kind AS kind,
    english.title AS title,
    best.words AS words,
    coalesce(nullif(best.actor, ''), joined.actor) AS actor,
    best.treaty AS treaty,
    best.bill_key AS bill_key,
    joined.vote_key AS vote_key,
    iif(
        votes.declared_yes IS NULL, NULL,
        printf(
            '%s for, %s against, %s abstaining', votes.declared_yes, coalesce(votes.declared_no, '?'),
            coalesce(votes.declared_abstain, '?')
        )
    ) AS tally,
    joined.statement_key AS statement_key,
    joined.action_key AS action_key,
    coalesce(
        '/votes/' || votes.key, '/statements/' || joined.statement_key, '/bills/' || best.bill_key,
        '/treaties/' || best.treaty
    ) AS page,
    best.origin AS origin,
    coalesce(dossier_entries.confidence, 'official') AS confidence,
    best.source_url AS source_url,
    (
        SELECT group_concat(value, ' ') FROM json_each(joined.sources) WHERE value <> best.source_url
    ) AS other_sources,
    dossier_entries.note AS note
FROM joined
JOIN told AS best ON best.event = joined.event AND best.told_key = joined.best
JOIN told AS english ON english.event = joined.event AND english.told_key = joined.english
LEFT JOIN votes ON votes.key = joined.vote_key
LEFT JOIN dossier_entries ON dossier_entries.id = best.dossier_entry_id
