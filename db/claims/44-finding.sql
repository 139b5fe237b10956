SELECT 'The text settles it and is not held here. The treaty: ' || (SELECT title FROM found) || '.' AS finding
