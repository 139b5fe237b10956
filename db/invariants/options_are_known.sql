-- severity: error
-- explains: A ballot comes to an option of the vocabulary, and to no other.
SELECT chamber AS subject_key, printf('"%s" is read as "%s"', label, option) AS message
FROM ballot_labels
WHERE option NOT IN (
    'yes', 'no', 'abstain', 'choice', 'present_not_voting', 'absent', 'absent_excused', 'not_recorded',
    'secret'
)
UNION ALL
SELECT votes.key, printf('a ballot on candidate %d is "%s"', ballot_choices.number, ballot_choices.option)
FROM ballot_choices JOIN votes ON votes.id = ballot_choices.vote_id
WHERE ballot_choices.option NOT IN ('yes', 'no')
