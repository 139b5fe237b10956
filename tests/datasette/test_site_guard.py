"""What the site refuses, and what it tells browsers and caches."""

import asyncio
import re
import sqlite3
from contextlib import closing
from urllib.parse import quote

import pytest
from reading import Reader, changed_copy

from scrapers.serving import SITE, make_site

PAGES = (
    "/",
    "/votes",
    "/votes/xa-1-1",
    "/votes/xa-1-1/seats.svg",
    "/people/member-007",
    "/debates/xa-sitting-1",
    "/statements/xb-1",
    "/abstentions",
    "/search?q=nihil",
    "/feeds/all.atom",
    "/ottawa",
    "/ottawa/votes",
    "/ottawa/votes/1",
    "/ottawa/final-votes",
    "/ottawa?sql=select+1",
    "/nothing",
)


@pytest.mark.parametrize("address", PAGES)
def test_every_answer_forbids_what_is_not_ours(reader, address):
    headers = reader.get(address).headers
    policy = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin"


@pytest.mark.parametrize("address", [page for page in PAGES if not page.endswith((".svg", ".atom"))])
def test_no_page_has_a_script_or_a_style_written_into_it(reader, address):
    text = reader.get(address).text
    assert not re.findall(r"<script(?![^>]*(?:src=|application/ld\+json))", text)
    assert "<style" not in text
    assert not re.findall(r"<[^>]*\s(?:style|on\w+)=\"", text)


HOSTILE = "<img src=x onerror=alert(1)>\"'</script><script>alert(2)</script>"


@pytest.fixture(scope="module")
def hostile(database, tmp_path_factory):
    """The site over a database in which a source puts scripts wherever it puts words."""
    columns = {
        "votes": ["title", "title_en", "question", "outcome_label", "majority"],
        "bills": ["title", "title_en", "decision"],
        "persons": ["name"],
        "person_names": ["given_name"],
        "factions": ["name"],
        "speeches": ["speaker", "text"],
        "statements": ["title", "text", "gist"],
        "statement_signatories": ["name", "office"],
        "ballot_labels": ["rule"],
        "sources": ["name", "attribution"],
        "revisions": ["old_value", "new_value"],
        "treaties": ["short_name"],
        "timeline": ["title"],
    }
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    statements = [
        f"UPDATE {table} SET {', '.join(f'{name} = {quoted}' for name in names)}"
        for table, names in columns.items()
    ]
    return changed_copy(database, tmp_path_factory.mktemp("hostile"), *statements)


@pytest.mark.parametrize(
    "address",
    [
        *PAGES[:-1],
        "/bills/xa-bill-1",
        "/factions/xa-Blue",
        "/compare",
        "/freshness",
        "/corrections",
        "/states/xa",
        "/treaties/apmbc",
        "/statements",
        "/ottawa/ballots",
        "/ottawa/speeches",
        "/charts/final-votes.svg",
    ],
)
def test_scripts_in_the_words_of_a_source_are_shown_as_words(hostile, address):
    answer = hostile.get(address)
    assert answer.status_code == 200, answer.text[-300:]
    assert "<img" not in answer.text
    assert "<script>" not in answer.text
    assert "alert(2)</script" not in answer.text


def test_a_script_in_an_address_is_no_script_in_the_page(database, tmp_path):
    address = 'https://assembly.example/"onmouseover="alert(1)'
    changed = changed_copy(
        database, tmp_path, f"UPDATE votes SET source_url = '{address}', url = '{address}'"
    )
    assert 'onmouseover="' not in changed.get("/votes/xa-1-1").text


@pytest.mark.parametrize(
    "address",
    ["/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/states/xa?as_of=%3Cscript%3E", "/votes/%3Cscript%3E"],
)
def test_a_script_in_a_question_is_no_script_in_the_page(reader, address):
    assert "<script>" not in reader.get(address).text


def ask(reader, sql):
    return reader.get(f"/ottawa.json?_shape=array&sql={quote(sql)}")


