-- How many ballots of each option the pending votes between two numbers have, from the sums of factions.
INSERT INTO vote_options (vote_id, option, ballots)
WITH sums AS (
    SELECT
        vote_id, sum(yes) AS yes, sum(no) AS no, sum(abstain) AS abstain, sum(choice) AS choice,
        sum(present_not_voting) AS present_not_voting, sum(absent) AS absent,
        sum(absent_excused) AS absent_excused, sum(not_recorded) AS not_recorded, sum(secret) AS secret
    FROM measure_pending
    CROSS JOIN vote_factions ON vote_factions.vote_id = measure_pending.subject_id
    WHERE measure_pending.kind = 'vote' AND measure_pending.subject_id BETWEEN :first AND :last
    GROUP BY vote_id
),
options AS (
    SELECT vote_id, 'yes' AS option, yes AS ballots FROM sums
    UNION ALL SELECT vote_id, 'no', no FROM sums
    UNION ALL SELECT vote_id, 'abstain', abstain FROM sums
    UNION ALL SELECT vote_id, 'choice', choice FROM sums
    UNION ALL SELECT vote_id, 'present_not_voting', present_not_voting FROM sums
    UNION ALL SELECT vote_id, 'absent', absent FROM sums
    UNION ALL SELECT vote_id, 'absent_excused', absent_excused FROM sums
    UNION ALL SELECT vote_id, 'not_recorded', not_recorded FROM sums
    UNION ALL SELECT vote_id, 'secret', secret FROM sums
)
SELECT vote_id, option, ballots FROM options WHERE ballots > 0
