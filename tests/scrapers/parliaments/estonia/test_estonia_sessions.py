import pytest
from estonia_answers import API, answer, changed, coded, problem_at, read_at

from scrapers.parliaments.estonia.sessions import list_sessions

URL = f"{API}/sessions"


def a_session(**changes):
    content = {
        "membership": 15,
        "number": 1,
        "type": coded("KORRALINE"),
        "startDate": "2023-04-10",
        "endDate": "2023-06-22",
    }
    return changed(content, **changes)


def test_sessions_are_no_records():
    assert read_at(URL, [a_session()]) == ()


def test_an_extraordinary_session_may_lie_within_a_regular_one():
    within = a_session(number=101, startDate="2023-06-19", endDate="2023-06-19")
    assert len(list_sessions(answer(URL, [a_session(), within]))) == 2


def test_a_session_that_ends_before_it_begins_is_a_named_error():
    found = problem_at(URL, [a_session(), a_session(endDate="2023-04-09")])
    assert found.element == "$[1].endDate"


def test_a_session_of_an_unknown_term_is_a_named_error():
    assert problem_at(URL, [a_session(membership=16)]).element == "$[0].membership"


def test_an_empty_list_of_sessions_is_a_named_error():
    assert problem_at(URL, []).element == "$"


@pytest.mark.parametrize("element", ["membership", "startDate", "endDate"])
def test_a_missing_element_of_a_session_is_a_named_error(element):
    assert f"`{element}`" in problem_at(URL, [a_session(**{element: None})]).problem
