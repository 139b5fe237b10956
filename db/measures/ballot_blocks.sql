-- The ballots of one block: the votes of 62 places of a term, one row a member.
INSERT INTO ballot_blocks
SELECT
    :term_id,
    :block,
    vote_ballots.person_id,
    sum((ballot_labels.option = 'yes') << (vote_places.place - 62 * :block)),
    sum((ballot_labels.option = 'no') << (vote_places.place - 62 * :block)),
    sum((ballot_labels.option = 'abstain') << (vote_places.place - 62 * :block)),
    count(*),
    sum(ballot_labels.option = 'present_not_voting'),
    sum(ballot_labels.option = 'absent'),
    sum(ballot_labels.option = 'absent_excused'),
    -- Attendance is taken of votes whose absent are known, so that it is a share of all.
    sum(votes.counted_absent IS NOT NULL AND ballot_labels.option IN ('yes', 'no', 'abstain', 'present_not_voting')),
    sum(votes.counted_absent IS NOT NULL AND ballot_labels.option IN ('absent', 'absent_excused')),
    sum(lines.line IS NOT NULL AND ballot_labels.option IN ('yes', 'no', 'abstain')),
    coalesce(sum(lines.line <> ballot_labels.option AND ballot_labels.option IN ('yes', 'no', 'abstain')), 0)
FROM vote_places
CROSS JOIN votes ON votes.id = vote_places.vote_id
CROSS JOIN vote_ballots ON vote_ballots.vote_id = vote_places.vote_id AND vote_ballots.withdrawn_at IS NULL
CROSS JOIN ballot_labels ON ballot_labels.id = vote_ballots.label_id
LEFT JOIN vote_factions AS lines
    ON lines.vote_id = vote_ballots.vote_id AND lines.faction_id IS vote_ballots.faction_id
WHERE vote_places.term_id = :term_id AND vote_places.place BETWEEN 62 * :block AND 62 * :block + 61
GROUP BY vote_ballots.person_id
