import json

import pytest
from estonia_answers import VOTE_URL, a_sitting, a_vote, a_voter, a_voting, answer
from estonia_store import rows, take

from scrapers.parliaments.estonia import PARLIAMENT
from scrapers.parliaments.estonia.shapes import SHAPES


def found(page, content):
    return SHAPES[page].differences(answer(VOTE_URL, content).body)


def test_an_answer_as_the_contract_says_differs_in_nothing():
    assert found("vote", a_vote()) == []
    assert found("votings", [a_sitting(a_voting())]) == []


def test_a_renamed_element_is_told_by_both_its_names():
    content = json.loads(json.dumps(a_vote()).replace('"present"', '"presentCount"'))
    assert found("vote", content) == [("missing", "present"), ("unknown", "presentCount")]


def test_a_new_element_within_a_ballot_is_told_once():
    voters = [a_voter(1, "P", seat=5), a_voter(2, "V", seat=6)]
    assert found("vote", a_vote("PV", voters=voters)) == [("unknown", "voters[].seat")]


def test_links_and_empty_elements_are_not_told():
    assert found("vote", {**a_vote(), "_links": {"self": {"href": "x"}}, "somethingNew": None}) == []


def test_links_within_a_list_are_not_told_either():
    linked = {**a_sitting(a_voting()), "_links": {"self": {"href": "x"}}}
    assert found("votings", [linked]) == []


def test_an_element_is_promised_with_all_that_lies_within_it():
    draft = {"uuid": "x", "leadingCommittee": {"name": "x"}}
    content = {"page": {"totalElements": 1}, "_embedded": {"content": [draft]}}
    assert found("draft-search", content) == []


@pytest.mark.parametrize("body", [b"<html>", b"\xff", b""])
def test_what_is_not_json_is_left_to_whoever_reads_it(body):
    assert found("vote", body) == []


def test_every_constructed_page_has_a_shape_and_no_other():
    shaped = {page.name for page in PARLIAMENT.pages if page.shape is not None}
    assert shaped == {page.name for page in PARLIAMENT.pages if page.evidence == "constructed"} == set(SHAPES)


def test_what_is_required_is_promised():
    for shape in SHAPES.values():
        assert shape.required <= shape.known


@pytest.mark.parametrize(("origin", "told"), [("live", [("unknown", "chair.fullName")]), ("sample", [])])
def test_an_altered_live_answer_is_stored_and_its_difference_with_it(db, origin, told):
    assert take(db, answer(VOTE_URL, a_vote(chair={"fullName": "Member 001"})), origin=origin) == ["stored"]
    assert rows(db, "SELECT kind, name FROM shape_differences") == told
