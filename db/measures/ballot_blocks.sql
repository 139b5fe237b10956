-- The ballots of one block: the votes of 62 places of a term, one row a member. A ballot is a bit at the place
-- of its vote, and so are lines, so that ballots are held against them 62 at a time.
INSERT INTO ballot_blocks
WITH places AS MATERIALIZED (
    SELECT
        vote_places.vote_id,
        1 << (vote_places.place - 62 * :block) AS bit,
        votes.counted_absent IS NOT NULL AS is_listed
    FROM vote_places CROSS JOIN votes ON votes.id = vote_places.vote_id
    WHERE vote_places.term_id = :term_id AND vote_places.place BETWEEN 62 * :block AND 62 * :block + 61
),
-- Attendance is taken of votes whose absent are known, so that it is a share of all.
listed AS MATERIALIZED (SELECT coalesce(sum(bit), 0) AS bits FROM places WHERE is_listed),
lines AS MATERIALIZED (
    SELECT vote_factions.faction_id, vote_factions.line, sum(places.bit) AS bits
    FROM places CROSS JOIN vote_factions ON vote_factions.vote_id = places.vote_id
    WHERE vote_factions.line IS NOT NULL
    GROUP BY vote_factions.faction_id, vote_factions.line
),
labelled AS MATERIALIZED (
    SELECT vote_ballots.person_id, vote_ballots.faction_id, vote_ballots.label_id, sum(places.bit) AS bits
    FROM places CROSS JOIN vote_ballots ON vote_ballots.vote_id = places.vote_id
    WHERE vote_ballots.withdrawn_at IS NULL
    GROUP BY vote_ballots.person_id, vote_ballots.faction_id, vote_ballots.label_id
),
options AS MATERIALIZED (
    SELECT labelled.person_id, labelled.faction_id, ballot_labels.option, labelled.bits
    FROM labelled JOIN ballot_labels ON ballot_labels.id = labelled.label_id
),
held AS (
    SELECT
        options.person_id,
        sum(bit_count(options.bits & lines.bits)) AS with_a_line,
        sum(iif(options.option <> lines.line, bit_count(options.bits & lines.bits), 0)) AS against
    FROM options JOIN lines ON lines.faction_id = options.faction_id
    WHERE options.option IN ('yes', 'no', 'abstain')
    GROUP BY options.person_id
)
SELECT
    :term_id,
    :block,
    options.person_id,
    sum(iif(option = 'yes', bits, 0)),
    sum(iif(option = 'no', bits, 0)),
    sum(iif(option = 'abstain', bits, 0)),
    sum(bit_count(bits)),
    sum(iif(option = 'present_not_voting', bit_count(bits), 0)),
    sum(iif(option = 'absent', bit_count(bits), 0)),
    sum(iif(option = 'absent_excused', bit_count(bits), 0)),
    sum(
        iif(
            option IN ('yes', 'no', 'abstain', 'present_not_voting'),
            bit_count(bits & (SELECT bits FROM listed)),
            0
        )
    ),
    sum(iif(option IN ('absent', 'absent_excused'), bit_count(bits & (SELECT bits FROM listed)), 0)),
    coalesce(with_a_line, 0),
    coalesce(against, 0)
FROM options LEFT JOIN held ON held.person_id = options.person_id
GROUP BY options.person_id
