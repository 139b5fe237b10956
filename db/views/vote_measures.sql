CREATE VIEW vote_measures AS
-- Sums over factions are NULL where a vote is not measured: it has no place. Each is worked out for itself, so
-- that whoever counts votes or sorts them by their tallies waits for none.
SELECT
    votes.key AS vote_key,
    votes.chamber AS chamber,
    votes.term AS term,
    votes.date AS date,
    chambers.seats AS seats,
    (SELECT sum(yes + no + abstain) FROM vote_factions WHERE vote_id = vote_places.vote_id) AS voted,
    (SELECT sum(present_not_voting) FROM vote_factions WHERE vote_id = vote_places.vote_id)
        AS present_not_voting,
    CASE WHEN votes.counted_absent IS NOT NULL THEN
        (SELECT sum(absent + absent_excused) FROM vote_factions WHERE vote_id = vote_places.vote_id)
    END AS absent,
    (SELECT sum(not_recorded) FROM vote_factions WHERE vote_id = vote_places.vote_id) AS not_recorded,
    chambers.seats - (SELECT sum(ballots) FROM vote_factions WHERE vote_id = vote_places.vote_id)
        AS not_listed,
    1.0 * (SELECT sum(yes + no + abstain) FROM vote_factions WHERE vote_id = vote_places.vote_id)
        / chambers.seats AS turnout,
    (
        SELECT sum(iif(line IS NOT NULL, yes + no + abstain, 0)) FROM vote_factions
        WHERE vote_id = vote_places.vote_id
    ) AS with_a_line,
    (SELECT sum(coalesce(against, 0)) FROM vote_factions WHERE vote_id = vote_places.vote_id) AS against,
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
