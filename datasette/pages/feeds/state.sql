SELECT name FROM states WHERE key = :state AND EXISTS (SELECT 1 FROM timeline WHERE timeline.state = states.key)
