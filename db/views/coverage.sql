CREATE VIEW coverage AS
-- Each key is asked for apart, so that each has its index.
SELECT
    expectations.subject_key AS subject_key,
    expectations.what AS what,
    expectations.expected AS expected,
    CASE expectations.what
        WHEN 'sittings' THEN (
            SELECT count(*) FROM sittings WHERE sittings.term = expectations.subject_key
        )
        WHEN 'stages' THEN (
            SELECT count(*) FROM stages
            WHERE stages.bill_key = expectations.subject_key AND stages.withdrawn_at IS NULL
        )
        WHEN 'documents' THEN (
            SELECT count(*) FROM bill_documents WHERE bill_documents.bill_key = expectations.subject_key
        )
        WHEN 'transcripts' THEN (
            SELECT count(DISTINCT speeches.sitting_key) FROM speeches
            WHERE (
                speeches.sitting_key = expectations.subject_key
                OR speeches.bill_key = expectations.subject_key
                OR speeches.term = expectations.subject_key
            )
                AND speeches.text IS NOT NULL AND speeches.withdrawn_at IS NULL
        )
        WHEN 'speeches' THEN (
            SELECT count(*) FROM speeches
            WHERE (
                speeches.sitting_key = expectations.subject_key
                OR speeches.item_key = expectations.subject_key
            )
                AND speeches.withdrawn_at IS NULL
        )
        WHEN 'votes' THEN (
            SELECT count(*) FROM votes
            WHERE votes.sitting_key = expectations.subject_key OR votes.term = expectations.subject_key
        )
        WHEN 'ballots' THEN (
            SELECT count(*)
            FROM votes JOIN vote_ballots ON vote_ballots.vote_id = votes.id
            WHERE votes.key = expectations.subject_key AND vote_ballots.withdrawn_at IS NULL
        )
        WHEN 'members' THEN (
            SELECT count(*)
            FROM factions JOIN memberships ON memberships.faction_id = factions.id
            WHERE factions.key = expectations.subject_key
                AND memberships.is_active = 1 AND memberships.withdrawn_at IS NULL
        )
    END AS collected,
    expectations.origin AS origin,
    expectations.source_url AS source_url
FROM expectations
