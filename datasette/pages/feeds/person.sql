SELECT name FROM persons WHERE key = :person
