SELECT
    votes.*,
    EXISTS (SELECT 1 FROM vote_choices WHERE vote_choices.vote_id = votes.id) AS is_on_list
FROM bills
JOIN vote_bills ON vote_bills.bill_id = bills.id
JOIN votes ON votes.id = vote_bills.vote_id
WHERE bills.key = :key
ORDER BY votes.date, votes.number
