CREATE VIEW vote_measures AS
-- Sums over factions are NULL where a vote is not measured: it has no place, so no faction is joined.
SELECT
    votes.key AS vote_key,
    votes.chamber AS chamber,
    votes.term AS term,
    votes.date AS date,
    chambers.seats AS seats,
    sum(vote_factions.yes + vote_factions.no + vote_factions.abstain) AS voted,
    sum(vote_factions.present_not_voting) AS present_not_voting,
    CASE WHEN votes.counted_absent IS NOT NULL THEN
        sum(vote_factions.absent + vote_factions.absent_excused)
    END AS absent,
    sum(vote_factions.not_recorded) AS not_recorded,
    chambers.seats - sum(vote_factions.ballots) AS not_listed,
    1.0 * sum(vote_factions.yes + vote_factions.no + vote_factions.abstain) / chambers.seats AS turnout,
    sum(
        CASE
            WHEN vote_factions.line IS NOT NULL
                THEN vote_factions.yes + vote_factions.no + vote_factions.abstain
            WHEN vote_places.place IS NOT NULL THEN 0
        END
    ) AS with_a_line,
    sum(CASE WHEN vote_places.place IS NOT NULL THEN coalesce(vote_factions.against, 0) END) AS against,
    coalesce(votes.declared_yes, votes.counted_yes) - coalesce(votes.declared_no, votes.counted_no) AS lead,
    votes.threshold AS threshold,
    coalesce(votes.declared_yes, votes.counted_yes) - votes.threshold AS margin,
    1.0 * (coalesce(votes.declared_yes, votes.counted_yes) - votes.threshold) / chambers.seats
        AS margin_share,
    votes.origin AS origin,
    votes.source_url AS source_url
FROM votes
JOIN chambers ON chambers.key = votes.chamber
LEFT JOIN vote_places ON vote_places.vote_id = votes.id AND vote_places.place IS NOT NULL
LEFT JOIN vote_factions ON vote_factions.vote_id = vote_places.vote_id
GROUP BY votes.key
