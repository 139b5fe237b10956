"""Searches and lists of votes, from which votes are followed and nothing is stored."""

import datetime as dt
import json

import pytest
from invented_eduskunta import answer, hit, read, search, vote

from db.records import Expectation
from scrapers.pages import PageError
from scrapers.parliaments.finland import MATTER_VOTES, PARLIAMENT
from scrapers.parliaments.finland.lists import next_query, votes_of_year
from scrapers.parliaments.finland.windows import speeches_of

BODY = json.dumps(votes_of_year(2025)).encode()


def found(wire, request_body=BODY):
    return answer("search", wire, method="POST", request_body=request_body)


def error_of(wire):
    with pytest.raises(PageError) as caught:
        read(found(wire))
    return caught.value


def test_a_search_asks_for_a_parliamentary_year_and_never_for_days():
    assert votes_of_year(2025)["expression"] == {"property": "istuntovpvuosi", "from": 2025, "to": 2026}


def test_a_search_never_asks_for_words_since_words_rank_and_do_not_filter():
    searches = votes_of_year(2025), speeches_of(2025, dt.date(2025, 3, 4))
    assert all("query" not in search for search in searches)


def test_speeches_are_searched_by_days_and_year_and_never_by_the_bill_which_finds_none():
    window, year = speeches_of(2025, dt.date(2025, 3, 4))["expression"]["and"]
    assert (window["property"], year["property"]) == ("aloitushetki", "valtiopaivavuosi")


def test_a_search_leaves_out_the_ballots():
    assert votes_of_year(2025)["fields"] == {"operation": "exclude", "list": ["aanestystapahtumat"]}


def test_a_search_stores_only_how_many_votes_the_year_has():
    assert read(found(search(hit("2025-3-2"), total=812))) == (
        Expectation(subject="fi-eduskunta-2025", what="votes", expected=812),
    )


@pytest.mark.parametrize("body", [b"", b"[]", b'{"category":"aanestys"}', BODY.replace(b"2026", b"2027")])
def test_a_search_that_is_not_ours_says_nothing_of_a_year(body):
    assert read(found(search(hit("2025-3-2")), body)) == ()


def test_an_empty_search_is_a_named_error():
    assert error_of(search()).element == "results"


def test_a_search_that_is_shorter_than_it_says_is_a_named_error():
    wire = search(hit("2025-3-2"))
    wire["searchMetadata"]["actualResultCount"] = 2
    assert error_of(wire).element == "searchMetadata.actualResultCount"


def test_a_search_with_more_votes_than_can_be_reached_is_a_named_error():
    wire = search(hit("2025-3-2"), total=10_001)
    assert error_of(wire).element == "searchMetadata.totalResultCount"


def test_a_search_with_as_many_votes_as_can_be_reached_is_read():
    assert len(read(found(search(hit("2025-3-2"), total=10_000)))) == 1


def test_results_come_in_the_order_of_their_time_so_that_pages_do_not_overlap():
    assert votes_of_year(2025)["sort"] == [{"property": "aanestysalkuaika", "ascending": True}]


def test_a_result_without_its_vote_is_a_named_error():
    assert error_of(search({**hit("2025-3-2"), "aanestys": None})).element == "results.aanestys"


def test_a_result_with_another_vote_is_a_named_error():
    wrong = {**hit("2025-3-2"), "aanestys": {"id": "2025-3-1"}}
    assert error_of(search(wrong)).element == "results.aanestys"


def test_results_of_another_category_are_left_alone():
    speech = {"id": "PUH 1/2025/1/1/1", "type": "Puheenvuoro", "puheenvuoro": {}, "aanestys": None}
    assert read(found(search(speech, total=20_000), b"")) == ()


def test_the_next_query_begins_where_the_results_end():
    query = next_query(found(search(hit("2025-3-1"), hit("2025-3-2"), total=5, start=1)))
    assert query == {**votes_of_year(2025), "startFromIndex": 3}


def test_after_the_last_results_there_is_no_next_query():
    assert next_query(found(search(hit("2025-3-2"), total=5, start=4))) is None


def test_a_search_whose_request_is_not_known_has_no_next_query():
    assert next_query(found(search(hit("2025-3-2"), total=5), b"")) is None


def test_a_search_of_another_category_has_no_next_query():
    body = json.dumps({"category": "puheenvuoro"}).encode()
    assert next_query(found(search(hit("2025-3-2"), total=5), body)) is None


def test_the_votes_of_a_matter_store_nothing():
    path = "taysistunnot/asian-aanestykset/HE%207%2F2025%20vp"
    assert read(answer(path, [{"id": "2025-3-2"}])) == ()


def test_a_matter_may_have_no_votes():
    assert read(answer("taysistunnot/asian-aanestykset/HE%207%2F2025%20vp", [])) == ()


def test_a_vote_of_a_matter_without_an_id_is_a_named_error():
    with pytest.raises(PageError, match="id"):
        read(answer("taysistunnot/asian-aanestykset/HE%207%2F2025%20vp", [{"aanestysnumero": "2"}]))


def test_a_list_of_votes_as_documented_differs_in_nothing():
    assert MATTER_VOTES.shape.differences(json.dumps([vote()]).encode()) == []


def test_a_list_of_votes_that_was_altered_is_told_by_its_names():
    altered = {"tunnus" if name == "id" else name: value for name, value in vote().items()}
    assert MATTER_VOTES.shape.differences(json.dumps([altered]).encode()) == [
        ("missing", "[].id"),
        ("unknown", "[].tunnus"),
    ]


def test_every_page_that_was_built_without_an_answer_has_a_shape():
    assert all(page.shape for page in PARLIAMENT.pages if page.evidence == "constructed")
