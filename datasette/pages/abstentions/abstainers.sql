SELECT
    votes.key AS vote_key,
    bills.key AS bill_key,
    persons.key AS person_key,
    person_names.given_name || ' ' || person_names.family_name AS person,
    factions.key AS faction_key,
    factions.label AS faction,
    ballot_labels.label AS label,
    ballot_labels.basis AS basis,
    ballot_labels.rule AS rule,
    votes.origin AS origin,
    votes.source_url AS source_url
FROM bills
JOIN vote_bills ON vote_bills.bill_id = bills.id
JOIN votes ON votes.id = vote_bills.vote_id
JOIN vote_ballots ON vote_ballots.vote_id = votes.id AND vote_ballots.withdrawn_at IS NULL
JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id AND ballot_labels.option = 'abstain'
JOIN persons ON persons.id = vote_ballots.person_id
JOIN person_names ON person_names.id = vote_ballots.name_id
LEFT JOIN factions ON factions.id = vote_ballots.faction_id
WHERE bills.is_tracked AND votes.is_final AND NOT votes.is_annulled
ORDER BY votes.date, factions.label, person_names.family_name
