SELECT
    persons.key AS person_key,
    person_names.given_name || ' ' || person_names.family_name AS person,
    factions.label AS faction,
    factions.name AS faction_name,
    ballot_labels.option AS option,
    ballot_labels.label AS label,
    ballot_labels.basis AS basis,
    ballot_labels.rule AS rule,
    ballot_labels.label || coalesce(ballot_labels.rule, '') AS said,
    (
        SELECT group_concat(vote_choices.label || ': ' || ballot_choices.option, '; ')
        FROM ballot_choices
        JOIN vote_choices
            ON vote_choices.vote_id = ballot_choices.vote_id
            AND vote_choices.number = ballot_choices.number
        WHERE ballot_choices.vote_id = vote_ballots.vote_id
            AND ballot_choices.person_id = vote_ballots.person_id
    ) AS choices
FROM votes
JOIN vote_ballots ON vote_ballots.vote_id = votes.id
JOIN persons ON persons.id = vote_ballots.person_id
JOIN person_names ON person_names.id = vote_ballots.name_id
JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
LEFT JOIN factions ON factions.id = vote_ballots.faction_id
WHERE votes.key = :key AND vote_ballots.withdrawn_at IS NULL
ORDER BY factions.label IS NULL, factions.label, person_names.family_name, person_names.given_name
