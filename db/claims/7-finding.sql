SELECT 'Budgets are not collected here, so this stays open. Around it: ' || (SELECT count(*) FROM found
    WHERE kind = 'statement')
    || ' Lithuanian statements that argue with allies or cost.' AS finding
