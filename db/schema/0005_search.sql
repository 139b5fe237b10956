-- Search: which words stand in what, by kind, country, capacity and year. Which tags are looked for in which language.

CREATE TABLE tag_languages (
    scheme TEXT NOT NULL CHECK (scheme IN ('topic', 'argument')),
    tag TEXT NOT NULL,
    language TEXT NOT NULL,
    withheld TEXT,
    PRIMARY KEY (scheme, tag, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_facets (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'bill', 'vote', 'statement', 'speech')),
    country TEXT,
    capacity TEXT,
    year INTEGER,
    has_text INTEGER NOT NULL CHECK (has_text IN (0, 1)),
    documents INTEGER NOT NULL
) STRICT;

CREATE TABLE search_documents (
    -- The place of a text that has changed since stays taken, with subject and facets emptied: no word of an
    -- index without content can be taken out again unless the old text is at hand.
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'bill', 'vote', 'statement', 'speech')),
    subject_id INTEGER,
    facet_id INTEGER REFERENCES search_facets (id),
    day TEXT NOT NULL,
    UNIQUE (kind, subject_id)
) STRICT;

CREATE TABLE search_languages (
    language TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE search_pending (
    kind TEXT NOT NULL CHECK (kind IN ('person', 'bill', 'vote', 'statement', 'speech')),
    subject_id INTEGER NOT NULL,
    PRIMARY KEY (kind, subject_id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search_words USING fts5 (
    text, stems, topics, content = '', tokenize = "unicode61 remove_diacritics 2 tokenchars '_'"
);

-- What is new or changed waits here until a run closes. A later migration that makes one of these tables anew
-- takes its triggers with it and has to make them anew as well; tests/db/test_search.py notices.
CREATE TRIGGER search_new_speech AFTER INSERT ON speeches
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('speech', NEW.id); END;
CREATE TRIGGER search_changed_speech
AFTER UPDATE OF text, gist, language, speaker, capacity, date, withdrawn_at ON speeches
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('speech', NEW.id); END;
CREATE TRIGGER search_new_statement AFTER INSERT ON statements
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('statement', NEW.id); END;
CREATE TRIGGER search_changed_statement
AFTER UPDATE OF text, gist, title, venue, language, country, date ON statements
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('statement', NEW.id); END;
CREATE TRIGGER search_new_signatory AFTER INSERT ON statement_signatories
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('statement', NEW.statement_id); END;
CREATE TRIGGER search_gone_signatory AFTER DELETE ON statement_signatories
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('statement', OLD.statement_id); END;
CREATE TRIGGER search_new_vote AFTER INSERT ON votes
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('vote', NEW.id); END;
CREATE TRIGGER search_changed_vote AFTER UPDATE OF title, title_sv, title_en, question, question_sv, date ON votes
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('vote', NEW.id); END;
CREATE TRIGGER search_new_bill AFTER INSERT ON bills
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('bill', NEW.id); END;
CREATE TRIGGER search_changed_bill AFTER UPDATE OF number, title, title_sv, title_en, submitted_on ON bills
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('bill', NEW.id); END;
CREATE TRIGGER search_new_person AFTER INSERT ON persons
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('person', NEW.id); END;
CREATE TRIGGER search_changed_person AFTER UPDATE OF name, family_name, given_name ON persons
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('person', NEW.id); END;
CREATE TRIGGER search_new_name AFTER INSERT ON person_names
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('person', NEW.person_id); END;
CREATE TRIGGER search_new_seat AFTER INSERT ON memberships
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('person', NEW.person_id); END;
CREATE TRIGGER search_new_office AFTER INSERT ON offices
BEGIN INSERT OR IGNORE INTO search_pending VALUES ('person', NEW.person_id); END;

INSERT INTO search_pending SELECT 'speech', id FROM speeches;
INSERT INTO search_pending SELECT 'statement', id FROM statements;
INSERT INTO search_pending SELECT 'vote', id FROM votes;
INSERT INTO search_pending SELECT 'bill', id FROM bills;
INSERT INTO search_pending SELECT 'person', id FROM persons;
