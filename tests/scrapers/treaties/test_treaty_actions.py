"""The list of actions, and the Dutch table with its columns for withdrawal."""

import datetime as dt

import pytest
from invented_treaty import ACTIONS, DUTCH_ROWS, TITLES, action_answer, dutch_answer

from scrapers.pages import Answer, PageError
from scrapers.treaties.action_page import read_actions
from scrapers.treaties.dutch import read_parties


def read(**changes):
    (page,) = read_actions(action_answer(**changes))
    return page


def dutch(**changes):
    (page,) = read_parties(dutch_answer(**changes))
    return page


def problem(answer, reader=read_actions):
    with pytest.raises(PageError) as caught:
        list(reader(answer))
    return f"{caught.value.element}: {caught.value.problem}"


def test_every_action_is_read_not_only_those_by_which_states_join():
    assert [(act.state, act.action) for act in read().actions] == [
        ("xa", "signature"),
        ("xa", "ratification"),
        ("xa", "withdrawal"),
        ("xb", "communication"),
    ]


def test_the_day_comes_before_the_month():
    found = read(rows=[("Atlantis", "Accession", "07/10/2025", "")]).actions[0]
    assert found.date == dt.date(2025, 10, 7)


def test_deposit_and_effect_of_a_withdrawal_are_both_stated():
    found = read().actions[2]
    assert (found.date, found.effect) == (dt.date(2025, 6, 27), dt.date(2025, 12, 27))


def test_the_date_of_effect_may_be_empty():
    assert read().actions[3].effect is None


def test_denunciation_is_another_word_for_withdrawal_and_is_kept():
    found = read(rows=[("Atlantis", "Denunciation", "27/06/2025", "")]).actions[0]
    assert (found.action, found.label) == ("withdrawal", "Denunciation")


def test_the_treaty_is_told_by_its_title():
    assert read(title=TITLES["ccw-ap2"]).treaty == "ccw-ap2"


def test_a_state_that_came_back_has_both_its_joinings():
    rows = [*ACTIONS, ("Atlantis", "Accession", "12/05/2030", "01/11/2030")]
    assert [act.action for act in read(rows=rows).actions if act.state == "xa"] == [
        "signature",
        "ratification",
        "withdrawal",
        "accession",
    ]


def test_two_communications_of_one_day_are_told_once():
    assert len(read(rows=[ACTIONS[3], ACTIONS[3]]).actions) == 1


def test_a_successor_is_bound_before_its_notification():
    found = read(rows=[("Atlantis", "Succession", "23/10/2006", "03/06/2006")]).actions[0]
    assert found.effect == dt.date(2006, 6, 3)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (("Atlantis", "Farewell", "27/06/2025", ""), "action of Atlantis: 'Farewell' is not known"),
        (("Lilliput", "Accession", "27/06/2025", ""), "participant 'Lilliput'"),
        (
            ("Atlantis", "Accession", "06/27/2025", ""),
            "Accession of Atlantis: '06/27/2025' is in no calendar",
        ),
        (("Atlantis", "Accession", "2025-06-27", ""), "Accession of Atlantis: '2025-06-27' is no day"),
        (("Atlantis", "Accession", "", ""), "Accession of Atlantis: no date"),
        (
            ("Atlantis", "Accession", "27/06/2025", "26/06/2025"),
            "Accession of Atlantis: in effect on 2025-06-26",
        ),
        (("Atlantis", "Accession", "27/06/2025"), "row: "),
    ],
)
def test_what_is_not_known_of_an_action_is_a_named_error(row, message):
    assert problem(action_answer(rows=[row])).startswith(message)


def test_a_list_without_actions_or_with_other_headers_is_an_error():
    assert problem(action_answer(rows=[])) == "table: no action"
    assert problem(action_answer(headers=("Participant", "Action"))).startswith("headers: ")
    assert problem(action_answer(headers=("State", "Action"))).startswith("table: none")


def test_the_title_of_another_treaty_or_none_is_an_error():
    assert problem(action_answer(title="Convention on Nothing")).startswith("lblTitle1: ")
    assert problem(action_answer(title="")) == "lblTitle1: empty"


def test_a_dutch_row_has_deposit_and_effect_of_coming_and_going():
    found = dutch().participants[0]
    assert (found.date, found.effect) == (dt.date(2003, 5, 12), dt.date(2003, 11, 1))
    assert (found.renunciation, found.termination) == (dt.date(2025, 6, 27), dt.date(2025, 12, 27))


def test_a_withdrawal_follows_from_the_dutch_columns():
    (found,) = (act for act in dutch().actions if act.action == "withdrawal")
    assert (found.state, found.date, found.effect) == ("xa", dt.date(2025, 6, 27), dt.date(2025, 12, 27))


def test_the_set_of_dutch_columns_varies():
    headers = ("Party", "Provisional application", "Ratification", "Type", "Entry into force")
    rows = [("Atlantis", "11-05-2003", "12-05-2003", "Su", "01-11-2003")]
    (found,) = dutch(headers=headers, rows=rows).participants
    assert (found.provisional, found.action, found.letter) == (dt.date(2003, 5, 11), "succession", "Su")


def test_how_a_state_joined_may_be_not_known():
    assert dutch(rows=[("Atlantis", "", "12-05-2003 (NK)", "", "", "")]).participants[0].action == "joining"


def test_a_part_of_a_state_is_no_party():
    rows = [*DUTCH_ROWS, ("\u2013 Lower Atlantis", "", "12-05-2003 (R)", "", "", "")]
    assert [found.state for found in dutch(rows=rows).participants] == ["xa", "xb"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (("Atlantis", "", "12-05-2003 (Z)", "", "", ""), "ratification of Atlantis: the letter 'Z'"),
        (
            ("Atlantis", "", "12/05/2003 (R)", "", "", ""),
            "ratification of Atlantis: '12/05/2003 (R)' is no day",
        ),
        (("Atlantis", "", "", "", "27-06-2025", "26-06-2025"), "termination for Atlantis: "),
        (("Atlantis", "", "", ""), "row: "),
        (("Lilliput", "", "", "", "", ""), "participant 'Lilliput'"),
    ],
)
def test_what_is_not_known_of_a_dutch_row_is_a_named_error(row, message):
    assert problem(dutch_answer(rows=[row]), read_parties).startswith(message)


def test_unknown_dutch_columns_another_page_and_another_address_are_errors():
    assert problem(dutch_answer(headers=("Party", "Colour")), read_parties).startswith("headers: ")
    assert problem(dutch_answer(headers=("State",)), read_parties).startswith("table: none")
    other = Answer(url="https://treatydatabase.overheid.nl/en/Treaty/Details/1_p.html", body=b"<html></html>")
    assert problem(other, read_parties).startswith("address: ")
