SELECT invariant, severity, explanation, count(*) AS number, min(subject_key) AS example, max(found_at) AS found_at
FROM findings
GROUP BY invariant, severity, explanation
ORDER BY CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, invariant
