-- severity: notice
-- explains: A vote whose tally is printed elsewhere is itself collected.
SELECT
    tally_reports.vote_key AS subject_key,
    printf('%s prints a tally of this vote, which was not collected', tally_reports.place) AS message
FROM tally_reports LEFT JOIN votes ON votes.key = tally_reports.vote_key
WHERE votes.id IS NULL
