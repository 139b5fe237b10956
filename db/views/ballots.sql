CREATE VIEW ballots AS
SELECT
    votes.key AS vote_key,
    votes.date AS date,
    persons.key AS person_key,
    person_names.given_name || ' ' || person_names.family_name AS person,
    factions.label AS faction,
    ballot_labels.option AS option,
    ballot_labels.label AS label,
    ballot_labels.basis AS basis,
    ballot_labels.rule AS rule,
    votes.chamber AS chamber,
    votes.term AS term,
    votes.bill_key AS bill_key,
    vote_ballots.withdrawn_at AS withdrawn_at,
    votes.origin AS origin,
    votes.source_url AS source_url
FROM vote_ballots
JOIN votes ON votes.id = vote_ballots.vote_id
JOIN persons ON persons.id = vote_ballots.person_id
JOIN person_names ON person_names.id = vote_ballots.name_id
JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
LEFT JOIN factions ON factions.id = vote_ballots.faction_id