@pytest.mark.parametrize(
    "sql",
    [
        "delete from votes",
        "insert into countries values ('zz', 'Z')",
        "update votes set title = ''",
        "drop table votes",
        "create table a (b)",
        "with a as (select 1) delete from votes",
        "attach database ':memory:' as other",
        "pragma query_only = 0",
        "pragma writable_schema = 1",
        "vacuum into '/tmp/copy.db'",
        "select load_extension('evil')",
        "select readfile('/etc/passwd')",
        "select 1; delete from votes",
        "explain delete from votes; delete from votes",
    ],
)
def test_a_hostile_statement_is_refused(reader, sql):
    answer = ask(reader, sql)
    assert answer.status_code == 400
    assert ask(reader, "select count(*) as n from votes").json() == [{"n": 9}]


def test_a_statement_that_got_past_the_words_could_still_not_write(database):
    """The file itself is open for reading only."""
    site = make_site(database)

    def write(connection):
        connection.execute("DELETE FROM votes")

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        asyncio.run(site.get_database().execute_fn(write))


def test_a_question_without_end_is_stopped(reader):
    endless = "with recursive n(x) as (select 1 union all select x + 1 from n) select max(x) from n"
    answer = ask(reader, endless)
    assert answer.status_code == 400
    # The second is how Datasette 1.0 says it.
    assert any(words in answer.text for words in ("interrupted", "took too long"))


def test_a_question_with_endless_rows_gets_a_thousand(reader):
    rows = ask(reader, "with recursive n(x) as (select 1 union all select x + 1 from n) select x from n")
    assert len(rows.json()) == 1000


def test_the_file_of_the_database_cannot_be_taken_away(reader):
    assert reader.get("/ottawa.db").status_code in {403, 404}


def test_nothing_is_accepted_by_post(reader):
    answer = asyncio.run(reader.site.client.post("/ottawa", data={"sql": "delete from votes"}))
    assert answer.status_code >= 400
    assert "content-security-policy" in answer.headers


def asking(reader, address, tag):
    return asyncio.run(reader.site.client.get(address, headers={"if-none-match": tag}))


@pytest.mark.parametrize(
    "address", ["/", "/votes/xa-1-1", "/ottawa/votes", "/ottawa/votes.json", "/static/site.css"]
)
def test_a_reader_who_has_the_page_is_told_so(reader, address):
    first = reader.get(address)
    assert first.headers["cache-control"].startswith("public, max-age=60")
    again = asking(reader, address, first.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


def test_a_cache_that_compresses_is_told_so_too(reader):
    tag = reader.get("/").headers["etag"]
    assert asking(reader, "/", f'"other", W/{tag}').status_code == 304


def test_the_same_page_is_the_same_bytes(reader):
    assert reader.get("/votes/xa-1-1").content == reader.get("/votes/xa-1-1").content


def test_a_change_of_the_database_changes_the_tag(database, tmp_path):
    changed = changed_copy(database, tmp_path)
    tag = changed.get("/votes").headers["etag"]
    with closing(sqlite3.connect(tmp_path / "changed.db")) as connection:
        connection.execute("UPDATE votes SET title_en = 'Another' WHERE key = 'xa-1-1'")
        connection.commit()
    answer = asking(changed, "/votes", tag)
    assert answer.status_code == 200
    assert "Another" in answer.text
    assert answer.headers["etag"] != tag


def test_the_tag_is_the_same_for_every_process_that_serves_the_file(database):
    assert Reader(database).get("/").headers["etag"] == Reader(database).get("/").headers["etag"]


def test_an_error_is_kept_by_no_cache(reader):
    answer = reader.get("/votes/none")
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers


def test_no_template_passes_words_of_a_source_on_as_markup():
    """Whatever a source writes is escaped: only what was percent-encoded just before is said to be safe."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in (SITE / "templates").glob("*.html"))
    assert re.findall(r"\S+ \| safe\b", text) == ["urlencode | safe"] * text.count("| safe")
    assert "autoescape" not in text
    assert "Markup" not in text
