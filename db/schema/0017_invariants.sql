CREATE TABLE invariants (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'notice')),
    explanation TEXT NOT NULL,
    query TEXT NOT NULL
) STRICT;
