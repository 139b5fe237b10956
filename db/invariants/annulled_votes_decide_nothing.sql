-- severity: error
-- explains: An annulled vote has no other outcome, and no other vote has that outcome.
SELECT
    key AS subject_key,
    printf('annulled is %s, but the outcome is %s', iif(is_annulled, 'yes', 'no'), outcome) AS message
FROM votes
WHERE is_annulled <> (outcome = 'annulled')
