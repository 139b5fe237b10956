-- How many ballots of a term there are by year, faction, option and kind of vote, from the sums of factions.
INSERT INTO ballot_facets (chamber, term, year, faction_id, option, kind, ballots)
WITH sums AS (
    SELECT
        votes.chamber AS chamber,
        votes.term AS term,
        CAST(substr(votes.date, 1, 4) AS INTEGER) AS year,
        vote_factions.faction_id AS faction_id,
        iif(votes.is_final, 'final vote', coalesce(votes.meaning_of_yes, 'not known')) AS kind,
        sum(yes) AS yes, sum(no) AS no, sum(abstain) AS abstain, sum(choice) AS choice,
        sum(present_not_voting) AS present_not_voting, sum(absent) AS absent,
        sum(absent_excused) AS absent_excused, sum(not_recorded) AS not_recorded, sum(secret) AS secret
    FROM vote_places
    CROSS JOIN votes ON votes.id = vote_places.vote_id
    CROSS JOIN vote_factions ON vote_factions.vote_id = vote_places.vote_id
    WHERE vote_places.term_id = :term_id
    GROUP BY 1, 2, 3, 4, 5
),
options AS (
    SELECT sums.*, 'yes' AS option, yes AS ballots FROM sums
    UNION ALL SELECT sums.*, 'no', no FROM sums
    UNION ALL SELECT sums.*, 'abstain', abstain FROM sums
    UNION ALL SELECT sums.*, 'choice', choice FROM sums
    UNION ALL SELECT sums.*, 'present_not_voting', present_not_voting FROM sums
    UNION ALL SELECT sums.*, 'absent', absent FROM sums
    UNION ALL SELECT sums.*, 'absent_excused', absent_excused FROM sums
    UNION ALL SELECT sums.*, 'not_recorded', not_recorded FROM sums
    UNION ALL SELECT sums.*, 'secret', secret FROM sums
)
SELECT chamber, term, year, faction_id, option, kind, ballots FROM options WHERE ballots > 0
