SELECT key, name FROM states
UNION
SELECT key, name FROM countries
