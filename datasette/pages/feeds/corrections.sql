SELECT
    'corrections/' || id AS id,
    '/corrections' AS page,
    'Correction' AS kind,
    row_key || ', ' || replace(column_name, '_', ' ') AS title,
    seen_at AS updated,
    'Before: ' || substr(old_value, 1, 200) || '. Now: ' || coalesce(substr(new_value, 1, 200), 'nothing') || '.'
        AS summary,
    source_url AS source_url
FROM corrections
-- The keys of a chamber's rows begin with the state.
WHERE (:state = '' OR row_key GLOB :state || '-*')
    AND (
        :bill = ''
        OR table_name = 'bills' AND row_key = :bill
        OR table_name = 'stages' AND row_key IN (SELECT key FROM stages WHERE bill_key = :bill)
        -- The keys of what belongs to a vote are paths that begin with its key.
        OR table_name IN ('votes', 'ballots', 'vote_choices', 'ballot_choices')
        AND substr(row_key, 1, instr(row_key || '/', '/') - 1) IN (
            SELECT votes.key
            FROM bills
            JOIN vote_bills ON vote_bills.bill_id = bills.id
            JOIN votes ON votes.id = vote_bills.vote_id
            WHERE bills.key = :bill
        )
    )
    AND (
        :person = ''
        OR table_name = 'persons' AND row_key IN (SELECT alias FROM person_aliases WHERE person_key = :person)
        OR table_name IN ('ballots', 'ballot_choices')
        AND substr(row_key, instr(row_key, '/') + 1) IN (
            SELECT alias FROM person_aliases WHERE person_key = :person
        )
        OR table_name = 'memberships' AND row_key IN (
            SELECT memberships.key FROM persons JOIN memberships ON memberships.person_id = persons.id
            WHERE persons.key = :person
        )
        OR table_name = 'speeches' AND row_key IN (
            SELECT speeches.key FROM persons JOIN speeches ON speeches.person_id = persons.id
            WHERE persons.key = :person
        )
        OR table_name = 'statements' AND row_key IN (
            SELECT statements.key
            FROM persons
            JOIN statement_signatories ON statement_signatories.person_id = persons.id
            JOIN statements ON statements.id = statement_signatories.statement_id
            WHERE persons.key = :person
        )
    )
ORDER BY id DESC
LIMIT 50
