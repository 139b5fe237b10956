SELECT
    revisions.*,
    responses.url AS url,
    responses.sha256 AS sha256,
    (
        SELECT name
        FROM person_aliases JOIN persons ON persons.key = person_aliases.person_key
        WHERE person_aliases.alias = substr(revisions.row_key, length(:key) + 2)
    ) AS person
FROM revisions
LEFT JOIN responses ON responses.id = revisions.response_id
WHERE (revisions.table_name = 'votes' AND revisions.row_key = :key)
    OR (
        revisions.table_name IN ('ballots', 'vote_choices', 'ballot_choices')
        -- The keys of what belongs to a vote are paths that begin with its key; '0' comes next after '/'.
        AND revisions.row_key > :key || '/' AND revisions.row_key < :key || '0'
    )
ORDER BY revisions.seen_at DESC, revisions.id DESC
