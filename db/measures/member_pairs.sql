-- In how many votes of a term both of two members voted yes, no or abstain, and in how many of these both the same.
INSERT INTO member_pairs
WITH members AS MATERIALIZED (
    SELECT
        person_id,
        bitmap(block, yes | no | abstain) AS voted,
        bitmap(block, yes, no, abstain) AS cast_so
    FROM ballot_blocks
    WHERE term_id = :term_id
    GROUP BY person_id
),
pairs AS (
    SELECT
        one.person_id AS one_id,
        other.person_id AS other_id,
        overlap(one.voted, other.voted) AS shared,
        overlap(one.cast_so, other.cast_so) AS agreed
    FROM members AS one JOIN members AS other ON other.person_id > one.person_id
)
SELECT :term_id, one_id, other_id, shared, agreed FROM pairs WHERE shared > 0
