-- Who abstained on any denunciation bill
--
-- Ballots of members who abstained on a final vote on a bill that is followed here, with the source's own
-- word. A vote whose ballots were not collected has no rows here, which says nothing about its members;
-- question 14 lists those.
SELECT ballots.date, ballots.chamber, ballots.vote_key, ballots.person_key, ballots.person, ballots.faction,
    ballots.label, ballots.source_url
FROM bills
JOIN vote_bills ON vote_bills.bill_id = bills.id
JOIN votes ON votes.id = vote_bills.vote_id
JOIN ballots ON ballots.vote_key = votes.key
WHERE bills.is_tracked = 1 AND votes.is_final = 1 AND ballots.option = 'abstain'
    AND ballots.withdrawn_at IS NULL
ORDER BY ballots.date, ballots.vote_key, ballots.person_key
