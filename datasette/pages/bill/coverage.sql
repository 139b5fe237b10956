SELECT coverage.what AS what, coverage.expected AS expected, coverage.collected AS collected,
    coverage.subject_key AS subject_key, coverage.origin AS origin, coverage.source_url AS source_url
FROM coverage
WHERE coverage.subject_key = :key
    OR coverage.subject_key IN (SELECT vote_key FROM (
        SELECT votes.key AS vote_key FROM vote_bills
        JOIN bills ON bills.id = vote_bills.bill_id JOIN votes ON votes.id = vote_bills.vote_id
        WHERE bills.key = :key
    ))
    OR coverage.subject_key IN (SELECT item_key FROM item_bills WHERE bill_key = :key)
ORDER BY coverage.subject_key <> :key, coverage.subject_key, coverage.what
