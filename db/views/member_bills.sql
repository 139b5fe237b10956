CREATE VIEW member_bills AS
SELECT
    bills.key AS bill_key,
    persons.key AS person_key,
    persons.name AS person,
    bill_ballots.ballots AS ballots,
    bill_ballots.yes AS yes,
    bill_ballots.no AS no,
    bill_ballots.abstain AS abstain,
    bill_ballots.present_not_voting AS present_not_voting,
    bill_ballots.absent AS absent,
    bill_ballots.absent_excused AS absent_excused,
    bill_ballots.with_a_line AS with_a_line,
    bill_ballots.against AS against
FROM bill_ballots
JOIN bills ON bills.id = bill_ballots.bill_id
JOIN persons ON persons.id = bill_ballots.person_id
