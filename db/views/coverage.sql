CREATE VIEW coverage AS
SELECT
    expectations.subject_key AS subject_key,
    expectations.what AS what,
    expectations.expected AS expected,
    CASE expectations.what
        WHEN 'votes' THEN (
            SELECT count(*) FROM votes WHERE votes.sitting_key = expectations.subject_key
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
