SELECT states.*, EXISTS (SELECT 1 FROM chambers WHERE chambers.country = states.key) AS is_followed
FROM states
WHERE states.key = :key
