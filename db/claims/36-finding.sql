SELECT 'The press is not collected here, so this stays open. Around it: ' || (SELECT count(*) FROM found
    WHERE 1) || ' Lithuanian statements to the press.' AS finding
