SELECT number || ': ' || coalesce(title_en, title) AS name FROM bills WHERE key = :bill
