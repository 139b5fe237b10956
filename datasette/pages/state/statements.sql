SELECT * FROM state_statements WHERE state = :key AND date <= :as_of ORDER BY date DESC, statement_key
