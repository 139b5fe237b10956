SELECT * FROM alarms WHERE cleared_at IS NULL ORDER BY raised_at DESC, alarm, source LIMIT 100
