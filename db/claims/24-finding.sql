SELECT 'Not checkable, and members are not labelled here. Around it: '
    || (SELECT count(*) FROM found WHERE kind = 'ballot') || ' ballots of abstention on this bill.' AS finding
