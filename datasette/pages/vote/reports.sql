SELECT * FROM tally_reports WHERE vote_key = :key ORDER BY place
