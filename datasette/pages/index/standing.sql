SELECT count(*) AS alarms FROM alarms WHERE cleared_at IS NULL
