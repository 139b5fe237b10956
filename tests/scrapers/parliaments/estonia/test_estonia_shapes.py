import json

from estonia_answers import VOTE_URL, a_sitting, a_vote, a_voter, a_voting, answer

from scrapers.parliaments.estonia import PARLIAMENT
from scrapers.parliaments.estonia.shapes import REQUIRED, SHAPES, differences


def found(page, content):
    return differences(page, answer(VOTE_URL, content))


def test_an_answer_as_the_contract_says_differs_in_nothing():
    assert found("vote", a_vote()) == []
    assert found("votings", [a_sitting(a_voting())]) == []


def test_a_renamed_element_is_told_by_both_its_names():
    content = json.loads(json.dumps(a_vote()).replace('"present"', '"presentCount"'))
    assert found("vote", content) == ["unknown: presentCount", "missing: present"]


def test_a_new_element_within_a_ballot_is_told_once():
    voters = [a_voter(1, "P", seat=5), a_voter(2, "V", seat=6)]
    assert found("vote", a_vote("PV", voters=voters)) == ["unknown: voters[].seat"]


def test_links_and_empty_elements_are_not_told():
    assert found("vote", {**a_vote(), "_links": {"self": {"href": "x"}}, "somethingNew": None}) == []


def test_an_element_is_promised_with_all_that_lies_within_it():
    draft = {"uuid": "x", "leadingCommittee": {"name": "x"}}
    content = {"page": {"totalElements": 1}, "_embedded": {"content": [draft]}}
    assert found("draft-search", content) == []


def test_what_is_not_json_is_left_to_whoever_reads_it():
    assert found("vote", b"<html>") == []


def test_a_page_that_was_proven_is_not_compared():
    assert found("draft", {"anything": 1}) == []


def test_every_constructed_page_has_a_shape():
    constructed = {page.name for page in PARLIAMENT.pages if page.evidence == "constructed"}
    assert set(SHAPES) == set(REQUIRED) == constructed


def test_what_is_required_is_promised():
    for page, names in REQUIRED.items():
        assert names <= SHAPES[page]
