-- What each member's ballots on one tracked bill add up to.
INSERT INTO bill_ballots
SELECT
    bills.id,
    vote_ballots.person_id,
    count(*),
    sum(ballot_labels.option = 'yes'),
    sum(ballot_labels.option = 'no'),
    sum(ballot_labels.option = 'abstain'),
    sum(ballot_labels.option = 'present_not_voting'),
    sum(ballot_labels.option = 'absent'),
    sum(ballot_labels.option = 'absent_excused'),
    sum(lines.line IS NOT NULL AND ballot_labels.option IN ('yes', 'no', 'abstain')),
    coalesce(sum(lines.line <> ballot_labels.option AND ballot_labels.option IN ('yes', 'no', 'abstain')), 0)
FROM bills
CROSS JOIN vote_bills ON vote_bills.bill_id = bills.id
CROSS JOIN vote_ballots ON vote_ballots.vote_id = vote_bills.vote_id AND vote_ballots.withdrawn_at IS NULL
CROSS JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
LEFT JOIN vote_factions AS lines
    ON lines.vote_id = vote_ballots.vote_id AND lines.faction_id IS vote_ballots.faction_id
WHERE bills.id = :bill_id AND bills.is_tracked
GROUP BY vote_ballots.person_id
