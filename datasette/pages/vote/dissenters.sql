SELECT
    persons.key AS person_key,
    person_names.given_name || ' ' || person_names.family_name AS person,
    factions.label AS faction,
    ballot_labels.option AS option,
    vote_factions.line AS line
FROM votes
JOIN vote_factions ON vote_factions.vote_id = votes.id AND vote_factions.line IS NOT NULL
JOIN vote_ballots
    ON vote_ballots.vote_id = votes.id AND vote_ballots.faction_id IS vote_factions.faction_id
    AND vote_ballots.withdrawn_at IS NULL
JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
JOIN factions ON factions.id = vote_ballots.faction_id
JOIN persons ON persons.id = vote_ballots.person_id
JOIN person_names ON person_names.id = vote_ballots.name_id
WHERE votes.key = :key
    AND ballot_labels.option IN ('yes', 'no', 'abstain')
    AND ballot_labels.option <> vote_factions.line
ORDER BY factions.label, person_names.family_name
