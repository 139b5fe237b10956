SELECT 'No row here settles it, and budget votes are not collected. Around it: '
    || (SELECT count(*) FROM found WHERE kind = 'ballot') || ' ballots of abstention on this bill.' AS finding
