-- severity: error
-- explains: No treaty action takes effect before it was deposited, except that a successor state is bound from its first day.
SELECT key AS subject_key, printf('deposited on %s, in effect on %s', date, effect_date) AS message
FROM treaty_actions
WHERE effect_date < date AND action <> 'succession'
