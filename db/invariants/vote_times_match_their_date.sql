-- severity: warning
-- explains: The moment of a vote lies on its date, give or take a night: a sitting can run past midnight, and moments are in UTC.
SELECT key AS subject_key, printf('dated %s, but taken at %s', date, time) AS message
FROM votes
WHERE date(time) NOT BETWEEN date(date, '-1 day') AND date(date, '+1 day')
