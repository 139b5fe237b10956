CREATE VIEW member_measures AS
SELECT
    measured_terms.term AS term,
    persons.key AS person_key,
    persons.name AS person,
    member_terms.ballots AS ballots,
    member_terms.yes AS yes,
    member_terms.no AS no,
    member_terms.abstain AS abstain,
    member_terms.present_not_voting AS present_not_voting,
    member_terms.absent AS absent,
    member_terms.absent_excused AS absent_excused,
    member_terms.with_a_line AS with_a_line,
    member_terms.against AS against,
    member_terms.attended AS attended,
    member_terms.attended + member_terms.missed AS attendance_votes,
    CASE WHEN member_terms.attended + member_terms.missed >= 10 THEN
        1.0 * member_terms.attended / (member_terms.attended + member_terms.missed)
    END AS attendance
FROM member_terms
JOIN measured_terms ON measured_terms.id = member_terms.term_id
JOIN persons ON persons.id = member_terms.person_id
