-- How each faction voted in the pending votes between two numbers, what most did, and how united it was.
INSERT INTO vote_factions (
    vote_id, faction_id, ballots, yes, no, abstain, choice, present_not_voting, absent, absent_excused,
    not_recorded, secret, line, against, rice, agreement_index
)
WITH sorted AS (
    SELECT vote_ballots.vote_id, vote_ballots.faction_id, vote_ballots.label_id, count(*) AS ballots
    FROM measure_pending
    CROSS JOIN vote_ballots ON vote_ballots.vote_id = measure_pending.subject_id
    WHERE measure_pending.kind = 'vote' AND measure_pending.subject_id BETWEEN :first AND :last
        AND vote_ballots.withdrawn_at IS NULL
    GROUP BY vote_ballots.vote_id, vote_ballots.faction_id, vote_ballots.label_id
),
tallies AS (
    SELECT
        sorted.vote_id,
        sorted.faction_id,
        sum(sorted.ballots) AS ballots,
        sum(iif(ballot_labels.option = 'yes', sorted.ballots, 0)) AS yes,
        sum(iif(ballot_labels.option = 'no', sorted.ballots, 0)) AS no,
        sum(iif(ballot_labels.option = 'abstain', sorted.ballots, 0)) AS abstain,
        sum(iif(ballot_labels.option = 'choice', sorted.ballots, 0)) AS choice,
        sum(iif(ballot_labels.option = 'present_not_voting', sorted.ballots, 0)) AS present_not_voting,
        sum(iif(ballot_labels.option = 'absent', sorted.ballots, 0)) AS absent,
        sum(iif(ballot_labels.option = 'absent_excused', sorted.ballots, 0)) AS absent_excused,
        sum(iif(ballot_labels.option = 'not_recorded', sorted.ballots, 0)) AS not_recorded,
        sum(iif(ballot_labels.option = 'secret', sorted.ballots, 0)) AS secret
    FROM sorted JOIN ballot_labels ON ballot_labels.id = sorted.label_id
    GROUP BY sorted.vote_id, sorted.faction_id
),
judged AS (
    SELECT
        tallies.*,
        tallies.yes + tallies.no + tallies.abstain AS voted,
        max(tallies.yes, tallies.no, tallies.abstain) AS most,
        -- Nothing is said of fewer than three, of members of no faction, or of a vote that is not measured.
        measured_votes.vote_id IS NOT NULL AND factions.id IS NOT NULL AND unattached_labels.label IS NULL
            AND tallies.yes + tallies.no + tallies.abstain >= 3 AS is_measured
    FROM tallies
    LEFT JOIN measured_votes ON measured_votes.vote_id = tallies.vote_id
    LEFT JOIN factions ON factions.id = tallies.faction_id
    LEFT JOIN unattached_labels
        ON unattached_labels.chamber = factions.chamber AND unattached_labels.label = factions.label
)
SELECT
    vote_id, faction_id, ballots, yes, no, abstain, choice, present_not_voting, absent, absent_excused,
    not_recorded, secret,
    CASE WHEN is_measured AND 2 * most > voted THEN
        CASE most WHEN yes THEN 'yes' WHEN no THEN 'no' ELSE 'abstain' END
    END,
    CASE WHEN is_measured AND 2 * most > voted THEN voted - most END,
    CASE WHEN is_measured AND yes + no >= 3 THEN 1.0 * abs(yes - no) / (yes + no) END,
    CASE WHEN is_measured THEN (3.0 * most - voted) / (2 * voted) END
FROM judged
