SELECT DISTINCT
    bills.key AS key,
    bills.number AS number,
    coalesce(bills.title_en, bills.title) AS title,
    bills.title_en IS NULL AS is_original,
    bills.is_tracked AS is_tracked,
    sums.with_a_line AS with_a_line,
    sums.against AS against,
    (SELECT count(*) FROM speeches WHERE bill_key = bills.key AND withdrawn_at IS NULL) AS turns,
    (
        SELECT count(*) FROM speeches
        WHERE bill_key = bills.key AND withdrawn_at IS NULL AND text IS NOT NULL
    ) AS turns_with_text
FROM persons
JOIN (
    SELECT vote_ballots.person_id AS person_id, vote_bills.bill_id AS bill_id
    FROM vote_ballots JOIN vote_bills ON vote_bills.vote_id = vote_ballots.vote_id
    WHERE vote_ballots.person_id = (SELECT id FROM persons WHERE key = :key)
    UNION
    SELECT speeches.person_id, bills.id
    FROM speeches JOIN bills ON bills.key = speeches.bill_key
    WHERE speeches.person_id = (SELECT id FROM persons WHERE key = :key)
) AS met ON met.person_id = persons.id
JOIN bills ON bills.id = met.bill_id
LEFT JOIN bill_ballots AS sums ON sums.bill_id = bills.id AND sums.person_id = persons.id
WHERE persons.key = :key
ORDER BY bills.is_tracked DESC, bills.number
LIMIT 50
