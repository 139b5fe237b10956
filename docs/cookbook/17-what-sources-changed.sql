-- What sources changed afterwards
--
-- Every value that a source later changed: before, after, and when it was seen. Ballots are rows of the
-- table `ballots`, with the key of the vote and of the member.
SELECT seen_at, table_name, row_key, column_name, old_value, new_value
FROM revisions
WHERE table_name IN ('votes', 'ballots', 'bills', 'stages', 'speeches', 'statements')
ORDER BY seen_at DESC, id DESC
LIMIT 200
