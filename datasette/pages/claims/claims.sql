SELECT number, kind, claim, settled_by, as_of, finding_query FROM claims ORDER BY position
