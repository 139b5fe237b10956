-- What the blocks of each member of a term add up to.
INSERT INTO member_terms
SELECT
    :term_id,
    person_id,
    sum(ballots),
    sum(bit_count(yes)),
    sum(bit_count(no)),
    sum(bit_count(abstain)),
    sum(present_not_voting),
    sum(absent),
    sum(absent_excused),
    sum(attended),
    sum(missed),
    sum(with_a_line),
    sum(against)
FROM ballot_blocks
WHERE term_id = :term_id
GROUP BY person_id
