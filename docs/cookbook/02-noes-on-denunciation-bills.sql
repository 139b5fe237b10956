-- Who voted no, and what a no meant
--
-- A no is a no to the bill only where `meaning_of_yes` is "for the bill"; a no to rejecting it is the
-- opposite.
SELECT ballots.date, ballots.chamber, votes.meaning_of_yes, ballots.person_key, ballots.person,
    ballots.faction, ballots.label, ballots.source_url
FROM bills
JOIN vote_bills ON vote_bills.bill_id = bills.id
JOIN votes ON votes.id = vote_bills.vote_id
JOIN ballots ON ballots.vote_key = votes.key
WHERE bills.is_tracked = 1 AND votes.is_final = 1 AND ballots.option = 'no' AND ballots.withdrawn_at IS NULL
ORDER BY ballots.date, ballots.vote_key, ballots.person_key
