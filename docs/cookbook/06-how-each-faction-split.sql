-- How each faction split on the denunciation bills
--
-- One row a faction and final vote. Where only some ballots are known (`partial`) the figures are of those.
SELECT ballots.date, ballots.vote_key, votes.ballots_status, ballots.faction,
    count(*) FILTER (WHERE ballots.option = 'yes') AS yes,
    count(*) FILTER (WHERE ballots.option = 'no') AS no,
    count(*) FILTER (WHERE ballots.option = 'abstain') AS abstain,
    count(*) FILTER (WHERE ballots.option = 'present_not_voting') AS present_not_voting,
    count(*) FILTER (WHERE ballots.option IN ('absent', 'absent_excused')) AS absent,
    count(*) AS ballots
FROM bills
JOIN vote_bills ON vote_bills.bill_id = bills.id
JOIN votes ON votes.id = vote_bills.vote_id
JOIN ballots ON ballots.vote_key = votes.key
WHERE bills.is_tracked = 1 AND votes.is_final = 1 AND ballots.withdrawn_at IS NULL
GROUP BY ballots.date, ballots.vote_key, votes.ballots_status, ballots.faction
ORDER BY ballots.date, ballots.vote_key, ballots.faction NULLS LAST
