SELECT
    (SELECT count(*) FROM persons) AS persons,
    (SELECT count(*) FROM bills) AS bills,
    (SELECT count(*) FROM votes) AS votes,
    (SELECT count(*) FROM statements) AS statements,
    (SELECT count(*) FROM speeches WHERE withdrawn_at IS NULL) AS turns,
    (SELECT count(*) FROM speeches WHERE withdrawn_at IS NULL AND text IS NOT NULL) AS turns_with_text
