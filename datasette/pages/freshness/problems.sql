SELECT
    (SELECT count(*) FROM revisions) AS revisions,
    (SELECT count(*) FROM findings) AS findings,
    (SELECT count(*) FROM invariants) AS rules,
    (SELECT count(*) FROM responses WHERE state = 'quarantined') AS quarantined
