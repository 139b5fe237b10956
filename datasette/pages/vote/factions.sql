SELECT
    faction,
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
FROM ballots
WHERE vote_key = :key AND withdrawn_at IS NULL
GROUP BY faction
ORDER BY ballots DESC, faction
