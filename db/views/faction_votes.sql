CREATE VIEW faction_votes AS
SELECT
    votes.key AS vote_key,
    votes.date AS date,
    votes.chamber AS chamber,
    votes.term AS term,
    factions.key AS faction_key,
    factions.label AS faction,
    vote_factions.ballots AS ballots,
    vote_factions.yes AS yes,
    vote_factions.no AS no,
    vote_factions.abstain AS abstain,
    vote_factions.choice AS choice,
    vote_factions.present_not_voting AS present_not_voting,
    vote_factions.absent AS absent,
    vote_factions.absent_excused AS absent_excused,
    vote_factions.not_recorded AS not_recorded,
    vote_factions.secret AS secret,
    vote_factions.line AS line,
    vote_factions.against AS against,
    vote_factions.rice AS rice,
    vote_factions.agreement_index AS agreement_index,
    votes.origin AS origin,
    votes.source_url AS source_url
FROM vote_factions
JOIN votes ON votes.id = vote_factions.vote_id
LEFT JOIN factions ON factions.id = vote_factions.faction_id
