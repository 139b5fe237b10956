SELECT key, name FROM states
WHERE EXISTS (SELECT 1 FROM chambers WHERE chambers.country = states.key)
ORDER BY name
