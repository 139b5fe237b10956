SELECT
    counted.*,
    factions.key AS faction_key,
    faction_votes.line AS line,
    faction_votes.against AS against
FROM (
    SELECT
        factions.id AS faction_id,
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
        sum(option = 'secret') AS secret
    FROM votes
    JOIN vote_ballots ON vote_ballots.vote_id = votes.id AND vote_ballots.withdrawn_at IS NULL
    JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
    LEFT JOIN factions ON factions.id = vote_ballots.faction_id
    WHERE votes.key = :key
    GROUP BY factions.id
) AS counted
LEFT JOIN factions ON factions.id = counted.faction_id
LEFT JOIN faction_votes ON faction_votes.vote_key = :key AND faction_votes.faction_key IS factions.key
ORDER BY counted.ballots DESC, counted.faction
