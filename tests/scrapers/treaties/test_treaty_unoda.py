"""UNODA: names are tried, actions and objections are read."""

import datetime as dt
import json

import pytest
from invented_treaty import TITLES, unoda_action, unoda_answer, unoda_says, unoda_state

from scrapers.pages import Answer, PageError
from scrapers.treaties.shapes import UNODA_SHAPE
from scrapers.treaties.unoda import asked_for, next_name, question, read_treaty

NONE = {"data": {"treaty_": {"data": None}}}


def read(*actions, **changes):
    (page,) = read_treaty(unoda_answer(*actions, **changes))
    return page


def problem(answer):
    with pytest.raises(PageError) as caught:
        list(read_treaty(answer))
    return f"{caught.value.element}: {caught.value.problem}"


def test_the_question_names_the_treaty_and_what_is_wanted():
    asked = json.loads(question("mine_ban"))
    assert asked["variables"] == {"input": {"id": None, "short_name": "mine_ban", "type": "GET_TREATY"}}
    assert {"actions_", "objections_", "count_states_parties"} <= set(asked["query"].split())
    assert asked["query"].count("{") == asked["query"].count("}")


def test_an_action_is_read_with_the_words_of_the_source():
    (found,) = read(unoda_action(note="With words.")).actions
    assert (found.state, found.action, found.date) == ("xa", "ratification", dt.date(2003, 5, 12))
    assert (found.label, found.name, found.note) == ("Ratification", "Atlantis", "With words.")


def test_several_actions_of_one_state_and_a_withdrawal_are_all_read():
    found = read(
        unoda_action(kind="Signatory", date="1997-12-03 00:00:00"),
        unoda_action(),
        unoda_action(kind="Withdrawal", date="2025-06-27 00:00:00"),
    ).actions
    assert [act.action for act in found] == ["signature", "ratification", "withdrawal"]


def test_an_objection_is_an_action_of_who_objects_with_its_target():
    objection = {"date": "2025-10-18 00:00:00", "note": "", "state": unoda_state("Brobdingnag")}
    found = read(unoda_action(objections_=[objection])).actions[1]
    assert (found.state, found.action, found.target, found.note) == ("xb", "objection", "xa", None)


def test_a_state_is_known_by_its_code_where_there_is_one():
    action = {**unoda_action(), "state": unoda_state("The Old Name of Norway", "NO")}
    assert read(action).actions[0].state == "no"


def test_the_portals_own_count_is_kept():
    found = read(unoda_action(), count_sig_states=3, count_states_parties=2)
    assert (found.signatories, found.parties) == (3, 2)


def test_a_treaty_that_is_not_known_by_one_name_is_asked_for_by_the_next():
    answer = unoda_says(NONE, "mine_ban")
    assert list(read_treaty(answer)) == []
    assert next_name(answer) == "apmbc"


def test_a_treaty_that_is_known_is_asked_for_no_more():
    assert next_name(unoda_answer(unoda_action())) is None


def test_a_treaty_that_is_known_by_no_name_is_an_error():
    answer = unoda_says(NONE, "ottawa")
    assert next_name(answer) is None
    assert problem(answer) == "data.treaty_.data: none is called mine_ban, apmbc, ottawa"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (unoda_says({"errors": [{"message": "no such field"}]}), 'errors: {"message":'),
        (unoda_says({"data": None}), "errors: no data"),
        (unoda_says(b"<html></html>"), "body: an HTML page where JSON"),
        (unoda_answer(), "actions_: none"),
        (unoda_answer(unoda_action(), name=TITLES["ccm"]), "full_name: the title of XXVI-6"),
        (unoda_answer(unoda_action(kind="Farewell")), "action 1: action_type_ 'Farewell' is not known"),
        (unoda_answer(unoda_action(date=None)), "action 1: no date"),
        (unoda_answer(unoda_action(date="12 May 2003")), "action 1: '12 May 2003' is no day"),
        (unoda_answer(unoda_action(name="Lilliput")), "participant 'Lilliput'"),
        (unoda_answer({**unoda_action(), "state": {}}), "state: has no name"),
    ],
)
def test_what_is_not_known_is_a_named_error(answer, message):
    assert problem(answer).startswith(message)


@pytest.mark.parametrize("body", [b"", b"{}", b'{"variables": {"input": {"short_name": "npt"}}}'])
def test_an_answer_to_another_question_is_an_error(body):
    with pytest.raises(PageError):
        asked_for(Answer(url="https://gql-api-dataportal.unoda.org/", body=b"{}", request_body=body))


def test_the_names_that_the_handbook_lists_are_known_and_others_are_told():
    answer = unoda_answer(unoda_action(colour="blue"), surprise=1)
    assert UNODA_SHAPE.differences(answer.body) == [
        ("unknown", "data.treaty_.data.actions_[].colour"),
        ("unknown", "data.treaty_.data.surprise"),
    ]
