WITH wanted AS MATERIALIZED (
    SELECT id FROM search_facets
    WHERE (:kind = '' OR kind = :kind) AND (:country = '' OR country = :country)
        AND (:capacity = '' OR capacity = :capacity) AND (:year = '' OR year = CAST(:year AS INTEGER))
), hits AS MATERIALIZED (
    SELECT
        search_documents.kind AS kind,
        search_documents.subject_id AS subject_id,
        search_documents.day AS day,
        CASE search_documents.kind
            WHEN 'person' THEN 1 WHEN 'bill' THEN 2 WHEN 'vote' THEN 3 WHEN 'statement' THEN 4 ELSE 5
        END AS place
    FROM search_words JOIN search_documents ON search_documents.id = search_words.rowid
    WHERE search_words MATCH :expression AND search_documents.facet_id IN (SELECT id FROM wanted)
    ORDER BY place, day DESC, search_documents.id
    LIMIT 20 OFFSET CAST(:offset AS INTEGER)
)
SELECT
    hits.kind AS kind,
    hits.subject_id AS id,
    hits.day AS day,
    coalesce(persons.key, bills.key, votes.key, statements.key, speeches.key) AS key,
    coalesce(
        persons.name, bills.title_en, bills.title, votes.title_en, votes.title, statements.title,
        (SELECT group_concat(name, ', ') FROM statement_signatories WHERE statement_id = statements.id),
        speakers.name, speeches.speaker
    ) AS title,
    coalesce(
        (SELECT name_en FROM chambers WHERE key = coalesce(bills.chamber, votes.chamber, speeches.chamber)),
        (SELECT name FROM countries WHERE key = statements.country)
    ) AS place,
    iif(coalesce(bills.title_en, votes.title_en) IS NULL, coalesce(bills.chamber, votes.chamber), NULL) AS original_of,
    speeches.sitting_key AS sitting_key,
    speeches.capacity AS capacity,
    bills.number AS number,
    statements.channel AS channel,
    statements.date_precision AS precision,
    coalesce(speeches.language, statements.language) AS language,
    coalesce(speeches.url, statements.url) AS url,
    coalesce(persons.origin, bills.origin, votes.origin, statements.origin, speeches.origin) AS origin,
    CASE hits.kind
        WHEN 'vote' THEN search_excerpt(votes.question, NULL, :q)
        ELSE coalesce(
            search_excerpt(coalesce(speeches.text, statements.text), coalesce(speeches.language, statements.language), :q),
            substr(coalesce(speeches.text, statements.text), 1, 300)
        )
    END AS excerpt,
    CASE WHEN coalesce(speeches.text, statements.text) IS NULL THEN
        coalesce(
            search_excerpt(coalesce(speeches.gist, statements.gist), 'en', :q),
            speeches.gist, statements.gist
        )
    END AS gist,
    votes.question AS question
FROM hits
LEFT JOIN persons ON hits.kind = 'person' AND persons.id = hits.subject_id
LEFT JOIN bills ON hits.kind = 'bill' AND bills.id = hits.subject_id
LEFT JOIN votes ON hits.kind = 'vote' AND votes.id = hits.subject_id
LEFT JOIN statements ON hits.kind = 'statement' AND statements.id = hits.subject_id
LEFT JOIN speeches ON hits.kind = 'speech' AND speeches.id = hits.subject_id
LEFT JOIN persons AS speakers ON speakers.id = speeches.person_id
ORDER BY hits.place, hits.day DESC, hits.subject_id
