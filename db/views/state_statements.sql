CREATE VIEW state_statements AS
WITH involved AS (
    SELECT id AS statement_id, country FROM statements WHERE country IS NOT NULL
    UNION
    SELECT statement_id, country FROM statement_signatories WHERE country IS NOT NULL
)
SELECT
    involved.country AS state,
    statements.key AS statement_key,
    statements.date AS date,
    statements.date_precision AS date_precision,
    statements.channel AS channel,
    statements.venue AS venue,
    coalesce(statements.gist, statements.title, statements.channel) AS title,
    (
        SELECT group_concat(name || coalesce(', ' || office, ''), '; ')
        FROM (
            SELECT name, office FROM statement_signatories AS signatories
            WHERE signatories.statement_id = statements.id ORDER BY position
        )
    ) AS actor,
    statements.stance AS stance,
    statements.treaty AS treaty,
    (
        SELECT group_concat(tag, ', ')
        FROM (
            SELECT DISTINCT tag FROM tags
            WHERE tags.subject_key = statements.key AND scheme = 'argument' ORDER BY tag
        )
    ) AS arguments,
    statements.text AS text,
    statements.origin AS origin,
    coalesce(dossier_entries.confidence, 'official') AS confidence,
    statements.source_url AS source_url
FROM involved
JOIN statements ON statements.id = involved.statement_id
LEFT JOIN dossier_entries ON dossier_entries.id = statements.dossier_entry_id
