-- severity: error
-- explains: A final vote is on the bill as a whole, not on an amendment, a statement, a motion or a candidate.
SELECT key AS subject_key, printf('a final vote in which a yes is %s', meaning_of_yes) AS message
FROM votes
WHERE is_final = 1
    AND meaning_of_yes NOT IN ('for the bill', 'for rejecting the bill', 'for the committee report')
