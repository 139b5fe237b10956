-- In how many votes of a term both of two members voted yes, no or abstain, and in how many both the same.
INSERT INTO member_pairs
WITH members AS MATERIALIZED (
    SELECT
        person_id,
        bitmap(block, yes | no | abstain) AS voted,
        bitmap(block, yes, no, abstain) AS voted_so
    FROM ballot_blocks
    WHERE term_id = :term_id
    GROUP BY person_id
)
SELECT
    :term_id,
    one.person_id,
    other.person_id,
    overlap(one.voted, other.voted),
    overlap(one.voted_so, other.voted_so)
FROM members AS one JOIN members AS other ON other.person_id > one.person_id
