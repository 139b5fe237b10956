SELECT
    bills.key AS key,
    bills.number AS number,
    coalesce(bills.title_en, bills.title) AS title,
    bills.title_en IS NULL AS is_original,
    vote_bills.basis AS basis
FROM votes
JOIN vote_bills ON vote_bills.vote_id = votes.id
JOIN bills ON bills.id = vote_bills.bill_id
WHERE votes.key = :key
ORDER BY bills.key
