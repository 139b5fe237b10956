"""The search page: one box, on every page, that no question breaks."""

from urllib.parse import quote

import pytest
from reading import changed_copy, words


def found(page):
    return [words(hit.h2) for hit in page.find_all("article", class_="found")]


@pytest.mark.parametrize("address", ["/", "/votes", "/votes/xa-1-1", "/ottawa", "/people/member-007"])
def test_the_box_is_on_every_page(reader, address):
    form = reader.page(address).find("header").find("form", action="/search")
    assert form.find("input", attrs={"name": "q"})
    assert form.find("button", type="submit")


def test_a_turn_is_found_with_its_words_marked_and_leads_to_its_place(reader):
    page = reader.page("/search?q=NIHIL")
    (hit,) = page.find_all("article", class_="speech")
    assert hit.a["href"] == "/debates/xa-sitting-1#xa-turn-2"
    assert [words(mark) for mark in hit.find_all("mark")] == ["Nihil"]


def test_hostile_words_of_a_text_are_shown_as_text(reader):
    page = reader.page("/search?q=nihil")
    assert "<script>alert(1)</script>" in words(page.find("article", class_="speech"))
    assert page.find("article", class_="speech").find("script") is None


def test_a_person_is_found_first(reader):
    assert found(reader.page("/search?q=member+007"))[0] == "Member 007"


def test_facets_narrow_down_and_can_be_taken_away(reader):
    page = reader.page("/search?q=nihil&kind=speech&country=xa")
    facets = page.find(class_="search-facets")
    assert "Capacity minister" in words(facets).replace("\xa0", " ")
    assert [link["href"] for link in page.find(class_="limits").find_all("a")] == [
        "/search?q=nihil&country=xa",
        "/search?q=nihil&kind=speech",
    ]
    assert found(reader.page("/search?q=nihil&kind=bill")) == []


def test_nothing_found_says_in_how_many_it_was_searched(reader):
    text = reader.text("/search?q=unfindable")
    assert "None in 3 turns in debates (2 with their words)" in text
    assert "What is not collected cannot be found" in text


def test_no_question_says_what_is_searched(reader):
    assert "This searches 3 turns" in reader.text("/search")


@pytest.mark.parametrize(
    "question",
    ['"""', "a OR NOT *", "text : x AND (", "'; DROP TABLE votes --", "x" * 10_000, "\0\0", "💣", "<b>", "%"],
)
def test_no_question_breaks_it(reader, question):
    answer = reader.get(f"/search?q={quote(question)}&page=-1&year=abc&kind=%27")
    assert answer.status_code == 200
    assert "<b>" not in answer.text


def test_a_long_question_is_said_to_be_cut(reader):
    assert "Only the first 300 characters" in reader.text(f"/search?q={'x' * 400}")


def test_an_empty_database_can_be_searched(empty_reader):
    assert "None in 0 turns" in empty_reader.text("/search?q=nihil")


def test_what_is_not_indexed_yet_is_said(tmp_path, database):
    reader = changed_copy(database, tmp_path, "INSERT INTO search_pending VALUES ('vote', 99)")
    assert "1 row that came since the last run ended" in reader.text("/search?q=nihil")


def test_a_second_page_follows_where_there_are_more_results(tmp_path, database):
    change = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)"
        " INSERT INTO search_documents (kind, subject_id, facet_id, day)"
        " SELECT 'vote', 1000 + i, (SELECT min(id) FROM search_facets WHERE kind = 'vote'), '' FROM n"
    )
    words_too = (
        "INSERT INTO search_words (rowid, text)"
        " SELECT id, 'many' FROM search_documents WHERE subject_id > 1000"
    )
    reader = changed_copy(database, tmp_path, change, words_too)
    page = reader.page("/search?q=many")
    assert page.find("a", rel="next")["href"] == "/search?q=many&page=2"
    assert reader.page("/search?q=many&page=2").find("a", rel="next") is None


def test_a_chosen_limit_is_named_and_not_written_as_a_key(reader):
    assert "Only country: Nowhere" in reader.text("/search?q=nihil&country=xa")


def test_the_statements_of_ministers_can_be_chosen(reader):
    page = reader.text("/search?q=nothing&kind=statement&capacity=minister")
    assert "1 result in" in page
    assert "Member 007" in page
