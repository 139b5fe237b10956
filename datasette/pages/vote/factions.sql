SELECT
    factions.key AS faction_key,
    factions.label AS faction,
    count(*) AS ballots,
    sum(option = 'yes') AS yes,
    sum(option = 'no') AS no,
    sum(option = 'abstain') AS abstain,
    sum(option = 'choice') AS choice,
    sum(option = 'present_not_voting') AS present_not_voting,
    sum(option = 'absent') AS absent,
    sum(option = 'absent_excused') AS absent_excused,
    sum(option = 'not_recorded') AS not_recorded,
    sum(option = 'secret') AS secret,
    measures.line AS line,
    measures.against AS against,
    measures.agreement_index AS agreement_index
FROM votes
JOIN vote_ballots ON vote_ballots.vote_id = votes.id AND vote_ballots.withdrawn_at IS NULL
JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
LEFT JOIN factions ON factions.id = vote_ballots.faction_id
LEFT JOIN vote_factions AS measures
    ON measures.vote_id = votes.id AND measures.faction_id IS vote_ballots.faction_id
WHERE votes.key = :key
GROUP BY vote_ballots.faction_id
ORDER BY count(*) DESC, factions.label
