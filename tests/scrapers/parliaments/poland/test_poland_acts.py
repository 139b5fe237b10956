import datetime as dt

import pytest
from poland_answers import changed, problem, read

URL = "https://api.sejm.gov.pl/eli/acts/DU/2025/1"
TRACKED = "https://api.sejm.gov.pl/eli/acts/DU/2025/1008"
TITLE = "Ustawa o wypowiedzeniu Konwencji o zakazie użycia min przeciwpiechotnych"


def an_act(**changes):
    content = {
        "ELI": "DU/2025/1",
        "title": "Ustawa o niczym",
        "displayAddress": "Dz.U. 2025 poz. 1",
        "promulgation": "2025-01-07",
        "entryIntoForce": "2025-01-22",
        "prints": [{"term": 10, "number": "11"}],
    }
    return changed(content, **changes)


def steps(**changes):
    return [(step.stage.kind, step.stage.date) for step in read(URL, an_act(**changes))]


def test_an_act_adds_its_publication_and_its_entry_into_force_to_its_bill():
    assert steps() == [
        ("promulgation", dt.date(2025, 1, 7)),
        ("entry into force", dt.date(2025, 1, 22)),
    ]


def test_the_steps_of_the_journal_stand_after_all_steps_of_the_process():
    assert [step.position for step in read(URL, an_act())] == [900, 901]


def test_a_step_of_the_journal_names_its_bill_which_may_not_have_been_read_yet():
    step, *_ = read(URL, an_act())
    assert (step.bill, step.chamber, step.bill_number) == ("pl-sejm-10-11", "pl-sejm", "11")
    assert (step.stage.label, step.stage.actor) == ("Dz.U. 2025 poz. 1", "Dziennik Ustaw")


@pytest.mark.parametrize("element", ["promulgation", "entryIntoForce"])
def test_a_day_that_the_journal_does_not_state_is_no_step(element):
    assert len(steps(**{element: None})) == 1


def test_an_act_on_several_bills_is_the_end_of_each():
    prints = [{"term": 10, "number": "11"}, {"term": 10, "number": "12"}]
    assert {step.bill for step in read(URL, an_act(prints=prints))} == {"pl-sejm-10-11", "pl-sejm-10-12"}


def test_print_numbers_begin_anew_every_term():
    assert read(URL, an_act(prints=[{"term": 9, "number": "11"}])) == ()


def test_another_act_than_was_asked_for_is_a_named_error():
    assert problem(URL, an_act(ELI="DU/2025/2")).element == "$.ELI"


def test_at_the_tracked_address_an_act_on_something_else_is_a_named_error():
    assert problem(TRACKED, an_act(ELI="DU/2025/1008")).element == "$.title"


def test_at_the_tracked_address_the_act_on_leaving_the_convention_is_read():
    assert len(read(TRACKED, an_act(ELI="DU/2025/1008", title=TITLE))) == 2
