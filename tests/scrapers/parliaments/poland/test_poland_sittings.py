import datetime as dt

import pytest
from poland_answers import changed, problem, read

from db.records import Sitting


def a_proceeding(number=3, **changes):
    content = {
        "number": number,
        "title": f"{number}. Posiedzenie",
        "dates": ["2025-01-10", "2025-01-11"],
        "current": False,
    }
    return changed(content, **changes)


THE_SITTING = Sitting(
    key="pl-sejm-10-3",
    chamber="pl-sejm",
    term="pl-sejm-10",
    number=3,
    title="3. Posiedzenie",
    dates=(dt.date(2025, 1, 10), dt.date(2025, 1, 11)),
    is_current=False,
)


def test_a_sitting_has_its_days():
    assert read("proceedings", [a_proceeding()]) == (THE_SITTING,)


def test_a_sitting_reads_the_same_on_its_own_page():
    assert read("proceedings/3", a_proceeding(agenda="<ol></ol>")) == (THE_SITTING,)


def test_number_0_is_a_plan_or_a_ceremony_and_no_sitting():
    listed = [a_proceeding(0), a_proceeding(3), a_proceeding(0)]
    assert [sitting.key for sitting in read("proceedings", listed)] == ["pl-sejm-10-3"]


def test_a_sitting_can_span_months():
    (sitting,) = read("proceedings", [a_proceeding(dates=["2023-11-13", "2023-12-21"])])
    assert sitting.dates == (dt.date(2023, 11, 13), dt.date(2023, 12, 21))


@pytest.mark.parametrize("element", ["number", "title", "dates", "current"])
def test_a_missing_element_of_a_sitting_is_a_named_error(element):
    assert f"`{element}`" in problem("proceedings", [a_proceeding(**{element: None})]).problem


def test_another_sitting_than_was_asked_for_is_a_named_error():
    assert problem("proceedings/4", a_proceeding(3)).element == "$.number"


def test_an_empty_list_of_sittings_is_a_named_error():
    assert problem("proceedings", []).element == "$"
